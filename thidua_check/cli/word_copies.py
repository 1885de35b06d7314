"""``--format word=FILE`` and ``--fix``: changed copies of the one Word draft that is checked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from attrs import evolve, frozen

from thidua_check.cli import outputs
from thidua_check.cli.values import Output
from thidua_check.errors import ThiduaCheckError, UsageError
from thidua_check.findings import Words
from thidua_check.render.view import View
from thidua_check.report import Checked, Report, Unreadable

FIX = "fix"
_FIXED_NAME = "{stem}.da-sua.docx"


@frozen
class Copied:
    """What came of a copy, in words, and whether it is as it was asked for."""

    said: Words
    good: bool


def planned(formats: Sequence[Output], fix: str | None, paths: Sequence[str]) -> list[Output]:
    """Return the outputs with that of ``--fix``, whose value is "" for a name made from the draft's.

    Raises UsageError where a copy is asked for and there is not exactly one draft, and where the copy under the
    made-up name is there already: it may hold somebody's work.
    """
    wanted = list(formats)
    if fix is None and all(output.format != "word" for output in wanted):
        return wanted
    if len(paths) != 1:
        option = "--fix" if fix is not None else "--format word"
        raise UsageError(
            f"{option} nhận đúng một bản thảo mỗi lần chạy (ở đây có {len(paths)}).",
            f"{option} takes exactly one draft at a time (here there are {len(paths)}).",
        )
    if fix is None:
        return wanted
    wanted = wanted or [Output("text", None)]
    return [*wanted, Output(FIX, fix or _beside(paths[0]))]


def _beside(draft: str) -> str:
    path = Path(draft)
    target = str(path.with_name(_FIXED_NAME.format(stem=path.stem)))
    if Path(target).exists():
        raise UsageError(
            f"Đã có tệp “{target}”; hãy đổi tên tệp đó, hoặc chọn tên khác bằng --fix=TỆP.",
            f'"{target}" is there already; rename it, or choose another name with --fix=FILE.',
        )
    return target


def write(output: Output, report: Report, view: View) -> Copied:
    """Write one copy; what cannot be done is told, not raised."""
    try:
        document = report.documents[0]
        if isinstance(document, Unreadable):
            return Copied(_not_checked(str(output.path)), good=False)
        return _COPIES[output.format](str(output.path), document, report, view)
    except ThiduaCheckError as error:
        return Copied(Words(error.vi, error.en), good=False)


def _not_checked(target: str) -> Words:
    return Words(
        f"Không kiểm tra được bản thảo nên không ghi “{target}”.",
        f'The draft could not be checked; "{target}" was not written.',
    )


def _commented(target: str, document: Checked, report: Report, view: View) -> Copied:
    from thidua_check.render.word import annotate

    visible = tuple(f for f in document.findings if f.level >= view.min_level)
    seen = evolve(report, documents=(evolve(document, findings=visible),))
    outputs.write(target, annotate(document.path, seen, lang=view.lang))
    return Copied(
        Words(f"Đã ghi nhận xét vào “{target}”.", f'The comments are in "{target}".'),
        good=True,
    )


def _fixed(target: str, document: Checked, report: Report, view: View) -> Copied:
    from thidua_check.render.word import fix

    fixed = fix(document.path, report)
    left_vi = f" Còn {len(fixed.left)} chỗ phải tự sửa." if fixed.left else ""
    left_en = f" {len(fixed.left)} place(s) are left to you." if fixed.left else ""
    if fixed.data is None:
        vi = f"Không có chỗ nào sửa tự động được, nên không ghi “{target}”."
        en = f'There is nothing that can be repaired unseen; "{target}" was not written.'
        return Copied(Words(vi + left_vi, en + left_en), good=True)
    outputs.write(target, fixed.data)
    vi = f"Đã ghi {len(fixed.done)} chỗ sửa (theo dõi thay đổi) vào “{target}”; mở bằng Word để duyệt từng chỗ."
    en = f'{len(fixed.done)} repair(s) are in "{target}" as tracked changes, to be accepted in Word.'
    return Copied(Words(vi + left_vi, en + left_en), good=True)


_COPIES: dict[str, Callable[[str, Checked, Report, View], Copied]] = {"word": _commented, FIX: _fixed}
FORMATS = frozenset(_COPIES)
