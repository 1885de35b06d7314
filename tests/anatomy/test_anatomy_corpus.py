"""The five documents of the corpus taken apart: every heading and every component, exactly."""

from __future__ import annotations

from pathlib import Path

from thidua_check.anatomy import analyse
from thidua_check.anatomy.model import Anatomy
from thidua_check.read.reading import read

CORPUS = Path(__file__).parents[2] / "fixtures" / "corpus"


def anatomy(number: str) -> Anatomy:
    """Return the anatomy of one document of the corpus."""
    return analyse(read(next(CORPUS.glob(f"{number}_*.txt"))))


def shown(a: Anatomy) -> list[str]:
    """Return level, label and the first eight words of each heading, with a mark where content is run in."""
    return [
        f"{h.level} {h.label} {' '.join(h.title.split()[:8])}" + (" >" if h.run_in else "")
        for h in a.headings
    ]


def closing(a: Anatomy) -> tuple[list[str], list[str], str | None]:
    """Return authority, titles and name of the signature."""
    assert a.signature is not None
    name = a.signature.name.text if a.signature.name else None
    return [p.text for p in a.signature.authority], [p.text for p in a.signature.titles], name


def test_headings_of_000() -> None:
    """The two movements with the outline repeated under each, dashes and run-in titles among them."""
    found = shown(anatomy("000"))
    found[12] = found[12].removesuffix(" >")  # run in or not: the reader may have joined it to the text below

    assert found == [
        "1 I. Kết quả thực hiện phong trào thi đua",
        "2 1. Công tác lãnh đạo, chỉ đạo của các",
        "2 2. Công tác xây dựng, ban hành các cơ",
        "2 3. Kết quả thực hiện Phong trào thi đua:",
        "2 4. Công tác phát hiện, bồi dưỡng, tuyên truyền,",
        "2 5. Công tác khen thưởng tập thể, cá nhân",
        "2 6. Đánh giá chung",
        "3 - Ưu điểm:",
        "3 - Hạn chế >",
        "3 - Nguyên nhân của hạn chế >",
        "2 7. Biện pháp, giải pháp nâng cao chất lượng",
        "1 II. Kết quả thực hiện phong trào thi đua",
        "2 1. Công tác lãnh đạo, chỉ đạo của các",
        "2 2. Công tác xây dựng, ban hành các văn",
        "2 3. Kết quả thực hiện Phong trào thi đua:",
        "2 4. Công tác phát hiện, bồi dưỡng, tuyên truyền,",
        "2 5. Đánh giá chung",
        "3 - Ưu điểm",
        "3 - Nguyên nhân của hạn chế >",
        "2 6. Biện pháp, giải pháp nâng cao chất lượng",
        "2 7. Kiến nghị, đề xuất >",
    ]


def test_headings_of_001() -> None:
    """Four parts, numbers under the second and third."""
    assert shown(anatomy("001")) == [
        "1 I. Khái quát đặc điểm tình hình",
        "1 II. Kết quả triển khai thực hiện phong trào",
        "2 1. Công tác lãnh đạo, chỉ đạo của các",
        "2 2. Xây dựng, ban hành các cơ chế, chính",
        "2 3. Kết quả thực hiện Phong trào thi đua",
        "2 4. Công tác tuyên truyền, nhân rộng điển hình",
        "1 III. Đánh giá chung",
        "2 1. Đánh giá chung",
        "2 2. Biện pháp, giải pháp nâng cao chất lượng",
        "2 3. Những khó khăn vướng mắc trong triển khai",
        "1 IV. Đề xuất, kiến nghị:",
    ]


def test_headings_of_002() -> None:
    """The long numbered paragraphs of a plan are content, not headings."""
    a = anatomy("002")

    assert shown(a) == [
        "1 I. MỤC ĐÍCH YÊU CẦU",
        "2 1. Mục đích",
        "2 2. Yêu cầu",
        "1 II. NỘI DUNG, CHỈ TIÊU THI ĐUA",
        "1 III. TỔ CHỨC THỰC HIỆN",
    ]
    assert [n.label.printed for n in a.numbered if n.section is None] == ["1.", "2.", "3.", "1.", "2.", "3."]


