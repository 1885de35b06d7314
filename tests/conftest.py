"""What all tests share.

``--update-expected`` rewrites the expected findings (and the screens of the READMEs) instead of comparing them.
Properties are tried on the same values in every run, so that a run fails only for what was changed;
``--hypothesis-profile=explore`` looks for new ones.
"""

from __future__ import annotations

import pytest
from hypothesis import settings

settings.register_profile("house", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None, max_examples=500)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag."""
    parser.addoption(
        "--update-expected",
        action="store_true",
        help="write fixtures/expected/ and the screens of the READMEs anew from what the checker finds now",
    )


@pytest.fixture
def update_expected(request: pytest.FixtureRequest) -> bool:
    """Whether the expected findings are to be written, not compared."""
    return bool(request.config.getoption("--update-expected"))
