"""The words of the drafts in ``fixtures/drafts/``: a guidance letter, a report that answers it, the same with mistakes.

Everything is invented: the province (Sông Mẫu), its offices, the people, the communes, the figures and the documents
of the province. Only the Prime Minister's decisions are cited as they are.
"""

from __future__ import annotations

from attrs import frozen

from tests.support.clean_report import Block, heading

PARENT = "UBND TỈNH SÔNG MẪU"
ISSUER = "SỞ VÍ DỤ"
NUMBER = "Số: 86/BC-SVD"
PLACE_DATE = "Sông Mẫu, ngày 28 tháng 3 năm 2025"
MOVEMENT = "“Sông Mẫu vì người nghèo - Không để ai bị bỏ lại phía sau”"
SUBJECT = f"Tổng kết Phong trào thi đua {MOVEMENT} giai đoạn 2021-2025"
OPENING = (
    "Thực hiện Công văn số 412/SNV-TĐKT ngày 06/3/2025 của Sở Nội vụ về việc tổng kết Phong trào thi đua; Sở Ví Dụ "
    f"báo cáo tổng kết Phong trào thi đua {MOVEMENT} giai đoạn 2021-2025 (sau đây gọi tắt là Phong trào thi đua) như "
    "sau:"
)
CLOSING = f"Trên đây là Báo cáo tổng kết Phong trào thi đua {MOVEMENT} giai đoạn 2021-2025 của Sở Ví Dụ./."
RECIPIENTS = (
    "- Sở Nội vụ;",
    "- Giám đốc, các Phó Giám đốc Sở;",
    "- Các phòng, đơn vị thuộc Sở;",
    "- Lưu: VT, VP.",
)
TITLE = "GIÁM ĐỐC"
SIGNER = "Lê Thị Mẫu"

