"""What an outline file says that can be read and cannot be meant: told with its line."""

from __future__ import annotations

from thidua_check.anatomy.phrases import type_names
from thidua_check.outline.movements import parse_period
from thidua_check.strict_yaml import Node, nearest
from thidua_check.text import fold


def check_sense(root: Node) -> None:
    """Note what an outline cannot mean: an unknown document type, a period that runs backwards, equal labels."""
    period = root.get("period")
    years = parse_period(period.text()) if period else None
    if period and years and years[1] < years[0]:
        period.faults.add(period, f"giai đoạn {years[0]}-{years[1]} kết thúc trước khi bắt đầu.")
    kind = root.get("document_type")
    if kind and fold(kind.text()) not in type_names():
        near = nearest(fold(kind.text()), type_names())
        kind.faults.add(kind, f"không có loại văn bản “{kind.text()}”{near}.")
    _check_bounds(root)
    _check_items(root.get("items"))


def _check_items(nodes: Node | None) -> None:
    labels: set[str] = set()
    for node in nodes.items() if nodes else ():
        label = _bare(node)
        if label and label in labels and not _numbered_again(node, label):
            node.faults.add(node, f"hai mục cạnh nhau cùng có nhãn “{label}”.")
        labels.add(label)
        _check_bounds(node)
        _check_items(node.get("children"))


def _bare(node: Node) -> str:
    """Return a label without its signs, empty for a bullet."""
    label = node.get("label")
    return label.text().strip(" .)(:/-–+*•") if label else ""


def _numbered_again(node: Node, label: str) -> bool:
    """Whether the key says that the letter itself has the label twice, as the compiler writes it (``3-``)."""
    key = node.get("key")
    return key is not None and key.text() != label and key.text().rstrip("-") == label


def _check_bounds(node: Node) -> None:
    """Note requirements of an outline or item that ask for fewer at most than at least."""
    requires = node.get("requires")
    for requirement in requires.items() if requires else ():
        low, high = requirement.get("low"), requirement.get("high")
        if low and high and high.integer() < low.integer():
            requirement.faults.add(high, f"high ({high.text()}) nhỏ hơn low ({low.text()}).")
