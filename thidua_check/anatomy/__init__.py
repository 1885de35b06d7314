"""The anatomy of a draft: which words are header, title, headings, recipients and signature."""

from __future__ import annotations

from thidua_check.anatomy.anatomy import analyse
from thidua_check.anatomy.headings import headings_of

__all__ = ["analyse", "headings_of"]
