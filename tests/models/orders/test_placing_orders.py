"""A customer orders: the cart is stored, numbered, and the same cart is never stored twice."""

import pytest

from models.amounts import NO_DISCOUNT, NOTE_LIMIT, PRICE_LIMIT, QUANTITY_LIMIT, Discount
from models.catalogue import catalogue, stock
from models.errors import (
    BadChoice,
    BadMoney,
    BadQuantity,
    DiscountTooLarge,
    EmptyCart,
    NotEnoughStock,
    NotSold,
    PaidTooMuch,
    TextTooLong,
    TooManyLines,
)
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import held_carts, orders
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.shop.opening import Shop
from tests.conftest import SetClock
from tests.readable import a_product, an_order, at_station, cart_of, line_rows, order_row, pcs


def give_out(order_id: int) -> None:
    fulfilment.make_ready(order_id)
    fulfilment.hand_over(order_id)


def test_the_first_order_of_the_day_is_number_one(shop: Shop) -> None:
    placed = orders.place(cart_of((a_product(price=3_500), pcs(2)))).value
    assert (placed.number, placed.total) == (1, 7_000)


def test_numbers_run_on_without_gaps_whatever_was_refused(shop: Shop) -> None:
    scarce = a_product(stock_policy="block", on_hand=pcs(1))
    numbers = []
    for _ in range(3):
        with pytest.raises(NotEnoughStock):
            an_order((scarce, pcs(2)))
        numbers.append(an_order().number)
    assert numbers == [1, 2, 3]


def test_numbers_begin_again_with_the_shop_s_day_not_with_utc(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 9, 23, 59)
    late = an_order()
    give_out(late.id)
    clock.forward(minutes=2)
    early = an_order()
    assert (late.day.isoformat(), late.number) == ("2026-03-09", 1)
    assert (early.day.isoformat(), early.number) == ("2026-03-10", 1)


def test_when_the_clock_is_set_back_the_day_s_numbers_go_on(shop: Shop, clock: SetClock) -> None:
    give_out(an_order().id)
    clock.forward(minutes=60 * 24)
    tomorrow = an_order()
    assert tomorrow.number == 1
    give_out(tomorrow.id)
    clock.forward(minutes=-60 * 24)
    assert an_order().number == 2


def test_no_two_open_orders_have_one_number(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 9, 17)
    yesterday = [an_order(starts_at=clock.now() + 20 * 60 * 60_000) for _ in range(4)]
    give_out(yesterday[1].id)
    orders.cancel(yesterday[3].id)
    clock.forward(minutes=60 * 18)
    with at_station("2"):
        today = [an_order() for _ in range(2)]
    today.append(an_order())
    # 1 and 3 are still open: they are the only gaps.
    assert [order.number for order in yesterday] == [1, 2, 3, 4]
    assert [order.number for order in today] == [2, 4, 5]
    # The day after, what is open of both days is passed by.
    clock.forward(minutes=60 * 24)
    assert [an_order().number for _ in range(2)] == [6, 7]


def test_two_open_orders_over_midnight(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 9, 23, 59)
    assert an_order().number == 1
    clock.forward(minutes=2)
    assert [an_order().number for _ in range(2)] == [2, 3]


def test_the_line_keeps_what_the_product_was_called_and_cost(shop: Shop) -> None:
    coffee = a_product("Kopi Susu", 15_000, sku="KS", unit="btl")
    placed = an_order(coffee)
    catalogue.change_product(coffee.id, name="Kopi Susu Gula Aren", price=18_000)
    line = line_rows(placed.id)[0]
    assert (line["name"], line["sku"], line["unit"], line["price"], line["total"]) == (
        "Kopi Susu",
        "KS",
        "btl",
        15_000,
        15_000,
    )


def test_the_order_carries_station_staff_code_and_hour(shop: Shop, clock: SetClock) -> None:
    clock.set(2026, 3, 9, 17, 45)
    with at_station("3", staff="K1"):
        placed = an_order(channel="scanned", rush=True)
    row = order_row(placed.id)
    assert (row["station"], row["staff"], row["hour"]) == ("3", "K1", 17)
    assert (row["channel"], bool(row["rush"])) == ("scanned", True)


