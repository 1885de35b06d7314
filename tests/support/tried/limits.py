"""Words that stand near the limits that the rules' parameters set: a figure changed by half changes what is said."""

from __future__ import annotations

from itertools import product

from tests.support.tried.entries import PARTS, SIGNED
from tests.support.tried.sample import Sample

_REPORT = "BÁO CÁO\nKết quả phong trào thi đua năm 2024\n\n"
_SENTENCE = "Các thôn đã vận động bà con dọn vệ sinh đường làng, trồng thêm hoa và giữ cho nguồn nước luôn trong sạch."


_ROW = (
    "làm",
    "đường",
    "đào",
    "mương",
    "trồng",
    "cây",
    "dựng",
    "cầu",
    "xây",
    "trường",
    "mở",
    "lớp",
    "đắp",
    "đê",
    "nuôi",
    "cá",
    "giữ",
    "rừng",
    "học",
    "nghề",
    "vá",
    "áo",
    "gặt",
    "lúa",
)


_LONG_TITLE = "Công tác phối hợp giữa các thôn với trường học và trạm y tế" + (
    " cùng các hội đoàn thể của xã và nhóm hộ gia đình ở vùng cao" * 4
)


def _words(count: int, beginning: str = "Việc") -> str:
    """Return so many words that make no sentence and repeat nothing four times in a row."""
    return " ".join([beginning, *(_ROW[n * 7 % len(_ROW)] for n in range(count - 1))])


def _sections(*parts: tuple[str, str]) -> str:
    return _REPORT + "\n\n".join(f"{title}\n\n{text}".strip() for title, text in parts) + "\n"


_ASKED = """ĐỀ CƯƠNG BÁO CÁO
Kết quả phòng cháy

I. Trang thiết bị
1. Bình chữa cháy
a) Bình xách tay
b) Bình xe đẩy
c) Bình tự động
2. Máy bơm nước
II. Phân công nhân lực
1. Lực lượng dân phòng
2. {item}
"""
_ANSWER = """BÁO CÁO
Kết quả phòng cháy

I. Trang thiết bị

1. Bình chữa cháy

a) Bình xách tay

Xã có 12 bình.

{second}c) Bình tự động

Xã có 02 bình.

2. Máy bơm nước

Xã có 02 máy.

II. Phân công nhân lực

1. Lực lượng dân phòng

{people}

{last}"""
_SECOND = "b) Bình xe đẩy\n\nXã có 01 bình.\n\n"
_NIGHT = "2. Người trực đêm\n\nMỗi thôn có 03 người.\n"
_PEOPLE = "Mỗi thôn có 05 người."


def _answer(
    field: str, second: str, last: str, item: str = "Người trực đêm", people: str = _PEOPLE
) -> Sample:
    text = _ANSWER.format(second=second, last=last, people=people)
    return Sample("BC01", field, text, guidance=_ASKED.format(item=item))


def _quoted_over(paragraphs: int, opening: str, closing: str) -> str:
    between = "\n\n".join("Các thôn đã làm tốt." for _ in range(paragraphs - 1))
    return f"Chủ tịch xã nói: {opening}Chúng ta cùng làm.\n\n{between}\n\nChúng ta cùng hưởng{closing}.\n"


_SLIPS = ["săc", "tuơi", "đưong", "nguòi", "truờng", "muơi", "nuớc", "lưong", "cuôcs", "viêcj"]


def _slips(count: int) -> str:
    return "\n\n".join(f"Các thôn đã làm {_SLIPS[n % len(_SLIPS)]} tốt." for n in range(count))


def _abbreviations(count: int) -> str:
    letters = ["".join(three) for three in product("QKDGH", "BPVSQ", "KTRNZ")][:count]
    return "\n\n".join(f"Các phòng đã bàn với {word} về việc này." for word in letters)


def _stops(count: int) -> str:
    """Return so many paragraphs, of which every seventh has no stop."""
    told = (f"Ở thôn {n}, bà con {_words(16 + n * n % 50, 'đã')}" for n in range(1, count + 1))
    return _REPORT + "\n\n".join(text + "." * bool(n % 7) for n, text in enumerate(told, 1)) + "\n\nXong.\n"


_DRILL = "Diễn tập về chữa cháy rừng ban đêm"
_THIN = "BÁO CÁO\nKết quả thi đua\n\nI. Công tác tuyên truyền trong năm\n\n{text}\n\nII. Bài học\n\nCó 02 bài học.\n\nIII. Kiến nghị\n\nKhông.\n"
_THIN_ASKED = (
    "ĐỀ CƯƠNG BÁO CÁO\nKết quả thi đua\n\nI. Công tác tuyên truyền trong năm\nII. Bài học\nIII. Kiến nghị\n"
)
_NEAR_NAME = "Phong trào “Cả nước đoàn kết, {word} sức, đồng lòng thi đua phòng, chống và chiến thắng đại dịch COVID-19” lan rộng."
_GIVEN_UP = (
    _REPORT
    + f"{_SENTENCE}\n\n" * 4
    + "Phong trào “Cả nước chung tay vì người nghèo - Không để ai bị bỏ lại phía sau”{between}giai đoạn 2021-2025."
)


