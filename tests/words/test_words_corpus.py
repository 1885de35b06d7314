"""The rules on words over the whole corpus: the complete list, and what planting finds."""

from __future__ import annotations

import pytest

from tests.words.planted import CORPUS, figures, main
from thidua_check.checking import Options, analyse
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run

EXPECTED = {
    "000": [
        ("CT02", "warning", "tộc thiếu số"),
        ("CT02", "warning", "banh hành"),
        ("CT02", "warning", "năng cao"),
        ("CT01", "warning", "săc"),
        ("CT03", "warning", "thực công"),
        ("CT02", "warning", "phòng trào"),
        ("CT02", "warning", "trong tâm"),
    ],
    "001": [
        ("CT01", "warning", "buru"),
        ("CT02", "warning", "họp nhất"),
        ("CT02", "warning", "chuyên biến"),
    ],
    "002": [],
    "003": [],
    "004": [
        ("CT02", "warning", "manh mẽ"),
        ("CT01", "warning", "UIBND"),
        ("CT03", "warning", "trật an"),
        ("CT02", "warning", "Hủ gạo"),
        ("CT02", "warning", "gây quỷ ủng"),
        ("CT02", "info", "Ngọc ơn"),
        ("CT02", "warning", "hỗ trỗ"),
        ("CT03", "warning", "thúc đổi"),
        ("CT03", "warning", "khen đột"),
        ("CT03", "warning", "địa huyện"),
    ],
}


@pytest.mark.parametrize("number", EXPECTED)
def test_corpus(number: str) -> None:
    """Every finding on words in a report of the corpus, in reading order, is known."""
    (path,) = CORPUS.glob(f"{number}_*.txt")
    rules = [rule for rule in load_rules().rules if rule.id in ("CT01", "CT02", "CT03", "CT04")]
    found = run(rules, analyse(read(path.read_bytes(), name=path.name), Options())).findings

    assert [(f.rule, str(f.level), f.excerpt) for f in found] == EXPECTED[number]


def test_planted_slips() -> None:
    """Of slips planted by seed most are found and repaired, and nothing is said of words that stayed."""
    result = figures(sorted(CORPUS.glob("*.txt")), range(1))
    share = {kind: result.repaired[kind] / result.planted[kind] for kind in result.planted}

    assert result.strangers == ()
    assert {kind for kind, part in share.items() if part >= 0.75} == {
        *("tone", "mark", "mark and tone", "letter", "doubled letter", "lost tone", "joined")
    }
    assert share["said twice"] > 0.4
    assert sum(result.planted.values()) > 1000


def test_planting_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints a line for each kind of slip."""
    (path,) = CORPUS.glob("001_*.txt")
    code = main(["--seeds", "1", str(path)])
    lines = capsys.readouterr().out.splitlines()

    assert code == 0
    assert lines[0] == "| kind of slip | planted | found | as a warning | repaired |"
    assert len([line for line in lines if line.startswith("| ")]) == 10
