"""What all tests share: ``--update-expected`` rewrites the expected findings instead of comparing them."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag."""
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write fixtures/expected/ anew from what the checker finds now",
    )


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether the expected findings are to be written, not compared."""
    return bool(request.config.getoption("--update-expected"))
