"""The headings of a text and the tree of its sections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from thidua_check.anatomy.labels import capital_at
from thidua_check.anatomy.model import Heading, Label, Numbered, Section
from thidua_check.anatomy.titles import Setting, Title, Verdict, judge
from thidua_check.anatomy.units import BULLETS, RANKS, Unit, has_bold, units_of
from thidua_check.document import Paragraph, Passage
from thidua_check.text import fold, slug

# How many words a title must have to be known again by them.
_REPEATED = 5
_WORD = re.compile(r"\S+")


@frozen
class Structure:
    """The sections of a text and all its labelled paragraphs."""

    sections: tuple[Section, ...]
    numbered: tuple[Numbered, ...]


def headings_of(paragraphs: Sequence[Paragraph], *, outline: bool = False) -> tuple[Section, ...]:
    """Return the sections of successive paragraphs; with ``outline`` every labelled paragraph is an item."""
    return structure_of(paragraphs, outline=outline).sections


def structure_of(
    paragraphs: Sequence[Paragraph], *, layout_tables: frozenset[int] = frozenset(), outline: bool = False
) -> Structure:
    """Return the sections and the labelled paragraphs of successive paragraphs.

    Tables are data unless their index is in ``layout_tables``.
    """
    units = units_of(paragraphs, layout_tables)
    parents = _parents(units)
    titles = _items(units) if outline else _judged(units, parents)
    spans = _spans(units, titles)
    sections = _sections(units, titles, spans)
    return Structure(sections, _numbered(units, parents, sections))


def _parents(units: Sequence[Unit]) -> list[int | None]:
    """Return, for each unit, the labelled unit above it by rank alone; units without a label have none."""
    out: list[int | None] = []
    stack: list[int] = []
    for index, unit in enumerate(units):
        if unit.label is None:
            out.append(None)
            continue
        while stack and units[stack[-1]].rank >= unit.rank:
            stack.pop()
        out.append(stack[-1] if stack else None)
        stack.append(index)
    return out


def _items(units: Sequence[Unit]) -> list[Title]:
    """Return every labelled unit as a title, as an outline means it; without any label every bold or capital line."""
    labelled = any(u.label is not None and u.open for u in units)

    def is_title(unit: Unit) -> bool:
        return unit.label is not None if labelled else unit.bold or unit.caps

    return [Title(Verdict.YES if u.open and is_title(u) else Verdict.NO, u.end) for u in units]


def _judged(units: Sequence[Unit], parents: Sequence[int | None]) -> list[Title]:
    formatted = has_bold(units)
    bold = _bold_schemes(units)
    titles = [
        judge(unit, Setting(_has_body(units, index), formatted, (unit.scheme, unit.rank) in bold))
        for index, unit in enumerate(units)
    ]
    return _repeated(units, _agreed(units, parents, titles))


def _agreed(units: Sequence[Unit], parents: Sequence[int | None], titles: Sequence[Title]) -> list[Title]:
    """Settle by their siblings what units cannot decide alone.

    An open verdict follows a sibling that is a title; titles that only a colon sets off must be most of them.
    """
    groups: dict[tuple[int | None, float], list[Title]] = {}
    for unit, parent, title in zip(units, parents, titles, strict=True):
        if unit.label is not None:
            groups.setdefault((parent, unit.rank), []).append(title)
    out: list[Title] = []
    for unit, parent, title in zip(units, parents, titles, strict=True):
        siblings = groups.get((parent, unit.rank), []) if unit.label is not None else []
        if title.verdict == Verdict.MAYBE:
            led = any(t.verdict == Verdict.YES and not t.soft for t in siblings)
            title = evolve(title, verdict=Verdict.YES if led else Verdict.NO)
        elif title.soft and 2 * sum(t.verdict == Verdict.YES for t in siblings) < len(siblings):
            title = evolve(title, verdict=Verdict.NO)
        out.append(title)
    return out


def _repeated(units: Sequence[Unit], titles: Sequence[Title]) -> list[Title]:
    """Find titles of this document again at the head of labelled paragraphs, where a reader joined them to the text."""
    known: dict[tuple[str, ...], list[str]] = {}
    for unit, title in zip(units, titles, strict=True):
        words = fold(unit.words).split()
        if title.verdict == Verdict.YES and title.end == unit.end and unit.label and len(words) >= _REPEATED:
            known.setdefault(tuple(words[:_REPEATED]), []).append(" ".join(words))
    out: list[Title] = []
    for unit, title in zip(units, titles, strict=True):
        open_still = known and title.verdict == Verdict.NO and unit.label is not None and unit.open
        end = _repeated_end(unit, known) if open_still else None
        out.append(title if end is None else Title(Verdict.YES, end))
    return out


def _repeated_end(unit: Unit, known: Mapping[tuple[str, ...], Sequence[str]]) -> int | None:
    """Return where a known title ends at the head of a unit's words, before a new sentence."""
    text = unit.paragraph.text
    words = list(_WORD.finditer(text, unit.start, unit.end))
    first = tuple(fold(w.group()) for w in words[:_REPEATED])
    for title in known.get(first, ()):
        count = len(title.split())
        if count < len(words) and fold(text[unit.start : words[count - 1].end()]) == title:
            return words[count - 1].end() if capital_at(text, words[count].start()) else None
    return None


