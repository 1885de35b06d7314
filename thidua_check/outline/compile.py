"""Outlines read out of a guidance letter, or out of a bare outline file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from thidua_check.anatomy.headings import headings_of
from thidua_check.anatomy.model import Section
from thidua_check.document import Document, Paragraph
from thidua_check.errors import OutlineError
from thidua_check.outline.demands import read_demands
from thidua_check.outline.instructions import (
    closing_words,
    is_closing,
    is_instruction,
    is_optional,
    is_request,
    split_notes,
    whom,
)
from thidua_check.outline.letter import letter_of
from thidua_check.outline.model import Outline, OutlineItem, child_id
from thidua_check.outline.movements import identify, parse_period
from thidua_check.text import fold, slug, strip_marks

# The line that heads an outline: "ĐỀ CƯƠNG BÁO CÁO", "Phụ lục 1: ĐỀ CƯƠNG", "MẪU SỐ 01: ĐỀ CƯƠNG BÁO CÁO", "DÀN Ý BÁO CÁO".
_HEAD = re.compile(
    r"^(?:(?:phụ lục|mẫu số|biểu mẫu)\s*(?:số\s*)?[\divx]{0,4}\s*[.:\-]?\s*)?"
    r"(?:gợi ý\s+)?(?P<kind>(?:đề cương|mẫu(?: đề cương)?|khung|bố cục|dàn ý|cấu trúc|nội dung)"
    r"(?:\s+(?:chi tiết|gợi ý|tham khảo|mẫu))?(?:\s+(?P<type>báo cáo|kế hoạch|chương trình|đề án|tờ trình))?)"
)
# Without one of these the words "mẫu", "khung", "nội dung" head no outline.
_NEEDS_TYPE = ("mẫu", "khung", "bố cục", "dàn ý", "cấu trúc", "nội dung")
# A sentence of the letter that lists what to report: "... báo cáo theo các nội dung sau:".
_INLINE = re.compile(
    r"(?:nội dung báo cáo|báo cáo)\b.{0,80}\b(?:nội dung|đề cương|như)\b.{0,40}\bsau(?: đây)?\s*:\s*$"
)
# Lines between the head and the first item that are no part of the title.
_NO_TITLE = re.compile(
    r"^(?:cộng h|độc lập\s*-|số\s*:|kính gửi|\(?\s*kèm theo|\(?\s*ban hành kèm|-{2,}|_{2,}|\*{2,}|\.{3,}|.{2,40},\s*ngày)"
)
# Where an outline ends: the recipients, the header of the next one, the signature.
_END = re.compile(
    r"^(?:nơi nhận\s*:?|cộng h[oò]à? xã hội|cơ quan, đơn vị$|tm\.|kt\.|tl\.|q\.|thủ trưởng|giám đốc$|chủ tịch$)"
)
_ADDRESS = re.compile(r"^kính gửi\b")
_LONGEST_HEAD = 40
_FEWEST_ITEMS = 3
_QUOTED = re.compile(r"[“\"«]([^“”\"«»]{4,300})[”\"»]")
_PHRASE = re.compile(r"phong trào(?: thi đua)?\s*:?\s*$", re.IGNORECASE)
_BULLETS = ("dash", "plus", "star")


@frozen
class _Part:
    """One outline of the letter: its head line, its title lines and the paragraphs of its items."""

    kind: str
    document_type: str
    title: str
    body: tuple[Paragraph, ...]


def compile_outline(document: Document) -> tuple[Outline, ...]:
    """Return the outlines that a guidance letter carries, in the letter's order.

    A file that is an outline and nothing else gives one. Raises OutlineError where there is none.
    """
    paragraphs = [p for p in document.paragraphs if p.text.strip()]
    starts = _starts(paragraphs)
    parts = list(_parts(paragraphs, starts))
    letter = paragraphs[: starts[0]] if starts else ()
    if not parts and (parts := list(_inline(paragraphs))):
        letter = paragraphs
    parts = parts or list(_bare(paragraphs))
    parts = [part for part in parts if len(headings_of(part.body, outline=True)) >= _FEWEST_ITEMS]
    if not parts:
        raise OutlineError(
            f"{document.path}: không tìm thấy đề cương nào trong tệp này.",
            f"{document.path}: no outline was found in this file.",
        )
    said = letter_of(document, letter)
    out: list[Outline] = []
    for part in parts:
        outline = _outline(part, _id(part.title, len(out) + 1, {o.id for o in out}), document.path)
        out.append(evolve(outline, letter=said))
    return tuple(out)


def _starts(paragraphs: Sequence[Paragraph]) -> list[int]:
    return [i for i, p in enumerate(paragraphs) if _head(p.text) is not None]


def _head(text: str) -> re.Match[str] | None:
    """Return the match of a line that heads an outline, None for any other line."""
    folded = fold(text)
    match = _HEAD.match(folded)
    if match is None or len(folded.split()) > _LONGEST_HEAD:
        return None
    rest = folded[match.end() :]
    if match["kind"].startswith(_NEEDS_TYPE) and not match["type"]:
        return None
    capitals = text.strip()[:8].isupper()
    return (
        match
        if capitals or (len(rest.split()) <= 3 and not rest.rstrip().endswith((".", ":", ";", ",")))
        else None
    )


def _parts(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> Iterator[_Part]:
    for start, stop in pairwise((*starts, len(paragraphs))):
        match = _head(paragraphs[start].text)
        if match is None:
            continue
        text = " ".join(paragraphs[start].text.split())
        rest = text[match.end() :].strip(" :.-–")
        first = next((i for i in range(start + 1, stop) if _is_item(paragraphs, i)), None)
        if first is None:
            first = start + 1 if rest else min(start + 2, stop)
        title = " ".join([rest, *_title_lines(paragraphs[start + 1 : first])]).strip()
        yield _Part(
            kind=text[match.start("kind") : match.end()].strip(),
            document_type=(match["type"] or "báo cáo").upper(),
            title=title,
            body=_until_end(paragraphs[first:stop]),
        )


def _is_item(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph is an item: it has a label."""
    return any(s.heading.label for s in headings_of(paragraphs[index : index + 1], outline=True))


