"""What the cart comes to; the total is the largest thing on the counter."""

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.order_entry.cart.cart_card import cart_count
from gui.widgets.containers.card import Card, Line
from gui.widgets.text.labels import Label
from gui.widgets.text.sums import Amount, BigSum
from gui.words.formatting import Formatting
from gui.words.state_words import ways_text
from models.orders.cart import Cart
from models.orders.ledger import paid_out
from models.orders.returns import Exchange


class TotalPanel(Card):
    """Before the discount, discount, tax, total; a note on the order is shown above them.

    Room is kept for what comes and goes: the buttons below stay where they are. What the goods
    cost before the discount is shown where there is room for it.
    """

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme)
        self._format = format
        self._count = Label(theme, "", "second_strong", "text")
        self._note = Label(theme, "", "second", "text_muted", "note-text-outline")
        self.wanted = Label(theme, "", "second_strong", "on_warn_soft", "calendar-clock")
        self._before = Amount(theme, "")
        self._discount = Amount(theme, self.tr("Discount"), "on_warn_soft")
        self._tax = Amount(theme, "")
        self._total = BigSum(theme)
        self._is_wide = self._is_roomy = False
        about = QWidget()
        about.setFixedHeight(max(x.sizeHint().height() for x in (self._count, self._note)))
        row = QHBoxLayout(about)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self._count)
        row.addWidget(self.wanted)
        row.addWidget(self._note, 1)
        policy = self._discount.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._discount.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(8), theme.px(16), theme.px(8))
        column.setSpacing(theme.px(6))
        for widget in (about, self._before, self._discount, self._tax):
            column.addWidget(widget)
        column.addSpacing(theme.px(2))
        column.addWidget(Line(theme, "border"))
        column.addSpacing(theme.px(2))
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot.setSpacing(theme.px(4))
        self._word = Label(theme, "", "second_strong", "text_muted")
        self._foot.addWidget(self._word)
        self._foot.addWidget(self._total, 1)
        column.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_wide(self, wide: bool, beside: bool) -> None:
        """`beside`: the total has room on the line of its name."""
        self._is_wide = wide
        self._is_roomy = beside
        self._fit_wanted()
        self._total.set_role("total_wide" if wide else "total")
        self._count.setVisible(not wide)
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.LeftToRight if beside else direction.TopToBottom)

    def _fit_wanted(self) -> None:
        """The time is read to its end; how many goods there are, and the note, give way to it."""
        self.wanted.setMinimumWidth(self.wanted.sizeHint().width() if self._is_roomy else 0)

    def _show_exchange(self, due: Exchange) -> None:
        """What goes out for what comes back, and the one difference between them."""
        money, back = self._format.money, paid_out(due.outs)
        rest = due.due - sum(part.amount for part in due.outs) - due.out + due.back
        for amount, name, sum_ in (
            (self._before, self.tr("Goods out"), due.out),
            (self._discount, self.tr("Goods back"), -due.back),
            (self._tax, self.tr("Not paid before"), rest),
        ):
            amount.set_name(name)
            amount.show_sum(money(sum_))
            amount.setVisible(amount is not self._tax or bool(rest))
        if back:  # how, before it is done
            text = self.tr("Goes back: {sum}")
            self._note.set_icon("cash-refund")
            self._note.set_text(text.format(sum=ways_text(due.outs, self._format)))
            self._note.show()
        self._word.set_text(self.tr("To give back") if back else self.tr("To be paid"))
        self._total.show_sum(money(back or due.due))

    def show_cart(self, cart: Cart, exchange: Exchange | None = None) -> None:
        """Money in rupiah; in an exchange, what it comes to."""
        bill, money = cart.bill(), self._format.money
        before = sum(line.gross for line in cart.lines)
        off = before - bill.subtotal + bill.discount
        self._count.set_text(cart_count(cart))
        self._note.set_icon("note-text-outline")
        self._note.set_text(cart.note)
        self._note.setVisible(bool(cart.note))
        wanted = cart.wanted_at
        if wanted is not None:
            time = self._format.time_on_day(wanted)
            self.wanted.set_text(self.tr("For {time}").format(time=time))
        self.wanted.setVisible(wanted is not None)
        self._fit_wanted()
        self._before.set_name(self.tr("Before discount"))
        self._before.show_sum(money(before))
        word, rate = self.tr("Discount"), cart.rate
        self._discount.set_name(f"{word} {self._format.rate(rate)}" if rate else word)
        self._discount.show_sum(money(-off))
        self._before.setVisible(off > 0 and self._is_wide)
        self._discount.setVisible(off > 0)
        included = self.tr("{sum} included") if bill.tax else self.tr("included")
        tax = included if cart.tax_included else "{sum}"
        self._tax.set_name(self.tr("Tax (PPN)"))
        self._tax.show()
        self._tax.show_sum(tax.format(sum=money(bill.tax)))
        self._word.set_text(self.tr("Total"))
        self._total.show_sum(money(bill.total))
        if exchange is not None:
            self._show_exchange(exchange)
