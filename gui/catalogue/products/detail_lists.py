"""The two short lists of a product's sheet: changes of its price, movements of its stock."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.shell.app_context import AppContext
from gui.widgets.containers.layouts import empty
from gui.widgets.text.labels import Label
from gui.words.formatting import MINUS
from models import clock
from models.catalogue.catalogue import Movement, PriceStep, Product

translate = QCoreApplication.translate

_PRICES = 4
_MOVEMENTS = 8


class PriceList(QWidget):
    """The latest changes: the day, from what to what, who."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(8))

    def show_prices(self, prices: Sequence[PriceStep]) -> None:
        empty(self._column)
        words, theme = self._context.format, self._context.theme
        for step in prices[:_PRICES]:
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(theme.px(16))
            line.addWidget(
                Label(theme, words.date(words.day_of(step.at)), "second", "text_muted"), 1
            )
            change = Label(theme, "", "second")
            new = words.money(step.new)
            change.set_text(f"{words.money(step.old)} \u2192 {new}", new)
            line.addWidget(change)
            line.addWidget(Label(theme, step.staff, "second", "text_faint"))
            self._column.addWidget(row)
        if not prices:
            text = translate("catalogue", "The price has not changed yet.")
            self._column.addWidget(Label(theme, text, "second", "text_faint"))


class MovementList(QWidget):
    """What is on the shelf and promised, then what came and went."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.theme.px(10))
        self._grid.setVerticalSpacing(context.theme.px(8))
        self._grid.setColumnStretch(1, 1)

    def show_stock(self, product: Product, movements: Sequence[Movement]) -> None:
        empty(self._grid)
        words, theme = self._context.format, self._context.theme
        if product.on_hand is None:
            text = translate("catalogue", "This product is not counted: it never runs out.")
        elif product.reserved:
            text = translate("catalogue", "{shelf} on the shelf, {promised} of them promised")
        else:
            text = translate("catalogue", "{shelf} on the shelf")
        text = text.format(
            shelf=f"{words.quantity(product.on_hand or 0)} {product.unit}",
            promised=words.quantity(product.reserved or 0),
        )
        self._grid.addWidget(Label(theme, text, "second", "text_muted"), 0, 0, 1, 3)
        today = words.day_of(clock.now())
        for row, move in enumerate(movements[:_MOVEMENTS], start=1):
            day = words.day_of(move.at)
            when = words.time(move.at) if day == today else words.short_date(day)
            plus = move.change > 0
            change = ("+" if plus else MINUS) + words.quantity(abs(move.change))
            for place, (text, role, token, align) in enumerate(
                (
                    (when, "second", "text_faint", Qt.AlignmentFlag.AlignLeft),
                    (self._reason(move), "second", "text", Qt.AlignmentFlag.AlignLeft),
                    (
                        change, "second_strong", "on_ready_soft" if plus else "text",
                        Qt.AlignmentFlag.AlignRight,
                    ),
                )
            ):  # fmt: skip
                self._grid.addWidget(Label(theme, text, role, token, align=align), row, place)

    def _reason(self, move: Movement) -> str:
        text = movement_text(move.reason)
        number = "" if move.number is None else self._context.format.order_number(move.number)
        return text.format(number=number)


def movement_text(reason: str) -> str:
    """Why stock moved, in words; `{number}` is the order's."""
    texts = {
        "opening": translate("catalogue", "Counted at the start"),
        "counted": translate("catalogue", "Counted"),
        "delivered": translate("catalogue", "Goods received"),
        "damaged": translate("catalogue", "Damaged or expired"),
        "own_use": translate("catalogue", "Own use"),
        "import": translate("catalogue", "From a price list"),
        "undone": translate("catalogue", "Undone"),
        "picked": translate("catalogue", "Picked for {number}"),
        "returned": translate("catalogue", "Back from {number}"),
        "short": translate("catalogue", "Counted short for {number}"),
    }
    return texts.get(reason, reason)
