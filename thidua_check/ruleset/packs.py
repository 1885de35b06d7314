"""What an office's own rules must keep to, beyond what every rule file must."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from thidua_check.ruleset.files import OVERRIDES, check_places, read_text
from thidua_check.ruleset.model import Rule
from thidua_check.strict_yaml import Faults

# The numbers of a family that the built-in rules leave to offices: 90 to 99.
FIRST_OWN = 90
_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_own(rule_id: str) -> bool:
    """Return whether an id is one of an office's own.

    >>> is_own("CT90"), is_own("CT05")
    (True, False)
    """
    return rule_id[2:].isdigit() and int(rule_id[2:]) >= FIRST_OWN


def check_pack(folder: Path, own: Mapping[str, Rule], rules: Mapping[str, Rule], faults: Faults) -> None:
    """Note files that nothing would read, and rules that are no rules of an office's own."""
    check_places(folder, faults)
    names = {rule.name: rule.id for rule in rules.values()}
    for rule in own.values():
        faults.found += (f"{rule.path}:1: {sentence}" for sentence in _wrong(rule, rules, names))
        names.setdefault(rule.name, rule.id)


def _wrong(rule: Rule, rules: Mapping[str, Rule], names: Mapping[str, str]) -> Iterator[str]:
    if rule.id in rules:
        yield (
            f"mã {rule.id} đã có trong bộ quy tắc; dùng mã mới (như {rule.id[:2]}90), "
            f"hoặc sửa quy tắc có sẵn bằng {OVERRIDES}."
        )
    elif rule.id[2:].isdigit() and not is_own(rule.id):
        yield (
            f"mã {rule.id}: quy tắc của đơn vị mang số từ {FIRST_OWN} đến 99 (như {rule.id[:2]}90); "
            "các số nhỏ hơn dành cho quy tắc có sẵn, kể cả ở phiên bản sau."
        )
    if not _NAME.fullmatch(rule.name):
        yield f"tên “{rule.name}” (name) chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, như ngay-khong-co."
    elif rule.name in names and rule.id not in rules:
        yield f"tên “{rule.name}” (name) đã dùng cho quy tắc {names[rule.name]}; đặt tên khác."
    if rule.basis is None:
        yield "thiếu căn cứ (basis): phát hiện nào cũng phải nói dựa vào đâu, như quy chế văn thư của đơn vị."


def template(rule: Rule, taken: Collection[str]) -> str:
    """Return the file of a rule as one to begin an office's own rule with: an id that is not taken, another name.

    Where all numbers of the family are taken the last one is given.
    """
    numbers = range(FIRST_OWN, 100)
    number = next((n for n in numbers if f"{rule.family}{n}" not in taken), numbers[-1])
    own = f"{rule.family}{number}"
    text = read_text(rule.path)
    for key, old, new in (("id", rule.id, own), ("name", rule.name, f"{rule.name}-rieng-{number}")):
        text = re.sub(rf"^{key}: {re.escape(old)}$", f"{key}: {new}", text, count=1, flags=re.MULTILINE)
    return (
        f"# Mẫu lấy từ quy tắc {rule.id}. Lưu thành {rule.family}/{own}.yaml trong thư mục bộ quy tắc, rồi sửa.\n"
        + text
    )
