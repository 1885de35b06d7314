"""The parts of an administrative document as values (NĐ 30/2020/NĐ-CP, Phụ lục I)."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from attrs import frozen

from thidua_check.document import Paragraph, Passage

Regime = Literal["state", "party", "normative"]
"""Whose rules of form a document follows: NĐ 30/2020/NĐ-CP, the Party's guide, or those of legal norms (NĐ 78/2025/NĐ-CP)."""

Scheme = Literal[
    "part",
    "chapter",
    "muc",
    "dieu",
    "capital",
    "roman",
    "decimal",
    "arabic",
    "letter",
    "subroman",
    "dash",
    "plus",
    "star",
    "plain",
]


@frozen
class Label:
    """A label as printed and as understood.

    ``numbers`` are its ordinals from the top (``2.1.`` gives (2, 1), ``IV.`` (4,), ``đ)`` (5,) in the order of the
    Vietnamese list letters); empty for bullets. ``mark`` is the sign that closes it (``.``, ``)``, ``/``, ``()``, a
    dash, or nothing). ``end`` is the offset where the text behind the label begins, 0 for automatic numbering.
    """

    printed: str
    scheme: Scheme
    numbers: tuple[int, ...] = ()
    mark: str = ""
    end: int = 0
    bare: str = ""
    automatic: bool = False


@frozen
class Field:
    """A component that may run over several lines: its words joined by single spaces, and where they stand."""

    text: str
    passages: tuple[Passage, ...]


@frozen
class Heading:
    """A heading. ``label`` is as printed (``II.``, ``a)``, ``-``, or empty), ``title`` without it.

    ``level`` is the depth in this document's own hierarchy, from 1. ``passages`` cover label and title (a two-line
    ``Phần I`` has two), ``title_passage`` the title alone. ``run_in`` is set where content follows in the same
    paragraph. ``path`` holds the bare labels from the top, its own last.
    """

    label: str
    title: str
    level: int
    scheme: Scheme
    passages: tuple[Passage, ...]
    title_passage: Passage
    run_in: bool = False
    path: tuple[str, ...] = ()

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph in which the heading begins."""
        return self.passages[0].paragraph


@frozen
class Section:
    """A heading with what stands under it: ``content`` are passages before the next heading, its own run-in text first.

    ``parent`` and ``children`` are indices into ``Anatomy.sections``.
    """

    index: int
    heading: Heading
    parent: int | None
    children: tuple[int, ...]
    content: tuple[Passage, ...]


@frozen
class Numbered:
    """A paragraph with a label, whether it is a heading or a passage of running text.

    ``level`` is the depth among the labelled paragraphs and ``parent`` the index of the one above in
    ``Anatomy.numbered``; ``section`` is the index in ``Anatomy.sections`` if it is a heading, and ``passage`` covers
    the label and what follows it in the paragraph.
    """

    label: Label
    passage: Passage
    level: int
    parent: int | None
    section: int | None


@frozen
class PlaceDate:
    """The place-date line: parts that are blank or unreadable are None."""

    passage: Passage
    place: str | None
    day: int | None
    month: int | None
    year: int | None


@frozen
class Signature:
    """The signature block: authority lines (``TM. ...``, ``KT. ...``), titles, and the signer's name."""

    authority: tuple[Passage, ...]
    titles: tuple[Passage, ...]
    name: Passage | None


@frozen
class Attachment:
    """An annex, or another document that follows the signature.

    ``paragraphs`` are all of it, ``body`` those behind its own head and before its own signature; ``sections`` are
    those of the body, with indices of their own.
    """

    title: Field
    paragraphs: tuple[Paragraph, ...]
    body: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()


@frozen(slots=False)
class Anatomy:
    """Which words of the draft are which component; None or empty where it was not found.

    ``main`` holds the paragraphs of the content proper, between title and closing, in reading order.
    ``sections`` are in reading order. ``ending`` is the last paragraph before recipients and signature, the closing
    sentence or not.
    """

    main: tuple[Paragraph, ...] = ()
    sections: tuple[Section, ...] = ()
    numbered: tuple[Numbered, ...] = ()
    national: Passage | None = None
    motto: Passage | None = None
    parent: Field | None = None
    issuer: Field | None = None
    number_line: Passage | None = None
    number: str | None = None
    symbol: str | None = None
    symbol_year: int | None = None
    place_date: PlaceDate | None = None
    type: Field | None = None
    subject: Field | None = None
    to: Field | None = None
    closing: Passage | None = None
    ending: Passage | None = None
    end_mark: Passage | None = None
    recipients_label: Passage | None = None
    recipients: tuple[Passage, ...] = ()
    signature: Signature | None = None
    attachments: tuple[Attachment, ...] = ()
    regime: Regime | None = None

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the content proper in reading order."""
        return tuple(section.heading for section in self.sections)

    @cached_property
    def all_headings(self) -> tuple[Heading, ...]:
        """The headings of the content and of the attachments in reading order."""
        attached = (section.heading for part in self.attachments for section in part.sections)
        return (*self.headings, *attached)

    @cached_property
    def _paths(self) -> dict[tuple[str, int], tuple[tuple[int, tuple[str, ...]], ...]]:
        """For each paragraph, the starts of the sections that reach it with their paths."""
        out: dict[tuple[str, int], list[tuple[int, tuple[str, ...]]]] = {}
        attached = (section for part in self.attachments for section in part.sections)
        for section in (*self.sections, *attached):
            path = section.heading.path
            for passage in (*section.heading.passages, *section.content):
                paragraph = passage.paragraph
                out.setdefault((paragraph.part, paragraph.block), []).append((passage.start, path))
        return {key: tuple(sorted(value)) for key, value in out.items()}

    def path_at(self, paragraph: Paragraph, offset: int = 0) -> tuple[str, ...]:
        """Return the bare labels of the section an offset of a paragraph stands in, from the top; empty outside any."""
        best: tuple[str, ...] = ()
        for start, path in self._paths.get((paragraph.part, paragraph.block), ()):
            if start <= offset or not best:
                best = path
        return best
