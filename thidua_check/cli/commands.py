"""The commands with their options and help, in one table."""

from __future__ import annotations

from thidua_check.cli import values
from thidua_check.cli.parser import Command, Option
from thidua_check.findings import Words

_FILE = Words("TỆP", "FILE")
_ID = Words("MÃ", "ID")

LANG = Option(
    ("--lang",),
    Words("ngôn ngữ: vi (mặc định) hoặc en", "language: vi (default) or en"),
    "vi|en",
    values.lang,
    "vi",
)
TRACEBACK = Option(
    ("--traceback",),
    Words(
        "nếu chương trình gặp lỗi ngoài dự kiến thì hiện chi tiết để báo lại",
        "show details of an unexpected fault",
    ),
)
COLOR = Option(
    ("--color",),
    Words("tô màu: auto (mặc định), always, never", "colour: auto (default), always, never"),
    "auto|always|never",
    values.color,
    "auto",
)
RULES = Option(
    ("--rules",),
    Words("thêm quy tắc từ một thư mục (có thể lặp lại)", "add the rules of a folder (may be repeated)"),
    Words("THƯ_MỤC", "DIR"),
    str,
    repeat=True,
)
FORMAT = Option(
    ("--format",),
    Words("dạng kết quả: text (mặc định) hoặc json", "form of the result: text (default) or json"),
    "text|json",
    values.plain_format,
    "text",
)
BASELINE_FILE = Option(
    ("--baseline",),
    Words(
        "tệp mức nền: chỉ báo phát hiện không có trong tệp này (lập bằng: thidua-check baseline write)",
        "tell only findings that are not in this baseline (made by: thidua-check baseline write)",
    ),
    _FILE,
    str,
)
NO_CONFIG = Option(
    ("--no-config",),
    Words(
        "không đọc thidua_check.toml, pyproject.toml và tệp .thidua.toml đi kèm bản thảo",
        "read no thidua_check.toml, pyproject.toml or .thidua.toml beside a draft",
    ),
)
_COMMON = (LANG, TRACEBACK)

