"""Findings set aside for a stated reason: what a suppression says, and what comes of applying it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import evolve, frozen

from thidua_check.document import Comment, Document
from thidua_check.findings import Finding, Outcome, RuleOutcome, Words
from thidua_check.text import fold


@frozen
class Suppression:
    """A finding to set aside: its rule, and its fingerprint or the section (labels from the top) it stands in.

    ``source`` says where the suppression was found, for people; ``in_source`` is set where that is the draft itself.
    """

    rule: str
    reason: str
    source: Words
    fingerprint: str | None = None
    section: tuple[str, ...] | None = None
    in_source: bool = False

    def covers(self, finding: Finding) -> bool:
        """Return whether the finding is the one meant, or stands in the section meant or below it."""
        if finding.rule != self.rule:
            return False
        if self.fingerprint is not None:
            return finding.fingerprint == self.fingerprint
        section = self.section or ()
        return section != () and _labels(finding.location.section)[: len(section)] == section


def _labels(section: Sequence[str]) -> tuple[str, ...]:
    """Return the labels of a section from the top one by one; one that repeats its parent's stands for both.

    >>> _labels(("II", "2", "2.1"))
    ('II', '2', '1')
    """
    kept: list[str] = []
    for label in filter(None, section):
        if kept and label.startswith(kept[-1] + "."):
            kept.pop()
        kept.append(label)
    return tuple(part for label in kept for part in label.split("."))


@frozen
class Suppressed:
    """A finding that was set aside, and by what."""

    finding: Finding
    by: Suppression


@frozen
class Settled:
    """Findings and outcomes after suppression."""

    outcomes: tuple[RuleOutcome, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...]


def settle(
    outcomes: Sequence[RuleOutcome], findings: Sequence[Finding], suppressions: Sequence[Suppression]
) -> Settled:
    """Set findings aside, each by the first suppression that covers it; the outcomes follow the findings that stay."""
    kept: list[Finding] = []
    aside: list[Suppressed] = []
    for finding in findings:
        by = next((s for s in suppressions if s.covers(finding)), None)
        if by is None:
            kept.append(finding)
        else:
            aside.append(Suppressed(finding, by))
    touched = {s.finding.rule for s in aside}
    judged = tuple(_judged(o, kept) if o.id in touched else o for o in outcomes)
    return Settled(judged, tuple(kept), tuple(aside))


def _judged(outcome: RuleOutcome, kept: Iterable[Finding]) -> RuleOutcome:
    """Return the outcome of a rule from those of its findings that stay."""
    left = Counter(f.outcome for f in kept if f.rule == outcome.id)
    came = Outcome.FAIL if left["fail"] else Outcome.REVIEW if left["review"] else Outcome.PASS
    return evolve(outcome, outcome=came, findings=left.total())


def mark(finding: Finding) -> str:
    """Return the line by which a comment is known as the one on a finding.

    >>> MARK.search("[NT01 · 1a2b3c4d5e6f7a8b]").group("rule")
    'NT01'
    """
    return f"[{finding.rule} · {finding.fingerprint}]"


def answers(document: Document) -> tuple[Suppression, ...]:
    """Return the suppressions that people wrote in the file as answers to comments of the checker.

    ``BỎ QUA: lý do`` counts as a line of an answer to such a comment or of the comment itself; without a reason it
    does not, and neither does marking the comment as resolved. Where a program has dropped the threads, a comment on
    the same words as one comment of the checker, and no more, answers it.
    """
    found: list[Suppression] = []
    for comment in document.comments:
        reason = next(_reasons(comment.text), None)
        meant = _meant(comment, document.comments) if reason else None
        if reason and meant:
            source = _source("" if MARK.search(comment.text) else comment.author)
            found.append(Suppression(meant["rule"], reason, source, meant["fingerprint"], in_source=True))
    return tuple(found)


def _meant(comment: Comment, comments: Sequence[Comment]) -> re.Match[str] | None:
    """Return the mark of the comment of the checker that a comment is, or answers."""
    own = MARK.search(comment.text)
    if own or comment.parent is not None:
        return own or MARK.search(_root(comment, comments).text)
    beside = [c for c in comments if c.span is not None and c.span == comment.span]
    marks = [found for c in beside if (found := MARK.search(c.text))]
    return marks[0] if len(marks) == 1 else None


def _root(comment: Comment, comments: Sequence[Comment]) -> Comment:
    """Return the comment that a thread began with; Word's threads are one level deep, other programs' may not be."""
    for _ in comments:
        if comment.parent is None:
            break
        comment = comments[comment.parent]
    return comment


def _reasons(text: str) -> Iterator[str]:
    for line in MARK.sub("\n", text).splitlines():
        said = _SKIP.match(line)
        if said and fold(said["reason"]).strip(_EDGES) not in _NO_REASON:
            yield said["reason"].strip()


def _source(author: str) -> Words:
    by, whose = (f" của {author}", f" by {author}") if author else ("", "")
    return Words(f"trả lời nhận xét{by} trong tệp", f"answer to a comment{whose} in the file")


# "[NT01 · 1a2b3c4d5e6f7a8b]"
MARK: Final = re.compile(r"\[(?P<rule>[A-Z][A-Z0-9]{1,15}) · (?P<fingerprint>[0-9a-f]{16})\]")
# "BỎ QUA: số liệu này đúng", "Bỏ qua – theo mẫu của Bộ"
_SKIP: Final = re.compile(r"\s*[“\"]?bỏ\s{1,3}qua\s*[:–—-]\s*(?P<reason>\S.*)", re.IGNORECASE)
# The words of the instruction itself are no reason.
_NO_REASON: Final = frozenset({"", "lý do", "lí do", "reason"})
_EDGES: Final = " .…\"'()<>[]"
