"""The owner's next questions: each asks the shop once and becomes a sentence and a table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.formatting import Formatting
from gui.marked import marked
from gui.statistics.figure_tables import FigureTable, Head, signed
from gui.statistics.words import method_names
from models import counter_figures, product_sales, stock_outlook
from models.product_sales import Change, Ranking, Sale
from models.stock_outlook import StockOutlook

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as a sentence and a table. `products` by the key of their row: that is where such
    a row leads; others lead to the orders of the days, if they are about orders at all."""

    said: str
    table: FigureTable
    products: Mapping[Any, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """`ask` runs in the background; `tell` puts its answer into words."""

    text: str
    ask: Callable[[date, date], Any]
    tell: Callable[[Formatting, Any], Told]
    about_orders: bool = False

    @property
    def name(self) -> str:
        return translate("statistics", self.text)


def _tell_change(fmt: Formatting, found: Change) -> Told:
    parts = {
        "change": found.after - found.before,
        "orders": found.orders,
        "lines": found.lines,
        "price": found.price,
        "mix": found.mix,
    }
    said = translate(
        "statistics",
        "{change} = number of orders {orders}, lines per order {lines}, prices {price}, "
        "which products and amounts {mix}",
    ).format(**{name: signed(fmt, amount) for name, amount in parts.items()})
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Before"), "money", 150),
        Head(translate("statistics", "Now"), "money", 150),
        Head(translate("statistics", "Change"), "change", 150),
        Head(translate("statistics", "Of it by price"), "change", 150),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (sale.name, sale.revenue_before, sale.revenue, sale.change, sale.by_price, sale.sku)
        for sale in found.products
    )
    table = FigureTable(translate("statistics", "Why it changed"), columns, rows, key=5)
    return Told(said, table, {sale.sku: sale.id for sale in found.products})


def _tell_ranking(fmt: Formatting, found: Ranking) -> Told:
    said = translate(
        "statistics", "A: {a} products bring {a_sum}. B: {b} bring {b_sum}. C: {c} bring {c_sum}."
    ).format(
        **{x.lower(): fmt.number(count) for x, count in found.counts.items()},
        **{f"{x.lower()}_sum": fmt.money(amount) for x, amount in found.revenue.items()},
    )
    columns = (
        Head(translate("statistics", "Class"), "text", 80),
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Quantity"), "quantity", 120),
        Head(translate("statistics", "Revenue"), "money", 150),
        Head(translate("statistics", "With all above"), "share", 150),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (x.letter, x.sale.name, x.sale.quantity, x.sale.revenue, x.share, x.sale.sku)
        for x in found.products
    )
    table = FigureTable(translate("statistics", "ABC"), columns, rows, key=5)
    return Told(said, table, {x.sale.sku: x.sale.id for x in found.products})


def _tell_stopped(fmt: Formatting, found: tuple[int, tuple[Sale, ...]]) -> Told:
    count, sales = found
    said = translate(
        "statistics", "Products that sold in the period before and not in this one: {count}"
    ).format(count=fmt.number(count))
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Quantity before"), "quantity", 160),
        Head(translate("statistics", "Revenue before"), "money", 160),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple((s.name, s.quantity_before, s.revenue_before, s.sku) for s in sales)
    table = FigureTable(translate("statistics", "No longer sold"), columns, rows, key=3)
    return Told(said, table, {sale.sku: sale.id for sale in sales})


def _tell_stock(fmt: Formatting, found: StockOutlook) -> Told:
    said = translate(
        "statistics", "{negative} below zero, {low} to order soon, {dead} unsold for 90 days"
    ).format(**{state: fmt.number(count) for state, count in found.counts.items()})
    states = {
        "negative": translate("statistics", "below zero"),
        "low": translate("statistics", "order soon"),
        "dead": translate("statistics", "unsold"),
    }
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "State"), "text", 130),
        Head(translate("statistics", "On hand"), "quantity", 110),
        Head(translate("statistics", "Sold in 28 days"), "quantity", 140),
        Head(translate("statistics", "Lasts, days"), "number", 120),
        Head(translate("statistics", "Order"), "quantity", 110),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (x.name, states[x.state], x.on_hand, x.sold, x.cover, x.order or None, x.sku)
        for x in found.products
    )
    table = FigureTable(translate("statistics", "Stock"), columns, rows, key=6)
    return Told(said, table, {x.sku: x.id for x in found.products})