def test_pressing_twice_places_once(shop: Shop) -> None:
    cart = cart_of(a_product())
    first = orders.place(cart).value
    an_order()  # of another counter
    second = orders.place(cart).value
    assert (first.id, first.number) == (second.id, second.number)
    assert [event.kind for event in journal.since(0)].count("placed") == 2


def test_the_same_goods_in_a_new_cart_are_a_new_order(shop: Shop) -> None:
    goods = a_product()
    assert an_order(goods).number != an_order(goods).number


def test_placing_reserves_what_is_on_the_shelf(shop: Shop) -> None:
    rice = a_product(on_hand=pcs(10))
    an_order((rice, 2_500))
    assert stock.level(rice.id) == (10_000, 2_500)


def test_what_may_not_be_oversold_is_refused_over_all_lines_together(shop: Shop) -> None:
    scarce = a_product("Telur", stock_policy="block", on_hand=pcs(3))
    cart = Cart().add(scarce, pcs(2)).add(scarce, pcs(2), note="yang besar")
    with pytest.raises(NotEnoughStock) as refused:
        orders.place(cart)
    assert (refused.value.name, refused.value.asked, refused.value.available) == (
        "Telur",
        4_000,
        3_000,
    )
    assert stock.level(scarce.id) == (3_000, 0)


def test_what_others_have_ordered_is_not_available_any_more(shop: Shop) -> None:
    scarce = a_product(stock_policy="block", on_hand=pcs(3))
    an_order((scarce, pcs(2)))
    with pytest.raises(NotEnoughStock):
        an_order((scarce, pcs(2)))


@pytest.mark.parametrize("policy", ["allow", "warn"])
def test_other_products_may_go_below_zero(shop: Shop, policy: str) -> None:
    bread = a_product(stock_policy=policy, on_hand=0)
    an_order((bread, pcs(2)))
    assert stock.level(bread.id) == (0, 2_000)


def test_money_on_the_counter_is_stored_with_the_order(shop: Shop) -> None:
    cart = cart_of(a_product(price=7_000))
    placed = orders.place(cart, tenders=[Tender("cash", 7_000, 10_000)]).value
    assert placed.change == 3_000
    assert order_row(placed.id)["paid"] == 7_000


def test_a_payment_that_does_not_fit_leaves_nothing_behind(shop: Shop) -> None:
    rice = a_product(price=7_000, on_hand=pcs(5))
    before = journal.newest()
    with pytest.raises(PaidTooMuch):
        orders.place(cart_of(rice), tenders=[Tender("qris", 7_001)])
    assert journal.newest() == before
    assert stock.level(rice.id) == (5_000, 0)
    assert an_order().number == 1


def test_placing_takes_the_draft_and_the_held_cart_away(shop: Shop) -> None:
    cart = cart_of(a_product())
    held_carts.save_draft(cart)
    held_carts.hold(cart)
    orders.place(cart)
    assert held_carts.draft() is None
    assert held_carts.held() == []


# --- what nobody can order --------------------------------------------------------------------


def test_an_empty_cart_is_no_order(shop: Shop) -> None:
    with pytest.raises(EmptyCart):
        orders.place(Cart())


@pytest.mark.parametrize("quantity", [0, -1, QUANTITY_LIMIT + 1, 10**12, True, 1.5, "2", None])
def test_a_quantity_that_is_none_is_refused(shop: Shop, quantity: object) -> None:
    cart = Cart()
    with pytest.raises(BadQuantity):
        cart.add(a_product(), quantity)  # type: ignore[arg-type]
    assert not cart


def test_adding_up_cannot_pass_the_limit_either(shop: Shop) -> None:
    cheap = a_product(price=1)
    cart = cart_of((cheap, QUANTITY_LIMIT))
    with pytest.raises(BadQuantity):
        cart.add(cheap, 1)
    assert cart.quantity == QUANTITY_LIMIT


