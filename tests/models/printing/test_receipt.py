"""What stands on paper is what the shop has stored, to the rupiah."""

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.amounts import Discount, line_total
from models.errors import DrawerIsClosed, UnknownOrder, UnknownProduct
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import drawer, orders, payments, returns, tickets
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.orders.pricing import Charge, bill
from models.print_spool import PrintRequest
from models.printing import receipt
from models.printing.documents import DayClose, Receipt, seal_of
from models.settings import preferences
from models.shop.opening import Shop
from models.stages import Paid
from tests.conftest import SetClock
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, an_order, at_station, cart_of, pcs

pytestmark = postgres_in_the_long_run

if TYPE_CHECKING:
    from models.catalogue.catalogue import Product


def adds_up(paper: Receipt) -> bool:
    """Whether a customer with a pencil comes to the same total."""
    goods = sum(line.gross - line.discount for line in paper.lines)
    on_top = 0 if paper.tax_included else paper.tax
    return goods == paper.subtotal and goods - paper.discount + on_top == paper.total


# --- receipts ------------------------------------------------------------------------------


def test_a_receipt_names_the_shop_the_order_and_no_person(shop: Shop, clock: SetClock) -> None:
    preferences.put(preferences.SHOP_NAME, "Toko Sejahtera")
    preferences.put(preferences.SHOP_ADDRESS, "Jl. Kenanga 12, Bandung")
    preferences.put(preferences.RECEIPT_FOOTER, "Terima kasih")
    with at_station("Kasir 2", "K7"):
        placed = an_order()
    paper = receipt.receipt(placed.id)
    assert (paper.shop.name, paper.shop.address) == ("Toko Sejahtera", "Jl. Kenanga 12, Bandung")
    assert paper.shop.footer == "Terima kasih"
    assert (paper.order.number, paper.order.day) == (1, date(2026, 3, 9))
    assert (paper.order.station, paper.order.staff) == ("Kasir 2", "K7")
    assert paper.order.placed_at == clock.now()


def test_a_receipt_adds_up_with_discounts_tax_and_change(shop: Shop) -> None:
    rice = a_product("Beras", 70_000, unit="sak", tax_rate=1100)
    apples = a_product("Apel", 42_000, unit="kg", tax_rate=1100)
    cart = cart_of((rice, pcs(2)), (apples, pcs(0.75)))
    cart.set_line_discount(0, Discount(1_500))
    cart.set_discount(Discount(5_000))
    total = cart.bill().total
    cash = Tender("cash", total - 50_000, 200_000)
    placed = orders.place(cart, tenders=[Tender("qris", 50_000), cash]).value
    paper = receipt.receipt(placed.id)
    assert [(x.name, x.quantity, x.price, x.gross, x.discount) for x in paper.lines] == [
        ("Beras", 2_000, 70_000, 140_000, 1_500),
        ("Apel", 750, 42_000, 31_500, 0),
    ]
    assert (paper.total, paper.discount, paper.tax_rate) == (placed.total, 5_000, 1100)
    assert [(p.method, p.tendered - p.amount) for p in paper.payments] == [
        ("qris", 0),
        ("cash", placed.change),
    ]
    assert (paper.paid, paper.due, paper.state) == (total, 0, Paid.PAID)
    assert adds_up(paper)


def test_tax_on_top_stands_below_the_goods(shop: Shop) -> None:
    preferences.put(preferences.PRICES_INCLUDE_TAX, False)
    product = a_product(price=10_000, tax_rate=1100)
    cart = Cart(tax_included=False)
    cart.add(product, pcs(1))
    paper = receipt.receipt(orders.place(cart).value.id)
    assert (paper.subtotal, paper.tax, paper.total) == (10_000, 1_100, 11_100)
    assert adds_up(paper)


def test_two_rates_of_tax_name_none(shop: Shop) -> None:
    placed = an_order(a_product("A", tax_rate=1100), a_product("B", tax_rate=500))
    assert receipt.receipt(placed.id).tax_rate == 0
    assert receipt.receipt(placed.id).tax > 0


def test_an_order_that_is_not_paid_says_what_is_due(shop: Shop) -> None:
    placed = an_order((a_product(price=3_500), pcs(2)))
    payments.pay(placed.id, Tender("cash", 3_000))
    paper = receipt.receipt(placed.id)
    assert (paper.paid, paper.due, paper.state) == (3_000, 4_000, Paid.PART)


def test_only_what_is_charged_stands_on_a_receipt(shop: Shop) -> None:
    tea, milk, rice = a_product("Teh"), a_product("Susu"), a_product("Beras")
    placed = an_order((tea, pcs(3)), (milk, pcs(1)), (rice, pcs(2)))
    orders.cancel_line(placed.id, 2)
    fulfilment.short(placed.id, 1, quantity=pcs(1), reason="sold_out")
    fulfilment.make_ready(placed.id)
    fulfilment.hand_over(placed.id)
    returns.return_goods(placed.id, {3: pcs(1)})
    paper = receipt.receipt(placed.id)
    assert [(x.name, x.quantity) for x in paper.lines] == [("Teh", 2_000), ("Beras", 1_000)]
    assert adds_up(paper)


