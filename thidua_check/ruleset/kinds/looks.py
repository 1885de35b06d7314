"""What the rules on layout share: the components to look at, what deviates in them, and how it is said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Final, Literal

from thidua_check.anatomy.model import Anatomy, Field
from thidua_check.document import Document, Paragraph, Passage, Run
from thidua_check.draft import Draft
from thidua_check.findings import Level, Words
from thidua_check.ruleset.model import Hit, NotApplicable

NO_LAYOUT: Final = NotApplicable(
    Words("định dạng tệp không cho thấy trình bày", "the file format does not show layout")
)
NO_COMPONENT: Final = NotApplicable(
    Words("văn bản không có thành phần này", "the document does not have this component")
)
NO_BODY: Final = NotApplicable(
    Words("không có đoạn lời văn để xét", "there are no paragraphs of running text to judge")
)

LONG_LINE: Final = 90  # characters that certainly fill more than a line of A4 in size 13
# The first eight words
_WORDS: Final = re.compile(r"\S+(?:\s+\S+){0,7}")


def component(anatomy: Anatomy, name: str) -> tuple[Passage, ...]:
    """Return where a component stands; raise KeyError for a name that is not in ``COMPONENTS``."""
    return COMPONENTS[name](anatomy)


def deviating(passage: Passage, wrong: Callable[[Run], bool]) -> Passage | None:
    """Return the words of a passage from the first to the last letter or digit in a run that is wrong."""
    runs = [r for r in passage.paragraph.runs if r.start < passage.end and r.end > passage.start]
    faulty = [wrong(run) for run in runs]
    if not any(faulty):
        return None
    text = passage.paragraph.text
    first = last = -1
    wrongs = total = 0
    for run, is_wrong in zip(runs, faulty, strict=True):
        start, end = max(run.start, passage.start), min(run.end, passage.end)
        seen = [i for i in range(start, end) if text[i].isalnum()]
        total += len(seen)
        if seen and is_wrong:
            first, last = (seen[0] if first < 0 else first), seen[-1]
            wrongs += len(seen)
    if wrongs < 2 or wrongs * 10 < total:
        return None
    if wrongs == total:
        return _trimmed(passage)
    return Passage(passage.paragraph, first, last + 1)


def opening_words(paragraph: Paragraph) -> Passage:
    """Return the first words of a paragraph, which stand for all of it."""
    match = _WORDS.search(paragraph.text)
    return Passage(paragraph, *match.span()) if match else Passage.whole(paragraph)


def of_section(document: Document, index: int) -> tuple[Passage | None, Words]:
    """Return the words with which a later section opens, and how to name it; nothing for the first section."""
    opens = document.sections[index].opens if 0 < index < len(document.sections) else None
    if opens is None:
        return None, Words("", "")
    place = opening_words(opens)
    return place, Words(
        f" ở phần (section) {index + 1}, bắt đầu từ “{place.text}”,",
        f' in section {index + 1}, from "{place.text}" on,',
    )


def running_text(draft: Draft) -> tuple[Paragraph, ...]:
    """Return the paragraphs of the content that fill more than a line: no headings, cells, boxes, list labels or dots."""
    headings = {
        (p.paragraph.part, p.paragraph.block)
        for section in draft.anatomy.sections
        if not section.heading.run_in
        for p in section.heading.passages
    }
    return tuple(
        p
        for p in draft.anatomy.main
        if p.part == "body"
        and len(p.text) >= LONG_LINE
        and not p.boxed
        and not p.label
        and (p.part, p.block) not in headings
        and p.layout.alignment != "center"
        and 4 * (p.text.count(".") + p.text.count("…")) < len(p.text)
    )


def main_size(paragraphs: Sequence[Paragraph]) -> float | None:
    """Return the size of most of the letters, None where no size is known."""
    sizes = sum((sizes_of(p) for p in paragraphs), Counter[float]())
    return sizes.most_common(1)[0][0] if sizes else None


def sizes_of(paragraph: Paragraph) -> Counter[float]:
    """Return how many characters of a paragraph are in each size."""
    out: Counter[float] = Counter()
    for run in paragraph.runs:
        if run.size is not None:
            out[run.size] += run.end - run.start
    return out


def shared(
    found: Sequence[tuple[Passage, Mapping[str, str | Words]]], total: int, *, few: float = 0.1
) -> list[Hit]:
    """Return one folding hit for each place, with how many of how many; where they are few, it is only worth a look."""
    share = {"number": str(len(found)), "total": str(total)}
    level = Level.INFO if len(found) < few * total else None
    return [Hit(passage, {**share, **values}, level=level, fold="all") for passage, values in found]


def points(size: float) -> str:
    """Return a font size as Vietnamese writes it.

    >>> points(13.0), points(13.5)
    ('13', '13,5')
    """
    return f"{size:g}".replace(".", ",")


def size_range(least: float, most: float) -> str:
    """Return the sizes that are right.

    >>> size_range(13, 14), size_range(11, 11)
    ('13-14', '11')
    """
    return points(least) if least == most else f"{points(least)}-{points(most)}"


def millimetres(twips: int) -> str:
    """Return a length in millimetres with one decimal at most.

    >>> millimetres(1134), millimetres(851)
    ('20', '15')
    """
    return f"{round(twips * 25.4 / 1440, 1):g}".replace(".", ",")


def _trimmed(passage: Passage) -> Passage:
    text = passage.text
    start = passage.start + len(text) - len(text.lstrip())
    return Passage(passage.paragraph, start, start + len(text.strip()))


def _field(field: Field | None) -> tuple[Passage, ...]:
    return field.passages if field else ()


def _one(passage: Passage | None) -> tuple[Passage, ...]:
    return (passage,) if passage else ()


# The parts of a document that a rule can ask a look of.
Component = Literal[
    "national", "motto", "parent", "issuer", "number_line", "place_date", "type", "subject", "to", "authority", "name",
    "recipients_label", "recipients",
]  # fmt: skip
COMPONENTS: Final[Mapping[str, Callable[[Anatomy], tuple[Passage, ...]]]] = {
    "national": lambda a: _one(a.national),
    "motto": lambda a: _one(a.motto),
    "parent": lambda a: _field(a.parent),
    "issuer": lambda a: _field(a.issuer),
    "number_line": lambda a: _one(a.number_line),
    "place_date": lambda a: _one(a.place_date.passage if a.place_date else None),
    "type": lambda a: _field(a.type),
    "subject": lambda a: _field(a.subject) if a.type else (),
    "to": lambda a: _field(a.to),
    "authority": lambda a: (*a.signature.authority, *a.signature.titles) if a.signature else (),
    "name": lambda a: _one(a.signature.name if a.signature else None),
    "recipients_label": lambda a: _one(a.recipients_label),
    "recipients": lambda a: a.recipients,
}
