"""The values that would close a wrong total."""

from __future__ import annotations

from decimal import Decimal

from thidua_check.document import Paragraph
from thidua_check.extract.closing import as_printed, closing_values
from thidua_check.extract.quantities import find_quantities
from thidua_check.extract.relations import find_relations


def closings(text: str) -> list[str | None]:
    """Return the closing value of each part as it would be printed."""
    paragraph = Paragraph(text)
    (relation,) = find_relations(paragraph, find_quantities(paragraph))
    pairs = zip(relation.parts, closing_values(relation), strict=True)
    return [None if value is None else as_printed(value, part) for part, value in pairs]


def test_each_part_gets_the_value_that_closes_the_total() -> None:
    """The difference is laid on one part at a time."""
    assert closings("Có 12 sản phẩm (03 sản phẩm đạt 4 sao và 08 sản phẩm đạt 3 sao).") == [
        "4 sản phẩm",
        "9 sản phẩm",
    ]


def test_a_value_below_zero_is_not_offered() -> None:
    """A part smaller than the difference cannot be the wrong one alone."""
    text = "Tổng vốn là 10,0 tỷ đồng, bao gồm: tỉnh: 9,5 tỷ đồng; huyện: 3,0 tỷ đồng; xã: 1,5 tỷ đồng."

    assert closings(text) == ["5,5 tỷ đồng", None, None]


def test_prints_in_scale_and_unit_of_the_figure() -> None:
    """A value is printed the way the figure beside it is."""
    (like,) = find_quantities(Paragraph("chi 900 triệu đồng"))

    assert as_printed(Decimal("1250500000"), like) == "1.250,5 triệu đồng"
