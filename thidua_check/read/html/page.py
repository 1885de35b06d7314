"""From the bytes of a page to its tree: the HTML part of a MIME message, its encoding, a parser within bounds."""

from __future__ import annotations

import codecs
import re
from email import message_from_bytes, policy
from typing import Final

from lxml import etree
from lxml.etree import _Element

from thidua_check.read.encoding import decode
from thidua_check.read.refusals import refuse

MAX_BYTES: Final = 20 * 1024 * 1024
# charset=windows-1258, <meta charset="utf-8">, encoding="utf-8"
_CHARSET: Final = re.compile(
    rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE
)
_HEAD: Final = 4096
_DECLARATION: Final = re.compile(r"\s{0,100}<\?xml[^>]{0,200}>")


def parse_page(data: bytes) -> _Element:
    """Return the root of a page; raise UnreadableError where there is none or it is too large."""
    if len(data) > MAX_BYTES:
        raise refuse("too-large")
    if data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(b"mime-version:"):
        data = _html_part(data)
    text = _DECLARATION.sub("", _text(data), count=1)
    parser = etree.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise refuse("blank") from error
    if root is None:
        raise refuse("blank")
    return root


def _html_part(data: bytes) -> bytes:
    """Return the first HTML part of a MIME message."""
    message = message_from_bytes(data, policy=policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload
    raise refuse("html")


def _text(data: bytes) -> str:
    """Return the text of a page: by its mark, else by the encoding it names, else as a text file is decoded."""
    named = _CHARSET.search(data[:_HEAD])
    if named and not data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return data.decode(named[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            return decode(data).text
    return decode(data).text
