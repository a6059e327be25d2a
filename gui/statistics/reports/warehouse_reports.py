"""The warehouse and what came back: shorts, who picked, which times can be believed, returns."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.statistics.charts.ranked_bars import Ranked
from gui.statistics.panels.dashboard_tables import orders_behind
from gui.statistics.panels.drill_down import Orders
from gui.statistics.panels.figure_tables import FigureTable, Head
from gui.statistics.period.period_query import PeriodQuery
from gui.statistics.reports.report_panel import Answer, Report
from gui.statistics.reports.sales_reports import BARS
from gui.words.formatting import Formatting
from gui.words.marked import marked
from gui.words.state_words import short_reason_text
from gui.words.station_names import station_name, with_staff
from models.orders.order_filter import OrderFilter
from models.orders.order_history import Search
from models.statistics import bought_together, counter_figures
from models.statistics.bought_together import Together
from models.statistics.counter_figures import Picker, Returns, Short

translate = QCoreApplication.translate


def _ask_together(asked: PeriodQuery) -> Together:
    return bought_together.bought_together(asked.first, asked.last)


def _tell_together(fmt: Formatting, asked: PeriodQuery, found: Together) -> Answer:
    said = translate(
        "statistics", "Pairs that lie in one basket more often than by chance, in {orders} orders"
    ).format(orders=fmt.number(found.orders))
    if found.orders < found.all_orders:
        said = translate(
            "statistics",
            "Pairs that lie in one basket more often than by chance, "
            "in the newest {orders} of {all} orders",
        ).format(orders=fmt.number(found.orders), all=fmt.number(found.all_orders))
    columns = (
        Head(translate("statistics", "Who buys this"), "text", None),
        Head(translate("statistics", "also buys this"), "text", None),
        Head(translate("statistics", "How often"), "share", 90),
        Head(translate("statistics", "Orders"), "number", 80),
        Head(translate("statistics", "Against chance"), "times", 120),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (x.first.name, x.second.name, x.confidence, x.together, x.lift,
         f"{x.first.sku} + {x.second.sku}")
        for x in found.pairs
    )  # fmt: skip
    bars = [
        Ranked(
            f"{x.first.name} + {x.second.name}",
            x.together,
            translate("statistics", "{count} orders").format(count=fmt.number(x.together)),
        )
        for x in found.pairs[:BARS]
    ]
    leads = {
        f"{x.first.sku} + {x.second.sku}": orders_behind(
            asked,
            OrderFilter(products=(x.first.id, x.second.id)),
            f"{x.first.name} + {x.second.name}",
        )
        for x in found.pairs
    }
    name = translate("statistics", "Bought together")
    return Answer(said, FigureTable(name, columns, rows, 5, leads), bars)


def _ask_shorts(asked: PeriodQuery) -> list[Short]:
    return counter_figures.shorts(asked.first, asked.last)


def _tell_shorts(fmt: Formatting, asked: PeriodQuery, found: list[Short]) -> Answer:
    said = translate(
        "statistics", "{lines} lines were not there in full; they would have brought {money}"
    ).format(
        lines=fmt.number(sum(x.lines for x in found)),
        money=fmt.money(sum(x.revenue for x in found)),
    )
    columns = (
        Head(translate("statistics", "Reason"), "text", None),
        Head(translate("statistics", "Lines"), "number", 90),
        Head(translate("statistics", "Quantity"), "quantity", 110),
        Head(translate("statistics", "Unsold"), "money", 140),
    )
    rows = tuple((short_reason_text(x.reason), x.lines, x.quantity, x.revenue) for x in found)
    bars = [
        Ranked(short_reason_text(x.reason), x.lines, fmt.number(x.lines), (fmt.money(x.revenue),))
        for x in found[:BARS]
    ]
    leads = {
        short_reason_text(x.reason): orders_behind(
            asked,
            OrderFilter(missing=x.reason),
            translate("statistics", "Missing: {reason}").format(reason=short_reason_text(x.reason)),
        )
        for x in found
    }
    name = translate("statistics", "Short lines")
    return Answer(said, FigureTable(name, columns, rows, leads=leads), bars)


def _ask_returns(asked: PeriodQuery) -> Returns:
    return counter_figures.returned(asked.first, asked.last)


def _tell_returns(fmt: Formatting, asked: PeriodQuery, found: Returns) -> Answer:
    said = translate("statistics", "{lines} lines came back, {money} less on the bills").format(
        lines=fmt.number(found.lines), money=fmt.money(found.amount)
    )
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Times"), "number", 80),
        Head(translate("statistics", "Quantity"), "quantity", 110),
        Head(translate("statistics", "Less on the bills"), "money", 150),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple((x.name, x.lines, x.quantity, x.amount, x.sku) for x in found.products)
    none = translate("statistics", "no reason noted")
    bars = [
        Ranked(
            x.reason or none,
            x.amount,
            fmt.short_money(x.amount),
            (translate("statistics", "{count} lines").format(count=fmt.number(x.lines)),),
        )
        for x in found.reasons[:BARS]
    ]
    leads = {x.sku: _returned(asked, x.name, x.id) for x in found.products}
    name = translate("statistics", "Came back")
    table = FigureTable(name, columns, rows, 4, leads)
    return Answer(said, table, bars, own_bars=True, orders=_returned(asked, name))


def _returned(asked: PeriodQuery, about: str, *products: int) -> Orders:
    """Whenever they were placed: what came back was mostly sold before."""
    return Orders(Search(order_filter=OrderFilter(products=products, returned=True)), about)


@dataclass(frozen=True, slots=True)
class _Trust:
    pickers: list[Picker]

    @property
    def one_by_one(self) -> int:
        return sum(x.one_by_one for x in self.pickers)

    @property
    def in_bulk(self) -> int:
        return sum(x.in_bulk for x in self.pickers)


def _ask_pickers(asked: PeriodQuery) -> _Trust:
    return _Trust(counter_figures.pickers(asked.first, asked.last))


def _tell_pickers(fmt: Formatting, asked: PeriodQuery, found: _Trust) -> Answer:
    one, bulk = found.one_by_one, found.in_bulk
    said = translate(
        "statistics", "Nothing was picked on these days, so there are no times to trust"
    )
    if one + bulk:
        said = translate(
            "statistics",
            "{share} of the picked lines were ticked or scanned one by one: that far the times "
            "can be trusted. The others were ticked with the whole card.",
        ).format(share=fmt.percent(one / (one + bulk)))
    columns = (
        Head(translate("statistics", "Station"), "text", None),
        Head(translate("statistics", "Staff code"), "text", 110),
        Head(translate("statistics", "Orders"), "number", 90),
        Head(translate("statistics", "One by one"), "number", 110),
        Head(translate("statistics", "Whole card"), "number", 110),
        Head(translate("statistics", "Trustworthy"), "share", 120),
        Head("", "text"),
    )
    rows = tuple(
        (station_name(x.station), x.staff or None, x.orders, x.one_by_one, x.in_bulk,
         x.trusted_share, f"{x.station}/{x.staff}")
        for x in found.pickers
    )  # fmt: skip
    bars = [
        Ranked(
            with_staff(station_name(x.station), x.staff),
            x.trusted_share or 0,
            "\u2013" if x.trusted_share is None else fmt.percent(x.trusted_share),
            (translate("statistics", "{count} lines").format(
                count=fmt.number(x.one_by_one + x.in_bulk)),),
        )
        for x in found.pickers[:BARS]
    ]  # fmt: skip
    name = translate("statistics", "Picking and trust")
    leads = {
        f"{x.station}/{x.staff}": Orders(
            Search(order_filter=OrderFilter(picked_by=(x.station, x.staff), done=asked.days)),
            with_staff(station_name(x.station), x.staff),
        )
        for x in found.pickers
    }
    return Answer(said, FigureTable(name, columns, rows, 6, leads), bars)


TOGETHER = Report(
    marked("statistics", "Bought together"), "sales", "basket-plus-outline",
    _ask_together, _tell_together,
)  # fmt: skip
RETURNS = Report(
    marked("statistics", "Came back"), "money", "keyboard-return", _ask_returns, _tell_returns
)
QUESTIONS = (
    Report(
        marked("statistics", "Picking and trust"), "people", "check-decagram-outline",
        _ask_pickers, _tell_pickers,
    ),
    Report(
        marked("statistics", "Short lines"), "shelves", "alert-outline", _ask_shorts, _tell_shorts
    ),
)  # fmt: skip
