"""A double click, a retry, a lost answer, two tills at once: one order, exactly."""

import threading

import pytest

from models.errors import AlreadyPlaced, ChangedMeanwhile, ClaimedByOther, MoreThanOpen, WrongStage
from models.events import Receipt
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import orders, payments
from models.orders.payments import Tender
from models.shop.opening import Shop, open_shop
from models.storage.database import database
from tests.readable import a_product, an_order, asked_for, cart_of, order_row


@pytest.mark.parametrize("clicks", [2, 20])
def test_many_clicks_are_one_order(shop: Shop, clicks: int) -> None:
    cart = cart_of(a_product())
    assert {orders.place(cart).value.number for _ in range(clicks)} == {1}
    assert journal.newest() == 2


def test_an_answer_that_was_lost_is_asked_for_again(shop: Shop) -> None:
    cart = cart_of(a_product(price=5_000))
    stored = orders.place(cart, tenders=[Tender("cash", 5_000)]).value
    shop.close()
    with open_shop(shop.url):
        again = orders.place(cart, tenders=[Tender("cash", 5_000)]).value
        assert (again.id, again.number) == (stored.id, stored.number)
        assert order_row(stored.id)["paid"] == 5_000


def test_a_cart_that_was_changed_while_its_answer_was_lost_is_not_passed_over(shop: Shop) -> None:
    tea, rice = a_product("Teh"), a_product("Beras")
    cart = cart_of(tea)
    stored = orders.place(cart).value
    cart.add(rice)  # the counter was never told, and the customer wants more
    with pytest.raises(AlreadyPlaced) as told:
        orders.place(cart)
    assert told.value.number == stored.number
    assert journal.newest() == 3


def rivals(shop: Shop, deed: object, count: int = 8) -> list[object]:
    """The deed done by so many threads at the same moment, each on its own connection."""
    outcomes: list[object] = []
    start = threading.Barrier(count)

    def rival() -> None:
        with shop.connection():
            start.wait()
            try:
                outcomes.append(deed())  # type: ignore[operator]
            except (MoreThanOpen, WrongStage, ChangedMeanwhile, ClaimedByOther) as told:
                outcomes.append(type(told))

    threads = [threading.Thread(target=rival) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def test_eight_hands_on_the_same_key_are_one_order(shop: Shop) -> None:
    cart = cart_of(a_product())
    outcomes = rivals(shop, lambda: orders.place(cart).value.number)
    assert outcomes == [1] * 8
    assert database.execute_sql("SELECT COUNT(*) FROM orders").fetchone() == (1,)


@pytest.mark.parametrize("verb", [fulfilment.make_ready, lambda order: fulfilment.pick(order, 1)])
def test_eight_hands_on_one_line_pick_it_once(shop: Shop, verb: object) -> None:
    order = an_order().id
    outcomes = rivals(shop, lambda: verb(order))  # type: ignore[operator]
    assert sum(isinstance(outcome, Receipt) for outcome in outcomes) == 1
    assert len(journal.for_order(order)) == 2  # placed, and one hand's work


def test_eight_hands_pay_an_order_once(shop: Shop) -> None:
    order = an_order(a_product(price=5_000)).id

    def tap() -> object:
        with asked_for("tap"):
            return payments.pay(order, Tender("cash", 5_000))

    assert len({receipt.sequence for receipt in rivals(shop, tap)}) == 1  # type: ignore[attr-defined]
    assert order_row(order)["paid"] == 5_000
    assert journal.verify().intact
