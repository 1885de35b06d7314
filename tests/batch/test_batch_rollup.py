"""Sums of the units' figures against a joint report."""

from __future__ import annotations

from decimal import Decimal

import pytest
from attrs import evolve

from thidua_check.batch.model import Amount, Row, Trouble
from thidua_check.batch.rollup import Line, RollUp, Sum, differing, roll_up
from thidua_check.batch.sum_sheets import number
from thidua_check.findings import Words


def amount(value: str, words: str = "xây mới", years: str = "", step: str = "0") -> Amount:
    """An amount of houses."""
    return Amount("kết quả", words, "căn nhà", years, Decimal(value), Decimal(step), f"{value} căn nhà")


def row(path: str, *amounts: Amount, unit: str = "", years: tuple[int, ...] = ()) -> Row:
    """A report of an invented office, named like its file without another name."""
    return Row(path, path, 0, unit=unit or path, years=years, amounts=amounts)


def the_line(found: RollUp) -> Line:
    """The one indicator."""
    (line,) = found.lines
    return line


@pytest.mark.parametrize(
    ("joint", "parts", "verdict"),
    [
        ("46", ("28", "18"), Sum.AGREES),
        ("46", ("28", "17"), Sum.DIFFERS),
        ("44", ("28", "17"), Sum.DIFFERS),
    ],
)
def test_sum(joint: str, parts: tuple[str, str], verdict: Sum) -> None:
    """Where every unit gives the indicator the sum must be that of the joint report, neither more nor less."""
    rows = [row(f"{n}.docx", amount(value)) for n, value in enumerate(parts)]
    line = the_line(roll_up(row("chung.docx", amount(joint)), rows))

    assert line.verdict is verdict
    assert line.total == sum(map(Decimal, parts))


def test_unit_without_the_indicator_leaves_it_open() -> None:
    """Nobody knows whether a unit that does not give it had none."""
    rows = [row("a.docx", amount("28")), row("b.docx")]
    line = the_line(roll_up(row("chung.docx", amount("46")), rows))

    assert (line.verdict, line.lacking) == (Sum.OPEN, ("b.docx",))


def test_more_than_the_joint_report_differs_whoever_is_lacking() -> None:
    """Amounts are not negative: a sum of some that is too much stays too much."""
    rows = [row("a.docx", amount("47")), row("b.docx")]

    assert the_line(roll_up(row("chung.docx", amount("46")), rows)).verdict is Sum.DIFFERS


def test_unread_reports_are_lacking() -> None:
    """A report that could not be checked may have had the rest."""
    broken = Row("b.docx", None, 2, Trouble("damaged", Words("Hỏng.")))
    found = roll_up(row("chung.docx", amount("46")), [row("a.docx", amount("28")), broken])

    assert (the_line(found).verdict, found.unread) == (Sum.OPEN, ("b.docx",))


def test_two_figures_of_one_name_are_not_guessed() -> None:
    """An indicator that a report gives twice with different values is listed as such, on either side."""
    twice = row("a.docx", amount("28"), amount("18"))

    assert the_line(roll_up(row("chung.docx", amount("46")), [twice])).verdict is Sum.AMBIGUOUS
    joint = row("chung.docx", amount("46"), amount("50"))
    assert the_line(roll_up(joint, [row("a.docx", amount("28"))])).verdict is Sum.AMBIGUOUS


def test_repeated_figure_counts_once() -> None:
    """The same value said again is the same indicator."""
    joint = row("chung.docx", amount("46"), amount("46"))

    assert the_line(roll_up(joint, [row("a.docx", amount("46"), amount("46.0"))])).verdict is Sum.AGREES


def test_two_reports_of_one_office_are_not_added() -> None:
    """A draft and its later version would count the same things twice."""
    rows = [row("a.docx", amount("23"), unit="UBND XÃ A"), row("a2.docx", amount("23"), unit="Ubnd xã A")]
    line = the_line(roll_up(row("chung.docx", amount("46")), rows))

    assert (line.verdict, line.doubtful) == (Sum.AMBIGUOUS, ("a.docx", "a2.docx"))


def test_other_names_are_not_matched() -> None:
    """Other words or another year are another indicator; both sides are listed."""
    found = roll_up(
        row("chung.docx", amount("46", years="2024")), [row("a.docx", amount("46", years="2023"))]
    )

    assert the_line(found).verdict is Sum.UNMATCHED
    assert [(path, left.years) for path, left in found.left] == [("a.docx", "2023")]


def test_reports_of_another_period_are_left_out() -> None:
    """A report on other years is told, not added."""
    rows = [row("a.docx", amount("46"), years=(2023,)), row("b.docx", amount("46"), years=(2024,))]
    found = roll_up(row("chung.docx", amount("46"), years=(2024,)), rows)

    assert found.other_period == ("a.docx",)
    assert (the_line(found).verdict, the_line(found).lacking) == (Sum.AGREES, ("a.docx",))


@pytest.mark.parametrize(
    ("parts", "verdict"),
    [(("19", "19", "19"), Sum.SHARED), (("19", "19", "18"), Sum.SHARED), (("19", "18", "17"), Sum.DIFFERS)],
)
def test_figure_that_all_share_is_not_added(parts: tuple[str, ...], verdict: Sum) -> None:
    """What most units give as the joint report does is one thing that they share; a figure of one unit is not."""
    rows = [row(f"{n}.docx", amount(value)) for n, value in enumerate(parts)]

    assert the_line(roll_up(row("chung.docx", amount("19")), rows)).verdict is verdict


def test_copy_of_the_joint_report_is_no_unit() -> None:
    """The joint report that lies among the units' under another name is told, not added."""
    joint = row("chung.docx", amount("46"))
    found = roll_up(joint, [row("a.docx", amount("46")), evolve(joint, path="b.docx")])

    assert found.copies == ("b.docx",)
    assert (the_line(found).verdict, the_line(found).lacking) == (Sum.AGREES, ())


def test_rounding_is_allowed_for() -> None:
    """Printed decimals may each be off by half their last place, counts by nothing."""
    parts = [row("a.docx", amount("1.24", step="0.01")), row("b.docx", amount("1.24", step="0.01"))]

    assert the_line(roll_up(row("chung.docx", amount("2.5", step="0.1")), parts)).verdict is Sum.AGREES
    assert the_line(roll_up(row("chung.docx", amount("2.6", step="0.1")), parts)).verdict is Sum.DIFFERS


def test_differing_ones() -> None:
    """The lines that differ are those that fail a run."""
    found = roll_up(row("chung.docx", amount("1"), amount("2", "sửa chữa")), [row("a.docx", amount("2"))])

    assert [line.amount.words for line in differing(found)] == ["xây mới"]
    assert list(differing(None)) == []


@pytest.mark.parametrize(
    ("value", "shown"), [("1234567", "1.234.567"), ("0.5", "0,5"), ("20", "20"), ("1E+3", "1.000")]
)
def test_numbers_are_written_in_vietnamese(value: str, shown: str) -> None:
    """Points group thousands, a comma stands before decimals."""
    assert number(Decimal(value)) == shown