def _title_lines(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    for p in paragraphs:
        text = " ".join(p.text.split())
        if fold(text).startswith(("(kèm theo", "(ban hành")):
            return
        if not _NO_TITLE.match(fold(text)):
            yield text


def _until_end(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    stop = next((i for i, p in enumerate(paragraphs) if _END.match(fold(p.text))), len(paragraphs))
    return tuple(paragraphs[:stop])


def _inline(paragraphs: Sequence[Paragraph]) -> Iterator[_Part]:
    """The list of contents that the letter's own text gives ("báo cáo theo các nội dung sau:")."""
    for i, p in enumerate(paragraphs):
        if _INLINE.search(fold(p.text)):
            yield _Part("NỘI DUNG BÁO CÁO", "BÁO CÁO", _named(p.text), _until_end(paragraphs[i + 1 :]))
            return


def _named(text: str) -> str:
    match = _QUOTED.search(text)
    return f"Phong trào thi đua {match[0]}" if match else ""


def _bare(paragraphs: Sequence[Paragraph]) -> Iterator[_Part]:
    """A file that is an outline without a head line: its unlabelled first lines are the title. No letter is one."""
    first = next((i for i in range(len(paragraphs)) if _is_item(paragraphs, i)), None)
    letter = any(_ADDRESS.match(fold(p.text)) for p in paragraphs)
    if first is not None and not letter:
        title = " ".join(_title_lines(paragraphs[:first])).strip()
        yield _Part("ĐỀ CƯƠNG", "BÁO CÁO", title, _until_end(paragraphs[first:]))


def _id(title: str, number: int, taken: set[str]) -> str:
    """Return a short id: the registry's for a known movement, else the initials of its name, else DC1, DC2."""
    known = identify(title)
    name = _QUOTED.search(title)
    if known:
        wanted = known[0].id
    elif name:
        wanted = "".join(w[0] for w in strip_marks(name[1]).split() if w[0].isalnum()).upper()[:6]
    else:
        wanted = f"DC{number}"
    return wanted if wanted not in taken else f"{wanted}{number}"


def _outline(part: _Part, outline_id: str, source: str) -> Outline:
    movement = _movement(part.title)
    known = identify(part.title)
    aliases = tuple(n for m in known[:1] for n in (m.name, *m.aliases) if n != movement)
    sections = headings_of(part.body, outline=True)
    closing = [closing_words(text) for text in _closing(sections[-1])]
    demands = read_demands("", closing)
    enclosed = tuple(r for r in demands.requires if r.kind == "attachment")
    other = tuple(r.text for r in demands.requires if r.kind != "attachment")
    return Outline(
        id=outline_id,
        title=part.title,
        items=_items(sections, outline_id),
        source=source,
        kind=part.kind,
        document_type=part.document_type,
        movement=movement,
        movement_aliases=aliases,
        period=parse_period(part.title),
        requires=enclosed,
        unchecked=(*other, *demands.unchecked),
    )


def _movement(title: str) -> str | None:
    """Return the movement's name as the title writes it in quotes, else the registry's name of the one it speaks of."""
    match = _QUOTED.search(title)
    if match:
        return match[1].strip()
    known = identify(title)
    return known[0].name if known else None


def _items(sections: Sequence[Section], outline_id: str) -> tuple[OutlineItem, ...]:
    out: list[OutlineItem] = []
    ids: dict[int, str] = {}
    kept = [s for s in sections if not _is_line_of_parent(s)]
    for section in kept:
        parent = ids[section.parent] if section.parent is not None else None
        requests = [_whole(sections[c]) for c in section.children if _is_line_of_parent(sections[c])]
        last = section.index == sections[-1].index
        item = _item(section, parent or outline_id, {i.id for i in out}, requests, last=last)
        ids[section.index] = item.id
        out.append(evolve(item, parent=parent))
    return tuple(out)


def _is_line_of_parent(section: Section) -> bool:
    """Whether a bullet is a request to the section above it ("- Nêu rõ số lượng tin, bài"), not a section."""
    bullet = section.heading.scheme in _BULLETS
    return bullet and section.parent is not None and not section.children and is_request(_whole(section))


def _item(
    section: Section, above: str, taken: set[str], requests: Sequence[str], *, last: bool
) -> OutlineItem:
    """Return a section as an item; ``requests`` are the bullets under it that ask for something."""
    heading = section.heading
    parts = split_notes(_whole(section))
    item_id = _free_id(above, heading.path[-1] if heading.path else slug(parts.title), taken)
    further = [text for text in _further(section) if not (last and is_closing(text))]
    asked = [*(text for text in further if is_request(text)), *requests]
    told = [] if last else [text for text in further if not is_request(text)]
    instructions = (*parts.notes, *(text.strip("()[] ") for text in asked))
    demands = read_demands(parts.title, instructions)
    notes = (*instructions, *(text.strip("()[] ") for text in told))
    first, end = heading.passages[0], heading.passages[-1]
    line, line_end = first.paragraph.line_at(first.start), end.paragraph.line_at(max(end.start, end.end - 1))
    return OutlineItem(
        id=item_id,
        label=heading.label,
        title=parts.title,
        level=heading.level,
        notes=notes,
        applies_to=whom(parts.title, notes),
        is_heading=not is_instruction(parts.title, heading.scheme in _BULLETS),
        optional=is_optional(notes, parts.title),
        requires=demands.requires,
        unchecked=(*demands.unchecked, *told),
        defines=parts.defines,
        lines=(line, line_end or line) if line else None,
    )


def _free_id(above: str, bare: str, taken: set[str]) -> str:
    item_id = child_id(above, bare)
    while item_id in taken:
        item_id += "-"
    return item_id


def _whole(section: Section) -> str:
    """Return an item's words: its title and what runs on in the same paragraph."""
    paragraph = section.heading.title_passage.paragraph
    return " ".join(paragraph.text[section.heading.title_passage.start :].split())


def _further(section: Section) -> Iterator[str]:
    """Yield the paragraphs under an item that explain it."""
    own = section.heading.title_passage.paragraph
    for passage in section.content:
        if passage.paragraph is not own and (text := " ".join(passage.text.split())):
            yield text


def _closing(section: Section) -> Iterator[str]:
    """Yield the lines behind the last item that speak of the whole report, from the first such line on."""
    lines = list(_further(section))
    first = next((n for n, text in enumerate(lines) if is_closing(text)), len(lines))
    yield from lines[first:]
