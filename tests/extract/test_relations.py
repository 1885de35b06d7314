"""Relations that the text states: what is found, what is understood, what holds."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from thidua_check.document import Paragraph
from thidua_check.extract.arithmetic import Relation
from thidua_check.extract.numbers import format_number, round_half_up, truncate
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.relations import find_relations


def relations(text: str) -> tuple[Relation, ...]:
    """Return the relations of one paragraph."""
    paragraph = Paragraph(text)
    return find_relations(paragraph, find_quantities(paragraph))


def told(text: str) -> list[tuple[str, str, list[str], str]]:
    """Return kind, whole, parts and standing of each relation of a text."""
    return [
        (r.kind, r.whole.passage.text, [p.passage.text for p in r.parts], r.standing) for r in relations(text)
    ]


def test_parts_in_brackets() -> None:
    """A bracket of amounts of the same noun holds the total's parts; the stars of a rank are none."""
    assert told("Có 11 sản phẩm OCOP được đánh giá (03 sản phẩm đạt 4 sao và 08 sản phẩm đạt 3 sao).") == [
        ("sum", "11", ["03", "08"], "holds")
    ]


def test_parts_with_colons_in_brackets() -> None:
    """Labels with colons may themselves hold a comma."""
    text = "Chi 43,068 tỷ đồng (trong đó: ngân sách huyện: 21,154 tỷ đồng và ngân sách xã, thị trấn: 21,914 tỷ đồng) và 4,796 tỷ đồng khác."

    assert told(text) == [("sum", "43,068", ["21,154", "21,914"], "holds")]


def test_the_percentages_of_parts_are_no_parts() -> None:
    """What each part reached of its plan is skipped, and so is the base year in brackets behind the total."""
    text = (
        "Tổng giá trị sản xuất năm 2024 đạt 2.308,61 tỷ đồng (giá so sánh 2010), đạt 100,19% kế hoạch (KH); tăng 9,96%"
        " so với cùng kỳ năm 2023, trong đó: Nông - lâm - ngư nghiệp: 1.544,44 tỷ đồng, đạt 100,36% KH, tăng 5,97%;"
        " Công nghiệp - xây dựng: 1.136,1 tỷ đồng, đạt 100,1% KH; Thương mại - dịch vụ: 438,25 tỷ đồng, tăng 14,86%."
    )
    (relation,) = relations(text)

    assert [p.passage.text for p in relation.parts] == ["1.544,44", "1.136,1", "438,25"]
    assert (relation.expected, relation.standing, relation.sure) == (Decimal("3118790000000"), "off", True)


def test_numerators_add_up_and_each_pair_has_its_percentage() -> None:
    """In a list of n/m the numerators are the parts; ages between pair and percentage do not come between."""
    text = (
        "Đã thu nhận 58.380 hồ sơ (trong đó, đã cấp 48.503/48.981 cho trường hợp từ 14 tuổi trở lên, đạt 99.02%;"
        " 6.785/9638 cho trường hợp từ 6 đến dưới 14 tuổi, đạt 70.40%; 3.092/5.168 trường hợp dưới 6 tuổi, đạt 59.83%)."
    )

    assert told(text) == [
        ("sum", "58.380", ["48.503", "6.785", "3.092"], "holds"),
        ("ratio", "99.02", ["48.503", "48.981"], "holds"),
        ("ratio", "70.40", ["6.785", "9638"], "holds"),
        ("ratio", "59.83", ["3.092", "5.168"], "holds"),
    ]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Hội đồng gồm 15 thành viên: 1 Chủ tịch, 2 Phó Chủ tịch và 12 ủy viên.", "holds"),
        ("Hội đồng gồm 15 thành viên: 1 Chủ tịch, 2 Phó Chủ tịch và 11 ủy viên.", "off"),
        ("Cơ quan có 88 người, gồm 30 công chức, 40 viên chức và 17 người lao động.", "off"),
        ("Vận động 1,5 tỷ đồng, trong đó tiền mặt 900 triệu đồng, hiện vật 600 triệu đồng; hỗ trợ 700 triệu đồng.", "holds"),
        ("Đã mở 15 lớp (năm 2021: 5 lớp; năm 2022: 6 lớp; năm 2023: 5 lớp) cho 450 học viên.", "off"),
        ("Có 145/151 xã, trong đó có 59 xã khu vực III, 12 xã khu vực II, 74 xã khu vực I và 86 thôn khác.", "holds"),
        ("Giá trị là 842,8 tỷ đồng. Trong đó, nông nghiệp 362,0 tỷ đồng; công nghiệp 227,4 tỷ đồng; dịch vụ 253,4 tỷ đồng.", "holds"),
        ("Hỗ trợ 500 triệu đồng, trong đó ngân sách tỉnh 120 triệu đồng.", "holds"),
        ("Thu 125,6 tỷ đồng, gồm: thu nội địa 98,4 tỷ đồng, thu từ đất 27,2 tỷ đồng, tăng 12,5%.", "holds"),
        ("Đề nghị tặng 25 Giấy khen cho 10 tập thể và 15 cá nhân.", "holds"),
        ("Tặng 12 Bằng khen cho 5 tập thể và 8 cá nhân.", "off"),
        ("Hỗ trợ 500 triệu đồng, trong đó ngân sách tỉnh 620 triệu đồng.", "off"),
    ],
)  # fmt: skip
def test_totals_are_judged(text: str, standing: str) -> None:
    """A plain list of parts is added up; "trong đó" may leave parts out."""
    (relation,) = relations(text)

    assert (relation.kind, relation.standing) == ("sum", standing)


