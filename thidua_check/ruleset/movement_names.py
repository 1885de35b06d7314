"""Names of movements and drives in a draft, and what the registries know of them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from attrs import frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.outline.movements import bare, registry
from thidua_check.registry import Source, load_registry, pack_source, per_pack
from thidua_check.text import fold_same_length

# Names in quotes after folding; the signs may be mixed: “…”, "…", ‘'…”.
_QUOTED = re.compile(r"[\"'*]{1,3}([^\"'*;.]{1,3}?[^\"*.]{6,200}?)[*]?[\"]")
# The period or year that a name may end with: "giai đoạn 2021 2025", "năm 2025", "trong năm 2025".
_PERIOD = re.compile(r"\s(?:trong )?(?:giai đoạn|năm|các năm)\s[\d\s]+$")


@frozen
class Quoted:
    """A name in quotes: where it stands without them, and its bare words without a period at the end."""

    passage: Passage
    words: str


@frozen
class Former:
    """A wording that was given up: its bare words, the right name, and when it still holds."""

    words: str
    right: str
    since: dt.date
    period: bool
    documents: tuple[str, ...]
    source: Source | None = None


def quoted_names(paragraph: Paragraph) -> Iterator[Quoted]:
    """Yield the names in quotes of a paragraph.

    >>> [q.words for q in quoted_names(Paragraph("phong trào “Vì người nghèo – Không để ai”, “Dân vận khéo”"))]
    ['vì người nghèo không để ai', 'dân vận khéo']
    """
    if any(sign in paragraph.text for sign in '“”"'):
        for start, end, words in _quotations(paragraph.text):
            yield Quoted(Passage(paragraph, start, end), words)


@lru_cache(maxsize=1024)
def _quotations(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return where names in quotes stand, with their bare words; kept, since several rules ask for them."""
    found = ((*m.span(1), without_period(bare(m[1]))) for m in _QUOTED.finditer(fold_same_length(text)))
    return tuple(quotation for quotation in found if quotation[2])


def without_period(words: str) -> str:
    """Return bare words without the period or year at their end.

    >>> without_period("chung sức xây dựng nông thôn mới giai đoạn 2021 2025")
    'chung sức xây dựng nông thôn mới'
    """
    return _PERIOD.sub("", words)


@per_pack
def official_names() -> tuple[tuple[str, str], ...]:
    """Return the names as printed with their bare words: the movements, their aliases, and the drives."""
    printed = [name for movement in registry() for name in (movement.name, *movement.aliases)]
    printed += [former.right for former in former_names()]
    return tuple(dict.fromkeys((name, without_period(bare(name))) for name in printed))


@per_pack
def own_sources() -> Mapping[str, Source]:
    """Return what the offices' own names of movements rest on."""
    own = [movement for movement in registry() if movement.source]
    found = {name: m.source for m in own for name in (m.name, *m.aliases) if m.source}
    return {**found, **{former.right: former.source for former in former_names() if former.source}}


@per_pack
def former_names() -> tuple[Former, ...]:
    """Return ``rules/registry/movement_forms.yaml``; raise RulePackError if it is wrong."""
    root = load_registry("movement_forms")
    found: list[Former] = []
    for entry in root.items():
        entry.keys(
            ("right", "former", "since", "period", "with", "source"), ("right", "former", "since", "source")
        )
        table = entry.table()
        since = table["since"].date() if "since" in table else None
        if since is None or "former" not in table or "right" not in table:
            continue
        period = table["period"].boolean() if "period" in table else False
        documents = table["with"].texts() if "with" in table else ()
        found += [
            Former(bare(former), table["right"].text(), since, period, documents, pack_source(entry))
            for former in table["former"].texts()
        ]
    root.faults.check()
    return tuple(found)
