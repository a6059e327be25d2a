"""The shop's memory: what is done is entered once, sealed, told, and cannot be edited unseen."""

import subprocess
import sys
from pathlib import Path

import pytest
from peewee import DatabaseError

from models.catalogue import catalogue
from models.errors import EmptyCart
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import orders
from models.shop.opening import Shop, open_shop
from models.storage.database import database, transaction
from tests.readable import a_product, an_order, at_station, cart_of


def test_every_verb_is_one_entry(shop: Shop) -> None:
    placed = an_order()
    fulfilment.pick(placed.id, 1)
    fulfilment.hand_over(placed.id)
    kinds = [event.kind for event in journal.since(0)]
    assert kinds == ["product_added", "placed", "picked", "handed_over"]


def test_an_entry_says_who_did_what_to_which_order(shop: Shop) -> None:
    placed = an_order()
    with at_station("7", staff="G1"):
        fulfilment.claim(placed.id)
    event = journal.for_order(placed.id)[-1]
    assert (event.station, event.staff, event.kind) == ("7", "G1", "claimed")
    assert event.payload["order"]["claimed_by"] == [None, "7"]


def test_news_are_read_from_where_one_stopped(shop: Shop) -> None:
    for _ in range(3):
        an_order()
    first = journal.since(0, limit=2)
    rest = journal.since(first[-1].sequence)
    assert [event.sequence for event in [*first, *rest]] == [1, 2, 3, 4, 5, 6]


def test_what_is_refused_is_not_entered(shop: Shop) -> None:
    with pytest.raises(EmptyCart):
        orders.place(cart_of())
    assert journal.newest() == 0


def test_listeners_wake_once_after_the_commit(shop: Shop) -> None:
    heard = []
    stop = journal.listen(lambda: heard.append(journal.newest()))
    a_product()
    stop()
    a_product("Teh")
    assert heard == [1]


def test_a_listener_that_fails_does_not_make_an_order_look_failed(shop: Shop) -> None:
    def fail() -> None:
        raise RuntimeError

    stop = journal.listen(fail)
    assert an_order().number == 1
    stop()


def test_within_a_larger_transaction_nobody_is_woken_early(shop: Shop) -> None:
    heard: list[int] = []
    stop = journal.listen(lambda: heard.append(journal.newest()))
    with transaction():
        catalogue.add_product("Teh", 1)
        assert heard == []
    stop()
    assert heard == [1]


def test_each_station_has_a_chain_of_its_own(shop: Shop) -> None:
    product = a_product()
    for station in "1213":
        with at_station(station):
            an_order(product)
    assert journal.verify() == journal.Report(5)


@pytest.mark.parametrize("change", ["UPDATE journal SET staff = 'K9'", "DELETE FROM journal"])
def test_the_database_itself_refuses_to_change_the_journal(shop: Shop, change: str) -> None:
    an_order()
    with pytest.raises(DatabaseError), database.atomic():
        database.execute_sql(change)
    assert journal.verify().intact


# --- somebody edits the file with another program ---------------------------------------------

SEALED_AGAIN = """
import json, hashlib
row = list(file.execute("SELECT * FROM journal WHERE sequence = 3").fetchone())
row[6] = row[6].replace("3500", "1500")
text = json.dumps([*row[:8], *row[9:]], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
row[8] = hashlib.sha256(text.encode()).hexdigest()
file.execute("UPDATE journal SET payload = ?, hash = ? WHERE sequence = 3", (row[6], row[8]))
"""


def edited(path: Path, code: str) -> journal.Report:
    """What `verify` says after another program ran `code` on the closed file."""
    program = f"""
import sqlite3, sys
file = sqlite3.connect(sys.argv[1])
for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    file.execute(f"DROP TRIGGER {{name}}")
{code}
file.commit()
"""
    subprocess.run([sys.executable, "-c", program, str(path)], check=True)
    with open_shop(str(path)):
        return journal.verify()


def sql(statement: str) -> str:
    return f'file.execute("""{statement}""")'


@pytest.fixture
def told_shop(shop_file: Path) -> Path:
    """A closed shop with eight entries: one product, seven orders."""
    with open_shop(str(shop_file)):
        product = a_product()
        for _ in range(7):
            an_order(product)
    return shop_file


@pytest.mark.parametrize(
    ("edit", "first_bad", "reason"),
    [
        (sql("UPDATE journal SET payload = '{}' WHERE sequence = 3"), 3, "changed"),
        (sql("UPDATE journal SET at = at - 1 WHERE sequence = 3"), 3, "changed"),
        (sql("UPDATE journal SET staff = 'K9' WHERE sequence = 3"), 3, "changed"),
        (SEALED_AGAIN, 4, "chain"),
        (sql("DELETE FROM journal WHERE sequence = 3"), 3, "missing"),
        (sql("DELETE FROM journal WHERE sequence = 1"), 1, "missing"),
        (
            sql("DELETE FROM journal WHERE sequence = 3")
            + "\n"
            + sql("UPDATE journal SET sequence = sequence - 1 WHERE sequence > 3"),
            3,
            "chain",
        ),
        (sql("DELETE FROM journal WHERE sequence = 8"), 8, "tail"),
        (
            sql(
                "INSERT INTO journal SELECT 9, at, station, staff, kind, [order], payload, "
                "previous, hash, version, NULL, NULL FROM journal WHERE sequence = 8"
            ),
            9,
            "chain",
        ),
        (sql("UPDATE counter SET value = 9 WHERE name = 'journal'"), 9, "tail"),
        (
            sql("DELETE FROM journal WHERE sequence = 8")
            + "\n"
            + sql("UPDATE counter SET value = 7 WHERE name = 'journal'"),
            8,
            "tail",
        ),
        (sql("DELETE FROM journal_head"), 9, "tail"),
        (sql("UPDATE journal_head SET hash = 'x'"), 9, "tail"),
        (sql("UPDATE journal_head SET sequence = 7"), 9, "tail"),
        (sql("UPDATE journal_head SET station = '2'"), 9, "tail"),
        (sql("INSERT INTO journal_head SELECT '2', sequence, hash FROM journal_head"), 9, "tail"),
    ],
)
def test_an_edited_journal_is_found_out(
    told_shop: Path, edit: str, first_bad: int, reason: str
) -> None:
    report = edited(told_shop, edit)
    assert (report.first_bad, report.reason) == (first_bad, reason)


def test_a_journal_that_nobody_edited_is_intact(told_shop: Path) -> None:
    assert edited(told_shop, "") == journal.Report(8)


def test_a_shop_is_known_by_its_first_entry(shop: Shop) -> None:
    assert journal.first_seal() == ""
    an_order(a_product("Kopi Tubruk \u2013 25 g"))
    first = database.execute_sql("SELECT hash, payload FROM journal WHERE sequence = 1").fetchone()
    assert journal.first_seal() == first[0]
    assert "Kopi Tubruk \u2013 25 g" in first[1]  # as it is read, whoever looks into the file
