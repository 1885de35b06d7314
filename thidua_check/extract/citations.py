"""Cited documents: type, number, symbol, date, issuer and title as written.

The number with its symbol (``769/QĐ-UBND``, ``98/2023/NĐ-CP``, ``34-CT/TW``) is the sure part; the words around it
are read from there. Nothing here knows which type goes with which code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrs import evolve, frozen

from thidua_check.document import Paragraph, Passage
from thidua_check.extract.citation_context import date_behind, issuer_behind, title_behind, words_before
from thidua_check.extract.dates import DateMention


@frozen
class Citation:
    """One mention of a document. ``passage`` runs from the type word (or ``số``) to the end of the symbol.

    ``type`` is the type word as written (``Kế hoạch``; ``Công văn Hướng dẫn`` where two stand together, ``types``
    has them apart), ``number`` the digits as written, empty where blank, ``year`` the year in a normative symbol
    (``98/2023/NĐ-CP``), ``symbol`` the code with organ, spaces removed (``QĐ-UBND``, ``CT/TW``), ``party`` whether
    it has the Party form (``34-CT/TW``), ``has_so`` whether the word ``số`` stands before the number.

    ``in_title`` is set where the title of the document before it goes on to name it (``về việc thực hiện Quyết định
    số ...``): its words are those of that title.

    ``adjacent`` tells whether the type stands directly before the number (or ``số``); otherwise other words are
    between them (``Kế hoạch của UBND tỉnh số 220/KH-UBND``), and ``passage`` begins at ``số``. ``listed`` marks a
    later member of a list, whose type is that of the first.

    >>> [found] = find_citations(Paragraph("Thực hiện Kế hoạch số 12/KH-UBND của UBND tỉnh"), ())
    >>> found.type, found.number, found.symbol, found.issuer
    ('Kế hoạch', '12', 'KH-UBND', 'UBND tỉnh')
    """

    passage: Passage
    type: str | None
    number: str
    year: int | None
    symbol: str
    party: bool = False
    has_so: bool = True
    type_passage: Passage | None = None
    symbol_passage: Passage | None = None
    date: DateMention | None = None
    issuer: str | None = None
    title: str | None = None
    types: tuple[str, ...] = ()
    adjacent: bool = False
    listed: bool = False
    issuer_passage: Passage | None = None
    title_passage: Passage | None = None
    in_title: bool = False

    @property
    def understood(self) -> bool:
        """Whether number and symbol were both read."""
        return bool(self.number and self.symbol)

    @property
    def has_blank(self) -> bool:
        """Whether the number, or a part of the date, is left blank to be filled in."""
        return not self.number or (self.date is not None and self.date.problem == "blank")

    @property
    def dated_passage(self) -> Passage:
        """The words from the type or ``số`` to the end of the date, of the symbol where there is no date."""
        end = self.date.passage.end if self.date else self.passage.end
        return Passage(self.passage.paragraph, self.passage.start, end)

    @property
    def symbol_end(self) -> int:
        """The offset behind the symbol."""
        return self.passage.end

    @property
    def full_title(self) -> str | None:
        """The title where it is whole: one that breaks off before the next citation is none."""
        return None if self.title is None or _BROKEN_OFF.search(self.title) else self.title

    @property
    def code(self) -> str:
        """The first part of the symbol, upper-cased where it is all lower case: ``QĐ`` of ``QĐ-UBND``.

        A công văn's symbol begins with its organ (``SNV`` of ``784/SNV-TĐKT``).
        """
        head = re.split(r"[-/]", self.symbol, maxsplit=1)[0]
        return head.upper() if head.islower() else head


def find_citations(paragraph: Paragraph, dates: Sequence[DateMention] = ()) -> tuple[Citation, ...]:
    """Return the documents a paragraph cites, in reading order; ``dates`` are the paragraph's own.

    A line that begins ``Số: 15/BC-UBND`` is the document's own number, not a citation.

    >>> [c.number for c in find_citations(Paragraph("các Quyết định số 83/QĐ-UBND, 12/QĐ-UBND; đạt 19/19 xã"), ())]
    ['83', '12']
    """
    text = paragraph.text
    if "/" not in text:
        return ()
    out: list[Citation] = []
    for match in _SYMBOL.finditer(text):
        if _OWN_NUMBER.match(text[: match.start()]) and not out:
            continue
        found = _citation(paragraph, match, out[-1] if out else None, dates)
        if found is not None:
            out.append(found)
    return tuple(_with_tails(paragraph, out))


def _citation(
    paragraph: Paragraph, match: re.Match[str], before: Citation | None, dates: Sequence[DateMention]
) -> Citation | None:
    text = paragraph.text
    raw = match.group()
    start, end = match.start() + len(raw) - len(raw.lstrip()), match.end() - len(raw) + len(raw.rstrip(".&"))
    symbol = re.sub(r"\s+", "", text[match.start(match.lastgroup or 0) : end]).replace("–", "-")
    number = match["number"] or ""
    words = words_before(text, start, before.symbol_end if before else 0)
    listed = words.continues and before is not None
    mention = date_behind(text, end, dates)
    if not _is_symbol(symbol, led=words.leads or listed, dated=mention is not None, blank=not number):
        return None
    types = before.types if listed and before is not None else words.types
    span = words.type_span
    first = words.start if words.start is not None else start
    return Citation(
        passage=Passage(paragraph, first, end),
        type=" ".join(types) or None,
        number=number,
        year=int(match["year"]) if match["year"] else None,
        symbol=symbol,
        party=match["party"] is not None,
        has_so=words.has_so,
        type_passage=Passage(paragraph, *span) if span else None,
        symbol_passage=Passage(paragraph, start, end),
        date=mention,
        types=types,
        adjacent=words.adjacent,
        listed=listed,
    )


def _with_tails(paragraph: Paragraph, found: Sequence[Citation]) -> Iterator[Citation]:
    """Yield the citations with issuer and title, which end where the next citation begins."""
    text = paragraph.text
    leads_on = False
    for citation, following in zip_longest(found, found[1:]):
        stop = following.passage.start if following else len(text)
        end = citation.symbol_end
        date_end = citation.date.passage.end if citation.date else end
        issuer = issuer_behind(text, end, stop) or issuer_behind(text, date_end, stop)
        title = title_behind(text, max(date_end, issuer.end if issuer else 0), stop)
        yield evolve(
            citation,
            issuer=issuer.text if issuer else None,
            title=title.text if title else None,
            issuer_passage=Passage(paragraph, issuer.start, issuer.end) if issuer else None,
            title_passage=Passage(paragraph, title.start, title.end) if title else None,
            in_title=leads_on,
        )
        leads_on = title is not None and title.end + 1 >= stop and bool(_LEADS_ON.search(title.text))


def _is_symbol(symbol: str, *, led: bool, dated: bool, blank: bool) -> bool:
    """Tell whether letters behind a number are a symbol: enough capitals, and words or a date that speak for it."""
    parts = re.split(r"[-/]", symbol)
    if symbol.islower():
        return led and not blank and len(parts) > 1 and len(parts[0]) <= 4
    if sum(c.isupper() for c in symbol) <= sum(c.islower() for c in symbol):
        return False
    if len(parts) == 1:
        return led and len(symbol) >= 2 and (not blank or dated)
    if led:
        return len(parts[0]) >= 2 or len(parts[1]) >= 2
    return not blank and len(parts[1]) >= 2 and (dated or parts[0] in _COMMON_CODES)


# "sửa đổi, bổ sung một số điều của" before the citation of what is amended.
_BROKEN_OFF = re.compile(r"\b(?:của|và|về|theo|tại|các|việc|thực hiện|triển khai)$")
# "ban hành kèm theo", "về việc thực hiện" before the citation that a title names.
_LEADS_ON = re.compile(r"\b(?:của|theo|tại|việc|thực hiện|triển khai|thi hành|thay thế|bãi bỏ|hướng dẫn)$")
# Codes that make a citation even where no word stands before the number, as in a table's column of numbers.
_COMMON_CODES = frozenset(
    (
        "QĐ",
        "KH",
        "BC",
        "HD",
        "TB",
        "NQ",
        "CT",
        "KL",
        "TTr",
        "CTr",
        "NĐ",
        "TT",
        "CĐ",
        "CV",
        "ĐA",
        "PA",
        "QC",
        "QyĐ",
    )
)
# "Số: " alone before the number: the document's own number line.
_OWN_NUMBER = re.compile(r"^\W*số\s*:\s*$", re.IGNORECASE)

# W is a word of a symbol ("QĐ", "TTg", "BTĐKT", "P.III", "UBTVQH15", "CTTN&BĐG"), U one in capitals.
_W = r"[A-Za-zĐđƯưƠơÂâÊêÔôĂă][A-Za-zĐđƯưƠơÂâÊêÔôĂă&.]*+\d{0,2}"
_U = r"(?:[A-ZĐƯƠÂÊÔĂ]{2,}+\d{0,2}|TTg)(?![\wà-ỹ])"
# What joins the words: "QĐ-UBND", "QĐ- BTTTT", "QĐ – UBND"; behind a space only capitals belong to the symbol.
_TAIL = rf"(?:[-–]{_W}|\s?[-–]\s?{_U})(?:[-–]{_W})*+"

_SYMBOL = re.compile(
    rf"""
    (?:(?P<number>(?<![\w./,-])\d{{1,6}}(?:\.\d{{1,3}})?[a-zA-Z]?)   # 769, 0124, 12a, 66.4
      |(?<![\s…_./)])(?:[\s…_]|\.{{2,}})++(?=/))                  # blank: "số /SNV-TĐKT", "số …/QĐ-UBND"
    (?:\s?/\s?(?P<year>(?:19|20)\d\d)(?:\s?[/–-]\s?|(?=[A-ZĐ]))(?P<norm>{_W}(?:{_TAIL})?)     # 98/2023/NĐ-CP, 06/2022/QH15, 255/2025-NĐ-CP, 49/2025TT-BCT
      |\s?/\s?(?P<plain>{_W}(?:{_TAIL})?)                                 # 769/QĐ-UBND, 784/SNV-TĐKT, 12/UBND
      |\s?[-–]\s?(?P<party>{_W}\s?/\s?{_W}(?:-{_W})?))                     # 34-CT/TW, 04-KH/BCĐ
    """,
    re.VERBOSE,
)
