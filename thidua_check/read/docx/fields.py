"""Complex fields: which stretches of a story are a field's code and which its result (ISO 29500-1, 17.16.18)."""

from __future__ import annotations

from attrs import define, field


@define
class Fields:
    """The complex fields that are open at this place of a story; True where a field shows its result."""

    open: list[bool] = field(factory=list)
    muted: bool = False

    def begin(self) -> None:
        """Enter a field: its code comes first and is not text."""
        self.open.append(False)
        self.muted = True

    def separate(self) -> None:
        """Pass from a field's code to its result."""
        if self.open:
            self.open[-1] = True
        self.muted = not all(self.open)

    def end(self) -> None:
        """Leave a field."""
        if self.open:
            self.open.pop()
        self.muted = not all(self.open)

    def end_paragraph(self) -> None:
        """Forget field codes that were never closed, so that a damaged field cannot swallow the rest."""
        if self.muted:
            self.open = [True] * len(self.open)
            self.muted = False
