"""Puts rows that another program wrote back as the journal tells them, when that is whole.

Sums that do not come to what the journal says are made anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain, groupby, islice
from typing import Any

from peewee import SqliteDatabase

from models import events
from models.errors import JournalBroken
from models.events import Receipt
from models.journal import journal, replay, rights
from models.journal.replay import Difference, KeptRows
from models.settings import preferences
from models.shop import kept_sums
from models.storage import touched_rows
from models.storage.database import damaged_texts, database, transaction
from models.storage.tables import TABLES
from models.sums import sums_anew

_TABLES = {table._meta.table_name: table for table in TABLES}
_ORDER = tuple(_TABLES)
_AT_ONCE = 50_000  # differences that are held in memory


@rights.checked("backup.restore")
def put_back() -> Receipt[int]:
    """Writes every row that differs as the journal tells it; how many there were.

    A secret of which the journal knows only a digest stays as it is, and stays told. Raises
    `JournalBroken` when the journal itself is not whole; nothing is then written.
    """
    return write_as_told()


def write_as_told(secrets: Mapping[str, str] | None = None) -> Receipt[int]:
    """As `put_back`, in a file that is nobody's shop yet.

    `secrets` are those that are known otherwise, by digest; given, a row whose own is not among
    them is written without it.
    """
    with transaction():
        if isinstance(database.obj, SqliteDatabase):  # rows come before those that they belong to
            database.execute_sql("PRAGMA defer_foreign_keys = 1")
        kept, known = KeptRows(), {"": ""} | dict(secrets or {})
        mended: set[tuple[Any, ...]] = set()
        unknown: set[tuple[Any, ...]] = set()
        with damaged_texts():
            report = journal.verify(kept.read)
            if report.first_bad is not None:
                raise JournalBroken(str(report.first_bad))
            found = chain(replay.orders(), kept.differences())
            while some := list(islice(found, _AT_ONCE)):
                if unfit := [x.key for x in some if x.key[0] == "journal"]:
                    raise JournalBroken(str(unfit[0][1]))
                told = [_as_told(x, known, secrets is not None) for x in some]
                unknown |= {x.key for x, y in zip(some, told, strict=True) if y is None}
                mended |= _write(filter(None, told))
        preferences.follow()
        mended |= _make_anew()
        still = touched_rows.forget_others({(x[0], x[1:]) for x in unknown})
        if not mended and not still:
            return Receipt(None, 0)
        return Receipt(journal.append(events.RESTORED, {"rows": len(mended)}), len(mended))


@rights.checked("mend.sums")
def make_sums_anew() -> Receipt[int]:
    """Makes the sums and marks anew that differ; in how many rows."""
    with transaction():
        mended = len(_make_anew())
        return Receipt(journal.append(events.RESTORED, {"rows": mended}), mended)


def _make_anew() -> set[tuple[Any, ...]]:
    """Sums and marks that differ are made anew; which rows did."""
    is_due = sums_anew.is_due()  # then nothing of them counts
    sums = [] if is_due else [*kept_sums.sums()]
    marks = [*kept_sums.marks()]
    _write(marks)
    if is_due or sums:
        sums_anew.make_anew()
    return {x.key for x in (*sums, *marks)}


def _as_told(difference: Difference, known: Mapping[str, str], blank: bool) -> Difference | None:
    """What is to be written; None where of a secret nobody knows more than its digest.

    `blank`: a row is then written without it.
    """
    hidden = [column for name, column in touched_rows.DIGESTED if name == difference.key[0]]
    said = difference.journal
    if difference.column in hidden:
        return replace(difference, journal=known[said]) if said in known else None
    if difference.column or said is None or not hidden:
        return difference
    if not blank and any(said[column] not in known for column in hidden):
        return None
    texts = {column: known.get(said[column], "") for column in hidden}
    return replace(difference, journal=said | texts)


def _write(found: Iterable[Difference]) -> set[tuple[Any, ...]]:
    """Deletes, inserts and updates; the rows that were written."""
    changes: dict[tuple[Any, ...], dict[str, Any]] = {}
    added: list[Difference] = []
    missing: list[Difference] = []
    for difference in found:
        if difference.key[0] not in _TABLES:
            continue
        if difference.column:
            changes.setdefault(difference.key, {})[difference.column] = difference.journal
        else:
            (added if difference.journal is None else missing).append(difference)
    for difference in sorted(added, key=_depth, reverse=True):
        database.execute(_this(difference.key, _TABLES[difference.key[0]].delete()))
    for name, told in groupby(sorted(missing, key=_depth), lambda x: x.key[0]):
        table = _TABLES[name]
        columns = {x.column_name: x for x in table._meta.sorted_fields}
        named = ", ".join(f'"{x}"' for x in columns)
        marks = ", ".join([database.param] * len(columns))
        sql = f'INSERT INTO "{name}" ({named}) VALUES ({marks})'
        others = table.defaults()
        whole = (others | difference.journal for difference in told)
        lines = [[x.db_value(row[key]) for key, x in columns.items()] for row in whole]
        database.cursor().executemany(sql, lines)
    for key, row in changes.items():
        table = _TABLES[key[0]]
        columns = {x.column_name: x for x in table._meta.sorted_fields}
        update = table.update({columns[name]: value for name, value in row.items()})
        database.execute(_this(key, update))
    return changes.keys() | {x.key for x in (*added, *missing)}


def _depth(difference: Difference) -> int:
    """Tables on which others depend stand before them."""
    return _ORDER.index(difference.key[0])


def _this(key: tuple[Any, ...], query: Any) -> Any:
    """The query, of this one row."""
    for field, value in zip(_TABLES[key[0]]._meta.get_primary_keys(), key[1:], strict=True):
        query = query.where(field == value)
    return query