CHECK = Command(
    "check",
    Words(
        "thidua-check [tuỳ chọn] TỆP [TỆP hoặc thư mục ...]",
        "thidua-check [options] FILE [FILE or folder ...]",
    ),
    Words(
        "Kiểm tra bản báo cáo phong trào thi đua (.docx, .odt, .pdf, .txt, .md...) trước khi gửi.",
        "Check reports on emulation movements (.docx, .odt, .pdf, .txt, .md...) before they are sent.",
    ),
    (_FILE, Words("bản cần kiểm tra, hoặc thư mục chứa chúng", "drafts, or folders of drafts")),
    (
        Option(
            ("--outline",),
            Words(
                "đề cương phải theo: tệp công văn hướng dẫn; TỆP#MÃ nếu tệp có nhiều đề cương",
                "the outline to follow: a guidance file; FILE#ID where it holds several",
            ),
            Words("TỆP[#MÃ]", "FILE[#ID]"),
            str,
        ),
        Option(
            ("--against",),
            Words(
                "báo cáo khác để tìm đoạn chép lại (có thể lặp lại)",
                "another draft, to find passages copied from it (may be repeated)",
            ),
            _FILE,
            str,
            repeat=True,
        ),
        Option(
            ("--profile",),
            Words(
                "dạng văn bản, thay cho dạng tự nhận ra", "kind of document, instead of the one recognised"
            ),
            Words("MÃ", "ID"),
            str,
        ),
        Option(
            ("--stage",),
            Words("draft: bản dự thảo (mặc định); issued: bản đã ban hành", "draft (default) or issued"),
            "draft|issued",
            values.stage,
        ),
        Option(
            ("--as-of",),
            Words(
                "xét theo ngày này thay cho ngày ghi trong văn bản (31/3/2025)",
                "judge as of this day instead of the document's own (2025-03-31)",
            ),
            Words("NGÀY", "DATE"),
            values.day,
        ),
        RULES,
        Option(
            ("--select",),
            Words(
                "chỉ dùng các quy tắc này (NT01,SL: mã hoặc phần đầu của mã)",
                "use these rules only (NT01,SL)",
            ),
            Words("MÃ,...", "ID,..."),
            values.ids,
            repeat=True,
        ),
        Option(
            ("--ignore",),
            Words("bỏ qua các quy tắc này", "leave these rules out"),
            Words("MÃ,...", "ID,..."),
            values.ids,
            repeat=True,
        ),
        Option(
            ("--preview",),
            Words("dùng cả các quy tắc còn thử nghiệm", "use the rules that are still being tried as well"),
        ),
        Option(
            ("--fail-on",),
            Words(
                "mã kết thúc là 1 nếu có phát hiện từ mức này: error (mặc định), warning, info, never",
                "exit code 1 from this level on: error (default), warning, info, never",
            ),
            Words("MỨC", "LEVEL"),
            values.fail_on,
        ),
        Option(
            ("--min-level",),
            Words(
                "chỉ hiện phát hiện từ mức này: error, warning, info (mặc định)",
                "show from this level on: error, warning, info (default)",
            ),
            Words("MỨC", "LEVEL"),
            values.min_level,
        ),
        BASELINE_FILE,
        NO_CONFIG,
        Option(
            ("--show-config",),
            Words(
                "hiện mọi thiết lập và nơi đặt ra nó rồi thôi", "show every setting and its origin, and end"
            ),
        ),
        Option(
            ("--show-suppressed",),
            Words(
                "ghi cả phát hiện đã bỏ qua vào kết quả sarif", "write suppressed findings into sarif, too"
            ),
        ),
        Option(
            ("--format",),
            Words(
                "dạng kết quả: text (mặc định), json, sarif, junit, github, csv, html; thêm =TỆP để ghi ra tệp"
                " (kết quả cũ bị ghi đè, tệp được đọc thì không);"
                " word=TỆP.docx: bản sao Word có nhận xét bên lề; có thể lặp lại",
                "form of the result: text (default), json, sarif, junit, github, csv, html; add =FILE to write a file"
                " (an earlier result is written over, a file that is read never);"
                " word=FILE.docx: a copy with comments in the margin; may be repeated",
            ),
            Words("DẠNG[=TỆP]", "FORMAT[=FILE]"),
            values.output,
            repeat=True,
        ),
        Option(
            ("--fix",),
            Words(
                "ghi bản sao Word .da-sua.docx với các chỗ sửa an toàn dưới dạng theo dõi thay đổi",
                "write a Word copy (.da-sua.docx) with the safe repairs as tracked changes",
            ),
            Words("[=TỆP]", "[=FILE]"),
            str,
            bare="",
        ),
        COLOR,
        *_COMMON,
        Option(("--version",), Words("hiện phiên bản rồi thôi", "show the version and end")),
    ),
    Words(
        "Lệnh khác (thêm --help để xem cách dùng):\n"
        "  thidua-check outline TỆP    đọc đề cương trong công văn hướng dẫn\n"
        "  thidua-check facts TỆP      ngày tháng, số liệu, văn bản viện dẫn đọc được trong bản thảo\n"
        "  thidua-check rules          danh sách quy tắc\n"
        "  thidua-check explain MÃ     giải thích một quy tắc\n"
        "  thidua-check baseline write|prune TỆP  lập hoặc thu gọn tệp mức nền\n"
        "  thidua-check serve          mở trang trên máy này để kéo tệp vào\n"
        "  thidua-check batch THƯ_MỤC -o KẾT_QUẢ  kiểm tra cả thư mục, lập bảng tổng hợp\n"
        "  thidua-check kinds          các kiểu kiểm tra để viết quy tắc riêng\n"
        "  thidua-check lint-pack THƯ_MỤC  soát bộ quy tắc riêng của đơn vị\n"
        "\n"
        "Mã kết thúc: 0 không có lỗi; 1 có lỗi; 2 có điều không kiểm tra được.\n"
        "Tệp trùng tên với lệnh thì viết kèm thư mục: thidua-check ./rules",
        "Other commands (add --help):\n"
        "  thidua-check outline FILE    read the outlines of a guidance letter\n"
        "  thidua-check facts FILE      dates, figures and cited documents read in a draft\n"
        "  thidua-check rules           list the rules\n"
        "  thidua-check explain ID      explain a rule\n"
        "  thidua-check baseline write|prune FILE  write or prune the baseline\n"
        "  thidua-check serve           a page on this machine to drop files on\n"
        "  thidua-check batch FOLDER -o RESULTS  check a whole folder and sum it up\n"
        "  thidua-check kinds           the check kinds for rules of your own\n"
        "  thidua-check lint-pack DIR   check an office's own rule pack\n"
        "\n"
        "Exit codes: 0 no error; 1 errors found; 2 something could not be checked.\n"
        "A file named like a command is written with its folder: thidua-check ./rules",
    ),
)

