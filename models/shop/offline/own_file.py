"""A file of the station's own: what it needs of a shop on a server to sell while that is away.

It is a shop's file with the tables of any other. What is looked up at a counter is copied into it
as the journal of the server goes on: the catalogue, the staff, what the owner chose, the consent,
the open orders, and the sums of the last days. What the station does by itself while the server is
away stands in its own journal there, until it is sent (`models.shop.offline.send_queue`).
"""

import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from peewee import chunked, fn

from models import clock, session
from models.errors import ConnectionLost, NoShop, NotAShop, NotLetIn, StorageError, WrongPassword
from models.journal import journal
from models.orders import tickets
from models.orders.tickets import OWN_IDS
from models.settings import preferences
from models.shop import heads, opening
from models.shop.offline import refused, waiting
from models.shop.opening import Patience, Shop, at_once
from models.storage import locations, touched_rows
from models.storage.database import (
    Statement,
    bind_param,
    database,
    file_engine,
    one,
    rows,
    snapshot,
    transaction,
    translated_errors,
)
from models.storage.tables import (
    IS_OPEN,
    Alias,
    Barcode,
    BillChange,
    Counter,
    DayTotal,
    DrawerSession,
    HeldCart,
    HourTotal,
    Journal,
    ListAnswer,
    Order,
    OrderLine,
    Payment,
    PolicyAcceptance,
    Preference,
    Product,
    PutBack,
    Staff,
    Stock,
    Table,
)

log = logging.getLogger(__name__)

#: What is copied whole, a table after those that it names.
_COPIED = (
    Product, Barcode, Alias, ListAnswer, Stock, DrawerSession, Preference, Staff, PolicyAcceptance,
)  # fmt: skip
_ORDERS = (Order, OrderLine, Payment)
_SUMS: tuple[Any, ...] = (DayTotal, HourTotal)
#: So many days are compared with today.
_DAYS = 7
#: What more entries tell is read from the tables at once.
_ENTRIES = 2000
_MANY = 500


def path_in(folder: Path, url: str) -> Path:
    """Where in the `folder` of its notes a station keeps its file of the shop on the server at
    `url`: by the address alone, whoever signs in there."""
    return folder / f"own-{sha256(locations.shown(url).encode()).hexdigest()[:16]}"


def open_shop(
    url: str, own: Path | None, *, station: str, patience: Patience = at_once, make: bool = True
) -> Shop:
    """Opens the shop at `url` as `opening.open_shop` does, with `own` for the station's own file.

    Where a server is away, and the file was once brought to where it stood, the station goes on
    alone at once.
    """
    if not locations.is_postgres(url):
        own = None
    try:
        shop = opening.open_shop(url, station=station, patience=patience, make=make)
    except NoShop:
        if own is not None:
            _remove(own)
        raise
    except (ConnectionLost, WrongPassword, NotLetIn) as error:
        if own is None or not _is_kept(own):
            raise
        log.warning("the server does not answer: %s", error)
        database.shop.away = error
        _use(file_engine(own), own)
        database.is_away = True
        clock.go_by(int(heads.read(own).get("ahead", 0)))
        opening.make_tables(own)
        preferences.follow()
        return Shop(url, station, None, own)
    if own is not None and _is_kept(own):
        _use(file_engine(own), own)
        with database.speaking_to(database.own):
            opening.make_tables(own)
        bring_drafts()
    shop.own_path = own
    return shop


def _remove(own: Path) -> None:
    """A shop that was erased is not kept here either."""
    for name in ("", "-wal", "-shm"):
        own.with_name(own.name + name).unlink(missing_ok=True)
    heads.remove(own)
    refused.remove(own)


def bring_drafts() -> None:
    """What was being typed while the server was away is kept there again."""
    names = [f.column_name for f in HeldCart._meta.sorted_fields if f.name != "id"]
    columns = [getattr(HeldCart, name) for name in names]
    with database.speaking_to(database.own):
        drafts = _rows(HeldCart.select(*columns).where(HeldCart.draft_of.is_null(False)))
    if drafts:
        with database.speaking_to(database.shop), transaction(passing=True):
            for draft in drafts:
                row = dict(zip(names, draft, strict=True))
                HeldCart.delete().where(HeldCart.draft_of == row["draft_of"]).execute()
                HeldCart.insert(row).execute()
        with database.speaking_to(database.own), transaction(passing=True):
            HeldCart.delete().where(HeldCart.draft_of.is_null(False)).execute()


