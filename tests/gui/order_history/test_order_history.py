"""Any order is found again and told from beginning to end; what can still be done is done."""

import gc
import threading
import weakref
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import text_width
from gui.order_history.page import OrderHistoryPage
from gui.order_history.timeline import story
from gui.payment.payment_panel import PaymentPanel
from gui.runtime.background import Background
from gui.shell.app_context import AppContext
from gui.widgets.rows.rows import PAD
from gui.widgets.text.labels import Label
from gui.widgets.text.state_badges import payment_badge
from models import session
from models.amounts import Discount
from models.catalogue import catalogue, stock
from models.errors import BrokenCheckDigit, ConnectionLost, TextMissing, UnknownCode
from models.fulfilment import fulfilment, questions
from models.journal import journal
from models.orders import (
    drawer,
    order_changes,
    order_history,
    orders,
    payments,
    returns,
    tickets,
)
from models.orders.order_filter import OrderFilter
from models.orders.order_history import Search, find
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.orders.returns import OpenedExchange
from models.past_sales import past_sales
from models.print_spool import PrintRequest
from models.session import Request
from models.settings import preferences, staff
from models.shop.opening import Shop
from models.shop.undo import undo
from models.stages import Paid, Stage
from models.statistics import statistics
from models.storage.database import transaction
from tests.conftest import SetClock
from tests.gui.conftest import Said
from tests.gui.keys_in_time import key_of
from tests.readable import Item, a_product, an_order, at_station, cart_of, order_row, pcs

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def has_room(button: QAbstractButton) -> bool:
    """Whether it is laid out: until then a click meets nothing."""
    return not button.rect().isEmpty()


class Clerk:
    """Who looks something up."""

    def __init__(self, window: OrderHistoryPage, context: AppContext, qtbot: QtBot) -> None:
        self.window = window
        self.context = context
        self.qtbot = qtbot
        self.table = window.table

    def hear(self) -> None:
        self.context.feed.read()
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        window = self.window
        timers = (window.search_pause, window.following.pause)
        return not window.refresher.stale and not any(timer.isActive() for timer in timers)

    @property
    def numbers(self) -> list[str]:
        model = self.table.orders
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    def says(self, text: str) -> bool:
        """Whether the sheet says this."""
        return text in self.sheet

    def look_for(self, text: str) -> None:
        self.window.go_to_search()
        QTest.keyClicks(self.window.search.field, text)
        self.hear()

    def choose(self, order_id: int) -> None:
        self.window.opened(order_id=order_id)
        self.hear()

    @property
    def payment(self) -> PaymentPanel:
        return self.window.paying.pane

    @property
    def amount(self) -> int:
        """The sum that stands in the panel, in rupiah."""
        return self.payment.pieces.amount.amount

    def keys(self, *names: str) -> None:
        """`F9`, `Return`, `c`: where the focus is."""
        for name in names:
            QTest.keyClick(self.window.focusWidget() or self.window, key_of(name).key())
            self.hear()

    def press(self, name: str) -> None:
        for button in self.window.findChildren(QAbstractButton):
            if name in (button.text(), button.accessibleName()) and button.isVisible():
                self.qtbot.waitUntil(partial(has_room, button))
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return self.hear()
        raise AssertionError(f"no button {name}")

    @property
    def offers(self) -> list[str]:
        """What can be done to the order now."""
        return [button.text() for button in self.window.sheet.all_buttons if button.isVisible()]

    @property
    def sheet(self) -> str:
        """Everything the sheet says."""
        sheet = self.window.sheet
        widgets: list[Label | QLabel] = [*sheet.findChildren(Label), *sheet.findChildren(QLabel)]
        return "\n".join(widget.text() for widget in widgets if widget.isVisible())


@pytest.fixture
def clerk(context: AppContext, clock: SetClock, qtbot: QtBot) -> Clerk:
    window = OrderHistoryPage(context)
    qtbot.addWidget(window)
    QAbstractItemModelTester(window.table.orders, window)
    window.resize(1366, 720)
    window.show()
    clerk = Clerk(window, context, qtbot)
    clerk.hear()
    return clerk


# --- finding -------------------------------------------------------------------------------


def test_a_shop_without_orders_says_what_will_stand_here(clerk: Clerk) -> None:
    assert clerk.window.empty.accessibleName().startswith("No order has been placed yet")


def test_a_new_order_appears_on_top(clerk: Clerk) -> None:
    product = a_product("Beras", 70_000)
    for expected in (["001"], ["002", "001"]):
        an_order(product)
        clerk.hear()
        assert clerk.numbers == expected


@pytest.mark.parametrize("size", [(1366, 720), (1280, 640)])
def test_a_past_sale_stands_below_with_its_year(
    clerk: Clerk, tmp_path: Path, size: tuple[int, int]
) -> None:
    clerk.window.resize(*size)
    an_order(a_product("Teh", sku="A1"))
    path = tmp_path / "sales.csv"
    path.write_text("date,order,product,quantity,price\n2024-11-20 16:45,7,Teh,1,5000\n")
    past_sales.run(path, past_sales.reading())
    clerk.hear()
    table, placed = clerk.table, clerk.table.columnWidth(1)
    texts = [str(table.orders.index(row, 1).data()) for row in (0, 1)]
    assert texts[0].startswith("9 Mar ")
    assert "2026" not in texts[0]
    assert texts[1] == "20 Nov 2024 16:45"
    font = table.theme.font("body")
    assert text_width(font, texts[1]) + 2 * table.theme.px(PAD) <= placed, "all of it is seen"


def goods_come_back(clerk: Clerk, *goods: Item, paid: list[Tender]) -> PlacedOrder:
    """It was handed over, and its customer stands there with some of it."""
    order = an_order(*goods, tenders=paid)
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    clerk.choose(order.id)
    clerk.press("Take goods back")
    return order


@pytest.mark.parametrize("text", ["2", "002", "#2"])
def test_an_order_is_found_by_its_number(clerk: Clerk, text: str) -> None:
    product = a_product()
    for _ in range(3):
        an_order(product)
    clerk.look_for(text)
    assert clerk.numbers == ["002"]


