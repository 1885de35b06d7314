"""Headings: which labelled and bold paragraphs open a section, where the title ends, and how sections nest."""

from __future__ import annotations

import pytest

from thidua_check.anatomy.headings import headings_of, structure_of
from thidua_check.anatomy.model import Section
from thidua_check.document import Layout, Paragraph, Run

TEXT = "Trong năm 2024, đơn vị đã tổ chức nhiều hoạt động hưởng ứng phong trào thi đua do cấp trên phát động."


def plain(*texts: str) -> list[Paragraph]:
    """Return paragraphs without formatting, as a text file has them."""
    return [Paragraph(text, block=n) for n, text in enumerate(texts)]


def word(*texts: str) -> list[Paragraph]:
    """Return paragraphs with formatting; what stands between double stars is bold."""
    out = []
    for n, marked in enumerate(texts):
        text, runs, bold = "", [], False
        for piece in marked.split("**"):
            if piece:
                runs.append(Run(len(text), len(text) + len(piece), bold=bold))
            text, bold = text + piece, not bold
        out.append(Paragraph(text, block=n, runs=tuple(runs)))
    return out


def shown(sections: tuple[Section, ...]) -> list[str]:
    """Return level, label and title of each heading, with a mark where content is run in."""
    return [
        f"{s.heading.level} {s.heading.label} {s.heading.title}" + (" >" if s.heading.run_in else "")
        for s in sections
    ]


def test_usual_levels_nest() -> None:
    """Roman, Arabic and letter labels are levels 1 to 3, and each number restarts below its parent."""
    found = headings_of(
        plain(
            "I. KẾT QUẢ", "1. Công tác chỉ đạo", "a) Cấp tỉnh", TEXT, "II. PHƯƠNG HƯỚNG", "1. Mục tiêu", TEXT
        )
    )

    assert shown(found) == [
        "1 I. KẾT QUẢ",
        "2 1. Công tác chỉ đạo",
        "3 a) Cấp tỉnh",
        "1 II. PHƯƠNG HƯỚNG",
        "2 1. Mục tiêu",
    ]
    assert [s.heading.path for s in found] == [("I",), ("I", "1"), ("I", "1", "a"), ("II",), ("II", "1")]
    assert [s.parent for s in found] == [None, 0, 1, None, 3]
    assert found[0].children == (1,)


def test_level_is_relative_to_the_document() -> None:
    """A document that begins with Arabic numbers has them as level 1."""
    assert shown(headings_of(plain("1. Kết quả", TEXT, "2. Hạn chế", TEXT))) == [
        "1 1. Kết quả",
        "1 2. Hạn chế",
    ]


def test_decimal_depth() -> None:
    """Each number of a decimal label is one level."""
    found = headings_of(
        plain(
            "I. KẾT QUẢ",
            "1. Kinh tế",
            "1.1. Nông nghiệp",
            "1.1.1. Trồng trọt",
            TEXT,
            "1.2. Công nghiệp",
            TEXT,
        )
    )

    assert [s.heading.level for s in found] == [1, 2, 3, 4, 3]


def test_capital_parts_hold_roman_numbers() -> None:
    """``A.`` stands above ``I.`` where it comes first, and below where the Roman numbers come first."""
    assert [
        s.heading.level for s in headings_of(plain("A. KẾT QUẢ", "I. CHUNG", TEXT, "B. HẠN CHẾ", TEXT))
    ] == [1, 2, 1]
    assert [
        s.heading.level for s in headings_of(plain("I. KẾT QUẢ", "A. Chung", TEXT, "B. Riêng", TEXT))
    ] == [1, 2, 2]


def test_part_takes_the_title_below() -> None:
    """A division whose label stands alone has the line below as its title."""
    found = headings_of(
        plain("Phần I", "KẾT QUẢ THỰC HIỆN PHONG TRÀO", "I. CHUNG", TEXT, "Phần II", "PHƯƠNG HƯỚNG", TEXT)
    )

    assert shown(found) == ["1 Phần I KẾT QUẢ THỰC HIỆN PHONG TRÀO", "2 I. CHUNG", "1 Phần II PHƯƠNG HƯỚNG"]
    assert [p.text for p in found[0].heading.passages] == ["Phần I", "KẾT QUẢ THỰC HIỆN PHONG TRÀO"]
    assert found[0].heading.title_passage.text == "KẾT QUẢ THỰC HIỆN PHONG TRÀO"


