"""All facts of one draft, extracted in one pass over its paragraphs."""

from __future__ import annotations

from attrs import frozen

from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import DateMention
from thidua_check.extract.periods import Period
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.relations import Relation
from thidua_check.findings import Coverage


@frozen
class Facts:
    """Facts in reading order, each with its passage; ``coverage`` counts found and understood by kind."""

    dates: tuple[DateMention, ...] = ()
    periods: tuple[Period, ...] = ()
    citations: tuple[Citation, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    relations: tuple[Relation, ...] = ()

    def coverage(self) -> dict[str, Coverage]:
        """Return how many of each kind were found and how many understood."""
        return {
            "dates": Coverage(len(self.dates), sum(d.understood for d in self.dates)),
            "citations": Coverage(len(self.citations), sum(c.understood for c in self.citations)),
            "quantities": Coverage(len(self.quantities), sum(q.value is not None for q in self.quantities)),
            "relations": Coverage(len(self.relations), sum(r.understood for r in self.relations)),
        }
