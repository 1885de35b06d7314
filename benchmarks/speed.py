"""How long a check takes, as a ratio to what no checker can do without: unzip and parse the same part.

Run from the checkout: ``python -m benchmarks.speed``. Pairs are interleaved in one run; medians and ratios are
printed. Times of a shared machine drift; ratios of neighbours do not.
"""

from __future__ import annotations

import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from benchmarks.generate import long_report
from thidua_check.anatomy import analyse as analyse_anatomy
from thidua_check.checking import Options, analyse, check
from thidua_check.extract.extraction import extract
from thidua_check.outline.choose import choose
from thidua_check.read import read
from thidua_check.ruleset.load import load_rules
from thidua_check.ruleset.run import run

ROUNDS = 15
COLD_ROUNDS = 9
FLOOR_SCRIPT = (
    "import sys, zipfile\nfrom lxml import etree\n"
    "etree.fromstring(zipfile.ZipFile(sys.argv[1]).read('word/document.xml'))"
)


def floor(data: bytes) -> None:
    """Unzip and parse the main part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        etree.fromstring(package.read("word/document.xml"))


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that a call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def paired(
    first: Callable[[], object], second: Callable[[], object], rounds: int
) -> tuple[float, float, float]:
    """Return the medians of both in milliseconds and the median of the ratios second / first, pair by pair."""
    first(), second()
    pairs = [(timed(first), timed(second)) for _ in range(rounds)]
    one = statistics.median(a for a, _ in pairs) * 1000
    two = statistics.median(b for _, b in pairs) * 1000
    return one, two, statistics.median(b / a for a, b in pairs)


def stages(data: bytes) -> list[tuple[str, Callable[[], object]]]:
    """Return the stages of a check, each to be timed on the results of those before it."""
    rules = load_rules().rules
    document = read(data, name="long.docx")
    anatomy = analyse_anatomy(document)
    draft = analyse(document, Options())
    return [
        ("read", lambda: read(data, name="long.docx")),
        ("anatomy", lambda: analyse_anatomy(document)),
        ("extract", lambda: extract(document, anatomy)),
        ("outline", lambda: choose(document, anatomy, given=(), profile=None)),
        ("rules", lambda: run(rules, draft)),
    ]


def main() -> None:
    """Print the figures."""
    data = long_report()
    pack = load_rules()
    paragraphs = len(read(data, name="long.docx").paragraphs)
    print(f"document: {len(data):,} bytes zipped, {paragraphs} paragraphs")
    one, two, ratio = paired(lambda: floor(data), lambda: check(data, rules=pack, name="long.docx"), ROUNDS)
    print(f"unzip + parse {one:.1f} ms; whole check in process {two:.1f} ms; ratio {ratio:.1f}")
    for name, work in stages(data):
        _, own, part = paired(lambda: floor(data), work, ROUNDS)
        print(f"  {name:8} {own:7.1f} ms  {part:5.1f} x")
    print(
        f"  {'pack':8} {statistics.median(timed(load_rules) for _ in range(ROUNDS)) * 1000:7.1f} ms  (once a process)"
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.docx"
        path.write_bytes(data)
        cold = [sys.executable, "-c", FLOOR_SCRIPT, str(path)]
        command = [sys.executable, "-m", "thidua_check", str(path)]
        one, two, ratio = paired(lambda: _quiet(cold), lambda: _quiet(command), COLD_ROUNDS)
    print(f"cold Python that unzips and parses {one:.0f} ms; cold command {two:.0f} ms; ratio {ratio:.1f}")


def _quiet(command: list[str]) -> None:
    # Start-up is measured with byte-compiled modules, as an installed command has them.
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False, env=env)


if __name__ == "__main__":
    main()
