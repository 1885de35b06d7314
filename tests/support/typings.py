"""The clean report in the typings that offices use: four kinds of Word file, and text in two shapes.

A second one, on several movements, stands in two more kinds of Word file and in text.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from attrs import frozen

from tests.support import clean_report, movements_report
from tests.support.clean_report import BODY, MOTTO, NATIONAL, TYPE, Block
from tests.support.layout import (
    EVEN,
    Letterhead,
    Space,
    body_block,
    centered,
    closing,
    drawn_line,
    header,
    laid_out,
    prose,
)
from tests.support.word import Content, decomposed, level, numbering, split_runs, style

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


@frozen
class Report:
    """The words of one report, between its letterhead and its signature."""

    head: Letterhead
    subject: str
    opening: str
    body: tuple[Block, ...]
    closing: str


CLEAN = Report(
    Letterhead(
        clean_report.PARENT,
        clean_report.ISSUER,
        clean_report.NUMBER,
        clean_report.PLACE_DATE,
        clean_report.RECIPIENTS,
        clean_report.TITLE,
        clean_report.SIGNER,
    ),
    clean_report.SUBJECT,
    clean_report.OPENING,
    BODY,
    clean_report.CLOSING,
)
MOVEMENTS = Report(
    Letterhead(
        movements_report.PARENT,
        movements_report.ISSUER,
        movements_report.NUMBER,
        movements_report.PLACE_DATE,
        movements_report.RECIPIENTS,
        movements_report.TITLE,
        movements_report.SIGNER,
        authority=movements_report.AUTHORITY,
    ),
    movements_report.SUBJECT,
    movements_report.OPENING,
    movements_report.BODY,
    movements_report.CLOSING,
)


def typings() -> dict[str, tuple[str, bytes]]:
    """Return each typing's name with a file name and the bytes of the report in it."""
    return {
        "typed": ("typed.docx", typed_docx()),
        "numbered": ("numbered.docx", numbered_docx()),
        "styled": ("styled.docx", styled_docx()),
        "split": ("split.docx", split_docx()),
        "text": ("text.txt", plain_text(CLEAN).encode()),
        "wrapped": ("wrapped.txt", wrapped_text(CLEAN).encode()),
    }


def movement_typings() -> dict[str, tuple[str, bytes]]:
    """Return the same of the report on several movements."""
    return {
        "spaced": ("spaced.docx", spaced_docx()),
        "spaced-by-style": ("spaced-by-style.docx", spaced_by_style_docx()),
        "movements": ("movements.txt", plain_text(MOVEMENTS).encode()),
    }


def typed_docx() -> bytes:
    """Labels typed by hand, headings bold, no styles and no lists."""
    return _file([body_block(block) for block in BODY])


def numbered_docx() -> bytes:
    """Labels that only the automatic numbering knows (letters of Word's own alphabet up to d only)."""
    blocks: list[Content] = []
    for block in BODY:
        if not block.level:
            blocks.append(body_block(block))
            continue
        depth = 3 if block.label == "-" else block.level - 1
        blocks.append(prose(block.text, bold=block.level < 3, num=(1, depth)))
    return _file(blocks, numbering_part=LISTS)


def styled_docx() -> bytes:
    """Headings by style, labels typed."""
    blocks = [
        prose(f"{block.label} {block.text}", style=f"Heading{block.level}")
        if block.level
        else body_block(block)
        for block in BODY
    ]
    return _file(blocks)


def split_docx() -> bytes:
    """Decomposed Unicode, words split over runs, marks parted from their letters."""
    blocks: list[Content] = []
    for block in BODY:
        if block.rows:
            blocks.append(body_block(block))
        else:
            bold = 0 < block.level < 3 and block.label != "-"
            blocks.append(prose(split_runs(f"{block.label} {block.text}".strip(), 5, form="NFD", bold=bold)))
    return decomposed(_file(blocks))


def spaced_docx() -> bytes:
    """The report on several movements with all space above each paragraph."""
    space = (120, 0)
    blocks = [body_block(block, space=space) for block in MOVEMENTS.body]
    return _file(blocks, report=MOVEMENTS, space=space)


def spaced_by_style_docx() -> bytes:
    """The report on several movements with the space below each paragraph, which only its style tells."""
    space = (None, None)
    body = style("Body", based_on="Normal", paragraph_properties='<w:spacing w:after="140"/>')
    blocks = [body_block(block, style="Body", space=space) for block in MOVEMENTS.body]
    return _file(blocks, report=MOVEMENTS, space=space, styled="Body", more_styles=(body,))


def _file(
    blocks: Sequence[Content],
    *,
    report: Report = CLEAN,
    numbering_part: str | None = None,
    space: Space = EVEN,
    styled: str | None = None,
    more_styles: Sequence[str] = (),
) -> bytes:
    inner = [
        header(report.head),
        centered(TYPE, bold=True, before=240),
        centered(report.subject, bold=True),
        drawn_line(),
        prose(report.opening, space=space, style=styled),
        *blocks,
        prose(report.closing, space=space, style=styled),
        closing(report.head),
    ]
    return laid_out(inner, numbering=numbering_part, more_styles=more_styles)


def lines(report: Report) -> list[str]:
    """Return a report as text, a paragraph a line; rows of tables are lines with tabs."""
    head = report.head
    out = [head.parent, head.issuer, NATIONAL, MOTTO, head.number, head.place_date]
    out += [TYPE, report.subject, report.opening]
    for block in report.body:
        if block.rows:
            out += ["\t".join(row).strip() for row in block.rows]
        else:
            out.append(f"{block.label} {block.text}".strip())
    signature = (*head.authority, head.title, head.signer)
    return [*out, report.closing, "Nơi nhận:", *head.recipients, *signature]


def plain_text(report: Report) -> str:
    """Return a report with one paragraph a line and an empty line between."""
    return "\n\n".join(lines(report)) + "\n"


def wrapped_text(report: Report) -> str:
    """Return a report as the text layer of a PDF gives it: every line wrapped, an empty line after each."""
    out: list[str] = []
    for line in lines(report):
        out += textwrap.wrap(line, _WIDTH, break_on_hyphens=False) or [line]
    return "\n\n".join(f"{line} " for line in out) + "\n"
