"""The server is away: the counter sells on from the station's own file, and all is sent once."""

import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from peewee import OperationalError

from models import events, session
from models.amounts import Discount
from models.catalogue import catalogue, learned, stock
from models.errors import (
    ConnectionLost,
    NoShop,
    NotAShop,
    NotEnoughStock,
    NothingToPay,
    NotLetIn,
    ServerDiskFull,
    ShopError,
    StorageError,
    WaitsForServer,
    WrongPassword,
    WrongPin,
)
from models.fulfilment import fulfilment, fulfilment_queue
from models.orders import held_carts, order_history, orders, payments, tickets
from models.orders.order_history import Search
from models.orders.payments import Tender
from models.search import product_search, scanned_codes
from models.settings import privacy, staff
from models.shop import backup, undo, verify
from models.shop.offline import own_file, refused, send_queue, waiting
from models.shop.offline.refused import Refused
from models.shop.offline.send_queue import Sent
from models.shop.opening import Shop
from models.shop.removal import erase
from models.shopping_list import shopping_list
from models.storage import postgres
from models.storage.database import database
from tests.readable import cart_of


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "notes" / "own-1"


@pytest.fixture
def shop(postgres_url: str, own: Path) -> Iterator[Shop]:
    with own_file.open_shop(postgres_url, own, station="Kasir 1") as shop:
        privacy.accept(privacy.policy("en"))
        yield shop


def go_away() -> None:
    database.shop.lose(ConnectionLost("pulled out"))
    database.is_away = database.own is not None


def come_back() -> list[Sent]:
    database.shop.away = None
    sent: list[Sent] = []
    while True:
        delivery = send_queue.send(lambda number, paid: f"{number} {paid}", at_once=2)
        sent += delivery.sent
        if not delivery.left:
            return sent


def sold(number: int = 1) -> int:
    return 1_000_000 + number


