"""Mistakes planted in the header, the recipients and the signature block."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence

from attrs import evolve

from tests.support.editing import key, replaced, with_end, without
from tests.support.planting.model import Plant, Planted
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.looks import component


def signer_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The signer's name left out, or a remark or dots where it belongs."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None or not signature.titles:
        return None
    title = signature.titles[-1]
    document = replaced(
        draft.document, signature.name, rng.choice(["", "(Đã ký)", "(Ký, đóng dấu)", "........"])
    )
    return Planted(document, ("KT01",), title.text, (key(title.paragraph),))


def titled_signer(draft: Draft, rng: random.Random) -> Planted | None:
    """An academic title typed before the signer's name."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None:
        return None
    title = rng.choice(("TS", "ThS", "PGS.TS", "BSCKI", "NGƯT"))
    document = replaced(draft.document, signature.name, f"{title}. {signature.name.text}")
    return Planted(document, ("KT05",), title, (key(signature.name.paragraph),))


def title_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The signer's title left out."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None or len(signature.titles) != 1 or signature.authority:
        return None
    document = replaced(draft.document, signature.titles[0], "")
    return Planted(document, ("KT02",), signature.name.text, (key(signature.name.paragraph),))


def authority_alone(draft: Draft, rng: random.Random) -> Planted | None:
    """The signer's title replaced by a line of authority, so that nobody says what the signer is."""
    signature = draft.anatomy.signature
    if signature is None or len(signature.titles) != 1 or signature.authority:
        return None
    title = signature.titles[0]
    wrong = rng.choice(
        [
            f"TL. {title.text}",
            "TM. BAN LÃNH ĐẠO",
            "TM. TẬP THỂ LÃNH ĐẠO",
            "TM. HỘI ĐỒNG THI ĐUA",
            "TM. BAN CHỈ ĐẠO",
            "TM. TỔ GIÚP VIỆC",
        ]
    )
    document = replaced(draft.document, title, wrong)
    return Planted(document, ("KT02",), wrong, (key(title.paragraph),))


def end_mark_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The end mark left out, or a full stop for it."""
    mark = draft.anatomy.end_mark
    if mark is None:
        return None
    before = mark.paragraph.text[: mark.start].rstrip().split()[-1]
    wrong = rng.choice(["", "."])
    document = replaced(draft.document, mark, wrong)
    return Planted(document, ("TT10",), before + wrong, (key(mark.paragraph),))


def motto_dashed(draft: Draft, rng: random.Random) -> Planted | None:
    """The motto with long dashes."""
    motto = draft.anatomy.motto
    if motto is None or " - " not in motto.text:
        return None
    wrong = motto.text.replace(" - ", rng.choice([" – ", "-", " — "]))
    return Planted(replaced(draft.document, motto, wrong), ("TT02",), wrong, (key(motto.paragraph),))


def type_code(draft: Draft, rng: random.Random) -> Planted | None:
    """A number line whose code is another type's."""
    line, symbol = draft.anatomy.number_line, draft.anatomy.symbol
    if line is None or not symbol or not symbol.startswith("BC-"):
        return None
    start = line.start + line.text.index("BC-")
    wrong = rng.choice(["KH", "QĐ", "TB", "HD", "TTr"])
    spot = Passage(line.paragraph, start, start + 2)
    return Planted(
        replaced(draft.document, spot, wrong), ("TT05",), wrong, (key(line.paragraph),), ("TT03", "TT04")
    )


def day_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """Day, month or both of the place-date line left blank in an issued document."""
    line = draft.anatomy.place_date
    if draft.stage != "issued" or line is None or line.day is None:
        return None
    words = rng.choice([("ngày",), ("tháng",), ("ngày", "tháng")])
    blank = rng.choice(["  ", "…", "....."])
    wrong = re.sub(rf"({'|'.join(words)}) \d+", rf"\1 {blank}", line.passage.text)
    document = replaced(draft.document, line.passage, wrong)
    return Planted(document, ("TT07",), wrong, (key(line.passage.paragraph),))


# ---- one component written otherwise -------------------------------------------------------------------------------

Where = Callable[[Draft], Sequence[Passage]]
Change = Callable[[str, random.Random], str | None]


def rewritten(
    rule: str,
    where: Where,
    change: Change,
    *,
    words: str | None = None,
    also: tuple[str, ...] = (),
    anywhere: bool = False,
    word_only: bool = False,
) -> Plant:
    """Return the plant that writes a component otherwise.

    ``words`` are those to be marked, the whole new text by default; ``anywhere``: what is missing then may be said of
    any words. ``word_only``: only a Word file shows that something is missing.
    """

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        passages = [p for p in where(draft) if change(p.text, rng)] if draft.stage == "issued" else []
        if not passages or (word_only and not draft.document.has_layout):
            return None
        spot = rng.choice(passages)
        text = change(spot.text, rng)
        if text is None or text == spot.text:
            return None
        place = () if anywhere else (key(spot.paragraph),)
        marked = text.strip() if words is None else words
        return Planted(replaced(draft.document, spot, text.strip("\n")), (rule,), marked, place, also)

    return plant


