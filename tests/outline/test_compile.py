"""Outlines compiled from guidance letters: the real one of the corpus, and invented ones of other shapes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.support.word import bold, docx, level, numbering, para, run
from thidua_check import strict_yaml
from thidua_check.errors import OutlineError
from thidua_check.outline.compile import compile_outline
from thidua_check.outline.model import Outline
from thidua_check.outline.source import load_outlines
from thidua_check.read import read

FIXTURES = Path(__file__).parents[2] / "fixtures"
LETTER = next((FIXTURES / "corpus").glob("003_*.txt"))
REAL = load_outlines(str(LETTER))
LETTER_HEAD = """SỞ NỘI VỤ
Số: 15/SNV-TĐKT
V/v báo cáo kết quả phong trào thi đua

Sông Mẫu, ngày 05 tháng 3 năm 2024

Kính gửi: Các sở, ban, ngành; UBND các huyện, thành phố.

Sở Nội vụ đề nghị các cơ quan báo cáo theo đề cương gửi kèm, gửi về Sở Nội vụ chậm nhất ngày 25/3/2024 để tổng hợp./.

Nơi nhận:
- Như trên;
- Lưu: VT.

GIÁM ĐỐC

Nguyễn Văn Mẫu

"""


def compiled(text: str) -> tuple[Outline, ...]:
    return compile_outline(read(text.encode(), name="cong-van.txt"))


def tails(outline: Outline) -> list[str]:
    return [item.id.partition("/")[2] for item in outline.items]


@pytest.mark.parametrize("outline", REAL, ids=lambda o: o.id)
def test_real_letter_gives_every_item(outline: Outline) -> None:
    """Both outlines of the real letter have the thirty items that were read out of it by hand."""
    expected = strict_yaml.load(FIXTURES / "outlines" / "003.yaml").table()[outline.id].table()
    found = [
        " | ".join(
            (
                item.id,
                item.label,
                "-".join(map(str, dict.fromkeys(item.lines or ()))),
                item.applies_to,
                "heading" if item.is_heading else "instruction",
            )
        )
        for item in outline.items
    ]

    assert outline.title == expected["title"].text()
    assert found == list(expected["items"].texts())


def test_real_letter_says_who_asks_whom_by_when() -> None:
    """Requester, addressees, symbol and the strict deadline stand in the letter; its number and day are blank."""
    letter = REAL[0].letter

    assert letter is not None
    assert (letter.number, letter.symbol, letter.date) == (None, "SNV-TĐKT", None)
    assert (letter.deadline, letter.deadline_strict) == (dt.date(2023, 11, 20), True)
    assert letter.requester == "Sở Nội vụ (Ban Thi đua - Khen thưởng tỉnh)"
    assert len(letter.addressees) == 6
    assert letter.addressees[-1] == "Ủy ban nhân dân các huyện, thị xã, thành phố"


def test_real_letter_defines_short_name_and_demands() -> None:
    """Brackets become a short name, notes and demands, and leave the title."""
    vnn = REAL[1]

    assert vnn.item("VNN/II.1").defines == "Phong trào thi đua"
    assert not vnn.item("VNN/II.2.d").title.endswith(")")
    assert [(r.kind, r.nouns) for r in vnn.item("VNN/II.2.d").requires] == [
        ("count", ("phong trào",)),
        ("name", ("phong trào",)),
        ("topic", ("mục đích",)),
        ("topic", ("tiêu chí thi đua",)),
    ]
    assert [r.nouns for r in vnn.item("VNN/II.5").requires] == [("tập thể",), ("hộ gia đình",), ("cá nhân",)]
    low_high = [(r.low, r.high, r.nouns) for r in vnn.item("VNN/II.4.c").requires if r.low]
    assert low_high == [(2, 3, ("tập thể", "cá nhân", "hộ gia đình"))]


def test_movements_are_told_by_the_registry() -> None:
    """The outlines' ids, movements and periods come from their titles."""
    assert [(o.id, o.movement, o.period) for o in REAL] == [
        ("NTM", "Quảng Ngãi chung sức xây dựng nông thôn mới", (2021, 2025)),
        ("VNN", "Quảng Ngãi vì người nghèo – Không để ai bị bỏ lại phía sau", (2021, 2025)),
    ]


