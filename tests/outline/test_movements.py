"""Which movement a title speaks of."""

from __future__ import annotations

import pytest

from thidua_check.outline.movements import identify, movement_key, parse_period, registry, same_movement


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Phong trào thi đua “Quảng Ngãi chung sức xây dựng nông thôn mới” giai đoạn 2021-2025", "NTM"),
        ("phong trào thi đua Cả nước chung sức xây dựng nông thôn mới", "NTM"),
        ("Phong trào “Vì người nghèo – Không để ai bị bỏ lại phía sau”", "VNN"),
        ("Phong trào thi đua “Chung tay xóa nhà tạm, nhà dột nát trên địa bàn tỉnh”", "XNT"),
        ("Phong trào thi đua “Dân vận khéo” năm 2024", "dân vận khéo"),
        ("Chương trình mục tiêu quốc gia xây dựng nông thôn mới", None),
        ("Kết quả thực hiện các phong trào thi đua", None),
    ],
)
def test_key_of_a_title(title: str, key: str | None) -> None:
    """A registered movement has its id, another one its quoted name, a programme none."""
    assert movement_key(title) == key


def test_unregistered_names_may_differ_in_a_letter() -> None:
    """A slip in a name does not make another movement; a registered id is compared exactly."""
    assert same_movement("dân vận khéo", "dân vận kheo")
    assert not same_movement("dân vận khéo", "bình dân học vụ")
    assert not same_movement("NTM", "VNN")
    assert not same_movement(None, None)


@pytest.mark.parametrize("movement", registry(), ids=lambda m: m.id)
def test_registry_knows_its_own_names(movement) -> None:  # type: ignore[no-untyped-def]
    """Every official name and alias leads to its own entry."""
    for name in (movement.name, *movement.aliases):
        assert identify(name)[0].id == movement.id


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("giai đoạn 2021 – 2025", (2021, 2025)),
        ("2021 đến 2025", (2021, 2025)),
        ("năm 2025", None),
        (None, None),
    ],
)
def test_period(text: str | None, period: tuple[int, int] | None) -> None:
    """Two years with a dash or "đến" are a period."""
    assert parse_period(text) == period
