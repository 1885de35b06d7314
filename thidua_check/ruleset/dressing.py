"""Giving the text of an example the looks of a Word file, so that rules on layout have something to look at.

Every component first gets the look that NĐ 30/2020/NĐ-CP, Phụ lục I asks for; the example then says what is different.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from attrs import evolve

from thidua_check.anatomy import analyse
from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Cell, Document, PageNumber, PageSetup, Paragraph, Passage, Run, Table
from thidua_check.errors import ThiduaCheckError
from thidua_check.ruleset.kinds.looks import COMPONENTS
from thidua_check.strict_yaml import nearest

_PAGE: Final = PageSetup(
    width=11906, height=16838, top=1134, bottom=1134, left=1701, right=1134, title_page=True
)
_SPECIAL: Final = frozenset({"page", "number", "table"})
BODY: Final = "body"
_REST: Final = "…"

_BODY_LOOK: Final = "14 both first=567 before=120"
_LOOKS: Final[Mapping[str, str]] = {
    "national": "13 bold center",
    "motto": "14 bold center",
    "parent": "13 center",
    "issuer": "13 bold center",
    "number_line": "13 center",
    "place_date": "14 italic center",
    "type": "14 bold center",
    "subject": "14 bold center",
    "to": "14 center",
    "authority": "14 bold center",
    "name": "14 bold center",
    "recipients_label": "12 bold italic left",
    "recipients": "11 left",
}
_HEADINGS: Final[Mapping[str, str]] = {
    "part": "14 bold center",
    "chapter": "14 bold center",
    "roman": "14 bold both first=567 before=120",
    "arabic": "14 bold both first=567 before=120",
}
_RUN_WORDS: Final[Mapping[str, tuple[str, bool]]] = {
    "bold": ("bold", True),
    "plain": ("bold", False),
    "italic": ("italic", True),
    "upright": ("italic", False),
    "caps": ("caps", True),
    "underline": ("underline", True),
}
_ALIGNMENTS: Final = frozenset({"left", "center", "right", "both"})
_LENGTHS: Final[Mapping[str, str]] = {
    "first": "first_line",
    "indent": "left",
    "before": "before",
    "after": "after",
    "line": "line",
}


class LookError(ThiduaCheckError):
    """A look that means nothing: an unknown word, or words that no paragraph has."""


def dress(document: Document, changes: Mapping[str, str]) -> Document:
    """Return a text document as a Word file with the right looks and then the changes.

    A key of ``changes`` is the words that look different (the rest of their paragraph too where it ends with ``…``),
    ``body`` for all running text, ``page``, ``number`` or ``table``. Raises LookError for a key or a word that means
    nothing.
    """
    anatomy = analyse(document)
    looks = dict(_roles(anatomy))
    body: list[Paragraph | Table] = []
    for block in document.body:
        if isinstance(block, Paragraph):
            look = looks.get((block.part, block.block))
            plain = _dressed(block, look or _BODY_LOOK)
            block = _dressed(plain, changes[BODY]) if look is None and BODY in changes else plain
        body.append(block)
    for words, look in changes.items():
        if words not in _SPECIAL and words != BODY:
            body = _changed(body, words, look)
    if "table" in changes:
        body = _in_table(body, anatomy, changes["table"])
    numbers = _page_numbers(changes.get("number", "header center 14"))
    page = evolve(_page(changes.get("page", "")), title_page=not any(number.first for number in numbers))
    return evolve(
        document,
        format="docx",
        has_layout=True,
        body=tuple(body),
        sections=(page,),
        page_numbers=numbers,
        headers=tuple(n.paragraph for n in numbers if n.paragraph.part == "header"),
        footers=tuple(n.paragraph for n in numbers if n.paragraph.part == "footer"),
    )


def _roles(anatomy: Anatomy) -> Iterator[tuple[tuple[str, int], str]]:
    """Yield the look of the paragraphs that are a component or a heading."""
    for section in anatomy.sections:
        look = _HEADINGS.get(section.heading.scheme)
        for passage in section.heading.passages if look and not section.heading.run_in else ():
            yield (passage.paragraph.part, passage.paragraph.block), look or ""
    for name, look in _LOOKS.items():
        for passage in COMPONENTS[name](anatomy):
            yield (passage.paragraph.part, passage.paragraph.block), look
    for attachment in anatomy.attachments:
        for passage in attachment.title.passages:
            yield (passage.paragraph.part, passage.paragraph.block), "14 bold center"


def _dressed(paragraph: Paragraph, look: str, start: int = 0, end: int | None = None) -> Paragraph:
    """Return a paragraph with a look on some of its text; what speaks of paragraphs holds for all of it."""
    run, layout = _read(look)
    stop = len(paragraph.text) if end is None else end
    runs = paragraph.runs or (Run(0, len(paragraph.text), font="Times New Roman", size=14.0),)
    out: list[Run] = []
    for old in runs:
        for a, b, own in (
            (old.start, min(old.end, start), False),
            (max(old.start, start), min(old.end, stop), True),
            (max(old.start, stop), old.end, False),
        ):
            if a < b:
                out.append(evolve(old, start=a, end=b, **(run if own else {})))
    return evolve(paragraph, runs=tuple(out), layout=evolve(paragraph.layout, **layout))


def _read(look: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return what a look says of letters and of paragraphs."""
    run: dict[str, Any] = {}
    layout: dict[str, Any] = {}
    for word in look.split():
        name, _, value = word.partition("=")
        if word in _RUN_WORDS:
            key, on = _RUN_WORDS[word]
            run[key] = on
        elif word in _ALIGNMENTS:
            layout["alignment"] = word
        elif name in ("font", "color") and value:
            run[name] = value.replace("_", " ")
        elif name in _LENGTHS and value.isdigit():
            layout[_LENGTHS[name]] = int(value)
            layout |= {"line_rule": "auto"} if name == "line" else {}
        elif word.replace(".", "", 1).isdigit():
            run["size"] = float(word)
        else:
            raise LookError(
                f"look: không hiểu “{word}”{nearest(word, _WORDS)}", f"'{word}' in a look means nothing"
            )
    return run, layout


