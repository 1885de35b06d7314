"""The page ``docs/accuracy.md``: what was measured on what, the tables, how to repeat it.

``python -m tests.support.accuracy_page --write`` plants mistakes, mutates rules and writes the page; the figures of
reading come from ``docs/accuracy-reading.yaml``, where they were entered by hand. It takes some minutes.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from tests.support.mutation_report import Mutant, mutants
from tests.support.mutation_report import table as mutation_table
from tests.support.planting.catalogue import NOT_PLANTED, PARTIAL, PLANTS, WORD_ONLY
from tests.support.planting.trial import trials
from tests.support.planting_report import Tally, clean_bases, corpus_bases, draft_bases, false_alarms, tally
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Rule

DOCS = Path(__file__).parents[2] / "docs"
PAGE = DOCS / "accuracy.md"
_READING = DOCS / "accuracy-reading.yaml"
_SURVIVORS = DOCS / "accuracy-survivors.yaml"

_INTRO = """# Accuracy

This page is written by `python -m tests.support.accuracy_page --write`; only the figures on reading are entered by
hand, in `docs/accuracy-reading.yaml`. Three things are measured, each for itself: whether mistakes are found that
were put in on purpose, whether the examples in the rule files would notice a changed rule, and whether what is said of
text that nobody planted anything in is right.
"""
_PLANTING = """## Planted mistakes

Something that holds in a document is made wrong by seed: a digit of a total, the day of a cited decision, a mark of a
word, the size of a line, a sentence said in one more paragraph. *Found* is a new finding of the rule at that place;
*exact* is one that marks the words and few more; *beside* counts trials after which another rule spoke at warning or
above without reason. Documents: a clean report in four kinds of Word file and two of text, a clean report on several
movements in two kinds of Word file and one of text, the shipped good report (Word, Markdown), four documents of
`fixtures/corpus/`. {seeds} seeds for each kind and document; a change that was made before is not counted again. Facts
that the checker does not see in a document are never changed: this says how well it judges what it understands.
"""
# So many different changes a rule must have been tried on, in text and in Word.
ENOUGH = 5
_FEW = """Rules that were tried on fewer than {enough} different changes (a change that was made alike in two typings of one
report is one):
"""
_MUTATION = """## Changed rules

Every parameter of every rule is changed, one at a time: a figure ten times, one and a half times, half and a tenth as
large, a truth turned round, an entry of a list dropped, a list cut in half; and every row of the registries is dropped.
A mutant is caught by the *examples* when one of a rule file no longer behaves, and by the *tests* when something else
is said of the words that try the parameter or the row (`tests/support/tried/`, held by `tests/ruleset/`). The tests go
through the entries and rows that are there: they hold that each of them counts, not that none is missing. For each
sort of change, caught by either of those made is shown.
"""
_READ = """## Text that nobody planted anything in

Judged as issued documents. Read beside the text; *right*: the text is wrong as the finding says; *doubtful*: right by
the letter, but a careful officer might let it stand; *wrong*: a false alarm. A family with more than one wrong finding
in ten pages would not be stable. The texts are public and not part of this repository. Read on {date}.
"""
_REPEAT = """## To repeat it

