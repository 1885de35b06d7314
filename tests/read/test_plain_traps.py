"""What goes on in the next line and what does not: the traps of text pulled out of a PDF."""

from __future__ import annotations

import pytest

from thidua_check.document import Document, Paragraph
from thidua_check.read.plain import read_text

# Invented prose that shows the reader how wide the page is.
PROSE = (
    "Trong năm qua, các cơ quan, đơn vị trên địa bàn huyện đã tích cực hưởng ứng\n\n"
    "phong trào thi đua, triển khai nhiều nội dung thiết thực, phù hợp với tình hình\n\n"
    "của từng nơi, qua đó tạo sự chuyển biến rõ nét về nhận thức và hành động của\n\n"
    "cán bộ, đảng viên và người dân, góp phần hoàn thành các mục tiêu đã được cấp\n\n"
    "trên giao cho huyện, được đông đảo người dân ghi nhận và đánh giá cao.\n\n"
)


def read(text: str) -> Document:
    return read_text(text.encode(), path="a.txt", sha256="")


def texts(text: str) -> list[str]:
    return [p.text for p in read(text).body if isinstance(p, Paragraph)]


def after_prose(*lines: str) -> list[str]:
    return texts(PROSE + "\n\n".join(lines) + "\n\n" + PROSE)[1:-1]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        (
            "Huyện tập trung chỉ đạo các ngành thực hiện tốt nhiệm vụ phát triển kinh tế",
            "- xã hội của huyện.",
            " ",
        ),
        (
            "Ban hành kế hoạch và tổ chức thực hiện đầy đủ các chỉ tiêu đề ra trong năm",
            "2024. Kết quả khá.",
            " ",
        ),
        (
            "Cụ thể hóa Nghị quyết Đại hội đại biểu Đảng bộ tỉnh lần thứ mười và lần thứ",
            "XX; chỉ đạo sâu sát.",
            " ",
        ),
        (
            "Nhân dân trong xã đã tự nguyện hiến đất làm đường với tổng diện tích đất là:",
            "1.426,0m2; cây cối.",
            " ",
        ),
        (
            "Thực hiện quy định của tỉnh về bộ tiêu chí tại Quyết định số 1016/QĐ –",
            "UBND ngày 15/9/2022.",
            " ",
        ),
        (
            "Quán triệt đầy đủ nội dung chỉ đạo của Tỉnh ủy tại Kết luận số 2043-",
            "KL/TU ngày 05/12/2023.",
            "",
        ),
        ("Toàn huyện phấn đấu hoàn thành đầy đủ các chỉ tiêu của giai đoạn 2021-", "2025 theo kế hoạch.", ""),
        (
            "Hằng năm đều tổ chức tập huấn cho đội ngũ cán bộ làm công tác thi đua -",
            "khen thưởng các cấp.",
            " ",
        ),
        ("Các đơn vị triển khai đồng bộ các nội dung của Kế hoạch số 220/KH-", "UBND ngày 15/11/2024.", ""),
        (
            "Trong đó có các xã Tịnh Hà - huyện Sơn Tịnh; xã Nghĩa Thương, Nghĩa Trung",
            "- huyện Tư Nghĩa.",
            " ",
        ),
        (
            "Ủy ban nhân dân huyện đã kiện toàn Hội đồng Thi đua của huyện và khối Thi đua",
            "- Khen thưởng.",
            " ",
        ),
        (
            "Huyện ủy, Hội đồng nhân dân, Ủy ban nhân dân huyện Bình An và các xã của",
            "Bình An đồng lòng.",
            " ",
        ),
    ],
)
def test_a_broken_line_goes_on(first: str, second: str, joined: str) -> None:
    """A wrapped line goes on in the next one, with a space or, behind a glued hyphen, without."""
    assert after_prose(first, second) == [first + joined + second]


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Mục đích", "- Phát huy tính chủ động."),
        ("3. Bài học kinh nghiệm", "Thứ nhất: Tăng cường sự lãnh đạo."),
        ("- Ưu điểm:", "Lãnh đạo huyện thường xuyên quan tâm."),
        ("- Ưu điểm", "Nhận được sự quan tâm của cấp trên."),
        ("a) Khách quan", "b) Chủ quan", "đ) Chuyển đổi số", "Huyện đã làm tốt."),
        ("KẾ HOẠCH", "Phát động phong trào thi đua"),
        ("* Nêu gương một số tập thể:", "- Xã An Bình;", "+ Xã An Hòa."),
        ("Nơi nhận:", "- Như trên;", "- Lưu: VT.", "GIÁM ĐỐC", "Trần Văn Mẫu"),
        ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lê Thị Mẫu"),
    ],
)
def test_lines_that_stand_for_themselves(lines: tuple[str, ...]) -> None:
    """Headings, items, recipients and signatures are not joined."""
    assert texts(PROSE + "\n\n".join(lines))[1:] == list(lines)


