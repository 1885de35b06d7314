"""Words that exist but hardly stand there, words that are none, words twice, words wanting: on small drafts."""

from __future__ import annotations

import unicodedata

import pytest
from attrs import evolve

from thidua_check.checking import Options, analyse
from thidua_check.findings import Finding, Level
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run

RULES = {rule.id: rule for rule in load_rules().rules}


def said(text: str, *ids: str) -> list[Finding]:
    """Return the findings of some of the rules on words (all four without names) on a text draft."""
    draft = analyse(read(text.encode(), name="draft.txt"), Options())
    return list(run([RULES[i] for i in ids or ("CT01", "CT02", "CT03", "CT04")], draft).findings)


def shown(text: str, *ids: str) -> list[tuple[str, str, str | None]]:
    """Return rule, excerpt and repair of each finding."""
    return [(f.rule, f.excerpt, f.suggestion.text.vi if f.suggestion else None) for f in said(text, *ids)]


@pytest.mark.parametrize(
    ("text", "excerpt", "repair"),
    [
        ("Sở đã tham mưu banh hành kế hoạch.", "banh hành", "ban hành"),
        ("Luật quán lý thuế được phổ biến.", "quán lý", "quản lý"),
        ("Việc chuyển đối số được đẩy mạnh.", "chuyển đối số", "chuyển đổi số"),
        ("BÁO CÁO KẾT QUẢ PHÒNG TRÀO THI ĐUA", "PHÒNG TRÀO", "PHONG TRÀO"),
        ("Hủ gạo tiết kiệm của chi hội.", "Hủ gạo", "Hũ gạo"),
        ("Phong trào đước các cấp hưởng ứng.", "đước các", "được các"),
        ("Các cấp uỷ đảng, chính quyển địa phương.", "chính quyển", "chính quyền"),
    ],
)
def test_word_that_stands_wrongly(text: str, excerpt: str, repair: str) -> None:
    """The word is shown with the neighbours that tell it, and repaired in the draft's case."""
    assert shown(text) == [("CT02", excerpt, repair)]


def test_repair_is_not_applied_unseen() -> None:
    """A repair of a word is a guess, to be looked at."""
    (finding,) = said("Sở đã tham mưu banh hành kế hoạch.")

    assert finding.suggestion is not None
    assert finding.suggestion.kind == "unsafe"
    assert finding.level is Level.WARNING


def test_same_slip_folds() -> None:
    """The same slip in several places is one finding with all of them."""
    text = "Đã tham mưu banh hành kế hoạch, đôn đốc.\n\nSở kịp thời banh hành hướng dẫn, quy chế."
    (finding,) = said(text, "CT01", "CT02")

    assert finding.count == 2


def test_what_the_draft_repeats_is_meant() -> None:
    """A rare pair that stands again and again is a name or a term, not a slip."""
    once = "Chi hội thu gom phế liệu gây quỷ."

    assert [f.excerpt for f in said(once)] == ["gây quỷ"]
    assert shown(f"{once} Đoàn xã gây quỷ.") == []


def test_names_are_no_warnings() -> None:
    """A capital beside a capital is a name, whatever the counts say."""
    text = "Xã Tịnh Sơn, xã Ba Lễ, ông Phạm Văn Hòa, bà Đinh Thị Trá và thôn Gò Rét được khen."

    assert [f for f in said(text) if f.level >= Level.WARNING] == []


@pytest.mark.parametrize(
    "text",
    [
        "Lớp kỹ năng cao cấp; bên trong tâm trí mỗi người; hiệu năng cao.",
        "Cuộc họp nhất trí thông qua báo cáo.",
        "Hội đồng tiến hành họp hồi… giờ… phút cùng ngày.",
        "Số: 12/TTr-UBND, TU, QH, O với A, tr 5.",
        "Cầu khỉ được thay thế; đê đã vỡ; cây đa cổ thụ; khám tai tại trạm; gỗ bị mọt; lá các loại; trụ đá có chữ.",
        "Ghi trên bì thư, định lề trang, chữ in đứng.",
    ],
)
def test_look_alikes(text: str) -> None:
    """Rare neighbours that are right, fill-ins, abbreviations and codes are left alone."""
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "excerpt", "repair"),
    [
        ("Hoàn thành xuất săc nhiệm vụ.", "săc", "sắc"),
        ("Ngành buru chính phát triển.", "buru", "bưu"),
        ("Được sự quan tâm cuả các cấp.", "cuả", "của"),
        ("Các đơn vị đã đuợc khen.", "đuợc", "được"),
        ("Phối hợpvới các ngành.", "hợpvới", "hợp với"),
        ("Theo qu y định của pháp luật.", "qu y", "quy"),
        ("UBNĐ xã phát động thi đua.", "UBNĐ", "UBND"),
    ],
)
def test_word_that_is_none(text: str, excerpt: str, repair: str) -> None:
    """A string of letters that no syllable can be is told with what was meant."""
    assert shown(text) == [("CT01", excerpt, repair)]


