"""Rules on words and signs: their literal repairs, their quiet on clean text, and their time on hostile text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.checking import Options, analyse
from thidua_check.document import Document, Paragraph
from thidua_check.draft import Draft
from thidua_check.read import read
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Hit, Rule
from thidua_check.ruleset.run import run_rule

RULES = tuple(r for r in load_rules().rules if r.id in {f"CT{n:02}" for n in range(5, 23)})
_OPEN, _CLOSE = "⟦", "⟧"

# Invented sentences as a report has them, in right form.
CLEAN = (
    "Thực hiện Kế hoạch số 12/KH-UBND ngày 05/3/2024 của UBND tỉnh, Sở đã ban hành 05 văn bản; tổ chức 02 hội nghị.",
    "Công tác thi đua, khen thưởng được quan tâm; cán bộ, công chức, viên chức tích cực hưởng ứng (đạt 99,4%).",
    "Hội đồng Thi đua - Khen thưởng huyện phát động phong trào “Dân vận khéo”, “Bình dân học vụ số”.",
    "Giai đoạn 2021-2025, tỉnh Quảng Ngãi hoàn thành xóa nhà tạm, nhà dột nát; Nhân dân đóng góp 12,5 tỷ đồng.",
    "Theo điểm a khoản 2 Điều 24 Luật Thi đua, khen thưởng, xã Bình Mẫu xét tặng 10 tập thể, cá nhân...",
)


def _draft(text: str) -> Draft:
    return analyse(read(text.encode(), name="nhap.txt"), Options())


def _hits(rule: Rule, draft: Draft) -> list[Hit]:
    outcome, pairs = run_rule(rule, draft)
    assert outcome.outcome != "error", outcome.reason
    return [hit for hit, _ in pairs]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_safe_repair_leaves_nothing_to_find(rule: Rule) -> None:
    """A safe replacement put in the place of the marked words leaves the rule nothing to say there."""
    for example in load_guide(rule).examples:
        if not example.bad:
            continue
        text = example.text.replace(_OPEN, "").replace(_CLOSE, "")
        hits = _hits(rule, _draft(text))
        if not hits or not hits[0].safe or hits[0].replacement is None:
            continue
        found = hits[0].passage.text
        start = example.text.index(_OPEN)
        mended = text[:start] + hits[0].replacement + text[start + len(found) :]

        assert text[start : start + len(found)] == found
        assert _hits(rule, _draft(mended)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_quiet_on_clean_text(rule: Rule) -> None:
    """Sentences in right form have no finding, whatever their order."""
    assert _hits(rule, _draft("\n\n".join(CLEAN))) == []
    assert _hits(rule, _draft("\n\n".join(reversed(CLEAN)))) == []


@given(
    st.lists(
        st.sampled_from(
            [*"“”\"'()[],;:.…-– \n&/%²đĐ", "...", "UBND", "KH&CN", "2021", "m2", "nhân dân", "Ủy"]
        ),
        max_size=40,
    )
)
def test_any_text_is_judged(pieces: list[str]) -> None:
    """No row of signs and words breaks a rule, and every finding lies in its paragraph."""
    draft = _draft("Báo cáo. " + "".join(pieces))
    for rule in RULES:
        for hit in _hits(rule, draft):
            assert 0 <= hit.passage.start < hit.passage.end <= len(hit.passage.paragraph.text)


HOSTILE = {
    "brackets": "(" * 8000 + ")" * 9000,
    "quotes": "“" * 6000 + "”" * 8000,
    "capitals": "ABC " * 6000,
    "one word": "a" * 40000 + "@",
    "hyphens": "a- " * 12000,
    "stops": "ba. " * 9000,
    "dots": "." * 40000,
    "spaces": "a" + " " * 40000 + ",",
    "digits": "1.1" * 12000 + "km",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_little_time(name: str) -> None:
    """A long row of one sign makes no rule try the same stretch again and again, which would take hours."""
    draft = analyse(_document(HOSTILE[name]), Options())
    start = time.process_time()
    for rule in RULES:
        _hits(rule, draft)

    assert time.process_time() - start < 60


def _document(text: str) -> Document:
    paragraphs = (Paragraph("Kết quả đạt được."), Paragraph(text, block=1))
    return Document("thu.txt", "0" * 64, "txt", paragraphs)


def test_double_spaces_count_in_word_files_only() -> None:
    """Two spaces between words are told in a Word file, not in text that was converted."""
    rule = next(r for r in RULES if r.id == "CT06")
    paragraphs = (Paragraph("Phong trào  được hưởng ứng."),)
    word = Document("a.docx", "0" * 64, "docx", paragraphs, has_layout=True)
    plain = Document("a.txt", "0" * 64, "txt", paragraphs)

    [hit] = _hits(rule, analyse(word, Options()))

    assert (hit.variant, hit.passage.text, hit.replacement) == ("double", "trào  được", "trào được")
    assert _hits(rule, analyse(plain, Options())) == []


PLANTED = [
    ("CT05", "cán bộ, công chức, viên", "cán bộ công chức, viên", "cán bộ công chức"),
    ("CT06", "UBND tỉnh, Sở", "UBND tỉnh , Sở", "tỉnh ,"),
    ("CT07", "Thi đua - Khen", "Thi đua- Khen", "đua- Khen"),
    ("CT08", "văn bản; tổ", "văn bản;, tổ", "bản;,"),
    ("CT10", "“Dân vận khéo”,", "“Dân vận khéo,", "“Dân vận khéo, “Bình dân học"),
    ("CT11", "(đạt 99,4%)", "(đạt 99,4%", "(đạt 99,4%."),
    ("CT14", "khoản 2 Điều", "Khoản 2 Điều", "Khoản"),
    ("CT14", "tỉnh Quảng Ngãi", "tỉnh Quảng ngãi", "Quảng ngãi"),
    ("CT15", "; tổ chức 02", "; Phát động 02", "Phát động"),
    ("CT20", "12,5 tỷ", "12,5tỷ", "12,5tỷ"),
]


@pytest.mark.parametrize(("rule_id", "right", "wrong", "words"), PLANTED)
def test_planted_slip_is_found_on_its_words(rule_id: str, right: str, wrong: str, words: str) -> None:
    """One slip in clean text gives one finding, exactly on the words that are wrong."""
    rule = next(r for r in RULES if r.id == rule_id)
    text = "\n\n".join(CLEAN)
    assert text.count(right) == 1

    [hit] = _hits(rule, _draft(text.replace(right, wrong)))

    assert hit.passage.text == words
