"""One version everywhere."""

from __future__ import annotations

import tomllib
from pathlib import Path

import thidua_check
from thidua_check.version import VERSION


def test_versions_agree() -> None:
    """The package, the command and the project file name the same version."""
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))

    assert thidua_check.__version__ == VERSION == project["project"]["version"]
