"""What is saved of each draft under the folder of results, so that a run can go on where one was broken off."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, Final

import attrs

from thidua_check.batch.model import Amount, Compared, Deadline, ItemVerdict, Row
from thidua_check.findings import Words
from thidua_check.outline.model import Verdict

FOLDER: Final = ".thidua-check"
_CHUNK: Final = 1 << 20


def record_path(out: Path, path: str) -> Path:
    """Return where the record of a draft is; the name is that of its path, whatever letters that has."""
    return out / FOLDER / f"{hashlib.sha256(path.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}.json"


def digest_of(path: str) -> str | None:
    """Return the SHA-256 of a file, None where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with open(path, "rb") as stream:
            while chunk := stream.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return None
    return digest.hexdigest()


def dump_record(key: str, row: Row) -> str:
    """Return the record of a row that was judged under a key."""
    value = {"key": key, "row": attrs.asdict(row, value_serializer=_plain)}
    return json.dumps(value, ensure_ascii=True) + "\n"


def load_record(out: Path, path: str, key: str) -> Row | None:
    """Return the row that was judged under the same key, None without one or where a result of it is gone."""
    try:
        value = json.loads(record_path(out, path).read_text(encoding="ascii"))
        if value["key"] != key:
            return None
        row = _row(value["row"])
    except (OSError, ValueError, KeyError, TypeError, ArithmeticError):
        return None  # no record, or not one of this version: the draft is checked again
    return row if row.path == path and all((out / name).is_file() for _, name in row.files) else None


def _plain(_: Any, __: Any, value: Any) -> Any:
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | Enum) else value


def _row(raw: dict[str, Any]) -> Row:
    deadline = raw["deadline"]
    return Row(
        **{
            **raw,
            "trouble": None,
            "first": _day(raw["first"]),
            "last": _day(raw["last"]),
            "crashed": tuple(raw["crashed"]),
            "outlines": tuple(map(_compared, raw["outlines"])),
            "deadline": Deadline(dt.date.fromisoformat(deadline["day"]), deadline["strict"])
            if deadline
            else None,
            "unclear": tuple(raw["unclear"]),
            "years": tuple(raw["years"]),
            "amounts": tuple(
                Amount(**{**a, "value": Decimal(a["value"]), "step": Decimal(a["step"])})
                for a in raw["amounts"]
            ),
            "files": tuple((name, path) for name, path in raw["files"]),
            "notes": tuple(Words(**words) for words in raw["notes"]),
        }
    )


def _compared(raw: dict[str, Any]) -> Compared:
    items = tuple(ItemVerdict(**{**item, "verdict": Verdict(item["verdict"])}) for item in raw["items"])
    return Compared(raw["id"], raw["title"], raw["derived"], items)


def _day(raw: str | None) -> dt.date | None:
    return None if raw is None else dt.date.fromisoformat(raw)
