"""Words that try the rows of ``title_words.yaml``: whether a draft answers an item of an outline."""

from __future__ import annotations

from tests.support.tried.registries import Row
from tests.support.tried.sample import Sample

_OUTLINE = """ĐỀ CƯƠNG BÁO CÁO
Kết quả công tác phòng cháy

I. Trang thiết bị
1. Bình chữa cháy
2. Máy bơm nước
II. {item}
III. Phân công nhân lực
1. Lực lượng dân phòng
2. Người trực đêm
"""
_DRAFT = """BÁO CÁO
Kết quả công tác phòng cháy

I. Trang thiết bị

1. Bình chữa cháy

Xã có 12 bình.

2. Máy bơm nước

Xã có 02 máy.

{middle}

III. Phân công nhân lực

1. Lực lượng dân phòng

Mỗi thôn có 05 người.

2. Người trực đêm

Mỗi thôn có 03 người.
"""


# Titles that are near one another even without the row: an item, and running text that answers it by the row.
_IN_TEXT = {
    "lãnh đạo chỉ đạo": ("Lãnh đạo chỉ đạo", "Xã quan tâm việc chỉ đạo điều hành sát sao."),
    "mô hình hay": ("Mô hình hay", "Có 02 mô hình mới ở xã."),
    "tỉnh": ("Với tỉnh", "Đề nghị Ủy ban nhân dân tỉnh hỗ trợ xe."),
}


def title_words(row: Row) -> Sample:
    """Return the words that try a row: a title in other words, a cue in running text, words that say little."""
    if row.part == "same":
        return _same(row)
    if row.part == "cues":
        cue = next(word for word in row.node.texts() if word != row.label)
        text = f"II. Đánh giá\n\n{cue.capitalize()} là điều đã bàn. Xã rút ra bài học chung."
        return _sample("BC01", row, f"Đánh giá\n1. {row.label.capitalize()}\n2. Bài học chung", text)
    word = row.label
    item = "Kế hoạch tổ chức thực hiện" if word in ("tổ chức", "thực hiện") else f"Tổ chức {word} thực hiện"
    return _sample("BC01", row, item, f"Các thôn tổ chức {word} sớm; {word} thực hiện tốt.", speaks=True)


def _same(row: Row) -> Sample:
    item, *others = row.node.texts()
    if item in _IN_TEXT:
        return _sample("BC06" if item == "mô hình hay" else "BC01", row, *_IN_TEXT[item])
    return _sample(
        "BC01", row, item.capitalize(), f"II. {others[0].capitalize()}\n\nNội dung này đã làm xong."
    )


def _sample(rule: str, row: Row, item: str, middle: str, *, speaks: bool = False) -> Sample:
    return Sample(
        rule,
        row.label,
        _DRAFT.format(middle=middle),
        speaks=speaks,
        guidance=_OUTLINE.format(item=item),
    )
