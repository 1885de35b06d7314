"""Strict reading of TOML: unknown keys and wrong values are told with file and key, all of them at once."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from attrs import define, field

from thidua_check.errors import ConfigError
from thidua_check.findings import Words

_MAX_BYTES = 1_000_000


@define
class Faults:
    """The faults of one run's configuration, collected so that all are told at once."""

    found: list[Words] = field(factory=list)

    def check(self) -> None:
        """Raise ConfigError with all faults, one a line, if there are any."""
        if self.found:
            raise ConfigError("\n".join(w.vi for w in self.found), "\n".join(w.en for w in self.found))


@define
class Table:
    """One table of a TOML file; ``prefix`` is its dotted name with the last dot, empty for the whole file."""

    file: str
    raw: dict[str, Any]
    faults: Faults
    prefix: str = ""

    def fault(self, key: str, vi: str, en: str) -> None:
        """Note a fault at a key."""
        where = f"{self.file}: {self.prefix}{key}: "
        self.faults.found.append(Words(where + vi, where + en))

    def only(self, known: Collection[str]) -> None:
        """Note the keys that are not known, each with the nearest known one."""
        for key in self.raw:
            if key not in known:
                near = get_close_matches(key, list(known), 1)
                vi = f"; có phải là “{near[0]}”?" if near else "."
                en = f'; did you mean "{near[0]}"?' if near else "."
                self.fault(key, f"không có khóa này{vi}", f"there is no such key{en}")

    def text(self, key: str) -> str | None:
        """Return a text that is not blank, None where the key is absent or wrong."""
        value = self.raw.get(key)
        if value is None or (isinstance(value, str) and value.strip()):
            return value
        self.fault(key, "phải là một dòng chữ, không để trống.", "must be a text that is not blank.")
        return None

    def texts(self, key: str) -> tuple[str, ...] | None:
        """Return a list of texts, None where the key is absent or wrong."""
        value = self.raw.get(key)
        if value is None:
            return None
        if isinstance(value, list) and all(isinstance(v, str) and v.strip() for v in value):
            return tuple(value)
        self.fault(
            key, 'phải là danh sách chữ, như ["NT01", "SL"].', 'must be a list such as ["NT01", "SL"].'
        )
        return None

    def choice(self, key: str, known: Collection[str]) -> str | None:
        """Return one of the known words, None where the key is absent or wrong."""
        value = self.raw.get(key)
        if value is None or value in known:
            return value
        names = ", ".join(known)
        near = get_close_matches(str(value), list(known), 1)
        vi = f"; có phải là “{near[0]}”?" if near else "."
        en = f'; did you mean "{near[0]}"?' if near else "."
        self.fault(
            key,
            f"nhận một trong: {names}; không có “{value}”{vi}",
            f'takes one of: {names}; not "{value}"{en}',
        )
        return None

    def day(self, key: str) -> date | None:
        """Return a date (a TOML date, or a text written YYYY-MM-DD), None where the key is absent or wrong."""
        value = self.raw.get(key)
        if value is None:
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.fault(key, "phải là ngày dạng 2026-12-31.", "must be a date such as 2026-12-31.")
            return None

    def tables(self, key: str) -> Iterator[Table]:
        """Yield the tables of an array of tables, numbered from 1 in their names."""
        value = self.raw.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, dict) for v in value):
            self.fault(
                key,
                f"viết mỗi mục dưới một dòng [[{self.prefix}{key}]].",
                f"write each as [[{self.prefix}{key}]].",
            )
            return
        for number, raw in enumerate(value, 1):
            yield Table(self.file, raw, self.faults, f"{self.prefix}{key}[{number}].")


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file holds.

    Raises ConfigError where it cannot be read or is not TOML.
    """
    import tomllib

    try:
        data = path.read_bytes()
    except OSError as error:
        raise ConfigError(
            f"{path}: không đọc được tệp ({error.strerror}).", f"{path}: cannot be read ({error.strerror})."
        ) from error
    if len(data) > _MAX_BYTES:
        raise ConfigError(f"{path}: tệp quá lớn.", f"{path}: the file is too large.")
    try:
        return tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: tệp không phải là UTF-8.", f"{path}: the file is not UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ConfigError(
            f"{path}: không phải TOML đúng ({error}).", f"{path}: not TOML ({error})."
        ) from error
