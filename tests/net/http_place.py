"""A shared place over http on this computer: git's own http-backend,
and a server that can be told to refuse.
"""

import base64
import os
import ssl
import subprocess
import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Self

from tests.net.proxy import HOST

BACKEND = Path(
    subprocess.run(
        ["git", "--exec-path"], capture_output=True, text=True, check=True
    ).stdout.strip()
) / ("git-http-backend")
# For this computer, with its key; nobody signed it.
CERTIFICATE = Path(__file__).with_name("server.pem")


class HttpPlace:
    """Serves the bare repositories below *folder*, over https with CERTIFICATE.

    *refuse* answers every request with that status. *user* is the name and password that it asks
    for, '' for none; *header* lets one in without them, and *refuse_strangers* is the answer to
    others. *refuse_push* answers only what would push; *slow_s* waits before each answer.
    """

    def __init__(self, folder: Path, *, https: bool = False) -> None:
        self.folder = folder
        self.refuse = 0
        self.refuse_push = 0
        self.user = ""
        self.header = ""
        self.refuse_strangers = 401
        self.slow_s = 0.0
        self.requests: list[str] = []
        self._server = ThreadingHTTPServer(
            (HOST, 0), type("Handler", (_Handler,), {"place": self})
        )
        self._server.daemon_threads = True
        self._server.handle_error = lambda *_: None  # type: ignore[method-assign]
        self.scheme = "http"
        if https:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True
            )
            self.scheme = "https"
        Thread(
            target=self._server.serve_forever,
            kwargs={"poll_interval": 0.05},
            daemon=True,
        ).start()

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def url(self, port: int = 0, path: str = "groep.git") -> str:
        """The address of a repository, perhaps through a proxy on *port*."""
        return f"{self.scheme}://{HOST}:{port or self.port}/{path}"

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Handler(BaseHTTPRequestHandler):
    place: HttpPlace

    def do_GET(self) -> None:
        with suppress(OSError):  # the line was cut
            self._answer()

    do_POST = do_GET  # noqa: N815 - http.server calls it so

    def log_message(self, *_: object) -> None:
        pass

    def _answer(self) -> None:
        self.place.requests.append(self.path)
        time.sleep(self.place.slow_s)
        is_push = "receive-pack" in self.path
        if status := self.place.refuse or (self.place.refuse_push if is_push else 0):
            self._refuse(status)
        elif self.place.user and not self._is_known():
            self._refuse(self.place.refuse_strangers)
        else:
            self._backend(self._body())

    def _is_known(self) -> bool:
        if self.headers.get("Authorization") == _basic(self.place.user):
            return True
        naam, _, value = self.place.header.partition(": ")
        return bool(naam) and self.headers.get(naam) == value

    def _refuse(self, status: int) -> None:
        self._body()
        self.send_response(status)
        if status == 401:
            self.send_header("WWW-Authenticate", 'Basic realm="groep"')
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        whole = b""
        while size := int(self.rfile.readline().split(b";")[0] or b"0", 16):
            whole += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return whole

    def _backend(self, body: bytes) -> None:
        path, _, query = self.path.partition("?")
        env = {
            "PATH": os.environ["PATH"],
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_PROJECT_ROOT": str(self.place.folder),
            "GIT_HTTP_EXPORT_ALL": "1",
            "REMOTE_USER": "groep",
            "REMOTE_ADDR": HOST,
            "REQUEST_METHOD": self.command,
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": self.headers.get("Git-Protocol", ""),
        }
        done = subprocess.run(
            [BACKEND], input=body, env=env, capture_output=True, check=False
        )
        head, _, content = done.stdout.partition(b"\r\n\r\n")
        status, headers = 200, []
        for line in head.decode().split("\r\n"):
            name, _, value = line.partition(": ")
            if name == "Status":
                status = int(value.split()[0])
            elif name:
                headers.append((name, value))
        self.send_response(status if done.stdout else 500)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def _basic(user: str) -> str:
    return f"Basic {base64.b64encode(user.encode()).decode()}"