_WORDS: Final = (*_RUN_WORDS, *_ALIGNMENTS, *_LENGTHS, "font", "color")


def _changed(body: Sequence[Paragraph | Table], words: str, look: str) -> list[Paragraph | Table]:
    """Return the blocks with one change on the first paragraph that has the words."""
    out = list(body)
    key = words.removesuffix(_REST)
    for index, block in enumerate(out):
        start = block.text.find(key) if isinstance(block, Paragraph) else -1
        if isinstance(block, Paragraph) and start >= 0:
            end = len(block.text) if words.endswith(_REST) else start + len(key)
            out[index] = _dressed(block, look, start, end)
            return out
    raise LookError(
        f"look: không đoạn nào có chữ “{words}”{nearest(words, (*_SPECIAL, BODY))}",
        f"no paragraph has the words '{words}'",
    )


def _page(look: str) -> PageSetup:
    values: dict[str, Any] = {}
    for word in look.split():
        name, _, value = word.partition("=")
        if word == "landscape":
            values |= {"landscape": True, "width": _PAGE.height, "height": _PAGE.width}
        elif value.isdigit() and hasattr(_PAGE, name):
            values[name] = int(value)
        else:
            raise LookError(f"look: không hiểu “{word}” ở page", f"'{word}' means nothing for a page")
    return evolve(_PAGE, **values)


def _page_numbers(look: str) -> tuple[PageNumber, ...]:
    if look == "none":
        return ()
    words = look.split()
    part: Any = "footer" if "footer" in words else "header"
    rest = " ".join(w for w in words if w not in ("footer", "header", "first", "roman"))
    paragraph = _dressed(Paragraph("2", part=part), rest)
    return (PageNumber(paragraph, paragraph.layout.alignment, "first" in words, arabic="roman" not in words),)


def _in_table(body: Sequence[Paragraph | Table], anatomy: Anatomy, look: str) -> list[Paragraph | Table]:
    """Put the head or the closing into a table of one cell: ``head``, ``closing``, with ``boxed`` for one with lines."""
    words = look.split()
    edge = anatomy.type.passages[0] if anatomy.type else None
    if "closing" in words:
        edge = anatomy.recipients_label
    if edge is None or not {"head", "closing"} & set(words):
        raise LookError(f"look: không hiểu “{look}” ở table", f"'{look}' means nothing for a table")
    at = next(i for i, block in enumerate(body) if _is_in(edge, block))
    inside, outside = (body[at:], body[:at]) if "closing" in words else (body[:at], body[at:])
    moved = tuple(
        evolve(block, part="table", block=i, cell=(0, 0, 0))
        for i, block in enumerate(b for b in inside if isinstance(b, Paragraph))
    )
    table = Table(0, ((Cell(0, 0, 1, 1, moved),),), boxed="boxed" in words)
    return [*outside, table] if "closing" in words else [table, *outside]


def _is_in(passage: Passage, block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and block.block == passage.paragraph.block and block.part == "body"
