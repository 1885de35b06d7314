"""The five documents of the corpus, read: how many paragraphs, and the hard ones word for word."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import pytest

from thidua_check.document import Document, Paragraph
from thidua_check.read.plain import read_text

CORPUS = Path(__file__).parents[2] / "fixtures" / "corpus"
MARKS = "*#"


@cache
def read(number: str) -> Document:
    path = next(CORPUS.glob(f"{number}_*.txt"))
    return read_text(path.read_bytes(), path=path.name, sha256="")


def source(number: str) -> str:
    return next(CORPUS.glob(f"{number}_*.txt")).read_text("utf-8")


def starting(number: str, start: str) -> list[Paragraph]:
    return [p for p in read(number).paragraphs if p.text.startswith(start)]


@pytest.mark.parametrize(
    ("number", "format", "paragraphs", "notes"),
    [
        ("000", "txt", 56, 0),
        ("001", "md", 52, 1),
        ("002", "txt", 35, 0),
        ("003", "md", 104, 0),
        ("004", "txt", 111, 2),
    ],
)
def test_paragraphs_are_counted(number: str, format: str, paragraphs: int, notes: int) -> None:
    """Each document has its paragraphs and notes, no more and no fewer."""
    document = read(number)

    assert (document.format, len(document.body), len(document.notes)) == (format, paragraphs, notes)


@pytest.mark.parametrize(
    ("number", "text", "lines"),
    [
        (
            "000",
            "I. Kết quả thực hiện phong trào thi đua “Quảng Ngãi chung sức xây dựng nông thôn mới” giai đoạn 2021-2025",
            (13, 15),
        ),
        ("000", "1. Công tác lãnh đạo, chỉ đạo của các cấp uỷ đảng, chính quyền", (17, 17)),
        (
            "000",
            "2. Công tác xây dựng, ban hành các văn bản triển khai thực hiện Phong trào thi đua và hướng dẫn khen thưởng:",
            (371, 373),
        ),
        ("000", "- Ưu điểm:", (275, 275)),
        ("000", "7. Kiến nghị, đề xuất: Không.", (507, 507)),
        ("000", "- GĐ; các P.GĐ;", (523, 523)),
        (
            "002",
            "Phát động phong trào thi đua thực hiện thắng lợi các mục tiêu, nhiệm vụ, kế hoạch công tác năm 2024 của Sở Khoa học và Công nghệ",
            (3, 5),
        ),
        ("002", "1. Mục đích", (46, 46)),
        ("003", "UBND TỈNH QUẢNG NGÃI", (3, 3)),
        ("003", "Độc lập - Tự do - Hạnh phúc", (7, 7)),
        ("003", "1. Đặc điểm tình hình", (62, 62)),
        (
            "003",
            "Sơ kết triển khai thực hiện Phong trào thi đua “Quảng Ngãi chung sức xây dựng nông thôn mới” giai đoạn 2021-2025",
            (54, 55),
        ),
        ("004", "I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO THỰC HIỆN CÔNG TÁC THI ĐUA, KHEN THƯỞNG", (9, 11)),
        ("004", "II. KẾT QUẢ THỰC HIỆN CÁC PHONG TRÀO THI ĐUA GIAI ĐOẠN 2020 -2025", (134, 136)),
        ("004", "V. ĐÁNH GIÁ TỔNG QUÁT, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM", (938, 940)),
        ("004", "a) Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới’’", (142, 142)),
        ("004", "(đ) Chuyển đổi số", (681, 681)),
        ("004", "TM. ỦY BAN NHÂN DÂN", (1139, 1139)),
    ],
)
def test_paragraphs_word_for_word(number: str, text: str, lines: tuple[int, int]) -> None:
    """Headings, titles and signatures stand alone, whole, on their lines."""
    found = next(p for p in read(number).paragraphs if p.text == text)

    assert (found.line_at(0), found.line_at(len(text) - 1)) == lines


@pytest.mark.parametrize(
    ("number", "piece"),
    [
        ("000", "số 1016/QĐ – UBND ngày 15/9/25022"),
        ("000", "xã Nghĩa Trung - huyện Tư Nghĩa"),
        ("000", "giai đoạn 2021-2025; Sở đã chủ động"),
        ("000", "từ năm 2022 -2024; hướng dẫn"),
        ("000", "số 220/KH-UBND ngày 15/11/2024"),
        ("000", "công tác thi đua - khen thưởng. Xây dựng"),
        ("001", "bền vững đến năm 2030, Đảng ủy Sở"),
        ("001", "tỉnh Quảng Ngãi giai đoạn 2022-2025; Kế hoạch số 1638"),
        ("001", "ý nghĩa, nội dung, giải pháp của chương trình"),
        ("001", "ban hành Kế hoạch thực hiện và giám sát"),
        ("001", "nhân rộng những mô hình hay"),
        ("001", "Phong trào “Quảng Ngãi chung tay vì người nghèo"),
        ("002", "Kết luận số 2043-KL/TU ngày"),
        ("002", "các phong trào thi đua đến từng công chức"),
        ("002", "5 năm (2021-2025) theo Nghị quyết"),
        ("002", "lần thứ XX; Kế hoạch số 16/KH-HĐTĐKT"),
        ("003", "cơ quan, đơn vị, địa phương trong triển khai"),
        ("004", "về kinh tế - xã hội giúp hoàn thiện"),
        ("004", "đất đã hiến là: 1.426,0m2; ở xã Ba Tiêu"),
        ("004", "những nhiệm chính trị. Qua đó"),
        ("004", "xem đây là nhiệm vụ quan trọng"),
        ("004", "phương thức lãnh đạo và chỉ đạo phong trào"),
        ("004", "công tác khen thưởng 05 năm qua"),
    ],
)
def test_broken_words_are_whole_again(number: str, piece: str) -> None:
    """What a line, a page or a footnote cut through stands in one paragraph."""
    assert any(piece in p.text for p in read(number).paragraphs)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_nothing_is_lost_and_nothing_moves(number: str) -> None:
    """Every visible character of the source is in the body or the notes, in order, but marks and page numbers."""
    document = read(number)
    placed: list[tuple[int, str]] = []
    for paragraph in document.everything:
        for i, (offset, line) in enumerate(paragraph.lines):
            end = paragraph.lines[i + 1][0] if i + 1 < len(paragraph.lines) else len(paragraph.text)
            placed.append((line, "".join(paragraph.text[offset:end].split())))
    kept = dict(placed)

    for n, raw in enumerate(source(number).split("\n"), 1):
        want = "".join(c for c in unicodedata.normalize("NFC", raw) if not c.isspace())
        if n == 794 or n == 867:
            assert kept[n] == want
            continue
        want = "".join(c for c in want if c not in MARKS)
        if want == "2":
            continue
        assert kept.get(n, "") in (
            want,
            want.replace("¹", ""),
            want.replace("trị1.", "trị."),
            want.replace("tử2.", "tử."),
            want[1:],
        )


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_decomposed_input_gives_the_same_document(number: str) -> None:
    """NFD input gives the same paragraphs, lines and notes."""
    decomposed = read_text(unicodedata.normalize("NFD", source(number)).encode(), path="a.txt", sha256="")

    assert [(p.text, p.lines) for p in decomposed.everything] == [
        (p.text, p.lines) for p in read(number).everything
    ]


def test_formatting_of_the_guidance_letter() -> None:
    """Bold lines, italic notes and headings of 003 are formatting."""
    title = starting("003", "ĐỀ CƯƠNG BÁO CÁO")[0]
    note = starting("003", "(Kèm theo Công văn số /SNV-TĐKT")[0]
    item = starting("003", "d) Các phong trào thi đua của các cơ quan")[0]

    assert (title.outline_level, title.share("bold")) == (1, 1.0)
    assert note.share("italic") == 1.0
    assert [item.text[r.start : r.end] for r in item.runs if r.italic] == [
        "số lượng, tên phong trào, mục đích, tiêu chí thi đua"
    ]


def test_the_notes_of_the_five_year_report() -> None:
    """Both notes of 004 are whole, and their marks are anchored behind their words."""
    first, second = read("004").notes

    assert first.paragraphs[0].text.startswith("Kế hoạch số 22/KH-UBND ngày 29/01/2024")
    assert first.paragraphs[0].text.endswith("công lập năm 2024.")
    assert first.paragraphs[0].line_at(0) == 565
    assert first.anchor is not None
    assert first.anchor.paragraph.text[: first.anchor.start].endswith("nhiệm chính trị")
    assert second.paragraphs[0].text.startswith("Tính đến nay, toàn huyện đã thu nhận 58.380 hồ sơ")
    assert second.anchor is not None
    assert second.anchor.paragraph.text[: second.anchor.start].endswith("định danh điện tử")
