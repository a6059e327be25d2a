"""While a shop is made ready before the first window: nobody wonders whether the program lives."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.background import Background
from gui.theme import Theme
from gui.widgets.working_page import WorkingPage

Answer = TypeVar("Answer")


class Waiting(QWidget):
    """A small window that says what is being done, until it is done.

    `theme` and `text` are the look and the sentence.
    """

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(None, Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
        theme.dress(self)
        self.setWindowTitle("BotBelanja")
        self.setAccessibleName(text)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        page = WorkingPage(theme, margin=40)
        page.begin(text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page)
        self.setFixedSize(theme.px(560), theme.px(160))
        self._loop = QEventLoop(self)
        self._answer: object = None
        self._error: BaseException | None = None

    def during(self, work: Callable[[], Answer]) -> Answer:
        """Does the work on a thread of its own; what it answers or raises comes back here."""
        self.show()
        background = Background()
        background.ask(work, self._done, self._failed)
        self._loop.exec()
        background.close()
        self.hide()
        self.deleteLater()
        if self._error is not None:
            raise self._error
        return cast(Answer, self._answer)

    def _done(self, answer: object) -> None:
        self._answer = answer
        self._loop.quit()

    def _failed(self, error: BaseException) -> None:
        self._error = error
        self._loop.quit()
