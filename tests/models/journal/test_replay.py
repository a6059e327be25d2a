"""The order book written anew from the journal is the order book; whoever edits it is found out."""

from datetime import date

import pytest

from models import events
from models.catalogue import catalogue, learned
from models.errors import WrongPin
from models.fulfilment import fulfilment
from models.journal import journal, replay
from models.orders import drawer, held_carts, orders, payments
from models.orders.payments import Tender
from models.settings import preferences, privacy, staff
from models.shop.opening import Shop
from models.shopping_list import inbox
from models.shopping_list.inbox import Incoming
from models.statistics import occasions
from models.storage import touched_rows
from models.storage.database import database, transaction
from models.storage.tables import Alias, Order, Payment, Table
from tests.models.conftest import After, postgres_in_the_long_run
from tests.readable import a_product, an_order, cart_of, pcs


def a_long_story() -> None:
    rice, tea = a_product("Beras", 13_500, on_hand=pcs(50)), a_product("Teh", 5_000)
    first, second, third = (an_order((rice, 1_500), (tea, pcs(2))) for _ in range(3))
    fulfilment.pick(first.id, 1, 500)
    fulfilment.short(first.id, 2, pcs(1))
    fulfilment.make_ready(first.id)
    payments.pay(first.id, Tender("cash", 10_000, 20_000))
    fulfilment.hand_over(first.id)
    fulfilment.undo_last_step(first.id)
    payments.refund(first.id, 3_000)
    orders.cancel_line(second.id, 2)
    fulfilment.acknowledge(second.id)
    orders.cancel(third.id, "salah pesan")


def test_the_journal_alone_gives_the_same_orders(shop: Shop) -> None:
    a_long_story()
    assert replay.replay() == []


def another(name: str, table: type[Table], new: dict[str, str]) -> str:
    """SQL that copies the row with id 1, but for the columns in `new`."""
    columns = [field.column_name for field in table._meta.sorted_fields]
    values = ", ".join(new.get(column, f'"{column}"') for column in columns)
    into = ", ".join(f'"{column}"' for column in columns)
    return f"INSERT INTO {name} ({into}) SELECT {values} FROM {name} WHERE id = 1"


@pytest.mark.parametrize(
    ("edit", "key", "column"),
    [
        ("UPDATE orders SET total = 1 WHERE id = 1", ("orders", 1), "total"),
        ("UPDATE orders SET note = 'x' WHERE id = 2", ("orders", 2), "note"),
        (
            'UPDATE order_line SET short = 500 WHERE "order" = 1 AND line = 2',
            ("order_line", 1, 2),
            "short",
        ),
        (
            'DELETE FROM order_line WHERE "order" = 3 AND line = 1',
            ("order_line", 3, 1),
            "",
        ),
        ("UPDATE payment SET method = 'card' WHERE id = 2", ("payment", 2), "method"),
        ("DELETE FROM payment WHERE id = 1", ("payment", 1), ""),
        (
            another("payment", Payment, {"id": "99", "request_id": "'x'"}),
            ("payment", 99),
            "",
        ),
    ],
)
def test_an_edited_table_is_found_out(
    shop: Shop, edit: str, key: tuple[object, ...], column: str
) -> None:
    a_long_story()
    database.execute_sql(edit)
    assert [(found.key, found.column) for found in replay.replay()] == [(key, column)]


def test_an_order_that_was_never_placed_is_found_out(shop: Shop) -> None:
    a_long_story()
    new = {"id": "99", "request_id": "'x'", "number": "77"}
    database.execute_sql(another("orders", Order, new))
    assert [found.key for found in replay.replay()] == [("orders", 99)]


# --- every other table ----------------------------------------------------------------------


def a_whole_shop() -> None:
    """Something in every table whose rows stand in the journal."""
    a_long_story()
    unwanted = an_order((catalogue.product(2), pcs(1)))
    fulfilment.pick(unwanted.id, 1)
    orders.cancel(unwanted.id, "batal")
    catalogue.add_barcode(1, "8991002101630", pcs(40))
    catalogue.add_alias(1, "beras pulen")
    learned.learn(1, "beras pulen", "karung", pcs(25))
    catalogue.change_product(2, price=5_500)
    drawer.open_drawer(50_000)
    drawer.move(-5_000, "es batu")
    held_carts.hold(cart_of((catalogue.product(1), pcs(1))), "payung merah")
    occasions.add("Lebaran", date(2026, 3, 20), date(2026, 3, 27))
    preferences.put(preferences.SHOP_NAME, "Toko Berkah")
    staff.add("P1", "owner", "4321")
    privacy.accept(privacy.policy())
    inbox.put([Incoming("teh 2", "chat"), Incoming("beras 1", "chat")])
    inbox.take(None, "")


