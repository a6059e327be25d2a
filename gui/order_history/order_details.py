"""Everything about the order that is chosen: its lines, its money, what happened to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.answers.answer import of_order
from gui.answers.copying import copy_answer, copy_in_other_language
from gui.answers.qris_picture import copy_qris
from gui.input.actions import allow
from gui.order_history.commands import OrderCommands
from gui.order_history.detail_lists import LineList, MoneyList, StoryList
from gui.order_history.order_texts import wanted_text
from gui.order_history.refund_forms import CancelForm, Form, LineForm, RefundForm
from gui.order_history.return_form import ReturnForm
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card, Line
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.chip import Chip
from gui.widgets.text.labels import Label
from gui.widgets.text.state_badges import payment_badge, stage_badge
from models import events
from models.errors import NothingToUndo
from models.orders import order_history
from models.orders.order_history import LineRow, OrderRow, OrderSheet
from models.print_spool import PrintRequest
from models.stages import Stage


class OrderDetails(Card):
    """The card at the side, with what can be done to the order at its foot."""

    #: The customer pays what is due; carries the `OrderSheet`.
    pay_asked = Signal(object)

    def __init__(self, context: AppContext, deeds: OrderCommands) -> None:
        super().__init__(context.theme)
        self._context = context
        self._deeds = deeds
        self.sheet: OrderSheet | None = None
        theme = context.theme
        self._number = Label(theme, "", "page_title")
        self._stage = Chip(theme)
        self._payment = Chip(theme)
        self._when = Label(theme, "", "second", "text_muted")
        self._note = Label(theme, "", "second", "text", "note-text-outline", "text_muted")
        self.lines = LineList(context)
        self.lines.cancelled.connect(self._cancel_line)
        self.money = MoneyList(context)
        self.story = StoryList(context)
        self.refund_form = RefundForm(context, deeds)
        self.cancel_form = CancelForm(context, deeds)
        self.line_form = LineForm(context, deeds)
        self.return_form = ReturnForm(context, deeds)
        self._forms: tuple[Form, ...] = (
            self.refund_form, self.cancel_form, self.line_form, self.return_form,
        )  # fmt: skip
        #: The order whose rest is paid or given back as soon as it is shown.
        self.to_settle: int | None = None
        self._lay_out()
        for form in self._forms:
            form.closed.connect(self.close_forms)
            form.reopened.connect(self._reopen)

    def show_sheet(self, sheet: OrderSheet) -> None:
        """Shows an order as it is now."""
        other = self.sheet is None or self.sheet.order.id != sheet.order.id
        self.sheet = sheet
        order, words = sheet.order, self._context.format
        self._number.set_text(words.order_number(order.number))
        self._stage.show_badge(stage_badge(order.stage))
        badge = payment_badge(order.payment, order.stage)
        self._payment.setVisible(badge is not None)
        if badge is not None:
            self._payment.show_badge(badge)
        wanted = "" if order.wanted_at is None else wanted_text(order.wanted_at, words)
        parts = [words.long_date(order.day), words.time(order.placed_at), order.staff, wanted]
        self._when.set_text(" \u00b7 ".join(part for part in parts if part))
        self._note.set_text(order.note)
        self._note.setVisible(bool(order.note))
        self.lines.show_sheet(sheet)
        self.money.show_sheet(sheet)
        self.story.show_sheet(sheet)
        self._offer(sheet)
        if other:
            self.close_forms()
            self._scroll.verticalScrollBar().setValue(0)
        if self.to_settle == order.id:
            self.to_settle = None
            self._settle(order)

    def save_state(self) -> object:
        """The form that is open, what is chosen in it, and the line that it is about."""
        for at, form in enumerate(self._forms):
            if form.isVisibleTo(self):
                return at, form.save_state(), self.line_form.line
        return None

    def restore_state(self, carried: object) -> None:
        """Once the same order is shown."""
        if isinstance(carried, tuple):
            at, chosen, self.line_form.line = carried
            self._open(self._forms[at])
            self._forms[at].restore_state(chosen)

    def change(self) -> None:
        """At the counter, where scanning and typing are at home."""
        if self.sheet is not None:
            self._context.open("order_entry", change=self.sheet.order.id)

    def take_back(self) -> None:
        self._open(self.return_form)

    def print_again(self) -> None:
        """The receipt once more, to be looked at first; it says that it is a copy."""
        if self.sheet is not None:
            self._context.print(PrintRequest("receipt", self.sheet.order.id), preview=True)

    def copy_answer(self) -> None:
        """The text for the customer, as the order is billed now."""
        if self.sheet is not None:
            copy_answer(self._context, of_order(self.sheet))

    def copy_in_other_language(self) -> None:
        if self.sheet is not None:
            copy_in_other_language(self._context, of_order(self.sheet))

    def copy_qris(self) -> None:
        if self.sheet is not None:
            copy_qris(self._context, of_order(self.sheet))

    def show_ticket(self) -> None:
        """What the warehouse picks from when there is no screen at the shelf."""
        if self.sheet is not None:
            self._context.print(PrintRequest("ticket", self.sheet.order.id), preview=True)

    def show_slip(self) -> None:
        """What the last change did; only changes of this order have one."""
        if self.sheet is not None:
            changes = [x.sequence for x in self.sheet.timeline if x.kind in events.COUNTER_CHANGES]
            self._context.print(PrintRequest("change", changes[-1]), preview=True)

    def order_again(self) -> None:
        """Into the cart of the counter, at today's prices."""
        if self.sheet is None:
            return
        again = order_history.reorder(self.sheet.order.id)
        if again.cart:
            self._context.open("order_entry", cart=again.cart)
        if again.left_out:
            names = ", ".join(again.left_out)
            self._context.notice(self.tr("No longer sold: {names}").format(names=names), "info")

    def pay(self) -> None:
        if self.sheet is not None:
            self.close_forms()
            self.pay_asked.emit(self.sheet)

    def refund(self) -> None:
        self._open(self.refund_form)

    def cancel(self) -> None:
        self._open(self.cancel_form)

    def close_forms(self) -> None:
        focus = self.window().focusWidget()
        had_focus = focus is not None and any(form.isAncestorOf(focus) for form in self._forms)
        for form in self._forms:
            form.hide()
        self._buttons.show()
        self._scroll.show()
        if had_focus:
            self._scroll.setFocus()

    # --- inside ----------------------------------------------------------------------------

    def _settle(self, order: OrderRow) -> None:
        """After a change: who has paid pays the rest, or gets back what is too much."""
        if order.paid > order.total:
            self.refund()
        elif 0 < order.paid < order.total:
            self.pay()

    def _offer(self, sheet: OrderSheet) -> None:
        """Only what can be done now has a button; cancelling says what comes before it."""
        order = sheet.order
        open_ = order.stage < Stage.HANDED_OVER
        closed = self.tr("Order {number} is not open any more")
        money_first = self.tr("First give back what was paid on order {number}")
        is_left, nothing_left = bool(of_order(sheet)), self.tr("Nothing is left of order {number}")
        is_due = order.paid < order.total and order.stage != Stage.CANCELLED
        nothing_due = self.tr("Nothing is due on order {number}")
        number = self._context.format.order_number(order.number)
        for command, possible, why_not in (
            ("orders.ticket", open_, closed),
            ("orders.copy", is_left, nothing_left),
            ("orders.copy_other", is_left, nothing_left),
            (
                "orders.slip", any(x.kind in events.COUNTER_CHANGES for x in sheet.timeline),
                self.tr("Order {number} was not changed"),
            ),
            ("orders.pay", is_due, nothing_due),
            ("orders.copy_qris", is_due, nothing_due),
            ("orders.refund", order.paid > 0, self.tr("Nothing is paid on order {number}")),
            ("orders.change", open_, closed),
            (
                "orders.take_back", any(x.handed > x.returned for x in sheet.lines),
                self.tr("The customer has no goods of order {number}"),
            ),
            ("orders.cancel", open_ and order.paid <= 0, money_first if open_ else closed),
        ):  # fmt: skip
            action = self._context.actions.of(self, command)
            allow(action, possible, why_not.format(number=number))
            action.setVisible(possible)
        waits = open_ and order.paid > 0
        cancel = self.all_buttons[-1]
        cancel.action.setVisible(open_)
        cancel.set_second_line(self.tr("First give the money back") if waits else "")
        self._place_buttons()
        if not any(form.isVisible() for form in self._forms):
            self.close_forms()

    def _place_buttons(self) -> None:
        """Two beside each other; cancelling, or an odd one out, has the whole last row."""
        *pairs, cancel = self.all_buttons
        offered = [b for b in pairs if b.action.isVisible()]
        for place, button in enumerate(offered):
            alone = place == len(offered) - 1 and place % 2 == 0
            self._foot.addWidget(button, place // 2, place % 2, 1, 2 if alone else 1)
        self._foot.addWidget(cancel, (len(offered) + 1) // 2, 0, 1, 2)

    def _reopen(self) -> None:
        """A form that was given up, while its order is still the one that is shown."""
        form = self.sender()
        assert isinstance(form, Form)
        if self.sheet is None or form.order is None or self.sheet.order.id != form.order.id:
            raise NothingToUndo()
        self._open(form)

    def _open(self, form: Form) -> None:
        if self.sheet is not None:
            self.close_forms()
            self._buttons.hide()
            # Many lines may come back, and money needs much to be said: they take the room.
            self._scroll.setVisible(form not in (self.return_form, self.refund_form))
            form.show()
            form.start(self.sheet.order)
            form.draft.begin()

    def _cancel_line(self, line: LineRow) -> None:
        self.line_form.line = line
        self._open(self.line_form)

    # --- building --------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme, px = self._context.theme, self._context.theme.px
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(px(16), 0, px(16), px(12))
        column.setSpacing(px(12))
        column.addWidget(self.lines)
        column.addWidget(Line(theme))
        column.addWidget(self.money)
        column.addWidget(Line(theme))
        column.addWidget(Label(theme, self.tr("What happened"), "body_strong"))
        column.addWidget(self.story)
        column.addStretch(1)
        self._scroll = ScrollArea(inside, sideways=False)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.setAccessibleName(self.tr("The chosen order"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(Line(theme))
        whole.addSpacing(px(8))
        whole.addWidget(self._scroll, 1)
        whole.addWidget(Line(theme, "border"))
        self._buttons = QWidget()
        foot = QGridLayout(self._buttons)
        foot.setContentsMargins(px(16), px(12), px(16), px(12))
        foot.setSpacing(px(8))
        for place in (0, 1):
            foot.setColumnStretch(place, 1)
        bind = self._context.actions.bind
        self.all_buttons = [
            # Within its place from the beginning: without one it would be a window of its own.
            ActionButton(theme, bind(self, command, handler), kind, parent=self._buttons)
            for command, handler, kind in (
                ("orders.pay", self.pay, "primary"),
                ("orders.refund", self.refund, "narrow"),
                ("orders.change", self.change, "narrow"),
                ("orders.take_back", self.take_back, "narrow"),
                ("orders.reorder", self.order_again, "narrow"),
                ("orders.print", self.print_again, "narrow"),
                ("orders.copy", self.copy_answer, "narrow"),
                ("orders.cancel", self.cancel, "danger"),
            )
        ]
        bind(self, "orders.ticket", self.show_ticket)
        bind(self, "orders.copy_other", self.copy_in_other_language)
        bind(self, "orders.copy_qris", self.copy_qris)
        bind(self, "orders.slip", self.show_slip)
        for button in self.all_buttons:
            button.set_centred()
        self._foot = foot
        whole.addWidget(self._buttons)
        for form in self._forms:
            form.hide()
            whole.addWidget(form, int(form is self.return_form))

    def _head(self) -> QVBoxLayout:
        px = self._context.theme.px
        head = QVBoxLayout()
        head.setContentsMargins(px(16), px(16), px(16), px(12))
        head.setSpacing(px(6))
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(self._number, 1)
        top.addWidget(self._payment)
        top.addWidget(self._stage)
        head.addLayout(top)
        head.addWidget(self._when)
        head.addWidget(self._note)
        return head
