"""The form of the signer's authority: TM., KT., TL., TUQ., Q. (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from attrs import frozen

from thidua_check.anatomy.model import Signature
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.ruleset.kinds.frame import NO_BLOCK, has_end
from thidua_check.ruleset.model import Hit, Kind, NotApplicable
from thidua_check.text import fold

# "T/M", "K/T", "T/L", "T / M": the Party's way of writing.
_SLASHED = re.compile(r"(?P<a>[tk])\s?/\s?(?P<b>[mtl])\b\s*\.?")
# "KT GIÁM ĐỐC", "TM ỦY BAN": the dot is missing.
_UNDOTTED = re.compile(r"(?P<code>tm|kt|tl|tuq)\s+(?=\S)")
_DEPUTY = re.compile(r"\b(?:phó|thứ)\b")
# "TM. CHỦ TỊCH", "TM. GIÁM ĐỐC": one person's post; not "TM. CHỦ TỊCH ĐOÀN".
_FOR_ONE = re.compile(
    r"tm\.?\s*(?:chủ tịch(?!\sđoàn)|giám đốc|hiệu trưởng|bộ trưởng|cục trưởng|viện trưởng|trưởng (?:ban|phòng))\b"
)
# "TM. ỦY BAN NHÂN DÂN": a body whose chairman or, with KT., a deputy signs.
_COMMITTEE = re.compile(r"(?:uỷ ban nhân dân|ubnd)\b")
# "KT. GIÁM ĐỐC": the head of an office, which a committee does not have.
_OFFICE_HEAD = re.compile(
    r"kt\.?\s*(?:giám đốc|hiệu trưởng|cục trưởng|viện trưởng|trưởng phòng|chánh văn phòng)\b"
)


@frozen
class Params:
    """``offices`` are the folded beginnings of bodies led by one head, for which nobody signs as TM."""

    offices: tuple[str, ...] = (
        "sở",
        "phòng",
        "chi cục",
        "cục",
        "trung tâm",
        "văn phòng",
        "bệnh viện",
        "trường",
    )


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report authority lines in a wrong form, and KT. without a deputy's post below it."""
    signature = draft.anatomy.signature
    if signature is None or not has_end(draft):
        return NO_BLOCK
    return _hits(draft, signature, params)


def _hits(draft: Draft, signature: Signature, params: Params) -> Iterator[Hit]:
    for line in signature.authority:
        folded = fold(line.text)
        slashed = _SLASHED.match(folded)
        if slashed:
            yield _slashed(draft, line, slashed)
            continue
        undotted = _UNDOTTED.match(folded)
        if undotted:
            code = undotted["code"].upper()
            end = line.start + len(code)
            yield Hit(Passage(line.paragraph, line.start, end), {"right": f"{code}."}, variant="no_dot")
        if folded.startswith("tm") and folded[2:].lstrip(". ").startswith(params.offices):
            yield Hit(line, variant="office")
        if _FOR_ONE.match(folded):
            yield Hit(line, variant="one_person")
    yield from _committee(draft, signature)
    if any(fold(p.text).startswith(("kt", "k/t")) for p in signature.authority):
        yield from _deputy(signature)


def _committee(draft: Draft, signature: Signature) -> Iterator[Hit]:
    """Yield a deputy who signs for a people's committee without KT., and KT. for a head that it does not have."""
    lines = [fold(p.text) for p in signature.authority]
    on_behalf = [line[2:].lstrip(". ") for line in lines if line.startswith("tm")]
    posts = [fold(p.text) for p in signature.titles]
    alone = len(lines) == 1 and len(posts) == 1
    if alone and on_behalf and _COMMITTEE.match(on_behalf[0]) and posts[0] == "phó chủ tịch":
        yield Hit(signature.titles[0], {"right": "KT. CHỦ TỊCH"}, variant="no_kt")
    issuer = draft.anatomy.issuer
    if issuer is not None and _COMMITTEE.match(fold(issuer.text)) and len(lines) == 1:
        for line, passage in zip(lines, signature.authority, strict=True):
            if _OFFICE_HEAD.match(line):
                yield Hit(passage, {"right": "KT. CHỦ TỊCH"}, variant="other_head")


def _slashed(draft: Draft, line: Passage, match: re.Match[str]) -> Hit:
    """A document without its header may be the Party's, where the slash is right."""
    right = f"{match['a']}{match['b']}.".upper()
    passage = Passage(line.paragraph, line.start, line.start + len(match.group().rstrip()))
    return Hit(passage, {"right": right}, outcome="fail" if draft.anatomy.regime == "state" else "review")


def _deputy(signature: Signature) -> Iterator[Hit]:
    """Who signs for the head is a deputy, and says so."""
    line = next(p for p in signature.authority if fold(p.text).startswith(("kt", "k/t")))
    if any(_DEPUTY.search(fold(p.text)) for p in (*signature.titles, *signature.authority)):
        return
    if not signature.titles:
        yield Hit(line, {"right": _deputy_of(line.text)}, variant="no_deputy")
    else:
        yield Hit(signature.titles[-1], variant="not_deputy")


def _deputy_of(line: str) -> str:
    """Return the deputy's post for a line that signs for the head.

    >>> _deputy_of("KT. TRƯỞNG BAN"), _deputy_of("KT. BỘ TRƯỞNG")
    ('PHÓ TRƯỞNG BAN', 'THỨ TRƯỞNG')
    """
    head = _FOR_THE_HEAD.sub("", line).strip().upper()
    return "THỨ TRƯỞNG" if head == "BỘ TRƯỞNG" else f"PHÓ {head}"


_FOR_THE_HEAD = re.compile(r"^\W*k\s?/?\s?t\b[.\s]*", re.IGNORECASE)
PROVIDES = frozenset({"right"})
KIND = Kind(
    "authority_form",
    check,
    Params,
    {
        **dict.fromkeys(("default", "no_dot", "no_deputy", "no_kt", "other_head"), PROVIDES),
        **dict.fromkeys(("office", "one_person", "not_deputy"), frozenset()),
    },
)
