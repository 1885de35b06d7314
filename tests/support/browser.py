"""Chromium without a screen, for tests: what a browser makes of the pages that are written."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_DRIVER = shutil.which("chromedriver")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def missing() -> str | None:
    """Return what is not there and so keeps the tests from running, None where all is."""
    if find_spec("selenium") is None:
        return "Selenium is not installed"
    if _CHROMIUM is None or _DRIVER is None:
        return "Chromium (chromium, chromedriver) is not installed"
    return None


@contextmanager
def chromium(profile: Path) -> Iterator[Any]:
    """Open Chromium with a profile of its own and close it in the end."""
    from selenium import webdriver

    options = webdriver.ChromeOptions()
    options.binary_location = str(_CHROMIUM)
    for flag in (*_FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(str(_DRIVER)))
    try:
        yield driver
    finally:
        driver.quit()


def screen(driver: Any, width: int, height: int) -> None:
    """Give the page a size in pixels, however wide the browser's own window is."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}
    driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


def complaints(driver: Any) -> list[str]:
    """Return what the browser's console holds, and empty it: errors of scripts and what the policy kept out."""
    return [entry["message"] for entry in driver.get_log("browser")]
