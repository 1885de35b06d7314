"""Strict reading of YAML: every scalar is a string until its reader converts it, every fault has its file and line.

PyYAML's ``safe_load`` turns ``6.10`` into 6.1, ``010`` into 8, ``no`` into False and keeps the last of two equal
keys without a word. Here a file is composed into nodes only; typed getters convert, collect the faults and name the
nearest known key. Aliases are refused, so that a small file cannot stand for a large one.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any, TypeVar

import yaml
from attrs import define, field

from thidua_check.errors import RulePackError

try:
    from yaml import CSafeLoader as _Loader
except ImportError:  # PyYAML built without libyaml: the same result, more slowly
    from yaml import SafeLoader as _Loader  # type: ignore[assignment]

T = TypeVar("T")
# What the words that stand for themselves in the files mean.
MEANINGS: Mapping[str, str] = {
    "error": "lỗi", "warning": "cảnh báo", "info": "lưu ý", "high": "cao", "medium": "vừa", "low": "thấp",
    "must": "bắt buộc", "should": "nên", "usage": "thói quen", "draft": "dự thảo", "issued": "đã ban hành",
    "state": "cơ quan nhà nước", "party": "cơ quan Đảng", "normative": "văn bản quy phạm", "stable": "dùng ngay", "preview": "thử nghiệm",
    "deprecated": "sắp bỏ", "all": "mọi đơn vị", "province": "tỉnh", "department": "sở, ngành", "district": "huyện",
    "commune": "xã", "school": "trường", "enterprise": "doanh nghiệp",
}  # fmt: skip
_MAX_BYTES = 2_000_000


@define
class Faults:
    """The faults of one file or one folder, collected so that all are told at once."""

    found: list[str] = field(factory=list)

    def add(self, node: Node, sentence: str) -> None:
        """Note a fault at a node."""
        line = f"{node.path}:{node.line}: {sentence.replace('?.', '?')}"
        if line not in self.found:
            self.found.append(line)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Note the faults of a RulePackError that is raised inside the ``with`` block, and go on behind it."""
        try:
            yield
        except RulePackError as error:
            self.found += (line for line in error.vi.splitlines() if line not in self.found)

    def check(self) -> None:
        """Raise RulePackError with all faults, one a line, if there are any."""
        if self.found:
            raise RulePackError("\n".join(self.found))


class Table(dict[str, "Node"]):
    """A mapping's nodes by key; a key that is looked up and absent is a fault, and stands as an empty text."""

    owner: Node

    def __missing__(self, key: str) -> Node:
        """Note that a required key is absent."""
        self.owner.faults.add(self.owner, f"thiếu khóa “{key}”.")
        return Node(self.owner.path, self.owner.line, "", self.owner.faults)


