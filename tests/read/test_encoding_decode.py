"""Which encodings are read, which are refused, and with which name."""

from __future__ import annotations

import codecs
import importlib
import unicodedata

import pytest

from thidua_check.errors import UnreadableError
from thidua_check.read.encoding import decode, legacy_font

TEXT = "Báo cáo kết quả thực hiện phong trào thi đua năm 2024 của Ủy ban nhân dân huyện.\nĐơn vị đã hoàn thành nhiệm vụ."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_read(mark: bytes, encoding: str) -> None:
    """UTF-8, UTF-16 and UTF-32 are read with their mark, UTF-8 and UTF-16 without one too."""
    assert decode(mark + TEXT.encode(encoding)).text == TEXT


def test_windows_1258_is_read() -> None:
    """Windows-1258, which writes tones as characters of their own, is read where the text is plainly Vietnamese."""
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    pieces = []
    for char in TEXT:
        parts = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(c for c in parts if c not in tones))
        pieces.append(base + "".join(c for c in parts if c in tones))

    decoded = decode("".join(pieces).encode("cp1258"))

    assert (unicodedata.normalize("NFC", decoded.text), decoded.encoding) == (TEXT, "cp1258")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        ("\ufeff \u200b".encode()[:3], "empty"),
        (bytes(range(256)) * 20, "format"),
        (b"Bao cao\0nam 2024", "format"),
        (b"\x01\x02\x03\x04\x05 bao cao", "format"),
        ("日本語の文書です。報告書を提出します。".encode("shift_jis"), "encoding"),
        ("Отчёт о выполнении плана за год".encode("cp1251"), "encoding"),
        (codecs.BOM_UTF8 + b"bao c\xe1o", "encoding"),
    ],
)
def test_what_is_refused(data: bytes, kind: str) -> None:
    """What is no text or of an uncertain encoding is refused with its kind."""
    with pytest.raises(UnreadableError) as caught:
        decode(data)

    assert caught.value.kind == kind
    assert caught.value.vi.endswith(".")
    assert caught.value.en != caught.value.vi


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc", "TCVN3 (ABC)"),
        ("BAÙO CAÙO keát quaû thöïc hieän phong traøo thi ñua yeâu nöôùc", "VNI"),
        (TEXT, None),
        ("Diện tích 25 m², nhiệt độ 30°C, nhãn hiệu Viettel®, mục §5 và «Dân vận khéo»", None),
        ("BAO CAO KET QUA THUC HIEN PHONG TRAO THI DUA", None),
        ("Über die Größe der Bäume und ihre schönen Blüten", None),
        ("L'année dernière, le comité a créé une école près de la forêt", None),
    ],
)
def test_legacy_fonts_are_told_from_unicode(text: str, name: str | None) -> None:
    """TCVN3 and VNI are named; good Vietnamese, signs in it, and other languages are not."""
    assert legacy_font(text) == name


def test_the_size_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file above the bound is refused unread."""
    monkeypatch.setattr(importlib.import_module("thidua_check.read.encoding"), "MAX_BYTES", 10)

    with pytest.raises(UnreadableError) as caught:
        decode(TEXT.encode())

    assert caught.value.kind == "too-large"
