"""The journal, read aloud: what happened anywhere in the shop, as one signal for all windows.

Near news (this process committed) and far news (another process or machine did) only wake the
same reading of the journal, so that every window hears each event once and in order.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QSocketNotifier, Qt, QTimer, Signal

from models import journal
from models.errors import ShopError

if TYPE_CHECKING:
    from models.shop import NewsSocket, Shop

SAFETY_MS = 1000
BATCH = 500
STALE_AFTER = 5.0  # seconds without a successful look at the journal


class EventFeed(QObject):
    """Emits `happened` with a list of events, on the GUI thread."""

    happened = Signal(object)
    #: The database cannot be read; carries the error. Once, until `found`.
    lost = Signal(object)
    found = Signal()
    #: Every look at the journal that succeeded, about once a second.
    looked = Signal()

    _woken = Signal()

    def __init__(self, shop: "Shop", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._shop = shop
        self._clock = clock
        self._cursor = 0
        self._is_lost = False
        self.fresh_at = clock()
        self._stop_listening: Callable[[], object] | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._notifier: QSocketNotifier | None = None
        self._socket: NewsSocket | None = None
        # Waking is cheap and may come from any thread; reading happens once per turn of the loop.
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self.read)
        self._woken.connect(self._read_soon, Qt.ConnectionType.AutoConnection)
        self._safety = QTimer(self, interval=SAFETY_MS)
        self._safety.timeout.connect(self.read)

    @property
    def seconds_since_look(self) -> int:
        """How old the news is: the time since the journal was last read with success."""
        return int(self._clock() - self.fresh_at)

    @property
    def is_stale(self) -> bool:
        return self._is_lost or self._clock() - self.fresh_at > STALE_AFTER

    def start(self) -> None:
        """Begins after the newest event: windows ask for what was before by themselves."""
        self._cursor = journal.newest()
        self._stop_listening = journal.listen(self._woken.emit)
        if self._shop.news_path is not None:
            self._watcher = QFileSystemWatcher([str(self._shop.news_path)], self)
            self._watcher.fileChanged.connect(self._file_changed)
        self._listen_to_server()
        self._safety.start()

    def close(self) -> None:
        if self._stop_listening is not None:
            self._stop_listening()
            self._stop_listening = None
        self._safety.stop()
        self._reading.stop()
        self._forget_server()
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def read(self) -> None:
        """Looks into the journal and tells what is new."""
        try:
            events = journal.since(self._cursor, BATCH)
            if self._is_lost:
                self._listen_to_server()
        except ShopError as error:
            self._lose(error)
            return
        self.fresh_at = self._clock()
        if self._is_lost:
            self._is_lost = False
            self.found.emit()
        if events:
            self._cursor = events[-1].sequence
            self.happened.emit(events)
        self.looked.emit()
        if len(events) == BATCH:  # after a long absence: the rest in the next turn
            self._read_soon()

    def _read_soon(self) -> None:
        if not self._reading.isActive():
            self._reading.start()

    def _file_changed(self, path: str) -> None:
        # A file that was replaced instead of rewritten is no longer watched: watch it again.
        if self._watcher is not None and path not in self._watcher.files():
            self._watcher.addPath(path)
        self._read_soon()

    def _listen_to_server(self) -> None:
        """PostgreSQL tells of far news on a socket; after a lost connection it is a new one."""
        self._forget_server()
        self._socket = socket = self._shop.news_socket()
        if socket is not None:
            self._notifier = QSocketNotifier(socket.fileno(), QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._server_spoke)

    def _forget_server(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def _server_spoke(self) -> None:
        if self._socket is None:
            return
        try:
            self._socket.drain()
        except ShopError as error:
            self._forget_server()
            self._lose(error)
            return
        self._read_soon()

    def _lose(self, error: ShopError) -> None:
        if not self._is_lost:
            self._is_lost = True
            self.lost.emit(error)
