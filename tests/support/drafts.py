"""The drafts in ``fixtures/drafts/``, laid out as offices lay them out.

``python -m tests.support.drafts`` writes them anew; the same words always give the same bytes.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import quoteattr

from attrs import frozen

from tests.support import draft_texts as words
from tests.support.clean_report import MOTTO, NATIONAL, TYPE, Block
from tests.support.word import Content, Xml, cell, docx, field_runs, row, run, styles

FOLDER = Path(__file__).parents[2] / "fixtures" / "drafts"
_TEXT_WIDTH = 9354
_INDENT = 720
_WRAP = 78
_STYLES = (
    "<w:rPrDefault><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman' w:cs='Times New Roman'/>"
    "<w:sz w:val='28'/><w:szCs w:val='28'/><w:lang w:val='vi-VN'/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:spacing w:after='0' w:line='240' w:lineRule='auto'/></w:pPr></w:pPrDefault>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/>'
    "<w:titlePg/></w:sectPr>"
)
_GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


@frozen
class Letterhead:
    """What stands above and below the body of one document."""

    parent: str
    issuer: str
    number: str
    place_date: str
    recipients: tuple[str, ...]
    title: str
    signer: str
    subject: str = ""


REPORT = Letterhead(
    words.PARENT,
    words.ISSUER,
    words.NUMBER,
    words.PLACE_DATE,
    words.RECIPIENTS,
    words.TITLE,
    words.SIGNER,
)
FAULTY = Letterhead(
    words.PARENT,
    words.ISSUER,
    words.faulty(words.NUMBER),
    words.faulty(words.PLACE_DATE),
    tuple(words.faulty(line) for line in words.RECIPIENTS),
    words.TITLE,
    "",
)
LETTER = Letterhead(
    words.PARENT,
    "SỞ NỘI VỤ",
    words.LETTER_NUMBER,
    words.LETTER_PLACE_DATE,
    words.LETTER_RECIPIENTS,
    words.TITLE,
    words.LETTER_SIGNER,
    words.LETTER_SUBJECT,
)


def drafts() -> Mapping[str, bytes]:
    """Return file name -> content of every draft."""
    return {name: build() for name, build in _DRAFTS.items()}


def report_docx(head: Letterhead, opening: str, body: Sequence[Block], closing: str) -> bytes:
    """Return a report as a Word file: labels typed, headings bold, header and signature in borderless tables."""
    blocks = [
        _header(head),
        _line(TYPE, bold=True, before=240),
        _line(words.SUBJECT, bold=True),
        _rule(),
        _text(opening),
        *(_body(block) for block in body),
        _text(closing),
        _line("", before=0),
        _closing(head),
    ]
    return _file(blocks)


def letter_docx() -> bytes:
    """Return the guidance letter with its outline on a page of its own."""
    blocks = [
        _header(LETTER),
        _line("Kính gửi:", before=240),
        *(_text(line, indent=1440) for line in words.LETTER_TO),
        *(_text(line) for line in words.LETTER_BODY),
        _line(""),
        _closing(LETTER),
        _line("ĐỀ CƯƠNG BÁO CÁO", bold=True, page_break=True),
        _line(words.SUBJECT, bold=True),
        _line(words.OUTLINE_ANNEX, italic=True),
        *(_body(block) for block in words.outline()),
    ]
    return _file(blocks)


def wrapped_text(head: Letterhead, opening: str, body: Sequence[Block], closing: str) -> bytes:
    """Return a report as the text layer of a PDF gives it: every line wrapped, an empty line after each."""
    lines = [
        head.parent,
        head.issuer,
        NATIONAL,
        MOTTO,
        head.number,
        head.place_date,
        TYPE,
        words.SUBJECT,
        opening,
    ]
    lines += list(_plain(body))
    lines += [closing, "Nơi nhận:", *head.recipients, head.title, *([head.signer] if head.signer else [])]
    out: list[str] = []
    for line in lines:
        out += textwrap.wrap(line, _WRAP, break_on_hyphens=False)
    return ("\n\n".join(f"{line} " for line in out) + "\n").encode()


def markdown(head: Letterhead, opening: str, body: Sequence[Block], closing: str) -> bytes:
    """Return a report as Markdown."""
    parts = [
        f"{head.parent}  \n**{head.issuer}**",
        f"**{NATIONAL}**  \n**{MOTTO}**",
        head.number,
        f"*{head.place_date}*",
        f"# {TYPE}",
        f"**{words.SUBJECT}**",
        opening,
        *(_marked(block) for block in body),
        closing,
        "**Nơi nhận:**\n\n" + "\n".join(head.recipients),
        f"**{head.title}**",
        f"**{head.signer}**",
    ]
    return ("\n\n".join(parts) + "\n").encode()


_DRAFTS: Mapping[str, Callable[[], bytes]] = {
    "bao-cao-co-loi.docx": lambda: report_docx(
        FAULTY, words.OPENING, words.faulty_body(), words.faulty(words.CLOSING)
    ),
    "bao-cao-co-loi.txt": lambda: wrapped_text(
        FAULTY, words.OPENING, words.faulty_body(), words.faulty(words.CLOSING)
    ),
    "bao-cao-dat.docx": lambda: report_docx(REPORT, words.OPENING, words.BODY, words.CLOSING),
    "bao-cao-dat.md": lambda: markdown(REPORT, words.OPENING, words.BODY, words.CLOSING),
    "cong-van-huong-dan.docx": letter_docx,
}


def _plain(body: Iterable[Block]) -> Iterable[str]:
    for block in body:
        if block.rows:
            yield from ("   ".join(row).strip() for row in block.rows)
        else:
            yield f"{block.label} {block.text}".strip()


def _marked(block: Block) -> str:
    if block.rows:
        head, *rest = (f"| {' | '.join(row)} |" for row in block.rows)
        return "\n".join([head, "|---|---|---|", *rest])
    text = f"{block.label} {block.text}".strip()
    return f"{'#' * (block.level + 1)} {text}" if 0 < block.level < 3 and block.label != "-" else text


def _file(blocks: Sequence[Content]) -> bytes:
    number = Xml(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field_runs("PAGE", "2")}</w:p>')
    return docx(
        blocks, styles=styles(defaults=_STYLES), headers={"default": [number], "first": [""]}, section=_PAGE
    )


def _paragraph(
    text: Content,
    *,
    align: str,
    before: int = 0,
    after: int = 0,
    indent: int = 0,
    page_break: bool = False,
    **look: bool | float,
) -> Xml:
    """Return a paragraph whose properties stand in the order that Word's schema wants (ISO 29500-1, 17.3.1.26)."""
    parts = [
        "<w:pageBreakBefore/>" if page_break else "",
        f'<w:spacing w:before="{before}" w:after="{after}"/>',
        f'<w:ind w:firstLine="{indent}"/>' if indent else "",
        f'<w:jc w:val="{align}"/>',
    ]
    inner = text if isinstance(text, Xml) else run(text, **look) if text else ""  # type: ignore[arg-type]
    return Xml(f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{inner}</w:p>")


def _line(text: str, *, before: int = 0, page_break: bool = False, **look: bool | float) -> Xml:
    return _paragraph(text, align="center", before=before, page_break=page_break, **look)


def _text(text: str, *, indent: int = _INDENT, **look: bool | float) -> Xml:
    return _paragraph(text, align="both", before=60, after=60, indent=indent, **look)


def _body(block: Block) -> Xml:
    if block.rows:
        return _figures(block.rows)
    return _text(f"{block.label} {block.text}".strip(), bold=0 < block.level < 3 and block.label != "-")


def _rule(width: int = 90) -> Xml:
    """Return a centered paragraph with a drawn line, as it stands below the motto, the issuer and the title."""
    line = (
        f'<w:r><w:pict><v:line style="width:{width}pt;height:0;visibility:visible" from="0,0" to="{width}pt,0" '
        'strokeweight=".75pt"/></w:pict></w:r>'
    )
    return _paragraph(Xml(line), align="center", before=30)


def _header(head: Letterhead) -> Xml:
    left = [
        _line(head.parent, size=13),
        _line(head.issuer, bold=True, size=13),
        _rule(60),
        _line(head.number, before=60, size=13),
        *([_line(head.subject, size=12)] if head.subject else []),
    ]
    right = [
        _line(NATIONAL, bold=True, size=13),
        _line(MOTTO, bold=True, size=14),
        _rule(175),
        _line(head.place_date, before=60, italic=True, size=14),
    ]
    return _table([(left, right)], (3400, 5954))


def _closing(head: Letterhead) -> Xml:
    left = [
        _paragraph("Nơi nhận:", align="left", bold=True, italic=True, size=12),
        *(_paragraph(line, align="left", size=11) for line in head.recipients),
    ]
    right = [_line(head.title, bold=True), *([_line("")] * 4), _line(head.signer, bold=True)]
    return _table([(left, right)], (4677, 4677))


def _figures(rows: Sequence[Sequence[str]]) -> Xml:
    last = len(rows) - 1
    cells = [
        tuple(
            [
                _paragraph(
                    text,
                    align="left" if column == 1 and 0 < n < last else "center",
                    bold=n in (0, last),
                    size=13,
                )
            ]
            for column, text in enumerate(texts)
        )
        for n, texts in enumerate(rows)
    ]
    return _table(cells, (700, 5654, 3000), borders=_GRID)


def _table(rows: Sequence[Sequence[Sequence[Content]]], widths: Sequence[int], *, borders: str = "") -> Xml:
    properties = (
        f'<w:tblPr><w:tblW w:w="{_TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
        + '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    grid = "".join(f"<w:gridCol w:w={quoteattr(str(width))}/>" for width in widths)
    inner = "".join(
        row(*(_sized(cell(*blocks), width) for blocks, width in zip(blocks_of, widths, strict=True)))
        for blocks_of in rows
    )
    return Xml(f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>")


def _sized(made: Xml, width: int) -> Xml:
    return Xml(made.replace("<w:tcPr>", f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>', 1))


def main() -> int:
    """Write the drafts."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in drafts().items():
        (FOLDER / name).write_bytes(data)
        sys.stdout.write(f"{FOLDER.name}/{name}: {len(data)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
