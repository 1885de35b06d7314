"""Documents that others fill in: outlines, forms, and collections of forms."""

from __future__ import annotations

import re

from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import NotApplicable
from thidua_check.text import fold

IS_FORM = NotApplicable(
    Words("đề cương, biểu mẫu để người khác điền", "an outline or form that others fill in")
)

_NAMES = ("đề cương", "mẫu", "biểu mẫu")
# Dots where an office fills in its own name: "TỈNH ….", "SỞ ..........".
_DOTS = re.compile(r"…|\.{3,}")
# From so many national headers ("CỘNG HÒA ...") on, none of them its own, a file is a collection of forms.
_COLLECTION = 3


def is_form(draft: Draft) -> bool:
    """Return whether the draft is an outline or a form by its name, by dots for the office, or by the heads of several others."""
    anatomy = draft.anatomy
    names = [f.text for f in (anatomy.type, anatomy.subject) if f is not None]
    if any(fold(name).startswith(_NAMES) for name in names):
        return True
    if anatomy.issuer is not None and _DOTS.search(anatomy.issuer.text):
        return True
    heads = sum("CỘNG H" in p.text for p in draft.document.paragraphs)
    return anatomy.national is None and heads >= _COLLECTION