BODY: tuple[Block, ...] = (
    heading(1, "I.", "KHÁI QUÁT ĐẶC ĐIỂM TÌNH HÌNH"),
    heading(2, "1.", "Đặc điểm tình hình"),
    Block(
        "Sở Ví Dụ là cơ quan chuyên môn thuộc UBND tỉnh, có 06 phòng và 02 đơn vị sự nghiệp trực thuộc. Tổng số công "
        "chức, viên chức và người lao động của Sở là 96 người, gồm: 52 công chức, 35 viên chức và 09 người lao động."
    ),
    heading(2, "2.", "Thuận lợi"),
    Block(
        "Cấp ủy và lãnh đạo Sở quan tâm chỉ đạo Phong trào thi đua ngay từ đầu; các phòng, đơn vị thuộc Sở chủ động "
        "đăng ký việc làm cụ thể hằng năm; chính quyền các xã được phân công giúp đỡ phối hợp chặt chẽ."
    ),
    heading(2, "3.", "Khó khăn"),
    Block(
        "Các xã được phân công giúp đỡ ở xa trung tâm tỉnh, đường đi lại khó khăn vào mùa mưa; nhiều hộ nghèo thiếu "
        "lao động nên việc hỗ trợ sinh kế chậm phát huy hiệu quả."
    ),
    heading(1, "II.", "KẾT QUẢ TRIỂN KHAI THỰC HIỆN PHONG TRÀO THI ĐUA"),
    heading(
        2, "1.", "Công tác lãnh đạo, chỉ đạo của cấp ủy đảng, chính quyền trong triển khai Phong trào thi đua"
    ),
    Block(
        "Thực hiện Quyết định số 666/QĐ-TTg ngày 02/6/2022 của Thủ tướng Chính phủ và Quyết định số 769/QĐ-UBND ngày "
        "17/6/2022 của UBND tỉnh về việc ban hành Kế hoạch tổ chức thực hiện Phong trào thi đua, Sở đã tổ chức hội "
        "nghị phát động ngày 15/9/2022 và quán triệt đến toàn thể công chức, viên chức, người lao động của Sở."
    ),
    Block(
        "Đảng ủy Sở đưa nội dung giúp đỡ hộ nghèo vào nghị quyết hằng năm; lãnh đạo Sở phân công từng phòng, đơn vị "
        "nhận giúp một xã và báo cáo kết quả hằng quý."
    ),
    heading(
        2,
        "2.",
        "Xây dựng, ban hành cơ chế, chính sách giảm nghèo bền vững; các văn bản triển khai Phong trào thi đua và "
        "hướng dẫn khen thưởng",
    ),
    heading(3, "a)", "Việc ban hành Chỉ thị, Nghị quyết của cấp ủy đảng, chính quyền, cơ quan, đơn vị"),
    Block(
        "Đảng ủy Sở đã ban hành Nghị quyết số 12-NQ/ĐU ngày 20/9/2022 về lãnh đạo thực hiện Phong trào thi đua."
    ),
    heading(
        3, "b)", "Xây dựng, ban hành cơ chế, chính sách, văn bản triển khai thực hiện Phong trào thi đua"
    ),
    Block(
        "Sở đã ban hành Kế hoạch số 112/KH-SVD ngày 29/9/2022 về tổ chức thực hiện Phong trào thi đua và Hướng dẫn số "
        "35/HD-SVD ngày 14/3/2023 về khen thưởng trong Phong trào thi đua."
    ),
    heading(3, "c)", "Việc triển khai, thực hiện Phong trào thi đua của các đoàn thể, cơ quan, đơn vị"),
    Block("Công đoàn và Đoàn Thanh niên Sở đã ký giao ước thi đua với 08 phòng, đơn vị thuộc Sở."),
    heading(3, "d)", "Các phong trào thi đua của cơ quan, đơn vị hưởng ứng Phong trào thi đua"),
    Block(
        "Sở đã phát động 02 phong trào: “Mỗi phòng giúp một xã” với mục đích giúp hộ nghèo có việc làm ổn định, tiêu "
        "chí thi đua là mỗi năm có ít nhất 10 hộ được hỗ trợ sinh kế; “Ngày thứ Bảy vì người nghèo” với mục đích sửa "
        "chữa nhà ở, tiêu chí thi đua là mỗi quý sửa xong một căn nhà."
    ),
    heading(
        2,
        "3.",
        "Kết quả thực hiện Phong trào thi đua; hiệu quả kinh tế - xã hội và tác động của Phong trào thi đua",
    ),
    Block(
        "- Sở đã vận động được 2.308,6 triệu đồng, gồm: năm 2022: 615,2 triệu đồng; năm 2023: 742,9 triệu đồng; năm "
        "2024: 950,5 triệu đồng."
    ),
    Block("- Hỗ trợ xây mới và sửa chữa 46 căn nhà, trong đó: xây mới 28 căn, sửa chữa 18 căn."),
    Block(
        "- Có 118/125 hộ được hỗ trợ sinh kế đã thoát nghèo, đạt 94,4%; có 152/160 người được tư vấn việc làm đã có "
        "việc làm ổn định, đạt 95,0%."
    ),
    Block(
        "- Số hộ nghèo tại các xã được phân công giúp đỡ giảm từ 250 hộ (năm 2022) xuống 180 hộ (năm 2024), giảm 28,0%."
    ),
    Block("- Phong trào thi đua được triển khai tại 05 xã (Sơn Mẫu, Ba Thử, Trà Ví, Nghĩa Dụ, Bình Phỏng)."),
    Block("Kinh phí vận động được chia theo nguồn như sau:"),
    Block(
        "",
        rows=(
            ("TT", "Nguồn", "Số tiền (triệu đồng)"),
            ("1", "Công chức, viên chức đóng góp", "815,4"),
            ("2", "Doanh nghiệp ủng hộ", "1.234,5"),
            ("3", "Công đoàn cơ sở hỗ trợ", "258,7"),
            ("", "Tổng cộng", "2.308,6"),
        ),
    ),
    Block(
        "Phong trào thi đua đã góp phần nâng cao thu nhập của hộ nghèo, tạo sự đồng thuận trong Nhân dân và củng cố "
        "niềm tin của người dân đối với chính sách giảm nghèo."
    ),
    heading(
        2,
        "4.",
        "Công tác phát hiện, tuyên truyền, nhân rộng điển hình tiên tiến, mô hình hay, cách làm mới trong Phong trào "
        "thi đua",
    ),
    heading(3, "a)", "Các hình thức, giải pháp phát hiện, tuyên truyền, nhân rộng điển hình tiên tiến"),
    Block(
        "Sở đã mở chuyên mục trên Trang thông tin điện tử với 24 tin, bài và tổ chức 03 buổi giao lưu điển hình."
    ),
    heading(3, "b)", "Mô hình, cách làm mới, gương điển hình tiên tiến tiêu biểu trong Phong trào thi đua"),
    Block(
        "Mô hình “Vườn rau liên kết” tại xã Sơn Mẫu có nội dung hỗ trợ 15 hộ trồng rau an toàn; cách làm cụ thể là "
        "góp giống, vật tư theo nhóm hộ và bao tiêu sản phẩm; hiệu quả là mỗi hộ tăng thu nhập 3,5 triệu đồng mỗi tháng."
    ),
    heading(
        2, "5.", "Công tác khen thưởng tập thể, hộ gia đình, cá nhân có thành tích trong Phong trào thi đua"
    ),
    Block(
        "Từ năm 2022 đến nay, Giám đốc Sở đã tặng Giấy khen cho 06 tập thể, 03 hộ gia đình và 14 cá nhân; Chủ tịch UBND "
        "tỉnh tặng Bằng khen cho 02 tập thể và 03 cá nhân."
    ),
    heading(2, "6.", "Công tác kiểm tra, giám sát thực hiện Phong trào thi đua"),
    Block(
        "Sở đã tổ chức 05 cuộc kiểm tra, giám sát tại các phòng, đơn vị thuộc Sở; không phát hiện sai phạm."
    ),
    heading(1, "III.", "ĐÁNH GIÁ CHUNG"),
    heading(2, "1.", "Đánh giá chung"),
    heading(3, "a)", "Ưu điểm"),
    Block(
        "Phong trào thi đua được triển khai đồng bộ, có trọng tâm, gắn với nhiệm vụ chuyên môn và được công chức, viên "
        "chức tích cực hưởng ứng."
    ),
    heading(3, "b)", "Hạn chế"),
    Block("Việc nhân rộng mô hình còn chậm; một số phòng, đơn vị chưa thường xuyên báo cáo kết quả."),
    heading(2, "2.", "Nguyên nhân của hạn chế"),
    heading(3, "a)", "Khách quan"),
    Block("Thời tiết diễn biến phức tạp, giá vật liệu xây dựng tăng cao."),
    heading(3, "b)", "Chủ quan"),
    Block("Một số phòng, đơn vị chưa chủ động xây dựng kế hoạch và phân công người theo dõi."),
    heading(2, "3.", "Biện pháp, giải pháp nâng cao chất lượng Phong trào thi đua trong thời gian tới"),
    Block("Tiếp tục đẩy mạnh tuyên truyền; mỗi quý kiểm tra một lần; nhân rộng các mô hình có hiệu quả."),
    heading(
        2,
        "4.",
        "Những khó khăn, vướng mắc trong triển khai thực hiện Chương trình mục tiêu quốc gia và Phong trào thi đua",
    ),
    Block("Kinh phí sự nghiệp được phân bổ muộn nên việc mua sắm vật tư cho các hộ còn chậm."),
    heading(1, "IV.", "ĐỀ XUẤT, KIẾN NGHỊ"),
    heading(2, "-", "Với tỉnh"),
    Block("Đề nghị UBND tỉnh phân bổ kinh phí hỗ trợ sinh kế ngay từ đầu năm."),
    heading(2, "-", "Với Trung ương"),
    Block("Đề nghị các bộ, ngành Trung ương sớm ban hành hướng dẫn khen thưởng giai đoạn tiếp theo."),
)


