"""Mistakes planted in what the report says: vague, copied, left over from elsewhere, not fitting its own frame."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

from attrs import evolve

from tests.support.editing import key, replaced, with_paragraph, without
from tests.support.planting.model import Plant, Planted
from tests.support.planting.sentences import is_report, one_of, running, sentence
from thidua_check.anatomy.model import Section
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.outline.model import OutlineItem

_COPIED = (
    "Công chức, viên chức tích cực tham gia các hoạt động nhân đạo, từ thiện, hướng tới các hộ khó khăn và những người "
    "yếu thế trong cộng đồng; tích cực đóng góp các loại quỹ do tổ chức đoàn thể phát động, vận động người thân cùng "
    "tham gia, thường xuyên thăm hỏi, động viên các gia đình tại địa bàn được phân công giúp đỡ và cùng các gia đình "
    "ấy sửa sang nhà cửa, vườn tược vào các ngày nghỉ cuối tuần."
)
_BEGINNING = " ".join(_COPIED.split()[:32])


def _answering(draft: Draft) -> list[tuple[OutlineItem, Section]]:
    """Return the items of a given outline that one section without parts surely answers in text."""
    return [
        (match.item, match.sections[0])
        for outline in draft.outlines
        if outline.how == "given"
        for match in outline.matches
        if match.verdict in ("matched", "renamed")
        and len(match.sections) == 1
        and not match.sections[0].children
        and not match.sections[0].heading.run_in
        and match.sections[0].content
        and all(p.paragraph.cell is None for p in match.sections[0].content)
    ]


def _said_instead(draft: Draft, section: Section, text: str, rule: str) -> Planted:
    first, *rest = section.content
    document = without(draft.document, {key(p.paragraph) for p in rest} - {key(first.paragraph)})
    return Planted(replaced(document, first, text), (rule,), "", (key(first.paragraph),), ("SL06",))


def figures_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """A section without the figures that the outline asks for."""
    asked = [
        s for item, s in _answering(draft) if any(r.kind == "count" and r.low is None for r in item.requires)
    ]
    if not asked:
        return None
    text = rng.choice(
        [
            "Việc khen thưởng được thực hiện kịp thời, đúng quy định, có tác dụng động viên phong trào.",
            "Lãnh đạo luôn quan tâm đến khen thưởng, bảo đảm công khai, đúng người, đúng việc.",
            "Các hình thức biểu dương được lựa chọn phù hợp, tạo không khí phấn khởi trong cơ quan.",
            "Khen thưởng ngày càng đi vào nền nếp, hướng về cơ sở, được mọi người đồng tình.",
            "Công tác này được duy trì thường xuyên, hồ sơ được lập đúng quy trình.",
        ]
    )
    return _said_instead(draft, rng.choice(asked), text, "ND01")


def thin(draft: Draft, rng: random.Random) -> Planted | None:
    """A section that answers in a sentence without a figure, a time or a name."""
    titles = (
        "kết quả",
        "khen thưởng",
        "kiểm tra",
        "giám sát",
        "tuyên truyền",
        "điển hình",
        "lãnh đạo",
        "chỉ đạo",
    )
    thinned = [
        s
        for item, s in _answering(draft)
        if item.level <= 2 and not item.requires and any(t in item.title.lower() for t in titles)
    ]
    if not thinned:
        return None
    text = rng.choice(
        [
            "Công tác này được quan tâm thực hiện thường xuyên.",
            "Việc thực hiện bảo đảm nghiêm túc, đúng quy định.",
            "Lãnh đạo thường xuyên quan tâm, kịp thời chấn chỉnh những thiếu sót.",
            "Nội dung này được triển khai đồng bộ, có hiệu quả.",
            "Công chức, viên chức tích cực hưởng ứng và thực hiện tốt.",
        ]
    )
    return _said_instead(draft, rng.choice(thinned), text, "ND02")


def said_twice(draft: Draft, rng: random.Random) -> Planted | None:
    """A long paragraph in two sections."""
    places = running(draft)
    if len(places) < 2 or not is_report(draft):
        return None
    first, second = sorted(rng.sample(range(len(places)), 2))
    document, one = with_paragraph(draft.document, places[first], _COPIED)
    document, other = with_paragraph(document, places[second], _COPIED)
    return Planted(document, ("ND05",), _BEGINNING, (one, other), ("CT12",))


def copied(draft: Draft, rng: random.Random) -> Planted | None:
    """A long paragraph that another draft has too."""
    places = running(draft)
    if not places or not is_report(draft):
        return None
    mine, where = with_paragraph(draft.document, rng.choice(places), _COPIED)
    other, _ = with_paragraph(draft.document, rng.choice(places), _COPIED)
    keep = {key(p) for p in other.paragraphs if p.text == _COPIED}
    gone = {key(p) for p in other.paragraphs} - keep
    return Planted(
        mine, ("ND07",), _BEGINNING, (where,), against=(evolve(without(other, gone), sha256="other"),)
    )


def other_unit(draft: Draft, rng: random.Random) -> Planted | None:
    """Words about a ward or a province in the report of a district or commune."""
    issuer = draft.anatomy.issuer
    places = running(draft)
    if issuer is None or len(issuer.passages) != 1 or not places or draft.stage != "issued":
        return None
    unit, wrong = rng.choice(
        [
            ("HUYỆN SÔNG MẪU", "xây dựng phường"),
            ("HUYỆN SÔNG MẪU", "người dân trong phường"),
            ("XÃ SÔNG MẪU", "xây dựng phường"),
            ("XÃ SÔNG MẪU", "nhân dân trong tỉnh"),
            ("HUYỆN SÔNG MẪU", "nhân dân trong tỉnh"),
        ]
    )
    tail = "phát triển nhanh và bền vững." if wrong.startswith("xây") else "đồng lòng hưởng ứng."
    paragraph = rng.choice(places)
    end = len(paragraph.text.rstrip())
    document = replaced(
        draft.document, Passage(paragraph, end, end), f" Kết quả này góp phần để {wrong} {tail}"
    )
    document = replaced(document, issuer.passages[0], f"ỦY BAN NHÂN DÂN {unit}")
    also = ("VD13", "TD08", "TT54", "TT33", "KT04", "BC01", "CT17")
    return Planted(document, ("ND06",), wrong, (key(paragraph),), also)


def other_kind(draft: Draft, rng: random.Random) -> Planted | None:
    """A closing sentence that calls the report a summing-up of another kind, another type or another year."""
    closing = draft.anatomy.closing
    found = re.search(r"[Bb]áo cáo (?P<kind>sơ kết|tổng kết|kết quả)", closing.text) if closing else None
    if closing is None or found is None or draft.anatomy.subject is None:
        return None
    title = draft.anatomy.subject.text.lower()
    kinds = [kind for kind in ("sơ kết", "tổng kết") if kind not in title]
    wrong = rng.choice([*(f"Báo cáo {kind}" for kind in kinds), "Kế hoạch", "Tờ trình"])
    spot = Passage(closing.paragraph, closing.start + found.start(), closing.start + found.end())
    behind = closing.text[found.end() :].partition("“")[0].rstrip() if wrong.startswith("Báo cáo") else ""
    words = wrong + " ".join(behind.split(" ")[:7])
    return Planted(replaced(draft.document, spot, wrong), ("ND10",), words, (key(spot.paragraph),))


def letter_date(draft: Draft, rng: random.Random) -> Planted | None:
    """The guidance letter cited with another day."""
    letter = next((m.outline.letter for m in draft.outlines if m.how == "given" and m.outline.letter), None)
    if letter is None:
        return None
    cited = [
        c.date
        for c in draft.facts.citations
        if letter.number and c.number.lstrip("0") == letter.number.lstrip("0") and c.symbol == letter.symbol
        if c.date and c.date.value == letter.date and c.date.form == "slash"
    ]
    if not cited:
        return None
    chosen = rng.choice(cited)
    wrong = f"{rng.randint(10, 28)}{chosen.passage.text[chosen.passage.text.index('/') :]}"
    also = ("VD02", "NT03", "VD08")
    return Planted(
        replaced(draft.document, chosen.passage, wrong),
        ("ND11",),
        wrong,
        (key(chosen.passage.paragraph),),
        also,
    )


_TOPICS = re.compile(r"nông thôn mới|người nghèo|nhà tạm|công sở")
_ON_OTHERS = (
    "Đơn vị đẩy mạnh chuyển đổi số, mở lớp về chuyển đổi số cho các tổ và gắn chuyển đổi số với công việc.",
    "Phong trào xã hội học tập lan tỏa; mô hình xã hội học tập được nhân rộng.",
    "Cải cách hành chính có bước tiến; công tác cải cách hành chính được kiểm tra từng quý.",
    "Việc xóa nhà tạm được ưu tiên; ban vận động xóa nhà tạm họp mỗi tháng một lần.",
    "Nếp văn hóa công sở được giữ vững; quy tắc văn hóa công sở được treo ở từng phòng.",
)


def other_movement(draft: Draft, rng: random.Random) -> Planted | None:
    """A paragraph on another matter in the part on one movement."""
    tops = [
        (s, found.group())
        for s in draft.anatomy.sections
        if s.parent is None and (found := _TOPICS.search(s.heading.title.lower()))
    ]
    if not tops:
        return None
    top, topic = rng.choice(tops)
    under = [s for s in draft.anatomy.sections if s.heading.path[:1] == top.heading.path[:1] and s.content]
    places = [p.paragraph for s in under for p in s.content if p.paragraph.part == "body"]
    if not places:
        return None
    text = rng.choice([said for said in _ON_OTHERS if topic not in said.lower()])
    document, where = with_paragraph(draft.document, rng.choice(places), text)
    return Planted(document, ("ND09",), "", (where,), ("CT12",))


PLANTS: Mapping[str, Plant] = {
    "figures-gone": figures_gone,
    "thin": thin,
    "vague-amount": sentence(
        "ND03",
        said=one_of(
            "Đã tập huấn cho ⟦hàng chục kỹ thuật viên⟧ tại các thôn.",
            "Vận động ⟦hàng nghìn lượt người⟧ tham gia dọn vệ sinh.",
            "Đã trao ⟦hàng trăm suất quà⟧ cho các hộ.",
            "Huy động ⟦hàng trăm ngày công⟧ sửa nhà.",
            "Trồng mới ⟦hàng vạn cây xanh⟧ dọc tuyến đường.",
        ),
        reports=True,
    ),
    "said-twice": said_twice,
    "other-unit": other_unit,
    "copied": copied,
    "no-annex": sentence(
        "ND08",
        said=one_of(
            "Đã hỗ trợ {a} hộ ⟦(chi tiết tại Phụ lục kèm theo)⟧.",
            "Có {a} mô hình ⟦(có Phụ lục đính kèm)⟧.",
            "Đã tặng {a} suất quà ⟦(có danh sách kèm theo)⟧.",
            "Kinh phí là {a} triệu đồng ⟦(chi tiết tại Phụ lục I kèm theo)⟧.",
            "Kết quả tại {a} thôn ⟦(Phụ lục kèm theo)⟧.",
        ),
        late=True,
        reports=True,
    ),
    "other-movement": other_movement,
    "other-kind": other_kind,
    "letter-date": letter_date,
}
