"""All plants by name, and the rules for which nothing can be planted, with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from tests.support.planting import (
    awards,
    citations,
    content,
    facts,
    form,
    layout,
    names,
    stated,
    structure,
    words,
)
from tests.support.planting.model import Plant

FAMILIES: Mapping[str, Mapping[str, Plant]] = {
    "structure": structure.PLANTS,
    "facts": {**facts.PLANTS, **stated.PLANTS},
    "citations": citations.PLANTS,
    "names": {**names.NAME_PLANTS, **awards.PLANTS},
    "content": content.PLANTS,
    "form": form.PLANTS,
    "layout": layout.PLANTS,
    "words": words.PLANTS,
}
PLANTS: Mapping[str, Plant] = {name: plant for plants in FAMILIES.values() for name, plant in plants.items()}

NOT_PLANTED: Mapping[str, str] = {}

# Kinds of mistake that are not always found, with the reason: the rule keeps silent where it is not sure.
PARTIAL: Mapping[str, str] = {
    "heading-as-line": "a line that is as good as the item's title is taken for its heading",
    "movement-letter": "words before those that tell a movement may be a locality's own, its period is not judged",
    "tone-lost": "a word without its tone may be another word or a foreign one",
    "letter-twice": "a word with a doubled letter may be a borrowed one",
    "other-mark": "a word that exists is reported only where its neighbours speak clearly for another one",
    "word-lost": "any word is dropped by seed; only set phrases tell that one is missing",
    "word-lost-in-phrase": "reported only where the words that are left never meet in prose and one of them lacks its other half",
    "space-before-comma": "a space before a colon is left alone behind figures and in lists",
    "long-dash": "reports with few periods have no usual way to differ from",
    "capital-behind-comma": "only words that are never part of a name are reported",
    "beside-table": "what stands under a place's name, or right below words of a plan or a month, is left alone",
    "other-number": "what stands under the name of some units or places is left alone",
    "more-than-whole": "a paragraph that speaks of a plan may give the target as its second number",
}

# Rules that text cannot break, with the reason.
WORD_ONLY: Mapping[str, str] = {
    **dict.fromkeys((f"TT{number}" for number in range(20, 51)), "how a page looks shows in Word files only"),
    "KT03": "a text may have lost its end, so it is never said to be absent there",
}
