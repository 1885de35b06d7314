"""How well planted mistakes are found: recall, the exact words, and what else was said, by kind and rule.

``python -m tests.support.planting_report --seeds 8`` plants every kind of mistake by eight seeds in the clean report
in its typings, in the shipped good report and in the corpus, and prints a table by rule; ``--markdown`` prints it for a page, ``--misses`` names what was
not found on its exact words.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from attrs import define, field

from tests.support.planting import Base, Trial
from tests.support.planting.catalogue import PLANTS
from tests.support.planting.model import Changed
from tests.support.planting.trial import trials
from tests.support.typings import movement_typings, typings
from thidua_check.checking import Options, analyse
from thidua_check.findings import Level
from thidua_check.outline.source import load_builtin, load_outlines
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Rule
from thidua_check.ruleset.run import run

FIXTURES = Path(__file__).parents[2] / "fixtures"
CORPUS = FIXTURES / "corpus"
GUIDANCE = CORPUS / "003_0c20e40965675cb7.txt"
# Reports that lost their header with the PDF are judged on the day they were written, as far as that is known.
_DATES = {"000": date(2025, 5, 20), "002": date(2024, 2, 20), "004": date(2025, 5, 20)}
_OUTLINED = ("000", "001")
_HEADINGS = ("rule", "kind", "in text", "in Word", "found", "exact words", "with something else")


@define
class Tally:
    """What came of one kind of mistake; ``changes`` are the different ones, with whether a Word file held them."""

    kind: str
    rule: str
    text: int = 0
    word: int = 0
    found: int = 0
    exact: int = 0
    strange: int = 0
    misses: list[str] = field(factory=list)
    strangers: list[str] = field(factory=list)
    changes: set[tuple[bool, Changed]] = field(factory=set)

    def add(self, trial: Trial) -> None:
        """Count one trial."""
        self.text += not trial.word
        self.word += trial.word
        self.found += trial.found
        self.exact += trial.exact
        self.strange += bool(trial.strangers)
        if not trial.exact:
            self.misses.append(f"{trial.source}: “{trial.words}”{'' if trial.found else ', not found'}")
        self.misses += [f"{trial.source}: “{trial.words}” also gave {other}" for other in trial.strangers]
        self.strangers += trial.strangers
        self.changes.add((trial.word, trial.change))


def clean_bases(names: Iterable[str] | None = None) -> list[Base]:
    """Return the clean reports in their typings (all, or the named ones).

    The one on one movement is held against the built-in outline.
    """
    outlined, free = Options(outlines=(load_builtin("VNN"),), stage="issued"), Options(stage="issued")
    made = [(typings(), outlined), (movement_typings(), free)]
    return [
        Base(name, read(data, name=file), options)
        for files, options in made
        for name, (file, data) in files.items()
        if names is None or name in names
    ]


def draft_bases() -> list[Base]:
    """Return the shipped good report, as a Word file and as Markdown, held against its guidance letter."""
    drafts = FIXTURES / "drafts"
    options = Options(outlines=load_outlines(str(drafts / "cong-van-huong-dan.docx")), stage="issued")
    return [Base(name, read(drafts / name), options) for name in ("bao-cao-dat.docx", "bao-cao-dat.md")]


def corpus_bases(names: Iterable[str] = ("000", "001", "002", "004")) -> list[Base]:
    """Return documents of the corpus; the two reports on movements are held against their guidance letter."""
    given = load_outlines(str(GUIDANCE))
    out = []
    for name in names:
        (path,) = CORPUS.glob(f"{name}_*.txt")
        options = Options(outlines=given if name in _OUTLINED else (), stage="issued", as_of=_DATES.get(name))
        out.append(Base(name, read(path), options))
    return out


def tally(found: Iterable[Trial]) -> list[Tally]:
    """Count trials by kind."""
    out: dict[str, Tally] = {}
    for trial in found:
        out.setdefault(trial.kind, Tally(trial.kind, trial.rule)).add(trial)
    return list(out.values())


def table(tallies: Sequence[Tally], *, markdown: bool = False) -> str:
    """Return the figures as a table with a last line for all."""
    ordered = sorted(tallies, key=lambda t: t.rule)
    figures = [(t.text, t.word, t.found, t.exact, t.strange) for t in ordered]
    rows = [(t.rule, t.kind, *own) for t, own in zip(ordered, figures, strict=True)]
    total = ("all", "", *(sum(row[column] for row in figures) for column in range(5)))
    cells = [_HEADINGS, *(tuple(map(str, row)) for row in [*rows, total])]
    widths = [max(len(row[column]) for row in cells) for column in range(len(_HEADINGS))]
    lines = [
        [
            text.ljust(width) if n < 2 else text.rjust(width)
            for n, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        for row in cells
    ]
    if markdown:
        rule = ["-" * width if n < 2 else "-" * (width - 1) + ":" for n, width in enumerate(widths)]
        return "\n".join(f"| {' | '.join(line)} |" for line in [lines[0], rule, *lines[1:]])
    return "\n".join("  ".join(line).rstrip() for line in lines)


def false_alarms(tallies: Sequence[Tally], clean: Iterable[Base], rules: Sequence[Rule]) -> Counter[str]:
    """Count by rule what was said beside planted mistakes, and what fails at warning or above in clean reports."""
    alarms = Counter(stranger.split(" ")[0] for each in tallies for stranger in each.strangers)
    for base in clean:
        findings = run(rules, analyse(base.document, base.options)).findings
        alarms.update(f.rule for f in findings if f.outcome == "fail" and f.level >= Level.WARNING)
    return alarms


def main(arguments: Sequence[str] | None = None) -> int:
    """Plant, judge, print; 1 if a planted mistake was not found or something else was said."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.planting_report", description=__doc__)
    parser.add_argument("--seeds", type=int, default=4, help="trials for each kind and document (4)")
    parser.add_argument("--markdown", action="store_true", help="print the table for a page")
    parser.add_argument("--misses", action="store_true", help="name what was not found on its exact words")
    parser.add_argument("--kinds", nargs="+", choices=list(PLANTS), help="plant these kinds only")
    parser.add_argument("--clean-only", action="store_true", help="leave the corpus out")
    given = parser.parse_args(arguments)
    rules = load_rules().rules
    clean = [*clean_bases(), *draft_bases()]
    bases = clean if given.clean_only else [*clean, *corpus_bases()]
    plants = {kind: PLANTS[kind] for kind in given.kinds or PLANTS}
    tallies = tally(trials(bases, rules, given.seeds, plants))
    sys.stdout.write(table(tallies, markdown=given.markdown) + "\n\n")
    alarms = ", ".join(
        f"{rule} {count}" for rule, count in sorted(false_alarms(tallies, clean, rules).items())
    )
    sys.stdout.write(f"False alarms: {alarms or 'none'}.\n")
    if given.misses:
        sys.stdout.writelines(f"{t.kind} ({t.rule}) {miss}\n" for t in tallies for miss in t.misses)
    return int(any(t.misses for t in tallies))


if __name__ == "__main__":
    sys.exit(main())
