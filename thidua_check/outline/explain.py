"""What became of each item: verdicts for the answered ones, hypotheses for those that no heading answers."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from attrs import define, evolve, field

from thidua_check.anatomy.model import Section
from thidua_check.outline.coverage import Coverage, cover, is_nil, opens_with, telling
from thidua_check.outline.model import ItemMatch, Verdict
from thidua_check.outline.offices import UNITS
from thidua_check.outline.scene import Scene
from thidua_check.outline.settle import Settled
from thidua_check.outline.titles import likeness, make_title

# A heading as like as this may stand for an item beside its own; one as near as CLOSE forbids to say "missing".
_SAME_MATTER = 0.75
_CLAUSE_SAME = 0.9
_CLOSE = 0.5
_NEAREST = 0.35
_SURE = 0.9
_WEAK = 0.6
_MARGIN = 0.04
_EXACT = 0.995
# A title with fewer telling pairs of words than this is too short for its words elsewhere to prove anything.
_SEVERAL = 2
# Where a title lists several matters: "Thuận lợi, khó khăn", "Tồn tại, hạn chế và nguyên nhân".
_LISTED = re.compile(r"[,;/]|\bvà\b", re.IGNORECASE)

_NOT_OBLIGED = "đề cương ghi “nếu có”, không bắt buộc"

ANSWERED = frozenset(
    {Verdict.MATCHED, Verdict.RENAMED, Verdict.REORDERED, Verdict.MOVED, Verdict.MERGED, Verdict.SPLIT}
)


@define
class Case:
    """The work in hand: the scene, what was settled, the unit's level, and the verdicts given so far by place."""

    scene: Scene
    settled: Settled
    unit: str | None
    given: dict[int, ItemMatch] = field(factory=dict)
    taken: dict[int, int] = field(factory=dict)

    def section(self, row: int) -> Section:
        """Return the section of a row."""
        return self.scene.rows[row].section

    def like(self, item: int, row: int) -> float:
        """Return how alike an item and a row are."""
        return self.scene.like.get((item, row), 0.0)


Hypothesis = Callable[[Case, int], ItemMatch | None]


def explain(scene: Scene, settled: Settled, unit: str | None) -> tuple[ItemMatch, ...]:
    """Return the verdict on every item, in the outline's order."""
    case = Case(scene, settled, unit, taken={r: i for i, r in settled.rows.items()})
    for i in range(len(scene.items)):
        hypotheses = _ANSWERED if i in settled.rows else _LEFT
        case.given[i] = next(found for h in hypotheses if (found := h(case, i)) is not None)
    _lift(case)
    return tuple(_place(case, i, case.given[i]) for i in range(len(scene.items)))


def quoted(section: Section) -> str:
    """Return a section's heading as a message shows it: label and the beginning of the title, in quotes."""
    heading = section.heading
    words = heading.title.split()
    short = " ".join(words[:14]) + ("…" if len(words) > 14 else "")
    return f"“{heading.label} {short}”" if heading.label else f"“{short}”"


# --- answered items


