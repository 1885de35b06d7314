"""From operands and options to a report: which drafts, by which settings, without which findings."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from attrs import evolve, frozen

from thidua_check.checking import Options, check_all, chosen_rules, expand
from thidua_check.cli.guidance import read_others, read_outlines
from thidua_check.cli.setup import Group, Setup
from thidua_check.config.apply import check_entries, remarks
from thidua_check.config.tables import Faults
from thidua_check.document import Document
from thidua_check.errors import ConfigError, UnreadableError, UsageError
from thidua_check.findings import Lang
from thidua_check.outline.model import Outline
from thidua_check.registry import using_packs
from thidua_check.report import Checked, Report, Unreadable
from thidua_check.rule_card import RuleCard
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import RuleSet


@frozen
class Targets:
    """The drafts to check, in order; an operand that holds none stands as what the report says of it."""

    items: tuple[str | Unreadable, ...]

    @property
    def paths(self) -> tuple[str, ...]:
        """The files to read."""
        return tuple(item for item in self.items if isinstance(item, str))


@frozen
class Judged:
    """A report, the rules that were left out on some draft, and those whose findings cannot be suppressed."""

    report: Report
    left_out: tuple[str, ...]
    fixed: frozenset[str]


@frozen
class Held:
    """What all drafts of a run are judged by, read once: rules, outlines by their ``FILE[#ID]``, other drafts."""

    pack: RuleSet
    outlines: Mapping[str, tuple[Outline, ...]]
    others: tuple[Document, ...]


def find(operands: Sequence[str], guidance: Callable[[str], str | None]) -> Targets:
    """Return the drafts of files and folders; the guidance file of a draft is itself no draft of its folder."""
    items: list[str | Unreadable] = []
    for operand in operands:
        if not os.path.isdir(operand):
            items.append(operand)
            continue
        found = [str(path) for path in expand(operand)]
        found = [path for path in found if not _is_guidance(path, guidance(path))]
        items += found or [Unreadable(operand, None, _no_drafts())]
    return Targets(tuple(items))


def _is_guidance(path: str, guidance: str | None) -> bool:
    return guidance is not None and os.path.realpath(path) == os.path.realpath(guidance)


def _no_drafts() -> UnreadableError:
    return UnreadableError(
        "folder",
        "Thư mục này không có bản thảo nào (.docx, .odt, .doc, .rtf, .pdf, .txt, .md).",
        "There is no draft (.docx, .odt, .doc, .rtf, .pdf, .txt, .md) in this folder.",
    )


def hold(args: argparse.Namespace, setup: Setup) -> Held:
    """Read what all drafts of a run are judged by.

    Raises ThiduaCheckError for what the user can mend in options and files.
    """
    pack = load_rules(setup.value("rules"))
    suppressible = {rule.id: rule.suppressible for rule in pack.rules}
    faults = Faults()
    check_entries((entry for plan in setup.plans for entry in plan.entries), suppressible, faults)
    faults.check()
    others = read_others(args.against)
    specs = dict.fromkeys(group.value("outline") for group in setup.groups if group.value("outline"))
    with using_packs(pack.packs):
        outlines = {spec: read_outlines(spec) for spec in specs}
    return Held(pack, outlines, others)


def judge(
    args: argparse.Namespace,
    targets: Targets,
    setup: Setup,
    lang: Lang,
    today: date,
    held: Held | None = None,
) -> Judged:
    """Check the drafts, each by its own settings; what they are judged by is read unless it is given.

    Raises ThiduaCheckError for what the user can mend in options and files.
    """
    held = held or hold(args, setup)
    pack = held.pack
    suppressible = {rule.id: rule.suppressible for rule in pack.rules}
    documents: dict[int, Checked | Unreadable] = {}
    ran: dict[str, RuleCard] = {}
    left_out: set[str] = set()
    report = Report((), pack.version, pack.sha256, lang)
    for group in setup.groups:
        options = group_options(group, args, held, lang)
        own = _group_report(group, setup, options, pack, today)
        documents |= zip((number for number, _ in group.drafts), own.documents, strict=True)
        ran |= {card.id: card for card in own.rules}
        left_out |= {rule.id for rule in pack.rules} - {card.id for card in own.rules}
    done = tuple(documents[number] for number in sorted(documents))
    waiting = iter(done)
    report = evolve(
        report,
        documents=tuple(next(waiting) if isinstance(item, str) else item for item in targets.items),
        rules=tuple(ran[key] for key in sorted(ran)),
        remarks=remarks(setup.plans, done, suppressible, today),
    )
    fixed = frozenset(key for key, free in suppressible.items() if not free)
    return Judged(report, tuple(sorted(left_out)), fixed)


def group_options(group: Group, args: argparse.Namespace, held: Held, lang: Lang) -> Options:
    """Return the options that the drafts of one configuration are judged with."""
    outline = group.value("outline")
    return Options(
        outlines=held.outlines[outline] if outline else (),
        stage=group.value("stage"),
        as_of=args.as_of,
        profile=group.value("profile"),
        select=group.value("select"),
        ignore=group.value("ignore"),
        lang=lang,
        against=held.others,
        preview=args.preview,
    )


def _group_report(group: Group, setup: Setup, options: Options, pack: RuleSet, today: date) -> Report:
    """Check the drafts of one configuration; what is wrong in it is told with its file."""
    paths = [draft for _, draft in group.drafts]
    suppressions = [setup.plans[number].suppressions(today) for number, _ in group.drafts]
    try:
        chosen_rules(pack, options)
        return check_all(paths, options=options, rules=pack, suppressions=suppressions)
    except UsageError as error:
        if group.config is None:
            raise
        file = group.config.file
        raise ConfigError(f"{file}: {error.vi}", f"{file}: {error.en}") from error
