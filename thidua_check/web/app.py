"""The local page as an ASGI application: the form, the check, and its results for a short time."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from attrs import define, field, frozen
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Scope

from thidua_check.findings import Lang, Words
from thidua_check.render.html.policy import report_policy
from thidua_check.web import words
from thidua_check.web.guard import Door, TooLargeError, TooSlowError, drain, guarded
from thidua_check.web.intake import Refused, job_of
from thidua_check.web.job import Job, Result
from thidua_check.web.limits import Limits
from thidua_check.web.pages import Page, form_page, message_page
from thidua_check.web.process import checked
from thidua_check.web.shelf import Shelf

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

Check = Callable[[Job, float], Awaitable[Result | Words]]


@frozen
class Settings:
    """How a server is set up. ``local``: only this machine is served, which the page says."""

    door: Door = field(factory=Door)
    local: bool = True
    limits: Limits = field(factory=Limits)
    check: Check = checked


@define
class _State:
    """What one server knows: the key of its forms, the results, and how many requests are under way."""

    settings: Settings
    key: str = field(factory=lambda: secrets.token_urlsafe(32))
    under_way: int = 0
    shelf: Shelf = field(init=False)
    benches: asyncio.Semaphore = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.shelf = Shelf(self.settings.limits)
        self.benches = asyncio.Semaphore(self.settings.limits.workers)


def build_app(settings: Settings) -> ASGIApp:
    """Return the application of one server."""
    state = _State(settings)
    routes = [
        Route("/", _with(state, _form)),
        Route("/check", _with(state, _check), methods=["POST"]),
        Route("/result/{name}/", _with(state, _result)),
        Route("/result/{name}/{number:int}.docx", _with(state, _copy)),
        Route("/favicon.ico", _with(state, _icon)),
    ]
    app = Starlette(routes=routes, exception_handlers=_handlers(settings.limits))
    return guarded(app, settings.door, settings.limits, _refusal)


def _with(
    state: _State, endpoint: Callable[[_State, Request], Awaitable[Response]]
) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return await endpoint(state, request)

    return answer


async def _form(state: _State, request: Request) -> Response:
    settings = state.settings
    return _html(form_page(_lang(request.scope), state.key, settings.limits, local=settings.local))


async def _check(state: _State, request: Request) -> Response:
    limits = state.settings.limits
    if state.under_way >= limits.workers + limits.waiting:
        await drain(request.receive, request.headers, limits)
        return _message(request.scope, 503, words.BUSY)
    state.under_way += 1
    try:
        job = await job_of(request, state.key, _lang(request.scope), limits)
        if isinstance(job, Refused):
            return _message(request.scope, job.status, job.words)
        result = await _while_there(request, _at_a_bench(state, job))
    finally:
        state.under_way -= 1
    if not isinstance(result, Result):
        return _message(request.scope, 422, result)
    name = state.shelf.put(result)
    asyncio.get_running_loop().call_later(limits.kept_for, state.shelf.drop, name)
    return RedirectResponse(f"/result/{name}/", status_code=303)


async def _at_a_bench(state: _State, job: Job) -> Result | Words:
    async with state.benches:
        return await state.settings.check(job, state.settings.limits.check_time)


async def _while_there(request: Request, work: Awaitable[Result | Words]) -> Result | Words:
    """Return the result; give the work up when the browser has gone away."""
    task = asyncio.ensure_future(work)
    gone = asyncio.ensure_future(request.receive())
    try:
        await asyncio.wait((task, gone), return_when=asyncio.FIRST_COMPLETED)
        return task.result() if task.done() else words.BAD_FORM
    finally:
        task.cancel()
        gone.cancel()
        await asyncio.gather(task, gone, return_exceptions=True)


async def _result(state: _State, request: Request) -> Response:
    result = state.shelf.get(request.path_params["name"])
    if result is None:
        return _message(request.scope, 404, words.GONE)
    return HTMLResponse(result.page, headers={"content-security-policy": report_policy()})


async def _copy(state: _State, request: Request) -> Response:
    result = state.shelf.get(request.path_params["name"])
    copy = result and result.copies.get(request.path_params["number"])
    if not copy:
        return _message(request.scope, 404, words.GONE)
    # RFC 6266: a plain name for old programs, the real one in UTF-8 for the others.
    plain = f"nhan-xet-{request.path_params['number']}.docx"
    real = quote(copy.name.encode("utf-8", "replace"), safe="")
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{real}"
    return Response(copy.data, media_type=DOCX, headers={"content-disposition": disposition})


async def _icon(state: _State, request: Request) -> Response:
    return Response(status_code=204)


def _handlers(limits: Limits) -> dict[type[Exception], Callable[[Request, Exception], Awaitable[Response]]]:
    too_large = words.filled(words.TOO_LARGE, mb=limits.megabytes)

    async def known(request: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 400
        said = {404: words.NOT_HERE, 405: words.WRONG_METHOD}.get(status, words.BAD_FORM)
        return _message(request.scope, status, said)

    async def large(request: Request, error: Exception) -> Response:
        return _message(request.scope, 413, too_large)

    async def slow(request: Request, error: Exception) -> Response:
        return _message(request.scope, 408, words.TOO_LATE)

    async def broken(request: Request, error: Exception) -> Response:
        return _message(request.scope, 500, words.FAILED)

    return {HTTPException: known, TooLargeError: large, TooSlowError: slow, Exception: broken}


def _refusal(scope: Scope, status: int, said: Words) -> ASGIApp:
    return _message(scope, status, said)


def _message(scope: Scope, status: int, said: Words) -> Response:
    return _html(message_page(_lang(scope), said), status)


def _html(page: Page, status: int = 200) -> Response:
    headers = {"content-security-policy": page.policy}
    return HTMLResponse(page.html, status_code=status, headers=headers)


def _lang(scope: Scope) -> Lang:
    return "en" if b"lang=en" in scope["query_string"].split(b"&") else "vi"
