"""A clean report of a commune on several movements, as data: each has a part of its own and its name in quotes.

Everything in it is invented (the commune, its hamlets, the people, the figures, the documents of district and
province); the Prime Minister's and the Party's documents are cited with their real numbers and dates. It holds what
the report of one office on one movement does not: names of national movements, awards of several offices, two lines
of authority, paragraphs that follow each other under one heading.
"""

from __future__ import annotations

from tests.support.clean_report import Block, heading

PARENT = "UBND HUYỆN SÔNG MẪU"
ISSUER = "ỦY BAN NHÂN DÂN XÃ ĐỒNG VÍ"
NUMBER = "Số: 214/BC-UBND"
PLACE_DATE = "Đồng Ví, ngày 12 tháng 12 năm 2024"
RURAL = "“Cả nước chung sức xây dựng nông thôn mới”"
POOR = "“Vì người nghèo - Không để ai bị bỏ lại phía sau”"
OFFICE = "“Cán bộ, công chức, viên chức thi đua thực hiện văn hóa công sở”"
DRIVE = "“Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”"
SUBJECT = f"Sơ kết Phong trào thi đua {RURAL} giai đoạn 2021-2025 và kết quả các phong trào thi đua năm 2024"
OPENING = (
    "Thực hiện Công văn số 318/UBND-NV ngày 05/11/2024 của UBND huyện Sông Mẫu về việc sơ kết các phong trào thi đua; "
    f"UBND xã Đồng Ví báo cáo sơ kết Phong trào thi đua {RURAL} giai đoạn 2021-2025 và kết quả các phong trào thi đua "
    "năm 2024 như sau:"
)
CLOSING = (
    f"Trên đây là Báo cáo sơ kết Phong trào thi đua {RURAL} giai đoạn 2021-2025 và kết quả các phong trào thi đua năm "
    "2024 của UBND xã Đồng Ví./."
)
RECIPIENTS = (
    "- UBND huyện Sông Mẫu;",
    "- Phòng Nội vụ huyện;",
    "- Thường trực Đảng ủy, HĐND xã;",
    "- Chủ tịch, các Phó Chủ tịch UBND xã;",
    "- Các thôn trên địa bàn xã;",
    "- Lưu: VT.",
)
AUTHORITY = ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH")
TITLE = "PHÓ CHỦ TỊCH"
SIGNER = "Đinh Thị Thử"

