"""What is said of text that nobody planted mistakes in, for a person to read beside it.

``python -m tests.support.precision_report FOLDER...`` checks every draft of the folders (or files) as issued and
prints findings at warning or above per page of 450 words, by family and by rule; then it draws some of each family by
seed, each with the words round it. Nothing of the texts is kept.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from attrs import frozen

from thidua_check.checking import Options, check_all, expand
from thidua_check.document import Document
from thidua_check.findings import Finding, Level
from thidua_check.report import Checked

_PAGE = 450
_ROOM = 70


@frozen
class Said:
    """A finding with the name of its file and the words round it."""

    file: str
    finding: Finding
    context: str


@frozen
class Reading:
    """All findings of a set of files, with their number of pages; ``broken`` names unread files and crashed rules."""

    files: int
    pages: float
    said: tuple[Said, ...]
    broken: tuple[str, ...]

    def per_page(self, count: int) -> float:
        """Return how many findings a page has."""
        return count / self.pages if self.pages else 0.0


def reading(paths: Sequence[Path], *, least: Level = Level.WARNING, preview: bool = False) -> Reading:
    """Check files as issued documents."""
    report = check_all(paths, options=Options(stage="issued", preview=preview))
    words, files = 0, 0
    said: list[Said] = []
    broken: list[str] = []
    for done in report.documents:
        if not isinstance(done, Checked):
            broken.append(f"{Path(done.path).name}: {done.error}")
            continue
        files += 1
        document = done.draft.document
        words += sum(len(p.text.split()) for p in document.everything)
        broken += [
            f"{Path(done.path).name}: {o.id} {o.reason}" for o in done.outcomes if o.outcome == "error"
        ]
        said += [
            Said(Path(done.path).name, finding, _context(document, finding))
            for finding in done.findings
            if finding.outcome == "fail" and finding.level >= least
        ]
    return Reading(files, words / _PAGE, tuple(said), tuple(broken))


def _context(document: Document, finding: Finding) -> str:
    """Return the words round a finding, its own between ⟦ and ⟧."""
    place = finding.location
    for paragraph in document.everything:
        if (paragraph.part, paragraph.block) == (place.part, place.block):
            text = paragraph.text
            before, after = (
                text[max(0, place.start - _ROOM) : place.start],
                text[place.end : place.end + _ROOM],
            )
            return " ".join(f"{before}⟦{text[place.start : place.end]}⟧{after}".split())
    return finding.excerpt


def table(read: Reading) -> str:
    """Return findings and findings per page by family and rule."""
    lines = [f"{read.files} files, {read.pages:.0f} pages, {len(read.said)} findings"]
    for length in (2, 4):
        counts = Counter(said.finding.rule[:length] for said in read.said)
        lines += [
            f"{name:<5} {count:>5}  {read.per_page(count):.3f} a page"
            for name, count in sorted(counts.items())
        ]
    return "\n".join(lines)


def drawn(read: Reading, most: int, seed: int) -> list[Said]:
    """Return up to ``most`` findings of each family, drawn by seed, in the order of rules and files."""
    out: list[Said] = []
    for family in sorted({said.finding.family for said in read.said}):
        own = [said for said in read.said if said.finding.family == family]
        out += random.Random(f"{family}/{seed}").sample(own, min(most, len(own)))
    return sorted(out, key=lambda s: (s.finding.rule, s.file, s.finding.location.block))


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, print."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.precision_report", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--draw", type=int, default=50, help="findings of each family to read (50)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--level", choices=["info", "warning", "error"], default="warning")
    parser.add_argument("--preview", action="store_true", help="rules that are still being tried too")
    given = parser.parse_args(arguments)
    found = (path for folder in given.folders for path in expand(folder))
    paths = [path for path in found if path.name != "README.md"]
    read = reading(paths, least=Level.named(given.level), preview=given.preview)
    sys.stdout.write(table(read) + "\n")
    sys.stdout.writelines(f"broken: {line}\n" for line in read.broken)
    for said in drawn(read, given.draw, given.seed):
        places = f" x{said.finding.count}" if said.finding.count > 1 else ""
        sys.stdout.write(
            f"\n{said.finding.rule} {said.finding.level} {said.file}{places}\n"
            f"  {said.context}\n  {said.finding.message.vi}\n"
        )
    return int(bool(read.broken))


if __name__ == "__main__":
    sys.exit(main())
