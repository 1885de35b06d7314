"""Paths as other programs want them: with slashes, and as URI references (RFC 3986)."""

from __future__ import annotations

import os
from pathlib import PureWindowsPath
from urllib.parse import quote


def posix(path: str, windows: bool = os.name == "nt") -> str:
    r"""Return a path with slashes; a backslash is an ordinary letter where the system is not Windows.

    >>> posix(r"du-thao\a.docx", windows=True)
    'du-thao/a.docx'
    """
    plain = PureWindowsPath(path).as_posix() if windows else path
    return plain[2:] if plain.startswith("./") else plain


def uri(path: str, windows: bool = os.name == "nt") -> str:
    """Return a path as a URI: relative where the path is, percent-encoded as UTF-8 (the file's own bytes elsewhere).

    >>> uri("dự thảo/báo cáo 1.docx")
    'd%E1%BB%B1%20th%E1%BA%A3o/b%C3%A1o%20c%C3%A1o%201.docx'
    >>> uri("/tmp/a:b.txt")
    'file:///tmp/a%3Ab.txt'
    >>> uri("C:/a.docx", windows=True)
    'file:///C:/a.docx'
    """
    plain = posix(path, windows)
    if windows and PureWindowsPath(path).is_absolute():
        return PureWindowsPath(path).as_uri()
    # A file name that is no text stands in the path as lone surrogates (PEP 383).
    written = quote(plain.encode("utf-8", "surrogatepass" if windows else "surrogateescape"), safe="/")
    return f"file://{written}" if written.startswith("/") else written
