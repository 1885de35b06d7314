"""The sentences with which a file is refused: one for each thing that a file can turn out to be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from thidua_check.errors import UnreadableError

# name -> (kind of UnreadableError, Vietnamese, English)
_REFUSALS: Final[Mapping[str, tuple[str, str, str]]] = {
    "missing": (
        "missing",
        "Không tìm thấy tệp này; hãy kiểm tra lại tên và thư mục.",
        "There is no such file; check the name and the folder.",
    ),
    "forbidden": (
        "missing",
        "Không mở được tệp này (không có quyền đọc, hoặc tệp đang bị khóa).",
        "The file cannot be opened (no permission to read it, or it is locked).",
    ),
    "folder": ("folder", "Đây là thư mục, không phải tệp văn bản.", "This is a folder, not a file."),
    "special": (
        "format",
        "Đây không phải là tệp thường trên đĩa nên không đọc được.",
        "This is not a regular file and cannot be read.",
    ),
    "empty": ("empty", "Tệp rỗng, không có nội dung.", "The file is empty."),
    "blank": (
        "empty",
        "Tệp không có chữ nào để kiểm tra (có thể chỉ chứa ảnh chụp văn bản).",
        "The file holds no text to check (perhaps only pictures of pages).",
    ),
    "too-large": (
        "too-large",
        "Tệp quá lớn (trên 60 MB) nên không đọc; hãy bỏ bớt ảnh rồi thử lại.",
        "The file is too large (over 60 MB); remove pictures and try again.",
    ),
    "bomb": (
        "too-large",
        "Tệp bung ra lớn bất thường so với cỡ của nó nên không đọc, để tránh treo máy.",
        "The file unpacks to an abnormal size for a Word file and was not read.",
    ),
    "too-many-members": (
        "too-large",
        "Tệp nén chứa quá nhiều tệp con, không phải là tệp Word bình thường, nên không đọc.",
        "The archive holds too many members for a Word file and was not read.",
    ),
    "doctype": (
        "unsafe",
        "Tệp có khai báo DOCTYPE (thực thể XML) mà Word không bao giờ ghi; không đọc vì lý do an toàn.",
        "The file declares a DOCTYPE (XML entities), which Word never writes; it was not read, for safety.",
    ),
    "damaged-zip": (
        "damaged",
        "Tệp bị hỏng hoặc chưa tải về đủ nên không mở được; hãy mở bằng Word, lưu lại hoặc tải lại.",
        "The file is damaged or was not downloaded completely; open and save it again in Word, or fetch it again.",
    ),
    "damaged-xml": (
        "damaged",
        "Tệp Word bị hỏng ở phần nội dung nên không đọc được; hãy mở bằng Word để sửa rồi lưu lại.",
        "The content of the Word file is damaged; open it in Word to repair it and save it again.",
    ),
    "damaged-part": (
        "damaged",
        "Tệp Word bị thiếu phần nội dung chính nên không đọc được.",
        "The Word file lacks its main part.",
    ),
    "encrypted": (
        "encrypted",
        "Tệp Word được đặt mật khẩu; hãy gỡ mật khẩu rồi lưu lại.",
        "The Word file is protected by a password; remove the password and save it again.",
    ),
    "encrypted-zip": (
        "encrypted",
        "Tệp nén được đặt mật khẩu nên không đọc được.",
        "The archive is protected by a password.",
    ),
    "doc": (
        "format",
        "Đây là tệp Word kiểu cũ (.doc); để đọc được, hãy cài LibreOffice (hoặc antiword, catdoc), hay mở bằng Word và lưu thành .docx.",
        "This is an old Word file (.doc); install LibreOffice (or antiword, catdoc) to read it, or save it as .docx in Word.",
    ),
    "not-converted": (
        "damaged",
        "Tệp bị hỏng hoặc không đúng định dạng nên không chuyển đổi được; hãy mở bằng Word và lưu thành .docx.",
        "The file is damaged or not what it says and could not be converted; open it in Word and save it as .docx.",
    ),
    "slow-program": (
        "too-large",
        "Chuyển đổi tệp mất quá nhiều thời gian (trên hai phút) nên đã dừng lại; hãy mở bằng Word và lưu thành .docx.",
        "Converting the file took more than two minutes and was stopped; open it in Word and save it as .docx.",
    ),
    "xls": (
        "format",
        "Đây là bảng tính Excel kiểu cũ (.xls), không phải văn bản Word.",
        "This is an old Excel workbook (.xls), not a Word document.",
    ),
    "ppt": (
        "format",
        "Đây là bài trình chiếu PowerPoint kiểu cũ (.ppt), không phải văn bản Word.",
        "This is an old PowerPoint file (.ppt), not a Word document.",
    ),
    "ole": (
        "format",
        "Đây là tệp Office kiểu cũ, không phải .docx; hãy mở bằng Word và lưu thành .docx.",
        "This is an old Office file, not .docx; open it in Word and save it as .docx.",
    ),
    "pdf": (
        "format",
        "Đây là tệp PDF; để đọc được PDF hãy cài thêm: pip install thidua-check[pdf] (hoặc dùng tệp Word .docx).",
        "This is a PDF; to read it, pip install thidua-check[pdf] (or use the Word file, .docx).",
    ),
    "scan": (
        "empty",
        "Tệp PDF này chỉ có ảnh quét, không có lớp chữ; hãy dùng tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi soát lại.",
        "This PDF holds scanned pictures without a text layer; use the original Word file, or run OCR and proofread it.",
    ),
    "encrypted-pdf": (
        "encrypted",
        "Tệp PDF được đặt mật khẩu; hãy gỡ mật khẩu rồi lưu lại.",
        "The PDF is protected by a password; remove the password and save it again.",
    ),
    "damaged-pdf": (
        "damaged",
        "Tệp PDF bị hỏng hoặc chưa tải về đủ nên không đọc được; hãy tải lại hoặc xuất lại từ Word.",
        "The PDF is damaged or was not downloaded completely; fetch it again or export it again from Word.",
    ),
    "slow-pdf": (
        "too-large",
        "Tệp PDF mất quá nhiều thời gian để đọc (trên một phút) nên đã dừng lại; hãy dùng tệp Word .docx.",
        "Reading the PDF took more than a minute and was stopped; use the Word file (.docx).",
    ),
    "bomb-pdf": (
        "too-large",
        "Tệp PDF cần quá nhiều bộ nhớ để đọc nên đã dừng lại; hãy dùng tệp Word .docx.",
        "Reading the PDF takes too much memory and was stopped; use the Word file (.docx).",
    ),
    "too-many-pages": (
        "too-large",
        "Tệp PDF có quá nhiều trang (trên 1500) nên không đọc; hãy tách riêng phần báo cáo.",
        "The PDF has too many pages (over 1500); split the report off.",
    ),
    "rtf": (
        "format",
        "Đây là tệp RTF; để đọc được, hãy cài LibreOffice hoặc cài thêm: pip install thidua-check[legacy], hay lưu thành .docx.",
        "This is an RTF file; install LibreOffice or pip install thidua-check[legacy] to read it, or save it as .docx.",
    ),
    "xlsx": (
        "format",
        "Đây là bảng tính Excel, không phải văn bản Word.",
        "This is an Excel workbook, not a Word document.",
    ),
    "pptx": (
        "format",
        "Đây là bài trình chiếu PowerPoint, không phải văn bản Word.",
        "This is a PowerPoint presentation, not a Word document.",
    ),
    "zip": (
        "format",
        "Đây là tệp nén (zip), không phải văn bản Word; hãy giải nén rồi chọn tệp bên trong.",
        "This is a zip archive, not a Word document; unpack it and choose the file inside.",
    ),
    "archive": (
        "format",
        "Đây là tệp nén, không phải văn bản Word; hãy giải nén rồi chọn tệp bên trong.",
        "This is an archive, not a Word document; unpack it and choose the file inside.",
    ),
    "html": (
        "format",
        "Đây là trang web lưu dạng MIME mà không có phần HTML nào; hãy mở bằng Word và lưu thành .docx.",
        "This is a web page saved as MIME without an HTML part; open it in Word and save it as .docx.",
    ),
    "xml": (
        "format",
        "Đây là tệp XML, không phải .docx; nếu mở được bằng Word, hãy lưu thành .docx.",
        "This is an XML file, not .docx; if Word opens it, save it as .docx.",
    ),
    "image": (
        "format",
        "Đây là tệp ảnh, không có chữ để kiểm tra; hãy dùng tệp Word .docx.",
        "This is a picture without text to check; use the Word file (.docx).",
    ),
}


def refuse(name: str) -> UnreadableError:
    """Return the error for a refusal by its name in this module's table."""
    return UnreadableError(*_REFUSALS[name])
