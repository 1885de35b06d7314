"""Which outline a draft is held against: the one that was given, else a built-in one that surely fits, else none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from thidua_check.anatomy.model import Anatomy
from thidua_check.document import Document
from thidua_check.errors import UsageError
from thidua_check.outline.match import glance, map_outline
from thidua_check.outline.model import How, Outline, OutlineMap, Profile, Verdict
from thidua_check.outline.movements import movement_key, same_movement
from thidua_check.outline.offices import unit_level
from thidua_check.outline.parts import Part, parts_of
from thidua_check.outline.source import builtin
from thidua_check.text import fold

# A built-in outline that fits less well than this is not used; a given one that does is said not to fit.
CHOSEN_FIT = 0.5
GIVEN_FIT = 0.2
_NONE = "none"
_OPENING = 5
# A built-in outline with fewer of its upper headings in the draft is not held against it at all.
_GLANCE = 0.3
# Where the opening says what is reported: "UBND huyện báo cáo tổng kết phong trào ..."; not "về việc báo cáo".
_REPORTS = re.compile(r"(?<!về việc )(?<!văn bản )\bbáo cáo\b")


@frozen
class _Speech:
    """What a draft says of itself: type, title and opening, folded, and the key of the movement it reports on."""

    type: str
    title: str
    opening: str
    movement: str | None
    parts: tuple[Part, ...]
    unit: str | None


def choose(
    document: Document, anatomy: Anatomy, *, given: Sequence[Outline] = (), profile: str | None = None
) -> tuple[Profile, tuple[OutlineMap, ...]]:
    """Return what kind of document the draft was taken for and its outline maps.

    ``profile`` is the id of a built-in outline, or ``none`` for no outline. Raises UsageError for an unknown one.
    """
    speech = _listen(anatomy)
    if given:
        maps = _hold(given, anatomy, speech, "given")
        return Profile(maps[0].outline.id, "given", maps[0].score), maps
    if profile is not None:
        return _asked(profile, anatomy, speech)
    for outline, why in _candidates(speech):
        if not speech.parts and glance(outline, anatomy.sections) < _GLANCE:
            continue
        maps = _hold((outline,), anatomy, speech, "derived" if outline.derived else "chosen", why)
        if maps[0].score >= CHOSEN_FIT:
            return Profile(outline.id, "chosen", maps[0].score), maps
    return Profile(None, "none"), ()


def _asked(profile: str, anatomy: Anatomy, speech: _Speech) -> tuple[Profile, tuple[OutlineMap, ...]]:
    if profile == _NONE:
        return Profile(None, "given"), ()
    outline = next((o for o in builtin() if o.id.casefold() == profile.casefold()), None)
    if outline is None:
        known = ", ".join([*(o.id for o in builtin()), _NONE])
        raise UsageError(
            f"Không có dạng văn bản “{profile}”; có: {known}.",
            f'There is no profile "{profile}"; there are: {known}.',
        )
    maps = _hold((outline,), anatomy, speech, "derived" if outline.derived else "given")
    return Profile(outline.id, "given", maps[0].score), maps


def _listen(anatomy: Anatomy) -> _Speech:
    subject = anatomy.subject.text if anatomy.subject else ""
    opening = _reported(anatomy)
    return _Speech(
        type=fold(anatomy.type.text) if anatomy.type else "",
        title=fold(subject),
        opening=opening,
        movement=movement_key(subject) or (None if subject else movement_key(opening)),
        parts=parts_of(anatomy.sections),
        unit=unit_level(anatomy),
    )


def _reported(anatomy: Anatomy) -> str:
    """Return the end of the opening, folded, from where it says what is reported ("... báo cáo tổng kết ...")."""
    first = anatomy.sections[0].heading.paragraph if anatomy.sections else None
    lines: list[str] = []
    for paragraph in anatomy.main[:_OPENING]:
        if paragraph is first:
            break
        lines.append(fold(paragraph.text))
    text = " ".join(lines)
    found = list(_REPORTS.finditer(text))
    return text[found[-1].start() :] if found else ""


def _candidates(speech: _Speech) -> list[tuple[Outline, str]]:
    """Return the built-in outlines that title, type and movement speak for, with the reason; guidance letters' first."""
    out = [(o, why) for o in builtin() if _same_type(o, speech) and (why := _reason(o, speech))]
    return sorted(out, key=lambda pair: pair[0].derived)


def _same_type(outline: Outline, speech: _Speech) -> bool:
    """Whether the draft is of the outline's type; one without a type line is told by its opening."""
    wanted = fold(outline.document_type)
    return speech.type.startswith(wanted) if speech.type else wanted in speech.opening


