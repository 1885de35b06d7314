"""Mistakes planted in what is cited and named: documents, bodies, awards, movements, organs."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from datetime import date

from tests.support.editing import key, replaced
from tests.support.planting.model import Plant, Planted
from tests.support.planting.sentences import one_of, sentence
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import print_like
from thidua_check.outline.movements import bare
from thidua_check.ruleset.legal import uses_of
from thidua_check.ruleset.movement_names import former_names, official_names, quoted_names

# Rules on words and signs may rightly speak of a letter that was taken out.
_WORDS = tuple(f"CT{number:02}" for number in range(1, 30))


def _planted(draft: Draft, passage: Passage, wrong: str, rule: str, words: str, *also: str) -> Planted:
    document = replaced(draft.document, passage, wrong)
    return Planted(document, (rule,), words, (key(passage.paragraph),), also)


def _places(draft: Draft, pattern: re.Pattern[str], group: int = 0) -> list[Passage]:
    return [
        Passage(paragraph, *match.span(group))
        for paragraph in draft.anatomy.main
        for match in pattern.finditer(paragraph.text)
    ]


def instrument_date(draft: Draft, rng: random.Random) -> Planted | None:
    """A known instrument with another day of its year."""
    uses = [
        use
        for use in uses_of(draft.facts.citations, draft.facts.dates, draft.anatomy.main)
        if use.instrument.sure and use.mention is not None and use.mention.value == use.instrument.issued
    ]
    if not uses:
        return None
    mention = rng.choice(uses).mention
    assert mention is not None
    assert mention.value is not None
    wrong = print_like(mention, date(mention.value.year, mention.value.month % 12 + 1, rng.randrange(10, 28)))
    return _planted(draft, mention.passage, wrong, "VD08", wrong, "VD02", "NT03", "VD05")


_OTHERS = {"-TTg": "Chính phủ", "-UBND": "HĐND tỉnh", "/TW": "UBND tỉnh"}


def _with_body(draft: Draft, organs: tuple[str, ...]) -> list[Citation]:
    return [
        citation
        for citation in draft.facts.citations
        if citation.issuer_passage is not None and citation.symbol.endswith(organs)
    ]


def other_body(draft: Draft, rng: random.Random) -> Planted | None:
    """A body that cannot have issued the symbol."""
    cited = _with_body(draft, tuple(_OTHERS))
    if not cited:
        return None
    chosen = rng.choice(cited)
    assert chosen.issuer_passage is not None
    wrong = next(body for organ, body in _OTHERS.items() if chosen.symbol.endswith(organ))
    return _planted(draft, chosen.issuer_passage, wrong, "VD10", wrong, "VD08", "VD02", "VD09")


def party_form(draft: Draft, rng: random.Random) -> Planted | None:
    """A Party symbol with the slash and the hyphen exchanged."""
    cited = [c for c in draft.facts.citations if c.party and c.symbol.endswith(("/TW", "/TU"))]
    if not cited:
        return None
    chosen = rng.choice(cited)
    assert chosen.symbol_passage is not None
    wrong = f"{chosen.number}/{chosen.symbol.replace('/', '-')}"
    # In its wrong form it is another document, of which date and issuer are then missing.
    return _planted(draft, chosen.symbol_passage, wrong, "VD03", wrong, "VD02", "VD09")


def year_in_symbol(draft: Draft, rng: random.Random) -> Planted | None:
    """An administrative symbol with the year in it."""
    cited = [
        c
        for c in draft.facts.citations
        if c.code in ("KH", "BC", "HD") and not c.party and c.date and c.date.value and c.symbol_passage
    ]
    if not cited:
        return None
    chosen = rng.choice(cited)
    assert chosen.symbol_passage is not None
    assert chosen.date is not None
    wrong = f"{chosen.number}/{chosen.date.year}/{chosen.symbol}"
    return _planted(draft, chosen.symbol_passage, wrong, "VD12", wrong, "VD01")


def movement_letter(draft: Draft, rng: random.Random) -> Planted | None:
    """A letter missing in a movement's official name."""
    official = {words for _, words in official_names()}
    names = [
        q for p in draft.anatomy.main for q in quoted_names(p) if q.words in official and len(q.words) > 24
    ]
    if not names:
        return None
    passage = rng.choice(names).passage
    at = rng.choice([n for n, letter in enumerate(passage.text) if letter.isalpha() and letter.islower()])
    wrong = passage.text[:at] + passage.text[at + 1 :]
    return _planted(draft, passage, wrong, "TD01", wrong.strip(" *"), "TD10", "VD15", *_WORDS)


_DRIVE = re.compile(r"tư tưởng, đạo đức, phong cách(?= Hồ Chí Minh)")


def former_drive(draft: Draft, rng: random.Random) -> Planted | None:
    """The drive under the name it had before 2016."""
    places = _places(draft, _DRIVE)
    if not places:
        return None
    wrong = "tấm gương đạo đức"
    return _planted(draft, rng.choice(places), wrong, "TD02", f"{wrong} Hồ Chí Minh", "VD15", "VD08")


