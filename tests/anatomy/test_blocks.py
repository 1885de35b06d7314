"""The blocks around the text: header, title, addressees, recipients, signature, attachments."""

from __future__ import annotations

import pytest

from thidua_check.anatomy.anatomy import analyse
from thidua_check.anatomy.model import Anatomy, Field
from thidua_check.anatomy.phrases import Kind, Number, kind_of, read_number, read_place_date
from thidua_check.anatomy.signing import is_authority, is_name, is_post
from thidua_check.document import Cell, Document, Layout, Paragraph, Passage, Run, Table

HEADER = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
BODY = "Thực hiện kế hoạch của cấp trên, đơn vị báo cáo kết quả phong trào thi đua năm 2024 như sau:"


def of(*blocks: str | Table) -> Anatomy:
    """Return the anatomy of paragraphs and tables in this order."""
    body = tuple(Paragraph(b, block=n) if isinstance(b, str) else b for n, b in enumerate(blocks))
    return analyse(Document(path="x", sha256="", format="txt", body=body))


def table(*rows: tuple[str, ...], index: int = 0) -> Table:
    """Return a table of one-column-wide cells whose lines are paragraphs."""
    made = []
    for r, row in enumerate(rows):
        cells = []
        for c, text in enumerate(row):
            lines = tuple(
                Paragraph(t, part="table", block=100 * r + 10 * c + n, cell=(index, r, c))
                for n, t in enumerate(text.split("|"))
            )
            cells.append(Cell(r, c, 1, 1, lines))
        made.append(tuple(cells))
    return Table(index, tuple(made))


def text(field: Field | Passage | None) -> str | None:
    """Return the words of a component, None if it is absent."""
    return field.text if field else None


WORD_HEADER = table(
    ("UBND TỈNH QUẢNG NGÃI|SỞ NỘI VỤ|_______", "|".join((*HEADER, "--------"))),
    ("Số: 15/BC-SNV", "Quảng Ngãi, ngày 05 tháng 02 năm 2026"),
)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((WORD_HEADER,), id="borderless table"),
        pytest.param(
            ("UBND TỈNH QUẢNG NGÃI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc", "Số: 15/BC-SNV\tQuảng Ngãi, ngày 05 tháng 02 năm 2026"),
            id="tabbed lines",
        ),
        pytest.param(
            ("UBND TỈNH QUẢNG NGÃI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ NỘI VỤ Độc lập - Tự do - Hạnh phúc", "Số: 15/BC-SNV Quảng Ngãi, ngày 05 tháng 02 năm 2026"),
            id="columns run together",
        ),
        pytest.param(
            ("UBND TỈNH QUẢNG NGÃI\nSỞ NỘI VỤ", "\n".join(HEADER), "Số: 15/BC-SNV", "Quảng Ngãi, ngày 05 tháng 02 năm 2026"),
            id="plain lines",
        ),
        pytest.param(
            ("\n".join(HEADER), "Quảng Ngãi, ngày 05 tháng 02 năm 2026", "UBND TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ", "Số: 15/BC-SNV"),
            id="right column first",
        ),
        pytest.param(("Mẫu báo cáo gửi kèm hướng dẫn của cấp trên.", WORD_HEADER), id="behind a preamble"),
        pytest.param(("Tổ Khoa học xã hội", "Kế hoạch năm 2025", WORD_HEADER), id="behind a title of another"),
    ],
)  # fmt: skip
def test_header_in_every_layout(blocks: tuple[str | Table, ...]) -> None:
    """The header is read the same from tables, tabs, joined columns and lines."""
    a = of(*blocks, "BÁO CÁO", "Kết quả phong trào thi đua năm 2025", BODY, "I. KẾT QUẢ")

    assert (text(a.national), text(a.motto)) == HEADER
    assert (text(a.parent), text(a.issuer)) == ("UBND TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ")
    assert (text(a.number_line), a.number, a.symbol) == ("Số: 15/BC-SNV", "15", "BC-SNV")
    assert a.place_date is not None
    assert (a.place_date.place, a.place_date.day, a.place_date.month, a.place_date.year) == (
        "Quảng Ngãi",
        5,
        2,
        2026,
    )
    assert (text(a.type), text(a.subject), a.regime) == (
        "BÁO CÁO",
        "Kết quả phong trào thi đua năm 2025",
        "state",
    )
    assert [p.text for p in a.main] == [BODY, "I. KẾT QUẢ"]


