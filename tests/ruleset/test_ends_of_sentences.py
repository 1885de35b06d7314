"""Marks at the end of sentences: what stands around them tells whether one is wanting."""

from __future__ import annotations

import pytest

from thidua_check.checking import Options, analyse
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run_rule

RULES = load_rules()
WHOLE = "Các xã đã vận động Nhân dân đóng góp ngày công, hiến đất làm đường giao thông và chỉnh trang khu dân cư {n}."
BARE = "Công tác kiểm tra, giám sát được duy trì thường xuyên, các thiếu sót được chấn chỉnh kịp thời"


def shown(rule_id: str, *paragraphs: str) -> list[str]:
    """Return the excerpts of a rule's findings in a report with eight whole paragraphs and some more."""
    rule = RULES.rule(rule_id)
    assert rule is not None
    whole = [WHOLE.format(n=n) for n in range(8)]
    head = ["BÁO CÁO\nKết quả phong trào thi đua năm 2024", "I. KẾT QUẢ"]
    text = "\n\n".join([*head, *whole, *paragraphs])
    _, pairs = run_rule(rule, analyse(read(text.encode(), name="a.txt"), Options()))
    return [finding.excerpt for _, finding in pairs]


@pytest.mark.parametrize(
    "behind", ["a) Tuyên truyền", "b) công tác kiểm tra", "đ) Khen thưởng", "- Kết quả.", "Xong."]
)
def test_heading_behind_does_not_go_on(behind: str) -> None:
    """A typed heading behind a paragraph is not the rest of it."""
    assert shown("CT22", BARE, behind) == ["chấn chỉnh kịp thời"]


def test_small_letter_behind_goes_on() -> None:
    """A paragraph that was cut goes on in small letters."""
    assert shown("CT22", BARE, "và báo cáo cấp trên.") == []


def test_last_paragraph() -> None:
    """The last paragraph is judged as well."""
    assert shown("CT22", BARE) == ["chấn chỉnh kịp thời"]


@pytest.mark.parametrize(
    ("end", "excerpts"),
    [
        (" (trong năm 2024)", ["thời (trong năm 2024)"]),
        (" “đúng hạn” (12 vụ)", ["“đúng hạn” (12 vụ)"]),
        (" (…)", []),
        (" b)", []),
        (" (không có vụ nào.)", []),
        (".”", []),
    ],
)
def test_bracket_at_the_end(end: str, excerpts: list[str]) -> None:
    """Words in brackets end a sentence no more than other words do; one with a stop inside may."""
    assert shown("CT22", BARE + end) == excerpts


def test_note_on_a_title_is_no_sentence() -> None:
    """A paragraph that is all in brackets takes no stop."""
    assert shown("CT22", f"({BARE})") == []


@pytest.mark.parametrize(
    ("text", "excerpts"),
    [
        ("Đã hoàn thành năm 2024. đồng thời tiếp tục.", ["2024. đồng"]),
        ("Các phòng thuộc Sở. tích cực tham gia.", ["Sở. tích"]),
        ("Xem mục 2024. tiếp tục theo dõi.", []),
        ("Gv. dạy giỏi, Hs. giỏi của trường.", []),
    ],
)
def test_small_letter_behind_a_stop(text: str, excerpts: list[str]) -> None:
    """A year and a short word with a capital end a sentence, a number and an abbreviation may not."""
    assert shown("CT16", text) == excerpts
