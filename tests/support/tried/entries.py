"""Words that try each entry of the lists in the rules' parameters."""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.tried.sample import RULES, Sample

_AWARDS = "BÁO CÁO\n\nTổng kết phong trào thi đua\n\nI. {heading}\n\nĐơn vị {rest} cho 02 tập thể.\n"
SNV = (
    "UBND TỈNH QUẢNG NGÃI\nSỞ NỘI VỤ\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\n"
    "Số: 15/BC-SNV\n\nQuảng Ngãi, ngày 05 tháng 12 năm 2025\n\n"
)
_REPORT = "BÁO CÁO\nKết quả phong trào thi đua năm 2025\n\n"
_TAIL = "Nơi nhận:\n- Như trên;\n- Lưu: VT, TĐKT.\n\n{authority}\n\nTrần Văn Mẫu\n"
SIGNED = (
    f"{SNV}{_REPORT}I. KẾT QUẢ\n\nCác phòng đã hoàn thành nhiệm vụ.\n\n"
    f"Trên đây là báo cáo của Sở Nội vụ./.\n\n{_TAIL}"
)
_LETTER = (
    f"{SNV.replace('15/BC', '15/{entry}')}"
    "V/v báo cáo kết quả thi đua\n\nKính gửi: Các phòng.\n\nSở Nội vụ đề nghị các phòng báo cáo./.\n\n"
    f"{_TAIL.format(authority='GIÁM ĐỐC')}"
)
PARTS = (
    f"{SNV}{_REPORT}Sở Nội vụ báo cáo kết quả như sau:\n\n{{part}} I\nTÌNH HÌNH CHUNG\n\nCác phòng đã làm tốt.\n\n"
    f"{{part}} II\nPHƯƠNG HƯỚNG\n\nCác phòng tiếp tục làm tốt.\n\n{_TAIL.format(authority='GIÁM ĐỐC')}"
)
_THIN = "BÁO CÁO\nKết quả phong trào thi đua\n\nI. Công tác {entry} trong năm\n\nĐơn vị đã làm tốt.\n\nII. Bài học\n\nCó 02 bài học.\n\nIII. Kiến nghị\n\nKhông.\n"
_THIN_OUTLINE = "ĐỀ CƯƠNG BÁO CÁO\nKết quả phong trào thi đua\n\nI. Công tác {entry} trong năm\nII. Bài học\nIII. Kiến nghị\n"
_TOPICS = (
    "BÁO CÁO\nKết quả thực hiện các phong trào thi đua\n\nI. Kết quả phong trào {entry}\n\n"
    "Xã {other}; huyện {other} tốt hơn năm trước.\n\nII. Phương hướng\n\nXã tiếp tục làm tốt.\n"
)
_OWN_OFFICE = (
    "Số: 15/BC-{symbol}\n\nQuảng Ngãi, ngày 15 tháng 3 năm 2024\n\nBÁO CÁO\n\nTổng kết phong trào thi đua\n\n"
    "{office} báo cáo kết quả như sau:\n"
)
_CITED_OFFICE = "Theo Kế hoạch số 12/KH-VP ngày 15/8/2025 của {entry} về thi đua."

