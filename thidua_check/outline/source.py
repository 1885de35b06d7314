"""Where outlines come from: a guidance letter, an outline file, or the built-in ones."""

from __future__ import annotations

from pathlib import Path

from thidua_check.errors import OutlineError, RulePackError
from thidua_check.outline.load import load_outline
from thidua_check.outline.model import Outline
from thidua_check.registry import pack_files, per_pack

_YAML = (".yaml", ".yml")


def load_outlines(source: str) -> tuple[Outline, ...]:
    """Return the outlines of ``FILE`` or the one of ``FILE#ID``; FILE is a guidance letter or an outline's YAML.

    Raises OutlineError where there is none or not that one, UnreadableError for a letter that cannot be read, and
    RulePackError for a YAML file with faults.
    """
    path, wanted = _split(source)
    if Path(path).suffix.lower() in _YAML:
        found: tuple[Outline, ...] = (load_outline(Path(path)),)
    else:
        from thidua_check.outline.compile import compile_outline
        from thidua_check.read import read

        found = compile_outline(read(path))
    return found if wanted is None else (_pick(found, wanted, path),)


def _split(source: str) -> tuple[str, str | None]:
    """Part ``FILE#ID``; a file whose own name holds ``#`` comes first."""
    if Path(source).exists() or "#" not in source:
        return source, None
    path, _, wanted = source.rpartition("#")
    return path, wanted


def _pick(outlines: tuple[Outline, ...], wanted: str, path: str) -> Outline:
    for outline in outlines:
        if outline.id.casefold() == wanted.casefold():
            return outline
    known = ", ".join(o.id for o in outlines)
    raise OutlineError(
        f"{path}: không có đề cương “{wanted}”; trong tệp có: {known}.",
        f'{path}: there is no outline "{wanted}"; the file has: {known}.',
    )


@per_pack
def builtin() -> tuple[Outline, ...]:
    """Return the outlines of ``rules/outlines/`` and of the packs in use.

    Raises RulePackError where two have the same id.
    """
    found: dict[str, Outline] = {}
    files: dict[str, Path] = {}
    for path in pack_files("outlines", "*.yaml"):
        outline = load_outline(path)
        if outline.id in found:
            raise RulePackError(
                f"{path}:1: mã đề cương “{outline.id}” đã có ở {files[outline.id]}; dùng mã khác."
            )
        found[outline.id], files[outline.id] = outline, path
    return tuple(found.values())


def load_builtin(outline_id: str) -> Outline:
    """Return the built-in outline with an id; raises OutlineError if there is none."""
    return _pick(builtin(), outline_id, "rules/outlines")
