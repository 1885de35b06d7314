"""Names of results."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.batch.names import safe_names


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("báo cáo.docx", "báo cáo.docx"),
        ("xã A/báo cáo.docx", "xã A/báo cáo.docx"),
        (unicodedata.normalize("NFD", "báo cáo.docx"), "báo cáo.docx"),
        ('a:b?"c".txt', "a_b__c_.txt"),
        ("com1.docx", "_com1.docx"),
        ("Nul", "_Nul"),
        ("common.docx", "common.docx"),
        ("thư mục. /a.docx", "thư mục/a.docx"),
        ("a\u202excod.txt", "a_xcod.txt"),
        ("a\\b.txt", "a_b.txt"),
    ],
)
def test_safe(path: str, name: str) -> None:
    """What a file system would not take is replaced; everything else stays."""
    assert safe_names([path]) == (name,)


def test_equal_names_are_numbered() -> None:
    """Names that differ in case or form alone do not meet in one file."""
    assert safe_names(["a/X.docx", "A/x.docx", "a/x (2).docx"]) == (
        "a/X.docx",
        "A/x (2).docx",
        "a/x (2) (2).docx",
    )


def test_long_names_are_cut() -> None:
    """A long name keeps its beginning and its ending, and stays unlike others."""
    one, two = safe_names(["ế" * 200 + "1.docx", "ế" * 200 + "2.docx"])

    assert one != two
    assert one.startswith("ế" * 50)
    assert one.endswith(".docx")
    assert len(one.encode()) <= 200


@given(st.lists(st.text(min_size=1, max_size=12), max_size=8))
def test_law(paths: list[str]) -> None:
    """No two names are alike in any case, and none climbs out of its folder."""
    names = safe_names([p for p in paths if p.strip("/")])

    assert len({n.casefold() for n in names}) == len(names)
    assert not any(n.startswith("/") or ".." in n.split("/") or "\\" in n for n in names)
