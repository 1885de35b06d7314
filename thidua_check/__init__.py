"""Check Vietnamese administrative reports on emulation movements before they are sent.

>>> from thidua_check import check
>>> [f.rule for f in check("Ngày 31/4/2024, Sở họp.".encode(), name="a.txt", select=["NT01"]).findings]
['NT01']
"""

from thidua_check.checking import Options, analyse, check, check_all
from thidua_check.errors import (
    OutlineError,
    RulePackError,
    ThiduaCheckError,
    UnreadableError,
    UsageError,
)
from thidua_check.findings import Checked, Confidence, Finding, Level, Report, Unreadable
from thidua_check.outline.compile import compile_outline
from thidua_check.outline.load import load_outline
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.model import RuleSet

__version__ = "0.1.0"

__all__ = [
    "Checked",
    "Confidence",
    "Finding",
    "Level",
    "Options",
    "OutlineError",
    "Report",
    "RulePackError",
    "RuleSet",
    "ThiduaCheckError",
    "Unreadable",
    "UnreadableError",
    "UsageError",
    "analyse",
    "check",
    "check_all",
    "compile_outline",
    "load_outline",
    "load_rules",
    "read",
]
