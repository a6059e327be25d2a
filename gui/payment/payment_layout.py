"""Where the pieces of the payment stand."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.look.theme import Theme
from gui.payment.amount_field import AmountField
from gui.payment.change_panel import ChangePanel
from gui.payment.method_buttons import MethodButtons
from gui.payment.order_summary import OrderSummary
from gui.payment.qris_code import QrisCode
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words

translate = QCoreApplication.translate

FLAT, LOW, LOWEST = 780, 620, 520  # px at 100 %: less than these high
PAD = ("7", "8", "9", "4", "5", "6", "1", "2", "3", "00", "0", "")


class PaymentLayout:
    """Builds and places them; `actions` are the pane's commands."""

    def __init__(self, pane: QWidget, context: AppContext, actions: dict[str, QAction]) -> None:
        self._theme, self._format = context.theme, context.format
        self._actions = actions
        self._suggested, self._most = 0, 6
        theme = context.theme
        self.summary = OrderSummary(theme, context.format)
        self.methods = MethodButtons(context, pane)
        self.amount = AmountField(theme, context.format)
        self.sums = [self._sum_button(n, context) for n in range(1, 7)]
        self.change = ChangePanel(theme, context.format)
        self.advice = Advice(theme)
        self.qris = QrisCode(theme)
        self.part = ActionButton(theme, actions["payment.part"])
        self.send = ActionButton(theme, actions["order.send"])
        self.receipt = ActionButton(theme, actions["payment.print"])
        self.receipt.setCheckable(True)
        self.trouble = Label(theme, "", "body_strong", "on_danger_soft", "alert-circle-outline")
        kept = self.trouble.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # what is refused moves no button
        self.trouble.setSizePolicy(kept)
        self.back = ActionButton(theme, actions["payment.back"])
        self.take = Button(theme, "", "check-bold", "pay", context.actions.key("payment.take"))
        self.take.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.take.clicked.connect(actions["payment.take"].trigger)
        self.pad = {key: self._pad_button(key) for key in PAD}
        self._lay_out(pane)

    def arrange(self, width: int, height: int) -> None:
        """The pane has this size now: the touch pad goes first, then the order at the left; where
        it is low, all is less high, and at last three sums to choose from are enough."""
        px = self._theme.px
        self.summary.setFixedWidth(max(px(368), width * 26 // 100))
        self.summary.setVisible(width >= px(940))
        self._pad.setFixedWidth(max(px(264), width * 20 // 100))
        self._pad.setVisible(width >= px(1200))
        room = width - 4 * px(16) - self.summary.width() - self._pad.width()
        is_low = height < px(LOW)
        self._press(is_low)
        self._most = 3 if height < px(LOWEST) else len(self.sums)
        self._arrange_sums(3 if is_low or (height < px(FLAT) and room >= px(600)) else 2)
        self._offer()

    def _press(self, is_low: bool) -> None:
        """Less high, so that nothing scrolls away."""
        px = self._theme.px
        for layout in (self._right, self._column):
            layout.setSpacing(px(8 if is_low else 12))
        self.methods.set_height(44 if is_low else 56)
        self.amount.set_digits(24 if is_low else 42)
        self.change.set_low(is_low)
        self.qris.set_small(is_low)
        for button in self.sums:
            button.set_height(48 if is_low else 64)
        for button in (self.part, self.receipt, self.send):
            button.set_height(40 if is_low else 48)
        for button in (self.back, self.take):
            button.set_height(52 if is_low else 64)

    def _arrange_sums(self, columns: int) -> None:
        for at, button in enumerate(self.sums):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, at // columns, at % columns)
        for column in range(3):
            self._grid.setColumnStretch(column, column < columns)
        rows = self._most // columns
        self._sums.setMaximumHeight(rows * self._theme.px(96) + (rows - 1) * self._theme.px(8))

    def _offer(self) -> None:
        for at, button in enumerate(self.sums):
            button.setVisible(at < min(self._suggested, self._most))

    def show_suggestions(self, sums: Sequence[int], due: int, given: int) -> None:
        """The buttons say what goes back for each sum."""
        self._suggested = len(sums)
        self._sums.setVisible(bool(sums))
        self._offer()
        for sum_, button in zip(sums, self.sums, strict=False):
            button.setText(self._format.money(sum_))
            button.setChecked(sum_ == given)
            back = translate("payment", "{sum} back")
            button.set_second_line(
                back.format(sum=self._format.money(sum_ - due))
                if sum_ > due
                else translate("payment", "exact sum")
            )

    # --- building --------------------------------------------------------------------------

    def _sum_button(self, number: int, context: AppContext) -> Button:
        id = f"payment.suggestion_{number}"
        button = Button(self._theme, "", "", "sum", context.actions.key(id))
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        button.setMaximumHeight(self._theme.px(96))
        button.clicked.connect(self._actions[id].trigger)
        return button

    def _pad_button(self, key: str) -> Button:
        button = Button(self._theme, key, "" if key else "backspace-outline", "keypad")
        button.set_centred()
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if not key:
            button.setAccessibleName(translate("payment", "Erase one digit"))
        return button

    def _lay_out(self, pane: QWidget) -> None:
        px = self._theme.px
        row = QHBoxLayout(pane)
        row.setContentsMargins(*[px(16)] * 4)
        row.setSpacing(px(16))
        row.addWidget(self.summary)
        right = self._right = QVBoxLayout()
        row.addLayout(right, 1)
        right.addWidget(self.methods)
        middle = QHBoxLayout()
        middle.setSpacing(px(16))
        middle.addWidget(self._money(), 1)
        middle.addWidget(self._touch_pad())
        right.addLayout(middle, 1)
        ways = QHBoxLayout()
        ways.setSpacing(px(8))
        for button in (self.part, self.receipt, self.send):
            ways.addWidget(button, button.sizeHint().width())
        right.addLayout(ways)
        right.addWidget(self.trouble)
        foot = QHBoxLayout()
        foot.setSpacing(px(12))
        foot.addWidget(self.back, 1)
        foot.addWidget(self.take, 4)
        right.addLayout(foot)

    def _money(self) -> QWidget:
        """From the sum to the change; scrolls where text is very large."""
        px = self._theme.px
        content = QWidget()
        column = self._column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        self._sums = QWidget()
        self._grid = QGridLayout(self._sums)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(8))
        self._arrange_sums(2)
        column.addWidget(self.amount)
        column.addWidget(self._sums, 100)
        told_here = QWidget()
        told = QHBoxLayout(told_here)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(px(12))
        told.addWidget(self.qris)
        for panel in (self.change, self.advice):
            panel.setMaximumHeight(px(256))
            told.addWidget(panel, 1)
        column.addWidget(told_here, 100)
        column.addStretch(1)
        return ScrollArea(content, sideways=False)

    def _touch_pad(self) -> QWidget:
        self._pad = QWidget()
        grid = QGridLayout(self._pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._theme.px(8))
        for at, button in enumerate(self.pad.values()):
            grid.addWidget(button, at // 3, at % 3)
        return self._pad


class Advice(Card):
    """What the cashier does when no cash changes hands; the program cannot see the money."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "info_soft", "info_soft", 10)
        self._first = self._line(theme, "title")
        self._second = self._line(theme, "body")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(20)] * 4)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        column.addWidget(self._first)
        column.addWidget(self._second)
        column.addStretch(1)

    def say(self, first: str, second: str) -> None:
        self._first.setText(first)
        self._second.setText(second)
        self.setAccessibleName(f"{first} {second}")

    def _line(self, theme: Theme, role: str) -> QLabel:
        label = Words(wordWrap=True)
        label.setFont(theme.font(role))
        label.setStyleSheet(f"color: {theme.hex('on_info_soft')};")
        return label