@frozen
class Mistake:
    """Words of the good report that the faulty one has otherwise; ``rules`` may speak of it, at ``words``."""

    right: str
    wrong: str
    rules: tuple[str, ...]
    words: str


# What drafts are sent back for, each as it stood in a real report (figures and names changed).
MISTAKES: tuple[Mistake, ...] = (
    Mistake(NUMBER, "Số:      /BC-SVD", ("TT04",), "Số:      /BC-SVD"),
    Mistake("Sông Mẫu, ngày 28 tháng 3", "Sông Mẫu, ngày      tháng 3", ("TT07",), "ngày      tháng 3"),
    Mistake("Quyết định số 769/QĐ-UBND", "Kế hoạch 769/QĐ-UBND", ("VD01",), "Kế hoạch 769/QĐ-UBND"),
    Mistake("ngày 15/9/2022", "ngày 15/9/25022", ("NT01",), "15/9/25022"),
    Mistake("đã ban hành Kế hoạch", "đã banh hành Kế hoạch", ("CT02",), "banh hành"),
    Mistake("năm 2023: 742,9 triệu", "năm 2023: 724,9 triệu", ("SL01",), "2.308,6"),
    Mistake("đạt 94,4%", "đạt 84,4%", ("SL02",), "84,4"),
    Mistake("đạt 95,0%", "đạt 95.0%", ("SL07",), "95.0"),
    Mistake("Nghĩa Dụ, Bình Phỏng", "Nghĩa Dụ", ("SL03",), "05 xã"),
    Mistake("258,7", "285,7", ("SL04",), "2.308,6"),
    Mistake("“Vườn rau liên kết” tại", "“Vườn rau liên kết ” tại", ("CT06",), "kết ”"),
    Mistake(
        "tại các phòng, đơn vị thuộc Sở; không",
        "tại các phòng , đơn vị thuộc Sở ;không",
        ("CT06",),
        "phòng ,",
    ),
    Mistake("giai đoạn 2021-2025 của Sở Ví Dụ./.", "giai đoạn 2021 – 2025 của Sở Ví Dụ.", ("TT10",), "Dụ."),
    Mistake("- Lưu: VT, VP.", "- Lưu VT, VP.", ("TT09",), "Lưu"),
)
# Sections that the faulty report leaves out, and the labels that the sections after them take instead.
LEFT_OUT = ("Công tác khen thưởng tập thể", "Nguyên nhân của hạn chế")
RELABELLED = {
    "Công tác kiểm tra, giám sát": "5.",
    "Biện pháp, giải pháp nâng cao": "2.",
    "Những khó khăn, vướng mắc": "3.",
}