def gone(rule: str, where: Where, *, also: tuple[str, ...] = ()) -> Plant:
    """Return the plant that takes the paragraphs of a component out of a Word file."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        keys = {key(p.paragraph) for p in where(draft)}
        if not keys or not draft.document.has_layout:
            return None
        return Planted(without(draft.document, keys), (rule,), "", (), also)

    return plant


def _named(name: str) -> Where:
    return lambda draft: component(draft.anatomy, name)


def _signers(draft: Draft) -> Sequence[Passage]:
    signature = draft.anatomy.signature
    return (
        (*signature.authority, *signature.titles, *((signature.name,) if signature.name else ()))
        if signature
        else ()
    )


def _authority(draft: Draft) -> Sequence[Passage]:
    return draft.anatomy.signature.authority if draft.anatomy.signature else ()


def _whole_recipients(draft: Draft) -> Sequence[Passage]:
    label = draft.anatomy.recipients_label
    return (*((label,) if label else ()), *draft.anatomy.recipients)


def _signed(draft: Draft) -> Sequence[Passage]:
    """Return all that stands behind the closing sentence."""
    return (*_signers(draft), *_whole_recipients(draft))


def recipients_emptied(draft: Draft, rng: random.Random) -> Planted | None:
    """The label of the recipients with nobody below it."""
    label, recipients = draft.anatomy.recipients_label, draft.anatomy.recipients
    if label is None or not recipients or any(key(p.paragraph) == key(label.paragraph) for p in recipients):
        return None
    document = without(draft.document, {key(p.paragraph) for p in recipients})
    return Planted(document, ("TT08",), label.text, (key(label.paragraph),))


def head_for_deputy(draft: Draft, rng: random.Random) -> Planted | None:
    """KT. with the head's own title below it."""
    signature = draft.anatomy.signature
    if signature is None or not any(p.text.startswith("KT") for p in signature.authority):
        return None
    titles = [p for p in signature.titles if p.text.startswith("PHÓ ")]
    if len(titles) != 1:
        return None
    wrong = titles[0].text.removeprefix("PHÓ ")
    document = replaced(draft.document, titles[0], wrong)
    return Planted(document, ("KT04",), wrong, (key(titles[0].paragraph),))


def _slip(text: str, rng: random.Random) -> str | None:
    """One letter typed twice."""
    places = [i for i, c in enumerate(text) if c.isalpha() and c.isascii()]
    at = rng.choice(places)
    return text[:at] + text[at] + text[at:]


def _number(text: str, rng: random.Random) -> str | None:
    """A space beside a slash or a hyphen of the number line."""
    sign = rng.choice("/-")
    if not re.search(r"\d/", text):
        return None
    return text.replace(sign, rng.choice([f" {sign}", f"{sign} ", f" {sign} "]), 1) if sign in text else None


def _year_in_number(text: str, rng: random.Random) -> str | None:
    found = re.search(r"(?<=\d)/(?=[A-ZĐ]{2,3}-)", text)
    return f"{text[: found.start()]}/20{rng.randint(20, 26)}/{text[found.end() :]}" if found else None


def _no_number(text: str, rng: random.Random) -> str | None:
    found = re.search(r"\d+(?=/)", text)
    return (
        text[: found.start()] + rng.choice(["", "....", "…", "     "]) + text[found.end() :]
        if found
        else None
    )


def _in_figures(text: str, rng: random.Random) -> str | None:
    found = re.search(r"ngày (\d+) tháng (\d+) năm (\d{4})", text)
    sign = rng.choice("/.-")
    return text[: found.start()] + (f"ngày {sign.join(found.groups())}" if found else "") if found else None


def _short_issuer(text: str, rng: random.Random) -> str | None:
    return rng.choice(["SỞ KH&CN", "SỞ TT&TT", "SỞ GD&ĐT", "SỞ NN&PTNT", "UBND XÃ SƠN MẪU"])


def _after(mark: str, other: str) -> Change:
    return lambda text, rng: text.replace(mark, other, 1) if mark in text else None


def _heads(*short: str) -> Change:
    """Return the change that shortens director and deputies among the recipients."""
    whole = "Giám đốc, các Phó Giám đốc"
    return lambda text, rng: text.replace(whole, rng.choice(short), 1) if whole in text else None


