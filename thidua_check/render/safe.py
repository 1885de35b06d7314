"""Foreign text made harmless: what stands in a document or a file name must not steer a terminal or deceive the eye."""

from __future__ import annotations

import re

# Characters that steer a terminal, turn the reading direction, hide, or cannot be encoded.
_HIDDEN = (
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls: ESC, BEL, CSI
    "\u00ad\u061c\u180e"  # soft hyphen, Arabic letter mark, Mongolian vowel separator
    "\u200b-\u200f"  # zero width, left-to-right and right-to-left marks
    "\u2028-\u202e"  # line and paragraph separators, bidirectional embeddings and overrides
    "\u2060-\u206f"  # word joiner, invisible operators, bidirectional isolates
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotation
    "\ud800-\udfff"  # lone surrogates, as in a file name that is not UTF-8
    "\U000e0000-\U000e007f"  # tag characters
)
_UNSAFE = re.compile(f"[{_HIDDEN}]")
_NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}


def shown(text: str) -> str:
    r"""Return the text on one line with every hidden or steering character written out.

    >>> shown("a\x1b[31mb\nc\u202e")
    'a\\x1b[31mb\\nc\\u202e'
    """
    return _UNSAFE.sub(lambda m: _written(m.group()), text)


def one_line(text: str) -> str:
    r"""Return a passage for display: spaces and line breaks joined, hidden characters written out.

    >>> one_line("ngày\t\n   tháng\u200b 3")
    'ngày tháng\\u200b 3'
    """
    return shown(_SPACES.sub(" ", text))


def json_safe(text: str) -> str:
    r"""Return JSON text with the hidden characters inside its strings written as ``\uXXXX``.

    >>> json_safe('"a\u202eb"')
    '"a\\u202eb"'
    """
    return _UNSAFE_IN_JSON.sub(_json_escape, text)


# Any run of spaces a page shows as one: blanks, tabs, line breaks, no-break and wide spaces.
_SPACES = re.compile("[ \t\n\r\v\f\u00a0\u2000-\u200a\u202f\u3000]+")
# As above without the line feed, which JSON has between its lines only.
_UNSAFE_IN_JSON = re.compile(f"(?!\n)[{_HIDDEN}]")


def _written(char: str) -> str:
    code = ord(char)
    if char in _NAMED:
        return _NAMED[char]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _json_escape(match: re.Match[str]) -> str:
    code = ord(match.group())
    if code < 0x10000:
        return f"\\u{code:04x}"
    high, low = divmod(code - 0x10000, 0x400)
    return f"\\u{0xD800 + high:04x}\\u{0xDC00 + low:04x}"
