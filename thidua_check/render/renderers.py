"""Showing a report: one function per format, in an explicit table."""

from __future__ import annotations

from collections.abc import Callable

from thidua_check.render.as_json import render_json
from thidua_check.render.as_text import render_text
from thidua_check.render.view import View
from thidua_check.report import Report

Renderer = Callable[[Report, View], str]

RENDERERS: dict[str, Renderer] = {"text": render_text, "json": render_json}
