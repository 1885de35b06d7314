"""Which outline a draft is held against, and how surely."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from tests.outline.drafts import DRAFT, outline, verdicts
from thidua_check.anatomy import analyse
from thidua_check.draft import Profile
from thidua_check.errors import UsageError
from thidua_check.outline.choose import GIVEN_FIT, choose
from thidua_check.outline.model import Outline, OutlineMap
from thidua_check.outline.source import load_builtin, load_outlines
from thidua_check.read import read

CORPUS = Path(__file__).parents[2] / "fixtures" / "corpus"


@cache
def letter() -> tuple[Outline, ...]:
    return load_outlines(str(next(CORPUS.glob("003_*.txt"))))


def chosen(
    source: str | bytes, given: tuple[Outline, ...] = (), profile: str | None = None
) -> tuple[Profile, tuple[OutlineMap, ...]]:
    if isinstance(source, str):
        source = next(CORPUS.glob(f"{source}_*.txt")).read_bytes()
    document = read(source, name="bao-cao.txt")
    return choose(document, analyse(document), given=given, profile=profile)


def report(title: str, body: str = DRAFT) -> bytes:
    lines = "\n\n".join(body.splitlines())
    return f"BÁO CÁO\n{title}\n\nThực hiện chỉ đạo, Sở Ví Dụ báo cáo như sau:\n\n{lines}\n".encode()


def test_report_on_one_movement_takes_the_outline_of_its_title() -> None:
    """Of the letter's two outlines the report on VNN takes VNN."""
    profile, (found,) = chosen("001", letter())

    assert (profile.id, profile.how) == ("VNN", "given")
    assert (found.outline.id, found.how, found.part) == ("VNN", "given", None)


def test_report_on_two_movements_is_held_part_by_part() -> None:
    """The part on NTM takes its outline; the part without guidance is judged by parallelism."""
    _, maps = chosen("000", letter())

    assert [(m.outline.id, m.how, m.part) for m in maps] == [("NTM", "given", "I"), ("NTM", "parallel", "II")]


@pytest.mark.parametrize(
    ("source", "profile", "how"),
    [
        ("000", "NTM", "chosen"),
        ("001", "VNN", "chosen"),
        ("002", "KHPD", "derived"),
        ("004", "BC5N", "derived"),
    ],
)
def test_builtin_outline_is_found(source: str, profile: str, how: str) -> None:
    """Type, title, opening and movement lead to a built-in outline that fits."""
    found, maps = chosen(source)

    assert (found.id, found.how) == (profile, "chosen")
    assert maps[0].how == how
    assert maps[0].why != ""


def test_letter_has_no_outline() -> None:
    """The guidance letter itself is held against nothing."""
    assert chosen("003") == (Profile(None, "none"), ())


def test_plan_is_not_measured_by_a_reports_outline() -> None:
    """A plan that is held against a report's outline lacks nothing; the low score says that it does not fit."""
    _, (found,) = chosen("002", letter())

    assert found.score < GIVEN_FIT
    assert "missing" not in verdicts(found).values()
    assert "loại khác" in found.why


def test_report_on_another_movement_takes_no_outline() -> None:
    """A report on a movement that no built-in outline is for is held against none."""
    profile, maps = chosen(report("Kết quả phong trào thi đua “Dân vận khéo” năm 2024"))

    assert (profile, maps) == (Profile(None, "none"), ())


def test_outline_of_the_right_movement_must_fit_too() -> None:
    """A report on VNN with quite other sections is not judged by the built-in outline."""
    body = "I. Mở đầu\nĐơn vị có 05 phòng.\nII. Công việc trong quý\nĐã họp 03 lần.\nIII. Kết luận\nTiếp tục duy trì."
    title = "Phong trào thi đua “Vì người nghèo - Không để ai bị bỏ lại phía sau” giai đoạn 2021-2025"

    assert chosen(report(title, body))[1] == ()


def test_outline_for_any_report_is_taken_as_given() -> None:
    """An outline without a movement is held against whatever it is given for."""
    _, (found,) = chosen(report("Công tác thi đua năm 2024"), (outline(),))

    assert (found.how, verdicts(found)) == ("given", {})


def test_derived_outline_stays_derived_when_given() -> None:
    """An outline that was drawn from a draft judges softly even if it is given."""
    _, (found,) = chosen(report("Công tác thi đua năm 2024"), (evolve(outline(), derived=True),))

    assert found.how == "derived"


def test_profile_names_a_builtin_outline() -> None:
    """A profile is asked for by id, refused by id, or left out."""
    profile, (found,) = chosen("001", profile="vnn")

    assert (profile.id, profile.how, found.outline.id) == ("VNN", "given", load_builtin("VNN").id)
    assert chosen("001", profile="none") == (Profile(None, "given"), ())
    with pytest.raises(UsageError, match="BC5N, KHPD, NTM, VNN"):
        chosen("001", profile="XYZ")


TWO = """I. Phong trào thi đua “Sông Mẫu chung sức xây dựng nông thôn mới” giai đoạn 2021-2025
1. Công tác lãnh đạo, chỉ đạo của các cấp ủy đảng, chính quyền
Đã ban hành 03 văn bản.
2. Kết quả thực hiện Phong trào thi đua
Đã hỗ trợ 02 xã.
3. Công tác kiểm tra, giám sát thực hiện Phong trào thi đua
Đã làm việc với 04 đơn vị.
II. Phong trào thi đua “Sông Mẫu vì người nghèo - Không để ai bị bỏ lại phía sau” giai đoạn 2021-2025
1. Công tác lãnh đạo, chỉ đạo của các cấp ủy đảng, chính quyền
Đã ban hành 02 văn bản.
2. Kết quả thực hiện Phong trào thi đua
Đã sửa 12 căn nhà.
3. Công tác khen thưởng tập thể, cá nhân
Đã khen 03 tập thể, 01 hộ gia đình và 04 cá nhân.
III. Đề xuất, kiến nghị
Không.
"""


def test_each_part_takes_the_outline_of_its_movement() -> None:
    """Two parts on the letter's two movements take an outline each; an upper section of neither serves both."""
    _, maps = chosen(report("Kết quả các phong trào thi đua", TWO), letter())

    assert [(m.outline.id, m.how, m.part) for m in maps] == [("NTM", "given", "I"), ("VNN", "given", "II")]
    verdict = [{m.item.id.partition("/")[2]: m for m in found.matches} for found in maps]
    assert verdict[0]["II.6"].sections[0].heading.path == ("I", "3")
    assert verdict[1]["II.5"].sections[0].heading.path == ("II", "3")
    assert verdict[0]["II.5"].verdict == verdict[1]["II.6"].verdict == "missing"
    assert [v["IV"].sections[0].heading.path for v in verdict] == [("III",), ("III",)]
