"""A clean report that answers the built-in outline VNN item by item, as data.

Everything in it is invented: the office (Sở Ví Dụ), the people, the communes, the figures and the office's own
documents. Decisions of the Prime Minister and of the province are cited with their real numbers and dates. Every
total, percentage and list agrees, so that nothing at warning or above may be found in it.
"""

from __future__ import annotations

from attrs import frozen


@frozen
class Block:
    """One paragraph: ``level`` 1 to 3 for a heading (with its label), 0 for text; ``rows`` for a table instead."""

    text: str
    label: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


PARENT = "UBND TỈNH QUẢNG NGÃI"
ISSUER = "SỞ VÍ DỤ"
NATIONAL = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
NUMBER = "Số: 86/BC-SVD"
PLACE_DATE = "Quảng Ngãi, ngày 15 tháng 11 năm 2023"
TYPE = "BÁO CÁO"
SUBJECT = (
    "Sơ kết triển khai thực hiện Phong trào thi đua “Quảng Ngãi vì người nghèo - Không để ai bị bỏ lại phía sau” "
    "giai đoạn 2021-2025"
)
OPENING = (
    "Thực hiện Công văn số 1524/SNV-TĐKT ngày 06/11/2023 của Sở Nội vụ về việc thực hiện sơ kết Phong trào thi đua; "
    "Sở Ví Dụ báo cáo sơ kết triển khai thực hiện Phong trào thi đua “Quảng Ngãi vì người nghèo - Không để ai bị bỏ "
    "lại phía sau” giai đoạn 2021-2025 như sau:"
)
CLOSING = (
    "Trên đây là Báo cáo sơ kết triển khai thực hiện Phong trào thi đua “Quảng Ngãi vì người nghèo - Không để ai bị "
    "bỏ lại phía sau” giai đoạn 2021-2025 của Sở Ví Dụ./."
)
RECIPIENTS = (
    "- Sở Nội vụ;",
    "- Giám đốc, các Phó Giám đốc Sở;",
    "- Các phòng, đơn vị thuộc Sở;",
    "- Lưu: VT, VP.",
)
TITLE = "GIÁM ĐỐC"
SIGNER = "Trần Văn Mẫu"


def heading(level: int, label: str, text: str) -> Block:
    """Return a heading."""
    return Block(text, label, level)


