"""The capital letters of Vietnamese, for patterns: Python has no class for them."""

from __future__ import annotations

import re

# Inside a character class: "[" + CAPITALS + "]". A range such as À-Ỹ would take small letters in.
CAPITALS = "A-Z" + "".join(chr(c) for c in range(0xC0, 0x1EFA) if chr(c).isupper() and chr(c).isalpha())
CAPITAL = f"[{CAPITALS}]"

# Words that begin with a capital: "Hành Tín Đông", "Sơn Kỳ 1".
PROPER_NAME = re.compile(rf"{CAPITAL}[^\W\d_]*(?:[\s.-]{{1,3}}(?:{CAPITAL}[^\W\d_]*|[0-9]{{1,2}}))*")
