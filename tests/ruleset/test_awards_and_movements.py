"""Rules on awards, movements and organs beyond their own examples. Offices are invented."""

from __future__ import annotations

from datetime import date

import pytest

from thidua_check.checking import Options, analyse
from thidua_check.findings import Finding
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.movement_names import former_names, official_names
from thidua_check.ruleset.organs import load_organ_names
from thidua_check.ruleset.run import run_rule

PACK = load_rules()


def findings(rule_id: str, text: str, as_of: date | None = None) -> list[Finding]:
    rule = PACK.rule(rule_id)
    assert rule is not None
    draft = analyse(read(text.encode(), name="a.txt"), Options(as_of=as_of, stage="issued"))
    outcome, pairs = run_rule(rule, draft)
    assert outcome.outcome != "error", outcome.reason
    return [finding for _, finding in pairs]


def test_every_official_name_is_quiet() -> None:
    """No official name is reported as a slip of another."""
    given_up = {former.words for former in former_names()}
    names = [printed for printed, words in official_names() if words not in given_up]
    text = "\n\n".join(f"Phong trào thi đua “{name}” được triển khai." for name in names)

    assert findings("TD01", text) == []


@pytest.mark.parametrize("index", range(0, 60, 4))
def test_one_letter_off_is_found(index: int) -> None:
    """Dropping one letter of a long official name is found at the name, and the official form is offered."""
    name = "Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở"
    if not name[index].isalpha():
        index += 1
    wrong = name[:index] + name[index + 1 :]
    [found] = findings("TD01", f"Phong trào “{wrong}” được triển khai.")

    assert found.excerpt == wrong
    assert name in found.message.vi


@pytest.mark.parametrize(
    ("name", "excerpts"),
    [
        ("Cả nướ chung sức xây dựng nông thôn mới", ["Cả nướ chung sức xây dựng nông thôn mới"]),
        ("Cả tỉnh chung sức xây dựng nông thôn mới", []),
        ("Cả xã chung sức xây dựng nông thôn mới", []),
        ("Chung sức xây dựng nông thôn mới", []),
    ],
)
def test_slip_before_a_name_that_is_held(name: str, excerpts: list[str]) -> None:
    """A name that holds another official one is a locality's own, unless it is a letter or two off a longer one."""
    assert [f.excerpt for f in findings("TD01", f"Phong trào “{name}” lan tỏa.")] == excerpts


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Huân chương Lao động hạng nhất", "Huân chương Lao động hạng Nhất"),
        ("Huân chương độc lập hạng Ba", "Huân chương Độc lập hạng Ba"),
        ("Huân chương Lao động hạng 2", "Huân chương Lao động hạng Nhì"),
        ("huân chương Bảo vệ Tổ Quốc hạng II", "Huân chương Bảo vệ Tổ quốc hạng Nhì"),
    ],
)
def test_class_of_an_order(text: str, right: str) -> None:
    """A class in figures or small letters, and small letters in the order's name, are given rightly."""
    [found] = findings("TD04", f"Được tặng {text} năm 2020.")

    assert found.suggestion is not None
    assert found.suggestion.text.vi == right


@pytest.mark.parametrize("name", [organ.name for organ in load_organ_names()])
def test_every_organ_name_is_quiet(name: str) -> None:
    """An organ's official name is right after each word that may stand before it, in capitals too."""
    for before in ("Bộ", "Sở", "Phòng", "Ban", "Hội đồng"):
        text = f"Theo {before} {name} tỉnh; {before.upper()} {name.upper()}; {before} {name.replace('óa', 'oá')}."

        assert findings("TD07", text) == [], text


@pytest.mark.parametrize("link", ["{} {}", "{}, {}", "{} - {}", "{}-{}", "{} & {}"])
def test_a_lost_word_in_a_name(link: str) -> None:
    """Whatever stands for the lost "và", the name is found and its right form offered."""
    wrong = "Sở " + link.format("Khoa học", "Công nghệ")
    [found] = findings("TD07", f"Theo đề nghị của {wrong} tỉnh Hòa Xuân.")

    assert found.excerpt == wrong
    assert found.suggestion is not None
    assert found.suggestion.text.vi == "Sở Khoa học và Công nghệ"


