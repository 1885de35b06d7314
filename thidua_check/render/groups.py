"""The part of the document a finding is listed under, in words."""

from __future__ import annotations

from thidua_check.document import Location
from thidua_check.findings import Lang
from thidua_check.render.context import Atlas
from thidua_check.render.places import section_path
from thidua_check.render.safe import one_line
from thidua_check.render.words import say


def group_name(location: Location, atlas: Atlas, lang: Lang) -> str:
    """Return the heading a location stands under; outside the headings, the part of the document it stands in."""
    if location.part in ("note", "header", "footer"):
        return say(location.part, lang)
    section = atlas.section_of(location)
    if section is not None:
        heading = section.heading
        title = one_line(heading.title).strip() or say("untitled", lang)
        if not any(char.isalnum() for char in heading.label) and len(heading.path) > 1:
            return f"{section_path(heading.path[:-1])}. … {title}"
        label = section_path(heading.path) or one_line(heading.label)
        return f"{label}. {title}" if label else title
    position = atlas.position(location)
    if atlas.first_heading is None or position < atlas.first_heading:
        return say("top", lang)
    if atlas.last_content is not None and position > atlas.last_content:
        return say("bottom", lang)
    return say("between", lang)
