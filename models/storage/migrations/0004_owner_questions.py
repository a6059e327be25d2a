"""Sums of payments, people and reasons, and marks of the queue in the journal. Frozen."""

import json
import re
from collections import defaultdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from peewee import (
    BigIntegerField,
    CompositeKey,
    IntegerField,
    Model,
    PostgresqlDatabase,
    TextField,
)

_BATCH = 2048  # journal entries from mark to mark
# An entry that moves an order says so, and free text cannot look like it: its quotes are escaped.
# `json.loads` took three times as long over 2,000 entries; newer code asks by `number_in`.
_STAGE = re.compile(r'"stage":\[(?:null|\d),(\d)\]')
_WORK = ("picked", "readied", "shorted")


def up(migrator: Any, db: Any) -> None:
    """Makes the tables and fills them from the orders, payments and journal that there are."""

    class Tally(Model):
        kind = TextField()
        day = IntegerField()
        name = TextField()
        detail = TextField()
        first = BigIntegerField(default=0)
        second = BigIntegerField(default=0)
        third = BigIntegerField(default=0)

        class Meta:
            database = db
            legacy_table_names = False
            primary_key = CompositeKey("kind", "day", "name", "detail")
            strict_tables = without_rowid = not isinstance(db, PostgresqlDatabase)

    class QueueMark(Model):
        sequence = BigIntegerField(primary_key=True)
        at = BigIntegerField()
        orders = TextField()

        class Meta:
            database = db
            legacy_table_names = False
            strict_tables = not isinstance(db, PostgresqlDatabase)

    db.create_tables([Tally, QueueMark])
    whole = "BIGINT" if isinstance(db, PostgresqlDatabase) else "INTEGER"
    for table, column in (("hour_total", "timed"), ("hour_total", "seconds"),
                          ("late_sum", "fourth"), ("late_sum", "fifth")):  # fmt: skip
        db.execute_sql(f"ALTER TABLE {table} ADD COLUMN {column} {whole} NOT NULL DEFAULT 0")
    # Packed days follow from the sums and are packed anew, with what is new in them.
    db.execute_sql("DELETE FROM closed_sum")
    db.execute_sql("DELETE FROM late_sum")
    for kind, select in _OF_TABLES.items():
        db.execute_sql(f"INSERT INTO tally SELECT '{kind}', {select}")
    _fill_hours(db)
    _fill_from_journal(db)


_GROSS = "l.price * (l.short / 1000) + (l.price * (l.short - l.short / 1000 * 1000) + 500) / 1000"
_OF_TABLES = {
    "paid": "day, method, '', COUNT(*), 0, SUM(amount) FROM payment WHERE amount >= 0 "
            "GROUP BY day, method",
    "paid_back": "day, method, '', COUNT(*), 0, -SUM(amount) FROM payment WHERE amount < 0 "
                 "GROUP BY day, method",
    "served": "day, station, staff, COUNT(*), SUM(lines), SUM(total) FROM orders "
              "WHERE stage <> 4 GROUP BY day, station, staff",
    "lost": "day, station, staff, COUNT(*), 0, 0 FROM orders WHERE stage = 4 "
            "GROUP BY day, station, staff",
    "cancelled": "day, cancel_reason, '', COUNT(*), 0, 0 FROM orders WHERE stage = 4 "
                 "GROUP BY day, cancel_reason",
    "short": f"o.day, l.short_reason, '', COUNT(*), SUM(l.short), SUM({_GROSS}) "
             "FROM order_line l JOIN orders o ON o.id = l.\"order\" "
             "WHERE o.stage <> 4 AND l.short > 0 GROUP BY o.day, l.short_reason",
}  # fmt: skip