def test_an_order_is_found_by_what_was_in_it(clerk: Clerk) -> None:
    rice, tea = a_product("Beras"), a_product("Teh Botol", barcodes=["8991002101630"])
    an_order(rice)
    an_order(tea)
    for text in ("botol", "8991002101630"):
        clerk.window.search.field.clear()
        clerk.look_for(text)
        assert clerk.numbers == ["002"]
    clerk.look_for("zzz")
    assert clerk.window.empty.accessibleName().startswith("No matching orders")
    with transaction():
        preferences.write(preferences.DETAIL_FROM, 20200101)
    clerk.look_for("z")
    assert "Of days before 1 Jan 2020 only the sums are kept" in clerk.window.empty.accessibleName()


def test_a_scanned_label_finds_its_orders(clerk: Clerk) -> None:
    an_order(a_product("Teh", barcodes=["8991002101630"]))
    an_order(a_product("Beras"))
    clerk.window.scanned("8991002101630")
    clerk.hear()
    assert clerk.numbers == ["001"]
    clerk.window.scanned("]C1010899100210163010LOT7")
    clerk.hear()
    assert clerk.numbers == ["001"]
    with pytest.raises(UnknownCode):
        clerk.window.scanned("8990000")
    with pytest.raises(BrokenCheckDigit):
        clerk.window.scanned("8991002101631")
    assert clerk.numbers == ["001"], "what nobody knows changes nothing"


def test_states_are_filters(clerk: Clerk) -> None:
    product = a_product(price=10_000)
    waiting, gone, paid = (an_order(product) for _ in range(3))
    orders.cancel(gone.id)
    payments.pay(paid.id, Tender("cash", 10_000))
    clerk.hear()
    for name, expected in (
        ("Open", ["003", "001"]), ("Cancelled", ["002"]), ("Unpaid", ["001"]),
        ("Handed over", []), ("All", ["003", "002", "001"]),
    ):  # fmt: skip
        clerk.press(name)
        assert clerk.numbers == expected
    assert waiting.number == 1


def test_other_days_are_not_those_of_the_figure_one_came_from(
    clerk: Clerk, clock: SetClock
) -> None:
    product = a_product()
    for day in (1, 9):
        clock.set(2026, 3, day, 12)
        an_order(product)
    first = date(2026, 3, 1)
    figure = Search(first_day=first, last_day=first, order_filter=OrderFilter())
    clerk.window.opened(search=figure, about="1 Mar 2026")
    clerk.hear()
    assert clerk.window.behind.isVisible()
    clerk.press("Today")
    assert not clerk.window.behind.isVisible()


def test_days_are_chosen_or_come_from_the_statistics(clerk: Clerk, clock: SetClock) -> None:
    product = a_product()
    for day in (1, 8, 9):
        clock.set(2026, 3, day, 12)
        an_order(product)
    clerk.hear()
    clerk.press("Today")
    assert clerk.numbers == ["003"]  # those of the other days are still open
    clerk.press("7 days")
    assert len(clerk.numbers) == 2
    clerk.window.opened(first_day=date(2026, 3, 1), last_day=date(2026, 3, 8))
    clerk.hear()
    assert len(clerk.numbers) == 2
    assert clerk.window.days.first.isVisible()
    clerk.press("All days")
    assert len(clerk.numbers) == 3


def test_after_midnight_today_is_a_day_that_can_be_typed(clerk: Clerk, clock: SetClock) -> None:
    clock.set(2026, 3, 9, 22)
    clerk.press("Choose")
    clock.set(2026, 3, 10, 8)
    an_order(a_product())
    last = clerk.window.days.last
    last.setFocus()
    QTest.keyClicks(last, "today")
    QTest.keyClick(last, Key.Key_Return)
    clerk.hear()
    assert last.text() == "10 Mar 2026"
    assert clerk.numbers == ["001"]


