"""From bytes to text: which encoding a text file is in, or why it cannot be read.

UTF-8, UTF-16 and UTF-32 are read; Windows-1258 and other single-byte encodings only where what comes out is plainly
Vietnamese. TCVN3 (ABC) and VNI are fonts rather than encodings: text typed for them is recognised and converted.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from attrs import frozen

from thidua_check.errors import UnreadableError
from thidua_check.read.old_fonts import Typing, is_better, to_unicode
from thidua_check.text import strip_marks

MAX_BYTES = 32 * 1024 * 1024

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 64 * 1024

# Control characters that no text holds; tab, line ends and form feed are not among them.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_WORD = re.compile(r"[^\s\d.,;:!?()\[\]\"“”‘’/…–-]+")
# Letters that only Vietnamese has: đ, ă, ơ, ư and the block of letters with two marks or a dot below.
_VIETNAMESE = re.compile(r"[đĐăĂơƠưƯ\u1ea0-\u1ef9]")
# Signs that TCVN3 uses as letters, next to a letter: "B¸o", "®Çu", "§¶ng", "t­".
_TCVN3 = re.compile(
    r"[A-Za-z][\u00a8-\u00b7\u00b8\u00b9]|[\u00a7\u00ae\u00a8-\u00b9][A-Za-zÀ-ÿ]|[A-Za-z][ÆÇÈÉÊËÌÎÏÐÑÖ×ØÜÞß]"
)
# VNI writes the mark behind its vowel: "Coäng hoøa", "ñaûng", "thöôûng".
_VNI = re.compile(r"[AEIOUYaeiouyöôÖÔ][øØûÛïÏäÄåÅüÜëËùÙõÕ]|(?<![A-Za-zÀ-ÿ])[ñÑ][aeiouyöô]|[öÖ][ôÔ]")
# One syllable without marks: "nghieng", "quyet", "a".
_SYLLABLE = re.compile(
    r"(?:ngh|ng|gh|gi|kh|ph|th|tr|ch|nh|qu|[bcdghklmnpqrstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


@frozen
class Decoded:
    """Text without its byte order mark, the encoding it was in, and the fonts it was typed for, None for Unicode."""

    text: str
    encoding: str
    typing: Typing | None = None


def decode(data: bytes) -> Decoded:
    """Return the text of a file; raise UnreadableError where it is no text or its encoding is not certain."""
    if not data.strip():
        raise UnreadableError("empty", "Tệp rỗng, không có chữ nào để đọc.", "The file is empty.")
    if len(data) > MAX_BYTES:
        raise UnreadableError(
            "too-large",
            f"Tệp lớn hơn {MAX_BYTES // 1024 // 1024} MB, quá lớn đối với một văn bản chữ.",
            f"The file is larger than {MAX_BYTES // 1024 // 1024} MB, too large for a text document.",
        )
    decoded = _decode_marked(data) or _decode_utf16(data) or _decode_utf8(data) or _decode_bytes(data)
    _refuse_junk(decoded.text)
    typing = typing_of(decoded.text)
    if typing is not None:
        decoded = Decoded(to_unicode(decoded.text, typing), decoded.encoding, typing)
    if not decoded.text.strip():
        raise UnreadableError("empty", "Tệp rỗng, không có chữ nào để đọc.", "The file is empty.")
    return decoded


def _decode_marked(data: bytes) -> Decoded | None:
    """Decode a file that begins with a byte order mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError:
                raise _damaged(encoding) from None
    return None


def _damaged(encoding: str) -> UnreadableError:
    name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
    return UnreadableError(
        "encoding",
        f"Tệp ghi là {name} nhưng có chỗ bị hỏng; hãy mở lại bằng Word hoặc Notepad rồi lưu với mã UTF-8.",
        f"The file says it is {name} but is damaged; open it again and save it as UTF-8.",
    )


def _decode_utf16(data: bytes) -> Decoded | None:
    """Decode UTF-16 without a mark: NUL bytes at every other place, for the spaces and plain letters."""
    sample = data[:_SAMPLE]
    if len(data) % 2 or b"\0" not in sample:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    places = len(sample) // 2
    for few, many, encoding in ((even, odd, "utf-16-le"), (odd, even, "utf-16-be")):
        if many * 5 >= places and few * 100 <= places:
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                return None
    return None