def test_word_that_is_none_and_has_no_repair() -> None:
    """Where nothing near exists, the word is shown for a look and nothing is offered."""
    (finding,) = said("Bà con dùng ngoẵch để gùi lúa.")

    assert (finding.rule, finding.excerpt, finding.suggestion, finding.level) == (
        "CT01",
        "ngoẵch",
        None,
        Level.INFO,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Anh A Blưu, chị Rơ Châm H'Lan, làng Đăk Răng, xã Đắk Dục, tỉnh Kon Tum, ông Đinh Kni.",
        "Quảng bá trên Zalo, facebook, tiktok; hội chợ mini; xe container; hàng OCOP; chuẩn VietGAP, GlobalGAP.",
        "Thư điện tử: snv@quangngai.gov.vn; trang sonoivu.quangngai.gov.vn; Công văn 719/STTTT-TTBCXB.",
        "Mục I, II, III, IV; điểm a, b, c; khoản 2a; H5N1; 15kW; COVID-19; 4.0.",
        "Diện tích 12 km², 5 m³; Kế hoạch¹ và Chương trình²; list of items, if it is on or off.",
        "The Fatherland Front and the Emulation Board of Quang Ngai.",
    ],
)
def test_no_vietnamese_words(text: str) -> None:
    """Names, borrowed words, addresses, codes, numerals and foreign sentences are left alone."""
    assert shown(text, "CT01") == []


def test_damaged_text_is_told_once() -> None:
    """A text layer full of broken words is one thing to look at, not a hundred."""
    found = said(
        "\n\n".join(f"Các đơn vị thực hiêṇ tốt kếế hoạch và nhiêmn vụ số {n}." for n in range(40)), "CT01"
    )

    assert [(f.outcome, f.level) for f in found] == [("review", Level.INFO)]


@pytest.mark.parametrize(
    ("text", "excerpt", "repair"),
    [
        ("Sự lãnh đạo của của Đảng.", "của của", "của"),
        ("Người dân có thể có thể gửi hồ sơ.", "có thể có thể", "có thể"),
        ("Công nghệ thông tin tin và truyền thông.", "tin tin", "tin"),
    ],
)
def test_word_twice(text: str, excerpt: str, repair: str) -> None:
    """A word of grammar, or several words, stand twice in a row."""
    assert shown(text) == [("CT04", excerpt, repair)]


@pytest.mark.parametrize(
    "text",
    [
        "Phân công công việc; hành vi vi phạm; triệu tập tập huấn; nghệ nhân nhân dân; hồ sơ sơ sài.",
        "Luôn luôn gương mẫu, người người thi đua, ngày ngày học tập.",
        "Trưởng ban Ban Tổ chức; các ngành, các ngành.",
    ],
)
def test_word_twice_rightly(text: str) -> None:
    """A word of two compounds, a reduplication, a name behind its noun: no slip."""
    assert shown(text) == []


@pytest.mark.parametrize(
    ("text", "excerpt", "repair"),
    [
        ("Giữ vững trật an toàn xã hội.", "trật an", "trật tự an"),
        ("Các xã trên địa huyện đã sơ kết.", "địa huyện", "địa bàn huyện"),
        ("Phát động phong trào đua giữa các thôn.", "trào đua", "trào thi đua"),
        ("Đã tổ chức họp rút nghiệm sau đợt bão.", "rút nghiệm", "rút kinh nghiệm"),
    ],
)
def test_word_fell_out(text: str, excerpt: str, repair: str) -> None:
    """Two words of a set phrase that never meet want the third between them."""
    assert shown(text) == [("CT03", excerpt, repair)]


def test_word_alone_is_not_half_a_compound() -> None:
    """What seldom stands alone in prose may do so in a report."""
    assert shown("Hỗ trợ xây nhà, xây mới 05 căn; khen 12 tập thể; thực hành tiết kiệm.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Tổng phí là 20 triệu đồng; kinh phí hiện có; kiên cố hóa mương nội đồng; chống rét cho trâu bò.",
        "Đường giao thông thôn Gò Rét; xóa 12 nhà nát; có thể trị tại nhà; đạt chuẩn nông thôn mới cao.",
        "Chăm sóc em nhỏ; người tộc Hrê; người tật nguyền; hồ sơ thưởng; hình thức thưởng bằng tiền.",
        "Phát động đua thuyền; hộ đình chỉ sản xuất; chăn nuôi súc vật; phát huy trò chơi; ý thức nhiệm vụ.",
    ],
)
def test_second_half_that_stands_alone(text: str) -> None:
    """A word that is usually a second half may stand alone, or begin another compound."""
    assert shown(text, "CT03") == []


@pytest.mark.parametrize("text", ["Đã banh hành kế hoạch, xuất săc.", "Giữ trật an toàn; sự của của dân."])
def test_decomposed_text(text: str) -> None:
    """Decomposed letters give the same findings."""
    assert shown(unicodedata.normalize("NFD", text)) == shown(text)


def test_both_tone_placements() -> None:
    """Old and new placement of the tone are the same word."""
    new, old = "Ủy ban đã hòa giải, khỏe mạnh, thủy lợi.", "Uỷ ban đã hoà giải, khoẻ mạnh, thuỷ lợi."

    assert shown(new) == shown(old) == []


def test_more_is_told_with_a_lower_threshold() -> None:
    """The thresholds are parameters of the rule."""
    rule = RULES["CT02"]
    draft = analyse(read("Sở đã tham mưu banh hành kế hoạch.".encode(), name="draft.txt"), Options())
    strict = evolve(rule, params=evolve(rule.params, possible=rule.params.sure * 10))

    assert len(run([rule], draft).findings) == 1
    assert run([strict], draft).findings == ()
