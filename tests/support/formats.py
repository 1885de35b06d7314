"""One invented draft in every format, and how what is found in each differs from what is found in the Word file.

``python -m tests.support.formats`` prints the table of differences; ``--write`` has LibreOffice make the files in
``fixtures/formats/`` anew from the Word file first.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.support import draft_texts as words
from tests.support import drafts, office
from thidua_check import Checked, check

FOLDER = Path(__file__).parents[2] / "fixtures" / "formats"
NAME = "bao-cao-co-loi"
CONVERTED = ("odt", "pdf", "rtf", "doc", "html")
LETTER = drafts.FOLDER / "cong-van-huong-dan.docx"

Found = tuple[str, str, str]
"""Rule, level, and the words with their spaces joined."""


@cache
def versions() -> Mapping[str, bytes]:
    """Return the draft by format."""
    out = {kind: (drafts.FOLDER / f"{NAME}.{kind}").read_bytes() for kind in ("docx", "txt")}
    faulty = words.faulty(words.CLOSING)
    out["md"] = drafts.markdown(drafts.FAULTY, words.OPENING, words.faulty_body(), faulty)
    return out | {kind: (FOLDER / f"{NAME}.{kind}").read_bytes() for kind in CONVERTED}


def found(kind: str) -> Counter[Found]:
    """Return what is found in one format, held against the guidance letter."""
    report = check(versions()[kind], name=f"{NAME}.{kind}", outline=LETTER, stage="issued")
    (done,) = report.documents
    if not isinstance(done, Checked):
        raise done.error
    return Counter((f.rule, f.level.name.lower(), " ".join(f.excerpt.split())) for f in done.findings)


def differences(kind: str) -> list[str]:
    """Return what is found in the Word file alone (``-``) and in the other format alone (``+``)."""
    base, own = found("docx"), found(kind)
    lost = [f"- {rule} {level} {text}" for rule, level, text in sorted((base - own).elements())]
    return lost + [f"+ {rule} {level} {text}" for rule, level, text in sorted((own - base).elements())]


def convert() -> None:
    """Make the files of the other formats anew."""
    data = versions()["docx"]
    with tempfile.TemporaryDirectory() as folder:
        for kind in CONVERTED:
            base = Path(folder)
            (FOLDER / f"{NAME}.{kind}").write_bytes(
                office.convert(data, kind, base, profile=base / "profile")
            )


def main() -> int:
    """Print the table."""
    if "--write" in sys.argv[1:]:
        FOLDER.mkdir(parents=True, exist_ok=True)
        convert()
        versions.cache_clear()
    sys.stdout.write(f"docx: {sum(found('docx').values())}\n")
    for kind in ("md", "txt", *CONVERTED):
        lines = differences(kind)
        sys.stdout.write(f"{kind}: {sum(found(kind).values())}, {'the same' if not lines else 'differs:'}\n")
        sys.stdout.writelines(f"  {line}\n" for line in lines)
    return 0


if __name__ == "__main__":
    sys.exit(main())
