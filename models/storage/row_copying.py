"""Rows go from one database into another, from engine to engine, in steps that each stay.

A table is read in the order of its key, and what is there already is left out: a copy that was cut
off goes on where it stood, as long as nothing was written at the source.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from itertools import islice
from typing import Any

from models.errors import CopyStopped

#: Rows that are stored at once.
STEP = 2_000

#: Told how many rows are there, and of how many; False stops it.
Progress = Callable[[int, int], bool]
Row = tuple[Any, ...]


def unwatched(done: int, of: int) -> bool:
    """Goes on, and tells nobody."""
    return True


class FileEnd:
    """An SQLite file, by a connection of the driver; to be written, inside `atomic()`."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def columns(self, table: str) -> list[str]:
        return [row[1] for row in self._connection.execute(f'PRAGMA table_info("{table}")')]

    def keys(self, table: str) -> list[str]:
        found = self._connection.execute(f'PRAGMA table_info("{table}")')
        return [row[1] for row in sorted(found, key=lambda row: row[5]) if row[5]]

    def count(self, table: str) -> int:
        return int(self._connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])

    def read(self, table: str, columns: list[str], after: int) -> Iterator[Row]:
        """The rows in the order of the key, without the first ones."""
        order = ", ".join(quoted(self.keys(table)))
        sql = f'SELECT {", ".join(quoted(columns))} FROM "{table}" ORDER BY {order}'
        return iter(self._connection.execute(f"{sql} LIMIT -1 OFFSET {after}"))

    def write(self, table: str, columns: list[str], rows: list[Row]) -> None:
        marks = ", ".join("?" * len(columns))
        sql = f'INSERT INTO "{table}" ({", ".join(quoted(columns))}) VALUES ({marks})'
        self._connection.executemany(sql, rows)


class ServerEnd:
    """A PostgreSQL database, by a connection of the driver in a transaction."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def columns(self, table: str) -> list[str]:
        sql = (
            "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
            "AND NOT attisdropped ORDER BY attnum"
        )
        return [name for (name,) in self._connection.execute(sql, (table,))]

    def keys(self, table: str) -> list[str]:
        sql = (
            "SELECT attname FROM pg_index, unnest(indkey) WITH ORDINALITY AS part (number, place) "
            "JOIN pg_attribute ON attnum = number "
            "WHERE attrelid = indrelid AND indrelid = %s::regclass AND indisprimary ORDER BY place"
        )
        return [name for (name,) in self._connection.execute(sql, (table,))]

    def count(self, table: str) -> int:
        return int(self._connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])

    def read(self, table: str, columns: list[str], after: int) -> Iterator[Row]:
        """The rows in the order of the key, without the first ones; never all of them at once."""
        order = ", ".join(quoted(self.keys(table)))
        sql = f'SELECT {", ".join(quoted(columns))} FROM "{table}" ORDER BY {order}'
        with self._connection.cursor(name="row_copying") as cursor:
            cursor.itersize = STEP
            yield from cursor.execute(f"{sql} OFFSET {after}")

    def write(self, table: str, columns: list[str], rows: list[Row]) -> None:
        sql = f'COPY "{table}" ({", ".join(quoted(columns))}) FROM STDIN'
        with self._connection.cursor() as cursor, cursor.copy(sql) as copy:
            for row in rows:
                copy.write_row(row)


End = FileEnd | ServerEnd


def quoted(names: Iterable[str]) -> list[str]:
    return [f'"{name}"' for name in names]


def copy_rows(
    source: End,
    target: End,
    atomic: Callable[[], AbstractContextManager[Any]],
    tables: Sequence[str],
    progress: Progress = unwatched,
) -> None:
    """Copies what the `target` lacks of the tables, each step `atomic()` there.

    Raises `CopyStopped`; what was copied so far stays.
    """
    there = {table: target.count(table) for table in tables}
    done, of = sum(there.values()), sum(map(source.count, tables))
    for table in tables:
        columns = source.columns(table)
        rows = source.read(table, columns, there[table])
        while step := list(islice(rows, STEP)):
            with atomic():
                target.write(table, columns, step)
            done += len(step)
            if not progress(done, of):
                raise CopyStopped(done, of)
