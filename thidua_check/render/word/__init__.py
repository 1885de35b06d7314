"""Copies of a Word draft: with the findings as comments, with safe repairs as tracked changes."""

from thidua_check.render.word.annotate import annotate
from thidua_check.render.word.fix import Fixed, fix

__all__ = ["Fixed", "annotate", "fix"]
