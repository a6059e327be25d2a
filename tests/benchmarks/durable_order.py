"""An order of five lines with stock, sums and journal, against raw SQLite running the same SQL.

Also: with its sums against without them, and the same order on PostgreSQL against raw psycopg. All
is CPU of this process; what the server does is the same on both sides.
"""

import gc
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from models.catalogue import catalogue
from models.orders import orders
from models.orders.cart import Cart
from models.shop.opening import open_shop
from models.storage.database import database
from models.storage.sqlite_driver import connect
from models.sums import rollups
from tests.benchmarks.metric import metric

#: (many, SQL, parameters): what was said to the engine.
Said = tuple[bool, str, Any]


def measure(*, quick: bool) -> list[dict[str, Any]]:
    count, rounds = (100, 5) if quick else (300, 9)
    with tempfile.TemporaryDirectory() as name:
        return [*_on_sqlite(Path(name), count, rounds), *_on_postgres(Path(name), count, rounds)]


def _on_sqlite(folder: Path, count: int, rounds: int) -> list[dict[str, Any]]:
    template = folder / "template.sqlite3"
    with open_shop(str(template)):
        _fill()
        _place(_carts(1))  # compiles the statements
    with open_shop(str(template)):
        database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    with open_shop(_copy(template, folder / "said.sqlite3")):
        carts = _carts(count)
        said = _listen(lambda: _place(carts))
    ours, bare, floor = [], [], []
    for number in range(rounds):
        with open_shop(_copy(template, folder / f"ours{number}.sqlite3")):
            carts = _carts(count)
            ours.append(_cpu(lambda: _place(carts)))  # noqa: B023
        with open_shop(_copy(template, folder / f"bare{number}.sqlite3")), _no_sums():
            carts = _carts(count)
            bare.append(_cpu(lambda: _place(carts)))  # noqa: B023
        with _raw(_copy(template, folder / f"raw{number}.sqlite3")) as connection:
            floor.append(_cpu(lambda: _repeat(connection, said)))
    syncs = sum(1 for many, sql, _ in said if sql == "COMMIT") / count
    each = 1e3 / count
    return [
        metric(
            "CPU of a durable order, 5 lines", median(ours) * each, median(floor) * each, "ms"
        ),
        metric(
            "CPU of a durable order, with the owner's sums against without",
            median(ours) * each, median(bare) * each, "ms",
        ),
        metric("commits of a durable order", syncs, 1, "commits"),
    ]  # fmt: skip


def _on_postgres(folder: Path, count: int, rounds: int) -> list[dict[str, Any]]:
    """[] where no server can be started."""
    import psycopg

    from tests.conftest import Server

    try:
        server = Server(folder / "postgres")
    except Exception:  # noqa: BLE001 - why is of no interest here
        return []
    ours, floor = [], []
    try:
        for _ in range(rounds + 1):
            with open_shop(url := server.new_shop()):
                _fill()
                _place(_carts(1))
                carts = _carts(count)
                ours.append(_cpu(lambda: _place(carts)))  # noqa: B023
            with open_shop(twin := server.new_shop()):
                _fill()
                _place(_carts(1))
                carts = _carts(count)
                said = _listen(lambda: _place(carts))  # noqa: B023
            server.drop(url)
            server.drop(twin)
            with open_shop(url := server.new_shop()):
                _fill()
                _place(_carts(1))
            with psycopg.connect(url, autocommit=True) as connection:
                floor.append(_cpu(lambda: _repeat(connection, said)))  # noqa: B023
            server.drop(url)
    finally:
        server.close()
    each = 1e3 / count
    name = "CPU of an order on PostgreSQL, against raw psycopg"
    return [metric(name, median(ours[1:]) * each, median(floor[1:]) * each, "ms")]


@contextmanager
def _no_sums() -> Iterator[None]:
    with patch.object(rollups, "move"), patch.object(rollups, "contribution"):
        yield


def _fill() -> None:
    for number in range(50):
        catalogue.add_product(f"Product {number}", 1000 + number, on_hand=10**9)


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
    connection = connect(Path(path))
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
    # As in the program, where gui/runtime/gc_scheduler.py collects between two deeds only.
    gc.collect()
    gc.disable()
    begun = time.process_time()
    work()
    taken = time.process_time() - begun
    gc.enable()
    return taken


def _listen(work: Callable[[], object]) -> list[Said]:
    """Does `work` and writes down every statement, as the driver gets it."""
    said: list[Said] = []
    engine = database.obj
    cursor_of = engine.cursor

    class Listening:
        def __init__(self, cursor: Any) -> None:
            self._cursor = cursor

        def execute(self, sql: str, parameters: Any = ()) -> Any:
            said.append((False, sql, tuple(parameters)))
            return self._cursor.execute(sql, parameters)

        def executemany(self, sql: str, parameters: Any) -> Any:
            said.append((True, sql, [tuple(row) for row in parameters]))
            return self._cursor.executemany(sql, parameters)

        def __iter__(self) -> Iterator[Any]:
            return iter(self._cursor)

        def __getattr__(self, name: str) -> Any:
            return getattr(self._cursor, name)

    engine.cursor = lambda *given, **named: Listening(cursor_of(*given, **named))
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
        del engine.cursor, engine.commit, engine.begin
    return said
