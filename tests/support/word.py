"""Word files for tests, made in memory from raw XML.

A file is built from strings of XML (``Xml``), so that a test can write exactly what Word or a hostile hand would::

    from tests.support.word import bold, docx, footnote_mark, level, numbering, para, report_docx, run, table

    docx([para("Căn cứ ", run("Luật", italic=True), style="Heading1"), table([["a", "b"]])])
    docx([para("Mở đầu", num=(1, 0))], numbering=numbering({1: [level("upperRoman", "%1.")]}))
    docx([para("Thi đua", footnote_mark(2))], footnotes={2: [para("Ghi chú.")]})
    report_docx(["I. KẾT QUẢ", bold("1. Công tác chỉ đạo"), "Đã ban hành 03 văn bản."])

``report_docx`` wraps paragraphs into a whole report: national header in a borderless table, number and place-date
line, title, the paragraphs, and recipients with signature in a second table. Text given as ``str`` is escaped;
``Xml`` goes in as it is. All files have the same bytes for the same arguments.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{W}" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN_TYPE = f"{_WORD_TYPE}.document.main+xml"


class Xml(str):
    """A string that already is XML."""

    __slots__ = ()


Content = str | Xml


def run(
    text: Content = "",
    *,
    bold: bool | None = None,
    italic: bool | None = None,
    underline: bool = False,
    caps: bool | None = None,
    hidden: bool | None = None,
    size: float | None = None,
    font: str | None = None,
    color: str | None = None,
    style: str | None = None,
    properties: str = "",
) -> Xml:
    """Return a ``w:r``; ``size`` in points, ``properties`` is more XML for its ``w:rPr``."""
    parts = [
        f"<w:rStyle w:val={quoteattr(style)}/>" if style else "",
        f"<w:rFonts w:ascii={quoteattr(font)} w:hAnsi={quoteattr(font)}/>" if font else "",
        *(_toggle(name, on) for name, on in (("b", bold), ("i", italic), ("caps", caps), ("vanish", hidden))),
        '<w:u w:val="single"/>' if underline else "",
        f'<w:color w:val="{color}"/>' if color else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
        properties,
    ]
    inner = "".join(parts)
    look = f"<w:rPr>{inner}</w:rPr>" if inner else ""
    return Xml(f"<w:r>{look}{text if isinstance(text, Xml) else _characters(text)}</w:r>")


def bold(text: str, **more: object) -> Xml:
    """Return a paragraph of one bold run."""
    return para(run(text, bold=True), **more)  # type: ignore[arg-type]


def para(
    *content: Content,
    style: str | None = None,
    num: tuple[int, int] | None = None,
    align: str | None = None,
    outline: int | None = None,
    mark: str = "",
    properties: str = "",
) -> Xml:
    """Return a ``w:p``. Plain strings become runs; tabs and line ends in them become ``w:tab`` and ``w:br``.

    ``num`` is (numId, ilvl); ``mark`` is XML for the ``w:rPr`` of the paragraph's mark (``<w:del .../>``);
    ``properties`` is more XML for its ``w:pPr``.
    """
    parts = [
        f"<w:pStyle w:val={quoteattr(style)}/>" if style else "",
        f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else "",
        f'<w:jc w:val="{align}"/>' if align else "",
        f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
        properties,
        f"<w:rPr>{mark}</w:rPr>" if mark else "",
    ]
    inner = "".join(parts)
    head = f"<w:pPr>{inner}</w:pPr>" if inner else ""
    return Xml(f"<w:p>{head}{''.join(c if isinstance(c, Xml) else run(c) for c in content)}</w:p>")


def cell(*blocks: Content, span: int = 1, merge: str | None = None) -> Xml:
    """Return a ``w:tc``; ``merge`` is ``restart`` or ``continue`` for a vertical merge."""
    parts = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    parts += f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return Xml(f"<w:tc><w:tcPr>{parts}</w:tcPr>{_blocks(blocks or ('',))}</w:tc>")


def row(*cells: Content, properties: str = "") -> Xml:
    """Return a ``w:tr``; a plain string is a cell of one paragraph."""
    head = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return Xml(f"<w:tr>{head}{''.join(c if c.startswith('<w:tc>') else cell(c) for c in cells)}</w:tr>")


def table(rows: Iterable[Sequence[Content] | Xml], style: str | None = None) -> Xml:
    """Return a ``w:tbl`` from rows of cells."""
    head = f"<w:tblPr><w:tblStyle w:val={quoteattr(style)}/></w:tblPr>" if style else "<w:tblPr/>"
    return Xml(f"<w:tbl>{head}{''.join(r if isinstance(r, Xml) else row(*r) for r in rows)}</w:tbl>")


def text_box(*blocks: Content, fallback: bool = True) -> Xml:
    """Return a run with a drawn text box as Word writes it: the same content in the choice and in the fallback."""
    inner = f"<w:txbxContent>{_blocks(blocks)}</w:txbxContent>"
    choice = (
        '<mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
        f"{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
    )
    other = f"<mc:Fallback><w:pict><v:rect><v:textbox>{inner}</v:textbox></v:rect></w:pict></mc:Fallback>"
    return Xml(f"<w:r><mc:AlternateContent>{choice}{other if fallback else ''}</mc:AlternateContent></w:r>")


def inserted(*content: Content) -> Xml:
    """Return runs inserted under tracking."""
    return _wrapped("ins", content, ' w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"')


def deleted(text: str) -> Xml:
    """Return a run deleted under tracking."""
    inner = f'<w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r>'
    return Xml(f'<w:del w:id="2" w:author="A" w:date="2024-01-01T00:00:00Z">{inner}</w:del>')


DELETED_MARK = '<w:del w:id="3" w:author="A" w:date="2024-01-01T00:00:00Z"/>'


def control(*content: Content) -> Xml:
    """Return a content control round runs, or round blocks where the content is blocks."""
    inner = "".join(c if isinstance(c, Xml) else run(c) for c in content)
    return Xml(f"<w:sdt><w:sdtPr><w:alias w:val='x'/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>")


def link(*content: Content) -> Xml:
    """Return a hyperlink round runs."""
    return _wrapped("hyperlink", content, ' r:id="rIdLink"')


def field_runs(code: str, result: str) -> Xml:
    """Return a complex field: its code, then its result."""

    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f'<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return Xml(f"{char('begin')}{instruction}{char('separate')}{run(result)}{char('end')}")


def footnote_mark(number: int, kind: str = "footnote") -> Xml:
    """Return a run with the reference to a note of ``docx(footnotes=...)`` or, with kind ``endnote``, ``endnotes``."""
    return Xml(f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>')


def split_runs(text: str, every: int = 3, *, form: str | None = None, bold: bool | None = None) -> Xml:
    """Return the text in runs of a few characters, in a Unicode form (``NFD``) if asked: marks part from letters."""
    text = unicodedata.normalize(form, text) if form else text  # type: ignore[arg-type]
    return Xml("".join(run(text[i : i + every], bold=bold) for i in range(0, len(text), every)))


def level(fmt: str, text: str, *, start: int | None = 1, extra: str = "", left: int | None = None) -> Xml:
    """Return the inside of a ``w:lvl``; ``extra`` may hold w:isLgl, w:lvlRestart, w:pStyle, w:suff, w:rPr."""
    begin = f'<w:start w:val="{start}"/>' if start is not None else ""
    indent = f'<w:pPr><w:ind w:left="{left}" w:hanging="360"/></w:pPr>' if left is not None else ""
    return Xml(f'{begin}<w:numFmt w:val="{fmt}"/>{extra}<w:lvlText w:val={quoteattr(text)}/>{indent}')


def numbering(lists: Mapping[int, Sequence[Xml]], nums: Mapping[int, tuple[int, str]] | None = None) -> str:
    """Return a numbering part: abstract lists by id and their levels.

    Each list gets a ``w:num`` of its own id, unless ``nums`` gives numId -> (abstract id, XML of overrides).
    """
    abstracts = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">'
        + "".join(f'<w:lvl w:ilvl="{i}">{inner}</w:lvl>' for i, inner in enumerate(levels))
        + "</w:abstractNum>"
        for key, levels in lists.items()
    )
    instances = nums if nums is not None else {key: (key, "") for key in lists}
    listed = "".join(
        f'<w:num w:numId="{key}"><w:abstractNumId w:val="{abstract}"/>{overrides}</w:num>'
        for key, (abstract, overrides) in instances.items()
    )
    return part("numbering", abstracts + listed)


def part(name: str, inner: str) -> str:
    """Return a whole part whose root is ``w:name``."""
    return f"{_DECLARATION}<w:{name} {_NAMESPACES}>{inner}</w:{name}>"


def style(
    style_id: str,
    *,
    kind: str = "paragraph",
    name: str | None = None,
    based_on: str | None = None,
    run_properties: str = "",
    paragraph_properties: str = "",
    default: bool = False,
) -> str:
    """Return a ``w:style``."""
    return (
        f'<w:style w:type="{kind}" {"w:default=" + chr(34) + "1" + chr(34) if default else ""} '
        f"w:styleId={quoteattr(style_id)}><w:name w:val={quoteattr(name or style_id)}/>"
        + (f"<w:basedOn w:val={quoteattr(based_on)}/>" if based_on else "")
        + (f"<w:pPr>{paragraph_properties}</w:pPr>" if paragraph_properties else "")
        + (f"<w:rPr>{run_properties}</w:rPr>" if run_properties else "")
        + "</w:style>"
    )


def styles(*more: str, defaults: str | None = None) -> str:
    """Return a styles part: Times New Roman 14, heading styles 1 to 4, and more styles."""
    defaults = (
        defaults
        if defaults is not None
        else (
            "<w:rPrDefault><w:rPr><w:rFonts w:ascii='Times New Roman' w:hAnsi='Times New Roman'/>"
            "<w:sz w:val='28'/></w:rPr></w:rPrDefault><w:pPrDefault/>"
        )
    )
    headings = "".join(
        style(
            f"Heading{i}",
            name=f"heading {i}",
            based_on="Normal",
            run_properties="<w:b/>",
            paragraph_properties=f'<w:outlineLvl w:val="{i - 1}"/>',
        )
        for i in range(1, 5)
    )
    normal = style("Normal", name="Normal", default=True)
    return part("styles", f"<w:docDefaults>{defaults}</w:docDefaults>{normal}{headings}{''.join(more)}")


SECTION = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/>'
    "</w:sectPr>"
)


def docx(
    blocks: Iterable[Content],
    *,
    styles: str | None = None,
    numbering: str | None = None,
    footnotes: Mapping[int, Sequence[Content]] | None = None,
    endnotes: Mapping[int, Sequence[Content]] | None = None,
    headers: Mapping[str, Sequence[Content]] | None = None,
    footers: Mapping[str, Sequence[Content]] | None = None,
    settings: str = "",
    theme: str | None = None,
    section: str = SECTION,
    main: str = "word/document.xml",
    main_type: str = MAIN_TYPE,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a whole file. ``headers`` and ``footers`` map default, first and even to blocks; ``settings`` is XML."""
    parts = _parts(styles, numbering, footnotes, endnotes, settings, theme)
    references = ""
    for kind, given in (("header", headers), ("footer", footers)):
        for which, content in (given or {}).items():
            parts[f"{kind}-{which}"] = (kind, part("hdr" if kind == "header" else "ftr", _blocks(content)))
            references += f'<w:{kind}Reference w:type="{which}" r:id="{kind}-{which}"/>'
    section = section.replace("<w:sectPr>", f"<w:sectPr>{references}", 1)
    document = part("document", f"<w:body>{_blocks(blocks)}{section}</w:body>")
    return _zip(document, parts, main, main_type, extra or {})