def refusal() -> StorageError | None:
    """Why the server lets this station in no more, until somebody mends it; None while it does,
    and while nobody answers."""
    away: StorageError | None = getattr(database.shop, "away", None)
    return None if isinstance(away, ConnectionLost) else away


def held_there() -> int:
    """How many held carts waited at the server when it was last seen; 0 while it is there."""
    if not database.is_away:
        return 0
    return int(heads.read(Path(database.own.database)).get("held", 0))


def kept_in(folders: Iterable[Path]) -> list[Path]:
    """The station's own files of the open shop that stand in these folders."""
    here = journal.first_seal()
    found = (path.with_suffix("") for folder in folders for path in folder.glob("own-*.head"))
    return [path for path in found if _is_kept(path) and heads.read(path).get("shop") == here]


def age(own: Path) -> int:
    """For how long (ms) the file at `own` has not been where the server stands."""
    return max(0, clock.now() - int(heads.read(own).get("at", 0)))


def _is_kept(own: Path) -> bool:
    """Whether the file was once brought to where the server stood."""
    return own.exists() and "sequence" in heads.read(own)


@dataclass
class _Change:
    """What is written into the file: by table, the rows to take out (None: all) and those to put
    in their place; `orders` are those that are open no more or stand anew."""

    tables: dict[type[Table], tuple[list[Any] | None, list[tuple[Any, ...]]]] = field(
        default_factory=dict
    )
    orders: list[int] | None = None
    order_rows: dict[type[Table], list[tuple[Any, ...]]] = field(default_factory=dict)
    sums: dict[Any, list[tuple[Any, ...]]] = field(default_factory=dict)


def catch_up(path: Path) -> None:
    """Brings the file at `path` to where the server stands; from then on the station can go on
    alone.

    While something waits to be sent it stays as it is. Raises `StorageError`, and `NotAShop` where
    another shop is at that address by now and something of the one before waits.
    """
    engine, known = database.own or file_engine(path), heads.read(path) if _is_kept(path) else {}
    here = _Here()
    if known:
        with translated_errors(), database.speaking_to(engine):
            here = _done_here(known.get("own", OWN_IDS))
    with translated_errors(), database.speaking_to(database.shop):
        letter = tickets.letter()
        with snapshot():
            head = _head() | {"own": here.newest}
            is_another = known.get("shop", journal.first_seal()) != journal.first_seal()
            is_news = any(known.get(name) != head[name] for name in ("hash", "own"))
            change = _changes(known, here.entries) if is_news else None
    if here.waits and is_another:
        raise NotAShop("another shop")
    if here.waits:
        return
    if change is not None:
        with translated_errors(), database.speaking_to(engine):
            opening.make_tables(path)
            with transaction(passing=True):
                if not journal.newest():  # its entries are never taken for those of the server
                    journal.begin_after(OWN_IDS)
                if journal.newest() != here.newest:
                    return  # the line went down, and somebody goes on here by now
                _write(change)
                _keep_letter(letter)
    with database.speaking_to(database.shop):
        heads.write(path, head)
    _use(engine, path)


@dataclass(frozen=True, slots=True)
class _Here:
    """What the station did by itself: whether something of it waits to be sent, its newest entry,
    and of each one since the file was copied last the order and the rows that it wrote."""

    waits: bool = False
    newest: int = OWN_IDS
    entries: tuple[tuple[int | None, str | None], ...] = ()


def _done_here(known: int) -> _Here:
    query = Journal.select(Journal.order, Journal.row_images).where(Journal.sequence > known)
    return _Here(bool(waiting.all_here()), journal.newest(), tuple(_rows(query)))


def _use(engine: Any, own: Path) -> None:
    database.own, database.own_seal = engine, str(heads.read(own).get("shop", ""))


def _head() -> dict[str, Any]:
    sequence = journal.newest()
    seal = one(Journal.select(Journal.hash).where(Journal.sequence == sequence))
    held = HeldCart.select(fn.COUNT(HeldCart.id)).where(HeldCart.draft_of.is_null())
    return {
        "sequence": sequence,
        "hash": seal[0] if seal else "",
        "at": clock.now(),
        "ahead": clock.ahead(),
        "held": (one(held) or (0,))[0],
    }


# --- reading from the server -----------------------------------------------------------------


