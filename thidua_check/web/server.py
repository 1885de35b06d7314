"""Listening at an address and serving the page there until it is stopped."""

from __future__ import annotations

import socket
from collections.abc import Callable

from attrs import frozen

from thidua_check.errors import UsageError

_BACKLOG = 64


@frozen
class Listening:
    """An open socket, and the address to show."""

    socket: socket.socket
    url: str


def listen(host: str, port: int) -> Listening:
    """Return a socket that listens; port 0 takes a free one. Raises UsageError where that cannot be."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        opened = socket.socket(family, kind)
    except OSError as error:
        raise UsageError(
            f"Không có địa chỉ “{host}” trên máy này.", f'There is no address "{host}" on this machine.'
        ) from error
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets another program take a port over otherwise
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(address)
        opened.listen(_BACKLOG)
    except OSError as error:
        opened.close()
        raise UsageError(
            f"Không mở được cổng {port} tại “{host}” (cổng đang bận hoặc không được phép); hãy chọn cổng khác bằng --port.",
            f'Port {port} at "{host}" cannot be opened (in use, or not permitted); choose another with --port.',
        ) from error
    shown = f"[{host}]" if ":" in host else host
    return Listening(opened, f"http://{shown}:{opened.getsockname()[1]}/")


def serve(listening: Listening, host: str, opened: Callable[[], object], *, faults: bool = False) -> None:
    """Serve the page until the process is told to stop; ``opened`` is called when it can be reached.

    ``faults`` lets faults of the program be told on stderr; the page tells of them in any case.
    """
    import uvicorn

    from thidua_check.web.app import Settings, build_app
    from thidua_check.web.guard import door_of, is_local

    config = uvicorn.Config(
        build_app(Settings(door_of(host), is_local(host))),
        log_level="warning" if faults else "critical",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        lifespan="off",
        ws="none",
        limit_concurrency=64,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=3,
    )
    opened()
    with listening.socket:
        uvicorn.Server(config).run(sockets=[listening.socket])
