"""What opens beside the wall: all-day totals, what left the wall last, and the put-back list."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gui.fulfilment.cards.card_face import unit_shown
from gui.fulfilment.overlays.overlay import Key, Overlay
from gui.input.held_keys import DEAF_TO_NEXT, DeafMoment
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.chip import Badge
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words
from gui.widgets.text.state_badges import stage_badge
from models.fulfilment import fulfilment_lists, fulfilment_queue
from models.fulfilment.fulfilment_lists import Finished, Need
from models.fulfilment.fulfilment_queue import RestockTask

WIDTH = 420  # at least; it covers whole columns of cards


class SideView(Overlay):
    """A list over the right part of the wall. Enter does `verb` with the current row."""

    #: Enter, the button or a double click; carries the row.
    chosen = Signal(object)

    icon = ""

    def __init__(self, context: AppContext, theme: Theme) -> None:
        super().__init__(theme)
        self.context = context
        self.theme = theme
        px = theme.px
        self.setAutoFillBackground(True)
        theme.apply_theme(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(16))
        column.setSpacing(px(8))
        top = QHBoxLayout()
        self._title = Label(theme, self.title(), "title", "text", self.icon, "accent")
        top.addWidget(self._title, 1)
        top.addWidget(self.close_button(self.tr("Close")))
        column.addLayout(top)
        self._wanted: object = None
        self._deaf = DeafMoment(self, DEAF_TO_NEXT)
        self.hint_line = Words(self.hint(), wordWrap=True)
        self.hint_line.setFont(theme.font("second"))
        self.hint_line.setStyleSheet(f"color: {theme.hex('text_muted')};")
        column.addWidget(self.hint_line)
        self.list = RowsView(theme, self.columns(), key=_id_of, row_height=48)
        self.list.setAccessibleName(self.title())
        self.list.set_empty(EmptyState(theme, self.icon, *self.empty()))
        self.list.chosen.connect(self._take)
        column.addWidget(self.list, 1)
        self.action_button: Button | None = None
        if verb := self.verb():
            self.action_button = Button(
                theme, verb, "", "primary", context.actions.key("queue.next")
            )
            self.action_button.set_centred()
            self.action_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.action_button.clicked.connect(self.choose)
            column.addWidget(self.action_button)

    # --- what each one says ----------------------------------------------------------------

    def title(self) -> str:
        return ""

    def hint(self) -> str:
        return ""

    def empty(self) -> tuple[str, str]:
        return "", ""

    def verb(self) -> str:
        return ""

    def columns(self) -> Sequence[Column]:
        return ()

    def question(self) -> Callable[[], list[Any]]:
        """What fills the list."""
        raise NotImplementedError

    def set_hint(self, text: str) -> None:
        self.hint_line.setText(text)

    def keys(self) -> list[Key]:
        verb = [(self.context.actions.key("queue.next"), self.verb(), self.choose)]
        return [
            *(verb if self.verb() else []),
            ("↑↓", self.tr("Row"), self.list.setFocus),
            *super().keys(),
        ]

    # --- what all of them do ---------------------------------------------------------------

    def take_focus(self) -> None:
        self.list.setFocus()

    def refresh(self) -> None:
        self.context.background.ask(self.question(), self.show_rows, owner=self)

    def show_rows(self, rows: list[Any]) -> None:
        number, before = max(0, self.list.currentIndex().row()), self.list.current
        self.list.rows.show(rows)
        if self.action_button is not None:
            self.action_button.setEnabled(bool(rows))
        self._title.set_text(f"{self.title()}  ·  {self.context.format.number(len(rows))}")
        ids = [_id_of(row) for row in rows]
        if before is not None and _id_of(before) not in ids:
            self._deaf.start()
        if self._wanted in ids:
            self.list.go_to(ids.index(self._wanted))
            self._wanted = None
        elif rows and not self.list.currentIndex().isValid():
            self.list.go_to(min(number, len(rows) - 1))

    def go_to_row(self, id_: object) -> None:
        """The row with this id is current as soon as it is there."""
        self._wanted = id_
        self.show_rows(self.list.rows.rows)

    def choose(self) -> None:
        """Does its verb with the current row."""
        if self.list.current is not None and self.verb():
            self._take(self.list.current)

    @property
    def listens(self) -> bool:
        """Whether Enter takes the current row by now."""
        return self._deaf.is_over

    def _take(self, row: object) -> None:
        if self.listens:
            self._deaf.start()
            self.chosen.emit(row)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.choose()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)  # Enter has been answered by the list
        else:
            event.ignore()  # the page says why a key of the wall does nothing

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.theme.color("surface"))
        painter.fillRect(0, 0, 2, self.height(), self.theme.color("border_strong"))
        painter.end()

    def amount(self, row: Any) -> str:
        return self.context.format.quantity(row.quantity)


class AllDay(SideView):
    """How much of each product is still needed, over all open orders."""

    icon = "sigma"

    def title(self) -> str:
        return self.tr("All-day totals")

    def hint(self) -> str:
        return self.tr("What is still to be picked over all open orders, the most first.")

    def empty(self) -> tuple[str, str]:
        return self.tr("Nothing is left to pick."), self.tr("All open orders are picked.")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Amount"), self.amount, "right", 72, "row_total"),
            Column(self.tr("Product"), name_and_unit),
            Column(self.tr("Orders"), self._orders, "right", 80, "row", "text_muted"),
        )

    def question(self) -> Callable[[], list[Any]]:
        return fulfilment_lists.needs

    def _orders(self, need: Need) -> str:
        return self.context.format.number(need.orders)


class Recall(SideView):
    """The last fifty orders that became ready or were handed over, to be taken back a step."""

    icon = "history"

    def title(self) -> str:
        return self.tr("Recently done")

    def hint(self) -> str:
        return self.tr("Recall undoes the last step; the order goes back to where it was.")

    def empty(self) -> tuple[str, str]:
        return self.tr("No order has left the wall yet."), ""

    def verb(self) -> str:
        return self.tr("Recall")

    def keys(self) -> list[Key]:
        verb, *rest = super().keys()
        again = (self.context.actions.key("queue.recall"), self.verb(), self.choose)
        return [verb, again, *rest]

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Number"), self._number, "right", 76, "title"),
            Column(self.tr("Status"), _nothing, badge=self._state),
            Column(self.tr("Still due"), self._due, "right", 104, "row", "on_warn_soft"),
            Column(self.tr("Time"), self._time, "right", 116),
        )

    def question(self) -> Callable[[], list[Any]]:
        return fulfilment_lists.finished

    def _number(self, order: Finished) -> str:
        return self.context.format.order_number(order.number)

    def _state(self, order: Finished) -> Badge:
        return stage_badge(order.stage)

    def _due(self, order: Finished) -> str:
        form, due = self.context.format, order.total - order.paid
        if due < 0:
            return self.tr("{sum} back").format(sum=form.money(-due))
        return form.money(due) if due else ""

    def _time(self, order: Finished) -> str:
        moment = order.handed_at or order.ready_at or order.placed_at
        return self.context.format.time_on_day(moment)


class RestockTasks(SideView):
    """Goods that were picked and then cancelled; ticked off when they are on their shelf."""

    icon = "package-up"

    def title(self) -> str:
        return self.tr("Back to the shelf")

    def hint(self) -> str:
        return self.tr("These goods were picked and then cancelled by the counter.")

    def empty(self) -> tuple[str, str]:
        return self.tr("Nothing has to go back to the shelf."), ""

    def verb(self) -> str:
        return self.tr("It is on its shelf")

    def columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Amount"), self.amount, "right", 72, "row_total"),
            Column(self.tr("Product"), name_and_unit),
            Column(self.tr("Order"), self._number, "right", 80, "row", "text_muted"),
        )

    def question(self) -> Callable[[], list[Any]]:
        return fulfilment_queue.open_restock_tasks

    def _number(self, task: RestockTask) -> str:
        return self.context.format.order_number(task.number)


def _nothing(row: object) -> str:
    return ""


def name_and_unit(row: Any) -> str:
    """`Telur ayam  ·  kg`; pieces go without saying."""
    return "  ·  ".join(filter(None, (row.name, unit_shown(row.unit))))


def _id_of(row: Any) -> object:
    return (row.product_id, row.unit) if isinstance(row, Need) else row.id
