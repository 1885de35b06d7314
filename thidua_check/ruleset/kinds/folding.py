"""Folded text kept for the rules that search the same paragraphs."""

from __future__ import annotations

from functools import lru_cache

from thidua_check.text import fold_same_length


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a paragraph's text folded for searching, character for character."""
    return fold_same_length(text)
