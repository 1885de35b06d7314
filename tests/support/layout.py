"""How offices lay out a Word file: header and signature in borderless tables, drawn lines, indented justified text.

Sizes, margins and places follow Nghị định 30/2020/NĐ-CP, Phụ lục I, so that no rule on layout may speak.
"""

from __future__ import annotations

from collections.abc import Sequence
from xml.sax.saxutils import quoteattr

from attrs import frozen

from tests.support.clean_report import MOTTO, NATIONAL, Block
from tests.support.word import Content, Xml, cell, docx, field_runs, row, run, styles

_TEXT_WIDTH = 9354
_INDENT = 720
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

# The space above and below a paragraph in twips; None leaves it to the style.
Space = tuple[int | None, int | None]
EVEN: Space = (60, 60)


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
    authority: tuple[str, ...] = ()


def laid_out(
    blocks: Sequence[Content], *, numbering: str | None = None, more_styles: Sequence[str] = ()
) -> bytes:
    """Return a Word file of these blocks: A4, Times New Roman 14, page numbers in the header from page 2."""
    number = Xml(f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr>{field_runs("PAGE", "2")}</w:p>')
    return docx(
        blocks,
        styles=styles(*more_styles, defaults=_STYLES),
        numbering=numbering,
        headers={"default": [number], "first": [""]},
        section=_PAGE,
    )


def paragraph(
    text: Content,
    *,
    align: str,
    style: str | None = None,
    num: tuple[int, int] | None = None,
    before: int | None = 0,
    after: int | None = 0,
    indent: int = 0,
    page_break: bool = False,
    **look: bool | float,
) -> Xml:
    """Return a paragraph whose properties stand in the order that Word's schema wants (ISO 29500-1, 17.3.1.26).

    ``before``, ``after`` and ``indent`` (of the first line) are in twentieths of a point, None leaves the space to the
    style; ``num`` is (numId, ilvl).
    """
    space = "".join(
        f' w:{side}="{twips}"' for side, twips in (("before", before), ("after", after)) if twips is not None
    )
    parts = [
        f"<w:pStyle w:val={quoteattr(style)}/>" if style else "",
        "<w:pageBreakBefore/>" if page_break else "",
        f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else "",
        f"<w:spacing{space}/>" if space else "",
        f'<w:ind w:firstLine="{indent}"/>' if indent else "",
        f'<w:jc w:val="{align}"/>',
    ]
    inner = text if isinstance(text, Xml) else run(text, **look) if text else ""  # type: ignore[arg-type]
    return Xml(f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{inner}</w:p>")


def centered(text: str, *, before: int = 0, page_break: bool = False, **look: bool | float) -> Xml:
    """Return a centered line."""
    return paragraph(text, align="center", before=before, page_break=page_break, **look)


def prose(
    text: Content,
    *,
    indent: int = _INDENT,
    style: str | None = None,
    num: tuple[int, int] | None = None,
    space: Space = EVEN,
    **look: bool | float,
) -> Xml:
    """Return a justified paragraph with its first line indented and ``space`` above and below."""
    before, after = space
    return paragraph(
        text, align="both", before=before, after=after, indent=indent, style=style, num=num, **look
    )


def body_block(block: Block, *, style: str | None = None, space: Space = EVEN) -> Xml:
    """Return a heading with its label typed, a paragraph or a table of figures."""
    if block.rows:
        return figures(block.rows)
    bold = 0 < block.level < 3 and block.label != "-"
    return prose(f"{block.label} {block.text}".strip(), style=style, space=space, bold=bold)


def drawn_line(width: int = 90) -> Xml:
    """Return a centered paragraph with a drawn line, as it stands below the motto, the issuer and the title."""
    line = (
        f'<w:r><w:pict><v:line style="width:{width}pt;height:0;visibility:visible" from="0,0" to="{width}pt,0" '
        'strokeweight=".75pt"/></w:pict></w:r>'
    )
    return paragraph(Xml(line), align="center", before=30)


def header(head: Letterhead) -> Xml:
    """Return the table above: issuer and number on the left, national header, place and date on the right."""
    left = [
        centered(head.parent, size=13),
        centered(head.issuer, bold=True, size=13),
        drawn_line(60),
        centered(head.number, before=60, size=13),
        *([centered(head.subject, size=12)] if head.subject else []),
    ]
    right = [
        centered(NATIONAL, bold=True, size=13),
        centered(MOTTO, bold=True, size=14),
        drawn_line(175),
        centered(head.place_date, before=60, italic=True, size=14),
    ]
    return _table([(left, right)], (3400, 5954))


def closing(head: Letterhead) -> Xml:
    """Return the table below: recipients on the left, signature block on the right."""
    left = [
        paragraph("Nơi nhận:", align="left", bold=True, italic=True, size=12),
        *(paragraph(line, align="left", size=11) for line in head.recipients),
    ]
    right = [
        *(centered(line, bold=True) for line in (*head.authority, head.title)),
        *([centered("")] * 4),
        centered(head.signer, bold=True),
    ]
    return _table([(left, right)], (4677, 4677))


def figures(rows: Sequence[Sequence[str]]) -> Xml:
    """Return a table of three columns: number, words, figure."""
    last = len(rows) - 1
    cells = [
        tuple(
            [
                paragraph(
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
