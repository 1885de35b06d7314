"""Words as HTML: foreign text made harmless, and both languages side by side for the page to show one of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from thidua_check.findings import Lang, Words
from thidua_check.render.safe import one_line, shown

# What lays out the words of a draft and may stay: line breaks and tabs.
_KEPT = re.compile(r"([\n\t])")


def inline(text: str) -> str:
    """Return foreign text for display on one line, hidden characters written out.

    >>> inline("<script>\\n  alert(1)</script>")
    '&lt;script&gt; alert(1)&lt;/script&gt;'
    """
    return escape(one_line(text))


def kept(text: str) -> str:
    r"""Return foreign text with its spaces, tabs and line breaks as they are, other hidden characters written out.

    >>> kept("a  b\n\u202e&")
    'a  b\n\\u202e&amp;'
    """
    return escape("".join(p if p in ("\n", "\t") else shown(p) for p in _KEPT.split(text)))


def both(words: Words) -> str:
    """Return words in both languages, of which the page shows one; once where they are the same or there is one.

    >>> both(Words("Có", "Yes"))
    '<span lang="vi">Có</span><span lang="en">Yes</span>'
    >>> both(Words("<Có>"))
    '<bdi lang="vi">&lt;Có&gt;</bdi>'
    """
    vi, en = inline(words.vi), inline(words.get("en"))
    return f'<bdi lang="vi">{vi}</bdi>' if vi == en else in_both(vi, en)


def in_both(vi: str, en: str, element: str = "span") -> str:
    """Return markup for each language, of which the page shows one."""
    return f'<{element} lang="vi">{vi}</{element}><{element} lang="en">{en}</{element}>'


def each(words: Callable[[Lang], str]) -> str:
    """Return in both languages what a function says in one.

    >>> each(lambda lang: {"vi": "mục 3", "en": "section 3"}[lang])
    '<span lang="vi">mục 3</span><span lang="en">section 3</span>'
    """
    return both(Words(words("vi"), words("en")))
