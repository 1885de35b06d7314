"""What docs/ci.md, the action and the hook show is what there is."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from thidua_check.cli.entry import COMMANDS, split
from thidua_check.cli.parser import parse
from thidua_check.cli.values import FORMATS
from thidua_check.config.settings import KEYS, nearest
from thidua_check.config.tables import Faults
from thidua_check.outline.source import builtin
from thidua_check.ruleset.load import load_rules

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w*)\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
YAML = [text for kind, text in BLOCKS if kind == "yaml"]
TOML = [text for kind, text in BLOCKS if kind == "toml"]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
(HOOK,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def words_in(value: object) -> list[str]:
    """Every text in a value of YAML."""
    if isinstance(value, dict):
        return [word for child in value.values() for word in words_in(child)]
    if isinstance(value, list):
        return [word for child in value for word in words_in(child)]
    return [str(value)]


def commands() -> list[str]:
    """Every command line of ours on the page."""
    shell = [line for kind, text in BLOCKS if kind == "" for line in text.splitlines()]
    in_yaml = [line for text in YAML for word in words_in(yaml.safe_load(text)) for line in word.splitlines()]
    return [line for line in (*shell, *in_yaml) if line.startswith("thidua-check ")]


@pytest.mark.parametrize("line", commands())
def test_commands_exist(line: str) -> None:
    """Each command line on the page is understood."""
    name, rest = split(shlex.split(line)[1:])
    args = parse(COMMANDS[name][0], rest, "vi")

    assert args.operands


def test_page_shows_commands() -> None:
    """The test above looks at something."""
    assert len(commands()) >= 7


def test_yaml_examples_load() -> None:
    """Workflow, job and hook examples are YAML with the parts they need."""
    action, plain, gitlab, hook = map(yaml.safe_load, YAML)

    assert action["jobs"]["reports"]["steps"][1]["with"].keys() <= ACTION["inputs"].keys()
    assert plain["jobs"]["reports"]["steps"][-1]["run"].startswith("thidua-check ")
    assert gitlab["reports"]["artifacts"]["reports"]["junit"] == "findings.xml"
    assert hook["repos"][0]["hooks"][0]["id"] == HOOK["id"]


def test_options_of_the_examples_exist() -> None:
    """Options given to the action and to the hook are options of the command."""
    action, _, _, hook = map(yaml.safe_load, YAML)
    given = action["jobs"]["reports"]["steps"][1]["with"]["options"].split()
    given += hook["repos"][0]["hooks"][0]["args"]

    assert parse(COMMANDS["check"][0], [*given, "a.docx"], "vi").stage == "issued"


def test_settings_example_loads(tmp_path: Path) -> None:
    """The file of settings on the page holds, with every key there is."""
    (tmp_path / "thidua_check.toml").write_text(TOML[0], encoding="utf-8")
    faults = Faults()
    config = nearest(tmp_path, faults)
    faults.check()

    assert config is not None
    assert config.settings.keys() == KEYS.keys()
    assert config.settings["profile"].value in {outline.id for outline in builtin()}
    assert [entry.by.section for entry in config.entries] == [("II", "3")]
    assert tomllib.loads(TOML[1])["suppress"][0]["rule"] == "VD01"


def test_every_format_is_explained() -> None:
    """The table names the formats."""
    named = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE))

    assert named >= {"text", "json", "sarif", "junit", "github", "csv"}
    assert named <= set(FORMATS)


def test_rules_that_cannot_be_suppressed_are_named() -> None:
    """The page lists the rules that say so."""
    listed = re.search(r"<!-- not suppressible -->\n(.*?)<!-- end -->", PAGE, re.DOTALL)

    assert listed is not None
    assert re.findall(r"`(\w+)`", listed[1]) == [r.id for r in load_rules().rules if not r.suppressible]


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("bao-cao.docx", True),
        ("du thao/BÁO CÁO.DOCX", True),
        ("a/~$bao-cao.docx", False),
        ("bao-cao.docx.thidua.toml", False),
        ("README.md", False),
    ],
)
def test_hook_takes_word_files_by_name(name: str, taken: bool) -> None:
    """Any case of the ending, but no lock file of Word's."""
    assert bool(re.search(HOOK["files"], name)) is taken
    assert HOOK["entry"] == "thidua-check"


def action_run(tmp_path: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step of the action as a runner would, in an empty folder."""
    step = ACTION["runs"]["steps"][-1]
    values = {
        f"${{{{ inputs.{name} }}}}": inputs.get(name, i.get("default", ""))
        for name, i in ACTION["inputs"].items()
    }
    shim = tmp_path / "bin" / "thidua-check"
    shim.parent.mkdir()
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m thidua_check "$@"\n', encoding="utf-8")
    shim.chmod(0o755)
    env = {name: values[value] for name, value in step["env"].items()}
    env |= {"PATH": f"{shim.parent}{os.pathsep}{os.environ['PATH']}", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
    return subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False)


@pytest.mark.skipif(os.name == "nt", reason="the script of the action is for bash")
def test_action_checks_and_fails(tmp_path: Path) -> None:
    """Names with spaces and with signs of the shell are files; findings fail the step; SARIF is written."""
    name = "dự thảo $(touch hong).txt"
    (tmp_path / name).write_text("Họp ngày 31/4/2024 tại xã.\n", encoding="utf-8")
    done = action_run(tmp_path, paths=f"{name}\n", options="--select=NT01\n", sarif="a.sarif", junit="a.xml")

    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("::error file=dự thảo $(touch hong).txt,line=1,")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.sarif", "a.xml", "bin", name]


@pytest.mark.skipif(os.name == "nt", reason="the script of the action is for bash")
def test_action_needs_a_draft(tmp_path: Path) -> None:
    """Without paths the step fails with the sentence of the command."""
    done = action_run(tmp_path, paths="")

    assert done.returncode == 2
    assert "Chưa có tệp nào để kiểm tra" in done.stderr
