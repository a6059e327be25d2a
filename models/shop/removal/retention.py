"""Old orders are put away: their detail goes, what they came to stays, and the journal is whole.

An order that is finished, and to which nothing was done since, goes with its lines, payments and
marks. Its entries stay in their chains without their content (`models.journal.seals`); the entry
that tells of the removal holds what the orders count for in each sum, so that sums counted anew
come to what was kept. It also tells anew the rows that only they told.

Some orders go at a time, in one transaction: whatever cuts the work off, the next one goes on.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from peewee import SQL, PostgresqlDatabase, fn

from models import clock, events, session
from models.errors import (
    BackupElsewhere,
    BadChoice,
    DetailDiffers,
    JournalIsOwners,
    OnlyPlayed,
)
from models.journal import journal, queue_checkpoints, replay, rights, seals
from models.settings import preferences
from models.shop import backup
from models.shop.removal.tables_owner import Login, acting_by, needs_login
from models.stages import Stage
from models.storage import touched_rows
from models.storage.database import database, rows, transaction, translated_errors
from models.storage.row_copying import Progress, unwatched
from models.storage.tables import (
    BillChange,
    DrawerSession,
    Journal,
    Order,
    OrderLine,
    Payment,
    PrintJob,
    PutBack,
    StockMovement,
)
from models.sums import sums_anew

#: Whole years besides the running one that can be kept: figures of today are compared with orders
#: of the year before.
LEAST, MOST = 1, 30
#: What Indonesian shops have to keep (UU KUP art. 28 (11)).
BY_LAW = 10

_AT_ONCE = 200  # orders: nobody waits long for the others
_MOVEMENTS_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Year:
    """A year of orders: so many go, and so many stay because they are not finished."""

    year: int
    orders: int
    staying: int


@dataclass(frozen=True, slots=True)
class Plan:
    """What keeping some years would remove: orders of the days before `before`, by year."""

    before: date
    years: tuple[Year, ...]

    @property
    def orders(self) -> int:
        """How many orders go."""
        return sum(year.orders for year in self.years)

    @property
    def staying(self) -> int:
        """How many stay though they are as old."""
        return sum(year.staying for year in self.years)


@dataclass(frozen=True, slots=True)
class Removed:
    """So many `orders` of the days before `before` are put away; the `backup` made before that.

    When it `is_stopped` there are more.
    """

    before: date
    orders: int
    backup: Path
    is_stopped: bool = False


# --- what would go --------------------------------------------------------------------------


@rights.checked("retention")
def plan(years: int) -> Plan:
    """What would go if the running year and so many whole years before it are kept.

    Raises `BadChoice`.
    """
    before = _before(years)
    there = _by_year(Order.select().where(Order.day < clock.day_key(before)))
    going = _by_year(_old(before))
    by_year = ((year, going.get(year, 0), there[year]) for year in sorted(there))
    return Plan(before, tuple(Year(year, go, every - go) for year, go, every in by_year))


def _by_year(orders: Any) -> dict[int, int]:
    counted = orders.select(Order.day / 10_000, fn.COUNT(Order.id)).group_by(SQL("1"))
    return dict(rows(counted.tuples(), lambda *row: row))


def _before(years: int) -> date:
    if not LEAST <= years <= MOST:
        raise BadChoice("years", str(years))
    today = clock.business_day(clock.now(), *session.current.calendar)
    return date(today.year - years, 1, 1)


def _old(before: date) -> Any:
    """Orders of before that day that are finished, and to which nothing was done since then."""
    key, moment = clock.day_key(before), clock.start_of(before, *session.current.calendar)
    is_paid = (Order.paid == Order.total) | (
        (Order.stage == int(Stage.CANCELLED)) & (Order.paid == 0)
    )
    waiting = PrintJob.select(PrintJob.order).where(
        SQL("state <> 'printed'"), PrintJob.order.is_null(False)
    )
    restock = PutBack.select(PutBack.order).where(PutBack.done_at.is_null())
    counted = (
        Payment.select(Payment.order)
        .join(DrawerSession, on=(Payment.drawer == DrawerSession.id))
        .where(DrawerSession.closed_at.is_null())
    )
    later = Journal.select(SQL("1")).where(Journal.order == Order.id, Journal.at >= moment)
    newest = Order.alias()
    return Order.select(Order.id).where(
        Order.day < key,
        Order.stage.in_([int(Stage.HANDED_OVER), int(Stage.CANCELLED)]),
        is_paid,
        Order.id.not_in(waiting), Order.id.not_in(restock), Order.id.not_in(counted),
        ~fn.EXISTS(later),
        Order.id < newest.select(fn.MAX(newest.id)),  # or its number would be given once more
    )  # fmt: skip


# --- removing -------------------------------------------------------------------------------


def check(folder: Path | None) -> None:
    """Raises `NotAllowed`, `OnlyPlayed` in a copy to play with, `Undecided` while the shop is read
    only, and `BackupElsewhere` where this station has no `folder` for backups, before anybody is
    asked whether it is meant."""
    rights.check_change("retention")
    if session.current.is_training:
        raise OnlyPlayed
    if folder is None:
        raise BackupElsewhere


@rights.checked("retention")
def remove(
    years: int, folder: Path, second: Path | None = None, login: Login | None = None,
    progress: Progress = unwatched,
) -> Removed:  # fmt: skip
    """Backs the shop up into `folder` and a `second` one, and puts away what `plan` says.

    Where rights hold, an owner's PIN was typed for this very request (`staff.approve`). Where the
    login at work may not touch the journal, that of the tables' owner is given: it is used for this
    and kept nowhere. Others go on working. Raises what `check` raises, `BadChoice`, `NotAllowed`,
    `BackupFailed` (also where the journal is not whole), `JournalIsOwners`, and `DetailDiffers`
    where a row is not as the journal says. What is put away by then stays so.
    """
    rights.check_meant("retention")
    check(folder)
    before = _before(years)
    with acting_by(login):
        if needs_login():
            raise JournalIsOwners
        made = backup.back_up_into(folder, second)
        with _without_traces():
            done, of = 0, rows(_old(before).select(fn.COUNT(Order.id)).tuples(), int)[0]
            last = 0
            while ids := rows(_old(before).where(Order.id > last).order_by(Order.id)
                              .limit(_AT_ONCE).tuples(), int):  # fmt: skip
                if not progress(done, of):
                    return Removed(before, done, made.path, is_stopped=True)
                with transaction():
                    _put_away(ids, before)
                done, last = done + len(ids), ids[-1]
            _forget_movements()
    progress(done, of)
    return Removed(before, done, made.path)


@contextmanager
def _without_traces() -> Iterator[None]:
    """What is deleted is overwritten in the file; a server sees to that itself."""
    if isinstance(database.obj, PostgresqlDatabase):
        yield
        return
    with translated_errors():
        database.execute_sql("PRAGMA secure_delete = 1")
        try:
            yield
        finally:
            database.execute_sql("PRAGMA secure_delete = 0")
            database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")  # as far as nobody reads


def _put_away(ids: Sequence[int], before: date) -> None:
    entries = rows(
        Journal.select(*journal.WHOLE).where(Journal.order.in_(ids)).order_by(Journal.sequence),
        lambda *row: row,
    )
    # Every seal was read when the backup was made; nothing else that is wrong is sealed either.
    if differing := next(replay.orders_among(ids), None):
        raise DetailDiffers(" ".join(map(str, differing.key)))
    sums = sums_anew.as_facts(sums_anew.of_orders(ids))
    number = journal.newest() + 1
    left = seals.Digest(seals.without_content(entry, number) for entry in entries)
    with _unsealed_journal():
        content = {Journal.payload: seals.content_removed(number), Journal.row_images: None}
        Journal.update(content).where(Journal.order.in_(ids)).execute()
    kept = {key for entry in entries for key in _keys_in(entry[-2])}
    sequences = [entry[0] for entry in entries]
    _delete_rows(ids, sequences, [key[0] for name, key in kept if name == "stock_movement"])
    queue_checkpoints.forget(set(ids), sequences[0], sequences[-1])
    key = clock.day_key(before)
    if preferences.get(preferences.DETAIL_FROM) < key:
        preferences.write(preferences.DETAIL_FROM, key)
    facts = {"before": key, "orders": list(ids), "sums": sums} | left.facts()
    journal.append(events.DETAIL_REMOVED, facts, besides=kept)


def _keys_in(images: str | None) -> Iterator[tuple[str, touched_rows.Key]]:
    for name, image in json.loads(images or "{}").items():
        if name in touched_rows.KEPT:
            for key in touched_rows.keys_in(name, image):
                yield name, key


def _delete_rows(ids: Sequence[int], sequences: Sequence[int], movements: Sequence[int]) -> None:
    papers = PrintJob.subject.in_([*ids, *sequences])  # by which there is an index
    PrintJob.delete().where(papers, PrintJob.order.in_(ids)).execute()
    moved = StockMovement.delete().where(StockMovement.id.in_(movements))
    moved.where(StockMovement.order.in_(ids)).execute()
    for table in (BillChange, PutBack, Payment, OrderLine):
        table.delete().where(table.order.in_(ids)).execute()
    Order.delete().where(Order.id.in_(ids)).execute()


def _forget_movements() -> None:
    """Movements of the stock for orders that are gone, where an entry of another one told them."""
    gone = StockMovement.select(StockMovement.id).where(
        StockMovement.order.is_null(False),
        ~fn.EXISTS(Order.select(SQL("1")).where(Order.id == StockMovement.order)),
    )
    gone, last = gone.order_by(StockMovement.id).limit(_MOVEMENTS_AT_ONCE), 0
    while ids := rows(gone.where(StockMovement.id > last).tuples(), int):
        with transaction():
            StockMovement.delete().where(StockMovement.id.in_(ids)).execute()
        last = ids[-1]


@contextmanager
def _unsealed_journal() -> Iterator[None]:
    """Inside the present transaction the journal lets itself be changed, for nobody else."""
    if isinstance(database.obj, PostgresqlDatabase):
        database.execute_sql("ALTER TABLE journal DISABLE TRIGGER journal_sealed")
        yield
        database.execute_sql("ALTER TABLE journal ENABLE TRIGGER journal_sealed")
        return
    sql = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'"
    guards = database.execute_sql(sql).fetchall()
    for name, _ in guards:
        database.execute_sql(f'DROP TRIGGER "{name}"')
    yield
    for _, guard in guards:
        database.execute_sql(guard)
