"""Every row of the registries counts: without it something else is said of words made from it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.tried.registries import Row, rows, without
from tests.support.tried.rows import REGISTRIES, sample_of
from tests.support.tried.sample import Sample, said_anew
from thidua_check.registry import load_registry
from thidua_check.ruleset.legal import Instrument, load_instruments
from thidua_check.ruleset.movement_names import former_names
from thidua_check.ruleset.registries import REGISTRIES as LOADERS

_PLAIN = {"right", "level", "source"}
_PHRASES = [
    str(row.table()["right"].raw)
    for row in load_registry("set_phrases").items()
    if set(row.table()) <= _PLAIN
]
_SPELLINGS = [
    tuple(str(form.raw) for form in row.items())
    for row in load_registry("terms").table()["spellings"].items()
]
_OUT_OF_FORCE = [
    row
    for group in load_instruments().values()
    for row in group
    if row.sure and row.issued and row.until and row.symbol.startswith(("NĐ", "TT", "QĐ"))
]


def _rows() -> Iterator[tuple[str, Row]]:
    for name in REGISTRIES:
        for row in rows(name):
            yield name, row


def _marked(rule: str, text: str, day: date = date(2025, 10, 1)) -> list[str]:
    return [
        words for found in said_anew(Sample(rule, "", text, as_of=day)) for words in found[-1].split(" | ")
    ]


def test_every_registry_is_tried() -> None:
    """There are words for the rows of each registry that is read."""
    assert set(REGISTRIES) == set(LOADERS)


@pytest.mark.parametrize(
    ("name", "row"), list(_rows()), ids=lambda v: v.label if isinstance(v, Row) else str(v)
)
def test_row_counts(name: str, row: Row) -> None:
    """A rule speaks of the words (or is silent) because of the row, and says something else without it."""
    sample = sample_of(name, row)

    said = said_anew(sample)

    assert bool(said) is sample.speaks
    with without(name, row):
        assert said_anew(sample) != said


@pytest.mark.parametrize("right", _PHRASES)
def test_set_phrase(right: str) -> None:
    """A set phrase without its commas and hyphens is marked."""
    wrong = right.replace(",", "").replace(" - ", " ")

    assert _marked("CT05", f"Nội dung về {wrong} của các phòng đã được quán triệt.") == [wrong]


@pytest.mark.parametrize("forms", _SPELLINGS, ids="/".join)
def test_spelling(forms: tuple[str, ...]) -> None:
    """The rarer of two spellings is marked."""
    one, other = forms[:2]
    text = f"Việc này do {one} theo dõi, {one} kiểm tra và {other} tổng hợp, báo cáo."

    assert _marked("CT21", text) == [other]


@pytest.mark.parametrize("name", [f.words for f in former_names() if not f.period])
def test_former_name(name: str) -> None:
    """A name that was given up is marked."""
    written = name[:1].upper() + name[1:]

    assert _marked("TD02", f"Hưởng ứng phong trào thi đua “{written}”, xã đã vận động.") == [written]


@pytest.mark.parametrize("row", _OUT_OF_FORCE, ids=lambda row: row.key)
def test_instrument_out_of_force(row: Instrument) -> None:
    """An instrument is marked as a basis after its time."""
    assert row.issued is not None
    cited = f"{row.type} số {row.key}"

    text = f"Căn cứ {cited} ngày {row.issued:%d/%m/%Y} của {row.issuers[0]};"
    assert _marked("VD06", text, date(2026, 1, 1)) == [cited]