def _doubtful(case: Case, i: int) -> ItemMatch | None:
    """A weak likeness without the parent's support, or another heading that would do as well."""
    r = case.settled.rows[i]
    score = case.like(i, r)
    if score >= _SURE:
        return None
    rival = _rival(case, i, r)
    if rival is None and (score >= _WEAK or _under_parent(case, i, r)):
        return None
    why = f"có thể là mục {quoted(case.section(r))}"
    if rival is not None and rival != r:
        why += f" hoặc mục {quoted(case.section(rival))}"
    del case.taken[r]
    return _match(
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


def _under_parent(case: Case, i: int, r: int) -> bool:
    parent = case.scene.parents[i]
    above = next(case.scene.ancestors(r), None)
    return above is not None and case.taken.get(above) == parent


def _answered(case: Case, i: int) -> ItemMatch:
    """The heading that was assigned, and in what it differs from the outline."""
    scene, r = case.scene, case.settled.rows[i]
    section, score = case.section(r), case.like(i, r)
    if parts := _further_parts(case, i, r):
        names = ", ".join(quoted(case.section(p)) for p in parts)
        case.taken.update(dict.fromkeys(parts, i))
        rows = (section, *(case.section(p) for p in parts))
        return _match(case, i, Verdict.SPLIT, rows, score, f"nội dung tách thành nhiều mục, thêm {names}")
    if why := _moved(case, i, r):
        return _match(case, i, Verdict.MOVED, (section,), score, why)
    if r in _out_of_order(case, i):
        return _match(
            case,
            i,
            Verdict.REORDERED,
            (section,),
            score,
            f"mục {quoted(section)} không đứng theo thứ tự của đề cương",
        )
    if score < _EXACT and scene.titles[i].plain != scene.rows[r].title.plain:
        return _match(case, i, Verdict.RENAMED, (section,), score, f"tên mục viết khác: {quoted(section)}")
    return _match(case, i, Verdict.MATCHED, (section,), score, "")


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


# --- items that no heading was assigned to, the surest hypothesis first


def _not_asked(case: Case, i: int) -> ItemMatch | None:
    """An item that is asked of other units, or a child of one."""
    item, parent = case.scene.items[i], case.scene.parents[i]
    if parent is not None and case.given[parent].verdict is Verdict.NOT_APPLICABLE:
        return _match(case, i, Verdict.NOT_APPLICABLE, (), 0.0, case.given[parent].evidence)
    if item.applies_to == "all" or case.unit == item.applies_to:
        return None
    whom = UNITS.get(item.applies_to, item.applies_to)
    if case.unit is None:
        return _match(
            case,
            i,
            Verdict.NOT_APPLICABLE,
            (),
            0.0,
            f"chỉ yêu cầu đối với {whom}; chưa rõ cấp của đơn vị báo cáo",
        )
    return _match(case, i, Verdict.NOT_APPLICABLE, (), 0.0, f"chỉ yêu cầu đối với {whom}")


def _in_parents_heading(case: Case, i: int) -> ItemMatch | None:
    """The child repeats its parent's title, and the parent's section has text of its own."""
    parent = case.scene.parents[i]
    for row in _rows_of(case, parent):
        section = case.section(row)
        if case.like(i, row) >= _SAME_MATTER and any(p.text.strip() for p in section.content):
            return _match(
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
            return _match(
                case, i, Verdict.MERGED, (section,), case.like(i, row), f"gộp với mục con {quoted(section)}"
            )
    return None


def _in_listing_heading(case: Case, i: int) -> ItemMatch | None:
    """A heading that lists several matters names this one among them ("Thuận lợi, khó khăn")."""
    title = case.scene.titles[i]
    for row in case.scene.rows:
        clauses = [c for c in _LISTED.split(row.section.heading.title) if c.strip()]
        if len(clauses) < 2 or not title.features & row.title.features:
            continue
        other = case.taken.get(row.place)
        if other is not None and other not in _near(case.scene, i):
            continue
        if any(likeness(make_title(c), title, case.scene.weight) >= _CLAUSE_SAME for c in clauses):
            return _match(
                case,
                i,
                Verdict.MERGED,
                (row.section,),
                case.like(i, row.place),
                f"gộp trong mục {quoted(row.section)}",
            )
    return None


def _near(scene: Scene, i: int) -> set[int]:
    """Return the item's siblings, parent, children and the children of its siblings."""
    near = {*scene.siblings(i), *scene.children[i]}
    parent = scene.parents[i]
    if parent is not None:
        near |= {parent, *scene.siblings(parent)}
    return near | {c for s in scene.siblings(i) for c in scene.children[s]}


def _in_children(case: Case, i: int) -> ItemMatch | None:
    """The item's children have headings, only the heading above them is not there."""
    rows = [case.settled.rows[c] for c in case.scene.children[i] if c in case.settled.rows]
    if not rows or (len(rows) < 2 and len(case.scene.children[i]) > 2):
        return None
    sections = tuple(case.section(r) for r in rows)
    names = ", ".join(quoted(s) for s in sections[:3])
    return _match(
        case, i, Verdict.MERGED, sections, 0.0, f"không có tiêu đề riêng; các mục con đứng ở {names}"
    )


def _nil(case: Case, i: int) -> ItemMatch | None:
    """The parent's section says "Không.", which answers for its children."""
    rows = _rows_of(case, case.scene.parents[i])
    for row in rows:
        if is_nil(tuple(case.scene.subtree(case.section(row)))):
            section = case.section(row)
            return _match(
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
    """A heading that answers nothing else is too near to call the item missing."""
    near = [(case.like(i, row.place), -row.place) for row in case.scene.rows if row.place not in case.taken]
    score, place = max(near, default=(0.0, 0))
    if score < _CLOSE:
        return None
    section = case.section(-place)
    return _match(
        case,
        i,
        Verdict.UNCLEAR,
        (),
        score,
        f"mục {quoted(section)} gần giống, chưa rõ có phải mục này không",
        nearest=section,
    )


def _by_choice(case: Case, i: int) -> ItemMatch | None:
    """An item that the outline leaves to the office, and what stands under it."""
    parent = case.scene.parents[i]
    left_out = parent is not None and case.given[parent].evidence == _NOT_OBLIGED
    if not case.scene.items[i].optional and not left_out:
        return None
    return _match(case, i, Verdict.NOT_APPLICABLE, (), 0.0, _NOT_OBLIGED)


def _by_text(case: Case, i: int) -> ItemMatch:
    """What the text says of an item without a heading: covered, in doubt, or surely missing."""
    scene, item = case.scene, case.scene.items[i]
    region, own = _region(case, i)
    found = cover(scene.titles[i], item.requires, region, scene.weight)
    if not own and not item.requires and len(telling(scene.titles[i], scene.weight)) < _SEVERAL:
        best = opens_with(scene.titles[i], region, scene.weight)
        found = Coverage("partly", found.share, best) if best else Coverage("absent", found.share)
    if not item.is_heading and found.answer != "covered":
        return _match(
            case,
            i,
            Verdict.UNCLEAR,
            (),
            found.share,
            "yêu cầu kèm theo, không phải một mục; cần người xem lại",
        )
    if found.answer == "covered":
        return _covered(case, i, found)
    parent = scene.parents[i]
    if parent is not None and case.given[parent].verdict is Verdict.MISSING:
        return _match(case, i, Verdict.MISSING, (), found.share, "thiếu cả mục lớn hơn")
    if found.answer == "partly":
        return _match(case, i, Verdict.UNCLEAR, (), found.share, _partly(found), nearest=found.best)
    if doubt := _doubt(case, i):
        return _match(case, i, Verdict.UNCLEAR, (), found.share, doubt)
    return _match(case, i, Verdict.MISSING, (), found.share, _absent(found))


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
    return _match(
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


_ANSWERED: tuple[Hypothesis, ...] = (_doubtful, _answered)
_LEFT: tuple[Hypothesis, ...] = (
    _not_asked,
    _in_parents_heading,
    _in_childs_heading,
    _in_listing_heading,
    _in_children,
    _nil,
    _close_heading,
    _by_choice,
    _by_text,
)


# --- regions, places, and a last look


def _rows_of(case: Case, i: int | None) -> list[int]:
    """Return the rows that answer an item so far."""
    if i is None:
        return []
    if i in case.given:
        return [case.scene.row_of[s.index] for s in case.given[i].sections if s.index in case.scene.row_of]
    return [case.settled.rows[i]] if i in case.settled.rows else []


def _rows_under(case: Case, i: int) -> list[int]:
    """Return the rows that answer an item or anything under it."""
    return _rows_of(case, i) + [r for c in case.scene.children[i] for r in _rows_under(case, c)]


def _region(case: Case, i: int) -> tuple[tuple[Section, ...], bool]:
    """Return where the item's text would stand, and whether that is its parent's own section (else the whole part)."""
    rows = _rows_of(case, case.scene.parents[i])
    if rows:
        rows += [case.settled.rows[s] for s in case.scene.siblings(i) if s in case.settled.rows]
        sections = {s.index: s for r in rows for s in case.scene.subtree(case.section(r))}
        return tuple(sections[n] for n in sorted(sections)), True
    return tuple(row.section for row in case.scene.rows), False


def _lift(case: Case) -> None:
    """A missing item of which a part is there after all is not missing."""
    for i in reversed(range(len(case.scene.items))):
        if case.given[i].verdict is not Verdict.MISSING:
            continue
        verdicts = {case.given[c].verdict for c in case.scene.children[i]}
        if verdicts & ANSWERED or Verdict.COVERED in verdicts:
            case.given[i] = evolve(
                case.given[i],
                verdict=Verdict.UNCLEAR,
                evidence="thiếu tiêu đề nhưng có một phần nội dung ở mục con",
            )


def _place(case: Case, i: int, match: ItemMatch) -> ItemMatch:
    """Add the closest heading and the section it should follow to an item that has no heading."""
    if match.verdict not in (Verdict.MISSING, Verdict.UNCLEAR, Verdict.COVERED):
        return match
    near = match.nearest or _nearest(case, i)
    return evolve(match, nearest=near, after=_before(case, i))


def _nearest(case: Case, i: int) -> Section | None:
    best = max(((score, -r) for (j, r), score in case.scene.like.items() if j == i), default=(0.0, 0))
    return case.section(-best[1]) if best[0] >= _NEAREST else None


def _before(case: Case, i: int) -> Section | None:
    """Return the section after which the item belongs: its answered elder sibling's, else its parent's, and so on up."""
    here: int | None = i
    while here is not None:
        for elder in reversed([s for s in case.scene.siblings(here) if s < here]):
            if rows := _rows_under(case, elder):
                return case.section(max(rows))
        here = case.scene.parents[here]
        if rows := _rows_of(case, here):
            return case.section(rows[0])
    return None


def _match(
    case: Case,
    i: int,
    verdict: Verdict,
    sections: tuple[Section, ...],
    score: float,
    evidence: str,
    nearest: Section | None = None,
) -> ItemMatch:
    own = {case.scene.row_of.get(s.index) for s in sections}
    others = [score for (j, r), score in case.scene.like.items() if j == i and r not in own]
    return ItemMatch(
        item=case.scene.items[i],
        verdict=verdict,
        score=round(score, 3),
        runner_up=round(max(others, default=0.0), 3),
        sections=sections,
        nearest=nearest,
        evidence=evidence,
    )


def unused(scene: Scene, matches: Sequence[ItemMatch]) -> Iterator[Section]:
    """Yield the headings that answer no item, bullets left out."""
    used = {s.index for m in matches for s in m.sections}
    for row in scene.rows:
        if row.section.index not in used and row.section.heading.scheme not in ("dash", "plus", "star"):
            yield row.section
