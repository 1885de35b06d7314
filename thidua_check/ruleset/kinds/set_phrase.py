"""Set phrases that lost a comma or a hyphen, by ``rules/registry/set_phrases.yaml``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.registry import load_registry, per_pack
from thidua_check.ruleset.kinds.beside import BESIDE_KEYS, Beside, beside, is_whole, spaced
from thidua_check.ruleset.kinds.prose import covered, prose, quotations
from thidua_check.ruleset.model import Hit, Kind

_KEYS = ("right", "wrong", "level", "kind", "source", *BESIDE_KEYS)
# The signs that a set phrase loses: "cán bộ, công chức", "kinh tế - xã hội".
_SIGNS = re.compile(r",| -")
# "Ban Tuyên giáo - ", "Phòng ", "Vụ Pháp chế và ": what stands before a part of an organ's name.
_ORGAN = re.compile(r"\b(?:Ban|Phòng|Vụ|Cục|Viện|Khoa)\s(?:[^\W\d_]+\s){0,4}(?:[-–]\s|và\s)?$")


@frozen
class Phrase:
    """One row of the registry: ``wrong`` and the words beside it are lower case."""

    wrong: str
    right: str
    variant: str
    source: str
    beside: Beside


@frozen
class Params:
    """No parameters: the phrases are registry data."""


@per_pack
def load_phrases() -> tuple[Phrase, ...]:
    """Return the registry of set phrases; raise RulePackError if its file is wrong."""
    root = load_registry("set_phrases")
    phrases: list[Phrase] = []
    for entry in root.items():
        entry.keys(_KEYS, ("right", "level", "source"))
        table = entry.table()
        right = table["right"].text()
        wrong = table["wrong"].text() if "wrong" in table else _SIGNS.sub("", right)
        level = table["level"].choice(("warning", "info"))
        variant = table["kind"].choice(("hyphen",)) if "kind" in table else level
        phrases.append(
            Phrase(
                wrong,
                right,
                "default" if variant == "warning" else variant,
                table["source"].text(),
                beside(table),
            )
        )
    root.faults.check()
    return tuple(phrases)


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
                right = in_case(passage.text, phrase.right)
                yield Hit(
                    passage,
                    {"repair": right},
                    variant=phrase.variant,
                    fold=f"{phrase.wrong}|{phrase.right}",
                    replacement=right,
                    safe=phrase.variant == "default",
                )
        start = low.find(phrase.wrong, end)


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
    words = iter(re.findall(r"[^\W_]+", written))
    return re.sub(r"[^\W_]+", lambda m: next(words, m.group()), right)


_PROVIDES = frozenset({"repair"})
KIND = Kind("set_phrase", check, Params, {"default": _PROVIDES, "info": _PROVIDES, "hyphen": _PROVIDES})
