"""Mistakes planted in figures that one more sentence, or one more table, states."""

from __future__ import annotations

import random
from collections.abc import Mapping

from tests.support.editing import key, replaced, with_table
from tests.support.planting.model import Plant, Planted
from tests.support.planting.sentences import Said, is_report, one_of, running, sentence
from thidua_check.document import Paragraph, Passage
from thidua_check.draft import Draft


def _amounts(form: str) -> Said:
    """Return a sentence with sums of money drawn by seed: ``{a}`` < ``{b}`` < ``{c}``, ``{ab}`` is a + b and so on."""

    def said(draft: Draft, rng: random.Random) -> str:
        a, b, c = sorted(rng.sample(range(110, 990), 3))
        values = {"a": a, "b": b, "c": c, "ab": a + b, "abc": a + b + c}
        return form.format(**{name: f"{value:,}".replace(",", ".") for name, value in values.items()})

    return said


def _said_sum(draft: Draft, rng: random.Random) -> str:
    """A sum of money in figures and another one in words."""
    words = ("Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín")
    figure, other = rng.sample(range(len(words)), 2)
    return f"Số tiền thưởng là {figure + 2}0.000.000 đồng (bằng chữ: ⟦{words[other]} mươi triệu đồng⟧)."


def _shares(draft: Draft, rng: random.Random) -> str:
    """Shares that make a few per cent more or less than a hundred."""
    first, second = rng.randint(15, 30), rng.randint(31, 45)
    third = 100 - first - second + rng.choice([-6, -4, -3, 3, 4, 6])
    return f"Cơ cấu kinh phí gồm: vật tư ⟦{first}%, nhân công {second}%, quản lý {third}%⟧."


def _wrong_average(draft: Draft, rng: random.Random) -> str:
    """A total, a number, and an average that is a third or more too high."""
    number, each = rng.randint(12, 48), rng.randint(11, 39)
    total, wrong = f"{number * each:,}".replace(",", "."), each + each // 3 + rng.randint(2, 5)
    form = rng.choice(
        [
            "Đã trao {n} suất học bổng với {total} triệu đồng, bình quân ⟦{wrong} triệu đồng/suất⟧.",
            "Đã thăm {n} gia đình khó khăn tại {n2} thôn, tổng {total} km, bình quân ⟦{wrong} km/thôn⟧.",
            "Đã sửa chữa {n} căn nhà ({total} triệu đồng, bình quân ⟦{wrong} triệu đồng/căn⟧).",
            "Đã mở {n} buổi truyền thông với {total} lượt người dự, bình quân ⟦{wrong} lượt⟧/buổi.",
        ]
    )
    return form.format(n=number, n2=number, total=total, wrong=wrong)


def _more_than_whole(draft: Draft, rng: random.Random) -> str:
    """More units than there are."""
    part, whole = rng.randint(31, 49), rng.randint(12, 30)
    unit = rng.choice(["chi bộ", "chi hội", "trường", "thôn"])
    return f"Đã tổ chức tuyên truyền tại ⟦{part}/{whole} {unit}⟧."


def _forecast(draft: Draft, rng: random.Random) -> str | None:
    """A forecast for a time before the report's."""
    year = draft.as_of.date.year - rng.randint(1, 3) if draft.as_of.date else None
    months = f"{rng.randint(3, 12)}"
    return (
        None
        if year is None
        else rng.choice(
            [
                f"Đơn vị có 07 công trình, ⟦dự kiến đến cuối năm {year}⟧ có thêm 06 công trình.",
                f"Công trình này ⟦dự kiến hoàn thành trong tháng {int(months):02d}/{year}⟧.",
                f"Việc bàn giao ⟦dự kiến trong quý IV/{year}⟧.",
            ]
        )
    )


def _average(draft: Draft, rng: random.Random) -> str | None:
    """An average over years that are not over."""
    year = draft.as_of.date.year + rng.randint(1, 4) if draft.as_of.date else None
    low, high = rng.randint(1, 9), rng.randint(10, 19)
    return None if year is None else f"Mức tăng bình quân giai đoạn ⟦2021-{year}⟧ là {high},{low}%."


