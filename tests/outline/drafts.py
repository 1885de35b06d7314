"""Drafts and outlines for the tests of the mapper, built from a few lines of text. Everything in them is invented."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from thidua_check.anatomy.headings import headings_of
from thidua_check.anatomy.model import Section
from thidua_check.document import Paragraph
from thidua_check.outline.compile import compile_outline
from thidua_check.outline.match import map_outline
from thidua_check.outline.model import ItemMatch, Outline, OutlineItem, OutlineMap
from thidua_check.read import read

# An outline small enough to read at a glance; its id is DC1.
OUTLINE = """ĐỀ CƯƠNG BÁO CÁO
Kết quả công tác thi đua, khen thưởng

I. Đặc điểm tình hình
1. Thuận lợi
2. Khó khăn
II. Kết quả thực hiện
1. Công tác lãnh đạo, chỉ đạo của cấp ủy, chính quyền
2. Công tác tuyên truyền, nhân rộng điển hình tiên tiến
3. Công tác khen thưởng tập thể, cá nhân (nêu số liệu tập thể, cá nhân được khen)
4. Công tác kiểm tra, giám sát
III. Đánh giá chung
1. Ưu điểm
2. Hạn chế
3. Nguyên nhân của hạn chế
IV. Đề xuất, kiến nghị
"""
DRAFT = """I. Đặc điểm tình hình
1. Thuận lợi
Cấp trên thường xuyên quan tâm.
2. Khó khăn
Địa bàn rộng, dân cư phân tán.
II. Kết quả thực hiện
1. Công tác lãnh đạo, chỉ đạo của cấp ủy, chính quyền
Đã ban hành 03 văn bản.
2. Công tác tuyên truyền, nhân rộng điển hình tiên tiến
Đã đăng 12 tin, bài.
3. Công tác khen thưởng tập thể, cá nhân
Đã khen 04 tập thể và 11 cá nhân.
4. Công tác kiểm tra, giám sát
Đã làm việc với 05 đơn vị.
III. Đánh giá chung
1. Ưu điểm
Đơn vị hoàn thành nhiệm vụ.
2. Hạn chế
Tiến độ còn chậm.
3. Nguyên nhân của hạn chế
Phân công chưa rõ người.
IV. Đề xuất, kiến nghị
Không.
"""


def outline(text: str = OUTLINE) -> Outline:
    """Return the outline of a bare outline file."""
    return compile_outline(read(text.encode(), name="de-cuong.txt"))[0]


def sections(text: str) -> tuple[Section, ...]:
    """Return the sections of a text, one paragraph a line; every labelled line is a heading."""
    lines = [line for line in unicodedata.normalize("NFC", text).splitlines() if line.strip()]
    paragraphs = [Paragraph(line, block=n, lines=((0, n + 1),)) for n, line in enumerate(lines)]
    return headings_of(paragraphs, outline=True)


def mapped(draft: str, asked: str | Outline = OUTLINE, *, unit: str | None = "department") -> OutlineMap:
    """Return an outline held against the lines of a draft."""
    wanted = asked if isinstance(asked, Outline) else outline(asked)
    return map_outline(wanted, sections(draft), unit=unit)


def match(found: OutlineMap, tail: str) -> ItemMatch:
    """Return the verdict on an item by the end of its id (``II.3``)."""
    return next(m for m in found.matches if m.item.id.partition("/")[2] == tail)


def verdicts(found: OutlineMap) -> dict[str, str]:
    """Return the verdicts by the ends of the ids, the matched ones left out."""
    return {
        m.item.id.partition("/")[2]: str(m.verdict)
        for m in found.matches
        if m.verdict not in ("matched", "renamed")
    }


@frozen
class Typed:
    """A draft typed after an outline: its lines, which line answers which item, and what was left out."""

    lines: tuple[str, ...]
    truth: Mapping[str, int]
    removed: frozenset[str]


_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
_LETTERS = "abcdđeghiklm"
_FILLER = (
    "Đơn vị đã phân công cán bộ phụ trách từng lĩnh vực cụ thể.",
    "Các phòng chuyên môn phối hợp chặt chẽ, hoàn thành nhiệm vụ đúng thời gian.",
    "Nhiều hoạt động diễn ra tại cơ sở, thu hút đông đảo người dân.",
)
_OTHER = (
    "Công tác chuyển đổi số của đơn vị",
    "Công tác bảo vệ bí mật nhà nước",
    "Công tác quản lý tài chính phục vụ Phong trào thi đua",
    "Một số kết quả nổi bật",
)
_RENAMED = {
    "biện pháp": "phương hướng",
    "khái quát": "tổng quan",
    "đề xuất, kiến nghị": "kiến nghị, đề xuất",
    "kiểm tra, giám sát": "giám sát, kiểm tra",
    "lãnh đạo, chỉ đạo": "chỉ đạo, điều hành",
}


def typed(asked: Outline, seed: int, changes: Iterable[str]) -> Typed:
    """Type a draft after an outline with changes that offices make, by seed.

    Changes: ``remove`` sections, ``swap`` two neighbours, ``shorten``, ``rename``, ``slip`` (typing slips), ``capitals``,
    ``add`` other sections, ``flat`` (nothing below the second level).
    """
    rng = random.Random(seed)
    done = frozenset(changes)
    items = [i for i in asked.items if i.is_heading and i.applies_to == "all"]
    removed = _removed(asked, items, rng) if "remove" in done else frozenset()
    lines: list[str] = []
    truth: dict[str, int] = {}

    def emit(parent: OutlineItem | None, depth: int) -> None:
        under = [i for i in items if i.parent == (parent.id if parent else None) and i.id not in removed]
        if "swap" in done and len(under) > 1 and rng.random() < 0.3:
            at = rng.randrange(len(under) - 1)
            under[at], under[at + 1] = under[at + 1], under[at]
        number = 0
        for item in under:
            if "flat" in done and item.level > 2:
                continue
            if "add" in done and rng.random() < 0.15:
                lines.extend((f"{_label(depth, number)} {rng.choice(_OTHER)}", rng.choice(_FILLER)))
                number += 1
            truth[item.id] = len(lines)
            label = item.label if item.label == "-" else _label(depth, number)
            lines.append(f"{label} {_title(item, rng, done)}")
            number += 1
            if not any(i.parent == item.id for i in items) or rng.random() < 0.4:
                lines.append(rng.choice(_FILLER))
            emit(item, depth + 1)

    emit(None, 0)
    return Typed(tuple(lines), truth, removed)


def _removed(asked: Outline, items: Sequence[OutlineItem], rng: random.Random) -> frozenset[str]:
    chosen = rng.sample(items, rng.randint(1, 3))
    return frozenset(i.id for i in items for c in chosen if i.id == c.id or i.id.startswith(f"{c.id}."))


def _label(depth: int, number: int) -> str:
    return (f"{_ROMAN[number]}.", f"{number + 1}.", f"{_LETTERS[number]})")[min(depth, 2)]


def _title(item: OutlineItem, rng: random.Random, done: frozenset[str]) -> str:
    title = item.title
    if "shorten" in done and rng.random() < 0.4:
        parts = re.split(r"(?<=[;,]) | (?=của |trong |về )", title)
        title = " ".join(parts[: rng.randint(1, len(parts))]).rstrip(" ,;")
    if "rename" in done:
        for word, other in _RENAMED.items():
            title = re.sub(word, other, title, flags=re.IGNORECASE)
    if "slip" in done and rng.random() < 0.3:
        words = title.split()
        at = rng.randrange(len(words))
        if len(words[at]) > 3:
            cut = rng.randrange(len(words[at]))
            words[at] = words[at][:cut] + words[at][cut + 1 :]
        title = " ".join(words)
    return title.upper() if "capitals" in done and item.level == 1 else title


def without_notes(asked: Outline) -> Outline:
    """Return an outline that demands nothing but its sections."""
    return evolve(asked, items=tuple(evolve(i, notes=(), requires=()) for i in asked.items))
