"""Words that try each row of the registries: a rule speaks of them, or is silent, because of the row."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping

from tests.support.tried.registries import Row
from tests.support.tried.sample import Sample
from tests.support.tried.titles import title_words
from thidua_check.document import Paragraph
from thidua_check.ruleset.abbreviations import uses

# Borrowed words that are taken for another word only beside some neighbours. The first were found in plain sentences,
# the others by trying the neighbours that the lexicon counts beside the other word.
_LOANWORDS_BESIDE: Mapping[str, str] = {
    "chip": "Các xã đã cấp thẻ căn cước gắn chip điện tử",
    "ghz": "Đài phát ở tần số 5 ghz trong năm",
    "cor": "Xã có nhiều người cor",
    "đh": "Có 12 em học đh tại tỉnh",
    "spa": "Xã có một trường spa",
    "clo": "nâng clo",
    "brom": "ném brom",
    "asen": "bông asen",
    "ure": "bến ure",
    "etan": "đánh etan trong năm",
    "ply": "quý ply",
    "bana": "uỷ bana",
    "zon": "các zon người",
    "hre": "bến hre",
    "ra-glai": "các ra-glai đoạn",
    "cty": "công cty",
    "nđ": "các nđ uy",
    "gis": "quốc gis",
    "crm": "các crm kết",
    "pano": "pan pano pan",
    "xquang": "xquang bụi",
    "flo": "flo ngại",
    "crom": "crom tìm",
    "oto": "oto be",
    "kva": "kva chạm",
    "menu": "tráng menu rạn",
    "gym": "lô gym màu",
}


def sample_of(registry: str, row: Row) -> Sample:
    """Return the words that try a row of a registry."""
    return _MAKERS[registry](row)


def _text(row: Row, key: str) -> str:
    table = row.node.table()
    return table[key].text() if key in table else ""


def _texts(row: Row, key: str) -> tuple[str, ...]:
    table = row.node.table()
    return table[key].texts() if key in table else ()


def _abbreviation(row: Row) -> Sample:
    if row.part == "full":
        if row.label in _BESIDE_LONGER:
            return Sample("CT18", row.label, _BESIDE_LONGER[row.label])
        text = f"Xã đã làm tốt việc {row.node.text()}. Năm sau, các nội dung {row.label} vẫn được quan tâm."
        return Sample("CT18", row.label, text)
    if not any(uses(Paragraph(f"với {row.label} trong"))):
        # a Roman number or a syllable by its letters, and never judged itself; but a neighbour of it is
        return Sample("CT18", row.label, f"Tổ KQLX {row.label} đã họp hai lần trong năm.")
    text = f"Các phòng đã phối hợp với {row.label} trong năm nay."
    return Sample("CT18", row.label, text, speaks=False)


# An abbreviation that needs no explanation has its full form for a longer one that begins with it.
_BESIDE_LONGER = {"CNTT": "Xã phát triển hạ tầng CNTT-VT. Các dịch vụ CNTT viễn thông được mở rộng."}


def _capital(row: Row) -> Sample:
    return _CAPITALS[row.part](row)


def _fixed(row: Row) -> Sample:
    return Sample("CT14", row.label, f"Lãnh đạo xã đã nêu {_text(row, 'wrong')} khi họp.")


def _field(row: Row) -> Sample:
    return Sample("CT14", row.label, f"Các xã đã báo cáo Sở {row.label.lower()} trong tháng này.")


def _province(row: Row) -> Sample:
    first, _, rest = row.label.partition(" ")
    return Sample("CT14", row.label, f"Đoàn công tác đã đến {first} {rest.lower()} trong tháng này.")


def _ordinary(row: Row) -> Sample:
    word = row.label[0].upper() + row.label[1:]
    return Sample("CT15", row.label, f"Các phòng đã họp; {word} thêm một việc.")


def _named(row: Row) -> Sample:
    word = row.label[0].upper() + row.label[1:]
    return Sample("CT15", row.label, f"Trung tâm Tư vấn, {word} nông dân đã họp.", speaks=False)


def _counted(row: Row) -> Sample:
    return Sample("CT15", row.label, f"Trong năm có 05 {row.label.capitalize()}, đạt kế hoạch.")


_CAPITALS: Mapping[str, Callable[[Row], Sample]] = {
    "fixed": _fixed,
    "fields": _field,
    "provinces": _province,
    "ordinary": _ordinary,
    "named": _named,
    "counted": _counted,
}


def _document_type(row: Row) -> Sample:
    name = _text(row, "name")
    if name in _JOINT:
        text = f"Các phòng đã thực hiện {_JOINT[name]} ngày 15/8/2024 của UBND tỉnh."
        return Sample("VD01", name, text)
    code = "BC" if name != "Báo cáo" else "KH"
    return Sample(
        "VD01", name, f"Các phòng đã thực hiện {name} số 12/{code}-UBND ngày 15/8/2024 của UBND tỉnh."
    )


def _confusion(row: Row) -> Sample:
    before = (*_texts(row, "only_after"), "về")[0]
    behind = next(filter(None, _texts(row, "only_before")), "tại cuộc họp")
    return Sample("CT02", row.label, f"Các phòng đã bàn {before} {_text(row, 'key')} {behind} hôm nay.")


# The name of a joint type begins with that of a plain one; only its code is its own.
_JOINT = {
    "Nghị quyết liên tịch": "Nghị quyết số 12/NQLT-UBND",
    "Thông tư liên tịch": "Quyết định số 12/TTLT-UBND",
}


def _issuer(row: Row) -> Sample:
    code = _text(row, "code")
    other = "Bộ Y tế" if code != "BYT" else "Bộ Tư pháp"
    if code in ("QH", "UBTVQH"):
        cited = f"Nghị quyết số 12/2024/{code}15"
    elif code in ("TW", "TU", "HU"):
        cited = f"Nghị quyết số 12-NQ/{code}"
    else:
        cited = f"Quyết định số 12/QĐ-{code}"
    return Sample("VD10", code, f"Các phòng đã thực hiện {cited} ngày 15/8/2024 của {other}.")


def _instrument(row: Row) -> Sample:
    cited = f"{_text(row, 'type')} số {_text(row, 'key')}"
    if not _text(row, "issued"):
        return Sample("VD08", row.label, f"Thực hiện {cited} ngày 15/02/2024 của Bộ Tài chính.")
    issued = dt.date.fromisoformat(_text(row, "issued"))
    other = f"{issued - dt.timedelta(days=3):%d/%m/%Y}"
    return Sample("VD08", row.label, f"Thực hiện {cited} ngày {other} của {_texts(row, 'issuers')[0]}.")


def _loanword(row: Row) -> Sample:
    if row.part == "abbreviations":
        text = f"Các phòng đã phối hợp với {row.label}{row.label[-1]} trong năm nay."
        return Sample("CT01", row.label, text)
    phrase = _LOANWORDS_BESIDE.get(row.label, f"Đơn vị đã sử dụng {row.label} trong năm")
    return Sample("CT01", row.label, f"{phrase}.", speaks=False)


def _movement_form(row: Row) -> Sample:
    former = _texts(row, "former")[0]
    text = f"Hưởng ứng phong trào thi đua “{former}” giai đoạn 2021-2025, xã đã vận động nhân dân."
    return Sample("TD02", row.label, text)


def _movement(row: Row) -> Sample:
    name = _text(row, "name")
    if re.search(r"\d\.\d", name):  # a full stop ends a name in quotes
        slip = name.replace(".", "") + "c"
        return Sample("TD01", name, f"Hưởng ứng phong trào thi đua “{slip}”, xã đã vận động nhân dân.")
    text = f"Xã phát động phong trào “{name}”.\n\nCác thôn hưởng ứng phong trào “{name}”.\n\n"
    return Sample("TD09", name, f"{text}Kết quả của phong trào {name} đã được ghi nhận.")


def _organ(row: Row) -> Sample:
    joined = re.sub(r" và | - |, ", " ", _text(row, "name"))
    return Sample("TD07", row.label, f"{_texts(row, 'before')[-1]} {joined} đã phối hợp với các phòng.")


def _phrase(row: Row) -> Sample:
    wrong = _text(row, "wrong") or re.sub(r",| -", "", _text(row, "right"))
    before = (_texts(row, "only_after") or ("về",))[0]
    behind = (_texts(row, "only_before") or ("của",))[-1]
    return Sample("CT05", row.label, f"Nội dung {before} {wrong} {behind} các phòng đã được quán triệt.")


def _term(row: Row) -> Sample:
    if row.part == "spellings":
        one, other = row.node.texts()[:2]
        return Sample("CT21", row.label, f"Việc này do {one} theo dõi, {one} kiểm tra và {other} tổng hợp.")
    one, other = _texts(row, "forms")[:2]
    return Sample(
        "CT17", row.label, f"Xã làm việc với {one}, tin ở {one} và góp ý cho {other} về kế hoạch này."
    )


_MAKERS: Mapping[str, Callable[[Row], Sample]] = {
    "abbreviations": _abbreviation,
    "capitals": _capital,
    "confusions": _confusion,
    "document_types": _document_type,
    "issuers": _issuer,
    "legal_instruments": _instrument,
    "loanwords": _loanword,
    "movement_forms": _movement_form,
    "movements": _movement,
    "organs": _organ,
    "set_phrases": _phrase,
    "terms": _term,
    "title_words": title_words,
}
REGISTRIES = tuple(_MAKERS)
