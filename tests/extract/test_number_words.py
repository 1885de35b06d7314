"""Numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.extract.number_words import read_number_words

DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


def _below_thousand(number: int, full: bool, zero: str) -> list[str]:
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = [DIGITS[hundreds], "trăm"] if hundreds or full else []
    if tens == 0 and ones and words:
        words.append(zero)
    if tens:
        words += ["mười"] if tens == 1 else [DIGITS[tens], "mươi"]
    if ones:
        last = {1: "mốt", 4: "tư", 5: "lăm"} if tens > 1 else {5: "lăm"} if tens == 1 else {}
        words.append(last.get(ones, DIGITS[ones]))
    return words


def spelled(number: int, zero: str, thousand: str) -> str:
    """Write a number below a thousand billions in words, each group in full behind the first."""
    words: list[str] = []
    for scale, name in ((10**9, "tỷ"), (10**6, "triệu"), (10**3, thousand), (1, "")):
        group = number // scale % 1000
        if group:
            words += [*_below_thousand(group, bool(words), zero), name]
    return " ".join(word for word in words if word)


@given(st.integers(1, 10**12 - 1), st.sampled_from(["linh", "lẻ"]), st.sampled_from(["nghìn", "ngàn"]))
def test_reads_what_is_spelled(number: int, zero: str, thousand: str) -> None:
    """Every number below a thousand billions is read back from its words, in the variants of North and South."""
    assert read_number_words(spelled(number, zero, thousand) + " đồng chẵn") == Decimal(number)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Hai tỷ rưỡi", 2_500_000_000),
        ("ba nghìn tỷ đồng", 3_000_000_000_000),
        ("bốn mươi bốn triệu", 44_000_000),
        ("BA MƯƠI NHĂM NGHÌN ĐỒNG", 35_000),
    ],
)
def test_reads_variants(words: str, number: int) -> None:
    """Halves, thousands of billions, and endings that some write otherwise."""
    assert read_number_words(words) == Decimal(number)


@pytest.mark.parametrize("words", ["một trăm năm", "hai mươi năm", "một triệu hai", "", "đồng", "tiền mặt"])
def test_leaves_open_what_has_two_readings(words: str) -> None:
    """ "Một trăm năm" is 105 or 150, "hai mươi năm" may be twenty years; other words are no number."""
    assert read_number_words(words) is None
