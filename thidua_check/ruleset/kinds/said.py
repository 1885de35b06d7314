"""The figures of a draft's running text with what each is said to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from thidua_check.draft import Draft
from thidua_check.extract.parts import names_part, names_plan
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.statements import Statement, find_statements


def figures_by_paragraph(draft: Draft) -> Iterator[tuple[Quantity, ...]]:
    """Yield the figures of each paragraph that has any; tables and notes are left out."""
    for _, group in groupby(draft.facts.quantities, key=_home):
        quantities = tuple(group)
        paragraph = quantities[0].passage.paragraph
        if paragraph.cell is None and paragraph.part == "body":
            yield quantities


def statements_of(draft: Draft, *, least: int, word: str = "") -> Iterator[tuple[Statement, ...]]:
    """Yield the statements of each paragraph that has enough figures and holds a word."""
    for quantities in figures_by_paragraph(draft):
        paragraph = quantities[0].passage.paragraph
        if len(quantities) >= least and word in paragraph.text.lower():
            yield tuple(find_statements(paragraph, quantities))


def blocks_of_parts(draft: Draft) -> frozenset[int]:
    """Return the blocks of the body that stand under a heading on one place or some of the units."""
    return _blocks_under(draft, names_part)


def blocks_of_plans(draft: Draft) -> frozenset[int]:
    """Return the blocks of the body that stand under a heading on what is to be done."""
    return _blocks_under(draft, names_plan)


def _blocks_under(draft: Draft, is_meant: Callable[[str], bool]) -> frozenset[int]:
    sections = draft.anatomy.sections
    under: set[int] = set()
    for section in sections:  # parents come before their children
        if is_meant(section.heading.title) or section.parent in under:
            under.add(section.index)
    return frozenset(p.paragraph.block for index in under for p in sections[index].content)


def _home(quantity: Quantity) -> tuple[str, int]:
    paragraph = quantity.passage.paragraph
    return paragraph.part, paragraph.block
