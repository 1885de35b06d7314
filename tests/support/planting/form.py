"""Mistakes planted in the header, the recipients and the signature block."""

from __future__ import annotations

import random
from collections.abc import Mapping

from tests.support.editing import key, replaced
from tests.support.planting.model import Plant, Planted
from thidua_check.document import Passage
from thidua_check.draft import Draft


def signer_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The signer's name left out."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None or not signature.titles:
        return None
    title = signature.titles[-1]
    document = replaced(draft.document, signature.name, "")
    return Planted(document, ("KT01",), title.text, (key(title.paragraph),))


def title_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The signer's title left out."""
    signature = draft.anatomy.signature
    if signature is None or signature.name is None or len(signature.titles) != 1 or signature.authority:
        return None
    document = replaced(draft.document, signature.titles[0], "")
    return Planted(document, ("KT02",), signature.name.text, (key(signature.name.paragraph),))


def end_mark_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The end mark left out."""
    mark = draft.anatomy.end_mark
    if mark is None:
        return None
    before = mark.paragraph.text[: mark.start].rstrip().split()[-1]
    return Planted(replaced(draft.document, mark, ""), ("TT10",), before, (key(mark.paragraph),))


def motto_dashed(draft: Draft, rng: random.Random) -> Planted | None:
    """The motto with long dashes."""
    motto = draft.anatomy.motto
    if motto is None or " - " not in motto.text:
        return None
    wrong = motto.text.replace(" - ", rng.choice([" – ", "-", " — "]))
    return Planted(replaced(draft.document, motto, wrong), ("TT02",), wrong, (key(motto.paragraph),))


def type_code(draft: Draft, rng: random.Random) -> Planted | None:
    """A number line whose code is another type's."""
    line, symbol = draft.anatomy.number_line, draft.anatomy.symbol
    if line is None or not symbol or not symbol.startswith("BC-"):
        return None
    start = line.start + line.text.index("BC-")
    wrong = rng.choice(["KH", "QĐ", "TB", "HD", "TTr"])
    spot = Passage(line.paragraph, start, start + 2)
    return Planted(
        replaced(draft.document, spot, wrong), ("TT05",), wrong, (key(line.paragraph),), ("TT03", "TT04")
    )


def day_gone(draft: Draft, rng: random.Random) -> Planted | None:
    """The day of the place-date line left blank in an issued document."""
    line = draft.anatomy.place_date
    if draft.stage != "issued" or line is None or line.day is None:
        return None
    digits = line.passage.text.index("ngày ") + 5
    spot = Passage(line.passage.paragraph, line.passage.start + digits, line.passage.start + digits + 2)
    wrong = line.passage.text.replace(spot.text, "  ", 1)
    return Planted(replaced(draft.document, spot, "  "), ("TT07",), wrong, (key(spot.paragraph),))


PLANTS: Mapping[str, Plant] = {
    "signer-gone": signer_gone,
    "title-gone": title_gone,
    "end-mark-gone": end_mark_gone,
    "motto-dashed": motto_dashed,
    "type-code": type_code,
    "day-gone": day_gone,
}
