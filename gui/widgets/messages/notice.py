"""A strip over the header that says what went wrong and what to do, until it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.messages.aftermath import Aftermath
from gui.widgets.text.plain_text import Words

_ICONS = {
    "warn": "alert-outline",
    "danger": "alert-circle-outline",
    "info": "information-outline",
    "ready": "check-circle-outline",
}
SECONDS = 10
# What its button says, and what that does.
Remedy = tuple[str, Callable[[], object]]


class Notice(QWidget):
    """Never takes the focus and moves nothing. `kind` is warn, danger, info or ready."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "warn"
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(52), theme.px(4), theme.px(8), theme.px(4))
        row.setSpacing(theme.px(8))
        self._text = Words(wordWrap=True)
        self._text.setFont(theme.font("body_strong"))
        row.addWidget(self._text, 1)
        self._remedy: Callable[[], object] | None = None
        self._button = Button(theme, "", "refresh", "toolbar")
        self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._button.clicked.connect(self._mend)
        row.addWidget(self._button)
        close = Button(theme, "", "close", "quiet")
        close.setAccessibleName(self.tr("Close this notice"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_it)
        row.addWidget(close)
        self._timer = QTimer(self, singleShot=True, interval=SECONDS * 1000)
        self._timer.timeout.connect(self.close_it)
        self._places: tuple[QRect, ...] = ()
        self.hide()

    def lie_over(self, *places: QRect) -> None:
        """Stands in the first of these places in which its words have room, else in the last,
        which it leaves towards the middle of the window."""
        self._places = places
        needed = [(place, self.heightForWidth(place.width())) for place in places]
        fitting = [place for place, height in needed if height <= place.height()]
        if needed:
            last, height = needed[-1]
            grown = QRect(last.topLeft(), QSize(last.width(), max(height, last.height())))
            if last.top() > 0:
                grown.moveBottom(last.bottom())
            self.setGeometry(next(iter(fitting), grown))

    def close_it(self) -> None:
        """Goes; whoever is about to click on it hits nothing else."""
        if not self.isHidden():
            Aftermath(self)
            self.hide()

    def pass_by(self) -> None:
        """Something else was done, or the page was left: a sentence about what was typed goes.

        What stays, and what has a button to mend it, is still true and is left.
        """
        if self._timer.isActive() and self._remedy is None:
            self._timer.stop()
            self.close_it()

    def tell(
        self, text: str, kind: str = "warn", stays: bool = False, remedy: Remedy | None = None
    ) -> None:
        """Shows the sentence; it goes by itself after a while unless it `stays`.

        What stays is not sent away by being said again. `remedy` puts a button beside it: what it
        says and what it does.
        """
        stays = stays or (
            not self.isHidden() and not self._timer.isActive() and text == self._text.text()
        )
        label, self._remedy = remedy or ("", None)
        self._button.setText(label)
        self._button.setVisible(bool(label))
        self._kind = kind
        self._text.setText(text)
        self._text.setStyleSheet(f"color: {self._theme.hex(f'on_{kind}_soft')};")
        self.setAccessibleName(text)
        self._timer.stop()
        if not stays:
            self._timer.start()
        self.show()
        self.raise_()
        self.lie_over(*self._places)
        self.update()

    def text(self) -> str:
        return self._text.text()

    def _mend(self) -> None:
        self.close_it()
        if self._remedy is not None:
            self._remedy()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(44))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color(f"{self._kind}_soft"))
        size = self._theme.px(20)
        spot = self.rect().adjusted(self._theme.px(20), 0, 0, 0)
        spot.setWidth(size)
        icons.paint(painter, spot, _ICONS[self._kind], self._theme.color(f"on_{self._kind}_soft"))
        painter.end()