def _thin(text: str, *, speaks: bool = True) -> Sample:
    return Sample("ND02", "words", _THIN.format(text=text), speaks=speaks, guidance=_THIN_ASKED)


def _font(words: int) -> Sample:
    """Return a draft of some four hundred words, of which so many are in another font."""
    odd = _words(words, "Riêng")
    text = SIGNED.replace("{authority}", "GIÁM ĐỐC").replace(
        "I. KẾT QUẢ", f"{_words(300)}.\n\n{odd}\n\nI. KẾT QUẢ"
    )
    return Sample("TT22", "few", text, look=((odd, "font=Arial"),))


def _pages(count: int) -> Sample:
    text = SIGNED.replace("{authority}", "GIÁM ĐỐC").replace("I. KẾT QUẢ", f"{_words(count)}.\n\nI. KẾT QUẢ")
    return Sample("TT29", "least_characters", text, speaks=False, look=(("number", "none"),))


LIMITS = (
    _answer("upper", _SECOND, ""),
    _answer("upper", "", _NIGHT),
    _answer("some", _SECOND, "", _DRILL, "Mỗi thôn có 05 người gác rừng ban đêm."),
    _answer("some", _SECOND, "", _DRILL, "Mỗi thôn có 05 người gác ban đêm."),
    Sample(
        "BC06",
        "deepest",
        _ANSWER.format(second="", last=_NIGHT, people=_PEOPLE).replace(
            "12 bình.", "12 bình, kê trên xe đẩy."
        ),
        speaks=False,
        guidance=_ASKED.format(item="Người trực đêm"),
    ),
    Sample("BC02", "longest", _sections((f"I. {_words(50)}", ""), ("II. Kết quả", "Xã đã làm tốt."))),
    Sample(
        "BC02",
        "longest",
        _sections((f"Chương I\n{_LONG_TITLE}", ""), ("Chương II\nKết quả", "Xã đã làm tốt.")),
        speaks=False,
    ),
    Sample("CT01", "most", _slips(30)),
    Sample("CT01", "most", _slips(20)),
    Sample("CT02", "sure", "Xã đã tổ chúc hội nghị."),
    Sample("CT02", "sure", "Xã đã sửa chữa nhà ở cho hộ nghéo."),
    Sample("CT02", "likely", "Xã đã sửa chữa nhà ở cho hộ nghéo."),
    Sample("CT02", "likely", "Các thôn tổ chức hội thi nâu ăn."),
    Sample("CT10", "reach", _quoted_over(30, "“", "”"), speaks=False),
    Sample("CT10", "reach", _quoted_over(50, "“", "”")),
    Sample("CT11", "reach", _quoted_over(10, "(", ")"), speaks=False),
    Sample("CT11", "reach", _quoted_over(15, "(", ")")),
    Sample(
        "CT12",
        "shown",
        _sections(
            ("1. Kết quả", "Xã đã làm tốt."),
            *((f"{n}. Việc thứ {n}.", "Xã đã làm tốt.") for n in range(2, 12)),
        ),
    ),
    Sample("CT13", "shown", _REPORT + "Hòa, " * 60 + "và " + "hoà, " * 20 + "xong."),
    Sample("CT18", "judged", _abbreviations(100)),
    Sample("CT22", "shown", _stops(70)),
    _thin(f"{_words(80)}."),
    _thin(f"{_words(130)}.", speaks=False),
    Sample("NT01", "repairs", "Họp ngày 31/4/2024, 31/6/2024 và ngày 30/02/2024."),
    Sample("TD01", "most", _NEAR_NAME.format(word="góp"), speaks=False),
    Sample("TD01", "shortest", "Hưởng ứng phong trào “Bình dân học vụ sổ” của cấp trên.", speaks=False),
    Sample("TD02", "reach", _GIVEN_UP.format(between=" ở các thôn vùng cao của xã, ")),
    Sample(
        "TD02",
        "reach",
        _GIVEN_UP.format(between=" do Mặt trận các cấp phối hợp phát động, trong "),
        speaks=False,
    ),
    _font(5),
    _font(8),
    _pages(420),
    Sample(
        "TT41",
        "capitals",
        PARTS.replace("{part}", "Phần").replace("TÌNH HÌNH", "Tình hình"),
        speaks=False,
        look=(),
    ),
    Sample(
        "TT41",
        "upright",
        PARTS.replace("{part}", "Phần"),
        speaks=False,
        look=(("TÌNH HÌNH CHUNG", "italic"),),
    ),
)
