"""Web pages, among them those that offices save as .doc: HTML, and HTML in MIME (.mht)."""

from thidua_check.read.html.html import read_html

__all__ = ["read_html"]
