"""F5: the held carts in the box, found by their mark or by what is in them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from gui.look.theme import Theme
from gui.order_entry.entry.choice_list import ChoiceList
from gui.order_entry.entry.item_entry import ItemEntry, PromptText
from gui.order_entry.entry.prompts import Prompt
from gui.order_entry.held.held_rail import since, what_of
from gui.order_entry.plurals import Plurals
from gui.shell.app_context import AppContext
from gui.widgets.rows.painted_rows import RowPainter
from gui.widgets.text.text_painting import RIGHT, write
from gui.words.formatting import Formatting
from gui.words.station_names import station_name
from models.orders import held_carts
from models.orders.held_carts import HeldCartRow
from models.shop.offline import own_file

translate = QCoreApplication.translate


class HeldPainter(RowPainter):
    """Time, station, what, how many lines, sum."""

    def __init__(self, theme: Theme, format: Formatting, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.format = format

    def text(self, row: Any) -> str:
        what = what_of(row, self.format)
        return f"{since(row, self.format)}, {what}, {self.format.money(row.total)}"

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, at: int) -> None:
        theme, px, format, box = self.theme, self.theme.px, self.format, option.rect
        muted, text = theme.color("text_muted"), theme.color("text")
        right = box.right() + 1 - px(14)
        total = QRect(right - px(130), box.top(), px(130), box.height())
        write(painter, total, format.money(row.total), theme.font("row_total"), text, RIGHT)
        lines = Plurals().lines(row.lines)
        count = QRect(right - px(230), box.top(), px(86), box.height())
        write(painter, count, lines, theme.font("second"), muted, RIGHT)
        time = QRect(box.left() + px(14), box.top(), px(100), box.height())
        write(painter, time, since(row, format), theme.font("row_total"), text)
        station = QRect(box.left() + px(118), box.top(), px(90), box.height())
        write(painter, station, station_name(row.station), theme.font("second"), muted)
        left = box.left() + px(212)
        what = QRect(left, box.top(), max(0, right - px(240) - left), box.height())
        write(painter, what, what_of(row, format), theme.font("row"), text)


class HeldPrompt(Prompt):
    """`chosen` is the cart to take up, once Enter was pressed."""

    command = "order.held"

    def __init__(self, context: AppContext, box: ItemEntry, choices: ChoiceList) -> None:
        self._context, self._box, self._list = context, box, choices
        self._held, self._there = held_carts.held(), own_file.held_there()
        self.chosen: HeldCartRow | None = None

    def question(self) -> PromptText:
        return PromptText(
            self._context.actions.icon("order.held"),
            translate("order_entry", "Find by mark or product"),
            translate("order_entry", "Held"),
            window_keys=tuple(self._context.actions.bare_keys("order.remove")),
        )

    def typed(self, text: str) -> None:
        wanted = text.casefold().strip()
        found = [held for held in self._held if wanted in _words(held)]
        self._list.offer(found)
        hints = (
            (("\u2191", "\u2193"), translate("order_entry", "choose")),
            (("Enter",), translate("order_entry", "resume")),
            ((self._context.actions.key("order.remove"),), translate("order_entry", "discard")),
            (("Esc",), translate("order_entry", "back")),
        )
        text = Plurals().held_carts(len(found))
        if not self._held:
            text = translate("order_entry", "No cart is held now.")
        if self._there:
            there = Plurals().held_there(self._there)
            text = f"{there} · {text}" if self._held else there
        self._box.open_below(self._list if found else None, text, hints if found else hints[3:])

    def stepped(self, by: int) -> None:
        self._list.step(by)

    def entered(self, text: str) -> bool:
        self.chosen = self.marked
        return self.chosen is not None

    @property
    def marked(self) -> HeldCartRow | None:
        held: HeldCartRow | None = self._list.current if self._list.rows.rowCount() else None
        return held

    def show_held(self, held: Sequence[HeldCartRow], there: int) -> None:
        """Somebody held, took up or discarded a cart meanwhile, or the server went away."""
        self._held, self._there = list(held), there
        self.typed(self._box.text())


def _words(held: HeldCartRow) -> str:
    return " ".join((held.reference, *held.names)).casefold()
