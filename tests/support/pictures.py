"""Take the pictures of the documentation from what the programs really show: ``python -m tests.support.pictures``.

It needs LibreOffice, Xvfb and ImageMagick for the Word comments, Chromium for the page and the terminal.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.support.browser import chromium, missing, screen
from tests.support.drafts import FOLDER
from tests.support.expected import FIXTURES
from tests.support.office import COMMAND

PICTURES = FIXTURES.parent / "docs" / "pictures"
DRAFT = "bao-cao.docx"
LETTER = "cong-van.docx"
LARGEST = 250_000
_COLOURS = "64"
_SCREEN = (1240, 1280)
# What lies in Writer's window between its bars and rulers: width x height + left + top.
_PAPER = "1012x1108+82+120"
_DEADLINE = 60
_STEP = 2
_TORN = 3000

# LibreOffice without its greetings, with a window as large as the screen.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse">
<value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse">
<value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Office/Factories/org.openoffice.Setup:Factory['com.sun.star.text.TextDocument']">
<prop oor:name="ooSetupFactoryWindowAttributes" oor:op="fuse"><value>0,0,{},{};1;0,0,0,0;</value></prop></item>
</oor:items>
"""

# The terminal: the command, then what it prints, in a font that has every Vietnamese letter.
_TERMINAL = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; background: #1d2330; color: #dde3ee; font: 15px/1.4 "Noto Sans Mono", "Noto Mono", monospace; }}
pre {{ margin: 0; padding: 16px 20px; font: inherit; }}
.c1 {{ font-weight: bold; color: #fff; }} .c2 {{ color: #8b95a8; }} .c31 {{ color: #ff8f8f; font-weight: bold; }}
.c33 {{ color: #ffd479; font-weight: bold; }} .c36 {{ color: #86d7f5; font-weight: bold; }}
</style><pre>$ {command}
{output}</pre>"""

# "\x1b[1;31m" begins bold red; "\x1b[0m" ends it.
_COLOUR = re.compile(r"\x1b\[([0-9;]*)m")


def _run(*words: str, good: tuple[int, ...] = (0,), folder: Path | None = None, **env: str) -> str:
    everything = {**os.environ, "PYTHONPATH": str(FIXTURES.parent), **env}
    done = subprocess.run(words, capture_output=True, text=True, cwd=folder, env=everything, check=False)
    if done.returncode not in good:
        raise RuntimeError(done.stdout + done.stderr)
    return done.stdout


def _check(folder: Path, *options: str) -> str:
    """Check the invented draft with the letter beside it, as a clerk would, and return what is printed."""
    shutil.copy(FOLDER / "bao-cao-co-loi.docx", folder / DRAFT)
    shutil.copy(FOLDER / "cong-van-huong-dan.docx", folder / LETTER)
    command = (sys.executable, "-m", "thidua_check", DRAFT, "--no-config", *options)
    return _run(*command, good=(1,), folder=folder, COLUMNS="80")


def _save(shot: Path, name: str, *changes: str) -> None:
    """Write a picture with a palette, which keeps it small."""
    out = PICTURES / name
    _run("convert", str(shot), *changes, "-strip", "+dither", "-colors", _COLOURS, f"png8:{out}")
    if out.stat().st_size > LARGEST:
        raise RuntimeError(f"{out}: {out.stat().st_size} bytes")


@contextmanager
def _display(folder: Path) -> Iterator[str]:
    """A screen in memory; gives its name."""
    read, write = os.pipe()
    size = "x".join(map(str, (*_SCREEN, 24)))
    words = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
    with (folder / "xvfb.log").open("wb") as log:
        server = subprocess.Popen(words, pass_fds=(write,), stdout=log, stderr=log)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def _settled(display: str, shot: Path) -> None:
    """Take the screen again and again until two pictures of a drawn window are the same."""
    before = b""
    for _ in range(0, _DEADLINE, _STEP):
        time.sleep(_STEP)
        _run("import", "-window", "root", "-strip", str(shot), DISPLAY=display)
        now = shot.read_bytes()
        if now == before and len(now) > LARGEST:
            return
        before = now
    raise RuntimeError("LibreOffice shows nothing")


def word_comments(folder: Path) -> None:
    """The first page of the commented copy in LibreOffice Writer."""
    copy = folder / "nhan-xet.docx"
    _check(folder, "--outline", LETTER, "--format", f"word={copy}")
    profile = folder / "office"
    (profile / "user").mkdir(parents=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_SETTINGS.format(*_SCREEN), encoding="utf-8")
    words = [str(COMMAND), "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}", str(copy)]
    with _display(folder) as display, (folder / "office.log").open("wb") as log:
        env = {**os.environ, "DISPLAY": display}
        office = subprocess.Popen(words, env=env, stdout=log, stderr=log)
        try:
            _settled(display, folder / "word.png")
        finally:
            office.terminate()
            office.wait()
    _save(folder / "word.png", "nhan-xet-word.png", "-crop", _PAPER, "+repage")


def _shoot(folder: Path, address: str, name: str, act: Callable[[Any], tuple[int, int]]) -> None:
    shot = folder / name
    with chromium(folder / f"profile-{shot.stem}") as driver:
        screen(driver, 1280, 860)
        driver.get(address)
        screen(driver, *act(driver))
        driver.save_screenshot(str(shot))
    _save(shot, name)


def page(folder: Path) -> None:
    """The page for a browser, after a click on the place of the first finding about a date."""
    written = folder / "ket-qua.html"
    _check(folder, "--outline", LETTER, "--format", f"html={written}")

    def click(driver: Any) -> tuple[int, int]:
        driver.find_element("css selector", "li[data-family=NT] a.spot").click()
        time.sleep(1)
        return 1280, 860

    _shoot(folder, written.as_uri(), "trang-ket-qua.png", click)


def terminal(folder: Path) -> None:
    """The command with some rules, and all that it prints."""
    output = _check(folder, "--select", "NT01,VD01,SL02", "--color", "always")
    parts = _COLOUR.split(html.escape(output))
    shown = [parts[0]]
    for codes, text in zip(parts[1::2], parts[2::2], strict=True):
        names = " ".join(f"c{code}" for code in codes.split(";") if code not in ("", "0"))
        shown.append(f'<span class="{names}">{text}</span>' if names else text)
    command = "thidua-check bao-cao.docx --select NT01,VD01,SL02"
    written = folder / "man-hinh.html"
    written.write_text(_TERMINAL.format(command=command, output="".join(shown)), encoding="utf-8")

    def measure(driver: Any) -> tuple[int, int]:
        return 800, driver.execute_script("return document.querySelector('pre').offsetHeight")

    _shoot(folder, written.as_uri(), "man-hinh.png", measure)


def summary(folder: Path) -> None:
    """The table of a folder with a report that has mistakes, a good one and a damaged file."""
    drafts = folder / "nhan-ve"
    drafts.mkdir()
    for name in ("bao-cao-co-loi.docx", "bao-cao-dat.docx"):
        shutil.copy(FOLDER / name, drafts)
    (drafts / "tep-hong.docx").write_bytes((FOLDER / "bao-cao-dat.docx").read_bytes()[:_TORN])
    letter = str(FOLDER / "cong-van-huong-dan.docx")
    command = (sys.executable, "-m", "thidua_check", "batch", str(drafts), "-o", str(folder / "out"))
    _run(*command, "--no-config", "--outline", letter, "--stage", "issued", good=(2,), folder=folder)
    _shoot(folder, (folder / "out" / "tong-hop.html").as_uri(), "tong-hop.png", lambda driver: (1280, 800))


def local_page(folder: Path) -> None:
    """The page of ``serve`` as it opens."""
    command = (sys.executable, "-m", "thidua_check", "serve", "--port", "0")
    env = {**os.environ, "PYTHONPATH": str(FIXTURES.parent), "PYTHONUNBUFFERED": "1"}
    server = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.PIPE, text=True)
    try:
        said = server.stdout.readline() if server.stdout else ""
        address = said.split()[1]
        _shoot(folder, address, "trang-tren-may.png", lambda driver: (1000, 760))
    finally:
        server.terminate()
        server.wait()


def main() -> int:
    """Take all pictures, or those named on the command line."""
    lacking = [name for name in ("Xvfb", "import", "convert") if shutil.which(name) is None]
    problem = missing() or (f"not installed: {', '.join(lacking)}" if lacking or COMMAND is None else None)
    if problem:
        sys.stderr.write(f"{problem}\n")
        return 2
    PICTURES.mkdir(exist_ok=True)
    kinds = {
        "word": word_comments,
        "page": page,
        "terminal": terminal,
        "summary": summary,
        "local": local_page,
    }
    for name in sys.argv[1:] or kinds:
        with tempfile.TemporaryDirectory() as folder:
            kinds[name](Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main())