@pytest.mark.parametrize(
    "text",
    [
        "Cơ quan có 88 người, trong đó 50 nữ, 60 đảng viên.",
        "Toàn huyện có 120 hộ nghèo, trong đó có 45 hộ dân tộc thiểu số, 80 hộ không có khả năng lao động.",
        "Trao 50 suất quà, gồm 50 thùng mì, 100 kg gạo và 10 thùng sữa.",
        "Tổ chức 03 lớp tập huấn: 120 học viên, 15 giảng viên.",
        "Giá trị đạt trên 805 tỷ đồng, trong đó, nông nghiệp đạt trên 220 tỷ đồng; dịch vụ đạt trên 647 tỷ đồng.",
        "Trồng 1.250 ha rừng (tăng 150 ha so với kế hoạch và 200 ha so với cùng kỳ).",
        "Khen 57 tập thể, 68 cá nhân, trong đó: Bằng khen cho 12 tập thể, 20 cá nhân; Giấy khen cho 45 tập thể, 48 cá nhân.",
        "Thành lập 5 tổ gồm 25 thành viên; tổ chức 03 đợt kiểm tra.",
        "Kinh phí 500 triệu đồng, trong đó hỗ trợ 10 hộ, mỗi hộ 60 triệu đồng.",
        "Thu 285,3 tỷ đồng, trong đó thu trên địa bàn 24,023 tỷ đồng, đạt 43% kế hoạch.",
        "Có 45/50 xã, đạt 95% kế hoạch.",
        "Còn 1.135 hộ nghèo, trong đó, hộ nghèo dân tộc thiểu số là 553 hộ, tỷ lệ 8,15%.",
        "Có 25 trường, trong đó 15 trường đạt chuẩn; có 312 lớp.",
        "Thu nhập tăng từ 45 triệu đồng lên 60 triệu đồng, tăng bình quân 7,5%/năm.",
        "Đầu tư tại 01 xã về đích và 03 xã nâng cao (tại các xã: Ba Vì, Ba Tô, Ba Xa, Ba Lế).",
        "Có 15 xã làm tốt (tiêu biểu như Ba Vì, Ba Tô, Ba Xa).",
        "Có 15 xã (Ba Vì, Ba Tô, Ba Xa...).",
        "Quỹ vận động được 268,5 triệu đồng, gồm: doanh nghiệp 142,5 triệu đồng, người dân 86 triệuu đồng, hội viên 40 triệu đồng.",
        "Thu 90 tấn nông sản (lúa: 40 tấn; ngô: 20 tấnn; sắn: 30 tấn).",
    ],
)  # fmt: skip
def test_what_is_not_sure_is_not_judged(text: str) -> None:
    """Overlapping groups, other things, vague amounts, other bases and partial lists are never off."""
    assert all(r.standing != "off" for r in relations(text))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Đã xây 553/553 nhà (trong đó xây mới: 405 nhà; sửa chữa: 148 nhà) đạt 100%.", "holds"),
        ("Đã cấp 3.093/5.168 thẻ, đạt 59,85%.", "holds"),
        ("Đã cấp 3.093/5.168 thẻ, đạt 59,84%.", "truncated"),
        ("Đã cấp 3.093/5.168 thẻ, đạt 58,85%.", "off"),
        ("Có 95% (19/20) xã đạt chuẩn.", "holds"),
        ("Có 30 xã trên tổng số 60 xã, chiếm 51%.", "off"),
    ],
)
def test_percentages_are_judged(text: str, standing: str) -> None:
    """A percentage is right rounded or cut off at its printed decimals."""
    found = [r.standing for r in relations(text) if r.kind == "ratio"]

    assert found == [standing]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Sản lượng tăng từ 2.000 tấn (năm 2020) lên 2.500 tấn (năm 2024), tăng 25%.", "holds"),
        ("Sản lượng tăng từ 2.000 tấn (năm 2020) lên 2.500 tấn (năm 2024), tăng 20%.", "off"),
        ("Tỷ lệ hộ nghèo giảm từ 34,68% xuống 15,95%, giảm 18,73%.", "holds"),
        ("Tỷ lệ hộ nghèo giảm từ 34,68% xuống 15,95%, giảm 54,0%.", "holds"),
        ("Tỷ lệ hộ nghèo giảm từ 34,68% xuống 15,95%, giảm 19,73 điểm phần trăm.", "off"),
    ],
)
def test_changes_are_judged(text: str, standing: str) -> None:
    """A change is worked out from both ends; for rates points and relative change are both right."""
    (relation,) = relations(text)

    assert (relation.kind, relation.standing) == ("growth", standing)


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Năm 2023 thu hoạch 2.000 tấn, năm 2024 thu hoạch 2.500 tấn, tăng 25% so với năm 2023.", "holds"),
        ("Năm 2021 có 5.995 hộ nghèo; đến năm 2024 còn 2.815 hộ nghèo, giảm 60%.", "off"),
        ("Sản lượng 2.000 tấn năm 2023, 2.500 tấn năm 2024, tăng 30% so với cùng kỳ.", "off"),
    ],
)
def test_changes_between_dated_figures_are_judged(text: str, standing: str) -> None:
    """Two figures with years of their own and a change behind them are its two ends."""
    (relation,) = relations(text)

    assert (relation.kind, relation.standing) == ("growth", standing)


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2022 trồng 50 ha, năm 2024 trồng 60 ha, tăng 10% so với cùng kỳ.",
        "Năm 2023 có 200 hộ nghèo, năm 2024 có 150 hộ cận nghèo, giảm 30%.",
        "Năm 2023 thu 200 tấn, năm 2024 thu 250 tấn; giá bán tăng 30%.",
    ],
)
def test_changes_of_something_else_are_none(text: str) -> None:
    """A change against another year, of another thing or in another clause is not worked out."""
    assert all(r.standing != "off" for r in relations(text))


