"""What a shop answers when everything that a window ever asks is asked of it."""

from collections import Counter
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime, timedelta
from enum import Enum
from operator import attrgetter
from typing import Any

from peewee import SQL, fn

from models import clock, print_spool, session
from models.amounts import Discount
from models.catalogue import catalogue, catalogue_listing
from models.fulfilment import fulfilment_lists, fulfilment_queue, questions, queue_history
from models.journal import journal, replay
from models.orders import drawer, held_carts, order_history
from models.printing import receipt
from models.settings import preferences, privacy, staff
from models.statistics import (
    bought_together,
    counter_figures,
    occasions,
    product_sales,
    statistics,
    stock_outlook,
    today,
)
from models.storage.database import one, rows
from models.storage.tables import TABLES, Order
from models.sums import day_archive
from tests.readable import all_entries

#: The days that are asked about: long ago, packed months, a week, one that is over, today.
PERIODS = (
    (date(2025, 11, 1), date(2025, 12, 31)),
    (date(2026, 1, 1), date(2026, 1, 31)),
    (date(2026, 2, 1), date(2026, 3, 24)),
    (date(2026, 3, 18), date(2026, 3, 24)),
    (date(2026, 3, 23), date(2026, 3, 23)),
    (date(2026, 3, 24), date(2026, 3, 24)),
)


def answers() -> dict[str, Any]:
    """All answers of the shop that is open, as plain data, at the moment the clock shows."""
    orders = rows(Order.select(Order.id).order_by(Order.id), int)
    told = {
        "asked at": clock.now(),
        "rows": {table._meta.table_name: _count(table) for table in TABLES},
        "journal": _journal(),
        "preferences": preferences.all_values(),
        "staff": staff.everyone(),
        "occasions": occasions.everyone(),
        "policy": [privacy.acceptances(), privacy.needed()],
        "products": products(),
        "packs": {product: catalogue.packs(product) for product in _products()},
        "stock": stock_outlook.outlook(),
        "tiles": [product.name for product in catalogue.favourites()],
        "shelves": catalogue_listing.counts(),
        "words": catalogue_listing.words_in_use(),
        "orders": [_order(order) for order in orders],
        "found": [order.id for order in order_history.find()],
        "wall": fulfilment_queue.wall(),
        "wall of then": [queue_history.queue_at(moment) for moment in _moments()],
        "needs": fulfilment_lists.needs(),
        "finished": fulfilment_lists.finished(),
        "board": fulfilment_lists.board(),
        "questions": questions.open_questions(),
        # SQLite gives the number of a cart that is gone to the next one.
        "carts": [replace(cart, id=0) for cart in held_carts.held()],
        "drafts": _drafts(),
        "drawers": drawer.recent(100),
        "outbox": print_spool.outstanding(),
        "home": today.today(),
        "figures": figures(),
        "packed until": day_archive.closed_until(),
    }
    plain: dict[str, Any] = _plain(told)
    return plain


def products() -> list[Any]:
    """What is known of each of the goods, as plain data."""
    sheets: list[Any] = _plain([_product(product) for product in _products()])
    return sheets


def figures() -> dict[str, Any]:
    """What the owner is shown of each period, as plain data."""
    panels: dict[str, Any] = _plain(
        {f"{first} {last}": _figures(first, last) for first, last in PERIODS}
    )
    return panels


def _products() -> list[int]:
    return sorted(catalogue.products_by_id(range(1, 1000)))


def _count(table: Any) -> int:
    found = one(table.select(fn.COUNT(SQL("*"))))
    return int(found[0]) if found else 0


def _journal() -> dict[str, Any]:
    return {
        "verify": journal.verify(),
        "replay": replay.replay(),
        "kinds": dict(sorted(Counter(entry.kind for entry in all_entries()).items())),
    }


def _product(product: int) -> catalogue.Sheet:
    sheet = catalogue.sheet(product)
    return replace(sheet, codes=tuple(sorted(sheet.codes, key=attrgetter("code"))))


def _order(order: int) -> dict[str, Any]:
    sheet = order_history.sheet(order)
    shown = {field.name: getattr(sheet, field.name) for field in fields(sheet)}
    shown["timeline"] = [f"{entry.sequence} {entry.kind}" for entry in sheet.timeline]
    return shown | {"receipt": receipt.receipt(order), "ticket": receipt.pick_ticket(order)}


def _moments() -> list[int]:
    zone = session.current.zone
    days = (date(2026, 3, 23), date(2026, 3, 24))
    return [
        clock.start_of(day, zone) + hour * 60 * clock.MINUTE for day in days for hour in (9, 10)
    ]


def _drafts() -> dict[str, Any]:
    return {seat: held_carts.draft(seat) for seat in held_carts.drafts()}


def _figures(first: date, last: date) -> dict[str, Any]:
    days, year = (first, last), timedelta(days=364)
    return {
        "dashboard": statistics.dashboard(*days),
        "last year": statistics.dashboard(*days, (first - year, last - year)).before,
        "change": product_sales.explain(*days),
        "ranking": product_sales.ranking(*days),
        "stopped": product_sales.lost_products(*days),
        "categories": product_sales.categories(*days),
        "methods": counter_figures.methods(*days),
        "drawers": counter_figures.drawers(*days),
        "servers": counter_figures.servers(*days),
        "pickers": counter_figures.pickers(*days),
        "cancelled": counter_figures.cancelled(*days),
        "shorts": counter_figures.shorts(*days),
        "returned": counter_figures.returned(*days),
        "together": bought_together.bought_together(*days),
    }


#: What 0.1 called a field that has another name now.
_CALLED = {"restock_tasks": "chores", "request": "wish"}


def _plain(value: Any) -> Any:
    """The same as JSON knows it."""
    if isinstance(value, Discount):
        return value.amount  # 0.1 knew no other
    if isinstance(value, statistics.Figures):
        return _plain({**{x.name: getattr(value, x.name) for x in fields(value)}, "tax": value.tax})
    if is_dataclass(value) and not isinstance(value, type):
        return {
            _CALLED.get(field.name, field.name): _plain(getattr(value, field.name))
            for field in fields(value)
        }
    if isinstance(value, dict):
        return {str(_plain(key)): _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(inner) for inner in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value


def differences(said: Any, says: Any, place: str = "") -> list[str]:
    """Where a later version answers something else; what it answers besides is its own affair."""
    if isinstance(said, dict) and isinstance(says, dict):
        return [
            difference
            for key, value in said.items()
            for difference in differences(value, says.get(key, "nothing"), f"{place}/{key}")
        ]
    if isinstance(said, list) and isinstance(says, list) and len(said) == len(says):
        return [
            difference
            for at, (before, after) in enumerate(zip(said, says, strict=True))
            for difference in differences(before, after, f"{place}/{at}")
        ]
    return [] if said == says else [f"{place}: {said!r} was said, now {says!r}"]
