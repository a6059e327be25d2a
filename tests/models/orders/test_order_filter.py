"""From a figure of the owner's to the orders behind it, and why an hour or a feast was other."""

from dataclasses import replace
from datetime import date

import pytest

from models.amounts import Discount
from models.clock import MINUTE
from models.fulfilment import fulfilment  # fmt: skip
from models.orders import drawer, order_history, orders, payments, returns
from models.orders.order_filter import OrderFilter
from models.orders.order_history import Search
from models.orders.payments import Tender
from models.shop.opening import Shop
from models.statistics import counter_figures, product_sales
from models.storage.tables import Order
from models.sums.rollups import IMPORTED_BY_DAY
from tests.conftest import SetClock
from tests.readable import a_product, an_order, at_station, cart_of, pcs

FIRST, LAST = date(2026, 3, 2), date(2026, 3, 8)


@pytest.fixture
def week(shop: Shop, clock: SetClock) -> dict[str, int]:
    """Orders of a week, each of its own kind, by a name."""
    rice = a_product("Beras", 70_000, category="Sembako")
    tea = a_product("Teh", 5_000, category="Minuman")
    found = {}
    clock.set(2026, 3, 2, 9)
    found["monday at nine"] = an_order(rice).id
    clock.set(2026, 3, 3, 9)
    found["slow"] = an_order(tea, (rice, pcs(2)), promised_at=clock.now() + 5 * MINUTE).id
    clock.forward(20)
    fulfilment.short(found["slow"], 1, reason="damaged")
    fulfilment.make_ready(found["slow"])
    clock.set(2026, 3, 3, 17)
    with at_station("Kasir 2", "rina"):
        cart = cart_of(tea)
        cart.discount = Discount(500)
        found["rina's"] = orders.place(cart).value.id
    clock.set(2026, 3, 4, 9)
    found["paid"] = an_order(tea, tenders=[Tender("qris", 5_000)]).id
    clock.set(2026, 3, 5, 9)
    found["cancelled"] = an_order(tea, tenders=[Tender("cash", 5_000)]).id
    payments.refund(found["cancelled"], 5_000)
    orders.cancel(found["cancelled"], "mistake")
    clock.set(2026, 3, 6, 9)
    found["returned"] = an_order(tea).id
    fulfilment.make_ready(found["returned"])
    fulfilment.hand_over(found["returned"])
    returns.return_goods(found["returned"], {1: 1})
    clock.set(2026, 3, 9, 10)
    return found


def test_what_was_done_on_a_day_leads_to_orders_of_other_days(shop: Shop, clock: SetClock) -> None:
    tea = a_product("Teh", 5_000)
    clock.set(2026, 3, 2, 20)
    late = an_order(tea)
    other = an_order(tea)
    clock.set(2026, 3, 3, 9)
    drawer.open_drawer(100_000)
    payments.pay(late.id, Tender("cash", 5_000))
    with at_station("Gudang 1", "budi"):
        fulfilment.make_ready(late.id)
    drawer.close_drawer(105_000)
    with at_station("Gudang 2", "sri"):
        fulfilment.make_ready(other.id)
    third, second = (date(2026, 3, 3),) * 2, (date(2026, 3, 2),) * 2
    for figure, days, names in (
        (OrderFilter(method="cash"), third, {late.id}),
        (OrderFilter(method="cash"), second, set()),
        (OrderFilter(picked_by=("Gudang 1", "budi")), third, {late.id}),
        (OrderFilter(picked_by=("Gudang 2", "sri")), third, {other.id}),
        (OrderFilter(picked_by=("Gudang 1", "budi")), second, set()),
    ):
        search = Search(order_filter=replace(figure, done=days))
        assert {order.id for order in order_history.find(search)} == names, figure
    (counted,) = counter_figures.drawers(*third)
    (through,) = order_history.find(Search(order_filter=OrderFilter(drawer=counted.id)))
    assert through.id == late.id


def test_what_becomes_of_an_order_on_a_later_day_leads_to_it(shop: Shop, clock: SetClock) -> None:
    tea, sugar = a_product("Teh", 5_000), a_product("Gula", 18_000, category="Sembako")
    clock.set(2026, 3, 2, 12)
    gone, missing, less, more = (an_order((tea, pcs(2))).id for _ in range(4))
    slow = an_order(tea, promised_at=clock.moment + MINUTE).id
    clock.set(2026, 3, 3, 12)
    orders.cancel(gone, "mistake")
    fulfilment.short(missing, 1, quantity=pcs(1), reason="damaged")
    orders.change(less, {}, discounts={1: Discount(rate=1_000)})
    orders.change(more, {}, cart_of(sugar).lines)
    fulfilment.make_ready(slow)
    for figure, order in (
        (OrderFilter(cancelled=True), gone),
        (OrderFilter(cancelled_for="mistake"), gone),
        (OrderFilter(missing=""), missing),
        (OrderFilter(missing="damaged"), missing),
        (OrderFilter(discounted=True), less),
        (OrderFilter(products=(sugar.id,)), more),
        (OrderFilter(category="Sembako"), more),
        (OrderFilter(step="ready", seconds=86_400), slow),
        (OrderFilter(broken=True), slow),
    ):
        search = Search(first_day=FIRST, last_day=LAST, order_filter=figure)
        assert [found.id for found in order_history.find(search)] == [order], figure


