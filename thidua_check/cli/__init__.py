"""The command: arguments, check, renderer, exit code."""

from thidua_check.cli.entry import main

__all__ = ["main"]
