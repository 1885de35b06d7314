"""The page for a browser, read as a tree: what is on it, that all of it is inert, and that links lead somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import html

from tests.render.samples import checked, clean, date_finding, draft, number_finding, report, unreadable
from thidua_check import check
from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Cell, Document, Note, Paragraph, Passage, Run, Table
from thidua_check.findings import Basis, Confidence, Level, Outcome, RuleOutcome, Suggestion, Words
from thidua_check.outline.model import Verdict
from thidua_check.render.html.page import render_html
from thidua_check.render.renderers import RENDERERS
from thidua_check.render.view import View
from thidua_check.report import Checked, Report, Unreadable
from thidua_check.rule_card import RuleCard
from thidua_check.suppress import Suppressed, Suppression

HOSTILE = "<script>window.hit=1</script><img src=x onerror=hit()>\u202e\x1b[31m\u200b&amp;\"'"
DEFAULT = View()


def page(*documents: Checked | Unreadable, view: View = DEFAULT, of: Report | None = None) -> Any:
    """The page as a tree."""
    return html.document_fromstring(render_html(of or report(*documents), view))


def text(node: Any, lang: str = "vi") -> str:
    """The words of a node in one language, spaces joined."""
    other = "en" if lang == "vi" else "vi"
    said = [
        t
        for t in node.xpath(".//text()")
        if not any(
            a.tag in ("span", "div") and a.get("lang") == other and a.get("class") != "sheet"
            for a in ancestry(t)
        )
    ]
    return " ".join("".join(said).split())


def ancestry(words: Any) -> list[Any]:
    """The elements in which a text stands."""
    parent = words.getparent()
    parent = parent.getparent() if words.is_tail else parent
    return [parent, *parent.iterancestors()]


def one(tree: Any, path: str) -> Any:
    """The only node of a path."""
    (node,) = tree.xpath(path)
    return node


def test_policy_allows_this_style_and_script_only() -> None:
    """The hashes of the policy are those of the one style and the one script."""
    tree = page(checked())
    policy = one(tree, "//meta[@http-equiv='Content-Security-Policy']/@content")

    assert policy.split("; ")[0] == "default-src 'none'"
    for element, key in (("style", "style-src"), ("script", "script-src")):
        content = one(tree, f"//{element}").text
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{key} 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_anywhere() -> None:
    """No link, image, frame or form; no style or event in an attribute."""
    tree = page(checked(), unreadable())

    assert tree.xpath("//link|//img|//iframe|//object|//embed|//form|//base|//@src|//@style") == []
    assert [name for node in tree.iter() for name in node.attrib if name.startswith("on")] == []
    assert all(link.startswith("#") for link in tree.xpath("//@href"))


def test_names_are_unique_and_links_lead_to_them() -> None:
    """No name twice, no link into nothing, over several drafts."""
    tree = page(checked(), clean(), unreadable(), checked())
    names = Counter(tree.xpath("//@id"))

    assert [name for name, n in names.items() if n > 1] == []
    assert [link for link in tree.xpath("//@href") if link[1:] not in names] == []
    assert [
        ref for refs in tree.xpath("//@aria-labelledby") for ref in refs.split() if ref not in names
    ] == []


def test_finding_says_what_where_and_why() -> None:
    """Grade, rule, message, sentence, place, repair and basis."""
    item = one(page(checked()), "//li[@id='d1f1']")

    assert text(item).startswith("1 LỖI NT01“15/9/25022”: không có ngày này.")
    assert text(one(item, ".//blockquote/mark")) == "15/9/25022"
    assert [text(row) for row in item.xpath(".//*[@class='row']")] == [
        "Ở: dòng 4",
        "Nên sửa: 15/9/2022",
        "Căn cứ: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần II, mục 4",
    ]
    assert text(item, "en").startswith("1 ERROR NT01“15/9/25022” is not a date.")


def test_words_are_marked_where_they_stand() -> None:
    """The place link of a finding leads to its number in the text, right before the words."""
    tree = page(checked())
    target = one(tree, "//li[@id='d1f1']//a[@class='spot']/@href")
    number = one(tree, f"//*[@id='{target[1:]}']")

    assert number.get("href") == "#d1f1"
    assert (number.getnext().tag, number.getnext().text, number.getnext().get("class")) == (
        "mark",
        "15/9/25022",
        "error",
    )


def test_missing_words_mark_nothing() -> None:
    """Where something is missing a sign stands behind the words, which are right as they are."""
    tree = page(checked(date_finding(absent=True)))
    sign = one(tree, "//*[@id='d1f1p1']")

    assert tree.xpath("//mark") == []
    assert (text(sign), sign.tail) == (
        "1 ◄ thiếu ở đây",
        " của Tỉnh ủy về giảm nghèo bền vững, xã đã ban hành kế hoạch; đến nay đã hoàn thành.",
    )
    assert text(one(tree, "//li//blockquote")).startswith(
        "Thực hiện Chương trình số 05-CTr/TU ngày 15/9/25022 ◄ thiếu ở đây"
    )


def test_folded_finding_marks_all_its_places() -> None:
    """Each place has its own mark and its own link."""
    tree = page(checked(number_finding()))

    assert tree.xpath("//*[contains(@class,'sheet')]//mark/text()") == ["12", "9638"]
    assert tree.xpath("//li[@id='d1f1']//a[@class='spot']/@href") == ["#d1f1p1", "#d1f1p2"]


def test_text_of_the_draft_is_whole() -> None:
    """The sheet holds every paragraph; the numbers of findings apart, not a letter more or less."""
    sheet = one(page(checked()), "//div[@class='sheet']")
    for number in sheet.xpath(".//a[@role='doc-noteref']"):
        number.text = ""

    assert [p.text_content() for p in sheet.xpath(".//*[@id]") if p.tag != "a"] == [
        p.text for p in draft().document.body
    ]


def test_headings_of_the_draft_are_headings() -> None:
    """They can be jumped to by a screen reader, below the headings of the page."""
    sheet = one(page(checked()), "//div[@class='sheet']")

    assert [(h.tag, h.text_content()) for h in sheet.xpath(".//h4|.//h5")] == [
        ("h4", "I. Đặc điểm tình hình"),
        ("h4", "II. Kết quả"),
    ]


def test_findings_are_grouped_by_section() -> None:
    """The groups stand in reading order under the headings of the draft."""
    titles = [text(h) for h in page(checked()).xpath("//*[@class='group']/h4")]

    assert titles == ["I. Đặc điểm tình hình", "II. Kết quả", "Phần cuối văn bản"]


def test_formatting_tables_and_notes_are_shown() -> None:
    """Bold words, cells with their spans, the sign of a note and the note."""
    first = Paragraph("Kết quả chính", runs=(Run(0, 8, bold=True), Run(8, 13)))
    cells = (Paragraph("Cộng", "table", 0, cell=(0, 0, 0)), Paragraph("12", "table", 1, cell=(0, 1, 0)))
    table = Table(0, ((Cell(0, 0, 1, 2, cells[:1]),), (Cell(1, 0, 1, 1, cells[1:]),)))
    note = Note("1", "footnote", (Paragraph("Theo sổ.", "note"),), Passage(first, 7, 7))
    document = Document("a.docx", "0" * 64, "docx", (first, table), notes=(note,))
    tree = page(clean(document=document, anatomy=Anatomy(), outlines=()))

    assert one(tree, "//*[@id='d1body0']").text_content() == "Kết quả[1] chính"
    assert tree.xpath("//*[@id='d1body0']/b/text()") == ["Kết quả", " "]
    assert one(tree, "//td[@colspan='2']").text_content() == "Cộng"
    assert one(tree, "//*[@id='d1note-0']").text_content() == "1Theo sổ."


def test_wide_table_can_be_scrolled_by_keyboard() -> None:
    """A table of five columns lies in a named region that takes the focus."""
    row = tuple(Cell(0, n, 1, 1, (Paragraph(str(n), "table", n),)) for n in range(5))
    document = Document("a.docx", "0" * 64, "docx", (Table(0, (row,)),))
    region = one(
        page(clean(document=document, anatomy=Anatomy(), outlines=())),
        "//*[@class='sheet']//*[@role='region']",
    )

    assert region.get("tabindex") == "0"
    assert text(one(region, ".//caption")) == "Bảng 1"


def test_hostile_words_are_only_words() -> None:
    """Markup, controls and direction marks in text, file name and messages stay visible text."""
    data = f"BÁO CÁO\n\nI. Kết quả {HOSTILE}\n\nNgày 31/4/2024 {HOSTILE} đã họp.\n".encode()
    source = render_html(check(data, name=f"{HOSTILE}.txt"), DEFAULT)
    tree = html.document_fromstring(source)

    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img") == []
    assert re.findall("[\x00-\x09\x0b-\x1f\u200b\u202e]", source) == []
    assert (
        "<script>window.hit=1</script><img src=x onerror=hit()>\\u202e\\x1b[31m\\u200b&amp;\"'"
        in tree.text_content()
    )


def test_hostile_finding_is_only_words() -> None:
    """Whatever a rule quotes is escaped: every field of a finding."""
    words = Words(HOSTILE, HOSTILE + "en")
    finding = date_finding(
        rule="<b>",
        family='"><b>',
        message=words,
        excerpt=HOSTILE,
        suggestion=Suggestion(words),
        basis=Basis(HOSTILE, HOSTILE),
    )
    aside = Suppressed(finding, Suppression("NT01", HOSTILE, words))
    outcomes = (RuleOutcome("<i>", Outcome.NOT_APPLICABLE, words), RuleOutcome("<i>", Outcome.ERROR, words))
    tree = page(evolve(checked(finding, outcomes=outcomes), suppressed=(aside,)), unreadable(HOSTILE))

    assert len(tree.xpath("//script")) == 1
    assert tree.xpath("//img") == []
    assert "\u202e" not in tree.text_content()


def test_outline_says_what_became_of_each_item() -> None:
    """Item, verdict and heading; a missing one names the closest heading and what it should follow."""
    mapped = draft().outlines[0]
    first = mapped.matches[0].sections[0]
    lost = evolve(
        mapped.matches[1],
        verdict=Verdict.MISSING,
        sections=(),
        nearest=first,
        after=first,
        evidence="không thấy",
    )
    tree = page(checked(outlines=(evolve(mapped, matches=(mapped.matches[0], lost), extra=(first,)),)))
    rows = [[text(cell) for cell in row] for row in tree.xpath("//*[@class='outline']//tbody/tr")]

    assert rows[0][:2] == ["I. Đặc điểm tình hình", "có"]
    assert rows[0][2].endswith("I. Đặc điểm tình hình (dòng 3)")
    assert rows[1][:3] == ["II. Kết quả", "thiếu", "–"]
    assert rows[1][3] == (
        "Đề mục gần nhất, giải thích: I. Đặc điểm tình hình (dòng 3)nên đứng sau: I. Đặc điểm tình hình (dòng 3)không thấy"
    )
    assert len(tree.xpath("//*[@class='outline']//a[@href='#d1body2']")) == 4


def test_coverage_names_what_was_not_understood() -> None:
    """Two figures, one understood; the other is named and linked; an impossible date is left to its finding."""
    rows = {
        text(r[0]): [text(c) for c in r[1:]]
        for r in page(checked()).xpath("//*[@class='coverage']//tbody/tr")
    }

    assert rows["số liệu"] == ["1 trong 2", "1.200"]
    assert rows["ngày tháng"] == ["0 trong 1", "1 đã nêu trong phát hiện"]
    assert rows["đề mục"] == ["2 trong 2", "không có"]


def test_what_was_not_checked_is_told_with_the_reason() -> None:
    """Rules by their reason, those left out by the options last."""
    tree = page(checked(), view=View(left_out=("TD01",)))
    rows = [[text(c) for c in row] for row in tree.xpath("//*[@class='reasons']//tbody/tr")]

    assert rows[0] == ["không rõ ngày của văn bản", "NT03; VD06"]
    assert rows[-1][1] == "TD01"


def test_choices_are_told() -> None:
    """Type, profile, outline, stage and date with how each was chosen."""
    section = one(page(checked()), "//section[@id='d1-checked']")

    assert "Báo cáo; dạng bao-cao (tự nhận ra, chắc 92%)" in text(section)
    assert "4/2025 (ghi trong văn bản)" in text(section)
    assert "4/2025 (written in the document)" in text(section, "en")


def test_set_aside_findings_are_listed_apart() -> None:
    """With the reason, and not among the findings."""
    aside = Suppressed(date_finding(), Suppression("NT01", "số này đúng", Words("trong tệp", "in the file")))
    tree = page(evolve(clean(), suppressed=(aside,)))

    assert text(one(tree, "//section[@id='d1-aside']//li")) == "NT01 15/9/25022: số này đúng (trong tệp)"
    assert tree.xpath("//li[@data-number]") == []


def test_rules_with_findings_are_explained_once() -> None:
    """The rule's title, help and basis stand at the end; its id in a finding leads there."""
    card = RuleCard(
        "NT01", "impossible-date", Words("Ngày không có thật"), "NT", {"draft": Level.ERROR, "issued": Level.ERROR},
        Confidence.HIGH, Basis("Nghị định", "mục 4"), guide=lambda: Words("Xem lại ngày."),
    )  # fmt: skip
    tree = page(
        of=evolve(report(checked(date_finding(), date_finding())), rules=(card, evolve(card, id="NT02")))
    )

    assert [text(c) for c in tree.xpath("//*[@class='card']")] == [
        "NT01 Ngày không có thậtXem lại ngày.Nghị định, mục 4"
    ]
    assert tree.xpath("//li//a[@href='#rule-NT01']/text()") == ["NT01", "NT01"]


