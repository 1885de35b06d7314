"""Which strings of letters can be syllables of Vietnamese."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.words.lexicon import load_lexicon
from thidua_check.words.printing import modern, printed_like
from thidua_check.words.syllables import TONES, Syllable, is_syllable, parse, parse_bare, split_tone

WORDS = load_lexicon().words
POSSIBLE = """
    nghiêng khuya quyển quốc quý giữ gì gìn giếng yêu ý kỹ kĩ lý lí xoong soóc khuỷu ngoằn ngoèo thuở oan uỷ ủy
    hoà hòa khoẻ khỏe thuý thúy của cửa mía lửa rượu người tiếng nguyên nghề ghế gà kẻ cá uống ưỡn ếch ách út quạt
    quần quýt huỳnh huých khoét đặc nhập sắc một mười
"""
IMPOSSIBLE = """
    săc tổch hoc phat buru kéoo nghành ngề gế ká cế kông qúy cuả cuà ngừơi hoàn̂ đuợc thuơng hợpvới tr b qđ ubnd
    internet đắk blim iên uyểnh hoaà nghà ghà qan ngiệp
"""


@pytest.mark.parametrize(
    "word",
    POSSIBLE.split(),
)
def test_possible(word: str) -> None:
    """A syllable with a fitting onset, rhyme and tone is possible, in both placements of the tone."""
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    IMPOSSIBLE.split(),
)
def test_impossible(word: str) -> None:
    """A stopped rhyme without sắc or nặng, a misplaced tone, a wrong onset for the vowel: no syllable."""
    assert not is_syllable(word)


def test_parts() -> None:
    """A syllable comes apart into onset, rhyme and tone."""
    assert parse("nghiệm") == Syllable("ngh", "iêm", TONES[4])
    assert parse("quốc") == Syllable("qu", "ôc", TONES[1])
    assert parse("gìn") == Syllable("g", "in", TONES[0])
    assert parse("oan") == Syllable("", "oan", "")


def test_capitals_make_no_difference() -> None:
    """A syllable is one in any case."""
    assert is_syllable("NGHIỆM")
    assert is_syllable("Hòa")
    assert not is_syllable("SĂC")


@given(st.sampled_from(WORDS))
def test_parts_make_the_word_again(word: str) -> None:
    """Every counted word is possible, and its parts are its letters."""
    found = parse(word)

    assert found is not None
    assert (found.onset + found.rhyme, found.tone) == split_tone(word)[:2]
    assert parse_bare(found.onset + found.rhyme) == (found.onset, found.rhyme)


@given(st.sampled_from(WORDS))
def test_decomposed_letters(word: str) -> None:
    """Composed and decomposed letters are the same syllable."""
    assert parse(unicodedata.normalize("NFD", word)) == parse(word)


@given(st.sampled_from(WORDS))
def test_both_placements(word: str) -> None:
    """The modern spelling of a possible word is possible and the same syllable."""
    assert parse(modern(word)) == parse(word)


def test_tone_is_moved_only_where_two_places_are_right() -> None:
    """Open oa, oe, uy take the tone on the first vowel; qu has no choice."""
    assert [modern(w) for w in ("hoà", "khoẻ", "uỷ", "thuý", "quý", "hoàn", "quà", "toán")] == [
        *("hòa", "khỏe", "ủy", "thúy", "quý", "hoàn", "quà", "toán")
    ]


def test_case_of_the_draft() -> None:
    """A repair is printed in the case of the word it stands for."""
    assert printed_like("uỷ", "Uy") == "Ủy"
    assert printed_like("sắc", "SĂC") == "SẮC"
    assert printed_like("hợp với", "Hợpvới") == "Hợp với"
    assert printed_like("ban", "banh") == "ban"
