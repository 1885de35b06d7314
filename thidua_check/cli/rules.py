"""``thidua-check rules`` and ``thidua-check explain ID``: what is checked, and why."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator

from thidua_check.cli import console, values
from thidua_check.errors import UsageError
from thidua_check.findings import Lang
from thidua_check.render.as_json import SCHEMA_VERSION, Object, dump
from thidua_check.render.layout import Style, columns, paint, styled, wrap
from thidua_check.render.rule_pages import FAMILIES, rule_pages
from thidua_check.render.safe import one_line
from thidua_check.render.view import View
from thidua_check.render.words import LEVEL_WORDS
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Example, Rule, RuleSet

# "{expected}" in a message: filled in for each finding, nothing to fill in here.
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")
_STATUSES = {"preview": ("thử nghiệm", "preview"), "deprecated": ("sắp bỏ", "deprecated")}


def run(args: argparse.Namespace, lang: Lang) -> int:
    """List the rules."""
    pack = load_rules(args.rules)
    wanted = [rule_id for word in args.operands for rule_id in values.ids(word)]
    chosen = _chosen(pack, wanted)
    if args.format == "json":
        console.emit(dump(_listing(pack, chosen, lang)))
    elif args.format == "markdown":
        console.emit(rule_pages(chosen, lang))
    else:
        console.emit("\n".join(_lines(chosen, _view(args, lang))) + "\n")
    return 0


def run_explain(args: argparse.Namespace, lang: Lang) -> int:
    """Explain rules one after the other."""
    if not args.operands:
        raise UsageError(
            "Lệnh explain cần mã quy tắc, như: thidua-check explain NT01.",
            "explain needs a rule id such as NT01.",
        )
    pack = load_rules(args.rules)
    view = _view(args, lang)
    blocks = []
    for rule_id in (one for word in args.operands for one in values.ids(word)):
        rule = pack.rule(rule_id)
        if rule is None:
            raise _unknown(rule_id)
        blocks.append("\n".join(line.rstrip() for line in _explained(rule, view)))
    console.emit("\n\n".join(blocks) + "\n")
    return 0


def _view(args: argparse.Namespace, lang: Lang) -> View:
    return View(lang=lang, width=console.width(), color=console.wants_color(args.color))


def _chosen(pack: RuleSet, wanted: list[str]) -> list[Rule]:
    for word in wanted:
        if not any(rule.id.startswith(word) for rule in pack.rules):
            raise _unknown(word)
    return [rule for rule in pack.rules if not wanted or rule.id.startswith(tuple(wanted))]


def _unknown(rule_id: str) -> UsageError:
    return UsageError(
        f"Không có quy tắc “{rule_id}” (xem: thidua-check rules).",
        f'There is no rule "{rule_id}" (see: rules).',
    )


def _listing(pack: RuleSet, rules: list[Rule], lang: Lang) -> Object:
    return {
        "schema_version": SCHEMA_VERSION,
        "pack": {"version": pack.version, "sha256": pack.sha256},
        "rules": [_rule_object(rule, lang) for rule in rules],
    }


def _rule_object(rule: Rule, lang: Lang) -> Object:
    basis = rule.basis
    return {
        "id": rule.id,
        "name": rule.name,
        "family": rule.family,
        "title": rule.title.get(lang),
        "level": {stage: str(level) for stage, level in rule.level.items()},
        "confidence": str(rule.confidence),
        "status": rule.status,
        "kind": rule.kind.name,
        "basis": {"document": basis.document, "clause": basis.clause} if basis else None,
    }


def _lines(rules: list[Rule], view: View) -> Iterator[str]:
    english = view.lang == "en"
    for family, names in FAMILIES.items():
        own = [rule for rule in rules if rule.family == family]
        if own:
            name = names[english]
            yield paint(name, "strong") if view.color else name
            rows = [(_head(rule, view), styled(one_line(rule.title.get(view.lang)))) for rule in own]
            yield from columns(rows, view.width, indent="  ", color=view.color, least=15)
    yield f"{len(rules)} rules." if english else f"{len(rules)} quy tắc."


def _head(rule: Rule, view: View) -> str:
    return f"{rule.id}  {_levels(rule, view.lang)}"


def _levels(rule: Rule, lang: Lang) -> str:
    """Return the level, both where a draft and an issued document are judged differently."""
    draft, issued = (LEVEL_WORDS[rule.level[stage]].get(lang) for stage in ("draft", "issued"))
    return draft if draft == issued else f"{draft}/{issued}"


def _explained(rule: Rule, view: View) -> Iterator[str]:
    lang, english = view.lang, view.lang == "en"
    guide = load_guide(rule)
    title = styled((rule.id, "strong"), "  ", (one_line(rule.title.get(lang)), "strong"))
    yield from wrap(title, view.width, rest="      ", color=view.color)
    rows = [("Level:" if english else "Mức:", _levels(rule, lang))]
    if rule.basis:
        rows.append(("Basis:" if english else "Căn cứ:", f"{rule.basis.document}, {rule.basis.clause}"))
    rows.append(("Since:" if english else "Có từ:", rule.since))
    if rule.note:
        rows.append(("Changed:" if english else "Đơn vị sửa:", rule.note))
    if rule.status in _STATUSES:
        rows.append(("Status:" if english else "Tình trạng:", _STATUSES[rule.status][english]))
    cells = [(label, styled(one_line(text))) for label, text in rows]
    yield from columns(cells, view.width, indent="  ", color=view.color)
    for paragraph in guide.help.get(lang).split("\n\n"):
        yield ""
        yield from wrap(styled(one_line(paragraph)), view.width, first="  ", rest="  ")
    yield from _repairs(rule, view)
    for bad, heading in ((True, ("Sai:", "Wrong:")), (False, ("Đúng:", "Right:"))):
        found = [example for example in guide.examples if example.bad is bad]
        if found:
            yield ""
            yield "  " + heading[english]
        for example in found:
            yield from _example(example, view)


def _repairs(rule: Rule, view: View) -> Iterator[str]:
    repairs = {_PLACEHOLDER.sub("…", m.repair.get(view.lang)) for m in rule.messages.values() if m.repair}
    if repairs:
        yield ""
        yield "  " + ("How to mend:" if view.lang == "en" else "Cách sửa:")
    for text in sorted(repairs):
        yield from wrap(styled(one_line(text)), view.width, first="    - ", rest="      ")


def _example(example: Example, view: View) -> Iterator[str]:
    """Yield an example line by line, the wrong words between « and »."""
    style: Style = "error" if example.bad else "good"
    mark = "✗ " if example.bad else "✓ "
    first = "    " + (paint(mark, style) if view.color else mark)
    text = example.text.strip("\n").replace("⟦", "«").replace("⟧", "»")
    for line in filter(str.strip, text.split("\n")):
        yield from wrap(styled(one_line(line)), view.width - 2, first=first, rest="      ")
        first = "      "
