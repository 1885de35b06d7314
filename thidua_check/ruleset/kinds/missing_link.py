"""Titles of cited documents that follow the date with a capital and without ``về``."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.model import Hit, Kind


@frozen
class Params:
    """``verbs`` are the words, with a capital, that begin a title and no name of a body or a person."""

    verbs: tuple[str, ...]


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report the word that begins the title right behind the date: "ngày 29/01/2024 Khắc phục hạn chế" lacks "về".

    Behind the body a title may keep the capital it has of its own ("của UBND tỉnh Quy định ...").
    """
    for citation in draft.facts.citations:
        if citation.date is None:
            continue
        paragraph, end = citation.passage.paragraph, citation.date.passage.end
        for verb in params.verbs:
            if paragraph.text.startswith(f" {verb}", end):
                repair = f"về {verb[0].lower()}{verb[1:]}"
                passage = Passage(paragraph, end + 1, end + 1 + len(verb))
                yield Hit(passage, {"repair": repair}, fold="link", replacement=repair)
                break


KIND = Kind("missing_link", check, Params, {"default": frozenset({"repair"})})
