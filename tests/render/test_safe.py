"""Foreign text made harmless."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.render.safe import json_safe, one_line, shown


@pytest.mark.parametrize(
    ("raw", "safe"),
    [
        ("\x1b]0;tên\x07", "\\x1b]0;tên\\x07"),
        ("\x9b31m", "\\x9b31m"),
        ("a\u202eb\u2066c", "a\\u202eb\\u2066c"),
        ("a\r\nb\tc", "a\\r\\nb\\tc"),
        ("\udcff", "\\udcff"),
        ("\U000e0041", "\\U000e0041"),
        ("Đặc điểm – “uỷ ban”", "Đặc điểm – “uỷ ban”"),
    ],
)
def test_steering_characters_are_written_out(raw: str, safe: str) -> None:
    """Controls, bidi marks, surrogates and tags show as escapes; Vietnamese text stays."""
    assert shown(raw) == safe


def test_one_line_joins_spaces() -> None:
    """Line breaks, tabs and no-break spaces of a passage become single spaces."""
    assert one_line("ngày\u00a0\u00a0\n\ttháng") == "ngày tháng"


@given(st.text())
def test_shown_text_has_no_control(text: str) -> None:
    """Whatever goes in, what comes out is one printable line that UTF-8 can hold."""
    safe = shown(text)

    assert not any(ord(c) < 0x20 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066\u2028" for c in safe)
    assert safe.encode("utf-8").decode("utf-8") == safe


@given(st.text(st.characters(codec="utf-8")))
def test_json_escapes_keep_the_value(text: str) -> None:
    """Escaping the hidden characters of JSON text does not change what it says."""
    dumped = json_safe(json.dumps(text, ensure_ascii=False))

    assert json.loads(dumped) == text
    assert "\u202e" not in dumped
    assert "\x7f" not in dumped
