"""Every entry of a list in a rule's parameters counts: without it the rule says something else of the same words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from attrs import evolve

from tests.support.tried.entries import SAMPLES, entry_samples
from tests.support.tried.sample import RULES, Sample, said


def _entries() -> Iterator[tuple[Sample, str]]:
    for rule, field in dict.fromkeys((sample.rule, sample.field) for sample in SAMPLES):
        yield from entry_samples(rule, field)


def _without(params: Any, field: str, entry: str) -> Any:
    value = getattr(params, field)
    if isinstance(value, Mapping):
        return evolve(params, **{field: {key: value[key] for key in value if key != entry}})
    return evolve(params, **{field: tuple(other for other in value if other != entry)})


@pytest.mark.parametrize(
    ("sample", "entry"), list(_entries()), ids=lambda v: f"{v.rule}-{v.field}" if isinstance(v, Sample) else v
)
def test_entry_counts(sample: Sample, entry: str) -> None:
    """The rule speaks (or is silent) because of the entry, and says something else without it."""
    rule, own = RULES[sample.rule], sample.of(entry)

    findings = said(own)

    assert bool(findings) is sample.speaks
    assert said(own, evolve(rule, params=_without(rule.params, sample.field, entry))) != findings


@pytest.mark.parametrize(("rule", "field"), sorted({(s.rule, s.field) for s in SAMPLES}))
def test_every_entry_is_tried(rule: str, field: str) -> None:
    """There are words for each entry of a list that is tried at all."""
    tried = {entry for _, entry in entry_samples(rule, field)}

    assert tried == set(getattr(RULES[rule].params, field))
