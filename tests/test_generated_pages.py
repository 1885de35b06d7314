"""Pages made from the rule files and the code say what these say; samples on the page about rules work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.expected import FIXTURES
from tests.support.packs import write_pack
from thidua_check.cli import main
from thidua_check.findings import Lang
from thidua_check.outline.load import ITEM, LETTER, OUTLINE, REQUIREMENT
from thidua_check.render.kind_pages import kind_pages
from thidua_check.render.rule_pages import rule_pages
from thidua_check.ruleset.kinds import KINDS
from thidua_check.ruleset.load import KEYS, load_rules
from thidua_check.ruleset.registries import REGISTRIES

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize(("name", "lang"), [("rules.md", "en"), ("rules.vi.md", "vi")])
def test_rule_pages_are_fresh(name: str, lang: Lang) -> None:
    """docs/rules*.md is what ``thidua-check rules --format markdown`` prints now."""
    assert (DOCS / name).read_text(encoding="utf-8") == rule_pages(load_rules().rules, lang)


@pytest.mark.parametrize(("name", "lang"), [("kinds.md", "en"), ("kinds.vi.md", "vi")])
def test_pages_of_kinds_are_fresh(name: str, lang: Lang) -> None:
    """docs/kinds*.md is what ``thidua-check kinds`` prints now."""
    assert (DOCS / name).read_text(encoding="utf-8") == kind_pages(KINDS, load_rules().rules, lang)


def _files(*pages: str) -> dict[str, str]:
    """The files of a pack that pages show: each begins with its place in a comment."""
    text = "".join((DOCS / page).read_text(encoding="utf-8") for page in pages)
    return dict(re.findall(r"```yaml\n# (\S+\.yaml)\n(.*?)```", text, re.DOTALL))


@pytest.mark.parametrize("page", ["writing-rules.md", "viet-quy-tac.md"])
def test_pack_on_the_page_lints(page: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The files shown on a page, and the outline, are a pack without faults: each registry is among them."""
    files = _files(page, "writing-outlines.md")
    code = main(["lint-pack", str(write_pack(tmp_path, files))])

    assert capsys.readouterr().out.splitlines()[-1] == (
        "3 quy tắc riêng, 4 quy tắc được sửa đổi, 1 đề cương, 13 danh mục; 0 chỗ sai trong quy tắc riêng."
    )
    assert code == 0
    assert {Path(name).stem for name in files if name.startswith("registry/")} == set(REGISTRIES)


def test_both_pages_show_one_pack() -> None:
    """The English and the Vietnamese page show the same files; their comments differ."""
    english, vietnamese = (
        {name: re.sub(r"\s*(?<!\S)#.*", "", text) for name, text in _files(page).items()}
        for page in ("writing-rules.md", "viet-quy-tac.md")
    )

    assert english == vietnamese


def test_first_rule_is_that_of_the_sample_pack() -> None:
    """The first rule on the pages finds what the sample pack's rule finds: kind, parameters and examples are its own."""
    shown = _files("viet-quy-tac.md")["CT/CT90.yaml"]
    sample = (FIXTURES / "packs/van-phong-mau/CT/CT90.yaml").read_text(encoding="utf-8")

    for part in ("kind: forbidden_phrase\n", "    một cách nghiêm túc: đúng quy định\n"):
        assert part in shown
        assert part in sample
    assert shown[shown.index("examples:") :] == sample[sample.index("examples:") :]


@pytest.mark.parametrize("page", ["writing-rules.md", "viet-quy-tac.md"])
def test_pages_name_every_key_of_a_rule(page: str) -> None:
    """The rule with all keys on a page has all keys that there are."""
    rule = _files(page)["NT/NT90.yaml"]

    assert [key for key in KEYS if f"\n{key}:" not in f"\n{rule}"] == []


def test_page_on_outlines_names_every_key() -> None:
    """The outline on the page has every key of an outline, a letter, an item and a requirement."""
    page = (DOCS / "writing-outlines.md").read_text(encoding="utf-8")

    assert [
        k for k in (*OUTLINE, *ITEM, *LETTER, *REQUIREMENT) if f"{k}:" not in page and f"`{k}`" not in page
    ] == []