#: A figure, and the orders that stand behind it.
FIGURES: tuple[tuple[OrderFilter, set[str]], ...] = (
    (OrderFilter(hour=9, weekday=0), {"monday at nine"}),
    (OrderFilter(hour=17), {"rina's"}),
    (OrderFilter(weekday=1), {"slow", "rina's"}),
    (OrderFilter(products=(1,)), {"monday at nine", "slow"}),
    (OrderFilter(products=(1, 2)), {"slow"}),
    (OrderFilter(station="Kasir 2", staff="rina"), {"rina's"}),
    (OrderFilter(method="qris"), {"paid"}),
    (OrderFilter(category="Minuman"), {"slow", "rina's", "paid", "returned"}),
    (OrderFilter(category="Sembako"), {"monday at nine", "slow"}),
    (OrderFilter(category="Rokok"), set()),
    (OrderFilter(discounted=True), {"rina's"}),
    (OrderFilter(broken=True), {"slow"}),
    (OrderFilter(paid_back=True), {"cancelled"}),
    (OrderFilter(cancelled=True), {"cancelled"}),
    (OrderFilter(cancelled_for="mistake"), {"cancelled"}),
    (OrderFilter(missing="damaged"), {"slow"}),
    (OrderFilter(missing=""), {"slow"}),
    (OrderFilter(missing="expired"), set()),
    (OrderFilter(returned=True), {"returned"}),
    (OrderFilter(step="ready", seconds=1200), {"slow"}),
    (OrderFilter(step="ready", seconds=1201), set()),
)


def test_each_figure_has_exactly_its_orders(week: dict[str, int]) -> None:
    by_id = {order: name for name, order in week.items()}
    for figure, names in FIGURES:
        search = Search(first_day=FIRST, last_day=LAST, order_filter=figure)
        assert {by_id[order.id] for order in order_history.find(search)} == names, figure


def test_what_came_without_a_time_stands_behind_no_hour(week: dict[str, int]) -> None:
    Order.update(channel=IMPORTED_BY_DAY).where(Order.id == week["paid"]).execute()
    for figure, is_there in (OrderFilter(method="qris"), True), (OrderFilter(hour=9), False):
        search = Search(first_day=FIRST, last_day=LAST, order_filter=figure)
        assert (week["paid"] in {order.id for order in order_history.find(search)}) == is_there


def test_the_orders_of_a_figure_come_in_pages_the_newest_days_first(
    week: dict[str, int], clock: SetClock
) -> None:
    for figure, names in (
        (OrderFilter(hour=9), ("returned", "paid", "slow", "monday at nine")),
        (OrderFilter(weekday=1), ("rina's", "slow")),  # of one day
    ):
        search = Search(first_day=FIRST, last_day=LAST, order_filter=figure)
        whole = [week[name] for name in names]
        assert [order.id for order in order_history.find(search)] == whole
        page = order_history.find(search, limit=len(whole) - 1)
        rest = order_history.find(search, before=page[-1].id, limit=3)
        assert [order.id for order in page + rest] == whole


def test_an_hour_is_explained_by_its_own_lines_to_the_rupiah(shop: Shop, clock: SetClock) -> None:
    rice, tea = a_product("Beras", 70_000), a_product("Teh", 5_000)
    clock.set(2026, 3, 1, 9, 10)
    an_order((rice, pcs(2)), tea)
    clock.set(2026, 3, 1, 10)
    an_order((rice, pcs(100)))
    clock.set(2026, 3, 8, 9, 50)
    an_order(rice)
    orders.cancel(an_order((tea, pcs(50))).id)
    clock.set(2026, 3, 9, 10)
    found = product_sales.explain(LAST, LAST, hour=9)
    assert (found.before, found.after) == (145_000, 70_000)
    assert found.before + found.orders + found.lines + found.price + found.mix == found.after
    assert [(sale.name, sale.change) for sale in found.products] == [
        ("Beras", -70_000), ("Teh", -5_000),
    ]  # fmt: skip


def test_categories_add_up_to_what_was_sold(shop: Shop, clock: SetClock) -> None:
    rice = a_product("Beras", 70_000, category="Sembako")
    sugar = a_product("Gula", 10_000, category="Sembako")
    tea = a_product("Teh", 5_000, category="Minuman")
    clock.set(2026, 3, 1, 9)
    an_order(rice, tea)
    clock.set(2026, 3, 8, 9)
    an_order(rice, sugar)
    clock.set(2026, 3, 9, 9)
    found = product_sales.categories(LAST, LAST)
    assert [(x.name, x.products, x.revenue, x.revenue_before) for x in found] == [
        ("Sembako", 2, 80_000, 70_000), ("Minuman", 0, 0, 5_000),
    ]  # fmt: skip
    assert found[0].quantity == pcs(2)
