"""The summary in Chromium: quiet, readable on narrow screens, and with links that lead to files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.browser import chromium, complaints, missing, screen
from tests.support.folder import write_folder
from thidua_check.cli.entry import main

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """The summary of the invented folder, opened."""
    root = tmp_path_factory.mktemp("summary")
    letter = write_folder(root / "d")
    (root / "d" / "<img src=x onerror=alert(1)>.txt").write_text("BÁO CÁO\nXã họp.", encoding="utf-8")
    main(["batch", str(root / "d"), "-o", str(root / "k"), "--outline", str(letter), "--format", "text"])
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        screen(opened, 1280, 900)
        opened.get((root / "k" / "tong-hop.html").as_uri())
        yield opened


def test_nothing_is_complained_of(page: Any) -> None:
    """The policy lets the page's own style through, and a draft's name is no markup."""
    assert complaints(page) == []
    assert page.execute_script("return document.images.length") == 0
    color = page.execute_script("return getComputedStyle(document.querySelector('td.error')).backgroundColor")
    assert color == "rgb(253, 229, 226)"


def test_links_lead_somewhere(page: Any) -> None:
    """Each link leads to a place of the page or to a file beside it."""
    hrefs = page.execute_script("return [...document.links].map(a => a.href)")
    inside = [h.partition("#")[2] for h in hrefs if "#" in h]
    files = page.execute_script(
        "return [...document.links].filter(a => !a.hash).map(a => decodeURIComponent(new URL(a.href).pathname))"
    )

    assert all(
        page.execute_script("return document.getElementById(arguments[0]) !== null", i) for i in inside
    )
    assert len(files) == 7
    assert [f for f in files if not Path(f).is_file()] == []


@pytest.mark.parametrize("width", [360, 1280])
def test_wide_tables_scroll_by_themselves(page: Any, width: int) -> None:
    """The page is never wider than the screen; its tables can be scrolled with the keyboard."""
    screen(page, width, 800)

    assert page.execute_script("return document.documentElement.scrollWidth <= window.innerWidth")
    assert page.execute_script("return [...document.querySelectorAll('.wide')].every(e => e.tabIndex === 0)")


def test_tables_have_heads_and_names(page: Any) -> None:
    """Readers of screens get a name and heads for each table and a language for the page."""
    assert page.execute_script("return document.documentElement.lang") == "vi"
    assert page.execute_script(
        "return [...document.querySelectorAll('table')].every(t => document.getElementById(t.getAttribute("
        "'aria-labelledby')) && t.querySelectorAll('thead th[scope=col]').length && "
        "[...t.querySelectorAll('tbody tr')].every(r => r.querySelector('th[scope=row]')))"
    )
