"""What is said of suppressions after a run."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from tests.render import samples
from thidua_check.config.apply import Plan, plan_for, remarks
from thidua_check.config.baseline import Baseline, Known
from thidua_check.config.entries import Entry
from thidua_check.config.tables import Faults
from thidua_check.document import Comment
from thidua_check.findings import Words
from thidua_check.report import Checked
from thidua_check.suppress import Suppressed, Suppression

TODAY = date(2026, 1, 15)
FREE = {"NT01": True, "NT02": True, "NT03": True, "NT04": False}


def entry(rule: str, expires: date | None = None) -> Entry:
    """An entry of an invented file."""
    by = Suppression(rule, "lý do", Words(f"a.toml, {rule}"), section=("I",))
    return Entry(by, "a.toml", f"suppress[{rule}]", expires)


def said(plan: Plan, document: Checked) -> list[str]:
    """What is said of one draft."""
    return [words.vi for words in remarks([plan], [document], FREE, TODAY)]


def test_entry_is_unused_only_if_its_rule_was_judged() -> None:
    """A rule that did not apply says nothing of its suppressions."""
    plan = Plan("bao-cao.txt", (entry("NT02"), entry("NT03")))

    assert said(plan, samples.checked()) == [
        "a.toml, suppress[NT02] (NT02): không dùng đến trong lần kiểm tra này."
    ]


def test_used_entry_is_not_told() -> None:
    """What set a finding aside is in the list of suppressed findings already."""
    used = entry("NT01")
    document = evolve(samples.checked(), suppressed=(Suppressed(samples.date_finding(), used.by),))

    assert said(Plan("bao-cao.txt", (used,)), document) == []


def test_last_day_counts() -> None:
    """An entry holds through its last day."""
    last, over = entry("NT01", TODAY), entry("NT02", date(2026, 1, 14))
    plan = Plan("bao-cao.txt", (last, over))

    assert plan.suppressions(TODAY) == (last.by,)
    assert said(Plan("bao-cao.txt", (over,)), samples.checked()) == [
        "a.toml, suppress[NT02] (NT02): đã hết hạn từ sau ngày 14/1/2026, không còn tác dụng."
    ]


def test_answer_without_effect_is_told() -> None:
    """An answer in a Word comment cannot suppress a rule that is not suppressible."""
    thread = (
        Comment("thidua_check", "LỖI NT04: sai.\n[NT04 · 0123456789abcdef]"),
        Comment("Lê Mẫu", "BỎ QUA: đúng mà", parent=0),
    )
    document = evolve(samples.draft().document, comments=thread)

    assert said(Plan("bao-cao.txt", ()), samples.checked(document=document)) == [
        "bao-cao.txt: trả lời nhận xét của Lê Mẫu trong tệp không có tác dụng,"
        " vì quy tắc NT04 không được bỏ qua."
    ]


def test_baseline_entries_that_are_gone_are_counted() -> None:
    """Known findings of judged rules that are no longer found may be pruned."""
    known = tuple(
        Known("bao-cao.txt", rule, f"{n:016x}", "x") for n, rule in enumerate(("NT02", "NT03", "NT01"))
    )
    plan = plan_for("bao-cao.txt", None, Baseline("nen.json", known), Faults())

    assert said(plan, samples.checked()) == [
        "Tệp mức nền có 2 phát hiện không còn nữa (bỏ đi bằng: thidua-check baseline prune)."
    ]