@define
class Node:
    """One value of a YAML file: ``raw`` is a str, a list of nodes, or a dict of nodes by key."""

    path: str
    line: int
    raw: str | list[Node] | dict[str, Node]
    faults: Faults
    quoted: bool = False

    def keys(self, known: Collection[str], required: Collection[str] = ()) -> None:
        """Note unknown keys (with the nearest known one) and missing required ones of a mapping."""
        table = self.table()
        for key, node in table.items():
            if key not in known:
                split = "; câu trong { } có dấu phẩy thì đặt trong dấu nháy" if " " in key else ""
                self.faults.add(node, f"khóa “{key}” không có trong mẫu{split or nearest(key, known)}.")
        for key in required:
            if key not in table:
                self.faults.add(self, f"thiếu khóa “{key}”.")

    def table(self) -> dict[str, Node]:
        """Return the mapping's nodes by key; notes a fault and returns an empty one for anything else."""
        if isinstance(self.raw, dict):
            return self.raw
        said = f", không phải “{self.raw}”" if isinstance(self.raw, str) and self.raw else ""
        self.faults.add(self, f"ở đây phải là các cặp “khóa: giá trị”{said}.")
        empty = Table()
        empty.owner = self
        return empty

    def items(self) -> list[Node]:
        """Return the sequence's nodes; notes a fault and returns an empty list for anything else."""
        if isinstance(self.raw, list):
            return self.raw
        self.faults.add(
            self, "ở đây phải là một danh sách, như [một, hai] hoặc mỗi dòng một mục sau dấu “- ”."
        )
        return []

    def get(self, key: str) -> Node | None:
        """Return the node of a key of a mapping, None if it is absent or null."""
        node = self.table().get(key) if isinstance(self.raw, dict) else None
        return None if node is None or node.is_null() else node

    def is_null(self) -> bool:
        """Whether the value is an unquoted ``null``, ``~`` or nothing."""
        return isinstance(self.raw, str) and not self.quoted and self.raw in ("", "~", "null")

    def text(self) -> str:
        """Return a scalar as written."""
        if isinstance(self.raw, str):
            return self.raw
        self.faults.add(
            self, "ở đây phải là một dòng chữ; câu bắt đầu bằng { hoặc [ thì đặt trong dấu nháy: '{repair}'."
        )
        return ""

    def texts(self) -> tuple[str, ...]:
        """Return a sequence of scalars as written."""
        return tuple(node.text() for node in self.items())

    def convert(self, how: Callable[[str], T], what: str, default: T) -> T:
        """Return a scalar converted; notes a fault that says what was expected and returns the default."""
        written = self.text()
        try:
            return how(written)
        except (ValueError, InvalidOperation, KeyError):
            self.faults.add(self, f"“{written}” không phải là {what}.")
            return default

    def integer(self) -> int:
        """Return a whole number."""
        return self.convert(_integer, "số nguyên", 0)

    def decimal(self) -> Decimal:
        """Return a decimal number written with a point."""
        return self.convert(_decimal, "số thập phân (viết với dấu chấm)", Decimal(0))

    def boolean(self) -> bool:
        """Return ``true`` or ``false``."""
        return self.convert({"true": True, "false": False}.__getitem__, "true hoặc false", False)

    def date(self) -> date | None:
        """Return a date written YYYY-MM-DD."""
        return self.convert(date.fromisoformat, "ngày có thật, viết năm-tháng-ngày như 2025-07-01", None)

    def choice(self, known: Collection[str]) -> str:
        """Return a scalar that must be one of the known words."""
        written = self.text()
        if written not in known:
            used = ", ".join(
                f"{word} ({MEANINGS[word]})" if word in MEANINGS else word for word in sorted(known)
            )
            meant = {MEANINGS.get(word, word): word for word in known}
            near = nearest(meant.get(written.lower(), written), known)
            self.faults.add(self, f"“{written}” không hợp lệ; được dùng: {used}{near}.")
        return written


def _integer(written: str) -> int:
    if not re.fullmatch(r"-?\d+", written):
        raise ValueError(written)
    return int(written)


def _decimal(written: str) -> Decimal:
    if not re.fullmatch(r"-?\d+(\.\d+)?", written):
        raise ValueError(written)
    return Decimal(written)


# How alike two words must be for one to be taken for the other.
_NEAR = 0.75


def nearest(word: str, known: Collection[str]) -> str:
    """Return a “did you mean” clause for a word that is not known, empty if nothing is near.

    >>> nearest("mesage", ["message", "basis"])
    '; có phải là “message”?'
    """
    import difflib

    by_case = [name for name in known if name.casefold() == word.casefold()]
    close = by_case or difflib.get_close_matches(word, list(known), n=1, cutoff=_NEAR)
    return f"; có phải là “{close[0]}”?" if close else ""


