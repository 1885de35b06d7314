"""Showing a report: one function per format, in an explicit table; what only one format needs is imported by it."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from thidua_check.render.view import View
from thidua_check.report import Report

Renderer = Callable[[Report, View], str]


def _later(module: str, function: str) -> Renderer:
    def render(report: Report, view: View) -> str:
        renderer: Renderer = getattr(import_module(f"thidua_check.render.{module}"), function)
        return renderer(report, view)

    return render


RENDERERS: dict[str, Renderer] = {
    "text": _later("as_text", "render_text"),
    "json": _later("as_json", "render_json"),
    "sarif": _later("as_sarif", "render_sarif"),
    "junit": _later("as_junit", "render_junit"),
    "github": _later("as_github", "render_github"),
    "csv": _later("as_csv", "render_csv"),
    "html": _later("html.page", "render_html"),
}
