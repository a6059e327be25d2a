"""Says what was just done and offers to undo it, for eight seconds, at the foot of a column."""

import math
from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.exception_desk import guarded
from gui.theme import Theme
from gui.widgets.aftermath import Aftermath
from gui.widgets.button import Button
from gui.widgets.labels import Label

SECONDS = 8


class UndoBar(QWidget):
    """Floats over the foot of `host` and pushes nothing. Without `undo` it only tells.

    Where the host is narrow only the way back is left, at its right end.
    """

    def __init__(
        self,
        host: QWidget,
        theme: Theme,
        text: str,
        undo: Callable[[], object] | None = None,
        icon: str | None = None,
        bold: str = "",
        key: str = "",
    ) -> None:
        super().__init__(host)
        self._theme = theme
        self._host = host
        self._undo, self._bold = undo, bold
        self._age = QElapsedTimer()
        self._age.start()
        self.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), 0, theme.px(8), theme.px(3))
        row.setSpacing(theme.px(12))
        self._what = Label(theme, "", "body", "undo_text", icon or "check")
        self._what.set_text(text, bold)
        row.addWidget(self._what, 1)
        self._left = Label(theme, "", "second", "undo_text", align=Qt.AlignmentFlag.AlignRight)
        row.addWidget(self._left)
        self._button: Button | None = None
        if undo is not None:
            self._button = Button(theme, self.tr("Undo"), "undo-variant", "undo", key)
            self._button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._button.clicked.connect(self.undo)
            row.addWidget(self._button)
        self._timer = QTimer(self, interval=50)
        self._timer.timeout.connect(self._pass_time)
        self._timer.start()
        host.installEventFilter(self)
        self._count_down()
        self._settle()
        self.show()
        self.raise_()

    def undo(self) -> bool:
        """Takes the deed back; False when there is nothing to take back any more."""
        undo, self._undo = self._undo, None
        self.dismiss()
        if undo is None:
            return False
        undo()
        return True

    @property
    def least(self) -> int:
        """The pixels that the way back needs, without the words."""
        if self._button is None:
            return 0
        # The icon and the seconds with the space around them; those change, and nothing moves.
        return self._theme.px(112) + self._button.sizeHint().width()

    @property
    def can_undo(self) -> bool:
        return self._undo is not None

    def dismiss(self) -> None:
        self._undo = None
        self._timer.stop()
        self.hide()
        self.deleteLater()

    def _pass_time(self) -> None:
        if self._age.elapsed() >= SECONDS * 1000:
            if self._undo is not None:
                Aftermath(self)
            self.dismiss()
            return
        self._count_down()
        self.update()

    def _count_down(self) -> None:
        left = math.ceil(SECONDS - self._age.elapsed() / 1000)
        text = self.tr("{seconds} s").format(seconds=left) if self._undo else ""
        if text != self._left.text():
            self._left.set_text(text)

    def _settle(self) -> None:
        host, height = self._host, self._theme.px(48)
        self.setGeometry(0, host.height() - height, host.width(), height)
        # Not hidden: a layout without it would put the button at the left.
        shown = host.width() - self.least >= self._theme.px(80)
        self._what.set_text(self.accessibleName() if shown else "", self._bold)

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._settle()
        return False

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(shape, 8, 8)
        painter.fillPath(path, self._theme.color("undo_bg"))
        painter.save()
        painter.setClipPath(path)
        share = max(0.0, 1 - self._age.elapsed() / (SECONDS * 1000))
        height = self._theme.px(3)
        line = QRectF(0, self.height() - height, self.width() * share, height)
        painter.fillRect(line, self._theme.color("undo_accent"))
        painter.restore()
        painter.setPen(QPen(self._theme.color("undo_border"), 1))
        painter.drawPath(path)
        painter.end()
