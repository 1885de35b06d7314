"""Forms and collections of forms are not judged for what others fill in."""

from __future__ import annotations

import pytest

from thidua_check.checking import Options, analyse
from thidua_check.read import read
from thidua_check.ruleset.kinds.forms import is_form

_HEAD = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
_REPORT = _HEAD + "BÁO CÁO\nKết quả phong trào thi đua năm 2025\n\nCác phòng đã hoàn thành nhiệm vụ.\n\n"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        (_REPORT, False),
        ("Mẫu số 02\n\n" + _REPORT, False),
        ("ỦY BAN NHÂN DÂN\nTỈNH ….\n\n" + _REPORT, True),
        (_HEAD + "ĐỀ CƯƠNG BÁO CÁO\nKết quả phong trào thi đua\n\nI. KẾT QUẢ\n\n", True),
        (_REPORT * 3, False),
        (
            "PHỤ LỤC\nMột số văn bản thường dùng\n\nMẫu 1\n\n" + "\n\nMẫu tiếp theo\n\n".join([_REPORT] * 3),
            True,
        ),
    ],
)
def test_what_is_a_form(text: str, form: bool) -> None:
    """An outline, dots for the office, and the heads of several others make a form; a report on a form, or with others attached, is none."""
    draft = analyse(read(text.encode(), name="a.txt"), Options())

    assert is_form(draft) is form
