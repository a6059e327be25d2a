"""The second page: the owner's next questions, one at a time, each a sentence and a table."""

from datetime import date
from functools import partial
from operator import itemgetter
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.desk import Desk
from gui.statistics.figure_tables import FigureTable, columns_of
from gui.statistics.questions import QUESTIONS, Told
from gui.widgets.card import Card
from gui.widgets.empty_state import EmptyState
from gui.widgets.labels import Label
from gui.widgets.rows import RowsView
from gui.widgets.segmented import Segmented


class FurtherFigures(QWidget):
    """Asks the chosen question about the days it is told, and leads on from each row."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, theme = desk, desk.theme
        self._days: tuple[date, date] | None = None
        self._asked = 0  # an answer to an older question is not shown
        self._told: Told | None = None
        self._list: RowsView | None = None
        self.choices = Segmented(theme, [q.name for q in QUESTIONS], self.tr("Question"))
        self.choices.chosen.connect(self._ask)
        self._said = Label(theme, "", "body")
        self._card = Card(theme)
        inside = self._inside = QVBoxLayout(self._card)
        inside.setContentsMargins(*[theme.px(1)] * 4)
        top = QHBoxLayout()
        top.addWidget(self.choices)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addLayout(top)
        column.addWidget(self._said)
        column.addWidget(self._card, 1)

    @property
    def table(self) -> FigureTable | None:
        """What is shown now."""
        return self._told.table if self._told else None

    def show_days(self, first: date, last: date) -> None:
        """Asks about these days, anew if they are the same."""
        self._days = (first, last)
        self._ask()

    def take_focus(self) -> None:
        self.choices.take_focus()

    def _ask(self) -> None:
        if self._days is None:
            return
        self._asked += 1
        question = QUESTIONS[self.choices.current]
        shown = partial(_with, self._asked)
        self._desk.background.ask(
            partial(shown, partial(question.ask, *self._days)), self._show, owner=self
        )

    def _show(self, answer: tuple[int, Any]) -> None:
        number, found = answer
        if number != self._asked:
            return
        told = self._told = QUESTIONS[self.choices.current].tell(self._desk.format, found)
        self._said.set_text(told.said)
        self._fill(told.table)

    def _fill(self, table: FigureTable) -> None:
        """The list is built anew when its columns are other ones."""
        columns = columns_of(table, self._desk.format)
        heads = [column.head for column in columns]
        if self._list is None or [c.head for c in self._list.rows.columns] != heads:
            if self._list is not None:
                self._inside.removeWidget(self._list)
                self._list.hide()
                self._list.deleteLater()
            theme = self._desk.theme
            self._list = RowsView(theme, columns, key=itemgetter(table.key), row_height=36)
            self._list.corners = 10
            self._list.set_empty(
                EmptyState(theme, "table", self.tr("Nothing to show for these days"))
            )
            self._list.chosen.connect(self._lead_on)
            self._inside.addWidget(self._list)
        self._list.setAccessibleName(table.name)
        self._list.rows.show(table.rows)

    def _lead_on(self, row: tuple[Any, ...]) -> None:
        """To the product of the row, or to the orders of the days."""
        if self._told is None or self._days is None:
            return
        product = self._told.products.get(row[self._told.table.key])
        if product is not None:
            self._desk.open("catalogue", product_id=product)
        elif QUESTIONS[self.choices.current].about_orders:
            first, last = self._days
            self._desk.open("order_history", first_day=first, last_day=last)


def _with(number: int, ask: Any) -> tuple[int, Any]:
    return number, ask()