def test_chapter_section_article() -> None:
    """Chương, Mục and Điều nest in this order."""
    found = headings_of(
        plain(
            "Chương I",
            "QUY ĐỊNH CHUNG",
            "Điều 1. Phạm vi",
            TEXT,
            "Chương II",
            "TỔ CHỨC",
            "Mục 1",
            "CẤP TỈNH",
            "Điều 2. Đối tượng",
            TEXT,
        )
    )

    assert [(s.heading.scheme, s.heading.level) for s in found] == [
        ("chapter", 1),
        ("dieu", 2),
        ("chapter", 1),
        ("muc", 2),
        ("dieu", 3),
    ]


def test_articles_of_a_decision_hold_roman_numbers() -> None:
    """In a decision that approves a plan the articles are the top level."""
    found = headings_of(
        plain(
            "Điều 1. Phê duyệt Kế hoạch", "I. MỤC TIÊU", TEXT, "II. GIẢI PHÁP", TEXT, "Điều 2. Hiệu lực", TEXT
        )
    )

    assert [s.heading.level for s in found] == [1, 2, 2, 1]


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        ("7. Kiến nghị, đề xuất: Không.", "Kiến nghị, đề xuất", "Không."),
        ("- Hạn chế: Số lượng mô hình còn ít.", "Hạn chế", "Số lượng mô hình còn ít."),
        (
            "a) Ưu điểm. Trong năm qua, phong trào được duy trì.",
            "Ưu điểm",
            "Trong năm qua, phong trào được duy trì.",
        ),
        ("- Nguyên nhân của hạn chế là kinh phí còn ít.", "Nguyên nhân của hạn chế", "là kinh phí còn ít."),
        (
            "1. Công tác chỉ đạo: UBND xã đã ban hành kế hoạch.",
            "Công tác chỉ đạo",
            "UBND xã đã ban hành kế hoạch.",
        ),
    ],
)
def test_run_in_titles(text: str, title: str, rest: str) -> None:
    """A title and its content in one paragraph are told apart."""
    (section,) = headings_of(plain(text))

    assert (section.heading.title, section.heading.run_in) == (title, True)
    assert [p.text for p in section.content] == [rest]


def test_bold_lead_is_the_title() -> None:
    """In Word the bold words at the start are the title, whatever follows them."""
    (section,) = headings_of(word("1. **Sở Nội vụ** chủ trì, phối hợp với các sở triển khai thực hiện."))

    assert (section.heading.title, section.heading.run_in) == ("Sở Nội vụ", True)
    assert section.content[0].text == "chủ trì, phối hợp với các sở triển khai thực hiện."


def test_bold_lead_without_label() -> None:
    """A bold lead that a colon closes is a heading of its own."""
    found = headings_of(
        word(
            "**I. KẾT QUẢ**",
            "**Về kinh tế:** Thu nhập bình quân tăng.",
            "**Về xã hội:** Tỷ lệ hộ nghèo giảm.",
        )
    )

    assert shown(found) == ["1 I. KẾT QUẢ", "2  Về kinh tế >", "2  Về xã hội >"]


def test_bold_label_alone_is_no_title() -> None:
    """A number in bold before running text in plain type does not make it a heading."""
    found = headings_of(
        word(
            "**I. NHIỆM VỤ**",
            "**1.** Tiếp tục đẩy mạnh công tác tuyên truyền, vận động Nhân dân tham gia phong trào.",
            "**2.** Chủ động khắc phục những tồn tại.",
        )
    )

    assert shown(found) == ["1 I. NHIỆM VỤ"]


def test_aside_belongs_to_the_title() -> None:
    """Words in brackets in plain type behind a bold title are part of it."""
    (section,) = headings_of(word("**III. NHIỆM VỤ** (chi tiết tại Phụ lục)", TEXT))

    assert (section.heading.title, section.heading.run_in) == ("NHIỆM VỤ (chi tiết tại Phụ lục)", False)


def test_bold_sentence_is_no_heading() -> None:
    """A whole bold sentence opens no section; a short bold line does."""
    found = headings_of(
        word(
            "**Đơn vị đề nghị các phòng gửi báo cáo trước ngày 20/11/2023.**",
            TEXT,
            "**Công tác tuyên truyền**",
            TEXT,
        )
    )

    assert shown(found) == ["1  Công tác tuyên truyền"]


def test_plain_type_titles_in_a_text() -> None:
    """Without formatting a short labelled line with text below it is a heading, even with a full stop."""
    found = headings_of(
        plain(
            "I. Kết quả",
            "1. Công tác xây dựng, ban hành các văn bản hướng dẫn khen thưởng.",
            TEXT,
            "2. Công tác tuyên truyền:",
            TEXT,
        )
    )

    assert shown(found)[1:] == [
        "2 1. Công tác xây dựng, ban hành các văn bản hướng dẫn khen thưởng.",
        "2 2. Công tác tuyên truyền:",
    ]


