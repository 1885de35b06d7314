"""Every registry by the name of its file, with what reads it: so that a pack's are checked before they are used."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from thidua_check.outline.movements import registry as load_movements
from thidua_check.outline.source import builtin
from thidua_check.outline.titles import title_words
from thidua_check.ruleset.abbreviations import load_abbreviations
from thidua_check.ruleset.capitals import load_capitals
from thidua_check.ruleset.document_types import load_document_types
from thidua_check.ruleset.issuers import load_issuers
from thidua_check.ruleset.kinds.confusions import load_confusions
from thidua_check.ruleset.kinds.mixed_term import load_terms
from thidua_check.ruleset.kinds.set_phrase import load_phrases
from thidua_check.ruleset.legal import load_instruments
from thidua_check.ruleset.movement_names import former_names
from thidua_check.ruleset.organs import load_organ_names
from thidua_check.strict_yaml import Faults, nearest
from thidua_check.words.loanwords import load_loanwords

REGISTRIES: Mapping[str, Callable[[], object]] = {
    "abbreviations": load_abbreviations,
    "capitals": load_capitals,
    "confusions": load_confusions,
    "document_types": load_document_types,
    "issuers": load_issuers,
    "legal_instruments": load_instruments,
    "loanwords": load_loanwords,
    "movement_forms": former_names,
    "movements": load_movements,
    "organs": load_organ_names,
    "set_phrases": load_phrases,
    "terms": load_terms,
    "title_words": title_words,
}


def check_registries(folder: Path, faults: Faults) -> None:
    """Read the outlines and registries of a pack in use; every fault is noted, and a registry of an unknown name."""
    for path in sorted((folder / "registry").glob("*.yaml")):
        if path.stem not in REGISTRIES:
            known = ", ".join(REGISTRIES)
            faults.found.append(
                f"{path}:1: không có danh mục “{path.stem}”; được dùng: {known}{nearest(path.stem, REGISTRIES) or '.'}"
            )
            continue
        with faults.kept():
            REGISTRIES[path.stem]()
    with faults.kept():
        builtin()
