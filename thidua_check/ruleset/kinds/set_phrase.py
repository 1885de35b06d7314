"""Set phrases that lost a comma or a hyphen, and wordings an office writes otherwise (``registry/set_phrases.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.findings import Level
from thidua_check.registry import Source, load_registry, pack_source, per_pack
from thidua_check.ruleset.kinds.beside import BESIDE_KEYS, Beside, beside, is_whole, spaced
from thidua_check.ruleset.kinds.prose import covered, prose, quotations
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.strict_yaml import Node

_KEYS = ("right", "wrong", "level", "kind", "source", *BESIDE_KEYS)
# The signs that a set phrase loses: "cán bộ, công chức", "kinh tế - xã hội".
_SIGNS = re.compile(r",| -")
_WORD = re.compile(r"[^\W_]+")
# "Ban Tuyên giáo - ", "Phòng ", "Vụ Pháp chế và ": what stands before a part of an organ's name.
_ORGAN = re.compile(r"\b(?:Ban|Phòng|Vụ|Cục|Viện|Khoa)\s(?:[^\W\d_]+\s){0,4}(?:[-–]\s|và\s)?$")


@frozen
class Phrase:
    """One row of the registry: ``wrong`` and the words beside it are lower case.

    ``variant`` is ``words`` where the right form is made of other words; ``source`` is that of an office's own row.
    """

    wrong: str
    right: str
    variant: str
    level: Level
    source: Source | None
    beside: Beside


@frozen
class Params:
    """No parameters: the phrases are registry data."""


@per_pack
def load_phrases() -> tuple[Phrase, ...]:
    """Return the registry of set phrases; raise RulePackError if its file is wrong."""
    root = load_registry("set_phrases")
    phrases = tuple(map(_phrase, root.items()))
    root.faults.check()
    return phrases


def _phrase(entry: Node) -> Phrase:
    entry.keys(_KEYS, ("right", "level", "source"))
    table = entry.table()
    right = table["right"].text()
    wrong = table["wrong"].text().lower() if "wrong" in table else _SIGNS.sub("", right)
    if wrong == right.lower():
        entry.faults.add(entry, f"“{right}” không có dấu nào để mất; ghi thêm wrong: cách viết sai.")
    level = table["level"].choice(("warning", "info"))
    variant = table["kind"].choice(("hyphen",)) if "kind" in table else level
    if _WORD.findall(wrong) != _WORD.findall(right.lower()):
        variant = "words"
    return Phrase(
        wrong,
        right,
        "default" if variant == "warning" else variant,
        Level.INFO if level == "info" else Level.WARNING,
        pack_source(entry),
        beside(table),
    )


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding for each phrase, the places where it stands without its signs."""
    paragraphs = prose(draft)
    lowered = [spaced(p.text) for p in paragraphs]
    whole = "\n".join(lowered)
    for phrase in load_phrases():
        if phrase.wrong not in whole:
            continue
        for paragraph, low in zip(paragraphs, lowered, strict=True):
            if phrase.wrong in low:
                yield from _hits(phrase, paragraph, low)


def _hits(phrase: Phrase, paragraph: Paragraph, low: str) -> Iterator[Hit]:
    start = low.find(phrase.wrong)
    quoted = quotations(paragraph.text) if start >= 0 else []
    while start >= 0:
        end = start + len(phrase.wrong)
        fits = is_whole(low, start, end) and phrase.beside.fits(low, start, end)
        named = "," in phrase.right and _names_organ(paragraph.text, start)
        if fits and not covered(quoted, start, end) and not named:
            passage = Passage(paragraph, start, end)
            if phrase.variant != "hyphen" or passage.text.islower():
                right = _written(passage.text, phrase)
                yield Hit(
                    passage,
                    {"repair": right},
                    variant=phrase.variant,
                    fold=f"{phrase.wrong}|{phrase.right}",
                    replacement=right,
                    safe=phrase.variant == "default",
                    level=phrase.level if phrase.variant == "words" else None,
                    source=phrase.source,
                )
        start = low.find(phrase.wrong, end)


def _written(written: str, phrase: Phrase) -> str:
    """Return the right form as it would stand in the place of what is written."""
    if phrase.variant != "words":
        return in_case(written, phrase.right)
    if written.isupper():
        return phrase.right.upper()
    return phrase.right[0].upper() + phrase.right[1:] if written[0].isupper() else phrase.right


def _names_organ(text: str, start: int) -> bool:
    """Whether words with a capital are part of an organ's name, which only its statutes settle.

    >>> _names_organ("Ban Tuyên giáo - Chính sách pháp luật", 17), _names_organ("Ban đã họp. Cán bộ công chức", 12)
    (True, False)
    """
    return (
        text[start].isupper() and text[start + 1 : start + 2].islower() and bool(_ORGAN.search(text[:start]))
    )


def in_case(written: str, right: str) -> str:
    """Return the right form with the letters as they are written.

    >>> in_case("Cán bộ công chức", "cán bộ, công chức")
    'Cán bộ, công chức'
    """
    words = iter(_WORD.findall(written))
    return _WORD.sub(lambda m: next(words, m.group()), right)


_PROVIDES = frozenset({"repair"})
KIND = Kind("set_phrase", check, Params, dict.fromkeys(("default", "info", "hyphen", "words"), _PROVIDES))
