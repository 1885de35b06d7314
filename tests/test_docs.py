"""The documentation: its links hold, its commands run, its examples print what they say, its pictures are small."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import thidua_check
from tests.support.api_page import PAGE, api_page
from tests.support.expected import FIXTURES
from tests.support.pictures import LARGEST
from thidua_check.cli import main

ROOT = FIXTURES.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
PICTURES = sorted((DOCS / "pictures").iterdir())
# ``` or ```` at the beginning of a line, up to the same again
_FENCED = re.compile(r"^(`{3,}).*?^\1$", re.DOTALL | re.MULTILINE)
# [words](target), ![words](target "title")
_LINK = re.compile(r"\]\(([^)\s]+)[^)]*\)")
# <!-- commands in fixtures/drafts --> ```sh ... ```
_COMMANDS = re.compile(r"<!-- commands in (\S+) -->\n```sh\n(.*?)```", re.DOTALL)
# <!-- example --> ```python ... ``` ```text ... ``` <!-- end of example -->
_EXAMPLE = re.compile(
    r"(<!-- example -->\n```python\n(.*?)```\n\n```text\n)(.*?)(```\n<!-- end of example -->)", re.DOTALL
)
# bao-cao.nhan-xet.docx in "--format word=bao-cao.nhan-xet.docx", de-cuong.yaml in "-o de-cuong.yaml"
_WRITTEN = re.compile(r"(?:--format \w+=|--fix=|-o )(\S+)")
_PNG = b"\x89PNG\r\n\x1a\n"
_PALETTE = 3
# The byte of a PNG's head that tells the type of its colours.
_COLOUR_TYPE = 25


class _Nav(yaml.SafeLoader):
    """A loader for mkdocs.yml, which may name Python functions."""


_Nav.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: suffix)
SITE: dict[str, Any] = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Nav)


def in_nav(entry: object) -> Iterator[str]:
    """Every file that the navigation names."""
    if isinstance(entry, str):
        yield entry
    else:
        for child in entry.values() if isinstance(entry, dict) else entry:  # type: ignore[attr-defined]
            yield from in_nav(child)


def commands() -> list[tuple[str, str]]:
    """Every command line on a page that says where it runs, with that folder."""
    return [
        (folder, line)
        for page in PAGES
        for folder, text in _COMMANDS.findall(page.read_text(encoding="utf-8"))
        for line in text.splitlines()
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_stay_inside(page: Path) -> None:
    """Every relative link and picture of a page is a file of the documentation."""
    text = _FENCED.sub("", page.read_text(encoding="utf-8"))
    targets = [target.split("#")[0] for target in _LINK.findall(text) if "://" not in target]

    broken = [t for t in targets if t and not (DOCS in (DOCS / t).resolve().parents and (DOCS / t).exists())]
    assert broken == []


def test_first_page_links() -> None:
    """The test above sees links: the first page leads to every other page but the parts of a page."""
    text = (DOCS / "index.md").read_text(encoding="utf-8")

    assert {page.name for page in PAGES} - set(_LINK.findall(text)) == {"index.md"}


def test_navigation_has_every_page_once() -> None:
    """The navigation names each page, and no page that is not there."""
    assert sorted(in_nav(SITE["nav"])) == [page.name for page in PAGES]


def test_pages_need_no_network() -> None:
    """The site asks for no fonts from elsewhere and names no scripts."""
    assert SITE["theme"]["font"] is False
    assert not {"extra_javascript", "extra_css"} & SITE.keys()


def test_api_page_is_fresh(update_expected: bool) -> None:
    """docs/api.md says what the docstrings say."""
    if update_expected:
        PAGE.write_text(api_page(), encoding="utf-8")

    assert PAGE.read_text(encoding="utf-8") == api_page()


@pytest.mark.parametrize("name", thidua_check.__all__)
def test_api_page_has_every_name(name: str) -> None:
    """Each exported name has its entry, once, with words of its own."""
    entries = re.findall(rf"^### {name}\n\n```python\n.*?\n```\n\n(\S)", api_page(), re.DOTALL | re.MULTILINE)

    assert len(entries) == 1


@pytest.mark.parametrize(
    ("folder", "line"), commands(), ids=lambda value: value.removeprefix("thidua-check ")
)
def test_commands_run(folder: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each command line does what the page says: it checks, and it writes the files that it names.

    The folder ``nhan-ve`` is the one with the reports that an office was sent.
    """
    work = tmp_path / "work"
    shutil.copytree(ROOT / folder, work)
    shutil.copytree(ROOT / folder, work / "nhan-ve", ignore=shutil.ignore_patterns("cong-van*"))
    monkeypatch.chdir(work)

    command, *words = shlex.split(line)

    assert command == "thidua-check"
    assert main(words) in (0, 1)
    assert [name for name in _WRITTEN.findall(line) if not Path(name).stat().st_size] == []


def test_pages_show_commands() -> None:
    """The test above runs something, from each of the three pages for people."""
    assert len(commands()) >= 15


def test_examples(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], update_expected: bool
) -> None:
    """Each Python example prints what the page says."""
    monkeypatch.chdir(ROOT)
    page = DOCS / "programmers.md"
    text = page.read_text(encoding="utf-8")

    def now(found: re.Match[str]) -> str:
        exec(compile(found[2], page.name, "exec"), {})
        return found[1] + capsys.readouterr().out + found[4]

    made = _EXAMPLE.sub(now, text)
    if update_expected:
        page.write_text(made, encoding="utf-8")

    assert len(_EXAMPLE.findall(text)) == text.count("```python")
    assert made == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_pictures_are_small_and_shown(picture: Path) -> None:
    """A picture is a PNG with a palette that a page shows."""
    data = picture.read_bytes()

    assert data.startswith(_PNG)
    assert data[_COLOUR_TYPE] == _PALETTE
    assert len(data) <= LARGEST
    assert any(f"](pictures/{picture.name})" in page.read_text(encoding="utf-8") for page in PAGES)