def test_numbered_running_text_is_content() -> None:
    """Long numbered sentences are content of the section, but stay known as numbered."""
    long = "Căn cứ Kế hoạch này, trưởng các phòng có trách nhiệm triển khai thực hiện, thường xuyên đôn đốc, kiểm tra các tập thể thuộc quyền quản lý."
    structure = structure_of(plain("III. TỔ CHỨC THỰC HIỆN", f"1. {long}", f"2. {long}"))

    assert shown(structure.sections) == ["1 III. TỔ CHỨC THỰC HIỆN"]
    assert [(n.label.printed, n.level, n.parent, n.section) for n in structure.numbered] == [
        ("III.", 1, None, 0),
        ("1.", 2, 0, None),
        ("2.", 2, 0, None),
    ]
    assert len(structure.sections[0].content) == 2


def test_list_items_are_no_headings() -> None:
    """Items that end in semicolons, and short items with nothing below, are a list."""
    found = headings_of(
        plain(
            "1. Thành phần tham dự",
            "a) Lãnh đạo Sở;",
            "b) Trưởng các phòng;",
            "c) Công chức được phân công.",
            "2. Thời gian",
            TEXT,
        )
    )

    assert shown(found) == ["1 1. Thành phần tham dự", "1 2. Thời gian"]


def test_emptied_heading_stays_a_heading() -> None:
    """A short title with nothing below is still a heading among headings."""
    found = headings_of(
        plain(
            "I. KẾT QUẢ",
            "1. Công tác chỉ đạo",
            TEXT,
            "2. Công tác tuyên truyền",
            "3. Công tác khen thưởng",
            TEXT,
        )
    )

    assert shown(found)[2] == "2 2. Công tác tuyên truyền"
    assert found[2].content == ()


def test_long_title_among_titles() -> None:
    """A very long labelled paragraph without a final stop is a title where its siblings are."""
    long = " ".join(["Kết quả thực hiện phong trào thi đua theo Nghị quyết Đại hội"] * 6)
    found = headings_of(plain("II. KẾT QUẢ", "1. Kết quả chung", TEXT, f"2. {long}", TEXT))

    assert shown(found)[-1] == f"2 2. {long}"


@pytest.mark.parametrize("text", ["trọng tâm là:", "cụ thể như sau:", "bao gồm:", "trong đó:"])
def test_announcing_colon_is_no_title(text: str) -> None:
    """A numbered clause that announces a list is no heading."""
    assert headings_of(plain(f"3. Triển khai các phong trào thi đua, {text}", "- Một;", "- Hai.")) == ()


def test_dash_lines() -> None:
    """Dashes before evaluation words and before short captions are headings; dashes before sentences are not."""
    found = headings_of(
        plain(
            "6. Đánh giá chung",
            "- Ưu điểm:",
            TEXT,
            "- Khen thưởng cấp nhà nước:",
            "+ 02 Bằng khen.",
            "- Đơn vị đã vận động được 20 triệu đồng.",
            "* Kết quả biểu dương điển hình tiên tiến.",
            TEXT,
        )
    )

    assert shown(found) == [
        "1 6. Đánh giá chung",
        "2 - Ưu điểm:",
        "2 - Khen thưởng cấp nhà nước:",
        "2 * Kết quả biểu dương điển hình tiên tiến.",
    ]
    assert found[1].heading.path == ("6", "uu-diem")


@pytest.mark.parametrize(
    "text",
    ["Thứ nhất: Tăng cường sự lãnh đạo của cấp ủy.", "QUYẾT ĐỊNH:", "(Ban hành kèm theo Kế hoạch)", "………"],
)
def test_lines_that_open_nothing(text: str) -> None:
    """Enumerations in words, enacting lines and brackets open no section."""
    assert headings_of(plain(text, TEXT)) == ()


def test_capital_line_in_a_text() -> None:
    """A line in capitals stands beside the numbered parts."""
    found = headings_of(plain("ĐẶT VẤN ĐỀ", TEXT, "I. KẾT QUẢ", TEXT))

    assert shown(found) == ["1  ĐẶT VẤN ĐỀ", "1 I. KẾT QUẢ"]


def test_plain_headings_above_the_numbers() -> None:
    """Bold lines under each of which the numbers begin anew are the level above them."""
    found = headings_of(
        word(
            "**KẾT QUẢ**",
            "**1. Kinh tế**",
            TEXT,
            "**2. Xã hội**",
            TEXT,
            "**PHƯƠNG HƯỚNG**",
            "**1. Mục tiêu**",
            TEXT,
        )
    )

    assert [s.heading.level for s in found] == [1, 2, 2, 1, 2]


