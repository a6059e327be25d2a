"""Which rows were written since the last entry of the journal; the database itself notes them.

Triggers on every table that the journal does not tell in words of its own note each row that is
written, by whatever program. The verb that wrote takes the notes along: its entry holds the rows
as they are from then on (`models.journal.journal`). A note that stands when a verb begins was made
by another program; it stays, and is told (`models.shop.verify`).
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import sha256
from typing import Any

from peewee import PostgresqlDatabase

from models.storage.database import Statement, bind_param, database, rows
from models.storage.tables import TABLES, Table, TouchedRow

#: Told by the journal in its own words, or following from what it tells, or the journal itself.
UNTOUCHED = frozenset(
    {
        "orders", "order_line", "payment",
        "bill_change", "day_total", "hour_total", "product_day", "lead_time", "tally",
        "closed_sum", "late_sum",
        "queue_mark", "journal", "journal_head", "touched_row", "schema_migration",
    }
)  # fmt: skip
#: Columns that change from moment to moment and of which the journal knows nothing.
PASSING: dict[str, frozenset[str]] = {"staff": frozenset({"failures"})}
#: Columns of which the journal holds a digest only: a secret, a long text, and what is not to stay.
DIGESTED = frozenset(
    {
        ("staff", "pin_hash"), ("staff", "recovery_hash"), ("staff", "badge_hash"),
        ("policy_acceptance", "text"), ("message", "content"),
    }
)  # fmt: skip
#: The journal counts its entries itself.
_JOURNALS_OWN = ("counter", ("journal",))
#: Says that rows were written by migrations that the journal does not hold yet.
MIGRATING = ""

Key = tuple[Any, ...]
Row = dict[str, Any]

#: Tables whose rows stand whole in the entries of the journal, by name.
KEPT: dict[str, type[Table]] = {
    table._meta.table_name: table
    for table in TABLES
    if table._meta.table_name not in UNTOUCHED | {"print_job"}  # papers on their way
}
_COLUMNS = {
    name: tuple(
        field.column_name
        for field in table._meta.sorted_fields
        if field.column_name not in PASSING.get(name, ())
    )
    for name, table in KEPT.items()
}
_KEYS = {
    name: tuple(field.column_name for field in table._meta.get_primary_keys())
    for name, table in KEPT.items()
}

_NOTE_OTHERS = Statement(
    lambda: TouchedRow.insert(
        {
            TouchedRow.table_name: bind_param("table_name"),
            TouchedRow.key: bind_param("key"),
            TouchedRow.outside: True,
        }
    ).on_conflict_ignore()
)
_TAKE = Statement(
    lambda: (
        TouchedRow.delete()
        .where(TouchedRow.outside == False)  # noqa: E712 - SQL
        .returning(TouchedRow.table_name, TouchedRow.key)
    )
)


def note_others() -> None:
    """At the beginning of a transaction: what is noted already was not written by it."""
    _NOTE_OTHERS.run_many({"table_name": name, "key": text} for name, _, text in _taken())


def take() -> list[tuple[str, Key]]:
    """The rows that the present transaction wrote since the last time, by table and key."""
    return [(name, key) for name, key, _ in _taken() if name in KEPT]


def _taken() -> list[tuple[str, Key, str]]:
    notes = [(name, _key(text), text) for name, text in _TAKE.run({}).fetchall()]
    return [note for note in notes if note[:2] != _JOURNALS_OWN]


def images(touched: Iterable[tuple[str, Key]]) -> Row:
    """The rows with these keys as they are now, as an entry of the journal holds them.

    `{table: {"columns": […], "rows": [[…]], "gone": [key, …]}}`
    """
    keys: dict[str, set[Key]] = {}
    for name, key in touched:
        keys.setdefault(name, set()).add(key)
    told: Row = {}
    for name in sorted(keys):
        there = {key: row for key, row in _stored(name, keys[name]) if key in keys[name]}
        told[name] = {"columns": _COLUMNS[name], "rows": [there[key] for key in sorted(there)]}
        if gone := sorted(keys[name] - there.keys()):
            told[name]["gone"] = gone
    return told


def outside() -> list[tuple[str, Key]]:
    """The rows that another program wrote, by table and key."""
    return sorted({(name, key) for name, key, _ in _outside()}, key=repr)


def forget_others(besides: set[tuple[str, Key]]) -> int:
    """What other programs wrote is put right, but for these rows; how many notes are gone."""
    gone = [(name, text) for name, key, text in _outside() if (name, key) not in besides]
    for name, text in gone:
        note = TouchedRow.delete().where(TouchedRow.table_name == name, TouchedRow.key == text)
        note.where(TouchedRow.outside).execute()
    return len(gone)


def _outside() -> list[tuple[str, Key, str]]:
    noted = TouchedRow.select(TouchedRow.table_name, TouchedRow.key)
    noted = noted.where(TouchedRow.table_name != MIGRATING)
    found = [(name, _key(text), text) for name, text in rows(noted.tuples(), lambda *row: row)]
    return [note for note in found if note[:2] != _JOURNALS_OWN]


def _key(text: str) -> Key:
    try:
        return tuple(json.loads(text))
    except (ValueError, TypeError):  # no note of ours
        return (text,)


def all_rows(name: str) -> Iterator[tuple[Key, list[Any]]]:
    """Every row of a table with its key, as an entry holds it."""
    return _stored(name)


def rows_of(name: str, keys: Iterable[Key]) -> Iterator[tuple[Key, list[Any]]]:
    """Those of the rows with these keys that there are."""
    wanted = set(keys)
    return ((key, row) for key, row in _stored(name, wanted) if key in wanted)


def told_columns(name: str) -> tuple[str, ...]:
    """The columns of a table that entries hold."""
    return _COLUMNS[name]


def key_positions(name: str) -> tuple[int, ...]:
    """Where the columns of a table's key stand among `told_columns`."""
    return tuple(_COLUMNS[name].index(column) for column in _KEYS[name])