def _bold_schemes(units: Sequence[Unit]) -> frozenset[tuple[str, float]]:
    """Return the kinds of label whose titles are set in bold at least twice."""
    counts: dict[tuple[str, float], int] = {}
    for unit in units:
        if unit.label is not None and unit.open and unit.bold and len(unit.words) < 300:
            counts[unit.scheme, unit.rank] = counts.get((unit.scheme, unit.rank), 0) + 1
    return frozenset(key for key, count in counts.items() if count > 1)


def _has_body(units: Sequence[Unit], index: int) -> bool:
    """Tell whether the unit is followed by something of its own: text, a table, or a narrower label."""
    if index + 1 == len(units):
        return False
    unit, following = units[index], units[index + 1]
    if unit.label is None and (_alike(unit, following) or (index and _alike(unit, units[index - 1]))):
        return False
    if following.label is None:
        return True
    if unit.label is None:
        return following.scheme not in ("part", "chapter")
    if following.rank == unit.rank and following.label.mark != unit.label.mark:
        return following.label.numbers == (1,)
    return following.rank > unit.rank


def _alike(unit: Unit, other: Unit) -> bool:
    """Tell whether two neighbours are short bold lines without labels, as the cells of a table's head are."""
    return other.label is None and all(u.bold and not u.caps and len(u.words) < 45 for u in (unit, other))


def _spans(units: Sequence[Unit], titles: Sequence[Title]) -> dict[int, tuple[int, ...]]:
    """Return, for each heading's unit, the units that its title takes up (a ``Phần I`` takes the line below)."""
    out: dict[int, tuple[int, ...]] = {}
    taken = -1
    for index, (unit, title) in enumerate(zip(units, titles, strict=True)):
        if title.verdict != Verdict.YES or index <= taken:
            continue
        lines = [index]
        if unit.scheme in ("part", "chapter", "muc") and unit.start >= unit.end:
            while len(lines) < 4 and _continues(units, lines, titles):
                lines.append(lines[-1] + 1)
        taken = lines[-1]
        out[index] = tuple(lines)
    return out


def _continues(units: Sequence[Unit], lines: Sequence[int], titles: Sequence[Title]) -> bool:
    """Tell whether the unit behind the lines is (more of) the title of a division whose label stands alone."""
    index = lines[-1] + 1
    if index >= len(units) or units[index].label is not None or not units[index].open:
        return False
    unit = units[index]
    if len(lines) > 1:
        return unit.caps and units[lines[-1]].caps
    short = len(unit.words) < 300 and not unit.words.endswith((".", ";"))
    return short and (
        unit.caps or unit.bold or unit.paragraph.layout.alignment == "center" or not unit.paragraph.runs
    )


@frozen
class _Open:
    """A section under construction on the stack."""

    index: int
    rank: float


def _sections(
    units: Sequence[Unit], titles: Sequence[Title], spans: dict[int, tuple[int, ...]]
) -> tuple[Section, ...]:
    starts = sorted(spans)
    ranks = _ranks(units, starts)
    made: list[Section] = []
    stack: list[_Open] = []
    for position, start in enumerate(starts):
        while stack and stack[-1].rank >= ranks[position]:
            stack.pop()
        parent = stack[-1].index if stack else None
        above = made[parent].heading.path if parent is not None else ()
        heading = _heading([units[i] for i in spans[start]], titles[start], len(stack) + 1, above)
        stop = starts[position + 1] if position + 1 < len(starts) else len(units)
        content = _content(units, titles[start], spans[start], stop)
        made.append(Section(len(made), heading, parent, (), content))
        stack.append(_Open(len(made) - 1, ranks[position]))
    children: dict[int, list[int]] = {}
    for section in made:
        if section.parent is not None:
            children.setdefault(section.parent, []).append(section.index)
    return tuple(evolve(s, children=tuple(children.get(s.index, ()))) for s in made)


