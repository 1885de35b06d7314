"""The YAML form of an outline: strict reading, and writing that reads back the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from thidua_check import strict_yaml
from thidua_check.outline.check import check_sense
from thidua_check.outline.model import DEMANDS, Letter, Outline, OutlineItem, Requirement, child_id
from thidua_check.outline.movements import parse_period
from thidua_check.strict_yaml import Node
from thidua_check.text import slug

OUTLINE = (
    "id", "title", "kind", "document_type", "movement", "aliases", "period", "signs", "derived", "source", "letter",
    "requires", "unchecked", "items",
)  # fmt: skip
ITEM = (
    "label", "title", "key", "alternatives", "notes", "applies_to", "heading", "optional", "requires", "unchecked",
    "defines", "lines", "children",
)  # fmt: skip
LETTER = (
    "issuer", "number", "symbol", "date", "subject", "deadline", "deadline_strict", "requester", "addressees",
    "cited",
)  # fmt: skip
REQUIREMENT = (*DEMANDS, "text", "low", "high")
_UNITS = ("all", "province", "department", "district", "commune", "school", "enterprise")
_BULLETS = "-–+*•"


def load_outline(path: Path) -> Outline:
    """Read an outline file; raises RulePackError that lists every fault with file and line."""
    root = strict_yaml.load(path)
    outline = read_outline(root)
    check_sense(root)
    root.faults.check()
    return outline


def read_outline(root: Node) -> Outline:
    """Return the outline of a YAML document; faults are noted in ``root.faults``."""
    root.keys(OUTLINE, ("id", "title", "items"))
    outline_id = _text(root, "id") or ""
    items = root.get("items")
    period = root.get("period")
    if period and parse_period(period.text()) is None:
        root.faults.add(period, f"“{period.text()}” không phải là giai đoạn viết dạng 2021-2025.")
    letter = root.get("letter")
    derived = root.get("derived")
    return Outline(
        id=outline_id,
        title=_text(root, "title") or "",
        items=tuple(_items(items, outline_id, None, 1, set())) if items else (),
        source=_text(root, "source") or "",
        kind=_text(root, "kind") or "ĐỀ CƯƠNG BÁO CÁO",
        document_type=_text(root, "document_type") or "BÁO CÁO",
        movement=_text(root, "movement"),
        movement_aliases=_texts(root, "aliases"),
        period=parse_period(_text(root, "period")),
        signs=_texts(root, "signs"),
        derived=derived.boolean() if derived else False,
        letter=_letter(letter) if letter else None,
        requires=_requirements(root.get("requires")),
        unchecked=_texts(root, "unchecked"),
    )


def _text(node: Node, key: str) -> str | None:
    value = node.get(key)
    return value.text() if value else None


def _texts(node: Node, key: str) -> tuple[str, ...]:
    value = node.get(key)
    return value.texts() if value else ()


def _items(nodes: Node, above: str, parent: str | None, level: int, taken: set[str]) -> Iterator[OutlineItem]:
    """Yield the items of a list and all under them, parents first."""
    for node in nodes.items():
        node.keys(ITEM, ("label", "title"))
        item = _item(node, child_id(above, _key(node)), parent, level)
        if item.id in taken:
            node.faults.add(node, f"hai mục có cùng mã “{item.id}”; hãy đặt “key” khác nhau.")
        taken.add(item.id)
        yield item
        if children := node.get("children"):
            yield from _items(children, item.id, item.id, level + 1, taken)


def _key(node: Node) -> str:
    """Return the last part of an item's id: as given, else its bare label, else a slug of its title."""
    label = (_text(node, "label") or "").strip(" .)(:/")
    return _text(node, "key") or (label if label.strip(_BULLETS) else "") or slug(_text(node, "title") or "")


def _item(node: Node, item_id: str, parent: str | None, level: int) -> OutlineItem:
    heading, optional, unit, requires = (
        node.get(k) for k in ("heading", "optional", "applies_to", "requires")
    )
    return OutlineItem(
        id=item_id,
        label=_text(node, "label") or "",
        title=_text(node, "title") or "",
        level=level,
        parent=parent,
        alternatives=_texts(node, "alternatives"),
        notes=_texts(node, "notes"),
        applies_to=unit.choice(_UNITS) if unit else "all",
        is_heading=heading.boolean() if heading else True,
        optional=optional.boolean() if optional else False,
        requires=_requirements(requires),
        unchecked=_texts(node, "unchecked"),
        defines=_text(node, "defines"),
        lines=_lines(node.get("lines")),
    )