@pytest.mark.parametrize(
    ("lines", "parent", "issuer"),
    [
        (("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI"), None, "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"),
        (("UỶ BAN NHÂN DÂN", "HUYỆN BA TƠ"), None, "UỶ BAN NHÂN DÂN HUYỆN BA TƠ"),
        (("UBND TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ"), "UBND TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ"),
        (("ỦY BAN NHÂN DÂN", "TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ"), "ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ"),
        (
            ("UBND TỈNH QUẢNG NGÃI", "SỞ KHOA HỌC VÀ", "CÔNG NGHỆ"),
            "UBND TỈNH QUẢNG NGÃI",
            "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        ),
        (("BỘ KHOA HỌC", "VÀ CÔNG NGHỆ"), None, "BỘ KHOA HỌC VÀ CÔNG NGHỆ"),
        (("ĐẢNG BỘ TỈNH QUẢNG NGÃI", "HUYỆN ỦY BA TƠ"), "ĐẢNG BỘ TỈNH QUẢNG NGÃI", "HUYỆN ỦY BA TƠ"),
        (("CƠ QUAN, ĐƠN VỊ", "ĐỊA PHƯƠNG"), None, "CƠ QUAN, ĐƠN VỊ ĐỊA PHƯƠNG"),
    ],
)
def test_issuing_body(lines: tuple[str, ...], parent: str | None, issuer: str) -> None:
    """A name over several lines is one body; a second name below is the issuing body."""
    a = of(*lines, *HEADER, "BÁO CÁO", "Kết quả năm 2025", BODY)

    assert (text(a.parent), text(a.issuer)) == (parent, issuer)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: /BC-SKHCHN", Number(None, None, "BC-SKHCHN")),
        ("Số:        /BC-SKHCHN", Number(None, None, "BC-SKHCHN")),
        ("Số: …../BC-UBND", Number(None, None, "BC-UBND")),
        ("Số: 15/BC-UBND", Number("15", None, "BC-UBND")),
        ("Số: 37/2025/NQ-HĐND", Number("37", 2025, "NQ-HĐND")),
        ("Số 127-QĐ/TW", Number("127", None, "QĐ/TW")),
        ("Số: 784/SNV-TĐKT", Number("784", None, "SNV-TĐKT")),
        ("Số lượng: 15", None),
        ("Số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị", None),
    ],
)
def test_number_lines(line: str, number: Number | None) -> None:
    """Number and symbol are read, blanks are None, other lines with 'số' are none."""
    assert read_number(line) == number


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Quảng Ngãi, ngày tháng 11 năm 2023", ("Quảng Ngãi", None, 11, 2023)),
        ("Quảng Ngãi, ngày   tháng 3 năm 2025", ("Quảng Ngãi", None, 3, 2025)),
        ("Ba Tơ, ngày … tháng … năm …", ("Ba Tơ", None, None, None)),
        ("......., ngày .... tháng .... năm 202...", (None, None, None, None)),
        ("TP. Hồ Chí Minh, ngày 05 tháng 02 năm 2026", ("TP. Hồ Chí Minh", 5, 2, 2026)),
        ("Quận 1, ngày 5 tháng 2 năm 2026", ("Quận 1", 5, 2, 2026)),
        ("Quảng Ngãi, 15/3/2025", ("Quảng Ngãi", 15, 3, 2025)),
    ],
)
def test_place_date_lines(line: str, parts: tuple[str | None, int | None, int | None, int | None]) -> None:
    """Place, day, month and year are read; what is blank is None."""
    read = read_place_date(line)

    assert read is not None
    assert (read.place, read.day, read.month, read.year) == parts


