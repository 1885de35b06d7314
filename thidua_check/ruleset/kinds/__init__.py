"""The check kinds by name: one module each, listed here and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping

from thidua_check.ruleset.kinds import missing_end_mark
from thidua_check.ruleset.model import Kind

KINDS: Mapping[str, Kind] = {kind.name: kind for kind in (missing_end_mark.KIND,)}
