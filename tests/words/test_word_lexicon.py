"""The compact lexicon: what it says, how it is built, and what a damaged file does."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.errors import RulePackError
from thidua_check.words.build import build, main
from thidua_check.words.evidence import bond, neighbours
from thidua_check.words.lexicon import SIZES, Lexicon, load_lexicon, read_lexicon, size_code


def _pair(lexicon: Lexicon, words: str) -> float:
    first, second = words.split()
    return lexicon.pair(lexicon.ids[first], lexicon.ids[second])


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A lexicon built from invented counts, and the folder of its sources."""
    folder = tmp_path_factory.mktemp("lexicon")
    tables = {
        "syllables": "ban\t900\t1\nhành\t800\t1\nbanh\t20\t1\nhòa\t70\t9\nhoà\t5\t0\nfile\t60\t1\nbnv\t50\t50\n",
        "bigrams": "ban hành\t600\nhòa hành\t12\nhoà hành\t30\nfile ban\t11\n",
    }
    for name, text in tables.items():
        (folder / name).write_bytes(gzip.compress(text.encode()))
    (folder / "phrases").write_text("# của ta\nban hành văn bản # chú thích\n", encoding="utf-8")
    out = folder / "out.bin"
    assert main([*(str(folder / name) for name in ("syllables", "bigrams", "phrases")), str(out)]) == 0
    return out, folder


def test_build_and_read(small: tuple[Path, Path]) -> None:
    """Counts of both tone placements are joined; foreign words are listed apart; pairs with them are left out."""
    lexicon = read_lexicon(small[0])

    assert lexicon.words == ("ban", "bản", "banh", "hành", "hoà", "văn")
    assert [lexicon.arrays["counts"][lexicon.ids[w]] for w in ("ban", "hoà", "văn")] == [900, 75, 120]
    assert lexicon.foreign == {"file", "bnv"}
    assert round(_pair(lexicon, "ban hành")) == 588
    assert round(_pair(lexicon, "hoà hành")) == 42
    assert _pair(lexicon, "hành ban") == 0.0


def test_phrases_count(small: tuple[Path, Path]) -> None:
    """The pairs of a set phrase count at least 120 times, three of its words in a row are kept."""
    lexicon = read_lexicon(small[0])
    named = {tuple(lexicon.words[i] for i in triple if i is not None) for triple in lexicon.triples}

    assert named == {("ban", "hành", "văn"), ("hành", "văn", "bản")}
    assert round(_pair(lexicon, "văn bản")) == 122
    assert lexicon.middles[lexicon.ids["ban"], lexicon.ids["văn"]] == (lexicon.ids["hành"],)


def test_build_is_reproducible(small: tuple[Path, Path]) -> None:
    """The same tables give the same bytes."""
    out, folder = small
    again = build(folder / "syllables", folder / "bigrams", folder / "phrases")

    assert out.read_bytes() == again


def test_wrong_arguments(capsys: pytest.CaptureFixture[str]) -> None:
    """Without its four arguments the builder says how it is called and fails."""
    assert main([]) == 2
    assert "SYLLABLES BIGRAMS PHRASES OUT" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda data: b"TDLX9" + data[5:], "không phải là tệp từ vựng"),
        (lambda data: data[:-1], "không trọn vẹn"),
        (lambda data: data + b"x", "không trọn vẹn"),
    ],
    ids=["another file", "cut off", "too long"],
)
def test_damaged_file(small: tuple[Path, Path], tmp_path: Path, spoil: object, said: str) -> None:
    """A file that is none, or is not whole, is told in one sentence."""
    path = tmp_path / "bad.bin"
    path.write_bytes(spoil(small[0].read_bytes()))  # type: ignore[operator]

    with pytest.raises(RulePackError, match=said):
        read_lexicon(path)


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there is told, not crashed on."""
    with pytest.raises(RulePackError, match="không đọc được tệp"):
        read_lexicon(tmp_path / "none.bin")


@given(st.integers(min_value=1, max_value=100_000))
def test_sizes_of_pairs(count: int) -> None:
    """A count is kept within three per cent."""
    assert abs(SIZES[size_code(count)] / count - 1) < 0.03


def test_shipped_counts() -> None:
    """The shipped lexicon knows common pairs, in both spellings of the tone, and has a phrase's pairs."""
    lexicon = load_lexicon()

    assert 13_000 < _pair(lexicon, "ban hành") < 14_000
    assert 18_000 < _pair(lexicon, "uỷ ban") < 20_000
    assert _pair(lexicon, "banh hành") == 0.0
    assert round(_pair(lexicon, "hũ gạo")) == 122
    assert bond(lexicon, lexicon.ids["mạnh"], lexicon.ids["mẽ"]) > 7


def test_neighbours() -> None:
    """A neighbour differs by its tone, by a mark (with the tone), or by one letter."""
    lexicon = load_lexicon()
    near = {lexicon.words[i]: change for i, change in neighbours(lexicon, "trỗ").items()}

    assert near["trợ"] == "mark and tone"
    assert near["trở"] == "mark and tone"
    assert near["trổ"] == "tone"
    assert near["rỗ"] == "letter"
    assert "trỗ" not in near
    assert "trụ" not in near


@given(st.sampled_from(load_lexicon().words), st.data())
def test_neighbours_are_mutual(word: str, data: st.DataObject) -> None:
    """If one word is a neighbour of another by a change, so is the other by the same change."""
    lexicon = load_lexicon()
    near = neighbours(lexicon, word)
    if near:
        other = data.draw(st.sampled_from(sorted(near)))
        assert neighbours(lexicon, lexicon.words[other])[lexicon.ids[word]] == near[other]
