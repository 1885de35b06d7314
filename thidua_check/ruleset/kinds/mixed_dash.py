"""Dashes and hyphens, with and without spaces, for one thing in one draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.prose import in_spans, prose, symbol_spans
from thidua_check.ruleset.model import Hit, Kind

# "xã hội - chính trị", "thông tin – viễn thông": a word, a spaced dash, a word.
_COMPOUND = re.compile(r"(?<=[\w”)]) [-–] (?=[^\W\d_“])")
# "02 – 03 tập thể", "10-15%": a range of numbers.
_RANGE = re.compile(r"(?<![\w/.,-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\w/.,]|\s?[-–]\s?\d)")
_DASH = re.compile(r"\s?[-–]\s?")
_WORD_BEFORE = re.compile(r"[^\s(“\"]+$")
_WORD_BEHIND = re.compile(r"\S+")
_HYPHEN, _EN_DASH = "-", "–"
_SPACES = {" -", "- ", " –", "– "}


@frozen
class Params:
    """A form that makes up at most ``share`` percent of the cases is the odd one, if there are ``fewest`` cases
    (of a dash between words ``words``, since that has one usual form). ``same`` cases suffice where they are one period.
    """

    share: int = 40
    fewest: int = 4
    same: int = 3
    words: int = 3


@frozen
class _Case:
    """A place with a dash: ``sign`` is what stands between the two words, its spaces included; ``years`` of a period."""

    passage: Passage
    sign: str
    years: tuple[int, int] | None = None


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding for periods and one for words, the forms that are the exception in this draft."""
    paragraphs = prose(draft)
    symbols = symbol_spans(draft)
    periods = _periods(draft)
    yield from list(_odd("default", periods, params.share, params.fewest)) or _odd_in_one_period(
        periods, params
    )
    dashed = [p for p in paragraphs if _HYPHEN in p.text or _EN_DASH in p.text]
    compounds = [case for p in dashed for case in _compounds(p) if not in_spans(symbols, p, *_span(case))]
    yield from _odd("compound", compounds, params.share, params.words)
    ranges = [case for p in dashed for case in _ranges(p) if not in_spans(symbols, p, *_span(case))]
    one_way = [case for case in ranges if case.sign not in _SPACES]
    yield from _odd("range", one_way, params.share, params.fewest)


def _span(case: _Case) -> tuple[int, int]:
    return case.passage.start, case.passage.end


def _periods(draft: Draft) -> list[_Case]:
    """Return the periods written with a dash; one space alone is another rule's matter."""
    cases: list[_Case] = []
    for period in draft.facts.periods:
        sign = _DASH.search(period.passage.text)
        if sign and period.passage.text.count("20") + period.passage.text.count("19") >= len("ab"):
            written = sign.group().replace("\u00a0", " ")
            if written not in _SPACES:
                cases.append(_Case(period.passage, written, (period.first, period.last)))
    return cases


def _compounds(paragraph: Paragraph) -> Iterator[_Case]:
    text = paragraph.text
    for match in _COMPOUND.finditer(text):
        before = _WORD_BEFORE.search(text, max(0, match.start() - 40), match.start())
        behind = _WORD_BEHIND.match(text, match.end())
        if before and behind and not before.group()[-1].isdigit():
            yield _Case(Passage(paragraph, before.start(), behind.end()), match.group())


def _ranges(paragraph: Paragraph) -> Iterator[_Case]:
    for match in _RANGE.finditer(paragraph.text):
        sign = _DASH.search(match.group())
        if sign:
            yield _Case(Passage(paragraph, *match.span()), sign.group())


def _odd_in_one_period(cases: Sequence[_Case], params: Params) -> Iterator[Hit]:
    """Yield the odd forms of each period, if its usual form is the draft's most frequent one."""
    counts = Counter(case.sign for case in cases)
    by_years: dict[tuple[int, int] | None, list[_Case]] = {}
    for case in cases:
        by_years.setdefault(case.years, []).append(case)
    for group in by_years.values():
        usual, _ = Counter(case.sign for case in group).most_common(1)[0]
        if 2 * counts[usual] > len(cases):
            yield from _odd("default", group, params.share, params.same)


def _odd(variant: str, cases: Sequence[_Case], share: int, fewest: int) -> Iterator[Hit]:
    counts = Counter(case.sign for case in cases)
    if len(counts) < len("ab"):
        return
    usual, most = counts.most_common(1)[0]
    rest = len(cases) - most
    if len(cases) < fewest or 100 * rest > share * len(cases):
        return
    for case in [case for case in cases if case.sign != usual]:
        repair = case.passage.text.replace(case.sign, usual, 1)
        values = {"repair": repair, "usual": str(most), "odd": str(rest)}
        yield Hit(case.passage, values, variant=variant, fold=variant, replacement=repair, safe=True)


_PROVIDES = frozenset({"repair", "usual", "odd"})
KIND = Kind("mixed_dash", check, Params, {"default": _PROVIDES, "compound": _PROVIDES, "range": _PROVIDES})
