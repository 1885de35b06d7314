"""What came of a run: each file checked or unreadable, and the exit code that follows."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from thidua_check.draft import Draft
from thidua_check.errors import UnreadableError
from thidua_check.findings import Finding, Lang, Level, Outcome, RuleOutcome, Words
from thidua_check.rule_card import RuleCard
from thidua_check.suppress import Suppressed


@frozen
class Checked:
    """One file that was checked; ``suppressed`` findings were set aside and are not among ``findings``."""

    draft: Draft
    outcomes: tuple[RuleOutcome, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()

    @property
    def path(self) -> str:
        """The path as it was given."""
        return self.draft.document.path


@frozen
class Unreadable:
    """One file that could not be checked, and why."""

    path: str
    sha256: str | None
    error: UnreadableError


@frozen
class Report:
    """All that came of a run, file by file in the order given.

    ``rules`` are the rules that were run; ``remarks`` is what is to be said of the run itself, such as suppressions
    that were not used.

    >>> Report(documents=(), pack_version="1", pack_sha256="").exit_code()
    2
    """

    documents: tuple[Checked | Unreadable, ...]
    pack_version: str
    pack_sha256: str
    lang: Lang = field(default="vi")
    rules: tuple[RuleCard, ...] = ()
    remarks: tuple[Words, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding of every document."""
        return tuple(f for d in self.documents if isinstance(d, Checked) for f in d.findings)

    @property
    def suppressed(self) -> tuple[Suppressed, ...]:
        """Every finding that was set aside, of every document."""
        return tuple(s for d in self.documents if isinstance(d, Checked) for s in d.suppressed)

    def counts(self) -> Mapping[str, int]:
        """Return how many findings fail at each level and how many ask for a look."""
        out = {"error": 0, "warning": 0, "info": 0, "review": 0}
        for finding in self.findings:
            out["review" if finding.outcome == "review" else str(finding.level)] += 1
        return out

    def exit_code(self, fail_on: Level | None = Level.ERROR) -> int:
        """Return 0, 1 or 2 as the command does; ``fail_on`` None means that no finding fails the run.

        2: a file or a rule could not be checked, or there was no file; 1: a failing finding at ``fail_on`` or
        above; 0 otherwise.
        """
        if not self.documents or any(isinstance(d, Unreadable) for d in self.documents):
            return 2
        if any(
            o.outcome is Outcome.ERROR for d in self.documents if isinstance(d, Checked) for o in d.outcomes
        ):
            return 2
        if fail_on is None:
            return 0
        return int(any(f.outcome == "fail" and f.level >= fail_on for f in self.findings))