def test_older_orders_are_read_when_one_scrolls_to_them(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.order_history.page.PAGE", 20)
    product = a_product()
    for _ in range(45):
        an_order(product)
    clerk.hear()
    assert len(clerk.numbers) == 20
    for _ in range(3):
        clerk.table.scrollToBottom()
    assert clerk.numbers == [f"{number:03d}" for number in range(45, 0, -1)]


# --- one order -----------------------------------------------------------------------------


def test_the_sheet_tells_what_was_ordered_paid_and_done(clerk: Clerk) -> None:
    order = an_order((a_product("Beras 5 kg", 70_000), pcs(2)))
    payments.pay(order.id, Tender("cash", 140_000, 150_000))
    with at_station("Gudang"):
        fulfilment.pick(order.id, 1)
        fulfilment.hand_over(order.id)
    clerk.choose(order.id)
    for words in ("2 pcs", "Beras 5 kg", "Rp140.000", "Cash from Rp150.000", "Gudang"):
        clerk.qtbot.waitUntil(partial(clerk.says, words))
    titles = [moment.title for moment in story(order_history.sheet(order.id), clerk.context.format)]
    assert titles == ["Ordered", "Payment received", "Picked", "Handed over"]


def test_the_history_says_who_approved(clerk: Clerk) -> None:
    soap = a_product("Sabun")
    with session.acting_for(Request("Kasir 1", "K1", approved_by="P1", is_approved=True)):
        order = an_order(soap)
    told = story(order_history.sheet(order.id), clerk.context.format)[0]
    assert told.detail.endswith(", approved by P1")
    assert told.who == "Kasir 1 \u00b7 K1"


def test_lines_picked_one_after_the_other_are_one_moment(clerk: Clerk) -> None:
    order = an_order(a_product("Beras"), a_product("Teh"), a_product("Gula"))
    for line in (1, 2, 3):
        fulfilment.pick(order.id, line)
    moments = story(order_history.sheet(order.id), clerk.context.format)
    assert [moment.title for moment in moments] == ["Ordered", "Picked"]
    assert moments[1].detail == "1 pcs Beras, 1 pcs Teh, 1 pcs Gula"


@pytest.mark.parametrize("kind", ["claim", "short", "rush", "cancel_line", "unpick", "refund"])
def test_every_step_is_told_in_words(clerk: Clerk, kind: str) -> None:
    order = an_order((a_product("Beras", 5_000), pcs(3)), a_product("Teh"), tenders=())
    payments.pay(order.id, Tender("cash", 1_000))
    fulfilment.pick(order.id, 1, pcs(1))
    deeds: dict[str, Any] = {
        "claim": lambda: fulfilment.claim(order.id),
        "short": lambda: fulfilment.short(order.id, 1, reason="damaged", on_shelf=0),
        "rush": lambda: fulfilment.rush(order.id),
        "cancel_line": lambda: orders.cancel_line(order.id, 2),
        "unpick": lambda: fulfilment.unpick(order.id, 1),
        "refund": lambda: payments.refund(order.id, 500, "cash").value,
    }
    deeds[kind]()
    last = story(order_history.sheet(order.id), clerk.context.format)[-1]
    expected = {
        "claim": ("Claimed", ""),
        "short": ("Short", "2 pcs Beras (damaged)"),
        "rush": ("Rush", ""),
        "cancel_line": ("Changed", "\u22121 pcs Teh"),
        "unpick": ("Put down again", "1 pcs Beras"),
        "refund": ("Money given back", "\u2212Rp500 Cash"),
    }[kind]
    if kind == "claim":  # picking had claimed it already
        assert last.title in ("Claimed", "Picked")
    else:
        assert (last.title, last.detail) == expected


def test_a_product_sent_instead_is_told_with_its_amount(clerk: Clerk) -> None:
    order = an_order((a_product("Beras", 5_000), pcs(3)))
    tea = cart_of((a_product("Teh"), pcs(2))).lines[0]
    questions.ask(order.id, 1, reason="sold_out")
    questions.answer(order.id, 1, "substitute", tea)
    last = story(order_history.sheet(order.id), clerk.context.format)[-1]
    assert last.detail == "Another product instead (Beras), +2 pcs Teh"


def test_why_goods_and_money_went_back_is_told(clerk: Clerk) -> None:
    order = an_order((a_product("Beras", 5_000), pcs(3)))
    payments.pay(order.id, Tender("cash", 15_000))
    fulfilment.pick(order.id, 1)
    fulfilment.hand_over(order.id)
    returns.return_goods(order.id, {1: pcs(2)}, note="torn")
    undo(journal.for_order(order.id)[-1].sequence)
    told = [moment.detail for moment in story(order_history.sheet(order.id), clerk.context.format)]
    assert told[-2:] == [
        "2 pcs Beras, torn, \u2212Rp10.000 Cash", "Goods came back, Rp10.000 Cash"
    ]  # fmt: skip


def test_only_what_can_be_done_has_a_button(clerk: Clerk) -> None:
    order = an_order(a_product(price=10_000))
    clerk.choose(order.id)
    always = ["Order again", "Reprint", "Copy as text"]
    assert clerk.offers == ["Pay", "Change", *always, "Cancel the order"]
    payments.pay(order.id, Tender("cash", 10_000))
    clerk.hear()
    assert clerk.offers == ["Refund", "Change", *always, "Cancel the order"]
    cancel = clerk.window.sheet.all_buttons[-1]
    assert not cancel.isEnabled()
    assert "First give the money back" in cancel.accessibleName()
    clerk.press("Refund")
    clerk.keys("Return")
    assert cancel.isEnabled()
    assert cancel.accessibleName() == "Cancel the order"
    payments.pay(order.id, Tender("cash", 10_000))
    clerk.hear()
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    clerk.hear()
    assert clerk.offers == ["Refund", "Take goods back", *always]


def test_an_unpaid_order_is_paid_with_change(clerk: Clerk, said: Said) -> None:
    order = an_order(a_product(price=8_500))
    clerk.choose(order.id)
    clerk.keys("F9")
    assert clerk.amount == 8_500
    clerk.keys("c", "1", "0", "0", "0", "0")
    assert clerk.payment.pieces.change.accessibleName() == "Change Rp1.500"
    clerk.keys("Return")
    assert order_row(order.id)["paid"] == 8_500
    assert not clerk.payment.isVisible()
    assert clerk.table.isVisible()
    assert said.deeds == ["Order 001: Rp8.500 received, give back Rp1.500"]
    undo = said.undos[0]
    assert undo is not None
    undo()
    assert order_row(order.id)["paid"] == 0


def test_what_is_paid_later_is_paid_in_parts_and_by_every_way(clerk: Clerk, said: Said) -> None:
    order = an_order(a_product(price=8_500), tenders=[Tender("cash", 500)])
    clerk.choose(order.id)
    clerk.keys("F9", "q", "5", "0", "0", "0")
    clerk.keys("Return", "Return")
    assert order_row(order.id)["paid"] == 500, "less than is due is a part when that is said"
    clerk.keys("s", "d", "Return")
    paid = [(x.method, x.amount) for x in order_history.sheet(order.id).payments]
    assert paid == [("cash", 500), ("qris", 5_000), ("card", 3_000)]
    assert said.deeds == ["Order 001: Rp8.000 received, QRIS, Debit"]
    undo = said.undos[0]
    assert undo is not None
    undo()
    assert order_row(order.id)["paid"] == 500


def test_the_second_of_two_enters_does_not_take_the_rest_of_an_order(clerk: Clerk) -> None:
    order = an_order(a_product(price=8_500))
    clerk.choose(order.id)
    clerk.keys("F9", "s", "5", "0", "0", "0", "Return", "Return")
    assert clerk.payment.isVisible()
    assert (clerk.amount, order_row(order.id)["paid"]) == (3_500, 0)


def test_keys_in_a_burst_pay_once(clerk: Clerk) -> None:
    order = an_order(a_product(price=8_500))
    clerk.choose(order.id)
    for name in ("F9", "Return", "Return", "Enter", "F9", "Return"):
        QTest.keyClick(clerk.window.focusWidget() or clerk.window, key_of(name).key())
    clerk.hear()
    assert [x.amount for x in order_history.sheet(order.id).payments] == [8_500]


@pytest.mark.parametrize("pasted", ["x" * 1_000_000, "7" * 1_000_000])
def test_a_megabyte_is_pasted_into_every_field(clerk: Clerk, pasted: str) -> None:
    QApplication.clipboard().setText(pasted)
    order = an_order(a_product(price=8_500), tenders=[Tender("cash", 8_500)])
    clerk.choose(order.id)
    clerk.window.sheet.refund()
    QTest.keyClick(clerk.window.sheet.refund_form.amount.entry, Key.Key_V, CTRL)
    assert clerk.window.sheet.refund_form.amount.amount == 8_500
    QTest.keyClick(clerk.window.sheet.refund_form.note, Key.Key_V, CTRL)
    assert len(clerk.window.sheet.refund_form.note.text()) == 200
    QTest.keyClick(clerk.window.search.field, Key.Key_V, CTRL)
    clerk.hear()
    assert clerk.numbers == []
    QApplication.clipboard().clear()


def test_an_order_that_is_placed_is_paid_in_part_or_stays_unpaid(clerk: Clerk) -> None:
    order = an_order(a_product(price=8_500))
    clerk.choose(order.id)
    clerk.keys("F9")
    leave = clerk.payment.pieces.send
    assert leave.text() == "Leave unpaid"
    QTest.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert not clerk.payment.isVisible()
    assert order_row(order.id)["paid"] == 0, "nothing was given: there is nothing to take"
    clerk.keys("F9", "5", "0", "0", "0", "s")
    assert leave.text() == "Leave the rest unpaid"
    named = [button.accessibleName() for button in clerk.payment.findChildren(QAbstractButton)]
    assert not any("send" in name.lower() for name in named)
    clerk.keys("F10")
    assert order_row(order.id)["paid"] == 5_000


def test_the_panel_says_what_the_order_comes_to_and_what_was_paid(clerk: Clerk) -> None:
    order = an_order((a_product("Beras", 70_000), pcs(2)), tenders=[Tender("qris", 40_000)])
    clerk.choose(order.id)
    clerk.keys("F9")
    summary = clerk.payment.pieces.summary
    texts = [label.text() for label in summary.findChildren(Label) if label.isVisible()]
    assert texts[0] == "Order 001"
    assert texts[-3:] == ["Paid before", "\u2212Rp40.000", "Still to pay"]
    assert summary.due.text() == "Rp100.000"


def test_the_sheet_of_an_order_that_came_short_adds_up(clerk: Clerk) -> None:
    eggs, oil = a_product("Telur", 28_000, unit="kg"), a_product("Minyak", 18_000)
    cart = cart_of((eggs, 2_500), oil)
    cart.set_line_discount(0, Discount(rate=1_000))
    cart.set_discount(Discount(9_000))
    order = orders.place(cart, tenders=[Tender("cash", 72_000)]).value
    fulfilment.short(order.id, 1, pcs(1), reason="not_found")
    clerk.choose(order.id)
    texts = clerk.sheet.replace("\u00a0", " ").split("\n")
    assert "1.5 kg charged at Rp28.000 \u00b7 1 kg short, not found \u00b7 10% off" in texts
    at = texts.index("Subtotal")
    assert texts[at : at + 8] == [
        "Subtotal", "Rp55.800", "Discount", "\u2212Rp9.000",
        "Discount on goods not charged", "Rp2.800", "Total", "Rp49.600",
    ]  # fmt: skip
    assert "Paid too much" in texts
    plates = [column.badge(clerk.table.orders.last()) for column in clerk.table.orders.columns
              if column.badge]  # fmt: skip
    assert plates[0] == payment_badge(Paid.OVER, Stage.PICKING), "not simply as paid"


def test_a_scan_while_somebody_pays_is_refused_aloud(clerk: Clerk) -> None:
    order = an_order(a_product(price=8_500))
    clerk.choose(order.id)
    clerk.keys("F9")
    clerk.window.scanned("8991001")
    assert clerk.payment.pieces.trouble.isVisible()
    assert "First finish the payment" in clerk.payment.pieces.trouble.text()


def test_money_is_given_back(clerk: Clerk, said: Said) -> None:
    order = an_order(a_product(price=8_500), tenders=[Tender("cash", 8_500)])
    clerk.choose(order.id)
    clerk.press("Refund")
    form = clerk.window.sheet.refund_form
    assert form.amount.amount == 8_500
    clerk.keys("9", "0", "0", "0")
    assert form.outcome.text() == "Only Rp8.500 was paid"
    clerk.keys("Return")
    assert order_row(order.id)["paid"] == 8_500
    clerk.keys("Backspace", "Backspace", "Backspace", "Backspace", "8", "5", "0", "0", "Return")
    assert order_history.sheet(order.id).order.payment == Paid.REFUNDED
    undo = said.undos[0]
    assert undo is not None
    undo()
    assert order_history.sheet(order.id).order.paid == 8_500


@pytest.mark.parametrize(
    ("tenders", "method"),
    [
        ([("qris", 8_500)], "qris"),
        ([("card", 8_500)], "card"),
        ([("transfer", 8_000), ("transfer", 500)], "transfer"),
        ([("cash", 8_500)], "cash"),
    ],
)
def test_money_goes_back_the_way_it_came(
    clerk: Clerk, tenders: list[tuple[str, int]], method: str
) -> None:
    paid = [Tender(*tender) for tender in tenders]
    order = goods_come_back(clerk, a_product(price=8_500), paid=paid)
    form = clerk.window.sheet.return_form
    assert form.way == method
    clerk.press("Back")
    clerk.press("Refund")
    assert clerk.window.sheet.refund_form.method.method == method
    clerk.keys("Return")
    back = order_history.sheet(order.id).payments[-1]
    assert (back.method, back.amount) == (method, -8_500)


def test_money_that_came_by_several_ways_goes_back_by_them_unless_one_is_said(
    clerk: Clerk, said: Said
) -> None:
    paid = [Tender("cash", 4_500), Tender("card", 4_000)]
    order = goods_come_back(clerk, (a_product(price=4_250), pcs(2)), paid=paid)
    form = clerk.window.sheet.return_form
    assert form.way is None
    QTest.keyClicks(next(iter(form.quantities.values())), "2")
    assert form.outcome.text() == "Rp4.500 Cash + Rp4.000 Debit goes back"
    clerk.press("Back")
    clerk.press("Refund")
    back = clerk.window.sheet.refund_form
    assert back.outcome.text() == "Give back Rp4.500 Cash + Rp4.000 Debit"
    clerk.press("Transfer")
    assert not back.outcome.isVisible()
    clerk.press("Transfer")
    assert back.outcome.isVisible()
    clerk.keys("Return")
    rows = order_history.sheet(order.id).payments[-2:]
    assert [(row.method, row.amount) for row in rows] == [("cash", -4_500), ("card", -4_000)]
    assert said.deeds[-1] == "Order 001: Rp8.500 given back"


def test_more_than_is_in_the_till_is_asked_about_once(clerk: Clerk) -> None:
    drawer.open_drawer(50_000)
    order = goods_come_back(clerk, a_product(price=400_000), paid=[Tender("card", 400_000)])
    form = clerk.window.sheet.return_form
    QTest.keyClicks(next(iter(form.quantities.values())), "1")
    clerk.press("Cash")
    clerk.press("Take back")
    assert "Only Rp50.000 should be in the drawer" in form.outcome.text()
    clerk.press("Take back")  # the second of two presses answers nothing
    assert _expected() == 50_000
    form.deaf.stop()
    clerk.press("Take back")
    assert _expected() == -350_000
    assert order_row(order.id)["paid"] == 0


def test_the_question_about_the_till_is_asked_anew_for_another_sum(clerk: Clerk) -> None:
    drawer.open_drawer(50_000)
    order = an_order(a_product(price=400_000), tenders=[Tender("card", 400_000)])
    clerk.choose(order.id)
    clerk.press("Refund")
    form = clerk.window.sheet.refund_form
    clerk.press("Cash")
    clerk.keys("Return")
    assert "Only Rp50.000 should be in the drawer" in form.outcome.text()
    form.deaf.stop()
    clerk.keys("3", "0", "0", "0", "0", "0", "Return")
    assert _expected() == 50_000
    clerk.keys("Backspace", "Return")
    assert _expected() == 20_000


def test_an_order_is_cancelled_with_a_reason_and_taken_back(clerk: Clerk, said: Said) -> None:
    order = an_order(a_product(price=8_500))
    clerk.choose(order.id)
    clerk.press("Cancel the order")
    QTest.keyClicks(clerk.window.sheet.cancel_form.reason, "ordered twice")
    QTest.keyClick(clerk.window.sheet.cancel_form.reason, Key.Key_Return)
    clerk.hear()
    assert order_history.sheet(order.id).cancel_reason == "ordered twice"
    clerk.qtbot.waitUntil(lambda: "ordered twice" in clerk.sheet)
    assert clerk.offers == ["Order again", "Reprint"]
    clerk.press("Order again")
    ((page, arguments),) = said.opened
    assert page == "order_entry"
    assert [line.quantity for line in arguments["cart"].lines] == [pcs(1)]
    undo = said.undos[0]
    assert undo is not None
    undo()
    assert order_history.sheet(order.id).order.stage == Stage.WAITING


def test_one_line_is_taken_off(clerk: Clerk, said: Said) -> None:
    order = an_order(a_product("Beras", 70_000), a_product("Teh", 5_000))
    clerk.choose(order.id)
    clerk.press("Take Teh off the order")
    form = clerk.window.sheet.line_form
    QTest.keyClicks(form.reason, "too dear, 0812-3456-7890")
    QTest.keyClick(form.reason, Key.Key_Return)
    clerk.hear()
    assert order_row(order.id)["total"] == 70_000
    assert said.notices[-1].startswith("Personal data was taken out")
    clerk.qtbot.waitUntil(lambda: "too dear" in clerk.sheet)
    assert "0812" not in str(journal.for_order(order.id))
    assert said.deeds == ["Teh taken off order 001"]
    undo = said.undos[0]
    assert undo is not None
    undo()
    assert order_row(order.id)["total"] == 75_000


def test_every_paper_of_an_order_is_looked_at_first(clerk: Clerk, said: Said) -> None:
    order = an_order((a_product(), pcs(2)))
    orders.change(order.id, {1: pcs(3)})
    change = journal.newest()
    clerk.choose(order.id)
    clerk.press("Reprint")
    for command in ("orders.ticket", "orders.slip"):
        clerk.window.context.actions.of(clerk.window.sheet, command).trigger()
    assert said.printed == [
        (PrintRequest("receipt", order.id), True),
        (PrintRequest("ticket", order.id), True),
        (PrintRequest("change", change), True),
    ]


def test_an_order_is_placed_again_at_todays_prices(clerk: Clerk, said: Said) -> None:
    rice, gone = a_product("Beras", 70_000), a_product("Teh", 5_000)
    order = an_order((rice, pcs(2)), gone)
    catalogue.change_product(gone.id, active=False)
    catalogue.change_product(rice.id, price=75_000)
    clerk.choose(order.id)
    clerk.press("Order again")
    ((page, arguments),) = said.opened
    lines = arguments["cart"].lines
    assert page == "order_entry"
    assert [(line.name, line.quantity, line.price) for line in lines] == [("Beras", pcs(2), 75_000)]
    assert said.notices == ["No longer sold: Teh"]


def test_the_code_on_a_paper_opens_its_order(clerk: Clerk) -> None:
    product = a_product()
    wanted = an_order(product)
    an_order(product)
    clerk.window.scanned(tickets.code(wanted.day, wanted.number))
    clerk.hear()
    assert clerk.numbers == ["001"]


def test_esc_closes_a_form_and_nothing_happens(clerk: Clerk) -> None:
    order = an_order(a_product(price=8_500))
    clerk.choose(order.id)
    clerk.press("Pay")
    clerk.keys("Escape")
    assert not clerk.payment.isVisible()
    assert "Pay" in clerk.offers
    assert order_row(order.id)["paid"] == 0


# --- keys ----------------------------------------------------------------------------------


def test_from_the_search_into_the_list_and_back_by_keys(clerk: Clerk) -> None:
    product = a_product()
    for _ in range(3):
        an_order(product)
    clerk.hear()
    clerk.window.go_to_search()
    QTest.keyClick(clerk.window.search.field, Key.Key_Down)
    assert clerk.window.focusWidget() is clerk.table
    QTest.keyClick(clerk.table, Key.Key_Down)
    assert clerk.table.current.number == 2
    QTest.keyClick(clerk.table, Key.Key_1)
    clerk.hear()
    assert clerk.numbers == ["001"]
    QTest.keyClick(clerk.window.search.field, Key.Key_Escape)
    clerk.hear()
    assert clerk.numbers == ["003", "002", "001"]


def test_tab_goes_from_the_search_over_the_buttons_into_the_orders(clerk: Clerk) -> None:
    an_order()
    clerk.hear()
    clerk.window.go_to_search()
    seen: list[str] = []
    while clerk.window.focusWidget() is not clerk.table and len(seen) < 20:
        seen.append(clerk.window.focusWidget().accessibleName())
        clerk.window.focusNextChild()
    # In an active window Tab stops once at the filters; the arrows go on among them.
    assert seen[:2] == ["Number or product", "All"]
    assert seen[-1] in ("All days", "Choose")


def test_the_chosen_order_stays_chosen_when_new_ones_come(clerk: Clerk) -> None:
    product = a_product()
    an_order(product)
    clerk.hear()
    assert clerk.table.current.number == 1
    an_order(product)
    clerk.hear()
    assert clerk.table.current.number == 1
    assert [order.number for order in find(Search())] == [2, 1]


def test_the_window_is_freed_when_it_is_closed(context: AppContext) -> None:
    an_order()
    window = OrderHistoryPage(context)
    window.show()
    window.refresh()
    alive = weakref.ref(window)
    window.close()
    window.deleteLater()
    del window
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert alive() is None


def test_cash_is_rounded_here_too_and_undone_to_the_rupiah(clerk: Clerk, said: Said) -> None:
    preferences.put(preferences.CASH_ROUNDING, 100)
    drawer.open_drawer(100_000)
    order = an_order(a_product("Gula", 3_460))
    clerk.choose(order.id)
    clerk.press("Pay")
    assert clerk.amount == 3_500
    clerk.keys("Return")
    money = "\n".join(label.text() for label in clerk.window.sheet.money.findChildren(Label))
    assert "Rounding in cash" in money
    assert "Given back" not in money
    assert _expected() == 103_500
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert _expected() == 100_000
    payments.pay(order.id, payments.cash_tender(3_460, 3_500))
    clerk.hear()
    clerk.window.sheet.refund()
    back = clerk.window.sheet.refund_form
    assert (back.amount.amount, back.outcome.text()) == (3_460, "Give back Rp3.500")
    clerk.keys("Return")
    assert said.deeds[-1] == "Order 001: Rp3.500 given back, Cash"
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert _expected() == 103_500


def _expected() -> int:
    current = drawer.current()
    assert current is not None
    return current.expected


# --- changing and taking back --------------------------------------------------------------


def test_an_open_order_is_changed_at_the_counter(clerk: Clerk, said: Said) -> None:
    order = an_order(a_product())
    clerk.choose(order.id)
    clerk.press("Change")
    assert said.opened == [("order_entry", {"change": order.id})]


def test_after_a_change_the_rest_is_asked_for_or_given_back(clerk: Clerk) -> None:
    rice = a_product("Beras", 70_000)
    order = an_order((rice, pcs(2)), tenders=[Tender("cash", 140_000)])
    orders.change(order.id, {1: pcs(3)})
    clerk.window.opened(order_id=order.id, settle=True)
    clerk.hear()
    assert clerk.payment.isVisible()
    assert clerk.amount == 70_000
    clerk.keys("Return")
    orders.change(order.id, {1: pcs(1)})
    clerk.window.opened(order_id=order.id, settle=True)
    clerk.hear()
    back = clerk.window.sheet.refund_form
    assert back.isVisible()
    assert back.amount.amount == 140_000
    clerk.keys("Return")
    assert order_history.sheet(order.id).order.paid == 70_000


def test_goods_come_back_by_line_with_their_money(clerk: Clerk, said: Said) -> None:
    rice = a_product("Beras", 70_000, on_hand=pcs(10))
    tea = a_product("Teh", 5_000, on_hand=pcs(10))
    order = an_order((rice, pcs(2)), tea, tenders=[Tender("cash", 145_000)])
    clerk.choose(order.id)
    assert "Take goods back" not in clerk.offers
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    clerk.choose(order.id)
    for restock, on_the_shelf in ((True, 9), (False, 9)):
        clerk.window.sheet.take_back()
        form = clerk.window.sheet.return_form
        assert [field.accessibleName()[:5] for field in form.quantities.values()] == [
            "Beras", "Teh, "
        ]  # fmt: skip
        form.quantities[1].setText("1")
        form.restock.setChecked(restock)
        form.note.setText("rusak, 0812-3456-7890")
        if not restock:
            QTest.keyClicks(form.quantities[2], "1")
            assert form.outcome.text() == "Rp75.000 goes back"
        form.take()
        clerk.hear()
        shelf = stock.level(rice.id)
        assert shelf is not None
        assert shelf[0] == pcs(on_the_shelf)
    assert said.deeds == [
        "Order 001: goods taken back, Rp70.000 given back",
        "Order 001: goods taken back, Rp75.000 given back",
    ]
    assert "Take goods back" not in clerk.offers
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert order_history.sheet(order.id).order.paid == 75_000
    assert "0812" not in str(journal.for_order(order.id))


def test_a_command_is_for_the_order_that_is_marked_however_soon_it_comes(clerk: Clerk) -> None:
    first, second = (an_order(a_product(name, price=8_500)) for name in ("Teh", "Kopi"))
    clerk.hear()
    clerk.table.setFocus()
    clerk.keys("Home")
    clerk.hear()
    for name in ("Down", "F9", "Return"):  # nobody waits for the sheet
        QTest.keyClick(clerk.window.focusWidget() or clerk.window, key_of(name).key())
    assert [order_row(order.id)["paid"] for order in (first, second)] == [8_500, 0]


def test_a_key_after_a_filter_is_for_the_order_that_is_marked_then(clerk: Clerk) -> None:
    due, paid = (an_order(a_product(name, price=8_500)) for name in ("Teh", "Kopi"))
    payments.pay(paid.id, Tender("cash", 8_500))
    clerk.hear()
    clerk.table.setFocus()
    clerk.keys("Home")
    QTest.mouseClick(clerk.window.filters["unpaid"], Qt.MouseButton.LeftButton)
    QTest.keyClick(clerk.window.filters["unpaid"], Key.Key_F9)
    QTest.keyClick(clerk.window.focusWidget() or clerk.window, Key.Key_Return)
    assert order_row(due.id)["paid"] == 8_500


@pytest.mark.parametrize("button", ["orders.cancel", "orders.pay"])
def test_a_button_is_for_the_order_that_was_just_clicked(clerk: Clerk, button: str) -> None:
    first, second = (an_order(a_product(name, price=8_500)) for name in ("Teh", "Kopi"))
    clerk.hear()
    clerk.table.setFocus()
    clerk.keys("Home")
    box = clerk.table.visualRect(clerk.table.orders.index(1, 2))
    QTest.mouseClick(clerk.table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    face = next(x for x in clerk.window.sheet.all_buttons if x.action.objectName() == button)
    QTest.mouseClick(face, Qt.MouseButton.LeftButton)  # nobody waits for the sheet
    if button == "orders.pay":
        assert clerk.payment.isVisible()
        QTest.keyClick(clerk.window.focusWidget() or clerk.window, Key.Key_Return)
        assert [order_row(order.id)["paid"] for order in (first, second)] == [8_500, 0]
    else:
        QTest.keyClicks(clerk.window.sheet.cancel_form.reason, "dua kali")
        QTest.keyClick(clerk.window.sheet.cancel_form.reason, Key.Key_Return)
        stages = [order_history.sheet(order.id).order.stage for order in (first, second)]
        assert stages == [Stage.CANCELLED, Stage.WAITING]


def test_a_command_is_for_the_order_that_was_asked_for(
    clerk: Clerk, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From elsewhere, while neither the list nor the sheet is here yet."""
    first, second = (an_order(a_product(name, price=8_500)) for name in ("Teh", "Kopi"))
    clerk.choose(second.id)
    monkeypatch.setattr(context.background, "ask", lambda *question, **more: None)
    clerk.window.opened(order_id=first.id)
    for name in ("F9", "Return"):
        QTest.keyClick(clerk.window.focusWidget() or clerk.window, key_of(name).key())
    assert [order_row(order.id)["paid"] for order in (first, second)] == [8_500, 0]


@pytest.mark.parametrize("way", ["key", "button"])
def test_nothing_is_done_to_another_order_when_the_marked_one_cannot_be_read(
    clerk: Clerk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, way: str
) -> None:
    """The server was away for a moment, and is back before the key is heard."""
    an_order(a_product("Teh", price=8_500))
    an_order(a_product("Kopi", price=8_500))
    clerk.hear()
    clerk.table.setFocus()
    clerk.keys("Home")
    QTest.keyClick(clerk.table, Key.Key_Down)

    def away(order_id: int) -> None:
        raise ConnectionLost("for a moment")

    pay = next(b for b in clerk.window.sheet.all_buttons if b.action.objectName() == "orders.pay")
    with qtbot.capture_exceptions() as told, monkeypatch.context() as broken:
        broken.setattr(clerk.window.following, "_read", away)
        if way == "key":
            QTest.keyClick(clerk.table, Key.Key_F9)
        else:
            QTest.mouseClick(pay, Qt.MouseButton.LeftButton)
    assert ConnectionLost in [kind for kind, *_ in told]
    assert not clerk.window.paying.is_open


def test_enter_goes_through_the_lines_that_come_back_and_books_after_the_last(
    clerk: Clerk, said: Said
) -> None:
    paid = [Tender("cash", 75_000)]
    goods_come_back(clerk, a_product("Beras", 70_000), a_product("Teh", 5_000), paid=paid)
    first, last = clerk.window.sheet.return_form.quantities.values()
    clerk.qtbot.waitUntil(last.isVisible)
    assert clerk.window.focusWidget() is first
    QTest.keyClicks(first, "1")
    QTest.keyClick(first, Key.Key_Return)
    assert clerk.window.focusWidget() is last
    assert said.deeds == []
    QTest.keyClicks(last, "1")
    QTest.keyClick(last, Key.Key_Return)
    assert said.deeds == ["Order 001: goods taken back, Rp75.000 given back"]


def test_more_than_the_customer_has_is_marked_at_its_line_until_it_is_mended(
    clerk: Clerk, said: Said
) -> None:
    goods = (a_product("Beras", 70_000), (a_product("Gula", 15_000), pcs(2)))
    goods_come_back(clerk, *goods, paid=[Tender("cash", 100_000)])
    rice, sugar = clerk.window.sheet.return_form.quantities.values()
    clerk.qtbot.waitUntil(sugar.isVisible)
    with pytest.raises(TextMissing):
        clerk.window.sheet.return_form.try_to_take()
    assert (wrong(rice), wrong(sugar)) == (True, False)
    sugar.setFocus()
    QTest.keyClicks(sugar, "5")
    assert (wrong(rice), wrong(sugar)) == (False, False)
    with clerk.qtbot.captureExceptions() as errors:
        QTest.keyClick(sugar, Key.Key_Return)
    assert [str(error[1]) for error in errors] != []
    assert (wrong(rice), wrong(sugar)) == (False, True)
    assert clerk.window.focusWidget() is sugar
    QTest.keyClicks(sugar, "2")
    assert not wrong(sugar)
    QTest.keyClick(sugar, Key.Key_Return)
    assert said.deeds == ["Order 001: goods taken back, Rp30.000 given back"]


def wrong(field: QWidget) -> bool:
    return bool(field.property("wrong"))


def test_a_return_that_was_given_up_is_taken_up_with_its_quantities_and_its_reason(
    clerk: Clerk, said: Said
) -> None:
    paid = [Tender("cash", 75_000)]
    goods_come_back(clerk, a_product("Beras", 70_000), a_product("Teh", 5_000), paid=paid)
    form = clerk.window.sheet.return_form
    clerk.qtbot.waitUntil(form.note.isVisible)
    QTest.keyClicks(form.quantities[2], "1")
    QTest.keyClicks(form.note, "torn")
    QTest.keyClick(form.note, Key.Key_Escape)
    assert said.deeds == ["Take goods back closed without saving"]
    again = said.undos[-1]
    assert again is not None
    again()
    assert [field.text() for field in form.quantities.values()] == ["", "1"]
    assert form.note.text() == "torn"
    clerk.hear()
    clerk.press("Back")
    said.deeds.clear()
    clerk.press("Take goods back")
    clerk.press("Back")
    assert said.deeds == []  # nothing was typed


def test_when_an_order_is_wanted_stands_in_its_row_its_head_and_its_story(
    clerk: Clerk, clock: SetClock
) -> None:
    at = clock.moment + 8 * 3_600_000
    order = an_order(promised_at=at, starts_at=at - 600_000)
    clerk.choose(order.id)
    badge = clerk.table.orders.columns[5].badge
    assert badge is not None
    shown = badge(order_history.sheet(order.id).order)
    assert shown is not None
    assert shown.text == "18:00"
    assert clerk.says("for 18:00")
    assert "for 18:00" in story(order_history.sheet(order.id), clerk.context.format)[0].detail
    assert order_changes.open_order(order.id).cart.wanted_at == at
    fulfilment.make_ready(order.id)
    shown = badge(order_history.sheet(order.id).order)
    assert shown is not None
    assert shown.text == "Ready"


def test_an_amount_that_goes_back_is_typed_anew_from_wherever_one_is(clerk: Clerk) -> None:
    clerk.choose(an_order(a_product(price=85_000), tenders=[Tender("cash", 85_000)]).id)
    clerk.press("Refund")
    form, focus = clerk.window.sheet.refund_form, clerk.window.focusWidget
    QTest.keyClicks(focus(), "80000")
    QTest.keyClick(focus(), Key.Key_Q)
    QTest.keyClicks(focus(), "50000")
    assert (form.method.method, form.amount.amount) == ("qris", 50_000)
    QTest.keyClick(focus(), Key.Key_Tab)
    assert focus() is form.note
    QTest.mouseClick(form.amount, Qt.MouseButton.LeftButton, pos=QPoint(40, 12))
    assert focus() is form.amount.entry
    QTest.keyClick(focus(), Key.Key_Backspace)
    assert form.amount.amount == 5_000
    QTest.keyClick(focus(), Key.Key_Tab)
    QTest.keyClick(focus(), Key.Key_Backtab)
    QTest.keyClicks(focus(), "7000")
    assert form.amount.amount == 7_000
    QTest.keyClick(focus(), Key.Key_Backtab)
    QTest.keyClicks(focus(), "1")
    assert (form.amount.amount, focus()) == (70_001, form.amount.entry)
    QTest.keyClick(focus(), Key.Key_Backtab)
    QTest.keyClick(focus(), Key.Key_Escape)
    assert not form.isVisible()


def test_after_one_order_by_itself_escape_and_the_door_show_all_again(
    clerk: Clerk, clock: SetClock
) -> None:
    product = a_product()
    first = an_order(product)
    an_order(product)
    for leave in ("Escape", "the door"):
        clerk.choose(first.id)
        assert clerk.numbers == ["001"]
        if leave == "Escape":
            QTest.keyClick(clerk.window.search.field, Key.Key_Escape)
        else:
            clerk.window.opened()
        clerk.hear()
        assert clerk.numbers == ["002", "001"]
        assert clerk.window.search.text() == ""
        assert clerk.window.asked == Search()


def test_what_was_written_for_an_earlier_customer_does_not_come_back(clerk: Clerk) -> None:
    form = clerk.window.sheet.refund_form
    for at in range(2):
        clerk.choose(an_order(a_product(price=8_500), tenders=[Tender("cash", 8_500)]).id)
        clerk.window.sheet.refund()
        QTest.keyClick(form.note, Key.Key_Z, CTRL)
        assert form.note.text() == ""
        QTest.keyClicks(form.note, f"broken bottle {at}")
        clerk.window.sheet.close_forms()


def test_goods_that_come_back_are_exchanged_at_the_counter(clerk: Clerk, said: Said) -> None:
    order = goods_come_back(clerk, (a_product(price=4_250), pcs(2)), paid=[Tender("cash", 8_500)])
    form = clerk.window.sheet.return_form
    QTest.keyClicks(next(iter(form.quantities.values())), "1")
    QTest.keyClicks(form.note, "salah ukuran")
    clerk.press("Exchange for other goods")
    goods = OpenedExchange(order.id, 1, {1: pcs(1)}, "cash", True, "salah ukuran")
    assert said.opened == [("order_entry", {"exchange": goods})]
    assert not form.isVisible()


def test_an_exchange_is_told_by_what_came_and_what_went(clerk: Clerk) -> None:
    order = goods_come_back(clerk, (a_product("Teh", 5_000), pcs(2)), paid=[Tender("qris", 10_000)])
    out = cart_of((a_product("Kopi", 7_000), pcs(1))).lines
    returns.exchange(order.id, {1: pcs(1)}, out, [Tender("cash", 2_000)], note="salah ambil")
    told = story(order_history.sheet(order.id), clerk.context.format)[-1]
    assert told.detail == "\u22121 pcs Teh, +1 pcs Kopi, salah ambil, Rp2.000 Cash"


def test_what_an_order_earned_is_told_to_who_may_see_the_figures(clerk: Clerk) -> None:
    rice = a_product("Beras", 11_100, cost=8_000, tax_rate=1_100)
    order = an_order((rice, pcs(3)), (a_product("Es", 2_000), pcs(1)))
    payments.pay(order.id, Tender("cash", 35_300))
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    clerk.choose(order.id)
    assert clerk.says("Gross profit")
    assert clerk.says(f"Rp6.000 ({clerk.context.format.percent(0.2)})")
    assert clerk.says("Cost unknown of")
    returns.return_goods(order.id, {1: pcs(2)})
    clerk.hear()
    share = clerk.context.format.percent(0.2)
    clerk.qtbot.waitUntil(lambda: clerk.says(f"Rp2.000 ({share})"))
    found = statistics.dashboard(order.day, order.day).now.margin
    assert (found.profit, found.unknown) == (2_000, 2_000)
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER, "1111")
    staff.sign_in("K1", "1111")
    clerk.choose(order.id)
    staff.sign_out()
    assert not clerk.says("Gross profit")


def test_an_order_that_is_come_back_to_tells_once_what_it_earned(
    clerk: Clerk, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("Beras", "Gula"):
        order = an_order(a_product(name, 10_000, cost=8_000))
        payments.pay(order.id, Tender("cash", 10_000))
        fulfilment.make_ready(order.id)
        fulfilment.hand_over(order.id)
    clerk.hear()
    clerk.table.setFocus()
    busy, free = Background(shop.connection), threading.Event()
    monkeypatch.setattr(clerk.context, "background", busy)
    busy.ask(free.wait, bool)
    clerk.keys("Down", "Up", "Down")
    assert not clerk.says("Gross profit")
    free.set()
    with clerk.qtbot.waitCallback() as answered:
        busy.ask(bool, answered)
    busy.close()
    clerk.qtbot.waitUntil(lambda: clerk.says("Gross profit"))
    assert clerk.sheet.splitlines().count("Gross profit") == 1
