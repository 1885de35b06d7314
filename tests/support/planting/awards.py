"""Mistakes planted in movements, awards and offices that are named in one more sentence."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping
from itertools import pairwise

from tests.support.editing import key, replaced
from tests.support.planting.model import Plant, Planted
from tests.support.planting.sentences import added, is_report, one_of, running, sentence
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.movement_names import Quoted, quoted_names

_MOVEMENTS = ("Dạy tốt, học tốt", "Dân vận khéo", "Năm tấn thóc", "Sáng - xanh - sạch", "Ba đảm đang")


def _twice(draft: Draft, rng: random.Random) -> str:
    one, *rest = rng.sample(_MOVEMENTS, 4)
    names = ", ".join(f"“{name}”" for name in (one, *rest))
    return f"Các phong trào {names}, phong trào thi đua “⟦{one}⟧”, được duy trì."


def _names(draft: Draft) -> list[Quoted]:
    """Return the names of movements in the running text."""
    return [
        q
        for p in draft.anatomy.main
        if p.cell is None
        for q in quoted_names(p)
        if "hong trào" in p.text[max(0, q.passage.start - 20) : q.passage.start] and len(q.words) > 20
    ]


def unquoted(draft: Draft, rng: random.Random) -> Planted | None:
    """A movement's name without its quotation marks."""
    names = _names(draft)
    counts = Counter(" ".join(q.passage.text.split()) for q in names)
    names = [q for q in names if counts[" ".join(q.passage.text.split())] > 2]
    if not names:
        return None
    passage = rng.choice(names).passage
    spot = Passage(passage.paragraph, passage.start - 1, passage.end + 1)
    document = replaced(draft.document, spot, passage.text)
    return Planted(document, ("TD09",), passage.text, (key(passage.paragraph),), ("TD10", "NT05", "BC01"))


def own_name(draft: Draft, rng: random.Random) -> Planted | None:
    """The movement of the title by another name in the opening or the closing sentence."""
    subject, closing = draft.anatomy.subject, draft.anatomy.closing
    titled = [q for p in subject.passages for q in quoted_names(p.paragraph)] if subject else []
    places = [*draft.anatomy.main[:1], *([closing.paragraph] if closing else [])]
    own = [q for p in places for q in quoted_names(p) if titled and q.words == titled[0].words]
    own = [q for q in own if len(q.passage.text.split(" ")) > 5]
    if not own:
        return None
    passage = rng.choice(own).passage
    words = passage.text.split(" ")
    if words[2:3] and words[2][:1].islower():
        wrong = " ".join([words[2].capitalize(), *words[3:]])
    else:
        wrong = " ".join(words[:-1])
    return Planted(
        replaced(draft.document, passage, wrong),
        ("TD10",),
        wrong,
        (key(passage.paragraph),),
        ("TD01", "TD02", "NT05"),
    )


def proposal_told(draft: Draft, rng: random.Random) -> Planted | None:
    """A proposal among the awards that were given: in the section on awards, now said to be of results."""
    spots = [
        (s.heading.title_passage, p)
        for s in draft.anatomy.sections
        if s.heading.title.startswith("Công tác khen thưởng") and not s.heading.run_in
        for p in s.content
        if p.text.rstrip().endswith(".") and not p.paragraph.cell
    ]
    if not spots:
        return None
    title, passage = rng.choice(spots)
    end = len(passage.paragraph.text.rstrip())
    asked = "đề nghị Chủ tịch UBND tỉnh tặng Bằng khen"
    said = f" {rng.choice(['Gửi hồ sơ', 'Lập hồ sơ'])} {asked} cho {rng.randint(11, 30)} tập thể."
    document = replaced(draft.document, Passage(passage.paragraph, end, end), said)
    start = Passage(title.paragraph, title.start, title.start + len("Công tác"))
    document = replaced(document, start, "Kết quả")
    return Planted(document, ("TD11",), asked, (key(passage.paragraph),), ("BC01",))


def cited_office(draft: Draft, rng: random.Random) -> Planted | None:
    """A district's document of a time when there were no districts."""
    body = rng.choice(["UBND huyện Sông Mẫu", "UBND huyện Núi Thử", "UBND thị xã Đồng Ví"])
    number, day = rng.randint(11, 99), f"{rng.randint(10, 28)}/{rng.randint(7, 9)}/2025"
    text = f"Thực hiện Kế hoạch số {number}/KH-UBND ngày {day} của ⟦{body}⟧ về thi đua."
    made = added(draft, rng, text)
    if made is None:
        return None
    planted, _ = made
    return Planted(planted.document, ("TD08",), body, planted.where, ("NT03", "VD10", "VD05"))


def other_number(draft: Draft, rng: random.Random) -> Planted | None:
    """Awards of one year with two counts in two sections."""
    places = [p for p in running(draft) if draft.anatomy.path_at(p, len(p.text))]
    rng.shuffle(places)
    paths = draft.anatomy.path_at
    pair = next(((a, b) for a, b in pairwise(places) if paths(a, len(a.text)) != paths(b, len(b.text))), None)
    if pair is None or not is_report(draft):
        return None
    document, numbers = draft.document, rng.sample(range(11, 90), 2)
    forms = (
        "Năm 2023, Chủ tịch UBND tỉnh tặng Bằng khen cho {} gia đình.",
        "Đã trao Bằng khen của Chủ tịch UBND tỉnh cho {} gia đình năm 2023.",
    )
    for paragraph, form, number in zip(pair, forms, numbers, strict=True):
        end = len(paragraph.text.rstrip())
        document = replaced(document, Passage(paragraph, end, end), f" {form.format(number)}")
    order = [key(p) for p in draft.anatomy.main]
    late = max((0, 1), key=lambda n: order.index(key(pair[n])))
    return Planted(document, ("TD12",), f"{numbers[late]} gia đình", (key(pair[late]),))


PLANTS: Mapping[str, Plant] = {
    "movement-twice": sentence("TD03", said=_twice, also=("CT18",)),
    "award-class": sentence(
        "TD04",
        said=one_of(
            "Có {a} tập thể được tặng ⟦Huân chương Lao động hạng III⟧ các năm qua.",
            "Có 01 tập thể được tặng ⟦Huân chương Hồ Chí Minh hạng Nhì⟧ trước đây.",
            "Có 01 cá nhân được tặng ⟦Huân chương Lao động hạng Tư⟧ trước đây.",
            "Có {a} cá nhân đạt danh hiệu ⟦Chiến sỹ thi đua cơ sở⟧.",
            "Được tặng ⟦Cờ cho thi đua⟧ xuất sắc của tỉnh.",
            "Vinh dự đón nhận ⟦Huân chương Lao động⟧ của Chủ tịch nước.",
        ),
        also=("CT21",),
    ),
    "award-subject": sentence(
        "TD05",
        said=one_of(
            "Có ⟦{a} tập thể đạt danh hiệu Lao động tiên tiến⟧.",
            "Đã công nhận ⟦Tập thể lao động tiên tiến cho {a} cá nhân⟧.",
            "Đã công nhận danh hiệu ⟦Lao động tiên tiến cho {a} cá nhân và {b} tập thể⟧.",
            "Có ⟦{a} tập thể được công nhận danh hiệu Lao động tiên tiến⟧.",
        ),
    ),
    "unquoted": unquoted,
    "own-name": own_name,
    "proposal-told": proposal_told,
    "cited-office": cited_office,
    "other-number": other_number,
}
