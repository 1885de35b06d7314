"""What every request passes before it reaches the page, and every answer on its way out.

A server on one's own machine can be reached by every web page that one's browser shows. So the name of the host must
be this server's (against DNS rebinding), what changes anything must come from its own page (against forged requests),
and sizes and times are bounded before anything is parsed.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
from collections.abc import Awaitable, Callable
from typing import Final

from attrs import frozen
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from thidua_check.findings import Words
from thidua_check.web import words
from thidua_check.web.limits import Limits

Refusal = Callable[[Scope, int, Words], ASGIApp]

# "localhost", "127.0.0.1:8877", "[::1]:8877"
_HOST: Final = re.compile(
    r"(?:\[(?P<v6>[0-9a-f:.]+)\]|(?P<name>[0-9a-z._-]+))(?::[0-9]{1,5})?", re.IGNORECASE
)
_SAFE_METHODS: Final = ("GET", "HEAD")
_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
# What is read and thrown away of a request that is too large, so that the browser shows the answer.
_PATIENCE: Final = 4
_HEADERS: Final = {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # Not "no-referrer": browsers would then send "Origin: null" with the form.
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_NOTHING: Final = "default-src 'none'; base-uri 'none'; form-action 'none'"


class TooLargeError(Exception):
    """More came than may."""


class TooSlowError(Exception):
    """The request did not come within its time."""


@frozen
class Door:
    """The names by which the server may be called; beyond this machine also any address in figures.

    Only names can be rebound to another address, so an address in figures is safe.
    """

    names: frozenset[str] = _LOCAL
    figures: bool = False

    def admits(self, host: str) -> bool:
        """Return whether the value of a Host header is this server's.

        >>> Door().admits("127.0.0.1:8877"), Door().admits("evil.example:8877")
        (True, False)
        """
        match = _HOST.fullmatch(host)
        if match is None:
            return False
        name = (match["v6"] or match["name"]).lower()
        return name in self.names or (self.figures and _in_figures(name))


def _in_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def door_of(host: str) -> Door:
    """Return the door of a server that listens at an address; ``--host`` may be a name, too."""
    local = is_local(host)
    return Door() if local else Door(_LOCAL | {host.lower()}, figures=True)


def is_local(host: str) -> bool:
    """Return whether what listens at an address can be reached from this machine only."""
    return host.lower() == "localhost" or (_in_figures(host) and ipaddress.ip_address(host).is_loopback)


def guarded(app: ASGIApp, door: Door, limits: Limits, refusal: Refusal) -> ASGIApp:
    """Return the app behind the guard; ``refusal`` makes the answer to what is not let in."""

    async def guard(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        wrong = _fault(scope["method"], headers, door, limits)
        bounded = _bounded(receive, limits)
        inner = app if wrong is None else refusal(scope, *wrong)
        if wrong is not None and wrong[0] == 413:
            await drain(receive, headers, limits)
        await inner(scope, bounded, _armoured(send))

    return guard


def _fault(method: str, headers: Headers, door: Door, limits: Limits) -> tuple[int, Words] | None:
    hosts = headers.getlist("host")
    if len(hosts) != 1 or not door.admits(hosts[0]):
        return 421, words.WRONG_HOST
    if method not in _SAFE_METHODS and not _own(headers, hosts[0]):
        return 403, words.FOREIGN
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit():
        return 400, words.BAD_FORM
    if int(length[:20]) > limits.request:
        return 413, words.filled(words.TOO_LARGE, mb=limits.megabytes)
    return None


def _own(headers: Headers, host: str) -> bool:
    """Return whether a request comes from the server's own page, by what the browser says of it."""
    origins = headers.getlist("origin")
    if origins:
        return origins == [f"http://{host}"]
    return headers.get("sec-fetch-site") == "same-origin"


def _bounded(receive: Receive, limits: Limits) -> Receive:
    """Return a source of the request's body that ends with an error beyond a size or a time."""
    size = 0
    over = False
    deadline = asyncio.get_running_loop().time() + limits.upload_time

    async def bounded() -> Message:
        nonlocal size, over
        if over:
            return await receive()
        left = deadline - asyncio.get_running_loop().time()
        try:
            message = await asyncio.wait_for(receive(), max(left, 0.001))
        except TimeoutError:
            raise TooSlowError from None
        size += len(message.get("body", b""))
        over = not message.get("more_body", False)
        if size > limits.request:
            raise TooLargeError
        return message

    return bounded


async def drain(receive: Receive, headers: Headers, limits: Limits) -> None:
    """Read the rest of a request and throw it away, within reason: a browser reads the answer after it has sent all."""
    if int(headers.get("content-length", "0")[:20]) > _PATIENCE * limits.request:
        return
    left = _PATIENCE * limits.request
    try:
        async with asyncio.timeout(limits.upload_time):
            more = True
            while more and left > 0:
                message = await receive()
                left -= len(message.get("body", b""))
                more = message.get("more_body", False)
    except TimeoutError:
        return


def _armoured(send: Send) -> Callable[[Message], Awaitable[None]]:
    """Return a way out that puts the headers of safety on every answer."""

    async def out(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers[name] = value
            policy = headers.get("content-security-policy", _NOTHING)
            headers["content-security-policy"] = f"{policy}; frame-ancestors 'none'"
        await send(message)

    return out
