"""Rules on figures and content read a sentence that never ends in linear time."""

from __future__ import annotations

import time

import pytest

from thidua_check import check

HEAD = (
    "BÁO CÁO\nKết quả phong trào thi đua năm 2024\n\nUBND huyện Sông Xanh báo cáo như sau:\n\nI. Kết quả\n\n"
)
PIECES = [
    "tăng từ 5 tấn lên 3 tấn, ",
    "10 hộ và ",
    "05 mô hình “Nuôi heo đất”, ",
    "tổng vốn huy động đóng góp người dân đạt 5 triệu đồng; ",
    "cơ cấu nông nghiệp 20%, ",
    "05 cá nhân (Nguyễn Văn An, ",
    "5 hộ, tổng cộng ",
    "hàng trăm lượt xây dựng phường phát triển ",
]


def _seconds(text: str) -> float:
    start = time.process_time()
    check((HEAD + text).encode(), select=["SL", "ND"], name="a.txt")
    return time.process_time() - start


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_text(piece: str) -> None:
    """Eight times the text takes about eight times as long, far from sixty-four times."""
    _seconds(piece * 300)

    assert _seconds(piece * 4000) < 24 * _seconds(piece * 500) + 0.2
