"""A folder of invented drafts: good ones, one that lacks items and is late, one that is broken, and copies that are none."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from attrs import evolve

from tests.support import draft_texts as words
from tests.support.clean_report import Block
from tests.support.drafts import FAULTY, REPORT, letter_docx, markdown, report_docx, wrapped_text
from tests.support.word import report_docx as small_report

LATE = "Sông Mẫu, ngày 02 tháng 4 năm 2025"
PRIZES = "Công tác khen thưởng"


def without(title: str) -> tuple[Block, ...]:
    """Return the body of the good report without one section."""
    out: list[Block] = []
    level = 0
    for block in words.BODY:
        if level and block.level and block.level <= level:
            level = 0
        if block.level and block.text.startswith(title):
            level = block.level
        if not level:
            out.append(block)
    return tuple(out)


def good(office: str, figures: Mapping[str, str] | None = None, place_date: str = words.PLACE_DATE) -> bytes:
    """Return the good report as another office's, with some of its words replaced."""
    body = words.BODY
    for right, other in (figures or {}).items():
        body = tuple(evolve(block, text=block.text.replace(right, other)) for block in body)
    head = evolve(REPORT, issuer=office, place_date=place_date)
    return report_docx(head, words.OPENING, body, words.CLOSING)


def drafts() -> dict[str, bytes]:
    """Return relative path -> content of the drafts that can be checked."""
    late = evolve(REPORT, issuer="SỞ HAI", place_date=LATE)
    faulty = words.faulty_body()
    return {
        "a/so-hai.docx": report_docx(late, words.OPENING, without(PRIZES), words.CLOSING),
        "a/so-mot.docx": good("SỞ MỘT"),
        "b/so-ba.txt": wrapped_text(FAULTY, words.OPENING, faulty, words.faulty(words.CLOSING)),
        "b/so-bon.md": markdown(REPORT, words.OPENING, words.BODY, words.CLOSING),
        "so-nam.docx": small_report(["Ngày 31/4/2024, xã  họp."]),
    }


def write_folder(folder: Path) -> Path:
    """Write the drafts with a broken one, the guidance letter, and copies of the checker; return the letter's path."""
    copies = {"so-nam.nhan-xet.docx": b"x", "a/so-mot.DA-SUA.docx": b"x", "a/~$so-mot.docx": b"x"}
    letter = "cong-van.docx"
    for name, data in {**drafts(), **copies, "hong.docx": b"PK\x03\x04", letter: letter_docx()}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder / letter


def endless_text(sections: int) -> bytes:
    """Return a report whose check takes very long: about 3 ms for each of its sections."""
    lines = ["BÁO CÁO", "Kết quả phong trào thi đua năm 2024"]
    for n in range(1, sections):
        lines.append(f"{n}. Công tác số {n}")
        lines.append(
            f"Năm 2024, xã đã tổ chức {n} cuộc kiểm tra, giúp {n + 3} hộ nghèo, gồm: {n} hộ và 3 hộ theo Kế hoạch số "
            f"{n}/KH-UBND ngày 12/3/2024."
        )
    return "\n".join(lines).encode()


def table(path: Path) -> list[list[str]]:
    """Return the cells of a CSV file of the summary."""
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines(), delimiter=";"))
