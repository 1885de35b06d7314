"""Mistakes planted in cited documents: form, dates, what is missing, what is out of force."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import date, timedelta

from tests.support.editing import key, replaced
from tests.support.planting.model import Plant, Planted
from tests.support.planting.sentences import added, sentence
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.ruleset.kinds.own_office import is_committee
from thidua_check.ruleset.legal import Instrument, load_instruments


def _dated(draft: Draft) -> list[Citation]:
    return [
        c
        for c in draft.facts.citations
        if c.type_passage and c.date and c.date.value and c.date.form == "slash" and c.has_so and not c.party
    ]


def _before(draft: Draft, rng: random.Random, year: int | None = None) -> date:
    """Return a day before the draft's own."""
    last = draft.as_of.date or date(2023, 6, 30)
    return last - timedelta(days=rng.randint(40, 500)) if year is None else date(year, rng.randint(3, 12), 15)


def _slashed(day: date) -> str:
    return f"{day.day:02d}/{day.month if day.month > 2 else f'{day.month:02d}'}/{day.year}"


def second_date(draft: Draft, rng: random.Random) -> Planted | None:
    """A document that is cited already, now with another day; either of the two places may be marked."""
    cited = _dated(draft)
    if not cited:
        return None
    chosen = rng.choice(cited)
    assert chosen.date is not None
    assert chosen.date.value is not None
    other = _slashed(chosen.date.value - timedelta(days=rng.randint(1, 20)))
    number = (
        f"{chosen.number}/{chosen.year}/{chosen.symbol}"
        if chosen.year
        else f"{chosen.number}/{chosen.symbol}"
    )
    made = added(draft, rng, f"Việc này theo {chosen.type} số {number} ngày ⟦{other}⟧.")
    if made is None:
        return None
    planted, _ = made
    also = ("VD08", "VD09", "VD05", "VD11", "ND11")
    where = (*planted.where, *(key(c.passage.paragraph) for c in cited))
    return Planted(planted.document, ("VD02",), f"/{chosen.date.value.year}", where, also)


def cited_again(draft: Draft, rng: random.Random) -> Planted | None:
    """A document that is cited already, again with all its data; whichever stands second is marked."""
    text = _again(draft, rng)
    made = added(draft, rng, text) if text else None
    return made and Planted(made[0].document, ("VD11",), made[0].words, (), ("VD05",))


def _again(draft: Draft, rng: random.Random) -> str | None:
    """A document that is cited already, again with all its data."""
    cited = [c for c in _dated(draft) if c.issuer and c.year is None and c.symbol.endswith(("-UBND", "-TTg"))]
    if not cited:
        return None
    chosen = rng.choice(cited)
    assert chosen.date is not None
    named = f"{chosen.type} số {chosen.number}/{chosen.symbol}"
    return f"Các phòng tiếp tục thực hiện ⟦{named}⟧ ngày {chosen.date.passage.text} của {chosen.issuer}."


def without_so(draft: Draft, rng: random.Random) -> Planted | None:
    """A citation without the word “số”."""
    spots = []
    for cited in draft.facts.citations:
        at = cited.passage.text.find(" số ")
        if cited.has_so and cited.type and at > 0 and not cited.listed:
            start = cited.passage.start + at
            spots.append((cited, Passage(cited.passage.paragraph, start, start + 3)))
    if not spots:
        return None
    cited, spot = rng.choice(spots)
    document = replaced(draft.document, spot, "")
    return Planted(document, ("VD04",), cited.number, (key(spot.paragraph),), ("VD11",))


def symbol_gap(draft: Draft, rng: random.Random) -> Planted | None:
    """A space or a long dash inside a symbol."""
    cited = [
        c
        for c in draft.facts.citations
        if c.symbol_passage and "-" in c.symbol_passage.text and "/" in c.symbol_passage.text
    ]
    if not cited:
        return None
    chosen = rng.choice(cited)
    assert chosen.symbol_passage is not None
    head, _, tail = chosen.symbol_passage.text.rpartition("-")
    wrong = head + rng.choice(["- ", " -", " - ", " – ", "–"]) + tail
    where = (key(chosen.symbol_passage.paragraph),)
    return Planted(
        replaced(draft.document, chosen.symbol_passage, wrong), ("VD03",), wrong, where, ("CT07", "CT09")
    )


def _disorder(draft: Draft, rng: random.Random) -> str:
    """A number far below those issued before and after it."""
    year = _before(draft, rng).year - 1
    one, low, other = rng.randint(800, 850), rng.randint(110, 190), rng.randint(900, 980)
    month = rng.randint(3, 8)
    return (
        f"Đã thực hiện Quyết định số {one}/QĐ-UBND ngày 25/{month}/{year}, ⟦Quyết định số {low}/QĐ-UBND ngày "
        f"12/{month + 1}/{year}⟧ và Quyết định số {other}/QĐ-UBND ngày 19/{month + 1}/{year} của UBND tỉnh."
    )


def _expired(draft: Draft) -> list[Instrument]:
    day = draft.as_of.date
    return [
        row
        for rows in load_instruments().values()
        for row in rows
        if day
        and row.until
        and row.until <= day
        and row.sure
        and row.issued
        and row.symbol.startswith(("NĐ", "TT"))
    ]