def test_a_date_inside_a_sentence_is_no_place_date_line() -> None:
    """A line that goes on behind the year is running text."""
    assert read_place_date("Quyết định ngày 05 tháng 3 năm 2020 của Chính phủ") is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", Kind.NATIONAL),
        ("CỘNG HÒA XÃ HỘI CHŨ NGHĨA VIỆT NAM", Kind.NATIONAL),
        ("Độc lập – Tự do – Hạnh phúc", Kind.MOTTO),
        ("Độc lập-Tự do-Hạnh phúc", Kind.MOTTO),
        ("ĐẢNG CỘNG SẢN VIỆT NAM", Kind.PARTY),
        ("B Á O C Á O", Kind.TYPE),
        ("BÁO CÁO TỔNG KẾT NĂM 2024", Kind.TYPE),
        ("Báo cáo tổng kết năm 2024", Kind.OTHER),
        ("Phụ lục I", Kind.ANNEX),
        ("V/v báo cáo kết quả", Kind.ABOUT),
        ("HỎA TỐC", Kind.MARK),
        ("Kính gửi: Sở Nội vụ", Kind.TO),
    ],
)
def test_kinds_of_lines(line: str, kind: Kind) -> None:
    """Lines are known by their words, slightly wrong forms too."""
    assert kind_of(line) == kind


def test_type_and_subject_on_one_line() -> None:
    """A title in capitals that begins with the type is cut behind it."""
    a = of(*HEADER, "BÁO CÁO TỔNG KẾT PHONG TRÀO THI ĐUA", "NĂM 2024", BODY)

    assert (text(a.type), text(a.subject)) == ("BÁO CÁO", "TỔNG KẾT PHONG TRÀO THI ĐUA NĂM 2024")
    assert a.subject is not None
    assert [p.text for p in a.subject.passages] == ["TỔNG KẾT PHONG TRÀO THI ĐUA", "NĂM 2024"]


def test_report_without_subject() -> None:
    """Body text right below the type is not taken for the subject."""
    a = of("BÁO CÁO", BODY, "I. KẾT QUẢ")

    assert (text(a.type), a.subject) == ("BÁO CÁO", None)
    assert a.main[0].text == BODY


def test_brackets_under_the_title_are_no_subject() -> None:
    """``(Kèm theo ...)`` below the subject belongs to neither subject nor text."""
    a = of(
        "ĐỀ CƯƠNG BÁO CÁO",
        "Sơ kết phong trào",
        "(Kèm theo Công văn số 12/SNV-TĐKT ngày 02/11/2023)",
        "I. KẾT QUẢ",
    )

    assert (text(a.type), text(a.subject)) == ("ĐỀ CƯƠNG BÁO CÁO", "Sơ kết phong trào")
    assert [p.text for p in a.main] == ["I. KẾT QUẢ"]


def test_who_decides_is_no_subject() -> None:
    """The deciding person in capitals between subject and grounds belongs to neither."""
    a = of(
        "QUYẾT ĐỊNH",
        "Về việc tặng Giấy khen",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BA TƠ",
        "Căn cứ Luật Thi đua, khen thưởng;",
    )

    assert text(a.subject) == "Về việc tặng Giấy khen"
    assert a.main[0].text.startswith("Căn cứ")


def test_letter() -> None:
    """A công văn has no type; its subject is the V/v lines and its addressees follow Kính gửi."""
    a = of(
        "UBND TỈNH X",
        "SỞ NỘI VỤ",
        *HEADER,
        "Số: 12/SNV-TĐKT\nV/v thực hiện sơ kết\nPhong trào thi đua",
        "Kính gửi:",
        "- Các sở, ban, ngành;",
        "- Ủy ban nhân dân các huyện.",
        BODY,
    )

    assert (a.type, text(a.subject)) == (None, "V/v thực hiện sơ kết Phong trào thi đua")
    assert text(a.to) == "- Các sở, ban, ngành; - Ủy ban nhân dân các huyện."
    assert [p.text for p in a.main] == [BODY]


