"""The pipeline: read, analyse, run, report."""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import MAXYEAR, MINYEAR, date
from functools import partial
from pathlib import Path
from typing import BinaryIO

from attrs import field, frozen

from thidua_check.anatomy import analyse as analyse_anatomy
from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document
from thidua_check.draft import Draft, Stage
from thidua_check.errors import ThiduaCheckError, UnreadableError, UsageError
from thidua_check.extract.extraction import extract
from thidua_check.findings import AsOf, Lang, Words
from thidua_check.outline.choose import choose
from thidua_check.outline.model import Outline
from thidua_check.read import read
from thidua_check.registry import using_packs
from thidua_check.report import Checked, Report, Unreadable
from thidua_check.rule_card import RuleCard
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Rule, RuleSet
from thidua_check.ruleset.run import run
from thidua_check.suppress import Suppression, answers, settle

Source = str | os.PathLike[str] | bytes | BinaryIO

# The endings of the files that are taken for drafts in a folder.
_WRITTEN = (".docx", ".odt", ".doc", ".rtf")
DRAFT_ENDINGS = (*_WRITTEN, ".pdf", ".txt", ".md")


@frozen
class Options:
    """How a draft is judged. ``outlines`` are given ones, of which the fitting one is taken.

    ``select`` and ``ignore`` are rule ids or beginnings of ids (``SL``, ``NT0``); an empty ``select`` takes all.
    ``preview`` adds the rules that are still being tried. ``against`` are other drafts, with which this one is compared.
    """

    outlines: tuple[Outline, ...] = ()
    stage: Stage = "draft"
    as_of: date | None = None
    profile: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    lang: Lang = field(default="vi")
    against: tuple[Document, ...] = ()
    preview: bool = False


def check(
    source: Source,
    *,
    outline: str | os.PathLike[str] | Outline | Sequence[Outline] | None = None,
    stage: Stage = "draft",
    as_of: date | None = None,
    profile: str | None = None,
    rules: RuleSet | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    lang: Lang = "vi",
    name: str | None = None,
    against: Iterable[Source] = (),
    suppress: Iterable[Suppression] = (),
    preview: bool = False,
) -> Report:
    """Check one draft: a path, bytes, or an open binary file.

    ``outline`` is a guidance file (``letter.docx`` or ``letter.docx#VNN``), an outline, or several; None lets the
    checker choose. ``name`` is the path shown for bytes. ``against`` are other drafts, for passages copied from them;
    ``preview`` adds the rules that are still being tried.
    ``suppress`` sets findings aside. An unreadable draft is in the report, not raised; no file of settings is read.

    Raises OutlineError for a guidance file without an outline, RulePackError for a pack that does not load,
    UsageError for an unknown profile or rule id, and UnreadableError for another draft that cannot be read.

    >>> report = check("Văn bản ngắn.".encode(), name="a.txt")
    >>> report.documents[0].path
    'a.txt'
    """
    options = Options(
        outlines=outlines_of(outline),
        stage=stage,
        as_of=as_of,
        profile=profile,
        select=tuple(select),
        ignore=tuple(ignore),
        lang=lang,
        against=tuple(read(other) for other in against),
        preview=preview,
    )
    names = None if name is None else (name,)
    given = (tuple(suppress),)
    return check_all((source,), options=options, rules=rules, names=names, suppressions=given)


def check_all(
    sources: Sequence[Source],
    *,
    options: Options = Options(),
    rules: RuleSet | None = None,
    names: Sequence[str] | None = None,
    suppressions: Sequence[Sequence[Suppression]] | None = None,
) -> Report:
    """Check several drafts with the same options, in the order given; ``suppressions`` are those of each draft."""
    pack = rules or load_rules()
    chosen = chosen_rules(pack, options)
    names = names or [str(s) if isinstance(s, str | os.PathLike) else "<dữ liệu>" for s in sources]
    with using_packs(pack.packs):
        done = tuple(
            _check_one(source, name, chosen, options, given)
            for source, name, given in zip(sources, names, suppressions or [()] * len(sources), strict=True)
        )
    return Report(done, pack.version, pack.sha256, options.lang, tuple(map(card, chosen)))


def card(rule: Rule) -> RuleCard:
    """Return what renderers may know of a rule; its help is read when they ask for it."""
    return RuleCard(
        id=rule.id,
        name=rule.name,
        title=rule.title,
        family=rule.family,
        level=rule.level,
        confidence=rule.confidence,
        basis=rule.basis,
        suppressible=rule.suppressible,
        guide=partial(_help, rule),
    )


def _help(rule: Rule) -> Words:
    return load_guide(rule).help


