"""What the instructions of an outline demand, and what of them is not understood.

An instruction is cut into stretches between stops, colons and semicolons, and these into pieces between commas. A piece
becomes a demand only where its form is known; anything else is kept in its own words as unchecked and never guessed at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field, frozen

from thidua_check.outline.model import Demand, Requirement
from thidua_check.outline.movements import bare
from thidua_check.text import fold

# Nouns that outlines ask to be counted or named, longer ones before those they begin with.
COUNTED = (
    "hộ gia đình",
    "tập thể",
    "cá nhân",
    "mô hình",
    "điển hình",
    "phong trào",
    "gương",
    "công trình",
    "sáng kiến",
    "văn bản",
    "hội nghị",
    "tin bài",
    "doanh nghiệp",
    "hộ nghèo",
    "hộ",
)
# What outlines ask to be enclosed.
ENCLOSED = tuple(
    map(
        fold,
        (
            "tóm tắt thành tích",
            "ảnh minh họa",
            "hình ảnh",
            "danh sách kèm",
            "phụ lục",
            "biểu mẫu",
            "biểu số liệu",
            "biểu tổng hợp",
            "bảng thống kê",
            "bảng tổng hợp",
            "bản sao",
        ),
    )
)
# Words that enclose whatever they speak of: "gửi kèm danh sách", "đính kèm minh chứng".
_ENCLOSING = re.compile(r"\b(?:(?:có\s+)?gửi kèm|kèm theo|đính kèm|kèm(?! cặp))\b(?:\s+theo\b)?")
# What follows speaks of the thing enclosed, not of the report: "tóm tắt thành tích ..., trong đó nêu rõ thông tin".
_INSIDE = re.compile(r"\b(?:trong đó|thông tin|gồm|nội dung)\b")
# Nouns of one syllable that tell alone what is counted, before further words that may differ.
CLASSIFIERS = frozenset(
    [
        *("buổi", "lượt", "lớp", "tổ", "thôn", "suất", "nhà", "giải", "tiết", "tin", "bài", "cuộc", "hộ", "giờ", "đợt"),
        *("người", "lần", "vụ", "đơn", "phần", "ca", "điểm", "xã", "trường", "phòng", "em", "cây", "tuyến", "đội", "nhóm"),
        "phiếu",
    ]
)  # fmt: skip
# Nouns of which names may be asked for, and told in a text.
_NAMEABLE = (*COUNTED, "đề tài", "giải pháp", "câu lạc bộ", "đồng chí", "giáo viên", "học sinh", "phần việc")
# What leads into an instruction and says nothing: "nêu cụ thể", "mỗi đơn vị giới thiệu", "mỗi đơn vị 01 mô hình".
_LEAD = re.compile(
    r"^(?:(?:trong đó|đề nghị|yêu cầu|cần|phải|nêu|ghi|báo cáo|trình bày|làm rõ|có|rõ|cụ thể|đánh giá|phân tích|thống kê"
    r"|liệt kê|mô tả|giới thiệu|lựa chọn|chọn|rút ra|viết|mỗi(?:\s[^\W\d_]+){1,3}?(?=\s(?:giới thiệu|chọn|lựa chọn|nêu|viết|\d))"
    r")\s+)+(?:về\s+)?"
)
_NUMBERS = re.compile(
    r"^(?:các\s+)?(?:số liệu|số lượng|tổng số lượng|tổng số|thống kê|số)\b(?:\s+(?:về|các))?\s*"
)
# "tổ chức được bao nhiêu buổi"; a share or an amount where "%" or "đồng" follows.
_HOW_MANY = re.compile(r"\bbao nhiêu\s+(?P<what>%|phần trăm|(?:nghìn |triệu |tỷ )?đồng|tiền|.*)")
# What is measured needs no "số": "khối lượng rác thu gom", "tổng diện tích rừng".
_MEASURED = re.compile(r"^(?:tổng )?(?P<what>khối lượng|diện tích|sản lượng|chiều dài)\b")
# A number that is no figure: "số điện thoại", "số hóa tài liệu".
_NO_COUNT = re.compile(r"^số (?:điện thoại|tài khoản|thứ tự|căn cước|fax|hoá)\b")
# Any figure will do: "số liệu cụ thể", "dẫn chứng bằng số liệu", "các chỉ tiêu cụ thể".
_FIGURES = re.compile(
    r"^(?:(?:dẫn chứng|chứng minh|minh hoạ)\s+bằng\s+)?(?:các\s+)?"
    r"(?:số liệu(?:\s+(?:cụ thể|chứng minh|minh hoạ|so sánh|đầy đủ|chung))*|chỉ tiêu cụ thể)$"
)
# As of when figures are meant is no demand of its own: "số liệu tính đến ngày 30/11/2024".
_AS_OF = re.compile(r"^(?:các\s+)?số liệu\s+(?:được\s+)?(?:tính|lấy|đến|từ|trong|theo)\b")
# The unit that figures are wanted in: "(triệu đồng)".
_UNIT_ONLY = re.compile(r"(?:nghìn |triệu |tỷ )?đồng|%|ha|km|tấn|người")
_NAMES = re.compile(r"^(?:danh sách|họ và tên|họ tên|tên)\b\s*")
# "tỷ lệ hộ đạt", "tỷ lệ % so với tổng số".
_SHARE = re.compile(r"^(?:tỷ lệ|tỉ lệ|số phần trăm)\b")
# "so sánh với năm trước", "so với cùng kỳ", "tăng, giảm bao nhiêu %".
_COMPARISON = re.compile(r"^(?:so sánh|so với|đối chiếu với|(?:tăng|giảm)\b)")
# A share that is also to be held against another time: "tỷ lệ hài lòng năm 2023 so với năm 2022".
_OTHER_TIME = re.compile(r"\bso (?:sánh )?với (?:năm|cùng kỳ|giai đoạn|kỳ trước|quý|nhiệm kỳ|trước)")
# "tổng kinh phí", "số tiền ủng hộ", "giá trị làm lợi", "vốn điều lệ"; not "giá trị áp dụng", "nguồn vốn".
_MONEY = re.compile(
    r"^(?:tổng\s+)?(?:số\s+)?(?:kinh phí|chi phí|tiền|trị giá|dư nợ|doanh thu|lợi nhuận|thu nhập|tổng mức"
    r"|vốn (?:điều lệ|đầu tư|vay|huy động|thực hiện)"
    r"|giá trị (?:làm lợi|công trình|quà|hỗ trợ|ủng hộ|quy đổi|quy ra|bằng tiền|kinh tế|hợp đồng|sản xuất))\b"
    r"|^tổng (?:vốn|giá trị)\b"
)
# "từ 02 - 03 tập thể", "ít nhất 02 mô hình", "không quá 03 điển hình", "02-03 cá nhân".
_RANGE = re.compile(
    r"(?:\b(?P<bound>từ|ít nhất|tối thiểu|không dưới|tối đa|không quá)\s+)?"
    r"(?<![\w/.,])(?<!điều )(?<!khoản )(?<!số )(?<!quý )(?<!tháng )(?<!ngày )(?P<low>\d{1,2})"
    r"(?:\s*(?:-|đến|hoặc)\s*(?P<high>\d{1,2}))?\s+(?=[^\W\d_])"
)
_AT_LEAST, _AT_MOST = ("ít nhất", "tối thiểu", "không dưới"), ("tối đa", "không quá")
# Words before a number in a title by which it is one that is asked for: "giới thiệu 02 tập thể".
_ASKED_FOR = re.compile(r"\b(?:giới thiệu|chọn|lựa chọn|nêu)\s+$")
# What a number counts that is no example: "6 tháng", "02 trang", "17 giờ".
_NO_EXAMPLE = re.compile(r"(?:tháng|năm|ngày|giờ|phút|quý|trang|tuần|điểm|bản|triệu|tỷ|nghìn|đồng|lần)\b")
# The fields of a document: "số", "ký hiệu", "ngày, tháng", "ngày ban hành kế hoạch", "trích yếu", "cơ quan ban hành".
_OF = r"(?: của)?(?: (?:văn bản|quyết định|kế hoạch|công văn))?"
_FIELDS = (
    ("số", re.compile(rf"(?:(?:số|số hiệu|ký hiệu|số ký hiệu){_OF})")),
    (
        "ngày",
        re.compile(
            r"(?:ngày|tháng|năm|ngày tháng|tháng năm|ngày tháng năm|thời gian|thời điểm)"
            rf"(?: (?:ban hành|ký|thành lập|phê duyệt))?{_OF}"
        ),
    ),
    (
        "trích yếu",
        re.compile(rf"(?:(?:trích yếu(?: nội dung)?|nội dung trích yếu){_OF}|tên (?:loại )?văn bản)"),
    ),
    ("nơi ban hành", re.compile(rf"(?:cơ quan|nơi|người) (?:ban hành|ký){_OF}")),
)
# Only these tell by themselves that documents are meant.
_SURE_FIELD = re.compile(
    r"(?:số|số hiệu|ký hiệu|số ký hiệu|trích yếu.*|tên (?:loại )?văn bản|ngày (?:ban hành|ký).*)"
)
# What stands in a list after a count and is no noun to count: "số lượng, ..., mục đích, tiêu chí".
_MATTER = re.compile(
    r"(?:thời gian|nguồn|địa chỉ|địa điểm|nội dung|hiệu quả|kết quả|cách làm|cách thức|chức vụ|chức danh|đơn vị công tác"
    r"|mục đích|mục tiêu|tiêu chí|hình thức|điện thoại|danh hiệu|thành tích|giải pháp|nguyên nhân|lý do|tác động"
    r"|ý nghĩa|chất lượng|đối tượng|ngành nghề|việc làm|tình hình|công tác|việc|người thực hiện|phương hướng)\b"
)
# Where the noun that is to be counted ends: "công dân | được công nhận", "người | tham dự".
_NOUN_END = re.compile(
    r"(?:^|\s)(?:đã|được|bị|do|của|trong|tại|theo|cho|có|đạt|đăng ký|đăng|phát động|phát sinh|tham gia|tham dự|dự|ở|trên"
    r"|từ|so|mới|hoàn thành|gắn|trồng|thu gom|giải quyết|vi phạm|cấp|các|trực thuộc|thuộc|tiêu biểu|cụ thể|từng|năm|hiện"
    r"|với|để|về|và|là|bình quân|trước|sau|gương mẫu)(?=\s|$)"
)
_NOUN_WORDS = 4
_LONGEST_NOUN = 9
_CLOSES = re.compile(r"[;:?]\s*|\.\s+|[()\[\]]")
_PIECE = re.compile(r"\s*(?:,|\bvà\b)\s*")
_AMONG = re.compile(r"\s*,?\s*\btrong đó\b\s*:?\s*")
# What holds for some only and so is no demand on every report: "Đối với mô hình nêu thời gian thành lập".
_CONDITION = re.compile(r"^(?:riêng|đối với|trường hợp|nếu(?! có\b))\b")
_LONGEST_TOPIC = 6
_OPTIONAL = "nếu có"


@frozen
class Demands:
    """What instructions ask for, each once, and what of them was not understood, in their own words."""

    requires: tuple[Requirement, ...]
    unchecked: tuple[str, ...]


@define
class _Reading:
    """One instruction in the course of being read.

    ``subject`` are the nouns it speaks of, ``counting`` whether a list of counted nouns may go on: not where a verb
    came behind the last one ("số tin đã đăng, phát") or it has words of its own ("số lượt cán bộ, đảng viên").
    ``enclosed`` is set where the rest describes an enclosure.
    """

    subject: tuple[str, ...]
    found: list[Requirement] = field(factory=list)
    unchecked: list[str] = field(factory=list)
    counting: bool = False
    enclosed: bool = False

    def add(self, kind: Demand, nouns: tuple[str, ...], text: str) -> None:
        """Take up a demand."""
        self.found.append(Requirement(kind, nouns, text))
        open_end = text.endswith(nouns[0]) and (" " not in nouns[0] or nouns[0].split()[0] not in CLASSIFIERS)
        self.counting = kind == "money" or (kind == "count" and open_end)


def read_demands(title: str, notes: Sequence[str]) -> Demands:
    """Return what an item's instructions ask for, in their order.

    >>> [(r.kind, r.nouns) for r in read_demands("Khen thưởng", ["nêu số liệu tập thể, cá nhân"]).requires]
    [('count', ('tập thể',)), ('count', ('cá nhân',))]
    >>> read_demands("Tuyên truyền", ["gắn với thực tiễn của từng địa bàn dân cư"]).unchecked
    ('gắn với thực tiễn của từng địa bàn dân cư',)
    """
    optional = any(fold(note).strip(" .") == _OPTIONAL for note in notes)
    found = [] if optional else list(_in_title(fold(title)))
    unchecked: list[str] = []
    for note in notes:
        reading = _read(fold(note), fold(title))
        found += reading.found
        unchecked += reading.unchecked
    once = {(r.kind, r.nouns, r.bounded): r for r in reversed(found)}
    return Demands(tuple(once.values())[::-1], tuple(dict.fromkeys(unchecked)))


def _in_title(title: str) -> Iterator[Requirement]:
    """Yield what a title asks for: examples by number, and figures where it begins with them ("Số lần tuần tra")."""
    yield from _title_ranges(title)
    if _NUMBERS.match(title) or _SHARE.match(title) or _HOW_MANY.search(title):
        yield from (r for r in _read(title, title).found if r.kind in ("count", "share", "money", "figures"))


def _title_ranges(title: str) -> Iterator[Requirement]:
    """Yield the examples that a title asks for by number: only with a range, a bound or a word that asks."""
    for match in _RANGE.finditer(title):
        if match["bound"] or match["high"] or _ASKED_FOR.search(title[: match.start()]):
            yield from _range(match, title)


def _read(note: str, title: str) -> _Reading:
    """Read one instruction, stretch by stretch; both texts are folded."""
    reading = _Reading(_subject(note) or _subject(title))
    whole = _ENCLOSING.match(note)
    for stretch in filter(None, map(str.strip, _CLOSES.split(note.replace(f"({_OPTIONAL})", _OPTIONAL)))):
        if whole:
            _enclosure(reading, stretch)
            continue
        words, _, of = stretch.partition(" của các ")
        if subject := _subject(of):
            reading.subject, stretch = subject, words
        if reading.enclosed or _CONDITION.match(stretch):
            reading.unchecked.append(stretch)
        else:
            _stretch(reading, stretch)
    return reading


def _stretch(reading: _Reading, stretch: str) -> None:
    """Read the pieces of one stretch; a list of counted nouns does not go on behind "trong đó"."""
    for part in _AMONG.split(stretch):
        reading.counting = False
        pieces = _obliged([p for raw in _PIECE.split(part) if (p := raw.strip(" .-"))])
        fields = _fields(pieces)
        if fields:
            words = ", ".join(_LEAD.sub("", piece) for piece in fields)
            reading.add("citation", tuple(dict.fromkeys(fields.values())), words)
        for piece in pieces:
            if piece not in fields:
                _piece(reading, piece)
    reading.enclosed = bool(_INSIDE.search(stretch)) and any(r.kind == "attachment" for r in reading.found)


def _obliged(pieces: Sequence[str]) -> list[str]:
    """Return the pieces without those left to the office: "số đơn thư khiếu nại, tố cáo nếu có" is one of them."""
    out: list[str] = []
    for piece in pieces:
        if not (piece.endswith(_OPTIONAL) or piece.startswith(_OPTIONAL)):
            out.append(piece)
            continue
        opens = _own(_LEAD.sub("", piece))
        if not opens and out and _NUMBERS.match(_LEAD.sub("", out[-1])):
            out.pop()
    return out


def _own(piece: str) -> bool:
    """Whether a piece begins a demand of its own, and does not go on with the one before."""
    return any(p.match(piece) for p in (_NUMBERS, _NAMES, _SHARE, _MONEY, _COMPARISON, _RANGE, _MATTER))


def _fields(pieces: Sequence[str]) -> dict[str, str]:
    """Return the pieces that name fields of a document with their field; none unless documents are surely meant."""
    found: dict[str, str] = {}
    for piece in pieces:
        words = _LEAD.sub("", piece)
        for name, form in _FIELDS:
            if form.fullmatch(words):
                found[piece] = name
                break
    sure = any(_SURE_FIELD.fullmatch(_LEAD.sub("", piece)) for piece in found)
    return found if len(found) > 1 and (sure or {"số", "ngày"} <= set(found.values())) else {}


def _piece(reading: _Reading, raw: str) -> None:
    """Take up what one piece asks for, or keep it as not understood."""
    piece = _LEAD.sub("", raw)
    if name := _NAMES.match(piece):
        _name(reading, piece, piece[name.end() :])
    elif _ENCLOSING.search(raw) or any(word in piece for word in ENCLOSED):
        _enclosure(reading, piece)
    elif _UNIT_ONLY.fullmatch(piece) or _AS_OF.match(piece):
        reading.counting = False
    elif many := _HOW_MANY.search(piece):
        _how_many(reading, piece, many["what"])
    elif _FIGURES.match(piece) and not (reading.subject and piece == "số liệu"):
        reading.add("figures", (piece,), piece)
    elif _SHARE.match(piece):
        reading.add("share", (piece,), piece)
        if _OTHER_TIME.search(piece):
            reading.add("comparison", (piece,), piece)
    elif _COMPARISON.match(piece):
        reading.add("comparison", (piece,), piece)
    elif _MONEY.match(piece):
        reading.add("money", (piece,), piece)
    elif ranges := _ranges(piece):
        reading.found += ranges
        reading.subject, reading.counting = ranges[0].nouns, False
    else:
        _counted(reading, piece)


def _how_many(reading: _Reading, piece: str, what: str) -> None:
    """Take up what "bao nhiêu" asks for: a share, an amount, or a count of what follows."""
    if _COMPARISON.match(piece) or _OTHER_TIME.search(piece):
        reading.add("comparison", (piece,), piece)
    elif what in ("%", "phần trăm"):
        reading.add("share", (piece,), piece)
    elif what.endswith(("đồng", "tiền")):
        reading.add("money", (piece,), piece)
    elif noun := _noun(what):
        reading.add("count", noun, piece)
    else:
        reading.unchecked.append(piece)


def _enclosure(reading: _Reading, words: str) -> None:
    """Take up something to enclose: the things that are known, else what the words say."""
    thing = _ENCLOSING.sub("", words).strip(" .")
    if thing:
        reading.add("attachment", tuple(w for w in ENCLOSED if w in thing) or (thing,), thing)


def _counted(reading: _Reading, piece: str) -> None:
    """Take up a count, the next noun of a list of counts, or a matter to speak of."""
    last = reading.found[-1] if reading.found else None
    number = None if _NO_COUNT.match(piece) else _NUMBERS.match(piece)
    measured = _MEASURED.match(piece)
    noun = _noun(piece[number.end() if number else measured.start("what") if measured else 0 :])
    if (number or measured) and (noun or reading.subject):
        reading.add("count", noun or reading.subject, piece)
    elif noun and noun[0] in COUNTED and last and last.kind == "name":
        reading.found[-1] = evolve(last, nouns=(*last.nouns, *noun), text=f"{last.text}, {piece}")
    elif (reading.counting and _goes_on(piece, noun)) or (noun and noun[0] in COUNTED and _is_count(last)):
        reading.add("count", noun, piece)
    elif _is_topic(piece):
        reading.add("topic", (piece,), piece)
    else:
        reading.counting = False
        reading.unchecked.append(piece)


def _is_count(demand: Requirement | None) -> bool:
    """Whether a demand counts one of the known nouns, so that the next of these goes on with it."""
    return demand is not None and demand.kind == "count" and not demand.bounded and demand.nouns[0] in COUNTED


def _goes_on(piece: str, noun: tuple[str, ...]) -> bool:
    """Whether a piece is the next noun in a list of counts: "số thôn, hộ gia đình, cá nhân được khen"."""
    return bool(noun) and not _MATTER.match(piece) and len(piece.split()) <= _LONGEST_NOUN


def _is_topic(piece: str) -> bool:
    """Whether a piece names a matter in a few words; one word alone ("ngày", "bài") tells nothing."""
    return 1 < len(piece.split()) <= _LONGEST_TOPIC and not re.search(r"\d", piece) and bool(_noun(piece))


def _name(reading: _Reading, piece: str, rest: str) -> None:
    """Take up names, and how many of them where that is said: "tên 02 sáng kiến tiêu biểu"."""
    if ranges := _ranges(rest):
        reading.found += ranges
        reading.subject = ranges[0].nouns
    person = ("cá nhân",) if piece.startswith("họ") else ()
    nouns = reading.subject if ranges else _noun(rest) or reading.subject or person
    if "kèm" in rest:
        reading.add("attachment", (piece,), piece)
    elif nouns and nouns[0].startswith(_NAMEABLE):
        reading.add("name", nouns, piece)
    else:
        reading.unchecked.append(piece)


def _ranges(piece: str) -> list[Requirement]:
    """Return the examples that a piece begins with: how many of what."""
    match = _RANGE.match(piece)
    return list(_range(match, piece)) if match else []


def _range(match: re.Match[str], text: str) -> Iterator[Requirement]:
    """Yield the demand for so many of what stands behind a number, none where it counts no examples."""
    if _NO_EXAMPLE.match(text, match.end()):
        return
    nouns = _nouns_at(text[match.end() :])
    if nouns:
        low, high = int(match["low"]), int(match["high"] or match["low"])
        words = f"{match[0].strip()} {' hoặc '.join(nouns)}"
        yield Requirement(
            "count",
            nouns,
            words,
            None if match["bound"] in _AT_MOST else low,
            None if match["bound"] in _AT_LEAST else high,
        )


def _nouns_at(text: str) -> tuple[str, ...]:
    """Return the nouns that a text begins with, joined by ``hoặc``, ``hay`` or a slash."""
    out: list[str] = []
    for piece in re.split(r"\s*(?:\bhoặc\b|\bhay\b|/)\s*", text):
        noun = _noun(piece)
        out.extend(noun)
        if not noun or piece.strip() != noun[0]:
            break
    return tuple(out)


def _noun(text: str) -> tuple[str, ...]:
    """Return the noun that a text begins with: one of the known ones, else its words up to where a noun ends.

    >>> _noun("công dân học tập được công nhận"), _noun("hộ gia đình được khen"), _noun("đã phát động")
    (('công dân học tập',), ('hộ gia đình',), ())
    """
    words = f"{text.strip()} "
    known = next((n for n in COUNTED if words.startswith(f"{n} ")), None)
    if known:
        return (known,)
    end = _NOUN_END.search(text)
    noun = " ".join(text[: end.start() if end else len(text)].strip(' ."').split()[:_NOUN_WORDS])
    return (noun,) if noun and noun[0].isalpha() else ()


def _subject(text: str) -> tuple[str, ...]:
    """Return the counted nouns that a text speaks of, in the order of :data:`COUNTED`."""
    words = f" {bare(text)} "
    return tuple(n for n in COUNTED if f" {n} " in words)