def _tell_methods(fmt: Formatting, found: list[counter_figures.Method]) -> Told:
    received, refunded = sum(x.received for x in found), sum(x.refunded for x in found)
    said = translate("statistics", "Received {received}, paid back {refunded}").format(
        received=fmt.money(received), refunded=fmt.money(refunded)
    )
    names = method_names()
    columns = (
        Head(translate("statistics", "Method"), "text", None),
        Head(translate("statistics", "Payments"), "number", 120),
        Head(translate("statistics", "Received"), "money", 160),
        Head(translate("statistics", "Refunds"), "number", 120),
        Head(translate("statistics", "Paid back"), "money", 160),
    )
    rows = tuple(
        (names.get(x.method, x.method), x.payments, x.received, x.refunds, x.refunded)
        for x in found
    )
    return Told(said, FigureTable(translate("statistics", "Payments"), columns, rows))


def _tell_drawers(fmt: Formatting, found: list[counter_figures.Count]) -> Told:
    said = translate("statistics", "All differences together: {sum}").format(
        sum=signed(fmt, sum(x.difference for x in found))
    )
    columns = (
        Head(translate("statistics", "Counted at"), "moment", None),
        Head(translate("statistics", "Station"), "text", 110),
        Head(translate("statistics", "Staff code"), "text", 110),
        Head(translate("statistics", "Expected"), "money", 150),
        Head(translate("statistics", "Counted"), "money", 150),
        Head(translate("statistics", "Difference"), "change", 150),
    )
    rows = tuple(
        (x.closed_at, x.station, x.staff or None, x.expected, x.counted, x.difference)
        for x in found
    )
    return Told(said, FigureTable(translate("statistics", "Drawers"), columns, rows))


def _tell_servers(fmt: Formatting, found: list[counter_figures.Server]) -> Told:
    said = translate("statistics", "Orders by the station and staff code that placed them")
    columns = (
        Head(translate("statistics", "Station"), "text", None),
        Head(translate("statistics", "Staff code"), "text", 130),
        Head(translate("statistics", "Orders"), "number", 110),
        Head(translate("statistics", "Lines"), "number", 110),
        Head(translate("statistics", "Revenue"), "money", 160),
        Head(translate("statistics", "Cancelled"), "number", 130),
        Head("", "text"),
    )
    rows = tuple(
        (x.station, x.staff or None, x.orders, x.lines, x.revenue, x.cancelled,
         f"{x.station}/{x.staff}")
        for x in found
    )  # fmt: skip
    return Told(said, FigureTable(translate("statistics", "Stations"), columns, rows, key=6))


def _tell_cancelled(fmt: Formatting, found: list[counter_figures.Cancelled]) -> Told:
    said = translate("statistics", "Cancelled orders: {count}").format(
        count=fmt.number(sum(x.orders for x in found))
    )
    columns = (
        Head(translate("statistics", "Reason"), "text", None),
        Head(translate("statistics", "Orders"), "number", 130),
    )
    rows = tuple((x.reason or translate("statistics", "none given"), x.orders) for x in found)
    return Told(said, FigureTable(translate("statistics", "Cancelled"), columns, rows))


def _stock(first: date, last: date) -> StockOutlook:
    """The stock is that of now, whatever days are looked at."""
    return stock_outlook.outlook()


QUESTIONS = (
    Question(marked("statistics", "Why it changed"), product_sales.explain, _tell_change),
    Question(marked("statistics", "ABC"), product_sales.ranking, _tell_ranking),
    Question(marked("statistics", "No longer sold"), product_sales.stopped, _tell_stopped),
    Question(marked("statistics", "Stock"), _stock, _tell_stock),
    Question(
        marked("statistics", "Payments"), counter_figures.methods, _tell_methods, about_orders=True
    ),
    Question(marked("statistics", "Drawers"), counter_figures.drawers, _tell_drawers),
    Question(
        marked("statistics", "Stations"), counter_figures.servers, _tell_servers, about_orders=True
    ),
    Question(
        marked("statistics", "Cancelled"),
        counter_figures.cancelled,
        _tell_cancelled,
        about_orders=True,
    ),
)
