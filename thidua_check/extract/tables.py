"""Totals of data tables against the cells above or beside them."""

from __future__ import annotations

from thidua_check.document import Table
from thidua_check.extract.arithmetic import Relation


def find_table_relations(table: Table) -> tuple[Relation, ...]:
    """Return the totals of a table."""
    return ()
