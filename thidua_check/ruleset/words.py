"""The words in which a rule tells of itself: its levels, its parameters, and what an office changed in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from thidua_check.draft import Stage
from thidua_check.findings import Confidence, Lang, Level, Words
from thidua_check.ruleset.model import DEFAULT, Rule

LEVELS: Mapping[Level, Words] = {
    Level.ERROR: Words("lỗi", "error"),
    Level.WARNING: Words("cảnh báo", "warning"),
    Level.INFO: Words("lưu ý", "info"),
}
CONFIDENCES: Mapping[Confidence, Words] = {
    Confidence.HIGH: Words("cao", "high"),
    Confidence.MEDIUM: Words("vừa", "medium"),
    Confidence.LOW: Words("thấp", "low"),
}
_NOTHING = Words("không có", "none")
_YES, _NO = Words("có", "yes"), Words("không", "no")
# How many entries of a list are shown where a change of it is told.
_SHOWN = 8


def level_words(levels: Mapping[Stage, Level]) -> Words:
    """Return a level in words, both where a draft and an issued document are judged differently.

    >>> level_words({"draft": Level.INFO, "issued": Level.ERROR}).vi
    'lưu ý (dự thảo), lỗi (đã ban hành)'
    """
    draft, issued = LEVELS[levels["draft"]], LEVELS[levels["issued"]]
    if draft == issued:
        return draft
    return Words(
        f"{draft.vi} (dự thảo), {issued.vi} (đã ban hành)",
        f"{draft.get('en')} (draft), {issued.get('en')} (issued)",
    )


def confidence_words(confidence: Confidence) -> Words:
    """Return a confidence in words."""
    return CONFIDENCES[confidence]


def value_words(value: object, most: int | None = None) -> Words:
    """Return the value of a parameter as people read it; of a list at most so many entries.

    >>> value_words(("xã", "phường")).vi, value_words({"a": "b"}).vi, value_words(()).vi
    ('xã, phường', 'a: b', 'không có')
    """
    if value is None or value == () or value == {}:
        return _NOTHING
    if isinstance(value, bool):
        return _YES if value else _NO
    if isinstance(value, Mapping):
        return _listed([f"{key}: {value_words(one).vi}" for key, one in value.items()], "; ", most)
    if isinstance(value, tuple):
        return _listed(list(map(str, value)), ", ", most)
    return Words(str(value))


def _listed(parts: Sequence[str], joint: str = ", ", most: int | None = None) -> Words:
    shown = joint.join(part or "“”" for part in parts[:most])
    more = 0 if most is None else len(parts) - most
    return Words(f"{shown}… (và {more} mục nữa)", f"{shown}… (and {more} more)") if more > 0 else Words(shown)


def param_rows(rule: Rule, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the parameters of a rule with the values that it has."""
    for one in attrs.fields(rule.kind.params):
        yield one.name, value_words(getattr(rule.params, one.name)).get(lang)


def variant_levels(rule: Rule) -> Words:
    """Return the levels of the variants that have one of their own, empty where none has.

    The level of a rule is not the most that it may say: a variant can be above it.
    """
    own = [(name, level_words(m.level)) for name, m in rule.messages.items() if m.level and name != DEFAULT]
    return Words(
        ", ".join(f"{name}: {level.vi}" for name, level in own),
        ", ".join(f"{name}: {level.get('en')}" for name, level in own),
    )


def said_change(what: Words, old: Words, new: Words) -> Words:
    """Say that something went from old to new.

    >>> said_change(Words("mức", "level"), Words("cảnh báo", "warning"), Words("lưu ý", "info")).vi
    'mức: cảnh báo → lưu ý'
    """
    return Words(f"{what.vi}: {old.vi} → {new.vi}", f"{what.get('en')}: {old.get('en')} → {new.get('en')}")


def param_change(name: str, old: object, new: object) -> Words:
    """Say how a parameter changed; of a list, what came and what went.

    >>> param_change("point_units", ("tỷ", "km"), ("tỷ", "m2")).vi
    'point_units: thêm m2, bớt km'
    """
    if not (isinstance(old, tuple) and isinstance(new, tuple)):
        return said_change(Words(name), value_words(old, _SHOWN), value_words(new, _SHOWN))
    came, went = ([str(x) for x in a if x not in b] for a, b in ((new, old), (old, new)))
    vi = [f"{word} {_listed(xs, most=_SHOWN).vi}" for word, xs in (("thêm", came), ("bớt", went)) if xs]
    en = [
        f"{word} {_listed(xs, most=_SHOWN).get('en')}"
        for word, xs in (("added", came), ("dropped", went))
        if xs
    ]
    return Words(f"{name}: {', '.join(vi) or 'không đổi'}", f"{name}: {', '.join(en) or 'unchanged'}")
