"""The shop's products, payments and orders as rows for files, read a page at a time.

Moments are written on the shop's wall clock with its distance from UTC (ISO 8601), money in whole
rupiah, quantities in pieces (half a kilo is 0.5), tax rates in per cent.
"""

import json
from collections.abc import Iterator
from typing import Any

from peewee import JOIN

from models import clock, events
from models.amounts import ONE, tax_on
from models.catalogue_import import own_format, texts
from models.journal import seals
from models.orders.record import LINE_COLUMNS, ORDER_COLUMNS
from models.stages import Stage
from models.storage.database import rows
from models.storage.tables import (
    Alias,
    Barcode,
    DrawerMovement,
    DrawerSession,
    Journal,
    Order,
    OrderLine,
    Payment,
    Product,
    Stock,
)

#: Of the nested orders; raised when a name or a meaning changes.
SCHEMA = 2
PAGE = 500  # orders or payments read at a time

PRODUCT_HEADS = (
    "sku", "name", "category", "brand", "unit", "price", "cost", "tax_percent", "stock_policy",
    "reorder_at", "on_hand", "reserved", "favourite", "active", "barcodes", "aliases",
)  # fmt: skip
#: What the clients of BotBelanja read; `keywords` are the other names of a product.
BOT_HEADS = ("sku", "category", "name", "unit", "price", "keywords", "active")
PAYMENT_HEADS = (
    "payment", "order", "day", "number", "at", "method", "amount", "tendered", "station", "staff",
)  # fmt: skip
LINE_HEADS = (
    "order", "day", "number", "placed_at", "stage", "channel", "station", "staff", "currency",
    "order_note", "order_subtotal", "order_discount", "order_discount_percent", "order_tax",
    "order_total", "order_paid",
    "claimed_at", "ready_at", "handed_at", "cancelled_at", "cancel_reason", "line", "sku", "name",
    "unit", "price", "ordered", "picked", "short", "cancelled", "handed", "returned",
    "line_discount", "line_discount_percent", "line_total", "line_net", "tax_percent",
    "line_note", "short_reason",
    "line_tax_on_top", "line_returns", "order_payments",
)  # fmt: skip

_PAYMENT_COLUMNS = tuple(f.column_name for f in Payment._meta.sorted_fields)
_OF_DRAWERS = (events.DRAWER_OPENED, events.DRAWER_MOVED, events.DRAWER_CLOSED)
_ENTRY_COLUMNS = ("sequence", "order", "at", "station", "staff", "kind", "payload")


def products() -> Iterator[tuple[Any, ...]]:
    """Every product, with all that an import needs to make it again (see `own_format`)."""
    packages = Barcode.select(Barcode.product, Barcode.code, Barcode.quantity)
    codes: dict[int, list[str]] = {}
    for id_, code, inside in rows(packages.order_by(Barcode.code).tuples(), _itself):
        codes.setdefault(id_, []).append(own_format.package(code, inside))
    names = _other_names()
    query = (
        Product.select(
            Product.id, Product.sku, Product.name, Product.category, Product.brand, Product.unit,
            Product.price, Product.cost, Product.tax_rate, Product.stock_policy,
            Product.reorder_at, Stock.on_hand, Stock.reserved, Product.favourite, Product.active,
        )
        .join(Stock, JOIN.LEFT_OUTER, on=(Stock.product == Product.id))
        .order_by(Product.id)
    )  # fmt: skip
    for id_, *row in rows(query.tuples(), _itself):
        yield (
            *row[:7], _pieces(row[7], 100), row[8], *(_pieces(value) for value in row[9:12]),
            row[12], int(row[13]), "; ".join(codes.get(id_, ())),
            own_format.joined(names.get(id_, ())),
        )  # fmt: skip


def bot_products() -> Iterator[tuple[Any, ...]]:
    """Every product as `BOT_HEADS` says; an import of it finds each again by its SKU."""
    names = _other_names()
    columns = (Product.category, Product.name, Product.unit, Product.price, Product.active)
    query = Product.select(Product.id, Product.sku, *columns).order_by(Product.id)
    for id_, *row, active in rows(query.tuples(), _itself):
        yield (*row, texts.joined_names(names.get(id_, ())), int(active))


def _other_names() -> dict[int, list[str]]:
    """What customers call each product besides its name."""
    names: dict[int, list[str]] = {}
    query = Alias.select(Alias.product, Alias.phrase).order_by(Alias.phrase)
    for id_, phrase in rows(query.tuples(), _itself):
        names.setdefault(id_, []).append(phrase)
    return names


