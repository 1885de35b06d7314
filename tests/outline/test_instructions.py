"""Bracketed instructions as people write them."""

from __future__ import annotations

import pytest

from thidua_check.outline.demands import read_demands
from thidua_check.outline.instructions import is_instruction, split_notes, whom


@pytest.mark.parametrize(
    ("text", "title", "notes", "defines"),
    [
        ("Kết quả (nêu số liệu (nếu có) cụ thể)", "Kết quả", ("nêu số liệu (nếu có) cụ thể",), None),
        ("Phong trào (gọi tắt là “PTTĐ”)", "Phong trào", (), "PTTĐ"),
        ("Kết quả (2021-2025)", "Kết quả (2021-2025)", (), None),
        ("Chương trình (NTM) trên địa bàn", "Chương trình (NTM) trên địa bàn", (), None),
        ("Kết quả [kèm biểu]; đánh giá", "Kết quả; đánh giá", ("kèm biểu",), None),
        ("Kết quả (chưa đóng", "Kết quả (chưa đóng", (), None),
    ],
)
def test_brackets_leave_the_title(text: str, title: str, notes: tuple[str, ...], defines: str | None) -> None:
    """Instructions go, a period or an abbreviation stays."""
    parts = split_notes(text)

    assert (parts.title, parts.notes, parts.defines) == (title, notes, defines)


@pytest.mark.parametrize(
    ("note", "wanted"),
    [
        (
            "nêu cụ thể số liệu tập thể, hộ gia đình, cá nhân",
            [("count", "tập thể"), ("count", "hộ gia đình"), ("count", "cá nhân")],
        ),
        ("ghi rõ tên mô hình, hiệu quả", [("name", "mô hình"), ("topic", "hiệu quả")]),
        ("kèm theo 02 ảnh minh họa", [("attachment", "ảnh minh hoạ")]),
        ("giới thiệu từ 02 - 03 mô hình", [("count", "mô hình")]),
        ("nếu có", []),
    ],
)
def test_note_becomes_demands(note: str, wanted: list[tuple[str, str]]) -> None:
    """Counts, names, matters and enclosures are told apart."""
    assert [(r.kind, r.nouns[0]) for r in read_demands("Nội dung", (note,)).requires] == wanted


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("đề nghị mỗi huyện, thị xã, thành phố giới thiệu", "district"),
        ("Đối với các xã, phường", "commune"),
        ("Đối với các sở, ngành", "department"),
        ("Đối với thị xã", "district"),
        ("Kết quả tại các huyện, thị xã", "all"),
        ("Với tỉnh", "all"),
    ],
)
def test_unit_that_is_asked(text: str, unit: str) -> None:
    """Only words that single units out narrow an item to them."""
    assert whom(text, ()) == unit


@pytest.mark.parametrize(
    ("title", "bullet", "instruction"),
    [
        ("Để triển khai Kế hoạch, đề nghị mỗi huyện giới thiệu 02 tập thể", False, True),
        ("Nêu rõ kết quả huy động nguồn lực", True, True),
        ("Đánh giá chung", False, False),
        ("Đề nghị, kiến nghị", False, False),
        ("Với Trung ương", True, False),
    ],
)
def test_instruction_is_no_heading(title: str, bullet: bool, instruction: bool) -> None:
    """An item that tells what to write is no heading of a report."""
    assert is_instruction(title, bullet) is instruction
