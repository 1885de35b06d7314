"""Demands of an outline held against sentences as offices write them."""

from __future__ import annotations

import pytest

from thidua_check.outline.demands import read_demands
from thidua_check.outline.met import documents, has_figure, is_met

MET = [
    ("số lượng cán bộ, công chức, viên chức", "Sở có 88 cán bộ, công chức, viên chức."),
    ("số buổi tuyên truyền", "Tổ chức 04 buổi nói chuyện."),
    ("số cuộc họp trong năm", "Trong năm đã họp 04 cuộc."),
    ("số giờ phát thanh", "Phát thanh 96 giờ trên loa xã."),
    ("số hội viên", "Số hội viên: 15.430."),
    ("số thành viên", "Ban Chỉ đạo có một thành viên kiêm nhiệm."),
    ("số đơn thư", "Không phát sinh đơn thư."),
    ("số trường hợp vi phạm", "Không có trường hợp bị xử lý."),
    ("số văn bản đã ban hành", "Đã ban hành Kế hoạch số 12/KH-SNV và Công văn số 40/SNV-VP."),
    ("diện tích đất hiến", "Nhân dân hiến 450 m2 đất làm đường."),
    ("tỷ lệ hộ tham gia", "Có 60/62 hộ tham gia."),
    ("tỷ lệ hộ tham gia", "Toàn bộ các hộ tham gia."),
    ("tỷ lệ hộ tham gia", "Có 9 hộ trong số 10 hộ tham gia."),
    ("tổng kinh phí", "Chi phí 720 triệu đồng."),
    ("tổng kinh phí", "Phong trào không sử dụng kinh phí ngân sách."),
    ("so sánh với năm trước", "Đạt 96,5%, cao hơn năm 2022 là 2,1%."),
    ("so sánh cùng kỳ 2023", "Thu được 41 đơn vị máu, quý I/2023 là 32."),
    ("so sánh với năm trước", "Đây là năm đầu tiên thực hiện."),
    ("so với chỉ tiêu", "Đạt 110% kế hoạch."),
    ("số, ngày, trích yếu văn bản", "Kế hoạch số 12/KH-SNV ngày 05/9/2023 về hưởng ứng phong trào."),
    ("số, ngày ban hành", "Kế hoạch số 56-KH/ĐTN ngày 10/3/2023."),
    ("số, ngày ban hành", "Công văn số 45 ngày 18/01/2024."),
    ("có số liệu cụ thể", "Mỗi thôn có ba tổ tự quản."),
    ("kèm theo bảng thống kê", "Số liệu chi tiết tại Phụ lục 2."),
]
LACKING = [
    ("số buổi tuyên truyền", "Công tác tuyên truyền được đẩy mạnh bằng nhiều buổi nói chuyện."),
    ("số buổi tuyên truyền", "Tuyên truyền cho 300 người."),
    ("số phòng", "Quyết định ngày 05/9/2023 của phòng chuyên môn."),
    ("tỷ lệ hộ tham gia", "Có 60 hộ tham gia."),
    ("tổng kinh phí", "Bà con góp tiền và công sức."),
    ("so sánh với năm trước", "Tăng cường tuyên truyền, tỷ lệ hộ nghèo còn 1,8%."),
    ("số, ngày, trích yếu văn bản", "Đã ban hành đầy đủ các văn bản chỉ đạo."),
    ("số, ngày ban hành", "Đã ban hành Kế hoạch số 12/KH-SNV."),
    ("có số liệu cụ thể", "Kết quả thực hiện rất khả quan trong năm 2024."),
    ("kèm theo bảng thống kê", "Khen thưởng kịp thời."),
]


@pytest.mark.parametrize(("note", "text"), MET)
def test_answer_in_other_words_is_one(note: str, text: str) -> None:
    """A figure before or behind its noun, in words, a nil, a list of documents: all of these answer."""
    assert all(is_met(demand, text) for demand in read_demands("Nội dung", [note]).requires)


@pytest.mark.parametrize(("note", "text"), LACKING)
def test_text_that_says_no_such_thing(note: str, text: str) -> None:
    """Words about a matter, figures of another, dates and numbers of documents answer nothing."""
    assert not any(is_met(demand, text) for demand in read_demands("Nội dung", [note]).requires)


def test_documents_are_read_with_their_fields() -> None:
    """Each cited document is told with what of number, day and title stands with it."""
    text = "Thực hiện Luật số 06/2022/QH15, Kế hoạch số 12/KH-UBND ngày 02/3/2023 về thi đua và Công văn số 7/SNV."

    assert [sorted(fields) for fields in documents(text)] == [
        ["số", "trích yếu"],
        ["ngày", "số", "trích yếu"],
        ["số"],
    ]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("có 02 lớp", True),
        ("hai lớp", True),
        ("ngày 05/9/2023", False),
        ("năm 2024", False),
        ("số 12/KH-UBND", False),
    ],
)
def test_dates_and_numbers_of_documents_are_no_figures(text: str, figure: bool) -> None:
    """A figure counts something."""
    assert has_figure(text) is figure