def test_names_are_counted_without_the_districts() -> None:
    """Communes are counted inside groups; the district behind a group and the clause behind the list are none."""
    text = (
        "riêng 08 xã đạt chuẩn: xã Tịnh Hà - huyện Sơn Tịnh; xã Nghĩa Trung - huyện Tư Nghĩa; xã Hành Thiện, Hành Minh"
        " - huyện Nghĩa Hành; xã Tịnh Long, Tịnh An, Nghĩa Dũng, Nghĩa Hà - Thành phố Quảng Ngãi, Sở đang triển khai."
    )
    (relation,) = relations(text)

    assert [name.text for name in relation.names] == [
        "Tịnh Hà",
        "Nghĩa Trung",
        "Hành Thiện",
        "Hành Minh",
        "Tịnh Long",
        "Tịnh An",
        "Nghĩa Dũng",
        "Nghĩa Hà",
    ]
    assert relation.standing == "holds"


def test_a_missing_name_is_counted() -> None:
    """A bracket with one name too few contradicts the count."""
    (relation,) = relations("Kiểm tra 04 xã (Ba Vì, Ba Tô và Ba Xa).")

    assert (relation.standing, relation.expected, relation.sure) == ("off", Decimal(3), True)


parts_lists = st.lists(st.integers(min_value=100, max_value=999_999), min_size=2, max_size=6)


def written(values: list[int], total: int) -> str:
    """Return a sentence with a total and its parts, in hundredths of a tỷ."""
    items = "; ".join(f"mục {chr(97 + i)}: {amount(v)} tỷ đồng" for i, v in enumerate(values))
    return f"Tổng vốn là {amount(total)} tỷ đồng, bao gồm: {items}."


def amount(hundredths: int) -> str:
    """Return hundredths printed with two decimals."""
    return format_number(Decimal(hundredths) / 100, 2)


@given(parts_lists)
def test_a_true_sum_holds(values: list[int]) -> None:
    """A total built from its parts is found, understood and holds."""
    (relation,) = relations(written(values, sum(values)))

    assert (len(relation.parts), relation.standing) == (len(values), "holds")