def _lines(node: Node | None) -> tuple[int, int] | None:
    if node is None:
        return None
    first, _, last = node.text().partition("-")
    if not (first.isdecimal() and (last or first).isdecimal()):
        node.faults.add(node, f"“{node.text()}” không phải là số dòng (viết 86 hoặc 86-88).")
        return None
    return int(first), int(last or first)


def _requirements(node: Node | None) -> tuple[Requirement, ...]:
    return tuple(_requirement(r) for r in node.items()) if node else ()


def _requirement(node: Node) -> Requirement:
    node.keys(REQUIREMENT)
    kinds = [k for k in DEMANDS if node.get(k)]
    if len(kinds) != 1:
        node.faults.add(node, f"phải có đúng một trong các khóa: {', '.join(DEMANDS)}.")
        return Requirement("topic", ())
    low, high = node.get("low"), node.get("high")
    return Requirement(
        kind=kinds[0],
        nouns=_texts(node, kinds[0]),
        text=_text(node, "text") or "",
        low=low.integer() if low else None,
        high=high.integer() if high else None,
    )


def _letter(node: Node) -> Letter:
    node.keys(LETTER)
    strict = node.get("deadline_strict")
    return Letter(
        issuer=_text(node, "issuer"),
        number=_text(node, "number"),
        symbol=_text(node, "symbol"),
        date=_date(node.get("date")),
        subject=_text(node, "subject"),
        deadline=_date(node.get("deadline")),
        deadline_strict=strict.boolean() if strict else False,
        requester=_text(node, "requester"),
        addressees=_texts(node, "addressees"),
        cited=_texts(node, "cited"),
    )


def _date(node: Node | None) -> dt.date | None:
    return node.date() if node else None


def dump_outline(outline: Outline) -> str:
    """Return an outline as YAML that :func:`load_outline` reads back the same."""
    data = _filled(
        {
            "id": outline.id,
            "title": outline.title,
            "kind": outline.kind,
            "document_type": outline.document_type,
            "movement": outline.movement,
            "aliases": list(outline.movement_aliases),
            "period": "-".join(map(str, outline.period)) if outline.period else None,
            "signs": list(outline.signs),
            "derived": outline.derived,
            "source": outline.source,
            "letter": _dump_letter(outline.letter) if outline.letter else None,
            "requires": [_dump_requirement(r) for r in outline.requires],
            "unchecked": list(outline.unchecked),
            "items": [_dump_item(outline, item) for item in outline.children(None)],
        }
    )
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=110)


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    """Return the pairs that say something: no None, no empty list, no False."""
    return {key: value for key, value in data.items() if value not in (None, [], False)}


def _dump_letter(letter: Letter) -> dict[str, Any]:
    return _filled(
        {
            "issuer": letter.issuer,
            "number": letter.number,
            "symbol": letter.symbol,
            "date": letter.date.isoformat() if letter.date else None,
            "subject": letter.subject,
            "deadline": letter.deadline.isoformat() if letter.deadline else None,
            "deadline_strict": letter.deadline_strict,
            "requester": letter.requester,
            "addressees": list(letter.addressees),
            "cited": list(letter.cited),
        }
    )


def _dump_item(outline: Outline, item: OutlineItem) -> dict[str, Any]:
    above = item.parent or outline.id
    data = _filled(
        {
            "title": item.title,
            "key": item.id[len(above) + 1 :],
            "alternatives": list(item.alternatives),
            "notes": list(item.notes),
            "applies_to": item.applies_to if item.applies_to != "all" else None,
            "optional": item.optional,
            "requires": [_dump_requirement(r) for r in item.requires],
            "unchecked": list(item.unchecked),
            "defines": item.defines,
            "lines": "-".join(map(str, dict.fromkeys(item.lines))) if item.lines else None,
            "children": [_dump_item(outline, child) for child in outline.children(item)],
        }
    )
    head = {"label": item.label}
    return {**head, **data} if item.is_heading else {**head, "heading": False, **data}


def _dump_requirement(requirement: Requirement) -> dict[str, Any]:
    bounds = {"text": requirement.text, "low": requirement.low, "high": requirement.high}
    return {
        requirement.kind: list(requirement.nouns),
        **{k: v for k, v in bounds.items() if v not in (None, "")},
    }
