"""Where the data folder ``rules/`` is: inside an installed wheel, or at the top of the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def data_path() -> Path:
    """Return the folder that holds the built-in rules, outlines, profiles and registries."""
    packaged = Path(__file__).parent / "rules"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "rules"