def payments(zone: str) -> Iterator[tuple[Any, ...]]:
    query = (
        Payment.select(
            Payment.id, Payment.order, Payment.day, Order.number, Payment.at, Payment.method,
            Payment.amount, Payment.tendered, Payment.station, Payment.staff,
        )
        .join(Order, on=(Payment.order == Order.id))
        .order_by(Payment.id)
        .limit(PAGE)
    )  # fmt: skip
    last = 0
    while page := rows(query.where(Payment.id > last).tuples(), _itself):
        for id_, order, day, number, at, *rest in page:
            yield (id_, order, _day(day), number, _moment(at, zone), *rest)
        last = page[-1][0]


def lines(zone: str, currency: str) -> Iterator[tuple[Any, ...]]:
    for order in _orders_with_lines():
        head = (
            order["id"], _day(order["day"]), order["number"], _moment(order["placed_at"], zone),
            _stage(order), order["channel"], order["station"], order["staff"], currency,
            order["note"], order["subtotal"], order["discount"],
            _pieces(order["discount_rate"], 100), order["tax"], order["total"], order["paid"],
            *(_moment(order[name], zone) for name in
              ("claimed_at", "ready_at", "handed_at", "cancelled_at")),
            order["cancel_reason"],
        )  # fmt: skip
        for line in order["lines"]:
            yield (
                *head, line["line"], line["sku"], line["name"], line["unit"], line["price"],
                *(_pieces(line[name]) for name in _QUANTITIES),
                line["discount"], _pieces(line["discount_rate"], 100), line["total"], line["net"],
                _pieces(line["tax_rate"], 100), line["note"], line["short_reason"],
                _tax_on_top(order, line["net"], line),
                own_format.joined_moments(
                    (_moment(at, zone), _pieces(quantity), was - now)
                    for at, quantity, was, now in order["returns"].get(line["line"], ())
                ),
                own_format.joined_moments(
                    (_moment(paid["at"], zone), paid["method"], paid["amount"])
                    for paid in order["payments"]
                ),
            )  # fmt: skip


def _tax_on_top(order: dict[str, Any], net: int, line: dict[str, Any]) -> int:
    return 0 if order["tax_included"] else tax_on(net, line["tax_rate"])


_QUANTITIES = ("ordered", "picked", "short", "cancelled", "handed", "returned")


def orders(zone: str, currency: str) -> Iterator[dict[str, Any]]:
    """Every order with its lines and payments inside, as JSON Lines holds it."""
    for order in _orders_with_lines(whole=True):
        yield _nested(order, zone, currency)


def drawers() -> Iterator[dict[str, Any]]:
    """Every drawer that was counted, with what was moved in it and its entries of the journal."""
    moved = _by_drawer(DrawerMovement.select().order_by(DrawerMovement.id), "session")
    query = Journal.select(*(getattr(Journal, name) for name in _ENTRY_COLUMNS))
    query = query.where(Journal.kind.in_(_OF_DRAWERS)).order_by(Journal.sequence)
    entries: dict[int, list[dict[str, Any]]] = {}
    for row in rows(query.tuples(), _itself):
        entry = dict(zip(_ENTRY_COLUMNS, row, strict=True))
        entry["payload"] = json.loads(entry["payload"])
        entries.setdefault(entry["payload"]["drawer"], []).append(entry)
    counted = DrawerSession.select().where(DrawerSession.closed_at.is_null(False))
    for id_, (drawer,) in _by_drawer(counted.order_by(DrawerSession.id), "id").items():
        yield {
            "schema": SCHEMA, "drawer": drawer, "movements": moved.get(id_, []),
            "entries": entries.get(id_, []),
        }  # fmt: skip


def _by_drawer(query: Any, key: str) -> dict[int, list[dict[str, Any]]]:
    names = [field.column_name for field in query.model._meta.sorted_fields]
    found: dict[int, list[dict[str, Any]]] = {}
    for row in rows(query.tuples(), _itself):
        told = dict(zip(names, row, strict=True))
        found.setdefault(told[key], []).append(told)
    return found


def _nested(order: dict[str, Any], zone: str, currency: str) -> dict[str, Any]:
    return {
        "schema": SCHEMA,
        "order": order["id"],
        "request_id": order["request_id"],
        "day": _day(order["day"]),
        "number": order["number"],
        "placed_at": _moment(order["placed_at"], zone),
        "stage": _stage(order),
        "channel": order["channel"],
        "station": order["station"],
        "staff": order["staff"],
        "note": order["note"],
        "currency": currency,
        "tax_included": bool(order["tax_included"]),
        **{name: order[name] for name in ("subtotal", "discount", "tax", "total", "paid")},
        "discount_percent": _pieces(order["discount_rate"], 100),
        **{
            name: _moment(order[name], zone)
            for name in ("claimed_at", "ready_at", "handed_at", "cancelled_at")
        },
        "cancel_reason": order["cancel_reason"],
        "lines": [
            {
                **{name: line[name] for name in ("line", "sku", "name", "unit", "price")},
                **{name: _pieces(line[name]) for name in _QUANTITIES},
                **{name: line[name] for name in ("discount", "total", "net")},
                "discount_percent": _pieces(line["discount_rate"], 100),
                "tax_percent": _pieces(line["tax_rate"], 100),
                "note": line["note"],
                "short_reason": line["short_reason"],
            }
            for line in order["lines"]
        ],
        "payments": [
            {
                "at": _moment(paid["at"], zone),
                **{name: paid[name] for name in ("method", "amount", "tendered")},
            }
            for paid in order["payments"]
        ],
        "record": order["record"],
    }


