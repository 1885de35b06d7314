"""Mistakes planted in spelling, signs and capitals: clean words of the report are mistyped by seed."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache

from tests.support.editing import key, replaced
from tests.support.planting.model import Plant, Planted
from tests.support.planting.sentences import one_of, running, sentence
from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft
from thidua_check.registry import load_registry
from thidua_check.words.lexicon import load_lexicon

# What mistyping one word may rightly say as well: another rule on spelling, or on names, sees the same word.
_SPELLING = ("CT01", "CT02", "CT03", "CT04", "TD01")
_MARKS = "\u0300\u0301\u0303\u0309\u0323"
Mistype = Callable[[str, random.Random], str | None]

# “Dân vận khéo”
_QUOTED = re.compile(r"“[^”]*”")


def mistyped(
    rule: str,
    pattern: str,
    wrong: Mistype,
    *,
    marked: str = r"\S(?:.*\S)?",
    also: tuple[str, ...] = (),
    quoted: bool = False,
) -> Plant:
    """Return the plant that mistypes one match of a pattern; ``marked`` says which of the new words must be marked.

    Words of the running text are taken, with ``quoted`` those of headings and in quotation marks too.
    """
    compiled, wanted = re.compile(pattern), re.compile(marked)

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        spots = [
            Passage(p, *m.span())
            for p in (draft.anatomy.main if quoted else running(draft))
            for m in compiled.finditer(p.text)
            if quoted or not _in_quotes(p, m.start())
        ]
        rng.shuffle(spots)
        for spot in spots:
            text = wrong(spot.text, rng)
            found = wanted.search(text) if text and text != spot.text else None
            if text and found:
                document = replaced(draft.document, spot, text)
                return Planted(document, (rule,), found.group(), (key(spot.paragraph),), also)
        return None

    return plant


def _in_quotes(paragraph: Paragraph, at: int) -> bool:
    return any(m.start() <= at < m.end() for m in _QUOTED.finditer(paragraph.text))


def _instead(*pairs: tuple[str, str]) -> Mistype:
    """Return the change that puts one text for another, drawn from the pairs that occur."""

    def wrong(text: str, rng: random.Random) -> str | None:
        fitting = [pair for pair in pairs if pair[0] in text]
        return text.replace(*rng.choice(fitting), 1) if fitting else None

    return wrong


@cache
def _known() -> frozenset[str]:
    return frozenset(load_lexicon().ids)


def _toneless(text: str, rng: random.Random) -> str | None:
    """A word that ends in c, ch, p, t without its tone, which no Vietnamese word is: "sắc" -> "săc"."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if c not in _MARKS)
    return unicodedata.normalize("NFC", bare)


def _doubled_vowel(text: str, rng: random.Random) -> str | None:
    """The last vowel twice, as a key held too long: "chỉ đạo" -> "chỉ đạoo"."""
    return text + unicodedata.normalize("NFD", text[-1])[0]


def _other_mark(text: str, rng: random.Random) -> str | None:
    """The first word of a pair with another mark or one less, where that is a word too: "ban hành" -> "bản hành"."""
    first, _, rest = text.partition(" ")
    letters = unicodedata.normalize("NFD", first)
    places = [i for i, c in enumerate(letters) if unicodedata.combining(c)]
    options = {letters[:i] + letters[i + 1 :] for i in places}
    options |= {
        letters[:i] + mark + letters[i + 1 :] for i in places if letters[i] in _MARKS for mark in _MARKS
    }
    words = sorted({unicodedata.normalize("NFC", o) for o in options} & _known() - {first})
    return f"{rng.choice(words)} {rest}" if words else None


def _fallen_out_of_phrase(text: str, rng: random.Random) -> str | None:
    """Three words of a set phrase without the middle one."""
    lexicon = load_lexicon()
    first, middle, last = (lexicon.ids.get(word) for word in text.split())
    known = first is not None and middle is not None and last is not None
    return _fallen_out(text, rng) if known and (first, middle, last) in lexicon.triples else None


def _fallen_out(text: str, rng: random.Random) -> str | None:
    """Three words without the middle one."""
    first, _, last = text.split()
    return f"{first} {last}"


def _capital_first(text: str, rng: random.Random) -> str:
    at = next(i for i, c in enumerate(text) if c.isalpha())
    return text[:at] + text[at].upper() + text[at + 1 :]


def _small_first(text: str, rng: random.Random) -> str:
    at = next(i for i, c in enumerate(text) if c.isalpha())
    return text[:at] + text[at].lower() + text[at + 1 :]


