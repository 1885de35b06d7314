"""Items that no heading was assigned to: hypotheses, the surest first."""

from __future__ import annotations

import re
from collections.abc import Callable

from thidua_check.outline.case import Case, make_match, quoted, region_of, rows_of
from thidua_check.outline.coverage import Coverage, cover, is_nil, opens_with, passages_of, telling
from thidua_check.outline.model import ItemMatch, Verdict
from thidua_check.outline.offices import UNITS
from thidua_check.outline.scene import Scene
from thidua_check.outline.titles import likeness, make_title

# A heading as like as this may stand for an item beside its own; one as near as CLOSE forbids to say "missing".
_SAME_MATTER = 0.75
_CLAUSE_SAME = 0.9
_CLOSE = 0.5
# A draft that has headings for this share of an item's siblings follows the outline heading by heading; then an item
# without one is missing unless more than FEW of its telling words stand there.
_MOST = 0.6
_FEW = 0.45
# A title with fewer telling pairs of words than this is too short for its words elsewhere to prove anything.
_SEVERAL = 2
# What a title is on before "của" has so many words at least, to be known again when another body follows.
_MATTER_WORDS = 5
# Where a title lists several matters: "Thuận lợi, khó khăn", "Tồn tại, hạn chế và nguyên nhân".
_LISTED = re.compile(r"[,;/]|\bvà\b", re.IGNORECASE)
# The beginning of a line that may be a heading: "- Hạn chế: Số lượng", "4. Công tác khen thưởng", "a) Ưu điểm".
_LEAD = re.compile(r"\W*(?:[IVXivx\d]{1,4}[.)]|[a-zđ][.)])?\s*(?P<words>[^\W\d_][^:.;]{3,200})(?:[:.;]|$)")
_LEAD_SAME, _LINE_SAME = 0.8, 0.62
_ENCLOSURE = "yêu cầu kèm theo, không phải một mục; cần người xem lại"
_NOT_OBLIGED = "đề cương ghi “nếu có”, không bắt buộc"

Hypothesis = Callable[[Case, int], ItemMatch | None]


def _not_asked(case: Case, i: int) -> ItemMatch | None:
    """An item that is asked of other units, or a child of one."""
    item, parent = case.scene.items[i], case.scene.parents[i]
    if parent is not None and case.given[parent].verdict is Verdict.NOT_APPLICABLE:
        return make_match(case, i, Verdict.NOT_APPLICABLE, (), 0.0, case.given[parent].evidence)
    if item.applies_to == "all" or case.unit == item.applies_to:
        return None
    whom = UNITS.get(item.applies_to, item.applies_to)
    if case.unit is None:
        return make_match(
            case,
            i,
            Verdict.NOT_APPLICABLE,
            (),
            0.0,
            f"chỉ yêu cầu đối với {whom}; chưa rõ cấp của đơn vị báo cáo",
        )
    return make_match(case, i, Verdict.NOT_APPLICABLE, (), 0.0, f"chỉ yêu cầu đối với {whom}")


def _in_parents_heading(case: Case, i: int) -> ItemMatch | None:
    """The parent's heading names the child too, and its section is one text without headings for its children."""
    scene, parent = case.scene, case.scene.parents[i]
    if any(s in case.settled.rows for s in scene.siblings(i)):
        return None
    for row in rows_of(case, parent):
        section = case.section(row)
        named = case.like(i, row) >= _SAME_MATTER or _lists(case, section.heading.title, i)
        if named and any(p.text.strip() for p in section.content):
            return make_match(
                case,
                i,
                Verdict.MERGED,
                (section,),
                case.like(i, row),
                f"nội dung gộp trong mục {quoted(section)}",
            )
    return None


def _in_childs_heading(case: Case, i: int) -> ItemMatch | None:
    """The parent has the title of one of its children, whose heading stands for both."""
    for child in case.scene.children[i]:
        row = case.settled.rows.get(child)
        if row is not None and case.like(i, row) >= _SAME_MATTER:
            section = case.section(row)
            return make_match(
                case, i, Verdict.MERGED, (section,), case.like(i, row), f"gộp với mục con {quoted(section)}"
            )
    return None


def _in_listing_heading(case: Case, i: int) -> ItemMatch | None:
    """A heading that lists several matters names this one beside its own item ("Thuận lợi, khó khăn")."""
    for row in case.scene.rows:
        if not case.scene.titles[i].features & row.title.features:
            continue
        other = case.taken.get(row.place)
        if other is not None and (
            other not in _near(case.scene, i) or _lists(case, case.scene.items[other].title, i)
        ):
            continue
        if _lists(case, row.section.heading.title, i):
            like = case.like(i, row.place)
            return make_match(
                case, i, Verdict.MERGED, (row.section,), like, f"gộp trong mục {quoted(row.section)}"
            )
    return None


def _lists(case: Case, title: str, i: int) -> bool:
    """Whether a title is a list of matters of which one is the item's."""
    clauses = [c for c in _LISTED.split(title) if c.strip()]
    own, weight = case.scene.titles[i], case.scene.weight
    return len(clauses) > 1 and any(likeness(make_title(c), own, weight) >= _CLAUSE_SAME for c in clauses)


