"""What of the configuration holds for one draft, and what is to be said of it after the run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import get_close_matches

from attrs import frozen

from thidua_check.config.baseline import Baseline
from thidua_check.config.entries import Entry, from_folder
from thidua_check.config.settings import Config, sidecar
from thidua_check.config.tables import Faults
from thidua_check.findings import Outcome, Words
from thidua_check.report import Checked, Unreadable
from thidua_check.suppress import Suppression, answers

_JUDGED = (Outcome.PASS, Outcome.FAIL, Outcome.REVIEW)


@frozen
class Plan:
    """The suppressions of one draft: the entries that are meant for it, and the baseline of the run."""

    draft: str
    entries: tuple[Entry, ...]
    baseline: Baseline | None = None

    def suppressions(self, today: date) -> tuple[Suppression, ...]:
        """Return the suppressions that hold on a day, entries before the baseline."""
        valid = tuple(entry.by for entry in self.entries if not entry.expired(today))
        return valid + (self.baseline.suppressions(self.draft) if self.baseline else ())


def plan_for(
    draft: str, config: Config | None, baseline: Baseline | None, faults: Faults, *, sidecars: bool = True
) -> Plan:
    """Return the plan of a draft from its configuration, its sidecar and the baseline."""
    own = sidecar(draft, faults) if sidecars else ()
    if config is None:
        return Plan(draft, own, baseline)
    path = from_folder(draft, str(config.folder))
    return Plan(draft, (*own, *(e for e in config.entries if e.meant_for(path))), baseline)


def check_entries(entries: Iterable[Entry], suppressible: Mapping[str, bool], faults: Faults) -> None:
    """Note the entries whose rule does not exist or cannot be suppressed; ``suppressible`` is by rule id."""
    for entry in dict.fromkeys(entries):
        rule = entry.by.rule
        where = f"{entry.file}: {entry.name}.rule: "
        if rule not in suppressible:
            near = get_close_matches(rule, list(suppressible), 1)
            vi = f"; có phải là “{near[0]}”?" if near else "."
            en = f'; did you mean "{near[0]}"?' if near else "."
            faults.found.append(
                Words(f"{where}không có quy tắc “{rule}”{vi}", f'{where}there is no rule "{rule}"{en}')
            )
        elif not suppressible[rule]:
            faults.found.append(
                Words(
                    f"{where}quy tắc {rule} không được bỏ qua bằng cách này.",
                    f"{where}rule {rule} cannot be suppressed.",
                )
            )


def remarks(
    plans: Sequence[Plan],
    documents: Sequence[Checked | Unreadable],
    suppressible: Mapping[str, bool],
    today: date,
) -> tuple[Words, ...]:
    """Return what is to be said of suppressions: expired, unused, without effect, and a baseline to prune."""
    pairs = [(p, d) for p, d in zip(plans, documents, strict=True) if isinstance(d, Checked)]
    used = {s.by for _, document in pairs for s in document.suppressed}
    said = [*_expired(plans, today), *_unused(pairs, used, today), *_refused(pairs, suppressible)]
    stale = sum(_stale(plan, document, used) for plan, document in pairs)
    if stale:
        said.append(
            Words(
                f"Tệp mức nền có {stale} phát hiện không còn nữa (bỏ đi bằng: thidua-check baseline prune).",
                f"{stale} finding(s) of the baseline are gone (drop them with: thidua-check baseline prune).",
            )
        )
    return tuple(said)


def _expired(plans: Sequence[Plan], today: date) -> Iterator[Words]:
    for entry in dict.fromkeys(e for plan in plans for e in plan.entries):
        if entry.expires is not None and entry.expired(today):
            day = entry.expires
            where = f"{entry.file}, {entry.name} ({entry.by.rule})"
            yield Words(
                f"{where}: đã hết hạn từ sau ngày {day.day}/{day.month}/{day.year}, không còn tác dụng.",
                f"{where}: expired after {day.isoformat()}, without effect.",
            )


def _unused(pairs: Sequence[tuple[Plan, Checked]], used: set[Suppression], today: date) -> Iterator[Words]:
    """Yield the entries that set nothing aside although their rule was judged on a draft they are meant for."""
    for entry in dict.fromkeys(e for plan, _ in pairs for e in plan.entries):
        if entry.by in used or entry.expired(today):
            continue
        if any(entry in plan.entries and _judged(document, entry.by.rule) for plan, document in pairs):
            where = f"{entry.file}, {entry.name} ({entry.by.rule})"
            yield Words(f"{where}: không dùng đến trong lần kiểm tra này.", f"{where}: not used in this run.")


def _refused(pairs: Sequence[tuple[Plan, Checked]], suppressible: Mapping[str, bool]) -> Iterator[Words]:
    """Yield the answers to comments that name a rule which cannot be suppressed."""
    for _, document in pairs:
        for answer in answers(document.draft.document):
            if not suppressible.get(answer.rule, True):
                yield Words(
                    f"{document.path}: {answer.source.vi} không có tác dụng, vì quy tắc {answer.rule}"
                    " không được bỏ qua.",
                    f"{document.path}: {answer.source.en} is without effect: rule {answer.rule} cannot be"
                    " suppressed.",
                )


def _stale(plan: Plan, document: Checked, used: set[Suppression]) -> int:
    known = plan.baseline.suppressions(plan.draft) if plan.baseline else ()
    return sum(s not in used and _judged(document, s.rule) for s in known)


def _judged(document: Checked, rule: str) -> bool:
    return any(o.id == rule and o.outcome in _JUDGED for o in document.outcomes)
