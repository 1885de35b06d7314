"""The words of the end of a screen, in both languages."""

from __future__ import annotations

from thidua_check.draft import Stage
from thidua_check.findings import Lang, Words

STAGES: dict[Stage, Words] = {
    "draft": Words(
        "bản dự thảo (bản đã ban hành thì thêm --stage issued)",
        "draft (for a signed document add --stage issued)",
    ),
    "issued": Words("bản đã ban hành (theo --stage issued)", "issued (as given by --stage issued)"),
}
HOW: dict[str, Words] = {
    "given": Words("được đưa vào", "given"),
    "chosen": Words("đề cương suy đoán", "outline guessed by the checker"),
    "derived": Words("đề cương suy đoán, rút từ bản báo cáo mẫu", "guessed, derived from drafts"),
    "parallel": Words(
        "so với phần song song trong chính văn bản", "by the parallel part of the same document"
    ),
}
PROFILE_HOW: dict[str, Words] = {
    "given": Words("được đưa vào", "given"),
    "chosen": Words("tự nhận ra, chắc {score}%", "recognised, {score}% sure"),
    "none": Words("không xác định", "none"),
}
AS_OF: dict[str, Words] = {
    "given": Words("{day} (theo --as-of)", "{day} (as given by --as-of)"),
    "document": Words("{day} (ghi trong văn bản)", "{day} (written in the document)"),
    "unreal": Words(
        "{day} (ghi trong văn bản; ngày ghi ở đó không có thật)",
        "{day} (written in the document, whose day cannot be)",
    ),
    "none": Words(
        "không rõ: văn bản không ghi ngày (thêm --as-of ngày/tháng/năm)",
        "unknown: the document has no date (add --as-of YYYY-MM-DD)",
    ),
}
ENDING: dict[str, Words] = {
    "checked": Words("Đã kiểm tra", "Checked"),
    "not_checked": Words("Chưa kiểm tra", "Not checked"),
    "type": Words("Loại văn bản", "Document type"),
    "outline": Words("Đề cương", "Outline"),
    "stage": Words("Giai đoạn", "Stage"),
    "as_of": Words("Ngày xét", "Judged as of"),
    "understood": Words("Đã hiểu", "Understood"),
    "rules": Words("Quy tắc", "Rules"),
    "own": Words("Quy tắc riêng", "Own rules"),
    "own_rules": Words(
        "{ids} (của đơn vị, không phải của chương trình)", "{ids} (the office's, not the program's)"
    ),
    "changed": Words("Đã sửa", "Changed"),
    "settings": Words("Thiết lập", "Settings"),
    "found": Words("Kết quả", "Findings"),
    "suppressed": Words("Đã bỏ qua", "Set aside"),
    "suppressed_many": Words("{n} phát hiện: {why}", "{n} finding(s): {why}"),
    "no_type": Words("không nhận ra", "not recognised"),
    "profile": Words("dạng {id}", "profile {id}"),
    "no_profile": Words("không thuộc dạng nào đã biết", "no known profile fits"),
    "source": Words(" trong {name}", " in {name}"),
    "part": Words(" cho phần {part}", " for part {part}"),
    "outline_line": Words(
        "{id}{source}{part} ({how}); đáp ứng {answered}/{items} mục",
        "{id}{source}{part} ({how}); {answered} of {items} items answered",
    ),
    "no_outline": Words(
        "không có: chưa đối chiếu bố cục (thêm --outline và tệp đề cương)",
        "none: the structure was not compared (add --outline FILE)",
    ),
    "no_facts": Words("không có số liệu, ngày tháng nào", "no figures or dates"),
    "rules_run": Words("{n} quy tắc", "{n} rules"),
    "rules_pass": Words("{n} không thấy lỗi", "{n} found nothing"),
    "rules_fail": Words("{n} có phát hiện", "{n} with findings"),
    "rules_not_applicable": Words("{n} không áp dụng", "{n} not applicable"),
    "rules_off": Words("{n} đơn vị đã tắt", "{n} switched off by the office"),
    "rules_review": Words("{n} cần người xem", "{n} for a person to look at"),
    "rules_error": Words("{n} bị hỏng khi chạy", "{n} crashed"),
    "none_found": Words("không có phát hiện nào", "no findings"),
    "crashed": Words("quy tắc này không chạy được ({reason})", "this rule could not be run ({reason})"),
    "no_reason": Words("không áp dụng cho văn bản này", "not applicable to this document"),
    "left_out": Words(
        "không chạy, vì --select, --ignore hoặc vì còn thử nghiệm",
        "not run, because of --select or --ignore or because they are in preview",
    ),
    "not_understood": Words(
        "{n} {kind} chưa hiểu nên không đem ra so: {words} (xem: thidua-check facts TỆP)",
        "{kind} not understood and so not compared: {n}, {words} (see: thidua-check facts FILE)",
    ),
    "unmapped": Words(
        "{n} đề mục không ứng với mục nào của đề cương", "headings that answer no item of the outline: {n}"
    ),
    "unclear_items": Words(
        "{n} mục của đề cương chưa kết luận được là có hay thiếu: {ids}",
        "items of the outline that could not be decided: {n}, {ids}",
    ),
    "not_judged": Words(
        "Chỉ dẫn của đề cương không tự xét được, cần người đối chiếu: {words}",
        "instructions of the outline that a person must compare: {words}",
    ),
    "beyond": Words(
        "Những điều không có quy tắc nào nói đến, như nội dung đúng hay sai với thực tế (xem: thidua-check rules)",
        "Whatever no rule speaks of, such as whether the content is true (see: thidua-check rules)",
    ),
    "files": Words("Đã kiểm tra {n}/{all} tệp", "{n} of {all} files checked"),
    "unread": Words("{path}: không kiểm tra được", "{path}: not checked"),
    "total": Words("Tổng cộng: {counts}.", "In all: {counts}."),
    "exit_unreadable": Words(
        "Có tệp không kiểm tra được, nên chưa thể kết luận (mã kết thúc 2).",
        "Some files could not be checked, so there is no verdict (exit code 2).",
    ),
    "exit_crashed": Words(
        "Có quy tắc bị hỏng khi chạy, nên chưa thể kết luận (mã kết thúc 2).",
        "Some rules crashed, so there is no verdict (exit code 2).",
    ),
    "exit_1": Words(
        "Chưa nên gửi: còn {n} chỗ phải sửa (mã kết thúc 1).",
        "Not ready: {n} finding(s) to mend (exit code 1).",
    ),
    "exit_0": Words(
        "Không có chỗ nào ở mức bắt buộc phải sửa (mã kết thúc 0).",
        "Nothing that must be mended (exit code 0).",
    ),
    "exit_never": Words(
        "Theo --fail-on never, các phát hiện không làm đổi mã kết thúc (mã kết thúc 0).",
        "By --fail-on never the findings do not change the exit code (exit code 0).",
    ),
    "exit_clean": Words(
        "Không thấy lỗi nào trong những điều đã kiểm tra (mã kết thúc 0).",
        "Nothing was found in what was checked (exit code 0).",
    ),
}


def tell(key: str, lang: Lang, **values: object) -> str:
    """Return a phrase of the ending with its values filled in."""
    return ENDING[key].get(lang).format(**values)