BODY: tuple[Block, ...] = (
    heading(1, "I.", "KHÁI QUÁT ĐẶC ĐIỂM TÌNH HÌNH"),
    heading(2, "1.", "Đặc điểm tình hình"),
    Block(
        "Sở Ví Dụ là cơ quan chuyên môn thuộc UBND tỉnh, hiện có 05 phòng và 02 đơn vị sự nghiệp. Tổng số công chức, "
        "viên chức và người lao động là 88 người, gồm: 45 công chức, 35 viên chức và 08 người lao động."
    ),
    heading(2, "2.", "Thuận lợi"),
    Block("Cấp ủy, lãnh đạo Sở thường xuyên quan tâm, chỉ đạo; công chức, viên chức đồng thuận hưởng ứng."),
    heading(2, "3.", "Khó khăn"),
    Block("Địa bàn được phân công giúp đỡ ở xa trung tâm, giao thông đi lại khó khăn vào mùa mưa."),
    heading(1, "II.", "KẾT QUẢ TRIỂN KHAI THỰC HIỆN PHONG TRÀO THI ĐUA"),
    heading(
        2,
        "1.",
        "Công tác lãnh đạo, chỉ đạo của các cấp ủy đảng, chính quyền, Mặt trận Tổ quốc và các đoàn thể trong triển "
        "khai Phong trào thi đua “Quảng Ngãi vì người nghèo - Không để ai bị bỏ lại phía sau” giai đoạn 2021-2025",
    ),
    Block(
        "Thực hiện Quyết định số 666/QĐ-TTg ngày 02/6/2022 của Thủ tướng Chính phủ và Quyết định số 1085/QĐ-UBND ngày "
        "15/8/2022 của UBND tỉnh, Đảng ủy và lãnh đạo Sở đã tổ chức 04 hội nghị quán triệt với 352 lượt người tham dự."
    ),
    heading(
        2,
        "2.",
        "Xây dựng, ban hành các cơ chế, chính sách về thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững "
        "giai đoạn 2021-2025; các văn bản triển khai Phong trào thi đua và hướng dẫn khen thưởng",
    ),
    heading(
        3,
        "a)",
        "Việc ban hành các Chỉ thị, Nghị quyết của các cấp ủy đảng, chính quyền, Mặt trận Tổ quốc, các đoàn thể "
        "chính trị - xã hội, các cơ quan, đơn vị, địa phương",
    ),
    Block(
        "Đảng ủy Sở đã ban hành Nghị quyết số 12-NQ/ĐU ngày 20/9/2022 về lãnh đạo thực hiện Phong trào thi đua."
    ),
    heading(
        3, "b)", "Xây dựng, ban hành cơ chế, chính sách, các văn bản triển khai, thực hiện Phong trào thi đua"
    ),
    Block(
        "Sở đã ban hành Kế hoạch số 112/KH-SVD ngày 29/9/2022 và Hướng dẫn số 35/HD-SVD ngày 14/3/2023 về khen "
        "thưởng trong Phong trào thi đua."
    ),
    heading(
        3,
        "c)",
        "Việc triển khai, thực hiện Phong trào thi đua của Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội, các cơ "
        "quan, đơn vị, địa phương",
    ),
    Block("Công đoàn và Đoàn Thanh niên Sở đã ký giao ước thi đua với 07 phòng, đơn vị thuộc Sở."),
    heading(
        3,
        "d)",
        "Các phong trào thi đua của các cơ quan, đơn vị, địa phương hưởng ứng Phong trào thi đua",
    ),
    Block(
        "Sở đã phát động 02 phong trào: “Mỗi phòng giúp một hộ” nhằm giúp hộ nghèo ổn định việc làm, tiêu chí là mỗi "
        "phòng giúp một hộ thoát nghèo; “Ngày thứ Bảy tình nguyện” nhằm sửa chữa nhà ở, tiêu chí là mỗi quý một căn."
    ),
    heading(
        2,
        "3.",
        "Kết quả thực hiện Phong trào thi đua của Mặt trận Tổ quốc, các đoàn thể chính trị - xã hội, các cơ quan, đơn "
        "vị, địa phương; đánh giá hiệu quả kinh tế - xã hội và tác động của Phong trào thi đua",
    ),
    Block(
        "- Sở đã vận động được 1.250 triệu đồng, gồm: năm 2021: 380 triệu đồng; năm 2022: 420,5 triệu đồng; năm 2023: "
        "449,5 triệu đồng."
    ),
    Block("- Hỗ trợ xây mới và sửa chữa 46 căn nhà (trong đó: xây mới 28 căn, sửa chữa 18 căn)."),
    Block("- Có 118/125 hộ được hỗ trợ sinh kế đã thoát nghèo, đạt 94,4%."),
    Block(
        "- Số hộ nghèo tại địa bàn Sở được phân công giúp đỡ giảm từ 250 hộ (năm 2021) xuống 180 hộ (năm 2023), giảm "
        "28%."
    ),
    Block("- Sở đã đến thăm và hỗ trợ sinh kế tại 04 xã (Sơn Mẫu, Ba Thử, Trà Ví, Nghĩa Dụ)."),
    Block("Kinh phí hỗ trợ theo nguồn như sau:"),
    Block(
        "",
        rows=(
            ("TT", "Nguồn", "Số tiền (triệu đồng)"),
            ("1", "Công chức, viên chức đóng góp", "415,5"),
            ("2", "Doanh nghiệp ủng hộ", "734,5"),
            ("3", "Quỹ Công đoàn", "100"),
            ("", "Tổng cộng", "1.250"),
        ),
    ),
    Block(
        "Phong trào thi đua đã góp phần nâng cao thu nhập của người dân, tạo sự đồng thuận trong xã hội và củng cố "
        "niềm tin của Nhân dân đối với chính sách giảm nghèo."
    ),
    heading(
        2,
        "4.",
        "Công tác phát hiện, bồi dưỡng, tuyên truyền, nhân rộng điển hình tiên tiến, mô hình hay, cách làm mới, sáng "
        "tạo trong Phong trào thi đua",
    ),
    heading(
        3,
        "a)",
        "Các hình thức, giải pháp phát hiện, bồi dưỡng, tuyên truyền, nhân rộng điển hình tiên tiến, mô hình hay, cách "
        "làm mới, sáng tạo",
    ),
    Block(
        "Sở đã mở chuyên mục trên Trang thông tin điện tử với 24 tin, bài và tổ chức 03 buổi giao lưu điển hình."
    ),
    heading(
        3,
        "b)",
        "Mô hình, cách làm mới, sáng tạo, các gương điển hình tiên tiến tiêu biểu của Mặt trận Tổ quốc, các đoàn thể "
        "chính trị - xã hội, các cơ quan, đơn vị, địa phương trong triển khai thực hiện Phong trào thi đua",
    ),
    Block(
        "Mô hình “Vườn rau liên kết” của Phòng Nghiệp vụ hướng dẫn 15 hộ trồng rau an toàn theo nhóm, bao tiêu sản "
        "phẩm, giúp mỗi hộ tăng thu nhập 3,5 triệu đồng mỗi tháng."
    ),
    heading(
        2,
        "5.",
        "Công tác khen thưởng tập thể, hộ gia đình, cá nhân có thành tích trong Phong trào thi đua từ năm 2022 đến nay; "
        "các hình thức biểu dương, tôn vinh, khen thưởng đã thực hiện",
    ),
    Block(
        "Giám đốc Sở đã tặng Giấy khen cho 06 tập thể, 03 hộ gia đình và 14 cá nhân; đề nghị Chủ tịch UBND tỉnh tặng "
        "Bằng khen cho 02 tập thể và 03 cá nhân."
    ),
    heading(2, "6.", "Công tác kiểm tra, giám sát thực hiện Phong trào thi đua"),
    Block("Sở đã tổ chức 05 cuộc kiểm tra, giám sát tại các phòng, đơn vị; không phát hiện sai phạm."),
    heading(1, "III.", "ĐÁNH GIÁ CHUNG"),
    heading(2, "1.", "Đánh giá chung"),
    heading(3, "a)", "Ưu điểm"),
    Block(
        "Phong trào thi đua được triển khai đồng bộ, có trọng tâm, được công chức, viên chức tích cực hưởng ứng."
    ),
    heading(3, "b)", "Hạn chế"),
    Block("Việc nhân rộng mô hình còn chậm; một số đơn vị chưa thường xuyên báo cáo kết quả."),
    heading(2, "2.", "Nguyên nhân của hạn chế"),
    heading(3, "a)", "Khách quan"),
    Block("Thời tiết diễn biến phức tạp, giá vật liệu xây dựng tăng cao."),
    heading(3, "b)", "Chủ quan"),
    Block("Một số đơn vị chưa chủ động xây dựng kế hoạch và phân công người theo dõi."),
    heading(2, "3.", "Biện pháp, giải pháp nâng cao chất lượng Phong trào thi đua trong thời gian tới"),
    Block("Tiếp tục đẩy mạnh tuyên truyền; mỗi quý kiểm tra một lần; nhân rộng mô hình có hiệu quả."),
    heading(
        2,
        "4.",
        "Những khó khăn, vướng mắc trong triển khai thực hiện Chương trình mục tiêu quốc gia và Phong trào thi đua",
    ),
    Block("Kinh phí sự nghiệp được phân bổ muộn nên việc mua sắm vật tư cho các hộ còn chậm."),
    heading(1, "IV.", "ĐỀ XUẤT, KIẾN NGHỊ"),
    heading(2, "-", "Với tỉnh"),
    Block("Đề nghị UBND tỉnh sớm phân bổ kinh phí hằng năm cho các cơ quan, đơn vị."),
    heading(2, "-", "Với Trung ương"),
    Block("Đề nghị các bộ, ngành Trung ương sớm ban hành hướng dẫn về khen thưởng giai đoạn tiếp theo."),
)
