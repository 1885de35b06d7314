"""Look through the built documentation: ``python -m tests.support.built_site site`` ends with 1 if something is wrong.

Nothing that a page loads may come from the network, and every file that a page loads or links to must be there.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_LOADS = {"src", "href", "srcset", "poster", "data"}
# A link to another site is followed by a person only.
_ON_A_CLICK = "a"


class _Targets(HTMLParser):
    """Collects what the elements of a page point to: element and address."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, value) for name, value in attrs if name in _LOADS and value]


def faults(site: Path) -> Iterator[str]:
    """Yield a line for each wrong target of each page."""
    for page in sorted(site.rglob("*.html")):
        if page.name == "404.html":  # its addresses begin at the root of a server
            continue
        targets = _Targets()
        targets.feed(page.read_text(encoding="utf-8"))
        for tag, value in targets.found:
            told = _fault(page, tag, value)
            if told:
                yield f"{page.relative_to(site)}: <{tag}> {value}: {told}"


def _fault(page: Path, tag: str, value: str) -> str | None:
    address = urlsplit(value)
    if address.scheme == "data":
        return None
    if address.scheme or address.netloc:
        return None if tag == _ON_A_CLICK else "comes from the network"
    return None if (page.parent / unquote(address.path)).exists() else "is not there"


def main() -> int:
    """Print the faults of the site in a folder."""
    site = Path(sys.argv[1])
    pages = len(list(site.rglob("*.html")))
    found = list(faults(site))
    sys.stdout.write("".join(f"{line}\n" for line in [*found, f"{pages} pages, {len(found)} faults"]))
    return 0 if pages and not found else 1


if __name__ == "__main__":
    sys.exit(main())
