"""The words of the list of facts, in both languages."""

from __future__ import annotations

from thidua_check.findings import Lang, Words

KINDS: dict[str, Words] = {
    "dates": Words("Ngày tháng", "Dates"),
    "periods": Words("Giai đoạn", "Periods"),
    "citations": Words("Văn bản viện dẫn", "Cited documents"),
    "quantities": Words("Số liệu", "Figures"),
    "relations": Words("Phép tính", "Calculations"),
}
RELATIONS: dict[str, Words] = {
    "sum": Words("tổng", "sum"),
    "ratio": Words("tỷ lệ", "ratio"),
    "growth": Words("tăng, giảm", "growth"),
    "count": Words("đếm", "count"),
    "footing": Words("cộng bảng", "table total"),
    "average": Words("bình quân", "average"),
    "product": Words("nhân", "product"),
}
PROBLEMS: dict[str, Words] = {
    "decimal-point": Words("phần lẻ viết sau dấu chấm", "decimal point"),
    "no-grouping": Words("không có dấu chấm hàng nghìn", "no thousands dot"),
    "comma-grouping": Words("hàng nghìn viết dấu phẩy", "thousands comma"),
}
_PHRASES: dict[str, Words] = {
    "counts": Words("hiểu {understood}/{found}", "{understood} of {found} understood"),
    "none": Words("không có", "none"),
    "not_understood": Words("chưa hiểu", "not understood"),
    "blank": Words("chưa hiểu: còn để trống", "not understood: left blank"),
    "impossible": Words("không có ngày này", "no such date"),
    "impossible_repairs": Words("không có ngày này; có thể là {repairs}", "no such date; perhaps {repairs}"),
    "quarter": Words("quý {n}", "quarter {n}"),
    "period": Words("từ {first} đến {last}", "{first} to {last}"),
    "period_reversed": Words("từ {first} đến {last} (ngược)", "{first} to {last} (reversed)"),
    "ledger": Words("Sổ văn bản viện dẫn: {n} văn bản", "Ledger of cited documents: {n}"),
    "cited": Words("viện dẫn {n} lần: {places}", "cited {n} times: {places}"),
    "undated": Words("không ghi ngày", "no date"),
    "no_issuer": Words("không ghi cơ quan", "no issuing body"),
    "no_type": Words("(không ghi loại)", "(no type)"),
    "number": Words("số {n}", "number {n}"),
    "year": Words("năm {n}", "year {n}"),
    "symbol": Words("ký hiệu {n}", "symbol {n}"),
    "holds": Words("{kind}: khớp ({expected})", "{kind}: holds ({expected})"),
    "partial": Words(
        "{kind}: các phần được {expected}, ghi {stated}; có thể chưa kể hết",
        "{kind}: the parts make {expected}, stated {stated}; perhaps not all are named",
    ),
    "differs": Words(
        "{kind}: ghi {stated}, tính ra {expected}, lệch {off}",
        "{kind}: stated {stated}, worked out {expected}, off by {off}",
    ),
}


def tell(key: str, lang: Lang, **values: object) -> str:
    """Return a phrase with its values filled in."""
    return _PHRASES[key].get(lang).format(**values)
