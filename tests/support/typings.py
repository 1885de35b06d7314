"""The clean report in the typings that offices use: four kinds of Word file, and text in two shapes."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from tests.support import clean_report as report
from tests.support.clean_report import BODY, Block
from tests.support.layout import (
    Letterhead,
    body_block,
    centered,
    closing,
    drawn_line,
    header,
    laid_out,
    prose,
)
from tests.support.word import Content, decomposed, level, numbering, split_runs

LISTS = numbering(
    {
        1: [
            level("upperRoman", "%1."),
            level("decimal", "%2."),
            level("lowerLetter", "%3)"),
            level("bullet", "-"),
        ]
    }
)
_WIDTH = 99


def typings(body: Sequence[Block] = BODY) -> dict[str, tuple[str, bytes]]:
    """Return each typing's name with a file name and the bytes of the report in it."""
    return {
        "typed": ("typed.docx", typed_docx(body)),
        "numbered": ("numbered.docx", numbered_docx(body)),
        "styled": ("styled.docx", styled_docx(body)),
        "split": ("split.docx", split_docx(body)),
        "text": ("text.txt", plain_text(body).encode()),
        "wrapped": ("wrapped.txt", wrapped_text(body).encode()),
    }


def typed_docx(body: Sequence[Block] = BODY) -> bytes:
    """Labels typed by hand, headings bold, no styles and no lists."""
    return _file([body_block(block) for block in body])


def numbered_docx(body: Sequence[Block] = BODY) -> bytes:
    """Labels that only the automatic numbering knows (letters of Word's own alphabet up to d only)."""
    blocks: list[Content] = []
    for block in body:
        if not block.level:
            blocks.append(body_block(block))
            continue
        depth = 3 if block.label == "-" else block.level - 1
        blocks.append(prose(block.text, bold=block.level < 3, num=(1, depth)))
    return _file(blocks, numbering_part=LISTS)


def styled_docx(body: Sequence[Block] = BODY) -> bytes:
    """Headings by style, labels typed."""
    blocks = [
        prose(f"{block.label} {block.text}", style=f"Heading{block.level}")
        if block.level
        else body_block(block)
        for block in body
    ]
    return _file(blocks)


def split_docx(body: Sequence[Block] = BODY) -> bytes:
    """Decomposed Unicode, words split over runs, marks parted from their letters."""
    blocks: list[Content] = []
    for block in body:
        if block.rows:
            blocks.append(body_block(block))
        else:
            bold = 0 < block.level < 3 and block.label != "-"
            blocks.append(prose(split_runs(f"{block.label} {block.text}".strip(), 5, form="NFD", bold=bold)))
    return decomposed(_file(blocks))


def _file(blocks: Sequence[Content], *, numbering_part: str | None = None) -> bytes:
    head = Letterhead(
        report.PARENT,
        report.ISSUER,
        report.NUMBER,
        report.PLACE_DATE,
        report.RECIPIENTS,
        report.TITLE,
        report.SIGNER,
    )
    inner = [
        header(head),
        centered(report.TYPE, bold=True, before=240),
        centered(report.SUBJECT, bold=True),
        drawn_line(),
        prose(report.OPENING),
        *blocks,
        prose(report.CLOSING),
        closing(head),
    ]
    return laid_out(inner, numbering=numbering_part)


def lines(body: Sequence[Block] = BODY) -> list[str]:
    """Return the report as text, a paragraph a line; rows of tables are lines with tabs."""
    out = [report.PARENT, report.ISSUER, report.NATIONAL, report.MOTTO, report.NUMBER, report.PLACE_DATE]
    out += [report.TYPE, report.SUBJECT, report.OPENING]
    for block in body:
        if block.rows:
            out += ["\t".join(row).strip() for row in block.rows]
        else:
            out.append(f"{block.label} {block.text}".strip())
    return [*out, report.CLOSING, "Nơi nhận:", *report.RECIPIENTS, report.TITLE, report.SIGNER]


def plain_text(body: Sequence[Block] = BODY) -> str:
    """Return the report with one paragraph a line and an empty line between."""
    return "\n\n".join(lines(body)) + "\n"


def wrapped_text(body: Sequence[Block] = BODY) -> str:
    """Return the report as the text layer of a PDF gives it: every line wrapped, an empty line after each."""
    out: list[str] = []
    for line in lines(body):
        out += textwrap.wrap(line, _WIDTH, break_on_hyphens=False) or [line]
    return "\n\n".join(f"{line} " for line in out) + "\n"
