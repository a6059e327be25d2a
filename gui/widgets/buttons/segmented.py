"""A row of choices of which one is chosen: Today, 7 days, 28 days."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.choice import Choice


class Segmented(QWidget):
    """Drawn 40 px high with 32 px inside, touched on 48; arrow keys move between the choices."""

    #: Carries the number of the choice, from 0; only when a person chose it.
    chosen = Signal(int)

    def __init__(
        self, theme: Theme, choices: Sequence[str], name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self, exclusive=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        row.setSpacing(theme.px(2))
        for number, text in enumerate(choices):
            segment = _Segment(theme, text)
            self._group.addButton(segment, number)
            row.addWidget(segment)
        self.choose(0)
        self._group.idClicked.connect(self.chosen)

    @property
    def current(self) -> int:
        return self._group.checkedId()

    def choose(self, number: int) -> None:
        """Shows a choice as chosen without telling anybody; a focus in the row goes with it."""
        before = self._group.checkedButton()
        has_focus = before is not None and before.hasFocus()
        self._group.button(number).setChecked(True)
        if has_focus:
            self.take_focus()

    def take_focus(self) -> None:
        self._group.button(self.current).setFocus(Qt.FocusReason.OtherFocusReason)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("surface"))
        painter.setPen(QPen(self._theme.color("border"), 1))
        above = self._theme.px(4) + 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, above, -0.5, -above), 8, 8)
        painter.end()


class _Segment(Choice):
    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(text)
        self.setAccessibleName(text)

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = text_width(self._theme.font("button"), self.text())
        least = self._theme.px(48)
        return QSize(max(width + 2 * self._theme.px(12), least), least)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        above = theme.px(8)
        shape = QRectF(self.rect()).adjusted(0, above, 0, -above)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isChecked():
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(shape, 6, 6)
        elif self.underMouse():
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(shape, 6, 6)
        if self.hasFocus():
            ring = "on_accent" if self.isChecked() else "accent"
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color(ring), 2))
            painter.drawRoundedRect(shape.adjusted(2, 2, -2, -2), 5, 5)
        painter.setFont(theme.font("button"))
        painter.setPen(theme.color("on_accent" if self.isChecked() else "text_muted"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