BODY: tuple[Block, ...] = (
    heading(1, "I.", "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO"),
    heading(2, "1.", "Đặc điểm tình hình"),
    Block(
        "Xã Đồng Ví có 07 thôn với 1.486 hộ, 5.214 nhân khẩu. Cán bộ, công chức và người hoạt động không chuyên trách "
        "của xã là 42 người, gồm: 11 cán bộ, 12 công chức và 19 người hoạt động không chuyên trách."
    ),
    Block(
        "Xã nằm ở phía tây của huyện, cách trung tâm huyện 12,5 km. Người dân sống chủ yếu bằng trồng lúa và chăn nuôi "
        "gia súc, đời sống văn hóa ngày càng được nâng cao."
    ),
    heading(2, "2.", "Việc ban hành văn bản"),
    Block(
        "Thực hiện Quyết định số 587/QĐ-TTg ngày 18/5/2022 của Thủ tướng Chính phủ và Kế hoạch số 147/KH-UBND ngày "
        f"05/9/2022 của UBND tỉnh, UBND xã đã ban hành Kế hoạch số 36/KH-UBND ngày 07/10/2022 về Phong trào thi đua {RURAL}."
    ),
    Block(
        "Thực hiện Quyết định số 666/QĐ-TTg ngày 02/6/2022 của Thủ tướng Chính phủ, UBND xã đã ban hành Kế hoạch số "
        f"41/KH-UBND ngày 08/11/2022 về Phong trào thi đua {POOR} giai đoạn 2021-2025."
    ),
    Block(
        "Ngoài ra, xã đã quán triệt Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị, Chỉ thị số 05-CT/TW ngày "
        "15/5/2016 của Bộ Chính trị và Nghị quyết số 21-NQ/TU ngày 09/8/2022 của Tỉnh ủy. Các văn bản được phổ biến đến "
        "từng thôn."
    ),
    heading(2, "3.", "Công tác tuyên truyền"),
    Block(
        f"Cán bộ, công chức đã gắn các phong trào với việc {DRIVE} trong từng công việc. Đài truyền thanh xã phát 86 tin, "
        "bài (bình quân mỗi tháng phát 07 tin, bài) về các phong trào thi đua."
    ),
    Block(
        "Xã đã mở 06 buổi nói chuyện với 512 lượt người nghe, phối hợp với Sở Giáo dục và Đào tạo và Sở Khoa học và Công "
        "nghệ phát 1.250 tờ rơi. Bản tin của xã có chuyên mục riêng (ra mắt vào dịp đầu năm) được người dân quan tâm."
    ),
    heading(1, "II.", "PHONG TRÀO THI ĐUA XÂY DỰNG NÔNG THÔN MỚI"),
    heading(2, "1.", f"Kết quả thực hiện Phong trào thi đua {RURAL}"),
    Block(
        f"Hưởng ứng Phong trào thi đua {RURAL}, xã đã hoàn thành 17/19 tiêu chí nông thôn mới, đạt 89,5%. Thu nhập bình "
        "quân tăng từ 38 triệu đồng (năm 2022) lên 47,5 triệu đồng (năm 2024), tăng 25%."
    ),
    Block(
        "Toàn xã bê tông hóa được 8,6 km đường, gồm: đường trục xã 2,4 km, đường thôn 3,7 km và đường nội đồng 2,5 km. "
        "Người dân hiến 1.840 m² đất và góp 2.365 ngày công để xây dựng nông thôn mới."
    ),
    Block(
        "Hệ thống thủy lợi được kiên cố hóa (hoàn thành trước mùa mưa), bảo đảm tưới cho 215,5 ha lúa. Xã đã trồng hoa "
        "dọc các tuyến đường nông thôn mới tại 04 thôn (Gò Mẫu, Bàu Ví, Suối Thử, Đồng Dụ)."
    ),
    Block("Nguồn vốn xây dựng nông thôn mới trong năm 2024 như sau:"),
    Block(
        "",
        rows=(
            ("TT", "Nguồn vốn", "Số tiền (triệu đồng)"),
            ("1", "Ngân sách huyện", "2.450,5"),
            ("2", "Ngân sách xã", "865"),
            ("3", "Người dân đóng góp", "412,5"),
            ("", "Tổng cộng", "3.728"),
        ),
    ),
    heading(2, "2.", "Tồn tại, hạn chế"),
    Block(
        "Tiêu chí môi trường và tiêu chí nhà ở của nông thôn mới đạt còn chậm. Một số tuyến đường chưa có mương thoát nước."
    ),
    heading(1, "III.", "PHONG TRÀO THI ĐUA VÌ NGƯỜI NGHÈO"),
    heading(2, "1.", f"Kết quả thực hiện Phong trào thi đua {POOR}"),
    Block(
        f"Qua Phong trào thi đua {POOR}, số hộ nghèo của xã giảm từ 160 hộ (năm 2022) xuống 112 hộ (năm 2024), giảm 30%. "
        "Có 54/60 hộ nghèo được vay vốn đã có việc làm ổn định, đạt 90%."
    ),
    Block(
        "Quỹ hỗ trợ hộ nghèo vận động được 268,5 triệu đồng, gồm: doanh nghiệp 142,5 triệu đồng, người dân 86 triệu đồng, "
        "đoàn viên 40 triệu đồng. Xã đã sửa chữa 23 căn nhà cho hộ nghèo (ưu tiên hộ có người khuyết tật)."
    ),
    Block(
        "Các hộ nghèo ở 03 thôn (Gò Mẫu, Hòa Ví, Bàu Dụ) được tặng bò giống; các hội, đoàn thể nhận đỡ đầu 15 học sinh "
        "con hộ nghèo. Công ty Thủy sản Mẫu nhận 18 lao động là người nghèo vào làm việc."
    ),
    heading(2, "2.", "Tồn tại, hạn chế"),
    Block(
        "Một số hộ nghèo thiếu đất sản xuất nên chưa thoát nghèo bền vững. Việc dạy nghề cho người nghèo còn ít lớp."
    ),
    heading(1, "IV.", "PHONG TRÀO THI ĐUA THỰC HIỆN VĂN HÓA CÔNG SỞ"),
    heading(2, "1.", f"Kết quả thực hiện Phong trào thi đua {OFFICE}"),
    Block(
        f"Hưởng ứng Phong trào thi đua {OFFICE}, UBND xã đã ban hành Quyết định số 58/QĐ-UBND ngày 06/3/2023 về quy tắc "
        "văn hóa công sở. Cán bộ, công chức đeo thẻ, mặc đồng phục vào ngày thứ Hai."
    ),
    Block(
        "Nếp văn hóa công sở gắn với việc tiếp dân; bộ phận một cửa đã giải quyết 2.346/2.350 hồ sơ đúng hạn, đạt 99,8%. "
        f"Phong trào thi đua {OFFICE} đi vào nền nếp, hài hòa với việc {DRIVE}."
    ),
    heading(2, "2.", "Tồn tại, hạn chế"),
    Block(
        "Việc sắp xếp phòng làm việc theo quy tắc văn hóa công sở ở một vài bộ phận còn chậm. Sổ góp ý chưa được xem hằng "
        "tuần."
    ),
    heading(1, "V.", "CÔNG TÁC KHEN THƯỞNG"),
    heading(2, "1.", "Khen thưởng trong các phong trào thi đua"),
    Block(
        "Trong năm 2024, Chủ tịch UBND xã tặng Giấy khen cho 26 cá nhân và 09 tập thể; Chủ tịch UBND huyện tặng Giấy khen "
        "cho 04 cá nhân. Công đoàn xã biểu dương 15 đoàn viên."
    ),
    Block(
        f"Qua Phong trào thi đua {RURAL}, UBND xã tặng Giấy khen cho 12 hộ gia đình hiến đất; Giám đốc Sở Nông nghiệp và Phát "
        "triển nông thôn tặng Giấy khen cho thôn Gò Mẫu."
    ),
    Block(
        f"Qua Phong trào thi đua {POOR}, Giám đốc Sở Lao động - Thương binh và Xã hội tặng Giấy khen cho 01 tập thể; Chủ tịch "
        "UBND tỉnh tặng Bằng khen cho 01 hộ gia đình. Chủ tịch UBND huyện tặng Giấy khen cho 03 thôn."
    ),
    heading(2, "2.", "Khen thưởng điển hình tiên tiến"),
    Block(
        f"Trong việc {DRIVE}, Chủ tịch UBND xã tặng Giấy khen cho 05 tập thể. Các điển hình (đã được giới thiệu trên đài "
        "truyền thanh) được người dân học tập."
    ),
    heading(1, "VI.", "PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025"),
    heading(2, "1.", "Nhiệm vụ trọng tâm"),
    Block(
        f"Tiếp tục thực hiện Phong trào thi đua {RURAL}, Phong trào thi đua {POOR} và Phong trào thi đua {OFFICE} đến từng thôn."
    ),
    Block(
        f"Đẩy mạnh việc {DRIVE} trong cán bộ, công chức. Mỗi chi bộ chọn một việc làm cụ thể, khuyến khích cách làm mới "
        "(có báo cáo hằng quý) để nhân rộng."
    ),
    heading(2, "2.", "Đề xuất, kiến nghị"),
    Block(
        f"Đề nghị UBND huyện sớm hướng dẫn tổng kết việc {DRIVE} ở cơ sở. Đề nghị Phòng Văn hóa huyện hỗ trợ mở lớp tập "
        "huấn cho các thôn."
    ),
)
