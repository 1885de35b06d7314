"""What the READMEs show is what happens: the screen, the Python example, the commands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.expected import FIXTURES
from thidua_check.cli import main

ROOT = FIXTURES.parent
READMES = ("README.md", "README.vi.md")
MAIN_JOB = "python3 -m venv .venv && .venv/bin/pip install . && .venv/bin/thidua-check fixtures/drafts/bao-cao-co-loi.docx"
TESTS = "python3 -m venv .venv && .venv/bin/pip install -c constraints.txt nox && .venv/bin/nox"
DRAFT = "fixtures/drafts/bao-cao-co-loi.docx"
_ENDING = "Đã kiểm tra"
_SHOWN = ("VD01", "NT01", "SL02", "BC01")
_MARK = "  […]"
# A finding begins on a line that is indented by two spaces: "  LỖI NT01  “15/9/25022”: ..."
_FINDING = re.compile(r"\n(?=  \S)")
_RULE_OF = re.compile(r"  [^\d\n]*?([A-Z]{2}\d\d) ")
# <!-- screen --> ```text ... ``` <!-- end of screen -->
_SCREEN = re.compile(r"(<!-- screen -->\n```text\n)(.*?)(```\n<!-- end of screen -->)", re.DOTALL)
# <!-- example --> ```python ... ``` ```text ... ``` <!-- end of example -->
_EXAMPLE = re.compile(
    r"(<!-- example -->\n```python\n(.*?)```\n\n```text\n)(.*?)(```\n<!-- end of example -->)", re.DOTALL
)

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run as a reader of the README would: in the checkout, 80 columns wide, without colour."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


def shortened(output: str) -> str:
    """Return the first finding of some rules, whole, and the ending of an output, with a mark where others stood."""
    left = set(_SHOWN)

    def shown_or_mark(block: str) -> str:
        rule = _RULE_OF.match(block)
        if rule is None or rule[1] not in left:
            return _MARK
        left.remove(rule[1])
        return block

    beginning, ending = output.split(f"\n{_ENDING}\n")
    title, rule, *sections = beginning.rstrip("\n").split("\n\n")
    out = [f"{title}\n{rule}" if rule.startswith("─") else title]
    for section in [rule, *sections]:
        head, *blocks = _FINDING.split(section)
        shown = [shown_or_mark(block) for block in blocks]
        kept = [block for n, block in enumerate(shown) if block != _MARK or n == 0 or shown[n - 1] != _MARK]
        out.append("\n".join([head, *kept]) if set(kept) != {_MARK} else _MARK)
    folded = [part for n, part in enumerate(out) if part != _MARK or out[n - 1] != _MARK]
    return "\n\n".join([*folded, f"{_ENDING}\n{ending.rstrip(chr(10))}"]) + "\n"


def _held(readme: str, pattern: re.Pattern[str], group: int, wanted: str, update: bool) -> str:
    """Return what a README shows, after writing what it should show if asked to."""
    path = ROOT / readme
    text = path.read_text(encoding="utf-8")
    found = pattern.search(text)
    assert found
    if update:
        path.write_text(text[: found.start(group)] + wanted + text[found.end(group) :], encoding="utf-8")
        return wanted
    return found[group]


@pytest.mark.parametrize("readme", READMES)
def test_screen(readme: str, capsys: Captured, update_expected: bool) -> None:
    """The screen of a README is the beginning and the ending of what the command prints."""
    code = main([DRAFT])
    wanted = shortened(capsys.readouterr().out)

    assert _held(readme, _SCREEN, 2, wanted, update_expected) == wanted
    assert code == 1


def test_example(capsys: Captured, update_expected: bool) -> None:
    """The Python example prints what the README says."""
    found = _EXAMPLE.search(Path("README.md").read_text(encoding="utf-8"))
    assert found
    exec(compile(found[2], "README.md", "exec"), {})
    wanted = capsys.readouterr().out

    assert _held("README.md", _EXAMPLE, 3, wanted, update_expected) == wanted


@pytest.mark.parametrize("readme", READMES)
def test_set_up_commands(readme: str) -> None:
    """Each README gives the two commands of a fresh machine, and CI runs the second."""
    text = (ROOT / readme).read_text(encoding="utf-8")

    assert f"\n{MAIN_JOB}\n" in text
    assert f"\n{TESTS}\n" in text


@pytest.mark.parametrize("readme", READMES)
def test_links(readme: str) -> None:
    """Every file that a README links to is there."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    targets = re.findall(r"\]\(([^)#:]+)\)", text)

    assert [target for target in targets if not (ROOT / target).exists()] == []
    assert targets


@pytest.mark.parametrize(
    "option", ["--ignore", "--min-level", "--outline", "--stage", "--fail-on", "--lang", "--format"]
)
def test_options_exist(option: str, capsys: Captured) -> None:
    """Every option that the READMEs name is in the help."""
    main(["--help"])

    assert f" {option} " in capsys.readouterr().out


def test_rules_named(capsys: Captured) -> None:
    """Every rule that the READMEs name can be explained."""
    named = {
        rule
        for readme in READMES
        for rule in re.findall(r"\b[A-Z]{2}\d\d\b", Path(readme).read_text("utf-8"))
    }

    assert named
    assert [main(["explain", rule]) for rule in sorted(named)] == [0] * len(named)
    capsys.readouterr()
