"""All plants by name, and the rules for which nothing can be planted, with the reason."""

from __future__ import annotations

from collections.abc import Mapping

from tests.support.planting import facts, form, names, structure, words
from tests.support.planting.model import Plant

PLANTS: Mapping[str, Plant] = {
    **structure.PLANTS,
    **facts.PLANTS,
    **form.PLANTS,
    **names.NAME_PLANTS,
    **words.PLANTS,
}

NOT_PLANTED: Mapping[str, str] = {
    "BC06": "says that something could not be decided; there is no mistake that could be planted",
}
