"""The report against the letter that asked for it: cited with its date, answered to the asker, in time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.draft import Draft
from thidua_check.extract.citations import Citation
from thidua_check.findings import Words
from thidua_check.outline.model import Letter
from thidua_check.ruleset.kinds.anchors import opening
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

_COMMITTEE = "uỷ ban nhân dân"


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report what does not fit the letter; all but its absence is judged only where the draft cites it."""
    letter = next((m.outline.letter for m in draft.outlines if m.how == "given" and m.outline.letter), None)
    if letter is None or not letter.number or not letter.symbol:
        return NotApplicable(
            Words(
                "không được đưa công văn hướng dẫn có số, ký hiệu (--outline)",
                "no guidance letter with a number was given (--outline)",
            )
        )
    cited = [c for c in draft.facts.citations if _same(c, letter)]
    return list(_wrong(draft, letter, cited) if cited else _absent(draft, letter))


def _same(citation: Citation, letter: Letter) -> bool:
    number = (letter.number or "").lstrip("0")
    return citation.number.lstrip("0") == number and fold(citation.symbol) == fold(letter.symbol or "")


def _absent(draft: Draft, letter: Letter) -> Iterator[Hit]:
    title = opening(draft)
    if title is not None:
        yield Hit(title, _values(letter), variant="uncited", outcome="review")


def _wrong(draft: Draft, letter: Letter, cited: list[Citation]) -> Iterator[Hit]:
    for citation in cited:
        day = citation.date
        if letter.date and day and day.value and day.form in ("long", "slash") and day.value != letter.date:
            yield Hit(day.passage, _values(letter), fold="date")
            break
    passages = draft.anatomy.recipients
    if letter.issuer and passages and not _receives(draft, letter):
        yield Hit(draft.anatomy.recipients_label or passages[0], _values(letter), variant="recipient")
    late = draft.as_of.precision == "day" and draft.as_of.how == "document"
    place = draft.anatomy.place_date
    if late and place and letter.deadline and draft.as_of.date and draft.as_of.date > letter.deadline:
        yield Hit(place.passage, _values(letter), variant="late")


def _receives(draft: Draft, letter: Letter) -> bool:
    """Tell whether the report goes to the body that signed the letter or to the one it names to send to."""
    bodies = [body.partition("(")[0].strip() for body in (letter.issuer, letter.requester) if body]
    wanted = [fold(body).replace(_COMMITTEE, "ubnd") for body in bodies]
    addressed = [draft.anatomy.to.text] if draft.anatomy.to else []
    texts = [*addressed, *(p.text for p in draft.anatomy.recipients)]
    folded = [fold(text).replace(_COMMITTEE, "ubnd") for text in texts]
    return any("như trên" in text or any(body in text for body in wanted) for text in folded)


def _values(letter: Letter) -> dict[str, str | Words]:
    return {
        "letter": f"{letter.number}/{letter.symbol}",
        "date": f"{letter.date:%d/%m/%Y}" if letter.date else "…",
        "issuer": letter.issuer or "…",
        "deadline": f"{letter.deadline:%d/%m/%Y}" if letter.deadline else "…",
    }


_PROVIDED = frozenset({"letter", "date", "issuer", "deadline"})
KIND = Kind(
    "guidance_letter",
    check,
    Params,
    {"default": _PROVIDED, "uncited": _PROVIDED, "recipient": _PROVIDED, "late": _PROVIDED},
)
