"""Every entry of a list in a rule's parameters counts: without it the rule says something else of the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest
from attrs import evolve, frozen

from thidua_check.checking import Options, analyse
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Rule
from thidua_check.ruleset.run import run_rule

RULES = {rule.id: rule for rule in load_rules().rules}
_AWARDS = "BÁO CÁO\n\nTổng kết phong trào thi đua\n\nI. {heading}\n\nĐơn vị {rest} cho 02 tập thể.\n"
_SIGNED = (
    "UBND TỈNH QUẢNG NGÃI\nSỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 15/BC-SNV\n\nQuảng Ngãi, ngày 05 tháng 12 năm 2025\n\nBÁO CÁO\nKết quả phong trào thi đua năm 2025\n\n"
    "I. KẾT QUẢ\n\nCác phòng đã hoàn thành nhiệm vụ.\n\nTrên đây là báo cáo của Sở Nội vụ./.\n\nNơi nhận:\n- Như trên;\n"
    "- Lưu: VT, TĐKT.\n\n{authority}\n\nTrần Văn Mẫu\n"
)


@frozen
class Sample:
    """Words in which ``{entry}`` stands for an entry of a list, and whether the rule speaks of them.

    ``but`` are entries that want other words round them.
    """

    rule: str
    field: str
    text: str
    speaks: bool = True
    capitals: bool = False
    but: tuple[str, ...] = ()


SAMPLES = (
    Sample(
        "KT04", "offices", _SIGNED.replace("{authority}", "TM. {entry} NỘI VỤ\n\nGIÁM ĐỐC"), capitals=True
    ),
    Sample("NT04", "leads", "Kết quả {entry} 2025-2021 đạt cao.", but=("niên",)),
    Sample("SL07", "point_units", "Thu đạt 105,5% kế hoạch; kết quả khác là 12.55 {entry} so với trước."),
    Sample("TD04", "wrong", "Năm nay có {entry} được ghi nhận."),
    Sample("TD05", "persons", "Công nhận Tập thể lao động tiên tiến cho 12 {entry}."),
    Sample("TD05", "groups", "Có 05 {entry} đạt danh hiệu Lao động tiên tiến năm 2023."),
    Sample(
        "TD08", "provinces", "Theo Kế hoạch số 12/KH-UBND ngày 15/8/2025 của UBND tỉnh {entry} về thi đua."
    ),
    Sample(
        "TD08",
        "cities",
        "Theo Kế hoạch số 12/KH-UBND ngày 15/8/2025 của UBND thành phố {entry} về thi đua.",
        speaks=False,
    ),
    Sample(
        "TD11",
        "headings",
        _AWARDS.replace("{heading}", "{entry}").replace("{rest}", "trình đề nghị tặng Bằng khen"),
        capitals=True,
    ),
    Sample(
        "TD11",
        "awards",
        _AWARDS.replace("{heading}", "KẾT QUẢ KHEN THƯỞNG").replace("{rest}", "trình đề nghị tặng {entry}"),
    ),
    Sample("VD06", "future", "Các đơn vị {entry} Thông tư số 01/2024/TT-BNV của Bộ Nội vụ."),
    Sample(
        "VD12", "administrative", "Thực hiện văn bản số 12/2025/{entry}-UBND ngày 15/01/2025 của UBND huyện."
    ),
    Sample("VD16", "types", "Căn cứ {entry} số 06/2022/QH15 ngày 15/6/2022 về thi đua, khen thưởng;"),
)


def _said(rule: Rule, text: str) -> list[tuple[str, str]]:
    """Return the words that a rule marks and what it says of them."""
    options = Options(stage="issued", as_of=date(2025, 10, 1))
    _, found = run_rule(rule, analyse(read(text.encode(), name="a.txt"), options))
    return [(finding.excerpt, finding.message.vi) for _, finding in found]


def _entries() -> Iterator[tuple[Sample, str]]:
    for sample in SAMPLES:
        for entry in getattr(RULES[sample.rule].params, sample.field):
            if entry not in sample.but:
                yield sample, entry


def _without(params: Any, field: str, entry: str) -> Any:
    value = getattr(params, field)
    if isinstance(value, Mapping):
        return evolve(params, **{field: {key: value[key] for key in value if key != entry}})
    return evolve(params, **{field: tuple(other for other in value if other != entry)})


@pytest.mark.parametrize(
    ("sample", "entry"), list(_entries()), ids=lambda v: f"{v.rule}-{v.field}" if isinstance(v, Sample) else v
)
def test_entry_counts(sample: Sample, entry: str) -> None:
    """The rule speaks (or is silent) because of the entry, and says something else without it."""
    rule = RULES[sample.rule]
    text = sample.text.replace("{entry}", entry.upper() if sample.capitals else entry)

    said = _said(rule, text)

    assert bool(said) is sample.speaks
    assert _said(evolve(rule, params=_without(rule.params, sample.field, entry)), text) != said
