"""One pass over a draft's paragraphs and tables that gathers every fact."""

from __future__ import annotations

import re

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document, Paragraph
from thidua_check.extract.bulleted import find_list_sums
from thidua_check.extract.citations import Citation, find_citations
from thidua_check.extract.dates import DateMention, find_dates
from thidua_check.extract.facts import Facts
from thidua_check.extract.grades import find_grade_sums
from thidua_check.extract.listed_counts import find_list_counts
from thidua_check.extract.periods import Period, find_periods
from thidua_check.extract.quantities import Quantity, find_quantities
from thidua_check.extract.relations import Relation, find_relations
from thidua_check.extract.tables import find_table_relations

# What any fact has: a digit, or the words of a date whose figures are blank ("ngày … tháng … năm …").
_FIGURE = re.compile(r"\d|tháng")


def extract(document: Document, anatomy: Anatomy) -> Facts:
    """Return all facts of a document: body and tables in reading order, then notes."""
    labels = _labels(anatomy)
    dates: list[DateMention] = []
    periods: list[Period] = []
    citations: list[Citation] = []
    quantities: list[Quantity] = []
    relations: list[Relation] = []
    counted: dict[tuple[str, int], tuple[Quantity, ...]] = {}
    for paragraph in document.everything:
        if not _FIGURE.search(paragraph.text):
            continue
        own_dates = find_dates(paragraph)
        own_periods = find_periods(paragraph, own_dates)
        own_citations = find_citations(paragraph, own_dates)
        found = (
            [f.passage for f in own_dates]
            + [f.passage for f in own_periods]
            + [f.passage for f in own_citations]
        )
        taken = [(passage.start, passage.end) for passage in found]
        taken += labels.get(_key(paragraph), ())
        own_quantities = find_quantities(paragraph, sorted(taken))
        dates += own_dates
        periods += own_periods
        citations += own_citations
        quantities += own_quantities
        counted[_key(paragraph)] = own_quantities
        relations += find_relations(paragraph, own_quantities)
    relations += find_list_sums(document.paragraphs, counted)
    relations += find_list_counts(document.paragraphs, counted)
    relations += find_grade_sums(document.paragraphs, counted)
    for table in document.tables:
        relations += find_table_relations(table)
    return Facts(tuple(dates), tuple(periods), tuple(citations), tuple(quantities), tuple(relations))


def _key(paragraph: Paragraph) -> tuple[str, int]:
    return paragraph.part, paragraph.block


def _labels(anatomy: Anatomy) -> dict[tuple[str, int], tuple[tuple[int, int], ...]]:
    """The spans of typed heading labels, whose numbers count nothing."""
    return {
        _key(heading.paragraph): (
            (heading.passages[0].start, heading.passages[0].start + len(heading.label)),
        )
        for heading in anatomy.headings
        if heading.label and not heading.paragraph.label
    }
