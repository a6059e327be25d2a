"""Whatever a customer wants, changes, pays and brings back: it adds up to the rupiah.

After every step the bill, the payments, the drawer and the shelf are counted anew; then the steps
are taken back, the last one first, and each time everything is as it was before the step.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models import clock as shop_clock
from models import session
from models.amounts import Discount
from models.catalogue import catalogue, stock
from models.errors import CannotUndo, NotInDrawer, ShopError
from models.fulfilment import fulfilment
from models.journal import journal, replay
from models.orders import drawer, orders, payments, returns
from models.orders.cart import Cart
from models.orders.payments import METHODS, cash_tender
from models.orders.pricing import bill, charge_of
from models.printing.receipt import receipt
from models.settings import preferences
from models.shop.opening import Shop
from models.shop.undo import undo
from models.stages import Stage, open_of
from models.statistics import counter_figures, taxes
from models.statistics.statistics import dashboard
from models.storage.database import database
from tests.conftest import SetClock
from tests.readable import a_product, cart_of, kept_sums, line_rows, order_row, sums_anew
from tests.reckoned import parts

VOLATILE = ("version", "claimed_by", "claimed_at", "ready_at", "handed_at", "starts_at")
SHELF = 10**7
TakeBack = Callable[[], object]


class Customer:
    """One order from the first product in the cart to what is brought back."""

    def __init__(self, chance: Random, clock: SetClock) -> None:
        self.chance, self.clock, self.diary = chance, clock, list[str]()
        self.round_otherwise()
        self.float = chance.choice([0, 250_000])
        self.drawer = drawer.open_drawer(self.float).value
        self.products = [
            a_product(f"Barang {n}", chance.choice([1, 333, 2_333, 12_500, 99_999]),
                      tax_rate=chance.choice([0, 1100, 1200]), on_hand=SHELF)
            for n in range(3)
        ]  # fmt: skip
        #: How each step is taken back, and how everything stood before it.
        self.steps: list[tuple[TakeBack, Any]] = []

    def fill_cart(self) -> Cart:
        """Puts things in and out, more and less of them, with discounts."""
        chance, cart = self.chance, Cart(tax_included=self.chance.random() < 0.5)
        for _ in range(chance.randint(1, 6)):
            before = cart.copy()
            deed = chance.choice(["add", "add", "quantity", "off", "remove"]) if cart else "add"
            at = chance.randrange(len(cart.lines)) if cart else 0
            if deed == "add":
                cart.add(chance.choice(self.products), chance.choice([125, 1_000, 1_500, 7_000]))
            elif deed == "quantity":
                cart.set_quantity(at, chance.choice([1, 500, 3_000]))
            elif deed == "off":
                off = Discount(cart.lines[at].gross // chance.randint(1, 9))
                cart.set_line_discount(at, chance.choice([off, Discount(rate=1_050)]))
            else:
                cart.remove(at)
            again = before.copy()  # undo at the counter: the cart as it was
            assert (again, again.bill()) == (before, before.bill())
        if not cart:
            cart.add(self.products[0])
        off = Discount(cart.subtotal // chance.choice([1, 3, 7, 10**9]))
        return cart.set_discount(chance.choice([off, Discount(rate=777)]))

    def buy(self) -> None:
        cart = self.fill_cart()
        tenders, left = [], cart.bill().total
        # Not at all, in part, in full, and in up to three ways.
        for _ in range(self.chance.randint(0, 3)):
            if left:
                part = left if self.chance.random() < 0.5 else self.chance.randint(1, left)
                tenders.append(self.tender(part, left))
                left -= part
        self.order = orders.place(cart, tenders=tenders).value.id
        assert order_row(self.order)["paid"] == cart.bill().total - left
        self.count()

    def tender(self, part: int, left: int) -> payments.Tender:
        method = self.chance.choice(METHODS)
        if method != "cash":
            return payments.Tender(method, part)
        if part < left:
            return payments.Tender("cash", part)
        return cash_tender(left, payments.cash_due(left) + self.chance.choice([0, 50_000]))

    def take_goods(self) -> None:
        """What there is of the order is handed over: only then it can be brought back."""
        for step in (fulfilment.make_ready, fulfilment.hand_over):
            with suppress(ShopError):  # it is already
                step(self.order)

    def step(self) -> None:
        kinds = (self.change, self.cancel_line, self.work, self.work, self.pay, self.refund,
                 self.bring_back, self.exchange, self.pay_out, self.wait, self.reprice,
                 self.round_otherwise)  # fmt: skip
        before, entries = self.as_it_stands(), journal.newest()
        deed = self.chance.choice(kinds)
        try:
            take_back = deed()
        except ShopError as refused:
            self.diary.append(f"{deed.__name__} -> {refused!r}")
            assert self.as_it_stands() == before
            assert journal.newest() == entries
            return
        self.diary.append(deed.__name__)
        self.count()
        if take_back is None:
            self.steps.clear()  # nothing before it can be taken back any more
        elif journal.newest() > entries:
            self.steps.append((take_back, before))

    # --- the steps, each with how it is taken back ----------------------------------------------

    def line(self) -> int:
        return self.chance.randint(1, len(line_rows(self.order)))

    def change(self) -> TakeBack:
        line, pick = self.line(), self.chance.choice
        wanted = {line: pick([0, 125, 2_000, 9_000])} if pick([True, False]) else {}
        added = cart_of((pick(self.products), pick([125, 3_000]))).lines if pick([0, 0, 1]) else ()
        off = pick([*map(Discount, (0, 77, 5_000)), Discount(rate=333)]) if pick([1, 0]) else None
        orders.change(self.order, wanted, added, discount=off)
        return self.way_back() if not added else self.way_back_with_lines(len(added))

    def cancel_line(self) -> TakeBack:
        orders.cancel_line(self.order, self.line())
        return self.way_back()

    def work(self) -> TakeBack:
        verb = self.chance.choice(["pick", "short", "unpick", "make_ready", "hand_over"])
        given = [self.line(), self.chance.choice([None, 125])] if verb[-1] in "kt" else []
        getattr(fulfilment, verb)(self.order, *given)
        return self.way_back()

    def pay(self) -> TakeBack:
        row = order_row(self.order)
        left = max(0, row["total"] - row["paid"])
        tender = self.tender(self.chance.randint(1, left) if left else 0, left)
        payments.pay(self.order, tender)
        return self.way_back()

    def refund(self) -> None:
        paid = order_row(self.order)["paid"]
        payments.refund(self.order, self.chance.randint(0, paid), self.chance.choice(METHODS))

    def bring_back(self) -> None:
        quantity, restock = self.chance.choice([125, 1_000]), self.chance.random() < 0.5
        returns.return_goods(
            self.order, {self.line(): quantity}, self.chance.choice(METHODS), restock=restock
        )

    def exchange(self) -> TakeBack:
        """Goods back and others out; what they cost more is paid, in part, or stays due."""
        pick = self.chance.choice
        back, out = (
            {self.line(): pick([125, 1_000])},
            cart_of((pick(self.products), pick([125, 2_000]))),
        )
        due = returns.exchange_due(self.order, back, out.lines).due
        part = self.chance.randint(1, due) if due else 0
        tenders = [self.tender(pick([part, due]), due)] if due and pick([True, False]) else []
        returns.exchange(self.order, back, out.lines, tenders, pick([None, *METHODS]))
        return self.way_back()

    def pay_out(self) -> TakeBack:
        amount = self.chance.choice([-10_000, 25_000])
        drawer.move(amount, "kas kecil")
        return lambda: drawer.move(-amount, "kembali")

    def wait(self) -> None:
        """Some hours or days, perhaps into the next month."""
        self.clock.forward(self.chance.choice([600, 24 * 60, 25 * 24 * 60]))

    def reprice(self) -> TakeBack:
        """Another price or tax from now on; what was sold keeps its own."""
        at, pick = self.chance.randrange(3), self.chance.choice
        change = pick([{"tax_rate": pick([0, 1100, 1200])}, {"price": pick([999, 20_000])}])
        done = catalogue.change_product(self.products[at].id, **change)
        self.products[at] = done.value
        return self.way_back()

    def round_otherwise(self) -> None:
        """Cash is rounded to other coins from now on."""
        preferences.put(preferences.CASH_ROUNDING, self.chance.choice([1, 100, 500]))

    def way_back(self) -> TakeBack:
        return partial(undo, journal.newest())

    def way_back_with_lines(self, added: int) -> TakeBack:
        """A line that was added stays in the order's book, cancelled."""
        way_back = self.way_back()

        def take_back() -> None:
            way_back()
            assert all(x["ordered"] == x["cancelled"] for x in line_rows(self.order)[-added:])

        return take_back

    # --- the end --------------------------------------------------------------------------------

    def settle(self) -> None:
        """What is due is paid, what is over goes back: money in less money out is then what the
        customer keeps, but for the coins that there are not."""
        row = order_row(self.order)
        left = row["total"] - row["paid"]
        if left > 0 and row["stage"] != Stage.CANCELLED:
            method = self.chance.choice(METHODS)
            whole = cash_tender(left, payments.cash_due(left))
            payments.pay(self.order, whole if method == "cash" else payments.Tender(method, left))
        elif left < 0:
            payments.refund(self.order, -left, self.chance.choice(["qris", "transfer", "card"]))
        self.count()
        assert self.asked("SUM(amount)") == order_row(self.order)["total"]

    def give_all_back(self) -> None:
        """Whatever was changed before: who brings all of it back has paid nothing."""
        self.take_goods()
        kept = {
            x["line"]: left for x in line_rows(self.order) if (left := x["handed"] - x["returned"])
        }
        self.settle()
        for line, quantity in kept.items():
            part = quantity if self.chance.random() < 0.5 else quantity // 2
            for back in filter(None, (quantity - part, part)):
                returns.return_goods(self.order, {line: back}, self.chance.choice(["qris", "card"]))
                self.wait()
        if kept:
            self.count()
            assert (order_row(self.order)["total"], self.asked("SUM(amount)")) == (0, 0)

    # --- what must hold -------------------------------------------------------------------------

    def count(self) -> None:
        row, lines = order_row(self.order), line_rows(self.order)
        due = bill([charge_of(x) for x in lines], row["discount_rate"],
                   tax_included=row["tax_included"])  # fmt: skip
        assert (row["subtotal"], row["tax"], row["total"]) == (due.subtotal, due.tax, due.total)
        assert sum(x["net"] for x in lines) == row["subtotal"] - due.discount
        on_top = 0 if row["tax_included"] else row["tax"]
        assert row["total"] == sum(x["net"] for x in lines) + on_top
        assert row["paid"] == self.asked("SUM(amount)") >= 0
        self.check_receipt(row)
        open_drawer = drawer.report(self.drawer)
        moved = sum(movement.amount for movement in open_drawer.movements)
        assert open_drawer.expected == self.float + moved + self.asked(
            "SUM(amount)", "AND method = 'cash'"
        )
        for product in self.products:
            mine = [x for x in lines if x["product"] == product.id]
            assert (stock.level(product.id) or (0, 0))[1] == sum(map(open_of, mine))

    def check_receipt(self, row: dict[str, Any]) -> None:
        """What a customer adds up on it is what is to be paid, and money in less money out is the
        value that is kept, what is over and what is due."""
        paper = receipt(self.order)
        assert sum(line.gross - line.discount for line in paper.lines) == paper.subtotal
        on_top = 0 if paper.tax_included else paper.tax
        assert paper.subtotal - paper.discount + on_top == paper.total == row["total"]
        kept = 0 if paper.cancelled else paper.total
        assert paper.paid == self.asked("SUM(amount)") == kept + paper.over - paper.due

    def asked(self, what: str, which: str = "") -> int:
        sql = f'SELECT {what} FROM payment WHERE "order" = {self.order} {which}'
        return int(database.execute_sql(sql).fetchone()[0] or 0)

    def as_it_stands(self) -> Any:
        """The order, what was paid for it, the shelf and the drawer; lines that were added and
        cancelled again count as none."""
        row = {k: v for k, v in order_row(self.order).items() if k not in VOLATILE}
        lines = [x for x in line_rows(self.order) if x["cancelled"] != x["ordered"]]
        shelf = [stock.level(product.id) for product in self.products]
        return row, lines, shelf, drawer.report(self.drawer).expected

    def take_all_back(self) -> None:
        while self.steps:
            take_back, before = self.steps.pop()
            try:
                take_back()
            except (CannotUndo, NotInDrawer) as refused:  # said, and nothing was touched
                self.diary.append(f"not taken back: {refused!r}")
                return
            self.count()
            assert self.as_it_stands() == before
            self.diary.append("taken back")


