"""Requests to an ASGI application without a server, and forms as browsers send them."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Sequence
from typing import Any

from attrs import frozen

HOST = "127.0.0.1:8877"
_BOUNDARY = "----invented"
_KEY = re.compile(r'name="key" value="([^"]+)"')


@frozen
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


async def ask(
    app: Any,
    path: str,
    *,
    method: str = "GET",
    headers: dict[str, str] | None = None,
    chunks: Sequence[bytes] = (),
    delay: float = 0,
    leave: bool = False,
) -> Answer:
    """Send a request whose body comes in pieces, each after a delay in seconds.

    The client stays till the end, or leaves as soon as it has sent all.
    """
    path, _, query = path.partition("?")
    raw = [(k.lower().encode(), v.encode()) for k, v in {"Host": HOST, **(headers or {})}.items() if v]
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "root_path": "",
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": raw,
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8877),
    }
    sent: list[dict[str, Any]] = []
    pieces = _pieces(chunks, delay)

    async def receive() -> dict[str, Any]:
        async for piece in pieces:
            return piece
        await asyncio.sleep(0.01 if leave else 3600)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    start, *rest = sent
    found = {k.decode(): v.decode() for k, v in start["headers"]}
    return Answer(start["status"], found, b"".join(m.get("body", b"") for m in rest))


async def _pieces(chunks: Sequence[bytes], delay: float) -> AsyncIterator[dict[str, Any]]:
    whole = list(chunks) or [b""]
    for number, chunk in enumerate(whole, 1):
        await asyncio.sleep(delay)
        yield {"type": "http.request", "body": chunk, "more_body": number < len(whole)}


def form(fields: Sequence[tuple[str, str | tuple[str, bytes]]]) -> bytes:
    """Return the body of a form: fields of text, and of files as a name and bytes."""
    out = b""
    for name, value in fields:
        file = value if isinstance(value, tuple) else None
        shown = file[0].replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A") if file else ""
        kind = f'; filename="{shown}"\r\nContent-Type: application/octet-stream' if file else ""
        out += f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="{name}"{kind}\r\n\r\n'.encode()
        out += (file[1] if file else str(value).encode()) + b"\r\n"
    return out + f"--{_BOUNDARY}--\r\n".encode()


async def post(
    app: Any,
    fields: Sequence[tuple[str, str | tuple[str, bytes]]],
    *,
    lang: str = "vi",
    leave: bool = False,
    **headers: str,
) -> Answer:
    """Fetch the page, then send its form as a browser does, with what is in ``headers`` (``_`` for ``-``) instead."""
    page = await ask(app, "/")
    (key,) = _KEY.findall(page.text)
    body = form([("key", key), *fields])
    sent = {
        "Origin": f"http://{HOST}",
        "Content-Type": f"multipart/form-data; boundary={_BOUNDARY}",
        "Content-Length": str(len(body)),
        **{name.replace("_", "-"): value for name, value in headers.items()},
    }
    pieces = [body[at : at + 65536] for at in range(0, len(body), 65536)]
    return await ask(app, f"/check?lang={lang}", method="POST", headers=sent, chunks=pieces, leave=leave)
