"""Taking the money: how, how much, what goes back; one column from the sum to the change."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.desk import Desk
from gui.error_messages import sentence
from gui.exception_desk import guarded
from gui.order_entry.basket import Basket
from gui.order_entry.method_words import COMMANDS, advice, amount_title
from gui.order_entry.payment_pieces import PaymentPieces
from gui.order_entry.till import Till
from gui.printing.habits import habits_of, prints_receipts
from models import payments, preferences
from models.errors import ShopError

translate = QCoreApplication.translate


class PaymentPane(QWidget):
    """Says when the customer has paid; places nothing itself."""

    #: Carries the tenders; they may be less than the total when the rest is paid later. And
    #: whether a receipt is wanted.
    paid = Signal(object, bool)
    closed = Signal()

    def __init__(self, desk: Desk, basket: Basket) -> None:
        super().__init__()
        self._desk, self._basket = desk, basket
        self._till = Till(0)
        self._suggested: list[int] = []
        self._wants_receipt = False
        self._sure_of = 0
        self._actions = {
            id: desk.actions.bind(self, id, handler) for id, handler in self._handlers().items()
        }
        self.pieces = pieces = PaymentPieces(self, desk, self._actions)
        pieces.amount.changed.connect(self._show)
        for key, button in pieces.pad.items():
            button.setProperty("digits", key)
            button.clicked.connect(self._pad)
        basket.changed.connect(self._cart_changed)

    def begin(self) -> None:
        """The customer wants to pay what is in the cart now."""
        unit = preferences.get(preferences.CASH_ROUNDING)
        self._till = Till(self._basket.cart.bill().total, unit)
        self._sure_of = 0
        self._wants_receipt = prints_receipts(self._desk.station)
        self.pieces.qris.look_up()
        self.pieces.receipt.setVisible(bool(habits_of(self._desk.station).way))
        self._choose("cash")
        self.complain(None)
        self.take_focus()

    def take_focus(self) -> None:
        self.pieces.amount.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, error: ShopError | None) -> None:
        """Says above the buttons why the order was not placed; nothing typed is lost."""
        text = sentence(error, self._desk.format) if error else ""
        self.pieces.trouble.set_text(text)
        self.pieces.trouble.setVisible(bool(text))

    # --- keys ------------------------------------------------------------------------------

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to the amount, whatever has the focus."""
        if event.text().isdecimal() or event.key() == Qt.Key.Key_Backspace:
            self.take_focus()
            self.pieces.amount.entry.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pieces.arrange(self.width())

    def _handlers(self) -> dict[str, Callable[[], object]]:
        methods = dict.fromkeys(COMMANDS.values(), self._choose_pressed)
        sums = {f"payment.suggestion_{n}": self._suggestion_pressed for n in range(1, 7)}
        return {
            **methods,
            **sums,
            "payment.part": self._part,
            "payment.print": self._toggle_receipt,
            "payment.take": self._take,
            "payment.back": self._back,
            "order.send": self._send_unpaid,
        }

    def _choose_pressed(self) -> None:
        wanted = self.sender().objectName()
        self._choose(next(m for m, command in COMMANDS.items() if command == wanted))

    def _suggestion_pressed(self) -> None:
        at = int(self.sender().objectName()[-1]) - 1
        if at < len(self._suggested) and self._till.gives_change:
            self.pieces.amount.set_amount(self._suggested[at])
        self.take_focus()

    def _pad(self) -> None:
        digits = str(self.sender().property("digits"))
        if digits:
            self.pieces.amount.press(digits)
        else:
            self.pieces.amount.erase()
        self.take_focus()

    # --- money -----------------------------------------------------------------------------

    def _choose(self, method: str) -> None:
        self._till.method = method
        self.pieces.amount.propose(self._till.due, amount_title(method))
        self._suggested = payments.suggestions(self._till.due) if method == "cash" else []
        self._show()
        self.take_focus()

    def _take(self) -> None:
        """Enter: what its face says."""
        given = self.pieces.amount.amount
        if not self._till.accepts(given):
            return
        if self._till.is_far_too_much(given) and self._sure_of != given:
            self._sure_of = given  # a slip of the finger, or a barcode: asked once
            self._show()
            return
        if self._till.take(given):
            self.paid.emit(self._till.all_taken(), self._wants_receipt)
            if self.isVisible():  # it was not placed: the last part is in hand again
                self._till.give_back()
        else:
            self._choose(self._till.method)

    def _part(self) -> None:
        """S: the next digits are only a part of it; with a part typed, takes it."""
        if self.pieces.amount.is_proposed or self.pieces.amount.amount >= self._till.due:
            self.pieces.amount.empty()
            self.take_focus()
        else:
            self._take()

    def _send_unpaid(self) -> None:
        """F10: what was given so far counts, the rest is paid later."""
        self.paid.emit(self._till.all_taken(), self._wants_receipt)

    def _toggle_receipt(self) -> None:
        """With or without a receipt, this once."""
        self._wants_receipt = not self._wants_receipt
        self._show()
        self.take_focus()

    def _back(self) -> None:
        """Esc takes back the part given last, then closes."""
        if self._till.give_back():
            self._choose(self._till.method)
        else:
            self.closed.emit()

    def _cart_changed(self) -> None:
        """Something was scanned while the customer was paying."""
        if not self.isVisible():
            return
        if not self._basket.cart:
            self.closed.emit()
            return
        self._till.total = self._basket.cart.bill().total
        while self._till.paid > self._till.total:
            self._till.give_back()
        self._choose(self._till.method)

    # --- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        pieces, till = self.pieces, self._till
        given = pieces.amount.amount
        self.complain(None)
        pieces.summary.show_cart(self._basket.cart)
        pieces.summary.show_till(till)
        for method, command in COMMANDS.items():
            pieces.methods[command].setChecked(method == till.method)
        pieces.show_suggestions(self._suggested, till.due, given)
        pieces.receipt.setChecked(self._wants_receipt)
        pieces.change.setVisible(till.gives_change)
        pieces.change.show_change(till.change(given))
        self._show_advice(given)
        text, reason = self._face(given)
        pieces.take.setText(text)
        pieces.take.set_second_line(reason)
        pieces.take.setEnabled(till.accepts(given))

    def _show_advice(self, given: int) -> None:
        """What the cashier does when no cash changes hands; the QR when it is by QRIS."""
        pieces, till = self.pieces, self._till
        wanted = given if till.method == "qris" and till.accepts(given) else 0
        sum_ = self._desk.format.money(given)
        pieces.qris.ask_for(wanted, self.tr("QRIS of {sum}").format(sum=sum_))
        first, second = advice(till.method, pieces.qris.is_set_up)
        pieces.advice.setVisible(not till.gives_change)
        pieces.advice.say(first.format(sum=sum_), second)

    def _face(self, given: int) -> tuple[str, str]:
        """What Enter will do, and if it cannot, why."""
        till, money = self._till, self._desk.format.money
        if till.rest == 0:
            return self.tr("Done, nothing to pay"), ""
        if not till.accepts(given):
            if given == 0:
                return self.tr("Done"), self.tr("Type what the customer gives")
            return self.tr("Done"), self.tr("More than is due, and this way gives no change")
        tender = till.tender(given)
        if tender.amount < till.rest:
            text = self.tr("Take {sum}, {rest} is left")
            return text.format(sum=money(given), rest=money(till.rest - given)), ""
        if not till.gives_change:
            return self.tr("{sum} has arrived").format(sum=money(given)), ""
        if till.is_far_too_much(given):
            text = self.tr("Done, {sum} back").format(sum=money(tender.change))
            if self._sure_of == given:
                return text, self.tr("Press once more if it is right")
            return text, self.tr("Far more than is due")
        if tender.change:
            return self.tr("Done, {sum} back").format(sum=money(tender.change)), ""
        return self.tr("Done, exact sum"), ""
