"""The words around a number: its scale, unit and noun behind it, and what makes it a name before it."""

from __future__ import annotations

import re
from decimal import Decimal

from thidua_check.document import Paragraph
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.units import (
    AMOUNT_BEFORE,
    NOT_NOUNS,
    NOUN_ENDS,
    ORDINAL_BEFORE,
    SCALES,
    SLOGAN,
    SOFT_ORDINAL_BEFORE,
    TIME_UNITS,
    UNIT,
    YEAR_BEFORE,
    unit_name,
)

_NOUN = re.compile(r"(?:\s{1,2}[^\W\d_]+(?:-[^\W\d_]+)*){1,5}")

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")

# What may be the first of its kind: "02 giải Nhất", "01 Huân chương hạng Nhất".
_RANKED = frozenset({"giải", "hạng", "loại"})

# A four-figure year without a unit: "2024".
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

# A point of a law or a criterion, unless something is counted: "điểm 3.3", "15.2 về".
_POINTED = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}")

# A proper name with a number: "xã A Lưới 1", "Sơn Kỳ 2".
_AFTER_NAME = re.compile(rf"[^\W\d_]\s{CAPITAL}[^\W\d_]*\s$")


def unit_at(text: str, offset: int) -> tuple[Decimal, str, int]:
    """Return scale, unit with what it is counted by, and where they end."""
    scale = Decimal(1)
    match = UNIT.match(text, offset)
    if match is None:
        return scale, "", offset
    end = offset
    for word in (match["scale"] or "").lower().split():
        scale *= SCALES[word]
        end = match.end("scale")
    unit = unit_name(match["unit"]) if match["unit"] else ""
    if unit:
        end = match.end("unit")
    if match["per"] and (unit or scale > 1):
        unit += "/" + "/".join(part.strip() for part in match["per"].split("/")[1:])
        end = match.end("per")
    return scale, unit, end


def noun_at(text: str, end: int) -> tuple[str, int]:
    """Return the counted noun after an offset (empty if a word follows that is none) and where it ends."""
    match = _NOUN.match(text, end)
    if not match:
        return "", end
    words: list[str] = []
    stop = end
    for word in _WORD.finditer(text, match.start(), match.end()):
        low = word.group().lower()
        ranked = low == "nhất" and words[-1:] and words[-1] in _RANKED
        ends = low in (NOUN_ENDS if words else NOT_NOUNS) and not ranked
        if ends and (words or word.group()[0].islower()):
            break
        if text[word.end() : word.end() + 1].isdigit():
            break
        words.append(low)
        stop = word.end()
    return " ".join(words), stop


def is_name(before: str, text: str, start: int, end: int) -> bool:
    """Return whether the words before make the number a name, an ordinal or a year."""
    if YEAR_BEFORE.search(before) and _YEAR.fullmatch(text, start, end):
        return True
    hard = ORDINAL_BEFORE.search(before)
    if not (hard or SOFT_ORDINAL_BEFORE.search(before)) or AMOUNT_BEFORE.search(before):
        return False
    scale, unit, after = unit_at(text, end)
    if scale > 1 or (unit and unit not in TIME_UNITS):
        return False
    if hard:
        return True
    small = end - start == 1 or (end - start == 2 and not noun_at(text, after)[0])
    return small and text[after : after + 1] != "/"


def counts_nothing(text: str, end: int) -> bool:
    scale, unit, after = unit_at(text, end)
    return scale == 1 and not unit and not noun_at(text, after)[0]


def is_bare_label(paragraph: Paragraph, start: int, end: int, noun: str) -> bool:
    """Return whether a number without a unit is a year, a slogan's, a row's or a point's number."""
    text = paragraph.text
    token = text[start:end]
    if _YEAR.fullmatch(token) or SLOGAN.match(text, end):
        return True
    if noun or text[end : end + 1] == "/" or text[start - 1 : start] == "/":
        return False
    if _POINTED.fullmatch(token):
        return True
    alone = paragraph.cell is not None and text.strip() == token
    return len(token) < 3 and (alone or bool(_AFTER_NAME.search(text[max(0, start - 16) : start])))
