"""Guidance letters in the ways offices write them: where instructions stand, how items are set off, when and whom to."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.word import bold, docx, para, run
from thidua_check.outline.compile import compile_outline
from thidua_check.outline.model import Letter, Outline
from thidua_check.read import read

HEAD = """HUYỆN ĐOÀN VÍ DỤ
Số: 15-CV/HĐTN

Ví Dụ, ngày 05 tháng 3 năm 2024

Kính gửi: Các xã đoàn.

{ask}

Nơi nhận:
- Như trên;
- Lưu: VT.

"""
OUTLINE = "ĐỀ CƯƠNG BÁO CÁO\nKết quả phong trào “Tuổi trẻ xung kích”\n\n"
ITEMS = "I. Tình hình\n\nII. Kết quả\n\nIII. Kiến nghị\n"


def compiled(text: str, name: str = "cong-van.txt") -> Outline:
    return compile_outline(read(text.encode(), name=name))[0]


def letter(ask: str) -> Letter:
    found = compiled(HEAD.format(ask=ask) + OUTLINE + ITEMS).letter
    assert found is not None
    return found


def demands(outline: Outline, tail: str) -> list[tuple[str, str]]:
    item = next(i for i in outline.items if i.id.partition("/")[2] == tail)
    return [(r.kind, r.nouns[0]) for r in item.requires]


def tails(outline: Outline) -> list[str]:
    return [i.id.partition("/")[2] for i in outline.items]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("MẪU SỐ 01: ĐỀ CƯƠNG BÁO CÁO", "Kết quả năm 2024"),
        ("DÀN Ý BÁO CÁO", "Kết quả năm 2024"),
        ("GỢI Ý ĐỀ CƯƠNG BÁO CÁO", "Kết quả năm 2024"),
        ("PHỤ LỤC II - ĐỀ CƯƠNG", "Kết quả năm 2024"),
    ],
)
def test_heads_of_outlines(head: str, title: str) -> None:
    """An outline is headed in several ways."""
    assert compiled(f"{head}\n{title}\n\n{ITEMS}").title == title


def test_instructions_behind_a_colon_leave_the_title() -> None:
    """ "Title: nêu rõ số ..." is a title and an instruction; a colon before a list of matters is part of the title."""
    outline = compiled(
        f"{OUTLINE}1. Tuyên truyền: nêu rõ số buổi, số lượt người dự.\n\n2. Kiến nghị: với tỉnh, với trung ương.\n\n3. Khác.\n"
    )

    assert [i.title for i in outline.items] == [
        "Tuyên truyền",
        "Kiến nghị: với tỉnh, với trung ương.",
        "Khác.",
    ]
    assert demands(outline, "1") == [("count", "buổi"), ("count", "lượt người")]


def test_bullets_that_ask_belong_to_the_section_above() -> None:
    """ "- Số lượng tin, bài" is no section; "- Với tỉnh" is one."""
    outline = compiled(
        f"{OUTLINE}I. Tuyên truyền\n\n- Số lượng tin, bài đã đăng.\n\n- Nêu tên ít nhất 03 gương tiêu biểu.\n\n"
        "II. Kiến nghị\n\n- Với tỉnh\n\n- Với Trung ương\n"
    )

    assert tails(outline) == ["I", "II", "II.voi-tinh", "II.voi-trung-uong"]
    assert demands(outline, "I") == [
        ("count", "tin"),
        ("count", "bài"),
        ("count", "gương"),
        ("name", "gương"),
    ]


def test_lines_under_an_item_are_read_if_they_ask() -> None:
    """A line of its own with a request is one; other words under an item are kept unchecked."""
    outline = compiled(
        f"{OUTLINE}I. Kết quả\n\nThống kê số lớp, số học viên.\n\nPhần này do bộ phận văn phòng tổng hợp.\n\n{ITEMS[14:]}"
    )

    assert demands(outline, "I") == [("count", "lớp"), ("count", "học viên")]
    assert outline.items[0].unchecked == ("Phần này do bộ phận văn phòng tổng hợp.",)


def test_closing_lines_speak_of_the_whole_report() -> None:
    """What is to be enclosed and how long the report may be stands behind the last item and is no demand on it."""
    outline = compiled(
        f"{OUTLINE}{ITEMS}\n(Gửi kèm biểu số liệu; danh sách cá nhân)\n\nLưu ý: Báo cáo không quá 05 trang.\n"
    )

    assert [(r.kind, r.text) for r in outline.requires] == [
        ("attachment", "biểu số liệu"),
        ("attachment", "danh sách cá nhân"),
    ]
    assert outline.unchecked == ("không quá 05 trang",)
    assert outline.items[-1].notes == ()


def test_dotted_labels_hold_their_parents() -> None:
    """The id of "2.1" under "2" is not "2.2.1"."""
    outline = compiled(f"{OUTLINE}1. Chỉ đạo\n\n2. Kết quả\n\n2.1. Đường sáng\n\n2.2. Đường xanh\n")

    assert tails(outline) == ["1", "2", "2.1", "2.2"]


def test_outline_in_bold_without_labels() -> None:
    """Bold lines in capitals hold the other bold lines; italic lines under them are instructions."""
    data = docx(
        [
            bold("ĐỀ CƯƠNG BÁO CÁO"),
            bold("Kết quả phong trào “Tuổi trẻ xung kích”"),
            bold("CÔNG TÁC TRIỂN KHAI"),
            para(run("(Số hội nghị triển khai)", italic=True)),
            bold("KẾT QUẢ THỰC HIỆN"),
            bold("Tổ công nghệ số"),
            para(run("(Số tổ, số thành viên)", italic=True)),
            bold("HẠN CHẾ, NGUYÊN NHÂN"),
        ]
    )
    (outline,) = compile_outline(read(data, name="de-cuong.docx"))

    assert outline.title == "Kết quả phong trào “Tuổi trẻ xung kích”"
    assert tails(outline) == [
        "cong-tac-trien-khai",
        "ket-qua-thuc-hien",
        "ket-qua-thuc-hien.to-cong-nghe-so",
        "han-che-nguyen-nhan",
    ]
    assert demands(outline, "ket-qua-thuc-hien.to-cong-nghe-so") == [("count", "tổ"), ("count", "thành viên")]


@pytest.mark.parametrize(
    "note", ["(nếu có)", "(nếu có thì nêu rõ)", "(Đơn vị nào không có thì không báo cáo phần này)"]
)
def test_item_left_to_the_office(note: str) -> None:
    """An item that the outline does not oblige to is optional, in a bracket or on a line of its own."""
    assert compiled(f"{OUTLINE}I. Tình hình\n\nII. Kết quả\n\nIII. Kiến nghị {note}\n").items[-1].optional
    assert compiled(f"{OUTLINE}I. Tình hình\n\nII. Kết quả\n\nIII. Kiến nghị\n\n{note}\n").items[-1].optional


@pytest.mark.parametrize(
    ("ask", "day", "strict"),
    [
        ("Báo cáo gửi về Huyện đoàn trước 17 giờ ngày 20/3/2024.", 20, True),
        ("Báo cáo gửi về Huyện đoàn chậm nhất 16 giờ 00 phút ngày 21/3/2024.", 21, False),
        ("Báo cáo gửi về Huyện đoàn (qua Ban Phong trào) trong ngày 22 tháng 3 năm 2024.", 22, False),
        ("Báo cáo gửi Huyện đoàn đến hết ngày 23/3/2024.", 23, False),
        ("Thời gian gửi báo cáo: trước ngày 24/3/2024.", 24, True),
        ("Gửi Huyện đoàn, hạn cuối: ngày 25/3/2024.", 25, False),
        ("Hội thi được tổ chức trong ngày 26/3/2024.", None, False),
    ],
)
def test_deadline_in_other_words(ask: str, day: int | None, strict: bool) -> None:
    """Hours, "trong ngày" and "đến hết ngày" of what is sent set a deadline; the day of an event does not."""
    found = letter(ask)

    assert (found.deadline, found.deadline_strict) == (day and dt.date(2024, 3, day), strict)


@pytest.mark.parametrize(
    ("ask", "requester"),
    [
        ("Báo cáo gửi Huyện đoàn trước ngày 20/3/2024.", "Huyện đoàn"),
        (
            "Đề nghị gửi báo cáo sơ kết (theo đề cương đính kèm) về Ban Phong trào, hạn cuối 20/3/2024.",
            "Ban Phong trào",
        ),
        (
            "Báo cáo gửi về Huyện đoàn (qua Ban Phong trào) trong ngày 20/3/2024.",
            "Huyện đoàn (qua Ban Phong trào)",
        ),
        ("Báo cáo theo đề cương gửi kèm.", None),
    ],
)
def test_whom_the_report_goes_to(ask: str, requester: str | None) -> None:
    """The receiver is named with or without "về", behind other words too; "gửi kèm" names none."""
    assert letter(ask).requester == requester


def test_letter_that_lists_the_contents_says_by_when() -> None:
    """A letter that is its own outline has its deadline behind the list."""
    outline = compiled(
        "UBND XÃ VÍ DỤ\nSố: 7/UBND\n\nKính gửi: Các thôn.\n\nUBND xã đề nghị các thôn báo cáo theo các nội dung sau:\n\n"
        "1. Số cuộc họp dân.\n\n2. Kết quả.\n\n3. Đề xuất.\n\nBáo cáo gửi về UBND xã trước ngày 20/11/2024.\n"
    )

    assert outline.letter is not None
    assert (outline.letter.deadline, outline.letter.requester) == (dt.date(2024, 11, 20), "UBND xã")
