"""What instructions of an outline are read to demand, and what of them stays unchecked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.outline.demands import read_demands


def demands(note: str, title: str = "Nội dung") -> list[tuple[str, tuple[str, ...]]]:
    return [(r.kind, r.nouns) for r in read_demands(title, [note]).requires]


@pytest.mark.parametrize(
    ("note", "nouns"),
    [
        ("số lượng cán bộ, công chức, viên chức", ["cán bộ", "công chức", "viên chức"]),
        ("số tin, bài, số buổi tuyên truyền, số lượt người tham dự", ["tin", "bài", "buổi tuyên truyền", "lượt người"]),
        ("số công dân học tập được công nhận", ["công dân học tập"]),
        ("số thôn, hộ gia đình, cá nhân được khen", ["thôn", "hộ gia đình", "cá nhân"]),
        ("thống kê số lượng Giấy khen, Bằng khen đã được tặng", ["giấy khen", "bằng khen"]),
        ("tổng diện tích rừng; khối lượng rác thu gom", ["diện tích rừng", "khối lượng rác"]),
        ("tổ chức được bao nhiêu buổi, bao nhiêu lượt người nghe", ["buổi", "lượt người nghe"]),
    ],
)  # fmt: skip
def test_counts_keep_their_noun(note: str, nouns: list[str]) -> None:
    """A figure is asked for of what the instruction names, in a list too, and of nothing near it."""
    assert demands(note) == [("count", (noun,)) for noun in nouns]


@pytest.mark.parametrize(
    ("note", "fields"),
    [
        ("nêu rõ số, ngày, tháng, trích yếu văn bản", ("số", "ngày", "trích yếu")),
        ("nêu cụ thể tên văn bản, số, ngày ban hành", ("trích yếu", "số", "ngày")),
        ("ghi rõ số quyết định, ngày thành lập", ("số", "ngày")),
        ("Liệt kê các văn bản đã ban hành (số, ký hiệu, ngày tháng năm)", ("số", "ngày")),
    ],
)
def test_fields_of_documents(note: str, fields: tuple[str, ...]) -> None:
    """Number, day and title are fields of documents and no figures."""
    found = [nouns for kind, nouns in demands(note) if kind != "topic"]

    assert found == [fields]


@pytest.mark.parametrize(
    ("note", "bounds"),
    [
        ("từ 03 đến 05 giải pháp", (("giải pháp",), 3, 5)),
        ("mỗi đơn vị giới thiệu từ 02-03 điển hình", (("điển hình",), 2, 3)),
        ("tối thiểu 02 mô hình", (("mô hình",), 2, None)),
        ("Giới thiệu không quá 03 mô hình", (("mô hình",), None, 3)),
        ("nêu 02 hạn chế lớn nhất", (("hạn chế lớn nhất",), 2, 2)),
        ("mỗi đơn vị 01 mô hình", (("mô hình",), 1, 1)),
        ("02 - 03 tập thể hoặc cá nhân", (("tập thể", "cá nhân"), 2, 3)),
    ],
)
def test_examples_by_number(note: str, bounds: tuple[tuple[str, ...], int | None, int | None]) -> None:
    """A number before a noun asks for so many, at least or at most so many."""
    (found,) = read_demands("Nội dung", [note]).requires

    assert (found.nouns, found.low, found.high) == bounds


@pytest.mark.parametrize(
    ("note", "kinds"),
    [
        ("có số liệu cụ thể, so sánh với năm trước", ["figures", "comparison"]),
        ("tỷ lệ hài lòng năm 2023 so với năm 2022", ["share", "comparison"]),
        ("tỷ lệ % so với tổng số hộ", ["share"]),
        ("tổng kinh phí; số tiền ủng hộ", ["money", "money"]),
        ("đạt bao nhiêu % kế hoạch", ["share"]),
        ("hết bao nhiêu triệu đồng", ["money"]),
        ("nêu tên 02 sáng kiến tiêu biểu", ["count", "name"]),
        ("họ tên, chức vụ", ["name", "topic"]),
        ("theo biểu mẫu kèm theo", ["attachment"]),
    ],
)
def test_kinds_of_demands(note: str, kinds: list[str]) -> None:
    """Shares, amounts, comparisons, names, matters and enclosures are told apart."""
    assert [kind for kind, _ in demands(note)] == kinds


@pytest.mark.parametrize(
    ("note", "unchecked"),
    [
        ("không quá 05 trang", "không quá 05 trang"),
        ("đối với mô hình nêu số người tham gia", "đối với mô hình nêu số người tham gia"),
        ("ghi số điện thoại của người lập báo cáo", "số điện thoại của người lập báo cáo"),
        ("như đã gửi tại công văn số 12/SNV-TĐKT", "như đã gửi tại công văn số 12/snv-tđkt"),
        ("tên tổ", "tên tổ"),
    ],
)
def test_what_is_not_understood_is_kept(note: str, unchecked: str) -> None:
    """A limit on length, what holds for some only, a reference: no demand is guessed from them."""
    found = read_demands("Nội dung", [note])

    assert (found.requires, found.unchecked) == ((), (unchecked,))


@pytest.mark.parametrize(
    ("note", "nouns"),
    [
        ("số cuộc kiểm tra; số đơn thư khiếu nại, tố cáo nếu có", ["cuộc kiểm tra"]),
        ("số nhà tình nghĩa, số suất học bổng nếu có", ["nhà tình nghĩa"]),
        ("số lớp (nếu có), số người dự", ["người"]),
        ("nếu có", []),
    ],
)
def test_what_is_left_to_the_office_is_no_demand(note: str, nouns: list[str]) -> None:
    """ "Nếu có" frees the thing it stands behind, with the nouns joined to it, and no more."""
    assert demands(note) == [("count", (noun,)) for noun in nouns]


@pytest.mark.parametrize(
    ("note", "demand"),
    [
        ("số liệu tính đến ngày 30/11/2024", []),
        ("số tin đã đăng, phát", [("count", ("tin",))]),
        ("giá trị áp dụng", [("topic", ("giá trị áp dụng",))]),
        ("số hóa tài liệu lưu trữ", [("topic", ("số hoá tài liệu lưu trữ",))]),
        ("số tiền, trong đó nhân dân đóng góp", [("money", ("số tiền",)), ("topic", ("nhân dân đóng góp",))]),
    ],
)
def test_words_like_a_count_are_none(note: str, demand: list[tuple[str, tuple[str, ...]]]) -> None:
    """As of when, a second verb, "số hóa", what an amount consists of: no further figures are asked for."""
    assert demands(note) == demand


def test_what_describes_an_enclosure_is_no_demand_on_the_section() -> None:
    """What stands behind "trong đó nêu rõ thông tin" is wanted of the enclosure."""
    found = read_demands(
        "Điển hình", ["có tóm tắt thành tích 02 trang, trong đó nêu rõ thông tin: số hộ; số lớp"]
    )

    assert [r.kind for r in found.requires if r.kind != "topic"] == ["attachment"]
    assert found.unchecked == ("số hộ", "số lớp")


def test_title_that_begins_with_figures_demands_them() -> None:
    """ "Số lần tuần tra" is heading and demand at once, unless the outline leaves it to the office."""
    assert [r.nouns for r in read_demands("Số lần tuần tra; số vụ vi phạm", []).requires] == [
        ("lần tuần tra",),
        ("vụ",),
    ]
    assert read_demands("Số vụ cháy rừng", ["nếu có"]).requires == ()
    assert read_demands("Kết quả 05 năm thực hiện", []).requires == ()


_PIECES = st.sampled_from(
    ["số lớp", "tỷ lệ hộ đạt", "tổng kinh phí", "tên mô hình", "hiệu quả", "so với cùng kỳ", "không quá 02 trang", "từ 02-03 gương"]
)  # fmt: skip


@given(st.lists(_PIECES, min_size=1, max_size=6, unique=True))
def test_no_word_of_an_instruction_is_lost(pieces: list[str]) -> None:
    """Every piece of an instruction is a demand or is kept as unchecked."""
    found = read_demands("Nội dung", ["; ".join(pieces)])
    kept = [r.text for r in found.requires] + list(found.unchecked)

    assert all(any(piece in text or text in piece for text in kept) for piece in pieces)


@given(st.text(max_size=120))
def test_any_instruction_can_be_read(note: str) -> None:
    """Whatever stands in brackets, reading it ends, and a demand names something."""
    assert all(r.nouns and all(r.nouns) for r in read_demands("Nội dung", [note]).requires)
