"""What the proof of a shop finds, whatever was done to it; nothing that it finds is an error."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from gui.words.finding_texts import finding_sentence, thing, what_to_do
from gui.words.formatting import Formatting
from models import events
from models.errors import Damaged, JournalBroken, ShopError
from models.journal import journal
from models.orders import orders
from models.settings import preferences
from models.shop import backup, kept_sums, mend, restore
from models.shop.opening import Shop, open_shop
from models.shop.verify import Finding, Verdict, verify, verify_new
from models.storage import touched_rows
from models.storage.database import database, transaction
from models.storage.sqlite_driver import READS_DAMAGED_TEXTS, connect
from tests.conftest import SetClock
from tests.faults.damage import contents, edit, lead_back, spoil
from tests.models.conftest import After
from tests.models.journal.test_replay import EDITS, a_whole_shop
from tests.readable import a_product, an_order, unsealed_heads


@pytest.fixture
def whole_shop(after: After) -> Shop:
    """Orders, goods, people: something in every table."""
    return after(a_whole_shop)


def told(verdict: Verdict) -> list[str]:
    """What is found, in sentences."""
    return [finding_sentence(finding, Formatting("en")) for finding in verdict.findings]


def test_what_is_new_is_looked_at_by_itself(whole_shop: Shop) -> None:
    seen = verify().seen
    assert seen
    assert verify_new(seen) == Verdict(0, ())
    product = a_product("Gula")
    order = an_order(product)
    orders.cancel(order.id)
    found = verify_new(seen)
    assert found == Verdict(journal.newest() - seen.sequence, ())
    assert found.seen == verify().seen
    for statement, said in (
        ("UPDATE product SET price = 1 WHERE id = 1", "Product"),  # told before the look
        (f'UPDATE order_line SET price = 7 WHERE "order" = {order.id}', "A line of order"),
    ):
        with database.atomic() as around:
            database.execute_sql(statement)
            assert told(verify_new(seen))[0].startswith(said)
            around.rollback()


def test_an_entry_that_is_new_and_changed_or_lost_is_found(
    shop_file: Path,
) -> None:
    with open_shop(str(shop_file)):
        a_whole_shop()
        seen = verify().seen
        an_order(a_product("Gula"))
        newest = journal.newest()
        database.execute_sql("PRAGMA journal_mode = delete")
    assert seen
    for statement, said in (
        (f"UPDATE journal SET staff = 'X' WHERE sequence = {newest}", "was changed"),
        (f"DELETE FROM journal WHERE sequence = {newest}", "end of the journal is missing"),
        (f"DELETE FROM journal WHERE sequence > {seen.sequence - 3}", "end of the journal is"),
    ):
        edit(shop_file, statement)
        with open_shop(str(shop_file)):
            assert said in told(verify_new(seen))[0]


def test_a_sound_shop_is_whole(whole_shop: Shop) -> None:
    assert verify() == Verdict(journal.newest(), ())


@pytest.mark.parametrize("table", EDITS)
def test_whatever_another_program_wrote_is_said(table: str, whole_shop: Shop) -> None:
    database.execute_sql(EDITS[table])
    found = verify()
    assert {finding.table for finding in found.findings} == {table}
    assert all(told(found))
    assert "writes these rows as it tells them" in what_to_do(found.findings)


def test_prices_are_said_as_they_are_and_as_they_were(whole_shop: Shop) -> None:
    database.execute_sql("UPDATE product SET price = 1 WHERE id = 1")
    assert told(verify()) == [
        "Product Beras: Price is Rp1, and was Rp13.500 in the journal.",
    ]


def test_an_edit_that_was_turned_back_is_said_too(whole_shop: Shop) -> None:
    database.execute_sql("UPDATE product SET price = price + 1 WHERE id = 1")
    database.execute_sql("UPDATE product SET price = price - 1 WHERE id = 1")
    database.execute_sql("UPDATE staff SET failures = 0")
    assert told(verify()) == [
        "Product Beras was written by another program.",
        "Staff code P1 was written by another program.",
    ]


def test_a_row_that_others_write_again_and_again_stops_no_work(whole_shop: Shop) -> None:
    for price in (1, 2, 3):
        database.execute_sql(f"UPDATE product SET price = {price} WHERE id = 1")
        preferences.put(preferences.SHOP_NAME, f"Toko {price}")
    assert told(verify()) == ["Product Beras: Price is Rp3, and was Rp13.500 in the journal."]
    mend.put_back()
    assert verify().is_whole


def test_rows_that_are_entered_at_the_end_of_a_deed_are_no_other_program_s(
    whole_shop: Shop,
) -> None:
    with transaction():
        database.execute_sql("UPDATE product SET price = 1 WHERE id = 1")
    preferences.put(preferences.SHOP_NAME, "Toko Berkah")
    assert verify() == Verdict(journal.newest(), ())


GUARDS = {
    "sqlite": (
        "DROP TRIGGER product_touched_update",
        "DROP TRIGGER journal_sealed_delete",
        "CREATE TRIGGER greedy AFTER INSERT ON payment BEGIN DELETE FROM stock; END",
        "DROP INDEX orders_open",
        "CREATE TABLE phones (number TEXT)",
    ),
    "postgres": (
        "DROP TRIGGER product_touched ON product",
        "ALTER TABLE journal DISABLE TRIGGER journal_sealed",
        (
            "CREATE TRIGGER greedy AFTER INSERT ON payment FOR EACH ROW "
            "EXECUTE FUNCTION note_touched_row('id')"
        ),
    ),
}


@pytest.mark.parametrize(
    ("place", "edit"),
    [("shop_file", edit) for edit in GUARDS["sqlite"]]
    + [("own_postgres_url", edit) for edit in GUARDS["postgres"]],
)
def test_a_guard_that_was_taken_off_is_said(
    place: str, edit: str, request: pytest.FixtureRequest
) -> None:
    with open_shop(str(request.getfixturevalue(place))):
        an_order(a_product())
        database.execute_sql(edit)
        (finding,) = verify().findings
        assert finding.kind == "guard"
        assert finding.name in edit


def test_a_lost_end_is_known_by_the_backup_that_saw_it(shop_file: Path, tmp_path: Path) -> None:
    with open_shop(str(shop_file)):
        product = a_product()
        an_order(product)
        shutil.copy2(backup.back_up(tmp_path / "early.sqlite3").path, tmp_path / "back.sqlite3")
        an_order(product)
        made = backup.back_up_into(tmp_path / "backups")
    for left in shop_file.parent.glob("shop.sqlite3*"):
        left.unlink()
    shutil.copy2(tmp_path / "back.sqlite3", shop_file)
    with open_shop(str(shop_file)):
        assert verify().is_whole
        assert told(verify([made.path.parent])) == [
            f"The journal lost entry 3, which the backup “{made.path.name}” knows."
        ]


def test_what_a_restore_left_behind_is_not_missed(shop_file: Path, tmp_path: Path) -> None:
    with open_shop(str(shop_file)):
        product = a_product()
        early = backup.back_up(tmp_path / "early.sqlite3").path
        for _ in range(3):
            an_order(product)
            backup.back_up_into(tmp_path / "backups")
        restore.restore(early)
        assert verify([tmp_path / "backups"]).is_whole
        for _ in range(3):
            an_order(product)
        backup.back_up_into(tmp_path / "backups")
        assert verify([tmp_path / "backups"]).is_whole


# --- put back ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "table", [x for x in EDITS if x not in {name for name, _ in touched_rows.DIGESTED}]
)
def test_what_another_program_wrote_is_put_back_as_the_journal_tells_it(
    table: str, whole_shop: Shop
) -> None:
    before = everything()
    database.execute_sql(EDITS[table])
    assert everything() != before
    assert mend.put_back().value > 0
    assert everything() == before
    assert verify().is_whole
    an_order(a_product("Gula"))
    assert mend.put_back().sequence is None


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE orders SET total = 1, note = 'x'",
        'DELETE FROM order_line WHERE "order" = 3 AND line = 1',
        "UPDATE payment SET amount = 1",
        "DELETE FROM barcode",
        "INSERT INTO alias (phrase, product) VALUES ('apa saja', 1)",
        "UPDATE staff SET failures = 0",
    ],
)
def test_rows_that_are_gone_or_too_many_are_put_right(edit: str, whole_shop: Shop) -> None:
    before = everything()
    database.execute_sql(edit)
    mend.put_back()
    assert everything() == before
    assert verify().is_whole


def test_a_pin_is_not_known_by_the_journal_and_stays_told(whole_shop: Shop) -> None:
    database.execute_sql("UPDATE staff SET pin_hash = ''")
    database.execute_sql("UPDATE product SET price = 1")
    mend.put_back()
    assert told(verify()) == ["Staff code P1: PIN is not what the journal says."]


def test_a_journal_that_is_not_whole_mends_nothing(whole_shop: Shop, shop_url: str) -> None:
    database.execute_sql("UPDATE product SET price = 1")
    with unsealed_heads():
        database.execute_sql("UPDATE journal_head SET hash = 'x'")
    with pytest.raises(JournalBroken):
        mend.put_back()
    assert "Price is Rp1" not in "".join(told(verify()))
    assert database.execute_sql("SELECT price FROM product").fetchone() == (1,)


def test_an_entry_that_fits_onto_nothing_is_said_and_mends_nothing(whole_shop: Shop) -> None:
    with transaction():
        journal.append(events.CHANGED, {"order": {"note": ["never said", ""]}}, order_id=1)
    newest = journal.newest()
    assert told(verify()) == [f"Entry {newest} of the journal does not fit what was before it."]
    with pytest.raises(JournalBroken):
        mend.put_back()


def everything() -> dict[str, list[str]]:
    """Every row of the tables that the journal tells."""
    names = [*touched_rows.KEPT, "orders", "order_line", "payment"]
    return {
        name: sorted(map(repr, database.execute_sql(f'SELECT * FROM "{name}"').fetchall()))
        for name in names
        if name != "counter"
    } | {
        "counter": database.execute_sql(
            "SELECT * FROM counter WHERE name <> 'journal' ORDER BY name"
        ).fetchall()
    }


# --- damage ---------------------------------------------------------------------------------


def damaged(path: Path, seeds: range) -> Iterator[tuple[int, bool, bool]]:
    """Of each damaged copy: its seed, whether its data changed, and whether that was told."""
    whole, before = path.read_bytes(), contents(path)
    for seed in seeds:
        for left in path.parent.glob(f"{path.name}?*"):
            left.unlink()
        path.write_bytes(whole)
        spoil(path, Random(seed))
        changed = contents(path) != before
        try:
            with open_shop(str(path)):
                said = not verify().is_whole
                assert all(told(verify()))
        except ShopError:
            said = True
        yield seed, changed, said


def a_closed_shop(path: Path) -> None:
    with open_shop(str(path)):
        a_whole_shop()
        product = a_product("Gula")
        for _ in range(30):
            an_order(product)
        database.execute_sql("PRAGMA journal_mode = delete")


def test_damage_is_told_and_never_a_traceback(shop_file: Path) -> None:
    a_closed_shop(shop_file)
    found = list(damaged(shop_file, range(24)))
    assert [seed for seed, changed, said in found if changed and not said] == []
    assert sum(changed for _, changed, _ in found) >= 12


@pytest.mark.long
def test_damage_of_four_hundred_copies(shop_file: Path) -> None:
    a_closed_shop(shop_file)
    found = list(damaged(shop_file, range(400)))
    changed = [seed for seed, changed, _ in found if changed]
    unsaid = [seed for seed, changed, said in found if changed and not said]
    assert len(unsaid) <= 0.02 * len(changed), unsaid


def test_a_flipped_bit_in_an_entry_names_the_entry(shop_file: Path) -> None:
    a_closed_shop(shop_file)
    content = shop_file.read_bytes()
    payload = b'"sku":"P00001"'
    bits = (0x80, 0x01, 0x20) if READS_DAMAGED_TEXTS else (0x01, 0x20)
    for bit in bits:
        flipped = bytes([payload[8] ^ bit])
        shop_file.write_bytes(content.replace(payload, payload[:8] + flipped + payload[9:]))
        with open_shop(str(shop_file)):
            (first, *_) = told(verify())
            assert first.startswith("Entry ")
            assert first.endswith(" of the journal was changed.")


def test_where_the_first_entry_cannot_be_read_the_rest_is_looked_at(shop_file: Path) -> None:
    """Lost while the shop is open; whose it is cannot be asked any more."""
    a_closed_shop(shop_file)
    with open_shop(str(shop_file)):
        seal = journal.first_seal().encode()
        database.close()
        content = bytearray(shop_file.read_bytes())
        start = content.index(seal) // 4096 * 4096
        content[start : start + 4096] = bytes(4096)
        shop_file.write_bytes(content)
        database.connect()
        said = told(verify([shop_file.parent]))
        assert any(text.startswith("The file is damaged") for text in said)
        assert len(said) == len(set(said))


def test_a_description_of_tables_that_nobody_can_read_is_damage(shop_file: Path) -> None:
    """What is complained about is then no text either."""
    a_closed_shop(shop_file)
    folder = shop_file.parent / "backups"
    with open_shop(str(shop_file)):
        backup.back_up_into(folder)
        database.execute_sql("PRAGMA journal_mode = delete")
    with closing(connect(shop_file)) as file:
        file.execute("PRAGMA writable_schema = 1")
        file.execute(
            "UPDATE sqlite_master SET sql = CAST(x'43d2' AS TEXT) || sql WHERE name = 'product'"
        )
    with pytest.raises(Damaged):
        open_shop(str(shop_file))
    said, way = lead_back(shop_file, folder)
    assert (len(said), way) == (1, "rebuild, closed")


def test_every_table_is_watched_or_follows_from_others(whole_shop: Shop) -> None:
    assert touched_rows.unwatched(database.obj) == []


def test_every_table_has_a_name_that_people_know() -> None:
    for table in touched_rows.KEPT.keys() | kept_sums.TABLES:
        assert not thing(Finding("row", table, (), "X"), Formatting("en")).startswith(table)


def test_time_goes_on_while_it_is_proven(whole_shop: Shop, clock: SetClock) -> None:
    done: list[float] = []
    verify(progress=done.append)
    assert done == sorted(done)
    assert done[-1] == 1
