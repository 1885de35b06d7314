"""A long report as Word itself would save it: split runs, rsid attributes, proofErr marks, run properties everywhere.

Words and figures come from the clean report that the tests use, varied by seed, so that a benchmark always measures
the same bytes.
"""

from __future__ import annotations

import io
import random
import re
import zipfile
from itertools import pairwise
from xml.sax.saxutils import escape

from tests.support.clean_report import (
    BODY,
    CLOSING,
    ISSUER,
    MOTTO,
    NATIONAL,
    NUMBER,
    OPENING,
    PARENT,
    PLACE_DATE,
    RECIPIENTS,
    SIGNER,
    SUBJECT,
    TITLE,
    TYPE,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORDS_A_PAGE = 450
_CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/>'
    '<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.styles+xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"/></Relationships>'
)
_STYLES = (
    f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" '
    'w:hAnsi="Times New Roman"/><w:sz w:val="28"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing '
    'w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" '
    'w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>'
)


def long_report(pages: int = 27, seed: int = 1) -> bytes:
    """Return a .docx of about so many pages."""
    rng = random.Random(seed)
    body = [_header_table(rng), _paragraph(TYPE, rng, bold=True, center=True)]
    body.append(_paragraph(SUBJECT, rng, bold=True, center=True))
    body.append(_paragraph(OPENING, rng))
    words = 0
    number = 0
    while words < pages * WORDS_A_PAGE:
        for block in BODY:
            if block.rows:
                body.append(_table(block.rows, rng))
                continue
            if block.level == 1:
                number += 1
            label = f"{_roman(number)}." if block.level == 1 else block.label
            text = _varied(block.text, rng)
            for line in [f"{label} {text}"] if block.level else [text, *_prose(rng)]:
                body.append(_paragraph(line.strip(), rng, bold=0 < block.level < 3))
                words += len(line.split())
    body.append(_paragraph(CLOSING, rng))
    body.append(_closing_table(rng))
    xml = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}"><w:body>{"".join(body)}'
        '<w:sectPr w:rsidR="00A77B3E"><w:pgSz w:w="11907" w:h="16840"/><w:pgMar w:top="1134" w:right="1134" '
        'w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    return _packed(xml)


def _packed(xml: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _CONTENT_TYPES)
        package.writestr("_rels/.rels", _RELS.format(kind="officeDocument", target="word/document.xml"))
        package.writestr("word/_rels/document.xml.rels", _RELS.format(kind="styles", target="styles.xml"))
        package.writestr("word/styles.xml", _STYLES)
        package.writestr("word/document.xml", xml)
    return out.getvalue()


def _chain() -> dict[str, list[str]]:
    """Return for each word of the clean report's sentences the words that follow it there."""
    following: dict[str, list[str]] = {}
    for block in BODY:
        if not block.level and not block.rows:
            found = block.text.split()
            for one, two in pairwise(found):
                following.setdefault(one, []).append(two)
    return following


_FOLLOWING = _chain()
_STARTS = sorted(word for word in _FOLLOWING if word[0].isupper())


def _prose(rng: random.Random) -> list[str]:
    """Return two paragraphs of sentences that run as the clean report's do, no two alike."""
    out = []
    for _ in range(2):
        text: list[str] = []
        while len(text) < 70:
            word = rng.choice(_STARTS)
            text.append(word)
            while word in _FOLLOWING and len(text) < 90 and not word.endswith("."):
                word = rng.choice(_FOLLOWING[word])
                text.append(word)
        out.append(_varied(" ".join(text).rstrip(".,;:") + ".", rng))
    return out


def _varied(text: str, rng: random.Random) -> str:
    """Change the small numbers, so that paragraphs differ as they do in a real report."""
    return re.sub(r"(?<![\d/.,-])\d{2}(?= [a-zà-ỹ])", lambda _: f"{rng.randrange(10, 99)}", text)


def _roman(number: int) -> str:
    out = ""
    for value, sign in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        out += sign * (number // value)
        number %= value
    return out


def _paragraph(text: str, rng: random.Random, *, bold: bool = False, center: bool = False) -> str:
    rsid = f"{rng.randrange(1 << 24):08X}"
    weight = "<w:b/><w:bCs/>" if bold else ""
    properties = (
        f'<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>{weight}'
        '<w:color w:val="000000" w:themeColor="text1"/><w:sz w:val="28"/><w:szCs w:val="28"/><w:lang w:val="vi-VN"/>'
        "</w:rPr>"
    )
    runs = []
    for piece in _pieces(text, rng):
        if rng.random() < 0.15:
            runs.append('<w:proofErr w:type="spellStart"/>')
        runs.append(
            f'<w:r w:rsidR="{rsid}" w:rsidRPr="00{rng.randrange(1 << 20):06X}">{properties}'
            f'<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        )
        if runs[-2:-1] == ['<w:proofErr w:type="spellStart"/>']:
            runs.append('<w:proofErr w:type="spellEnd"/>')
    align = "center" if center else "both"
    return (
        f'<w:p w:rsidR="{rsid}" w:rsidRDefault="{rsid}" w:rsidP="{rsid}"><w:pPr><w:spacing w:before="120" w:line="264" '
        f'w:lineRule="auto"/><w:ind w:firstLine="720"/><w:jc w:val="{align}"/>{properties}</w:pPr>{"".join(runs)}</w:p>'
    )


def _pieces(text: str, rng: random.Random) -> list[str]:
    """Cut a text into the stretches that Word's editing leaves: a few words each, now and then inside a word."""
    out = []
    while text:
        cut = rng.randrange(5, 150)
        out.append(text[:cut])
        text = text[cut:]
    return out


def _cell(texts: tuple[str, ...], rng: random.Random, *, center: bool = True) -> str:
    inside = "".join(_paragraph(text, rng, center=center) for text in texts)
    return f'<w:tc><w:tcPr><w:tcW w:w="4800" w:type="dxa"/></w:tcPr>{inside}</w:tc>'


def _rows(rows: list[list[tuple[str, ...]]], rng: random.Random) -> str:
    inside = "".join(f"<w:tr>{''.join(_cell(cell, rng) for cell in row)}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{inside}</w:tbl>'


def _header_table(rng: random.Random) -> str:
    return _rows([[(PARENT, ISSUER), (NATIONAL, MOTTO)], [(NUMBER,), (PLACE_DATE,)]], rng)


def _closing_table(rng: random.Random) -> str:
    return _rows([[("Nơi nhận:", *RECIPIENTS), (TITLE, SIGNER)]], rng)


def _table(rows: tuple[tuple[str, ...], ...], rng: random.Random) -> str:
    return _rows([[(text,) for text in row] for row in rows], rng)
