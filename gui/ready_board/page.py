"""The customers' board: numbers being prepared at the left, numbers to be collected at the right.

Numbers and nothing else: no name, no product, no price. It fills whatever screen it is put on, and
has nothing to press; the keys of the program work as everywhere.
"""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from gui.look.sounds import Sounds
from gui.ready_board.picture import Face, Picture
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from models import clock, events
from models.events import Event
from models.fulfilment import fulfilment_lists
from models.fulfilment.fulfilment_lists import Board, BoardNumber
from models.settings import preferences

_CONCERNS = (events.ORDER_KINDS - {events.PAID, events.REFUNDED}) | {
    events.PREFERENCE_CHANGED,
    events.DEMO_MADE,
    events.RESTORED,
}
JUST_READY = 2 * clock.MINUTE  # how long the newest number is called new


class ReadyBoardPage(Page):
    """One picture, painted anew when the news changes it and when the clock's minute does."""

    name = "ready_board"
    dark_by_default = True
    has_header = False
    stays_visible = True
    fills_screen = True

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._sounds = Sounds(context.station, self)
        self._board: Board | None = None
        self._shop_name = ""
        self._said: Face | None = None
        self._cleared_after = 0
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    def title(self) -> str:
        return self.tr("Ready board")

    def is_affected_by(self, event: Event) -> bool:
        return event.kind in _CONCERNS

    def scanned(self, code: str) -> None:
        """Nobody sells at the customers' board."""

    def refresh(self) -> None:
        self.context.background.ask(_question, self.show_board, owner=self)

    def show_board(self, found: tuple[Board, str, int]) -> None:
        """These numbers, from now on; a number that became ready rings."""
        before = self._board
        self._board, self._shop_name, minutes = found
        self._cleared_after = minutes * clock.MINUTE
        if before is not None and self._newest() not in (None, *before.ready) and self.isVisible():
            self._sounds.play("ready")
        self.tick()

    def tick(self) -> None:
        """Once a second: drawn anew only if something on it reads differently now."""
        says = self._face()
        if says != self._said:
            self._said = says
            self.setAccessibleName(self._spoken())
            self.update()

    # --- what it says ----------------------------------------------------------------------

    def _preparing(self) -> list[int]:
        """The numbers being prepared; an order that is wanted later joins them in its time."""
        if self._board is None:
            return []
        now = clock.now()
        return [one.number for one in self._board.preparing if one.since <= now]

    def shown(self) -> list[BoardNumber]:
        """The ready numbers that are still on the board, the newest first."""
        if self._board is None:
            return []
        oldest = clock.now() - self._cleared_after
        return [ready for ready in self._board.ready if ready.since > oldest]

    def _newest(self) -> BoardNumber | None:
        shown = self.shown()
        return shown[0] if shown else None

    def is_just_ready(self) -> bool:
        newest = self._newest()
        return newest is not None and clock.now() - newest.since < JUST_READY

    def _words(self) -> tuple[str, bool]:
        """The clock, and whether the news is fresh."""
        return self.context.format.time(clock.now()), not self.context.feed.is_stale

    def counts(self) -> str:
        if self._board is None:
            return ""
        number, shown = self.context.format.number, self.shown()
        parts = [
            self.tr("{count} being prepared").format(count=number(len(self._preparing()))),
            self.tr("{count} ready").format(count=number(len(shown))),
        ]
        if older := len(self._board.ready) - len(shown):
            parts.append(self.tr("{count} waiting longer: ask at the counter").format(count=older))
        return " · ".join(parts)

    def _spoken(self) -> str:
        if self._board is None:
            return self.title()
        form = self.context.format.order_number
        ready = " ".join(form(one.number) for one in self.shown())
        preparing = " ".join(form(number) for number in self._preparing())
        text = self.tr("Ready to collect: {ready}. Being prepared: {preparing}")
        return text.format(ready=ready, preparing=preparing)

    # --- drawing ---------------------------------------------------------------------------

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        Picture(self, self.context.theme, self.context.format).paint(self._face())

    def _face(self) -> Face:
        time, is_fresh = self._words()
        return Face(
            self._shop_name,
            time,
            is_fresh,
            None if self._board is None else self._preparing(),
            [ready.number for ready in self.shown()],
            self.is_just_ready(),
            self.counts(),
        )


def _question() -> tuple[Board, str, int]:
    """Also after how many minutes a number nobody came for leaves the board."""
    name, minutes = preferences.SHOP_NAME, preferences.BOARD_AFTER
    return fulfilment_lists.board(), preferences.get(name), preferences.get(minutes)