def heading_colon(draft: Draft, rng: random.Random) -> Planted | None:
    """One heading with a colon where the others of its level have none."""
    headings = [
        h
        for h in draft.anatomy.headings
        if h.scheme == "arabic" and not h.run_in and h.title[-1:].isalpha() and len(h.title.split()) < 40
    ]
    if len(headings) < 3:
        return None
    title = rng.choice(headings).title_passage
    document = replaced(draft.document, Passage(title.paragraph, title.end, title.end), ":")
    last = title.text.split()[-1] + ":"
    return Planted(document, ("CT12",), last, (key(title.paragraph),), ("BC01", "BC03"))


def stop_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """A paragraph of running text without its full stop."""
    places = [p for p in running(draft) if len(p.text.split()) > 20]
    if not places:
        return None
    paragraph = rng.choice(places)
    end = len(paragraph.text.rstrip())
    last = paragraph.text[: end - 1].split()[-1]
    document = replaced(draft.document, Passage(paragraph, end - 1, end), "")
    return Planted(document, ("CT22",), last, (key(paragraph),))


def _phrases() -> tuple[str, ...]:
    """Sentences with a set phrase of the registry that lost its commas; rows with conditions are left out."""
    out = []
    for row in load_registry("set_phrases").items():
        table = row.table()
        if set(table) <= {"right", "level", "source"}:
            right = str(table["right"].raw)
            wrong = right.replace(",", "").replace(" - ", " ")
            out.append(f"Nội dung về ⟦{wrong}⟧ của các phòng đã được quán triệt.")
    return tuple(out)


def _terms(field: str) -> tuple[str, ...]:
    """Sentences with a term of the registry in two ways, the odd one marked."""
    out = []
    for row in load_registry("terms").table()[field].items():
        node = row.table().get("forms", row) if field == "capitals" else row
        first, second = (str(form.raw) for form in node.items()[:2])
        if field == "capitals" and set(row.table()) > {"forms", "keep", "source"}:
            continue
        out.append(f"Việc này do {first} theo dõi, {first} kiểm tra và ⟦{second}⟧ tổng hợp, báo cáo.")
    return tuple(out)


# A small word between blanks that ends in a stop, one that ends in a vowel, a pair of words, three words in a row.
_STOPPED = r"(?<= )[a-zà-ỹđ]{1,4}[ắấếốớúíáéóạặậẹệọộợụựịứ](?:c|ch|p|t)(?= )"
_OPEN = r"(?<= )[a-zà-ỹđ]{1,4}[aạàáảeệềêoộồôơiịíu](?= )"
_PAIR = r"(?<= )[a-zà-ỹđ]{2,7} [a-zà-ỹđ]{2,7}(?= )"
_THREE = r"(?<= )[a-zà-ỹđ]{2,7} [a-zà-ỹđ]{2,7} [a-zà-ỹđ]{2,7}(?= )"
_AFTER_COMMA = r"[a-zà-ỹđ]{2,}, [a-zà-ỹđ]{2,} [a-zà-ỹđ]{2,}(?= )"

