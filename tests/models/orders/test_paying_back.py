"""What comes back is what was paid for it: exactly, by the ways it came, in however many pieces."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models.amounts import NO_DISCOUNT, Discount
from models.catalogue import catalogue
from models.errors import (
    BadMoney,
    BadQuantity,
    NothingToReturn,
    NotInDrawer,
    ShopError,
    UnknownOrder,
)
from models.events import Receipt
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import drawer, order_history, orders, payments, returns
from models.orders.cart import Cart
from models.orders.ledger import Ledger, paid_out
from models.orders.payments import METHODS, Tender, cash_due, cash_tender
from models.printing import receipt
from models.settings import preferences
from models.settings.preferences import CASH_ROUNDING
from models.shop.opening import Shop
from models.shop.undo import undo
from models.stages import Paid
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import (
    a_product,
    an_order,
    cart_of,
    findings,
    kept_sums,
    order_row,
    pcs,
    sums_anew,
)


def handed_over(cart: Cart, *tenders: Tender) -> int:
    order = orders.place(cart, tenders=tenders).value.id
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    return order


def x_and_y(off: Discount) -> int:
    cart = cart_of(a_product("X", 6_000), a_product("Y", 4_000)).set_discount(off)
    return handed_over(cart, Tender("cash", cart.bill().total))


def moved(order: int) -> list[tuple[str, int]]:
    """Money by its way, in and back."""
    return [(row.method, row.amount) for row in order_history.sheet(order).payments]


@pytest.mark.parametrize(
    ("off", "back"),
    [(Discount(1_000), 5_400), (Discount(5_000), 3_000), (Discount(rate=1_000), 5_400),
     (NO_DISCOUNT, 6_000), (Discount(10_000), 0)],
)  # fmt: skip
def test_goods_take_their_part_of_the_order_s_discount_along(
    shop: Shop, off: Discount, back: int
) -> None:
    order = x_and_y(off)
    paid = order_row(order)["paid"]
    assert returns.return_goods(order, {1: pcs(1)}).value == back
    assert returns.return_goods(order, {2: pcs(1)}).value == paid - back
    assert order_row(order)["paid"] == 0


def test_all_goes_back_by_the_ways_it_came(shop: Shop) -> None:
    preferences.put(CASH_ROUNDING, 500)
    order = handed_over(
        cart_of(a_product(price=13_700)), Tender("qris", 5_300), cash_tender(8_400, 8_500, 500)
    )
    assert returns.return_goods(order, {1: pcs(1)}).value == 13_800
    assert moved(order)[3:] == [("cash", -8_500), ("rounding", 100), ("qris", -5_300)]
    assert order_history.sheet(order).order.payment is Paid.REFUNDED


def test_who_paid_the_exact_sum_gets_the_exact_sum(shop: Shop) -> None:
    preferences.put(CASH_ROUNDING, 500)
    order = handed_over(cart_of(a_product(price=7_300)), Tender("cash", 7_300))
    assert returns.return_goods(order, {1: pcs(1)}).value == 7_300


def test_piece_by_piece_ends_like_all_at_once(shop: Shop) -> None:
    """The sum of what went back is rounded, and the last piece pays the rest."""
    preferences.put(CASH_ROUNDING, 500)
    order = handed_over(cart_of((a_product(price=3_650), pcs(2))), Tender("cash", 7_300))
    assert returns.return_goods(order, {1: pcs(1)}).value == 3_500
    assert returns.return_goods(order, {1: pcs(1)}).value == 3_800


def test_the_unit_of_rounding_may_change_in_between(shop: Shop) -> None:
    preferences.put(CASH_ROUNDING, 500)
    order = handed_over(cart_of((a_product(price=2_150), pcs(4))), cash_tender(8_600, 8_500, 500))
    back = [returns.return_goods(order, {1: pcs(1)}).value]
    preferences.put(CASH_ROUNDING, 100)
    back.append(returns.return_goods(order, {1: pcs(1)}).value)
    preferences.put(CASH_ROUNDING, 1)
    back.append(returns.return_goods(order, {1: pcs(1)}).value)
    back.append(returns.return_goods(order, {1: pcs(1)}).value)
    assert back == [2_000, 2_300, 2_150, 2_050]
    assert sum(back) == 8_500


def test_another_way_is_taken_where_the_customer_asks_for_it(shop: Shop) -> None:
    preferences.put(CASH_ROUNDING, 500)
    order = handed_over(
        cart_of((a_product(price=13_700), pcs(2))),
        Tender("card", 19_000), cash_tender(8_400, 8_500, 500),
    )  # fmt: skip
    assert returns.return_goods(order, {1: pcs(1)}, "transfer").value == 13_700
    assert returns.return_goods(order, {1: pcs(1)}, "cash").value == 13_800
    assert order_row(order)["paid"] == 0


def test_what_was_paid_for_and_did_not_come_goes_back_to_the_rupiah(shop: Shop) -> None:
    preferences.put(CASH_ROUNDING, 500)
    cart = cart_of(a_product("X", 8_700), a_product("Y", 5_000)).set_discount(Discount(1_370))
    placed = orders.place(cart, tenders=[Tender("qris", 4_000), cash_tender(8_330, 8_500, 500)])
    order = placed.value.id
    fulfilment.short(order, 1)
    row = order_row(order)
    assert row["total"] == 5_000 - 500
    assert payments.refund(order, row["paid"] - row["total"]).value == 8_000
    fulfilment.short(order, 2)
    assert payments.refund(order, order_row(order)["paid"]).value == 4_500
    assert sum(amount for method, amount in moved(order) if method == "cash") == 0
    assert sum(amount for method, amount in moved(order) if method == "qris") == 0


def test_what_was_undone_counts_for_nothing(shop: Shop) -> None:
    preferences.put(CASH_ROUNDING, 500)
    order = handed_over(cart_of((a_product(price=3_650), pcs(2))))
    undo(payments.pay(order, cash_tender(7_300, 7_500, 500)).sequence)
    payments.pay(order, Tender("cash", 7_300))
    undo(returns.return_goods(order, {1: pcs(1)}).sequence)
    assert returns.return_goods(order, {1: pcs(1)}).value == 3_500
    assert returns.return_goods(order, {1: pcs(1)}).value == 3_800


# --- the drawer -----------------------------------------------------------------------------


def test_more_than_is_in_the_drawer_goes_out_only_when_that_is_said(shop: Shop) -> None:
    drawer.open_drawer(50_000)
    order = handed_over(cart_of(a_product(price=400_000)), Tender("card", 400_000))
    entries = journal.newest()
    with pytest.raises(NotInDrawer) as refused:
        returns.return_goods(order, {1: pcs(1)}, "cash")
    assert (refused.value.amount, refused.value.expected) == (400_000, 50_000)
    with pytest.raises(NotInDrawer):
        payments.refund(order, 50_001, "cash")
    assert journal.newest() == entries
    assert returns.return_goods(order, {1: pcs(1)}, "cash", overdraw=True).value == 400_000
    current = drawer.current()
    assert current is not None
    assert current.expected == -350_000


def test_what_goes_back_by_card_asks_no_drawer(shop: Shop) -> None:
    drawer.open_drawer(0)
    order = handed_over(cart_of(a_product(price=400_000)), Tender("card", 400_000))
    assert returns.return_goods(order, {1: pcs(1)}).value == 400_000


def test_an_undoing_takes_no_cash_that_is_not_there(shop: Shop) -> None:
    drawer.open_drawer(0)
    order = an_order(a_product(price=10_000)).id
    paid = payments.pay(order, Tender("cash", 10_000))
    drawer.move(-10_000, "Setor")
    with pytest.raises(NotInDrawer):
        undo(paid.sequence)
    drawer.move(4_000, "Receh")
    drawer.move(6_000, "Receh")
    undo(paid.sequence)
    assert order_row(order)["paid"] == 0


# --- bad input ------------------------------------------------------------------------------


def test_what_cannot_come_back_is_refused_and_nothing_is_half_done(shop: Shop) -> None:
    order = handed_over(cart_of((a_product(price=4_000), 1_500)), Tender("cash", 6_000))
    entries = journal.newest()
    for number, quantity, refusal in (
        (1, 1_501, NothingToReturn), (1, 0, BadQuantity), (1, -500, BadQuantity),
        (2, 500, UnknownOrder), (1, 10**12, BadQuantity),
    ):  # fmt: skip
        with pytest.raises(refusal):
            returns.return_goods(order, {number: quantity})
    for method in ("gopay", ""):
        with pytest.raises(ShopError):
            returns.return_goods(order, {1: 500}, method)
    with pytest.raises(BadMoney):
        payments.refund(order, 6_001)
    assert (journal.newest(), order_row(order)["paid"]) == (entries, 6_000)
    returns.return_goods(order, {1: 1_500})
    with pytest.raises(NothingToReturn):
        returns.return_goods(order, {1: 1})


def test_goods_come_back_after_their_product_is_gone_and_their_tax_is_another(shop: Shop) -> None:
    product = a_product("Es krim", 11_100, tax_rate=1_100)
    order = handed_over(cart_of((product, pcs(2))), Tender("cash", 22_200))
    catalogue.change_product(product.id, price=99_000, tax_rate=1_200, active=False)
    assert returns.return_goods(order, {1: pcs(1)}).value == 11_100
    assert order_row(order)["tax"] == 1_100
    assert returns.return_goods(order, {1: pcs(1)}).value == 11_100


def test_a_weighed_piece_comes_back_in_parts(shop: Shop) -> None:
    chicken = a_product("Ayam", 38_333, unit="kg")
    order = handed_over(cart_of((chicken, 1_337)), Tender("qris", 51_251))
    back = [returns.return_goods(order, {1: part}).value for part in (333, 500, 504)]
    assert sum(back) == 51_251
    assert order_row(order)["paid"] == order_row(order)["total"] == 0


# --- any way back ---------------------------------------------------------------------------


@given(some.data())
@settings(max_examples=100)
def test_any_pieces_give_back_exactly_what_came(data: some.DataObject) -> None:
    """Without a shop: only the ledger."""
    rows, key = [], 0
    for _ in range(data.draw(some.integers(1, 4))):
        key += 1
        amount = data.draw(some.integers(1, 50_000))
        method = data.draw(some.sampled_from(METHODS))
        came = cash_due(amount, 500) if method == "cash" and data.draw(some.booleans()) else amount
        rows += [(f"{key}", method, came), (f"{key}:rounding", "rounding", amount - came)]
    came_in = Ledger(rows).in_till
    total = Ledger(rows).paid
    back = 0
    while left := Ledger(rows).paid:
        part = left if len(rows) > 24 else data.draw(some.integers(1, left))
        by = data.draw(some.none() | some.sampled_from(METHODS))
        unit = data.draw(some.sampled_from([1, 100, 500]))
        outs = Ledger(rows).pay_out(part, by, unit)
        assert sum(out.amount for out in outs) == part
        assert all(out.out >= 0 for out in outs)
        for out in outs:
            key += 1
            rows += [(f"{key}", out.method, -out.out),
                     (f"{key}:rounding", "rounding", out.out - out.amount)]  # fmt: skip
        back += paid_out(outs)
        assert Ledger(rows).in_till == came_in - back >= 0
    assert back == came_in
    assert total - sum(row[2] for row in rows) == total


class Customer:
    """Buys with discounts and ways of payment by chance, and brings back in any pieces."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        preferences.put(CASH_ROUNDING, chance.choice([1, 100, 500]))
        cart = Cart(tax_included=chance.random() < 0.7)
        for n in range(chance.randint(1, 3)):
            product = a_product(f"Barang {n}", chance.choice([333, 2_333, 12_500]),
                                unit="kg", tax_rate=chance.choice([0, 1_100]))  # fmt: skip
            cart.add(product, chance.choice([1_000, 1_333, 3_000]))
            cart.set_line_discount(n, self.some_off(cart.lines[n].gross))
        cart.set_discount(self.some_off(cart.subtotal))
        self.order = orders.place(cart, tenders=self.tenders(cart.bill().total)).value.id
        self.came = self.in_till()

    def some_off(self, value: int) -> Discount:
        sums = [NO_DISCOUNT, Discount(value // self.chance.choice([2, 3, 9]))]
        return self.chance.choice([*sums, Discount(rate=self.chance.choice([333, 1_000, 5_000]))])

    def tenders(self, left: int) -> list[Tender]:
        given = []
        while left:
            part = self.chance.choice([left, self.chance.randint(1, left)])
            method = self.chance.choice(METHODS)
            whole = method == "cash" and part == left
            given.append(cash_tender(left, cash_due(left)) if whole else Tender(method, part))
            left -= given[-1].amount
        return given

    def in_till(self) -> int:
        return sum(amount for method, amount in moved(self.order) if method != "rounding")

    def live(self) -> None:
        chance = self.chance
        for _ in range(chance.randint(0, 3)):
            line = chance.randint(1, len(order_history.sheet(self.order).lines))
            deed = chance.choice(["short", "cancel_line", "change", "undo"])
            try:
                if deed == "short":
                    fulfilment.short(self.order, line, chance.choice([None, 125, 500]))
                elif deed == "cancel_line":
                    orders.cancel_line(self.order, line)
                elif deed == "change":
                    quantity = chance.choice([125, 1_000, 5_000])
                    off = chance.choice([None, Discount(500), Discount(rate=777)])
                    orders.change(self.order, {line: quantity}, discount=off)
                else:
                    undo(journal.newest())
            except ShopError:
                continue
        self.settle()
        try:
            fulfilment.make_ready(self.order)
            fulfilment.hand_over(self.order)
        except ShopError:
            return
        for _ in range(chance.randint(0, 6)):
            if left := self.kept():
                line = chance.choice(list(left))
                self.bring_back({line: chance.choice([left[line], chance.randint(1, left[line])])})
        if (left := self.kept()) and chance.random() < 0.7:
            self.bring_back(left)

    def kept(self) -> dict[int, int]:
        """What the customer has of each line."""
        lines = order_history.sheet(self.order).lines
        return {x.line: x.handed - x.returned for x in lines if x.handed > x.returned}

    def bring_back(self, quantities: dict[int, int]) -> None:
        method = self.chance.choice([None, None, *METHODS])
        if self.chance.random() < 0.3:
            back = self.exchange(quantities, method)
        else:
            due = paid_out(returns.refund_due(self.order, quantities, method))
            back = returns.return_goods(self.order, quantities, method)
            assert back.value == due
        self.check()
        if self.chance.random() < 0.2:
            undo(back.sequence)
            self.check()

    def exchange(self, quantities: dict[int, int], method: str | None) -> Receipt[int]:
        """For more, for less, or for the same."""
        other = a_product("Ganti", self.chance.choice([333, 12_500, 14_001]), unit="kg",
                          tax_rate=self.chance.choice([0, 1_100]))  # fmt: skip
        cart = Cart().add(other, self.chance.choice([1_000, 1_333]))
        cart.set_line_discount(0, self.some_off(cart.subtotal))
        due = returns.exchange_due(self.order, quantities, cart.lines, method)
        before, tenders = self.in_till(), self.tenders(due.due)
        done = returns.exchange(self.order, quantities, cart.lines, tenders, method)
        taken = sum(tender.taken for tender in tenders)
        assert done.value == paid_out(due.outs) - taken == before - self.in_till()
        assert min(taken, paid_out(due.outs)) == 0
        return done

    def settle(self) -> None:
        """What is due is paid, what is too much goes back."""
        row = order_row(self.order)
        if row["total"] > row["paid"]:
            payments.pay(self.order, *self.tenders(row["total"] - row["paid"]))
        elif row["paid"] > row["total"]:
            payments.refund(self.order, row["paid"] - row["total"])
        self.check()

    def check(self) -> None:
        """Money in less money out is the value that the customer keeps."""
        row = order_row(self.order)
        assert row["paid"] == row["total"]
        paper = receipt.receipt(self.order)
        goods = sum(line.gross - line.discount for line in paper.lines)
        assert goods - paper.discount + (0 if paper.tax_included else paper.tax) == paper.total
        assert (paper.total, paper.paid, paper.due, paper.over) == (row["total"],) * 2 + (0, 0)
        kept, unit = self.in_till(), preferences.get(CASH_ROUNDING)
        if row["total"]:
            # In and out are each rounded once, however many pieces there were.
            assert abs(kept - row["total"]) <= unit * self.times_in_cash()
        else:
            assert kept == 0

    def times_in_cash(self) -> int:
        return 1 + sum(method == "cash" and amount > 0 for method, amount in moved(self.order))


def cash_of_all() -> int:
    found = order_history.find(limit=10_000)
    return sum(amount for x in found for method, amount in moved(x.id) if method == "cash")


def serve_many(count: int) -> None:
    drawer.open_drawer(10**9)

    @settings(max_examples=count, suppress_health_check=list(HealthCheck))
    @given(some.randoms(use_true_random=False))
    def any_customer(chance: Random) -> None:
        Customer(chance).live()

    any_customer()
    current = drawer.current()
    assert current is not None
    assert current.cash == cash_of_all()
    assert sum(x.sum for x in current.taken or () if x.method == "cash") == current.cash
    assert kept_sums() == sums_anew()
    assert findings() == ()


@postgres_in_the_long_run
def test_in_less_out_is_what_the_customer_keeps(shop: Shop) -> None:
    serve_many(25)


@pytest.mark.long
def test_in_less_out_is_what_two_thousand_customers_keep(shop: Shop) -> None:
    serve_many(2_000)
