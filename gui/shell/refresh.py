"""Keeps a room up to date while it is seen, and remembers that it is stale while it is not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from gui.runtime.error_handler import guarded
from gui.runtime.event_feed import EventFeed
from models.events import Event

if TYPE_CHECKING:
    from gui.shell.page import Room


class Refresh(QObject):
    """Belongs to one room; several pieces of news in one turn of the loop refresh it once."""

    def __init__(self, room: "Room", feed: EventFeed) -> None:
        super().__init__(room)
        self.stale = True
        self.timer = QTimer(self, singleShot=True, interval=0)
        self.timer.timeout.connect(self._refresh)
        feed.happened.connect(self._hear)
        feed.found.connect(self.mark_stale)  # what was asked in between found nobody
        room.installEventFilter(self)

    def mark_stale(self) -> None:
        """Asks again: at once if the room is seen, else when it is shown."""
        self.stale = True
        if self._room().isVisible():
            self.timer.start()

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self.stale:
            self.timer.start()
        return False

    def _hear(self, events: list[Event]) -> None:
        room = self._room()
        if any(room.concerns(event) for event in events):
            self.mark_stale()

    def _refresh(self) -> None:
        self.stale = False
        self._room().refresh()

    def _room(self) -> "Room":
        return self.parent()  # type: ignore[return-value]
