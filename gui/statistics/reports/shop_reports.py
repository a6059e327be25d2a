"""Money, people and shelves: payments, drawers, stations, cancelled orders, stock."""

from PySide6.QtCore import QCoreApplication

from gui.statistics.charts.ranked_bars import Ranked
from gui.statistics.panels.dashboard_tables import orders_behind
from gui.statistics.panels.drill_down import Orders, ToProduct
from gui.statistics.panels.figure_tables import FigureTable, Head, signed
from gui.statistics.period.period_query import PeriodQuery
from gui.statistics.reports.report_panel import Answer, Report
from gui.statistics.reports.sales_reports import BARS
from gui.words.formatting import Formatting
from gui.words.marked import marked
from gui.words.state_words import method_text, stage_text
from gui.words.station_names import station_name, with_staff
from models.orders.order_filter import OrderFilter
from models.orders.order_history import Search
from models.stages import Stage
from models.statistics import counter_figures, stock_outlook
from models.statistics.counter_figures import Cancelled, Count, Method, Server
from models.statistics.stock_outlook import StockOutlook

translate = QCoreApplication.translate


def _ask_methods(asked: PeriodQuery) -> list[Method]:
    return counter_figures.methods(asked.first, asked.last)


def _tell_methods(fmt: Formatting, asked: PeriodQuery, found: list[Method]) -> Answer:
    received, refunded = sum(x.received for x in found), sum(x.refunded for x in found)
    said = translate("statistics", "Received {received}, paid back {refunded}").format(
        received=fmt.money(received), refunded=fmt.money(refunded)
    )
    columns = (
        Head(translate("statistics", "Method"), "text", None),
        Head(translate("statistics", "Payments"), "number", 100),
        Head(translate("statistics", "Received"), "money", 140),
        Head(translate("statistics", "Refunds"), "number", 90),
        Head(translate("statistics", "Paid back"), "money", 130),
    )
    rows = tuple(
        (method_text(x.method), x.payments, x.received, x.refunds, x.refunded) for x in found
    )
    bars = [
        Ranked(
            method_text(x.method),
            x.received,
            fmt.short_money(x.received),
            (translate("statistics", "{share} of all that came in").format(
                share=fmt.percent(x.received / received)),) if received else (),
        )
        for x in found[:BARS]
    ]  # fmt: skip
    leads = {
        method_text(x.method): Orders(
            Search(order_filter=OrderFilter(method=x.method, done=asked.days)),
            method_text(x.method),
        )
        for x in found
    }
    name = translate("statistics", "Payments")
    return Answer(said, FigureTable(name, columns, rows, leads=leads), bars)


def _ask_drawers(asked: PeriodQuery) -> list[Count]:
    return counter_figures.drawers(asked.first, asked.last)


def _tell_drawers(fmt: Formatting, asked: PeriodQuery, found: list[Count]) -> Answer:
    said = translate("statistics", "Total of all differences: {sum}").format(
        sum=signed(fmt, sum(x.difference for x in found))
    )
    columns = (
        Head(translate("statistics", "Counted at"), "moment", None),
        Head(translate("statistics", "Station"), "text", 100),
        Head(translate("statistics", "Staff code"), "text", 100),
        Head(translate("statistics", "Expected"), "money", 125),
        Head(translate("statistics", "Counted"), "money", 125),
        Head(translate("statistics", "Difference"), "change", 115),
        Head("", "number"),
    )
    rows = tuple(
        (
            x.closed_at,
            station_name(x.station),
            x.staff or None,
            x.expected,
            x.counted,
            x.difference,
            x.id,
        )
        for x in found
    )
    bars = [
        Ranked(
            f"{fmt.date_and_time(x.closed_at)} \u00b7 {station_name(x.station)}",
            x.difference,
            signed(fmt, x.difference),
            (),
            "better" if x.difference > 0 else "worse" if x.difference < 0 else "plain",
        )
        for x in found[:BARS]
    ]
    name = translate("statistics", "Tills")
    leads = {
        x.id: Orders(
            Search(order_filter=OrderFilter(drawer=x.id)),
            f"{fmt.date_and_time(x.closed_at)} \u00b7 {station_name(x.station)}",
        )
        for x in found
    }
    return Answer(said, FigureTable(name, columns, rows, 6, leads), bars)


def _ask_servers(asked: PeriodQuery) -> list[Server]:
    return counter_figures.servers(asked.first, asked.last)


