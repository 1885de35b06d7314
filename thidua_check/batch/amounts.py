"""The figures of one report that may be added up over several, each under the name of what it counts.

Only figures whose name is sure are taken: what is a share, an average, a span of time or an approximate number adds
up to nothing, and neither does one of the two numbers of ``118/125``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from attrs import frozen

from thidua_check.batch.model import Amount
from thidua_check.document import Paragraph, Table
from thidua_check.draft import Draft
from thidua_check.extract.grid import TOTAL_LEVEL, Grid, GridRow, grid_of
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.units import TIME_UNITS
from thidua_check.text import fold, fold_same_length

# Ends of a clause: "; ", ". ", ", ", ": ", "(", a dash between words, a bullet; and of a sentence.
_CLAUSE: Final = re.compile(r"[,;:()“”\"]|[.!?…](?=\s|$)|(?:^|\s)[-–—+•*](?=\s)")
_SENTENCE: Final = re.compile(r"[!?…]|[.](?=\s|$)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"(?<![0-9.,/])(?:19|20)[0-9]{2}(?![0-9.,]*[0-9])")
# "46 căn nhà (năm 2024)"
_YEAR_BEHIND: Final = re.compile(r"\s?\(?(?:trong\s)?năm\s(?P<year>(?:19|20)[0-9]{2})\b")
# Right before a number that is no exact count of its own: "hơn 500 hộ", "tăng 12", "từ 250", "còn 180", "mỗi 10".
_LOOSE: Final = re.compile(
    r"(?:^|\s)(?:hơn|trên|gần|khoảng|dưới|ước|chừng|từ|đến|tới|còn|lên|xuống|thứ|tăng|giảm|mỗi|tối\sthiểu|tối\sđa|"
    r"ít\snhất|nhiều\snhất|bình\squân|trung\sbình|tỷ\slệ|tỉ\slệ|so\svới|chỉ\stiêu|kế\shoạch)(?:\s(?:là|được|thêm|đạt))?$"
)
# Anywhere in the words before: "thu nhập bình quân đầu người đạt"
_AVERAGE: Final = re.compile(r"bình\squân|trung\sbình|tỷ\slệ|tỉ\slệ|mỗi\s|định\smức|mức\sthu|so\svới")
# Behind a number: "3,5 triệu đồng mỗi tháng", "/người", "trở lên"
_PER: Final = re.compile(r"\s?(?:/|mỗi\s|một\s(?:người|hộ|tháng|năm)|trở\s(?:lên|xuống))")
# Where the words on what is counted end: "06 tập thể và 14 cá nhân", "46 căn nhà, trong đó".
_NOUN_END: Final = re.compile(r"[,;:()“”\".!?…0-9]|\s(?:và|đã|từ|tại|trên|trong)\s|\s[-–—]\s")
_NO_UNITS: Final = frozenset({"%", "‰", "điểm %", "điểm", "tuổi", *TIME_UNITS})
# Sections in which an office describes itself, so that nothing in them adds up to what a higher one says of itself.
_OWN_AFFAIRS: Final = re.compile(r"đặc\sđiểm|khái\squát|tình\shình\schung|bộ\smáy")
# Words that do not tell one indicator from another: who reports, and what only joins.
_FILLERS: Final = frozenset(
    [
        "đã",
        "được",
        "có",
        "là",
        "và",
        "với",
        "cho",
        "của",
        "các",
        "những",
        "tổng",
        "số",
        "cộng",
        "gồm",
        "bao",
        "trong",
        "đó",
        "cụ",
        "thể",
        "như",
        "sau",
        "tại",
        "toàn",
        "ở",
        "về",
        "sở",
        "ban",
        "ngành",
        "ubnd",
        "huyện",
        "xã",
        "phường",
        "tỉnh",
        "thành",
        "phố",
        "đơn",
        "vị",
        "cơ",
        "quan",
        "địa",
        "phương",
    ]
)
_WORDS_KEPT: Final = 4
_REACH: Final = 80
_MOST: Final = 3000

Key = tuple[str, int]


@frozen
class _Titles:
    """The title of the section that each paragraph stands in: offset and title, ascending."""

    by_paragraph: dict[Key, list[tuple[int, str]]]

    def at(self, paragraph: Paragraph, offset: int = 0) -> str | None:
        """Return the folded title of the section at an offset, None outside any and where an office describes itself."""
        found = None
        for start, title in self.by_paragraph.get((paragraph.part, paragraph.block), ()):
            if start <= offset:
                found = title
        return None if found is None or _OWN_AFFAIRS.search(found) else found


def amounts_of(draft: Draft) -> tuple[Amount, ...]:
    """Return the amounts of a draft in reading order, those of tables after those of the text."""
    titles = _titles(draft)
    by_paragraph: dict[Key, list[Quantity]] = {}
    for quantity in draft.facts.quantities:
        paragraph = quantity.passage.paragraph
        if paragraph.part == "body":
            by_paragraph.setdefault((paragraph.part, paragraph.block), []).append(quantity)
    found = [amount for own in by_paragraph.values() for amount in _of_text(own, titles)]
    found += [amount for table in draft.document.tables for amount in _of_table(table, titles)]
    return tuple(found[:_MOST])


def _titles(draft: Draft) -> _Titles:
    out: dict[Key, list[tuple[int, str]]] = {}
    for section in draft.anatomy.sections:
        title = fold(section.heading.title).strip(" .:;")
        for passage in section.content:
            paragraph = passage.paragraph
            out.setdefault((paragraph.part, paragraph.block), []).append((passage.start, title))
    return _Titles({key: sorted(value) for key, value in out.items()})


def _of_text(quantities: Sequence[Quantity], titles: _Titles) -> Iterator[Amount]:
    """Yield the amounts of one paragraph; a number that goes on a list shares the words before the first."""
    paragraph = quantities[0].passage.paragraph
    folded = fold_same_length(paragraph.text)
    words, years, behind = "", "", 0
    for quantity in quantities:
        between = folded[behind : quantity.start]
        behind = quantity.end
        if _SENTENCE.search(between):
            words = years = ""
        if ";" in between:
            years = ""
        sentence = _SENTENCE.split(between)[-1]
        clauses = _CLAUSE.split(sentence)
        clause = clauses[-1]
        words = next(filter(None, map(_telling, reversed(clauses))), words)
        years = " ".join(_YEAR.findall(sentence.rpartition(";")[2])) or years
        after = _YEAR_BEHIND.match(folded, quantity.end)
        heading = titles.at(paragraph, quantity.start)
        if heading is None or not words or not _adds_up(quantity, clause, folded):
            continue
        what = f"{fold(f'{quantity.unit} {quantity.noun}')} {_behind(folded, quantity.end)}".strip()
        yield _amount(quantity, heading, words, what, after["year"] if after else years)


def _telling(clause: str) -> str:
    """Return the last words of a clause that tell an indicator, without numbers."""
    words = [w for w in _WORD.findall(clause) if w not in _FILLERS]
    return " ".join(words[-_WORDS_KEPT:])


def _behind(folded: str, end: int) -> str:
    """Return the words behind a number and its noun that say more of what is counted: "căn nhà" "cho hộ nghèo"."""
    stretch = folded[end : end + _REACH]
    stop = _NOUN_END.search(stretch)
    words = [w for w in _WORD.findall(stretch[: stop.start()] if stop else stretch) if w not in _FILLERS]
    return " ".join(words[:_WORDS_KEPT])


def _adds_up(quantity: Quantity, clause: str, folded: str) -> bool:
    if quantity.value is None or quantity.pair or quantity.problem or fold(quantity.unit) in _NO_UNITS:
        return False
    if not (quantity.unit or quantity.noun) or "/" in quantity.unit or _PER.match(folded, quantity.end):
        return False
    return not _LOOSE.search(clause.rstrip()) and not _AVERAGE.search(clause)


def _amount(quantity: Quantity, heading: str, words: str, unit: str, years: str) -> Amount:
    exact = quantity.scale == 1 and quantity.decimals == 0
    return Amount(
        heading=heading,
        words=words,
        unit=unit,
        years=years,
        value=quantity.value or Decimal(0),
        step=Decimal(0) if exact else quantity.step,
        shown=(quantity.extent or quantity.passage).text.strip(),
    )


def _of_table(table: Table, titles: _Titles) -> Iterator[Amount]:
    grid = grid_of(table)
    first = next(table.paragraphs(), None)
    heading = titles.at(first) if first else None
    if grid is None or heading is None:
        return
    for row in grid.rows:
        yield from _of_row(row, grid, heading)


def _of_row(row: GridRow, grid: Grid, heading: str) -> Iterator[Amount]:
    label = "tổng cộng" if row.level == TOTAL_LEVEL else fold(row.label)
    for column, figure in row.figures.items():
        head = grid.heads.get(column, "")
        quantity = figure.quantity
        if quantity is None or quantity.value is None or not head or not grid.adds_up(column):
            continue
        rounded = quantity.decimals > 0 or grid.is_rounded(column)
        years = " ".join(_YEAR.findall(f"{label} {head}"))
        step = quantity.step if rounded else Decimal(0)
        yield Amount(heading, label, head, years, quantity.value, step, quantity.passage.text)
