"""Taking the money: how, how much, what goes back; one column from the sum to the change."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from gui.input.actions import allow
from gui.input.held_keys import DeafMoment
from gui.payment.method_texts import advice, amount_title
from gui.payment.payable import Payable
from gui.payment.payment_layout import PaymentLayout
from gui.payment.split_payment import SplitPayment
from gui.payment.till_question import ask_for_till
from gui.printing.print_settings import habits_of, prints_receipts
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.words.error_messages import sentence
from gui.words.state_words import method_text
from models.errors import ShopError
from models.orders import drawer, payments
from models.orders.ledger import CASH
from models.settings import preferences

translate = QCoreApplication.translate


class PaymentPanel(QWidget):
    """Says when the customer has paid; places and stores nothing itself."""

    #: Carries the tenders; they may be less than the total when the rest is paid later. And
    #: whether a receipt is wanted.
    paid = Signal(object, bool)
    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._order = Payable("", "", (), 0, 0, 0, 0, False, 0)
        self.till = SplitPayment(0)
        self._suggested: list[int] = []
        self._wants_receipt = False
        self._sure_of = 0
        self._is_part = False
        self._gives_back = False  # it was asked whether the part taken last goes back
        self._deaf = DeafMoment(self)
        self._actions = {
            id: context.actions.bind(self, id, handler) for id, handler in self._handlers().items()
        }
        self.pieces = pieces = PaymentLayout(self, context, self._actions)
        pieces.methods.chosen.connect(self._choose)
        pieces.amount.changed.connect(self._show)
        pieces.amount.changed.connect(self._deaf.stop)
        pieces.amount.refused.connect(self._not_a_sum)
        for key, button in pieces.pad.items():
            button.setProperty("digits", key)
            button.clicked.connect(self._pad)

    def begin(self, order: Payable) -> None:
        """The customer wants to pay this now."""
        self._order = order
        unit = preferences.get(preferences.CASH_ROUNDING)
        self.till = SplitPayment(order.due, unit)
        self._sure_of = 0
        self._wants_receipt = prints_receipts(self._context.station)
        self.pieces.qris.look_up()
        prints = bool(habits_of(self._context.station).way)
        allow(self._actions["payment.print"], prints, self.tr("No printer was chosen yet"))
        self.pieces.receipt.setVisible(prints)
        self._choose("cash")
        self.complain(None)
        self.take_focus()

    def save_state(self) -> object:
        """What was given so far, and what is being typed."""
        amount = self.pieces.amount
        typed = (amount.amount, amount.is_proposed)
        return self.till, self._is_part, self._wants_receipt, typed

    def restore_state(self, carried: object) -> None:
        """Goes on where the pane before this one was, once it has begun with the same order."""
        assert isinstance(carried, tuple)
        self.till, is_part, self._wants_receipt, typed = carried
        self._choose(self.till.method)
        self._is_part = is_part
        self.pieces.amount.put_back(*typed)

    def amend(self, order: Payable) -> None:
        """Something was scanned while the customer was paying: what was given so far stays, and
        what was typed or chosen is held against the new sum."""
        amount, is_part, due = self.pieces.amount, self._is_part, self.till.due
        given = (amount.amount, amount.is_proposed)
        self._order = order
        self._sure_of = 0
        self.till.total = order.due
        too_much = self.till.remove_surplus()
        self._choose(self.till.method)
        if given != (due, True):
            self._is_part = is_part
            amount.put_back(*given)
        if too_much:
            self.refuse(self._goes_back(too_much))

    def take_focus(self) -> None:
        self.pieces.amount.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def complain(self, error: ShopError | None) -> None:
        """Says above the buttons why the order was not placed; nothing typed is lost."""
        text = sentence(error, self._context.format) if error else ""
        self.pieces.trouble.set_text(text)
        self.pieces.trouble.setVisible(bool(text))
        self._gives_back = False

    # --- keys ------------------------------------------------------------------------------

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits go to the amount, whatever has the focus."""
        if not self.pieces.amount.take_key(event):
            super().keyPressEvent(event)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.pieces.arrange(self.width(), self.height())

    def _handlers(self) -> dict[str, Callable[[], object]]:
        sums = {f"payment.suggestion_{n}": self._suggestion_pressed for n in range(1, 7)}
        return {
            **sums,
            "payment.part": self._part,
            "payment.print": self._toggle_receipt,
            "payment.take": self._take,
            "payment.back": self._back,
            "order.send": self._leave_unpaid,
        }

    def _suggestion_pressed(self) -> None:
        at = int(self.sender().objectName()[-1]) - 1
        if at < len(self._suggested) and self.till.gives_change:
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

    @property
    def listens(self) -> bool:
        """Whether Enter counts by now: the second of two keys takes nothing that nobody read."""
        return self._deaf.is_over

    def _choose(self, method: str) -> None:
        self._deaf.stop()
        self.till.method = method
        self._is_part = False
        self.pieces.amount.propose(self.till.due, amount_title(method))
        self._suggested = payments.suggestions(self.till.due) if method == "cash" else []
        self._show()
        self.take_focus()

    def _take(self) -> None:
        """Enter: what its face says."""
        given = self.pieces.amount.amount
        if not self.listens:
            return
        if why_not := self._why_not(given):
            self.refuse(why_not)
            return
        if self.till.is_far_too_much(given) and self._sure_of != given:
            self._sure_of = given  # a slip of the finger, or a barcode: asked once
            self._show()
            self._deaf.start()
            return
        if (tenders := self.till.paid_with(given)) is not None:
            self._finish(tenders)
        else:
            self.till.take(given)
            self._choose(self.till.method)
            self._deaf.start()

    def _part(self) -> None:
        """S: the next digits are only a part of it; with a part typed, takes it."""
        self._is_part = True
        if self.pieces.amount.is_proposed or self.pieces.amount.amount >= self.till.due:
            self.pieces.amount.empty()
            self.take_focus()
        else:
            self._take()

    def _leave_unpaid(self) -> None:
        """F10: what was given so far counts, the rest is paid later."""
        if self._order.is_placed and not self.till.taken:
            self.closed.emit()
        else:
            self._finish(self.till.all_taken())

    def _finish(self, tenders: tuple[payments.Tender, ...]) -> None:
        """It is paid as far as it is to be; no customer waits while a till is opened."""
        cash = sum(tender.taken for tender in tenders if tender.method == CASH)
        odd = drawer.doubt(cash)
        self.paid.emit(tenders, self._wants_receipt)
        ask_for_till(self._context, odd)

    def _toggle_receipt(self) -> None:
        """With or without a receipt, this once."""
        self._wants_receipt = not self._wants_receipt
        self._show()
        self.take_focus()

    def _back(self) -> None:
        """Esc clears what was typed, gives back the part taken last once it was asked, closes."""
        if not self.pieces.amount.is_proposed:
            self._choose(self.till.method)
        elif not self.till.taken:
            self.closed.emit()
        elif not self._gives_back:
            self.refuse(self._ask_to_give_back())
            self._gives_back = True
            self._deaf.start()
        elif self.listens:
            self.till.remove_last()
            self._choose(self.till.method)

    def _ask_to_give_back(self) -> str:
        last = self.till.taken[-1]
        text = self.tr("{key} once more gives {sum} ({method}) back to the customer")
        return text.format(
            key=self._context.actions.key("payment.back"),
            sum=self._context.format.money(last.taken),
            method=method_text(last.method),
        )

    def _goes_back(self, tenders: Sequence[payments.Tender]) -> str:
        sum_ = self._context.format.money(sum(tender.taken for tender in tenders))
        return self.tr("{sum} that was taken goes back to the customer").format(sum=sum_)

    def give_up(self) -> None:
        """Something else is done: nothing is paid, and what was taken so far is told."""
        if self.till.taken:
            self._context.notice(self._goes_back(self.till.taken))
        self.closed.emit()

    # --- showing ---------------------------------------------------------------------------

    def _show(self) -> None:
        pieces, till = self.pieces, self.till
        given = pieces.amount.amount
        self.complain(None)
        pieces.summary.show_order(self._order)
        pieces.summary.show_till(till)
        pieces.methods.choose(till.method)
        pieces.show_suggestions(self._suggested, till.due, given)
        pieces.receipt.setChecked(self._wants_receipt)
        pieces.change.setVisible(till.gives_change)
        pieces.change.show_change(till.change(given), till.missing(given))
        self._show_advice(given)
        text, reason = self._face(given)
        pieces.take.setText(text)
        pieces.take.set_second_line(reason)
        pieces.take.setEnabled(not self._why_not(given))
        self._show_send()

    def _show_send(self) -> None:
        """A placed order is not sent any more: it waits for its money."""
        send = self._actions["order.send"]
        text, icon = self._context.actions.text("order.send"), str(send.property("icon_name"))
        if self._order.is_placed:
            rest, all_ = self.tr("Leave the rest unpaid"), self.tr("Leave unpaid")
            text, icon = rest if self.till.taken else all_, "cash-clock"
        send.setText(text)
        self.pieces.send.set_icon(icon)

    def _why_not(self, given: int) -> str:
        """Why Enter does not take this sum; empty when it does."""
        till, money = self.till, self._context.format.money
        if till.rest == 0:
            return ""
        if not till.accepts(given):
            if given == 0:
                return self.tr("Type what the customer gives")
            return self.tr("More than is due, and this way gives no change")
        if till.missing(given) and not self._is_part:
            text = self.tr("{rest} is missing. {key} takes it as a part")
            key = self._context.actions.key("payment.part")
            return text.format(rest=money(till.missing(given)), key=key)
        return ""

    def refuse(self, why: str) -> None:
        """Said above the buttons, and heard."""
        self.pieces.trouble.set_text(why)
        self.pieces.trouble.show()
        self._gives_back = False
        QApplication.beep()

    def _not_a_sum(self) -> None:
        self.refuse(self.tr("Only digits count here"))

    def _show_advice(self, given: int) -> None:
        """What the cashier does when no cash changes hands; the QR when it is by QRIS."""
        pieces, till = self.pieces, self.till
        wanted = given if till.method == "qris" and till.accepts(given) else 0
        sum_ = self._context.format.money(given)
        pieces.qris.ask_for(wanted, self.tr("QRIS of {sum}").format(sum=sum_))
        first, second = advice(till.method, pieces.qris.is_set_up)
        if not till.accepts(given):  # nobody is told to pay what is not taken
            first, second = self._why_not(given), ""
        pieces.advice.setVisible(not till.gives_change)
        pieces.advice.say(first.format(sum=sum_), second)

    def _face(self, given: int) -> tuple[str, str]:
        """What Enter will do, and if it cannot, why."""
        till, money = self.till, self._context.format.money
        if till.rest == 0:
            return self.tr("Done, nothing to pay"), ""
        if why_not := self._why_not(given):
            return self.tr("Done"), why_not
        tender = till.tender(given)
        if tender.amount < till.rest:
            text = self.tr("Take {sum}, {rest} is left")
            return text.format(sum=money(given), rest=money(till.missing(given))), ""
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
