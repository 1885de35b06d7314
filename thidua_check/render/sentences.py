"""A finding as running text on one line: what is wrong, how to mend it, on what basis."""

from __future__ import annotations

from thidua_check.findings import Finding, Lang
from thidua_check.render.safe import one_line
from thidua_check.render.words import say

_ENDS = (".", "!", "?", "…", ":", ";")


def sentences(finding: Finding, lang: Lang, *, basis: bool = True) -> str:
    """Return the message of a finding, its repair and, if wanted, its basis, as sentences."""
    parts = [finding.message.get(lang)]
    if finding.suggestion:
        parts.append(f"{say('repair', lang)} {finding.suggestion.text.get(lang)}")
    if basis and finding.basis:
        parts.append(f"{say('basis', lang)} {finding.basis.document}, {finding.basis.clause}")
    return " ".join(_ended(one_line(part).strip()) for part in parts)


def _ended(text: str) -> str:
    return text if text.endswith(_ENDS) else f"{text}."
