"""Which counted nouns may be parts of which: ``tập thể`` and ``cá nhân`` of ``Bằng khen``, ``công chức`` of ``người``."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_check.extract.quantities import Quantity

# (wholes, parts): a total counted by a noun that begins like one on the left may be split by those on the right.
_FAMILIES: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (
        ("huân chương", "bằng khen", "giấy khen", "cờ", "danh hiệu", "kỷ niệm chương", "trường hợp", "lượt", "hồ sơ"),
        ("tập thể", "cá nhân", "hộ", "gia đình", "doanh nghiệp", "đơn vị", "cơ quan", "tổ chức", "người"),
    ),
    (
        ("người", "cán bộ", "thành viên", "biên chế", "lao động", "đồng chí", "đại biểu", "công chức", "viên chức", "nhân sự"),
        (
            "người", "cán bộ", "công chức", "viên chức", "lao động", "nhân viên", "hợp đồng", "chủ tịch", "phó", "ủy viên",
            "uỷ viên", "thành viên", "giám đốc", "thư ký", "trưởng", "tổ trưởng", "biên chế", "đồng chí", "nam", "nữ",
            "giáo viên", "giảng viên", "chuyên viên", "hiệu trưởng", "bác sĩ", "bác sỹ", "điều dưỡng", "dược sĩ", "dược sỹ",
            "kỹ thuật viên", "hộ sinh", "kế toán", "văn thư", "bảo vệ", "lái xe",
        ),
    ),
    (
        ("xã", "đơn vị hành chính", "đvhc", "địa phương", "phường"),
        ("xã", "phường", "thị trấn", "đặc khu"),
    ),
    (
        ("đơn vị", "cơ quan", "tập thể", "đầu mối", "phòng", "tổ chức"),
        (
            "phòng", "ban", "sở", "trung tâm", "chi cục", "cơ quan", "đơn vị", "trường", "xã", "phường", "thị trấn", "tập thể",
            "bệnh viện", "trạm",
        ),
    ),
)  # fmt: skip

_FAMILIES_OF_UNITS = _FAMILIES[2:]

# A post and the way it is filled cut across each other: teachers may be public employees.
_TERMS = ("công chức", "viên chức", "biên chế", "hợp đồng", "lao động hợp đồng")
_POSTS = (
    "giáo viên", "giảng viên", "chuyên viên", "bác sĩ", "bác sỹ", "điều dưỡng", "dược sĩ", "dược sỹ", "kỹ thuật viên", "hộ sinh",
    "kế toán", "văn thư", "bảo vệ", "lái xe", "nhân viên",
)  # fmt: skip

# Labels that together leave nothing out, so that parts below the total are an error as well.
_PARTITIONS: tuple[tuple[str, ...], ...] = (
    ("xây mới", "sửa chữa"),
    ("xây dựng mới", "sửa chữa"),
    ("làm mới", "sửa chữa"),
    ("nam", "nữ"),
    ("thành thị", "nông thôn"),
    ("ngân sách huyện", "ngân sách xã"),
    ("ngân sách trung ương", "ngân sách địa phương"),
    ("vốn đầu tư", "vốn sự nghiệp"),
    ("nông", "công nghiệp", "dịch vụ"),
    ("tập thể", "cá nhân"),
    ("trực tiếp", "trực tuyến"),
)  # fmt: skip

# Attributes that cut across each other: 50 women and 30 Party members may be the same people.
_OVERLAPPING = (
    "nữ", "đảng viên", "dân tộc", "dtts", "đbdtts", "tôn giáo", "khuyết tật", "trẻ em", "cao tuổi", "cận nghèo",
    "hộ nghèo", "khó khăn", "người có công", "chính sách", "thanh niên", "phụ nữ", "nông dân", "đại học", "thạc sĩ", "thạc sỹ",
    "trên đại học", "lý luận", "trực tiếp", "lao động trực tiếp", "xuất sắc", "tiên tiến", "tiêu biểu", "đúng hạn",
)  # fmt: skip


def same_kind(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Return whether every part counts what the total counts, or a kind of it (a part without a noun does).

    >>> from thidua_check.document import Paragraph
    >>> from thidua_check.extract.quantities import find_quantities
    >>> total, first, second = find_quantities(Paragraph("11 sản phẩm OCOP, 03 sản phẩm và 08 sản phẩm"))
    >>> same_kind(total, [first, second])
    True
    """
    nouns = [part.noun for part in parts if part.noun]
    if any(noun.startswith(_TERMS) for noun in nouns) and any(noun.startswith(_POSTS) for noun in nouns):
        return False
    if not whole.noun:
        return len({_head(noun) for noun in nouns}) <= 1
    if all(_alike(whole.noun, noun) for noun in nouns):
        return True
    return any(
        whole.noun.startswith(wholes) and all(noun.startswith(members) for noun in nouns)
        for wholes, members in _FAMILIES
    )


def are_kinds(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Return whether the parts are kinds of the units that the total counts, each with another noun than the total's.

    Of people the same may be counted under two nouns, of units hardly.

    >>> from thidua_check.document import Paragraph
    >>> from thidua_check.extract.quantities import find_quantities
    >>> total, *parts = find_quantities(Paragraph("36 đơn vị, 13 bệnh viện, 05 trung tâm"))
    >>> are_kinds(total, parts), are_kinds(total, [total, *parts])
    (True, False)
    """
    nouns = [part.noun for part in parts]
    return any(
        whole.noun.startswith(wholes) and all(noun.startswith(members) for noun in nouns)
        for wholes, members in _FAMILIES_OF_UNITS
    ) and not any(_alike(whole.noun, noun) for noun in nouns)


def shares_noun(whole: Quantity, parts: Sequence[Quantity]) -> bool:
    """Return whether at least one part is counted by the total's own noun."""
    return any(part.noun and _alike(whole.noun, part.noun) for part in parts)


def _alike(one: str, other: str) -> bool:
    """Return whether two nouns begin alike: ``hộ`` and ``hộ nghèo``, ``sản phẩm OCOP`` and ``sản phẩm``."""
    first, second = one.split(), other.split()
    if not first or not second or first[0] != second[0]:
        return False
    return len(first) == 1 or len(second) == 1 or first[1] == second[1] or first[0] in _CLASSIFIERS


_CLASSIFIERS = frozenset(
    {
        "hộ",
        "nhà",
        "xã",
        "huyện",
        "trường",
        "lớp",
        "tổ",
        "đội",
        "người",
        "cuộc",
        "buổi",
        "bài",
        "ca",
        "vụ",
        "tin",
        "căn",
        "ngôi",
        "lượt",
        "suất",
        "điểm",
    }
)


def _head(noun: str) -> str:
    return noun.split()[0]


def is_partition(labels: Sequence[str]) -> bool:
    """Return whether the parts' labels are known to leave nothing out.

    >>> is_partition(["xây mới", "sửa chữa"]), is_partition(["cán bộ nữ", "đảng viên"])
    (True, False)
    """
    return any(
        len(labels) >= len(known) and all(any(word in label for label in labels) for word in known)
        for known in _PARTITIONS
    )


def may_overlap(labels: Sequence[str]) -> bool:
    """Return whether the parts may count the same things twice.

    >>> may_overlap(["nữ", "đảng viên"]), may_overlap(["nam", "nữ"])
    (True, False)
    """
    return not is_partition(labels) and any(word in f" {label} " for label in labels for word in _PADDED)


_PADDED = tuple(f" {word} " for word in _OVERLAPPING)
