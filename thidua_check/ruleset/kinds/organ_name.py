"""Names of organs that lost a word or a hyphen, or say a word twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.ruleset.organs import OrganName, load_organ_names, organ_cues
from thidua_check.text import fold

# A short form with the words that it holds already: "UBND nhân dân", "HĐND nhân dân".
_DOUBLED = re.compile(r"\b(ubnd|hđnd|mttq tổ quốc|uỷ ban ubnd)(?P<again>\s+nhân\s+dân)?\b")
_SHORT = ("UBND", "HĐND")


@frozen
class Params:
    """No parameters: the names are registry data."""


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report organ names whose parts are joined in another way than officially, one finding for each wording."""
    names, cues = load_organ_names(), (*organ_cues(), *_SHORT)
    for paragraph in draft.document.everything:
        text = paragraph.text
        if any(cue in text for cue in cues):
            folded = fold_text(text)
            for name in names:
                yield from _misjoined(paragraph, folded, name)
            if "nhân dân" in folded:
                yield from _doubled(paragraph, folded)


def _misjoined(paragraph: Paragraph, folded: str, organ: OrganName) -> Iterator[Hit]:
    for match in organ.places(folded):
        passage = Passage(paragraph, *match.span())
        written, printed = " ".join(match.group().split()), " ".join(passage.text.split())
        if not printed[0].isupper():
            continue
        variant = _difference(written, fold(organ.name), printed, organ.name)
        if variant is None:
            continue
        before = printed[: len(written) - _name_length(written, fold(organ.name))]
        right = (before + organ.name).upper() if passage.text.isupper() else before + organ.name
        yield Hit(
            passage,
            {"repair": right},
            variant=variant,
            fold=f"{variant} {written}",
            replacement=right,
            source=organ.source,
        )


def _name_length(written: str, name: str) -> int:
    """Return how many characters of the written words belong to the name: from its first word on."""
    first = name.split()[0]
    return len(written) - written.index(" " + first + " ") - 1


_SIGNS = re.compile(r"\s*([-,&])\s*")


def _difference(written: str, name: str, printed: str, right: str) -> str | None:
    """Return ``default`` for another joint, ``loose`` for the right sign badly spaced or the wrong capitals.

    A long dash for the hyphen is told by the rules on signs.
    """
    if not written.endswith(name):
        same_signs = _SIGNS.sub(r"\1", written).endswith(_SIGNS.sub(r"\1", name))
        return "loose" if same_signs else "default"
    tidy = printed[-len(right) :]
    return None if printed.isupper() or _capitals(tidy) == _capitals(right) else "loose"


def _capitals(text: str) -> list[bool]:
    return [word[0].isupper() for word in text.split() if word[0].isalpha()]


def _doubled(paragraph: Paragraph, folded: str) -> Iterator[Hit]:
    for match in _DOUBLED.finditer(folded):
        if match["again"]:
            short = paragraph.text[match.start(1) : match.end(1)]
            yield Hit(
                Passage(paragraph, *match.span()), {"repair": short}, variant="doubled", replacement=short
            )


PROVIDES = frozenset({"repair"})
KIND = Kind("organ_name", check, Params, {"default": PROVIDES, "loose": PROVIDES, "doubled": PROVIDES})