def serve(chance: Random, clock: SetClock) -> None:
    customer = Customer(chance, clock)
    try:
        customer.buy()
        if chance.random() < 0.6:
            customer.take_goods()
        for _ in range(chance.randint(0, 8)):
            customer.step()
        if chance.random() < 0.5:
            customer.take_all_back()
        else:
            customer.give_all_back()
    except AssertionError as error:
        error.add_note("\n".join(customer.diary))
        raise
    finally:
        drawer.close_drawer(0)


def serve_many(count: int, clock: SetClock) -> None:
    opened = clock.now()

    @settings(max_examples=count, suppress_health_check=list(HealthCheck))
    @given(some.randoms(use_true_random=False))
    def any_customer(chance: Random) -> None:
        serve(chance, clock)

    any_customer()
    check_figures(opened)
    assert kept_sums() == sums_anew()
    assert journal.verify().intact
    assert replay.replay() == []


def check_figures(opened: int) -> None:
    """On every day revenue, tax by rate and month, and money by way of payment are what the
    journal says of the orders; all days together are what stands on the orders now."""
    first, last = (
        shop_clock.business_day(at, *session.current.calendar) for at in (opened, shop_clock.now())
    )
    days = Counter[date]()
    months = Counter[tuple[date, int]]()
    for part in parts(session.current.zone):
        for line in part.sold:
            days[part.day] += part.sign * line["revenue"]
            months[part.day.replace(day=1), line["tax_rate"]] += part.sign * line["tax"]
    found = dashboard(first, last)
    assert {x.day: x.revenue for x in found.days if x.revenue} == {
        d: x for d, x in days.items() if x
    }
    told = taxes.by_month(first, last)
    assert {(x.month, x.rate): x.tax for x in told if x.tax} == {
        k: x for k, x in months.items() if x
    }
    sums = "COALESCE(SUM(total), 0), COALESCE(SUM(tax), 0)"
    query = f"SELECT {sums} FROM orders WHERE stage < {int(Stage.CANCELLED)}"
    total, tax = map(int, database.execute_sql(query).fetchone())
    assert (found.now.sums.revenue, found.now.tax) == (total, tax)
    assert (sum(x.revenue for x in told), sum(x.tax for x in told)) == (total, tax)
    for day in days:
        ways = counter_figures.methods(day, day)
        query = (
            f"SELECT COALESCE(SUM(amount), 0) FROM payment WHERE day = {shop_clock.day_key(day)}"
        )
        (money,) = database.execute_sql(query).fetchone()
        assert sum(way.received - way.refunded for way in ways) == money


@pytest.mark.parametrize("count", [8, pytest.param(25, marks=pytest.mark.long)])
def test_any_customer_adds_up(shop: Shop, clock: SetClock, count: int) -> None:
    serve_many(count, clock)


@pytest.mark.long
def test_two_thousand_customers_add_up(shop: Shop, clock: SetClock) -> None:
    serve_many(2_000, clock)
