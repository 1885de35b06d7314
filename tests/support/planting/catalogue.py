"""All plants by name, and the rules for which nothing can be planted, with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from tests.support.planting import awards, citations, content, facts, form, layout, names, structure, words
from tests.support.planting.model import Plant

FAMILIES: Mapping[str, Mapping[str, Plant]] = {
    "structure": structure.PLANTS,
    "facts": facts.PLANTS,
    "citations": citations.PLANTS,
    "names": {**names.NAME_PLANTS, **awards.PLANTS},
    "content": content.PLANTS,
    "form": form.PLANTS,
    "layout": layout.PLANTS,
    "words": words.PLANTS,
}
PLANTS: Mapping[str, Plant] = {name: plant for plants in FAMILIES.values() for name, plant in plants.items()}

NOT_PLANTED: Mapping[str, str] = {
    "BC06": "says that something could not be decided; there is no mistake that could be planted",
}
