"""The words of the local page, in both languages."""

from __future__ import annotations

from typing import Final

from thidua_check.findings import Words

FORM: Final[dict[str, Words]] = {
    "title": Words("Soát báo cáo thi đua", "Check an emulation report"),
    "drafts": Words("Bản báo cáo cần soát", "Drafts to check"),
    "drop": Words(
        "Kéo tệp vào đây, hoặc bấm để chọn (được chọn nhiều tệp).",
        "Drop files here, or press to choose (several at once).",
    ),
    "formats": Words(
        "Word (.docx, .doc), .odt, .rtf, PDF có lớp chữ, tệp chữ (.txt, .md). Nhiều nhất {n} tệp, cộng lại không quá {mb} MB.",
        "Word (.docx, .doc), .odt, .rtf, PDF with a text layer, text (.txt, .md). At most {n} files of {mb} MB together.",
    ),
    "guidance": Words(
        "Công văn hướng dẫn có đề cương (nếu có)", "Guidance letter with the outline (if there is one)"
    ),
    "guidance_hint": Words(
        "Có công văn thì chương trình đối chiếu với đúng đề cương được giao.",
        "With the letter, the drafts are held against the very outline that was asked for.",
    ),
    "stage": Words("Giai đoạn", "Stage"),
    "draft": Words("Bản dự thảo (số, ngày có thể còn để trống)", "Draft (number and day may be blank)"),
    "issued": Words("Bản sắp ký hoặc đã ban hành", "About to be signed, or issued"),
    "as_of": Words(
        "Xét theo ngày (nếu khác ngày ghi trong văn bản)", "Judge as of (if not the document's own day)"
    ),
    "send": Words("Kiểm tra", "Check"),
    "busy": Words("Đang kiểm tra, xin đợi…", "Checking, please wait…"),
    "large": Words("Các tệp cộng lại quá {mb} MB.", "The files are over {mb} MB together."),
    "many": Words("Nhiều nhất {n} tệp mỗi lần.", "At most {n} files at a time."),
    "kept_here": Words(
        "Tệp được xử lý ngay trên máy này, không gửi đi đâu và không lưu lại. Kết quả ở trong bộ nhớ nhiều nhất {minutes} phút.",
        "Files are handled on this machine, are sent nowhere and not stored. Results stay in memory for {minutes} minutes at most.",
    ),
    "kept_there": Words(
        "Tệp được gửi tới máy đang chạy trang này, xử lý ở đó và không lưu lại. Kết quả ở trong bộ nhớ máy đó nhiều nhất {minutes} phút.",
        "Files are sent to the machine that runs this page, handled there and not stored. Results stay in its memory for {minutes} minutes at most.",
    ),
    "back": Words("Về trang đầu", "Back to the first page"),
    "other": Words("English", "Tiếng Việt"),
}

# What the server says instead of a page.
NOT_HERE: Final = Words("Không có trang này.", "There is no such page.")
GONE: Final = Words(
    "Kết quả này không còn: kết quả chỉ được giữ trong một thời gian ngắn. Hãy kiểm tra lại.",
    "This result is gone: results are kept for a short time only. Check again.",
)
WRONG_METHOD: Final = Words("Trang này không nhận yêu cầu đó.", "This page takes no such request.")
WRONG_HOST: Final = Words(
    "Tên máy trong địa chỉ không đúng; hãy mở đúng địa chỉ mà lệnh thidua-check serve đã hiện.",
    "The host in the address is not this page's; open the address that thidua-check serve has shown.",
)
FOREIGN: Final = Words(
    "Yêu cầu không đến từ trang này nên không nhận; hãy mở lại trang rồi chọn tệp.",
    "The request does not come from this page and was not taken; open the page again and choose the files.",
)
TOO_LARGE: Final = Words(
    "Các tệp gửi lên quá lớn (cộng lại trên {mb} MB) nên không nhận; hãy bỏ bớt tệp hoặc ảnh trong tệp.",
    "The files are too large (over {mb} MB together) and were not taken; send fewer, or remove pictures from them.",
)
TOO_MANY: Final = Words(
    "Quá nhiều tệp: nhiều nhất {n} bản mỗi lần, và một công văn hướng dẫn.",
    "Too many files: at most {n} drafts at a time, and one guidance letter.",
)
TOO_LATE: Final = Words(
    "Tệp gửi lên quá chậm nên không nhận; hãy thử lại.",
    "The files came too slowly and were not taken; try again.",
)
BUSY: Final = Words(
    "Đang có nhiều tệp chờ kiểm tra; xin thử lại sau ít phút.",
    "Many files are waiting; try again in a few minutes.",
)
BAD_FORM: Final = Words(
    "Không hiểu yêu cầu; hãy mở lại trang rồi chọn tệp.",
    "The request was not understood; open the page again.",
)
NO_DRAFT: Final = Words("Chưa chọn tệp nào để kiểm tra.", "No file was chosen.")
BAD_DATE: Final = Words(
    "Ngày không có trong lịch hoặc viết chưa đúng.", "There is no such day, or it is mistyped."
)
FAILED: Final = Words(
    "Chương trình gặp lỗi ngoài dự kiến; xin báo cho nhóm phát triển.",
    "The program failed unexpectedly; please report it.",
)


def filled(words: Words, **values: int) -> Words:
    """Return words with numbers filled in.

    >>> filled(Words("{n} tệp", "{n} files"), n=2).vi
    '2 tệp'
    """
    return Words(words.vi.format(**values), words.get("en").format(**values))
