"""The words of the summary, in both languages."""

from __future__ import annotations

from typing import Final

from thidua_check.batch.rollup import Sum
from thidua_check.findings import Lang, Words

_WORDS: Final[dict[str, Words]] = {
    "title": Words("Tổng hợp kết quả kiểm tra báo cáo", "Summary of checked reports"),
    "drafts": Words("Bản thảo", "Drafts"),
    "matrix": Words("Mục đề cương {id}", "Outline items {id}"),
    "matrix_note": Words("Đề cương: {title}.", "Outline: {title}."),
    "derived": Words(
        "Đề cương này rút từ các báo cáo, không phải từ công văn hướng dẫn: chỉ để tham khảo.",
        "This outline is drawn from reports, not from a guidance letter: for reference only.",
    ),
    "lacking": Words("Mục còn thiếu", "Items that are lacking"),
    "figures": Words("Số liệu không kiểm tra được", "Figures that could not be checked"),
    "unread": Words("Tệp không kiểm tra được", "Files that could not be checked"),
    "sums": Words("Cộng số liệu của các đơn vị", "Sums of the units' figures"),
    "sums_note": Words(
        "Báo cáo tổng hợp: {path}. Chỉ so hai số khi đề mục, lời dẫn, đơn vị tính, danh từ và năm đều giống nhau;"
        " số nào không ghép được thì liệt kê, không đoán. Sai lệch cần được người tổng hợp xem lại.",
        "Joint report: {path}. Two figures are compared only where heading, words, unit, noun and years are the same;"
        " what cannot be matched is listed, not guessed. Differences want a look.",
    ),
    "left": Words(
        "Số liệu của đơn vị không có trong báo cáo tổng hợp", "Figures of units that the joint report lacks"
    ),
    "file": Words("Tệp", "File"),
    "unit": Words("Cơ quan", "Office"),
    "date": Words("Ngày văn bản", "Date"),
    "deadline": Words("Hạn báo cáo", "Deadline"),
    "in_time": Words("Đúng hạn (theo ngày văn bản)", "In time (by its date)"),
    "state": Words("Kiểm tra", "Checked"),
    "errors": Words("Lỗi", "Errors"),
    "warnings": Words("Cảnh báo", "Warnings"),
    "infos": Words("Lưu ý", "Notes"),
    "reviews": Words("Cần xem", "To look at"),
    "missing": Words("Mục thiếu", "Items missing"),
    "undecided": Words("Mục chưa kết luận", "Items undecided"),
    "counted": Words("Số liệu đọc được", "Figures found"),
    "unchecked": Words("Số liệu không kiểm tra được", "Figures not checked"),
    "results": Words("Kết quả", "Results"),
    "item": Words("Mục", "Item"),
    "outline": Words("Đề cương", "Outline"),
    "drafts_lacking": Words("Số bản thiếu", "Drafts lacking it"),
    "who": Words("Bản nào thiếu", "Which drafts"),
    "words": Words("Chữ trong văn bản", "Words of the draft"),
    "reason": Words("Lý do", "Reason"),
    "heading": Words("Đề mục", "Heading"),
    "indicator": Words("Chỉ tiêu", "Indicator"),
    "joint": Words("Báo cáo tổng hợp", "Joint report"),
    "sum": Words("Cộng các đơn vị", "Sum of the units"),
    "result": Words("Kết luận", "Result"),
    "parts": Words("Số của từng đơn vị", "The units' figures"),
    "without": Words("Đơn vị không có số", "Units without it"),
    "figure": Words("Số liệu", "Figure"),
    "yes": Words("đúng hạn", "in time"),
    "no": Words("quá hạn", "late"),
    "unknown": Words("chưa rõ", "not sure"),
    "done": Words("đã kiểm tra", "checked"),
    "partly": Words("có quy tắc bị lỗi", "rules failed"),
    "failed": Words("không kiểm tra được", "not checked"),
    "before": Words("trước {day}", "before {day}"),
    "other_period": Words("báo cáo khác kỳ, không cộng", "of another period, not added"),
    "copy": Words("chính là báo cáo tổng hợp, không cộng", "the joint report itself, not added"),
    "nothing": Words("Không có.", "None."),
    "made_by": Words("Lập bằng thidua-check", "Made with thidua-check"),
    "total": Words(
        "{n} bản thảo; {unread} bản không kiểm tra được; {errors} lỗi, {warnings} cảnh báo, {infos} lưu ý.",
        "{n} draft(s); {unread} not checked; {errors} error(s), {warnings} warning(s), {infos} note(s).",
    ),
}
SUMS: Final[dict[Sum, Words]] = {
    Sum.AGREES: Words("khớp", "agrees"),
    Sum.DIFFERS: Words("lệch", "differs"),
    Sum.OPEN: Words("chưa kết luận: có đơn vị không nêu số", "undecided: units lack it"),
    Sum.AMBIGUOUS: Words(
        "chưa kết luận: một cơ quan nêu nhiều số", "undecided: an office gives it more than once"
    ),
    Sum.SHARED: Words(
        "không cộng: nhiều đơn vị nêu cùng một số như báo cáo tổng hợp",
        "not added: most give the same figure",
    ),
    Sum.UNMATCHED: Words("không đơn vị nào nêu", "no unit gives it"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """Return a phrase with its values filled in.

    >>> say("before", "vi", day="31/3/2025")
    'trước 31/3/2025'
    """
    return _WORDS[key].get(lang).format(**values)