def test_findings_below_the_level_are_counted_only() -> None:
    """The list and the marks leave them out, a line says how many."""
    tree = page(checked(), view=View(min_level=Level.ERROR))

    assert [li.get("id") for li in tree.xpath("//li[@data-number]")] == ["d1f1"]
    assert "Còn 2 phát hiện dưới mức lỗi" in text(one(tree, "//section[@id='d1-findings']"))


def test_clean_draft_says_so() -> None:
    """No filter over nothing."""
    tree = page(clean())

    assert "Không thấy lỗi nào trong những điều đã kiểm tra." in text(
        one(tree, "//section[@id='d1-findings']")
    )
    assert tree.xpath("//*[@role='search']") == []


def test_several_drafts_have_a_table() -> None:
    """Each with its counts and a link; an unreadable one with its sentence."""
    tree = page(checked(), unreadable())
    rows = [[text(c) for c in row] for row in tree.xpath("//*[@class='overview']//tbody/tr")]

    assert rows == [["bao-cao.txt", "1", "1", "0", "1", "2/2"], ["hong.docx", "KHÔNG KIỂM TRA ĐƯỢC"]]
    assert "Tệp bị hỏng." in text(one(tree, "//article[@id='d2']"))


def test_one_draft_has_no_table() -> None:
    """A table of one row says nothing."""
    assert page(checked()).xpath("//*[@class='overview']") == []


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_language_that_is_shown_first(lang: Any) -> None:
    """The page starts in the language of the run; both are on it."""
    tree = page(checked(), view=View(lang=lang))

    assert (tree.get("lang"), tree.get("data-shown")) == (lang, lang)
    assert one(tree, f"//button[@data-language='{lang}']").get("aria-pressed") == "true"
    assert {"vi", "en"} <= set(tree.xpath("//span/@lang"))


