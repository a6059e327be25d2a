"""A drawer in use: what should be in it, cash put in and taken out, and the count."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from gui.drawer.count_sheet import CountSheet
from gui.input.text_fields import for_numbers
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.beside import Beside
from gui.widgets.containers.card import Card, Panel
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.key_figure import KeyFigure
from gui.widgets.fields.form import explanation, point_out
from gui.widgets.rows.rows import Column, RowsView
from gui.widgets.text.labels import Label
from models.errors import ShopError
from models.orders.drawer import Drawer, Movement

translate = QCoreApplication.translate

_COUNT_WIDTH = 480  # in pixels at 100 %


class OpenDrawer(QWidget):
    """`buttons` are those of the page: put in, take out, print, close."""

    def __init__(self, context: AppContext, buttons: dict[str, ActionButton]) -> None:
        super().__init__()
        self._context = context
        theme = context.theme
        self._since = Label(theme, "", "title")
        self._loose = Label(theme, "", "second", "on_warn_soft")
        self._elsewhere = explanation(theme, "")
        self.figures = {
            name: KeyFigure(theme, text)
            for name, text in (
                ("opening", translate("drawer", "Opening float")),
                ("cash", translate("drawer", "Cash from orders")),
                ("moved", translate("drawer", "Cash in and out")),
                ("expected", translate("drawer", "Should be there")),
            )
        }
        self.amount = QLineEdit(maxLength=16)
        for_numbers(self.amount)
        self.amount.setPlaceholderText(translate("drawer", "Sum"))
        self.amount.setAccessibleName(translate("drawer", "Sum put in or taken out"))
        self.reason = QLineEdit(maxLength=180)
        self.reason.setPlaceholderText(translate("drawer", "What for, for instance: gallon water"))
        self.reason.setAccessibleName(translate("drawer", "Reason"))
        self.amount.returnPressed.connect(self.reason.setFocus)
        self.movements = RowsView(theme, self._columns())
        self.movements.setAccessibleName(translate("drawer", "Cash in and out"))
        self.movements.corners = 9
        self.movements.set_empty(
            EmptyState(
                theme, "swap-vertical", translate("drawer", "Nothing put in or taken out yet"),
                translate("drawer", "Change from the bank, a bill paid from the drawer: note it."),
            )
        )  # fmt: skip
        self.count = CountPanel(context, buttons["close"])
        self._lay_out(buttons)

    def show_drawer(self, drawer: Drawer, elsewhere: Sequence[str]) -> None:
        words = self._context.format
        since = translate("drawer", "Open since {moment}").format(
            moment=words.date_and_time(drawer.opened_at)
        )
        self._since.set_text(f"{since} \u00b7 {drawer.staff}" if drawer.staff else since)
        text = translate("drawer", "{sum} in cash was taken before, while no till was open")
        self._loose.set_text(text.format(sum=words.money(drawer.loose)))
        self._loose.setVisible(bool(drawer.loose))
        self._elsewhere.setText("\n".join(elsewhere))
        self._elsewhere.setVisible(bool(elsewhere))
        for name, figure in self.figures.items():
            figure.show_value(words.money(getattr(drawer, name)))
        self.movements.rows.show(list(reversed(drawer.movements)))
        self.count.show_drawer(drawer)

    def typed(self) -> tuple[int, str]:
        """The sum and the reason; raises what a sum that is none raises."""
        reason = self.reason.text()
        try:
            amount = self._context.format.parse_money(self.amount.text())
        except ShopError:
            point_out(self.amount)
            raise
        return amount, reason.strip()

    @property
    def typed_fields(self) -> tuple[QLineEdit, ...]:
        return self.amount, self.reason, self.count.note

    @property
    def typed_texts(self) -> tuple[str, str]:
        return self.amount.text(), self.reason.text()

    def clear_typed(self) -> None:
        self.amount.setText("")
        self.reason.setText("")
        self.amount.setFocus()

    def _columns(self) -> tuple[Column, ...]:
        words = self._context.format

        def at(movement: Movement) -> str:
            return words.time(movement.at)

        def why(movement: Movement) -> str:
            reason = movement.reason
            if movement.is_undo:
                reason = translate("drawer", "Undone: {reason}").format(reason=reason)
            parts = (reason, movement.staff)
            return " \u00b7 ".join(part for part in parts if part)

        def amount(movement: Movement) -> str:
            return words.money(movement.amount)

        return (
            Column(translate("drawer", "Time"), at, width=80),
            Column(translate("drawer", "Reason"), why),
            Column(translate("drawer", "Amount"), amount, "right", 140, "row_total"),
        )

    def _lay_out(self, buttons: dict[str, ActionButton]) -> None:
        theme, px = self._context.theme, self._context.theme.px
        session = QWidget()
        left = QVBoxLayout(session)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(px(12))
        head = QHBoxLayout()
        head.addWidget(self._since, 1)
        head.addWidget(buttons["print"])
        left.addLayout(head)
        left.addWidget(self._loose)
        left.addWidget(self._elsewhere)
        grid = QGridLayout()
        grid.setSpacing(px(12))
        for at, figure in enumerate(self.figures.values()):
            grid.addWidget(figure, at // 2, at % 2)
        left.addLayout(grid)
        form = Card(theme)
        fields = QGridLayout(form)
        fields.setContentsMargins(px(16), px(12), px(16), px(12))
        fields.setSpacing(px(8))
        title = Label(theme, translate("drawer", "Cash in or out"), "body_strong")
        fields.addWidget(title, 0, 0, 1, 2)
        fields.addWidget(self.amount, 1, 0)
        fields.addWidget(self.reason, 1, 1)
        fields.addWidget(buttons["put_in"], 2, 0)
        fields.addWidget(buttons["take_out"], 2, 1)
        for column in (0, 1):
            fields.setColumnStretch(column, 1)
        left.addWidget(form)
        #: At its foot stands what was done, beside the count and not on it.
        self.panel = Panel(theme)
        self.panel.column.addWidget(self.movements)
        self.panel.setMinimumHeight(px(150))
        left.addWidget(self.panel, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(*[px(16)] * 4)
        whole.addWidget(Beside(theme, session, self.count, _COUNT_WIDTH))
        session.setMinimumHeight(0)  # it is no list that could be shorter than its parts


class CountPanel(Card):
    """The sheet, its sum, the difference, and the button that closes the drawer."""

    changed = Signal()

    def __init__(self, context: AppContext, close: ActionButton) -> None:
        super().__init__(context.theme)
        self._format = context.format
        self._expected = 0
        theme, px = context.theme, context.theme.px
        self.sheet = CountSheet(theme, context.format)
        self.counted = Label(theme, "", "title")
        self.difference = Label(theme, "", "body_strong", "text_muted")
        self.note = QLineEdit(maxLength=180)
        self.note.setPlaceholderText(translate("drawer", "Note about the difference, no names"))
        self.note.setAccessibleName(translate("drawer", "Note"))
        self.close_button = close
        column = QVBoxLayout(self)
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.setSpacing(px(8))
        column.addWidget(Label(theme, translate("drawer", "Count at the close"), "body_strong"))
        column.addWidget(self.sheet)
        column.addWidget(self.counted)
        column.addWidget(self.difference)
        column.addWidget(self.note)
        column.addStretch(1)
        column.addWidget(close)
        self.sheet.changed.connect(self._reckon)
        self.sheet.finished.connect(self.note.setFocus)
        self._reckon()

    def show_drawer(self, drawer: Drawer) -> None:
        """What should be there changes with every sale."""
        self._expected = drawer.expected
        self._reckon()

    def clear(self) -> None:
        """For the next session."""
        self.note.setText("")
        self.sheet.clear()

    def verdict(self) -> str:
        """Exact, or how much is missing or too much, in words."""
        difference = self.sheet.sum - self._expected
        money = self._format.money(abs(difference))
        if difference < 0:
            return translate("drawer", "{sum} short").format(sum=money)
        if difference:
            return translate("drawer", "{sum} over").format(sum=money)
        return translate("drawer", "Exact to the rupiah")

    @property
    def is_exact(self) -> bool:
        return self.sheet.sum == self._expected

    def _reckon(self) -> None:
        counted = translate("drawer", "Counted {sum}").format(
            sum=self._format.money(self.sheet.sum)
        )
        self.counted.set_text(counted)
        if self.sheet.is_empty:
            self.difference.set_text(translate("drawer", "Type how many of each note are there."))
            self.difference.set_token("text_muted")
            self.difference.set_icon("")
        elif doubt := self.sheet.doubt:
            self.difference.set_text(doubt)
            self.difference.set_token("on_danger_soft")
            self.difference.set_icon("alert-circle-outline", "on_danger_soft")
        else:
            self.difference.set_text(self.verdict())
            token = "on_ready_soft" if self.is_exact else "on_danger_soft"
            self.difference.set_token(token)
            icon = "check-circle-outline" if self.is_exact else "alert-circle-outline"
            self.difference.set_icon(icon, token)
        self.changed.emit()
