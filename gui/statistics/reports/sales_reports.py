"""What sold and why: all figures, the change, categories, ABC, what stopped, what goes together."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from gui.statistics.charts.ranked_bars import Ranked
from gui.statistics.figure_texts import change_of
from gui.statistics.panels.dashboard_tables import all_figures, orders_behind
from gui.statistics.panels.drill_down import Orders
from gui.statistics.panels.figure_tables import (
    FigureTable,
    Head,
    margin_heads,
    margin_values,
    signed,
)
from gui.statistics.period.period_query import PeriodQuery
from gui.statistics.reports.report_panel import Answer, Report, days_text
from gui.words.formatting import Formatting
from gui.words.marked import marked
from models.orders.order_filter import OrderFilter
from models.statistics import counter_figures, product_sales, statistics
from models.statistics.product_sales import CategorySale, Change, Ranking, Sale
from models.statistics.statistics import Dashboard

translate = QCoreApplication.translate

#: Bars beside a table: what does not fit is in the table.
BARS = 12


@dataclass(frozen=True, slots=True)
class _Everything:
    found: Dashboard
    paid_back: tuple[int, int]


def _ask_everything(asked: PeriodQuery) -> _Everything:
    days = ((asked.first, asked.last), asked.before)
    now, before = (
        sum(x.refunded for x in counter_figures.methods(first, last)) for first, last in days
    )
    found = statistics.dashboard(asked.first, asked.last, asked.compared)
    return _Everything(found, (now, before))


def _tell_everything(fmt: Formatting, asked: PeriodQuery, answer: _Everything) -> Answer:
    found = answer.found
    said = translate("statistics", "{revenue} · orders: {orders} · days: {days}").format(
        revenue=fmt.money(found.now.sums.revenue),
        orders=fmt.number(found.now.sums.orders),
        days=fmt.number(len(found.days)),
    )
    return Answer(said, all_figures(fmt, found, answer.paid_back))


def _ask_change(asked: PeriodQuery) -> tuple[Change, date | None]:
    found = product_sales.explain(asked.first, asked.last, asked.compared, asked.hour)
    return found, statistics.opened()


def _too_early(fmt: Formatting, asked: PeriodQuery, opened: date | None) -> str:
    """Why nothing is compared; empty where the shop was open all the time before."""
    if opened is None or opened <= asked.before[0]:
        return ""
    text = translate("statistics", "Open since {day}: these days cannot be compared yet")
    return text.format(day=fmt.date(opened))


def _tell_change(fmt: Formatting, asked: PeriodQuery, answer: tuple[Change, date | None]) -> Answer:
    found, opened = answer
    too_early = _too_early(fmt, asked, opened)
    change = found.after - found.before
    parts = {
        translate("statistics", "Number of orders"): found.orders,
        translate("statistics", "Lines per order"): found.lines,
        translate("statistics", "Prices"): found.price,
        translate("statistics", "Which products and amounts"): found.mix,
    }
    sum_ = " ".join(
        f"{'' if place == 0 else '+ ' if amount >= 0 else ''}{fmt.money(amount)}"
        for place, amount in enumerate(parts.values())
    )
    text = translate("statistics", "From {before} to {after}, against {days}: {change} = {sum}")
    said = text.format(
        before=fmt.money(found.before),
        after=fmt.money(found.after),
        days=days_text(fmt, asked.other),
        change=signed(fmt, change),
        sum=sum_.replace("\u2212", "\u2212\u00a0"),
    )
    bars = [Ranked(name, amount, signed(fmt, amount), (), _tone(amount))
            for name, amount in parts.items()]  # fmt: skip
    bars.append(Ranked(translate("statistics", "Total"), change, signed(fmt, change), (),
                       "total"))  # fmt: skip
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Before"), "money", 120),
        Head(translate("statistics", "Now"), "money", 120),
        Head(translate("statistics", "Change"), "change", 120),
        Head(translate("statistics", "Due to price"), "change", 120),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (sale.name, None, sale.revenue, None, None, sale.sku) if too_early else
        (sale.name, sale.revenue_before, sale.revenue, sale.change, sale.by_price, sale.sku)
        for sale in found.products
        if not too_early or sale.revenue
    )  # fmt: skip
    leads = {
        x.sku: orders_behind(
            asked if x.revenue or x.quantity else asked.other,
            OrderFilter(hour=asked.hour, products=(x.id,)),
            x.name,
        )
        for x in found.products
    }
    table = FigureTable(translate("statistics", "Why it changed"), columns, rows, 5, leads)
    orders = orders_behind(asked, OrderFilter(hour=asked.hour), days_text(fmt, asked))
    if too_early:
        return Answer(too_early, table, orders=orders)
    return Answer(said, table, bars, own_bars=True, orders=orders)


def _tone(amount: int) -> str:
    return "better" if amount > 0 else "worse" if amount < 0 else "plain"


def _products(asked: PeriodQuery, sales: Iterable[Sale]) -> dict[str, Orders]:
    return {x.sku: orders_behind(asked, OrderFilter(products=(x.id,)), x.name) for x in sales}


def _ask_categories(asked: PeriodQuery) -> tuple[list[CategorySale], date | None]:
    found = product_sales.categories(asked.first, asked.last, asked.compared)
    return found, statistics.opened()


def _tell_categories(
    fmt: Formatting, asked: PeriodQuery, answer: tuple[list[CategorySale], date | None]
) -> Answer:
    found, opened = answer
    too_early = _too_early(fmt, asked, opened)
    nameless = translate("statistics", "without a category")
    rows = tuple(
        (
            x.name or nameless,
            x.products,
            x.quantity,
            x.revenue,
            None if too_early else x.revenue_before,
            None if too_early else x.revenue - x.revenue_before,
            *margin_values(x.margin),
        )
        for x in found
    )
    columns = (
        Head(translate("statistics", "Category"), "text", None),
        Head(translate("statistics", "Products"), "number"),
        Head(translate("statistics", "Quantity"), "quantity"),
        Head(translate("statistics", "Revenue"), "money", 108),
        Head(translate("statistics", "Before"), "money", 108),
        Head(translate("statistics", "Change"), "change"),
        *margin_heads(net=108, profit=108),
    )
    bars = [
        Ranked(
            x.name or nameless,
            x.revenue,
            fmt.short_money(x.revenue),
            () if too_early else (_against(fmt, x.revenue, x.revenue_before),),
        )
        for x in found[:BARS]
    ]
    risen = sum(x.revenue > x.revenue_before for x in found)
    fallen = sum(x.revenue < x.revenue_before for x in found)
    said = translate("statistics", "{risen} categories rose, {fallen} fell").format(
        risen=fmt.number(risen), fallen=fmt.number(fallen)
    )
    leads = {
        x.name or nameless: orders_behind(
            asked if x.products else asked.other, OrderFilter(category=x.name), x.name or nameless
        )
        for x in found
    }
    name = translate("statistics", "Categories")
    return Answer(too_early or said, FigureTable(name, columns, rows, leads=leads), bars)


def _against(fmt: Formatting, now: int, before: int) -> str:
    """`before: Rp1.000, 4,8%`."""
    said = translate("statistics", "before: {money}").format(money=fmt.money(before))
    change = change_of(fmt, now, before)
    if change.rising is None:
        return said
    return f"{said}, {'+' if change.rising else chr(0x2212)}{change.text}"


def _ask_ranking(asked: PeriodQuery) -> Ranking:
    return product_sales.ranking(asked.first, asked.last)


def _tell_ranking(fmt: Formatting, asked: PeriodQuery, found: Ranking) -> Answer:
    said = translate(
        "statistics", "A: {a} products bring {a_sum}. B: {b} bring {b_sum}. C: {c} bring {c_sum}."
    ).format(
        **{x.lower(): fmt.number(count) for x, count in found.counts.items()},
        **{f"{x.lower()}_sum": fmt.money(amount) for x, amount in found.revenue.items()},
    )
    columns = (
        Head(translate("statistics", "Class"), "text", 64),
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Quantity"), "quantity", 100),
        Head(translate("statistics", "Revenue"), "money", 130),
        Head(translate("statistics", "Cumulative"), "share", 130),
        Head(translate("statistics", "SKU"), "text"),
        *margin_heads(net=110),
    )
    rows = tuple(
        (
            x.letter,
            x.sale.name,
            x.sale.quantity,
            x.sale.revenue,
            x.share,
            x.sale.sku,
            *margin_values(x.sale.margin),
        )
        for x in found.products
    )
    bars = [
        Ranked(
            translate("statistics", "{letter}: {count} products").format(
                letter=letter, count=fmt.number(found.counts[letter])
            ),
            revenue,
            fmt.short_money(revenue),
        )
        for letter, revenue in found.revenue.items()
    ]
    leads = _products(asked, (x.sale for x in found.products))
    table = FigureTable(translate("statistics", "Sellers by size (ABC)"), columns, rows, 5, leads)
    orders = orders_behind(asked, OrderFilter(), days_text(fmt, asked))
    return Answer(said, table, bars, own_bars=True, orders=orders)


def _ask_stopped(asked: PeriodQuery) -> tuple[int, tuple[Sale, ...]]:
    return product_sales.lost_products(asked.first, asked.last, asked.compared)


def _tell_stopped(
    fmt: Formatting, asked: PeriodQuery, found: tuple[int, tuple[Sale, ...]]
) -> Answer:
    count, sales = found
    said = translate(
        "statistics", "Products that sold in the period before and not in this one: {count}"
    ).format(count=fmt.number(count))
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Quantity before"), "quantity", 150),
        Head(translate("statistics", "Revenue before"), "money", 150),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple((s.name, s.quantity_before, s.revenue_before, s.sku) for s in sales)
    bars = [Ranked(s.name, s.revenue_before, fmt.short_money(s.revenue_before))
            for s in sales[:BARS]]  # fmt: skip
    name = translate("statistics", "No longer sold")
    leads = _products(asked.other, sales)
    return Answer(said, FigureTable(name, columns, rows, 3, leads), bars)


QUESTIONS = (
    Report(
        marked("statistics", "All figures"), "sales", "format-list-bulleted",
        _ask_everything, _tell_everything,
    ),
    Report(
        marked("statistics", "Why it changed"), "sales", "swap-vertical", _ask_change, _tell_change
    ),
    Report(
        marked("statistics", "Categories"), "sales", "shape-outline",
        _ask_categories, _tell_categories,
    ),
    Report(
        marked("statistics", "Sellers by size (ABC)"), "sales", "sort-descending",
        _ask_ranking, _tell_ranking,
    ),
    Report(
        marked("statistics", "No longer sold"), "sales", "tag-off-outline",
        _ask_stopped, _tell_stopped,
    ),
)  # fmt: skip
