"""Any order there ever was is found again, and what was cancelled can be taken back."""

from datetime import date
from pathlib import Path

import pytest

from models.catalogue import catalogue, stock
from models.errors import CannotUndo, NothingToUndo
from models.fulfilment import fulfilment, fulfilment_queue
from models.journal import journal
from models.journal.replay import replay
from models.orders import order_history, orders, payments
from models.orders.order_history import Search, find
from models.orders.payments import Tender
from models.past_sales import past_sales
from models.shop import backup, gate
from models.shop.opening import Shop
from models.shop.undo import undo
from models.stages import Paid, Stage
from tests.conftest import SetClock
from tests.readable import a_product, an_order, line_rows, order_row, pcs


def numbers(search: Search) -> list[int]:
    """The numbers of the orders found, newest first."""
    return [order.number for order in find(search)]


def newest(order_id: int) -> int:
    """The journal entry of the last thing done to an order."""
    return journal.for_order(order_id)[-1].sequence


def test_the_newest_order_comes_first_and_shows_what_is_in_it(shop: Shop) -> None:
    rice, tea = a_product("Beras 5 kg", 70_000), a_product("Teh Botol", 5_000)
    an_order(rice)
    an_order(rice, (tea, pcs(2)))
    first, second = find()
    assert (first.number, first.products, first.total) == (2, ("Beras 5 kg", "Teh Botol"), 80_000)
    assert second.number == 1


def test_a_long_history_is_read_by_pages(shop: Shop) -> None:
    product = a_product()
    for _ in range(5):
        an_order(product)
    page = find(limit=2)
    rest = find(before=page[-1].id, limit=10)
    assert [order.number for order in page + rest] == [5, 4, 3, 2, 1]


def test_a_past_sale_stands_on_its_day_whenever_it_came_in(
    shop: Shop, clock: SetClock, tmp_path: Path
) -> None:
    product = a_product("Teh", sku="A1")
    placed = [an_order(product).id for _ in range(3)]
    path = tmp_path / "sales.csv"
    path.write_text("date,order,product,quantity,price\n2024-11-20 16:45,7,Teh,1,5000\n")
    assert past_sales.run(path, past_sales.reading()).orders == 1
    page = find(limit=2)
    rest = find(before=page[-1].id, limit=10)
    assert [order.id for order in page + rest[:1]] == placed[::-1]
    assert [order.day.year for order in rest] == [2026, 2024]
    assert [order.day.year for order in find(Search(number=1))] == [2026, 2024]
    assert find(before=rest[-1].id) == []
    origin = gate.origin(backup.back_up(tmp_path / "copy.sqlite3").path)
    assert (origin.orders, origin.last_number, origin.last_at) == (4, 3, page[0].placed_at)


def test_an_order_is_found_by_its_number_on_any_day(shop: Shop, clock: SetClock) -> None:
    product = a_product()
    orders.cancel(an_order(product).id)
    clock.set(2026, 3, 10, 9)
    an_order(product)
    an_order(product)
    assert [order.day for order in find(Search(number=1))] == [date(2026, 3, 10), date(2026, 3, 9)]


def test_days_are_inclusive(shop: Shop, clock: SetClock) -> None:
    product = a_product()
    for day in (8, 9, 10, 11):
        clock.set(2026, 3, day, 12)
        an_order(product)
    found = find(Search(first_day=date(2026, 3, 9), last_day=date(2026, 3, 10)))
    assert [order.day.day for order in found] == [10, 9]


@pytest.mark.parametrize("text", ["bot teh", "TEH", "MNM7", "8991002101630", "es teh manis"])
def test_orders_are_found_by_what_was_sold(shop: Shop, text: str) -> None:
    tea = a_product("Teh Botol Sosro", 5_000, sku="MNM7", barcodes=["8991002101630"])
    catalogue.add_alias(tea.id, "es teh manis")
    an_order(a_product("Beras", 70_000))
    wanted = an_order(tea)
    assert [order.id for order in find(Search(product=text))] == [wanted.id]


def test_a_product_that_has_another_name_now_is_found_by_both(shop: Shop) -> None:
    product = a_product("Chiki Balls", 2_000)
    order = an_order(product)
    catalogue.change_product(product.id, name="Chiki Keju")
    for text in ("keju", "balls"):
        assert [found.id for found in find(Search(product=text))] == [order.id]


def test_what_nobody_sold_finds_nothing(shop: Shop) -> None:
    a_product("Sabun", 3_000)
    an_order()
    assert find(Search(product="sabun")) == []
    assert find(Search(product="kulkas")) == []


