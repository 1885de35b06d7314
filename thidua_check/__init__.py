"""Check Vietnamese administrative reports on emulation movements before they are sent.

>>> from thidua_check import check
>>> [f.rule for f in check("Ngày 31/4/2024, Sở họp.".encode(), name="a.txt", select=["NT01"]).findings]
['NT01']
"""

from importlib import import_module
from typing import TYPE_CHECKING

from thidua_check.version import VERSION

if TYPE_CHECKING:
    from thidua_check.checking import Options, analyse, check, check_all
    from thidua_check.errors import (
        OutlineError,
        RulePackError,
        ThiduaCheckError,
        UnreadableError,
        UnwritableError,
        UsageError,
    )
    from thidua_check.findings import Confidence, Finding, Level
    from thidua_check.outline.compile import compile_outline
    from thidua_check.outline.load import load_outline
    from thidua_check.render.word.annotate import annotate
    from thidua_check.render.word.fix import Fixed, fix
    from thidua_check.report import Checked, Report, Unreadable
    from thidua_check.ruleset.load import load_rules
    from thidua_check.ruleset.model import RuleSet
    from thidua_check.suppress import Suppression

__version__ = VERSION

# Name -> the module it comes from, imported when the name is first used: the command's help needs none of them.
_HOMES = {
    "Checked": "report",
    "Confidence": "findings",
    "Finding": "findings",
    "Fixed": "render.word",
    "Level": "findings",
    "Options": "checking",
    "OutlineError": "errors",
    "Report": "report",
    "RulePackError": "errors",
    "RuleSet": "ruleset.model",
    "Suppression": "suppress",
    "ThiduaCheckError": "errors",
    "Unreadable": "report",
    "UnreadableError": "errors",
    "UnwritableError": "errors",
    "UsageError": "errors",
    "analyse": "checking",
    "annotate": "render.word",
    "check": "checking",
    "check_all": "checking",
    "compile_outline": "outline.compile",
    "fix": "render.word",
    "load_outline": "outline.load",
    "load_rules": "ruleset.load",
}

__all__ = [
    "Checked",
    "Confidence",
    "Finding",
    "Fixed",
    "Level",
    "Options",
    "OutlineError",
    "Report",
    "RulePackError",
    "RuleSet",
    "Suppression",
    "ThiduaCheckError",
    "Unreadable",
    "UnreadableError",
    "UnwritableError",
    "UsageError",
    "analyse",
    "annotate",
    "check",
    "check_all",
    "compile_outline",
    "fix",
    "load_outline",
    "load_rules",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