def load(path: Path, faults: Faults | None = None) -> Node:
    """Read a YAML file into nodes.

    Raises RulePackError for a file that cannot be read or is not YAML; other faults are collected in ``faults``
    (or in the root's own ``faults``, to be raised by its ``check``).
    """
    try:
        data = path.read_bytes()
        if len(data) > _MAX_BYTES:
            raise RulePackError(f"{path}: tệp quá lớn (trên {_MAX_BYTES} byte).")
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise RulePackError(f"{path}: không đọc được tệp ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise RulePackError(f"{path}: tệp không phải là UTF-8.") from error
    return loads(text, str(path), faults)


def loads(text: str, name: str = "<chữ>", faults: Faults | None = None) -> Node:
    """Read YAML text into nodes; see :func:`load`.

    >>> root = loads("a: 010\\nb: no")
    >>> root.table()["a"].text(), root.table()["b"].text()
    ('010', 'no')
    """
    faults = faults if faults is not None else Faults()
    try:
        tree = yaml.compose(unicodedata.normalize("NFC", text), Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark else 1
        raise RulePackError(f"{name}:{line}: không phải YAML đúng: {_yaml_fault(error)}.") from error
    except RecursionError as error:
        raise RulePackError(f"{name}:1: YAML lồng nhau quá sâu.") from error
    if tree is None:
        return Node(name, 1, "", faults)
    return _node(tree, name, faults, set())


# What the YAML parser says, and what to do about it.
_YAML_FAULTS = {
    "cannot start any token": "có dấu Tab, hoặc câu mở đầu bằng ký tự đặc biệt (@, %, `) chưa đặt trong dấu nháy; "
    "thụt dòng bằng dấu cách, không dùng phím Tab",
    "found undefined alias": "câu mở đầu bằng dấu * chưa đặt trong dấu nháy",
    "while scanning an alias": "câu mở đầu bằng dấu * chưa đặt trong dấu nháy",
    "while scanning an anchor": "câu mở đầu bằng dấu & chưa đặt trong dấu nháy",
    "could not determine a constructor": "câu mở đầu bằng dấu ! chưa đặt trong dấu nháy",
    "expected a single document": "chỉ được có một dòng “---”, đúng ba dấu gạch ngang",
    "expected alphabetic or numeric": "câu mở đầu bằng dấu *, & hoặc ! chưa đặt trong dấu nháy",
    "mapping values are not allowed": "thụt dòng sai, hoặc câu có dấu “:” chưa đặt trong dấu nháy",
    "expected '}'": "thiếu dấu “}” đóng",
    "expected ']'": "thiếu dấu “]” đóng",
    "could not find expected ':'": "thiếu dấu “:” sau khóa, hoặc thiếu dấu cách sau dấu “:”",
    "unexpected end of stream": "thiếu dấu nháy hoặc dấu ngoặc đóng",
    "expected <block end>": "thụt dòng không thẳng hàng",
    "did not find expected": "thụt dòng hoặc dấu ngoặc sai; trong { } giữa các cặp phải có dấu phẩy, "
    "câu có dấu “:” hoặc dấu phẩy phải đặt trong dấu nháy",
}


def _yaml_fault(error: yaml.YAMLError) -> str:
    said = str(getattr(error, "problem", None) or error)
    return next((words for part, words in _YAML_FAULTS.items() if part in said), f"cú pháp sai ({said})")


def _node(tree: yaml.Node, name: str, faults: Faults, seen: set[int]) -> Node:
    line = tree.start_mark.line + 1
    here = Node(name, line, "", faults)
    if id(tree) in seen:
        faults.add(here, "không được dùng bí danh (*) trong tệp này.")
        return here
    seen.add(id(tree))
    if isinstance(tree, yaml.MappingNode):
        table = Table(_pairs(tree, name, faults, seen))
        table.owner = here
        here.raw = table
    elif isinstance(tree, yaml.SequenceNode):
        here.raw = [_node(child, name, faults, seen) for child in tree.value]
    else:
        here.raw = tree.value
        here.quoted = getattr(tree, "style", None) is not None
    return here


def _pairs(tree: yaml.MappingNode, name: str, faults: Faults, seen: set[int]) -> Iterator[tuple[str, Node]]:
    taken: set[str] = set()
    for key, value in tree.value:
        node = _node(value, name, faults, seen)
        if not isinstance(key, yaml.ScalarNode):
            faults.add(node, "khóa phải là một từ.")
            continue
        node.line = key.start_mark.line + 1
        if key.value in taken:
            faults.add(node, f"khóa “{key.value}” viết hai lần.")
        taken.add(key.value)
        yield key.value, node


def structure(node: Node, getters: Mapping[str, Callable[[Node], Any]]) -> dict[str, Any]:
    """Return the values of a mapping's known keys, each through its getter; unknown keys are faults."""
    node.keys(getters)
    return {
        key: getters[key](value)
        for key, value in node.table().items()
        if key in getters and not value.is_null()
    }
