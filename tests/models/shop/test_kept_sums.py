"""What is kept beside the journal comes to what the journal says; an edit is said and mended."""

from datetime import date

import pytest
from peewee import SqliteDatabase

from gui.words.finding_texts import finding_sentence, what_to_do
from gui.words.formatting import Formatting
from models import print_spool
from models.catalogue import catalogue
from models.errors import Damaged
from models.fulfilment import fulfilment
from models.journal import queue_checkpoints
from models.orders import orders, payments, returns
from models.orders.payments import Tender
from models.print_spool import PrintRequest
from models.settings import preferences
from models.shop import mend
from models.shop.opening import Shop
from models.shop.verify import Verdict, verify
from models.statistics import product_sales, statistics
from models.storage.database import database
from models.storage.tables import BillChange, ClosedSum
from models.sums import column_codec, day_archive, sums_anew
from tests.conftest import SetClock
from tests.models.conftest import After, postgres_in_the_long_run
from tests.models.journal.test_replay import EDITS, a_whole_shop
from tests.readable import a_product, an_order, kept_sums, pcs, unsealed_heads


def told(verdict: Verdict) -> list[str]:
    """What is found, in sentences."""
    return [finding_sentence(finding, Formatting("en")) for finding in verdict.findings]


SUM_EDITS = {
    "day_total": ("UPDATE day_total SET revenue = revenue + 1 WHERE day = 20260302", "2 Mar 2026"),
    "hour_total": ("UPDATE hour_total SET seconds = 9 WHERE day = 20260302", "2 Mar 2026"),
    "product_day": ("DELETE FROM product_day WHERE day = 20260302", "2 Mar 2026"),
    "lead_time": ("INSERT INTO lead_time VALUES (20260302, 'pick', 7, 1)", "2 Mar 2026"),
    "tally": ("UPDATE tally SET third = 1 WHERE kind = 'paid' AND day = 20260302", "2 Mar 2026"),
    "bill_change": ("UPDATE bill_change SET quantity = -1", "order 1"),
    "closed_sum": ("DELETE FROM closed_sum WHERE kind = 'product' AND key = 202602", "Feb 2026"),
    "late_sum": (
        "INSERT INTO late_sum SELECT 9, 'wage', 20260302, 1, 5, 0, 0, 0, 0",
        "2 Mar 2026",
    ),
    "queue_mark": ("UPDATE queue_mark SET orders = '[[1,0]]' WHERE sequence = 32", "entry 32"),
}
#: Of the tables that neither entries hold nor sums are in.
OTHER_EDITS = {
    "orders": "UPDATE orders SET total = 1 WHERE id = 1",
    "order_line": "UPDATE order_line SET note = 'x'",
    "payment": "DELETE FROM payment WHERE id = 1",
    "print_job": "UPDATE print_job SET copy_number = 7",
    "journal_head": "UPDATE journal_head SET hash = 'x'",
    "touched_row": "INSERT INTO touched_row VALUES ('product', '[1]', TRUE)",
}


def some_weeks(clock: SetClock) -> None:
    clock.set(2026, 2, 20, 10)
    a_whole_shop()
    for day in (2, 3):
        clock.set(2026, 3, day, 11)
        order = an_order((catalogue.product(1), pcs(2)))
        payments.pay(order.id, Tender("cash", order.total))
        clock.forward(5)
        fulfilment.make_ready(order.id)
        fulfilment.hand_over(order.id)
    clock.set(2026, 3, 9, 14)
    day_archive.keep_up(20260309)
    returns.return_goods(order.id, {1: pcs(1)}, note="rusak")
    fulfilment.hand_over(1)
    print_spool.submit(PrintRequest("receipt", 1))