def _fill_hours(db: Any) -> None:
    begun = "COALESCE(starts_at, placed_at)"
    took = f"CASE WHEN ready_at > {begun} THEN (ready_at - {begun}) / 1000 ELSE 0 END"
    found = db.execute_sql(
        f"SELECT COUNT(*), SUM({took}), day, hour FROM orders WHERE stage <> 4 "
        "AND ready_at IS NOT NULL AND channel <> 'imported' GROUP BY day, hour"
    ).fetchall()
    mark = "%s" if isinstance(db, PostgresqlDatabase) else "?"
    for count, seconds, day, hour in found:
        db.execute_sql(
            f"UPDATE hour_total SET timed = {mark}, seconds = {mark} "
            f"WHERE day = {mark} AND hour = {mark}",
            (count, int(seconds), day, hour),
        )


def _fill_from_journal(db: Any) -> None:
    """Follows every order through the journal, once."""
    mark = "%s" if isinstance(db, PostgresqlDatabase) else "?"
    zone = _zone(db, mark)
    stages: dict[int, int] = {}
    tally: dict[tuple[str, int, str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    cursor = 0
    while found := db.execute_sql(
        'SELECT sequence, at, station, staff, kind, "order", payload FROM journal '
        f"WHERE sequence > {mark} ORDER BY sequence LIMIT {_BATCH}",
        (cursor,),
    ).fetchall():
        for _, at, station, staff, kind, order, payload in found:
            if kind == "placed":
                stages[order] = 0
            elif order is not None and (stage := _STAGE.search(payload)):
                stages[order] = int(stage[1])
                if stages[order] >= 3:
                    del stages[order]
            if kind in _WORK and station != "import":
                told = json.loads(payload)
                ready, ticks = _made_ready(told), _ticks(told)
                if ready or ticks:
                    sums = tally["picked", _day(at, zone), station, staff]
                    sums[0] += ready
                    sums[2 if kind == "readied" else 1] += ticks
            elif kind in ("returned", "undone"):
                _count_return(db, mark, tally, zone, (kind, at, order, json.loads(payload)))
        cursor, newest = found[-1][0], max(row[1] for row in found)
        db.execute_sql(
            f"INSERT INTO queue_mark (sequence, at, orders) VALUES ({mark}, {mark}, {mark})",
            (cursor, newest, json.dumps(sorted(stages.items()), separators=(",", ":"))),
        )
    for key, sums in tally.items():
        db.execute_sql(f"INSERT INTO tally VALUES ({', '.join([mark] * 7)})", (*key, *sums))


def _made_ready(told: Any) -> int:
    before, after = told.get("order", {}).get("stage", (0, 0))
    return int(before < 2 and after == 2)


def _ticks(told: Any) -> int:
    picked = [line.get("picked", (0, 0)) for line in told.get("lines", {}).values()]
    return sum(after > before for before, after in picked)


def _count_return(
    db: Any, mark: str, tally: Any, zone: ZoneInfo, entry: tuple[str, int, int, Any]
) -> None:
    """A return counts on its own day; one that was taken back later does not count."""
    kind, at, order, told = entry
    facts, sign = told.get("facts", {}), 1
    if kind == "undone":
        if facts.get("kind") != "returned":
            return
        query = f"SELECT at, payload FROM journal WHERE sequence = {mark}"
        at, payload = db.execute_sql(query, (facts["undone"],)).fetchone()
        told, sign = json.loads(payload), -1
        facts = told["facts"]
    for number, quantity in facts.get("lines", {}).items():
        product = db.execute_sql(
            f'SELECT product FROM order_line WHERE "order" = {mark} AND line = {mark}',
            (order, int(number)),
        ).fetchone()[0]
        before, after = told.get("lines", {}).get(number, {}).get("net", (0, 0))
        sums = tally["returned", _day(at, zone), facts.get("note", ""), str(product)]
        for place, number_of in enumerate((1, quantity, before - after)):
            sums[place] += sign * number_of


def _day(at: int, zone: ZoneInfo) -> int:
    local = datetime.fromtimestamp(at / 1000, zone)
    return local.year * 10_000 + local.month * 100 + local.day


def _zone(db: Any, mark: str) -> ZoneInfo:
    row = db.execute_sql(f"SELECT value FROM preference WHERE key = {mark}", ("zone",)).fetchone()
    return ZoneInfo(json.loads(row[0]) if row else "Asia/Jakarta")
