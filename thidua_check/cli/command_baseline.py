"""``thidua-check baseline`` with its options and help."""

from __future__ import annotations

from thidua_check.cli import commands
from thidua_check.cli.parser import Command, Option
from thidua_check.findings import Words

# What decides how a draft is judged, and so which findings a baseline holds.
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
)
BASELINE = Command(
    "baseline",
    Words(
        "thidua-check baseline write|prune [tuỳ chọn] TỆP [TỆP hoặc thư mục ...]",
        "thidua-check baseline write|prune [options] FILE [FILE or folder ...]",
    ),
    Words(
        "Lập tệp mức nền từ những gì đang thấy (write), hoặc bỏ khỏi đó những gì không còn thấy (prune).",
        "Write a baseline of what is found now (write), or drop from it what is no longer found (prune).",
    ),
    (
        Words("write|prune TỆP", "write|prune FILE"),
        Words("việc cần làm, rồi các bản thảo hoặc thư mục", "what to do, then drafts or folders of drafts"),
    ),
    (
        Option(
            ("--baseline",),
            Words(
                "tệp mức nền (mặc định: theo thiết lập, không có thì thidua_check.baseline.json)",
                "the baseline (default: that of the settings, else thidua_check.baseline.json)",
            ),
            Words("TỆP", "FILE"),
            str,
        ),
        *(option for option in commands.CHECK.options if option.names[0] in _JUDGING),
        commands.NO_CONFIG,
        commands.LANG,
        commands.TRACEBACK,
    ),
)
