"""What each figure is said to be: the words that name it, its time and its place.

Two figures said of one thing at one time contradict each other; a total that equals one of its parts, or money spent
beyond what was raised, is worth a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from thidua_check.document import Paragraph
from thidua_check.extract.clauses import Frame, frame_of
from thidua_check.extract.letters import CAPITAL
from thidua_check.extract.quantities import Quantity
from thidua_check.text import fold_letters

# Where the words that name a figure begin: after the last of these.
_CLAUSE = re.compile(r"\.(?![0-9])|[;:()\[\]“”\"]|,\s|\s[-–]\s|^\s*[-+*]\s")
# The verb between name and figure: "tổng vốn ... ước đạt 6.400", "tổng số ... là 5".
_VERB = re.compile(
    r"(?:(?<!\w)(?:đã|ước|hiện|cũng|chỉ|được)\s)*(?:(?<!\w)(?:đạt(?:\sđược)?|là|có|được|gồm|ước|còn|bằng|lên\sđến|lên\stới)\s)?\s*$"
)
# A figure of another kind than what is: a change, a target, a comparison, one part, an estimate.
_OTHER_KIND = re.compile(
    r"(?<!\w)(?:tăng|giảm|so\svới|lên|xuống|vượt|thêm|mục\stiêu|chỉ\stiêu|kế\shoạch|dự\skiến|phấn\sđấu|đề\snghị|nhu\scầu|bình\squân"
    r"|trung\sbình|mỗi|trong\sđó|riêng|hơn|trên(?!\sđịa)|gần|khoảng|dưới|giao|dự\stoán|tối\s(?:đa|thiểu)|ít\snhất|cùng\skỳ|từ(?=\s$))(?!\w)"
)
# When: "năm 2024", "đến cuối năm 2024", "6 tháng đầu năm", "quý I", "tháng 6/2024", "giai đoạn 2021-2025".
_TIME = re.compile(
    r"(?<!\w)(?:(?:tính\s)?(?:đến|trong|tại|vào)\s)?(?:(?:đầu|cuối|giữa|hết)\s)?(?:(?:năm|tháng|quý|ngày|giai\sđoạn|đợt|kỳ|lần|học\skỳ)\s"
    r"(?:thứ\s)?(?:[0-9ivx/]+(?:\s?[-–]\s?[0-9]{4})?)|nay|hiện\snay|thời\sgian\squa|năm\squa|[0-9]+\stháng(?:\sđầu)?(?:\snăm)?)(?!\w)"
)
_BEHIND = 14
_YEAR = re.compile(r"(?<!\d)(?:19|20)[0-9]{2}(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(rf"(?<!\w){CAPITAL}[^\W\d_]*(?:[\s-]{CAPITAL}[^\W\d_]*)+")
_ACRONYM = re.compile(rf"(?<!\w){CAPITAL}{{3,}}(?!\w)")
# What can be measured at a time: "tổng vốn huy động", "số hộ nghèo", "diện tích rừng trồng".
_MEASURE = re.compile(
    r"(?:tổng|số|diện\stích|dân\ssố|sản\slượng|giá\strị|thu\snhập|đàn|kinh\sphí|nguồn\svốn|vốn|doanh\sthu|thu\sngân\ssách|quy\smô)(?!\w)"
)
_MEASURED = re.compile(
    r"(?<!\w)(?:tổng|diện tích|dân số|sản lượng|giá trị|thu nhập|đàn|kinh phí|vốn|doanh thu|quy mô|tỷ lệ|tỉ lệ|tốc độ)(?!\w)"
)
# Where the words for what is measured are over: "tổng sản lượng lương thực có hạt | tăng từ".
_THING_END = re.compile(
    r"\s(?:đã|ước|hiện|cũng|chỉ|được|đạt|là|còn|bằng|tăng|giảm|từ|lên|xuống|chiếm)(?!\w)|[0-9(,;:.]|(?:\s(?:có|gồm))?\s*$"
)
_TAIL = re.compile(r"(?:\s[^\W\d_]+){1,10}")
_TELLING = 3
_TOKEN = re.compile(r"[0-9][0-9.,]*|\w+")
_WINDOW, _NEAR = 8, 100
# A sentence is read this far back from a figure (characters).
_REACH = 400
# Words that carry no meaning of their own, and the writer's own unit.
_EMPTY = re.compile(
    r"của|từ|do|các|trên|địa|bàn|đã|được|ước|đạt|là|có|về|cho|và|trong|huyện|xã|phường|tỉnh|toàn|cả|đơn|vị|ta|nhà|qua|nay"
    r"|thì|còn|hiện|tự|nguyện|thực|chung|loại"
)
_SAME = {"nhân": "người"}
_ASIDE = frozenset({"%", "điểm %", "tuổi", "sao", "năm", "tháng", "ngày", "lần", "giờ"})


@frozen
class Statement:
    """A figure with the words that name it (folded, without time and verb) and the offsets of its sentence.

    ``words`` are those of the label that mean something; empty where the figure is simply there ("huyện có 07 ...").
    ``begin`` is where the clause begins, ``said`` tells whether a verb stands between the label and the figure, ``tail``
    are the words behind the noun to the end of the clause ("07 xã | đạt chuẩn nông thôn mới").
    """

    quantity: Quantity
    label: str
    words: frozenset[str]
    sentence: tuple[int, int]
    begin: int
    said: bool
    tail: str = ""

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph in which it stands."""
        return self.quantity.passage.paragraph

    @property
    def is_total(self) -> bool:
        """Whether the label says that it is a total."""
        return self.label.startswith("tổng ")

    def same_thing(self, other: Statement) -> bool:
        """Tell whether two labels begin alike and hold the same words that mean something."""
        begin = self.label.split()[:2] == other.label.split()[:2] or not self.words
        return (
            begin
            and self.words == other.words
            and self.quantity.unit == other.quantity.unit
            and self.quantity.noun == other.quantity.noun
            and (bool(self.words) or names_by_noun(self) or self.tail == other.tail)
        )