EDITS = {
    "product": "UPDATE product SET price = 1",
    "barcode": "UPDATE barcode SET quantity = 1000",
    "alias": "DELETE FROM alias",
    "list_answer": "UPDATE list_answer SET quantity = 1",
    "message": "UPDATE message SET content = 'teh 3' WHERE id = 1",
    "price_change": "UPDATE price_change SET new = 1",
    "stock": "UPDATE stock SET on_hand = on_hand + 1000 WHERE product = 1",
    "stock_movement": "UPDATE stock_movement SET at = at - 60000 WHERE id = 2",
    "drawer_session": "UPDATE drawer_session SET opening = 0",
    "drawer_movement": "UPDATE drawer_movement SET reason = 'parkir'",
    "put_back": "UPDATE put_back SET done_at = 1",
    "held_cart": "DELETE FROM held_cart",
    "counter": "UPDATE counter SET value = value + 1 WHERE name <> 'journal'",
    "preference": "UPDATE preference SET value = '\"Toko Maju\"' WHERE key = 'shop_name'",
    "occasion": "UPDATE occasion SET last_day = 20260328",
    "staff": "UPDATE staff SET pin_hash = ''",
    "policy_acceptance": "UPDATE policy_acceptance SET text = ''",
}


@pytest.fixture
def whole_shop(after: After) -> Shop:
    """Orders, goods, people: all that the journal tells."""
    return after(a_whole_shop)


def test_every_table_is_told_by_the_journal(whole_shop: Shop) -> None:
    assert replay.replay() == []
    assert EDITS.keys() == touched_rows.KEPT.keys()


def test_no_secret_stands_in_the_journal(whole_shop: Shop) -> None:
    secrets = {(x, y) for x in touched_rows.KEPT for y in touched_rows.told_columns(x)
               if "hash" in y or "secret" in y}  # fmt: skip
    assert secrets <= touched_rows.DIGESTED
    sealed = database.execute_sql("SELECT pin_hash FROM staff").fetchone()[0]
    entries = database.execute_sql("SELECT payload, row_images FROM journal").fetchall()
    assert sealed
    assert not [entry for entry in entries if sealed in f"{entry}"]


@pytest.mark.parametrize(
    "watched", [True, pytest.param(False, marks=postgres_in_the_long_run)], ids=["noted", "unnoted"]
)
@pytest.mark.parametrize("table", EDITS)
def test_an_edit_of_any_table_is_found_out(table: str, watched: bool, whole_shop: Shop) -> None:
    if not watched and whole_shop.path is not None:
        for (name,) in database.execute_sql(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_touched_%'"
        ).fetchall():
            database.execute_sql(f"DROP TRIGGER {name}")
    elif not watched:
        database.execute_sql("SET session_replication_role = replica")
    database.execute_sql(EDITS[table])
    assert {found.key[0] for found in replay.replay()} == {table}
    assert bool(touched_rows.outside()) is watched


def test_what_another_program_wrote_stays_told_when_the_shop_goes_on(whole_shop: Shop) -> None:
    database.execute_sql("UPDATE product SET price = 1 WHERE id = 1")
    database.execute_sql("UPDATE staff SET failures = 0")
    catalogue.change_product(1, name="Beras Pandan Wangi")
    an_order(catalogue.product(2))
    assert touched_rows.outside() == [("product", (1,)), ("staff", ("P1",))]


def test_drafts_and_wrong_pins_are_no_business_of_the_journal(whole_shop: Shop) -> None:
    before = journal.newest()
    held_carts.save_draft(cart_of((catalogue.product(1), pcs(2))))
    with pytest.raises(WrongPin):
        staff.sign_in("P1", "1111")
    staff.sign_in("P1", "4321")
    assert (journal.newest(), replay.replay(), touched_rows.outside()) == (before, [], [])


def test_rows_that_a_verb_writes_behind_its_entry_are_entered_too(whole_shop: Shop) -> None:
    with transaction():
        catalogue.add_alias(2, "teh manis")
        Alias.insert(phrase="teh tawar", product=2).execute()
    last = journal.entry(journal.newest())
    assert last is not None
    assert last.kind == events.ROWS_KEPT
    assert replay.replay() == []


def test_rows_that_nobody_can_read_are_named_by_their_entry(whole_shop: Shop) -> None:
    kept = replay.KeptRows()
    for spoilt in ("no json", "[1]", '{"product": 7}', '{"product": {"columns": [], "rows": [1]}}'):
        kept.read(7, spoilt)
    told = [found.key for found in kept.differences() if found.key[0] == "journal"]
    assert told == [("journal", 7)] * 4
