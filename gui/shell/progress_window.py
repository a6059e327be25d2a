"""While a shop is made ready before the first window: nobody wonders whether the program lives."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.runtime.background import Background
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.containers.working_page import WorkingPage

Answer = TypeVar("Answer")

#: A look at a server that answers needs less than this, in ms.
A_MOMENT = 200


class ProgressWindow(QWidget):
    """A small window that says what is being done, until it is done.

    `theme` and `text` are the look and the sentence. What may be done in no time is given
    `patience` ms before the window comes, so that none flashes; what `may_stop` has a button for
    it.
    """

    _progressed = Signal(int, int)

    def __init__(
        self, theme: Theme, text: str, patience: int = 0, *, may_stop: bool = False
    ) -> None:
        super().__init__(None, Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        theme.apply_theme(self)
        self.setWindowTitle("BotBelanja")
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = WorkingPage(theme, margin=40)
        page.begin(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self._progressed.connect(page.show_progress)
        self._is_stopped = False
        self.stop = Button(theme, self.tr("Cancel"), "", "normal", "Esc")
        self.stop.clicked.connect(self._stop)
        if may_stop:
            column.setContentsMargins(0, 0, 0, theme.px(16))
            column.addWidget(self.stop, 0, Qt.AlignmentFlag.AlignHCenter)
        self.setFixedSize(theme.px(560), theme.px(220 if may_stop else 160))
        self._patience = QTimer(self, singleShot=True, interval=patience)
        self._patience.timeout.connect(self.show)
        self._loop = QEventLoop(self)
        self._answer: object = None
        self._error: BaseException | None = None

    def during(self, work: Callable[[], Answer]) -> Answer:
        """Does the work on a thread of its own; what it answers or raises comes back here."""
        if self._patience.interval():
            self._patience.start()
        else:
            self.show()
        background = Background()
        background.ask(work, self._done, self._failed)
        self._loop.exec()
        background.close()
        self._patience.stop()
        self.hide()
        self.deleteLater()
        if self._error is not None:
            raise self._error
        return cast("Answer", self._answer)

    def watching(self, work: Callable[[Callable[[int, int], bool]], Answer]) -> Answer:
        """The same with work that says how far it is, and asks whether it goes on."""
        return self.during(partial(work, self._tell))

    def _tell(self, done: int, of: int) -> bool:
        """On the thread of the work."""
        self._progressed.emit(done, of)
        return not self._is_stopped

    def _stop(self) -> None:
        self._is_stopped = True
        self.stop.setEnabled(False)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.stop.isVisible():
            self.stop.click()
        else:
            super().keyPressEvent(event)

    def _done(self, answer: object) -> None:
        self._answer = answer
        self._loop.quit()

    def _failed(self, error: BaseException) -> None:
        self._error = error
        self._loop.quit()