def test_addressee_on_the_label_line() -> None:
    """One addressee stands on the line of Kính gửi."""
    a = of("BÁO CÁO", "Kết quả năm 2024", "Kính gửi: Sở Nội vụ tỉnh Quảng Ngãi", BODY)

    assert text(a.to) == "Sở Nội vụ tỉnh Quảng Ngãi"


def test_document_without_head() -> None:
    """A text that begins with its body has no head at all."""
    a = of(BODY, "I. KẾT QUẢ", "Đơn vị hoàn thành nhiệm vụ.")

    assert (a.type, a.subject, a.issuer, a.national, a.number_line) == (None, None, None, None, None)
    assert len(a.main) == 3


def test_party_document() -> None:
    """The Party's header sets the regime."""
    a = of("HUYỆN ỦY BA TƠ\tĐẢNG CỘNG SẢN VIỆT NAM", "Số 15-BC/HU", "BÁO CÁO", "Kết quả năm 2024", BODY)

    assert (a.regime, a.number, a.symbol) == ("party", "15", "BC/HU")


@pytest.mark.parametrize(
    ("line", "regime"),
    [
        ("Số: 15/2025/QĐ-UBND", "normative"),
        ("Số: 03/2025/NQ-HĐND", "normative"),
        ("Số: 15/QĐ-UBND", "state"),
        ("Số: 15/2025/BC-UBND", "state"),
    ],
)
def test_a_year_in_the_symbol_of_a_norm_sets_the_regime(line: str, regime: str) -> None:
    """Legal norms carry their year; a year in the symbol of a report is a slip and makes no norm of it."""
    a = of(
        "ỦY BAN NHÂN DÂN TỈNH AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", line, "QUYẾT ĐỊNH", "Về thi đua"
    )

    assert a.regime == regime


