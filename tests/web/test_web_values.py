"""What passes to the process that checks, what is kept of it, and names of files."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_check.web.frames import pack, unpack
from thidua_check.web.intake import bare_name
from thidua_check.web.job import Job, Result, Upload, unpack_answer, unpack_job
from thidua_check.web.limits import Limits
from thidua_check.web.shelf import Shelf

UPLOADS = st.builds(Upload, st.text(), st.binary())


@given(st.lists(UPLOADS, min_size=1, max_size=3), st.none() | UPLOADS, st.none() | st.dates())
def test_jobs_arrive_as_sent(drafts: list[Upload], guidance: Upload | None, day: date | None) -> None:
    """A job that is packed and unpacked is the same job, whatever its names and bytes."""
    job = Job(tuple(drafts), guidance, "issued", day, "en")

    assert unpack_job(job.packed()) == job


@given(st.binary(), st.dictionaries(st.integers(1, 9), UPLOADS, max_size=3))
def test_results_arrive_as_sent(page: bytes, copies: dict[int, Upload]) -> None:
    """A result that is packed and unpacked is the same result."""
    result = Result(page, copies)

    assert unpack_answer(result.packed()) == result


@pytest.mark.parametrize("cut", [1, 4, 30])
def test_cut_off_bytes(cut: int) -> None:
    """Bytes that lack their end are no answer."""
    whole = pack({"a": "b"}, [b"xyz"])

    with pytest.raises(ValueError, match=r"."):
        unpack(whole[:-cut])


def test_shelf_is_bounded_in_number() -> None:
    """The oldest result makes room."""
    shelf = Shelf(Limits(kept=2))
    names = [shelf.put(Result(b"%d" % n, {})) for n in range(3)]

    assert [shelf.get(name) is not None for name in names] == [False, True, True]


def test_shelf_is_bounded_in_size() -> None:
    """Results make room until the new one fits; one that is too large by itself is kept alone."""
    shelf = Shelf(Limits(kept_size=10))
    names = [shelf.put(Result(b"x" * size, {})) for size in (4, 4, 5, 11)]
    kept = [shelf.get(name) is not None for name in names]

    assert kept == [False, False, False, True]


def test_shelf_forgets() -> None:
    """A result is not there any more when its time is over."""
    now = 0.0
    shelf = Shelf(Limits(kept_for=10), clock=lambda: now)
    name = shelf.put(Result(b"", {}))
    now = 10.0
    at_the_end = shelf.get(name)
    now = 10.1

    assert at_the_end is not None
    assert shelf.get(name) is None


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Tài liệu\\báo cáo.docx", "báo cáo.docx"),
        ("a/", "-"),
        ("x" * 400 + ".docx", "x" * 75 + "…" + "x" * 70 + ".docx"),
    ],
)
def test_names_without_folders(name: str, bare: str) -> None:
    """A name is shown without its folders, at most 151 characters long, with its ending."""
    assert bare_name(name) == bare
