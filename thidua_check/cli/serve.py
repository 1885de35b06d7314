"""``thidua-check serve``: the local page, until it is stopped."""

from __future__ import annotations

import argparse
import webbrowser
from importlib.util import find_spec

from thidua_check.cli import console
from thidua_check.errors import UsageError
from thidua_check.findings import Lang

_NEEDED = ("starlette", "uvicorn", "python_multipart")


def run(args: argparse.Namespace, lang: Lang) -> int:
    """Serve the page and return 0 when it is stopped."""
    if args.operands:
        raise UsageError(
            "Lệnh serve không nhận tệp; hãy chọn tệp trên trang.",
            "serve takes no file; choose files on the page.",
        )
    if any(find_spec(name) is None for name in _NEEDED):
        raise UsageError(
            'Chưa có phần cho trang web; hãy cài thêm: pip install "thidua-check[web]".',
            'The parts for the page are not there; pip install "thidua-check[web]".',
        )
    from thidua_check.web.server import listen, serve

    listening = listen(args.host, args.port)
    _warn(args.host, lang)
    url = f"{listening.url}?lang=en" if lang == "en" else listening.url

    def opened() -> None:
        said = f"Open {url} (Ctrl+C stops).\n" if lang == "en" else f"Mở {url} (Ctrl+C để dừng).\n"
        console.emit(said)
        if args.open:
            webbrowser.open(url)

    try:
        serve(listening, args.host, opened, faults=args.traceback)
    except KeyboardInterrupt:
        console.complain("Đã dừng.", "Stopped.", lang)
    return 0


def _warn(host: str, lang: Lang) -> None:
    from thidua_check.web.guard import is_local

    if not is_local(host):
        console.complain(
            f"Cảnh báo: với --host {host}, mọi máy vào được địa chỉ này đều gửi được tệp tới đây, và đường truyền"
            " không mã hoá; chỉ dùng trong mạng tin cậy.",
            f"Warning: with --host {host}, every machine that reaches this address can send files here, unencrypted;"
            " use it in a trusted network only.",
            lang,
        )
