"""The pages that the server writes itself: the form, and one sentence where something is wrong."""

from __future__ import annotations

from html import escape
from typing import Final

from attrs import frozen

from thidua_check.findings import Lang, Words
from thidua_check.render.html.policy import policy, resource
from thidua_check.web.limits import Limits
from thidua_check.web.words import FORM, filled

ACCEPTED: Final = ".docx,.doc,.odt,.rtf,.pdf,.txt,.md"


@frozen
class Page:
    """A page: its HTML and the content security policy that it is sent with."""

    html: str
    policy: str


def form_page(lang: Lang, key: str, limits: Limits, *, local: bool) -> Page:
    """Return the form. ``key`` goes with it and comes back; ``local`` tells whether only this machine is served."""
    bounds = {"mb": limits.megabytes, "n": limits.drafts, "minutes": limits.minutes}
    said = {name: escape(filled(words, **bounds).get(lang)) for name, words in FORM.items()}
    said["kept"] = said["kept_here" if local else "kept_there"]
    body = _FORM.format(
        **said,
        lang=lang,
        key=escape(key),
        accepted=ACCEPTED,
        most_bytes=limits.request,
        most_files=limits.drafts,
    )
    return _page(lang, said["title"], body, form_action="'self'")


def message_page(lang: Lang, words: Words) -> Page:
    """Return a page with one sentence and the way back."""
    home = "/?lang=en" if lang == "en" else "/"
    body = (
        f'<main><p class="verdict error" role="alert">{escape(words.get(lang))}</p>'
        f'<p><a href="{home}">{escape(FORM["back"].get(lang))}</a></p></main>'
    )
    return _page(lang, escape(FORM["title"].get(lang)), body, form_action="'none'")


def _page(lang: Lang, title: str, body: str, *, form_action: str) -> Page:
    style, script = resource(__package__, "form.css"), resource(__package__, "form.js")
    other = "vi" if lang == "en" else "en"
    html = (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        f'<header><h1>{title}</h1><a class="language" lang="{other}" hreflang="{other}" href="/?lang={other}">'
        f"{FORM['other'].get(lang)}</a></header>\n{body}\n<script>{script}</script>\n</body>\n</html>\n"
    )
    return Page(html, policy(style, script, form_action=form_action))


_FORM: Final = """<main>
<form method="post" action="/check?lang={lang}" enctype="multipart/form-data" data-busy="{busy}" data-large="{large}"
 data-many="{many}" data-most-bytes="{most_bytes}" data-most-files="{most_files}">
<input type="hidden" name="key" value="{key}">
<div class="field drop"><label for="drafts">{drafts}</label>
<p class="hint" id="drop">{drop}</p>
<input type="file" id="drafts" name="drafts" multiple required accept="{accepted}" aria-describedby="drop formats">
<ul class="chosen" aria-live="polite"></ul>
<p class="hint" id="formats">{formats}</p></div>
<div class="field drop"><label for="guidance">{guidance}</label>
<input type="file" id="guidance" name="guidance" accept="{accepted}" aria-describedby="guidance-hint">
<ul class="chosen" aria-live="polite"></ul>
<p class="hint" id="guidance-hint">{guidance_hint}</p></div>
<fieldset class="field"><legend>{stage}</legend>
<label><input type="radio" name="stage" value="draft" checked> {draft}</label>
<label><input type="radio" name="stage" value="issued"> {issued}</label></fieldset>
<div class="field"><label for="as-of">{as_of}</label>
<input type="date" id="as-of" name="as_of"></div>
<p class="send"><button type="submit">{send}</button> <span class="state" role="status"></span></p>
</form>
<p class="kept">{kept}</p>
</main>"""