PLANTS: Mapping[str, Plant] = {
    "tone-lost": mistyped("CT01", _STOPPED, _toneless, also=_SPELLING),
    "letter-twice": mistyped("CT01", _OPEN, _doubled_vowel, also=_SPELLING),
    "other-mark": mistyped("CT02", _PAIR, _other_mark, marked=r"^\S+", also=_SPELLING),
    "word-lost": mistyped("CT03", _THREE, _fallen_out, also=_SPELLING),
    "word-lost-in-phrase": mistyped("CT03", _THREE, _fallen_out_of_phrase, also=_SPELLING),
    "word-twice": mistyped(
        "CT04", r"(?<= )[a-zà-ỹđ]{3,7} [a-zà-ỹđ]{3,7}(?= )", lambda t, r: f"{t} {t}", also=_SPELLING
    ),
    "phrase-comma": sentence("CT05", said=lambda d, r: r.choice(_phrases()), also=("CT02", "CT03")),
    "space-before-comma": mistyped("CT06", r"\w+[,;:] ", lambda t, r: t[:-2] + " " + t[-2:]),
    "no-space-behind": mistyped("CT06", r"[a-zà-ỹđ]+[,;] [a-zà-ỹđ]+", lambda t, r: t.replace(" ", "")),
    "space-in-bracket": mistyped("CT06", r"\(\w+", lambda t, r: "( " + t[1:]),
    "half-hyphen": mistyped(
        "CT07", r"\w+ - \w+", _instead((" - ", "- "), (" - ", " -")), also=("TD01", "TD10"), quoted=True
    ),
    "comma-twice": mistyped("CT08", r"\w+, ", lambda t, r: t.replace(",", ",,"), marked=r"\w+,,"),
    "stop-twice": mistyped("CT08", r"\w+; ", lambda t, r: t.replace(";", ";,"), marked=r"\w+;,"),
    "long-dash": mistyped(
        "CT09", r"20\d\d-20\d\d", _instead(("-", " – "), ("-", "–"), ("-", " - ")), quoted=True
    ),
    "quote-lost": mistyped("CT10", r"“[^”]*”", lambda t, r: t[:-1], marked=r"^“\w+", quoted=True),
    "quote-straight": mistyped(
        "CT10", r"“[^”]*”", lambda t, r: f'"{t[1:-1]}"', quoted=True, also=("TD01", "TD10")
    ),
    "bracket-lost": mistyped("CT11", r"\([^)]{10,}\)", lambda t, r: t[:-1], marked=r"^\((?:\S+ ){0,3}\S+"),
    "bracket-unopened": mistyped("CT11", r"\([^)]{10,}\)", lambda t, r: t[1:], marked=r"(?:\S+ ){0,3}\S+\)$"),
    "heading-colon": heading_colon,
    "stop-gone": stop_gone,
    "old-tone-place": mistyped(
        "CT13",
        r"(?<= )\w*(?:óa|òa|ỏa|ủy|úy|ũy|ụy)(?= )",
        _instead(
            ("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("ủy", "uỷ"), ("úy", "uý"), ("ũy", "uỹ"), ("ụy", "uỵ")
        ),
    ),
    "capitals": sentence(
        "CT14",
        said=one_of(
            "Thực hiện ⟦Luật Thi đua, Khen thưởng⟧ hiện hành.",
            "Việc này theo khoản {a} ⟦điều⟧ {b} Luật Thi đua, khen thưởng.",
            "Việc này theo ⟦Khoản⟧ {a} Điều {b} Luật Thi đua, khen thưởng.",
            "Các đơn vị của ⟦Tỉnh Quảng Ngãi⟧ cùng tham gia.",
            "Người dân tỉnh ⟦Quảng ngãi⟧ đồng tình.",
        ),
        also=("ND06", "CT17"),
    ),
    "capital-behind-comma": mistyped(
        "CT15",
        _AFTER_COMMA,
        lambda t, r: t.partition(", ")[0] + ", " + _capital_first(t.partition(", ")[2], r),
        marked=r"(?<=, )\w+",
        also=("CT17",),
    ),
    "small-behind-stop": mistyped(
        "CT16",
        r"\w{2,}\. [A-ZÀ-ỸĐ][a-zà-ỹđ]+ [a-zà-ỹđ]+",
        lambda t, r: t.partition(". ")[0] + ". " + _small_first(t.partition(". ")[2], r),
        marked=r"(?<=\. )\w+",
    ),
    "two-capitals": sentence(
        "CT17", said=lambda d, r: r.choice(_terms("capitals")), also=("CT14", "CT15", "CT18")
    ),
    "unknown-abbreviation": sentence(
        "CT18",
        said=one_of(
            "Công tác ⟦QLDX⟧ được {a} đơn vị quan tâm.",
            "Đã có {a} người tham gia ⟦BVĐN⟧ tại xã.",
            "Có {a} hộ được ⟦HTSX⟧ kịp thời.",
            "Mở {a} lớp tập huấn về ⟦KNCĐ⟧ cho người dân.",
            "Đã rà soát {a} hồ sơ ⟦CSXK⟧ trong năm.",
        ),
    ),
    "blank": mistyped(
        "CT19",
        r"(?<= )\d{2,3}(?= [a-zà-ỹđ])",
        lambda t, r: r.choice(["......", "........", "[...]", "…………"]),
        also=("SL01", "SL03", "ND01"),
    ),
    "unit-said": sentence(
        "CT20",
        said=one_of(
            "Bê tông hóa được ⟦{a}km⟧ đường.",
            "Người dân hiến {a} ⟦m2⟧ đất.",
            "Ủng hộ {a} triệu ⟦VNĐ⟧ cho quỹ.",
            "Thu hoạch ⟦{a}kg⟧ thóc giống.",
            "Trồng mới ⟦{a}ha⟧ rừng.",
        ),
    ),
    "two-spellings": sentence("CT21", said=lambda d, r: r.choice(_terms("spellings")), also=("CT17",)),
}
