"""Every row of the registries is used: the rule that reads it speaks of a sentence made from it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from thidua_check.checking import Options, analyse
from thidua_check.read import read
from thidua_check.registry import load_registry
from thidua_check.ruleset.legal import Instrument, load_instruments
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.movement_names import former_names
from thidua_check.ruleset.run import run_rule

RULES = {rule.id: rule for rule in load_rules().rules}
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
_INSTRUMENTS = [
    row
    for rows in load_instruments().values()
    for row in rows
    if row.sure and row.issued and row.symbol.startswith(("NĐ", "TT", "QĐ"))
]


def _marked(rule: str, text: str, day: date = date(2025, 10, 1)) -> list[str]:
    draft = analyse(read(text.encode(), name="a.txt"), Options(stage="issued", as_of=day))
    _, found = run_rule(RULES[rule], draft)
    return [place.excerpt for _, finding in found for place in finding.places]


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


@pytest.mark.parametrize("row", _INSTRUMENTS, ids=lambda row: row.key)
def test_instrument(row: Instrument) -> None:
    """A known instrument is marked with another date, and as a basis after its time."""
    assert row.issued is not None
    cited = f"{row.type} số {row.key}"
    other = f"{row.issued - timedelta(days=3):%d/%m/%Y}"

    assert _marked("VD08", f"Thực hiện {cited} ngày {other} của {row.issuers[0]}.") == [other]
    if row.until is not None and row.until < date(2026, 1, 1):
        text = f"Căn cứ {cited} ngày {row.issued:%d/%m/%Y} của {row.issuers[0]};"
        assert _marked("VD06", text, date(2026, 1, 1)) == [cited]
