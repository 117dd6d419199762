"""A wire that can be cut: a proxy on this computer that stops after so many bytes, or is silent."""

import socket
from contextlib import suppress
from threading import Lock, Thread
from typing import Self

HOST = "127.0.0.1"
_BUFFER = 65536


class Proxy:
    """Passes connections on to *port*; each direction of each connection counts its bytes.

    *cut_after* closes every connection once so many bytes went through it, both ways together;
    *stall_after* lets nothing through any more. None is never.
    *connections* counts how often somebody connected, *passed* the bytes of all connections.
    """

    def __init__(self, port: int) -> None:
        self.cut_after: int | None = None
        self.stall_after: int | None = None
        self.connections = 0
        self.passed = 0
        self._to = port
        self._lock = Lock()
        self._listener = socket.create_server((HOST, 0))
        self._ends: list[socket.socket] = []
        self._accepting = Thread(target=self._accept, daemon=True)
        self._accepting.start()

    @property
    def port(self) -> int:
        """Where to connect to."""
        return int(self._listener.getsockname()[1])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for end in (self._listener, *self._ends):
            _end(end)
        self._accepting.join(1.0)
        self._listener.close()

    def _accept(self) -> None:
        with suppress(OSError):  # the listener is closed
            while True:
                near, _ = self._listener.accept()
                self.connections += 1
                try:
                    far = socket.create_connection((HOST, self._to))
                except OSError:
                    near.close()
                    continue
                self._ends += [near, far]
                wire = _Wire(self, near, far)
                for here, there in ((near, far), (far, near)):
                    Thread(target=wire.carry, args=(here, there), daemon=True).start()

    def count(self, number: int) -> None:
        """Note that so many bytes went through."""
        with self._lock:
            self.passed += number


class _Wire:
    """One connection: what has gone through it counts for both directions.

    It is closed by whoever is the last to use it: the number of a socket that another thread closed
    may be that of the next connection already.
    """

    def __init__(self, proxy: Proxy, near: socket.socket, far: socket.socket) -> None:
        self._proxy = proxy
        self._both = (near, far)
        self._lock = Lock()
        self._passed = 0
        self._using = 2

    def carry(self, here: socket.socket, there: socket.socket) -> None:
        try:
            while data := here.recv(_BUFFER):
                if not self._pass(data, there):
                    return
            there.shutdown(socket.SHUT_WR)
        except OSError:
            self._cut()
        finally:
            self._leave()

    def _pass(self, data: bytes, there: socket.socket) -> bool:
        with self._lock:
            cut, stall = self._proxy.cut_after, self._proxy.stall_after
            left = min(
                (limit - self._passed for limit in (cut, stall) if limit is not None),
                default=len(data),
            )
            part = data[: max(0, left)]
            self._passed += len(part)
        there.sendall(part)
        self._proxy.count(len(part))
        if len(part) == len(data):
            return True
        if cut is not None:
            self._cut()
        return False  # silent: the connection stays open, and nothing comes through

    def _cut(self) -> None:
        for end in self._both:
            _end(end)

    def _leave(self) -> None:
        with self._lock:
            self._using -= 1
            is_last = not self._using
        for end in self._both if is_last else ():
            end.close()


def _end(end: socket.socket) -> None:
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)
