"""A shop of the first version opens with every sum as if it had been kept from the beginning."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from peewee import BooleanField

from models.fulfilment import queue_history
from models.orders.payments import UNDONE
from models.shop import opening as shop_module
from models.shop.opening import open_shop
from models.storage.database import database
from models.storage.tables import TABLES, HourTotal, Payment, QueueMark, Table, Tally
from models.sums import rollups, sums_anew, tallies
from tests.conftest import SetClock
from tests.models.statistics.test_every_figure import FullLife, check_wall
from tests.oracle import Oracle

Rows = list[tuple[Any, ...]]


def rows_of(table: type[Table]) -> Rows:
    return [tuple(row) for row in database.execute(table.select().tuples()).fetchall()]


def told(table: type[Table]) -> set[tuple[Any, ...]]:
    """The sums that are not all zero."""
    keys = len(table._meta.primary_key.field_names)
    return {row for row in rows_of(table) if any(row[keys:])}


def write(table: type[Table], rows: Rows) -> None:
    """The rows into the columns that this shop has."""
    name = table._meta.table_name
    here = {column.name for column in database.get_columns(name)}
    names = [field.column_name for field in table._meta.sorted_fields]
    places = [at for at, column in enumerate(names) if column in here]
    columns = ", ".join(f'"{names[at]}"' for at in places)
    marks = ", ".join([database.obj.param] * len(places))
    if name == "counter":
        database.execute_sql("DELETE FROM counter")
    fields = table._meta.sorted_fields
    for row in rows:
        values = [
            bool(row[at]) if isinstance(fields[at], BooleanField) else row[at] for at in places
        ]
        database.execute_sql(f"INSERT INTO {name} ({columns}) VALUES ({marks})", values)


def undo_money_as_the_first_version() -> None:
    """What undid a payment had a key like any other there: nobody can tell, so both count."""
    found: Any = Payment.select().dicts()
    every = {row["id"]: row for row in found}
    undoing = [row for row in every.values() if row["request_id"].endswith(UNDONE)]
    assert undoing
    undone = [
        every[int(row["request_id"].removesuffix(UNDONE))] | {"day": row["day"]} for row in undoing
    ]
    with database.atomic():
        rollups.add(tallies.of_payments([*undone, *undoing]))
        for row in undoing:
            key = {Payment.request_id: str(uuid4())}
            Payment.update(key).where(Payment.id == row["id"]).execute()


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_sums_are_filled_from_what_there_is(
    engine: str,
    request: pytest.FixtureRequest,
    shop_file: Path,
    tmp_path: Path,
    clock: SetClock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with open_shop(str(shop_file)):
        life = FullLife(clock, 32)
        database.execute_sql("UPDATE product SET cost = NULL")  # which was not kept with a sale
        for _ in range(140):
            clock.forward(life.random.choice([1, 20, 500]))
            life.come()
        undo_money_as_the_first_version()
        kept = {table: rows_of(table) for table in TABLES}
        sums = {table: told(table) for table in (Tally, HourTotal)}
    if engine == "postgres":
        request.getfixturevalue("postgres")  # whose own shop is one of today
    folder = tmp_path / "migrations"
    folder.mkdir()
    shutil.copy(shop_module.MIGRATIONS / "0001_first_shop.py", folder)
    with monkeypatch.context() as first_version:
        first_version.setattr(shop_module, "MIGRATIONS", folder)
        first_version.setattr(sums_anew, "is_due", bool)  # it knew nothing of that
        url = str(tmp_path / "old.sqlite3")
        if engine == "postgres":
            url = str(request.getfixturevalue("empty_database"))
        with open_shop(url), database.atomic():
            there = set(database.get_tables())
            for table in TABLES:
                if table._meta.table_name in there:
                    write(table, kept[table])
            database.execute_sql("DELETE FROM closed_sum")
    with open_shop(url):
        assert {table: told(table) for table in sums} == sums
        assert rows_of(QueueMark)
        check_wall(queue_history.queue_at(clock.now()), clock.now())
        days = (date(2026, 3, 9), date(2026, 3, 9) + timedelta(days=60))
        assert Oracle(tmp_path, "Asia/Jakarta").differences(*days) == []