def outlines_of(outline: str | os.PathLike[str] | Outline | Sequence[Outline] | None) -> tuple[Outline, ...]:
    """Return the outlines that an ``outline`` argument stands for; a path is read and compiled."""
    from thidua_check.outline.source import load_outlines

    if outline is None:
        return ()
    if isinstance(outline, Outline):
        return (outline,)
    if isinstance(outline, str | os.PathLike):
        return load_outlines(os.fspath(outline))
    return tuple(outline)


def chosen_rules(pack: RuleSet, options: Options) -> tuple[Rule, ...]:
    """Return the rules that ``select`` and ``ignore`` leave; preview ones only with ``preview`` or selected by
    id, deprecated ones only selected by id.

    Raises UsageError for a word that is the beginning of no rule id.
    """
    for word in (*options.select, *options.ignore):
        if not any(rule.id.startswith(word) for rule in pack.rules):
            raise UsageError(
                f"Không có quy tắc nào có mã bắt đầu bằng “{word}”.", f'No rule id begins with "{word}".'
            )
    return tuple(
        rule
        for rule in pack.rules
        if (
            rule.status == "stable"
            or rule.id in options.select
            or (options.preview and rule.status == "preview")
        )
        and (not options.select or rule.id.startswith(options.select))
        and not (options.ignore and rule.id.startswith(options.ignore))
    )


def _check_one(
    source: Source, name: str, rules: Sequence[Rule], options: Options, given: Sequence[Suppression]
) -> Checked | Unreadable:
    try:
        document = read(source, name=name)
    except UnreadableError as error:
        return Unreadable(name, None, error)
    try:
        draft = analyse(document, options)
    except ThiduaCheckError:
        raise
    except (
        Exception
    ) as error:  # a fault of the checker on one file is told in the report; the other files go on
        return Unreadable(name, document.sha256, _broken(error))
    result = run(rules, draft)
    fixed = {rule.id for rule in rules if not rule.suppressible}
    aside = [s for s in (*answers(document), *given) if s.rule not in fixed]
    settled = settle(result.outcomes, result.findings, aside)
    return Checked(draft, settled.outcomes, settled.findings, settled.suppressed)


def _broken(error: Exception) -> UnreadableError:
    what = f"{type(error).__name__}: {error}"
    return UnreadableError(
        "internal",
        f"Chương trình bị lỗi khi phân tích tệp này ({what}); xin báo cho nhóm phát triển.",
        f"The checker failed on this file ({what}); please report it.",
    )


def analyse(document: Document, options: Options = Options()) -> Draft:
    """Return the document with its anatomy, its facts and its outline maps."""
    anatomy = analyse_anatomy(document)
    profile, outlines = choose(document, anatomy, given=options.outlines, profile=options.profile)
    return Draft(
        document=document,
        anatomy=anatomy,
        facts=extract(document, anatomy),
        outlines=outlines,
        profile=profile,
        stage=options.stage,
        as_of=_as_of(anatomy, options.as_of),
        against=tuple(other for other in options.against if other.sha256 != document.sha256),
    )


def _as_of(anatomy: Anatomy, given: date | None) -> AsOf:
    """The date the draft is judged on: the given one, else the place-date line's as far as it is filled in and can be.

    A day or month that is not in the calendar counts as left blank.
    """
    if given:
        return AsOf(given, "day", "given")
    line = anatomy.place_date
    if line is None or line.year is None or not MINYEAR <= line.year <= MAXYEAR:
        return AsOf(None, "none", "none")
    if line.month is None or not 1 <= line.month <= 12:
        return AsOf(date(line.year, 12, 31), "year", "document")
    length = monthrange(line.year, line.month)[1]
    if line.day is None or not 1 <= line.day <= length:
        return AsOf(date(line.year, line.month, length), "month", "document")
    return AsOf(date(line.year, line.month, line.day), "day", "document")


def expand(path: str | os.PathLike[str]) -> list[Path]:
    """Return the drafts of a folder (by the endings of DRAFT_ENDINGS, recursively), or the path itself if it is no folder.

    Word's lock files (``~$…``) and hidden files are left out, and so is a PDF that prints a draft beside it.
    """
    root = Path(path)
    if not root.is_dir():
        return [root]
    found = [
        file
        for file in sorted(root.rglob("*"))
        if file.suffix.lower() in DRAFT_ENDINGS
        and file.is_file()
        and not any(part.startswith((".", "~$")) for part in file.relative_to(root).parts)
    ]
    written = {file.with_suffix("") for file in found if file.suffix.lower() in _WRITTEN}
    return [file for file in found if file.suffix.lower() != ".pdf" or file.with_suffix("") not in written]
