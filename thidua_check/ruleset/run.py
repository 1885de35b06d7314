"""Running rules on a draft: hits become findings, repeats fold, every rule gets an outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from attrs import evolve, frozen

from thidua_check.anatomy.model import Regime
from thidua_check.draft import Draft
from thidua_check.findings import (
    Basis,
    Confidence,
    Finding,
    Level,
    Outcome,
    Place,
    Related,
    RuleOutcome,
    Suggestion,
    Words,
    fingerprint,
)
from thidua_check.ruleset.model import DEFAULT, Hit, Message, NotApplicable, Rule


@frozen
class Result:
    """The outcomes in the order of the rules, and the findings in reading order."""

    outcomes: tuple[RuleOutcome, ...]
    findings: tuple[Finding, ...]


def run(rules: Iterable[Rule], draft: Draft) -> Result:
    """Run the rules on a draft. A rule that raises gets the outcome ``error``; the others go on."""
    order = _reading_order(draft)
    outcomes: list[RuleOutcome] = []
    findings: list[tuple[tuple[int, int, str], Finding]] = []
    for rule in rules:
        outcome, own = run_rule(rule, draft)
        outcomes.append(outcome)
        for hit, finding in own:
            paragraph = hit.passage.paragraph
            place = order.get((paragraph.part, paragraph.block), len(order))
            findings.append(((place, hit.passage.start, rule.id), finding))
    findings.sort(key=lambda pair: pair[0])
    return Result(tuple(outcomes), _numbered(finding for _, finding in findings))


def run_rule(rule: Rule, draft: Draft) -> tuple[RuleOutcome, list[tuple[Hit, Finding]]]:
    """Run one rule; return its outcome and its findings, each with its first hit."""
    reason = _not_applicable(rule, draft)
    if reason:
        return RuleOutcome(rule.id, Outcome.NOT_APPLICABLE, reason, off=rule.off is not None), []
    try:
        result = rule.kind.check(draft, rule.params)
        if isinstance(result, NotApplicable):
            return RuleOutcome(rule.id, Outcome.NOT_APPLICABLE, result.reason), []
        spoken = (hit for hit in result if rule.message(hit.variant) is not None)
        findings = [(hits[0], _finding(rule, hits, draft)) for hits in _folded(spoken)]
    except (
        Exception
    ) as error:  # the one place where a fault of a rule becomes an outcome instead of ending the run
        return RuleOutcome(rule.id, Outcome.ERROR, _crash(error)), []
    failed = any(finding.outcome == "fail" for _, finding in findings)
    outcome = Outcome.FAIL if failed else Outcome.REVIEW if findings else Outcome.PASS
    return RuleOutcome(rule.id, outcome, _changed(rule), len(findings)), findings


def _changed(rule: Rule) -> Words | None:
    """Return what offices changed in the rule and why, None for a rule as it was shipped."""
    if not rule.changes:
        return None
    vi = "; ".join(f"{c.what.vi} (lý do của đơn vị: {c.reason})" for c in rule.changes)
    en = "; ".join(f"{c.what.get('en')} (the office's reason: {c.reason})" for c in rule.changes)
    return Words(vi, en)


def _crash(error: Exception) -> Words:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_code.co_name}:{trace.tb_lineno}" if trace else "?"
    detail = f"{type(error).__name__}: {error} ({where})"
    return Words(f"quy tắc bị hỏng khi chạy, {detail}", f"the rule crashed, {detail}")


_OTHER_REGIME: Mapping[Regime, Words] = {
    "state": Words("chỉ áp dụng cho văn bản khác loại", "only for documents of another kind"),
    "party": Words("văn bản của Đảng theo quy định khác", "Party documents follow other rules"),
    "normative": Words(
        "văn bản quy phạm pháp luật theo quy định khác (Nghị định 78/2025/NĐ-CP)",
        "legal norms follow other rules (Nghị định 78/2025/NĐ-CP)",
    ),
}


# A draft without a date is one of today: what is in force still holds for it, what has an end may not.
_UNDATED = Words("không rõ ngày của văn bản", "the document's date is not known")


def _not_applicable(rule: Rule, draft: Draft) -> Words | None:
    if rule.off is not None:
        return rule.off
    applies, anatomy = rule.applies, draft.anatomy
    regime = anatomy.regime or "state"
    if applies.regimes and regime not in applies.regimes:
        return _OTHER_REGIME[regime]
    if applies.stages and draft.stage not in applies.stages:
        return Words("không xét ở giai đoạn này", "not judged at this stage")
    if applies.types:
        kind = anatomy.type.text.upper() if anatomy.type else None
        if kind not in applies.types:
            wanted = ", ".join(applies.types).lower()
            return Words(f"chỉ áp dụng cho {wanted}", f"only for {wanted}")
    first, last = rule.effective
    day = draft.as_of.date
    if day is None:
        return _UNDATED if last else None
    if (first and day < first) or (last and day >= last):
        return Words("quy định không có hiệu lực vào ngày của văn bản", "not in force on the document's date")
    return None


def _folded(hits: Iterable[Hit]) -> list[list[Hit]]:
    groups: dict[tuple[object, ...], list[Hit]] = {}
    for number, hit in enumerate(hits):
        key: tuple[object, ...] = (hit.variant, hit.outcome, hit.fold) if hit.fold is not None else (number,)
        groups.setdefault(key, []).append(hit)
    return list(groups.values())


def _finding(rule: Rule, hits: Sequence[Hit], draft: Draft) -> Finding:
    hit = hits[0]
    message = rule.message(hit.variant) or rule.messages[DEFAULT]
    places = tuple(_place(h, draft) for h in hits)
    values = {**hit.values, "excerpt": hit.passage.text, "count": str(len(hits))}
    location = places[0].location
    return Finding(
        rule=rule.id,
        name=rule.name,
        family=rule.family,
        outcome=hit.outcome,
        level=_level(rule, message, hit, draft),
        confidence=_confidence(rule, message, hit),
        message=_filled(message.text, values),
        excerpt=hit.passage.text,
        location=location,
        places=places,
        related=tuple(Related(draft.locate(passage), note) for passage, note in hit.related),
        suggestion=_suggestion(message, hit, values),
        basis=_basis(rule, hit),
        fingerprint=fingerprint(rule.id, location.section, hit.passage.text, hit.passage.paragraph.text),
        absent=hit.absent,
    )


def _basis(rule: Rule, hit: Hit) -> Basis | None:
    """Return what a finding rests on: the source of the office's own registry entry, else that of the rule."""
    if hit.source is None:
        return rule.basis
    modality = rule.basis.modality if rule.basis else "must"
    return Basis(hit.source.words, hit.source.file, modality)


