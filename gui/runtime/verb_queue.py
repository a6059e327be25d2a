"""What people asked for is done one after the other, on a thread that no window waits for.

While another program holds the shop's file, or the disk is slow, keys and scans go on; what was
pressed meanwhile waits in its order, and is done once.
"""

import logging
import time
from collections import deque
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.runtime.background import Background, Connection
from gui.runtime.error_handler import guarded
from gui.runtime.pending import Pending
from models.errors import Busy, ShopError
from models.events import Receipt

log = logging.getLogger(__name__)

#: For so long (s) a file that another program holds is asked for again, before it is a refusal.
PATIENCE = 60.0
#: What takes longer is said to be on its way.
SLOW_MS = 500


class VerbQueue(QObject):
    """First in, first out, on one thread with its own connection; answers come on the GUI thread.

    `connection` is `shop.connection`. `immediate=True` does all at once on the calling thread, for
    tests.
    """

    #: What is on its way takes long enough to be told; or, no more, all is done.
    slow = Signal(bool)

    def __init__(self, connection: Connection | None = None, immediate: bool = False) -> None:
        super().__init__()
        self._background = Background(connection, immediate)
        self._on_way: deque[Pending[Any]] = deque()
        self._slow_timer = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow_timer.timeout.connect(self._tell_slow)

    def put(self, pending: Pending[Any]) -> None:
        if pending.once is not None and any(x.once == pending.once for x in self._on_way):
            return
        self._on_way.append(pending)
        if not self._slow_timer.isActive():
            self._slow_timer.start()
        self._background.ask(partial(_when_free, pending.do), self._done, self._refused)

    def close(self) -> None:
        """Does all that is on its way. Nobody is told of it any more; nothing is lost by that."""
        self._background.finish()
        for pending in self._on_way:
            try:
                pending.close()
            except ShopError as error:
                log.error("not kept at closing: %s", type(error).__name__)

    def _tell_slow(self) -> None:
        self.slow.emit(True)

    @guarded()
    def _done(self, receipt: Receipt[Any]) -> None:
        self._first().tell(receipt)

    @guarded()
    def _refused(self, error: BaseException) -> None:
        pending = self._first()
        if pending.is_approved_now(error):
            self.put(pending)
        else:
            pending.refuse(error)

    def _first(self) -> Pending[Any]:
        first = self._on_way.popleft()
        self._slow_timer.stop()
        if self._on_way:
            self._slow_timer.start()
        else:
            self.slow.emit(False)
        return first


def _when_free(do: Callable[[], Receipt[Any]]) -> Receipt[Any]:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return do()
        except Busy:
            if time.monotonic() > until:
                raise
