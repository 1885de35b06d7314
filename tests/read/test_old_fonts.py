"""Text typed for TCVN3 and VNI fonts becomes Unicode with its places kept; Unicode is never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.word import Xml, docx, para, run
from thidua_check.read import old_fonts, read
from thidua_check.read.old_fonts import Typing, pieces_to_unicode, to_unicode
from thidua_check.words.syllables import is_syllable

TCVN3 = "B¸o c¸o kÕt qu¶ thùc hiÖn phong trµo thi ®ua yªu n\u00adíc"
VNI = "Baùo caùo keát quaû thöïc hieän phong traøo thi ñua yeâu nöôùc"
GOOD = "Báo cáo kết quả thực hiện phong trào thi đua yêu nước"
LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


def typed(text: str, typing: Typing) -> str:
    """Return a Unicode text as somebody types it for the fonts."""
    table = old_fonts._TCVN3 if typing == "TCVN3" else old_fonts._VNI
    codes: dict[str, str] = {}
    for code, letter in table.items():
        codes.setdefault(letter, code)
    return "".join(codes.get(char, char) for char in text)


def read_back(text: str, typing: Typing) -> str:
    """Return the text in Unicode without the filler."""
    return to_unicode(text, typing).replace("\u200b", "")


def test_the_tables_hold_all_letters_once() -> None:
    """67 letters each way in VNI (134 with capitals); TCVN3 has 67 and seven capitals."""
    assert sorted(set(old_fonts._VNI.values())) == sorted({*LETTERS, *LETTERS.upper()})
    assert sorted(old_fonts._TCVN3.values()) == sorted([*LETTERS, *"ĂÂÊÔƠƯĐ"])
    assert len(LETTERS) == 67


@pytest.mark.parametrize(("text", "typing"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_a_sentence_is_converted_in_its_length(text: str, typing: Typing) -> None:
    """Every letter comes out right, and the text stays as long as it was."""
    assert read_back(text, typing) == GOOD
    assert len(to_unicode(text, typing)) == len(text)


_SYLLABLES = [
    w
    for w in [
        *GOOD.split(),
        "hòa",
        "nghĩa",
        "Việt",
        "thủy",
        "được",
        "quyền",
        "đẩy",
        "giữ",
        "kỹ",
        "ngoặt",
        "khuỷu",
    ]
    if is_syllable(w)
]


@given(st.lists(st.sampled_from(_SYLLABLES), min_size=1, max_size=12), st.sampled_from(["TCVN3", "VNI"]))
def test_what_is_typed_is_read_back(words: list[str], typing: Typing) -> None:
    """Typing and converting cancel out."""
    text = " ".join(words)

    assert read_back(typed(text, typing), typing) == text


@pytest.mark.parametrize("typing", ["TCVN3", "VNI"])
@given(text=st.text(max_size=60))
def test_the_length_never_changes(typing: Typing, text: str) -> None:
    """Whatever stands in a text, offsets into it stay."""
    assert len(to_unicode(text, typing)) == len(text)


def test_unicode_words_are_left_alone() -> None:
    """Words with letters that the fonts lack, bullets and plain words stay."""
    assert to_unicode("· Cộng tác, Đỗ Văn A, UBND", "TCVN3") == "· Cộng tác, Đỗ Văn A, UBND"


def test_capitals_without_codes_are_told_by_their_neighbours() -> None:
    """TCVN3 has no capitals with tones: plain letters, neighbours or the font tell."""
    assert to_unicode("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "TCVN3") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert to_unicode("UBND tØnh Hµ Giang", "TCVN3") == "UBND tỉnh Hà Giang"
    assert pieces_to_unicode(["Hµ Néi, ", "hµ"], [".VnTimeH", ".VnTime"], "TCVN3") == ["HÀ NỘI, ", "hà"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
@pytest.mark.parametrize(("text", "typing"), [(TCVN3, "TCVN3"), (VNI, "VNI")])
def test_text_file_says_what_it_was(text: str, typing: str, encoding: str) -> None:
    """The document is Unicode, names the fonts, and each letter knows its place in the file."""
    document = read(text.encode(encoding))
    (p,) = document.paragraphs

    assert (p.text, document.converted) == (GOOD, typing)
    at = p.text.index("thi đua")
    source = at if p.origin is None else p.origin[at]
    assert text[source : source + 3] == "thi"


def test_good_text_says_nothing() -> None:
    """A Unicode document was not converted."""
    assert read(GOOD.encode()).converted is None


@pytest.mark.parametrize(("text", "font"), [(TCVN3, ".VnTime"), (VNI, "VNI-Times")])
def test_word_file_is_converted_over_its_runs(text: str, font: str) -> None:
    """A letter may be parted by the border of two runs; runs keep their looks."""
    half = len(text) // 2 + 1
    data = docx([para(run(text[:half], font=font), run(text[half:], font=font, bold=True))])
    document = read(data)
    (p,) = document.paragraphs

    assert p.text == GOOD
    assert document.converted == ("TCVN3" if font == ".VnTime" else "VNI")
    assert [r.bold for r in p.runs] == [False, True]
    assert p.runs[-1].end == len(GOOD)


def test_soft_hyphen_element_is_the_letter_of_its_code() -> None:
    """Word writes the code of ư in TCVN3 fonts as an element of its own; elsewhere it is invisible."""
    soft = Xml(
        '<w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>n</w:t><w:softHyphen/><w:t>íc</w:t></w:r>'
    )
    tcvn3 = docx([para(run(TCVN3, font=".VnTime")), para(soft)])
    plain = docx([para(Xml("<w:r><w:t>thi</w:t><w:softHyphen/><w:t>đua</w:t></w:r>"))])

    assert read(tcvn3).paragraphs[1].text == "nước"
    assert read(plain).paragraphs[0].text == "thiđua"
