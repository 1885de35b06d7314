"""Hard-wrapping a report and reading it again gives the same paragraphs."""

from __future__ import annotations

import random
import textwrap
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thidua_check.document import Paragraph
from thidua_check.read.plain import read_text

# Invented sentences of the kind that reports are made of; the units are made up.
SENTENCES = (
    "Ủy ban nhân dân huyện An Bình đã ban hành kế hoạch số 12/KH-UBND ngày 05/02/2024 về phát triển kinh tế - xã hội.",
    "Trong năm 2024, toàn huyện có 15/15 xã đăng ký thi đua, đạt 100% kế hoạch đề ra.",
    "Hội đồng Thi đua - Khen thưởng huyện đã họp 04 kỳ, xét 1.250 hồ sơ của các tập thể và cá nhân.",
    "Phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới” giai đoạn 2021-2025 được các cấp, các ngành hưởng ứng.",
    "Tổng kinh phí huy động đạt 2.586,2 triệu đồng, trong đó nhân dân đóng góp 1.426,0 triệu đồng và hiến 4.180 m2 đất.",
    "Kết quả nêu trên góp phần hoàn thành Nghị quyết Đại hội đại biểu Đảng bộ huyện lần thứ XX; đời sống được nâng lên.",
    "Các cơ quan, đơn vị tiếp tục quán triệt Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị đến từng chi bộ.",
)
HEADINGS = (
    "Công tác lãnh đạo, chỉ đạo của cấp ủy, chính quyền",
    "Kết quả thực hiện các phong trào thi đua do Thủ tướng Chính phủ phát động trong giai đoạn 2021-2025",
    "Tồn tại, hạn chế",
)
LABELS = ("I. ", "II. ", "1. ", "2. ", "1.1. ", "a) ", "đ) ")
BULLETS = ("- ", "+ ")


def _texts(raw: bytes) -> list[str]:
    return [p.text for p in read_text(raw, path="a.txt", sha256="").body if isinstance(p, Paragraph)]


@st.composite
def reports(draw: st.DrawFn) -> list[str]:
    """A report of headings and items, every one with a label or a dash, the items ending in a full stop.

    Each section has all the sentences, in an order of its own: the width of a text that says one thing over and over
    cannot be told.
    """
    out = []
    for _ in range(draw(st.integers(2, 5))):
        out.append(draw(st.sampled_from(LABELS)) + draw(st.sampled_from(HEADINGS)))
        order = draw(st.permutations(SENTENCES))
        cut = draw(st.integers(2, len(order) - 2))
        out += [draw(st.sampled_from(BULLETS)) + " ".join(part) for part in (order[:cut], order[cut:])]
    return out


def _wrap(paragraphs: list[str], width: int) -> list[str]:
    lines = []
    for text in paragraphs:
        lines += textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)
    return lines


def _report(rng: random.Random) -> list[str]:
    """A report as :func:`reports` draws them, from a seed."""
    out = []
    for _ in range(rng.randint(2, 5)):
        out.append(rng.choice(LABELS) + rng.choice(HEADINGS))
        order = rng.sample(SENTENCES, len(SENTENCES))
        cut = rng.randint(2, len(order) - 2)
        out += [rng.choice(BULLETS) + " ".join(part) for part in (order[:cut], order[cut:])]
    return out


@pytest.mark.parametrize("end", ["\n", "\n\n", " \n\n"])
def test_wrapping_is_undone(end: str) -> None:
    """Labelled paragraphs come back whatever the width; where a sentence ends with its line, one in fifty may not."""
    rng = random.Random(end)
    wanted = found = 0
    for _ in range(120):
        report = _report(rng)
        texts = _texts(end.join(_wrap(report, rng.randint(60, 100))).encode())
        wanted += len(report)
        found += sum(text in texts for text in report)

    assert found >= wanted * 0.98


def test_blocks_between_empty_lines_are_undone() -> None:
    """Paragraphs parted by empty lines, their own lines close together, come back as often."""
    rng = random.Random("blocks")
    wanted = found = 0
    for _ in range(120):
        report = _report(rng)
        width = rng.randint(60, 100)
        texts = _texts("\n\n".join("\n".join(_wrap([text], width)) for text in report).encode())
        wanted += len(report)
        found += sum(text in texts for text in report)

    assert found >= wanted * 0.98


@settings(max_examples=40, deadline=None)
@given(reports(), st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n"]))
def test_one_paragraph_a_line_stays(report: list[str], end: str) -> None:
    """A text with one paragraph a line is read as it stands, whatever the line ends."""
    assert _texts(end.join(report).encode()) == report


@settings(max_examples=30, deadline=None)
@given(reports(), st.integers(60, 100))
def test_decomposed_text_reads_the_same(report: list[str], width: int) -> None:
    """NFD input gives the same paragraphs as NFC input."""
    text = "\n".join(_wrap(report, width))

    assert _texts(unicodedata.normalize("NFD", text).encode()) == _texts(text.encode())


@settings(max_examples=40, deadline=None)
@given(reports(), st.integers(60, 100), st.sampled_from(["\n", "\n\n"]))
def test_every_character_knows_its_line(report: list[str], width: int, end: str) -> None:
    """line_at gives for every visible character the source line in which its word stands."""
    lines = _wrap(report, width)
    source = end.join(lines).split("\n")

    for paragraph in read_text(end.join(lines).encode(), path="a.txt", sha256="").paragraphs:
        seen: dict[int, str] = {}
        for offset, char in enumerate(paragraph.text):
            seen[paragraph.line_at(offset) or 0] = seen.get(paragraph.line_at(offset) or 0, "") + char
        assert {number: text.strip() for number, text in seen.items()} == {n: source[n - 1] for n in seen}
