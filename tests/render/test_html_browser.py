"""The page in Chromium: filters, links, languages, paper, and that nothing quoted ever runs."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.support.browser import chromium, complaints, missing, screen
from thidua_check import check
from thidua_check.render.html.page import render_html
from thidua_check.render.view import View

pytestmark = pytest.mark.skipif(missing() is not None, reason=str(missing()))

HOSTILE = "<script>window.hit=1</script><img src=x onerror=window.hit=1>"
DRAFT = f"""BÁO CÁO

Kết quả phong trào thi đua giai đoạn 2021-2025

I. Đặc điểm tình hình {HOSTILE}

Ngày 31/4/2024 {HOSTILE} xã Minh Lập họp thôn.

{"Xã Minh Lập có các thôn và thực hiện phong trào. " * 400}

II. Kết quả

Tổng số 9638 hộ, trong đó 1.200 hộ nghèo; ngày 30/2/2024 đã họp về kết qủa.

{"Nhân dân các thôn tham gia phong trào thi đua. " * 400}
"""


@pytest.fixture(scope="module")
def driver(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One browser for all tests."""
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of an invented draft full of markup, as a file."""
    path = tmp_path_factory.mktemp("page") / "bao-cao.html"
    path.write_text(render_html(check(DRAFT.encode(), name=f"{HOSTILE}.txt"), View()), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def page(driver: Any, address: str) -> Any:
    """The page freshly opened at the size of a desk's screen."""
    screen(driver, 1280, 900)
    complaints(driver)
    driver.get("about:blank")
    driver.get(address)
    return driver


def find(page: Any, selector: str) -> list[Any]:
    """The elements of a selector."""
    found: list[Any] = page.find_elements("css selector", selector)
    return found


def shown(page: Any) -> list[str]:
    """The rules of the findings that are to be seen."""
    return [
        li.find_element("css selector", ".rule").text
        for li in find(page, "li[data-number]")
        if li.is_displayed()
    ]


def settled(page: Any) -> None:
    """Wait until the page has scrolled to where a link leads."""
    page.execute_async_script(
        "const done = arguments[0]; let left = 5;"
        "const step = () => (left-- ? requestAnimationFrame(step) : done()); step();"
    )


def in_sight(page: Any, selector: str) -> bool:
    """Whether an element lies in the window."""
    spot = page.execute_script(
        "const r = document.querySelector(arguments[0]).getBoundingClientRect(); return [r.top, r.bottom, innerHeight];",
        selector,
    )
    return bool(spot[0] >= 0 and spot[1] <= spot[2])


def test_quoted_script_does_not_run(page: Any) -> None:
    """Markup in the text and in the file's name is shown as written, and runs nothing."""
    assert page.execute_script("return window.hit") is None
    assert len(find(page, "script")) == 1
    assert find(page, "img") == []
    assert HOSTILE in page.find_element("css selector", "h2").text


def test_console_is_silent_and_nothing_is_fetched(page: Any) -> None:
    """No error of a script, nothing for the policy to keep out, no request besides the page."""
    for button in find(page, "button[aria-pressed]"):
        button.click()
    find(page, "a.spot")[0].click()
    settled(page)

    assert complaints(page) == []
    assert page.execute_script("return performance.getEntriesByType('resource').length") == 0


def test_policy_keeps_other_scripts_out(page: Any) -> None:
    """A script that somehow got into the page would not run."""
    page.execute_script(
        "const s = document.createElement('script'); s.textContent = 'window.hit = 2'; document.body.append(s);"
    )

    assert page.execute_script("return window.hit") is None
    assert any("Content Security Policy" in line for line in complaints(page))


def test_levels_and_families_filter(page: Any) -> None:
    """Pressed buttons show only what they name, together; a group without findings goes; clearing shows all again."""
    everything = shown(page)
    page.find_element("css selector", ".filter [data-grade=error]").click()
    errors = shown(page)
    page.find_element("css selector", ".filter [data-family=NT]").click()
    dates = shown(page)

    assert len(dates) == dates.count("NT01") == 2
    assert len(dates) <= len(errors) < len(everything)
    assert page.find_element("css selector", ".shown").text == "2"
    assert all(find(group, "li:not([hidden])") for group in find(page, ".group") if group.is_displayed())
    page.find_element("css selector", ".clear").click()
    assert shown(page) == everything


