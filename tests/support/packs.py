"""Rule packs of invented offices, written into a folder for a test."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from thidua_check.checking import Options, check_all
from thidua_check.findings import Finding
from thidua_check.report import Checked
from thidua_check.ruleset.load import load_rules

# A rule of an office's own that lints clean: its kind has several variants, of which it speaks one.
RULE = """\
id: TD90
name: ten-khen-cap-tinh
title: {vi: Tên hình thức khen chưa theo quy chế}
level: warning
kind: award_name
params:
  wrong: {bằng khen cấp tỉnh: Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh}
  looser: {}
basis: {document: Quy chế văn thư của Ban, clause: Điều 7, confidence: D}
message: {vi: '“{excerpt}”: phải ghi “{repair}”.'}
variants:
  looser: off
  class: off
  classless: off
  no_class: off
  no_such_class: off
since: 2026-01-01
---
help: {vi: Ghi đủ tên hình thức khen.}
examples:
  bad:
    - text: Có 03 tập thể được tặng ⟦bằng khen cấp tỉnh⟧ năm 2024.
  good:
    - text: Có 03 tập thể được tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh.
    - text: Bằng khen, cấp tỉnh và cấp sở đều được quan tâm.
      look_alike: true
"""


def write_pack(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a pack, by their places in it, and return its folder."""
    pack = folder / "bo-quy-tac"
    pack.mkdir(exist_ok=True)
    for name, text in files.items():
        path = pack / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pack


def checked(text: str, pack: Path, *select: str) -> Checked:
    """Return a draft of this text, checked with a pack."""
    report = check_all(
        (text.encode(),), options=Options(select=select), rules=load_rules([pack]), names=("a.txt",)
    )
    (document,) = report.documents
    assert isinstance(document, Checked)
    return document


def found(text: str, pack: Path, *select: str) -> tuple[Finding, ...]:
    """Return the findings on a text with a pack."""
    return checked(text, pack, *select).findings
