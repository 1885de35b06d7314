"""Pages made from the rule files and the code say what these say; samples on the page about rules work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from thidua_check.cli import main
from thidua_check.findings import Lang
from thidua_check.render.kind_pages import kind_pages
from thidua_check.render.rule_pages import rule_pages
from thidua_check.ruleset.kinds import KINDS
from thidua_check.ruleset.load import load_rules

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.parametrize(("name", "lang"), [("rules.md", "en"), ("rules.vi.md", "vi")])
def test_rule_pages_are_fresh(name: str, lang: Lang) -> None:
    """docs/rules*.md is what ``thidua-check rules --format markdown`` prints now."""
    assert (DOCS / name).read_text(encoding="utf-8") == rule_pages(load_rules().rules, lang)


def test_page_of_kinds_is_fresh() -> None:
    """docs/kinds.md is what ``thidua-check kinds`` prints now."""
    assert (DOCS / "kinds.md").read_text(encoding="utf-8") == kind_pages(KINDS)


def _samples() -> list[str]:
    page = (DOCS / "writing-rules.md").read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)


def test_sample_rule_lints(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The rule and the overrides shown on the page load, and the examples behave."""
    overrides = next(sample for sample in _samples() if sample.startswith("VD04"))
    rule = next(sample for sample in _samples() if sample.startswith("id: NT90"))
    (tmp_path / "NT").mkdir()
    (tmp_path / "NT" / "NT90.yaml").write_text(rule, encoding="utf-8")
    (tmp_path / "overrides.yaml").write_text(overrides, encoding="utf-8")

    code = main(["lint-pack", str(tmp_path)])

    assert capsys.readouterr().out.splitlines()[-1] == (
        "1 quy tắc riêng, 3 quy tắc được sửa đổi, 0 đề cương, 0 danh mục; 0 chỗ sai trong quy tắc riêng."
    )
    assert code == 0