def _changes(known: dict[str, Any], done_here: Sequence[Any]) -> _Change:
    """What the server tells since, and what the station wrote by itself, as it is there."""
    change = _Change()
    told = _told_since(known, done_here)
    if told is None:
        for table in _COPIED:
            change.tables[table] = (None, _rows(table.select()))
        _read_orders(change, Order.select(Order.id).where(IS_OPEN))
    else:
        keys, change.orders = told
        for table in _COPIED:
            if touched := keys.get(table._meta.table_name):
                change.tables[table] = _rows_by_key(table, touched)
        is_among = Order.id.in_(change.orders)
        _read_orders(change, Order.select(Order.id).where(IS_OPEN, is_among))
    for sums in _SUMS:
        change.sums[sums] = _rows(sums.select().where(sums.day >= _first_day()))
    return change


def _told_since(
    known: dict[str, Any], done_here: Sequence[Any]
) -> tuple[dict[str, set[Any]], list[int]] | None:
    """The rows written since, by table and key, and the orders; None where all is read anew."""
    last, seal = known.get("sequence"), known.get("hash")
    if known.get("shop") != journal.first_seal() or not isinstance(last, int):
        return None
    if rows(Journal.select(Journal.hash).where(Journal.sequence == last).tuples(), str) != [seal]:
        return None  # the server was set back to an earlier day
    query = Journal.select(Journal.order, Journal.row_images).where(Journal.sequence > last)
    entries = rows(query.limit(_ENTRIES + 1).tuples(), lambda *row: row)
    if len(entries) > _ENTRIES:
        return None
    keys: dict[str, set[Any]] = {}
    entries += done_here
    for _, images in entries:
        for name, image in json.loads(images or "{}").items():
            keys.setdefault(name, set()).update(touched_rows.keys_in(name, image))
    return keys, sorted({order for order, _ in entries if order is not None})


def _rows(query: Any) -> list[tuple[Any, ...]]:
    return rows(query.tuples(), lambda *row: row)


def _rows_by_key(table: type[Table], keys: Iterable[Any]) -> tuple[Any, list[tuple[Any, ...]]]:
    """Small tables that have no key of one column are read whole."""
    (key, *others) = table._meta.get_primary_keys()
    if others:
        return None, _rows(table.select())
    wanted = sorted(key for (key,) in keys)
    found: list[tuple[Any, ...]] = []
    for some in chunked(wanted, _MANY):
        found += _rows(table.select().where(key.in_(some)))
    return wanted, found


def _read_orders(change: _Change, wanted: Any) -> None:
    change.order_rows = {
        Order: _rows(Order.select().where(Order.id.in_(wanted))),
        OrderLine: _rows(OrderLine.select().where(OrderLine.order.in_(wanted))),
        Payment: _rows(Payment.select().where(Payment.order.in_(wanted))),
    }


def _first_day() -> int:
    today = clock.business_day(clock.now(), *session.current.calendar)
    return clock.day_key(today - timedelta(days=_DAYS))


# --- writing into the file -------------------------------------------------------------------


def _write(change: _Change) -> None:
    database.execute_sql("PRAGMA defer_foreign_keys = 1")  # what is taken out is put in anew
    drop_orders(Order.id < OWN_IDS if change.orders is None else Order.id.in_(change.orders))
    for table, (keys, found) in change.tables.items():
        for some in [None] if keys is None else chunked(keys, _MANY):
            key: Any = table._meta.primary_key
            (table.delete() if some is None else table.delete().where(key.in_(some))).execute()
        _insert(table, found)
    for table in _ORDERS:
        _insert(table, change.order_rows[table])
    for sums, found in change.sums.items():
        sums.delete().where(sums.day >= _first_day()).execute()
        _insert(sums, found)


def drop_orders(which: Any) -> None:
    """Takes orders, with all that belongs to them, out of the station's own file."""
    found = Order.select(Order.id).where(which)
    for table in (OrderLine, Payment, BillChange, PutBack):
        table.delete().where(table.order.in_(found)).execute()
    Order.delete().where(which).execute()


def _keep_letter(letter: int) -> None:
    name = f"letter:{session.current.station}"
    Counter.insert(name=name, value=letter).on_conflict_replace().execute()


def _insert(table: type[Table], found: Iterable[tuple[Any, ...]]) -> None:
    names = [f.column_name for f in table._meta.sorted_fields]
    _inserts[table].run_many(dict(zip(names, row, strict=True)) for row in found)


def _statements() -> Iterator[tuple[type[Table], Statement]]:
    for table in (*_COPIED, *_ORDERS, *_SUMS):
        yield table, Statement(lambda table=table: table.insert(_places(table)))  # type: ignore[misc]


def _places(table: type[Table]) -> dict[Any, Any]:
    return {field: bind_param(field.column_name) for field in table._meta.sorted_fields}


_inserts = dict(_statements())
