"""The rules on layout, on heads and first pages that offices write in other ways than the decree draws them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.ruleset.test_layout_rules import report
from tests.support.word import cell, docx, field_runs, para, row, table
from thidua_check.checking import Options, analyse
from thidua_check.document import Document, Layout, Paragraph, Run
from thidua_check.findings import Finding
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run as run_rules

RULES = load_rules().rules
# The obedient report has no end mark, which TT10 would tell
FORM = [rule for rule in RULES if (rule.family == "TT" and rule.id != "TT10") or rule.id == "BC04"]
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:bottom="1134" w:left="1701" w:right="1134"/></w:sectPr>'
)
HEAD = (
    "UBND TỈNH SÔNG MẪU",
    "SỞ VÍ DỤ",
    "Số: 15/BC-SVD",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
)


def said(changes: Mapping[str, Mapping[str, object]]) -> list[Finding]:
    """Return what the rules on form say of the obedient report with the changes."""
    return list(run_rules(FORM, analyse(read(report(changes)), Options())).findings)


def said_of(*lines: str | Paragraph) -> list[Finding]:
    """Return what the rules on form say of paragraphs in a Word file."""
    body = tuple(
        Paragraph(p, block=n, runs=(Run(0, len(p)),)) if isinstance(p, str) else p
        for n, p in enumerate(lines)
    )
    document = Document(path="x", sha256="", format="docx", body=body, has_layout=True)
    return list(run_rules(FORM, analyse(document, Options())).findings)


def rules_of(findings: list[Finding], *ids: str) -> list[str]:
    """Return rule and excerpt of the findings of some rules."""
    return [f"{f.rule} {f.excerpt}" for f in findings if f.rule in ids]


@pytest.mark.parametrize(
    ("component", "change", "expected"),
    [
        ("issuer", {"text": "Sở Ví Dụ"}, ["TT33 Sở Ví Dụ"]),
        ("parent", {"text": "UBND tỉnh Quảng Ngãi"}, ["TT32 UBND tỉnh Quảng Ngãi"]),
        (
            "national",
            {"text": "Cộng hòa xã hội chủ nghĩa Việt Nam"},
            ["TT01 Cộng hòa xã hội chủ nghĩa Việt Nam"],
        ),
        ("issuer", {"text": "Sở Ví Dụ", "caps": True}, []),
        ("national", {"text": "Cộng hòa xã hội chủ nghĩa Việt Nam", "caps": True}, []),
        ("label", {"text": "NƠI NHẬN:"}, ["TT47 NƠI NHẬN:"]),
        ("label", {"text": "Nơi nhận"}, ["TT08 Nơi nhận"]),
        ("motto", {"underline": True}, ["TT31 Độc lập - Tự do - Hạnh phúc"]),
        ("name", {"text": "LÊ VĂN MẪU"}, ["TT46 LÊ VĂN MẪU"]),
        ("name", {"text": "Lê Văn Mẫu", "caps": True}, ["TT46 Lê Văn Mẫu"]),
    ],
)
def test_capitals_and_small_letters(component: str, change: dict[str, object], expected: list[str]) -> None:
    """Letters count as they are shown, and small ones are told of the line that has them."""
    assert [f"{f.rule} {f.excerpt}" for f in said({component: change})] == expected


def test_a_name_in_capitals_is_repaired_word_by_word() -> None:
    """A name takes a capital for each word, which "Sentence case" would not give."""
    (finding,) = said({"name": {"text": "LÊ VĂN MẪU"}})
    assert finding.suggestion is not None
    assert "Capitalize Each Word" in str(finding.suggestion.text)


def test_minutes_have_no_place_date_line() -> None:
    """The template of minutes holds the day in its text."""
    text = ("BIÊN BẢN", "Họp xét thi đua", "Hôm nay, ngày 05 tháng 12 năm 2025, tại Sở Ví Dụ, Hội đồng họp.")
    assert rules_of(said_of(*HEAD, *text), "TT07") == []
    assert rules_of(said_of(*HEAD, "BÁO CÁO", *text[1:]), "TT07") == ["TT07 BÁO CÁO"]


@pytest.mark.parametrize(
    ("words", "color", "expected"),
    [
        ("KHẨN", "FF0000", []),
        ("HOẢ TỐC", "C00000", []),
        ("TUYỆT MẬT", "FF0000", []),
        ("KHẨN", "0000FF", ["TT23 KHẨN"]),
        ("KHẨN TRƯƠNG", "FF0000", ["TT23 KHẨN TRƯƠNG"]),
    ],
)
def test_marks_of_urgency_and_secrecy_are_red(words: str, color: str, expected: list[str]) -> None:
    """A mark that is stamped in red may be red; other words and other colours may not."""
    mark = Paragraph(words, block=0, runs=(Run(0, len(words), color=color),))
    assert rules_of(said_of(mark, *HEAD, "BÁO CÁO"), "TT23") == expected


def lines(**changes: str) -> list[str]:
    """Return the lines of a small report, some of them with other words; an empty one is left out."""
    usual = {
        "parent": HEAD[0],
        "issuer": HEAD[1],
        "number": HEAD[2],
        "national": HEAD[3],
        "motto": HEAD[4],
        "date": "Sông Mẫu, ngày 28 tháng 11 năm 2025",
        "type": "BÁO CÁO",
        "subject": "Kết quả phong trào thi đua năm 2025",
        "text": "Các phòng đã hoàn thành nhiệm vụ được giao trong năm 2025./.",
        "label": "Nơi nhận:",
        "first": "- UBND tỉnh;",
        "last": "- Lưu: VT.",
        "post": "GIÁM ĐỐC",
        "name": "Trần Văn Mẫu",
    }
    return [words for words in (usual | changes).values() if words]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("15/BC-SVD", [("15/BC-SVD", "Dòng số, ký hiệu “15/BC-SVD” thiếu chữ “Số:”; ghi “Số: 15/BC-SVD”.")]),
        ("Số 15/BC-SVD", [("Số", "Sau chữ “Số” ở dòng số, ký hiệu có dấu hai chấm: “Số:”.")]),
        ("SỐ: 15/BC-SVD", [("SỐ:", "Chữ “SỐ:” đang in hoa; ghi “Số:”.")]),
        ("Số: 15/bc-svd", [("bc-svd", "Ký hiệu “bc-svd” đang viết chữ thường; ký hiệu in hoa: “BC-SVD”.")]),
        ("Số: 15/TTr-SVD", []),
    ],
)
def test_forms_of_the_number_line(number: str, expected: list[tuple[str, str]]) -> None:
    """The number line has its word with a colon, and a symbol in capitals."""
    found = [f for f in said_of(*lines(number=number)) if f.rule == "TT03"]
    assert [(f.excerpt, f.message.vi) for f in found] == expected


def test_a_number_line_without_its_word_is_no_organ() -> None:
    """A number alone below the organ is the number line and no part of the name."""
    assert set(rules_of(said_of(*lines(number="15/BC-SVD")), "TT04", "TT33")) == {"TT33 SỞ VÍ DỤ"}


def test_a_year_in_two_figures_is_no_blank() -> None:
    """The finding says what is there."""
    found = [f for f in said_of(*lines(date="Sông Mẫu, ngày 28 tháng 11 năm 25")) if f.rule == "TT07"]
    assert [f.message.vi for f in found] == [
        "“Sông Mẫu, ngày 28 tháng 11 năm 25” ghi năm “25”; năm ghi đủ bốn chữ số."
    ]


def test_a_date_below_the_content_is_found_there() -> None:
    """A place-date line above the signature is told to be in the wrong place, not to be absent."""
    low = lines(date="", post="Sông Mẫu, ngày 28 tháng 11 năm 2025")
    low.insert(-1, "GIÁM ĐỐC")
    assert rules_of(said_of(*low), "TT07") == ["TT07 Sông Mẫu, ngày 28 tháng 11 năm 2025"]


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        ("- UBND tỉnh.", "- Lưu: VT.", ["TT56 tỉnh."]),
        ("- UBND tỉnh", "- Lưu: VT.", ["TT56 tỉnh"]),
        ("- Lưu: VT.", "- UBND tỉnh.", ["TT56 - Lưu: VT."]),
        ("- UBND tỉnh;", "- Lưu: VT.", []),
    ],
)
def test_signs_among_the_recipients(first: str, last: str, expected: list[str]) -> None:
    """A stop before another recipient and a file copy before the last line are told for what they are."""
    assert rules_of(said_of(*lines(first=first, last=last)), "TT56") == expected


@pytest.mark.parametrize("label", ["Nơi nhận:", "NƠI NHẬN:", "Nơi nhận"])
def test_recipients_without_dashes(label: str) -> None:
    """Recipients that have no dashes are recipients."""
    found = said_of(*lines(label=label, first="UBND tỉnh;", last="Lưu: VT."))
    assert [f.message.vi for f in found if f.rule == "TT08"] == (
        [] if label.endswith(":") else ["Sau chữ “Nơi nhận” chưa có dấu hai chấm."]
    )


def test_a_point_in_another_form_is_no_gap() -> None:
    """Where "(b)" stands between "a)" and "c)", its form is told and no missing letter."""
    points = "\n".join(("1. Kết quả", "a) Một;", "(b) Hai;", "c) Ba.", "2. Hạn chế")).split("\n")
    shown = lines(text="")
    at = shown.index("Nơi nhận:")
    found = said_of(*shown[:at], *points, *shown[at:])
    assert rules_of(found, "TT51", "BC04") == ["TT51 (b)"]


def test_a_report_without_subject() -> None:
    """A report with nothing but its content below the type is asked for its subject."""
    body = Paragraph(
        "Năm 2025, các phòng đã hoàn thành nhiệm vụ được giao trong năm.",
        block=7,
        layout=Layout(first_line=567),
    )
    found = [f for f in said_of(*lines()[:7], body, *lines()[8:]) if f.rule == "TT38"]
    assert [(f.excerpt, f.outcome, f.message.vi) for f in found] == [
        ("BÁO CÁO", "review", "Dưới tên loại “BÁO CÁO” chưa có trích yếu nội dung.")
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ((2, 0, 1, 3, 4, 5), ["TT50 Số: 15/BC-SVD"]),
        ((0, 1, 2, 5, 3, 4), ["TT50 Sông Mẫu, ngày 28 tháng 11 năm 2025"]),
        ((0, 1, 2, 4, 3, 5), ["TT50 Độc lập - Tự do - Hạnh phúc"]),
        ((3, 4, 5, 0, 1, 2), []),
    ],
)
def test_the_misplaced_component_is_blamed(order: tuple[int, ...], expected: list[str]) -> None:
    """The line that was moved is named and not those that it was moved past."""
    usual = lines()
    assert rules_of(said_of(*(usual[i] for i in order), *usual[6:]), "TT50") == expected


def test_a_paragraph_set_in_as_a_whole() -> None:
    """A left indent below a right first line is told as what it is."""
    text = "Các phòng, đơn vị thuộc Sở đã hoàn thành nhiệm vụ được giao; phong trào thi đua được hưởng ứng tích cực./."
    layout = Layout(alignment="both", left=567, first_line=720)
    body = Paragraph(text, block=8, runs=(Run(0, len(text)),), layout=layout)
    found = [f for f in said_of(*lines()[:8], body, *lines()[9:]) if f.rule == "TT26"]
    assert [f.message.vi[:45] for f in found] == ["1 trong 1 đoạn lời văn bị lùi cả đoạn vào 1 cm"[:45]]


def second_section(**more: object) -> list[Finding]:
    """Return what is said of a report whose second section has its own page or footer."""
    blocks = [
        *(para(words) for words in lines()[:-1]),
        para("Trần Văn Mẫu", properties=PAGE),
        para("Phụ lục"),
    ]
    return list(run_rules(FORM, analyse(read(docx(blocks, **more)), Options())).findings)  # type: ignore[arg-type]


def test_margins_of_a_later_section() -> None:
    """The finding stands in the section and says which it is."""
    narrow = PAGE.replace('w:top="1134"', 'w:top="567"')
    (finding,) = (f for f in second_section(section=narrow) if f.rule == "TT21")
    assert finding.excerpt == "Phụ lục"
    assert finding.message.vi == (
        "Lề trang ở phần (section) 2, bắt đầu từ “Phụ lục”, chưa đúng: lề trên 10 mm (quy định 20-25 mm)."
    )
    assert finding.suggestion is not None
    assert "This section" in str(finding.suggestion.text)


def test_a_page_number_on_the_first_page_alone() -> None:
    """A number in the first page's own header alone is said to be on the wrong page."""
    page = PAGE.replace("</w:sectPr>", "<w:titlePg/></w:sectPr>")
    number = [para(field_runs("PAGE", "1"), align="center")]
    blocks = [para(words) for words in lines()]
    document = read(docx(blocks, section=page, headers={"first": number, "default": [para("")]}))
    found = [f for f in run_rules(FORM, analyse(document, Options())).findings if f.rule == "TT29"]
    assert [f.message.vi[:38] for f in found] == ["Số trang chỉ có ở trang thứ nhất; tran"]


def test_swapped_columns_of_the_head() -> None:
    """The national name belongs at the right of the issuing body."""
    usual = lines()
    head = table([row(cell(*map(para, usual[3:6])), cell(*map(para, usual[:3])))])
    document = read(docx([head, *map(para, usual[6:])]))
    found = list(run_rules(FORM, analyse(document, Options())).findings)
    assert rules_of(found, "TT50") == ["TT50 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