def test_heading_style_counts_without_bold() -> None:
    """A heading style on a short line makes it a heading, on an empty or long paragraph it does not."""
    styled = [
        Paragraph("Tình hình chung", block=0, outline_level=0),
        Paragraph(TEXT * 3, block=1, outline_level=0),
        Paragraph("   ", block=2, outline_level=0),
    ]

    assert shown(headings_of(styled)) == ["1  Tình hình chung"]


def test_cells_of_data_tables_are_no_headings() -> None:
    """Labelled rows of a data table are figures; the same cells in a layout table are text."""
    rows = [
        Paragraph(t, part="table", block=n, cell=(0, n, 0))
        for n, t in enumerate(("a) Nông nghiệp", TEXT, "b) Công nghiệp", TEXT))
    ]
    around = [*plain("1. Kết quả"), *rows]

    assert shown(headings_of(around)) == ["1 1. Kết quả"]
    assert len(structure_of(around, layout_tables=frozenset({0})).sections) == 3
    assert len(headings_of(around)[0].content) == 4


def test_contents_lines_are_no_headings() -> None:
    """Lines of a table of contents are no headings."""
    assert headings_of(plain("I. KẾT QUẢ ........ 3", "II. HẠN CHẾ\t7", TEXT)) == ()


def test_automatic_and_typed_labels_mix() -> None:
    """Automatic labels nest with typed ones."""
    mixed = [
        Paragraph("KẾT QUẢ", label="I."),
        Paragraph("1. Kinh tế", block=1),
        Paragraph(TEXT, block=2),
        Paragraph("Xã hội", label="2.", block=3),
        Paragraph(TEXT, block=4),
    ]

    assert shown(headings_of(mixed)) == ["1 I. KẾT QUẢ", "2 1. Kinh tế", "2 2. Xã hội"]


def test_repeated_title_joined_to_text() -> None:
    """A title that stands alone elsewhere is known again at the head of a paragraph it was joined to."""
    title = "Công tác lãnh đạo, chỉ đạo của các cấp"
    found = headings_of(
        plain(
            "I. Một", f"1. {title}", TEXT, "II. Hai", f"1. {title} Sở đã tổ chức phổ biến, quán triệt.", TEXT
        )
    )

    assert shown(found)[3:] == [f"2 1. {title} >"]
    assert found[3].content[0].text == "Sở đã tổ chức phổ biến, quán triệt."


def test_outline_mode_takes_every_label() -> None:
    """In an outline every labelled paragraph is an item, dashes and sentences too."""
    found = headings_of(
        plain(
            "IV. Đề xuất, kiến nghị",
            "- Với tỉnh",
            "- Với Trung ương",
            "c) Để triển khai, đề nghị mỗi huyện giới thiệu từ 02 tập thể.",
        ),
        outline=True,
    )

    assert [s.heading.label for s in found] == ["IV.", "-", "-", "c)"]


def test_quoted_title_keeps_offsets() -> None:
    """Title and heading passages lie exactly on the words."""
    paragraph = Paragraph("  1.  “Dân vận khéo”  ")
    (section,) = headings_of([paragraph, Paragraph(TEXT, block=1)])

    assert section.heading.title_passage.text == "“Dân vận khéo”"
    assert section.heading.passages[0].text == "1.  “Dân vận khéo”"


def test_centred_title_of_a_part_in_word() -> None:
    """A centred line below a part's label is its title although it is not in capitals."""
    centred = Paragraph("Kết quả chung", block=1, layout=Layout(alignment="center"), runs=(Run(0, 13),))
    found = headings_of([Paragraph("Phần thứ nhất", runs=(Run(0, 13, bold=True),)), centred, *plain(TEXT)])

    assert shown(found) == ["1 Phần thứ nhất Kết quả chung"]


def test_text_bold_as_a_whole() -> None:
    """Where everything is bold, bold type tells nothing and sentences stay content."""
    found = headings_of(
        word("**I. KẾT QUẢ**", f"**{TEXT * 3}**", "**1. Đơn vị đã tổ chức hội nghị.**", f"**{TEXT * 3}**")
    )

    assert shown(found) == ["1 I. KẾT QUẢ"]


def test_row_of_short_bold_lines_is_a_table_head() -> None:
    """Several short bold lines in a row are the head of a table that lost its frame."""
    assert headings_of(word("**TT**", "**Địa phương**", "**Ghi chú**", "Ba Tơ", "10")) == ()
