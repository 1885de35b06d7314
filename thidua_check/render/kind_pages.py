"""The page of the check kinds in Markdown: what each looks at, its parameters, and what its messages may use."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from thidua_check.findings import Lang, Words
from thidua_check.ruleset.guide import load_guide
from thidua_check.ruleset.kind_words import KindWords, load_kind_words
from thidua_check.ruleset.model import DEFAULT, Kind, Message, Rule
from thidua_check.ruleset.usage import spoken, users
from thidua_check.ruleset.words import value_words

_SAYS: Mapping[str, Words] = {
    "title": Words("Kiểu kiểm tra", "Check kinds"),
    "intro": Words(
        "Trang này được tạo từ chương trình (`thidua-check kinds`). Quy tắc ghi một trong các kiểu này ở `kind`, đặt tham số "
        "dưới `params`, và dùng các biến trong câu báo: `{excerpt}` (chữ bị chỉ ra) và `{count}` (số chỗ) luôn có, các biến "
        "khác ghi ở từng kiểu. Kiểu có nhiều trường hợp thì mỗi trường hợp là một biến thể: quy tắc viết câu riêng dưới "
        "`variants`, hoặc ghi `tên-biến-thể: off` để không nói đến; biến thể không viết thì im lặng và `lint-pack` nhắc. "
        "Danh sách trong quy tắc thay toàn bộ danh sách mặc định. Câu làm mẫu lấy từ quy tắc có sẵn; xem cả tệp: "
        "`thidua-check explain MÃ --yaml`.",
        "Made from the code: `thidua-check kinds --lang en` prints this page. A rule names one of these as its `kind`, sets "
        "its parameters under `params`, and may use the placeholders in its messages: `{excerpt}` and `{count}` always, "
        "others as said here. Each case that a kind tells apart is a variant: a rule gives it words of its own under "
        "`variants`, or switches it off (`name: off`); one that is left out is silent, and `lint-pack` asks for it. A list "
        "of a rule takes the place of the kind's own list. The sentences are those of built-in rules; "
        "`thidua-check explain ID --yaml` shows a whole file.",
    ),
    "used": Words("Quy tắc có sẵn dùng kiểu này", "Built-in rules of this kind"),
    "must": Words("bắt buộc", "must be given"),
    "left": Words("không đặt thì không xét", "not judged where it is left out"),
    "else": Words("mặc định", "else"),
    "parameter": Words("tham số", "parameter"),
    "variant": Words("biến thể", "variant"),
    "message": Words("câu báo chung (`message`)", "`message`"),
    "own": Words("không có biến riêng", "no placeholder of its own"),
    "as": Words("như", "as in"),
    "general": Words(
        "Câu báo chung phải đúng với mọi biến thể; biến thể không viết thì nói bằng câu này.",
        "The message must be true of every variant: those that are left out are said with it.",
    ),
}
_TYPES: Mapping[object, Words] = {
    str: Words("một dòng chữ", "text"),
    int: Words("số nguyên", "a whole number"),
    Decimal: Words("số, viết dấu chấm như 13.5", "a number such as 13.5"),
    bool: Words("true hoặc false", "`true` or `false`"),
    date: Words("ngày viết năm-tháng-ngày như 2025-07-01", "a date such as 2025-07-01"),
    tuple[str, ...]: Words("danh sách, như [một, hai]", "a list of texts"),
    Mapping[str, str]: Words("các cặp “chữ: chữ”", "pairs of texts"),
    Mapping[str, tuple[str, ...]]: Words("các cặp “chữ: [một, hai]”", "a list of texts for each text"),
}


def kind_pages(
    kinds: Mapping[str, Kind], rules: Sequence[Rule], lang: Lang, names: Iterable[str] = ()
) -> str:
    """Return the page of the kinds of these names, of all without; ``rules`` show how the kinds are used."""
    wanted = list(names) or sorted(kinds)
    head = f"# {_say('title', lang)}\n\n{_say('intro', lang)}"
    blocks = [head, *("\n".join(_lines(kinds[name], rules, lang)) for name in wanted)]
    return "\n\n".join(blocks) + "\n"


def _say(key: str, lang: Lang) -> str:
    return _SAYS[key].get(lang)


def _lines(kind: Kind, rules: Sequence[Rule], lang: Lang) -> Iterator[str]:
    words = load_kind_words().get(kind.name, KindWords())
    own = users(kind, rules)
    yield from (f"## {kind.name}", "", _about(kind, own, words, lang), "")
    if own:
        used = ", ".join(f"{rule.id} ({rule.title.get(lang)})" for rule in own)
        yield from (f"{_say('used', lang)}: {used}.", "")
    if lang == "en" and attrs.fields(kind.params):
        yield from (_summary(kind.params), "")
    yield from _parameters(kind.params, words, lang)
    yield from _variants(kind, spoken(kind, rules), words, lang)


def _about(kind: Kind, own: Sequence[Rule], words: KindWords, lang: Lang) -> str:
    if lang == "en":
        return _summary(inspect.getmodule(kind.check))
    return words.about or " ".join(load_guide(own[0]).help.vi.split())


def _summary(thing: object) -> str:
    return " ".join((inspect.getdoc(thing) or "").split())


def _parameters(params: type, words: KindWords, lang: Lang) -> Iterator[str]:
    hints = typing.get_type_hints(params)
    for field in attrs.fields(params):
        meaning = f": {words.params[field.name]}" if lang == "vi" else ""
        facts = "; ".join(filter(None, (_type(hints[field.name], lang), _default(field, lang))))
        yield f"- {_say('parameter', lang)} `{field.name}` ({facts}){meaning}"


def _type(hint: object, lang: Lang) -> str:
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    if typing.get_origin(hint) is typing.Literal:
        one = "một trong" if lang == "vi" else "one of"
        return f"{one} " + ", ".join(f"`{choice}`" for choice in typing.get_args(hint))
    return _TYPES[hint].get(lang)


def _default(field: attrs.Attribute[object], lang: Lang) -> str:
    if field.default is attrs.NOTHING:
        return _say("must", lang)
    if field.default is None:
        return _say("left", lang)
    made: Any = field.default
    value = made.factory() if isinstance(made, attrs.Factory) else made  # type: ignore[arg-type]
    shown = str(value).lower() if isinstance(value, bool) else value_words(value).get(lang)
    return f"{_say('else', lang)} {shown}"


def _variants(
    kind: Kind, said: Mapping[str, tuple[Rule, Message]], words: KindWords, lang: Lang
) -> Iterator[str]:
    for variant, placeholders in kind.provides.items():
        names = ", ".join(f"`{{{name}}}`" for name in sorted(placeholders)) or _say("own", lang)
        called = _say("message", lang) if variant == DEFAULT else f"{_say('variant', lang)} `{variant}`"
        meaning = words.variants.get(variant, "") if lang == "vi" else ""
        if variant in said:
            rule, message = said[variant]
            meaning = f"{_say('as', lang)} {rule.id}: {' '.join(message.text.get(lang).split())}"
        yield f"- {called}: {names}" + (f"; {meaning}" if meaning else "")
    if kind.general:
        yield from ("", _say("general", lang))
