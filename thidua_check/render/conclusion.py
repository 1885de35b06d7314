"""The last lines of a screen: files, findings of all of them, and what the exit code means."""

from __future__ import annotations

from thidua_check.findings import Lang, Level
from thidua_check.render.layout import Style, styled, wrap
from thidua_check.render.safe import one_line, shown
from thidua_check.render.view import View
from thidua_check.render.words import GRADE_COUNTS, GRADES, Grade, grade
from thidua_check.render.words_ending import tell
from thidua_check.report import Checked, Report, Unreadable


def grades(*documents: Checked) -> dict[Grade, int]:
    """Return how many findings there are of each grade."""
    found = [grade(f) for d in documents for f in d.findings]
    return {name: found.count(name) for name in GRADES}


def counts_text(counts: dict[Grade, int], lang: Lang) -> str:
    """Return the numbers of findings in words, those that are zero left out."""
    parts = [GRADE_COUNTS[name].get(lang).format(n=n) for name, n in counts.items() if n]
    return ", ".join(parts) or tell("none_found", lang)


def conclusion(report: Report, view: View) -> list[str]:
    """Return the last lines: files, findings of all files, and what the exit code means."""
    lang = view.lang
    checked = [d for d in report.documents if isinstance(d, Checked)]
    unread = [d for d in report.documents if isinstance(d, Unreadable)]
    lines: list[str] = []
    if len(report.documents) > 1:
        lines += wrap(
            styled((tell("files", lang, n=len(checked), all=len(report.documents)), "strong")),
            view.width,
            color=view.color,
        )
        for document in unread:
            lines += wrap(
                styled(tell("unread", lang, path=shown(document.path))), view.width, first="  - ", rest="    "
            )
    total = tell("total", lang, counts=counts_text(grades(*checked), lang))
    for remark in report.remarks:
        lines += wrap(
            styled(one_line(remark.get(lang))), view.width, first="  - ", rest="    ", color=view.color
        )
    code = report.exit_code(view.fail_on)
    style: Style = "good" if code == 0 else "error"
    lines += wrap(styled((total, "strong")), view.width, color=view.color) if checked else []
    return [*lines, *wrap(styled((meaning(report, view), style)), view.width, color=view.color)]


def meaning(report: Report, view: View) -> str:
    """Return the sentence that says what the exit code means."""
    lang, code = view.lang, report.exit_code(view.fail_on)
    if code == 2:
        unread = any(isinstance(d, Unreadable) for d in report.documents) or not report.documents
        return tell("exit_unreadable" if unread else "exit_crashed", lang)
    if code == 1:
        fails = [
            f for f in report.findings if f.outcome == "fail" and f.level >= (view.fail_on or Level.ERROR)
        ]
        return tell("exit_1", lang, n=len(fails))
    if not report.findings:
        return tell("exit_clean", lang)
    return tell("exit_0" if view.fail_on else "exit_never", lang)
