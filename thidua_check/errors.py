"""One tree of errors: everything the library raises on purpose is a ThiduaCheckError."""

from __future__ import annotations


class ThiduaCheckError(Exception):
    """Root of every error raised on purpose; its text is one sentence for the user."""

    def __init__(self, vi: str, en: str | None = None) -> None:
        """Keep the Vietnamese sentence and the English one (the Vietnamese stands in for it when absent)."""
        super().__init__(vi)
        self.vi = vi
        self.en = en or vi


class UnreadableError(ThiduaCheckError):
    """A file that cannot be read as a draft: wrong kind, damaged, encrypted, too large.

    ``kind`` is a short word for programs: ``missing``, ``empty``, ``folder``, ``format``, ``damaged``,
    ``encrypted``, ``encoding``, ``legacy-font``, ``too-large``, ``unsafe``, ``internal`` (the checker itself failed).
    """

    def __init__(self, kind: str, vi: str, en: str | None = None) -> None:
        """Keep the kind beside the sentences."""
        super().__init__(vi, en)
        self.kind = kind


class RulePackError(ThiduaCheckError):
    """A rule, profile, registry or outline file that does not load; lists every fault as file:line: sentence."""


class OutlineError(ThiduaCheckError):
    """A guidance file in which no outline was found, or not the one that was asked for."""


class UnwritableError(ThiduaCheckError):
    """A draft of which no changed copy can be written: it is no Word file, or it is signed."""


class ConfigError(ThiduaCheckError):
    """A configuration, suppression or baseline file that does not hold; lists every fault, one a line."""


class UsageError(ThiduaCheckError):
    """A wrong option or a wrong combination of options."""
