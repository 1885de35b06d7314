"""Text files: hard-wrapped text of a PDF, one paragraph a line, and Markdown, told apart by what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import evolve

from thidua_check.document import Document, Note, Paragraph, Passage, Table
from thidua_check.read.assemble import Group, Homes, Rows, build, make_paragraph
from thidua_check.read.encoding import decode
from thidua_check.read.footnotes import FoundNote, separate
from thidua_check.read.lines import Line, split_lines
from thidua_check.read.markdown import cut, is_markdown, is_row, is_separator, is_wall, read_marks, split_row
from thidua_check.read.rejoin import Tail, ends_closing, joint, opens_closing, seam
from thidua_check.read.wrapping import Wrapping, study

# A page number alone on its line: "2", "- 2 -", "Trang 2".
_PAGE = re.compile(r"(?:[-–]\s?|Trang\s)?(\d{1,3})(?:\s?[-–])?$")
_PAGE_LINES = 12
# A line break inside a cell of a pipe table.
_CELL_BREAK = re.compile(r"<br\s?/?>", re.IGNORECASE)


def read_text(data: bytes, *, path: str, sha256: str, markdown: bool | None = None) -> Document:
    """Return the document in a text file; raise UnreadableError where it cannot be read.

    ``markdown`` None lets the content decide. Paragraphs know their source lines, counted from 1; ``origin`` of a
    paragraph counts characters from the start of its first source line, a byte order mark not counted.
    """
    decoded = decode(data)
    text = decoded.text
    marked = is_markdown(text) if markdown is None else markdown
    lines = split_lines(text)
    if marked:
        lines = read_marks(lines)
    document = from_lines(lines, path=path, sha256=sha256, kind="md" if marked else "txt")
    return evolve(document, converted=decoded.typing)


def from_lines(lines: Sequence[Line], *, path: str, sha256: str, kind: str) -> Document:
    """Return the document that lines make; ``kind`` is its format, ``md`` lets marks of Markdown count."""
    marked = kind == "md"
    flow = [line for line in lines if not is_wall(line)] if marked else lines
    wrapping = study(flow, blocks=marked)
    lines = _drop_page_numbers(lines) if wrapping.wrapped else lines
    parted = separate(lines, wrapping)
    groups = _rejoin(parted.body, wrapping, marked=marked)
    body, homes = build(groups)
    notes = tuple(
        Note(note.mark, "footnote", (_note_paragraph(note, i, wrapping),), _anchor(note, parted.body, homes))
        for i, note in enumerate(parted.notes)
    )
    return Document(path=path, sha256=sha256, format=kind, body=body, notes=notes)


def unplaced(document: Document) -> Document:
    """Return the document without places in a text that only the reader saw."""
    notes = (
        evolve(
            note,
            paragraphs=tuple(map(_bare, note.paragraphs)),
            anchor=note.anchor and evolve(note.anchor, paragraph=_bare(note.anchor.paragraph)),
        )
        for note in document.notes
    )
    return evolve(document, body=tuple(map(_unplaced, document.body)), notes=tuple(notes))


def _bare(paragraph: Paragraph) -> Paragraph:
    return evolve(paragraph, lines=(), origin=None)


def _unplaced(block: Paragraph | Table) -> Paragraph | Table:
    if isinstance(block, Paragraph):
        return _bare(block)
    rows = (
        tuple(evolve(cell, content=tuple(map(_unplaced, cell.content))) for cell in row) for row in block.rows
    )
    return evolve(block, rows=tuple(rows))


def _note_paragraph(note: FoundNote, block: int, wrapping: Wrapping) -> Paragraph:
    """Return the text of a note as one paragraph."""
    group: Group = []
    for line in note.lines:
        how = seam(group[-1][0], line, wrapping) if group else "glue"
        group.append((line, " " if how == "space" else ""))
    return make_paragraph(group, "note", block)


def _anchor(note: FoundNote, body: Sequence[Line], homes: Homes) -> Passage | None:
    """Return the empty passage where the mark of a note stood."""
    if note.anchor is None:
        return None
    index, offset = note.anchor
    paragraph, start = homes[id(body[index])]
    return Passage(paragraph, start + offset, start + offset)


def _drop_page_numbers(lines: Sequence[Line]) -> list[Line]:
    """Leave out the numbers of pages: numbers alone on a line, counting up, a page apart."""
    out: list[Line] = []
    last, since = 0, 0
    carried = 0
    for line in lines:
        found = _PAGE.fullmatch(line.text)
        number = int(found[1]) if found else 0
        apart = line.blanks > 0 or line.feed
        if (
            found
            and apart
            and (number == last + 1 if last else number <= 3)
            and (since >= _PAGE_LINES or not out)
        ):
            last, since, carried = number, 0, line.blanks + 1
            continue
        out.append(evolve(line, blanks=line.blanks + carried, feed=True) if carried else line)
        since, carried = since + 1, 0
    return out


def _rejoin(lines: Sequence[Line], wrapping: Wrapping, *, marked: bool) -> Iterator[Group | Rows]:
    """Yield the paragraphs as groups of lines, and the tables."""
    last = 0
    for start, end, rows in _tables(lines, wrapping) if marked else ():
        yield from _paragraphs(lines[last:start], wrapping)
        yield rows
        last = end
    yield from _paragraphs(lines[last:], wrapping)


def _paragraphs(lines: Sequence[Line], wrapping: Wrapping) -> Iterator[Group]:
    """Yield the paragraphs of a stretch without tables."""
    group: Group = []
    tail: Tail | None = None
    for index, line in enumerate(lines):
        how = "break" if tail is None else _joint(tail, line, _next(lines, index), wrapping)
        if how == "break" and group:
            yield group
            group = []
        seam = " " if how == "space" else ""
        group.append((line, seam))
        tail = _follow(tail if how != "break" else None, line, _closing(tail, line))
    if group:
        yield group


def _next(lines: Sequence[Line], index: int) -> Line | None:
    return lines[index + 1] if index + 1 < len(lines) else None


def _joint(tail: Tail, line: Line, after: Line | None, wrapping: Wrapping) -> str:
    parted = not wrapping.wrapped or (line.blanks > 0 and not wrapping.spaced)
    if line.rule and not wrapping.spaced and not line.feed:
        return "break"
    return joint(tail, line, after, wrapping, strict=parted or tail.last.hard)


def _closing(tail: Tail | None, line: Line) -> bool:
    """Tell whether a line stands among the recipients or in the signature."""
    if opens_closing(line.text):
        return True
    return tail is not None and tail.closing and not ends_closing(line)


def _follow(tail: Tail | None, line: Line, closing: bool) -> Tail:
    """Return what is known of the paragraph when a line has joined it."""
    depth = line.text.count("(") + line.text.count("“") - line.text.count(")") - line.text.count("”")
    if tail is None:
        return Tail(line, line, len(line.text), 1, depth, closing)
    return Tail(
        tail.first, line, tail.length + 1 + len(line.text), tail.lines + 1, tail.open + depth, closing
    )


def _tables(lines: Sequence[Line], wrapping: Wrapping) -> Iterator[tuple[int, int, Rows]]:
    """Yield where each table begins and ends, and its rows."""
    index = 0
    while index < len(lines):
        if count := _pipe_rows(lines, index):
            rows = [line for line in lines[index : index + count] if not is_separator(line)]
            yield index, index + count, Rows([[_broken(cell) for cell in split_row(row)] for row in rows])
        elif count := _walled_lines(lines, index):
            cells = _walled_rows(lines[index : index + count])
            yield (
                index,
                index + count,
                Rows([[list(_paragraphs(cell, wrapping)) for cell in row] for row in cells]),
            )
        index += count or 1


def _broken(cell: Line) -> list[Group]:
    """Return the paragraphs of a pipe table's cell, which its line breaks ("<br>") part."""
    edges = [0, *(edge for match in _CELL_BREAK.finditer(cell.text) for edge in match.span()), len(cell.text)]
    return [[(cut(cell, start, end), "")] for start, end in zip(edges[::2], edges[1::2], strict=True)]