@pytest.fixture
def shop_of_weeks(after: After, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """Something in every sum: days that are packed, a month, a return, a mark of the queue."""
    monkeypatch.setattr(queue_checkpoints, "EVERY", 32)
    shop = after(some_weeks, clock)
    clock.set(2026, 3, 9, 14)
    return shop


def test_payments_and_work_are_counted_to_the_last_however_few_are_read_at_once(
    shop_of_weeks: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sums_anew, "_PART", 1)
    assert told(verify()) == []


def test_every_table_has_an_edit(shop_of_weeks: Shop) -> None:
    assert verify().findings == ()
    sealed = {"journal", "schema_migration"}  # whose rows no program changes
    edits = EDITS.keys() | SUM_EDITS.keys() | OTHER_EDITS.keys() | sealed
    assert edits == set(database.get_tables())
    assert not EDITS.keys() & SUM_EDITS.keys()


@pytest.mark.parametrize("table", SUM_EDITS)
def test_an_edited_sum_is_said_and_made_anew(table: str, shop_of_weeks: Shop) -> None:
    edit, name = SUM_EDITS[table]
    before = sums()
    database.execute_sql(edit)
    assert sums() != before
    found = verify().findings
    assert {finding.table for finding in found} == {table}
    assert all(sentence.endswith(": not what the journal comes to.") for sentence in told(verify()))
    assert name in told(verify())[0]
    assert "writes these rows as it tells them" in what_to_do(found)
    assert mend.put_back().value > 0
    day_archive.keep_up(20260309)
    assert sums() == before
    assert verify().is_whole


def test_a_mark_of_the_queue_that_is_gone_is_said_and_made_anew(shop_of_weeks: Shop) -> None:
    before = sums()
    database.execute_sql("DELETE FROM queue_mark WHERE sequence = 32")
    assert told(verify()) == [
        "The queue that was noted at entry 32 of the journal: not what the journal comes to."
    ]
    assert mend.make_sums_anew().value == 1
    assert sums() == before
    assert verify().is_whole


@pytest.mark.parametrize("spare", [column_codec.SPARE, -(10**9)])  # the codes are far apart
def test_what_is_entered_late_on_a_packed_day_is_no_damage(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch, spare: int
) -> None:
    monkeypatch.setattr(column_codec, "SPARE", spare)
    product = a_product()
    for month, day in (1, 5), (2, 20), (3, 3):
        clock.set(2026, month, day, 11)
        an_order(product)
    day_archive.keep_up(20260309)
    clock.set(2026, 2, 20, 12)
    an_order((product, pcs(3)))
    assert database.execute_sql("SELECT day FROM late_sum WHERE kind = 'product'").fetchall()
    assert verify().is_whole
    (sold,) = product_sales.categories(date(2026, 1, 1), date(2026, 3, 8))
    assert sold.quantity == pcs(6)


def test_marks_that_are_all_gone_are_made_anew(
    shop_of_weeks: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_checkpoints, "EVERY", 16)
    database.execute_sql("DELETE FROM queue_mark")
    assert len(told(verify())) == mend.make_sums_anew().value == 2
    assert verify().is_whole


def sums() -> tuple[object, ...]:
    """All that can be made anew, but for the running numbers of changes of bills."""
    packs = database.execute(ClosedSum.select().tuples()).fetchall()
    changes = database.execute(BillChange.select().tuples()).fetchall()
    return (
        kept_sums(),
        sorted((kind, key, bytes(content)) for kind, key, content in packs),
        database.execute_sql("SELECT * FROM late_sum").fetchall(),
        database.execute_sql("SELECT * FROM queue_mark ORDER BY sequence").fetchall(),
        sorted(change[1:] for change in changes),
    )


@pytest.mark.parametrize("table", OTHER_EDITS)
def test_an_edit_of_any_other_table_is_said(table: str, shop_of_weeks: Shop) -> None:
    with unsealed_heads():
        database.execute_sql(OTHER_EDITS[table])
    assert not verify().is_whole
    assert all(told(verify()))


@pytest.mark.parametrize(
    "content", [b"", b"no pack", bytes(8), b"\4" + bytes(7) + b"\xff" * 7, b"\xff" * 80]
)
@pytest.mark.parametrize("key", [20260302, 202602])
@postgres_in_the_long_run
def test_a_pack_that_nobody_can_read_is_said_and_made_anew(
    content: bytes, key: int, shop_of_weeks: Shop
) -> None:
    edit = ClosedSum.update(content=content).where(ClosedSum.kind == "hour", ClosedSum.key == key)
    edit.execute()
    (finding,) = verify().findings
    assert (finding.table, finding.key) == ("closed_sum", ("hour", key))
    mend.put_back()
    assert verify().is_whole
    day_archive.keep_up(20260309)
    assert verify().is_whole


def test_a_pack_that_nobody_can_read_is_a_sentence_where_its_figures_are_shown(
    shop_of_weeks: Shop,
) -> None:
    ClosedSum.update(content=b"\4" + bytes(7) + b"\xff" * 7).where(
        ClosedSum.kind == "hour"
    ).execute()
    with pytest.raises(Damaged):
        statistics.dashboard(date(2026, 3, 1), date(2026, 3, 8))


def test_sums_stay_whole_when_the_shop_moves_to_another_time_zone(
    shop_of_weeks: Shop, clock: SetClock
) -> None:
    clock.set(2026, 3, 10, 23, 30)
    order = an_order(catalogue.product(1))
    fulfilment.make_ready(order.id)
    clock.forward(60)
    orders.cancel_line(order.id, 1)
    preferences.put(preferences.ZONE, "Asia/Jayapura")
    assert verify().is_whole
    orders.cancel(an_order(catalogue.product(1)).id, "batal")
    assert verify().is_whole


def test_a_packed_month_of_which_there_are_no_days_is_said(shop_of_weeks: Shop) -> None:
    database.execute_sql(
        "UPDATE closed_sum SET key = 201001 WHERE kind = 'product' AND key = 202602"
    )
    assert {finding.name for finding in verify().findings} == {"201001", "202602"}


@pytest.mark.parametrize(
    "edit",
    [
        "INSERT INTO closed_sum SELECT kind, key + 7, content FROM closed_sum WHERE {this}",
        "UPDATE closed_sum SET content = {zero} WHERE {this}",
        "DELETE FROM closed_sum WHERE {this}",
    ],
)
def test_who_counted_the_sums_is_said_once(shop: Shop, edit: str) -> None:
    zero = "x'00'" if isinstance(database.obj, SqliteDatabase) else "'\\x00'"
    database.execute_sql(edit.format(this=f"kind = '{day_archive.COUNTED_BY}'", zero=zero))
    assert not verify().is_whole
    mend.put_back()
    assert verify().is_whole
