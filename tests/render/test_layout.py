"""Widths, wrapping and colours."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from thidua_check.render.layout import columns, display_width, styled, wrap

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_decomposed_letters_are_as_wide_as_composed_ones() -> None:
    """Combining marks take no column."""
    assert display_width(unicodedata.normalize("NFD", "được")) == 4
    assert display_width("được") == 4


def test_wrapped_lines_fit_with_their_indent() -> None:
    """No line is wider than asked, a word longer than a line is cut."""
    lines = wrap(styled("một " * 20 + "x" * 60), 30, first="- ", rest="  ")

    assert max(map(display_width, lines)) <= 30
    assert "".join(line[2:] for line in lines).count("x") == 60


def test_colour_stops_at_the_end_of_each_line() -> None:
    """A coloured stretch over a line break is coloured again on the next line, the indent is not."""
    lines = wrap(styled("một ", ("hai ba", "error"), " bốn"), 14, first="", rest="  ", color=True)

    assert lines == ["một \x1b[1;31mhai ba\x1b[0m", "  bốn"]
    assert wrap(styled(("hai ba bốn năm", "error")), 14, rest="  ", color=True) == [
        "\x1b[1;31mhai ba bốn\x1b[0m",
        "  \x1b[1;31mnăm\x1b[0m",
    ]


@given(st.text(st.sampled_from("aă đ\u0301中 "), max_size=80), st.integers(12, 40))
def test_wrapping_loses_no_word(text: str, width: int) -> None:
    """Without the spaces, the wrapped text is the text; colours change nothing but the codes."""
    plain = wrap(styled((text, "strong")), width)
    coloured = wrap(styled((text, "strong")), width, color=True)

    assert "".join("".join(plain).split()) == "".join(text.split())
    assert [ANSI.sub("", line) for line in coloured] == plain


def test_columns_align() -> None:
    """Texts begin in one column, wrapped lines under them."""
    rows = [("Ở:", styled("dòng 4")), ("Căn cứ:", styled("một hai ba bốn năm sáu"))]

    assert columns(rows, 24, indent="  ", color=False) == [
        "  Ở:       dòng 4",
        "  Căn cứ:  một hai ba",
        "           bốn năm sáu",
    ]