def _product(draft: Draft, rng: random.Random) -> str:
    """So many things at so much each, and a total that is some of them short or over."""
    count, each = rng.randint(12, 48), rng.randint(3, 9)
    wrong = f"{(count + rng.choice([-4, -3, 3, 4])) * each * 10:,}".replace(",", ".")
    return rng.choice(
        [
            f"Đã trao {count} suất quà, mỗi suất {each}0.000 đồng, tổng trị giá ⟦{wrong}.000 đồng⟧.",
            f"Đã trao {count} phần thưởng, mỗi phần thưởng {each}0 kg gạo, tổng cộng ⟦{wrong} kg⟧.",
            f"Đã sửa {count} căn nhà, mức {each}0 triệu đồng/căn, tổng số tiền ⟦{wrong} triệu đồng⟧.",
        ]
    )


def contradiction(draft: Draft, rng: random.Random) -> Planted | None:
    """One thing with two figures in two places."""
    places = running(draft)
    if len(places) < 2 or not is_report(draft):
        return None
    first, second = rng.sample(places, 2)
    thing = rng.choice(["sản phẩm OCOP", "nhà văn hóa thôn", "câu lạc bộ văn nghệ", "tổ hợp tác"])
    one, other = rng.sample(range(11, 40), 2)
    document = replaced(draft.document, _end(second), f" Đến nay, đơn vị có {one} {thing}.")
    document = replaced(document, _end(first), f" Đến nay, đơn vị có {other} {thing}.")
    return Planted(document, ("SL06",), f"{other} {thing}", (key(first), key(second)))


def _end(paragraph: Paragraph) -> Passage:
    end = len(paragraph.text.rstrip())
    return Passage(paragraph, end, end)


def ratio_outside(draft: Draft, rng: random.Random) -> Planted | None:
    """A table whose total row has a rate higher than that of every row."""
    rates = [rng.randint(610, 890) / 10 for _ in range(rng.randint(3, 6))]
    whole = f"{max(rates) + rng.randint(2, 9):.1f}".replace(".", ",")
    rows = [("TT", "Đơn vị", "Tỷ lệ (%)")]
    rows += [(str(i + 1), f"Phòng {i + 1}", f"{rate:.1f}".replace(".", ",")) for i, rate in enumerate(rates)]
    rows.append(("", "Tổng cộng", whole))
    places = running(draft)
    if not places:
        return None
    document, keys = with_table(draft.document, rng.choice(places), rows)
    return Planted(document, ("SL12",), whole, (keys[-1],))


def _rate_in_text(draft: Draft, rng: random.Random) -> str:
    """A common rate above those of both halves, or of all the units that are named."""
    rates = [rng.randint(610, 890) / 10 for _ in range(3)]
    whole, *parts = (f"{r:.1f}".replace(".", ",") for r in (max(rates) + rng.randint(2, 9), *rates))
    said = rng.choice(
        [
            "trong đó khu vực thành thị đạt {0}%, khu vực nông thôn đạt {1}%",
            "cụ thể: xã An Thử đạt {0}%, xã Bình Thử đạt {1}%, xã Cao Thử đạt {2}%",
        ]
    )
    return f"Tỷ lệ hộ dùng nước sạch đạt ⟦{whole}%⟧, {said.format(*parts)}."


def beside_table(draft: Draft, rng: random.Random) -> Planted | None:
    """A sentence that gives another figure than the table's row of the same name."""
    places = running(draft)
    if len(places) < 2 or not is_report(draft):
        return None
    first, second = rng.sample(places, 2)
    thing = rng.choice(["Tổng kinh phí vận động trồng cây xanh", "Tổng kinh phí mua sắm tủ sách cộng đồng"])
    one, other, third = rng.sample(range(110, 990), 3)
    said = f" {thing} trong năm 2023 đạt {other} triệu đồng."
    document = replaced(draft.document, _end(second), said)
    rows = [
        ("TT", "Nội dung", "Kết quả năm 2023 (triệu đồng)"),
        ("1", thing, str(one)),
        ("2", "Chi in tờ rơi tuyên truyền", str(third)),
    ]
    document, _ = with_table(document, first, rows)
    return Planted(document, ("SL16",), f"{other} triệu đồng", (key(second),))


