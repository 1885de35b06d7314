"""The files of a rule pack: where they stand, and reading them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from thidua_check.errors import RulePackError
from thidua_check.strict_yaml import Faults, nearest

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
    """Note files of a pack that look like parts of it and that nothing would read."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        parts = path.relative_to(folder).parts
        looks = _YAML.search(path.name) is not None or fold_name(path.name) == fold_name(OVERRIDES)
        if looks and not any(part.startswith(".") for part in parts):
            said = _misplaced(parts)
            if said:
                faults.found.append(f"{path}:1: {said}")


# "TD90.yaml", "TD90.yml", "TD90.YAML", "TD90.yaml.txt", "overrides.yaml.bak".
_YAML = re.compile(r"\.ya?ml(?:\.|$)", re.IGNORECASE)


def fold_name(name: str) -> str:
    """Return the name of a file without case and without what stands behind its first dot."""
    return name.partition(".")[0].casefold()


def _misplaced(parts: Sequence[str]) -> str:
    """Return what is wrong with the place or the name of a file, empty where it is read."""
    *above, name = parts
    right = f"{name.partition('.')[0]}.yaml"
    if name != right:
        return f"tệp “{name}” không được đọc; tên phải kết thúc đúng bằng .yaml: đổi thành “{right}”."
    if not above:
        near = "" if name == OVERRIDES else nearest(name, [OVERRIDES])
        return "" if name == OVERRIDES else f"tệp “{name}” không được đọc ở đây; {_PLACES}{near or '.'}"
    folders = (*FAMILIES, *_OTHERS)
    if above[0] not in folders:
        return (
            f"không có nhóm “{above[0]}”; được dùng: {', '.join(folders)}{nearest(above[0], folders) or '.'}"
        )
    return "" if len(above) == 1 else f"tệp nằm quá sâu nên không được đọc; {_PLACES}."


_PLACES = f"quy tắc ở <nhóm>/<mã>.yaml, sửa đổi ở {OVERRIDES}, đề cương ở outlines/, danh mục ở registry/ (đuôi .yaml)"


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
