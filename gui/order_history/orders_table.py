"""The table of orders, newest first; older ones are read as one scrolls towards them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent

from gui.look.theme import Names
from gui.order_history.order_texts import when_text
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.rows.rows import Column, RowsModel, RowsView
from gui.widgets.text.chip import Badge
from gui.widgets.text.state_badges import payment_badge, stage_badge
from gui.words.formatting import Formatting
from models.orders.order_history import OrderRow
from models.stages import Stage

translate = QCoreApplication.translate

PAGE = 256
#: Columns that give way (placed, payment), and the width of the table below which they do.
_NEEDS = {1: 800, 4: 720}


class OrdersTable(RowsView):
    """`more_wanted` when the end comes into sight; `typed` when somebody types a number."""

    more_wanted = Signal()
    typed = Signal(str)

    def __init__(self, context: AppContext) -> None:
        model = _OrdersModel(_Cells(context.format).columns(), _id_of)
        super().__init__(context.theme, model.columns, model=model)
        self.orders = model
        self.corners = 9
        self.setAccessibleName(translate("order_history", "Orders"))
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Where letters are large or the window small, the contents keep their room.
        for column, least in _NEEDS.items():
            self.setColumnHidden(column, self.viewport().width() < self.theme.px(least))

    @guarded()
    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit(self.current)
            return
        super().keyPressEvent(event)

    def _scrolled(self, value: int) -> None:
        if value > self.verticalScrollBar().maximum() - 40:
            self.more_wanted.emit()


class _OrdersModel(RowsModel):
    def append(self, orders: Sequence[OrderRow]) -> None:
        """Puts an older page under what is there."""
        if orders:
            first = len(self._rows)
            self.beginInsertRows(QModelIndex(), first, first + len(orders) - 1)
            self._rows.extend(orders)
            self.endInsertRows()

    def count(self) -> int:
        return len(self._rows)

    def last(self) -> OrderRow | None:
        return self._rows[-1] if self._rows else None


class _Cells:
    def __init__(self, words: Formatting) -> None:
        self._words = words

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(
                translate("order_history", "Number"), self._number, width=80, font="card_title"
            ),
            Column(
                translate("order_history", "Placed"), self._when, width=132, font="body",
                token="text_muted", grows=True,  # by a year, where there are others than this one
            ),
            Column(translate("order_history", "Contents"), self._contents),
            Column(
                translate("order_history", "Total"), self._total, "right", 120, "row_total",
                _total_token,
            ),
            Column(translate("order_history", "Payment"), _nothing, width=180, badge=_payment),
            Column(translate("order_history", "Warehouse"), _nothing, width=152, badge=self._stage),
        )  # fmt: skip

    def _number(self, order: OrderRow) -> str:
        return self._words.order_number(order.number)

    def _when(self, order: OrderRow) -> str:
        return when_text(order.placed_at, self._words)

    def _contents(self, order: OrderRow) -> str:
        return Names(order.products, order.lines, self._words.number)

    def _total(self, order: OrderRow) -> str:
        return self._words.money(order.total)

    def _stage(self, order: OrderRow) -> Badge:
        """How far it is; until then, when it is wanted."""
        if order.wanted_at is not None and order.stage == Stage.WAITING:
            return Badge(self._words.time_on_day(order.wanted_at), "neutral", "calendar-clock")
        return stage_badge(order.stage)


def _total_token(order: OrderRow) -> str:
    return "text_faint" if order.stage == order.stage.CANCELLED else "text"


def _payment(order: OrderRow) -> Badge | None:
    return payment_badge(order.payment, order.stage)


def _nothing(order: Any) -> str:
    return ""


def _id_of(order: OrderRow) -> int:
    return order.id