LETTER_NUMBER = "Số: 412/SNV-TĐKT"
LETTER_SUBJECT = "V/v tổng kết Phong trào thi đua"
LETTER_PLACE_DATE = "Sông Mẫu, ngày 06 tháng 3 năm 2025"
LETTER_TO = (
    "- Các sở, ban, ngành tỉnh;",
    "- Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh và các đoàn thể tỉnh;",
    "- Ủy ban nhân dân các huyện, thành phố.",
)
LETTER_BODY = (
    "Thực hiện Quyết định số 769/QĐ-UBND ngày 17/6/2022 của UBND tỉnh về việc ban hành Kế hoạch tổ chức thực hiện Phong "
    f"trào thi đua {MOVEMENT} giai đoạn 2021-2025, Sở Nội vụ đề nghị các cơ quan, đơn vị, địa phương tổng kết Phong "
    "trào thi đua theo đề cương kèm theo Công văn này.",
    "Báo cáo gửi về Sở Nội vụ trước ngày 31/3/2025 để tổng hợp, báo cáo UBND tỉnh.",
    "Đề nghị các cơ quan, đơn vị, địa phương phối hợp thực hiện./.",
)
LETTER_RECIPIENTS = ("- Như trên;", "- UBND tỉnh (báo cáo);", "- Giám đốc Sở;", "- Lưu: VT, TĐKT.")
LETTER_SIGNER = "Phạm Văn Thử"
OUTLINE_ANNEX = "(Kèm theo Công văn số 412/SNV-TĐKT ngày 06/3/2025 của Sở Nội vụ tỉnh Sông Mẫu)"
# What the outline asks for in brackets, by the first words of a title.
ASKED = {
    "Các phong trào thi đua của": "số lượng, tên phong trào, mục đích, tiêu chí thi đua",
    "Mô hình, cách làm mới": "nêu tên, nội dung, cách làm cụ thể, hiệu quả của mô hình",
    "Công tác khen thưởng": "nêu cụ thể số liệu tập thể, hộ gia đình, cá nhân đã được khen thưởng",
}


def faulty_body() -> tuple[Block, ...]:
    """Return the report's body with the mistakes."""
    out: list[Block] = []
    skipped = 0
    for block in BODY:
        if block.level and skipped and block.level <= skipped:
            skipped = 0
        if block.level and block.text.startswith(LEFT_OUT):
            skipped = block.level
        if not skipped:
            label = next((v for k, v in RELABELLED.items() if block.text.startswith(k)), block.label)
            rows = tuple(tuple(faulty(words) for words in row) for row in block.rows)
            out.append(Block(faulty(block.text), label, block.level, rows))
    return tuple(out)


def faulty(words: str) -> str:
    """Return words of the report with the mistakes in them."""
    for mistake in MISTAKES:
        words = words.replace(mistake.right, mistake.wrong)
    return words


def outline() -> tuple[Block, ...]:
    """Return the headings of the report as the guidance letter asks for them, with its bracketed instructions."""
    asked = {k: f" ({v})" for k, v in ASKED.items()}
    return tuple(
        Block(
            block.text + next((v for k, v in asked.items() if block.text.startswith(k)), ""),
            block.label,
            block.level,
        )
        for block in BODY
        if block.level
    )
