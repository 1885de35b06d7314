"""Quotation marks that are not closed, not opened, or of the wrong sort."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import define, field, frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import last_words, prose
from thidua_check.ruleset.model import Hit, Kind

# Double signs, and two single ones that stand for a double one: “ ” " ‘' '' ’’.
_SIGN = re.compile(r"[“”„\"]|[‘’']{2}")
# Seconds and inches: 15°07'30", màn hình 43”.
_MEASURE = re.compile(r"(?:[°'′’]\s?\d{1,2}(?:[.,]\d+)?|(?<![\w./-])\d{1,3})$")
_SHOWN = 6
_WINDOW = 80
_OPENING = (" ", "\u00a0", "(", "\n", "\t", "", "*", "_", "[", "“")


@frozen
class Params:
    """``reach`` is how many paragraphs a quotation may run on; ``curly`` how many pairs make curly signs the rule."""

    reach: int = 40
    curly: int = 2


@frozen
class _Sign:
    """A sign: ``opens`` by where it stands, not by its shape."""

    place: int
    paragraph: Paragraph
    start: int
    shape: str
    opens: bool


@define
class _State:
    """What the pass over the signs has found so far."""

    open: list[_Sign] = field(factory=list)
    alone: list[_Sign] = field(factory=list)
    pairs: list[tuple[_Sign, _Sign]] = field(factory=list)


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report lonely signs one by one; wrong shapes and straight signs among curly ones as one finding each."""
    judged = {(p.part, p.block) for p in prose(draft)}
    state = _State()
    for sign in _signs(draft.document.everything):
        _take(state, sign, params.reach)
    alone = [s for s in (*state.alone, *state.open) if (s.paragraph.part, s.paragraph.block) in judged]
    yield from map(_lonely, sorted(alone, key=lambda s: (s.place, s.start)))
    yield from _shapes(state.pairs, params)


def _signs(paragraphs: Iterable[Paragraph]) -> Iterator[_Sign]:
    for place, paragraph in enumerate(paragraphs, 1):
        text = paragraph.text
        if not any(c in text for c in "“”\"„‘'’"):
            continue
        for match in _SIGN.finditer(text):
            start, end = match.span()
            if match.group() == '"' and text[start - 1 : start].isdigit() and not _odd_straight(text):
                continue
            before, behind = text[max(0, start - 1) : start], text[end : end + 1]
            yield _Sign(place, paragraph, start, match.group(), _opens(match.group(), before, behind))


def _opens(shape: str, before: str, behind: str) -> bool:
    """Return whether a sign opens: a curly one by its shape unless both neighbours speak against it.

    >>> _opens("“", ":", "C"), _opens("“", "i", " "), _opens("”", " ", "C"), _opens('"', "i", ".")
    (True, False, True, False)
    """
    inward = behind.isalnum() or (bool(behind) and behind in '(“‘[*"')
    if shape in ("“", "„"):
        return inward or before in _OPENING or before in ":;,"
    if shape == "”":
        return inward and before in _OPENING
    return before in _OPENING if before in _OPENING or not inward else not before.isalnum()


def _odd_straight(text: str) -> bool:
    """Whether the straight signs of a paragraph cannot all be inches."""
    return text.count('"') > 1


def _take(state: _State, sign: _Sign, reach: int) -> None:
    """Put a sign to the ones before it; quotations may be nested and run over paragraphs."""
    while state.open and sign.place - state.open[0].place > reach:
        state.alone.append(state.open.pop(0))
    if sign.opens:
        state.open.append(sign)
    elif state.open:
        first = state.open.pop()
        state.pairs.append((first, sign))
    elif not _MEASURE.search(sign.paragraph.text, max(0, sign.start - 10), sign.start):
        state.alone.append(sign)


def _lonely(sign: _Sign) -> Hit:
    text = sign.paragraph.text
    end = sign.start + len(sign.shape)
    if sign.opens:
        words = list(re.finditer(r"\S+", text[sign.start : sign.start + _WINDOW]))[:_SHOWN]
        passage = Passage(sign.paragraph, sign.start, sign.start + words[-1].end())
        return Hit(passage, {"words": _words(passage.text, sign.shape)})
    passage = last_words(sign.paragraph, end, _SHOWN)
    return Hit(passage, {"words": _words(passage.text, sign.shape)}, variant="unopened")


def _words(text: str, shape: str) -> str:
    """Return the words beside a lonely sign without it, so that they can be quoted; the sign if it stands alone.

    >>> _words("“Dân vận", "“"), _words("vận khéo”", "”"), _words("“", "“")
    ('Dân vận', 'vận khéo', '“')
    """
    return " ".join(text.removeprefix(shape).removesuffix(shape).split()) or text


def _shapes(pairs: list[tuple[_Sign, _Sign]], params: Params) -> Iterator[Hit]:
    curly = sum(a.shape == "“" and b.shape == "”" for a, b in pairs)
    straight = sum(a.shape == '"' and b.shape == '"' for a, b in pairs)
    for first, last in sorted(pairs, key=lambda pair: (pair[0].place, pair[0].start)):
        if first.paragraph is not last.paragraph:
            continue
        passage = Passage(first.paragraph, first.start, last.start + len(last.shape))
        inner = passage.text[len(first.shape) : -len(last.shape)]
        shapes = first.shape, last.shape
        if shapes == ("“", "”"):
            continue
        if shapes == ('"', '"'):
            if curly >= params.curly and curly > straight:
                yield _shape_hit(passage, inner, "straight")
        else:
            yield _shape_hit(passage, inner, "shape")


def _shape_hit(passage: Passage, inner: str, variant: str) -> Hit:
    repair = f"“{inner}”"
    return Hit(passage, {"repair": repair}, variant=variant, fold=variant, replacement=repair, safe=True)


_PROVIDES, _WORDS = frozenset({"repair"}), frozenset({"words"})
KIND = Kind(
    "quote_signs",
    check,
    Params,
    {"default": _WORDS, "unopened": _WORDS, "straight": _PROVIDES, "shape": _PROVIDES},
)