def report_docx(
    paragraphs: Iterable[Content], *, numbering: str | None = None, styles: str | None = None
) -> bytes:
    """Return a report of an invented commune with these body paragraphs; plain strings become paragraphs."""
    head = table(
        [
            [
                cell(
                    para(run("UBND HUYỆN SÔNG MẪU", size=13), align="center"),
                    para(run("UBND XÃ ĐỒNG MẪU", bold=True, size=13), align="center"),
                    para(run("Số: 12/BC-UBND", size=13), align="center"),
                ),
                cell(
                    para(run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold=True, size=13), align="center"),
                    para(run("Độc lập - Tự do - Hạnh phúc", bold=True), align="center"),
                    para(run("Đồng Mẫu, ngày 15 tháng 11 năm 2023", italic=True), align="center"),
                ),
            ]
        ]
    )
    title = [bold("BÁO CÁO", align="center"), bold("Kết quả thực hiện phong trào thi đua", align="center")]
    close = table(
        [
            [
                cell(
                    para(run("Nơi nhận:", bold=True, italic=True, size=12)),
                    para(run("- UBND huyện Sông Mẫu;", size=11)),
                    para(run("- Lưu: VT.", size=11)),
                ),
                cell(
                    bold("TM. ỦY BAN NHÂN DÂN", align="center"),
                    bold("CHỦ TỊCH", align="center"),
                    para(),
                    para(),
                    bold("Nguyễn Văn Mẫu", align="center"),
                ),
            ]
        ]
    )
    return docx([head, *title, *paragraphs, close], numbering=numbering, styles=styles)