def _orders_with_lines(*, whole: bool = False) -> Iterator[dict[str, Any]]:
    """Every order with its lines, payments and what came back of it (moment, thousandths, net
    before and after, by line), a page at a time: four statements for each. A `whole` one has its
    record: the rows themselves and its entries of the journal.
    """
    last = 0
    while page := rows(
        Order.select().where(Order.id > last).order_by(Order.id).limit(PAGE).tuples(),
        _order_of,
    ):
        first, last = page[0]["id"], page[-1]["id"]
        by_id = {order["id"]: order for order in page}
        lines = OrderLine.select().where(OrderLine.order.between(first, last))
        for line in rows(lines.order_by(OrderLine.order, OrderLine.line).tuples(), _line_of):
            by_id[line["order"]]["lines"].append(line)
        payments = Payment.select().where(Payment.order.between(first, last))
        for paid in rows(payments.order_by(Payment.id).tuples(), _payment_of):
            by_id[paid["order"]]["payments"].append(paid)
        for number, place, back in _returns(first, last):
            by_id[number]["returns"].setdefault(place, []).append(back)
        if whole:
            _add_records(by_id, first, last)
        yield from page


def _add_records(by_id: dict[int, dict[str, Any]], first: int, last: int) -> None:
    for order in by_id.values():
        order["record"] = {
            "order": order["row"], "lines": order["lines"], "payments": order["payments"],
            "entries": [],
        }  # fmt: skip
    query = Journal.select(*(getattr(Journal, name) for name in _ENTRY_COLUMNS))
    query = query.where(Journal.order.between(first, last)).order_by(Journal.sequence)
    for row in rows(query.tuples(), _itself):
        entry = dict(zip(_ENTRY_COLUMNS, row, strict=True))
        entry["payload"] = json.loads(entry["payload"])
        if entry["order"] in by_id:  # else its detail was removed
            by_id[entry["order"]]["record"]["entries"].append(entry)


def _returns(first: int, last: int) -> Iterator[tuple[int, int, tuple[int, int, int, int]]]:
    """What came back of these orders and was not undone: order, line, and what is told of it."""
    query = Journal.select(
        Journal.sequence, Journal.order, Journal.at, Journal.kind, Journal.payload
    ).where(
        Journal.order.between(first, last),
        Journal.kind.in_([*sorted(events.GOODS_BACK), events.UNDONE]),
    )
    entries = [
        (sequence, order, at, kind, json.loads(payload))
        for sequence, order, at, kind, payload in rows(
            query.order_by(Journal.sequence).tuples(), _itself
        )
        if not seals.is_removed(payload)
    ]
    undone = {payload["facts"]["undone"] for *_, kind, payload in entries if kind == events.UNDONE}
    for sequence, order, at, kind, payload in entries:
        if kind not in events.GOODS_BACK or sequence in undone:
            continue
        for number, quantity in payload["facts"]["lines"].items():
            was, now = payload["lines"][number].get("net", (0, 0))
            yield order, int(number), (at, quantity, was, now)


def _order_of(*row: Any) -> dict[str, Any]:
    order = dict(zip(ORDER_COLUMNS, row, strict=True))
    return {**order, "row": order, "lines": [], "payments": [], "returns": {}}


def _line_of(*row: Any) -> dict[str, Any]:
    return dict(zip(LINE_COLUMNS, row, strict=True))


def _payment_of(*row: Any) -> dict[str, Any]:
    return dict(zip(_PAYMENT_COLUMNS, row, strict=True))


def _itself(*row: Any) -> tuple[Any, ...]:
    return row


def _pieces(thousandths: int | None, one: int = ONE) -> int | float | None:
    """Thousandths as pieces: 2000 is 2, 500 is 0.5, and None stays None."""
    if thousandths is None:
        return None
    return thousandths / one if thousandths % one else thousandths // one


def _day(key: int) -> str:
    return clock.day_of(key).isoformat()


def _moment(moment: int | None, zone: str) -> str | None:
    """`2026-11-22T14:32:07.512+07:00`; None for what has not happened."""
    return None if moment is None else clock.local(moment, zone).isoformat(timespec="milliseconds")


def _stage(order: dict[str, Any]) -> str:
    return Stage(order["stage"]).name.lower()
