"""Sessions: lint, types, tests (on every supported Python that is here), package (sdist, wheel, tests on it), docs.

The oldest Python runs every test. The others and the wheel leave out those that judge the rules and not the program.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import nox

ROOT = Path(__file__).parent
SUPPORTED = ("3.11", "3.12", "3.13")
TEST_TOOLS = (
    *("pytest", "pytest-xdist", "hypothesis", "jsonschema", "junitparser"),
    *("python-docx", "selenium", "pypdfium2", "striprtf", "xlsxwriter"),
    *("starlette", "uvicorn", "python-multipart"),
)

OF_RULES = ("tests/ruleset", "tests/words", "tests/test_planting.py", "tests/test_measuring.py")
BUT_RULES = tuple(f"--ignore={name}" for name in OF_RULES)

AT_THE_ROOT = ("pyproject.toml", "LICENSE", "action.yml", "mkdocs.yml", ".pre-commit-hooks.yaml")

nox.options.sessions = ["lint", "types", "tests", "package", "docs"]
nox.options.reuse_existing_virtualenvs = True
nox.options.error_on_missing_interpreters = False


def _answers(command: str, version: str) -> bool:
    """Whether a command starts the Python of a version (a shim may be there and start nothing)."""
    try:
        done = subprocess.run([command, "--version"], capture_output=True, text=True, timeout=30, check=False)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.startswith(f"Python {version}.")


def _present() -> list[str]:
    """Return the supported versions that start on this machine; those of pyenv are put on the path."""
    found = []
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for version in SUPPORTED:
        command = shutil.which(f"python{version}")
        if command and _answers(command, version):
            found.append(version)
            continue
        for folder in sorted(pyenv.glob(f"{version}.*/bin")):
            if _answers(str(folder / f"python{version}"), version):
                os.environ["PATH"] = f"{folder}{os.pathsep}{os.environ['PATH']}"
                found.append(version)
                break
    return found


# On a machine with a later Python only, the one that runs nox.
PYTHONS = _present() or None


def _install(session: nox.Session, *packages: str) -> None:
    session.install("-q", "-c", "constraints.txt", *packages)


@nox.session
def lint(session: nox.Session) -> None:
    """Check format, common faults, and the direction of the imports."""
    _install(session, "ruff", "import-linter", ".")
    session.run("ruff", "format", "--check", ".")
    session.run("ruff", "check", ".")
    session.run("lint-imports")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    _install(session, "mypy", "types-PyYAML", "types-lxml", ".[web,pdf,legacy,xlsx]")
    session.run("mypy")


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests and the doctests on the checkout."""
    _install(session, *TEST_TOOLS, "-e", ".")
    whole = PYTHONS is None or session.python == PYTHONS[0]
    session.run("pytest", "-q", "-n", "2", *(session.posargs or (() if whole else BUT_RULES)))
    session.run("pytest", "-q", "-n", "2", "--doctest-modules", "thidua_check")


@nox.session
def package(session: nox.Session) -> None:
    """Build an sdist, a wheel from it, and run the tests on the installed wheel."""
    dist = Path(session.create_tmp()) / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    _install(session, "build", *TEST_TOOLS)
    session.run("python", "-m", "build", "--outdir", str(dist), silent=True)
    (wheel,) = dist.glob("*.whl")
    session.install("-q", "-c", "constraints.txt", "--force-reinstall", "--no-deps", str(wheel))
    _install(session, str(wheel))
    away = Path(session.create_tmp()) / "away"
    shutil.rmtree(away, ignore_errors=True)
    away.mkdir(parents=True)
    for name in ("tests", "fixtures", "docs"):
        shutil.copytree(ROOT / name, away / name)
    for path in (*(ROOT / name for name in AT_THE_ROOT), *ROOT.glob("*.md")):
        shutil.copy(path, away)
    with session.chdir(away):
        session.run(
            "python", "-c", "import thidua_check as t; assert 'site-packages' in t.__file__, t.__file__"
        )
        session.run("pytest", "-q", "-n", "2", *BUT_RULES)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation into site/, with every link checked, and see that it needs no network."""
    _install(session, "zensical")
    session.run("zensical", "build", "--strict", "--clean")
    session.run("python", "-m", "tests.support.built_site", "site")
