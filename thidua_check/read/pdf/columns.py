"""Reading order: where the head of a document and its signature stand in two columns, the left one comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from thidua_check.read.pdf.rows import Piece, Row
from thidua_check.text import fold

# The right column of a head: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM".
_HEAD: Final = re.compile(r"CỘNG\s*H(?:ÒA|OÀ)\s+XÃ|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT|Độc\s+lập\s*[-–]\s*Tự\s+do")
# What opens the recipients or a signature: "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "GIÁM ĐỐC".
_CLOSING: Final = re.compile(
    r"(?:Nơi|NƠI)\s(?:nhận|NHẬN)|(?:TM|T/M|KT|TL|TUQ)\.|(?:Q\.\s?)?(?:PHÓ\s)?(?:GIÁM ĐỐC|CHỦ TỊCH|CỤC TRƯỞNG|BÍ THƯ)"
)
_RECIPIENTS: Final = re.compile(r"(?:Nơi|NƠI)\s(?:nhận|NHẬN)")
# An item of the recipients: "- Như trên;", "+ Các sở".
_ITEM: Final = re.compile(r"[-–+•*]\s?\S")
_NATIONAL: Final = fold("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
_HEAD_ROWS: Final = 16
_LOOSE: Final = 1.9  # of the usual distance of two rows: what stands farther apart does not belong together


@frozen
class Column:
    """The rows of one column, read before what stands to the right of it."""

    rows: tuple[Row, ...]


def columns(rows: Sequence[Row], pitch: float, *, closing: bool = False) -> list[Row | Column]:
    """Return the rows of a page in reading order; ``pitch`` is the usual distance of two rows.

    ``closing`` tells that the recipients began on a page before, so that they may go on here.
    """
    out: list[Row | Column] = []
    index = _rest_of_recipients(rows) if closing else 0
    if index:
        out.append(Column(tuple(_items(rows[:index]))))
    while index < len(rows):
        zone = _zone(rows, index, pitch) if len(rows[index].pieces) == 2 else None
        if zone is None:
            out.append(rows[index])
            index += 1
            continue
        end, gutter = zone
        above: list[Row] = []
        while out and isinstance(last := out[-1], Row) and _heads_right(last, gutter):
            above.insert(0, last)
            out.pop()
        halves = _parted([*above, *rows[index:end]], gutter)
        out.extend(Column(tuple(_recipients(half))) for half in halves if half)
        index = end
    return out


def _zone(rows: Sequence[Row], start: int, pitch: float) -> tuple[int, float] | None:
    """Return the end of a head or signature that begins at a row of two pieces, and the middle of its gutter."""
    closes = any(_CLOSING.match(piece.text) for piece in rows[start].pieces)
    if start >= _HEAD_ROWS and not closes:
        return None
    left, right = rows[start].pieces
    low, high = left.x1, right.x0
    end = start + 1
    for index in range(start + 1, len(rows)):
        sides = [_side(piece, low, high) for piece in rows[index].pieces]
        if None in sides or len(sides) > 2 or len(set(sides)) < len(sides):
            break
        for piece, side in zip(rows[index].pieces, sides, strict=True):
            low, high = (max(low, piece.x1), high) if side == "left" else (low, min(high, piece.x0))
        end = index + 1
    pair = range(start, end)
    if start < _HEAD_ROWS and any(_HEAD.search(p.text) for i in pair for p in rows[i].pieces):
        last = max(i for i in pair if len(rows[i].pieces) == 2)
        return _under_left(rows, last + 1, end, (low + high) / 2, pitch), (low + high) / 2
    return (end, (low + high) / 2) if closes else None


def opens_recipients(rows: Sequence[Row]) -> bool:
    """Tell whether the recipients begin on a page."""
    return any(_RECIPIENTS.match(piece.text) for row in rows for piece in row.pieces)


def _heads_right(row: Row, gutter: float) -> bool:
    """Tell whether a row stands above the right column of a signature: "KT. CHỦ TỊCH" above "PHÓ CHỦ TỊCH"."""
    return len(row.pieces) == 1 and row.pieces[0].x0 > gutter and bool(_CLOSING.match(row.text))


def _rest_of_recipients(rows: Sequence[Row]) -> int:
    """Return how many rows from the top of a page are the rest of the recipients."""
    end = 0
    while end < len(rows) and len(rows[end].pieces) == 1 and abs(rows[end].size - rows[0].size) < 1:
        end += 1
    return end if rows and _ITEM.match(rows[0].text) else 0


def _recipients(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a column, those of the recipients as items, a broken national heading as one row."""
    return _items(rows) if _RECIPIENTS.match(rows[0].text) else _whole_heading(rows)


def _whole_heading(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a column; the national heading is one row though a narrow column broke it."""
    out: list[Row] = []
    for row in rows:
        if out and _NATIONAL.startswith(fold(f"{out[-1].text} {row.text}")):
            out[-1] = Row(row.y, row.size, (_joined(out[-1].pieces[-1], row.pieces[0]),))
        else:
            out.append(row)
    return out


def _items(rows: Sequence[Row]) -> list[Row]:
    """Return rows with those that are the rest of an item joined to it."""
    out: list[Row] = []
    for row in rows:
        last = out[-1] if out else None
        if (
            last
            and _ITEM.match(last.text)
            and not last.text.endswith((";", "."))
            and not _ITEM.match(row.text)
        ):
            out[-1] = Row(row.y, last.size, (_joined(last.pieces[-1], row.pieces[0]), *row.pieces[1:]))
        else:
            out.append(row)
    return out


def _joined(first: Piece, second: Piece) -> Piece:
    """Return two pieces as one, a space between them."""
    looks = first.looks + second.looks[:1] + second.looks
    return Piece(first.x0, second.x1, f"{first.text} {second.text}", looks)


def _side(piece: Piece, low: float, high: float) -> str | None:
    """Return on which side of a gutter a piece stands, None for one that crosses it."""
    middle = (low + high) / 2
    if piece.x1 <= middle and piece.x1 < high:
        return "left"
    return "right" if piece.x0 >= middle and piece.x0 > low else None


def _under_left(rows: Sequence[Row], start: int, end: int, gutter: float, pitch: float) -> int:
    """Return the end of what still belongs to the left column of a head: the subject of a letter under its number."""
    index = start
    while (
        index < end
        and rows[index - 1].y - rows[index].y < pitch * _LOOSE
        and rows[index].pieces[-1].x1 <= gutter
        and (index > start or rows[index].text.startswith(("V/v", "Về việc", "v/v")))
    ):
        index += 1
    return index


def _parted(rows: Sequence[Row], gutter: float) -> Iterator[list[Row]]:
    """Yield the rows left and right of a gutter."""
    for left in (True, False):
        half = []
        for row in rows:
            pieces = tuple(p for p in row.pieces if ((p.x0 + p.x1) / 2 < gutter) == left)
            if pieces:
                half.append(Row(row.y, row.size, pieces))
        yield half
