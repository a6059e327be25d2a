"""Old orders are put away: their detail is gone, every figure stays, and the shop is whole."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models import session
from models.catalogue.catalogue import Product
from models.errors import (
    BackupElsewhere,
    BackupFailed,
    BadChoice,
    DetailDiffers,
    DetailGone,
    DetailRemoved,
    JournalBroken,
    NotAllowed,
    OnlyPlayed,
    Undecided,
)
from models.export.export import export_folder
from models.fulfilment import fulfilment, fulfilment_queue, queue_history
from models.journal import journal, queue_checkpoints
from models.orders import drawer, order_history, orders, payments, returns
from models.orders.payments import Tender
from models.past_sales import past_sales
from models.settings import kept_detail, staff
from models.shop import backup, gate, mend, rebuild, restore
from models.shop.opening import Shop, open_shop
from models.shop.removal import retention
from models.shop.removal.retention import Plan, Year
from models.shop.undo import undo
from models.shop.verify import Seen, verify, verify_new
from models.statistics import counter_figures, product_sales, statistics, taxes, today
from models.storage.database import database
from models.storage.sqlite_driver import connect
from models.sums import day_archive, rollups, sums_anew
from tests.conftest import SetClock
from tests.faults.damage import edit
from tests.models.a_day import Day
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, an_order, findings, kept_sums, pcs
from tests.readable import sums_anew as counted_anew

#: Written on an old order, and nowhere else.
NOTE = "tanpa kantong plastik"
FIRST, LAST = date(2022, 1, 1), date(2026, 3, 2)
DETAIL = ("orders", "order_line", "payment", "bill_change", "put_back", "print_job")


def sold(clock: SetClock, *items: Product | tuple[Product, int], back: int = 0, **how: Any) -> int:
    """An order that is paid and handed over; perhaps some of it came back."""
    order = an_order(*items, **how)
    payments.pay(order.id, Tender("cash", order.total))
    clock.forward(40)
    fulfilment.claim(order.id)
    clock.forward(100)
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    if back:
        returns.return_goods(order.id, {1: back}, note="rusak")
    return order.id


def some_years(clock: SetClock) -> None:
    """Five years with finished orders, a cancelled one each, and one in the first that is not."""
    clock.set(2022, 3, 5, 10)
    rice, tea = a_product("Beras", 13_500, on_hand=pcs(90)), a_product("Teh", 5_000, cost=3_000)
    waiting = an_order((tea, pcs(1)))
    for year in range(2022, 2027):
        clock.set(year, 3 if year < 2026 else 2, 5, 10)
        drawer.open_drawer(50_000)
        first = sold(clock, (rice, 1_500), (tea, pcs(2)))
        orders.cancel_line(an_order((tea, pcs(2)), (rice, pcs(1))).id, 1)
        sold(clock, (tea, pcs(3)), back=pcs(1))
        unwanted = an_order((rice, pcs(1)))
        fulfilment.pick(unwanted.id, 1)
        orders.cancel(unwanted.id, "salah pesan")
        for task in fulfilment_queue.open_restock_tasks():
            fulfilment.restock(task.id)
        drawer.close_drawer(10_000)
        clock.set(year, 3 if year < 2026 else 2, 7, 10)
        returns.return_goods(first, {2: pcs(1)}, note="salah beli")
    assert order_history.sheet(waiting.id).order.total
    clock.set(2026, 3, 2, 9)
    day_archive.keep_up(20260302)


@pytest.fixture
def marks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue_checkpoints, "EVERY", 16)


@pytest.fixture
def old_shop(shop: Shop, clock: SetClock, marks: None) -> Shop:
    some_years(clock)
    return shop


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


_made: list[bytes] = []


@pytest.fixture
def old_file(shop_file: Path, clock: SetClock, marks: None) -> Iterator[Path]:
    """The same in a file, open; it is made once."""
    if not _made:
        with open_shop(str(shop_file)):
            some_years(clock)
            database.execute_sql("PRAGMA journal_mode = delete")
        _made.append(shop_file.read_bytes())
    shop_file.write_bytes(_made[0])
    clock.set(2026, 3, 2, 9)
    with open_shop(str(shop_file)):
        yield shop_file


def figures() -> dict[str, Any]:
    """What the panels of the owner show that read no orders."""
    days = FIRST, LAST
    questions: dict[str, Callable[[], Any]] = {
        "dashboard": partial(statistics.dashboard, *days),
        "a year": partial(statistics.dashboard, date(2023, 1, 1), date(2023, 12, 31)),
        "methods": partial(counter_figures.methods, *days),
        "drawers": partial(counter_figures.drawers, *days),
        "servers": partial(counter_figures.servers, *days),
        "pickers": partial(counter_figures.pickers, *days),
        "cancelled": partial(counter_figures.cancelled, *days),
        "shorts": partial(counter_figures.shorts, *days),
        "returned": partial(counter_figures.returned, *days),
        "explain": partial(product_sales.explain, *days),
        "ranking": partial(product_sales.ranking, *days),
        "categories": partial(product_sales.categories, *days),
        "taxes": partial(taxes.by_month, *days),
    }
    return {name: question() for name, question in questions.items()}


def counts() -> dict[str, int]:
    return {
        table: database.execute_sql(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
        for table in DETAIL
    }


def first_old() -> int:
    """The id of an order that goes."""
    return order_history.find(limit=100)[-2].id


# --- what goes, and what stays --------------------------------------------------------------


def test_the_detail_goes_and_every_figure_stays(old_shop: Shop, folder: Path) -> None:
    before, shown, there = kept_sums(), figures(), counts()
    assert findings() == ()
    old = first_old()
    entries = journal.for_order(old)
    planned = retention.plan(2)
    assert planned == Plan(date(2024, 1, 1), (Year(2022, 3, 2), Year(2023, 3, 1)))
    done = retention.remove(2, folder)
    assert (done.orders, done.before, done.is_stopped) == (planned.orders, planned.before, False)
    assert gate.origin(done.backup).orders == there["orders"]
    assert findings() == ()
    assert kept_sums() == counted_anew() == before
    assert figures() == shown
    left = counts()
    assert left["orders"] == there["orders"] - planned.orders
    assert all(left[table] < there[table] for table in DETAIL if table != "print_job")
    # Each entry is there, with when, where and what, and tells nothing more of it.
    now = journal.for_order(old)
    assert [(x.sequence, x.at, x.kind) for x in now] == [
        (x.sequence, x.at, x.kind) for x in entries
    ]
    assert {tuple(x.payload) for x in now} == {("removed_by",)}
    again = retention.remove(2, folder)
    assert (again.orders, findings()) == (0, ())
    assert retention.plan(2).orders == 0
    # Sums that are made anew, and rows that are put back, are what they were.
    assert sums_anew.make_anew() == []
    assert kept_sums() == before
    assert mend.put_back().value == 0
    assert retention.remove(1, folder).orders == 3
    assert (figures(), findings()) == (shown, ())


def test_the_shop_goes_on(old_shop: Shop, folder: Path, clock: SetClock) -> None:
    old = first_old()
    steps = [event.sequence for event in journal.for_order(old)]
    retention.remove(2, folder)
    deeds: list[Callable[[], Any]] = [
        partial(order_history.sheet, old),
        partial(returns.return_goods, old, {1: pcs(1)}),
        partial(orders.cancel, old, "x"),
        partial(payments.refund, old, 100),
        *(partial(undo, step) for step in steps[-2:]),
    ]
    for deed in deeds:
        newest = journal.newest()
        with pytest.raises(DetailRemoved):
            deed()
        assert journal.newest() == newest
    new = sold(clock, (a_product("Gula", 17_000), pcs(2)))
    assert new > old
    assert findings() == ()


def test_what_is_not_over_stays(old_file: Path, folder: Path, clock: SetClock) -> None:
    clock.set(2022, 5, 5, 10)
    tea = a_product("Kopi", 9_000, on_hand=pcs(9))
    kept = [
        an_order((tea, pcs(1))).id,  # not handed over
        sold(clock, (tea, pcs(1))),  # something comes back of it today
        (owed := an_order((tea, pcs(1)))).id,
    ]
    for order in (owed.id,):
        fulfilment.make_ready(order)
        fulfilment.hand_over(order)
    thrown = an_order((tea, pcs(1)))
    fulfilment.pick(thrown.id, 1)
    orders.cancel(thrown.id, "batal")  # and nobody put it back
    drawer.open_drawer(0)
    counted = sold(clock, (tea, pcs(1)))  # into a drawer that was never closed
    clock.set(2026, 3, 2, 9)
    returns.return_goods(kept[1], {1: pcs(1)})
    retention.remove(2, folder)
    for order in (*kept, thrown.id, counted):
        assert order_history.sheet(order).order.id == order
    assert findings() == ()


def test_the_newest_order_stays_so_that_no_number_comes_twice(
    shop: Shop, clock: SetClock, folder: Path
) -> None:
    clock.set(2019, 3, 5, 10)
    tea = a_product("Teh", 5_000)
    sold(clock, (tea, pcs(1)))
    last = sold(clock, (tea, pcs(1)))
    clock.set(2026, 3, 2, 9)
    assert retention.remove(1, folder).orders == 1
    assert an_order((tea, pcs(1))).id > last
    assert findings() == ()


@pytest.mark.parametrize("years", [-1, 0, 31])
def test_so_many_years_cannot_be_kept(years: int, old_file: Path, folder: Path) -> None:
    for deed in (partial(retention.plan, years), partial(retention.remove, years, folder)):
        with pytest.raises(BadChoice):
            deed()
    assert not folder.exists()


def test_it_can_be_stopped_and_goes_on(
    old_file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(retention, "_AT_ONCE", 2)
    before, said = kept_sums(), list[tuple[int, int]]()

    def progress(done: int, of: int) -> bool:
        said.append((done, of))
        return done < 4

    assert retention.remove(2, folder, progress=progress).is_stopped
    assert said == [(0, 6), (2, 6), (4, 6)]
    assert (findings(), kept_sums()) == ((), before)
    assert retention.remove(2, folder).orders == 2
    assert (findings(), kept_sums()) == ((), before)


def test_nothing_of_it_is_left_in_the_file(shop_file: Path, folder: Path, clock: SetClock) -> None:
    with open_shop(str(shop_file)):
        clock.set(2019, 3, 5, 10)
        tea = a_product("Teh", 5_000)
        order = sold(clock, (tea, pcs(1)))
        noted = an_order((tea, pcs(1)))
        orders.change(noted.id, {}, note=NOTE)
        orders.cancel(noted.id, "batal")
        clock.set(2026, 3, 2, 9)
        an_order((tea, pcs(1)))
        assert order < noted.id
        retention.remove(1, folder)
        database.execute_sql("PRAGMA journal_mode = delete")
    assert NOTE.encode() not in shop_file.read_bytes()


# --- who may --------------------------------------------------------------------------------


def test_the_owners_pin_is_typed_for_it(old_file: Path, folder: Path) -> None:
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER)
    with pytest.raises(NotAllowed):
        retention.remove(2, folder)
    staff.sign_in("K1")
    for deed in (partial(retention.plan, 2), partial(retention.check, folder)):
        with pytest.raises(NotAllowed):
            deed()
    staff.sign_in("P1", "2718")
    asked = session.new_request()
    staff.approve(asked, "P1", "2718")
    with session.acting_for(asked):
        assert retention.remove(2, folder).orders == 6
    told = journal.entry(journal.newest())
    assert told is not None
    assert (told.kind, told.staff) == ("detail_removed", "P1")


def test_where_it_is_not_done(old_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BackupElsewhere):
        retention.check(None)
    monkeypatch.setattr(session.current, "is_undecided", True)
    with pytest.raises(Undecided):
        retention.check(old_file.parent)
    monkeypatch.setattr(session.current, "is_undecided", False)
    monkeypatch.setattr(session.current, "is_training", True)
    with pytest.raises(OnlyPlayed):
        retention.check(old_file.parent)


def test_what_differs_is_not_sealed_as_if_it_were_right(old_file: Path, folder: Path) -> None:
    old = first_old()
    database.execute_sql(f"UPDATE orders SET note = 'x' WHERE id = {old}")
    with pytest.raises(DetailDiffers):
        retention.remove(2, folder)
    assert order_history.sheet(old).order.note == "x"
    database.execute_sql(f"UPDATE orders SET note = '' WHERE id = {old}")
    edit(old_file, f'UPDATE journal SET at = at + 1 WHERE "order" = {old}')
    with pytest.raises(BackupFailed):
        retention.remove(2, folder)
    assert order_history.sheet(old).order.id == old


@postgres_in_the_long_run
def test_home_counts_the_orders_that_are_there(old_shop: Shop, folder: Path) -> None:
    assert today.today().all_orders == counts()["orders"]
    days = today.today().trading_days
    retention.remove(2, folder)
    assert 1 < counts()["orders"] == today.today().all_orders
    assert today.today().trading_days == days


# --- what asks for the detail ---------------------------------------------------------------


def test_what_needs_the_orders_says_that_they_are_gone(
    old_file: Path, folder: Path, tmp_path: Path, clock: SetClock
) -> None:
    file = tmp_path / "sales.csv"
    file.write_text("date,order,product,quantity,price\n2023-03-05 10:00,7,Teh,1,5000\n")
    exported = export_folder(tmp_path / "out")[-1]
    sessions = drawer.recent()
    retention.remove(2, folder)
    assert kept_detail.first_day() == date(2024, 1, 1)
    for question in (
        partial(queue_history.levels, date(2023, 3, 5)),
        partial(queue_history.queue_at, clock.moment - 3 * 365 * 86_400_000),
        partial(product_sales.explain, date(2023, 3, 5), date(2023, 3, 5), hour=10),
        partial(past_sales.preview, file, past_sales.reading()),
        partial(past_sales.run, file, past_sales.reading()),
        partial(past_sales.run, exported, past_sales.reading()),
    ):
        with pytest.raises(DetailGone):
            question()
    queue_history.levels(date(2024, 3, 5))
    for then, now in zip(sessions, drawer.recent(), strict=True):
        assert (now.cash, now.expected, now.counted) == (then.cash, then.expected, then.counted)
        is_old = now.closed_at is not None and now.closed_at < 1_704_042_000_000
        assert now.taken == (None if is_old else then.taken)


@postgres_in_the_long_run
def test_what_is_left_goes_into_another_shop(
    old_shop: Shop, folder: Path, tmp_path: Path, empty_shop_file: Path
) -> None:
    retention.remove(2, folder)
    written = export_folder(tmp_path / "out")[-1]
    there = counts()["orders"]
    told = map(json.loads, written.read_text("utf-8").splitlines())
    assert len([record for record in told if "order" in record]) == there
    again = past_sales.run(written, past_sales.reading())  # where all of it is
    assert (again.orders, again.there, findings()) == (0, there, ())
    copy = backup.back_up(tmp_path / "copy.sqlite3").path
    old_shop.close()
    with open_shop(str(shutil.copy2(empty_shop_file, tmp_path / "other.sqlite3"))):
        assert past_sales.run(written, past_sales.reading()).orders == there
        assert findings() == ()
        sign = restore.sign(backup.back_up(tmp_path / "taken.sqlite3").path)
        assert "import" not in sign.stations
    with open_shop(str(copy)):
        assert (findings(), counts()["orders"]) == ((), there)


# --- proof and the way back -----------------------------------------------------------------


TAMPERED = {
    "another time": "UPDATE journal SET at = at + 1 WHERE sequence = {old}",
    "another person": "UPDATE journal SET staff = 'K9' WHERE sequence = {old}",
    "another kind": "UPDATE journal SET kind = 'paid' WHERE sequence = {old}",
    "another order": 'UPDATE journal SET "order" = 99 WHERE sequence = {old}',
    "another hash": "UPDATE journal SET hash = previous WHERE sequence = {old}",
    "content again": "UPDATE journal SET payload = '{{}}' WHERE sequence = {old}",
    "removed by none": (
        "UPDATE journal SET payload = '{{\"removed_by\":9999}}' WHERE sequence = {old}"
    ),
    "removed by what is no number": (
        'UPDATE journal SET payload = \'{{"removed_by":"x"}}\' WHERE sequence = {old}'
    ),
    "one more without content": (
        "UPDATE journal SET row_images = NULL, payload = "
        "(SELECT payload FROM journal WHERE sequence = {old}) WHERE sequence = {new}"
    ),
    "a sum in the seal": (
        "UPDATE journal SET payload = replace(payload, '\"orders\":1', '\"orders\":2') "
        "WHERE kind = 'detail_removed'"
    ),
    "no seal": "DELETE FROM journal WHERE kind = 'detail_removed'",
}


@pytest.mark.parametrize("how", TAMPERED)
def test_what_is_edited_afterwards_is_found_out(how: str, old_file: Path, folder: Path) -> None:
    old = journal.for_order(first_old())[0].sequence
    retention.remove(2, folder)
    new = journal.newest() - 3
    assert findings() == ()
    edit(old_file, TAMPERED[how].format(old=old, new=new))
    assert not verify().is_whole
    with pytest.raises(JournalBroken):
        gate.examine(old_file)


def test_the_hourly_look_follows(old_file: Path, folder: Path) -> None:
    seen = verify().seen
    assert isinstance(seen, Seen)
    retention.remove(2, folder)
    assert verify_new(seen).is_whole
    an_order(a_product("Gula"))
    assert verify_new(seen).is_whole


def everything() -> dict[str, list[str]]:
    names = [name for name in database.get_tables() if name not in _OF_THE_WAY]
    found = {name: database.execute_sql(f'SELECT * FROM "{name}"').fetchall() for name in names}
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}


#: What a way back writes itself.
_OF_THE_WAY = {"journal", "journal_head", "counter", "closed_sum", "late_sum", "bill_change",
               "schema_migration", "sqlite_sequence", *rollups.TABLES}  # fmt: skip


@pytest.mark.parametrize(
    "damage",
    [
        None,
        "UPDATE journal SET at = at + 1 WHERE sequence = 9",
        "UPDATE journal SET payload = '{}' WHERE sequence = 3",
    ],
)
def test_the_shop_is_written_anew_without_the_detail(
    damage: str | None, old_file: Path, folder: Path
) -> None:
    retention.remove(2, folder)  # the backup of before has it all
    before, sums = everything(), kept_sums()
    database.execute_sql("PRAGMA journal_mode = delete")
    if damage:
        edit(old_file, damage)
        assert not verify().is_whole
    rebuild.rebuild([folder])
    assert (findings(), kept_sums()) == ((), sums)
    assert everything() == before


def test_where_the_seal_is_lost_the_detail_comes_back_from_the_backup(
    old_file: Path, folder: Path
) -> None:
    there, sums = counts(), kept_sums()
    retention.remove(2, folder)
    edit(old_file, "UPDATE journal SET payload = '{}' WHERE kind = 'detail_removed'")
    rebuild.rebuild([folder])
    assert (findings(), kept_sums(), counts()) == ((), sums, there)


def test_a_backup_of_before_brings_the_detail_back(old_file: Path, folder: Path) -> None:
    there, sums = counts(), kept_sums()
    done = retention.remove(2, folder)
    after = backup.back_up_into(folder)
    restore.restore(done.backup)
    assert (findings(), kept_sums(), counts()) == ((), sums, there)
    assert kept_detail.first_day() is None
    restore.restore(after.path)
    assert (findings(), kept_sums()) == ((), sums)
    assert counts()["orders"] == there["orders"] - done.orders


def test_the_guards_are_those_of_before(old_shop: Shop, folder: Path) -> None:
    retention.remove(2, folder)
    for sql in ("UPDATE journal SET payload = '{}'", "DELETE FROM journal"):
        with pytest.raises(Exception, match="append-only"):
            database.execute_sql(sql)
        database.rollback() if old_shop.path is None else None


def test_another_program_sees_the_guards_all_the_time(old_file: Path, folder: Path) -> None:
    guards = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
    with closing(connect(old_file)) as other:
        before = other.execute(guards).fetchall()

        def progress(done: int, of: int) -> bool:
            assert other.execute(guards).fetchall() == before
            return True

        retention.remove(2, folder, progress=progress)
        assert other.execute(guards).fetchall() == before


# --- any shop -------------------------------------------------------------------------------


@postgres_in_the_long_run
@pytest.mark.parametrize(
    "seed", [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 40))]
)
def test_any_mixture_of_years_adds_up(
    seed: int, shop: Shop, folder: Path, clock: SetClock, marks: None
) -> None:
    chance = Random(seed)
    clock.set(2021, 5, 5, 10)
    day = Day(chance)
    try:
        for year in (2021, 2022, 2023, 2024, 2026):
            clock.set(year, 2, chance.randint(1, 27), 10)
            for _ in range(4):
                day.place()
            day.play(12)
            for order in day.orders[-6:]:  # some of them are brought to an end
                owed = order_history.sheet(order).order
                if owed.paid < owed.total:
                    day.attempt("1", payments.pay, order, Tender("qris", owed.total - owed.paid))
                day.attempt("1", fulfilment.make_ready, order)
                day.attempt("1", fulfilment.hand_over, order)
        before = kept_sums()
        assert findings() == ()
        gone = sum(retention.remove(years, folder).orders for years in (4, 3, 2, 1))
        assert gone == len(day.orders) - counts()["orders"] > 0
        assert kept_sums() == counted_anew() == before
        assert findings() == ()
        day.orders = [row.id for row in reversed(order_history.find(limit=1000))]
        day.play(20)
        assert findings() == ()
    except Exception as error:
        error.add_note("\n".join(day.diary))
        raise
