"""Signs of division that the decree does not know (NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6, điểm đ)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from thidua_check.anatomy.model import Numbered
from thidua_check.document import Passage
from thidua_check.draft import Draft
from thidua_check.findings import Words
from thidua_check.ruleset.model import Hit, Kind, NotApplicable

_NONE = NotApplicable(Words("văn bản không đánh số đề mục", "nothing is numbered in the document"))
_FEW = 3


@frozen
class Params:
    """No parameters."""


def check(draft: Draft, params: Params) -> Iterable[Hit] | NotApplicable:
    """Report ``1.1.``, a letter in two brackets or with a dot, and ``PHẦN I`` in capitals, each form once."""
    numbered = [n for n in draft.anatomy.numbered if n.passage.paragraph.part == "body"]
    if not numbered:
        return _NONE
    return [
        *_folded(
            "decimal", (n for n in numbered if n.label.scheme == "decimal" and len(n.label.numbers) > 1)
        ),
        *_letters([n for n in numbered if n.label.scheme == "letter"]),
        *_folded("part", (n for n in numbered if n.label.scheme in ("part", "chapter") and _shouts(n))),
    ]


def _letters(letters: Sequence[Numbered]) -> Iterator[Hit]:
    """Report letters in another form than ``a)``; a form that is rare among right ones is a slip."""
    marks = Counter(n.label.mark for n in letters)
    for number in letters:
        mark = number.label.mark
        if mark == ")" or not mark:
            continue
        slip = marks[")"] >= _FEW * marks[mark] or (mark == "()" and marks[")"] > 0)
        variant = "slip" if slip else "letter"
        yield _hit(number, variant)


def _folded(variant: str, numbered: Iterable[Numbered]) -> Iterator[Hit]:
    for number in numbered:
        yield _hit(number, variant)


def _hit(number: Numbered, variant: str) -> Hit:
    right = f"{number.label.bare})" if variant in ("slip", "letter") else ""
    return Hit(_label(number), {"right": right, "label": number.label.printed}, variant=variant, fold=variant)


def _label(number: Numbered) -> Passage:
    """Return the label where it is typed, else the words it stands before."""
    passage = number.passage
    if number.label.automatic or not number.label.end:
        return passage
    text = passage.paragraph.text[passage.start : number.label.end]
    return Passage(passage.paragraph, passage.start, passage.start + len(text.rstrip()))


def _shouts(number: Numbered) -> bool:
    word = next((w for w in number.label.printed.split() if w.isalpha()), "")
    return word.isupper() and len(word) > 1


PROVIDES = frozenset({"right", "label"})
KIND = Kind(
    "label_form", check, Params, dict.fromkeys(("default", "decimal", "letter", "slip", "part"), PROVIDES)
)
