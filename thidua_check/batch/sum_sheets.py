"""The tables of a roll-up: what adds up and what does not, and what could not be matched."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from thidua_check.batch.model import Amount, Row
from thidua_check.batch.rollup import Line, RollUp, Sum
from thidua_check.batch.sheets import Cell, Sheet, Tone
from thidua_check.batch.words import SUMS, say
from thidua_check.findings import Lang

_TONES: dict[Sum, Tone] = {
    Sum.AGREES: "good",
    Sum.DIFFERS: "error",
    Sum.OPEN: "review",
    Sum.AMBIGUOUS: "review",
}
_ORDER = (Sum.DIFFERS, Sum.OPEN, Sum.AMBIGUOUS, Sum.AGREES, Sum.SHARED, Sum.UNMATCHED)


def sum_sheets(joint: Row, sums: RollUp | None, lang: Lang) -> Iterator[Sheet]:
    """Yield the tables of a roll-up; a joint report that was not checked is said to be so."""
    note = say("sums_note", lang, path=joint.path)
    heads = tuple(
        say(key, lang) for key in ("heading", "indicator", "joint", "sum", "result", "parts", "without")
    )
    if sums is None:
        reason = joint.trouble.said.get(lang) if joint.trouble else ""
        yield Sheet("cong-don", say("sums", lang), heads, (), (note, f"{say('failed', lang)}: {reason}"))
        return
    lines = sorted(sums.lines, key=lambda line: _ORDER.index(line.verdict))
    others = [f"{path}: {say('other_period', lang)}" for path in sums.other_period]
    others += [f"{path}: {say('copy', lang)}" for path in sums.copies]
    body = tuple(_line(line, lang) for line in lines)
    yield Sheet("cong-don", say("sums", lang), heads, body, (note, *others))
    left = tuple(
        (Cell(path), Cell(amount.heading), Cell(_indicator(amount)), Cell(amount.shown))
        for path, amount in sums.left
    )
    heads = tuple(say(key, lang) for key in ("file", "heading", "indicator", "figure"))
    yield Sheet("khong-ghep-duoc", say("left", lang), heads, left)


def _line(line: Line, lang: Lang) -> tuple[Cell, ...]:
    unmatched = line.verdict is Sum.UNMATCHED
    parts = "; ".join(f"{path}: {amount.shown}" for path, amount in line.parts)
    return (
        Cell(line.amount.heading),
        Cell(_indicator(line.amount)),
        Cell(line.amount.shown),
        Cell("" if unmatched else number(line.total)),
        Cell(SUMS[line.verdict].get(lang), _TONES.get(line.verdict, "")),
        Cell(parts),
        Cell("" if unmatched else "; ".join((*line.doubtful, *line.lacking))),
    )


def _indicator(amount: Amount) -> str:
    name = f"{amount.words} … {amount.unit}"
    return f"{name} ({amount.years})" if amount.years else name


def number(value: Decimal) -> str:
    """Return a number with Vietnamese separators.

    >>> number(Decimal("2308600000.0")), number(Decimal("1234.50"))
    ('2.308.600.000', '1.234,5')
    """
    whole, _, rest = f"{value:,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", ".") + (f",{rest}" if rest else "")
