"""The page of all rules in Markdown, one form for each: what, why, basis, how to mend, examples, since when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thidua_check.findings import Lang
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.model import Example, Rule
from thidua_check.ruleset.words import level_words, param_rows, variant_levels

FAMILIES = {
    "BC": ("Bố cục", "Structure"),
    "ND": ("Nội dung", "Content"),
    "NT": ("Ngày tháng", "Dates"),
    "SL": ("Số liệu", "Figures"),
    "VD": ("Viện dẫn", "Cited documents"),
    "TT": ("Thể thức", "Form"),
    "KT": ("Ký", "Signature"),
    "CT": ("Chữ", "Wording"),
    "TD": ("Thi đua", "Emulation"),
}
_SAYS = {
    "title": ("Danh mục quy tắc", "Rules"),
    "intro": (
        "Trang này được tạo từ các tệp quy tắc (`thidua-check rules --format markdown`); `thidua-check explain MÃ` "
        "hiện cùng nội dung. Chữ giữa « và » trong ví dụ sai là chữ mà quy tắc phải chỉ ra.",
        "This page is made from the rule files (`thidua-check rules --format markdown --lang en`); "
        "`thidua-check explain ID` shows the same. In a wrong example the words between « and » are those that the "
        "rule must mark.",
    ),
    "level": ("Mức", "Level"),
    "kinds": ("kinds.vi.md", "kinds.md"),
    "kind": ("Kiểu kiểm tra", "Check kind"),
    "basis": ("Căn cứ", "Basis"),
    "since": ("Có từ phiên bản", "Since version"),
    "preview": ("Đang thử nghiệm: chỉ chạy khi thêm `--preview`.", "In preview: only runs with `--preview`."),
    "repair": ("Cách sửa", "How to mend"),
    "bad": ("Sai", "Wrong"),
    "good": ("Đúng", "Right"),
    "confidence": ("độ chắc của căn cứ", "confidence of the fact"),
}
_WHOLE = 6
_ROUND = 2
_PLACEHOLDER = re.compile(r"\{[a-z_]*\}")


def rule_pages(rules: Sequence[Rule], lang: Lang) -> str:
    """Return the page, families in their fixed order, rules by id."""
    return "\n".join(_lines(rules, lang)).rstrip() + "\n"


def _say(key: str, lang: Lang) -> str:
    return _SAYS[key][lang == "en"]


def _lines(rules: Sequence[Rule], lang: Lang) -> Iterator[str]:
    yield from (f"# {_say('title', lang)}", "", _say("intro", lang), "")
    for family, names in FAMILIES.items():
        own = [rule for rule in rules if rule.family == family]
        if own:
            yield from (f"## {family}: {names[lang == 'en']}", "")
        for rule in own:
            yield from _form(rule, lang)


def _form(rule: Rule, lang: Lang) -> Iterator[str]:
    guide = load_guide(rule)
    yield from (f"### {rule.id} {rule.title.get(lang)}", "")
    if rule.status == "preview":
        yield from (_say("preview", lang), "")
    variants = variant_levels(rule).get(lang)
    yield f"- {_say('level', lang)}: {level_words(rule.level).get(lang)}" + (
        f" ({variants})" if variants else ""
    )
    if rule.basis:
        sure = f"{_say('confidence', lang)} {rule.basis.confidence}"
        yield f"- {_say('basis', lang)}: {rule.basis.document}, {rule.basis.clause} ({sure})"
    yield f"- {_say('since', lang)}: {rule.since}"
    yield f"- {_say('kind', lang)}: [`{rule.kind.name}`]({_say('kinds', lang)}#{rule.kind.name})"
    for name, value in param_rows(rule, lang):
        yield f"    - `{name}`: {value}"
    yield from ("", guide.help.get(lang).strip(), "")
    repairs = sorted({_PLACEHOLDER.sub("…", m.repair.get(lang)) for m in rule.messages.values() if m.repair})
    if repairs:
        yield from (f"{_say('repair', lang)}:", "", *(f"- {text}" for text in repairs), "")
    for key, bad in (("bad", True), ("good", False)):
        yield from (f"{_say(key, lang)}:", "")
        for example in guide.examples:
            if example.bad is bad:
                yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    lines = [line for line in example.text.split("\n") if line.strip()]
    text = "\n".join(_shortened(lines)).replace("⟦", "«").replace("⟧", "»")
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in re.findall(r"`+", text)), 0)
    yield from (f"{fence}text", *text.split("\n"), fence, "")


def _shortened(lines: Sequence[str]) -> Sequence[str]:
    """Return a long example as what stands round its mark, a good one as its beginning; the file has it whole."""
    if len(lines) <= _WHOLE:
        return lines
    marked = next((number for number, line in enumerate(lines) if "⟦" in line), None)
    if marked is None:
        return [*lines[:_WHOLE], "…"]
    first, last = max(0, marked - _ROUND), marked + _ROUND + 1
    return [*(["…"] if first else []), *lines[first:last], *(["…"] if last < len(lines) else [])]
