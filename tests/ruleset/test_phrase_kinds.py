"""The kinds that offices want first: a phrase that must not stand somewhere, and one that must."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from attrs import evolve

from thidua_check.checking import analyse
from thidua_check.draft import Draft
from thidua_check.read import read
from thidua_check.ruleset.kinds import forbidden_phrase, required_phrase
from thidua_check.ruleset.kinds.places import Where
from thidua_check.ruleset.model import Hit, NotApplicable

TEXT = """SỞ NỘI VỤ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

BÁO CÁO
Kết quả phong trào thi đua
yêu nước năm 2025

Sở báo cáo một cách  nghiêm túc như sau.

I. KẾT QUẢ

Các phòng Nghiêm Túc thực hiện; phong trào “Một cách nghiêm túc” lan tỏa; nghiêm túcc là chữ khác.

Trên đây là báo cáo của Sở Nội vụ, kính đề nghị xem xét./.

Nơi nhận:
- Ban Thi đua - Khen thưởng tỉnh;
- Lưu: VT.

GIÁM ĐỐC

Trần Văn Mẫu
"""


def draft(text: str = TEXT, *, word: bool = False) -> Draft:
    """The draft as text, or as a Word file in which what is absent is really absent."""
    document = read(text.encode(), name="a.txt")
    return analyse(evolve(document, format="docx", has_layout=True) if word else document)


def forbidden(phrases: Mapping[str, str], where: Where = "everywhere", text: str = TEXT) -> list[Hit]:
    """What the kind finds of these phrases."""
    return list(forbidden_phrase.check(draft(text), forbidden_phrase.Params(phrases, where)))


def test_forbidden_phrase_is_found_as_whole_words() -> None:
    """Case and spaces do not matter, parts of words and quotations are left alone."""
    hits = forbidden({"nghiêm túc": "đúng quy định"})

    assert [h.passage.text for h in hits] == ["nghiêm túc", "Nghiêm Túc"]
    assert [h.values["repair"] for h in hits] == ["đúng quy định", "Đúng quy định"]
    assert {h.fold for h in hits} == {"nghiêm túc"}


def test_longer_phrase_comes_first() -> None:
    """Where one phrase holds another, the longer one is told."""
    hits = forbidden({"nghiêm túc": "", "một cách nghiêm túc": "đúng quy định"})

    assert [(h.passage.text, h.variant) for h in hits] == [
        ("một cách nghiêm túc", "default"),
        ("Nghiêm Túc", "bare"),
    ]


def test_phrase_without_replacement_proposes_none() -> None:
    """A phrase that is simply to go has its own variant, and nothing is put in its place."""
    (hit,) = forbidden({"kính đề nghị": ""})

    assert (hit.variant, dict(hit.values), hit.replacement) == ("bare", {}, None)


def test_replacement_keeps_capitals() -> None:
    """In a line of capitals the replacement is in capitals too; it is never applied unseen."""
    (hit,) = forbidden({"kết quả": "thành tích"}, text="BÁO CÁO\n\nI. KẾT QUẢ\n\nSở họp.\n")

    assert (hit.replacement, hit.safe) == ("THÀNH TÍCH", False)


@pytest.mark.parametrize(
    ("where", "count"),
    [("everywhere", 5), ("title", 2), ("main", 2), ("closing", 1), ("recipients", 0)],
)
def test_forbidden_phrase_in_one_place(where: Where, count: int) -> None:
    """A place limits where a phrase is looked for: the title is type and subject, the content includes headings."""
    assert len(forbidden({"báo cáo": "", "kết quả": ""}, where)) == count


def test_empty_phrase_is_nothing() -> None:
    """A key without letters finds nothing."""
    assert forbidden({"": "x", " ": "y"}) == []


def required(phrases: tuple[str, ...], where: Where, source: Draft) -> list[Hit] | NotApplicable:
    """What the kind finds of these wordings."""
    found = required_phrase.check(source, required_phrase.Params(phrases, where))
    return found if isinstance(found, NotApplicable) else list(found)


@pytest.mark.parametrize(
    ("where", "phrase"),
    [
        ("everywhere", "sở nội vụ"),
        ("title", "thi đua yêu nước"),
        ("main", "một cách nghiêm túc"),
        ("closing", "Kính đề nghị"),
        ("recipients", "Ban Thi đua – Khen thưởng"),
    ],
)
def test_required_phrase_is_there(where: Where, phrase: str) -> None:
    """One of the wordings is enough, also over two lines of the title and with another dash."""
    assert required(("không có", phrase), where, draft()) == []


@pytest.mark.parametrize(
    ("where", "marked"),
    [
        ("title", "yêu nước năm 2025"),
        ("main", "vụ, kính đề nghị xem xét./."),
        ("closing", "vụ, kính đề nghị xem xét./."),
        ("recipients", "- Lưu: VT."),
    ],
)
def test_required_phrase_is_missing(where: Where, marked: str) -> None:
    """Where none stands, the last words of the place are marked, as what it is missing behind."""
    hits = required(("trân trọng", "xin cảm ơn"), where, draft(word=True))

    assert not isinstance(hits, NotApplicable)
    (hit,) = hits
    assert (hit.passage.text, hit.absent, hit.outcome) == (marked, True, "fail")
    assert str(hit.values["phrases"]) == "“trân trọng” hoặc “xin cảm ơn”"


def test_absence_in_text_is_a_question() -> None:
    """What a format cannot show for sure is for a person to look at."""
    hits = required(("trân trọng",), "closing", draft())

    assert not isinstance(hits, NotApplicable)
    assert [h.outcome for h in hits] == ["review"]


def test_place_that_is_not_there_is_not_judged() -> None:
    """Without recipients nothing is asked of them: another rule says that the block is missing."""
    found = required(("Ban",), "recipients", draft("BÁO CÁO\n\nI. KẾT QUẢ\n\nSở họp.\n"))

    assert isinstance(found, NotApplicable)
    assert found.reason.vi == "không tìm thấy phần Nơi nhận"
