"""Where things stand on the page: the names that links lead to."""

from __future__ import annotations

from attrs import evolve, frozen

from thidua_check.document import Location, Passage
from thidua_check.findings import Finding
from thidua_check.render.context import Atlas
from thidua_check.render.html.markup import each, inline
from thidua_check.render.places import place
from thidua_check.render.words import Grade, grade
from thidua_check.report import Checked


@frozen
class Entry:
    """A finding as listed: its number on the page, from 1."""

    number: int
    finding: Finding

    @property
    def grade(self) -> Grade:
        """How the finding is called."""
        return grade(self.finding)

    @property
    def locations(self) -> tuple[Location, ...]:
        """All places of the finding, the first one first."""
        return tuple(p.location for p in self.finding.places) or (self.finding.location,)


@frozen
class Sheet:
    """One draft on the page: ``name`` begins the names of all that stands in it; ``entries`` are the findings shown."""

    name: str
    checked: Checked
    atlas: Atlas
    entries: tuple[Entry, ...]
    hidden: int

    def finding_name(self, number: int) -> str:
        """Return the name of a finding in the list."""
        return f"{self.name}f{number}"

    def mark_name(self, number: int, nth: int) -> str:
        """Return the name of the nth place of a finding in the text."""
        return f"{self.name}f{number}p{nth}"

    def paragraph_name(self, location: Location) -> str | None:
        """Return the name of the paragraph of a location, None where the text has no such paragraph."""
        known = (location.part, location.block) in self.atlas.paragraphs
        return f"{self.name}{location.part}{location.block}" if known else None

    def link(self, location: Location, words: str) -> str:
        """Return words (markup) as a link to the paragraph of a location."""
        name = self.paragraph_name(location)
        return f'<a href="#{name}">{words}</a>' if name else words

    def passage_link(self, passage: Passage, words: str) -> str:
        """Return words of the draft as a link to their paragraph."""
        return self.link(Location.of(passage), f'<q lang="vi">{inline(words)}</q>')


def sheet(checked: Checked, number: int, min_level: int) -> Sheet:
    """Return a draft with its findings in reading order, numbered; ``number`` is the draft's place in the report."""
    atlas = Atlas.of(checked.draft.document, checked.draft.anatomy)
    visible = [f for f in checked.findings if f.level >= min_level]
    visible.sort(key=lambda f: (atlas.position(f.location), f.location.start))
    entries = tuple(Entry(n, finding) for n, finding in enumerate(visible, 1))
    return Sheet(f"d{number}", checked, atlas, entries, len(checked.findings) - len(visible))


def place_words(location: Location, *, section: bool = True) -> str:
    """Return a location in words, in both languages."""
    kept = location if section else evolve(location, section=())
    return each(lambda lang: place(kept, lang))
