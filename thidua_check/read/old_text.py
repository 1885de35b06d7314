"""What antiword, catdoc and striprtf make of tables, turned into lines in reading order.

The head of a document and its signature are tables of two columns: the left one is read first. A row of more columns
stays one line, its cells parted by tabs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from typing import Final

# What stands for a picture, and a page number of a header: "[pic]", "PAGE  4".
_NO_TEXT: Final = re.compile(r"[\s|]*(?:\[pic\][\s|]*)+|\W*PAGE\W{0,20}\d{0,4}\W*")


def from_antiword(text: str) -> str:
    """Return the text with the tables of antiword read: rows drawn between upright bars.

    >>> from_antiword("|A  |C |\\n|B  |D |\\nE")
    'A\\nB\\nC\\nD\\nE'
    """
    out: list[str] = []
    for boxed, group in groupby(
        text.split("\n"), key=lambda line: line.startswith("|") and line.endswith("|")
    ):
        lines = list(group)
        out += _columns([line[1:-1].split("|") for line in lines]) if boxed else lines
    return _without_pictures(out)


def from_catdoc(text: str) -> str:
    """Return the text with the rows of catdoc read: cells parted by tabs, their paragraphs on lines of their own.

    >>> from_catdoc("A\\nB\\tC\\nD\\n1\\tx\\t2")
    'A\\nB\\nC\\nD\\n1\\tx\\t2'
    """
    return _without_pictures([part for line in text.split("\n") for part in _cells(line.split("\t"))])


def from_striprtf(text: str) -> str:
    """Return the text with the rows of striprtf read: cells that end in upright bars.

    >>> from_striprtf("A\\nB|C\\nD|\\n1|x|2|")
    'A\\nB\\nC\\nD\\n1\\tx\\t2'
    """
    return _without_pictures(
        [part for line in text.split("\n") for part in _cells(line.removesuffix("|").split("|"))]
    )


def _cells(cells: Sequence[str]) -> Sequence[str]:
    """Return two cells as lines, more of them as one line."""
    return cells if len(cells) <= 2 else ["\t".join(cells)]


def _columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return two columns one after the other, other rows as lines."""
    if all(len(row) == 2 for row in rows):
        return [row[side].strip() for side in (0, 1) for row in rows]
    return ["\t".join(cell.strip() for cell in row) for row in rows]


def _without_pictures(lines: Sequence[str]) -> str:
    return "\n".join(line for line in lines if not _NO_TEXT.fullmatch(line))