def landmark_names(tree: Any) -> list[tuple[str, str]]:
    """What each landmark is called: its kind and the words that name it."""
    kinds = {"section": "region", "nav": "navigation"}
    return [
        (
            node.get("role") or kinds[node.tag],
            " ".join(text(one(tree, f"//*[@id='{ref}']")) for ref in node.get("aria-labelledby").split()),
        )
        for node in tree.xpath("//section|//nav|//*[@role='search']")
    ]


def test_everything_that_can_be_used_has_a_name() -> None:
    """Buttons, links, fields, landmarks and regions; one main part; headings without a gap."""
    other = evolve(draft().document, path="khac.txt")
    tree = page(checked(), checked(document=other))
    levels = [int(h.tag[1]) for h in tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]

    assert [n for n in tree.xpath("//button|//a|//th") if not text(n)] == []
    assert [n for n in tree.xpath("//input") if not tree.xpath(f"//label[@for='{n.get('id')}']")] == []
    assert [
        n
        for n in tree.xpath("//section|//nav|//article|//*[@role]")
        if n.get("role") not in ("doc-noteref", "status", "presentation") and not n.get("aria-labelledby")
    ] == []
    assert [name for name, n in Counter(landmark_names(tree)).items() if n > 1] == []
    assert len(tree.xpath("//main")) == 1
    assert levels[0] == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def _luminance(color: str) -> float:
    """Relative luminance (WCAG 2.2) of ``#rgb`` or ``#rrggbb``."""
    digits = color[1:] if len(color) == 7 else "".join(2 * c for c in color[1:])
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_colours_have_contrast() -> None:
    """Every colour of words keeps 4.5 to 1 (WCAG 2.2, 1.4.3) on white, on the page, and on its own ground."""
    style = one(page(clean()), "//style").text
    colors = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})", style))
    pairs = [(ink, ground) for ink in ("ink", "soft", "link") for ground in ("paper", "ground")]
    pairs += [
        (tone, ground)
        for tone in ("error", "warning", "info", "review", "good")
        for ground in ("paper", f"{tone}-ground")
    ]
    for ink, ground in pairs:
        light, dark = sorted((_luminance(colors[ink]), _luminance(colors[ground])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_same_report_gives_the_same_bytes() -> None:
    """Nothing on the page depends on the hour or on chance."""
    assert render_html(report(checked()), DEFAULT) == RENDERERS["html"](report(checked()), DEFAULT)


def test_style_and_script_are_in_the_package() -> None:
    """They are read from beside the code, so that they are there in an installed wheel."""
    import thidua_check.render.html.page as module

    folder = Path(module.__file__).parent
    assert one(page(clean()), "//script").text == (folder / "page.js").read_text(encoding="utf-8")
