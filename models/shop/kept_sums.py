"""Whether everything that is kept beside the journal comes to what the journal says.

Sums, their packed days and the marks of the queue hold no news: they are compared with what they
come to anew, and whatever differs can be made anew.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from models.journal import queue_checkpoints
from models.journal.replay import Difference
from models.storage.database import rows
from models.storage.tables import BillChange
from models.sums import bill_changes, day_archive, rollups, sums_anew, tallies

_TABLES = {table._meta.table_name: table for table in sums_anew.TABLES}
#: Tables that can be made anew, by name.
TABLES = frozenset({*_TABLES, "queue_mark"})


def differences() -> Iterator[Difference]:
    """What differs, when the orders themselves are what the journal says: one for each row."""
    yield from sums()
    yield from marks()


def sums() -> Iterator[Difference]:
    """Sums that differ. Of a change of a bill the key is its order.

    What is packed is looked at only where the sums that it follows from are right.
    """
    told, bills = _counted()
    off = [*_sums(told), *_bills(bills)]
    yield from off
    if not off:
        for table, key in day_archive.misfits():
            yield Difference((table, *key), "", None, None)
    if not sums_anew.is_marked():
        yield Difference(("closed_sum", day_archive.COUNTED_BY, 0), "", None, None)


def marks() -> Iterator[Difference]:
    """Marks of the queue that differ."""
    for sequence, column, was, stands in queue_checkpoints.misfits():
        yield Difference(("queue_mark", sequence), column, was, stands)


def _counted() -> tuple[sums_anew.Sums, Counter[tuple[Any, ...]]]:
    told: sums_anew.Sums = {}
    bills: Counter[tuple[Any, ...]] = Counter()
    for sums, changes in sums_anew.counted():
        tallies.merge(told, sums)
        bills.update(tuple(row[name] for name in bill_changes.COLUMNS) for row in changes)
    return told, bills


def _sums(told: sums_anew.Sums) -> Iterator[Difference]:
    """Rows of the sums that are other than counted anew; a row of zeros is none."""
    for name, (keys, columns, _) in rollups.TABLES.items():
        table = _TABLES[name]
        query = table.select(*(getattr(table, column) for column in keys + columns)).tuples()
        for row in rows(query, lambda *row: row):
            place, numbers = (name, *row[: len(keys)]), row[len(keys) :]
            counted = told.pop(place, {})
            anew = tuple(counted.get(column, 0) for column in columns)
            if anew != numbers:
                yield Difference(place, "", anew, numbers)
    for place, counted in told.items():
        if any(counted.values()):
            yield Difference(place, "", tuple(counted.values()), None)


def _bills(told: Counter[tuple[Any, ...]]) -> Iterator[Difference]:
    columns = [getattr(BillChange, name) for name in bill_changes.COLUMNS]
    kept = Counter(rows(BillChange.select(*columns).tuples(), lambda *row: row))
    order = bill_changes.COLUMNS.index("order")
    for row in (told - kept) + (kept - told):
        yield Difference(("bill_change", row[order]), "", None, None)