# For each word that may be said twice, the words beside which prose would take the second one for a slip.
_BESIDE_DOUBLED = {
    "người": ("của", "được"),
    "nhà": ("của", "cách"),
    "ngày": ("cập", "nhận"),
    "năm": ("vào", "trước"),
    "tháng": ("vào", "kể"),
    "ngành": ("chuyên", "nghệ"),
    "nơi": ("là", "người"),
    "đêm": ("ban", "như"),
    "sáng": ("mới", "cùng"),
    "chiều": ("ngược", "hoặc"),
    "xã": ("cấp", "đức"),
    "thôn": ("nông", "an"),
    "làng": ("tại", "đại"),
    "hàng": ("giao", "hoá"),
    "từng": ("thể", "là"),
    "bao": ("là", "di"),
    "mau": ("cà", "đã"),
    "nhanh": ("và", "chóng"),
    "cao": ("nâng", "kỳ"),
    "xa": ("từ", "đến"),
    "đỏ": ("sổ", "có"),
    "vàng": ("chương", "ở"),
    "số": ("một", "của"),
    "ba": ("thứ", "tỉnh"),
    "hai": ("thứ", "ông"),
    "bốn": ("có", "thế"),
    "bảy": ("thứ", "của"),
    "tám": ("tháng", "và"),
    "mười": ("tháng", "đạo"),
    "bà": ("là", "rịa"),
    "ông": ("của", "cho"),
    "mẹ": ("cha", "của"),
    "con": ("của", "người"),
    "cháu": ("và", "nội"),
    "sơ": ("hồ", "sinh"),
    "ban": ("uỷ", "kinh"),
    "bộ": ("toàn", "giao"),
    "phòng": ("quốc", "công"),
    "hội": ("xã", "liên"),
    "sở": ("cơ", "chính"),
    "cục": ("tổng", "bảo"),
    "vụ": ("dịch", "tổng"),
    "chi": ("định", "tiền"),
    "đội": ("quân", "phòng"),
    "tổ": ("của", "bầu"),
    "khối": ("có", "quân"),
    "cụm": ("dụng", "công"),
    "viện": ("học", "chính"),
    "trường": ("môi", "chuyên"),
    "đoàn": ("sư", "bộ"),
    "đảng": ("ương", "nhỏ"),
    "xanh": ("phố", "sạch"),
}
_PARTY_COMMITTEES = ("huyện uỷ", "quận uỷ", "thị uỷ", "tỉnh uỷ")

# For each second half of a compound, a first word of prose between which and the half the other half fell out.
_HALF_BEHIND = {
    "Các hộ đã {first} {entry} trong năm.": {
        "bào": "vùng",
        "cấu": "dịch",
        "chẽ": "hợp",
        "côi": "trẻ",
        "doanh": "hộ",
        "dục": "biến",
        "dưỡng": "hiện",
        "đình": "hộ",
        "đua": "ban",
        "hậu": "đổi",
        "hoạch": "dựng",
        "khẩu": "ngạch",
        "khiếu": "giải",
        "kiệm": "gạo",
        "môi": "bảo",
        "nại": "quyết",
        "nghiệp": "ngành",
        "nguyện": "bảy",
        "nhiệm": "thần",
        "nhở": "đốc",
        "niên": "viên",
        "ninh": "phòng",
        "thao": "dục",
        "thống": "cả",
        "thuật": "bộ",
        "trào": "chức",
        "trận": "ban",
        "triển": "nhau",
        "trò": "cao",
        "tế": "cấu",
        "tư": "hút",
        "xuyên": "chưa",
    },
    "Các xã {first} {entry} ở thôn.": {
        "biệt": "thôn",
        "dung": "yếu",
        "đãi": "vay",
        "đoan": "tín",
        "nghiệm": "biến",
        "súc": "nuôi",
    },
    "Việc {first} {entry} được quan tâm.": {"mẽ": "biến", "nhũng": "chống"},
}