@pytest.mark.parametrize(
    ("issuer", "day", "count"),
    [
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HUẾ", date(2025, 9, 1), 0),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ TAM KỲ", date(2025, 9, 1), 1),
        ("ỦY BAN NHÂN DÂN TỈNH KON TUM", date(2025, 9, 1), 1),
        ("ỦY BAN NHÂN DÂN TỈNH KON TUM", date(2025, 6, 30), 0),
        ("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI", date(2025, 9, 1), 0),
        ("ỦY BAN NHÂN DÂN XÃ BA VINH", date(2025, 9, 1), 0),
        ("ỦY BAN NHÂN DÂN THỊ XÃ ĐỨC PHỔ", date(2025, 9, 1), 1),
    ],
)
def test_offices_that_ended(issuer: str, day: date, count: int) -> None:
    """Districts and merged provinces issue nothing from 01/7/2025; cities that are provinces do."""
    text = (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
        f"{issuer}\nSố: 15/BC-UBND\nHòa Xuân, ngày {day.day:02} tháng {day.month} năm {day.year}\n\n"
        "BÁO CÁO\nTổng kết phong trào thi đua\n\nNăm qua, đơn vị đã thực hiện tốt.\n"
    )

    assert len(findings("TD08", text)) == count


@pytest.mark.parametrize(
    "text",
    [
        "UBND huyện đề nghị Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể.",
        "Sở Nội vụ tham mưu Chủ tịch UBND tỉnh tặng Bằng khen cho 02 tập thể.",
        "UBND xã Hòa Xuân được Chủ tịch UBND tỉnh tặng Bằng khen.",
        "Giám đốc Sở tặng Giấy khen, Chủ tịch UBND tỉnh tặng Bằng khen.",
        "Hiệu trưởng nhà trường tổ chức lễ trao tặng Bằng khen của Thủ tướng Chính phủ.",
        "Cơ sở được tặng Bằng khen năm 2023.",
    ],
)
def test_who_asks_or_receives_is_no_giver(text: str) -> None:
    """Requests, advice, ceremonies and passives say nothing of the giver."""
    assert [f for f in findings("TD06", text) if f.level > 1] == []


def test_a_repeated_wording_is_one_finding() -> None:
    """The same wrong name at several places is one finding with all places."""
    text = "Kính gửi Ban Thi đua Khen thưởng tỉnh.\n\nBan Thi đua Khen thưởng tỉnh tổng hợp.\n"
    [found] = findings("TD07", text)

    assert found.count == 2


@pytest.mark.parametrize("rule_id", [f"TD{n:02}" for n in range(1, 12)])
def test_hostile_text_is_quick(rule_id: str) -> None:
    """Long paragraphs of half-names, quotes and givers end without a crash."""
    pieces = (
        "UBND huyện ",
        "“",
        "Bằng khen của ",
        "Huân chương ",
        "Sở Khoa học ",
        "Cả nước chung ",
        "Lao động tiên tiến cho 5 ",
    )
    for piece in pieces:
        found = findings(rule_id, piece * 3000, date(2025, 1, 1))
        assert len(found) <= 1


@pytest.mark.parametrize(
    ("name", "years", "outcomes"),
    [
        ("Chung sức xây dựng nông thôn mới", "2020-2025", ["review"]),
        ("Hòa Xuân chung sức xây dựng nông thôn mới", "2020-2025", ["fail"]),
        ("Cả nước chung sức xây dựng nông thôn mới", "2021-2025", []),
        ("Vì người nghèo - Không để ai bị bỏ lại phía sau", "2020-2025", []),
    ],
)
def test_period_beside_another_name_of_the_movement(name: str, years: str, outcomes: list[str]) -> None:
    """Another name of the title's movement is to be looked at, unless the period is the one of the whole country."""
    title = "Tổng kết phong trào thi đua “Hòa Xuân chung sức xây dựng nông thôn mới” giai đoạn 2022-2025"
    text = (
        f"BÁO CÁO\n{title}\n\nThực hiện phong trào thi đua “{name}” giai đoạn {years}, xã báo cáo như sau:\n"
    )

    assert [f.outcome for f in findings("NT05", text)] == outcomes
