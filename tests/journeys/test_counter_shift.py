"""A whole shift at the counter, on the real windows: whatever customers want, it balances.

What must be in the drawer, on the shelf and on each order is reckoned here, beside the program.
"""

from collections import Counter
from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.drawer.page import DrawerPage
from gui.order_history.page import OrderHistoryPage
from gui.shell.app_context import AppContext
from models.catalogue import stock
from models.catalogue.catalogue import Product
from models.fulfilment import fulfilment
from models.orders import drawer, order_history, payments
from models.settings import preferences
from models.stages import Stage
from tests.gui.order_entry.cashier import Cashier
from tests.readable import STATIC_QRIS, a_product, findings, pcs

FLOAT, SHELF = 5_000_000, 1_000
GOODS = (
    ("Beras Raja Lele 5 kg", 70_350), ("Gula Gulaku 1 kg", 17_520), ("Teh Sosro 30", 12_080),
    ("Indomie Goreng", 3_490), ("Aqua 600 ml", 4_010), ("Kopi Kapal Api 165 g", 15_260),
    ("Minyak Bimoli 2 liter", 38_150), ("Sabun Lifebuoy 85 g", 5_075),
)  # fmt: skip
KINDS = (
    "scanned", "typed", "listed", "held", "added_to", "taken_from", "cancelled", "brought_back",
    "refunded", "paid_later",
)  # fmt: skip


def in_cash(sum_: int) -> int:
    """To the nearest Rp100, as the shop wants it."""
    return (sum_ + 50) // 100 * 100


