"""The lists of an order's sheet: its lines, its money, its story."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.look.theme import Theme, kept_together
from gui.order_history.order_texts import when_text
from gui.order_history.timeline import Moment, story
from gui.shell.app_context import AppContext
from gui.shell.sign_in.window_lock import permission
from gui.widgets.buttons.button import Button
from gui.widgets.containers.layouts import empty
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import Words
from gui.words.state_words import method_text, paid_text, short_reason_text
from models.journal import rights
from models.orders.ledger import ROUNDING
from models.orders.order_history import LineRow, OrderSheet
from models.stages import Paid, Stage
from models.statistics import margin
from models.statistics.margin import Margin

_RIGHT = Qt.AlignmentFlag.AlignRight


class LineList(QWidget):
    """What was ordered, and what became of it; an open line can be taken off."""

    #: Carries the line that is to be taken off.
    cancelled = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._lines: dict[int, LineRow] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(context.theme.px(8))
        self._grid.setVerticalSpacing(context.theme.px(4))
        self._grid.setColumnStretch(1, 1)

    def show_sheet(self, sheet: OrderSheet) -> None:
        empty(self._grid)
        self._lines = {line.line: line for line in sheet.lines}
        row = 0
        several = sum(1 for line in sheet.lines if line.ordered > line.cancelled) > 1
        for line in sheet.lines:
            self._show_line(row, line, several and sheet.order.stage <= Stage.READY)
            if text := self._fate(line):
                token = "on_danger_soft" if line.cancelled or line.short else "text_muted"
                fate = _wrapped(self._context.theme, text, token)
                self._grid.addWidget(fate, row + 1, 1, 1, 2)
            row += 2

    def _show_line(self, row: int, line: LineRow, removable: bool) -> None:
        theme, words = self._context.theme, self._context.format
        gone = line.cancelled >= line.ordered
        token = "text_faint" if gone else "text"
        quantity = f"{words.quantity(line.ordered)} {line.unit}"
        self._grid.addWidget(Label(theme, quantity, "body_strong", token, align=_RIGHT), row, 0)
        self._grid.addWidget(Label(theme, line.name, "body", token), row, 1)
        total = words.money(line.total)
        self._grid.addWidget(Label(theme, total, "body_strong", token, align=_RIGHT), row, 2)
        if removable and not gone:
            button = Button(theme, "", "close", "quiet")
            button.set_height(28)
            name = self.tr("Take {name} off the order").format(name=line.name)
            button.setAccessibleName(name)
            button.let(*permission("orders.cancel_line"))
            button.setObjectName(str(line.line))
            button.clicked.connect(self._cancel)
            self._grid.addWidget(button, row, 3)

    def _fate(self, line: LineRow) -> str:
        """What is to be said about a line besides its sum."""
        words = self._context.format

        def amount(quantity: int) -> str:
            return f"{words.quantity(quantity)} {line.unit}"

        parts = []
        if 0 < line.sold < line.ordered:
            text = self.tr("{quantity} charged at {price}")
            sold = amount(line.sold)
            parts.append(text.format(quantity=sold, price=words.money(line.price)))
        if line.cancelled:
            parts.append(self.tr("{count} cancelled").format(count=amount(line.cancelled)))
        if line.short:
            reason = short_reason_text(line.short_reason)
            text = self.tr("{count} short, {reason}") if reason else self.tr("{count} short")
            parts.append(text.format(count=amount(line.short), reason=reason))
        if line.returned:
            parts.append(self.tr("{count} came back").format(count=amount(line.returned)))
        if off := line.gross - line.total:
            rate = line.discount.rate
            said = words.rate(rate) if rate else words.money(off)
            parts.append(self.tr("{sum} off").format(sum=said))
        if line.note:
            parts.append(line.note)
        if line.words:
            parts.append(f"\u201c{line.words}\u201d")
        return " \u00b7 ".join(parts)

    def _cancel(self) -> None:
        self.cancelled.emit(self._lines[int(self.sender().objectName())])


class MoneyList(QWidget):
    """From the sum of the lines to what is still due."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(context.theme.px(4))
        self._grid.setColumnStretch(0, 1)
        self._sheet: OrderSheet | None = None

    def show_sheet(self, sheet: OrderSheet) -> None:
        empty(self._grid)
        words, order = self._context.format, sheet.order
        gone = sheet.off_goods_gone
        if off := sheet.discount + gone:
            self._add(self.tr("Subtotal"), words.money(sheet.subtotal))
            word, rate = self.tr("Discount"), sheet.discount_rate
            text = f"{word} {words.rate(rate)}" if rate else word
            self._add(text, words.money(-off))
        if gone:
            self._add(self.tr("Discount on goods not charged"), words.money(gone))
        if sheet.tax:
            text = self.tr("Tax included") if sheet.tax_included else self.tr("Tax")
            self._add(text, words.money(sheet.tax))
        self._add(self.tr("Total"), words.money(order.total), strong=True)
        for payment in sheet.payments:
            name = method_text(payment.method)
            when = when_text(payment.at, words)
            text = self.tr("{method}, {when}")
            if payment.amount < 0 and payment.method != ROUNDING:
                text = self.tr("Given back, {method}, {when}")
            elif payment.tendered > payment.amount:
                text = self.tr("{method} from {tendered}, {when}")
            text = text.format(method=name, when=when, tendered=words.money(payment.tendered))
            self._add(text, words.money(payment.amount))
        due = order.total - order.paid
        if due and order.stage != Stage.CANCELLED:
            text = self.tr("Still to pay") if due > 0 else paid_text(Paid.OVER)
            self._add(text, words.money(abs(due)), strong=True, token="on_warn_soft")
        self._sheet = sheet
        if order.stage != Stage.CANCELLED and rights.may_now("statistics"):
            ask, show = partial(margin.of_order, order.id), partial(self._show_margin, sheet)
            self._context.background.ask(ask, show, owner=self)

    def _show_margin(self, sheet: OrderSheet, earned: Margin) -> None:
        """What the order earned, for who may see the figures; and of what nobody knows it."""
        words = self._context.format
        if sheet is not self._sheet:
            return  # another one is shown by now, or the same order anew
        if earned.profit is not None:
            share = "" if earned.share is None else f" ({words.percent(earned.share)})"
            self._add(self.tr("Gross profit"), words.money(earned.profit) + share)
        if earned.unknown:
            self._add(self.tr("Cost unknown of"), words.money(earned.unknown))

    def _add(self, text: str, amount: str, *, strong: bool = False, token: str = "") -> None:
        theme, row = self._context.theme, self._grid.rowCount()
        role = "row_total" if strong else "second"
        colour = token or ("text" if strong else "text_muted")
        self._grid.addWidget(Label(theme, text, role, colour), row, 0)
        self._grid.addWidget(Label(theme, amount, role, token or "text", align=_RIGHT), row, 1)


