"""Other programs that read old formats: LibreOffice, antiword and catdoc, each run within bounds and by itself."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from thidua_check.read.refusals import refuse

MAX_SECONDS: Final = 120
MAX_MEMORY: Final = 6 * 1024**3
MAX_OUTPUT: Final = 60 * 1024 * 1024

# LibreOffice where it is not on the path: macOS, Windows.
_USUAL_PLACES: Final = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
# Settings of the profile made for one conversion: macros never run, links are not followed, and what would still ask
# the network asks a port of this machine where nothing answers.
_SETTINGS: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetProxyType" oor:op="fuse"><value>2</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPProxyPort" oor:op="fuse"><value>9</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyName" oor:op="fuse"><value>127.0.0.1</value></prop></item>
<item oor:path="/org.openoffice.Inet/Settings"><prop oor:name="ooInetHTTPSProxyPort" oor:op="fuse"><value>9</value></prop></item>
</oor:items>
"""
# Bounds the memory of a process before it becomes the program.
_BOUNDING: Final = (
    "import os, resource, sys; size = int(sys.argv[1]);"
    "resource.setrlimit(resource.RLIMIT_AS, (size, size)); os.execv(sys.argv[2], sys.argv[2:])"
)


def find_program(*names: str) -> str | None:
    """Return the path of the first program of these names that is installed, None without any."""
    return next((found for name in names if (found := shutil.which(name))), None)


def find_office() -> str | None:
    """Return the command of LibreOffice, None where it is not installed."""
    known = find_program("soffice", "libreoffice")
    return known or next((place for place in _USUAL_PLACES if Path(place).is_file()), None)


def office_to_docx(data: bytes, suffix: str, office: str) -> bytes:
    """Return a document of another format as LibreOffice saves it as .docx.

    It runs with a profile of its own that is thrown away. Raises UnreadableError where it makes nothing of the file.
    """
    with tempfile.TemporaryDirectory(prefix="thidua-check-", ignore_cleanup_errors=True) as folder:
        base = Path(folder)
        source = base / f"draft.{suffix}"
        source.write_bytes(data)
        settings = base / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        words = [office, "--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
        words += [
            f"-env:UserInstallation={(base / 'profile').as_uri()}",
            "--convert-to",
            "docx:MS Word 2007 XML",
        ]
        run_program([*words, "--outdir", str(base / "out"), str(source)], folder=base)
        made = base / "out" / "draft.docx"
        if not made.is_file() or made.stat().st_size > MAX_OUTPUT:
            raise refuse("not-converted")
        return made.read_bytes()


def run_program(words: Sequence[str], *, data: bytes = b"", folder: Path | None = None) -> bytes:
    """Return what a program writes to its standard output; raise UnreadableError where it takes too long or fails.

    On a time-out all processes that it started are ended.
    """
    if os.name == "posix":
        words = [sys.executable, "-c", _BOUNDING, str(MAX_MEMORY), *words]
    process = subprocess.Popen(
        words,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=_environment(folder),
        start_new_session=True,
    )
    try:
        out, _ = process.communicate(data, timeout=MAX_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise refuse("slow-program") from error
    finally:
        _end(process)
    if process.returncode != 0:
        raise refuse("not-converted")
    return out[:MAX_OUTPUT]


def _environment(folder: Path | None) -> dict[str, str]:
    """Return the environment of a program: the usual one, with a home of its own and no way to a network proxy."""
    kept = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    return kept if folder is None else {**kept, "HOME": str(folder), "TMPDIR": str(folder)}


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a process and those it started; nothing is left to end after an orderly run."""
    if os.name == "posix":
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        process.kill()
    process.wait()
