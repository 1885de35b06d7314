"""Values: a changed document, what came of it, and the document it was planted in."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from attrs import frozen

from tests.support.editing import Key
from thidua_check.checking import Options
from thidua_check.document import Document
from thidua_check.draft import Draft

Changed = frozenset[Sequence[str]]


@frozen
class Planted:
    """A changed document: ``rules`` of which one must speak, ``words`` it must mark, ``where`` the paragraphs meant.

    ``also`` are rules that may rightly speak as well, because the change breaks what they guard too. ``says`` is what
    the message must hold; where nothing is left to mark, ``words`` is empty and any words at ``where`` will do; an empty ``where`` is
    anywhere. ``against`` are other drafts that it is compared with.
    """

    document: Document
    rules: tuple[str, ...]
    words: str
    where: tuple[Key, ...]
    also: tuple[str, ...] = ()
    says: str = ""
    against: tuple[Document, ...] = ()


@frozen
class Trial:
    """What came of one plant: found on the exact words or not, and what else changed at warning or above.

    ``word`` tells a Word file from text, ``change`` is what was changed, alike in every typing of a document.
    """

    kind: str
    source: str
    word: bool
    rule: str
    words: str
    found: bool
    exact: bool
    strangers: tuple[str, ...]
    change: Changed


@frozen
class Base:
    """A document to plant in, with the options it is judged by."""

    name: str
    document: Document
    options: Options


Plant = Callable[[Draft, random.Random], Planted | None]