def test_a_heading_over_two_lines_is_one_paragraph() -> None:
    """A wrapped heading is joined, in capitals too, and its text stays apart."""
    lines = (
        "II. KẾT QUẢ THỰC HIỆN CÁC PHONG TRÀO THI ĐUA TRÊN ĐỊA BÀN HUYỆN GIAI",
        "ĐOẠN 2020 -2025",
        "I. Kết quả thực hiện phong trào thi đua “Bình An chung sức xây dựng nông thôn",
        "mới” giai đoạn 2021-2025",
    )

    assert after_prose(*lines) == [f"{lines[0]} {lines[1]}", f"{lines[2]} {lines[3]}"]


def test_the_trailing_space_tells_the_seam_of_a_dash() -> None:
    """Where lines keep the space they were broken at, a dash without it is glued."""
    text = (PROSE * 3).replace(
        "\n", " \n"
    ) + "Kế hoạch thực hiện của huyện trong các năm từ năm 2022 -\n\n2024; các đơn vị. \n"

    assert texts(text)[-1].endswith("từ năm 2022 -2024; các đơn vị.")


def test_a_page_number_in_a_sentence_is_dropped() -> None:
    """A number alone on a line, a page apart, is no text."""
    text = (
        PROSE * 3
        + "Đây là câu cuối của trang thứ nhất và câu này còn được viết tiếp sang trang\n\n\n\n2\n\n \n\nsau.\n\n"
    )

    assert texts(text)[-1].endswith("viết tiếp sang trang sau.")


def test_a_year_alone_on_a_line_stays() -> None:
    """A number that is no page number is text."""
    assert after_prose(
        "Tổng số hộ nghèo của huyện giảm dần qua các năm và chỉ còn rất ít vào cuối năm", "2025"
    ) == ["Tổng số hộ nghèo của huyện giảm dần qua các năm và chỉ còn rất ít vào cuối năm 2025"]


def test_a_footnote_leaves_its_paragraph_whole() -> None:
    """A note under a blank rule becomes a Note; its glued mark leaves the text and is the anchor."""
    text = (
        PROSE + "Các đơn vị đã chủ động xây dựng chương trình gắn với nhiệm vụ chính trị1. Qua đó,\n\n"
        "nâng cao nhận thức của cán bộ, đảng viên về vai trò của công tác này, xem đây là\n\n"
        + " "
        * 43
        + "\n\n1 Kế hoạch số 22/KH-UBND ngày 29/01/2024 về khắc phục, cải thiện chỉ số của\n\nhuyện năm 2024.\n"
        " nhiệm vụ quan trọng của toàn huyện.\n\n"
    )

    document = read(text)

    assert document.paragraphs[1].text == (
        "Các đơn vị đã chủ động xây dựng chương trình gắn với nhiệm vụ chính trị. Qua đó, nâng cao nhận thức của cán bộ,"
        " đảng viên về vai trò của công tác này, xem đây là nhiệm vụ quan trọng của toàn huyện."
    )
    note = document.notes[0]
    assert note.mark == "1"
    assert note.paragraphs[0].text == (
        "Kế hoạch số 22/KH-UBND ngày 29/01/2024 về khắc phục, cải thiện chỉ số của huyện năm 2024."
    )
    assert note.paragraphs[0].part == "note"
    assert note.anchor is not None
    assert note.anchor.paragraph is document.paragraphs[1]
    assert note.anchor.paragraph.text[: note.anchor.start].endswith("chính trị")