def test_what_is_sold_while_the_server_is_away_is_sent_once(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi", 4_000, barcodes=["899"]).value
    first = orders.place(cart_of(kopi)).value
    own_file.catch_up(own)
    go_away()
    assert [x.name for x in product_search.search("kopi")] == ["Kopi"]
    cart = cart_of((kopi, 3000)).set_discount(Discount(rate=1000)).set_note("gelas")
    placed = orders.place(cart, tenders=[Tender("cash", 10_800, 20_000)], rush=True).value
    unpaid = orders.place(cart_of(kopi)).value
    payments.pay(unpaid.id, Tender("qris", 4_000))
    assert placed.number == sold(1)
    assert unpaid.number == sold(2)
    assert send_queue.count() == 3
    assert [c.number for c in fulfilment_queue.waiting()] == [sold(1), 1, sold(2)]
    paper = tickets.code(placed.day, placed.number)
    assert tickets.order_for_code(paper) == placed.id
    sent = come_back()
    assert order_history.sheet(tickets.order_for_code(paper) or 0).order.number == 2
    assert [(x.own_number, x.number, x.paid, x.error) for x in sent] == [
        (sold(1), 2, 10_800, None),
        (sold(2), 3, 4_000, None),
    ]
    assert not shop.is_away
    found = order_history.find(limit=9)
    assert [(x.number, x.total, x.paid) for x in found] == [
        (3, 4_000, 4_000),
        (2, 10_800, 10_800),
        (1, 4_000, 0),
    ]
    assert first.number == 1
    # What stands on the customer's paper is typed as well.
    typed = tickets.number_of(" a-001 ")
    assert typed == sold(1)
    assert [x.number for x in order_history.find(Search(number=typed))] == [2]
    assert send_queue.count() == 0
    assert verify.verify([own.parent]).is_whole


def test_the_backups_of_the_shop_are_known_while_the_server_is_away(
    shop: Shop, own: Path, tmp_path: Path
) -> None:
    orders.place(cart_of(catalogue.add_product("Kopi", 4_000).value))
    made = backup.back_up_into(tmp_path / "backups").path
    own_file.catch_up(own)
    go_away()
    assert backup.backups(tmp_path / "backups") == [made]
    assert backup.newest(tmp_path / "backups") is not None


def test_what_a_list_taught_is_known_to_all(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi Kapal Api 65 g", 12_500).value
    own_file.catch_up(own)
    go_away()
    shopping_list.learn("2 kopi item", kopi.id)
    assert send_queue.count() == 0
    assert come_back() == []
    assert [(x.phrase, x.unit) for x in learned.answers_of(kopi.id)] == [("kopi item", "")]


def test_what_waits_for_the_server_is_refused(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi", 4_000).value
    there = orders.place(cart_of(kopi)).value
    own_file.catch_up(own)
    go_away()
    placed = orders.place(cart_of(kopi))
    for wait in (
        lambda: catalogue.change_product(kopi.id, price=5_000),
        lambda: payments.refund(placed.value.id, 1),
        lambda: payments.pay(there.id, Tender("cash", 4_000)),  # it may be paid elsewhere
        lambda: fulfilment.hand_over(placed.value.id),
        lambda: undo.undo(placed.sequence),
        verify.verify,
    ):
        with pytest.raises(WaitsForServer):
            wait()
    with pytest.raises(ConnectionLost):
        backup.back_up(own.with_name("backup.sqlite3"))
    assert send_queue.count() == 1


def test_staff_sign_in_with_their_pins_and_badges(shop: Shop, own: Path) -> None:
    staff.add("G1", "owner", "4711")
    staff.add("K1", "counter", "1234")
    staff.sign_in("G1", "4711")
    staff.set_badge("K1", "KARTU-4711-K1")
    own_file.catch_up(own)
    go_away()
    with pytest.raises(WrongPin):
        staff.sign_in("K1", "9999")
    assert staff.sign_in("K1", "1234").value == "counter"
    assert staff.sign_in_by_badge("KARTU-4711-K1").value == "counter"
    assert own.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO) == 0


def test_the_file_follows_what_changes_on_the_server(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi", 4_000, barcodes=["899"]).value
    teh = catalogue.add_product("Teh", 3_000).value
    ready = orders.place(cart_of(kopi)).value
    own_file.catch_up(own)
    catalogue.change_product(kopi.id, price=5_000)
    catalogue.remove_barcode(kopi.id, "899")
    catalogue.add_barcode(teh.id, "899")
    fulfilment.make_ready(ready.id)
    fulfilment.hand_over(ready.id)
    waits = orders.place(cart_of(teh)).value
    own_file.catch_up(own)
    go_away()
    assert [(x.name, x.price) for x in product_search.search("kopi")] == [("Kopi", 5_000)]
    assert scanned_codes.read("899").product.name == "Teh"
    assert [card.id for card in fulfilment_queue.waiting()] == [waits.id]


@pytest.mark.parametrize(
    "why", [ConnectionLost("gone"), WrongPassword("no", "toko"), NotLetIn("no")]
)
def test_a_program_begun_while_the_server_is_away_or_lets_it_in_no_more_goes_on(
    shop: Shop, own: Path, monkeypatch: pytest.MonkeyPatch, why: StorageError
) -> None:
    def turn_away(*_: object) -> None:
        raise why

    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    go_away()
    orders.place(cart_of(kopi))
    held_carts.hold(cart_of(kopi), "Bu RT")
    held_carts.save_draft(cart_of(kopi, kopi), "1")
    shop.close()
    with monkeypatch.context() as cut:
        cut.setattr(postgres.Postgres, "dial", turn_away)
        begun = own_file.open_shop(shop.url, own, station="Kasir 1", make=False)
        assert begun.is_away
        assert send_queue.count() == 1
        assert orders.place(cart_of(kopi)).value.number == sold(2)
    assert [(x.number, x.error) for x in come_back()] == [(1, None), (2, None)]
    assert [row.reference for row in held_carts.held()] == ["Bu RT"]
    assert held_carts.draft("1") is not None
    begun.close()


def test_a_send_queue_from_before_a_migration_is_sent(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    go_away()
    orders.place(cart_of(kopi))
    with database.speaking_to(database.own):  # as the program of before wrote it
        database.execute_sql("ALTER TABLE order_line DROP COLUMN words")
        database.execute_sql("DELETE FROM schema_migration WHERE name = '0015_customers_words'")
    shop.close()
    database.shop.away = None
    with own_file.open_shop(shop.url, own, station="Kasir 1"):
        assert send_queue.count() == 1
        assert [(x.number, x.error) for x in come_back()] == [(1, None)]
        assert verify.verify([own.parent]).is_whole


def refuse(*_: object) -> None:
    raise OperationalError("no route to host")


def test_without_a_file_of_its_own_a_station_does_not_begin(
    shop: Shop, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.close()
    monkeypatch.setattr(postgres.Postgres, "dial", refuse)
    with pytest.raises(ConnectionLost):
        own_file.open_shop(shop.url, own, station="Kasir 1", make=False)


def test_what_was_killed_in_the_middle_of_sending_is_sent_once(
    shop: Shop, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    go_away()
    for _ in range(5):
        orders.place(cart_of(kopi), tenders=[Tender("cash", 4_000)])
    for _ in range(3):  # the server has it, and nobody could note that here
        with monkeypatch.context() as killed, suppress(KeyboardInterrupt):
            killed.setattr(waiting, "note_sent", interrupt)
            come_back()
        assert shop.is_away
    assert [x.number for x in come_back()] == [1, 2, 3, 4, 5]
    found = order_history.find(limit=9)
    assert [(x.number, x.paid) for x in found] == [(n, 4_000) for n in (5, 4, 3, 2, 1)]
    assert verify.verify([own.parent]).is_whole


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def test_what_the_server_has_under_another_request_is_not_placed_twice(
    shop: Shop, own: Path
) -> None:
    """The line went in the middle of it, and the counter pressed again."""
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    cart = cart_of(kopi)
    orders.place(cart)
    go_away()
    assert orders.place(cart).value.number == sold(1)
    assert [(x.number, x.error) for x in come_back()] == [(1, None)]
    assert len(order_history.find(limit=9)) == 1


def test_what_cannot_be_any_more_waits_among_the_held_carts(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi", 4_000, stock_policy="block").value
    stock.adjust(kopi.id, 2_000)
    teh = catalogue.add_product("Teh", 3_000).value
    own_file.catch_up(own)
    go_away()
    orders.place(cart_of((kopi, 2_000)), tenders=[Tender("cash", 8_000)])
    late = orders.place(cart_of(teh)).value
    payments.pay(late.id, Tender("qris", 3_000))
    elsewhere(lambda: orders.place(cart_of(kopi)))
    elsewhere(lambda: catalogue.change_product(teh.id, price=3_500))
    lost, taken = come_back()
    assert isinstance(lost.error, NotEnoughStock)
    assert (lost.own_number, lost.number, lost.paid) == (sold(1), None, 8_000)
    assert [(x.name, x.before, x.now) for x in taken.other_prices] == [("Teh", 3_000, 3_500)]
    assert taken.number == 2
    (held,) = held_carts.held()
    assert (held.reference, held.total) == (f"{sold(1)} 8000", 8_000)
    cart = held_carts.resume(held.id).value
    cart.set_quantity(0, 1_000)
    assert orders.place(cart).value.number == 3
    assert verify.verify([own.parent]).is_whole


def test_what_was_refused_is_kept_until_somebody_has_seen_it(shop: Shop, own: Path) -> None:
    """Also a payment, of which nothing else is left; and when it is cut off, it is there once."""
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    go_away()
    payments.pay(orders.place(cart_of(kopi)).value.id, Tender("cash", 4_000))
    database.shop.away = None
    send_queue.send(lambda number, paid: "", at_once=1)
    with database.speaking_to(database.shop), session.acting_for(session.Request("Kasir 2", "")):
        payments.pay(order_history.find(limit=1)[0].id, Tender("qris", 4_000))
    for cut in (True, False):
        with pytest.MonkeyPatch.context() as patch, suppress(KeyboardInterrupt):
            if cut:
                patch.setattr(waiting, "note_sent", interrupt)
            send_queue.send(lambda number, paid: "", at_once=1)
        (kept,) = refused.kept(own)
    assert (kept.number, kept.paid, kept.kind) == (sold(1), 4_000, events.PAID)
    assert isinstance(kept.error, NothingToPay)
    assert kept.error.number == 1
    assert stat.S_IMODE(next(own.parent.glob("*.refused/*")).stat().st_mode) == 0o600
    refused.forget(own, kept)
    assert refused.kept(own) == []


def test_a_reason_of_another_version_is_told_all_the_same(tmp_path: Path) -> None:
    known = Refused(7, 1, 4_000, NothingToPay(1), events.PAID)
    refused.keep(tmp_path / "own", known)
    (file,) = (tmp_path / "own.refused").iterdir()
    file.write_text(file.read_text("utf-8").replace("NothingToPay", "OfTomorrow"), "utf-8")
    assert [type(x.error) for x in refused.kept(tmp_path / "own")] == [ShopError]


FULL = """
    CREATE FUNCTION is_full() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
    CREATE TRIGGER full_disk BEFORE INSERT ON {} FOR EACH ROW EXECUTE FUNCTION is_full();
"""
MADE_ROOM = "DROP FUNCTION is_full() CASCADE"


@pytest.mark.parametrize("table", ["orders", "journal"])
def test_on_a_full_disk_of_the_server_nothing_is_lost_and_it_goes_on(
    shop: Shop, own: Path, table: str
) -> None:
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    go_away()
    orders.place(cart_of(kopi), tenders=[Tender("cash", 4_000)])
    database.shop.away = None
    with database.speaking_to(database.shop):
        database.execute_sql(FULL.format(table))
        with pytest.raises(ServerDiskFull):
            orders.place(cart_of(kopi))
    for _ in range(2):
        with pytest.raises(ServerDiskFull):
            send_queue.send(lambda number, paid: "")
    assert send_queue.count() == 1
    assert refused.kept(own) == []
    with database.speaking_to(database.shop):
        database.execute_sql(MADE_ROOM)
        assert order_history.find(limit=9) == []
    assert [(x.number, x.error) for x in come_back()] == [(1, None)]
    assert [(x.number, x.paid) for x in order_history.find(limit=9)] == [(1, 4_000)]
    assert verify.verify([own.parent]).is_whole


def elsewhere(do: object) -> None:
    """Another counter does it, for which the server is there."""
    database.shop.away = None
    with database.speaking_to(database.shop), session.acting_for(session.Request("Kasir 2", "")):
        do()  # type: ignore[operator]


def test_two_counters_are_told_apart_by_their_letters(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    session.current.station = "Kasir 2"
    own_file.catch_up(own.with_name("own-2"))
    catalogue.add_product("Teh", 4_000)
    own_file.catch_up(own.with_name("own-2"))
    go_away()
    assert orders.place(cart_of(kopi)).value.number == 2_000_001


def test_a_file_that_somebody_changed_is_found(shop: Shop, own: Path) -> None:
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    go_away()
    orders.place(cart_of(kopi))
    with database.speaking_to(database.own):
        database.execute_sql("DROP TRIGGER journal_sealed_update")
        database.execute_sql("UPDATE journal SET at = at + 1")
    database.shop.away, database.is_away = None, False
    verdict = verify.verify([own.parent])
    assert (verdict.own_damage, verdict.is_whole) == ("changed", True)
    assert verdict.waiting == 1


def test_what_waits_for_one_shop_is_not_sent_to_another(
    own_postgres_url: str, shop: Shop, own: Path
) -> None:
    kopi = catalogue.add_product("Kopi", 4_000).value
    own_file.catch_up(own)
    go_away()
    orders.place(cart_of(kopi))
    shop.close()
    database.shop.away = None
    with own_file.open_shop(own_postgres_url, own, station="Kasir 1"):
        privacy.accept(privacy.policy("id"))  # another first entry
        with pytest.raises(NotAShop):
            come_back()
        with pytest.raises(NotAShop):
            own_file.catch_up(own)
        assert send_queue.count() == 1


def test_a_shop_that_was_erased_leaves_nothing_at_a_station(
    own_postgres_url: str, own: Path
) -> None:
    shop = own_file.open_shop(own_postgres_url, own, station="Kasir 1")
    catalogue.add_product("Kopi", 4_000)
    own_file.catch_up(own)
    erase.erase(shop)
    with pytest.raises(NoShop):
        own_file.open_shop(own_postgres_url, own, station="Kasir 1", make=False)
    assert list(own.parent.iterdir()) == []
