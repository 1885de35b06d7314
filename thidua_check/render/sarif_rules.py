"""Rules and their legal basis in SARIF: reporting descriptors, and a taxonomy with one taxon a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from thidua_check.draft import Stage
from thidua_check.findings import Basis, Confidence, Finding, Lang, Level, Words
from thidua_check.render.safe import one_line
from thidua_check.rule_card import RuleCard

Object = dict[str, Any]

TAXONOMY = Words("Văn bản làm căn cứ", "Documents that the rules rest on")
LEVELS: Mapping[Level, str] = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "note"}
_FAMILY_TAGS = {
    "BC": "structure",
    "ND": "content",
    "NT": "dates",
    "SL": "figures",
    "VD": "citations",
    "TT": "form",
    "KT": "signature",
    "CT": "wording",
    "TD": "emulation",
}
# As GitHub's code scanning reads them: "precision" and "problem.severity" of a rule's properties.
_SEVERITIES = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "recommendation"}


@frozen
class Catalogue:
    """The rules and the basis documents of a run, each with its place in the SARIF arrays."""

    cards: tuple[RuleCard, ...]
    documents: tuple[str, ...]
    lang: Lang

    @classmethod
    def of(cls, cards: Sequence[RuleCard], findings: Iterable[Finding], lang: Lang) -> Catalogue:
        """Collect the rules that were run; a finding of a rule that has no card brings a bare one."""
        known = {card.id: card for card in cards}
        bases = [card.basis for card in cards]
        for finding in findings:
            known.setdefault(finding.rule, _bare(finding))
            bases.append(finding.basis)
        documents = dict.fromkeys(basis.document for basis in bases if basis)
        return cls(tuple(known.values()), tuple(documents), lang)

    def index(self, rule: str) -> int:
        """Return the place of a rule among the descriptors."""
        return next(number for number, card in enumerate(self.cards) if card.id == rule)

    def taxon(self, basis: Basis) -> Object:
        """Return the reference to the taxon of a basis document."""
        component = {"name": TAXONOMY.get(self.lang), "index": 0}
        return {
            "id": basis.document,
            "index": self.documents.index(basis.document),
            "toolComponent": component,
        }

    def descriptors(self, stage: Stage) -> list[Object]:
        """Return the rules, at the levels of a stage."""
        return [self._descriptor(card, stage) for card in self.cards]

    def taxonomy(self) -> Object:
        """Return the basis documents as a tool component."""
        return {
            "name": TAXONOMY.get(self.lang),
            "isComprehensive": False,
            "taxa": [{"id": name, "shortDescription": {"text": one_line(name)}} for name in self.documents],
        }

    def _descriptor(self, card: RuleCard, stage: Stage) -> Object:
        title = one_line(card.title.get(self.lang)) or card.id
        guide = card.guide().get(self.lang)
        level = card.level[stage]
        out: Object = {
            "id": card.id,
            "name": card.name,
            "shortDescription": {"text": title},
            "help": {"text": "\n\n".join(one_line(p) for p in (guide or title).split("\n\n"))},
            "defaultConfiguration": {"level": LEVELS[level]},
            "properties": {
                "tags": _tags(card),
                "precision": str(card.confidence),
                "problem.severity": _SEVERITIES[level],
            },
        }
        if card.basis:
            clause = {"text": one_line(card.basis.clause)}
            target = self.taxon(card.basis)
            out["relationships"] = [{"target": target, "kinds": ["relevant"], "description": clause}]
        return out


def _tags(card: RuleCard) -> list[str]:
    family = _FAMILY_TAGS.get(card.family, card.family)
    return [family] if card.suppressible else [family, "not-suppressible"]


def _bare(finding: Finding) -> RuleCard:
    level: Mapping[Stage, Level] = {"draft": finding.level, "issued": finding.level}
    title = Words(finding.name)
    return RuleCard(
        finding.rule, finding.name, title, finding.family, level, Confidence.MEDIUM, finding.basis
    )