def test_money_given_back_stands_on_the_receipt(shop: Shop) -> None:
    product = a_product(price=5_000)
    placed = an_order(product, tenders=[Tender("cash", 5_000)])
    payments.refund(placed.id, 5_000)
    paper = receipt.receipt(placed.id)
    assert [payment.amount for payment in paper.payments] == [5_000, -5_000]
    assert paper.state == Paid.REFUNDED


def test_a_cancelled_order_owes_nothing(shop: Shop) -> None:
    placed = an_order()
    orders.cancel(placed.id)
    paper = receipt.receipt(placed.id)
    assert (paper.cancelled, paper.due, paper.lines) == (True, 0, ())


def test_a_receipt_of_nothing_is_refused(shop: Shop) -> None:
    with pytest.raises(UnknownOrder):
        receipt.receipt(77)


charges = st.builds(
    lambda price, ordered, part, off, rate: (price, ordered, part, off, rate),
    st.integers(0, 10**9), st.integers(1, 10**6), st.integers(0, 100), st.integers(0, 100),
    st.sampled_from([0, 500, 1100, 1200]),
)  # fmt: skip


@given(st.lists(charges, min_size=1, max_size=12), st.integers(0, 10_000), st.booleans())
def test_gross_less_discount_is_the_line_for_any_quantity_that_is_left(
    drawn: list[tuple[int, int, int, int, int]], off_all: int, included: bool
) -> None:
    lines = [
        Charge(price, ordered, ordered * part // 100, off, rate)
        for price, ordered, part, percent, rate in drawn
        for off in [
            Discount(rate=percent * 100)
            if price % 2
            else Discount(line_total(price, ordered) * percent // 100)
        ]
    ]
    due = bill(lines, off_all, tax_included=included)
    shown = [line_total(c.price, c.billed) for c in lines]
    off = [gross - total for gross, total in zip(shown, due.line_totals, strict=True)]
    assert all(0 <= part <= gross for part, gross in zip(off, shown, strict=True))
    assert sum(shown) - sum(off) == due.subtotal
    assert due.subtotal - due.discount + (0 if included else due.tax) == due.total


# --- the same paper ------------------------------------------------------------------------


def test_the_same_receipt_has_the_same_seal_until_something_changes(shop: Shop) -> None:
    placed = an_order((a_product(price=3_500), pcs(2)))
    first = seal_of(receipt.receipt(placed.id))
    assert seal_of(receipt.receipt(placed.id)) == first
    preferences.put(preferences.RECEIPT_FOOTER, "Selamat tahun baru")
    assert seal_of(receipt.receipt(placed.id)) == first
    payments.pay(placed.id, Tender("cash", 7_000))
    assert seal_of(receipt.receipt(placed.id)) != first


def test_picking_makes_no_new_ticket(shop: Shop) -> None:
    placed = an_order((a_product(), pcs(2)))
    before = seal_of(receipt.pick_ticket(placed.id))
    fulfilment.pick(placed.id, 1, pcs(1))
    assert seal_of(receipt.pick_ticket(placed.id)) == before


# --- the warehouse's papers ----------------------------------------------------------------


def test_a_pick_ticket_says_what_to_fetch(shop: Shop) -> None:
    milk = a_product("Susu", sku="S1", unit="dus")
    cart = cart_of((milk, pcs(3)))
    cart.set_line_note(0, "yang dingin")
    cart.set_note("bungkus kado")
    placed = orders.place(cart, rush=True).value
    paper = receipt.pick_ticket(placed.id)
    (line,) = paper.lines
    assert (line.name, line.sku, line.unit, line.quantity, line.note) == (
        "Susu", "S1", "dus", 3_000, "yang dingin",
    )  # fmt: skip
    assert (paper.rush, paper.note) == (True, "bungkus kado")


def test_a_pick_ticket_leaves_out_what_is_not_wanted_or_not_there(shop: Shop) -> None:
    placed = an_order((a_product("A"), pcs(3)), (a_product("B"), pcs(2)), a_product("C"))
    orders.cancel_line(placed.id, 2)
    fulfilment.short(placed.id, 1, quantity=pcs(1), reason="damaged")
    lines = receipt.pick_ticket(placed.id).lines
    assert [(line.name, line.quantity) for line in lines] == [("A", 2_000), ("C", 1_000)]


def test_a_change_slip_says_before_and_after(shop: Shop, clock: SetClock) -> None:
    placed = an_order((a_product("A"), pcs(3)), (a_product("B"), pcs(2)), a_product("C"))
    clock.forward(5)
    added = cart_of((a_product("D"), pcs(4))).lines
    orders.change(placed.id, {1: pcs(5), 2: 0}, added)
    paper = receipt.change_slip(journal.newest())
    assert [(line.name, line.before, line.after) for line in paper.lines] == [
        ("A", 3_000, 5_000),
        ("B", 2_000, 0),
        ("D", None, 4_000),
    ]
    assert (paper.changed_at, paper.cancelled) == (clock.now(), False)


def test_a_change_slip_says_what_is_noted_now(shop: Shop) -> None:
    placed = an_order((a_product("A"), pcs(3)), a_product("B"))
    orders.change(placed.id, {1: pcs(2)}, notes={1: "yang kecil", 2: "dingin"}, note="dua plastik")
    paper = receipt.change_slip(journal.newest())
    assert paper.note == "dua plastik"
    assert [(line.before, line.after, line.note) for line in paper.lines] == [
        (3_000, 2_000, "yang kecil"),
        (1_000, 1_000, "dingin"),
    ]


def test_each_change_has_its_own_slip_whatever_came_after(shop: Shop) -> None:
    placed = an_order((a_product("A"), pcs(3)))
    orders.change(placed.id, {1: pcs(5)})
    first = journal.newest()
    fulfilment.pick(placed.id, 1, pcs(2))
    orders.change(placed.id, {1: pcs(4)})
    second = journal.newest()
    orders.cancel(placed.id)
    third = journal.newest()
    changes = [
        [(line.before, line.after) for line in receipt.change_slip(entry).lines]
        for entry in (first, second, third)
    ]
    assert changes == [[(3_000, 5_000)], [(5_000, 4_000)], [(4_000, 0)]]
    assert receipt.change_slip(third).cancelled


def test_a_slip_of_something_that_is_no_change_is_refused(shop: Shop) -> None:
    a_product()
    with pytest.raises(UnknownOrder):
        receipt.change_slip(journal.newest())


# --- codes ---------------------------------------------------------------------------------


def test_the_code_on_a_paper_leads_back_to_its_order(shop: Shop) -> None:
    an_order()
    placed = an_order()
    code = receipt.receipt(placed.id).order.code
    assert code == tickets.code(placed.day, 2)
    assert receipt.pick_ticket(placed.id).order.code == code
    assert tickets.order_for_code(code) == placed.id
    assert tickets.order_for_code(f" {code.lower()} ") == placed.id


@pytest.mark.parametrize("code", ["8991002101630", "BB-2026112-042", "BB-20261122-042x", "", "BB-"])
def test_other_codes_are_no_tickets(shop: Shop, code: str) -> None:
    assert tickets.order_for_code(code) is None


def test_a_ticket_of_another_shop_is_told_from_a_product(shop: Shop) -> None:
    with pytest.raises(UnknownOrder):
        tickets.order_for_code("BB-20261122-042")


@given(st.integers(1, 10**6), st.dates(date(2020, 1, 1), date(2099, 12, 31)))
def test_every_number_of_every_day_has_a_code_of_its_own(number: int, day: date) -> None:
    match = tickets.CODE.fullmatch(tickets.code(day, number))
    assert match is not None
    assert (int(match[1]), int(match[2])) == (day.year * 10_000 + day.month * 100 + day.day, number)


# --- drawer and labels ---------------------------------------------------------------------


def test_the_report_of_a_drawer_is_the_drawers_own(shop: Shop) -> None:
    opened = drawer.open_drawer(100_000).value
    an_order(a_product(price=5_000), tenders=[Tender("cash", 5_000)])
    closed = drawer.close_drawer(104_000).value
    paper = receipt.paper_of(PrintRequest("day_close", opened))
    assert isinstance(paper, DayClose)
    assert paper.drawer == closed
    assert (paper.drawer.expected, paper.drawer.difference) == (105_000, -1_000)
    with pytest.raises(DrawerIsClosed):
        receipt.paper_of(PrintRequest("day_close", 99))


def test_labels_come_in_the_numbers_that_were_asked_for(shop: Shop) -> None:
    milk = a_product("Susu", 6_000, unit="pcs", barcodes=["8998009010231"])
    apples = a_product("Apel", 42_000, unit="kg", sku="APL")
    made = receipt.labels([(milk.id, 2), (apples.id, 1)]).labels
    assert [(x.name, x.price, x.unit, x.code) for x in made] == [
        ("Susu", 6_000, "pcs", "8998009010231"),
        ("Susu", 6_000, "pcs", "8998009010231"),
        ("Apel", 42_000, "kg", "APL"),
    ]
    with pytest.raises(UnknownProduct):
        receipt.labels([(999, 1)])


def test_the_barcode_of_a_carton_is_not_put_on_one_piece(shop: Shop) -> None:
    from models.catalogue import catalogue

    product: Product = a_product(sku="M1")
    catalogue.add_barcode(product.id, "18991002101637", pcs(40))
    assert receipt.labels([(product.id, 1)]).labels[0].code == "M1"
    catalogue.add_barcode(product.id, "8991002101630")
    assert receipt.labels([(product.id, 1)]).labels[0].code == "8991002101630"
