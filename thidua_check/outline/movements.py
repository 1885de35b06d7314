"""Emulation movements: which one a title speaks of, by the registry or by the quoted name."""

from __future__ import annotations

import re

from attrs import frozen
from rapidfuzz import fuzz

from thidua_check.registry import Source, load_registry, pack_source, per_pack
from thidua_check.strict_yaml import Node
from thidua_check.text import fold

# A name in quotes after folding: "quảng ngãi chung sức xây dựng nông thôn mới".
QUOTED = re.compile(r'"([^"]{4,300})"')
# The words that announce a movement's name: 'phong trào thi đua "...', 'phong trào "...', 'đợt thi đua "...'.
_ANNOUNCED = re.compile(r'(?:phong trào|thi đua|cuộc vận động)[^"]{0,25}"([^"]{4,300})"')
_WORD = re.compile(r"[^\W_]+")
_SAME_NAME = 88.0
_KEYS = ("id", "name", "decision", "period", "aliases", "cores")


@frozen
class Movement:
    """A movement of the registry; ``cores`` are bare folded words that tell it apart.

    ``source`` is the launching decision of an office's own movement.
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    cores: tuple[str, ...] = ()
    period: tuple[int, int] | None = None
    source: Source | None = None


def bare(text: str) -> str:
    """Return folded words only, joined by single spaces.

    >>> bare("Vì người nghèo – Không để ai")
    'vì người nghèo không để ai'
    """
    return " ".join(_WORD.findall(fold(text)))


@per_pack
def registry() -> tuple[Movement, ...]:
    """Return the movements of ``rules/registry/movements.yaml``."""
    root = load_registry("movements")
    found = tuple(_movement(node) for node in root.items())
    root.faults.check()
    return found


def _movement(node: Node) -> Movement:
    node.keys(_KEYS, ("id", "name", "cores"))
    return Movement(
        id=_text(node, "id") or "",
        name=_text(node, "name") or "",
        aliases=_texts(node, "aliases"),
        cores=tuple(bare(core) for core in _texts(node, "cores")),
        period=parse_period(_text(node, "period")),
        source=pack_source(node, "decision"),
    )


def _text(node: Node, key: str) -> str | None:
    value = node.get(key)
    return value.text() if value else None


def _texts(node: Node, key: str) -> tuple[str, ...]:
    value = node.get(key)
    return value.texts() if value else ()


def parse_period(text: str | None) -> tuple[int, int] | None:
    """Return the first and last year of a period such as ``2021-2025``, None if there is none.

    >>> parse_period("giai đoạn 2021 – 2025")
    (2021, 2025)
    """
    match = _YEARS.search(fold(text)) if text else None
    return (int(match[1]), int(match[2])) if match else None


# Two years with a dash: "2021-2025", "2020 - 2025", "2021 đến 2025".
_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*(?:-|đến)\s*(?:năm\s*)?((?:19|20)\d\d)\b")


def identify(text: str) -> tuple[Movement, ...]:
    """Return the registry's movements that a text names, in the registry's order."""
    words = f" {bare(text)} "
    return tuple(m for m in registry() if any(f" {core} " in words for core in m.cores))


def quoted_name(text: str) -> str | None:
    """Return the folded name in quotes that follows ``phong trào`` or ``thi đua``, None if there is none.

    >>> quoted_name("Sơ kết Phong trào thi đua “Dân vận khéo” năm 2024")
    'dân vận khéo'
    """
    match = _ANNOUNCED.search(fold(text))
    return match[1].strip() if match else None


def movement_key(text: str) -> str | None:
    """Return what a title's movement is called for comparison: a registry id, else its bare quoted name, else None."""
    known = identify(text)
    if known:
        return known[0].id
    name = quoted_name(text)
    return bare(name) if name else None


def same_movement(one: str | None, other: str | None) -> bool:
    """Whether two keys of :func:`movement_key` mean one movement; unregistered names may differ in a few letters."""
    if one is None or other is None:
        return False
    return one == other or (
        one.islower() and other.islower() and fuzz.token_set_ratio(one, other) >= _SAME_NAME
    )