@frozen
class Scope:
    """The years, further times and proper names that stand with a figure."""

    years: frozenset[str]
    times: frozenset[str]
    names: frozenset[str]

    def fits(self, other: Scope) -> bool:
        """Tell whether nothing says that two figures are of different times or places."""
        years = not self.years or not other.years or self.years == other.years
        return years and self.times == other.times and self.names == other.names


@frozen
class Echo:
    """A figure with the words right before it, its unit and noun, and the years and names before it in its sentence.

    ``thing`` names what is measured, without its time and the verb: "tỷ lệ hộ nghèo".
    """

    quantity: Quantity
    key: tuple[str, ...]
    scope: frozenset[str]
    thing: str


def find_statements(paragraph: Paragraph, quantities: Sequence[Quantity]) -> Iterator[Statement]:
    """Yield the figures of a paragraph that are said to be something; changes, targets and parts are left out.

    >>> from thidua_check.extract.quantities import find_quantities
    >>> paragraph = Paragraph("Năm 2024, tổng vốn huy động đạt 2.586,2 triệu đồng")
    >>> [s.label for s in find_statements(paragraph, find_quantities(paragraph)[-1:])]
    ['tổng vốn huy động']
    """
    folded = fold_letters(paragraph.text)
    frame = frame_of(paragraph.text)
    for quantity in quantities:
        if quantity.pair or quantity.unit in _ASIDE or quantity.value is None:
            continue
        statement = _statement(folded, frame, quantity)
        if statement is not None:
            yield statement


def _statement(folded: str, frame: Frame, quantity: Quantity) -> Statement | None:
    sentence = frame.sentence(quantity.start)
    begin = max(sentence[0], quantity.start - _REACH)
    for sign in _CLAUSE.finditer(folded, begin, quantity.start):
        begin = sign.end()
    if _OTHER_KIND.search(folded, begin, quantity.start):
        return None
    verb = _VERB.search(folded, begin, quantity.start)
    clause = folded[begin : verb.start() if verb else quantity.start]
    label = " ".join(_TIME.sub(" ", clause).split()).strip(" ,-+*")
    words = frozenset(_SAME.get(w, w) for w in _WORD.findall(label) if not _EMPTY.fullmatch(w))
    tail = _TAIL.match(folded, quantity.end, sentence[1])
    said = bool(verb and verb.group().strip())
    return Statement(quantity, label, words, sentence, begin, said, tail.group().strip() if tail else "")


