"""Words that are mixed up in one way all over the country, by ``rules/registry/confusions.yaml``: ``sử lý``, ``ý trí``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.registry import load_registry, per_pack
from thidua_check.ruleset.kinds.beside import BESIDE_KEYS, Beside, beside, is_whole, spaced
from thidua_check.ruleset.kinds.prose import starts_sentence

_WORD = re.compile(r"\S+")


@frozen
class Confusion:
    """One row of the registry: ``wrong`` is never right beside the words it may have; both are lower case."""

    wrong: str
    right: str
    beside: Beside


@frozen
class Confused:
    """The words ``passage`` that stand for ``right``; ``word`` is the one that was meant to be ``meant``."""

    passage: Passage
    right: str
    word: str
    meant: str


@per_pack
def load_confusions() -> tuple[Confusion, ...]:
    """Return the registry of confusions; raise RulePackError if its file is wrong."""
    root = load_registry("confusions")
    found: list[Confusion] = []
    for entry in root.items():
        entry.keys(("key", "right", *BESIDE_KEYS), ("key", "right"))
        table = entry.table()
        found.append(Confusion(table["key"].text(), table["right"].text(), beside(table)))
    root.faults.check()
    return tuple(found)


def confused(paragraphs: Iterable[Paragraph]) -> Iterator[Confused]:
    """Yield the places where one of the confusions stands, paragraph by paragraph; names are left alone."""
    for paragraph in paragraphs:
        low = spaced(paragraph.text)
        for confusion in load_confusions():
            if confusion.wrong in low:
                yield from _places(confusion, paragraph, low)


def _places(confusion: Confusion, paragraph: Paragraph, low: str) -> Iterator[Confused]:
    for match in re.finditer(re.escape(confusion.wrong), low):
        start, end = match.span()
        if not is_whole(low, start, end) or not confusion.beside.fits(low, start, end):
            continue
        passage = Passage(paragraph, start, end)
        if not _is_name(passage):
            yield _confused(passage, confusion.right)


def _is_name(passage: Passage) -> bool:
    """Whether the words are printed like a name: a capital within a sentence, or on a later word only."""
    first, *others = passage.text.split()
    if passage.text.isupper():
        return False
    capital = first[0].isupper() and not starts_sentence(passage.paragraph.text, passage.start)
    return capital or any(word[0].isupper() for word in others)


def _confused(passage: Passage, right: str) -> Confused:
    """Return the passage with its right form in the letters as printed, and the first word that differs."""
    written = _WORD.findall(passage.text)
    meant = [_as_printed(word, other) for word, other in zip(written, right.split(), strict=True)]
    differing = next(i for i, (word, other) in enumerate(zip(written, meant, strict=True)) if word != other)
    words = iter(meant)
    whole = _WORD.sub(lambda match: next(words), passage.text)
    return Confused(passage, whole, written[differing], meant[differing])


def _as_printed(written: str, meant: str) -> str:
    """Return a word in capitals, with one, or small, as another is.

    >>> _as_printed("Sử", "xử"), _as_printed("SỬ", "xử"), _as_printed("sử", "xử")
    ('Xử', 'XỬ', 'xử')
    """
    if written.isupper() and len(written) > 1:
        return meant.upper()
    return meant[0].upper() + meant[1:] if written[0].isupper() else meant