def test_a_sum_that_no_till_can_print_is_refused(shop: Shop) -> None:
    gold = a_product("Emas", PRICE_LIMIT)
    cart = cart_of((gold, pcs(1_000)))
    with pytest.raises(BadMoney):
        cart.add(gold, pcs(1))
    assert orders.place(cart).value.total == PRICE_LIMIT * 1_000


def test_a_note_of_a_million_characters_is_refused_at_once(shop: Shop) -> None:
    with pytest.raises(TextTooLong):
        Cart().set_note("x" * 1_000_000)
    assert Cart().set_note("x" * NOTE_LIMIT).note


def test_control_and_bidi_characters_do_not_get_into_a_note(shop: Shop) -> None:
    cart = cart_of(a_product()).set_note("es\x00 batu\x1b[2J \u202episah\u2069\u061c\ud800")
    placed = orders.place(cart).value
    assert order_row(placed.id)["note"] == "es batu[2J pisah"


def test_a_product_taken_out_of_sale_cannot_be_added(shop: Shop) -> None:
    gone = catalogue.change_product(a_product().id, active=False).value
    with pytest.raises(NotSold):
        Cart().add(gone)


def test_more_than_a_thousand_lines_are_refused(shop: Shop) -> None:
    goods, cart = a_product(price=1), Cart()
    for count in range(1_000):
        cart.add(goods, note=str(count))
    with pytest.raises(TooManyLines) as error:
        cart.add(goods, note="one more")
    assert (error.value.lines, error.value.limit) == (1_001, 1_000)


@pytest.mark.parametrize("discount", [-1, 3_501, True, 1.0, 10**18])
def test_a_discount_is_between_nothing_and_everything(shop: Shop, discount: int) -> None:
    cart = cart_of(a_product(price=3_500))
    with pytest.raises((BadMoney, DiscountTooLarge)):
        cart.set_discount(Discount(discount))
    assert cart.bill().total == 3_500


def test_an_order_comes_by_a_known_channel(shop: Shop) -> None:
    with pytest.raises(BadChoice):
        an_order(channel="telepathy")


# --- taking it back ---------------------------------------------------------------------------


def test_a_cancelled_order_gives_the_stock_free(shop: Shop) -> None:
    rice = a_product(on_hand=pcs(10))
    placed = an_order((rice, pcs(4)))
    orders.cancel(placed.id, "salah pesan")
    assert stock.level(rice.id) == (10_000, 0)
    assert order_row(placed.id)["cancel_reason"] == "salah pesan"
    assert order_row(placed.id)["total"] == 0


def test_a_price_holds_for_what_is_in_the_cart(shop: Shop) -> None:
    product = a_product("Teh", 5_000)
    cart = cart_of((product, pcs(1)))
    dearer = catalogue.change_product(product.id, price=6_000).value
    cart.add(dearer)
    cart.add(dearer)
    assert [(line.price, line.quantity) for line in cart.lines] == [(5_000, 1_000), (6_000, 2_000)]
    assert [(x.name, x.before, x.now) for x in cart.other_prices()] == [("Teh", 5_000, 6_000)]
    placed = orders.place(cart).value
    assert placed.total == 17_000
    cart.add(catalogue.change_product(product.id, price=5_000).value)
    assert [line.quantity for line in cart.lines] == [2_000, 2_000], "the old price, if it is again"


def test_another_tax_is_another_line_too(shop: Shop) -> None:
    product = a_product("Teh", 5_000)
    cart = cart_of(product).add(catalogue.change_product(product.id, tax_rate=1_100).value)
    assert [line.tax_rate for line in cart.lines] == [0, 1_100]


def test_what_has_a_note_or_a_discount_is_a_line_of_its_own(shop: Shop) -> None:
    goods, cart = a_product(), Cart()
    cart.add(goods).add(goods, note="dingin").add(goods, discount=Discount(500)).add(goods)
    assert [(line.quantity, line.note, line.discount) for line in cart.lines] == [
        (pcs(2), "", NO_DISCOUNT), (pcs(1), "dingin", NO_DISCOUNT), (pcs(1), "", Discount(500)),
    ]  # fmt: skip
