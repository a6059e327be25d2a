"""The journal, read aloud: what happened anywhere in the shop, as one signal for all windows.

Near news (this process committed) and far news (another process or machine did) only wake the
same reading of the journal, so that every window hears each event once and in order.
"""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal

from models.errors import ServerAway, ShopError
from models.events import Event
from models.journal import journal
from models.shop.offline import own_file

if TYPE_CHECKING:
    from models.shop.opening import Shop
    from models.storage.connection_monitor import ConnectionMonitor

SAFETY_MS = 1000
BATCH = 500
STALE_AFTER = 5.0  # seconds without a successful look at the journal of a server
#: A file is never silent: what is late is this program, which is busy for a moment.
FILE_STALE_AFTER = 20.0


class EventFeed(QObject):
    """Emits `happened` with a list of events, on the GUI thread."""

    happened = Signal(object)
    #: The database cannot be read; carries the error. Once, until `found`, and once more when a
    #: server that is there lets nobody in.
    lost = Signal(object)
    found = Signal()
    #: Every look at the journal that succeeded, about once a second.
    looked = Signal()
    #: A server that was away answers again, while the station still goes on alone.
    answered = Signal()

    _woken = Signal()
    _felt = Signal()

    def __init__(self, shop: "Shop", clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._shop = shop
        self._clock = clock
        self._cursor = 0
        # Whether the station goes on alone and reads a journal of its own, and where it read that
        # of the server before.
        self._is_alone = shop.is_away
        self._cursor_there: int | None = None
        #: Why the database cannot be read, None while it can.
        self.trouble: ShopError | None = None
        self._refusal: ShopError | None = None
        self.fresh_at = clock()
        self._stop_listening: Callable[[], object] | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._monitor: ConnectionMonitor | None = None
        # Waking is cheap and may come from any thread; reading happens once per turn of the loop.
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self.read)
        self._woken.connect(self._read_soon, Qt.ConnectionType.AutoConnection)
        self._felt.connect(self.look, Qt.ConnectionType.QueuedConnection)
        self.safety_timer = QTimer(self, interval=SAFETY_MS)
        self.safety_timer.timeout.connect(self.look)

    @property
    def seconds_since_look(self) -> int:
        """How old the news is: the time since the journal was last read with success."""
        return int(self._clock() - self.fresh_at)

    @property
    def is_stale(self) -> bool:
        patience = FILE_STALE_AFTER if self._monitor is None else STALE_AFTER
        return self.trouble is not None or self._clock() - self.fresh_at > patience

    def start(self) -> None:
        """Begins after the newest event: windows ask for what was before by themselves."""
        self._cursor = journal.newest()
        if self._is_alone and self._shop.own_path is not None:
            self.fresh_at -= own_file.age(self._shop.own_path) / 1000
        # A server tells of near news as of far ones, and so its pulse stands for both: this thread
        # reads only what it knows to be there.
        self._monitor = self._shop.connection_monitor(self._felt.emit)
        near = self._woken if self._monitor is None else self._felt
        self._stop_listening = journal.listen(near.emit)
        if self._shop.news_path is not None:
            self._watcher = QFileSystemWatcher([str(self._shop.news_path)], self)
            self._watcher.fileChanged.connect(self._file_changed)
        self.safety_timer.start()

    def close(self) -> None:
        if self._stop_listening is not None:
            self._stop_listening()
            self._stop_listening = None
        self.safety_timer.stop()
        self._reading.stop()
        if self._monitor is not None:
            self._monitor.close()
            self._monitor = None
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None

    def read(self) -> None:
        """Looks into the journal and tells what is new."""
        try:
            self._shop.check_file_identity()
            events = journal.since(self._cursor, BATCH)
        except ShopError as error:
            self._lose(error)
            return
        if self._shop.is_away == self._is_alone:  # else they are of the other journal
            self._tell(events)

    def look(self) -> None:
        """Reads, unless the pulse of a server says that there is nothing to be read."""
        monitor = self._monitor
        if self._stop_listening is None:
            return  # closed in the meantime
        if self._shop.is_away != self._is_alone:
            try:
                self._change_sides()
            except ShopError as error:
                self._lose(error)
                return
        if self._is_alone:
            self._lose(ServerAway(""))
            if monitor is not None and monitor.answers:
                self.answered.emit()
        elif monitor is not None and monitor.answers and monitor.newest <= self._cursor:
            self._tell([])
            return
        self.read()

    def _change_sides(self) -> None:
        """The server is away, and the station's own journal is read; or that of the server again.

        Raises `StorageError`.
        """
        self._is_alone = self._shop.is_away
        if self._is_alone:
            self.trouble = None  # it was told that nothing works, perhaps
            self._cursor_there, self._cursor = self._cursor, journal.newest()
        else:
            self._cursor = journal.newest() if self._cursor_there is None else self._cursor_there

    def _tell(self, events: list[Event]) -> None:
        if not self._is_alone:
            self.fresh_at = self._clock()
            if self.trouble is not None:
                self.trouble = self._refusal = None
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

    def _lose(self, error: ShopError) -> None:
        before, self._refusal = self._refusal, own_file.refusal()
        if self.trouble is None or type(before) is not type(self._refusal):
            self.trouble = self._refusal or error
            self.lost.emit(self.trouble)