def _near(scene: Scene, i: int) -> set[int]:
    """Return the item's siblings, parent, children and the children of its siblings."""
    near = {*scene.siblings(i), *scene.children[i]}
    parent = scene.parents[i]
    if parent is not None:
        near |= {parent, *scene.siblings(parent)}
    return near | {c for s in scene.siblings(i) for c in scene.children[s]}


def _of_another_body(case: Case, i: int) -> ItemMatch | None:
    """A free heading in the item's place that names the same matter of another body, as of the office that reports.

    "Việc thực hiện phong trào của các cấp bộ Đoàn" stands for "... của Mặt trận Tổ quốc và các đoàn thể".
    """
    matter = _matter(case.scene.titles[i].plain)
    others = (_matter(case.scene.titles[s].plain) for s in case.scene.siblings(i) if s != i)
    if matter is None or matter in others:
        return None
    for row in _free_places(case, i):
        if _matter(case.scene.rows[row].title.plain) == matter:
            section = case.section(row)
            case.taken[row] = i
            why = f"tên mục viết khác: {quoted(section)}"
            return make_match(case, i, Verdict.RENAMED, (section,), _SAME_MATTER, why)
    return None


def _matter(plain: str) -> str | None:
    """Return what a title is on before it says of whom, None where that is too short to tell or not said.

    >>> _matter("việc triển khai phong trào thi đua của công đoàn"), _matter("báo cáo của sở")
    ('việc triển khai phong trào thi đua', None)
    """
    matter, _, body = plain.partition(" của ")
    return matter if body and len(matter.split()) >= _MATTER_WORDS else None


def _free_places(case: Case, i: int) -> list[int]:
    """Return the rows that answer nothing and stand where the item's heading would: under its parent's, in order."""
    scene, siblings = case.scene, case.scene.siblings(i)
    parents = set(rows_of(case, scene.parents[i]))
    before = [case.settled.rows[s] for s in siblings if s < i and s in case.settled.rows]
    after = [case.settled.rows[s] for s in siblings if s > i and s in case.settled.rows]
    low, high = max(before, default=-1), min(after, default=len(scene.rows))
    return [
        row.place
        for row in scene.rows
        if low < row.place < high and row.place not in case.taken and row.parent in parents
    ]


def _in_children(case: Case, i: int) -> ItemMatch | None:
    """The item's children have headings, only the heading above them is not there."""
    rows = [case.settled.rows[c] for c in case.scene.children[i] if c in case.settled.rows]
    if not rows or (len(rows) < 2 and len(case.scene.children[i]) > 2):
        return None
    sections = tuple(case.section(r) for r in rows)
    names = ", ".join(quoted(s) for s in sections[:3])
    return make_match(
        case, i, Verdict.MERGED, sections, 0.0, f"không có tiêu đề riêng; các mục con đứng ở {names}"
    )


def _nil(case: Case, i: int) -> ItemMatch | None:
    """The parent's section says "Không.", which answers for its children."""
    rows = rows_of(case, case.scene.parents[i])
    for row in rows:
        if is_nil(tuple(case.scene.subtree(case.section(row)))):
            section = case.section(row)
            return make_match(
                case,
                i,
                Verdict.COVERED,
                (),
                1.0,
                f"mục {quoted(section)} trả lời là không có",
                nearest=section,
            )
    return None


def _close_heading(case: Case, i: int) -> ItemMatch | None:
    """A heading that answers nothing else, or is less like what it answers, is too near to call the item missing."""
    near = [(score, -r) for (j, r), score in case.scene.like.items() if j == i and score >= _CLOSE]
    score, place = max((pair for pair in near if _could_be(case, i, -pair[1])), default=(0.0, 0))
    if not score:
        return None
    section = case.section(-place)
    why = f"mục {quoted(section)} gần giống, chưa rõ có phải mục này không"
    return make_match(case, i, Verdict.UNCLEAR, (), score, why, nearest=section)


def _could_be(case: Case, i: int, row: int) -> bool:
    """Whether a heading might be the item's: it answers nothing better, and no other item's heading stands under it."""
    below = {j for r, j in case.taken.items() if row in case.scene.ancestors(r)}
    if not below <= set(case.scene.children[i]):
        return False
    other = case.taken.get(row)
    return other is None or case.like(i, row) > case.like(other, row)


