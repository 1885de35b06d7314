"""How long 300 comments in a report of 300 pages take, and how much memory: ``python -m benchmarks.word_copies``.

Time is the median of five calls; memory is the most that the process held, with the report read beforehand.
"""

from __future__ import annotations

import resource
import statistics
import time

from benchmarks.generate import long_report
from tests.support.comments import finding
from thidua_check.document import Location, Passage
from thidua_check.findings import Finding
from thidua_check.read import read
from thidua_check.render.word import annotate, fix

PAGES = COMMENTS = 300
ROUNDS = 5


def spread(data: bytes, count: int) -> list[Finding]:
    """Return findings on words of paragraphs spread evenly over a file, each with a repair."""
    paragraphs = [p for p in read(data).paragraphs if len(p.text) > 40]
    chosen = paragraphs[:: len(paragraphs) // count][:count]
    places = [Location.of(Passage(p, 10, 25)) for p in chosen]
    words = [p.text[10:25] for p in chosen]
    return [
        finding(place, text, repair=text.replace(" ", "  ", 1))
        for place, text in zip(places, words, strict=True)
    ]


def main() -> None:
    """Print the figures."""
    data = long_report(PAGES)
    found = spread(data, COMMENTS)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    for name, work in (
        ("read", lambda: read(data)),
        ("annotate", lambda: annotate(data, found)),
        ("fix", lambda: fix(data, found)),
    ):
        times = []
        for _ in range(ROUNDS):
            start = time.perf_counter()
            work()
            times.append(time.perf_counter() - start)
        print(f"{name:10} {statistics.median(times):6.2f} s")
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{len(found)} comments, {PAGES} pages; memory {before} MB before, {most} MB at most")


if __name__ == "__main__":
    main()