@given(parts_lists, st.integers(0, 5), st.integers(1, 9))
def test_one_changed_digit_breaks_a_sum(values: list[int], place: int, shift: int) -> None:
    """Another digit in the total is seen, unless the change is within the rounding of the parts."""
    total = sum(values)
    digits = list(str(total))
    index = place % len(digits)
    digits[index] = str((int(digits[index]) + shift) % 10)
    changed = int("".join(digits))
    assume(digits[0] != "0" and 2 * abs(changed - total) > len(values) + 1)
    prefixes = [sum(values[:k]) for k in range(2, len(values))]
    assume(all(2 * abs(changed - prefix) > len(values) + 1 for prefix in prefixes))

    (relation,) = relations(written(values, changed))

    assert relation.standing == "off"


@given(st.integers(1, 99_999), st.integers(1, 99_999), st.integers(0, 2))
def test_rounded_and_cut_off_percentages_stand(n: int, m: int, decimals: int) -> None:
    """Whatever the numbers, the rounded percentage holds and the cut-off one is at most truncated."""
    exact = Decimal(100 * n) / Decimal(m)
    pair = f"{format_number(Decimal(n))}/{format_number(Decimal(m))} hộ"

    (rounded,) = relations(f"Có {pair}, đạt {format_number(round_half_up(exact, decimals), decimals)}%.")
    (cut,) = relations(f"Có {pair}, đạt {format_number(truncate(exact, decimals), decimals)}%.")

    assert rounded.standing == "holds"
    assert cut.standing in ("holds", "truncated")


@given(st.integers(1, 9_999), st.integers(1, 9_999), st.integers(2, 50))
def test_a_percentage_that_is_off_by_more_is_seen(n: int, m: int, shift: int) -> None:
    """A percentage more than a printed place away is off."""
    wrong = round_half_up(Decimal(100 * n) / Decimal(m), 1) + Decimal(shift) / 10

    (relation,) = relations(
        f"Có {format_number(Decimal(n))}/{format_number(Decimal(m))} hộ, đạt {format_number(wrong, 1)}%."
    )

    assert relation.standing == "off"


@given(st.text(alphabet="abcđ 0123456789,.;:()/%-và ", max_size=60))
def test_random_text_is_never_judged_wrong_for_sure(text: str) -> None:
    """Without the words that announce parts, noise gives no total."""
    assert all(r.kind != "count" for r in relations(text))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Có 84 người, gồm: 03 cán bộ quản lý, 73 giáo viên, 09 nhân viên.", "off"),
        ("Trong 36 đơn vị trực thuộc có 13 bệnh viện, 05 trung tâm, 19 trạm.", "off"),
        ("Trong 36 đơn vị trực thuộc có 13 bệnh viện, 05 trung tâm.", "holds"),
        ("Trong 36 đơn vị có 20 đơn vị đạt chuẩn, 30 đơn vị tiên tiến.", "unknown"),
        ("Trong 84 người có 60 viên chức, 50 giáo viên.", "unknown"),
        ("Trường có 84 cán bộ (60 viên chức, 50 giáo viên).", "unknown"),
        ("Xây 167 “Mái ấm” trị giá 6,92 tỷ đồng (xây mới 124 nhà, sửa chữa 53 nhà).", "off"),
        ("Thăm 167 hộ (tặng quà 124 hộ, tặng nhà 53 hộ).", "unknown"),
        (
            "Năm 2021 là 21,4 tỷ đồng; năm 2022 là 26,9 tỷ đồng, tăng 25,7%. Cộng 02 năm là 58,3 tỷ đồng.",
            "off",
        ),
        ("Có 48.627 đoàn viên, 83.150 hội viên, tổng số đoàn viên, hội viên là 131.777 người.", "holds"),
    ],
)
def test_totals_with_kinds_years_and_names(text: str, standing: str) -> None:
    """Kinds of the counted units, years that are counted, and named things are parts; groups that overlap are none."""
    assert [r.standing for r in relations(text) if r.kind == "sum"] == [standing]


@pytest.mark.parametrize(
    "text",
    [
        "Năm 2021 là 21,4 tỷ đồng; năm 2023 là 26,9 tỷ đồng. Cộng 02 năm là 58,3 tỷ đồng.",
        "Năm 2021 là 21,4 tỷ đồng; năm 2022 là 26,9 tỷ đồng. Cộng 05 năm là 158,3 tỷ đồng.",
        "Có 48.627 đoàn viên, 83.150 hội viên, tổng số dân là 250.000 người.",
    ],
)
def test_totals_of_something_else(text: str) -> None:
    """A gap in the years, another number of them, and other names leave the total alone."""
    assert [r for r in relations(text) if r.kind == "sum"] == []
