"""The orders that this program wrote as JSON Lines: they come back as they were, step by step.

Each order, and each drawer that was counted, brings its rows and its entries of the journal along.
They are written again with the numbers that rows and entries have here; what the figures say
follows from them.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from models import clock, session
from models.catalogue import stock
from models.catalogue_import import bulk_catalogue
from models.errors import ImportStopped, UnreadableFile
from models.formats.spreadsheets import Watch
from models.journal import journal
from models.orders import drawer, orders, payments
from models.orders.record import LINE_COLUMNS, ORDER_COLUMNS
from models.stages import open_of, sold_of
from models.storage.database import one, rows, transaction
from models.storage.tables import Counter, Order
from models.sums import sums_anew
from models.sums.rollups import REFUNDS

BEGINNING = b'{"schema": '
_SCHEMA = 2
#: How such a file is read.
WORDS = "orders.jsonl"
_WATCHED_EVERY = 500  # orders

Row = dict[str, Any]


@dataclass(slots=True)
class Records:
    """What such a file holds: its new orders, and how many are in the shop already."""

    orders: list[Row] = field(default_factory=list)
    drawers: list[Row] = field(default_factory=list)
    there: int = 0
    rows: int = 0


def is_ours(start: bytes) -> bool:
    """Whether a file that begins so was written by us."""
    return start.startswith(BEGINNING)


def read(path: Path, progress: Watch | None = None) -> Records:
    """Reads the file. Raises `UnreadableFile`, `ImportStopped`."""
    found = Records()
    keys = set(rows(Order.select(Order.request_id), str))
    try:
        with path.open(encoding="utf-8") as file:
            for found.rows, line in enumerate(file, start=1):
                if progress is not None and not found.rows % _WATCHED_EVERY:
                    _go_on(progress, found.rows)
                order = json.loads(line)
                told = order if "drawer" in order else order["record"]
                if order["schema"] != _SCHEMA or not told["entries"]:
                    raise UnreadableFile(str(path), "other_version")
                if "drawer" in order:
                    found.drawers.append(order)
                elif order["request_id"] in keys:
                    found.there += 1
                else:
                    found.orders.append(order)
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableFile(str(path), "not_text") from error
    return found


def _go_on(progress: Watch, done: int) -> None:
    if not progress(done, 0):
        raise ImportStopped


def unknown(found: Records) -> dict[str, Row]:
    """A line of each product that the shop does not know, by its code."""
    known = bulk_catalogue.load_catalogue().by_sku
    return {
        line["sku"]: line
        for order in found.orders
        for line in order["lines"]
        if line["sku"] not in known
    }


def facts(found: Records) -> dict[str, Any]:
    """What is in the file, as `past_sales.PastOrders` tells it."""
    days = [date.fromisoformat(order["day"]) for order in found.orders]
    sold = [order for order in found.orders if order["channel"] not in REFUNDS]
    lines = [line for order in found.orders for line in order["record"]["lines"]]
    # What a lone refund was sold for is in no figure.
    before = [
        order["record"]["entries"][0]["payload"]
        for order in found.orders if order["channel"] in REFUNDS
    ]  # fmt: skip
    return {
        "orders": len(sold), "there": found.there, "rows": found.rows,
        "lines": sum(len(order["record"]["lines"]) for order in sold),
        "quantity": sum(map(sold_of, lines))
        - sum(sold_of(line) for placed in before for line in placed["lines"]),
        "total": sum(order["total"] for order in found.orders if order["stage"] != "cancelled")
        - sum(placed["order"]["total"] for placed in before),
        "products": len(unknown(found)),
        "first_day": min(days, default=None), "last_day": max(days, default=None),
    }  # fmt: skip


def days(found: Records) -> set[date]:
    """The days on which something counts by these orders."""
    told = [order["record"] for order in found.orders] + found.drawers
    moments = {entry["at"] for record in told for entry in record["entries"]}
    return {clock.business_day(moment, *session.current.calendar) for moment in moments}


def write(found: Records) -> None:
    """Writes the orders with all that was done to them, in one transaction."""
    with transaction():
        bulk_catalogue.insert(
            [
                {"sku": sku, **{name: line[name] for name in ("name", "unit", "price")}}
                for sku, line in unknown(found).items()
            ]
        )
        by_sku = {sku: p.id for sku, p in bulk_catalogue.load_catalogue().by_sku.items()}
        if _Writer(by_sku).write(found):
            sums_anew.make_anew()


class _Writer:
    """Gives rows and entries the numbers that they have in this shop."""

    def __init__(self, by_sku: Mapping[str, int]) -> None:
        self._by_sku = by_sku
        self._products: dict[int, int] = {}
        self._orders: dict[int, int] = {}
        self._payments: dict[int, int] = {}
        self._numbers: dict[int, int] = {}
        self._drawers: dict[int, int] = {}
        self._movements: dict[int, int] = {}
        self._taken = set(rows(Order.select(Order.day, Order.number), lambda *row: row))

    def write(self, found: Records) -> bool:
        """Whether anything was new."""
        new = [told for told in found.drawers if self._write_drawer(told)]
        for order in found.orders:
            self._write_order(order["record"])
        told = [*(order["record"] for order in found.orders), *new]
        entries = sorted((entry for record in told for entry in record["entries"]), key=_sequence)
        first = journal.newest() + 1
        here = {entry["sequence"]: place for place, entry in enumerate(entries, start=first)}
        if entries:
            journal.append_many(list(self._entries(entries, here)), of_the_past=True)
        return bool(entries)

    def _write_drawer(self, told: Row) -> bool:
        """Whether it is new; the payments of orders that are new belong to it all the same."""
        id_, is_new = drawer.store_again(told["drawer"])
        self._drawers[told["drawer"]["id"]] = id_
        for movement in told["movements"] if is_new else ():
            here = movement | {"session": id_, "undone": self._movements.get(movement["undone"])}
            self._movements[movement["id"]] = drawer.store_movement_again(here)
        return is_new

    def _write_order(self, record: Row) -> None:
        order = {name: record["order"].get(name) for name in ORDER_COLUMNS}
        for line in record["lines"]:
            self._products[line["product"]] = self._by_sku[line["sku"]]
        counter = f"orders:{order['day']}"
        if (order["day"], order["number"]) in self._taken:
            order["number"] = journal.next_number(counter)
        self._taken.add((order["day"], order["number"]))
        _count_to(counter, order["number"])
        there = order.pop("id")
        self._numbers[there] = order["number"]
        self._orders[there] = orders.insert(order)
        lines = [
            {name: line.get(name) for name in LINE_COLUMNS}
            | {"product": self._products[line["product"]]}
            for line in record["lines"]
        ]
        orders.insert_lines(self._orders[there], lines)
        stock.reserve(
            {"product": line["product"], "quantity": left}
            for line in lines
            if (left := open_of(line))
        )
        for paid in record["payments"]:
            here = paid | {
                "order": self._orders[there], "drawer": self._drawers.get(paid["drawer"]),
                "request_id": self._key_of(paid["request_id"]),
            }  # fmt: skip
            self._payments[paid["id"]] = payments.store_again(here)

    def _key_of(self, request_id: str) -> str:
        """A payment that undoes another is called after the number that one has here."""
        if not request_id.endswith(payments.UNDONE):
            return request_id
        return f"{self._payments[int(request_id.removesuffix(payments.UNDONE))]}{payments.UNDONE}"

    def _entries(self, entries: list[Row], here: Mapping[int, int]) -> Iterator[journal.Entry]:
        for entry in entries:
            payload = self._told(entry["payload"], here)
            who = (entry["station"], entry["staff"])
            order = self._orders[entry["order"]] if entry["order"] else None
            yield journal.Entry(entry["at"], *who, entry["kind"], order, payload)

    def _told(self, told: Any, here: Mapping[int, int]) -> Any:
        """A payload with the numbers of this shop in it."""
        if isinstance(told, list):
            return [self._told(part, here) for part in told]
        if not isinstance(told, dict):
            return told
        found = {name: self._told(part, here) for name, part in told.items()}
        if isinstance(told.get("product"), int):
            found["product"] = self._products.get(told["product"], told["product"])
        if isinstance(told.get("order"), int):
            found["order"] = self._orders[told["order"]]
        if isinstance(told.get("drawer"), int):
            found["drawer"] = self._drawers.get(told["drawer"])
        if isinstance(told.get("movement"), int):
            found["movement"] = self._movements[told["movement"]]
        if "request_id" in told and "method" in told:
            found |= {
                "id": self._payments[told["id"]],
                "request_id": self._key_of(told["request_id"]),
            }
        elif "placed_at" in told and "id" in told:
            found |= {"id": self._orders[told["id"]], "number": self._numbers[told["id"]]}
        if isinstance(told.get("undone"), int):
            found["undone"] = here.get(told["undone"], 0)
        return found


def _count_to(counter: str, number: int) -> None:
    """Lets the running numbers of a day go on after `number`."""
    found = one(Counter.select(Counter.value).where(Counter.name == counter))
    for _ in range(found[0] if found else 0, number):
        journal.next_number(counter)


def _sequence(entry: Row) -> int:
    return int(entry["sequence"])
