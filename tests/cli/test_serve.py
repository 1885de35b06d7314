"""``thidua-check serve``: what keeps it from starting, and what it warns of."""

from __future__ import annotations

import importlib.util
import socket
from collections.abc import Callable

import pytest

from thidua_check.cli import main
from thidua_check.web import server
from thidua_check.web.server import Listening

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that were to be served; serving itself ends at once."""
    hosts: list[str] = []

    def stop(listening: Listening, host: str, opened: Callable[[], object], *, faults: bool) -> None:
        hosts.append(host)
        opened()
        listening.socket.close()
        raise KeyboardInterrupt

    monkeypatch.setattr(server, "serve", stop)
    return hosts


def test_this_machine_only(served: list[str], capsys: Captured) -> None:
    """Without options the page is for this machine; its address is shown and nothing is warned of."""
    code = main(["serve", "--port", "0"])
    out, err = capsys.readouterr()

    assert (code, served) == (0, ["127.0.0.1"])
    assert out.startswith("Mở http://127.0.0.1:")
    assert err == "thidua-check: Đã dừng.\n"


def test_warning_beyond_this_machine(served: list[str], capsys: Captured) -> None:
    """Another address is warned of."""
    main(["serve", "--port", "0", "--host", "0.0.0.0", "--lang", "en"])
    warned = capsys.readouterr().err

    assert served == ["0.0.0.0"]
    assert "Warning: with --host 0.0.0.0, every machine" in warned


def test_opening_the_browser(served: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """``--open`` opens the address that is shown."""
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    main(["serve", "--port", "0", "--open", "--lang", "en"])

    assert [f"Open {url} (Ctrl+C stops).\n" for url in opened] == [capsys.readouterr().out]


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    """Where the parts for the page are missing, one sentence says how to install them."""
    found = importlib.util.find_spec
    monkeypatch.setattr(
        "thidua_check.cli.serve.find_spec", lambda name: None if name == "uvicorn" else found(name)
    )

    assert main(["serve"]) == 2
    assert capsys.readouterr().err == (
        'thidua-check: Chưa có phần cho trang web; hãy cài thêm: pip install "thidua-check[web]".\n'
    )


def test_busy_port(capsys: Captured) -> None:
    """A port that is in use is named, with what to do."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        code = main(["serve", "--port", str(port)])

    assert code == 2
    assert f"Không mở được cổng {port} tại “127.0.0.1”" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--port", "65536"], "--port nhận số từ 0 đến 65535, không phải “65536”."),
        (["--port", "x"], "--port nhận số từ 0 đến 65535, không phải “x”."),
        (["a.docx"], "Lệnh serve không nhận tệp; hãy chọn tệp trên trang."),
        (["--host", "no such host"], "Không có địa chỉ “no such host” trên máy này."),
    ],
)
def test_wrong_lines(words: list[str], sentence: str, capsys: Captured) -> None:
    """A wrong line gets one sentence and the exit code 2."""
    assert main(["serve", *words]) == 2
    assert capsys.readouterr().err == f"thidua-check: {sentence}\n"
