"""The clean report in the typings that offices use: four kinds of Word file, and text in two shapes."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Sequence

from tests.support import clean_report as report
from tests.support.clean_report import BODY, Block
from tests.support.word import (
    Content,
    bold,
    cell,
    docx,
    level,
    numbering,
    para,
    run,
    split_runs,
    styles,
    table,
)

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
    return _file([_typed(block) for block in body])


def numbered_docx(body: Sequence[Block] = BODY) -> bytes:
    """Labels that only the automatic numbering knows (letters of Word's own alphabet up to d only)."""
    blocks: list[Content] = []
    for block in body:
        if not block.level:
            blocks.append(_typed(block))
            continue
        depth = 3 if block.label == "-" else block.level - 1
        blocks.append(para(run(block.text, bold=block.level < 3), num=(1, depth)))
    return _file(blocks, numbering_part=LISTS)


def styled_docx(body: Sequence[Block] = BODY) -> bytes:
    """Headings by style, labels typed."""
    blocks = [
        para(f"{block.label} {block.text}", style=f"Heading{block.level}") if block.level else _typed(block)
        for block in body
    ]
    return _file(blocks, styles_part=styles())


def split_docx(body: Sequence[Block] = BODY) -> bytes:
    """Decomposed Unicode, words split over runs."""
    blocks: list[Content] = []
    for block in body:
        if block.rows:
            blocks.append(_typed(block))
        else:
            blocks.append(para(split_runs(f"{block.label} {block.text}".strip(), 5, form="NFD")))
    return _file(blocks, form="NFD")


def _typed(block: Block) -> Content:
    if block.rows:
        return table([list(row) for row in block.rows])
    text = f"{block.label} {block.text}".strip()
    return bold(text) if 0 < block.level < 3 else para(text, align="both")


def _file(
    blocks: Sequence[Content],
    *,
    numbering_part: str | None = None,
    styles_part: str | None = None,
    form: str | None = None,
) -> bytes:
    def text(words: str) -> str:
        return unicodedata.normalize("NFD", words) if form else words

    head = table(
        [
            [
                cell(
                    para(run(text(report.PARENT), size=13), align="center"),
                    bold(text(report.ISSUER), align="center"),
                    para(run(text(report.NUMBER), size=13), align="center"),
                ),
                cell(
                    bold(text(report.NATIONAL), align="center"),
                    bold(text(report.MOTTO), align="center"),
                    para(run(text(report.PLACE_DATE), italic=True), align="center"),
                ),
            ]
        ]
    )
    title = [bold(text(report.TYPE), align="center"), bold(text(report.SUBJECT), align="center")]
    close = table(
        [
            [
                cell(
                    para(run(text("Nơi nhận:"), bold=True, italic=True, size=12)),
                    *(para(run(text(line), size=11)) for line in report.RECIPIENTS),
                ),
                cell(
                    bold(text(report.TITLE), align="center"),
                    para(),
                    bold(text(report.SIGNER), align="center"),
                ),
            ]
        ]
    )
    inner = [head, *title, para(text(report.OPENING)), *blocks, para(text(report.CLOSING)), close]
    return docx(inner, numbering=numbering_part, styles=styles_part)


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