PLANTS: Mapping[str, Plant] = {
    "contradiction": contradiction,
    "two-figures": sentence(
        "SL06",
        said=_amounts(
            "Tổng vốn huy động từ người dân đạt {b} triệu đồng; tiền mặt {a} triệu đồng; tổng vốn huy động từ người "
            "dân đạt ⟦{c} triệu đồng⟧."
        ),
        also=("SL01",),
        reports=True,
    ),
    "shares": sentence("SL08", said=_shares),
    "spent-more": sentence(
        "SL09",
        said=_amounts("Đã vận động quỹ được {a} triệu đồng, đã chi hỗ trợ các hộ ⟦{b} triệu đồng⟧."),
        reports=True,
    ),
    "total-as-part": sentence(
        "SL10",
        said=_amounts(
            "Tổng vốn đóng góp của người dân đạt {c} triệu đồng; tiền mặt ⟦{c} triệu đồng⟧; ngày công quy đổi {a} triệu "
            "đồng."
        ),
        reports=True,
    ),
    "sum-in-words": sentence("SL11", said=_said_sum),
    "product": sentence("SL18", said=_product),
    "ratio-outside": ratio_outside,
    "ratio-outside-text": sentence("SL12", said=_rate_in_text),
    "beside-table": beside_table,
    "scale-slip": sentence(
        "SL17",
        said=_amounts(
            "Tổng kinh phí trồng cây xanh {a},5 triệu đồng; tổng kinh phí trồng cây xanh đạt ⟦{a},5 tỷ đồng⟧."
        ),
        also=("SL06",),
    ),
    "scale-slip-part": sentence(
        "SL17",
        said=_amounts(
            "Tổng kinh phí trồng cây là {ab} triệu đồng, gồm: ngân sách {a} triệu đồng, người dân đóng góp ⟦{b} tỷ đồng⟧."
        ),
        also=("SL01",),
    ),
    "wrong-direction": sentence(
        "SL15",
        said=one_of(
            "Số hộ khó khăn tại địa bàn ⟦tăng từ {d} hộ (năm 2020) lên {a} hộ⟧.",
            "Số hộ khó khăn tại địa bàn ⟦giảm từ {a} hộ (năm 2020) xuống còn {c} hộ⟧.",
            "Tỷ lệ hộ khó khăn ⟦giảm từ {a},5% xuống còn {d},5%⟧.",
            "Tỷ lệ hộ có vườn rau ⟦tăng từ {d},5% lên {b},5%⟧.",
        ),
        also=("SL05",),
    ),
    "told-direction": sentence(
        "SL15",
        said=_amounts(
            "Nguồn quỹ đạt {ab} triệu đồng, ⟦giảm {b} triệu đồng⟧ so với cuối năm 2022 ({a} triệu đồng)."
        ),
    ),
    "former-value": sentence(
        "SL05",
        said=_amounts(
            "Nguồn quỹ đạt {abc} triệu đồng, tăng ⟦{b} triệu đồng⟧ so với cuối năm 2022 ({a} triệu đồng)."
        ),
    ),
    "named-whole": sentence(
        "SL02",
        said=_amounts("Trong tổng số {abc} hộ, có {a} hộ nhận vốn, chiếm ⟦68,4%⟧."),
    ),
    "wrong-average": sentence("SL19", said=_wrong_average),
    "more-than-whole": sentence("SL20", said=_more_than_whole),
    "old-forecast": sentence("SL13", said=_forecast, reports=True),
    "early-average": sentence("SL14", said=_average, reports=True),
}
