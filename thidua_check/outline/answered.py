"""Items that a heading was assigned to: whether that is sure, and in what the heading differs from the outline."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from thidua_check.outline.case import Case, make_match, quoted
from thidua_check.outline.model import ItemMatch, Verdict
from thidua_check.outline.scene import Scene
from thidua_check.outline.titles import likeness, make_title

# A heading as like as SURE needs no support; one below WEAK needs its parent's.
_SURE = 0.9
_WEAK = 0.6
_MARGIN = 0.04
_EXACT = 0.995
_SAME_MATTER = 0.75


def doubtful(case: Case, i: int) -> ItemMatch | None:
    """A weak likeness without the parent's support, or another heading that would do as well."""
    r = case.settled.rows[i]
    score = case.like(i, r)
    if score >= _SURE:
        return None
    rival = _rival(case, i, r)
    if rival is None and (score >= _WEAK or _under_parent(case, i, r) or _over_children(case, i, r)):
        return None
    why = f"có thể là mục {quoted(case.section(r))}"
    if rival is not None and rival != r:
        why += f" hoặc mục {quoted(case.section(rival))}"
    del case.taken[r]
    return make_match(
        case, i, Verdict.UNCLEAR, (), score, f"{why}; chưa đủ rõ để kết luận", nearest=case.section(r)
    )


def _rival(case: Case, i: int, r: int) -> int | None:
    """Return a free row that would answer the item as well, or the row itself if a free item would take it as well."""
    values = case.settled.values
    least = values[i, r] - _MARGIN
    for (j, s), value in values.items():
        if value < least:
            continue
        if j == i and s != r and s not in case.taken:
            return s
        if s == r and j != i and j not in case.settled.rows and not _related(case.scene, i, j):
            return r
    return None


def _related(scene: Scene, i: int, j: int) -> bool:
    return j in (scene.parents[i], *scene.children[i]) or scene.titles[i].features == scene.titles[j].features


def _over_children(case: Case, i: int, r: int) -> bool:
    """Whether most of the item's answered children, two at least, stand under the row."""
    rows = [case.settled.rows[c] for c in case.scene.children[i] if c in case.settled.rows]
    under = sum(r in case.scene.ancestors(row) for row in rows)
    return under > 1 and under > len(rows) / 2


def _under_parent(case: Case, i: int, r: int) -> bool:
    parent = case.scene.parents[i]
    above = next(case.scene.ancestors(r), None)
    return above is not None and case.taken.get(above) == parent


def answered(case: Case, i: int) -> ItemMatch:
    """The heading that was assigned, and in what it differs from the outline."""
    scene, r = case.scene, case.settled.rows[i]
    section, score = case.section(r), case.like(i, r)
    if parts := _further_parts(case, i, r):
        names = ", ".join(quoted(case.section(p)) for p in parts)
        case.taken.update(dict.fromkeys(parts, i))
        rows = (section, *(case.section(p) for p in parts))
        return make_match(case, i, Verdict.SPLIT, rows, score, f"nội dung tách thành nhiều mục, thêm {names}")
    if why := _moved(case, i, r):
        return make_match(case, i, Verdict.MOVED, (section,), score, why)
    if r in _out_of_order(case, i):
        return make_match(
            case,
            i,
            Verdict.REORDERED,
            (section,),
            score,
            f"mục {quoted(section)} không đứng theo thứ tự của đề cương",
        )
    if score < _EXACT and scene.titles[i].plain != scene.rows[r].title.plain:
        return make_match(
            case, i, Verdict.RENAMED, (section,), score, f"tên mục viết khác: {quoted(section)}"
        )
    return make_match(case, i, Verdict.MATCHED, (section,), score, "")


def _moved(case: Case, i: int, r: int) -> str:
    """Say where the heading stands if that is under the heading of another item than its parent; else nothing."""
    parent = case.scene.parents[i]
    if parent is None or parent not in case.settled.rows:
        return ""
    above = [case.taken[a] for a in case.scene.ancestors(r) if a in case.taken]
    home = case.settled.rows[parent]
    if not above or parent in above or home in case.scene.ancestors(r):
        return ""
    return (
        f"mục đứng dưới {quoted(case.section(case.settled.rows[above[0]]))} chứ không dưới {quoted(case.section(home))}"
        if above[0] in case.settled.rows
        else ""
    )


def _out_of_order(case: Case, i: int) -> set[int]:
    """Return the rows of the item's answered siblings that break the longest run in the outline's order."""
    rows = [case.settled.rows[s] for s in case.scene.siblings(i) if s in case.settled.rows]
    keep = set(_longest_run(rows))
    return set(rows) - keep


def _longest_run(rows: Sequence[int]) -> list[int]:
    """Return a longest ascending run of different numbers (Fredman 1975)."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int | None] = []
    for n, row in enumerate(rows):
        at = bisect_left(tails, row)
        before.append(places[at - 1] if at else None)
        if at == len(tails):
            tails.append(row)
            places.append(n)
        else:
            tails[at], places[at] = row, n
    out: list[int] = []
    n_or_none = places[-1] if places else None
    while n_or_none is not None:
        out.append(rows[n_or_none])
        n_or_none = before[n_or_none]
    return out[::-1]


def _further_parts(case: Case, i: int, r: int) -> list[int]:
    """Return free rows beside the item's own that answer another half of its title ("...; Đánh giá hiệu quả ...")."""
    halves = [half for half in case.scene.items[i].title.split(";") if half.strip()]
    if len(halves) < 2:
        return []
    titles = [make_title(half) for half in halves]
    own = case.scene.rows[r]
    return [
        row.place
        for row in case.scene.rows
        if row.place not in case.taken
        and row.parent == own.parent
        and abs(row.place - r) <= 1 + len(own.section.children)
        and any(likeness(row.title, t, case.scene.weight) >= _SAME_MATTER for t in titles)
    ]