def same_value(one: Quantity, two: Quantity) -> bool:
    """Tell whether two values agree as far as they are printed."""
    if one.value is None or two.value is None or one.value == two.value:
        return True
    return abs(one.value - two.value) < max(one.step, two.step)


def scope_of(statement: Statement) -> Scope:
    """Return the times and names that stand in the sentence before a figure, and the years in a bracket behind it."""
    text, quantity = statement.paragraph.text, statement.quantity
    before = text[max(statement.sentence[0], quantity.start - _REACH) : quantity.start]
    behind = text[quantity.end : quantity.end + _BEHIND].partition(",")[0]
    times = _TIME.findall(fold_letters(before))
    return Scope(
        frozenset(_YEAR.findall(before + behind)),
        frozenset(time for time in times if any(map(str.isdigit, time))),
        frozenset(_NAME.findall(text[statement.begin : quantity.start])),
    )


def find_echoes(paragraph: Paragraph, quantities: Sequence[Quantity]) -> Iterator[Echo]:
    """Yield the figures of a paragraph that come after enough words of one sentence, a measured thing among these.

    >>> from thidua_check.extract.quantities import find_quantities
    >>> paragraph = Paragraph("Tổng sản lượng lương thực có hạt tăng từ 28.995 tấn")
    >>> [(" ".join(e.key[:8]), e.thing) for e in find_echoes(paragraph, find_quantities(paragraph))]
    [('sản lượng lương thực có hạt tăng từ', 'tổng sản lượng lương thực có hạt')]
    """
    folded = fold_letters(paragraph.text)
    measured = _MEASURED.search(folded)
    if measured is None:
        return
    frame = frame_of(paragraph.text)
    for quantity in quantities:
        if quantity.value is None or quantity.pair == "range" or quantity.start < measured.end():
            continue
        first = max(frame.sentence(quantity.start)[0], quantity.start - _REACH)
        words = _TOKEN.findall(folded, max(first, quantity.start - _NEAR), quantity.start)[-_WINDOW:]
        if len(words) >= _WINDOW - 1 and _MEASURED.search(folded, first, quantity.start):
            before = paragraph.text[first : quantity.start]
            scope = frozenset((*_YEAR.findall(before), *_NAME.findall(before)))
            yield Echo(
                quantity,
                (*words, quantity.unit, quantity.noun),
                scope,
                _measured_thing(folded, first, quantity.start),
            )


def _measured_thing(folded: str, first: int, end: int) -> str:
    """Return the words from the last measured thing of a sentence to its verb or figure."""
    begin = max((sign.end() for sign in _CLAUSE.finditer(folded, first, end)), default=first)
    match = _MEASURED.search(folded, begin, end) or max(
        _MEASURED.finditer(folded, first, end), key=re.Match.start
    )
    words = _TIME.sub(" ", folded[match.start() : end])
    stop = _THING_END.search(words)
    return " ".join(words[: stop.start() if stop else None].split())


def is_telling(statement: Statement) -> bool:
    """Tell whether the words are enough to name one thing and its state, not one of many doings.

    Either the label begins with what is measured and has four words that mean something, or nothing stands
    before the figure but the writer's own unit and a verb, and noun or tail tell ("huyện có 07 sản phẩm OCOP").
    """
    if _MEASURE.match(statement.label):
        return len(statement.words) >= 4
    if statement.words or not statement.said:
        return False
    return names_by_noun(statement) or len(statement.tail.split()) >= _TELLING


def names_by_noun(statement: Statement) -> bool:
    """Tell whether the counted noun alone names one thing: three words, or one that holds an acronym."""
    extent = statement.quantity.extent
    return len(statement.quantity.noun.split()) > 2 or bool(extent and _ACRONYM.search(extent.text))
