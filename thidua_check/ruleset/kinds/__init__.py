"""The check kinds by name: one module each, listed here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_check.ruleset.kinds import (
    impossible_date,
    late_citation,
    leading_zero,
    missing_end_mark,
    missing_so,
    number_form,
    own_period,
    reversed_period,
    symbol_form,
    symbol_year,
    two_dates,
    type_symbol,
    wrong_count,
    wrong_percentage,
    wrong_total,
)
from thidua_check.ruleset.model import Kind

KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        impossible_date.KIND,
        late_citation.KIND,
        leading_zero.KIND,
        missing_end_mark.KIND,
        missing_so.KIND,
        number_form.KIND,
        own_period.KIND,
        reversed_period.KIND,
        symbol_form.KIND,
        symbol_year.KIND,
        two_dates.KIND,
        type_symbol.KIND,
        wrong_count.KIND,
        wrong_percentage.KIND,
        wrong_total.KIND,
    )
}
