"""The compact form in which the findings on whole documents are kept in ``fixtures/expected/``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from attrs import frozen

from thidua_check import Checked, Finding, Report, check
from thidua_check.document import Location

FIXTURES = Path(__file__).parents[2] / "fixtures"
EXPECTED = FIXTURES / "expected"


@frozen
class Case:
    """One whole document and how it is judged: paths below ``fixtures/``."""

    name: str
    document: str
    outline: str | None = None
    stage: str = "issued"

    @property
    def golden(self) -> Path:
        """Where its findings are kept."""
        return EXPECTED / f"{self.name}.json"

    def report(self) -> Report:
        """Check it."""
        outline = FIXTURES / self.outline if self.outline else None
        return check(FIXTURES / self.document, outline=outline, stage=self.stage)  # type: ignore[arg-type]

    def compact(self) -> dict[str, Any]:
        """Return all that is kept of its report."""
        (done,) = self.report().documents
        assert isinstance(done, Checked)
        return {
            "document": self.document,
            "outline": self.outline,
            "stage": self.stage,
            "items": items(done),
            "findings": [compact(finding) for finding in done.findings],
        }


_GUIDANCE = "corpus/003_0c20e40965675cb7.txt"
_LETTER = "drafts/cong-van-huong-dan.docx"
CASES = (
    Case("000", "corpus/000_b286b070ef8f9fb3.txt", _GUIDANCE),
    Case("001", "corpus/001_900a5567d32dcc13.txt", _GUIDANCE),
    Case("002", "corpus/002_bfff9b65634ade21.txt"),
    Case("003", _GUIDANCE),
    Case("004", "corpus/004_07fa4f9f17b0b3fd.txt"),
    Case("bao-cao-co-loi.docx", "drafts/bao-cao-co-loi.docx", stage="draft"),
    Case("bao-cao-co-loi.theo-de-cuong.docx", "drafts/bao-cao-co-loi.docx", _LETTER),
    Case("bao-cao-co-loi.txt", "drafts/bao-cao-co-loi.txt", _LETTER),
    Case("bao-cao-dat.docx", "drafts/bao-cao-dat.docx", _LETTER),
    Case("bao-cao-dat.md", "drafts/bao-cao-dat.md", _LETTER),
    Case("cong-van-huong-dan.docx", _LETTER),
)


def items(done: Checked) -> dict[str, list[str]]:
    """Return verdict -> ids of the outline's items, with the part they were judged in."""
    out: dict[str, list[str]] = {}
    for held in done.draft.outlines:
        part = f" (phần {held.part})" if held.part else ""
        for match in held.matches:
            out.setdefault(str(match.verdict), []).append(match.item.id + part)
    return out


def compact(finding: Finding) -> dict[str, Any]:
    """Return one finding as it is kept."""
    return {
        "rule": finding.rule,
        "level": str(finding.level),
        "outcome": finding.outcome,
        "at": place(finding.location),
        "section": ".".join(finding.location.section),
        "excerpt": finding.excerpt,
        "count": finding.count,
        "message": finding.message.vi,
    }


def place(location: Location) -> str:
    """Return a place in a few words: source lines where there are any, else the part, block and cell.

    The block counts from 1, as people count.
    """
    if location.line is not None:
        end = location.line_end or location.line
        return f"line {location.line}" if end == location.line else f"lines {location.line}-{end}"
    words = f"{location.part} {location.block + 1}"
    return f"{words} cell {'.'.join(map(str, location.cell))}" if location.cell else words


def without_places(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return findings in the compact form, but for where they stand."""
    return [{key: value for key, value in compact(f).items() if key != "at"} for f in findings]


def dumped(value: dict[str, Any]) -> str:
    """Return the text of a kept file."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