def test_states_and_debts_narrow_the_list(shop: Shop) -> None:
    product = a_product(price=10_000)
    waiting, ready, gone, paid = (an_order(product) for _ in range(4))
    fulfilment.make_ready(ready.id)
    orders.cancel(gone.id)
    payments.pay(paid.id, Tender("cash", 10_000))
    assert numbers(Search(stages=(Stage.READY,))) == [ready.number]
    assert numbers(Search(stages=(Stage.CANCELLED,))) == [gone.number]
    assert numbers(Search(unpaid=True)) == [ready.number, waiting.number]
    assert [order.payment for order in find(Search(number=paid.number))] == [Paid.PAID]


def test_a_sheet_tells_everything_about_an_order(shop: Shop) -> None:
    order = an_order(a_product(price=10_000), rush=True)
    payments.pay(order.id, Tender("cash", 4_000))
    sheet = order_history.sheet(order.id)
    assert [line.total for line in sheet.lines] == [10_000]
    assert [payment.amount for payment in sheet.payments] == [4_000]
    assert [event.kind for event in sheet.timeline] == ["placed", "paid"]
    assert sheet.order.payment == Paid.PART


# --- taking a cancellation back ------------------------------------------------------------


def test_the_one_way_by_which_all_came_in_is_proposed_for_what_goes_back(shop: Shop) -> None:
    order = an_order(a_product("Teh", 10_000)).id
    ways = [order_history.sheet(order).paid_by]
    for tender in (Tender("card", 4_000), Tender("cash", 6_000)):
        paid = payments.pay(order, tender)
        ways.append(order_history.sheet(order).paid_by)
    undo(paid.sequence)
    ways.append(order_history.sheet(order).paid_by)
    assert ways == [None, "card", None, "card"]


def test_a_cancelled_order_can_be_taken_back(shop: Shop) -> None:
    product = a_product(on_hand=pcs(10))
    order = an_order((product, pcs(3)))
    orders.cancel(order.id, "wrong customer")
    undo(newest(order.id))
    row = order_row(order.id)
    assert (row["stage"], row["cancel_reason"], row["total"]) == (Stage.WAITING, "", order.total)
    assert stock.level(product.id) == (pcs(10), pcs(3))
    assert replay() == []


def test_goods_that_were_to_go_back_stay_picked_after_the_undo(shop: Shop) -> None:
    product = a_product(on_hand=pcs(10))
    order = an_order((product, pcs(3)))
    fulfilment.pick(order.id, 1, pcs(2))
    orders.cancel(order.id)
    undo(newest(order.id))
    assert line_rows(order.id)[0]["picked"] == pcs(2)
    assert stock.level(product.id) == (pcs(8), pcs(1))
    assert replay() == []


def test_the_same_goods_of_another_order_go_back_all_the_same(shop: Shop) -> None:
    product = a_product(on_hand=pcs(10))
    first, second = an_order((product, pcs(2))).id, an_order((product, pcs(2))).id
    for order in (first, second):
        fulfilment.pick(order, 1)
        orders.cancel(order)
    undo(newest(second))
    assert [task.number for task in fulfilment_queue.wall().restock_tasks] == [1]
    assert replay() == []


def test_a_line_taken_off_comes_back(shop: Shop) -> None:
    rice, tea = a_product("Beras", 70_000), a_product("Teh", 5_000)
    order = an_order(rice, tea)
    orders.cancel_line(order.id, 2)
    undo(newest(order.id))
    assert order_row(order.id)["total"] == 75_000


def test_nothing_is_taken_back_twice(shop: Shop) -> None:
    order = an_order()
    orders.cancel(order.id)
    entry = newest(order.id)
    undo(entry)
    with pytest.raises(CannotUndo):
        undo(entry)


def test_only_cancellations_and_changes_are_taken_back_here(shop: Shop) -> None:
    order = an_order()
    with pytest.raises(NothingToUndo):
        undo(newest(order.id))
    with pytest.raises(NothingToUndo):
        undo(10**9)


def test_a_list_names_what_is_still_on_the_order(shop: Shop) -> None:
    goods = [a_product(name) for name in ("Teh", "Gula", "Beras", "Kopi", "Susu", "Roti")]
    order = an_order(*goods)
    orders.cancel_line(order.id, 1)
    fulfilment.claim(order.id)
    fulfilment.short(order.id, 2)
    row = order_history.find()[0]
    assert row.products == ("Beras", "Kopi", "Susu")
    assert row.lines == 4
    orders.cancel(order.id)
    assert order_history.find()[0].products == ("Teh", "Gula", "Beras"), "what was wanted"
