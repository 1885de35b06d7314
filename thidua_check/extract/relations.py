"""Arithmetic relations between quantities that the text states."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation as Relation
from thidua_check.extract.arithmetic import RelationKind as RelationKind
from thidua_check.extract.averages import find_averages
from thidua_check.extract.clauses import frame_of
from thidua_check.extract.counts import find_counts
from thidua_check.extract.former_values import find_former_values
from thidua_check.extract.growths import find_growths
from thidua_check.extract.kind_sums import find_kind_sums
from thidua_check.extract.named_lists import find_named_lists
from thidua_check.extract.named_wholes import find_named_shares
from thidua_check.extract.products import find_products
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.quoted_counts import find_quoted_counts
from thidua_check.extract.ratios import find_ratios, find_shares
from thidua_check.extract.sums import find_sums
from thidua_check.extract.trailing import find_named_sums, find_trailing_sums, find_yearly_sums
from thidua_check.text import fold_same_length


def find_relations(paragraph: Paragraph, quantities: Sequence[Quantity]) -> tuple[Relation, ...]:
    """Return the relations of a paragraph in reading order of their wholes.

    >>> from thidua_check.extract.quantities import find_quantities
    >>> paragraph = Paragraph("Có 11 sản phẩm (03 sản phẩm đạt 4 sao và 08 sản phẩm đạt 3 sao).")
    >>> relation, = find_relations(paragraph, find_quantities(paragraph))
    >>> relation.kind, relation.expected, relation.standing
    ('sum', Decimal('11'), 'holds')
    """
    if not quantities:
        return ()
    folded = fold_same_length(paragraph.text)
    frame = frame_of(paragraph.text)
    apart = list(find_kind_sums(paragraph, folded, quantities, frame))
    known = {relation.whole.start for relation in apart}
    sums = [s for s in find_sums(paragraph, folded, quantities, frame) if s.whole.start not in known]
    ratios = [
        *find_shares(paragraph, folded, quantities, sums),
        *find_ratios(paragraph, folded, quantities, frame),
    ]
    shared = {relation.whole.start for relation in ratios if relation.understood}
    named = find_named_shares(paragraph, folded, quantities, frame)
    found = [
        *sums,
        *apart,
        *find_trailing_sums(paragraph, folded, quantities, frame),
        *ratios,
        *(relation for relation in named if relation.whole.start not in shared),
        *find_yearly_sums(paragraph, folded, quantities, frame),
        *find_named_sums(paragraph, folded, quantities, frame),
        *find_products(paragraph, folded, quantities, frame),
        *find_growths(paragraph, folded, quantities, frame),
        *find_former_values(paragraph, folded, quantities, frame),
        *find_averages(paragraph, folded, quantities, frame),
        *find_counts(paragraph, folded, quantities, frame),
        *find_quoted_counts(paragraph, folded, quantities, frame),
        *find_named_lists(paragraph, folded, quantities, frame),
    ]
    return tuple(sorted(found, key=lambda relation: relation.whole.start))
