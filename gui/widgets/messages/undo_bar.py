"""Says what was just done and offers to undo it, for eight seconds, at the foot of what is seen."""

import math
from collections.abc import Callable, Iterator

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.input.visible_widgets import seen_in
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.messages.aftermath import Aftermath
from gui.widgets.text.labels import Label, WholeLabel

SECONDS = 8


class UndoBar(QWidget):
    """Floats over the foot of `host` and pushes nothing. Without `undo` it only tells.

    Where buttons stand at that foot it floats right above them. Of a host on a page that scrolls it
    is the foot of the part in sight; where there is none, of whatever the host stands in. Where it
    is narrow only the way back is left, at its right end.
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
        host = next(place for place in _up_to_window(host) if _has_room(place, theme.px(48)))
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
        self._what = WholeLabel(theme, "", "body", "undo_text", icon or "check")
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
        for around in _up_to_window(host):
            around.installEventFilter(self)
        self._count_down()
        self._lift = self._above_buttons()  # once: it moves under nobody's hand
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
        foot = self._foot()
        self.setGeometry(foot.translated(0, -min(self._lift, foot.top())))
        # Not hidden: a layout without it would put the button at the left.
        shown = self.width() - self.least >= self._theme.px(80)
        self._what.set_text(self.accessibleName() if shown else "", self._bold)

    def _above_buttons(self) -> int:
        """How far (pixels) it floats above the foot: there stand buttons now, in however many
        rows, or so many that only the lowest of them can be left free."""
        foot, lifts = self._foot(), [0]
        boxes = [
            button.visibleRegion().boundingRect().translated(button.mapTo(self._host, QPoint()))
            for button in seen_in(self._host)
            if isinstance(button, Button) and not self.isAncestorOf(button)
        ]
        while tops := [b.top() for b in boxes if b.intersects(foot.translated(0, -lifts[-1]))]:
            lifts.append(foot.bottom() + 1 - min(tops))
        return lifts[-1] if lifts[-1] <= foot.top() else lifts[:2][-1]

    def _foot(self) -> QRect:
        foot = _in_sight(self._host)
        foot.setTop(foot.bottom() + 1 - self._theme.px(48))
        return foot

    @guarded(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
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


def _up_to_window(widget: QWidget) -> Iterator[QWidget]:
    """The widget, what it stands in, and so on up to its window."""
    place: QWidget | None = widget
    while place is not None:
        yield place
        place = None if place.isWindow() else place.parentWidget()


def _has_room(place: QWidget, height: int) -> bool:
    """Whether so many pixels of it are in sight, or all that it has."""
    return _in_sight(place).height() >= min(height, place.height())


def _in_sight(widget: QWidget) -> QRect:
    """The part of it (in its own pixels) that is not scrolled out of anything around it."""
    left, top, right, bottom = 0, 0, widget.width(), widget.height()
    for around in _up_to_window(widget):
        corner, whole = widget.mapTo(around, QPoint()), around.size()
        left, right = max(left, -corner.x()), min(right, whole.width() - corner.x())
        top, bottom = max(top, -corner.y()), min(bottom, whole.height() - corner.y())
    return QRect(left, top, right - left, bottom - top)