class StoryList(QWidget):
    """What happened, oldest first, with a line from step to step."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.theme.px(10))

    def show_sheet(self, sheet: OrderSheet) -> None:
        empty(self._column)
        day = None
        for moment in story(sheet, self._context.format):
            here = self._context.format.day_of(moment.at)
            self._column.addWidget(self._row(moment, dated=here not in (day, sheet.order.day)))
            day = here

    def _row(self, moment: Moment, *, dated: bool) -> QWidget:
        theme, words, px = self._context.theme, self._context.format, self._context.theme.px
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(10))
        when = words.time(moment.at)
        clock = Label(theme, when, "second", "text_faint")
        clock.setFixedWidth(px(40))
        line.addWidget(clock, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(px(2))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        title = Label(theme, moment.title, "second_strong", "text", moment.icon, "text_muted")
        head.addWidget(title, 1)
        who = moment.who
        if dated:
            who = f"{words.near_date(words.day_of(moment.at))} \u00b7 {who}"
        head.addWidget(Label(theme, who, "small", "text_faint", align=_RIGHT))
        texts.addLayout(head)
        if moment.detail:
            texts.addWidget(_wrapped(theme, moment.detail, "text_muted"))
        line.addLayout(texts, 1)
        return row


def _wrapped(theme: Theme, text: str, token: str) -> QLabel:
    """Small words on as many lines as they need."""
    label = Words(kept_together(text), wordWrap=True)
    label.setFont(theme.font("second"))
    label.setStyleSheet(f"color: {theme.hex(token)};")
    return label