def _reason(outline: Outline, speech: _Speech) -> str:
    """Say why an outline may be the draft's, nothing if it is not."""
    key = _key(outline)
    if key is not None:
        if same_movement(key, speech.movement):
            return "báo cáo về cùng phong trào thi đua"
        if any(same_movement(key, part.movement) for part in speech.parts):
            return "báo cáo có một phần về phong trào thi đua này"
        return ""
    words = f"{speech.title} {speech.opening}" if not speech.title else speech.title
    if outline.signs and all(any(fold(w) in words for w in sign.split("|")) for sign in outline.signs):
        return "tên văn bản thuộc dạng này"
    return ""


def _key(outline: Outline) -> str | None:
    return movement_key(f'phong trào thi đua "{outline.movement}"') if outline.movement else None


def _hold(
    outlines: Sequence[Outline], anatomy: Anatomy, speech: _Speech, how: How, why: str = ""
) -> tuple[OutlineMap, ...]:
    """Hold the fitting one of some outlines against the draft, or against each of its parts."""
    if speech.parts:
        maps = _hold_parts(outlines, anatomy, speech, how, why)
    else:
        maps = (_best(outlines, anatomy, speech, how, why),)
    return tuple(_doubted(m, speech) for m in maps)


def _best(outlines: Sequence[Outline], anatomy: Anatomy, speech: _Speech, how: How, why: str) -> OutlineMap:
    named = [o for o in outlines if same_movement(_key(o), speech.movement)]
    maps = [
        map_outline(
            o, anatomy.sections, how=_how(o, how), unit=speech.unit, why=why or _WHY_GIVEN[bool(named)]
        )
        for o in named or outlines
    ]
    return max(maps, key=lambda m: m.score)


_WHY_GIVEN = {True: "đề cương được chỉ định, cùng phong trào thi đua", False: "đề cương được chỉ định"}


def _how(outline: Outline, how: How) -> How:
    return "derived" if outline.derived else how


def _hold_parts(
    outlines: Sequence[Outline], anatomy: Anatomy, speech: _Speech, how: How, why: str
) -> tuple[OutlineMap, ...]:
    """Give each part the outline of its movement; a part without one is judged by the outline of the others."""
    own = {
        p.label: next((o for o in outlines if same_movement(_key(o), p.movement)), None) for p in speech.parts
    }
    model = next((o for o in own.values() if o), outlines[0])
    fits = any(own.values())
    maps = []
    for n, part in enumerate(speech.parts):
        outline = own[part.label]
        first = n == 0 and not fits
        maps.append(
            map_outline(
                outline or model,
                anatomy.sections,
                scope=part.scope,
                how=_how(outline or model, how) if outline or first else "parallel",
                part=part.label,
                unit=speech.unit,
                movement=part.movement,
                why=(why or _WHY_GIVEN[True])
                if outline
                else "không có đề cương riêng cho phong trào này; xét theo phần còn lại",
            )
        )
    return _shared(maps)


def _shared(maps: Sequence[OutlineMap]) -> tuple[OutlineMap, ...]:
    """The last part's closing section may speak for the whole report: what others lack of it is not surely missing."""
    *others, last = maps
    closing = [m for m in last.matches if m.item.level == 1][-1:]
    if not (closing and closing[0].sections):
        return tuple(maps)
    item, section = closing[0].item.id, closing[0].sections[0]
    out = []
    for each in others:
        ids = {
            m.item.id for m in each.matches if m.item.id.split("/")[-1].split(".")[0] == item.split("/")[-1]
        }
        out.append(
            evolve(
                each,
                matches=tuple(
                    evolve(m, verdict=Verdict.UNCLEAR, nearest=section, evidence=_FOR_ALL)
                    if m.item.id in ids and m.verdict is Verdict.MISSING
                    else m
                    for m in each.matches
                ),
            )
        )
    return (*out, last)


_FOR_ALL = "mục này chỉ có ở phần cuối, có thể viết chung cho cả báo cáo"
_OTHER_TYPE = "văn bản thuộc loại khác với đề cương"
_NO_FIT = "các mục của văn bản hầu như không theo đề cương này"


def _doubted(found: OutlineMap, speech: _Speech) -> OutlineMap:
    """An outline for another type of document, or one that hardly fits, says of nothing that it is missing."""
    other = bool(speech.type) and not _same_type(found.outline, speech)
    if not other and found.score >= GIVEN_FIT:
        return found
    reason = _OTHER_TYPE if other else _NO_FIT
    matches = tuple(
        evolve(m, verdict=Verdict.UNCLEAR, evidence=reason) if m.verdict is Verdict.MISSING else m
        for m in found.matches
    )
    score = min(found.score, GIVEN_FIT / 2) if other else found.score
    return evolve(found, matches=matches, score=score, why=f"{found.why}; {reason}" if found.why else reason)
