"""Awards of one form, giver, receiver and time that two sections count differently."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.parts import is_bare_lead
from thidua_check.extract.quantities import Quantity
from thidua_check.findings import Words
from thidua_check.ruleset.kinds.folding import folded as fold_text
from thidua_check.ruleset.kinds.reports import NO_REPORT, is_report
from thidua_check.ruleset.kinds.said import blocks_of_parts, figures_by_paragraph
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_OFFICE = (
    r"(?:chủ tịch\s)?(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s(?:tỉnh|huyện|thành phố|thị xã|xã|phường)"
)
_GIVER = rf"(?P<giver>{_OFFICE}|thủ tướng(?: chính phủ)?)"
_FORM = r"(?P<form>bằng khen|giấy khen|cờ thi đua)"
_TO = r"\scho\s(?=[0-9])"
# "Chủ tịch UBND tỉnh tặng Bằng khen cho 02 ...": giver, form.
_GIVES = re.compile(rf"{_GIVER}\s(?:đã\s)?(?:trao tặng|tặng thưởng|tặng|khen thưởng)\s{_FORM}{_TO}")
# "tặng Bằng khen của Chủ tịch UBND tỉnh cho 02 ...": form, giver.
_GIVEN = re.compile(rf"{_FORM}\scủa\s{_GIVER}{_TO}")
# Between the receivers of one award: "02 tập thể, 05 cá nhân", "02 tập thể và 05 cá nhân".
_NEXT = re.compile(r"\s?(?:,|và)\s")
# One stated time: "năm 2024", "giai đoạn 2021-2025".
_TIME = re.compile(r"(?<!\w)(?:năm\s[0-9]{4}(?!\s?[-–])|giai đoạn\s[0-9]{4}\s?[-–]\s?[0-9]{4})(?!\w)")
# A part of the year, a field, a drive, a wish: the awards are only some, or not given.
_ONLY_SOME = re.compile(
    r"(?<!\w)(?:đề nghị|trình|hồ sơ|đợt|tháng|quý|trong đó|riêng|chuyên đề|đột xuất|phong trào|lĩnh vực|thêm|dự kiến|nhân dịp|lần)(?!\w)"
)
# Who is counted; "tập thể ngành y tế" are only some of them.
_NOUN = re.compile(r"tập thể|cá nhân|hộ gia đình|gia đình")
# Behind the receivers nothing says that they are some: ", ", ".", " và 05", " năm 2024", " có thành tích xuất sắc."
_ALL = re.compile(
    r"\s?(?:[,.;]|$|và\s[0-9]|(?:trong\s)?(?:năm|giai đoạn)\s[0-9]|có (?:nhiều )?thành tích(?: xuất sắc| tiêu biểu)?\s?[.;,])"
)


@frozen
class Params:
    """No parameters."""


@frozen
class _Count:
    """How many receivers of one sort got an award, with what must agree to compare it.

    ``partial``: the words tell that more receivers may be counted elsewhere.
    """

    key: tuple[str, ...]
    quantity: Quantity
    section: tuple[str, ...]
    partial: bool


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Ask about awards of one form, giver, receiver and year that are counted in exactly two sections, differently."""
    return _hits(draft) if is_report(draft) else NO_REPORT


def _hits(draft: Draft) -> Iterator[Hit]:
    groups: dict[tuple[str, ...], list[_Count]] = {}
    elsewhere = blocks_of_parts(draft)
    for quantities in figures_by_paragraph(draft):
        if quantities[0].passage.paragraph.block in elsewhere:
            continue
        for count in _counts(draft, quantities):
            groups.setdefault(count.key, []).append(count)
    for group in groups.values():
        if any(count.partial for count in group):
            continue
        if len(group) == 2 and group[0].section != group[1].section:
            first, second = (count.quantity for count in group)
            if first.value != second.value:
                yield _hit(first, second, f"{group[0].key[0].capitalize()} {group[0].key[3]}")


def _counts(draft: Draft, quantities: Sequence[Quantity]) -> Iterator[_Count]:
    """Yield the counted receivers behind each award of a paragraph."""
    paragraph = quantities[0].passage.paragraph
    if "hen" not in paragraph.text and "ờ thi đua" not in paragraph.text:
        return
    folded = fold_text(paragraph.text)
    frame = frame_of(paragraph.text)
    for pattern in (_GIVES, _GIVEN):
        for award in pattern.finditer(folded):
            first, last = frame.sentence(award.start())
            sentence = folded[first:last]
            times = {" ".join(time.split()) for time in _TIME.findall(sentence)}
            section = draft.anatomy.path_at(paragraph, award.start())
            if len(times) != 1 or not section or _ONLY_SOME.search(sentence):
                continue
            whole = is_bare_lead(folded[first : award.start()])
            for quantity, noun in _receivers(folded, award.end(), quantities):
                key = (award["form"], award["giver"].replace("uỷ", "ủy"), noun, *times)
                partial = quantity.noun != noun or not _ALL.match(folded, quantity.end) or not whole
                yield _Count(key, quantity, section, partial)


def _receivers(folded: str, at: int, quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, str]]:
    """Yield the figures of a list of receivers, each with the sort of receiver."""
    for quantity in quantities:
        if quantity.start < at:
            continue
        gap, noun = folded[at : quantity.start], _NOUN.match(quantity.noun)
        if (gap and not _NEXT.fullmatch(gap)) or noun is None or quantity.value is None:
            return
        yield quantity, noun.group()
        at = quantity.end


def _hit(first: Quantity, second: Quantity, award: str) -> Hit:
    values = {"award": award, "first": _written(first).text, "second": _written(second).text}
    note = Words("con số kia", "the other figure")
    return Hit(_written(second), values, outcome="review", related=((_written(first), note),))


def _written(quantity: Quantity) -> Passage:
    return quantity.extent or quantity.passage


KIND = Kind("award_numbers", check, Params, {"default": frozenset({"award", "first", "second"})})
