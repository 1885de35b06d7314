"""Command lines and what is said of wrong ones."""

from __future__ import annotations

import pytest

from thidua_check.cli import commands
from thidua_check.cli.entry import COMMANDS
from thidua_check.cli.parser import build, parse
from thidua_check.cli.values import Output
from thidua_check.errors import UsageError
from thidua_check.findings import Lang
from thidua_check.render.layout import display_width


def test_nothing_is_said_without_options() -> None:
    """Options that were not given are None, so that a file of settings may speak."""
    args = parse(commands.CHECK, ["a.docx"], "vi")

    assert (args.operands, args.stage, args.fail_on, args.min_level) == (["a.docx"], None, None, None)
    assert (args.format, args.select, args.outline, args.as_of) == ([], [], None, None)


def test_options_and_files_mix() -> None:
    """Options may stand before, between and after the files; what follows -- is a file."""
    args = parse(
        commands.CHECK, ["--stage", "issued", "a.docx", "--format=json", "b.docx", "--", "-c.docx"], "vi"
    )

    assert args.operands == ["a.docx", "b.docx", "-c.docx"]
    assert args.stage == "issued"
    assert args.format == [Output("json", None)]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--stge", "issued"], "Không có tuỳ chọn --stge; có phải là --stage?"),
        (["--xyzzy"], "Không có tuỳ chọn --xyzzy (xem thidua-check --help)."),
        (["-q", "a"], "Không có tuỳ chọn -q (xem thidua-check --help)."),
        (["--stage"], "Sau --stage phải có một giá trị."),
        (["--stage", "final"], "--stage nhận một trong: draft, issued; không có “final”."),
        (["--version=1"], "--version không nhận giá trị."),
        (["--stag", "issued"], "Không có tuỳ chọn --stag; có phải là --stage?"),
        (
            ["--format", "xml"],
            "--format nhận một trong: text, json, sarif, junit, github, csv, html, word; không có “xml”.",
        ),
        (["--lang", "fr"], "--lang nhận một trong: vi, en; không có “fr”."),
    ],
)
def test_wrong_lines_get_one_sentence(words: list[str], sentence: str) -> None:
    """What is wrong is said in one Vietnamese sentence."""
    with pytest.raises(UsageError) as caught:
        parse(commands.CHECK, words, "vi")

    assert caught.value.vi == sentence
    assert caught.value.en != sentence


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("lang", ["vi", "en"])
def test_help_is_whole(name: str, lang: Lang) -> None:
    """The help of every command names each option, fits 100 columns, and is in one language."""
    command = COMMANDS[name][0]
    text = build(command, lang).format_help()

    assert all(one in text for option in command.options for one in option.names)
    assert max(map(display_width, text.splitlines())) <= 100
    assert ("Cách dùng: " in text) is (lang == "vi")
    assert text.isascii() is (lang == "en")
