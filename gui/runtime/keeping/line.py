"""The line to a server: what the station keeps for when it is away, and what waits to be sent."""

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from gui.runtime.background import Background
from gui.runtime.event_feed import EventFeed
from gui.runtime.pending import Pending
from gui.runtime.verb_queue import VerbQueue
from models.errors import ConnectionLost, ShopError
from models.events import Event, Receipt
from models.shop.offline import own_file, refused
from models.shop.offline.refused import Refused

if TYPE_CHECKING:
    from models.shop.offline.send_queue import Delivery, Name, Sent
    from models.shop.opening import Shop

log = logging.getLogger(__name__)

#: What changes on the server stands in the station's own file so much later (ms).
SETTLE_MS = 2_000
#: So often (ms) it is looked at without news: since when the file is true is known by that.
LOOK_MS = 60_000


class Line(QObject):
    """Copies while the server is there, on a thread of its own, and sends when it is back.

    A shop in a file has no line, and nothing is done. `name` says what a cart is called that could
    not be sent.
    """

    #: `waiting` or `refused` is other.
    changed = Signal()
    #: All that waited was sent: what became of it, a list of `Sent`.
    sent = Signal(object)

    def __init__(
        self, shop: "Shop", feed: EventFeed, verbs: VerbQueue, name: "Name", immediate: bool = False
    ) -> None:
        super().__init__()
        #: How many orders, payments and steps of a picker wait to be sent.
        self.waiting = 0
        #: What could not be sent, until somebody has seen it.
        self.refused: list[Refused] = []
        self._shop, self._feed, self._verbs, self._name = shop, feed, verbs, name
        self._apart = Background(shop.connection, immediate)
        #: What stands in the way of sending, though the server is there; None where nothing does.
        self.trouble: ShopError | None = None
        self._sent: list[Sent] = []
        self._is_sending = False
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._catch_up)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._catch_up)
        feed.happened.connect(self._hear)
        feed.answered.connect(self._send)
        feed.found.connect(self._settling.start)

    def start(self) -> None:
        """What an earlier program left is sent; the file is brought to where the server stands."""
        if self._shop.own_path is not None:
            self._count()
            self._look_at_refused()
            if not self._shop.is_away:
                self._send()
            self._settling.start()
            self._looking.start()

    def close(self) -> None:
        """Lets the copying end."""
        self._settling.stop()
        self._looking.stop()
        self._apart.close()

    def see(self, seen: Refused) -> None:
        """Somebody was told that this could not be sent."""
        if self._shop.own_path is not None:
            refused.forget(self._shop.own_path, seen)
        self._look_at_refused()

    def _look_at_refused(self) -> None:
        own = self._shop.own_path
        self.refused = [] if own is None else refused.kept(own)
        self.changed.emit()

    # --- copying -----------------------------------------------------------------------------

    def _hear(self, events: list[Event]) -> None:
        if self._shop.is_away:
            self._count()
        elif self._shop.own_path is not None and not self._settling.isActive():
            self._settling.start()

    def _catch_up(self) -> None:
        if self._shop.own_path is not None and not self._shop.is_away:
            catch_up = partial(own_file.catch_up, self._shop.own_path)
            self._apart.ask(catch_up, _caught_up, self._not_caught_up, owner=self)

    def _not_caught_up(self, error: BaseException) -> None:
        log.error("the station's own file is not up to date: %s", error)

    # --- sending -----------------------------------------------------------------------------

    def _count(self) -> None:
        from models.shop.offline import send_queue  # a shop in a file never needs it

        self._apart.ask(send_queue.count, self._show_count, self._not_caught_up, owner=self)

    def _show_count(self, waiting: int) -> None:
        if waiting != self.waiting:
            self.waiting = waiting
            self.changed.emit()

    def _send(self) -> None:
        if not self._is_sending:
            self._is_sending = True
            self._verbs.put(Pending(self._deliver, self._delivered, self._not_delivered))

    def _deliver(self) -> "Receipt[Delivery]":
        from models.shop.offline import send_queue

        return Receipt(None, send_queue.send(self._name))

    def _delivered(self, receipt: "Receipt[Delivery]") -> None:
        self._is_sending, self.trouble = False, None
        self._sent += receipt.value.sent
        self.waiting = min(self.waiting, receipt.value.left)
        self._look_at_refused()
        if receipt.value.left:
            self._send()
            return
        self._feed.look()  # all hear that the server is back before they hear what was sent
        done, self._sent = self._sent, []
        if done:
            self.sent.emit(done)

    def _not_delivered(self, error: ShopError) -> None:
        self._is_sending = False
        before = self.trouble
        self.trouble = None if isinstance(error, ConnectionLost) else error
        if self.trouble is not None and type(before) is not type(error):
            raise error  # what stands in the way is told; it is tried again


def _caught_up(done: Any) -> None:
    pass
