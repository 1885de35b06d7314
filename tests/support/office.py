"""LibreOffice without a screen, for tests: what another program makes of the files that are written."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

COMMAND = shutil.which("soffice") or shutil.which("libreoffice")
MISSING = "LibreOffice (soffice) is not installed"
_PATIENCE = 180


def convert(data: bytes, kind: str, folder: Path, *, profile: Path) -> bytes:
    """Return a .docx opened and saved by LibreOffice as ``docx`` or ``pdf``; raise where it does not manage."""
    if COMMAND is None:
        raise RuntimeError(MISSING)
    source = folder / "tep.docx"
    source.write_bytes(data)
    out = folder / kind
    words = [
        COMMAND,
        "--headless",
        "--norestore",
        f"-env:UserInstallation={profile.as_uri()}",
        "--convert-to",
        kind,
        "--outdir",
        str(out),
        str(source),
    ]
    done = subprocess.run(words, capture_output=True, text=True, timeout=_PATIENCE, check=False)
    result = out / f"tep.{kind}"
    if not result.exists():
        raise RuntimeError(done.stdout + done.stderr)
    return result.read_bytes()
