"""Set phrases that lost a comma or a hyphen, and wordings an office writes otherwise (``registry/set_phrases.yaml``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.findings import Level
from thidua_check.registry import Source, load_registry, pack_source, per_pack
from thidua_check.ruleset.kinds.prose import covered, prose, quotations
from thidua_check.ruleset.model import Hit, Kind
from thidua_check.strict_yaml import Node

_KEYS = ("right", "wrong", "level", "kind", "source", "not_after", "only_after", "not_before", "only_before")
# The signs that a set phrase loses: "cán bộ, công chức", "kinh tế - xã hội".
_SIGNS = re.compile(r",| -")
# The first word or sign behind a phrase, and the words before it: "đề ra", ", viên chức".
_NEXT = re.compile(r"\s*([^\W_]+)")
_BESIDE = 24
_WORD = re.compile(r"[^\W_]+")


@frozen
class Phrase:
    """One row of the registry: ``wrong`` and the words beside it are lower case.

    ``variant`` is ``words`` where the right form is made of other words; ``source`` is that of an office's own row.
    """

    wrong: str
    right: str
    variant: str
    level: Level
    source: Source | None
    not_after: tuple[str, ...] = ()
    only_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    only_before: tuple[str, ...] = ()


@frozen
class Params:
    """No parameters: the phrases are registry data."""


@per_pack
def load_phrases() -> tuple[Phrase, ...]:
    """Return the registry of set phrases; raise RulePackError if its file is wrong."""
    root = load_registry("set_phrases")
    phrases = tuple(map(_phrase, root.items()))
    root.faults.check()
    return phrases


def _phrase(entry: Node) -> Phrase:
    entry.keys(_KEYS, ("right", "level", "source"))
    table = entry.table()
    words = {key: table[key].texts() for key in _KEYS[5:] if key in table}
    right = table["right"].text()
    wrong = table["wrong"].text().lower() if "wrong" in table else _SIGNS.sub("", right)
    if wrong == right.lower():
        entry.faults.add(entry, f"“{right}” không có dấu nào để mất; ghi thêm wrong: cách viết sai.")
    level = table["level"].choice(("warning", "info"))
    variant = table["kind"].choice(("hyphen",)) if "kind" in table else level
    if _WORD.findall(wrong) != _WORD.findall(right.lower()):
        variant = "words"
    return Phrase(
        wrong,
        right,
        "default" if variant == "warning" else variant,
        Level.INFO if level == "info" else Level.WARNING,
        pack_source(entry),
        **words,
    )


def check(draft: Draft, params: Params) -> Iterator[Hit]:
    """Report, as one finding for each phrase, the places where it stands without its signs."""
    paragraphs = prose(draft)
    lowered = [p.text.lower() for p in paragraphs]
    whole = "\n".join(lowered)
    for phrase in load_phrases():
        if phrase.wrong not in whole:
            continue
        for paragraph, low in zip(paragraphs, lowered, strict=True):
            if phrase.wrong in low and len(low) == len(paragraph.text):
                yield from _hits(phrase, paragraph, low)


def _hits(phrase: Phrase, paragraph: Paragraph, low: str) -> Iterator[Hit]:
    start = low.find(phrase.wrong)
    quoted = quotations(paragraph.text) if start >= 0 else []
    while start >= 0:
        end = start + len(phrase.wrong)
        if _whole(low, start, end) and not covered(quoted, start, end) and _fits(phrase, low, start, end):
            passage = Passage(paragraph, start, end)
            if phrase.variant != "hyphen" or passage.text.islower():
                right = _written(passage.text, phrase)
                yield Hit(
                    passage,
                    {"repair": right},
                    variant=phrase.variant,
                    fold=phrase.right,
                    replacement=right,
                    safe=phrase.variant == "default",
                    level=phrase.level if phrase.variant == "words" else None,
                    source=phrase.source,
                )
        start = low.find(phrase.wrong, end)


def _written(written: str, phrase: Phrase) -> str:
    """Return the right form as it would stand in the place of what is written."""
    if phrase.variant != "words":
        return in_case(written, phrase.right)
    if written.isupper():
        return phrase.right.upper()
    return phrase.right[0].upper() + phrase.right[1:] if written[0].isupper() else phrase.right


def in_case(written: str, right: str) -> str:
    """Return the right form with the letters as they are written.

    >>> in_case("Cán bộ công chức", "cán bộ, công chức")
    'Cán bộ, công chức'
    """
    words = iter(_WORD.findall(written))
    return _WORD.sub(lambda m: next(words, m.group()), right)


def _whole(low: str, start: int, end: int) -> bool:
    return not (low[start - 1 : start].isalnum() or low[end : end + 1].isalnum())


def _fits(phrase: Phrase, low: str, start: int, end: int) -> bool:
    """Whether the words beside the phrase are those it may have."""
    before = low[max(0, start - _BESIDE) : start].rstrip()
    found = _NEXT.match(low, end)
    after = low[end : end + _BESIDE].lstrip() if found else ""
    if any(_ends(before, word) for word in phrase.not_after):
        return False
    if phrase.only_after and not any(_ends(before, word) for word in phrase.only_after):
        return False
    if any(_begins(after, word) for word in phrase.not_before):
        return False
    return not phrase.only_before or any(_begins(after, word) for word in phrase.only_before)


def _ends(before: str, word: str) -> bool:
    return before.endswith(word) and not before[: -len(word)][-1:].isalnum()


def _begins(after: str, word: str) -> bool:
    return after == "" if word == "" else after.startswith(word) and not after[len(word) :][:1].isalnum()


_PROVIDES = frozenset({"repair"})
KIND = Kind("set_phrase", check, Params, dict.fromkeys(("default", "info", "hyphen", "words"), _PROVIDES))
