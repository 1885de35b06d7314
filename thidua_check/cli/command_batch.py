"""``thidua-check batch`` with its options and help."""

from __future__ import annotations

from thidua_check.cli import commands, values
from thidua_check.cli.parser import Command, Option
from thidua_check.errors import UsageError
from thidua_check.findings import Words

# How a draft is judged: as by the plain command.
_JUDGING = (
    "--outline",
    "--against",
    "--profile",
    "--stage",
    "--as-of",
    "--rules",
    "--select",
    "--ignore",
    "--preview",
    "--fail-on",
    "--min-level",
    "--baseline",
    "--no-config",
)


def draft_format(word: str) -> str:
    """Return a format in which each draft is shown, or ``none``."""
    known = (*values.FORMATS, "none")
    if word not in known:
        names = ", ".join(known)
        raise UsageError(
            f"--format nhận một trong: {names}; không có “{word}”.",
            f'--format takes one of: {names}; not "{word}".',
        )
    return word


def processes(word: str) -> int:
    """Return a number of processes."""
    if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= 256:
        raise UsageError(
            f"--jobs nhận một số từ 1 đến 256, không phải “{word}”.",
            f'--jobs takes a number from 1 to 256, not "{word}".',
        )
    return int(word)


def seconds(word: str) -> float:
    """Return a time limit."""
    try:
        value = float(word.replace(",", "."))
    except ValueError:
        value = 0.0
    if not 0 < value <= 86_400:
        raise UsageError(
            f"--timeout nhận số giây lớn hơn 0, không phải “{word}”.",
            f'--timeout takes a number of seconds above 0, not "{word}".',
        )
    return value


BATCH = Command(
    "batch",
    Words(
        "thidua-check batch [tuỳ chọn] THƯ_MỤC -o THƯ_MỤC_KẾT_QUẢ",
        "thidua-check batch [options] FOLDER -o RESULTS",
    ),
    Words(
        "Kiểm tra mọi bản thảo trong một thư mục và lập bảng tổng hợp (HTML, CSV, XLSX).",
        "Check all drafts of a folder and sum them up (HTML, CSV, XLSX).",
    ),
    (Words("THƯ_MỤC", "FOLDER"), Words("thư mục chứa các bản thảo", "the folder of the drafts")),
    (
        Option(
            ("-o", "--output"),
            Words("thư mục ghi kết quả (bắt buộc)", "the folder for the results (required)"),
            Words("THƯ_MỤC", "DIR"),
            str,
        ),
        Option(
            ("--format",),
            Words(
                "dạng kết quả của từng bản thảo: html (mặc định), text, json, sarif, junit, github, csv, word, none;"
                " có thể lặp lại",
                "form of each draft's result: html (default), text, json, sarif, junit, github, csv, word, none;"
                " may be repeated",
            ),
            Words("DẠNG", "FORMAT"),
            draft_format,
            repeat=True,
        ),
        Option(
            ("--rollup",),
            Words(
                "báo cáo tổng hợp: số liệu của các đơn vị phải cộng lại đúng bằng báo cáo này",
                "a joint report: the units' figures must add up to its own",
            ),
            Words("TỆP", "FILE"),
            str,
        ),
        Option(
            ("--resume",),
            Words(
                "giữ kết quả lần trước của bản thảo không thay đổi",
                "keep the earlier results of drafts that have not changed",
            ),
        ),
        Option(
            ("-j", "--jobs"),
            Words("số tiến trình chạy cùng lúc (mặc định: số lõi máy)", "processes (default: one a core)"),
            Words("SỐ", "N"),
            processes,
        ),
        Option(
            ("--timeout",),
            Words(
                "thời gian tối đa cho một bản thảo, tính bằng giây (mặc định: 120)",
                "the most time for one draft, in seconds (default: 120)",
            ),
            Words("GIÂY", "SECONDS"),
            seconds,
            120.0,
        ),
        *(option for option in commands.CHECK.options if option.names[0] in _JUDGING),
        commands.LANG,
        commands.TRACEBACK,
    ),
    Words(
        "Kết quả: tong-hop.html, tong-hop.csv, tong-hop.xlsx và kết quả của từng bản thảo.\n"
        "Mã kết thúc: 0 không có lỗi; 1 có lỗi; 2 có điều không kiểm tra được.",
        "Results: tong-hop.html, tong-hop.csv, tong-hop.xlsx and those of each draft.\n"
        "Exit codes: 0 no error; 1 errors found; 2 something could not be checked.",
    ),
)