```sh
python -m tests.support.planting_report --seeds 6 --misses
python -m tests.support.mutation_report --survivors
python -m tests.support.precision_report FOLDER... --draw 50 --seed 1
python -m tests.support.accuracy_page --write
```
"""


def planting_section(
    tallies: Sequence[Tally], alarms: Mapping[str, int], rules: Iterable[Rule], seeds: int
) -> str:
    """Return the table by rule, the kinds that are not always found, and the rules that cannot be planted."""
    titles = {rule.id: rule.title.en for rule in rules}
    lines = [
        _PLANTING.format(seeds=seeds),
        "| rule | | in text | in Word | found | exact | beside |",
        "|---|---|---:|---:|---:|---:|---:|",
    ]
    by_rule: dict[str, list[Tally]] = {}
    for each in tallies:
        by_rule.setdefault(each.rule, []).append(each)
    for rule, own in sorted(by_rule.items()):
        lines.append(f"| {rule} | {titles[rule]} | {_figures(own)} |")
    lines.append(f"| all | | {_figures(tallies)} |")
    lines += ["", _FEW.format(enough=ENOUGH), *_few(by_rule)]
    if NOT_PLANTED:
        lines += ["", "Rules for which nothing is planted:", ""]
        lines += [f"- {rule}: {why}." for rule, why in sorted(NOT_PLANTED.items())]
    lines += ["", "Kinds of mistake that are not always found, and why:", ""]
    lines += [f"- {line}" for line in _partial(tallies)]
    said = ", ".join(f"{rule} {count}" for rule, count in sorted(alarms.items())) or "none"
    lines += [
        "",
        f"Findings at warning or above in the clean reports, or beside a planted mistake: {said}.",
        "",
    ]
    return "\n".join(lines)


def _few(by_rule: Mapping[str, Iterable[Tally]]) -> Iterable[str]:
    """Yield a line for each reason for which rules were tried on too few different changes."""
    reasons: dict[str, list[str]] = {}
    for rule, own in sorted(by_rule.items()):
        changes = {change for each in own for change in each.changes}
        for name, word in (("text", False), ("Word", True)):
            count = sum(change[0] is word for change in changes)
            if count < ENOUGH:
                why = (not word and WORD_ONLY.get(rule)) or "the documents hold no more that could be changed"
                reasons.setdefault(f"{name}: {why}", []).append(f"{rule} {count}")
    yield from (f"- In {reason} ({', '.join(rules)})." for reason, rules in sorted(reasons.items()))


def _figures(own: Iterable[Tally]) -> str:
    columns = zip(*((t.text, t.word, t.found, t.exact, t.strange) for t in own), strict=True)
    return " | ".join(str(sum(column)) for column in columns)


def _partial(tallies: Iterable[Tally]) -> Iterable[str]:
    for each in sorted(tallies, key=lambda t: (t.rule, t.kind)):
        if each.exact < each.text + each.word:
            share = f"{each.exact} of {each.text + each.word}"
            yield f"{each.rule} {each.kind}, {share}: {PARTIAL.get(each.kind, 'single cases in the corpus')}."


def mutation_section(found: Sequence[Mutant], reasons: Mapping[str, str]) -> str:
    """Return the table by family and the survivors, each with its reason; raise KeyError for one without."""
    lines = [_MUTATION, mutation_table(found, markdown=True), "", "What nobody caught:", ""]
    survivors: dict[str, list[str]] = {}
    for mutant in found:
        if not mutant.caught:
            how = mutant.how.partition(": ")[2]
            survivors.setdefault(f"{mutant.rule} {mutant.where}", []).append(how)
    for name, hows in sorted(survivors.items()):
        rule, _, where = name.partition(" ")
        lines.append(f"- {rule} `{where}` ({', '.join(hows)}): {reasons[name]}.")
    return "\n".join([*lines, ""])


def reading_section(reading: Mapping[str, Any]) -> str:
    """Return the tables of what was read."""
    lines = [_READ.format(date=reading["date"])]
    for text in reading["texts"]:
        pages = text["pages"]
        lines += [
            f"{text['files']} files, {pages} pages of 450 words: {text['name']}.",
            "",
            "| family | at warning or above | a page | read | right | doubtful | wrong |",
            "|---|---:|---:|---:|---:|---:|---:|",
        ]
        total: Counter[str] = Counter()
        for family, row in text["families"].items():
            total.update(row)
            lines.append(_reading_row(family, row, pages))
        lines += [_reading_row("all", total, pages), ""]
    return "\n".join([*lines, *(f"- {note}" for note in reading.get("notes", ())), ""])


def _reading_row(family: str, row: Mapping[str, int], pages: int) -> str:
    cells = [
        row["shown"],
        f"{row['shown'] / pages:.3f}",
        row["read"],
        row["right"],
        row["doubtful"],
        row["wrong"],
    ]
    return f"| {family} | {' | '.join(map(str, cells))} |"


def page(seeds: int) -> str:
    """Measure, and return the page."""
    rules = [rule for rule in load_rules().rules if rule.status == "stable"]
    clean = [*clean_bases(), *draft_bases()]
    tallies = tally(trials([*clean, *corpus_bases()], rules, seeds, PLANTS))
    reasons = yaml.safe_load(_SURVIVORS.read_text(encoding="utf-8"))
    parts = [
        _INTRO,
        planting_section(tallies, false_alarms(tallies, clean, rules), rules, seeds),
        mutation_section(list(mutants(rules)), reasons),
        reading_section(yaml.safe_load(_READING.read_text(encoding="utf-8"))),
        _REPEAT,
    ]
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the page, or write it."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.accuracy_page", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md instead of printing it")
    parser.add_argument("--seeds", type=int, default=6, help="trials for each kind and document (6)")
    given = parser.parse_args(arguments)
    text = page(given.seeds)
    if given.write:
        PAGE.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