class Shift:
    """One cashier, three windows, and the customers of a seed."""

    def __init__(self, context: AppContext, qtbot: QtBot, seed: int) -> None:
        self.context, self.qtbot, self.chance = context, qtbot, Random(seed)
        self.diary: list[str] = []
        preferences.put(preferences.CASH_ROUNDING, 100)
        preferences.put(preferences.QRIS, STATIC_QRIS)
        self.goods: list[Product] = [
            a_product(name, price, barcodes=[f"899100{at:07}"], on_hand=pcs(SHELF))
            for at, (name, price) in enumerate(GOODS, start=1)
        ]
        self.cash = 0
        self.gone: Counter[int] = Counter()
        #: What each order must come to, and what must have been paid for it.
        self.bills: dict[int, tuple[int, int]] = {}
        self.cashier = Cashier(context, qtbot)
        self.history = OrderHistoryPage(context)
        self.drawer = DrawerPage(context)
        for window in (self.history, self.drawer):
            qtbot.addWidget(window)
            window.resize(1366, 720)
        context.open = self.open

    def open(self, page: str, *, own_window: bool = False, **what: object) -> None:
        """What the window does: the page comes to the front."""
        pages = {
            "order_entry": self.cashier.window,
            "order_history": self.history,
            "drawer": self.drawer,
        }
        window = pages.pop(page)
        for other in pages.values():
            other.hide()
        if not window.isActiveWindow():
            window.show()
            window.activateWindow()
            self.qtbot.waitUntil(window.isActiveWindow)
        window.opened(**what)

    # --- the drawer ------------------------------------------------------------------------

    def open_drawer(self) -> None:
        self.open("drawer")
        self.drawer.closed.opening.setText(str(FLOAT))
        self.drawer.action("drawer.open").trigger()
        self.cash = FLOAT
        self.hear()

    def move_cash(self, sum_: int, reason: str) -> None:
        self.open("drawer")
        self.drawer.in_use.amount.setText(str(abs(sum_)))
        self.drawer.in_use.reason.setText(reason)
        self.drawer.action("drawer.put_in" if sum_ > 0 else "drawer.take_out").trigger()
        self.cash += sum_
        self.hear()

    def close_drawer(self) -> drawer.Drawer:
        """Counted note by note; what no coin makes up is typed as a sum."""
        self.open("drawer")
        left = self.cash
        sheet = self.drawer.in_use.count.sheet
        for number, note in payments.notes_of(self.cash):
            sheet.fields[note].setText(str(number))
            left -= number * note
        sheet.fields[1].setText(str(left))
        sheet.reckon()
        self.drawer.action("drawer.close").trigger()
        self.hear()
        return drawer.recent(1)[0]

    # --- orders ----------------------------------------------------------------------------

    def play(self, orders: int) -> None:
        kinds = [KINDS[at % len(KINDS)] for at in range(orders)]
        self.chance.shuffle(kinds)
        for at, kind in enumerate(kinds):
            self.diary.append(kind)
            getattr(self, kind)()
            if at % 7 == 3:
                self.move_cash(self.chance.choice((-20_000, 35_000)), "Receh")

    def some(self, most: int = 4) -> list[Product]:
        return self.chance.choices(self.goods, k=self.chance.randint(1, most))

    def scan(self, wanted: list[Product]) -> Counter[Product]:
        self.at_counter()
        self.cashier.scan(*[f"899100{self.goods.index(one) + 1:07}" for one in wanted])
        return Counter(wanted)

    def scanned(self) -> None:
        self.pay(self.scan(self.some()))

    def typed(self) -> None:
        self.at_counter()
        wanted: Counter[Product] = Counter()
        for one in self.chance.sample(self.goods, 3):
            wanted[one] = self.chance.randint(2, 9)
            self.cashier.enter(f"{wanted[one]}*{one.name.split()[1].lower()}")
        self.pay(wanted)

    def listed(self) -> None:
        self.at_counter()
        wanted = {one: self.chance.randint(2, 6) for one in self.chance.sample(self.goods, 5)}
        self.cashier.paste("\n".join(f"{number} {one.name}" for one, number in wanted.items()))
        self.cashier.press("Ctrl+Return")
        self.pay(Counter(wanted))

    def held(self) -> None:
        waiting = self.scan(self.some())
        self.cashier.press("F4")
        self.cashier.enter("payung merah")
        self.pay(self.scan(self.some()))
        self.cashier.press("F5", "Return")
        self.pay(waiting)

    def paid_later(self) -> None:
        order, wanted = self.send(self.scan(self.some()))
        self.look_at(order)
        self.history.sheet.pay()
        self.receive()
        self.settle(order, wanted)

    def added_to(self) -> None:
        order, wanted = self.pay(self.scan(self.some()), "cash")
        self.change(order)
        more = self.scan(self.some(2))
        self.cashier.press("F9")
        self.qtbot.waitUntil(self.history.paying.pane.isVisible)
        self.receive()
        self.cash += in_cash(worth(more))
        self.take_off_the_shelf(more)
        self.settle(order, wanted + more)

    def taken_from(self) -> None:
        one = self.chance.choice(self.goods)
        order, wanted = self.pay(self.scan([one, one, one]), "cash")
        self.change(order)
        self.cashier.press("-", "F9")
        self.qtbot.waitUntil(self.history.sheet.refund_form.isVisible)
        self.take(self.history.sheet.refund_form)
        less = Counter({one: 1})
        self.cash -= in_cash(worth(less))
        self.take_off_the_shelf(less, -1)
        self.settle(order, wanted - less)

    def cancelled(self) -> None:
        order, wanted = self.send(self.scan(self.some()))
        self.look_at(order)
        self.history.sheet.cancel()
        self.history.sheet.cancel_form.reason.setText("salah pesan")
        self.take(self.history.sheet.cancel_form)
        self.take_off_the_shelf(wanted, -1)
        self.bills[order] = (0, 0)
        assert order_history.sheet(order).order.stage is Stage.CANCELLED

    def brought_back(self) -> None:
        one = self.chance.choice(self.goods)
        order, wanted = self.pay(self.scan([one, one]), "cash")
        fulfilment.make_ready(order)
        fulfilment.hand_over(order)
        self.look_at(order)
        self.history.sheet.take_back()
        form = self.history.sheet.return_form
        form.quantities[1].setText("1")
        restock = self.chance.random() < 0.5
        form.restock.setChecked(restock)
        self.take(form)
        less = Counter({one: 1})
        self.cash -= in_cash(worth(less))
        if restock:
            self.take_off_the_shelf(less, -1)
        self.settle(order, wanted - less)

    def refunded(self) -> None:
        """The money goes back, the goods too: the order is cancelled."""
        order, wanted = self.pay(self.scan(self.some()), "cash")
        self.look_at(order)
        self.history.sheet.refund()
        self.take(self.history.sheet.refund_form)
        self.cash -= in_cash(worth(wanted))
        self.look_at(order)
        self.history.sheet.cancel()
        self.take(self.history.sheet.cancel_form)
        self.take_off_the_shelf(wanted, -1)
        self.bills[order] = (0, 0)

    # --- paying ----------------------------------------------------------------------------

    def pay(self, wanted: Counter[Product], how: str = "") -> tuple[int, Counter[Product]]:
        """F9 and the way to pay; the order and what it must come to."""
        assert self.cashier.total == worth(wanted)
        how = how or self.chance.choice(("cash", "qris", "change", "both"))
        self.cashier.press("F9")
        if how == "change":
            self.cashier.press("Alt+2")
        elif how == "qris":
            self.cashier.press("Q")
        elif how == "both":
            self.cashier.press("Q")
            self.cashier.type("1000")
            self.cashier.press("S", "C")
        self.cashier.press("Return")
        by_qris = {"qris": worth(wanted), "both": 1_000}.get(how, 0)
        self.cash += in_cash(worth(wanted) - by_qris)
        return self.placed(wanted, worth(wanted))

    def send(self, wanted: Counter[Product]) -> tuple[int, Counter[Product]]:
        self.cashier.press("F10")
        order = self.placed(wanted, 0)
        self.cash += in_cash(worth(wanted)) if self.diary[-1] == "paid_later" else 0
        return order

    def placed(self, wanted: Counter[Product], paid: int) -> tuple[int, Counter[Product]]:
        order = order_history.find(limit=1)[0].id
        assert order not in self.bills, "it was placed"
        self.take_off_the_shelf(wanted)
        self.bills[order] = (worth(wanted), paid)
        return order, wanted

    def settle(self, order: int, wanted: Counter[Product]) -> None:
        self.bills[order] = (worth(wanted), worth(wanted))

    def take_off_the_shelf(self, goods: Counter[Product], sign: int = 1) -> None:
        for one, number in goods.items():
            self.gone[one.id] += sign * number

    # --- going about -----------------------------------------------------------------------

    def at_counter(self) -> None:
        self.open("order_entry")

    def change(self, order: int) -> None:
        self.look_at(order)
        self.history.sheet.change()
        self.hear()

    def look_at(self, order: int) -> None:
        self.open("order_history", order_id=order)
        self.hear()
        self.qtbot.waitUntil(self.sees(order))

    def sees(self, order: int) -> Callable[[], bool]:
        def at_it() -> bool:
            sheet = self.history.sheet.sheet
            return sheet is not None and sheet == order_history.sheet(order)

        return at_it

    def take(self, form: object) -> None:
        """Presses the button of the form."""
        form.take()  # type: ignore[attr-defined]
        self.hear()

    def receive(self) -> None:
        """Enter in the payment panel of the orders: the exact sum."""
        QTest.keyClick(self.history.paying.pane.pieces.amount.entry, Qt.Key.Key_Return)
        self.hear()

    def hear(self) -> None:
        self.context.feed.read()
        self.qtbot.waitUntil(self.is_settled)

    def is_settled(self) -> bool:
        """Whatever is in front has heard the news."""
        front = (self.cashier.window, self.history, self.drawer)
        return not any(page.isVisible() and page.refresher.stale for page in front)

    # --- the end of the day ----------------------------------------------------------------

    def check(self) -> None:
        for order, (total, paid) in self.bills.items():
            sheet = order_history.sheet(order)
            assert sheet.order.total == total
            assert sheet.order.paid == paid == sum(one.amount for one in sheet.payments)
        for one in self.goods:
            level = stock.level(one.id)
            assert level is not None
            on_hand, reserved = level
            assert on_hand - reserved == pcs(SHELF - self.gone[one.id]), one.name
        closed = self.close_drawer()
        assert (closed.expected, closed.difference) == (self.cash, 0)
        assert drawer.current() is None
        assert findings() == ()


def worth(goods: Counter[Product]) -> int:
    """What they cost."""
    return sum(one.price * number for one, number in goods.items())


def play(context: AppContext, qtbot: QtBot, seed: int, orders: int) -> None:
    shift = Shift(context, qtbot, seed)
    try:
        shift.open_drawer()
        shift.play(orders)
        shift.check()
    except BaseException as error:
        error.add_note(f"seed {seed}: {', '.join(shift.diary)}")
        raise
    assert len(shift.bills) >= orders


def test_a_short_shift_balances_to_the_rupiah(context: AppContext, qtbot: QtBot) -> None:
    play(context, qtbot, seed=1, orders=15)


@pytest.mark.long
def test_a_whole_shift_balances_to_the_rupiah(context: AppContext, qtbot: QtBot) -> None:
    play(context, qtbot, seed=2026, orders=60)
