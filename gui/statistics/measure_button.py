"""The words beside the heat map's title: what its cells tell; pressed, they offer the others."""

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy

from gui import icons
from gui.exception_desk import guarded
from gui.marked import marked
from gui.statistics.heat_map import MEASURES
from gui.theme import Theme, elided, text_width

translate = QCoreApplication.translate

_TEXTS: dict[str, str] = {
    "orders": marked("statistics", "Orders per hour, average"),
    "lines": marked("statistics", "Lines per hour, average"),
    "revenue": marked("statistics", "Revenue per hour, average"),
}


class MeasureButton(QAbstractButton):
    """Looks like a second title with a small arrow; opens a menu of `MEASURES`."""

    chosen = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._measure = MEASURES[0]
        self._font = theme.font("small")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._offer)
        self.say(in_millions=False)

    def say(self, in_millions: bool) -> None:
        """Money is told in thousands or millions, whichever the numbers need."""
        text = translate("statistics", _TEXTS[self._measure])
        if self._measure == "revenue":
            unit = self.tr("in millions") if in_millions else self.tr("in thousands")
            text = f"{text}, {unit}"
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(self.tr("Show something else"))
        self.updateGeometry()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        px = self._theme.px
        return QSize(text_width(self._font, self.text()) + px(26), px(32))

    def _offer(self) -> None:
        menu = self._menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for measure in MEASURES:
            action = menu.addAction(translate("statistics", _TEXTS[measure]))
            action.setData(measure)
            action.setCheckable(True)
            action.setChecked(measure == self._measure)
        menu.triggered.connect(self._choose)
        return menu

    def _choose(self, action: QAction) -> None:
        self._measure = action.data()
        self.chosen.emit(self._measure)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 4, -1, -4), 6, 6)
        colour = theme.color("text" if self.underMouse() else "text_muted")
        painter.setPen(colour)
        painter.setFont(self._font)
        wide = self.width() - px(26)
        text = elided(self._font, self.text(), wide)
        box = QRect(px(4), 0, wide + 1, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
        end = px(4) + text_width(self._font, text)
        spot = QRect(end + px(2), (self.height() - px(16)) // 2, px(16), px(16))
        icons.paint(painter, spot, "chevron-down", colour)
        painter.end()
