"""``thidua-check rules`` and ``thidua-check explain ID``: what is checked, and why."""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator, Mapping

import attrs

from thidua_check.cli import console, values
from thidua_check.errors import UsageError
from thidua_check.findings import Lang, Words
from thidua_check.render.as_json import SCHEMA_VERSION, Object, dump
from thidua_check.render.layout import Style, columns, paint, styled, wrap
from thidua_check.render.rule_pages import FAMILIES, rule_pages
from thidua_check.render.safe import one_line
from thidua_check.render.view import View
from thidua_check.render.words import LEVEL_WORDS
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import Example, Rule, RuleSet
from thidua_check.ruleset.packs import template
from thidua_check.ruleset.words import param_rows, variant_levels

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
        console.emit("\n".join(_lines(pack, chosen, _view(args, lang))) + "\n")
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
        if args.yaml:
            blocks.append(template(rule, {known.id for known in pack.rules}).rstrip())
        else:
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
        "params": {
            one.name: _plain(getattr(rule.params, one.name)) for one in attrs.fields(rule.kind.params)
        },
        "basis": {"document": basis.document, "clause": basis.clause} if basis else None,
        "off": rule.off is not None,
        "changes": [{"what": c.what.get(lang), "reason": c.reason, "place": c.place} for c in rule.changes],
    }


def _plain(value: object) -> object:
    """Return the value of a parameter as JSON has it: lists and objects, decimals and dates as text."""
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def _lines(pack: RuleSet, rules: list[Rule], view: View) -> Iterator[str]:
    english = view.lang == "en"
    for family, names in FAMILIES.items():
        own = [rule for rule in rules if rule.family == family]
        if own:
            name = names[english]
            yield paint(name, "strong") if view.color else name
            rows = [(_head(rule, view), styled(one_line(_titled(pack, rule, view.lang)))) for rule in own]
            yield from columns(rows, view.width, indent="  ", color=view.color, least=15)
    yield f"{len(rules)} rules." if english else f"{len(rules)} quy tắc."


def _head(rule: Rule, view: View) -> str:
    return f"{rule.id}  {_OFF.get(view.lang) if rule.off else _levels(rule, view.lang)}"


def _titled(pack: RuleSet, rule: Rule, lang: Lang) -> str:
    """Return the title of a rule, and whether an office made or changed it."""
    title = rule.title.get(lang)
    if any(rule.path.is_relative_to(folder) for folder in pack.packs):
        return f"{title} ({_OWN.get(lang)})"
    return f"{title} ({_CHANGED.get(lang)})" if rule.changes and not rule.off else title


_OFF = Words("đã tắt", "off")
_OWN = Words("quy tắc riêng của đơn vị", "the office's own")
_CHANGED = Words("đơn vị đã sửa", "changed by the office")


def _levels(rule: Rule, lang: Lang) -> str:
    """Return the level, both where a draft and an issued document are judged differently."""
    draft, issued = (LEVEL_WORDS[rule.level[stage]].get(lang) for stage in ("draft", "issued"))
    return draft if draft == issued else f"{draft}/{issued}"


def _explained(rule: Rule, view: View) -> Iterator[str]:
    lang = view.lang
    guide = load_guide(rule)
    title = styled((rule.id, "strong"), "  ", (one_line(rule.title.get(lang)), "strong"))
    yield from wrap(title, view.width, rest="      ", color=view.color)
    cells = [(label, styled(one_line(text))) for label, text in _facts(rule, lang)]
    yield from columns(cells, view.width, indent="  ", color=view.color)
    for paragraph in guide.help.get(lang).split("\n\n"):
        yield ""
        yield from wrap(styled(one_line(paragraph)), view.width, first="  ", rest="  ")
    yield from _repairs(rule, view)
    for bad, heading in ((True, ("Sai:", "Wrong:")), (False, ("Đúng:", "Right:"))):
        found = [example for example in guide.examples if example.bad is bad]
        if found:
            yield ""
            yield "  " + heading[lang == "en"]
        for example in found:
            yield from _example(example, view)


def _facts(rule: Rule, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield what is to be known of a rule before its help: a label and the words behind it."""
    english = lang == "en"
    variants = variant_levels(rule).get(lang)
    level = _levels(rule, lang) + (f" ({variants})" if variants else "")
    yield ("Level:", level) if english else ("Mức:", level)
    if rule.basis:
        yield "Basis:" if english else "Căn cứ:", f"{rule.basis.document}, {rule.basis.clause}"
    yield "Since:" if english else "Có từ:", rule.since
    yield "Kind:" if english else "Kiểu:", f"{rule.kind.name} (thidua-check kinds {rule.kind.name})"
    for name, value in param_rows(rule, lang):
        yield f"{name}:", value
    for change in rule.changes:
        label = "Changed:" if english else "Đơn vị sửa:"
        yield label, f"{change.what.get(lang)}; {change.reason} ({change.place})"
    if rule.status in _STATUSES:
        yield "Status:" if english else "Tình trạng:", _STATUSES[rule.status][english]
    if rule.off:
        yield "Status:" if english else "Tình trạng:", _OFF.get(lang)


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
