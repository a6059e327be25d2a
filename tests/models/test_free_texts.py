"""Whatever people write goes through the cleaner before it reaches a table, by whichever verb."""

import inspect
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from models import session
from models.catalogue import catalogue, learned, stock
from models.fulfilment import fulfilment, questions
from models.journal.verbs import VERBS
from models.orders import drawer, held_carts, order_changes, orders, payments, returns
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.shop.opening import Shop
from models.shopping_list import inbox, shopping_list
from models.shopping_list.inbox import Incoming
from models.statistics import occasions
from models.storage.database import database
from tests.readable import a_product
from tests.rules.source import import_all

TEXT = "cepat ya 0812,3456,7890 ig: zulfikri99 atas nama Zulfikri Santoso Jl. Kenanga 7"
LEFT = re.compile(r"3456|812345|zulfikri|santoso|kenanga")
#: Ids, hashes and moments (UTC ms), in which any digits may stand by chance.
RANDOM = re.compile(r"[0-9a-f]{16,}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b\d{13}\b")
#: What is written by hand into a verb, and may say anything.
FREE = {
    "drawer.close_drawer note", "drawer.move reason", "fulfilment.short reason",
    "held_carts.hold reference", "occasions.add name", "occasions.change name",
    "orders.cancel reason", "orders.cancel_line reason", "orders.change note",
    "payments.refund note", "questions.ask reason", "returns.return_goods note",
    "returns.exchange note",
    "learned.learn phrase", "learned.learn unit",
    "shopping_list.learn source", "stock.adjust reason",
}  # fmt: skip
#: Names of goods, codes, and what is chosen from a list or a folder.
BOUND = {
    "catalogue.add_alias phrase", "catalogue.add_barcode code", "catalogue.add_product barcodes",
    "catalogue.add_product brand", "catalogue.add_product category", "catalogue.add_product name",
    "catalogue.add_product sku", "catalogue.add_product stock_policy",
    "catalogue.add_product unit", "catalogue.remove_alias phrase", "catalogue.remove_barcode code",
    "catalogue_import.run decimal", "catalogue_import.run mapping", "catalogue_import.run path",
    "catalogue_import.run sha256", "favourites.move category",
    "learned.forget phrase", "learned.forget unit", "held_carts.keep_for code",
    "held_carts.release_drafts slots",
    "inbox.take slot", "inbox.finish slot", "inbox.give_back seats",
    "orders.place channel", "orders.place request_id", "payments.refund method",
    "questions.answer choice", "returns.return_goods method", "returns.exchange method",
    "staff.add code", "staff.add pin",
    "staff.add role", "staff.set_active code", "staff.set_pin code", "staff.set_pin pin",
    "staff.unlock code", "staff.make_recovery_code code", "staff.set_pin old",
    "staff.set_role code", "staff.set_role role", "staff.recover code", "staff.recover recovery",
    "staff.recover pin", "staff.set_badge code", "staff.set_badge badge",
    "held_carts.resume_for code",
    "send_queue.deliver order", "send_queue.deliver_payment order",
    "send_queue.set_aside reference", "work.deliver undone",
}  # fmt: skip


def test_every_text_of_a_verb_is_free_or_bound() -> None:
    import_all()
    texts = {
        f"{name} {parameter.name}"
        for name, verb in VERBS.items()
        for parameter in inspect.signature(verb).parameters.values()
        if "str" in str(parameter.annotation) and "int, str" not in str(parameter.annotation)
    }
    assert texts == FREE | BOUND


def _cart(**what: Any) -> Cart:
    cart = Cart(**what)
    return cart.add(a_product("Beras", 10_000, on_hand=90_000), 3000)


def _placed() -> int:
    return orders.place(_cart()).value.id


def _with_notes() -> Cart:
    """A cart whose notes were written past its own methods."""
    cart = _cart()
    cart.lines = tuple(replace(line, note=TEXT, words=TEXT) for line in cart.lines)
    cart.note = TEXT
    return cart


