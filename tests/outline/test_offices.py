"""The level of the reporting office."""

from __future__ import annotations

import pytest

from thidua_check.anatomy import analyse
from thidua_check.outline.offices import unit_level
from thidua_check.read import read


def level(text: str) -> str | None:
    return unit_level(analyse(read(text.encode(), name="bao-cao.txt")))


@pytest.mark.parametrize(
    ("speaker", "unit"),
    [
        ("Sở Ví Dụ báo cáo như sau:", "department"),
        ("UBND huyện Sông Mẫu báo cáo kết quả như sau:", "district"),
        ("UBND thị xã Ví Dụ báo cáo như sau:", "district"),
        ("UBND xã Đồng Mẫu kính báo cáo như sau:", "commune"),
        ("UBND thành phố Hà Nội báo cáo như sau:", "province"),
        ("Trường Tiểu học Ví Dụ báo cáo như sau:", "school"),
        ("Đơn vị báo cáo như sau:", None),
    ],
)
def test_opening_tells_the_office(speaker: str, unit: str | None) -> None:
    """Without a header the sentence that opens the report tells who speaks."""
    assert (
        level(
            f"BÁO CÁO\nKết quả phong trào thi đua\n\nThực hiện chỉ đạo, {speaker}\n\nI. Kết quả\n\nĐã hoàn thành.\n"
        )
        == unit
    )


def test_office_that_asked_is_not_the_one_that_reports() -> None:
    """ "Công văn của Sở Nội vụ về việc báo cáo" does not make the report the department's."""
    opening = "Thực hiện Công văn số 12/SNV của Sở Nội vụ về việc báo cáo phong trào; UBND xã Đồng Mẫu báo cáo như sau:"

    assert level(f"BÁO CÁO\nKết quả phong trào\n\n{opening}\n\nI. Kết quả\n\nĐã hoàn thành.\n") == "commune"
