"""The YAML form of outlines: what is written reads back, what is wrong is told with its line."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from thidua_check import strict_yaml
from thidua_check.errors import OutlineError, RulePackError
from thidua_check.outline.load import dump_outline, load_outline, read_outline
from thidua_check.outline.model import DEMANDS, Letter, Outline, OutlineItem, Requirement
from thidua_check.outline.source import builtin, load_builtin, load_outlines

_WORDS = (
    st.text("aăâbđêô kơuưỷ “”:#-'\"1.,(){}[]&*!|>%@`no~", min_size=1, max_size=30).map(str.strip).filter(bool)
)
_TUPLES = st.lists(_WORDS, max_size=2).map(tuple)
_REQUIREMENTS = st.builds(
    Requirement,
    kind=st.sampled_from(DEMANDS),
    nouns=st.lists(_WORDS, min_size=1, max_size=2).map(tuple),
    text=_WORDS,
    low=st.none() | st.integers(0, 9),
    high=st.none() | st.integers(0, 9),
)
_LETTERS = st.builds(
    Letter,
    issuer=st.none() | _WORDS,
    number=st.none() | st.just("010"),
    date=st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)),
    deadline=st.none() | st.dates(dt.date(2000, 1, 1), dt.date(2030, 1, 1)),
    deadline_strict=st.booleans(),
    addressees=_TUPLES,
)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Any outline: a tree of items with ids from their keys."""
    items: list[OutlineItem] = []
    for n in range(draw(st.integers(1, 6))):
        parent = draw(st.sampled_from([None, *items])) if items else None
        above = f"{parent.id}." if parent else "X/"
        items.append(
            OutlineItem(
                id=f"{above}{n}",
                label=draw(st.sampled_from(("I.", "1.", "a)", "-", "010", "no"))),
                title=draw(_WORDS),
                level=parent.level + 1 if parent else 1,
                parent=parent.id if parent else None,
                alternatives=draw(_TUPLES),
                notes=draw(_TUPLES),
                applies_to=draw(st.sampled_from(("all", "district"))),
                is_heading=draw(st.booleans()),
                optional=draw(st.booleans()),
                requires=draw(st.lists(_REQUIREMENTS, max_size=2).map(tuple)),
                unchecked=draw(_TUPLES),
                defines=draw(st.none() | _WORDS),
                lines=draw(st.none() | st.just((3, 5)) | st.just((7, 7))),
            )
        )
    return Outline(
        id="X",
        title=draw(_WORDS),
        items=tuple(_in_order(items, None)),
        movement=draw(st.none() | _WORDS),
        movement_aliases=draw(_TUPLES),
        period=draw(st.none() | st.just((2021, 2025))),
        signs=draw(_TUPLES),
        derived=draw(st.booleans()),
        letter=draw(st.none() | _LETTERS),
        requires=draw(st.lists(_REQUIREMENTS, max_size=2).map(tuple)),
        unchecked=draw(_TUPLES),
    )


def _in_order(items: list[OutlineItem], parent: str | None) -> list[OutlineItem]:
    return [i for item in items if item.parent == parent for i in (item, *_in_order(items, item.id))]


@given(outlines())
def test_what_is_written_reads_back(outline: Outline) -> None:
    """Dumping and reading gives the same outline, whatever its words are."""
    root = strict_yaml.loads(dump_outline(outline))

    assert read_outline(root) == outline
    assert root.faults.found == []


@pytest.mark.parametrize("outline", builtin(), ids=lambda o: o.id)
def test_builtin_outlines_read_back(outline: Outline) -> None:
    """The shipped outlines survive a round trip."""
    assert read_outline(strict_yaml.loads(dump_outline(outline))) == outline


def test_builtin_outlines_are_known_by_id() -> None:
    """The compiled outlines and the two derived ones are there."""
    assert [(o.id, o.derived) for o in builtin()] == [
        ("BC5N", True),
        ("KHPD", True),
        ("NTM", False),
        ("VNN", False),
    ]
    assert load_builtin("vnn").id == "VNN"
    with pytest.raises(OutlineError):
        load_builtin("XYZ")


def test_shipped_outlines_are_the_compiled_ones() -> None:
    """NTM and VNN are what the compiler makes of the real letter, but for their source."""
    letter = next((Path(__file__).parents[2] / "fixtures" / "corpus").glob("003_*.txt"))

    for compiled in load_outlines(str(letter)):
        shipped = load_builtin(compiled.id)
        assert evolve(shipped, source="") == evolve(compiled, source="")


def test_ids_come_from_labels_where_no_key_is_given() -> None:
    """An item's id is made of the labels from the top, a bullet's of its title."""
    text = "id: X\ntitle: T\nitems:\n- label: II.\n  title: A\n  children:\n  - {label: '-', title: Với Trung ương}\n"

    assert [i.id for i in read_outline(strict_yaml.loads(text)).items] == ["X/II", "X/II.voi-trung-uong"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (
            "id: X\ntitle: T\nitems:\n- label: I.\n  titel: A\n",
            ":5: khóa “titel” không có trong mẫu; có phải là “title”?",
        ),
        ("id: X\ntitle: T\n", "thiếu khóa “items”"),
        (
            "id: X\ntitle: T\nperiod: 2021\nitems:\n- {label: I., title: A}\n",
            ":3: “2021” không phải là giai đoạn",
        ),
        ("id: X\ntitle: T\nitems:\n- {label: I., title: A, applies_to: huyện}\n", "“huyện” không hợp lệ"),
        (
            "id: X\ntitle: T\nitems:\n- {label: I., title: A}\n- {label: I., title: B}\n",
            ":5: hai mục có cùng mã “X/I”",
        ),
        ("id: X\ntitle: T\nitems:\n- {label: I., title: A, heading: yes}\n", "không phải là true hoặc false"),
        ("id: X\ntitle: T\nitems:\n- {label: I., title: A, lines: dòng 3}\n", "không phải là số dòng"),
        (
            "id: X\ntitle: T\nitems:\n- {label: I., title: A, requires: [{text: a}]}\n",
            "phải có đúng một trong các khóa",
        ),
    ],
)
def test_fault_is_told_with_its_line(text: str, fault: str, tmp_path: Path) -> None:
    """An outline file with a fault does not load and says where and what."""
    path = tmp_path / "de-cuong.yaml"
    path.write_text(text, "utf-8")

    with pytest.raises(RulePackError) as error:
        load_outline(path)
    assert fault in error.value.vi
