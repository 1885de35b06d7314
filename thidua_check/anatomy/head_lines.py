"""What each line at the head of a document is: issuing body, subject, addressee, or where the body text begins."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from attrs import frozen

from thidua_check.anatomy.labels import typed_label
from thidua_check.anatomy.lines import Line, lines_of
from thidua_check.anatomy.organs import carries_on
from thidua_check.anatomy.phrases import Kind, is_place_date, kind_of, names_organ, read_bare_number
from thidua_check.anatomy.units import is_caps
from thidua_check.document import Paragraph


@frozen
class Tagged:
    """A line of the head with what it is there."""

    kind: str
    line: Line


# How body text opens: "Căn cứ Luật ...", "Thực hiện Kế hoạch ...", "Theo đề nghị ...".
_OPENS_BODY = re.compile(
    r"(?:căn cứ|thực hiện|theo|trên cơ sở|xét|để|nhằm|phát huy|hưởng ứng|tiếp tục|ngày|trong|năm \d|sau khi|qua|với"
    r"|triển khai|được sự|thời gian qua|tại|chấp hành|vừa qua|thi hành|uỷ ban nhân dân|ubnd)\b"
)
# Brackets under a title: "(Kèm theo Công văn số ...)", "(Ban hành kèm theo ...)", "(Phục vụ kỳ họp ...)".
_BRACKET = re.compile(r"\W*\(.{3,400}\)\W*")
# Who decides, in capitals between the subject of a decision and its grounds: "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH ...".
_ENACTING = re.compile(
    r"(?:chủ tịch|uỷ ban|hội đồng|thủ tướng|chính phủ|bộ trưởng|giám đốc|chánh|quốc hội|tổng|hiệu trưởng|cục trưởng"
    r"|viện trưởng|trưởng|thống đốc|chi cục trưởng|ban |thường trực)"
)


def tag_paragraph(
    paragraph: Paragraph, index: int, before: Sequence[Tagged], *, above: bool = False
) -> list[Tagged] | None:
    """Return the tagged lines of one paragraph, None if body text begins with it.

    ``above`` tells that a line which only a head has follows, so that an organ is one in small letters too.
    """
    out: list[Tagged] = []
    for line in lines_of(paragraph, index):
        kind = _tag_line(line, [*before[-12:], *out], above=above)
        if kind is None:
            return None
        out.append(Tagged(kind, line))
    return out


def _tag_line(line: Line, before: Sequence[Tagged], *, above: bool) -> str | None:
    """Return what a line of the head is, None for body text."""
    if line.is_rule:
        return "rule"
    kind = kind_of(line.text)
    state = _state(before)
    if state == "titled" and (kind == Kind.ABOUT or _is_dated_subject(kind, line, before)):
        return _titled_line(line, before)
    if state == "open" and before and read_bare_number(line.text) and not _has_number(before):
        return "number"
    if state == "open" and above and kind == Kind.OTHER and _is_small_organ(line, before):
        return "organ"
    if kind in _FIXED and not (kind == Kind.TYPE and state != "open"):
        if kind == Kind.TYPE and _joins(line, before, "organ"):
            return "organ"
        return str(kind)
    if kind == Kind.ANNEX:
        return "annex" if state == "open" and not before else None
    if kind == Kind.TO:
        return "to"
    return _STATES[state](line, before)


_FIXED = frozenset(
    {Kind.NATIONAL, Kind.MOTTO, Kind.PARTY, Kind.NUMBER, Kind.PLACE_DATE, Kind.MARK, Kind.ABOUT, Kind.TYPE}
)


def _is_dated_subject(kind: Kind, line: Line, before: Sequence[Tagged]) -> bool:
    """Tell whether a line below the type with a date at its end is more of the title and no place-date line."""
    dated = any(t.kind == Kind.PLACE_DATE for t in before)
    return kind == Kind.PLACE_DATE and (dated or not is_place_date(line.text))


def _has_number(before: Sequence[Tagged]) -> bool:
    return any(tagged.kind == Kind.NUMBER for tagged in before)


def _is_small_organ(line: Line, before: Sequence[Tagged]) -> bool:
    """Tell whether a line in small letters names an organ, or carries on the name right above it."""
    if names_organ(line.text):
        return True
    joined = bool(before) and before[-1].kind == "organ" and before[-1].line.cell == line.cell
    return joined and len(line.text) <= _LONGEST_ORGAN and carries_on(before[-1].line, line)


_LONGEST_ORGAN = 60


def _state(before: Sequence[Tagged]) -> str:
    """Return whether the type and subject, the addressees, or neither have begun."""
    for tagged in reversed(before):
        if tagged.kind in ("to", "addressee"):
            return "to"
        if tagged.kind in ("type", "subject", "annex", "bracket"):
            return "titled"
    return "open"


def _joins(line: Line, before: Sequence[Tagged], kind: str) -> bool:
    """Tell whether the line continues the last line of a kind: same paragraph, or same table cell."""
    last = next((t for t in reversed(before) if t.kind == kind), None)
    if last is None:
        return False
    return last.line.index == line.index or (line.cell is not None and last.line.cell == line.cell)


def _open_line(line: Line, before: Sequence[Tagged]) -> str | None:
    """Tag a line before any type: an issuing body, more of the subject of a letter, or body text."""
    last = before[-1].kind if before else ""
    if is_caps(line.text) and len(line.text) <= 150 and not _numbered(line):
        return "organ"
    if last == "national" and "việt nam" in line.folded:
        return "national"
    if last == "about" and len(line.text) < 150 and not _numbered(line) and not _is_body(line):
        return "about"
    if before and _joins(line, before, "about") and len(line.text) < 150:
        return "about"
    in_table = line.cell is not None and before and before[-1].line.cell is not None
    if in_table and before[-1].line.cell is not None and line.cell is not None:
        same = before[-1].line.cell[0] == line.cell[0]
        return "other" if same and len(line.text) < 120 else None
    if before and _BRACKET.fullmatch(line.text):
        return "bracket"
    return "other" if line.paragraph.boxed and len(line.text) < 120 else None


def _is_body(line: Line) -> bool:
    return line.text.endswith((".", ";", ":")) or _OPENS_BODY.match(line.folded) is not None


def _numbered(line: Line) -> bool:
    label = typed_label(line.text)
    return label is not None and label.scheme not in ("star", "plus")


def _titled_line(line: Line, before: Sequence[Tagged]) -> str | None:
    """Tag a line after the type: more of the subject, a bracket below it, or body text."""
    if _BRACKET.fullmatch(line.text) or (_joins(line, before, "bracket") and line.text.endswith(")")):
        return "bracket"
    if line.text.startswith("(") and len(line.text) < 300 and ")" not in line.text:
        return "bracket"
    if _numbered(line) or line.folded.startswith("căn cứ ") or line.paragraph.label:
        return None
    last = before[-1].kind
    subjects = [t.line for t in before if t.kind == "subject"]
    if subjects and subjects[-1].index != line.index and is_caps(line.text) and _ENACTING.match(line.folded):
        return "enacting"
    if last in ("rule", "bracket", "enacting") and subjects:
        return None
    if line.text.isdigit():
        return "rule"
    if last == "type" or not subjects:
        return "subject" if _first_subject(line) else None
    return "subject" if _more_subject(line, subjects[-1]) else None


def _first_subject(line: Line) -> bool:
    """Tell whether the line right below the type is the subject: short, bold, centred or in capitals."""
    if len(line.text) > 500 or _is_dated_opening(line):
        return False
    if is_caps(line.text) or line.bold:
        return True
    if _is_set_as_body(line):
        return False
    if line.text.endswith((":", ";", ",")):
        return False
    centred = line.paragraph.layout.alignment == "center"
    if line.text.endswith((".", "./.")):
        return len(line.text) < 200 and (centred or not _OPENS_BODY.match(line.folded))
    return centred or len(line.text) < 300


def _is_set_as_body(line: Line) -> bool:
    """Tell whether a line is justified or set in, as running text is, and as long as a sentence or ended like one."""
    layout = line.paragraph.layout
    set_in = 0 < layout.first_line < _BY_HAND
    sentence = len(line.text) >= _SENTENCE or line.text.endswith((".", ":", ";"))
    return sentence and (layout.alignment == "both" or (set_in and layout.alignment != "center"))


_SENTENCE = 90  # characters that a subject set as running text would seldom have
_BY_HAND = 1000  # twips of indent with which a line is centred by hand
# How the minutes begin: "Hôm nay, ngày 15 tháng 3 năm 2025".
_DATED_OPENING = re.compile(r"(?:hôm nay|vào (?:hồi|lúc)|hồi)\b")


def _is_dated_opening(line: Line) -> bool:
    return _DATED_OPENING.match(line.folded) is not None


def _more_subject(line: Line, last: Line) -> bool:
    """Tell whether a line continues the subject."""
    if line.index == last.index:
        return True
    if _is_dated_opening(line):
        return False
    if last.paragraph.runs and any(r.bold for r in last.paragraph.runs):
        same_look = (
            line.bold == last.bold and line.paragraph.layout.alignment == last.paragraph.layout.alignment
        )
        centred = line.paragraph.layout.alignment == "center"
        return same_look and (centred or is_caps(line.text) == is_caps(last.text)) and len(line.text) < 300
    if is_caps(last.text):
        return is_caps(line.text)
    if line.text[0].islower():
        return not line.text.endswith((":", ";")) and len(line.text) < 200
    if line.paragraph.layout.alignment == "center" == last.paragraph.layout.alignment:
        return True
    open_ended = last.text.endswith((",", "-", "–"))
    short = len(line.text) < 90 and not line.text.endswith((".", ":", ";", ","))
    return (short and not _OPENS_BODY.match(line.folded)) or (open_ended and not _is_body(line))


_UNIT_WORDS = re.compile(
    r"(?:các|uỷ ban|ubnd|sở|ban|bộ|thủ trưởng|chủ tịch|giám đốc|hội|đồng chí|ông|bà|văn phòng|phòng)\b"
)


def _addressee_line(line: Line, before: Sequence[Tagged]) -> str | None:
    """Tag a line after ``Kính gửi``: one more addressee, or body text."""
    last = before[-1]
    if line.index == last.line.index or (
        line.cell is not None and last.line.cell and line.cell[0] == last.line.cell[0]
    ):
        return "addressee"
    label = typed_label(line.text)
    dashed = (label is not None and label.scheme in ("dash", "plus", "star")) or line.paragraph.label
    if len(line.text) > 250 or _OPENS_BODY.match(line.folded):
        return None
    if dashed:
        return "addressee"
    bare = last.kind == "to" and re.fullmatch(r"\W*kính\s?(?:gửi|trình)\W*", last.line.folded)
    listed = last.line.text.endswith((";", ",")) and _UNIT_WORDS.match(line.folded)
    return "addressee" if (bare and len(line.text) < 150) or listed else None


_STATES: dict[str, Callable[[Line, Sequence[Tagged]], str | None]] = {
    "open": _open_line,
    "titled": _titled_line,
    "to": _addressee_line,
}
