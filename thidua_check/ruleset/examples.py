"""Executing the examples of a rule file: each becomes a draft, on which this one rule is run."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from thidua_check.checking import Options, analyse
from thidua_check.draft import Draft
from thidua_check.errors import OutlineError
from thidua_check.findings import RuleOutcome, Words
from thidua_check.outline.compile import compile_outline
from thidua_check.outline.model import Outline
from thidua_check.outline.source import load_builtin
from thidua_check.read import read
from thidua_check.ruleset.dressing import LookError, dress
from thidua_check.ruleset.model import Example, Guide, Rule
from thidua_check.ruleset.run import run_rule

OPEN, CLOSE = "⟦", "⟧"


@frozen
class Verdict:
    """What came of one example; ``fault`` is None where it behaved, else what went wrong."""

    example: Example
    fault: Words | None


def execute(rule: Rule, guide: Guide) -> Iterator[Verdict]:
    """Yield the verdict on each example of a rule: a bad one has exactly one finding on exactly the marked words."""
    for example in guide.examples:
        yield Verdict(example, _fault(rule, example))


def draft_of(example: Example) -> Draft:
    """Return the draft that an example describes.

    Raises OutlineError for an outline that cannot be read, ValueError for a look that fits nothing in the text.
    """
    document = read(example.text.replace(OPEN, "").replace(CLOSE, "").encode(), name="example.txt")
    if example.word:
        document = evolve(document, format="docx", has_layout=True)
    if example.look is not None:
        document = dress(document, example.look)
    others = (read(example.against.encode(), name="other.txt"),) if example.against else ()
    options = Options(outlines=_outlines(example), stage=example.stage, as_of=example.as_of, against=others)
    return analyse(document, options)


def _fault(rule: Rule, example: Example) -> Words | None:
    marked = _marked(example.text)
    if example.bad and marked is None:
        return Words(
            "phải đánh dấu chữ sai bằng đúng một cặp ⟦ và ⟧", "a bad example must mark its words with ⟦ ⟧"
        )
    try:
        draft = draft_of(example)
    except (OutlineError, LookError) as error:
        return Words(error.vi, error.en)
    outcome, pairs = run_rule(rule, draft)
    found = [(hit.passage.text, hit.variant) for hit, _ in pairs]
    if outcome.reason is not None and outcome.outcome == "error":
        return outcome.reason
    if not example.bad:
        return _unwanted(found)
    if len(found) != 1:
        return _not_one(marked or "", found, _why_not(rule, example, outcome))
    if example.variant and found[0][1] != example.variant:
        return Words(
            f"phải là biến thể {example.variant}, lại là {found[0][1]}",
            f"expected the variant {example.variant}, got {found[0][1]}",
        )
    return _misplaced(
        pairs[0][0].passage.paragraph.text, pairs[0][0].passage.start, found[0][0], example.text
    )


def _why_not(rule: Rule, example: Example, outcome: RuleOutcome) -> Words | None:
    """Return why a rule was not applied to an example, and what the example lacks for it."""
    if outcome.outcome != "not_applicable" or outcome.reason is None:
        return None
    reason = outcome.reason
    if any(rule.effective) and example.as_of is None:
        return Words(
            f"{reason.vi}; quy tắc có effective thì ví dụ cần as_of", f"{reason.get('en')}; give it as_of"
        )
    return reason


def _unwanted(found: list[tuple[str, str]]) -> Words | None:
    if not found:
        return None
    words = ", ".join(f"“{text}”" for text, _ in found)
    return Words(f"đúng mà vẫn có phát hiện ở {words}", f"a good example has findings on {words}")


def _not_one(marked: str, found: list[tuple[str, str]], reason: Words | None) -> Words:
    if not found:
        why = Words(f" ({reason.vi})", f" ({reason.en or reason.vi})") if reason else Words("")
        return Words(f"không có phát hiện ở “{marked}”{why.vi}", f'no finding on "{marked}"{why.get("en")}')
    words = ", ".join(f"“{text}”" for text, _ in found)
    return Words(
        f"phải có đúng một phát hiện ở “{marked}”, lại có {len(found)}: {words}",
        f'expected one finding on "{marked}", got {len(found)}: {words}',
    )


def _outlines(example: Example) -> tuple[Outline, ...]:
    if example.guidance:
        return compile_outline(read(example.guidance.encode(), name="guidance.txt"))
    return (load_builtin(example.outline),) if example.outline else ()


def _marked(text: str) -> str | None:
    if text.count(OPEN) != 1 or text.count(CLOSE) != 1:
        return None
    return " ".join(text.partition(OPEN)[2].partition(CLOSE)[0].split())


def _misplaced(paragraph: str, start: int, found: str, text: str) -> Words | None:
    """Say how the finding differs from the mark: its words, or which of several equal words."""
    marked = _marked(text) or ""
    if found != marked:
        return Words(f"phải chỉ ra “{marked}”, lại chỉ ra “{found}”", f'expected "{marked}", got "{found}"')
    before = " ".join(text.partition(OPEN)[0].split())[-12:]
    tail = " ".join(paragraph[:start].split())[-12:]
    common = min(len(before), len(tail))
    if common and before[-common:] != tail[-common:]:
        return Words(
            f"phải chỉ ra “{marked}” sau “{before}”, lại chỉ ra chỗ sau “{tail}”",
            f'expected "{marked}" after "{before}", got it after "{tail}"',
        )
    return None