@pytest.mark.parametrize(
    ("lines", "authority", "titles", "name"),
    [
        (("GIÁM ĐỐC", "Trần Thanh Mẫu"), [], ["GIÁM ĐỐC"], "Trần Thanh Mẫu"),
        (("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "(Đã ký)", "TS. Trần Thanh Mẫu"), ["KT. GIÁM ĐỐC"], ["PHÓ GIÁM ĐỐC"], "TS. Trần Thanh Mẫu"),
        (("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "TRẦN THANH MẪU"), ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"], ["PHÓ CHỦ TỊCH"], "TRẦN THANH MẪU"),
        (("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Trần Mẫu"), ["T/M BAN THƯỜNG VỤ"], ["BÍ THƯ"], "Trần Mẫu"),
        (("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "Đinh Mẫu"), ["TL. CHỦ TỊCH"], ["CHÁNH VĂN PHÒNG"], "Đinh Mẫu"),
        (("Q. GIÁM ĐỐC", "Lê Mẫu"), ["Q. GIÁM ĐỐC"], [], "Lê Mẫu"),
        (("TM. ỦY BAN NHÂN DÂN",), ["TM. ỦY BAN NHÂN DÂN"], [], None),
        (("HIỆU TRƯỞNG",), [], ["HIỆU TRƯỞNG"], None),
    ],
)  # fmt: skip
def test_signatures(
    lines: tuple[str, ...], authority: list[str], titles: list[str], name: str | None
) -> None:
    """Authority, titles and name are told apart; what is not there is empty."""
    a = of(
        "BÁO CÁO",
        "Kết quả",
        BODY,
        "Trên đây là báo cáo của đơn vị./.",
        "Nơi nhận:",
        "- Sở Nội vụ;",
        "- Lưu: VT.",
        *lines,
    )

    assert a.signature is not None
    assert [p.text for p in a.signature.authority] == authority
    assert [p.text for p in a.signature.titles] == titles
    assert text(a.signature.name) == name
    assert [p.text for p in a.recipients] == ["- Sở Nội vụ;", "- Lưu: VT."]


CLOSING = table(
    ("Nơi nhận:|- Như trên;|Văn phòng Sở;|- Lưu: VT.", "KT. GIÁM ĐỐC|PHÓ GIÁM ĐỐC|(Đã ký)|Trần Thanh Mẫu"),
    index=3,
)


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param((CLOSING,), id="table"),
        pytest.param(("Nơi nhận:\tKT. GIÁM ĐỐC", "- Như trên;\tPHÓ GIÁM ĐỐC", "- Lưu: VT.\tTrần Thanh Mẫu"), id="tabbed"),
        pytest.param(("Nơi nhận: KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "- Như trên;", "- Lưu: VT.", "Trần Thanh Mẫu"), id="interleaved"),
        pytest.param(("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Trần Thanh Mẫu", "Nơi nhận:", "- Như trên;", "- Lưu: VT."), id="right first"),
    ],
)  # fmt: skip
def test_closing_block_in_every_layout(blocks: tuple[str | Table, ...]) -> None:
    """Recipients and signature are read from a table, from tabbed lines and from interleaved columns."""
    a = of("BÁO CÁO", "Kết quả", BODY, "Trên đây là báo cáo của đơn vị./.", *blocks)

    assert a.recipients[0].text == "- Như trên;"
    assert a.recipients[-1].text == "- Lưu: VT."
    assert a.signature is not None
    assert [p.text for p in a.signature.authority] == ["KT. GIÁM ĐỐC"]
    assert [p.text for p in a.signature.titles] == ["PHÓ GIÁM ĐỐC"]
    assert text(a.signature.name) == "Trần Thanh Mẫu"
    assert [p.text for p in a.main] == [BODY]
    assert a.attachments == ()


def test_no_signature_block() -> None:
    """A text that just ends has no recipients and no signature, and all of it is text."""
    a = of("BÁO CÁO", "Kết quả", BODY, "I. KẾT QUẢ", "Đơn vị hoàn thành nhiệm vụ.")

    assert (a.signature, a.recipients_label, a.recipients) == (None, None, ())
    assert len(a.main) == 3


def test_title_word_in_the_text_is_no_signature() -> None:
    """A capital line naming a post far from any name does not end the text."""
    a = of("BÁO CÁO", "Kết quả", BODY, "TRƯỞNG PHÒNG", *([BODY] * 12))

    assert a.signature is None
    assert len(a.main) == 14


def test_closing_sentence_and_end_mark() -> None:
    """The sentence that opens with 'Trên đây' is the closing one, although courtesies follow; ./. is the end mark."""
    a = of(
        "BÁO CÁO",
        "Kết quả",
        BODY,
        "Trên đây là báo cáo của đơn vị, kính trình cấp trên./.",
        "Trân trọng!",
        "GIÁM ĐỐC",
        "Lê Mẫu",
    )

    assert text(a.closing) == "Trên đây là báo cáo của đơn vị, kính trình cấp trên./."
    assert text(a.end_mark) == "./."
    assert text(a.ending) == "Trân trọng!"


def test_content_with_the_end_mark_is_no_closing_sentence() -> None:
    """A numbered paragraph that carries the end mark stays content."""
    a = of(
        "KẾ HOẠCH", "Phát động", BODY, "3. Giao Văn phòng theo dõi việc thực hiện./.", "GIÁM ĐỐC", "Lê Mẫu"
    )

    assert (a.closing, text(a.end_mark)) == (None, "./.")
    assert len(a.main) == 2


def test_attachments() -> None:
    """What follows the signature is cut at each annex label and each new head."""
    a = of(
        "CÔNG VĂN".title(),
        BODY,
        "GIÁM ĐỐC",
        "Lê Mẫu",
        "CƠ QUAN, ĐƠN VỊ",
        *HEADER,
        "ĐỀ CƯƠNG BÁO CÁO",
        "Sơ kết",
        "I. TÌNH HÌNH",
        "- Với tỉnh",
        "Phụ lục I",
        "DANH SÁCH TẬP THỂ",
        "Tập thể thứ nhất gồm nhiều người.",
    )

    assert [t.title.text for t in a.attachments] == ["ĐỀ CƯƠNG BÁO CÁO Sơ kết", "Phụ lục I DANH SÁCH TẬP THỂ"]
    assert [s.heading.title for s in a.attachments[0].sections] == ["TÌNH HÌNH", "Với tỉnh"]
    assert a.attachments[0].paragraphs[0].text == "CƠ QUAN, ĐƠN VỊ"
    assert [p.text for p in a.attachments[0].body] == ["I. TÌNH HÌNH", "- Với tỉnh"]


def test_text_inside_one_big_table_has_headings() -> None:
    """A table that only places the whole text on the page hides no heading."""
    a = of("BÁO CÁO", "Kết quả", table((f"I. KẾT QUẢ|{BODY}|II. HẠN CHẾ|{BODY}",)))

    assert [s.heading.label for s in a.sections] == ["I.", "II."]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("TM. ỦY BAN NHÂN DÂN", (True, False, False)),
        ("KT. GIÁM ĐỐC", (True, False, False)),
        ("PHÓ CHỦ TỊCH", (False, True, False)),
        ("Phó Giám đốc", (False, True, False)),
        ("Chủ tịch UBND tỉnh tặng Bằng khen cho 06 hộ gia đình.", (False, False, False)),
        ("Trần Thanh Trường", (False, False, True)),
        ("PGS.TS. Nguyễn Văn A", (False, False, True)),
        ("NGUYỄN VĂN A", (False, False, True)),
        ("Sở Nội Vụ", (False, False, False)),
        ("HỘI ĐỒNG THI ĐUA", (False, False, False)),
    ],
)
def test_forms_of_signing(line: str, found: tuple[bool, bool, bool]) -> None:
    """Authority, post and name are told from each other and from other lines."""
    assert (is_authority(line), is_post(line), is_name(line)) == found


def test_decision_line_inside_runs_is_bold() -> None:
    """A bold subject in Word goes on over a second bold line and stops at plain text."""
    bold = [
        Paragraph(t, block=n, runs=(Run(0, len(t), bold=True),))
        for n, t in enumerate(("BÁO CÁO", "Kết quả phong trào", "giai đoạn 2021 - 2025"))
    ]
    body = Paragraph(BODY, block=3, runs=(Run(0, len(BODY)),))
    a = analyse(Document(path="x", sha256="", format="docx", body=(*bold, body), has_layout=True))

    assert text(a.subject) == "Kết quả phong trào giai đoạn 2021 - 2025"
    assert a.main == (body,)


@pytest.mark.parametrize(
    "subject",
    [
        "Tình hình thực hiện phong trào thi đua đến ngày 28 tháng 3 năm 2025",
        "Kết quả thi đua chào mừng Quốc khánh, ngày 02 tháng 9 năm 2025",
        "Kết quả theo Kế hoạch số 15/KH-UBND ngày 10 tháng 01 năm 2025",
    ],
)
def test_a_subject_with_a_date_is_the_subject(subject: str) -> None:
    """A date at the end of the subject makes no place-date line of it."""
    a = of(WORD_HEADER, "BÁO CÁO", subject, BODY)
    assert text(a.subject) == subject
    assert a.place_date is not None
    assert a.place_date.place == "Quảng Ngãi"


def test_a_place_date_line_below_the_title_is_one() -> None:
    """A line of a place and a date is the place-date line wherever the head has it."""
    a = of(
        *HEADER, "Số: 15/BC-SNV", "BÁO CÁO", "Kết quả thi đua", "Quảng Ngãi, ngày 05 tháng 02 năm 2026", BODY
    )
    assert text(a.subject) == "Kết quả thi đua"
    assert a.place_date is not None


@pytest.mark.parametrize(
    ("lines", "parent", "issuer"),
    [
        ("UBND tỉnh Sông Mẫu|Sở Ví Dụ", "UBND tỉnh Sông Mẫu", "Sở Ví Dụ"),
        ("Ủy ban nhân dân|Xã Ba Vinh", None, "Ủy ban nhân dân Xã Ba Vinh"),
        ("UBND TỈNH SÔNG MẪU|Sở Ví Dụ", "UBND TỈNH SÔNG MẪU", "Sở Ví Dụ"),
    ],
)
def test_organs_in_small_letters(lines: str, parent: str | None, issuer: str) -> None:
    """The issuing body is found by what stands around it, in small letters too."""
    head = table((f"{lines}|Số: 15/BC-SVD", "|".join((*HEADER, "Sông Mẫu, ngày 05 tháng 02 năm 2026"))))
    a = of(head, "BÁO CÁO", "Kết quả thi đua", BODY)
    assert (text(a.parent), text(a.issuer)) == (parent, issuer)
    assert text(a.national) == HEADER[0]


def test_small_letters_above_a_head_that_name_no_organ() -> None:
    """What only begins with the word of an organ is none."""
    a = of("Ban hành kèm theo Kế hoạch", "UBND TỈNH SÔNG MẪU", *HEADER, "BÁO CÁO", "Kết quả thi đua", BODY)
    assert text(a.issuer) == "UBND TỈNH SÔNG MẪU"
    assert a.parent is None


def test_small_letters_shown_as_capitals_are_capitals() -> None:
    """National name and organ are read as the page shows them."""
    lines = ("Sở Ví Dụ", "Cộng hòa xã hội chủ nghĩa Việt Nam", HEADER[1], "Báo cáo tổng kết năm 2025", BODY)
    body = tuple(
        Paragraph(words, block=n, runs=(Run(0, len(words), caps=words not in (HEADER[1], BODY)),))
        for n, words in enumerate(lines)
    )
    a = analyse(Document(path="x", sha256="", format="docx", body=body))
    assert text(a.issuer) == "SỞ VÍ DỤ"
    assert a.national is not None
    assert a.national.shown == HEADER[0]
    assert text(a.type) == "BÁO CÁO"


@pytest.mark.parametrize(
    "layout", [Layout(alignment="both"), Layout(first_line=720), Layout(alignment="left", first_line=567)]
)
def test_running_text_below_the_type_is_no_subject(layout: Layout) -> None:
    """A justified or set-in sentence is the first of the content."""
    body = (Paragraph("BÁO CÁO"), Paragraph("Năm 2025, đơn vị đã phát động thi đua.", block=1, layout=layout))
    a = analyse(Document(path="x", sha256="", format="docx", body=body))
    assert a.subject is None
    assert [p.block for p in a.main] == [1]


def test_a_head_in_the_header_of_the_page() -> None:
    """National name and organ in the header part are the head of the document."""
    above = (
        "2",
        "UBND TỈNH SÔNG MẪU",
        "SỞ VÍ DỤ",
        "Số: 15/BC-SVD",
        *HEADER,
        "Sông Mẫu, ngày 05 tháng 02 năm 2026",
    )
    headers = tuple(Paragraph(words, part="header", block=n) for n, words in enumerate(above))
    body = tuple(Paragraph(words, block=n) for n, words in enumerate(("BÁO CÁO", "Kết quả thi đua", BODY)))
    a = analyse(Document(path="x", sha256="", format="docx", body=body, headers=headers))
    assert text(a.issuer) == "SỞ VÍ DỤ"
    assert text(a.type) == "BÁO CÁO"
    assert [p.text for p in a.main] == [BODY]
