"""Copies of a Word draft: with the findings as comments, with safe repairs as tracked changes."""

from thidua_check.render.word.annotate import annotate

__all__ = ["annotate"]