def _ranks(units: Sequence[Unit], starts: Sequence[int]) -> list[float]:
    """Return the ranks of the headings in this document's own hierarchy."""
    heads = [units[i] for i in starts]
    labelled = [u for u in heads if u.label is not None and u.scheme not in BULLETS]
    top = min((u.rank for u in labelled), default=RANKS["roman"])
    romans = next((n for n, u in enumerate(heads) if u.scheme == "roman"), len(heads))
    capitals = next((n for n, u in enumerate(heads) if u.scheme == "capital"), len(heads))
    articles = next((n for n, u in enumerate(heads) if u.scheme == "dieu"), len(heads))
    dotted = any(u.scheme == "arabic" and u.label and u.label.mark not in (")", "()") for u in heads)
    over = {caps: _above(heads, top, caps) for caps in (True, False)}
    beneath = top + any(u.caps for u in heads)
    out: list[float] = []
    for unit in heads:
        if unit.label is None and not labelled:
            out.append(top if unit.caps else beneath)
        elif unit.label is None:
            out.append(_plain_rank(unit, top, over))
        elif unit.scheme == "capital" and romans < capitals:
            out.append(RANKS["roman"] + 0.5)
        elif unit.scheme == "dieu" and articles < romans < len(heads):
            out.append(RANKS["chapter"] + 0.5)
        elif unit.scheme == "arabic" and unit.label.mark in (")", "()") and dotted:
            out.append(RANKS["letter"] + 0.7)
        else:
            out.append(unit.rank)
    return out


def _above(heads: Sequence[Unit], top: float, caps: bool) -> bool:
    """Tell whether plain headings hold the top labels, which then begin anew under each of them."""
    restarts = sum(
        after.rank == top and after.label is not None and after.label.numbers == (1,)
        for before, after in pairwise(heads)
        if before.label is None and before.caps is caps
    )
    return restarts > 1


def _plain_rank(unit: Unit, top: float, over: dict[bool, bool]) -> float:
    if over[unit.caps]:
        return top - 0.5
    if unit.caps:
        return top
    level = unit.paragraph.outline_level
    return RANKS["star"] - 0.5 if level is None else min(RANKS["star"] - 0.5, top + level)


def _heading(lines: Sequence[Unit], title: Title, level: int, above: tuple[str, ...]) -> Heading:
    unit = lines[0]
    paragraph = unit.paragraph
    end = title.end
    named = lines[1:] or lines
    title_passage = Passage(named[0].paragraph, named[0].start, end if named is lines else named[0].end)
    words = " ".join(" ".join(u.words.split()) for u in named) if lines[1:] else title_passage.text
    text = " ".join(words.split())
    first = Passage(paragraph, _first(paragraph), max(end, unit.start) if len(lines) == 1 else unit.end)
    passages = (first, *(Passage(u.paragraph, u.start, u.end) for u in lines[1:]))
    label = unit.label
    return Heading(
        label=label.printed if label else "",
        title=text,
        level=level,
        scheme=unit.scheme,
        passages=passages,
        title_passage=title_passage,
        run_in=len(lines) == 1 and end < unit.end,
        path=(*above, _name(label, text)),
    )


def _name(label: Label | None, title: str) -> str:
    """Return the bare label, or a short slug of the title where there is none."""
    if label is not None and label.bare:
        return label.bare
    return "-".join(slug(title).split("-")[:6]) or "muc"


def _first(paragraph: Paragraph) -> int:
    return len(paragraph.text) - len(paragraph.text.lstrip())


def _content(units: Sequence[Unit], title: Title, lines: Sequence[int], stop: int) -> tuple[Passage, ...]:
    """Return what stands under a heading before the next: its own run-in text first."""
    out: list[Passage] = []
    unit = units[lines[0]]
    if len(lines) == 1 and title.end < unit.end:
        start = title.end
        while start < unit.end and unit.paragraph.text[start] in " \t\n\u00a0:.":
            start += 1
        if start < unit.end:
            out.append(Passage(unit.paragraph, start, unit.end))
    out.extend(Passage.whole(u.paragraph) for u in units[lines[-1] + 1 : stop])
    return tuple(out)


def _numbered(
    units: Sequence[Unit], parents: Sequence[int | None], sections: Sequence[Section]
) -> tuple[Numbered, ...]:
    """Return the labelled paragraphs with ordinals, nested by rank, each with the section it opens."""
    opened = {id(s.heading.paragraph): s.index for s in sections}
    places: dict[int, int] = {}
    out: list[Numbered] = []
    for index, unit in enumerate(units):
        if unit.label is None or not unit.label.numbers or not unit.open:
            continue
        above = parents[index]
        while above is not None and above not in places:
            above = parents[above]
        parent = places[above] if above is not None else None
        level = out[parent].level + 1 if parent is not None else 1
        places[index] = len(out)
        out.append(
            Numbered(unit.label, Passage.whole(unit.paragraph), level, parent, opened.get(id(unit.paragraph)))
        )
    return tuple(out)
