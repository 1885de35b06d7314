"""A required outline for people: its letter, its items as a tree, its instructions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thidua_check.findings import Lang, Words
from thidua_check.outline.model import Demand, Letter, Outline, OutlineItem, Requirement, not_judged
from thidua_check.render.layout import columns, styled, wrap
from thidua_check.render.safe import one_line
from thidua_check.render.view import View

_WORDS: dict[str, Words] = {
    "items": Words("{n} mục", "{n} items"),
    "movement": Words("Phong trào:", "Movement:"),
    "letter": Words("Công văn:", "Letter:"),
    "requester": Words("Nơi yêu cầu:", "Asked by:"),
    "addressees": Words("Nơi báo cáo:", "Asked of:"),
    "deadline": Words("Hạn gửi:", "Due:"),
    "derived": Words("Nguồn:", "Source:"),
    "derived_text": Words(
        "rút từ bản báo cáo, không phải từ công văn hướng dẫn",
        "derived from drafts, not from a guidance letter",
    ),
    "only": Words("chỉ {who}", "only {who}"),
    "optional": Words("không bắt buộc", "optional"),
    "instruction": Words("chỉ dẫn, không phải đề mục", "an instruction, no heading"),
    "judged": Words("xét: {what}", "judged: {what}"),
    "not_judged": Words("không tự xét: {what}", "not judged: {what}"),
    "whole": Words("Cả báo cáo:", "The whole report:"),
}

# Who an item asks, when it does not ask everybody.
_UNITS: dict[str, Words] = {
    "province": Words("cấp tỉnh", "the province"),
    "department": Words("sở, ban, ngành", "departments"),
    "district": Words("cấp huyện", "districts"),
    "commune": Words("cấp xã", "communes"),
    "school": Words("nhà trường", "schools"),
    "enterprise": Words("doanh nghiệp", "enterprises"),
}

# What a demand is called.
_KINDS: dict[Demand, Words] = {
    "count": Words("số {nouns}", "number of {nouns}"),
    "name": Words("tên {nouns}", "names of {nouns}"),
    "topic": Words("{nouns}", "{nouns}"),
    "attachment": Words("gửi kèm {text}", "enclosed {text}"),
    "citation": Words("văn bản có {nouns}", "documents with {nouns}"),
    "share": Words("tỷ lệ ({text})", "a share ({text})"),
    "money": Words("số tiền ({text})", "an amount ({text})"),
    "comparison": Words("lời so sánh ({text})", "a comparison ({text})"),
    "figures": Words("số liệu", "figures"),
}


def _say(key: str, lang: Lang, **values: object) -> str:
    return _WORDS[key].get(lang).format(**values)


def outline_list(outlines: Sequence[Outline], view: View) -> str:
    """Return one line or more for each outline: id, title, number of items."""
    rows = [
        (o.id, styled(f"{one_line(o.title)} ({_say('items', view.lang, n=len(o.items))})")) for o in outlines
    ]
    return "\n".join(columns(rows, view.width, indent="", color=view.color)) + "\n"


def outline_text(outline: Outline, view: View) -> str:
    """Return the whole outline, items indented by level, instructions in brackets."""
    lines = wrap(
        styled((outline.id, "strong"), "  ", (one_line(outline.title), "strong")),
        view.width,
        rest="    ",
        color=view.color,
    )
    rows = [(_say(key, view.lang), styled(one_line(text))) for key, text in _facts(outline, view.lang)]
    lines += columns(rows, view.width, indent="  ", color=view.color)
    lines.append("")
    for item in outline.items:
        lines += _item(item, view)
    whole = [f"[{remark}]" for remark in _demands(outline.requires, outline.unchecked, view.lang)]
    if whole:
        content = styled(_say("whole", view.lang), (" " + " ".join(whole), "faint"))
        lines += wrap(content, view.width, first="  ", rest="      ", color=view.color)
    lines += ["", _say("items", view.lang, n=len(outline.items)) + "."]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _facts(outline: Outline, lang: Lang) -> Iterator[tuple[str, str]]:
    if outline.movement:
        years = f" {outline.period[0]}-{outline.period[1]}" if outline.period else ""
        yield "movement", f"“{outline.movement}”{years}"
    if outline.derived:
        yield "derived", _say("derived_text", lang)
    if outline.letter:
        yield from _letter(outline.letter)


def _letter(letter: Letter) -> Iterator[tuple[str, str]]:
    number = "/".join(part for part in (letter.number, letter.symbol) if part)
    day = _day(letter)
    named = ", ".join(part for part in (number, day, letter.issuer) if part)
    if named:
        yield "letter", named
    if letter.requester:
        yield "requester", letter.requester
    if letter.addressees:
        yield "addressees", "; ".join(letter.addressees)
    if letter.deadline:
        yield "deadline", f"{letter.deadline.day}/{letter.deadline.month}/{letter.deadline.year}"


def _day(letter: Letter) -> str:
    return f"{letter.date.day}/{letter.date.month}/{letter.date.year}" if letter.date else ""


def _item(item: OutlineItem, view: View) -> list[str]:
    indent = "  " * item.level
    label = one_line(item.label)
    head = f"{label}{'.' if label[-1].isalnum() else ''} " if label else "- "
    notes = [f"({one_line(note)})" for note in item.notes]
    notes += [f"[{remark}]" for remark in _remarks(item, view.lang)]
    content = styled(head + one_line(item.title), (" " + " ".join(notes) if notes else "", "faint"))
    return wrap(content, view.width, first=indent, rest=indent + "    ", color=view.color)


def _remarks(item: OutlineItem, lang: Lang) -> Iterator[str]:
    if item.applies_to != "all":
        who = _UNITS.get(item.applies_to)
        yield _say("only", lang, who=who.get(lang) if who else one_line(item.applies_to))
    if item.optional:
        yield _say("optional", lang)
    if not item.is_heading:
        yield _say("instruction", lang)
    judged = tuple(r for r in item.requires if r.kind != "topic")
    yield from _demands(judged, not_judged(item), lang)


def _demands(requires: Sequence[Requirement], other: Sequence[str], lang: Lang) -> Iterator[str]:
    """Yield what an instruction was understood to ask for, and what of it a person must compare."""
    if requires:
        yield _say("judged", lang, what="; ".join(one_line(_demand(r, lang)) for r in requires))
    if other:
        yield _say("not_judged", lang, what="; ".join(map(one_line, other)))


def _demand(requirement: Requirement, lang: Lang) -> str:
    """Return a demand as the outline's listing names it: "số tập thể", "02-03 mô hình", "văn bản có số, ngày"."""
    nouns = ", ".join(requirement.nouns)
    if requirement.bounded:
        return requirement.text
    return _KINDS[requirement.kind].get(lang).format(nouns=nouns, text=requirement.text)
