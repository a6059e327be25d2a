"""The order at the left while it is paid: its lines, what was taken off, what is still due."""

from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyleOptionViewItem, QVBoxLayout, QWidget

from gui.look.theme import Theme, text_width
from gui.payment.payable import PaidLine, Payable
from gui.payment.split_payment import SplitPayment
from gui.widgets.containers.card import Card, Line, Panel
from gui.widgets.containers.layouts import empty
from gui.widgets.rows.painted_rows import RowList, RowPainter
from gui.widgets.text.labels import Label
from gui.widgets.text.sums import Amount, BigSum
from gui.widgets.text.text_painting import RIGHT, write
from gui.words.formatting import Formatting
from gui.words.state_words import method_text


class OrderSummary(Panel):
    """Nothing in it can be changed."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme)
        self._theme, self._format = theme, format
        self._title = Label(theme, "", "card_title", "text")
        self._about = Label(theme, "", "second", "text_muted")
        self._list = RowList(SummaryPainter(theme, format), self.tr("Order"), _place_of)
        self._before = Amount(theme, "")
        self._discount = Amount(theme, self.tr("Discount"), "on_warn_soft")
        self._tax = Amount(theme, self.tr("Tax (PPN)"))
        self._paid = Amount(theme, "", "on_ready_soft")
        self._taken = QVBoxLayout()
        self._taken.setSpacing(theme.px(8))
        self._due_words = Label(theme, "", "second_strong", "text_muted")
        self.due = BigSum(theme)
        self.column.addWidget(self._head())
        self.column.addWidget(Line(theme, "border"))
        self.column.addWidget(self._list, 1)
        self.column.addWidget(Line(theme, "border"))
        self.column.addWidget(self._sums())
        self.column.addWidget(Line(theme, "border"))
        self.column.addWidget(self._foot())

    def show_order(self, order: Payable) -> None:
        money = self._format.money
        self._title.set_text(order.title)
        self._about.set_text(order.about)
        self._list.rows.show(order.lines)
        goods = self.tr("Goods out") if order.by_goods else self.tr("Before discount")
        self._before.set_name(goods)
        self._before.show_sum(money(order.before))
        self._before.setVisible(order.off > 0 or order.by_goods)
        word, rate = self.tr("Discount"), order.rate
        self._discount.set_name(f"{word} {self._format.rate(rate)}" if rate else word)
        self._discount.show_sum(money(-order.off))
        self._discount.setVisible(order.off > 0)
        included = self.tr("{sum} included") if order.tax else self.tr("included")
        tax = included if order.tax_included else "{sum}"
        self._tax.show_sum(tax.format(sum=money(order.tax)))
        self._paid.set_name(self.tr("Goods back") if order.by_goods else self.tr("Paid before"))
        self._paid.show_sum(money(-order.paid))
        self._paid.setVisible(order.paid > 0)

    def show_till(self, till: SplitPayment) -> None:
        """What was given so far, and what is left to pay."""
        empty(self._taken)
        for tender in till.taken:
            taken = Amount(self._theme, method_text(tender.method), "on_ready_soft")
            taken.show_sum(self._format.money(-tender.amount))
            self._taken.addWidget(taken)
        if rounding := till.due - till.rest:
            rounded = Amount(self._theme, self.tr("Rounding in cash"))
            rounded.show_sum(self._format.money(rounding))
            self._taken.addWidget(rounded)
        begun = till.taken or not self._paid.isHidden()
        words = self.tr("Still to pay") if begun else self.tr("To be paid")
        self._due_words.set_text(words)
        self.due.show_sum(self._format.money(till.due))

    def _head(self) -> QWidget:
        theme = self._theme
        head = Card(theme, "surface_alt", "surface_alt", 0)
        head.setFixedHeight(theme.px(48))
        row = QHBoxLayout(head)
        row.setContentsMargins(theme.px(16), 0, theme.px(16), 0)
        row.addWidget(self._title, 1)
        self._about.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(self._about)
        return head

    def _sums(self) -> QWidget:
        theme, sums = self._theme, QWidget()
        column = QVBoxLayout(sums)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(8))
        for amount in (self._before, self._discount, self._tax, self._paid):
            column.addWidget(amount)
        column.addLayout(self._taken)
        return sums

    def _foot(self) -> QWidget:
        theme = self._theme
        foot = Card(theme, "surface_alt", "surface_alt", 0)
        column = QVBoxLayout(foot)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(16), theme.px(12))
        column.setSpacing(0)
        column.addWidget(self._due_words)
        column.addWidget(self.due)
        return foot


class SummaryPainter(RowPainter):
    """How many, what, for how much."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme)
        self._format = format

    def text(self, row: Any) -> str:
        quantity = self._format.quantity(row.quantity)
        return f"{quantity} {row.name}, {self._format.money(row.total)}"

    def draw(self, painter: QPainter, option: QStyleOptionViewItem, row: Any, at: int) -> None:
        theme, px, box, line = self.theme, self.theme.px, option.rect, row
        text = theme.color("text")
        number, font = self._format.quantity(line.quantity), theme.letters(14, 700)
        left = max(px(40), px(12) + text_width(font, number))
        quantity = QRect(box.left(), box.top(), left, box.height())
        write(painter, quantity, number, font, text, RIGHT)
        right = QRect(box.left(), box.top(), box.width() - px(16), box.height())
        total = self._format.money(line.total)
        width = write(painter, right, total, theme.font("body_strong"), text, RIGHT)
        left += px(12)
        name = QRect(
            box.left() + left, box.top(), right.width() - left - px(12) - width, box.height()
        )
        write(painter, name, line.name, theme.font("body"), text)


def _place_of(row: PaidLine) -> int:
    return row.at
