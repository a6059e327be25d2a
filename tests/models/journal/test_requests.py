"""What is asked for twice is done once, and the first receipt is given again."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from models import print_spool, session
from models.catalogue import catalogue, stock
from models.errors import AlreadyDone, EmptyCart, MoreThanOpen
from models.events import Receipt
from models.fulfilment import fulfilment
from models.journal import journal
from models.journal.verbs import VERBS
from models.orders import drawer, held_carts, orders, payments, returns
from models.orders.payments import Tender
from models.print_spool import PrintRequest
from models.settings import preferences
from models.shop.opening import Shop, open_shop
from models.shop.undo import undo
from models.statistics import occasions
from models.storage.database import database, transaction
from tests.readable import a_product, an_order, asked_for, at_station, cart_of, line_rows, pcs


def handed_over() -> int:
    """An order that was paid and is out."""
    order = an_order((a_product(price=5_000), pcs(2)), tenders=[Tender("cash", 10_000)]).id
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    return order


Prepared = Callable[[], Callable[[], Receipt[Any]]]


def picking() -> Callable[[], Receipt[Any]]:
    order = an_order((a_product(), pcs(3))).id
    return lambda: fulfilment.pick(order, 1, pcs(1))


def paying() -> Callable[[], Receipt[Any]]:
    order = an_order(a_product(price=5_000)).id
    return lambda: payments.pay(order, Tender("cash", 5_000))


def refunding() -> Callable[[], Receipt[Any]]:
    order = handed_over()
    return lambda: payments.refund(order, 4_000)


def returning() -> Callable[[], Receipt[Any]]:
    order = handed_over()
    return lambda: returns.return_goods(order, {1: pcs(1)})


def resuming() -> Callable[[], Receipt[Any]]:
    held = held_carts.hold(cart_of(a_product())).value
    return lambda: held_carts.resume(held)


def discarding() -> Callable[[], Receipt[Any]]:
    held = held_carts.hold(cart_of(a_product())).value
    return lambda: held_carts.discard(held)


def undoing() -> Callable[[], Receipt[Any]]:
    held = held_carts.hold(cart_of(a_product()))
    return lambda: undo(held.sequence)


def closing() -> Callable[[], Receipt[Any]]:
    drawer.open_drawer(50_000)
    return lambda: drawer.close_drawer(50_000)


def placing() -> Callable[[], Receipt[Any]]:
    return partial(orders.place, cart_of(a_product()))


def holding() -> Callable[[], Receipt[Any]]:
    return partial(held_carts.hold, cart_of(a_product()))


DEEDS: list[Prepared] = [
    picking, placing, holding, paying, refunding, returning, resuming, discarding, undoing, closing,
    lambda: lambda: drawer.open_drawer(50_000),
    lambda: lambda: catalogue.add_product("Teh", 5_000, sku="T1"),
    lambda: lambda: occasions.add("Obral", date(2026, 3, 1), date(2026, 3, 2)),
    lambda: lambda: print_spool.submit(PrintRequest("labels", labels=((1, 2),))),
    lambda: lambda: preferences.put(preferences.LATE_AFTER, 20),
]  # fmt: skip


@pytest.mark.parametrize("prepare", DEEDS)
def test_the_same_request_gives_the_first_receipt_again(shop: Shop, prepare: Prepared) -> None:
    deed = prepare()
    with asked_for("tap"):
        first = deed()
    entries = journal.newest()
    assert first.sequence is not None
    with asked_for("tap"):
        assert deed() == first
    assert journal.newest() == entries
    assert journal.verify().intact


def test_another_request_is_another_deed(shop: Shop) -> None:
    deed = picking()
    for request in ("a", "b"):
        with asked_for(request):
            deed()
    assert line_rows(1)[0]["picked"] == pcs(2)


def test_what_was_refused_may_be_asked_for_again(shop: Shop) -> None:
    order = an_order((a_product(), pcs(1))).id
    with asked_for("tap"):
        with pytest.raises(MoreThanOpen):
            fulfilment.pick(order, 1, pcs(2))
        assert fulfilment.pick(order, 1, pcs(1)).sequence == journal.newest()


def test_a_verb_without_a_request_has_an_id_of_its_own(shop: Shop) -> None:
    for _ in range(3):
        a_product()
    ids = database.execute_sql("SELECT request_id FROM journal").fetchall()
    assert len(set(ids)) == 3
    assert (None,) not in ids


def test_the_database_refuses_a_second_entry_for_a_request(shop: Shop) -> None:
    with asked_for("tap"), transaction():
        journal.append("held", {})
    with asked_for("tap"), pytest.raises(AlreadyDone), transaction():
        journal.append("held", {})
    assert journal.newest() == 1


def test_a_request_is_answered_for_who_asked_though_another_stands_there_now(shop: Shop) -> None:
    with at_station("7", staff="G1"):
        asked = session.new_request()
    order = an_order().id
    with session.acting_for(asked):
        fulfilment.claim(order)
    event = journal.for_order(order)[-1]
    assert (event.station, event.staff) == ("7", "G1")
    assert session.current.station == "1"


def test_verbs_have_names(shop: Shop) -> None:
    assert VERBS["orders.place"] is orders.place
    assert VERBS["stock.adjust"] is stock.adjust
    assert "journal.append" not in VERBS


def test_a_refusal_that_is_no_answer_stays_one(shop: Shop) -> None:
    with asked_for("tap"), pytest.raises(EmptyCart):
        orders.place(cart_of())


def test_an_edited_request_breaks_its_seal(shop_file: Path) -> None:
    with open_shop(str(shop_file)):
        a_product()
        database.execute_sql("DROP TRIGGER journal_sealed_update")
        database.execute_sql("UPDATE journal SET request_id = 'another'")
        assert journal.verify() == journal.Report(1, 1, "changed")


def test_an_entry_cannot_pass_for_one_of_an_older_version(shop_file: Path) -> None:
    with open_shop(str(shop_file)):
        a_product()
        database.execute_sql("DROP TRIGGER journal_sealed_update")
        database.execute_sql("UPDATE journal SET version = 1, request_id = NULL")
        assert journal.verify() == journal.Report(1, 1, "changed")
