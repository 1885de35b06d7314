"""The name and version of the tool as results show them."""

from __future__ import annotations

TOOL_NAME = "thidua_check"


def tool_version() -> str:
    """Return the version of the package."""
    from thidua_check import __version__

    return __version__