def _out_of_force(draft: Draft, rng: random.Random) -> str | None:
    rows = _expired(draft)
    if not rows:
        return None
    row = rng.choice(rows)
    assert row.issued is not None
    return f"Căn cứ ⟦{row.type} số {row.key}⟧ ngày {_slashed(row.issued)} của {row.issuers[0]}, đơn vị đã lập hồ sơ."


def _other_year(draft: Draft, rng: random.Random) -> str:
    year = _before(draft, rng).year - rng.randint(3, 8)
    return f"Thực hiện Quyết định số {rng.randint(11, 99)}/{year - 2}/QĐ-UBND ngày ⟦15/{rng.randint(3, 12)}/{year}⟧ của UBND tỉnh."


def _incomplete(draft: Draft, rng: random.Random) -> str:
    day, number = _slashed(_before(draft, rng)), rng.randint(11, 990)
    said = [
        f"Đơn vị thực hiện ⟦Kế hoạch số {number}/KH-SNV⟧ của Sở Nội vụ.",
        f"Việc này theo ⟦Nghị quyết số {number}/NQ-HĐND ngày {day}⟧ về sắp xếp tổ chức.",
        f"Đơn vị thực hiện ⟦Hướng dẫn số {number}/HD-SNV⟧ của Sở Nội vụ.",
    ]
    if is_committee(draft) is False:  # a committee need not name itself
        said.append(
            f"Đơn vị quán triệt ⟦Quyết định số {number}/QĐ-UBND ngày {day}⟧ về việc ban hành quy chế."
        )
    return rng.choice(said)


def _no_link(draft: Draft, rng: random.Random) -> str:
    day, number = _slashed(_before(draft, rng)), rng.randint(1110, 1990)
    return rng.choice(
        [
            f"Đã ban hành ⟦Kế hoạch số {number}/KH-SNV ngày {day} Kế hoạch⟧ phát động phong trào thi đua.",
            f"Thực hiện ⟦Kế hoạch của UBND tỉnh số {number}/KH-UBND⟧ ngày {day}.",
        ]
    )


def _titles(draft: Draft, rng: random.Random) -> str:
    day, number = _slashed(_before(draft, rng)), rng.randint(110, 990)
    one, other = rng.sample(
        [
            "thực hiện phong trào trồng cây mùa xuân năm này",
            "tuyên truyền giảm nghèo bền vững trên địa bàn",
            "sửa chữa nhà ở cho các hộ khó khăn",
            "tổ chức hội thi văn nghệ quần chúng cấp sở",
        ],
        2,
    )
    named = f"Kế hoạch số {number}/KH-SVD"
    return f"Sở ban hành ⟦{named}⟧ ngày {day} về {one}. Các phòng thực hiện {named} ngày {day} về {other}."


def _blank(draft: Draft, rng: random.Random) -> str:
    """A document whose number or day was left to be filled in."""
    number, month, year = rng.randint(110, 990), rng.randint(3, 12), _before(draft, rng).year - 1
    cited = rng.choice(
        [
            f"Kế hoạch số …/KH-SVD ngày …/{month}/{year}",
            f"Kế hoạch số     /KH-SVD ngày    tháng {month} năm {year}",
            f"Kế hoạch số {number}/KH-SVD ngày … tháng {month} năm {year}",
            f"Công văn số ....../SVD-VP ngày 15/{month}/{year}",
        ]
    )
    return f"Các phòng đã thực hiện ⟦{cited}⟧ của Sở về trồng cây xanh."


def _no_about(draft: Draft, rng: random.Random) -> str:
    """A title with a capital right behind the date."""
    number, month, year = rng.randint(110, 990), rng.randint(3, 12), _before(draft, rng).year - 1
    verb, rest = rng.choice(
        [("Kiểm tra", "việc trồng cây"), ("Khắc phục", "hạn chế"), ("Tuyên truyền", "trồng cây xanh")]
    )
    return f"Sở ban hành Kế hoạch số {number}/KH-SVD ngày 15/{month}/{year} ⟦{verb}⟧ {rest} ở các phòng."


PLANTS: Mapping[str, Plant] = {
    "blank-citation": sentence("VD17", said=_blank, also=("CT19", "VD09")),
    "no-about": sentence("CT23", said=_no_about, also=("VD05", "VD09")),
    "second-date": second_date,
    "symbol-gap": symbol_gap,
    "without-so": without_so,
    "disorder": sentence("VD05", said=_disorder, also=("VD09",)),
    "out-of-force": sentence("VD06", said=_out_of_force, also=("VD10",)),
    "other-year": sentence("VD07", said=_other_year, also=("VD05",)),
    "incomplete": sentence("VD09", said=_incomplete),
    "cited-again": cited_again,
    "no-link": sentence("VD14", said=_no_link, also=("VD09",)),
    "two-titles": sentence("VD15", said=_titles, also=("VD09", "VD11")),
    "law-number": sentence(
        "VD16",
        said=lambda d, r: r.choice(
            [
                "Căn cứ ⟦Luật số 06/2022/QH15⟧ ngày 15/6/2022 về thi đua, khen thưởng, đơn vị đã xét tặng.",
                "Căn cứ ⟦Luật số 77/2015/QH13⟧ ngày 19/6/2015 về tổ chức chính quyền địa phương, đơn vị đã rà soát.",
                "Đơn vị quán triệt ⟦Luật số 36/2018/QH14⟧ ngày 20/11/2018 về phòng, chống tham nhũng.",
            ]
        ),
    ),
}