def _parts(
    styles_part: str | None,
    numbering_part: str | None,
    footnotes: Mapping[int, Sequence[Content]] | None,
    endnotes: Mapping[int, Sequence[Content]] | None,
    settings: str,
    theme: str | None,
) -> dict[str, tuple[str, str]]:
    """Return relationship id -> (kind, XML) of the parts beside the main one."""
    out = {"styles": ("styles", styles_part if styles_part is not None else styles())}
    if numbering_part is not None:
        out["numbering"] = ("numbering", numbering_part)
    for kind, notes in (("footnotes", footnotes), ("endnotes", endnotes)):
        if notes is not None:
            inner = "".join(
                f'<w:{kind[:-1]} w:id="{key}">{_blocks(content)}</w:{kind[:-1]}>'
                for key, content in notes.items()
            )
            out[kind] = (kind, part(kind, inner))
    if settings:
        out["settings"] = ("settings", part("settings", settings))
    if theme is not None:
        out["theme"] = ("theme", theme)
    return out


def _zip(
    document: str, parts: Mapping[str, tuple[str, str]], main: str, main_type: str, extra: Mapping[str, bytes]
) -> bytes:
    folder, _, base = main.rpartition("/")
    prefix = folder + "/" if folder else ""
    types = f'<Override PartName="/{main}" ContentType="{main_type}"/>' + "".join(
        f'<Override PartName="/{prefix}{key}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for key, (kind, _) in parts.items()
    )
    members = {
        "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": relations({"rId1": ("officeDocument", main)}),
        main: document,
        f"{prefix}_rels/{base}.rels": relations(
            {key: (kind, key + ".xml") for key, (kind, _) in parts.items()}
        ),
        **{f"{prefix}{key}.xml": xml for key, (_, xml) in parts.items()},
    }
    return pack({**{name: text.encode() for name, text in members.items()}, **extra})


