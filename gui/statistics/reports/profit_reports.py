"""What was earned, and the tax of each month: by day or month, and by rate."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from gui.statistics.charts.ranked_bars import Ranked
from gui.statistics.panels.dashboard_tables import orders_behind
from gui.statistics.panels.figure_tables import FigureTable, Head, margin_heads, margin_values
from gui.statistics.period.period_query import PeriodQuery
from gui.statistics.reports.report_panel import Answer, Report, days_text
from gui.statistics.reports.sales_reports import BARS
from gui.words.formatting import Formatting
from gui.words.marked import marked
from models.orders.order_filter import OrderFilter
from models.statistics import statistics, taxes
from models.statistics.margin import Margin
from models.statistics.statistics import DaySales, Figures
from models.statistics.taxes import TaxOfMonth

translate = QCoreApplication.translate

#: So many days stand one by one; more are told by month.
DAYS_AT_MOST = 62

Span = tuple[date, date, None]


def _ask_profit(asked: PeriodQuery) -> tuple[Figures, tuple[DaySales, ...]]:
    found = statistics.dashboard(asked.first, asked.last, asked.compared)
    return found.now, found.days


def _tell_profit(
    fmt: Formatting, asked: PeriodQuery, answer: tuple[Figures, tuple[DaySales, ...]]
) -> Answer:
    figures, days = answer
    whole = figures.margin
    said = translate("statistics", "Of no sale on these days it is known what it cost")
    if whole.profit is not None:
        said = translate("statistics", "Gross profit {profit}, {share} of the revenue without tax")
        share = "\u2013" if whole.share is None else fmt.percent(whole.share)
        said = said.format(profit=fmt.money(whole.profit), share=share)
    if whole.unknown:
        unknown = translate("statistics", "sales of {money} whose cost nobody knows are left out")
        said = f"{said}; {unknown.format(money=fmt.money(whole.unknown))}"
    sold = [day for day in days if day.orders or day.revenue]
    spans = list(_by_day(sold) if len(days) <= DAYS_AT_MOST else _by_month(sold))
    columns = (
        Head(translate("statistics", "Day"), "days", None),
        Head(translate("statistics", "Revenue"), "money", 110),
        Head(translate("statistics", "Tax"), "money"),
        Head(translate("statistics", "Cost"), "money"),
        *margin_heads(114, 114, 76, 114),
    )
    rows = tuple((span, x.revenue, x.tax, x.cost, *margin_values(x)) for span, x in spans)
    known = [(span, x.profit) for span, x in spans if x.profit is not None]
    bars = [
        Ranked(_short(fmt, span), profit, fmt.short_money(profit))
        for span, profit in sorted(known, key=lambda row: -row[1])[:BARS]
    ]
    leads = {
        span: orders_behind(PeriodQuery(span[0], span[1]), OrderFilter(), _short(fmt, span))
        for span, _ in spans
    }
    name = translate("statistics", "Gross profit")
    orders = orders_behind(asked, OrderFilter(), days_text(fmt, asked))
    return Answer(said, FigureTable(name, columns, rows, leads=leads), bars, True, orders)


def _by_day(days: Iterable[DaySales]) -> Iterable[tuple[Span, Margin]]:
    return (((x.day, x.day, None), x.margin) for x in days)


def _by_month(days: Iterable[DaySales]) -> Iterable[tuple[Span, Margin]]:
    for _, together in groupby(days, lambda x: (x.day.year, x.day.month)):
        month = list(together)
        margins = [x.margin for x in month]
        yield (month[0].day, month[-1].day, None), Margin(
            sum(x.revenue for x in margins), sum(x.tax for x in margins),
            sum(x.cost for x in margins), sum(x.costed for x in margins),
        )  # fmt: skip


def _short(fmt: Formatting, span: Span) -> str:
    return days_text(fmt, PeriodQuery(span[0], span[1]))


def _ask_tax(asked: PeriodQuery) -> list[TaxOfMonth]:
    """Of whole months, as the tax office asks for them."""
    last = asked.last.replace(day=monthrange(asked.last.year, asked.last.month)[1])
    return taxes.by_month(asked.first.replace(day=1), last)


def _tell_tax(fmt: Formatting, asked: PeriodQuery, found: list[TaxOfMonth]) -> Answer:
    said = translate(
        "statistics", "Whole months: {tax} of tax, {back} of tax taken off for goods that came back"
    ).format(
        tax=fmt.money(sum(x.tax for x in found)),
        back=fmt.money(sum(x.returned_tax for x in found)),
    )
    columns = (
        Head(translate("statistics", "Month"), "month", None),
        Head(translate("statistics", "Rate"), "share", 64),
        Head(translate("statistics", "Price without tax"), "money", 120),
        Head(translate("statistics", "Tax base"), "money", 120),
        Head(translate("statistics", "Rate on the base"), "share"),
        Head(translate("statistics", "Tax"), "money", 110),
        Head(translate("statistics", "With tax"), "money"),
        Head(translate("statistics", "Brought back"), "money", 110),
        Head(translate("statistics", "Tax of it"), "money", 100),
        Head("", "text"),
    )
    rows = tuple(
        (x.month, x.rate / 10_000, x.price, x.base, x.base_rate / 10_000, x.tax, x.revenue,
         x.returned, x.returned_tax, f"{x.month:%Y-%m}/{x.rate}")
        for x in found
    )  # fmt: skip
    name = translate("statistics", "Tax by month")
    return Answer(said, FigureTable(name, columns, rows, len(columns) - 1))


QUESTIONS = (
    Report(marked("statistics", "Gross profit"), "money", "cash-plus", _ask_profit, _tell_profit),
    Report(marked("statistics", "Tax by month"), "money", "percent-outline", _ask_tax, _tell_tax),
)
