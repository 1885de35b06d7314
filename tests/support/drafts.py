"""The drafts in ``fixtures/drafts/``, laid out as offices lay them out.

``python -m tests.support.drafts`` writes them anew; the same words always give the same bytes.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from tests.support import draft_texts as words
from tests.support.clean_report import MOTTO, NATIONAL, TYPE, Block
from tests.support.layout import (
    Letterhead,
    body_block,
    centered,
    closing,
    drawn_line,
    header,
    laid_out,
    prose,
)

FOLDER = Path(__file__).parents[2] / "fixtures" / "drafts"
_WRAP = 78


REPORT = Letterhead(
    words.PARENT,
    words.ISSUER,
    words.NUMBER,
    words.PLACE_DATE,
    words.RECIPIENTS,
    words.TITLE,
    words.SIGNER,
)
FAULTY = Letterhead(
    words.PARENT,
    words.ISSUER,
    words.faulty(words.NUMBER),
    words.faulty(words.PLACE_DATE),
    tuple(words.faulty(line) for line in words.RECIPIENTS),
    words.TITLE,
    "",
)
LETTER = Letterhead(
    words.PARENT,
    "SỞ NỘI VỤ",
    words.LETTER_NUMBER,
    words.LETTER_PLACE_DATE,
    words.LETTER_RECIPIENTS,
    words.TITLE,
    words.LETTER_SIGNER,
    words.LETTER_SUBJECT,
)


def drafts() -> Mapping[str, bytes]:
    """Return file name -> content of every draft."""
    return {name: build() for name, build in _DRAFTS.items()}


def report_docx(head: Letterhead, opening: str, body: Sequence[Block], last: str) -> bytes:
    """Return a report as a Word file: labels typed, headings bold, header and signature in borderless tables."""
    blocks = [
        header(head),
        centered(TYPE, bold=True, before=240),
        centered(words.SUBJECT, bold=True),
        drawn_line(),
        prose(opening),
        *(body_block(block) for block in body),
        prose(last),
        centered("", before=0),
        closing(head),
    ]
    return laid_out(blocks)


def letter_docx() -> bytes:
    """Return the guidance letter with its outline on a page of its own."""
    blocks = [
        header(LETTER),
        centered("Kính gửi:", before=240),
        *(prose(line, indent=1440) for line in words.LETTER_TO),
        *(prose(line) for line in words.LETTER_BODY),
        centered(""),
        closing(LETTER),
        centered("ĐỀ CƯƠNG BÁO CÁO", bold=True, page_break=True),
        centered(words.SUBJECT, bold=True),
        centered(words.OUTLINE_ANNEX, italic=True),
        *(body_block(block) for block in words.outline()),
    ]
    return laid_out(blocks)


def wrapped_text(head: Letterhead, opening: str, body: Sequence[Block], closing: str) -> bytes:
    """Return a report as the text layer of a PDF gives it: every line wrapped, an empty line after each."""
    lines = [
        head.parent,
        head.issuer,
        NATIONAL,
        MOTTO,
        head.number,
        head.place_date,
        TYPE,
        words.SUBJECT,
        opening,
    ]
    lines += list(_plain(body))
    lines += [closing, "Nơi nhận:", *head.recipients, head.title, *([head.signer] if head.signer else [])]
    out: list[str] = []
    for line in lines:
        out += textwrap.wrap(line, _WRAP, break_on_hyphens=False)
    return ("\n\n".join(f"{line} " for line in out) + "\n").encode()


def markdown(head: Letterhead, opening: str, body: Sequence[Block], closing: str) -> bytes:
    """Return a report as Markdown."""
    parts = [
        f"{head.parent}  \n**{head.issuer}**",
        f"**{NATIONAL}**  \n**{MOTTO}**",
        head.number,
        f"*{head.place_date}*",
        f"# {TYPE}",
        f"**{words.SUBJECT}**",
        opening,
        *(_marked(block) for block in body),
        closing,
        "**Nơi nhận:**\n\n" + "\n".join(head.recipients),
        f"**{head.title}**",
        f"**{head.signer}**",
    ]
    return ("\n\n".join(parts) + "\n").encode()


_DRAFTS: Mapping[str, Callable[[], bytes]] = {
    "bao-cao-co-loi.docx": lambda: report_docx(
        FAULTY, words.OPENING, words.faulty_body(), words.faulty(words.CLOSING)
    ),
    "bao-cao-co-loi.txt": lambda: wrapped_text(
        FAULTY, words.OPENING, words.faulty_body(), words.faulty(words.CLOSING)
    ),
    "bao-cao-dat.docx": lambda: report_docx(REPORT, words.OPENING, words.BODY, words.CLOSING),
    "bao-cao-dat.md": lambda: markdown(REPORT, words.OPENING, words.BODY, words.CLOSING),
    "cong-van-huong-dan.docx": letter_docx,
}


def _plain(body: Iterable[Block]) -> Iterable[str]:
    for block in body:
        if block.rows:
            yield from ("   ".join(row).strip() for row in block.rows)
        else:
            yield f"{block.label} {block.text}".strip()


def _marked(block: Block) -> str:
    if block.rows:
        head, *rest = (f"| {' | '.join(row)} |" for row in block.rows)
        return "\n".join([head, "|---|---|---|", *rest])
    text = f"{block.label} {block.text}".strip()
    return f"{'#' * (block.level + 1)} {text}" if 0 < block.level < 3 and block.label != "-" else text


def main() -> int:
    """Write the drafts."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, data in drafts().items():
        (FOLDER / name).write_bytes(data)
        sys.stdout.write(f"{FOLDER.name}/{name}: {len(data)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
