"""The folders of ``thidua-check batch``: which drafts are read, and where results may be written."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from attrs import frozen

from thidua_check.batch.names import safe_names
from thidua_check.batch.records import FOLDER
from thidua_check.checking import expand
from thidua_check.cli import outputs
from thidua_check.errors import UsageError

# Copies that the checker itself makes beside a draft.
_COPIES = (".nhan-xet.docx", ".da-sua.docx")
# Format -> what stands behind the name of a draft.
SUFFIXES = {
    "text": ".txt",
    "json": ".json",
    "sarif": ".sarif",
    "junit": ".junit.xml",
    "github": ".github.txt",
    "csv": ".csv",
    "html": ".html",
    "word": ".nhan-xet.docx",
}


@frozen
class Folders:
    """The folder of the drafts, the folder of the results, and the files that are read."""

    source: str
    out: Path
    read: frozenset[str] = frozenset()

    def write(self, name: str, content: str | bytes) -> None:
        """Write one result; the folders on the way are made.

        Raises UsageError where it cannot be written, would leave the folder, or stands for a file that is read.
        """
        target = self.out / name
        real = os.path.realpath(target)
        if not Path(real).is_relative_to(os.path.realpath(self.out)):
            raise UsageError(
                f"“{target}” dẫn ra ngoài thư mục kết quả.", f'"{target}" leads out of the folder of results.'
            )
        if real in self.read:
            raise UsageError(
                f"Không ghi kết quả đè lên tệp được đọc: “{target}”.",
                f'A result is not written over a file that is read: "{target}".',
            )
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(
                f"Không tạo được thư mục “{target.parent}” ({error.strerror}).",
                f'Cannot make the folder "{target.parent}" ({error.strerror}).',
            ) from error
        outputs.write(str(target), content)


def folders(args: argparse.Namespace) -> Folders:
    """Return the folders of a command line.

    Raises UsageError where one is missing or is none, or where results would mix with drafts or with other files.
    """
    if len(args.operands) != 1 or not args.output:
        raise UsageError(
            "Cách dùng: thidua-check batch THƯ_MỤC -o THƯ_MỤC_KẾT_QUẢ.",
            "Usage: thidua-check batch FOLDER -o RESULTS.",
        )
    (source,) = args.operands
    if not os.path.isdir(source):
        raise UsageError(f"“{source}” không phải là thư mục.", f'"{source}" is no folder.')
    real, out = os.path.realpath(source), os.path.realpath(args.output)
    if real == out or real.startswith(os.path.join(out, "")):
        raise UsageError(
            "Thư mục kết quả không được là thư mục bản thảo hay thư mục chứa nó.",
            "The folder of results must not be that of the drafts, nor hold it.",
        )
    if os.path.exists(out) and not _ours(out):
        raise UsageError(
            f"“{args.output}” đã có tệp khác; hãy chọn thư mục trống hoặc thư mục kết quả lần trước.",
            f'"{args.output}" holds other files; choose an empty folder or one of earlier results.',
        )
    return Folders(source, Path(args.output))


def _ours(out: str) -> bool:
    return os.path.isdir(out) and (not os.listdir(out) or os.path.isdir(os.path.join(out, FOLDER)))


def collect(folder: Folders, guidance: Callable[[str], str | None], rollup: str | None) -> tuple[str, ...]:
    """Return the drafts of the folder in order of name; guidance, joint report, copies and results are none."""
    out = os.path.join(os.path.realpath(folder.out), "")
    joint = os.path.realpath(rollup) if rollup else None
    found: list[str] = []
    for path in map(str, expand(folder.source)):
        real = os.path.realpath(path)
        if path.lower().endswith(_COPIES) or real.startswith(out) or real == joint:
            continue
        letter = guidance(path)
        if letter is None or os.path.realpath(letter) != real:
            found.append(path)
    return tuple(found)


def relative(folder: Folders, drafts: Sequence[str]) -> tuple[str, ...]:
    """Return the paths of drafts under the folder, with slashes."""
    return tuple(Path(os.path.relpath(draft, folder.source)).as_posix() for draft in drafts)


def result_names(paths: Sequence[str], formats: Iterable[str]) -> tuple[dict[str, str], ...]:
    """Return for each draft the path of each result under the folder of results."""
    suffixes = {name: SUFFIXES[name] for name in formats}
    return tuple({name: safe + suffix for name, suffix in suffixes.items()} for safe in safe_names(paths))
