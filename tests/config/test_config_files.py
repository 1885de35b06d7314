"""Files of settings: which one counts, what they may say, and what is said of faults."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from attrs import evolve

from tests.render import samples
from thidua_check.config.entries import read_entries
from thidua_check.config.settings import Config, nearest, sidecar
from thidua_check.config.tables import Faults, Table, read_toml
from thidua_check.errors import ConfigError
from thidua_check.findings import Level


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)


def config_of(text: str, name: str = "thidua_check.toml") -> Config:
    """The configuration of the working folder; raise ConfigError for its faults."""
    Path(name).write_text(text, encoding="utf-8")
    faults = Faults()
    found = nearest(Path.cwd(), faults)
    faults.check()
    assert found is not None
    return found


def faults_of(text: str) -> list[str]:
    """The faults of a configuration, one a line."""
    with pytest.raises(ConfigError) as caught:
        config_of(text)
    return caught.value.vi.splitlines()


def test_nearest_file_upward_counts() -> None:
    """The file of the nearest folder wins, and its paths start there."""
    Path("thidua_check.toml").write_text('stage = "issued"', encoding="utf-8")
    folder = Path.cwd() / "a" / "b"
    folder.mkdir(parents=True)
    (Path.cwd() / "a" / "thidua_check.toml").write_text('outline = "../de-cuong.docx#VNN"', encoding="utf-8")
    found = nearest(folder, Faults())

    assert found is not None
    assert found.file == "a/thidua_check.toml"
    assert found.settings["outline"].value == "de-cuong.docx#VNN"
    assert "stage" not in found.settings


def test_own_file_comes_before_pyproject() -> None:
    """Of two files in one folder ``thidua_check.toml`` counts."""
    Path("pyproject.toml").write_text('[tool.thidua_check]\nstage = "issued"', encoding="utf-8")

    assert config_of('stage = "draft"').settings["stage"].value == "draft"


def test_pyproject_counts_with_its_table_only() -> None:
    """A ``pyproject.toml`` of something else is passed over."""
    Path("pyproject.toml").write_text('[tool.thidua_check]\nfail_on = "never"', encoding="utf-8")
    inner = Path.cwd() / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[project]\nname = "thidua_check_rules"', encoding="utf-8")
    found = nearest(inner, Faults())

    assert found is not None
    assert (found.file, found.settings["fail_on"].value) == ("pyproject.toml", "never")
    assert found.settings["fail_on"].origin.vi == "pyproject.toml: tool.thidua_check.fail_on"


def test_all_settings() -> None:
    """Each key is read as what it is."""
    config = config_of(
        'profile = "bao-cao"\nselect = ["nt01", "SL"]\nignore = []\nrules = ["quy-tac"]\n'
        'fail_on = "warning"\nmin_level = "error"\nbaseline = "nen.json"\n'
    )

    assert {key: setting.value for key, setting in config.settings.items()} == {
        "profile": "bao-cao",
        "select": ("NT01", "SL"),
        "ignore": (),
        "rules": ("quy-tac",),
        "fail_on": Level.WARNING,
        "min_level": Level.ERROR,
        "baseline": "nen.json",
    }


def test_faults_are_told_all_at_once() -> None:
    """File, key, what is wrong, and the nearest key or word."""
    assert faults_of('stge = "draft"\nstage = "isued"\nselect = "NT01"\nprofile = 3\noutline = " "') == [
        "thidua_check.toml: stge: không có khóa này; có phải là “stage”?",
        "thidua_check.toml: outline: phải là một dòng chữ, không để trống.",
        "thidua_check.toml: profile: phải là một dòng chữ, không để trống.",
        "thidua_check.toml: stage: nhận một trong: draft, issued; không có “isued”; có phải là “issued”?",
        'thidua_check.toml: select: phải là danh sách chữ, như ["NT01", "SL"].',
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('rule = "NT01"\nfingerprint = "00000000000000aa"', "suppress[1].reason: thiếu khóa này."),
        ('reason = "x"\nfingerprint = "00000000000000aa"', "suppress[1].rule: thiếu khóa này."),
        (
            'rule = "NT01"\nreason = " "\nsection = "I"',
            "suppress[1].reason: phải là một dòng chữ, không để trống.",
        ),
        (
            'rule = "NT01"\nreason = "x"',
            "suppress[1].fingerprint: cần đúng một trong hai khóa fingerprint và section.",
        ),
        (
            'rule = "NT01"\nreason = "x"\nsection = "I"\nfingerprint = "00000000000000aa"',
            "suppress[1].fingerprint: cần đúng một trong hai khóa fingerprint và section.",
        ),
        (
            'rule = "NT01"\nreason = "x"\nfingerprint = "xyz"',
            "suppress[1].fingerprint: phải gồm 16 chữ số 0-9, a-f.",
        ),
        (
            'rule = "NT01"\nreason = "x"\nsection = ". )"',
            "suppress[1].section: phải có số, chữ của mục, như II.3.",
        ),
        (
            'rule = "NT01"\nreason = "x"\nsection = "I"\nexpires = "31/12/2026"',
            "suppress[1].expires: phải là ngày dạng 2026-12-31.",
        ),
        (
            'rule = "NT01"\nreason = "x"\nsection = "I"\nexpire = 2026-12-31',
            "suppress[1].expire: không có khóa này; có phải là “expires”?",
        ),
    ],
)
def test_wrong_entries(text: str, said: str) -> None:
    """An entry needs rule, reason, and fingerprint or section."""
    assert faults_of(f"[[suppress]]\n{text}") == [f"thidua_check.toml: {said}"]


def test_entries_must_be_tables() -> None:
    """``suppress`` written as something else says how to write it."""
    assert faults_of('suppress = ["NT01"]') == [
        "thidua_check.toml: suppress: viết mỗi mục dưới một dòng [[suppress]]."
    ]


def test_whole_entry() -> None:
    """Rule, place, reason, last day and files of an entry."""
    (entry,) = config_of(
        '[[suppress]]\nrule = "sl01"\nsection = "II.3.a)"\nreason = " đã đối chiếu "\n'
        'expires = 2026-03-31\npath = "huyen/*.docx"\n'
    ).entries

    assert (entry.by.rule, entry.by.section, entry.by.reason) == ("SL01", ("II", "3", "a"), "đã đối chiếu")
    assert entry.by.source.vi == "thidua_check.toml, suppress[1]"
    assert [entry.expired(date(2026, 3, 31)), entry.expired(date(2026, 4, 1))] == [False, True]
    assert [entry.meant_for(p) for p in ("huyen/x/a.docx", "tinh/a.docx")] == [True, False]


def test_sidecar_holds_suppressions_only() -> None:
    """The file beside a draft takes nothing else."""
    Path("a.docx.thidua.toml").write_text('stage = "issued"', encoding="utf-8")
    faults = Faults()

    assert sidecar("a.docx", faults) == ()
    assert [words.vi for words in faults.found] == ["a.docx.thidua.toml: stage: không có khóa này."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"stage = ", "không phải TOML đúng"),
        (b'stage = "draft"\nstage = "issued"', "không phải TOML đúng"),
        (b"\xff\xfe", "tệp không phải là UTF-8"),
        (b"a = " + b"[" * 20_000, "không phải TOML đúng"),
    ],
)
def test_what_is_no_toml(data: bytes, said: str) -> None:
    """A file that cannot be read as TOML is named."""
    Path("thidua_check.toml").write_bytes(data)

    with pytest.raises(ConfigError, match=f"thidua_check.toml: {said}"):
        nearest(Path.cwd(), Faults())


def test_missing_file_is_told() -> None:
    """A file that went away in between is a sentence, not a trace."""
    with pytest.raises(ConfigError, match="không đọc được tệp"):
        read_toml(Path("khong-co.toml"))


def test_english_faults() -> None:
    """Faults are there in both languages."""
    faults = Faults()
    list(read_entries(Table("a.toml", {"suppress": [{"rul": "NT01"}]}, faults)))

    assert faults.found[0].en == 'a.toml: suppress[1].rul: there is no such key; did you mean "rule"?'


def test_section_means_what_is_below_it_too() -> None:
    """``II.2`` covers II.2 and II.2.1, whose label repeats its parent's, but neither II nor II.21."""
    (entry,) = config_of('[[suppress]]\nrule = "NT01"\nsection = "II.2"\nreason = "x"').entries
    finding = samples.date_finding()

    def covered(*section: str) -> bool:
        return entry.by.covers(evolve(finding, location=evolve(finding.location, section=section)))

    assert covered("II", "2")
    assert covered("II", "2", "2.1")
    assert not covered("II")
    assert not covered("II", "21")
    assert not covered()