def _end(mark: str, other: str) -> Change:
    return lambda text, rng: text[: -len(mark)] + other if text.endswith(mark) else None


def last_recipients_without_office(draft: Draft, rng: random.Random) -> Planted | None:
    """The line with the file copy taken out."""
    lines = [p for p in draft.anatomy.recipients if "Lưu" in p.text]
    if not lines or len(draft.anatomy.recipients) < 2:
        return None
    left = draft.anatomy.recipients[-2]
    document = without(draft.document, {key(lines[0].paragraph)})
    return Planted(document, ("TT09",), left.text, (key(left.paragraph),), ("TT56",))


def deputy_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """KT. with the head's title and no deputy's below it."""
    signature = draft.anatomy.signature
    if signature is None or signature.authority or len(signature.titles) != 1:
        return None
    title = signature.titles[0]
    wrong = f"KT. {title.text}"
    return Planted(
        replaced(draft.document, title, wrong), ("KT04",), wrong, (key(title.paragraph),), ("KT02",)
    )


def exchanged(first: str, second: str) -> Plant:
    """Return the plant that lets two components change places in a Word file."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        one, other = component(draft.anatomy, first)[:1], component(draft.anatomy, second)[:1]
        if not one or not other or not draft.document.has_layout:
            return None
        document = replaced(replaced(draft.document, one[0], other[0].text), other[0], one[0].text)
        also = ("TT01", "TT02", *(f"TT{n}" for n in range(30, 40)), "VD13", "TD08", "TT54", "TT06", "TT07")
        return Planted(document, ("TT50",), "", (), also)

    return plant


def letter_label(mark: str) -> Plant:
    """Return the plant that types one letter label in another form."""

    def plant(draft: Draft, rng: random.Random) -> Planted | None:
        labels = [
            n
            for n in draft.anatomy.numbered
            if n.label.scheme == "letter" and not n.label.automatic and n.label.mark == ")"
        ]
        if not labels:
            return None
        chosen = rng.choice(labels)
        start = chosen.passage.start
        spot = Passage(chosen.passage.paragraph, start, start + len(chosen.label.printed))
        wrong = mark.replace("a", chosen.label.bare)
        document = replaced(draft.document, spot, wrong)
        return Planted(document, ("TT51",), wrong, (key(spot.paragraph),), ("BC01", "BC04", "BC02"))

    return plant


def decimal_label(draft: Draft, rng: random.Random) -> Planted | None:
    """``1.1.`` where the decree has a letter."""
    letters = [
        h
        for h in draft.anatomy.headings
        if h.scheme == "letter" and not h.paragraph.label and len(h.path) > 1
    ]
    if not letters:
        return None
    chosen = rng.choice(letters)
    start = chosen.passages[0].start
    wrong = f"{chosen.path[-2]}.{ord(chosen.path[-1][0]) - 96}."
    spot = Passage(chosen.paragraph, start, start + len(chosen.label))
    return Planted(
        replaced(draft.document, spot, wrong),
        ("TT51",),
        wrong,
        (key(spot.paragraph),),
        ("BC01", "BC02", "BC04"),
    )


def annex_in_capitals(draft: Draft, rng: random.Random) -> Planted | None:
    """An annex behind the signature with its label in capitals, or in small letters where nobody mentions it."""
    if draft.anatomy.attachments or draft.anatomy.signature is None:
        return None
    labels = ["PHỤ LỤC", "PHỤ LỤC I", "PHỤ LỤC SỐ 1"]
    if not any(re.search("phụ lục|biểu|kèm theo", p.text.lower()) for p in draft.anatomy.main):
        labels += ["Phụ lục", "Phụ lục I", "Phụ lục số 01"]
    label = rng.choice(labels)
    document, keys = with_end(draft.document, [label, "DANH SÁCH TẬP THỂ TIÊU BIỂU", "Phòng Nghiệp vụ"])
    return Planted(document, ("TT52",), label, keys[:1])


def blank_annex_note(draft: Draft, rng: random.Random) -> Planted | None:
    """An annex whose note leaves the number or the day of the main document blank."""
    if draft.anatomy.attachments or draft.anatomy.signature is None:
        return None
    month = rng.randint(3, 12)
    number, day = rng.choice(
        [("…", "…"), ("   ", "   "), (str(rng.randint(110, 990)), "…"), ("......", "......")]
    )
    cited = f"Báo cáo số {number}/BC-SVD ngày {day} tháng {month} năm 2025"
    texts = [
        "Phụ lục",
        "DANH SÁCH TẬP THỂ TIÊU BIỂU",
        f"(Kèm theo {cited} của Sở Ví Dụ)",
        "Phòng Nghiệp vụ",
    ]
    document, keys = with_end(draft.document, texts)
    return Planted(document, ("TT60",), cited, (keys[2],), ("TT52",))


def small_heading(draft: Draft, rng: random.Random) -> Planted | None:
    """One roman heading in small letters where its brothers are in capitals."""
    headings = [h for h in draft.anatomy.headings if h.scheme == "roman" and h.title.isupper()]
    if len(headings) < 3:
        return None
    title = rng.choice(headings).title_passage
    wrong = title.text.capitalize()
    return Planted(
        replaced(draft.document, title, wrong), ("TT58",), wrong, (key(title.paragraph),), ("TT42", "CT14")
    )


def old_typing(draft: Draft, rng: random.Random) -> Planted | None:
    """A file that was typed for fonts of the time before Unicode, as the reader says of it."""
    document = evolve(draft.document, converted=rng.choice(["TCVN3", "VNI"]))
    return Planted(document, ("TT59",), "", ())


_LOOKS = tuple(f"TT{n}" for n in range(30, 49))

PLANTS: Mapping[str, Plant] = {
    "signer-gone": signer_gone,
    "title-gone": title_gone,
    "authority-alone": authority_alone,
    "titled-signer": titled_signer,
    "end-mark-gone": end_mark_gone,
    "motto-dashed": motto_dashed,
    "type-code": type_code,
    "day-gone": day_gone,
    "old-typing": old_typing,
    "national-slip": rewritten("TT01", _named("national"), _slip, also=("CT01",)),
    "national-gone": gone("TT01", _named("national"), also=("TT02",)),
    "motto-gone": gone("TT02", _named("motto")),
    "motto-capitals": rewritten("TT02", _named("motto"), lambda t, r: r.choice([t.title(), t.capitalize()])),
    "number-spaced": rewritten("TT03", _named("number_line"), _number, words="/", also=("VD13", "TT05")),
    "number-year": rewritten("TT03", _named("number_line"), _year_in_number, words="20"),
    "number-gone": rewritten("TT04", _named("number_line"), _no_number),
    "date-in-figures": rewritten("TT06", _named("place_date"), _in_figures, words="20"),
    "place-gone": rewritten(
        "TT06", _named("place_date"), lambda t, r: "Ngày" + t.partition("ngày")[2] if "ngày" in t else None
    ),
    "comma-gone": rewritten("TT06", _named("place_date"), _after(", ngày", " ngày")),
    "recipients-gone": gone("TT08", _whole_recipients, also=_LOOKS),
    "recipients-gone-too": gone("TT08", _signed, also=(*_LOOKS, "KT03")),
    "recipients-emptied": recipients_emptied,
    "file-colon": rewritten("TT09", _named("recipients"), _after("Lưu:", "Lưu"), words="Lưu"),
    "file-office": rewritten("TT09", _named("recipients"), _after("VT, VP", "TĐKT")),
    "file-gone": last_recipients_without_office,
    "head-order": exchanged("number_line", "issuer"),
    "motto-order": exchanged("national", "motto"),
    "date-order": exchanged("motto", "place_date"),
    "letter-in-brackets": letter_label("(a)"),
    "letter-dot": letter_label("a."),
    "decimal-label": decimal_label,
    "annex": annex_in_capitals,
    "annex-note-blank": blank_annex_note,
    "issuer-short": rewritten(
        "TT54", _named("issuer"), _short_issuer, words="", also=("VD13", "ND06", "ND11", "TD08", "BC01")
    ),
    "director-short": rewritten(
        "TT55",
        _named("recipients"),
        _heads("GD, các PGD", "GD; các PGD", "GD, các P.GD", "BGD"),
        words="GD",
    ),
    "deputy-dotted": rewritten(
        "TT55", _named("recipients"), _heads("GĐ; các P.GĐ", "GĐ, các P.GĐ", "Các P.GĐ"), words="P.GĐ"
    ),
    "recipient-mark": rewritten("TT56", _named("recipients"), _end(";", ""), words=""),
    "recipient-stop": rewritten("TT56", _named("recipients"), _end(".", ""), words=""),
    "small-heading": small_heading,
    "signature-gone": gone("KT03", _signers, also=(*_LOOKS, "KT01", "KT02")),
    "signature-gone-too": gone("KT03", _signed, also=(*_LOOKS, "KT01", "KT02", "TT08")),
    "deputy-gone": deputy_gone,
    "head-for-deputy": head_for_deputy,
    "authority-dot": rewritten(
        "KT04", _authority, lambda t, r: re.sub(r"^(TM|KT|TL)\.", r"\1", t), words="", also=("KT02",)
    ),
    "authority-slash": rewritten(
        "KT04",
        _authority,
        lambda t, r: re.sub(r"^(T|K)(M|T|L)\.", r"\1/\2", t),
        words="/",
    ),
}
