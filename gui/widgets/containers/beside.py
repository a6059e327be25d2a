"""A list beside what is known about the chosen thing; above it where there is little room."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded

_LIST_WIDTH, _LIST_HEIGHT, _GAP = 420, 240, 16


class Beside(QWidget):
    """`side_width` is that of the side in the wide state, in pixels at 100 %."""

    def __init__(self, theme: Theme, listed: QWidget, side: QWidget, side_width: int) -> None:
        super().__init__()
        self._theme = theme
        self._list, self._side, self._side_width = listed, side, side_width
        self._alone = False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(_GAP))
        listed.setMinimumSize(theme.px(_LIST_WIDTH), theme.px(_LIST_HEIGHT))
        self._box.addWidget(listed, 1)
        self._box.addWidget(side)
        self._fold()

    @property
    def is_narrow(self) -> bool:
        return self.width() < self._theme.px(_LIST_WIDTH + _GAP + self._side_width)

    def leave_side_alone(self, alone: bool) -> None:
        """Where there is little room the side takes all of it, for as long as it is worked in."""
        self._alone = alone
        self._fold()

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        # In the wide state too it says how narrow it can become.
        least = self._box.minimumSize()
        width = max(self._theme.px(_LIST_WIDTH), self._side.minimumSizeHint().width())
        return QSize(width, least.height())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        way, narrow = QBoxLayout.Direction, self.is_narrow
        self._box.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        width = self._theme.px(self._side_width)
        self._side.setMinimumWidth(0 if narrow else width)
        self._side.setMaximumWidth(16_777_215 if narrow else width)
        self._list.setVisible(not (narrow and self._alone))