def relations(targets: Mapping[str, tuple[str, str]]) -> str:
    """Return a relationships part: id -> (last word of the type, target)."""
    inner = "".join(
        f'<Relationship Id="{key}" Type="{_RELATIONS}/{kind}" Target={quoteattr(target)}/>'
        for key, (kind, target) in targets.items()
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{inner}</Relationships>"
    )


def pack(members: Mapping[str, bytes]) -> bytes:
    """Return a zip of these members, always with the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Return the members of a zip."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def decomposed(data: bytes) -> bytes:
    """Return a file whose parts are in decomposed Unicode."""
    members = {name: unicodedata.normalize("NFD", xml.decode()) for name, xml in unpack(data).items()}
    return pack({name: xml.encode() for name, xml in members.items()})


def _blocks(blocks: Iterable[Content]) -> str:
    return "".join(b if isinstance(b, Xml) else para(b) if b else para() for b in blocks)


def _wrapped(name: str, content: Iterable[Content], attributes: str = "") -> Xml:
    inner = "".join(c if isinstance(c, Xml) else run(c) for c in content)
    return Xml(f"<w:{name}{attributes}>{inner}</w:{name}>")


def _toggle(name: str, on: bool | None) -> str:
    if on is None:
        return ""
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _characters(text: str) -> str:
    out = []
    for line_index, line in enumerate(text.split("\n")):
        out.append("<w:br/>" if line_index else "")
        for piece_index, piece in enumerate(line.split("\t")):
            out.append("<w:tab/>" if piece_index else "")
            out.append(f'<w:t xml:space="preserve">{escape(piece)}</w:t>' if piece else "")
    return "".join(out)
