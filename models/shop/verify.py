"""Proves the shop whole: its file, its guards, its journal, and every table against the journal.

Nothing that is found ends in an error, and of orders nothing is told but which they are.
"""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from peewee import PostgresqlDatabase

from models.errors import StorageError, WaitsForServer
from models.journal import journal, replay
from models.journal.replay import Difference, KeptRows
from models.orders.tickets import OWN_IDS
from models.shop import gate, heads, kept_sums
from models.shop.offline import own_file, waiting
from models.storage import touched_rows
from models.storage.database import (
    damaged_texts,
    database,
    file_engine,
    rows,
    snapshot,
    translated_errors,
)
from models.storage.tables import Order, OrderLine, Payment, Product

log = logging.getLogger(__name__)

#: Sums follow from these: they are looked at when these are right.
_COUNTED = frozenset({"orders", "order_line", "payment"})

#: What a finding is about.
FILE, GUARD, ENTRY, HEAD, ROW, OUTSIDE = "file", "guard", "entry", "head", "row", "outside"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written.

    `kind` says what: the file itself (`detail` in the engine's words), a guard that is missing or
    too many, an entry of the journal (`detail` as in `journal.Report`), a head that was noted
    outside (`detail` names its file), a row that differs, a row that another program wrote. `name`
    is what people call the row. Of a row that differs in a column, `told` and `found` are what the
    journal says and what stands there; without a column `detail` is `missing`, `added`, or
    `sums` of what follows from the journal and can be made anew.
    """

    kind: str
    table: str = ""
    key: tuple[Any, ...] = ()
    name: str = ""
    column: str = ""
    told: Any = None
    found: Any = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """How far a look came: the newest entry, and the newest one of each station with its seal."""

    sequence: int
    heads: journal.Heads


@dataclass(frozen=True, slots=True)
class Verdict:
    """How many entries the journal has, and all that was found; of `anew`, what was made anew.

    So many orders, payments and steps of a picker of this station are `waiting` to be sent to the
    server; what is wrong with the file in which they wait (`models.shop.offline`) is `own_damage`,
    and the shop is whole all the same. `seen` is how far the journal went, from where the next look
    goes on. A shop that `is_on_server` is not written anew.
    """

    entries: int
    findings: tuple[Finding, ...]
    anew: tuple[Finding, ...] = ()
    waiting: int = 0
    own_damage: str = ""
    seen: Seen | None = field(default=None, compare=False)
    is_on_server: bool = field(default=False, compare=False)

    @property
    def is_whole(self) -> bool:
        """Whether all is as it was written."""
        return not self.findings

    @property
    def mark(self) -> str:
        """A digest of what was found, by which the same is known again."""
        return sha256("\n".join(sorted(map(repr, self.findings))).encode()).hexdigest()


#: Told now and then which part of the work is done, 0 to 1; what it raises ends the work.
Progress = Callable[[float], object]


def _nobody(done: float) -> None:
    pass


def verify(folders: Iterable[Path] = (), progress: Progress = _nobody) -> Verdict:
    """Looks at everything. In `folders` backups and stations noted the journal's newest entry, and
    this station keeps its own files. Raises `WaitsForServer`."""
    if database.is_own:
        raise WaitsForServer
    findings: list[Finding] = []
    kept, report, seen = KeptRows(), journal.Report(0), None
    with _damage(findings):
        findings += _of_file()
    with _damage(findings):
        findings += _guards()
    with _damage(findings), snapshot(), damaged_texts():
        newest = max(1, journal.newest())

        def visit(sequence: int, images: str | None) -> None:
            kept.read(sequence, images)
            if not sequence % 2000:
                progress(0.5 * sequence / newest)

        report = journal.verify(visit)
        seen = Seen(report.entries, journal.heads_now())
        if report.first_bad is not None:
            findings.append(_entry(report.first_bad, report.reason))
        else:
            findings += [
                Finding(HEAD, "journal", (sequence,), str(sequence), detail=name)
                for sequence, name in heads.lost(folders)
            ]
            findings += map(_row, replay.orders(lambda done: progress(0.5 + 0.4 * done)))
            findings += map(_row, kept.differences())
            if not any(x.kind == ENTRY or x.table in _COUNTED for x in findings):
                findings += _sums()
            findings += _written_outside({(x.table, x.key) for x in findings})
    waits, own_damage = 0, ""
    with _damage(findings):
        waits, own_damage = _of_own_files(folders)
    for finding in findings[:20]:
        log.info(
            "not as it was written: %s %s %s %s",
            finding.kind,
            finding.table,
            finding.key if finding.table else finding.name,
            finding.column or finding.detail,
        )
    progress(1)
    return Verdict(report.entries, tuple(findings), (), waits, own_damage, seen, _is_on_server())


def verify_new(before: Seen) -> Verdict:
    """Looks at what was entered since a whole look that found nothing, at the rows that it tells,
    and at what other programs wrote: quick whatever the size of the shop. What is kept beside the
    journal, and what of the file was not touched since, is for the next whole look. Raises
    `WaitsForServer`.
    """
    if database.is_own:
        raise WaitsForServer
    findings: list[Finding] = []
    kept, report, seen = KeptRows(), journal.Report(0), before
    with _damage(findings):
        findings += _guards()
    with _damage(findings), snapshot(), damaged_texts():
        report = journal.verify(kept.read, before.sequence, before.heads)
        if report.first_bad is not None:
            findings.append(_entry(report.first_bad, report.reason))
        seen = Seen(before.sequence + report.entries, journal.heads_now())
        findings += map(_row, replay.orders_since(before.sequence))
        findings += map(_row, kept.differences(of_told=True))
        findings += _written_outside({(x.table, x.key) for x in findings})
    on_server = _is_on_server()
    return Verdict(report.entries, tuple(findings), seen=seen, is_on_server=on_server)


@contextmanager
def _damage(findings: list[Finding]) -> Iterator[None]:
    """What cannot be read is one finding more, and no reason not to look at the rest."""
    try:
        with translated_errors():
            yield
    except StorageError as error:
        found = Finding(FILE, detail=str(error.__cause__ or error)[:200])
        if found not in findings:
            findings.append(found)


def _of_own_files(folders: Iterable[Path]) -> tuple[int, str]:
    """How much waits to be sent in the files with which this station goes on alone while the server
    is away, and what was found first in them, empty for nothing."""
    waits, inside = 0, list[Finding]()
    for path in own_file.kept_in(folders):
        with database.speaking_to(file_engine(path)):
            with _damage(inside):
                inside += _quick_check()
                report = journal.verify(after=OWN_IDS)
                if report.first_bad is not None:
                    inside.append(_entry(report.first_bad, report.reason))
                waits += waiting.count_here()
            database.close()
    return waits, inside[0].detail if inside else ""


def _of_file() -> list[Finding]:
    if _is_on_server():  # which sees to its files itself
        return []
    return _quick_check()


def _quick_check() -> list[Finding]:
    said = [row[0] for row in database.execute_sql("PRAGMA quick_check(3)").fetchall()]
    strays = database.execute_sql("PRAGMA foreign_key_check").fetchall()
    return [Finding(FILE, detail=str(line)[:200]) for line in said if line != "ok"] + [
        Finding(ROW, table, (key,), "–" if key is None else str(key), detail="stray")
        for table, key in sorted({(row[0], row[1]) for row in strays}, key=repr)
    ]


def _is_on_server() -> bool:
    return isinstance(database.obj, PostgresqlDatabase)


def _guards() -> list[Finding]:
    if _is_on_server():
        found = database.execute_sql(
            "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' "
            "AND tgrelid::regclass::text = ANY(%s)", (database.get_tables(),)
        ).fetchall()  # fmt: skip
        watched = set(database.get_tables()) - touched_rows.UNTOUCHED
        ours = {"journal_sealed", "journal_head_sealed", *(f"{table}_touched" for table in watched)}
        differing = ours ^ {name for (name,) in found}
    else:
        lacking, added = gate.other_schema(database.connection())
        differing = lacking | added
    return [Finding(GUARD, name=name) for name in sorted(differing)]


def _entry(number: int, reason: str) -> Finding:
    return Finding(ENTRY, "journal", (number,), str(number), detail=reason)


def _row(difference: Difference) -> Finding:
    table, *key = difference.key
    if table == "journal":
        is_unreadable = difference.column in ("payload", "row_images")
        return _entry(key[0], "unreadable" if is_unreadable else "unfit")
    name = _name(table, tuple(key), difference.journal, difference.table)
    if difference.column:
        values = (difference.journal, difference.table)
        return Finding(ROW, table, tuple(key), name, difference.column, *values)
    detail = "missing" if difference.table is None else "added"
    return Finding(ROW, table, tuple(key), name, detail=detail)


def _written_outside(known: set[tuple[str, tuple[Any, ...]]]) -> list[Finding]:
    return [
        Finding(OUTSIDE, table, key, _name(table, key))
        for table, key in touched_rows.outside()
        if (table, key) not in known
    ]


def _sums() -> list[Finding]:
    """A day's rows of a table together."""
    keys = dict.fromkeys((x.key[0], x.key[1:]) for x in kept_sums.differences())
    named = {(table, _sum_name(table, key)): key for table, key in keys}
    return [Finding(ROW, table, key, name, detail="sums") for (table, name), key in named.items()]


def _sum_name(table: str, key: tuple[Any, ...]) -> str:
    """The day (yyyymmdd), the month (yyyymm), the order or the entry that a sum is of."""
    if table == "bill_change":
        return str(_first(Order.select(Order.number), Order.id == key[0]) or key[0])
    return str(key[1] if table in ("tally", "closed_sum", "late_sum") else key[0])


def _name(table: str, key: tuple[Any, ...], *images: Any) -> str:
    """What people call a row: a product by its name, an order by its number and day."""
    row = next((image for image in images if isinstance(image, dict)), {})
    if table in ("orders", "order_line", "payment"):
        order = key[0]
        if table == "payment":
            order = row.get("order") or _first(Payment.select(Payment.order), Payment.id == key[0])
        number = _first(Order.select(Order.number), Order.id == order)
        return str(row.get("number") or number or order)
    product = key[0] if table in ("product", "stock") else row.get("product")
    if product is not None:
        name = row.get("name") if table == "product" else None
        name = name or _first(Product.select(Product.name), Product.id == product)
        name = name or _first(OrderLine.select(OrderLine.name), OrderLine.product == product)
        if name:
            return str(name)
    return " ".join(map(str, key))


def _first(query: Any, condition: Any) -> Any:
    found = rows(query.where(condition).limit(1).tuples(), lambda value: value)
    return found[0] if found else None
