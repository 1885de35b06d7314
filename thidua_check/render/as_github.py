"""Annotations for a GitHub workflow, one command a line, the worst first.

Every line begins with a command of ours, and every word that came from outside is escaped as the runner's toolkit
does it (``%``, CR, LF; in properties also ``:`` and ``,``), so that quoted text can neither end a command nor begin one.
"""

from __future__ import annotations

from collections.abc import Iterator

from thidua_check.findings import Finding, Lang, Outcome
from thidua_check.render.conclusion import counts_text, grades
from thidua_check.render.places import place
from thidua_check.render.safe import one_line, shown
from thidua_check.render.sentences import sentences
from thidua_check.render.uris import posix
from thidua_check.render.view import View
from thidua_check.render.words import PHRASES, Grade, grade
from thidua_check.render.words_ending import tell
from thidua_check.report import Checked, Report, Unreadable

_COMMANDS: dict[Grade, str] = {"error": "error", "warning": "warning", "info": "notice", "review": "notice"}
_ORDER = ("error", "warning", "notice")


def render_github(report: Report, view: View) -> str:
    """Return one workflow command for each finding, unreadable file and crashed rule, and a line that counts them."""
    found = [line for document in report.documents for line in _document(document, view)]
    found.sort(key=lambda pair: _ORDER.index(pair[0]))
    checked = [d for d in report.documents if isinstance(d, Checked)]
    total = tell("total", view.lang, counts=counts_text(grades(*checked), view.lang))
    return "".join(f"{line}\n" for _, line in found) + f"thidua-check: {total}\n"


def command(name: str, text: str, **properties: str | int | None) -> str:
    """Return one workflow command; properties that are None are left out.

    >>> command("error", "50%\\n::set-env::", file="a,b.txt", line=3)
    '::error file=a%2Cb.txt,line=3::50%25 ::set-env::'
    """
    given = ",".join(f"{key}={_property(str(v))}" for key, v in properties.items() if v is not None)
    return f"::{name}{' ' if given else ''}{given}::{_data(one_line(text))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(shown(text)).replace(":", "%3A").replace(",", "%2C")


def _document(document: Checked | Unreadable, view: View) -> Iterator[tuple[str, str]]:
    lang = view.lang
    if isinstance(document, Unreadable):
        error = document.error
        text = error.en if lang == "en" else error.vi
        title = PHRASES["unreadable"].get(lang)
        yield "error", command("error", text, file=posix(document.path), title=title)
        return
    for outcome in document.outcomes:
        if outcome.outcome is Outcome.ERROR:
            reason = outcome.reason.get(lang) if outcome.reason else ""
            text = tell("crashed", lang, reason=reason)
            yield "error", command("error", text, file=posix(document.path), title=outcome.id)
    for finding in document.findings:
        if finding.level >= view.min_level:
            name = _COMMANDS[grade(finding)]
            yield name, _finding(name, document.path, finding, lang)


def _finding(name: str, path: str, finding: Finding, lang: Lang) -> str:
    location = finding.location
    return command(
        name,
        sentences(finding, lang),
        file=posix(path),
        line=location.line,
        endLine=location.line_end if location.line else None,
        title=f"{finding.rule} ({place(location, lang)})",
    )