def test_appendix_with_title_on_the_head_line() -> None:
    """The words after "ĐỀ CƯƠNG BÁO CÁO" and the next lines are the title; a second annex without outline is none."""
    text = (
        LETTER_HEAD
        + """PHỤ LỤC I
ĐỀ CƯƠNG BÁO CÁO KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA
“DÂN VẬN KHÉO” GIAI ĐOẠN 2021 - 2025
(Kèm theo Công văn số 15/SNV-TĐKT ngày 05/3/2024 của Sở Nội vụ)

Phần I
ĐẶC ĐIỂM TÌNH HÌNH
1. Thuận lợi
2. Khó khăn
Phần II
KẾT QUẢ THỰC HIỆN
1. Công tác chỉ đạo
2. Kết quả cụ thể
Phần III
KIẾN NGHỊ
"""
    )
    (outline,) = compiled(text)

    assert outline.id == "DVK"
    assert outline.title == "KẾT QUẢ THỰC HIỆN PHONG TRÀO THI ĐUA “DÂN VẬN KHÉO” GIAI ĐOẠN 2021 - 2025"
    assert tails(outline) == ["I", "I.1", "I.2", "II", "II.1", "II.2", "III"]
    assert outline.items[0].title == "ĐẶC ĐIỂM TÌNH HÌNH"
    assert outline.letter is not None
    assert (outline.letter.deadline, outline.letter.deadline_strict) == (dt.date(2024, 3, 25), False)
    assert outline.letter.addressees == ("Các sở, ban, ngành; UBND các huyện, thành phố",)


def test_bare_outline_has_no_letter() -> None:
    """A file that is an outline and nothing else gives one outline without letter."""
    (outline,) = compiled(
        "ĐỀ CƯƠNG\nBáo cáo tổng kết công tác thi đua năm 2024\n\nI. Đặc điểm\nII. Kết quả (nêu số lượng văn bản)\n"
        "III. Kiến nghị (nếu có)\n"
    )

    assert outline.letter is None
    assert (outline.id, outline.title) == ("DC1", "Báo cáo tổng kết công tác thi đua năm 2024")
    assert [(i.title, i.optional) for i in outline.items] == [
        ("Đặc điểm", False),
        ("Kết quả", False),
        ("Kiến nghị", True),
    ]


def test_contents_listed_in_the_letter_itself() -> None:
    """A letter that lists the contents in its own text is its own outline."""
    (outline,) = compiled(
        "SỞ NỘI VỤ\nSố: 20/SNV-TĐKT\n\nKính gửi: Các sở.\n\nVề phong trào thi đua “Bình dân học vụ số”, Sở Nội vụ đề nghị "
        "các đơn vị báo cáo tập trung vào các nội dung sau:\n\n1. Công tác lãnh đạo, chỉ đạo.\n\n2. Kết quả thực hiện.\n\n"
        "3. Khó khăn, vướng mắc.\n\nNơi nhận:\n- Như trên.\n"
    )

    assert (outline.id, tails(outline)) == ("BDHVS", ["1", "2", "3"])


@pytest.mark.parametrize(
    "text",
    [
        "SỞ NỘI VỤ\nV/v mời họp\n\nKính gửi: Các sở.\n\nSở mời họp ngày 20/3/2024.\n",
        "SỞ NỘI VỤ\nV/v đôn đốc\n\nKính gửi: Các sở.\n\n1. Rà soát lại.\n\n2. Gửi kết quả.\n\n3. Báo cáo khó khăn.\n",
    ],
)
def test_letter_without_outline_is_refused(text: str) -> None:
    """A letter that carries no outline is refused, even if its own text is numbered."""
    with pytest.raises(OutlineError, match="không tìm thấy đề cương"):
        compiled(text)


def test_word_file_with_automatic_numbering() -> None:
    """Labels of automatic numbering and italic notes are read like typed ones."""
    lists = numbering({1: [level("upperRoman", "%1."), level("decimal", "%2."), level("lowerLetter", "%3)")]})
    data = docx(
        [
            bold("ĐỀ CƯƠNG BÁO CÁO"),
            bold("Sơ kết Phong trào thi đua “Bình dân học vụ số”"),
            para("ĐÁNH GIÁ CHUNG", num=(1, 0)),
            para("Ưu điểm", num=(1, 1)),
            para("Hạn chế ", run("(nêu số lượng văn bản)", italic=True), num=(1, 1)),
            para("Khách quan", num=(1, 2)),
            para("KIẾN NGHỊ", num=(1, 0)),
        ],
        numbering=lists,
    )
    (outline,) = compile_outline(read(data, name="de-cuong.docx"))

    assert tails(outline) == ["I", "I.1", "I.2", "I.2.a", "II"]
    assert outline.item("BDHVS/I.2").notes == ("nêu số lượng văn bản",)
    assert outline.item("BDHVS/I.2").title == "Hạn chế"


def test_part_of_file_is_picked_by_id() -> None:
    """FILE#ID gives one outline; a wrong id is told with the ones there are."""
    (one,) = load_outlines(f"{LETTER}#vnn")

    assert one.id == "VNN"
    with pytest.raises(OutlineError, match="NTM, VNN"):
        load_outlines(f"{LETTER}#XYZ")
