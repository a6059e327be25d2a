"""An order of five lines with stock, sums and journal, against raw SQLite running the same SQL."""

import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any

from pysqlite3 import dbapi2 as raw

from models import catalogue, orders, rollups
from models.cart import Cart
from models.database import database
from models.shop import open_shop
from tests.benchmarks.metric import metric

#: (many, SQL, parameters): what was said to the engine.
Said = tuple[bool, str, Any]


def measure(*, quick: bool) -> list[dict[str, Any]]:
    count, rounds = (100, 5) if quick else (300, 9)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        template = folder / "template.sqlite3"
        with open_shop(str(template)):
            for number in range(50):
                catalogue.add_product(f"Product {number}", 1000 + number, on_hand=10**9)
            _place(_carts(1))  # compiles the statements
        with open_shop(str(template)):
            database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        with open_shop(_copy(template, folder / "said.sqlite3")):
            carts = _carts(count)
            said = _listen(lambda: _place(carts))
        ours, floor, bare = [], [], []
        for number in range(rounds):
            with open_shop(_copy(template, folder / f"ours{number}.sqlite3")):
                carts = _carts(count)
                ours.append(_cpu(lambda: _place(carts)))  # noqa: B023
            with open_shop(_copy(template, folder / f"bare{number}.sqlite3")), _without_sums():
                carts = _carts(count)
                bare.append(_cpu(lambda: _place(carts)))  # noqa: B023
            with _raw(_copy(template, folder / f"raw{number}.sqlite3")) as connection:
                floor.append(_cpu(lambda: _repeat(connection, said)))
    syncs = sum(1 for many, sql, _ in said if sql == "COMMIT") / count
    return [
        metric(
            "CPU of a durable order, 5 lines", median(ours) / count * 1e3,
            median(floor) / count * 1e3, "ms",
        ),
        metric(
            "CPU of a durable order, with the owner's sums against without",
            median(ours) / count * 1e3, median(bare) / count * 1e3, "ms",
        ),
        metric("commits of a durable order", syncs, 1, "commits"),
    ]  # fmt: skip


@contextmanager
def _without_sums() -> Iterator[None]:
    """Orders are placed, but nothing is added up."""
    move, weight = rollups.move, rollups.weight
    rollups.move, rollups.weight = (lambda *_: None), (lambda *_: {})
    try:
        yield
    finally:
        rollups.move, rollups.weight = move, weight


def _carts(count: int) -> list[Cart]:
    goods = list(catalogue.products_by_id(range(1, 51)).values())
    carts = []
    for number in range(count):
        cart = Cart(request_id=f"request-{count}-{number}")
        for at in range(5):
            cart.add(goods[(number * 5 + at) % 50], (at + 1) * 1000)
        carts.append(cart)
    return carts


def _place(carts: list[Cart]) -> None:
    for cart in carts:
        orders.place(cart)


def _copy(template: Path, path: Path) -> str:
    shutil.copy(template, path)
    return str(path)


def _raw(path: str) -> Any:
    connection = raw.connect(path, isolation_level=None)
    for pragma in ("journal_mode = wal", "synchronous = full", "foreign_keys = 1",
                   "recursive_triggers = 1"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _repeat(connection: Any, said: list[Said]) -> None:
    cursor = connection.cursor()
    for many, sql, parameters in said:
        if many:
            cursor.executemany(sql, parameters)
        else:
            cursor.execute(sql, parameters)
            if cursor.description:
                cursor.fetchall()


def _cpu(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _listen(work: Callable[[], object]) -> list[Said]:
    """Does `work` and writes down every statement, as the driver gets it."""
    said: list[Said] = []
    engine = database.obj
    cursor_of = engine.cursor

    connection_of = engine.connection

    class Listening:
        """A cursor or a connection of the driver."""

        def __init__(self, driver: Any) -> None:
            self._driver = driver

        def cursor(self) -> "Listening":
            return Listening(self._driver.cursor())

        def execute(self, sql: str, parameters: Any = ()) -> Any:
            said.append((False, sql, tuple(parameters)))
            return self._driver.execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any) -> Any:
            said.append((True, sql, [tuple(row) for row in parameters]))
            return self._driver.executemany(sql, parameters)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._driver, name)

    engine.cursor = lambda *given, **named: Listening(cursor_of(*given, **named))
    engine.connection = lambda: Listening(connection_of())
    commit, begin = engine.commit, engine.begin

    def told_commit() -> Any:
        before = len(said)
        result = commit()
        if len(said) == before:
            said.append((False, "COMMIT", ()))
        return result

    def told_begin(*given: Any, **named: Any) -> Any:
        before = len(said)
        result = begin(*given, **named)
        if len(said) == before:
            said.append((False, "BEGIN IMMEDIATE", ()))
        return result

    engine.commit, engine.begin = told_commit, told_begin
    try:
        work()
    finally:
        del engine.cursor, engine.connection, engine.commit, engine.begin
    return said
