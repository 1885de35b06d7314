"""``thidua-check serve`` with its options and help."""

from __future__ import annotations

from thidua_check.cli import commands, values
from thidua_check.cli.parser import Command, Option
from thidua_check.findings import Words

SERVE = Command(
    "serve",
    Words("thidua-check serve [tuỳ chọn]", "thidua-check serve [options]"),
    Words(
        "Mở một trang trên máy này để kéo tệp vào, xem kết quả và tải bản Word có nhận xét.",
        "Open a page on this machine: drop drafts, read the report, fetch Word copies with comments.",
    ),
    (Words("(không có)", "(none)"), Words("lệnh này không nhận tệp", "this command takes no file")),
    (
        Option(
            ("--host",),
            Words(
                "địa chỉ để mở trang (mặc định 127.0.0.1: chỉ máy này vào được)",
                "address to listen at (default 127.0.0.1: this machine only)",
            ),
            Words("ĐỊA_CHỈ", "ADDRESS"),
            str,
            "127.0.0.1",
        ),
        Option(
            ("--port",),
            Words("cổng (mặc định 8877; 0: cổng nào trống)", "port (default 8877; 0: any free one)"),
            Words("CỔNG", "PORT"),
            values.port,
            8877,
        ),
        Option(("--open",), Words("mở luôn trang bằng trình duyệt", "open the page in the browser as well")),
        commands.LANG,
        commands.TRACEBACK,
    ),
)