def _decode_utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _decode_bytes(data: bytes) -> Decoded:
    """Decode a file in some other encoding, where the text that comes out is plainly Vietnamese."""
    if b"\0" in data[:_SAMPLE]:
        raise _junk()
    _refuse_junk(data[:_SAMPLE].decode("latin-1").translate(_C1_AS_SPACE))
    found = _decode_if_vietnamese(data, "cp1258")
    if found is None:
        if legacy_font(data[:_SAMPLE].decode("cp1252", errors="replace")):
            return Decoded(data.decode("cp1252", errors="replace"), "cp1252")
        guess = _guess(data[:_SAMPLE])
        found = _decode_if_vietnamese(data, guess) if guess else None
    if found is not None:
        return found
    raise UnreadableError(
        "encoding",
        "Không xác định được chắc chắn bảng mã của tệp; hãy mở bằng Word hoặc Notepad rồi lưu lại với mã UTF-8.",
        "The encoding of the file is not certain; open it in Word or Notepad and save it as UTF-8.",
    )


def _decode_if_vietnamese(data: bytes, encoding: str) -> Decoded | None:
    """Decode in one encoding; None where that fails or what comes out is not plainly Vietnamese."""
    try:
        text = data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return Decoded(text, encoding) if is_vietnamese(text[:_SAMPLE]) else None


_C1_AS_SPACE = dict.fromkeys(range(128, 160), " ")


def _guess(sample: bytes) -> str | None:
    """Return the encoding that charset-normalizer takes the bytes for."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None


def is_vietnamese(text: str) -> bool:
    """Tell whether a text is plainly Vietnamese: its words are syllables and many carry Vietnamese letters.

    >>> is_vietnamese("Báo cáo kết quả thực hiện phong trào thi đua năm 2024")
    True
    >>> is_vietnamese("B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo thi ®ua")
    False
    """
    words = _WORD.findall(unicodedata.normalize("NFC", text))
    if not words:
        return False
    syllables = sum(bool(_SYLLABLE.fullmatch(strip_marks(word).lower())) for word in words)
    marked = sum(bool(_VIETNAMESE.search(word)) for word in words)
    return syllables * 10 >= len(words) * 7 and marked * 8 >= len(words)


def _refuse_junk(text: str) -> None:
    """Raise where the text has a NUL or more control characters than a slip explains."""
    if "\0" in text:
        raise _junk()
    control = sum(1 for _ in _CONTROL.finditer(text))
    if control > 2 + len(text) // 500:
        raise _junk()


def _junk() -> UnreadableError:
    return UnreadableError(
        "format",
        "Đây không phải là tệp văn bản chữ; hãy dùng tệp .docx, .odt, .pdf, .txt hoặc .md.",
        "This is not a text file; use a .docx, .odt, .pdf, .txt or .md file.",
    )


def typing_of(text: str) -> Typing | None:
    """Return for which fonts a text was typed, None for Unicode.

    Raises UnreadableError where it looks typed for such fonts and its words do not become Vietnamese.
    """
    name = legacy_font(text[:_SAMPLE])
    if name is None:
        return None
    typing: Typing = "VNI" if name == "VNI" else "TCVN3"
    if not is_better(text[:_SAMPLE], to_unicode(text[:_SAMPLE], typing)):
        raise UnreadableError(
            "legacy-font",
            f"Tệp gõ bằng phông chữ {name}, không phải Unicode; hãy chuyển mã sang Unicode bằng UniKey (hoặc Word) rồi lưu lại.",
            f"The file is typed in {name}, not Unicode; convert it to Unicode with UniKey or Word and save it again.",
        )
    return typing


def legacy_font(text: str) -> str | None:
    """Return ``TCVN3 (ABC)`` or ``VNI`` where a text is in one of these, None for anything else.

    >>> legacy_font("B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo thi ®ua")
    'TCVN3 (ABC)'
    >>> legacy_font("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")
    'VNI'
    >>> legacy_font("Cộng hòa xã hội chủ nghĩa Việt Nam")
    """
    words = len(_WORD.findall(text))
    good = len(_VIETNAMESE.findall(unicodedata.normalize("NFC", text)))
    for name, pattern, share in (("TCVN3 (ABC)", _TCVN3, 6), ("VNI", _VNI, 8)):
        hits = sum(1 for _ in pattern.finditer(text))
        if hits >= 3 and hits * share >= words and hits > good * 4:
            return name
    return None