OUTLINE = Command(
    "outline",
    Words("thidua-check outline [tuỳ chọn] TỆP[#MÃ]", "thidua-check outline [options] FILE[#ID]"),
    Words(
        "Đọc đề cương trong công văn hướng dẫn, hiện ra hoặc ghi thành tệp YAML.",
        "Read the outlines of a guidance letter; show them or save them as YAML.",
    ),
    (_FILE, Words("công văn hướng dẫn (.docx, .txt, .md) hoặc đề cương .yaml", "guidance letter or outline")),
    (
        Option(
            ("--list",), Words("chỉ liệt kê các đề cương có trong tệp", "only list the outlines of the file")
        ),
        Option(
            ("-o", "--output"),
            Words(
                "ghi đề cương ra tệp này; tệp đã có thì không ghi đè, trừ khi thêm --force",
                "save to this file; one that is there is not written over, unless with --force",
            ),
            _FILE,
            str,
        ),
        Option(("--force",), Words("ghi đè tệp đã có", "write over a file that is there")),
        RULES,
        COLOR,
        *_COMMON,
    ),
)

FACTS = Command(
    "facts",
    Words("thidua-check facts [tuỳ chọn] TỆP", "thidua-check facts [options] FILE"),
    Words(
        "Hiện ngày tháng, giai đoạn, văn bản viện dẫn, số liệu và phép tính đọc được trong một bản thảo.",
        "Show the dates, periods, cited documents, figures and calculations read in a draft.",
    ),
    (_FILE, Words("bản thảo (.docx, .txt, .md)", "the draft (.docx, .txt, .md)")),
    (
        Option(
            ("--ledger",),
            Words(
                "chỉ hiện sổ văn bản viện dẫn: mỗi văn bản một dòng",
                "show the ledger of cited documents only: one row for each",
            ),
        ),
        RULES,
        FORMAT,
        COLOR,
        *_COMMON,
    ),
)

LIST_RULES = Command(
    "rules",
    Words("thidua-check rules [tuỳ chọn]", "thidua-check rules [options]"),
    Words("Liệt kê các quy tắc: mã, mức, tên.", "List the rules: id, level, title."),
    (_ID, Words("mã hoặc phần đầu của mã; không có thì hiện tất cả", "ids or their beginnings; all without")),
    (
        RULES,
        Option(
            ("--format",),
            Words(
                "dạng kết quả: text (mặc định), json, hoặc markdown: trang đầy đủ của mọi quy tắc",
                "form of the result: text (default), json, or markdown: the full page of all rules",
            ),
            "text|json|markdown",
            values.rules_format,
            "text",
        ),
        COLOR,
        *_COMMON,
    ),
)

EXPLAIN = Command(
    "explain",
    Words("thidua-check explain [tuỳ chọn] MÃ", "thidua-check explain [options] ID"),
    Words(
        "Giải thích một quy tắc: xét điều gì, căn cứ vào đâu, ví dụ sai và đúng, cách sửa.",
        "Explain a rule: what it looks at, on what basis, examples, how to mend.",
    ),
    (_ID, Words("mã quy tắc, như NT01", "a rule id such as NT01")),
    (
        RULES,
        Option(
            ("--yaml",),
            Words(
                "in tệp của quy tắc để làm mẫu viết quy tắc riêng",
                "print the rule's file, to write a rule of your own from",
            ),
        ),
        COLOR,
        *_COMMON,
    ),
)

LINT_PACK = Command(
    "lint-pack",
    Words("thidua-check lint-pack [tuỳ chọn] THƯ_MỤC", "thidua-check lint-pack [options] DIR"),
    Words(
        "Soát bộ quy tắc riêng: đọc mọi tệp, chạy thử mọi ví dụ, báo chỗ sai kèm tệp và dòng.",
        "Check a rule pack: read every file, run every example, tell what is wrong with file and line.",
    ),
    (Words("THƯ_MỤC", "DIR"), Words("thư mục bộ quy tắc", "the folder of the pack")),
    _COMMON,
)

KINDS = Command(
    "kinds",
    Words("thidua-check kinds [TÊN ...]", "thidua-check kinds [NAME ...]"),
    Words(
        "Các kiểu kiểm tra để viết quy tắc riêng: xét điều gì, tham số, biến thể, biến trong câu báo.",
        "The check kinds for rules of your own: parameters and placeholders (Markdown).",
    ),
    (Words("TÊN", "NAME"), Words("tên kiểu; không có thì hiện tất cả", "names of kinds; all without")),
    _COMMON,
)