def test_a_square_metre_is_no_footnote_mark() -> None:
    """The figure of "m2" is not taken for the mark of note 2."""
    text = "Xã đã hiến 25 m2 và 1.426,0m2 đất cho công trình.\n\n2 tập thể được khen.\n\n2Tính đến nay đã xong.\n"

    assert read(text).notes == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "UBND HUYỆN AN BÌNH        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "UBND HUYỆN AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        ),
        ("Nơi nhận:\t\tTM. ỦY BAN NHÂN DÂN", "Nơi nhận:\tTM. ỦY BAN NHÂN DÂN"),
        (
            "Số:      /BC-UBND      An Bình, ngày     tháng     năm 2025",
            "Số: /BC-UBND\tAn Bình, ngày tháng năm 2025",
        ),
        ("1.      Mục đích", "1. Mục đích"),
        ("diện tích  4.180,5 m2", "diện tích 4.180,5 m2"),
        ("Bình\u00a0An\u200b đổi\u00ad mới", "Bình An đổi mới"),
    ],
)
def test_gaps_in_a_line(line: str, expected: str) -> None:
    """A wide gap between columns is one tab, a blank field or a label's gap one space; invisible characters go."""
    assert texts(line) == [expected]


def test_a_column_line_is_not_joined() -> None:
    """A line with a wide gap stays apart from its neighbours."""
    lines = ("UBND HUYỆN AN BÌNH      CỘNG HÒA XÃ HỘI", "PHÒNG NỘI VỤ      Độc lập - Tự do")

    assert texts("\n".join(lines) + "\n\n" + PROSE)[:2] == [line.replace("      ", "\t") for line in lines]


def test_a_form_feed_begins_a_page_within_a_sentence() -> None:
    """A form feed counts pages, not lines, and does not break a sentence."""
    text = (
        PROSE.replace("\n\n", "\n")
        + "Câu này bắt đầu ở trang thứ nhất của văn bản và được viết tiếp ở đầu trang\n\fthứ hai.\n"
    )

    last = read(text).paragraphs[-1]

    assert last.text.endswith("đầu trang thứ hai.")
    assert last.page == 1
    assert last.line_at(len(last.text) - 1) == 7


def test_a_cut_paragraph_between_whole_ones_is_joined() -> None:
    """One paragraph a line: only a line that a page cut through goes on across the empty line."""
    text = (
        "1. Công tác lãnh đạo\n\n- Thực hiện Chỉ thị số 05-CT/TW về tăng cường sự lãnh đạo của Đảng đối với công tác"
        " giảm nghèo bền vững trên địa bàn tỉnh đến năm\n\n2030, Đảng ủy đã phổ biến.\n\nHằng năm, huyện đều phát động.\n"
    )

    assert [p[:12] for p in texts(text)] == ["1. Công tác ", "- Thực hiện ", "Hằng năm, hu"]
    assert "đến năm 2030, Đảng ủy" in texts(text)[1]


def test_origin_leads_back_to_the_source() -> None:
    """Each character comes from its place, counted from the start of the paragraph's first line."""
    source = "  Thi\u200b đua\u00a0 yêu nước"

    paragraph = read(source).paragraphs[0]

    assert paragraph.text == "Thi đua yêu nước"
    assert paragraph.origin is not None
    assert [source[place] for place in paragraph.origin[:3]] == list("Thi")
    assert source[paragraph.origin[paragraph.text.index("y")]] == "y"
    assert paragraph.origin[-1] == len(source)


def test_a_clean_line_needs_no_map() -> None:
    """Where text and source agree there is no map."""
    assert read("Thi đua yêu nước").paragraphs[0].origin is None