def test_marks_follow_the_filter(page: Any) -> None:
    """The words of findings that are not shown lose their colour and number."""
    page.find_element("css selector", ".filter [data-family=NT]").click()

    assert {m.text for m in find(page, ".sheet mark:not(.off)")} == {"31/4/2024", "30/2/2024"}
    assert all(not n.is_displayed() for n in find(page, ".sheet a.n.off"))


def test_search_needs_no_marks(page: Any) -> None:
    """``khong co ngay`` finds ``không có ngày``; what is nowhere leaves a sentence."""
    field = page.find_element("css selector", ".filter input")
    field.send_keys("khong co ngay")
    page.execute_async_script("setTimeout(arguments[0], 250)")
    found = shown(page)
    field.send_keys("zzz")
    page.execute_async_script("setTimeout(arguments[0], 250)")

    assert set(found) == {"NT01"}
    assert shown(page) == []
    assert page.find_element("css selector", ".empty").is_displayed()


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (390, 844)])
def test_place_leads_to_the_words(page: Any, width: int, height: int) -> None:
    """A click on the place of a finding brings its words into the window."""
    screen(page, width, height)
    for rule in find(page, "li[data-number]"):
        link = rule.find_element("css selector", "a.spot")
        target = "#" + str(link.get_attribute("href")).partition("#")[2]
        page.execute_script("arguments[0].click()", link)
        settled(page)
        assert in_sight(page, target), target


def test_number_leads_to_its_finding(page: Any) -> None:
    """A click on a number in the text moves the list and leaves the text where it is."""
    numbers = find(page, ".sheet a.n")
    last = numbers[-1]
    number = str(last.get_attribute("data-for"))
    page.execute_script("arguments[0].scrollIntoView({block: 'center'})", last)
    settled(page)
    before = page.execute_script("return scrollY")
    last.click()
    settled(page)

    assert page.execute_script("return scrollY") == before
    assert page.execute_script("return document.activeElement.dataset.number") == number
    assert in_sight(page, f"[data-number='{number}']")


def test_languages_change_places(page: Any) -> None:
    """English shows English words and no Vietnamese ones; the draft itself stays."""
    page.find_element("css selector", "[data-language=en]").click()

    assert page.find_element("css selector", "html").get_attribute("lang") == "en"
    assert page.find_element("css selector", "h1").text == "Report check"
    assert all(not s.is_displayed() for s in find(page, "header span[lang=vi], article > nav span[lang=vi]"))
    assert page.find_element("css selector", ".sheet h4").text.startswith("I. ")


def test_keyboard_reaches_the_results_first(page: Any) -> None:
    """The first stop of the tab key is the link that skips to the results, and it shows itself."""
    from selenium.webdriver.common.keys import Keys

    page.find_element("css selector", "body").send_keys(Keys.TAB)
    stop = page.switch_to.active_element

    assert str(stop.get_attribute("href")).endswith("#results")
    assert stop.rect["x"] >= 0


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_page_is_not_wider_than_the_window(page: Any, width: int) -> None:
    """Nobody has to push the page sideways to read it (WCAG 2.2, 1.4.10)."""
    screen(page, width, 844)

    assert page.execute_script("return document.documentElement.scrollWidth") <= width


def test_page_works_without_scripts(driver: Any, address: str) -> None:
    """Where scripts are off all findings are there, and nothing that would need them."""
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.get(address)

        assert all(li.is_displayed() for li in find(driver, "li[data-number]"))
        assert not any(b.is_displayed() for b in find(driver, "button"))
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_page_prints_on_a4(page: Any) -> None:
    """A PDF in the size that the page asks for, with the list before the text."""
    printed = page.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    data = base64.b64decode(printed["data"])
    boxes = {
        tuple(round(float(n)) for n in box.split()) for box in re.findall(rb"/MediaBox \[([^\]]+)\]", data)
    }

    assert boxes == {(0, 0, 595, 842)}


def test_paper_shows_results_and_no_controls(page: Any) -> None:
    """Buttons and the way about stay on the screen."""
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        assert not any(b.is_displayed() for b in find(page, "button, input, .contents"))
        assert all(li.is_displayed() for li in find(page, "li[data-number]"))
        height = page.execute_script("return document.querySelector('.list').scrollHeight")
        assert page.execute_script("return document.querySelector('.list').clientHeight") == height
    finally:
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
