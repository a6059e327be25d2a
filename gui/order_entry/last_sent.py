"""The orders sent last and how far the warehouse is with them."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.containers.card import Card
from gui.widgets.text.chip import badge_width, paint_badge
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from gui.widgets.text.state_badges import stage_badge
from gui.widgets.text.text_painting import write
from gui.words.formatting import Formatting
from gui.words.station_names import station_name
from models import session
from models.orders.order_history import OrderRow

translate = QCoreApplication.translate


class LastSent(QWidget):
    """A press on one opens it among all orders."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__()
        self._theme, self._format = theme, format
        self.most = 4
        self._orders: list[OrderRow] = []
        self._card = Card(theme)
        self._rows = QVBoxLayout(self._card)
        self._rows.setContentsMargins(1, theme.px(6), 1, theme.px(6))
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        title = Label(theme, self.tr("Recently sent"), "row_total", "text")
        title.setContentsMargins(theme.px(4), 0, 0, 0)
        column.addWidget(title)
        column.addWidget(self._card)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_orders(self, orders: Sequence[OrderRow]) -> None:
        """Those of this counter first, each newest first."""
        if self._orders == list(orders):
            return
        self._orders = list(orders)
        self._fill()

    def set_most(self, most: int) -> None:
        if most != self.most:
            self.most = most
            self._fill()

    def _fill(self) -> None:
        for old in self._card.findChildren(SentRow):
            self._rows.removeWidget(old)
            old.hide()
            old.deleteLater()
        for order in self._orders[: self.most]:
            row = SentRow(self._theme, self._format, order)
            row.clicked.connect(self._chosen)
            self._rows.addWidget(row)
        self.setVisible(bool(self._orders))

    def _chosen(self) -> None:
        row = self.sender()
        assert isinstance(row, SentRow)
        self.chosen.emit(row.order)


class SentRow(Pressable):
    """The number to call out, and the stage."""

    def __init__(self, theme: Theme, format: Formatting, order: OrderRow) -> None:
        super().__init__()
        self._theme, self.order = theme, order
        self._number = format.order_number(order.number)
        self._ink = "text" if order.station == session.current.station else "text_muted"
        self._badge = stage_badge(order.stage)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{self._number} {self._badge.text}")
        set_tip(self, station_name(order.station))

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(150), self._theme.px(36))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 1, -4, -1), 6, 6)
        box = self.rect().adjusted(px(12), 0, -px(12), 0)
        write(painter, box, self._number, theme.letters(16, 700), theme.color(self._ink))
        x = box.right() + 1 - badge_width(theme, self._badge)
        paint_badge(painter, theme, x, box.center().y() + 1, self._badge)
        painter.end()
