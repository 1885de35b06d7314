"""Reading order: where the head of a document and its signature stand in two columns, the left one comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from thidua_check.read.pdf.rows import Piece, Row

# The right column of a head: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM".
_HEAD: Final = re.compile(r"CỘNG\s*H(?:ÒA|OÀ)\s+XÃ|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT|Độc\s+lập\s*[-–]\s*Tự\s+do")
# What opens the recipients or a signature: "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "GIÁM ĐỐC".
_CLOSING: Final = re.compile(
    r"(?:Nơi|NƠI)\s(?:nhận|NHẬN)|(?:TM|T/M|KT|TL|TUQ)\.|(?:Q\.\s?)?(?:PHÓ\s)?(?:GIÁM ĐỐC|CHỦ TỊCH|CỤC TRƯỞNG|BÍ THƯ)"
)
_HEAD_ROWS: Final = 16
_LOOSE: Final = 1.9  # of the usual distance of two rows: what stands farther apart does not belong together


@frozen
class Column:
    """The rows of one column, read before what stands to the right of it."""

    rows: tuple[Row, ...]


def columns(rows: Sequence[Row], pitch: float) -> list[Row | Column]:
    """Return the rows of a page in reading order; ``pitch`` is the usual distance of two rows."""
    out: list[Row | Column] = []
    index = 0
    while index < len(rows):
        zone = _zone(rows, index, pitch) if len(rows[index].pieces) == 2 else None
        if zone is None:
            out.append(rows[index])
            index += 1
            continue
        end, gutter = zone
        halves = _parted(rows[index:end], gutter)
        out.extend(Column(tuple(half)) for half in halves if half)
        index = end
    return out


def _zone(rows: Sequence[Row], start: int, pitch: float) -> tuple[int, float] | None:
    """Return the end of a head or signature that begins at a row of two pieces, and the middle of its gutter."""
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
    if any(_CLOSING.match(piece.text) for piece in rows[start].pieces):
        return end, (low + high) / 2
    return None


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