def _tell_servers(fmt: Formatting, asked: PeriodQuery, found: list[Server]) -> Answer:
    said = translate("statistics", "Orders by the station and staff code that placed them")
    columns = (
        Head(translate("statistics", "Station"), "text", None),
        Head(translate("statistics", "Staff code"), "text", 110),
        Head(translate("statistics", "Orders"), "number", 90),
        Head(translate("statistics", "Lines"), "number", 90),
        Head(translate("statistics", "Revenue"), "money", 140),
        Head(stage_text(Stage.CANCELLED), "number", 110),
        Head("", "text"),
    )
    rows = tuple(
        (station_name(x.station), x.staff or None, x.orders, x.lines, x.revenue, x.cancelled,
         f"{x.station}/{x.staff}")
        for x in found
    )  # fmt: skip
    bars = [
        Ranked(
            with_staff(station_name(x.station), x.staff),
            x.revenue,
            fmt.short_money(x.revenue),
            (translate("statistics", "{count} orders").format(count=fmt.number(x.orders)),),
        )
        for x in found[:BARS]
    ]
    leads = {
        f"{x.station}/{x.staff}": orders_behind(
            asked,
            OrderFilter(station=x.station, staff=x.staff),
            with_staff(station_name(x.station), x.staff),
        )
        for x in found
    }
    name = translate("statistics", "Stations and staff")
    return Answer(said, FigureTable(name, columns, rows, 6, leads), bars)


def _ask_cancelled(asked: PeriodQuery) -> list[Cancelled]:
    return counter_figures.cancelled(asked.first, asked.last)


def _tell_cancelled(fmt: Formatting, asked: PeriodQuery, found: list[Cancelled]) -> Answer:
    said = translate("statistics", "Cancelled orders: {count}").format(
        count=fmt.number(sum(x.orders for x in found))
    )
    columns = (
        Head(translate("statistics", "Reason"), "text", None),
        Head(translate("statistics", "Orders"), "number", 130),
    )
    none = translate("statistics", "none given")
    rows = tuple((x.reason or none, x.orders) for x in found)
    bars = [Ranked(x.reason or none, x.orders, fmt.number(x.orders)) for x in found[:BARS]]
    leads = {
        x.reason or none: orders_behind(
            asked,
            OrderFilter(cancelled_for=x.reason),
            translate("statistics", "Cancelled: {reason}").format(reason=x.reason or none),
        )
        for x in found
    }
    name = translate("statistics", "Cancelled orders")
    return Answer(said, FigureTable(name, columns, rows, leads=leads), bars)


def _ask_stock(asked: PeriodQuery) -> StockOutlook:
    return stock_outlook.outlook()


def _tell_stock(fmt: Formatting, asked: PeriodQuery, found: StockOutlook) -> Answer:
    said = translate(
        "statistics", "{negative} below zero, {low} to order soon, {dead} unsold for 90 days"
    ).format(**{state: fmt.number(count) for state, count in found.counts.items()})
    if any(x.order for x in found.products):
        how = translate(
            "statistics",
            "Order: what lasts for {days} days at the pace of the last {pace}, and keeps the "
            "reorder level.",
        )
        days, pace = fmt.number(stock_outlook.LAST_FOR), fmt.number(stock_outlook.SOLD_OVER)
        said = f"{said}. {how.format(days=days, pace=pace)}"
    states = {
        "negative": translate("statistics", "below zero"),
        "low": translate("statistics", "order soon"),
        "dead": translate("statistics", "unsold"),
    }
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Status"), "text", 104),
        Head(translate("statistics", "On hand"), "quantity", 84),
        Head(translate("statistics", "Sold in 28 full days"), "quantity", 144),
        Head(translate("statistics", "Days left"), "number", 96),
        Head(translate("statistics", "Order"), "quantity", 84),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (x.name, states[x.state], x.on_hand, x.sold, x.cover, x.order or None, x.sku)
        for x in found.products
    )
    bars = [
        Ranked(states[state], count, fmt.number(count), (), "plain")
        for state, count in found.counts.items()
    ]
    leads = {x.sku: ToProduct(x.id) for x in found.products}
    name = translate("statistics", "Stock")
    table = FigureTable(name, columns, rows, 6, leads)
    return Answer(said, table, bars, own_bars=True, now=True)


QUESTIONS = (
    Report(
        marked("statistics", "Payments"), "money", "credit-card-outline",
        _ask_methods, _tell_methods,
    ),
    Report(
        marked("statistics", "Tills"), "money", "cash-register", _ask_drawers, _tell_drawers
    ),
    Report(
        marked("statistics", "Cancelled orders"), "money", "cancel", _ask_cancelled, _tell_cancelled
    ),
    Report(
        marked("statistics", "Stations and staff"), "people", "account-group-outline",
        _ask_servers, _tell_servers,
    ),
    Report(
        marked("statistics", "Stock"), "shelves", "warehouse", _ask_stock, _tell_stock
    ),
)  # fmt: skip