def test_headings_of_004() -> None:
    """Four levels with letters up to (đ), a title of 77 words, stars and a dash caption."""
    assert shown(anatomy("004")) == [
        "1 I. CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO THỰC HIỆN",
        "1 II. KẾT QUẢ THỰC HIỆN CÁC PHONG TRÀO THI",
        "2 1. Kết quả thực hiện các phong trào thi",
        "3 a) Phong trào thi đua “Cả nước chung sức",
        "3 b) Phong trào thi đua “Cả nước chung tay",
        "3 c) Phong trào thi đua “Cán bộ, công chức,",
        "3 d) Phong trào thi đua “Cả nước thi đua",
        "3 đ) Phong trào thi đua “Đẩy mạnh phát triển",
        "3 e) Phong trào thi đua “Cả nước chung tay",
        "2 2. Kết quả thực hiện Chỉ thị số 19/CT-TTg",
        "2 3. Kết quả thực hiện các phong trào thi",
        "3 a) Đẩy mạnh cải cách hành chính tỉnh Quảng",
        "3 b) Dân vận khéo",
        "3 c) Về học tập và làm theo tư tưởng,",
        "3 (d) “Cán bộ, đảng viên 3 gương mẫu, Nhân",
        "3 (đ) Chuyển đổi số",
        "1 III. CÔNG TÁC TUYÊN TRUYỀN GƯƠNG ĐIỂN HÌNH TIÊN",
        "2 * Nêu gương một số tập thể tiêu biểu",
        "2 * Kết quả biểu dương, tôn vinh, khen thưởng",
        "1 IV. CÔNG TÁC KHEN THƯỞNG",
        "2 - Khen thưởng cấp nhà nước:",
        "1 V. ĐÁNH GIÁ TỔNG QUÁT, NGUYÊN NHÂN VÀ BÀI",
        "2 1. Ưu điểm",
        "2 2. Tồn tại, hạn chế, nguyên nhân",
        "3 a) Tồn tại, hạn chế",
        "3 b) Nguyên nhân",
        "2 3. Bài học kinh nghiệm",
    ]


def test_blocks_of_000() -> None:
    """A header lost with the PDF, a complete closing block."""
    a = anatomy("000")

    assert (a.type and a.type.text, a.subject and a.subject.text) == (
        "BÁO CÁO",
        "Kết quả thực hiện các phong trào thi đua",
    )
    assert (a.national, a.issuer, a.number_line, a.place_date) == (None, None, None, None)
    assert [p.text for p in a.recipients] == [
        "- Ban Thi đua Khen thưởng tỉnh;",
        "- Sở Nội vụ;",
        "- GĐ; các P.GĐ;",
        "- Lưu: VT, VP.",
    ]
    assert closing(a) == ([], ["GIÁM ĐỐC"], "Trần Thanh Trường")
    assert a.end_mark is not None
    assert a.closing is not None
    assert a.closing.text.startswith("Trên đây là Báo cáo Tổng kết")


def test_blocks_of_001() -> None:
    """Blank number and day; the body begins behind the subject."""
    a = anatomy("001")

    assert (a.number, a.symbol) == (None, "BC-SKHCHN")
    assert a.place_date is not None
    assert (a.place_date.place, a.place_date.day, a.place_date.month, a.place_date.year) == (
        "Quảng Ngãi",
        None,
        3,
        2025,
    )
    assert a.subject is not None
    assert a.subject.text.startswith("Tổng kết Phong trào thi đua")
    assert a.main[0].text.startswith("Theo đề nghị của Sở Nội vụ")
    assert closing(a) == ([], ["GIÁM ĐỐC"], "Trần Thanh Trường")


def test_blocks_of_002() -> None:
    """A subject on two lines; the last numbered paragraph carries the end mark."""
    a = anatomy("002")

    assert (a.type and a.type.text) == "KẾ HOẠCH"
    assert a.subject is not None
    assert a.subject.text.endswith("kế hoạch công tác năm 2024 của Sở Khoa học và Công nghệ")
    assert (a.closing, a.end_mark and a.end_mark.text) == (None, "./.")
    assert closing(a) == ([], ["GIÁM ĐỐC"], "Nguyễn Văn Thành")


def test_blocks_of_003() -> None:
    """A letter with two outlines attached."""
    a = anatomy("003")

    assert (a.parent and a.parent.text, a.issuer and a.issuer.text) == ("UBND TỈNH QUẢNG NGÃI", "SỞ NỘI VỤ")
    assert (a.type, a.subject and a.subject.text) == (None, "V/v thực hiện sơ kết Phong trào thi đua")
    assert (a.number, a.symbol, a.regime) == (None, "SNV-TĐKT", "state")
    assert a.to is not None
    assert a.to.text.count(";") == 5
    assert closing(a) == ([], ["GIÁM ĐỐC"], "Tạ Công Dũng")
    assert [len(t.sections) for t in a.attachments] == [30, 30]
    assert all(t.title.text.startswith("ĐỀ CƯƠNG BÁO CÁO Sơ kết") for t in a.attachments)


def test_blocks_of_004() -> None:
    """No head at all; a signature block without title and name."""
    a = anatomy("004")

    assert (a.type, a.subject, a.national) == (None, None, None)
    assert a.main[0].text.startswith("Theo đề nghị của Sở Nội vụ")
    assert a.closing is not None
    assert a.closing.text == "UBND huyện Ba Tơ kính báo cáo./."
    assert a.recipients[-1].text == "- Lưu: VT, PNV(ltkx)"
    assert closing(a) == (["TM. ỦY BAN NHÂN DÂN"], [], None)
