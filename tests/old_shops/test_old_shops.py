"""A shop that version 0.1 made opens, answers as it answered there, and work goes on in it."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import psycopg
import pytest

from models import events, print_spool, session
from models.catalogue import catalogue, favourites, stock
from models.catalogue_import import catalogue_import
from models.errors import WrongPin
from models.fulfilment import fulfilment, fulfilment_queue, questions
from models.journal import journal, replay
from models.orders import drawer, held_carts, order_history, orders, payments, returns
from models.orders.payments import Tender
from models.past_sales import past_sales
from models.settings import preferences, privacy, staff
from models.shop import backup, prove
from models.shop.opening import Shop, open_shop
from models.shop.removal import retention
from models.shop.undo import undo
from models.shopping_list import shopping_list
from models.stages import Stage
from models.statistics import occasions
from tests.conftest import Server, SetClock
from tests.models.a_day import Day
from tests.old_shops.answers import answers, differences, figures, products
from tests.readable import (
    a_product,
    at_station,
    cart_of,
    findings,
    kept_sums,
    order_row,
    pcs,
    sums_anew,
)

SHOPS = Path(__file__).parent

#: What is counted anew, and the packs that are then made again.
OF_SUMS = {f"/rows/{table}" for table in ("lead_time", "tally", "closed_sum", "late_sum", "counter",
                                          "product_day", "hour_total", "day_total")}  # fmt: skip
#: What of an order is said otherwise, and how a drawer counts.
TOLD_ANEW = re.compile(r"/orders/\d+/(order/payment|receipt/state)|/drawers/\d+/taken")
#: What was taken on the day on which goods came back.
TAKEN = {"/home/taken", *(f"/home/taken_by_hour/{hour}" for hour in range(24))}


def kept(name: str) -> bytes:
    return gzip.decompress((SHOPS / name).read_bytes())


@pytest.fixture(scope="module", params=["0_1"])
def version(request: pytest.FixtureRequest) -> str:
    """Every version that made shops, by its folder."""
    return str(request.param)


@pytest.fixture(scope="module")
def said(version: str) -> dict[str, Any]:
    """What that version answered, and when."""
    told: dict[str, Any] = json.loads(kept(f"{version}/answers.json.gz"))
    return told


@pytest.fixture(params=["sqlite", "postgres"])
def old_shop(
    request: pytest.FixtureRequest,
    version: str,
    said: dict[str, Any],
    tmp_path: Path,
    clock: SetClock,
) -> Iterator[Shop]:
    """Its shop, opened by the program of today at the moment it was left."""
    clock.moment = said["asked at"]
    if request.param == "sqlite":
        path = tmp_path / "shop.sqlite3"
        path.write_bytes(kept(f"{version}/shop.sqlite3.gz"))
        with open_shop(str(path)) as shop:
            staff.sign_in("P1", "1234")
            yield shop
        return
    server: Server = request.getfixturevalue("postgres")
    url = server.new_database()
    with psycopg.connect(url) as connection:
        connection.execute(kept(f"{version}/shop.sql.gz"))
    with open_shop(url) as shop:
        staff.sign_in("P1", "1234")
        yield shop
    server.drop(url)


def test_its_own_backups_are_proven_by_the_program_of_today(version: str, tmp_path: Path) -> None:
    path, folder = tmp_path / "shop.sqlite3", tmp_path / "backups"
    folder.mkdir()
    for copy in (path, folder / "shop-1700000000000.sqlite3"):
        copy.write_bytes(kept(f"{version}/shop.sqlite3.gz"))
    proof = prove.prove(str(path), "1", [folder], lambda done: None)
    assert (proof.verdict.findings, proof.copy and proof.copy.error) == ((), None)
    assert proof.is_whole


def test_it_answers_as_it_did(old_shop: Shop, said: dict[str, Any]) -> None:
    says = answers()
    found = differences(said, says)
    # Home counts orders that are wanted later among the open ones, as the orders page does, and
    # they become late at the shop's pace, as the cards on the wall do. Goods that came back, and
    # what was short or cancelled on another day, count there; revenue of products is with tax.
    # The journal took in every table's rows, so that it alone gives them again.
    changed = {place.partition(":")[0] for place in found}
    # Too much paid has its own state; a drawer counts payments and refunds apart, none undone.
    elsewhere = {
        place
        for place in changed
        if not place.startswith(("/figures/", "/rows/")) and not TOLD_ANEW.match(place)
    }
    told = {"/journal/verify/entries", "/home/open", "/home/limits/per_line"}
    assert elsewhere - TAKEN == told
    rows = {place for place in changed if place.startswith("/rows/")}
    assert rows <= OF_SUMS | {"/rows/journal"}
    figures = {place.split("/")[3] for place in changed if place.startswith("/figures/")}
    assert figures <= {"dashboard", "last year", "change", "ranking", "categories", "servers"}
    assert said["figures"].keys() == says["figures"].keys()
    assert journal.verify().intact
    assert kept_sums() == sums_anew()


def test_a_word_that_is_lost_is_seen(old_shop: Shop, said: dict[str, Any]) -> None:
    catalogue.remove_alias(7, "kopi hitam")
    lost = differences(said["products"], products())
    assert any(place.startswith("/6/aliases") for place in lost)


def test_what_was_begun_is_finished(old_shop: Shop, clock: SetClock) -> None:
    """Everybody goes on where 0.1 was left, with the PINs they had."""
    with pytest.raises(WrongPin):
        staff.sign_in("K1", "5432")
    staff.sign_in("K1", "2345")
    staff.sign_in("P1", "1234")
    assert not privacy.needed()
    (asked,) = questions.open_questions().questions
    questions.answer(asked.order_id, asked.line, "wait")
    cards = [card.id for card in fulfilment_queue.waiting() + fulfilment_queue.later()]
    for order in cards:
        clock.forward(1)
        with at_station("Gudang", "G1"):
            fulfilment.claim(order, take_over=True)
            fulfilment.acknowledge(order)
            fulfilment.make_ready(order)
    for order in [card.id for card in fulfilment_queue.ready()]:
        if owed := order_row(order)["total"] - order_row(order)["paid"]:
            payments.pay(order, Tender("card", owed))
        fulfilment.hand_over(order)
    assert fulfilment_queue.waiting() == fulfilment_queue.later() == []
    for task in fulfilment_queue.open_restock_tasks():
        fulfilment.restock(task.id)
    draft = held_carts.draft()
    assert draft is not None
    orders.place(draft, tenders=[Tender("qris", draft.bill().total)])
    assert held_carts.release_drafts(["2@0badcafe"]).value == 1
    for held in held_carts.held():
        orders.place(held_carts.resume(held.id).value)
    print_papers()
    now = drawer.current()
    assert now is not None
    assert drawer.close_drawer(now.expected).value.difference == 0
    adds_up()


def print_papers() -> None:
    for station in ("1", "Gudang"):
        with at_station(station, "P1"):
            print_spool.retry([job.id for job in print_spool.outstanding()])
            while job := print_spool.take():
                print_spool.begin(job, "1" * 64)
                print_spool.done(job)
    assert print_spool.outstanding() == []


def test_what_was_done_can_be_taken_back(old_shop: Shop) -> None:
    """The steps of 0.1 are steps of today: recalled, brought back, changed, cancelled, undone."""
    ready = fulfilment_queue.ready()[0].id
    fulfilment.undo_last_step(ready)
    assert order_row(ready)["stage"] != Stage.READY
    changed = next(card.id for card in fulfilment_queue.waiting() if card.changed)
    step = next(x for x in reversed(journal.for_order(changed)) if x.kind == "changed")
    undo(step.sequence)
    orders.cancel(changed, "batal")
    undo(journal.newest())
    sold = order_history.find(order_history.Search(stages=(Stage.HANDED_OVER,)), limit=60)[-1]
    before = order_row(sold.id)
    returns.return_goods(sold.id, {1: 500}, "qris")
    undo(journal.newest())
    assert order_row(sold.id) == before | {"version": before["version"] + 2}
    again = order_history.reorder(sold.id)
    orders.place(again.cart)
    adds_up()


def test_the_owner_goes_on(old_shop: Shop, tmp_path: Path) -> None:
    catalogue.change_product(4, price=5_000, active=True)
    stock.adjust(4, pcs(99))
    favourites.add(8)
    shopping_list.learn("gas melon", 12)
    occasions.add("Liburan", date(2026, 6, 20), date(2026, 7, 10))
    preferences.put(preferences.SHOP_NAME, "Toko Berkah Jaya")
    staff.set_pin("P1", "4321", old="1234")
    prices = tmp_path / "harga.csv"
    prices.write_text("kode,barcode,nama,harga_jual\nR1,8999909000011,Rinso Bubuk 770g,26000\n")
    report = catalogue_import.run(prices).value
    assert (report.created, report.updated) == (0, 1)
    sales = tmp_path / "dulu.csv"
    sales.write_text("nota,waktu,kode,jumlah,bayar\nA1,2025-11-03,BERAS,5,67500\n")
    how = past_sales.reading(
        "order=nota", "at=waktu", "product=kode", "quantity=jumlah", "total=bayar"
    )
    assert past_sales.run(sales, how).orders == 0, "that order was taken over before"
    adds_up()


def test_whatever_happens_next_adds_up(old_shop: Shop, clock: SetClock) -> None:
    """Any day at the shop, after all those days that were lived with another version."""
    (asked,) = questions.open_questions().questions
    questions.answer(asked.order_id, asked.line, "send")
    clock.set(2026, 3, 25, 8)
    day = Day(Random(9))
    day.play(40)
    day.cash_up()


def test_its_backup_becomes_a_shop(old_shop: Shop, said: dict[str, Any], tmp_path: Path) -> None:
    made = backup.back_up(tmp_path / "copy.sqlite3")
    taken_in = len(journal.by_kind([events.MIGRATED], since=0))
    assert made.entries == said["journal"]["verify"]["entries"] + taken_in
    told = figures()
    with open_shop(str(made.path)):
        staff.sign_in("P1", "1234")
        assert figures() == told


def adds_up() -> None:
    orders.place(cart_of(a_product("Sabun", 4_000)))
    assert journal.verify().intact
    assert replay.replay() == []
    assert kept_sums() == sums_anew()


def test_its_old_orders_are_removed_and_its_figures_stay(
    old_shop: Shop, clock: SetClock, tmp_path: Path
) -> None:
    before, there = kept_sums(), len(order_history.find(limit=10_000))
    clock.forward(3 * 366 * 24 * 60 * 60)
    request = session.new_request()
    staff.approve(request, "P1", "1234")
    with session.acting_for(request):
        gone = retention.remove(1, tmp_path / "backups").orders
    assert gone > 0
    assert len(order_history.find(limit=10_000)) == there - gone
    assert kept_sums() == sums_anew() == before
    assert findings() == ()