def keys_in(name: str, image: Row) -> Iterator[Key]:
    """The keys of the rows of a table that an entry holds, or tells to be gone."""
    places = [image["columns"].index(column) for column in _KEYS[name]]
    for row in image["rows"]:
        yield tuple(row[place] for place in places)
    yield from map(tuple, image.get("gone", ()))


def _stored(name: str, keys: set[Key] | None = None) -> Iterator[tuple[Key, list[Any]]]:
    is_server = isinstance(database.obj, PostgresqlDatabase)
    sql, digested, positions = _reading(name, by_key=keys is not None, is_server=is_server)
    given: tuple[Any, ...] = ()
    if keys is not None:
        first = [key[0] for key in keys]
        given = (first if is_server else json.dumps(first),)
    for values in database.execute_sql(sql, given):
        row = [int(value) if isinstance(value, bool) else value for value in values]
        for place in digested:
            row[place] = digest(str(row[place]))
        key = tuple(row[place] for place in positions)
        if (name, key) != _JOURNALS_OWN:
            yield key, row


@cache
def _reading(
    name: str, *, by_key: bool, is_server: bool
) -> tuple[str, tuple[int, ...], tuple[int, ...]]:
    """How the rows of a table are read: the SQL, which columns are digested, which are the key."""
    columns, first = _COLUMNS[name], _quoted(_KEYS[name][0])
    among = "= ANY(%s)" if is_server else "IN (SELECT value FROM json_each(?))"
    conditions = [f"{first} {among}"] if by_key else []
    if name == "held_cart":  # what is being typed is nobody else's yet
        conditions.append("draft_of IS NULL")
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    digested = tuple(i for i, column in enumerate(columns) if (name, column) in DIGESTED)
    sql = f'SELECT {", ".join(map(_quoted, columns))} FROM "{name}"{where}'
    return sql, digested, key_positions(name)


def digest(text: str) -> str:
    """What stands in the journal for a text that itself does not; empty for an empty one."""
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest() if text else ""


def _quoted(name: str) -> str:
    return f'"{name}"'


# --- the triggers --------------------------------------------------------------------------


def unwatched(db: Any) -> list[str]:
    """The tables of `db` on which the triggers are missing."""
    if isinstance(db, PostgresqlDatabase):
        sql = "SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname LIKE '%%_touched'"
    else:
        sql = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'"
    watched = {name for (name,) in db.execute_sql(sql)}
    return sorted(set(db.get_tables()) - UNTOUCHED - watched)


def watch(db: Any, tables: Iterable[str]) -> None:
    """Makes the triggers that note what is written in these tables of `db`."""
    for name in tables:
        keys = db.get_primary_keys(name)
        if isinstance(db, PostgresqlDatabase):
            columns = ", ".join(f"'{key}'" for key in keys)
            db.execute_sql(
                f"CREATE TRIGGER {name}_touched AFTER INSERT OR UPDATE OR DELETE ON {name} "
                f"FOR EACH ROW EXECUTE FUNCTION note_touched_row({columns})"
            )
            continue
        for verb, sides in (("insert", ("NEW",)), ("update", ("OLD", "NEW")), ("delete", ("OLD",))):
            notes = " ".join(
                'INSERT INTO touched_row (table_name, "key", outside) VALUES '
                f"('{name}', json_array({', '.join(f'{side}.{_quoted(key)}' for key in keys)}), 0) "
                "ON CONFLICT DO NOTHING;"
                for side in sides
            )
            db.execute_sql(
                f"CREATE TRIGGER {name}_touched_{verb} AFTER {verb.upper()} ON {_quoted(name)} "
                f"BEGIN {notes} END"
            )


# --- while tables are changed --------------------------------------------------------------

#: Finds the row that says so.
UNFINISHED = f"SELECT 1 FROM touched_row WHERE table_name = '{MIGRATING}'"


def is_unfinished(db: Any) -> bool:
    """Whether migrations wrote rows that the journal does not hold yet."""
    return db.table_exists("touched_row") and db.execute_sql(UNFINISHED).fetchone() is not None


def begin_migrating(db: Any) -> None:
    """What is touched from now on is the work of migrations, also if they are cut off."""
    if db.table_exists("touched_row") and not is_unfinished(db):
        db.execute_sql(f"INSERT INTO touched_row VALUES ('{MIGRATING}', '', '1')")


def end_migrating(db: Any) -> None:
    """All of it is entered."""
    db.execute_sql(f"DELETE FROM touched_row WHERE table_name = '{MIGRATING}'")
