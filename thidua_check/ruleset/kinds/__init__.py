"""The check kinds by name: one module each, listed here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_check.ruleset.kinds import (
    empty_section,
    impossible_date,
    item_order,
    late_citation,
    leading_zero,
    missing_end_mark,
    missing_item,
    missing_so,
    number_form,
    numbering_gap,
    own_period,
    repeated_heading,
    reversed_period,
    symbol_form,
    symbol_year,
    two_dates,
    type_symbol,
    unclear_item,
    wrong_count,
    wrong_percentage,
    wrong_total,
)
from thidua_check.ruleset.model import Kind

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        empty_section.KIND,
        impossible_date.KIND,
        item_order.KIND,
        late_citation.KIND,
        leading_zero.KIND,
        missing_end_mark.KIND,
        missing_item.KIND,
        missing_so.KIND,
        number_form.KIND,
        numbering_gap.KIND,
        own_period.KIND,
        repeated_heading.KIND,
        reversed_period.KIND,
        symbol_form.KIND,
        symbol_year.KIND,
        two_dates.KIND,
        type_symbol.KIND,
        unclear_item.KIND,
        wrong_count.KIND,
        wrong_percentage.KIND,
        wrong_total.KIND,
    )
}