def _pipe_rows(lines: Sequence[Line], index: int) -> int:
    """Return how many lines from here are a pipe table, 0 if none begins here."""
    if not is_row(lines[index]) or index + 1 >= len(lines) or not is_separator(lines[index + 1]):
        return 0
    end = index + 2
    while end < len(lines) and is_row(lines[end]) and not lines[end].blanks:
        end += 1
    return end - index


def _walled_lines(lines: Sequence[Line], index: int) -> int:
    """Return how many lines from here are a law portal's table, 0 if none begins here.

    It begins and ends with a lone wall, and every wall in it stands right above the next cell or wall.
    """
    if not is_wall(lines[index]):
        return 0
    end = index + 1
    for place in range(index + 1, len(lines)):
        if is_wall(lines[place - 1]) and lines[place].blanks:
            break
        if is_wall(lines[place]):
            end = place + 1
    return end - index


def _walled_rows(lines: Sequence[Line]) -> list[list[Sequence[Line]]]:
    """Return the cells of a law portal's table by row: a wall stands before, between and after the cells of each row.

    Two walls in a row end one row and begin the next, or hold an empty cell: rows are taken to be as wide as the first.
    """
    cells: list[Sequence[Line]] = []
    held: list[Line] = []
    for line in lines[1:]:
        if is_wall(line):
            cells.append(tuple(held))
            held = []
        else:
            held.append(line)
    width = next((place for place, cell in enumerate(cells) if not cell), len(cells))
    step = width + 1
    if all(not cell for cell in cells[width::step]) and len(cells) % step == width:
        return [list(cells[start : start + width]) for start in range(0, len(cells), step)]
    return [list(row) for full, row in groupby(cells, key=bool) if full]