def former_name(draft: Draft, rng: random.Random) -> Planted | None:
    """A movement under a name that was given up or is a mixture of two."""
    given_up = [former for former in former_names() if former.right.startswith("Cả nước")]
    spots = [
        (q.passage, former.words)
        for p in draft.anatomy.main
        for q in quoted_names(p)
        for former in given_up
        if q.words == bare(former.right)
    ]
    if not spots:
        return None
    passage, words = rng.choice(spots)
    wrong = words[0].upper() + words[1:]
    return _planted(draft, passage, wrong, "TD02", wrong, "TD10", "TD01", "ND11")


_ORGAN = re.compile(
    r"(?:Sở|Bộ) (?:Khoa học|Thông tin|Giáo dục|Kế hoạch)( và) (?:Công nghệ|Truyền thông|Đào tạo|Đầu tư)"
)


def organ_word(draft: Draft, rng: random.Random) -> Planted | None:
    """The name of a ministry or department without its "và"."""
    places = _places(draft, _ORGAN, 1)
    if not places:
        return None
    chosen = rng.choice(places)
    start = chosen.paragraph.text.rfind("Sở ", 0, chosen.start)
    start = max(start, chosen.paragraph.text.rfind("Bộ ", 0, chosen.start))
    words = chosen.paragraph.text[start : chosen.start]
    return _planted(draft, chosen, "", "TD07", words, *_WORDS, "ND05")


_COMMITTEE = re.compile(r"\bUBND(?= (?:tỉnh|huyện|xã))")


def doubled_people(draft: Draft, rng: random.Random) -> Planted | None:
    """ "UBND nhân dân"."""
    places = _places(draft, _COMMITTEE)
    if not places:
        return None
    return _planted(
        draft, rng.choice(places), "UBND nhân dân", "TD07", "UBND nhân dân", "VD02", "VD09", "VD10", *_WORDS
    )


_LETTER_OF_PRAISE = re.compile(r"(?:Giám đốc Sở|UBND huyện|UBND xã)(?: đã)? tặng (Giấy khen)")


def higher_award(draft: Draft, rng: random.Random) -> Planted | None:
    """A Bằng khen by someone who gives the Giấy khen."""
    places = _places(draft, _LETTER_OF_PRAISE, 1)
    if not places:
        return None
    return _planted(draft, rng.choice(places), "Bằng khen", "TD06", "Bằng khen")


_HIGHER = re.compile(r"(?<!đề nghị )(?:Chủ tịch UBND tỉnh|Thủ tướng Chính phủ)(?: đã)? tặng (Bằng khen)")


def lower_award(draft: Draft, rng: random.Random) -> Planted | None:
    """A Giấy khen by someone who gives the Bằng khen."""
    places = _places(draft, _HIGHER, 1)
    if not places:
        return None
    return _planted(draft, rng.choice(places), "Giấy khen", "TD06", "Giấy khen")


def own_organ(draft: Draft, rng: random.Random) -> Planted | None:
    """A letter too many in the draft's own symbol."""
    line, symbol = draft.anatomy.number_line, draft.anatomy.symbol
    fits = symbol is not None and re.fullmatch(r"BC-[A-ZĐ]{3,}", symbol) is not None
    if line is None or symbol is None or not fits or _initials_differ(draft, symbol):
        return None
    at = rng.randrange(4, len(symbol))
    wrong = symbol[:at] + rng.choice([symbol[at - 1], *"KXN"]) + symbol[at:]
    start = line.start + line.text.index(symbol)
    return _planted(
        draft, Passage(line.paragraph, start, start + len(symbol)), wrong, "VD13", wrong, "TT03", "TT04"
    )


def _initials_differ(draft: Draft, symbol: str) -> bool:
    """Whether the symbol was wrong before: its organ is not made of the initials of the issuing body."""
    issuer = draft.anatomy.issuer
    words = [word for word in issuer.text.split() if word not in ("VÀ", "và")] if issuer else []
    return "".join(word[0] for word in words) != symbol[3:]


def _all() -> Iterator[Plant]:
    yield from (instrument_date, other_body, party_form, year_in_symbol, movement_letter, former_drive)
    yield from (former_name, organ_word, doubled_people, higher_award, lower_award, own_organ)


NAME_PLANTS: Mapping[str, Plant] = {
    **{plant.__name__.replace("_", "-"): plant for plant in _all()},
    "movement-comma": sentence(
        "TD01",
        said=one_of(
            "Đơn vị hưởng ứng phong trào thi đua “⟦Đẩy mạnh phát triển kết cấu hạ tầng đồng bộ, hiện đại; thực hành tiết kiệm chống lãng phí⟧”.",
            "Đơn vị hưởng ứng phong trào thi đua “⟦Cán bộ công chức, viên chức thi đua thực hiện văn hóa công sở⟧”.",
            "Đơn vị hưởng ứng phong trào thi đua “⟦Cả nước chung tay xóa nhà tạm nhà dột nát trong năm 2025⟧”.",
        ),
        also=("TD03",),
    ),
}
