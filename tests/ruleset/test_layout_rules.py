"""The rules on layout and form, on Word files: one that obeys everything, and each property broken in turn."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.support.word import Xml, cell, docx, field_runs, para, row, run, table
from thidua_check.checking import Options, analyse
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run as run_rules

RULES = [rule for rule in load_rules().rules if rule.family == "TT" and int(rule.id[2:]) >= 20]

PAGE = {"w": 11906, "h": 16838, "top": 1134, "bottom": 1134, "left": 1701, "right": 1134}
BODY = {"size": 14.0, "align": "both", "first": 567, "before": 120, "line": 264}
LONG = "Thực hiện kế hoạch của cấp trên về phong trào thi đua, Sở Ví dụ báo cáo kết quả như sau, kèm số liệu đến cuối kỳ."
# Component: words and look
PARTS: dict[str, tuple[str, dict[str, object]]] = {
    "parent": ("UBND TỈNH QUẢNG NGÃI", {"size": 13, "align": "center"}),
    "issuer": ("SỞ VÍ DỤ", {"size": 13, "bold": True, "align": "center"}),
    "number": ("Số: 15/BC-SVD", {"size": 13, "align": "center"}),
    "national": ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"size": 13, "bold": True, "align": "center"}),
    "motto": ("Độc lập - Tự do - Hạnh phúc", {"size": 14, "bold": True, "align": "center"}),
    "date": ("Quảng Ngãi, ngày 05 tháng 12 năm 2025", {"size": 14, "italic": True, "align": "center"}),
    "type": ("BÁO CÁO", {"size": 14, "bold": True, "align": "center"}),
    "subject": ("Kết quả phong trào thi đua năm 2025", {"size": 14, "bold": True, "align": "center"}),
    "label": ("Nơi nhận:", {"size": 12, "bold": True, "italic": True}),
    "first": ("- Sở Nội vụ;", {"size": 11}),
    "last": ("- Lưu: VT.", {"size": 11}),
    "post": ("GIÁM ĐỐC", {"size": 14, "bold": True, "align": "center"}),
    "name": ("Trần Văn Mẫu", {"size": 14, "bold": True, "align": "center"}),
    "heading": ("I. KẾT QUẢ", {"size": 14, "bold": True, "align": "both"}),
    "heading2": ("II. PHƯƠNG HƯỚNG", {"size": 14, "bold": True, "align": "both"}),
    "body": (LONG, BODY),
}


def line(name: str, changes: Mapping[str, Mapping[str, object]]) -> Xml:
    """Return the paragraph of a component in its right look with the changes."""
    words, look = PARTS[name]
    own = {**look, **changes.get(name, {})}
    text = str(own.pop("text", words))
    align, first, before = own.pop("align", None), own.pop("first", 0), own.pop("before", 0)
    spacing = (
        f'<w:spacing w:before="{before}" w:after="0" w:line="{own.pop("line", 240)}" w:lineRule="auto"/>'
    )
    indent = f'<w:ind w:firstLine="{first}"/>'
    return para(run(text, **own), align=align, properties=spacing + indent)  # type: ignore[arg-type]


def report(changes: Mapping[str, Mapping[str, object]]) -> bytes:
    """Return a report of an invented office that obeys everything but the changes."""
    head = table(
        [
            row(
                cell(*(line(n, changes) for n in ("parent", "issuer", "number"))),
                cell(*(line(n, changes) for n in ("national", "motto", "date"))),
            )
        ]
    )
    close = table(
        [
            row(
                cell(*(line(n, changes) for n in ("label", "first", "last"))),
                cell(*(line(n, changes) for n in ("post", "name"))),
            )
        ]
    )
    if changes.get("close"):
        close = Xml(
            close.replace(
                "<w:tblPr/>", '<w:tblPr><w:tblBorders><w:left w:val="single"/></w:tblBorders></w:tblPr>'
            )
        )
    body = [line("body", changes) for _ in range(3)]
    after = [line("body", changes) for _ in range(30)]
    blocks = [
        head,
        line("type", changes),
        line("subject", changes),
        *body,
        line("heading", changes),
        *after[:15],
        line("heading2", changes),
        *after[15:],
        close,
    ]
    number = changes.get("number_of_page", {})
    page = {**PAGE, **changes.get("page", {})}
    size = f'<w:pgSz w:w="{page["w"]}" w:h="{page["h"]}"/>'
    margins = "".join(f' w:{side}="{page[side]}"' for side in ("top", "bottom", "left", "right"))
    title = "" if number.get("first") else "<w:titlePg/>"
    section = f"<w:sectPr>{size}<w:pgMar{margins}/>{title}</w:sectPr>"
    shown = [para(field_runs("PAGE", "2"), align=str(number.get("align", "center")))]
    where = str(number.get("where", "header"))
    margin = (
        {"headers": {"default": shown}}
        if where == "header"
        else {"footers": {"default": shown}}
        if where == "footer"
        else {}
    )
    return docx(blocks, section=section, **margin)  # type: ignore[arg-type]


def found(changes: Mapping[str, Mapping[str, object]]) -> list[str]:
    """Return rule and excerpt of the findings on the report with the changes."""
    draft = analyse(read(report(changes)), Options())
    return [f"{f.rule} {f.excerpt}" for f in run_rules(RULES, draft).findings]


def test_obedient_report_is_quiet() -> None:
    """A file that obeys every rule on layout has no finding."""
    assert found({}) == []


def test_every_rule_on_layout_ran() -> None:
    """On a Word file no rule on layout crashes."""
    draft = analyse(read(report({})), Options())

    assert {str(o.outcome) for o in run_rules(RULES, draft).outcomes} <= {"pass", "not_applicable"}


OPENING = "Thực hiện kế hoạch của cấp trên về"


@pytest.mark.parametrize(
    ("component", "change", "expected"),
    [
        ("page", {"w": 12240, "h": 15840}, "TT20 BÁO CÁO"),
        ("page", {"left": 1440}, "TT21 BÁO CÁO"),
        ("page", {"top": 1000}, "TT21 BÁO CÁO"),
        ("page", {"right": 1440}, "TT21 BÁO CÁO"),
        ("name", {"font": "Calibri"}, "TT22 Trần Văn Mẫu"),
        ("heading", {"color": "FF0000"}, "TT23 I. KẾT QUẢ"),
        ("body", {"size": 12}, f"TT24 {OPENING}"),
        ("body", {"align": "left"}, f"TT25 {OPENING}"),
        ("body", {"first": 0}, f"TT26 {OPENING}"),
        ("body", {"first": 1000}, f"TT26 {OPENING}"),
        ("body", {"before": 0}, f"TT27 {OPENING}"),
        ("body", {"line": 480}, f"TT28 {OPENING}"),
        ("number_of_page", {"where": "nowhere"}, "TT29 BÁO CÁO"),
        ("number_of_page", {"where": "footer"}, "TT29 BÁO CÁO"),
        ("number_of_page", {"align": "right"}, "TT29 BÁO CÁO"),
        ("number_of_page", {"first": True}, "TT29 BÁO CÁO"),
        ("national", {"size": 14}, "TT30 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("national", {"bold": False}, "TT30 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("motto", {"bold": False}, "TT31 Độc lập - Tự do - Hạnh phúc"),
        ("parent", {"bold": True}, "TT32 UBND TỈNH QUẢNG NGÃI"),
        ("issuer", {"bold": False}, "TT33 SỞ VÍ DỤ"),
        ("number", {"size": 14}, "TT34 Số: 15/BC-SVD"),
        ("number", {"bold": True}, "TT34 Số: 15/BC-SVD"),
        ("date", {"italic": False}, "TT35 Quảng Ngãi, ngày 05 tháng 12 năm 2025"),
        ("national", {"size": 12}, "TT36 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("type", {"size": 16}, "TT37 BÁO CÁO"),
        ("type", {"align": "left"}, "TT37 BÁO CÁO"),
        ("subject", {"bold": False}, "TT38 Kết quả phong trào thi đua năm 2025"),
        ("subject", {"italic": True}, "TT38 Kết quả phong trào thi đua năm 2025"),
        ("heading", {"size": 16}, "TT42 KẾT QUẢ"),
        ("heading", {"italic": True}, "TT42 KẾT QUẢ"),
        ("post", {"size": 12}, "TT45 GIÁM ĐỐC"),
        ("name", {"bold": False}, "TT46 Trần Văn Mẫu"),
        ("label", {"size": 14}, "TT47 Nơi nhận:"),
        ("first", {"size": 13}, "TT48 - Sở Nội vụ;"),
        ("close", {"boxed": True}, "TT49 Nơi nhận:"),
        ("issuer", {"text": "UBND XÃ ĐỒNG MẪU"}, "TT54 UBND"),
        ("first", {"text": "- GD Sở Nội vụ;"}, "TT55 GD"),
        ("first", {"text": "- Sở Nội vụ"}, "TT56 vụ"),
    ],
)
def test_one_property_broken(component: str, change: dict[str, object], expected: str) -> None:
    """One thing wrong in an obedient report makes one finding on its words and nothing else."""
    assert found({component: change}) == [expected]


def test_folded_finding_names_its_share() -> None:
    """A property of the whole text is one finding with all places and their number."""
    draft = analyse(read(report({"body": {"align": "left"}})), Options())
    (finding,) = run_rules(RULES, draft).findings

    assert finding.count == 33
    assert finding.message.vi == f"33 trong 33 đoạn lời văn chưa canh đều hai lề, như “{OPENING}”."


def test_near_black_and_inherited_font_are_right() -> None:
    """Colours that are seen as black and fonts named after Times New Roman pass."""
    assert found({"name": {"color": "0D0D0D"}, "post": {"font": "Times New Roman Bold"}}) == []


def test_text_formats_are_not_judged() -> None:
    """Of a text file the rules on layout say that it shows none."""
    draft = analyse(read("BÁO CÁO\nKết quả phong trào thi đua".encode(), name="a.txt"), Options())
    outcomes = {o.id: o for o in run_rules(RULES, draft).outcomes}

    assert outcomes["TT22"].outcome == "not_applicable"
    assert outcomes["TT22"].reason is not None
    assert outcomes["TT22"].reason.vi == "định dạng tệp không cho thấy trình bày"


def test_line_placed_by_a_tab_counts_as_centred() -> None:
    """A post that stands behind a tab beside the recipients is not called left-aligned."""
    assert found({"post": {"text": "\tGIÁM ĐỐC", "align": "left"}}) == []
