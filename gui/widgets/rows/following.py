"""What stands beside a list follows the row that is highlighted in it."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.runtime.background import Background
from gui.runtime.error_handler import guarded
from models.errors import ShopError, UnknownOrder, UnknownProduct

PAUSE = 40  # ms: arrows held down do not ask for every sheet on the way
_PRESSES = (
    QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick,
)  # fmt: skip
_STEPS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Following(QObject):
    """Shows on `side` what is highlighted in `page`: soon while one moves, at once when a key or
    a button of the side is pressed. Hands are faster than the sheet, and mean the marked row.

    `meant` and `shown` are the ids of what is highlighted and of what the sheet is about, None
    for nothing. `read(id)` is asked in the background; `show` gets its answer, or None.
    """

    def __init__(
        self,
        page: QWidget,
        side: QWidget,
        background: Background,
        meant: Callable[[], int | None],
        shown: Callable[[], int | None],
        read: Callable[[int], Any],
        show: Callable[[Any], object],
    ) -> None:
        super().__init__(page)
        self._side, self._background = side, background
        self._meant, self._shown, self._read, self._show = meant, shown, read, show
        self.pause = QTimer(self, singleShot=True, interval=PAUSE)
        self.pause.timeout.connect(self._ask)
        page.installEventFilter(self)  # what no field wants of a key comes here before it is done

    def soon(self) -> None:
        """Another row is highlighted, or something about it is new."""
        self.pause.start()

    @guarded(True)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Before a key is looked up among the commands, and a button hears of a click."""
        is_step = isinstance(event, QKeyEvent) and event.key() in _STEPS
        if event.type() in _PRESSES and not is_step:
            try:
                self._catch_up()
            except ShopError:
                event.accept()  # nothing is done to what stands there instead
                raise
        return False

    def _catch_up(self) -> None:
        meant = self._meant()
        if meant != self._shown():
            self._turn_to(None if meant is None else self._read(meant))

    def _turn_to(self, sheet: Any) -> None:
        self._show(sheet)
        for button in self._side.findChildren(QAbstractButton):  # some are made for the sheet
            button.installEventFilter(self)

    def _ask(self) -> None:
        if (meant := self._meant()) is not None:
            reading = partial(_read, self._read, meant)
            self._background.ask(reading, self._answered, self._failed, owner=self)

    def _answered(self, answer: tuple[int, Any]) -> None:
        meant, sheet = answer
        if meant == self._meant():
            self._turn_to(sheet)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, UnknownOrder | UnknownProduct):
            raise error  # else it is gone by now, and the list will hear of it


def _read(read: Callable[[int], Any], meant: int) -> tuple[int, Any]:
    return meant, read(meant)