def _place(hit: Hit, draft: Draft) -> Place:
    return Place(draft.locate(hit.passage), hit.passage.text, hit.replacement if hit.safe else None)


def _confidence(rule: Rule, message: Message, hit: Hit) -> Confidence:
    rank = (Confidence.LOW, Confidence.MEDIUM, Confidence.HIGH)
    said = message.confidence or rule.confidence
    return min(said, hit.confidence or said, key=rank.index)


def _level(rule: Rule, message: Message, hit: Hit, draft: Draft) -> Level:
    if hit.outcome == "review":
        return Level.INFO
    level = (message.level or rule.level)[draft.stage]
    if hit.level is not None:
        level = min(level, hit.level)
    if _confidence(rule, message, hit) is Confidence.LOW:
        level = min(level, Level.WARNING)
    return level


def _filled(words: Words, values: Mapping[str, str | Words]) -> Words:
    vi = {key: str(value) for key, value in values.items()}
    en = {key: value.get("en") if isinstance(value, Words) else value for key, value in values.items()}
    return Words(words.vi.format_map(vi), words.en.format_map(en))


def _suggestion(message: Message, hit: Hit, values: Mapping[str, str | Words]) -> Suggestion | None:
    if hit.replacement is not None:
        return Suggestion(Words(hit.replacement), "safe" if hit.safe else "unsafe")
    if message.repair is not None:
        return Suggestion(_filled(message.repair, values), "display")
    return None


def _reading_order(draft: Draft) -> dict[tuple[str, int], int]:
    document = draft.document
    every = (*document.headers, *document.everything, *document.footers)
    return {(p.part, p.block): number for number, p in enumerate(every)}


def _numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Tell findings with the same fingerprint apart by their order."""
    seen: Counter[str] = Counter()
    out: list[Finding] = []
    for finding in findings:
        mark = finding.fingerprint
        if seen[mark]:
            place = finding.location
            out.append(
                evolve(finding, fingerprint=fingerprint(finding.rule, place.section, mark, "", seen[mark]))
            )
        else:
            out.append(finding)
        seen[mark] += 1
    return tuple(out)
