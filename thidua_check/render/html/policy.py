"""The content security policy of a page, and the style and script that it names."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files


def resource(package: str, name: str) -> str:
    """Return the text of a file of a package, such as a page's style."""
    return files(package).joinpath(name).read_text(encoding="utf-8")


def policy(style: str, script: str, *, form_action: str = "'none'") -> str:
    """Return the content security policy (CSP level 3): this very style and script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
        f"base-uri 'none'; form-action {form_action}"
    )


def report_policy() -> str:
    """Return the policy of the report's page."""
    return policy(resource(__package__, "page.css"), resource(__package__, "page.js"))


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