def _bring_back() -> None:
    order = _placed()
    payments.pay(order, Tender("cash", 30_000))
    fulfilment.pick(order, 1)
    fulfilment.hand_over(order)
    returns.return_goods(order, {1: 1000}, note=TEXT)
    returns.exchange(order, {1: 1000}, _with_notes().lines, note=TEXT)


def _refund() -> None:
    order = _placed()
    payments.pay(order, Tender("cash", 30_000))
    payments.refund(order, 1_000, note=TEXT)


def _close() -> None:
    drawer.open_drawer(1_000)
    drawer.move(500, TEXT)
    drawer.close_drawer(1_500, TEXT)


def _answer() -> None:
    order = _placed()
    questions.ask(order, 1, reason=TEXT)
    questions.answer(order, 1, "substitute", _with_notes().lines[0])


def _change() -> None:
    order = _placed()
    orders.change(order, {}, _with_notes().lines, notes={1: TEXT}, note=TEXT)
    opened = order_changes.open_order(order)
    cart = opened.cart.copy()
    cart.note = TEXT + " lagi"
    order_changes.send(opened, cart)


def _occasion() -> None:
    day = date(2026, 3, 1)
    number = occasions.add("cepat ya a.n. Zulfikri Santoso", day, day).value
    occasions.change(number, "cepat ya 0812,3456,7890", day, day)


def _message() -> None:
    inbox.put([Incoming(TEXT, "chat.txt"), Incoming(f"beras 2\n{TEXT}", TEXT)])


def _learn() -> None:
    shopping_list.learn(f"beras {TEXT}", a_product("Beras", 1_000).id)
    shopping_list.learn(f"{TEXT} beras", a_product("Beras", 1_000).id)
    learned.learn(a_product("Beras", 1_000).id, TEXT, TEXT, None)


DEEDS: dict[str, Callable[[], object]] = {
    "place": lambda: orders.place(_with_notes()),
    "hold": lambda: held_carts.hold(_with_notes(), "0812,3456,7890 a.n. Zulfikri Santoso"),
    "draft": lambda: held_carts.save_draft(_with_notes()),
    "change": _change,
    "cancel": lambda: orders.cancel(_placed(), TEXT),
    "cancel_line": lambda: orders.cancel_line(_placed(), 1, TEXT),
    "refund": _refund,
    "return": _bring_back,
    "drawer": _close,
    "short": lambda: fulfilment.short(_placed(), 1, reason=TEXT),
    "ask": _answer,
    "count": lambda: stock.adjust(a_product("Gula", 1_000).id, 5_000, reason=TEXT),
    "occasion": _occasion,
    "learn": _learn,
    "message": _message,
}


@pytest.mark.parametrize("deed", DEEDS)
def test_nothing_that_was_hidden_in_a_text_reaches_a_table(shop: Shop, deed: str) -> None:
    DEEDS[deed]()
    kept = _everything().lower()
    assert LEFT.findall(RANDOM.sub("", kept)) == []
    assert "cepat ya" in kept or deed in ("hold", "learn")


def _everything() -> str:
    """Every text in every table, the journal's payloads included."""
    found = []
    for table in database.get_tables():
        for row in database.execute_sql(f'SELECT * FROM "{table}"').fetchall():
            found += [str(cell) for cell in row if isinstance(cell, str | bytes)]
    return "\n".join(found)


def test_how_many_pieces_were_taken_out_is_told_to_who_asked(shop: Shop) -> None:
    asked = session.new_request()
    with session.acting_for(asked):
        stock.adjust(a_product("Gula", 1_000).id, 5_000, reason=TEXT)
    assert asked.removed_personal_data == 4


def test_names_of_goods_stay_as_they_are(shop: Shop) -> None:
    sambal = catalogue.add_product("Sambal Bu Rudy", 30_000, sku="0812345678").value
    assert (sambal.name, sambal.sku) == ("Sambal Bu Rudy", "0812345678")
