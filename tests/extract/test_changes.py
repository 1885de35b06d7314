"""Changes, shares and averages whose operands the words name: what is found, and what is left alone."""

from __future__ import annotations

from thidua_check.document import Paragraph
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.relations import find_relations


def told(text: str) -> list[tuple[str, str, list[str], str]]:
    """Return kind, whole, parts and standing of each relation of a text."""
    paragraph = Paragraph(text)
    return [
        (r.kind, r.whole.passage.text, [p.passage.text for p in r.parts], r.standing)
        for r in find_relations(paragraph, find_quantities(paragraph))
    ]


def test_a_pair_may_name_its_unit_twice() -> None:
    """Units and nouns at both numbers make a pair; another unit behind the slash makes none."""
    paragraph = Paragraph("214,0 km/305 km; 20 km/30 km; 196 xã/198 xã; 12 nhà/10 xã; 3 triệu đồng/1 ha")

    assert [(q.passage.text, q.pair) for q in find_quantities(paragraph)] == [
        ("214,0", "n"),
        ("305", "m"),
        ("20", "n"),
        ("30", "m"),
        ("196", "n"),
        ("198", "m"),
        ("12", ""),
        ("3", ""),
    ]


def test_former_value_in_brackets() -> None:
    """The new value may stand some words before, and the same change may be told once more in percent."""
    text = "Dư nợ đạt 220 tỷ đồng, cho 500 hộ vay, tăng 20 tỷ đồng so với đầu năm 2023 (200 tỷ đồng), tương ứng tăng 10%."

    assert told(text) == [
        ("growth", "20", ["200", "220"], "holds"),
        ("growth", "10", ["200", "220"], "holds"),
    ]


def test_former_value_of_either_figure() -> None:
    """Where two figures may have changed, the one that fits is taken."""
    text = "Thu đạt 120 tỷ đồng, trong đó nội địa 80 tỷ đồng, tăng 20 tỷ đồng so với năm 2022 (100 tỷ đồng)."

    assert ("growth", "20", ["100", "120"], "holds") in told(text)


def test_a_plan_in_brackets_is_no_former_value() -> None:
    """What was planned is no former value."""
    assert told("Thu đạt 120 tỷ đồng, tăng 8 tỷ đồng so với kế hoạch (110 tỷ đồng).") == []


def test_points_and_relative_change_have_their_own_room() -> None:
    """2,6 points printed as 2,9 are off although the relative change allows for more rounding."""
    assert told("Tỷ lệ tăng từ 20,1% lên 22,7%, tức tăng 2,9%.") == [
        ("growth", "2,9", ["20,1", "22,7"], "off")
    ]
    assert told("Tỷ lệ tăng từ 20,1% lên 22,7%, tăng 12,9%.") == [
        ("growth", "12,9", ["20,1", "22,7"], "holds")
    ]


def test_one_change_is_told_once() -> None:
    """Both years at both ends do not make two relations."""
    text = "Sản lượng từ 1.200 tấn năm 2022 lên 1.380 tấn năm 2024, tăng 15%."

    assert told(text) == [("growth", "15", ["1.200", "1.380"], "holds")]


def test_multiples() -> None:
    """Whole multiples may be round, those with decimals may not; what was added is a fair reading."""
    doubled = "Đón {} lượt, tăng gấp {} so với năm 2021 (100 lượt)."

    assert told(doubled.format("170", "đôi"))[0][3] == "holds"
    assert told(doubled.format("150", "đôi"))[0][3] == "off"
    assert told(doubled.format("250", "1,5 lần"))[0][3] == "holds"
    assert told(doubled.format("200", "1,5 lần"))[0][3] == "off"


def test_average_of_the_nearest_pair() -> None:
    """Any pair that fits is taken; trailing zeros may be rounding only for the nearest one."""
    text = "Sửa 186,5 km đường, thắp sáng 231 km với 6.930 bóng đèn, bình quân {} bóng/km."

    assert told(text.format(30)) == [("average", "30", ["6.930", "231"], "holds")]
    assert told(text.format(40)) == [("average", "40", ["6.930", "231"], "off")]
    assert told(text.format(37)) == [("average", "37", ["6.930", "186,5"], "holds")]


def test_no_average_over_time_or_of_something_else() -> None:
    """Yearly averages, and averages of what the sentence gives no total of, are left alone."""
    assert told("Có 12 hộ thu 720 triệu đồng, lãi bình quân 5 triệu đồng/hộ.") == []
    assert told("Trong 3 năm thu 720 triệu đồng, bình quân 24 triệu đồng/năm.") == []
    assert told("Có 12 hộ, mỗi hộ vay 50 triệu đồng, bình quân 5 triệu đồng/hộ.") == []


def test_named_whole() -> None:
    """The verb that names the whole finds it; two that fit find none."""
    share = "có 30 hộ thoát nghèo, đạt 40% số hộ được giúp."

    assert told(f"Hội đã giúp 100 hộ; {share}") == [("ratio", "40", ["30", "100"], "off")]
    assert told(f"Hội đã giúp 100 hộ, Đoàn giúp 75 hộ; {share}") == []


def test_a_far_share_is_a_slip_or_of_another_base() -> None:
    """Ten times the right share and one wrong digit are slips, anything else so far off is another base."""
    text = "Xã có 10.870 hộ, trong đó có 870 hộ nghèo, chiếm {}%."

    standings = [
        dict.fromkeys(r[3] for r in told(text.format(p)) if r[0] == "ratio")
        for p in ("8,0", "0,80", "9,53", "18,0")
    ]
    assert [list(s) for s in standings] == [["holds"], ["off"], ["off"], ["unknown"]]
