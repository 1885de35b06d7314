"""One fact in words: what the checker understood of it."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from thidua_check.extract.citations import Citation
from thidua_check.extract.dates import DateMention
from thidua_check.extract.numbers import format_number
from thidua_check.extract.periods import Period
from thidua_check.extract.quantities import Quantity
from thidua_check.extract.relations import Relation
from thidua_check.findings import Lang
from thidua_check.render.words_facts import PROBLEMS, RELATIONS, tell


def meaning(fact: DateMention | Period | Citation | Quantity | Relation, lang: Lang) -> str | None:
    """Return what was understood of a fact, None where nothing was."""
    return _MEANINGS[type(fact)](fact, lang)


def _date(mention: DateMention, lang: Lang) -> str | None:
    if mention.problem == "impossible":
        likely = ", ".join(f"{d.day}/{d.month}/{d.year}" for d in mention.repairs[:3])
        return tell("impossible_repairs", lang, repairs=likely) if likely else tell("impossible", lang)
    if mention.value is None:
        return None
    forms = {
        "month": "{0.month}/{0.year}",
        "quarter": tell("quarter", lang, n=(mention.value.month + 2) // 3) + "/{0.year}",
        "year": "{0.year}",
    }
    return forms.get(mention.form, "{0.day}/{0.month}/{0.year}").format(mention.value)


def _period(period: Period, lang: Lang) -> str:
    key = "period" if period.first <= period.last else "period_reversed"
    return tell(key, lang, first=period.first, last=period.last)


def _citation(citation: Citation, lang: Lang) -> str | None:
    if not citation.understood:
        return None
    parts = [citation.type or tell("no_type", lang), tell("number", lang, n=citation.number)]
    if citation.year:
        parts.append(tell("year", lang, n=citation.year))
    parts.append(tell("symbol", lang, n=citation.symbol))
    if citation.date and citation.date.value:
        signed = citation.date.value
        parts.append(f"{signed.day}/{signed.month}/{signed.year}")
    if citation.issuer:
        parts.append(citation.issuer)
    return ", ".join(parts)


def _quantity(quantity: Quantity, lang: Lang) -> str | None:
    if quantity.value is None:
        return None
    words = [format_number(quantity.value), quantity.unit, quantity.noun]
    text = " ".join(word for word in words if word)
    problem = PROBLEMS.get(quantity.problem or "")
    return f"{text} ({problem.get(lang)})" if problem else text


def _relation(relation: Relation, lang: Lang) -> str | None:
    if relation.expected is None or relation.whole.value is None:
        return None
    off = relation.whole.value - relation.expected
    within = abs(off) <= (relation.tolerance or Decimal(0))
    partial = not relation.exhaustive and off > 0
    key = "holds" if within else "partial" if partial else "differs"
    return tell(
        key,
        lang,
        kind=RELATIONS[relation.kind].get(lang),
        stated=relation.whole.passage.text,
        expected=format_number(_rounded(relation.expected, relation.whole.decimals)),
        off=format_number(_rounded(abs(off), relation.whole.decimals)),
    )


def _rounded(value: Decimal, decimals: int) -> Decimal:
    """Round for display, to two places more than are printed."""
    return round(value, decimals + 2).normalize() if value else value


_MEANINGS: dict[type, Callable[[Any, Lang], str | None]] = {
    DateMention: _date,
    Period: _period,
    Citation: _citation,
    Quantity: _quantity,
    Relation: _relation,
}
