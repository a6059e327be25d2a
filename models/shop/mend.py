"""Puts rows that another program wrote back as the journal tells them, when that is whole.

Sums that do not come to what the journal says are made anew.
"""

from collections.abc import Iterable
from typing import Any

from models import events
from models.errors import JournalBroken
from models.events import Receipt
from models.journal import journal, replay, rights
from models.journal.replay import Difference, KeptRows
from models.shop import kept_sums
from models.storage import touched_rows
from models.storage.database import damaged_texts, database, transaction
from models.storage.tables import TABLES
from models.sums import sums_anew

_TABLES = {table._meta.table_name: table for table in TABLES}
_ORDER = tuple(_TABLES)


@rights.checked("backup.restore")
def put_back() -> Receipt[int]:
    """Writes every row that differs as the journal tells it; how many there were.

    A secret of which the journal knows only a digest stays as it is, and stays told. Raises
    `JournalBroken` when the journal itself is not whole; nothing is then written.
    """
    with transaction():
        kept = KeptRows()
        with damaged_texts():
            report = journal.verify(kept.read)
            if report.first_bad is not None:
                raise JournalBroken(str(report.first_bad))
            found = [*replay.orders(), *kept.differences()]
            if unfit := [x.key for x in found if x.key[0] == "journal"]:
                raise JournalBroken(str(unfit[0][1]))
        mended = _write(found) | _make_anew()
        still = touched_rows.forget_others(_unknown(found))
        if not mended and not still:
            return Receipt(None, 0)
        return Receipt(journal.append(events.RESTORED, {"rows": len(mended)}), len(mended))


def _make_anew() -> set[tuple[Any, ...]]:
    """Sums and marks that differ are made anew; which rows did."""
    found = [*kept_sums.differences()]
    _write(x for x in found if x.key[0] == "queue_mark")
    if any(x.key[0] != "queue_mark" for x in found):
        sums_anew.make_anew()
    return {x.key for x in found}


def _unknown(found: Iterable[Difference]) -> set[tuple[str, tuple[Any, ...]]]:
    return {(x.key[0], x.key[1:]) for x in found if _is_secret(x)}


def _is_secret(difference: Difference) -> bool:
    """Whether the journal knows only a digest of what should stand there."""
    table = difference.key[0]
    if difference.column:
        return (table, difference.column) in touched_rows.DIGESTED
    return difference.journal is not None and any(x == table for x, _ in touched_rows.DIGESTED)


def _write(found: Iterable[Difference]) -> set[tuple[Any, ...]]:
    """Deletes, inserts and updates; the rows that were written."""
    changes: dict[tuple[Any, ...], dict[str, Any]] = {}
    added: list[Difference] = []
    missing: list[Difference] = []
    for difference in found:
        if difference.key[0] not in _TABLES or _is_secret(difference):
            continue
        if difference.column:
            changes.setdefault(difference.key, {})[difference.column] = difference.journal
        else:
            (added if difference.journal is None else missing).append(difference)
    for difference in sorted(added, key=_depth, reverse=True):
        database.execute(_this(difference.key, _TABLES[difference.key[0]].delete()))
    for difference in sorted(missing, key=_depth):
        table = _TABLES[difference.key[0]]
        columns = {x.column_name: x for x in table._meta.sorted_fields}
        row = {columns[name]: value for name, value in difference.journal.items()}
        database.execute(table.insert(row))
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
