"""HTTP for browsers of this machine, and for nobody else."""

from __future__ import annotations

import errno
import socketserver
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import urlsplit

from .shown import Answer, Shown, answer

HOST, USUAL_PORT = "127.0.0.1", 8000
NAMES = (HOST, "localhost")
# What a host should send with every page beside the page's own policy (README); and keep nothing.
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "frame-ancestors 'none'",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-store",
}


class PortTakenError(Exception):
    """Another program listens there; the message says so and what to do."""


class Server(socketserver.ThreadingMixIn, socketserver.TCPServer):
    """Answers with what is `shown` at the moment. A thread a request: no browser waits."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, port: int, shown: Shown) -> None:
        self.shown = shown
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """Where to go with a browser."""
        return f"http://{HOST}:{self.server_address[1]}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that has left is no error."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


@contextmanager
def listening(port: int | None, shown: Shown) -> Iterator[Server]:
    """A server that answers until the block ends: at `port`, else at the usual or any free one.

    Raises `PortTakenError`.
    """
    with _bound(port, shown) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()


def _bound(port: int | None, shown: Shown) -> Server:
    try:
        return Server(USUAL_PORT if port is None else port, shown)
    except PermissionError:
        raise PortTakenError(f"port {port} is not yours to use. Choose one from 1024 on.") from None
    except OSError as problem:
        if problem.errno != errno.EADDRINUSE:
            raise
        if port is None:
            return Server(0, shown)
        raise PortTakenError(
            f"port {port} is taken by another program. Choose another --port, or leave it out."
        ) from None


class _Handler(BaseHTTPRequestHandler):
    server_version, sys_version = "prove-and-improve", ""
    timeout = 30
    server: Server

    def do_GET(self) -> None:
        self._send(with_body=True)

    def do_HEAD(self) -> None:
        self._send(with_body=False)

    def _send(self, with_body: bool) -> None:
        found = answer(self.path, self.server.shown) if self._is_for_us() else _NOT_FOR_US
        self.send_response(found.status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", found.kind)
        self.send_header("Content-Length", str(len(found.body)))
        if found.location:
            self.send_header("Location", found.location)
        self.end_headers()
        if with_body:
            self.wfile.write(found.body)

    def _is_for_us(self) -> bool:
        """A page elsewhere whose name was made to lead here is told nothing."""
        try:
            return urlsplit(f"//{self.headers.get('Host', '')}").hostname in NAMES
        except ValueError:
            return False

    def log_message(self, format: str, *args: object) -> None:
        pass


_NOT_FOR_US = Answer(403, "text/plain; charset=utf-8", b"Ask for 127.0.0.1 or localhost.\n")
