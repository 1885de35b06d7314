"""What the page takes and keeps at most."""

from __future__ import annotations

from attrs import frozen


@frozen
class Limits:
    """Bounds of a request, of a check, and of what stays in memory.

    Sizes are in bytes, times in seconds. ``request`` bounds all files of a request together; ``workers`` checks run at
    once and ``waiting`` requests may wait for them; ``kept`` results, of ``kept_size`` in all, stay for ``kept_for``.
    """

    request: int = 64 * 1024 * 1024
    drafts: int = 20
    upload_time: float = 120
    check_time: float = 120
    workers: int = 2
    waiting: int = 4
    kept: int = 16
    kept_size: int = 256 * 1024 * 1024
    kept_for: float = 15 * 60

    @property
    def megabytes(self) -> int:
        """The bound of a request as people are told it."""
        return max(1, self.request // (1024 * 1024))

    @property
    def minutes(self) -> int:
        """How long a result is kept, as people are told it."""
        return max(1, round(self.kept_for / 60))