def _in_a_line(case: Case, i: int) -> ItemMatch | None:
    """A line of the text begins as the item's heading would, though it was not taken for one ("- Hạn chế: ...")."""
    title, weight = case.scene.titles[i], case.scene.weight
    if not case.scene.items[i].is_heading:
        return None
    for section, passage in passages_of(region_of(case, i)[0]):
        text = passage.text
        lead = _LEAD.match(text)
        if lead is None:
            continue
        alone = not text[lead.end() :].strip(" .:;")
        if alone and text.rstrip().endswith("."):
            continue
        if likeness(make_title(lead["words"]), title, weight) < (_LINE_SAME if alone else _LEAD_SAME):
            continue
        line = f"“{lead['words'].strip()}”"
        if alone:
            why = f"dòng {line} có thể là tiêu đề của mục này"
            return make_match(case, i, Verdict.UNCLEAR, (), 1.0, why, nearest=section)
        why = f"không có tiêu đề riêng, nội dung đã nêu ở đoạn {line}"
        return make_match(case, i, Verdict.COVERED, (), 1.0, why, nearest=section)
    return None


def _by_choice(case: Case, i: int) -> ItemMatch | None:
    """An item that the outline leaves to the office, and what stands under it."""
    parent = case.scene.parents[i]
    left_out = parent is not None and case.given[parent].evidence == _NOT_OBLIGED
    if not case.scene.items[i].optional and not left_out:
        return None
    return make_match(case, i, Verdict.NOT_APPLICABLE, (), 0.0, _NOT_OBLIGED)


def _by_text(case: Case, i: int) -> ItemMatch:
    """What the text says of an item without a heading: covered, in doubt, or surely missing."""
    item, parent = case.scene.items[i], case.scene.parents[i]
    found = _look(case, i)
    if found.answer == "covered":
        return _covered(case, i, found)
    if not item.is_heading:
        return make_match(case, i, Verdict.UNCLEAR, (), found.share, _ENCLOSURE)
    if parent is not None and case.given[parent].verdict is Verdict.MISSING:
        return make_match(case, i, Verdict.MISSING, (), found.share, "thiếu cả mục lớn hơn")
    if found.answer == "partly" and not (_stands_out(case, i) and found.share < _FEW):
        return make_match(case, i, Verdict.UNCLEAR, (), found.share, _partly(found), nearest=found.best)
    if doubt := _doubt(case, i):
        return make_match(case, i, Verdict.UNCLEAR, (), found.share, doubt)
    return make_match(case, i, Verdict.MISSING, (), found.share, _absent(found))


def _look(case: Case, i: int) -> Coverage:
    """Look for an item's matter in the text where it would stand.

    A title too short to prove anything by its words in passing must open a sentence, unless its parent's section is
    one text without headings for the parent's items.
    """
    title, requires, weight = case.scene.titles[i], case.scene.items[i].requires, case.scene.weight
    region, own = region_of(case, i)
    divided = any(s in case.settled.rows for s in case.scene.siblings(i))
    if requires or (own and not divided) or len(telling(title, weight)) >= _SEVERAL:
        return cover(title, requires, region, weight, cues=own and not divided)
    best = opens_with(title, region, weight)
    return Coverage("partly", 1.0, best) if best else Coverage("absent", 0.0)


def _stands_out(case: Case, i: int) -> bool:
    """Whether most of the item's siblings have headings, so that the lack of one says much."""
    siblings = [s for s in case.scene.siblings(i) if s != i and case.scene.items[s].is_heading]
    present = [s for s in siblings if s in case.settled.rows]
    return len(present) >= _MOST * max(1, len(siblings)) and len(present) > 1


def _doubt(case: Case, i: int) -> str:
    """Say why an item whose words were not found is not called missing all the same; nothing if it may be."""
    scene, item, parent = case.scene, case.scene.items[i], case.scene.parents[i]
    if parent is not None and case.given[parent].verdict is Verdict.UNCLEAR:
        return "chưa rõ mục lớn hơn ở đâu nên chưa kết luận được"
    divided = any(s in case.settled.rows for s in scene.siblings(i))
    if item.level < 3 or item.requires or divided:
        return ""
    if len(telling(scene.titles[i], scene.weight)) <= _SEVERAL:
        return ""
    return "mục lớn hơn viết liền, không chia ý; nội dung này cần người xem lại"


def _covered(case: Case, i: int, found: Coverage) -> ItemMatch:
    where = f"trong mục {quoted(found.best)}" if found.best else "trong bài"
    return make_match(
        case,
        i,
        Verdict.COVERED,
        (),
        found.share,
        f"không có tiêu đề riêng, nội dung đã nêu {where}",
        nearest=found.best,
    )


def _partly(found: Coverage) -> str:
    where = f" trong mục {quoted(found.best)}" if found.best else ""
    lacking = f"; chưa thấy: {', '.join(found.lacking)}" if found.lacking else ""
    return f"không có tiêu đề riêng, nội dung mới nêu một phần{where}{lacking}"


def _absent(found: Coverage) -> str:
    if found.lacking:
        return f"không có tiêu đề nào gần giống và chưa thấy: {', '.join(found.lacking)}"
    return "không có tiêu đề nào gần giống và không thấy nội dung này trong phần tương ứng"


HYPOTHESES: tuple[Hypothesis, ...] = (
    _not_asked,
    _in_parents_heading,
    _in_childs_heading,
    _in_listing_heading,
    _of_another_body,
    _in_children,
    _nil,
    _close_heading,
    _in_a_line,
    _by_choice,
    _by_text,
)
