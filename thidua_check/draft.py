"""A draft as the rules see it: the document, its anatomy, its outline maps and its facts."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document, Location, Passage
from thidua_check.extract.facts import Facts
from thidua_check.findings import AsOf
from thidua_check.outline.model import OutlineMap, Profile

Stage = Literal["draft", "issued"]


@frozen
class Draft:
    """Everything a rule may look at; ``against`` are other drafts from which this one may have been copied."""

    document: Document
    anatomy: Anatomy
    facts: Facts
    outlines: tuple[OutlineMap, ...]
    profile: Profile
    stage: Stage
    as_of: AsOf
    against: tuple[Document, ...] = ()

    def locate(self, passage: Passage) -> Location:
        """Return the location of a passage with its section."""
        return Location.of(passage, self.anatomy.path_at(passage.paragraph, passage.start))
