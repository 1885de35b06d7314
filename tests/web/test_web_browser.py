"""The whole way in Chromium: choose or drop files, read the report, fetch the commented Word file."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.browser import chromium, complaints, missing, screen
from thidua_check.read import read

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

DRAFTS = Path(__file__).parents[2] / "fixtures/drafts"
BAD = DRAFTS / "bao-cao-co-loi.docx"
GOOD = DRAFTS / "bao-cao-dat.docx"
LETTER = DRAFTS / "cong-van-huong-dan.docx"
PATIENCE = 60


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The page, served by the command on a free port; the command ends in order when it is interrupted."""
    paths = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, "-c", "from thidua_check.cli import main; raise SystemExit(main())"]
    process = subprocess.Popen(
        [*command, "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": paths},
    )
    assert process.stdout is not None
    said = process.stdout.readline()
    yield said.split()[1]
    process.send_signal(signal.SIGINT)
    assert process.wait(PATIENCE) == 0


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests."""
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def page(driver: Any, address: str) -> Any:
    """The form freshly opened at the size of a desk's screen."""
    screen(driver, 1280, 900)
    complaints(driver)
    driver.get("about:blank")
    driver.get(address)
    return driver


def one(page: Any, selector: str) -> Any:
    """The first element of a selector."""
    return page.find_element("css selector", selector)


def until(condition: Any) -> Any:
    """Wait until something is so, and return it."""
    end = time.monotonic() + PATIENCE
    while not (found := condition()):
        assert time.monotonic() < end
        time.sleep(0.05)
    return found


def send(page: Any) -> None:
    """Press the button and wait for the report."""
    one(page, "button").click()
    until(lambda: "/result/" in page.current_url)


def drop(page: Any, selector: str, *files: tuple[str, str]) -> None:
    """Drop files of text, by name and content, on an element, as the desktop does."""
    page.execute_script(
        """const data = new DataTransfer();
        for (const [name, text] of arguments[1]) data.items.add(new File([text], name));
        const target = document.querySelector(arguments[0]);
        for (const kind of ["dragenter", "dragover", "drop"])
          target.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: data}));""",
        selector,
        files,
    )


def chosen(page: Any, field: str) -> list[str]:
    """The names of the files in a field."""
    names: list[str] = page.execute_script(
        "return [...document.getElementById(arguments[0]).files].map(f => f.name)", field
    )
    return names


def test_whole_way(page: Any, tmp_path: Path) -> None:
    """A draft and its letter give the report with its findings, and a Word file with as many comments."""
    page.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": str(tmp_path)})
    one(page, "#drafts").send_keys(str(BAD))
    one(page, "#guidance").send_keys(str(LETTER))
    send(page)
    rules = [found.text for found in page.find_elements("css selector", "li[data-number] .rule")]
    one(page, "a.copy").click()
    copy = tmp_path / "bao-cao-co-loi.nhan-xet.docx"
    until(copy.is_file)

    assert {"NT01", "VD01", "SL02", "BC01"} <= set(rules)
    assert len(read(copy).comments) == len(rules)
    assert complaints(page) == []


def test_several_drafts_in_english(page: Any) -> None:
    """Two drafts stand in one report, which opens in the language of the page and leads back to it."""
    one(page, "a.language").click()
    one(page, "#drafts").send_keys(f"{BAD}\n{GOOD}")
    send(page)
    shown = one(page, "h1").text
    names = [found.text for found in page.find_elements("css selector", "article > h2")]
    next(a for a in page.find_elements("css selector", "a.again") if a.is_displayed()).click()

    assert shown == "Report check"
    assert names == [BAD.name, GOOD.name]
    assert one(page, "h1").text == "Check an emulation report"


def test_dropped_files(page: Any) -> None:
    """Files dropped on a field are chosen there, and those dropped beside the fields are drafts."""
    drop(page, "#guidance", ("cv.txt", "x"), ("hai.txt", "x"))
    drop(page, "h1", ("a.txt", "Báo cáo"), ("<b>b.txt", "Báo cáo"))
    listed = [item.text for item in page.find_elements("css selector", ".chosen li")]

    assert chosen(page, "guidance") == ["cv.txt"]
    assert chosen(page, "drafts") == listed == ["a.txt", "<b>b.txt"]


def test_too_many_files_are_not_sent(page: Any) -> None:
    """Too many files are told on the page, and nothing is sent."""
    drop(page, "body", *((f"{n}.txt", "x") for n in range(21)))
    one(page, "button").click()

    assert one(page, ".state").text == "Nhiều nhất 20 tệp mỗi lần."
    assert "/check" not in page.current_url


def test_without_scripts(page: Any, address: str) -> None:
    """The form works in a browser that runs no scripts."""
    page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        page.get(address)
        one(page, "#drafts").send_keys(str(GOOD))
        send(page)
        name = one(page, "article > h2").text
    finally:
        page.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})

    assert name == GOOD.name


def test_another_page_cannot_send(page: Any, address: str, tmp_path: Path) -> None:
    """A form on a page from elsewhere that posts to this server is answered with a refusal."""
    path = tmp_path / "elsewhere.html"
    field = '<input name="drafts" value="x">'
    path.write_text(
        f'<form method="post" enctype="multipart/form-data" action="{address}check">{field}<button>x</button></form>'
    )
    page.get(path.as_uri())
    one(page, "button").click()
    said = until(lambda: page.find_elements("css selector", "[role=alert]"))[0].text

    assert said.startswith("Yêu cầu không đến từ trang này")


@pytest.mark.parametrize("size", [(1280, 900), (390, 844), (320, 600)])
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_nothing_sticks_out(page: Any, address: str, size: tuple[int, int], lang: str) -> None:
    """The form fits the width of a desk's screen and of a phone's, in both languages."""
    screen(page, *size)
    page.get(f"{address}?lang={lang}")
    width = page.execute_script("return document.documentElement.scrollWidth")

    assert width <= size[0]


def test_every_field_is_named(page: Any) -> None:
    """A screen reader is told the name of each field and of the group of choices."""
    tree = page.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    asking = ("button", "radio", "Date", "radiogroup", "group")
    names = {
        node["name"]["value"]
        for node in tree
        if not node.get("ignored") and node["role"]["value"] in asking and node.get("name")
    }

    for wanted in (
        "Bản báo cáo cần soát",
        "Công văn hướng dẫn có đề cương (nếu có)",
        "Giai đoạn",
        "Kiểm tra",
    ):
        assert any(name.startswith(wanted) for name in names), names
