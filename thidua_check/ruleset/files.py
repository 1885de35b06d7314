"""The files of a rule pack: where they stand, and reading them."""

from __future__ import annotations

import hashlib
from pathlib import Path

from thidua_check.errors import RulePackError
from thidua_check.strict_yaml import Faults

FAMILIES = ("BC", "ND", "NT", "SL", "VD", "TT", "KT", "CT", "TD")
OVERRIDES = "overrides.yaml"
# A rule file is the rule, a line of three dashes, and the guide (help and examples): a check reads the rule alone.
DIVIDER = "\n---\n"
_OTHERS = ("outlines", "registry")


def rule_files(folder: Path) -> list[Path]:
    """Return the rule files of a folder: ``XX/XXnn*.yaml`` for each family, in order of name.

    Raises RulePackError if the folder does not exist.
    """
    if not folder.is_dir():
        raise RulePackError(f"{folder}: không có thư mục quy tắc này.")
    return [path for family in FAMILIES for path in sorted((folder / family).glob("*.yaml"))]


def check_places(folder: Path, faults: Faults) -> None:
    """Note YAML files of a pack that nothing would read, so that none is left out without a word."""
    for path in sorted(folder.rglob("*.y*ml")):
        parts = path.relative_to(folder).parts
        if len(parts) == 2 and parts[0] not in (*FAMILIES, *_OTHERS):
            faults.found.append(f"{path}:1: không có nhóm “{parts[0]}”; được dùng: {', '.join(FAMILIES)}.")
            continue
        known = len(parts) == 2 and parts[0] in (*FAMILIES, *_OTHERS) and path.suffix == ".yaml"
        if not known and parts != (OVERRIDES,):
            faults.found.append(
                f"{path}:1: tệp không ở chỗ được đọc: quy tắc ở <nhóm>/<mã>.yaml, sửa đổi ở {OVERRIDES}, "
                "đề cương ở outlines/, danh mục ở registry/ (đuôi .yaml)."
            )


def pack_digest(folder: Path) -> bytes:
    """Return a checksum of all files of a pack, their places included."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*.yaml") if path.is_file()):
        digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.digest()


def read_text(path: Path) -> str:
    """Return the text of a file; raises RulePackError if it cannot be read or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise RulePackError(f"{path}: không đọc được tệp ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise RulePackError(f"{path}: tệp không phải là UTF-8.") from error
