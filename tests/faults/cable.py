"""The network between a till and its PostgreSQL server, to be pulled out and put back."""

import socket
import sys
import threading
from contextlib import suppress
from urllib.parse import parse_qs, urlsplit

BLOCK = 65_536


class Cable:
    """Carries everything to the server at `url`; `url_here` is the same shop at this end.

    `hang` lets everything sent from now on vanish without an answer, as when a cable is pulled;
    `cut` ends all connections and refuses new ones, as when the server is down; `mend` is as it
    was before.
    """

    def __init__(self, url: str) -> None:
        parts = urlsplit(url)
        self._server = parse_qs(parts.query)["host"][0] + "/.s.PGSQL.5432"
        self._door = socket.create_server(("127.0.0.1", 0))
        port = self._door.getsockname()[1]
        self.url_here = f"postgresql://{parts.username}@127.0.0.1:{port}{parts.path}"
        self._lines: list[socket.socket] = []
        self._open = threading.Event()
        self._open.set()
        self._refuses = False
        threading.Thread(target=self._accept, daemon=True).start()

    def hang(self) -> None:
        self._open.clear()

    def cut(self) -> None:
        self._refuses = True
        self._end_all()

    def mend(self) -> None:
        self._refuses = False
        if not self._open.is_set():
            self._end_all()  # what was underway is lost, as after a long silence
            self._open.set()

    def close(self) -> None:
        self.cut()
        self._open.set()
        self._door.close()

    def _end_all(self) -> None:
        for line in self._lines:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        self._lines.clear()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._door.accept()
            except OSError:
                return
            if self._refuses:
                near.close()
                continue
            if sys.platform == "win32":
                raise OSError("no server there has a socket in a folder")
            far = socket.socket(socket.AF_UNIX)
            try:
                far.connect(self._server)
            except OSError:
                near.close()
                far.close()
                continue
            self._lines += [near, far]
            for source, target in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, target), daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(BLOCK):
                if not self._open.is_set():
                    continue  # vanished
                target.sendall(data)
        for line in (source, target):
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
        source.close()