SAMPLES = (
    *(
        Sample("CT03", "halves", text.replace("{first}", first), only=(half,))
        for text, halves in _HALF_BEHIND.items()
        for half, first in halves.items()
    ),
    Sample("TD04", "looser", "Năm nay có {entry} được ghi nhận."),
    Sample("CT23", "verbs", "Theo Kế hoạch số 58/KH-UBND ngày 20/3/2024 {entry} nông thôn mới."),
    Sample("CT02", "goods", "Đàn {entry} đen tăng nhanh.", speaks=False, only=("gà",)),
    Sample("CT02", "goods", "Tổng đàn {entry} là khá lớn.", speaks=False, only=("ong",)),
    Sample("CT02", "goods", "Các hộ bán {entry} cho thương lái.", speaks=False, only=("riềng",)),
    Sample(
        "CT02",
        "goods",
        "Các hộ đã trồng {entry} trong năm.",
        speaks=False,
        only=(
            "gừng",
            "vừng",
        ),
    ),
    Sample(
        "CT02",
        "goods",
        "Thu hoạch {entry} vào tháng sau.",
        speaks=False,
        only=(
            "sả",
            "vầu",
        ),
    ),
    Sample("CT02", "goods", "Có {entry} là cây chủ lực.", speaks=False, only=("mè",)),
    Sample(
        "CT02",
        "goods",
        "Mua {entry} để làm giống.",
        speaks=False,
        only=(
            "sắn",
            "nứa",
        ),
    ),
    Sample(
        "CT02",
        "goods",
        "Các hộ đã trồng {entry} vào vụ mới.",
        speaks=False,
        only=(
            "dứa",
            "dưa",
            "đước",
        ),
    ),
    Sample(
        "CT02",
        "goods",
        "Chế biến {entry} tại xã.",
        speaks=False,
        only=(
            "mít",
            "ổi",
        ),
    ),
    Sample("CT02", "goods", "Các hộ chăm sóc {entry} và cây khác.", speaks=False, only=("tre",)),
    Sample(
        "CT02",
        "goods",
        "Tổng diện tích {entry} là khá lớn.",
        speaks=False,
        only=(
            "cói",
            "đay",
        ),
    ),
    Sample("CT02", "units", "Đã có 12 {entry} lan mới.", speaks=False),
    Sample("CT04", "tools", "Năm nay, {entry} {entry} đơn vị đều làm tốt."),
    *(
        Sample(
            "CT04",
            "doubled",
            f"Các xã đã {left} {{entry}} {{entry}} {right} trong năm.",
            speaks=False,
            only=(word,),
        )
        for word, (left, right) in _BESIDE_DOUBLED.items()
    ),
    Sample("KT02", "enough", SIGNED.format(authority="{entry} GIÁM ĐỐC"), speaks=False, capitals=True),
    Sample("KT04", "offices", SIGNED.format(authority="TM. {entry} NỘI VỤ\n\nGIÁM ĐỐC"), capitals=True),
    Sample(
        "KT05",
        "sectors",
        SIGNED.replace("SỞ NỘI VỤ", "TRUNG TÂM {entry} SÔNG XANH")
        .replace("{authority}", "GIÁM ĐỐC")
        .replace("Trần", "TS. Trần"),
        capitals=True,
    ),
    Sample("ND02", "titles", _THIN, guidance=_THIN_OUTLINE),
    Sample(
        "ND03",
        "spans",
        "BÁO CÁO\nKết quả thi đua năm 2024\n\nI. Kết quả\n\nXã đã làm hàng chục {entry} mẫu.\n",
        speaks=False,
    ),
    Sample("ND09", "topics", _TOPICS.replace("{other}", "giúp hộ nghèo"), but=("giảm nghèo",)),
    Sample("ND09", "topics", _TOPICS.replace("{other}", "chuyển đổi số"), only=("giảm nghèo",)),
    Sample("NT04", "leads", "Kết quả {entry} 2025-2021 đạt cao.", but=("niên",)),
    Sample("NT04", "leads", "Kết quả niên khóa 2025-2021 đạt cao.", only=("niên",)),
    Sample(
        "NT05",
        "leads",
        "BÁO CÁO\nTổng kết phong trào thi đua “Chung tay vì cộng đồng” giai đoạn 2021-2025\n\n"
        "Thực hiện phong trào thi đua “Chung tay vì cộng đồng” {entry} 2020-2025, đơn vị báo cáo như sau:\n",
    ),
    Sample("SL20", "units", "Đã kiểm tra tại 24/21 {entry}."),
    Sample("SL07", "point_units", "Thu đạt 105,5% kế hoạch; kết quả khác là 12.55 {entry} so với trước."),
    Sample(
        "TD01",
        "particles",
        "Phong trào “Doanh nghiệp Việt Nam hội nhập {entry} phát triển” lan rộng.",
        but=("và",),
    ),
    Sample(
        "TD01",
        "particles",
        "Phong trào “Cả nước chung sức xây dựng và nông thôn mới” lan rộng.",
        only=("và",),
    ),
    Sample("TD04", "wrong", "Năm nay có {entry} được ghi nhận."),
    Sample("TD05", "persons", "Công nhận Tập thể lao động tiên tiến cho 12 {entry}."),
    Sample("TD05", "groups", "Có 05 {entry} đạt danh hiệu Lao động tiên tiến năm 2023."),
    Sample("TD06", "links", "UBND xã Hòa Xuân {entry} tặng Bằng khen cho 05 hộ."),
    Sample("TD06", "names", "Sở Ví Dụ {entry} tặng Bằng khen cho 05 hộ."),
    Sample(
        "TD08", "offices", _CITED_OFFICE.replace("{entry}", "{entry} huyện Hòa Xuân"), but=_PARTY_COMMITTEES
    ),
    Sample(
        "TD08", "offices", _CITED_OFFICE.replace("{entry}", "{entry} Hòa Xuân"), only=_PARTY_COMMITTEES[:3]
    ),
    Sample("TD08", "offices", _CITED_OFFICE.replace("{entry}", "{entry} Bắc Giang"), only=("tỉnh uỷ",)),
    Sample(
        "TD08", "provinces", "Theo Kế hoạch số 12/KH-UBND ngày 15/8/2025 của UBND tỉnh {entry} về thi đua."
    ),
    Sample(
        "TD08",
        "cities",
        "Theo Kế hoạch số 12/KH-UBND ngày 15/8/2025 của UBND thành phố {entry} về thi đua.",
        speaks=False,
    ),
    Sample(
        "TD11",
        "headings",
        _AWARDS.replace("{heading}", "{entry}").replace("{rest}", "trình đề nghị tặng Bằng khen"),
        capitals=True,
    ),
    Sample(
        "TD11",
        "proposals",
        _AWARDS.replace("{heading}", "KẾT QUẢ KHEN THƯỞNG").replace("{rest}", "{entry} tặng Bằng khen"),
    ),
    Sample(
        "TD11",
        "awards",
        _AWARDS.replace("{heading}", "KẾT QUẢ KHEN THƯỞNG").replace("{rest}", "trình đề nghị tặng {entry}"),
    ),
    Sample("TT05", "letter_codes", _LETTER),
    Sample(
        "TT41",
        "schemes",
        PARTS.replace("{part}", "Phần"),
        only=("part",),
        look=(("TÌNH HÌNH CHUNG", "plain"),),
    ),
    Sample(
        "TT41",
        "schemes",
        PARTS.replace("{part}", "Chương"),
        only=("chapter",),
        look=(("TÌNH HÌNH CHUNG", "plain"),),
    ),
    Sample("VD01", "carriers", "Theo {entry} Hướng dẫn số 02/HD-SNV ngày 18/3/2025 của Sở Nội vụ."),
    Sample("VD01", "coded", "Thực hiện {entry} số 78/SNV-TĐKT ngày 29/4/2025 của Sở Nội vụ."),
    Sample("VD03", "party_organs", "Thực hiện Chỉ thị số 34/CT-{entry} ngày 07/4/2014 về thi đua."),
    Sample(
        "VD05",
        "restarts",
        "Quyết định số 815/QĐ-UBND ngày 20/02/2025 và Quyết định số 08/QĐ-UBND ngày 15/4/2025.",
        speaks=False,
        only=("2025-03-01",),
    ),
    Sample(
        "VD05",
        "restarts",
        "Quyết định số 815/QĐ-UBND ngày 20/4/2025 và Quyết định số 08/QĐ-UBND ngày 15/8/2025.",
        speaks=False,
        only=("2025-07-01",),
    ),
    Sample(
        "VD06", "basis", "{entry} Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;", but=("căn cứ",)
    ),
    Sample(
        "VD06",
        "basis",
        "Căn cứ Luật Cán bộ, công chức; căn cứ Nghị định số 98/2023/NĐ-CP ngày 31/12/2023 của Chính phủ;",
        only=("căn cứ",),
    ),
    Sample("VD06", "future", "Các đơn vị {entry} Thông tư số 01/2024/TT-BNV của Bộ Nội vụ."),
    Sample(
        "VD09",
        "named",
        "Đơn vị thực hiện Nghị quyết số 30/NQ-{entry} ngày 18/5/2022 về thi đua.",
        but=("TW", "TU"),
    ),
    Sample(
        "VD09",
        "named",
        "Đơn vị thực hiện Chỉ thị số 36-CT/{entry} ngày 18/5/2022 về thi đua.",
        only=("TW", "TU"),
    ),
    Sample(
        "VD12", "administrative", "Thực hiện văn bản số 12/2025/{entry}-UBND ngày 15/01/2025 của UBND huyện."
    ),
    Sample(
        "VD13", "skipped", _OWN_OFFICE.format(office="Trung tâm Ví dụ {entry} Giáo dục", symbol="TTVDGDD")
    ),
    Sample("VD16", "types", "Căn cứ {entry} số 06/2022/QH15 ngày 15/6/2022 về thi đua, khen thưởng;"),
)


def entry_samples(rule: str, field: str) -> Iterator[tuple[Sample, str]]:
    """Yield the words that try the entries of a list, with the entry each time."""
    for sample in SAMPLES:
        if (sample.rule, sample.field) == (rule, field):
            for entry in getattr(RULES[rule].params, field):
                if sample.tries(entry):
                    yield sample, entry
