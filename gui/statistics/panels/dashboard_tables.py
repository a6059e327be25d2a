"""The tables behind the panels of the first page, with where each row leads."""

from datetime import date
from fractions import Fraction
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.statistics.charts.sales_groups import Bar, Bars
from gui.statistics.figure_texts import (
    half_text,
    nine_of_ten_text,
    sales_title,
    since_text,
    step_names,
)
from gui.statistics.panels.drill_down import DrillDown, Orders, Why
from gui.statistics.panels.figure_tables import (
    FigureTable,
    Head,
    Kind,
    Row,
    hours_text,
    margin_heads,
    margin_values,
    unit_of,
)
from gui.statistics.period.period_query import DashboardResult, PeriodQuery
from gui.statistics.period.periods import range_text
from gui.words.formatting import Formatting
from models import session
from models.amounts import half_up
from models.orders.order_filter import OrderFilter
from models.orders.order_history import Search
from models.statistics.statistics import Dashboard, HeatCell, Sums

translate = QCoreApplication.translate


def sales_table(fmt: Formatting, looked: DashboardResult, bars: Bars) -> FigureTable:
    columns = [
        Head(_time_head(bars.unit), "days", None),
        Head(translate("statistics", "Orders"), "number", 90),
        Head(translate("statistics", "Revenue"), "money", 130),
        Head(translate("statistics", "Orders before"), "number", 130),
        Head(translate("statistics", "Revenue before"), "money", 150),
    ]
    rows: list[Row] = [
        (
            _days_of(bar),
            bar.orders,
            bar.revenue,
            bar.orders_before,
            bar.revenue_before,
        )
        for bar in bars.bars
    ]
    if looked.occasions:
        columns.append(Head(translate("statistics", "Event"), "text", 130))
        names = [", ".join(x.name for x in bar.occasions(looked.occasions)) for bar in bars.bars]
        rows = [(*row, name or None) for row, name in zip(rows, names, strict=True)]
    leads = {
        _days_of(bar): Why(PeriodQuery(bar.first_day, bar.last_day, bar.before, bar.hour))
        for bar in bars.bars
    }
    return FigureTable(sales_title(bars.unit), tuple(columns), tuple(rows), leads=leads)


def _days_of(bar: Bar) -> tuple[date, date, int | None]:
    return bar.first_day, bar.last_day, bar.hour


def _time_head(unit: str) -> str:
    return {
        "hour": translate("statistics", "Hour"),
        "day": translate("statistics", "Day"),
        "week": translate("statistics", "Week"),
        "month": translate("statistics", "Month"),
    }[unit]


def top_table(fmt: Formatting, looked: DashboardResult) -> FigureTable:
    found = looked.found
    columns = (
        Head(translate("statistics", "Product"), "text", None),
        Head(translate("statistics", "Quantity"), "quantity", 84),
        Head(translate("statistics", "Revenue"), "money", 108),
        Head(translate("statistics", "Before"), "money", 108),
        Head(translate("statistics", "Quantity before"), "quantity"),
        *margin_heads(net=108),
        Head(translate("statistics", "Unit"), "text"),
        Head(translate("statistics", "SKU"), "text"),
    )
    rows = tuple(
        (
            product.name,
            product.quantity,
            product.revenue,
            product.revenue_before if found.before_is_known else None,
            product.quantity_before if found.before_is_known else None,
            *margin_values(product.margin),
            product.unit,
            product.sku,
        )
        for product in found.top
    )
    leads = {
        product.sku: orders_behind(looked.asked, OrderFilter(products=(product.id,)), product.name)
        for product in found.top
    }
    name = translate("statistics", "Top products")
    return FigureTable(name, columns, rows, len(columns) - 1, leads)


def heat_table(fmt: Formatting, looked: DashboardResult) -> FigureTable:
    found = looked.found
    columns = (
        Head(translate("statistics", "Hour"), "text", None),
        Head(translate("statistics", "Days"), "number", 70),
        Head(translate("statistics", "Orders"), "number", 90),
        Head(translate("statistics", "Lines"), "number", 90),
        Head(translate("statistics", "Revenue"), "money", 140),
    )
    rows: list[Row] = [
        (
            hour_of_week(fmt, cell.weekday, cell.hour),
            cell.days,
            cell.orders,
            cell.lines,
            cell.revenue,
        )
        for cell in sorted(found.heat, key=_place_in_the_week)
    ]
    orders, _, revenue = found.without_hour
    if orders or revenue:
        rows.append((translate("statistics", "Without an hour"), None, *found.without_hour))
    leads: dict[Any, DrillDown] = {}
    for cell in found.heat:
        name = hour_of_week(fmt, cell.weekday, cell.hour)
        leads[name] = orders_behind(
            looked.asked, OrderFilter(weekday=cell.weekday, hour=cell.hour), name
        )
    name = translate("statistics", "When the shop is busy")
    return FigureTable(name, columns, tuple(rows), leads=leads)


def _place_in_the_week(cell: HeatCell) -> tuple[int, int]:
    """By the hours of a business day, which may end after midnight."""
    return cell.weekday, (cell.hour - session.current.calendar.day_ends) % 24


def hour_of_week(fmt: Formatting, weekday: int, hour: int) -> str:
    """`Senin 09–10`."""
    return f"{fmt.weekday(weekday)} {hours_text(fmt, hour)}"


def orders_behind(asked: PeriodQuery, order_filter: OrderFilter, about: str) -> Orders:
    """The orders of these days that stand behind a figure."""
    return Orders(
        Search(first_day=asked.first, last_day=asked.last, order_filter=order_filter), about
    )


def lead_table(fmt: Formatting, looked: DashboardResult) -> FigureTable:
    found, names = looked.found, step_names()
    columns = (
        Head(translate("statistics", "Stage"), "text", None),
        Head(translate("statistics", "Orders"), "number", 80),
        Head(half_text(), "seconds", 104),
        Head(nine_of_ten_text(), "seconds", 104),
    )
    rows = tuple((names[t.step], t.orders, t.p50, t.p90) for t in found.now.times)
    leads = {
        names[t.step]: orders_behind(
            looked.asked,
            OrderFilter(step=t.step, seconds=t.p90),
            translate("statistics", "{step}: {time} or longer").format(
                step=names[t.step], time=fmt.duration(t.p90 * 1000)
            ),
        )
        for t in found.now.times
        if t.p90 is not None
    }
    return FigureTable(translate("statistics", "Speed"), columns, rows, leads=leads)


def figure_leads(fmt: Formatting, found: Dashboard) -> dict[str, Orders]:
    """The orders behind each figure of a period, by what the figure is about."""
    days = found.first_day, found.last_day
    words = translate("statistics", "{step}: {time} or longer")
    ready, half, late = step_names()["ready"], found.now.time("ready").p50 or 0, found.late_after
    slow, too_slow = (
        words.format(step=ready, time=fmt.duration(seconds * 1000)) for seconds in (half, late * 60)
    )
    told = {
        "sold": (OrderFilter(), range_text(fmt, *days)),
        "discount": (OrderFilter(discounted=True), translate("statistics", "Discounts")),
        "cancelled": (OrderFilter(cancelled=True), translate("statistics", "Cancelled orders")),
        "ready": (OrderFilter(step="ready", seconds=half), slow),
        "late": (OrderFilter(step="ready", seconds=late * 60), too_slow),
        "kept": (OrderFilter(broken=True), translate("statistics", "Later than promised")),
        "short": (OrderFilter(missing=""), translate("statistics", "Short lines")),
    }
    leads = {name: orders_behind(PeriodQuery(*days), *what) for name, what in told.items()}
    back = translate("statistics", "Paid back")
    returned = Search(order_filter=OrderFilter(returned=True))
    leads["returned"] = Orders(returned, translate("statistics", "Brought back"))
    leads["paid_back"] = Orders(Search(order_filter=OrderFilter(paid_back=True, done=days)), back)
    return leads


def all_figures(
    fmt: Formatting, found: Dashboard, paid_back: tuple[int, int] | None = None
) -> FigureTable:
    """Every figure of the period beside that of the days it is compared with.

    `paid_back` is what customers got back in either, where that was asked. A day that is not
    over is compared with the same time of day, and not at all where that is not counted; sums
    are not compared with days before the shop was open.
    """
    now, before = found.now, found.before
    sums, old = now.sums, found.before_by_now
    uncounted = {"discount", "tax", "paid_back", "cancelled"} if found.unfinished else set()
    average = translate("statistics", "Average order")
    if sums.returned or old.returned:  # the revenue beside it is without them
        average = translate("statistics", "Average before returns")
    ready, ready_before = (figures.time("ready").p50 for figures in (now, before))
    figures: list[tuple[str, str, Kind, Any, Any]] = [
        ("sold", translate("statistics", "Revenue"), "money", sums.revenue, old.revenue),
        ("sold", translate("statistics", "Orders"), "number", sums.orders, old.orders),
        ("sold", translate("statistics", "Lines"), "number", sums.lines, old.lines),
        ("sold", average, "money", _average(sums), _average(old)),
        ("sold", translate("statistics", "Items sold"), "quantity", sums.quantity, old.quantity),
        ("sold", translate("statistics", "Items per order"), "quantity",
         _per_order(sums), _per_order(old)),
        ("discount", translate("statistics", "Discounts"), "money", now.discount, before.discount),
        ("tax", translate("statistics", "Tax"), "money", now.tax, before.tax),
        ("sold", translate("statistics", "Without tax"), "money",
         now.margin.net, before.margin.net),
        ("sold", translate("statistics", "Gross profit"), "money",
         now.margin.profit, before.margin.profit),
        ("sold", translate("statistics", "Margin"), "share", now.margin.share, before.margin.share),
        ("sold", translate("statistics", "Cost unknown"), "money",
         now.margin.unknown, before.margin.unknown),
        ("returned", translate("statistics", "Brought back"), "money",
         sums.returned, old.returned),
        ("paid_back", translate("statistics", "Paid back"), "money", *(paid_back or (0, 0))),
        ("cancelled", translate("statistics", "Cancelled orders"), "number",
         now.cancelled, before.cancelled),
        ("ready", translate("statistics", "Median time to ready"), "seconds",
         ready, ready_before),
        ("late", translate("statistics", "Late, share of orders"), "share",
         now.late_share, before.late_share),
        ("kept", translate("statistics", "Ready on time, share"), "share",
         now.kept_share, before.kept_share),
        ("short", translate("statistics", "Short lines, share"), "share",
         now.short_share, before.short_share),
    ]  # fmt: skip
    figures = [row for row in figures if paid_back is not None or row[0] != "paid_back"]
    columns = (
        Head(translate("statistics", "Figure"), "text", None),
        Head(range_text(fmt, found.first_day, found.last_day), "figure", 210),
        Head(range_text(fmt, found.before_first_day, found.before_last_day), "figure", 210),
        Head(translate("statistics", "Change"), "moved", 130),
        Head(translate("statistics", "Unit"), "text"),
        Head(translate("statistics", "Change"), "share"),
        Head(translate("statistics", "Change (points)"), "number"),
        Head(translate("statistics", "Remark"), "text"),
    )
    since = since_text(fmt, found)
    rows = tuple(
        (name, (kind, _told(kind, new)), (kind, _told(kind, than)),
         since if partly else _moved(fmt, kind, new, than), unit_of(fmt, kind) or None,
         None if partly or kind == "share" else _change(new, than),
         _points(new, than) if kind == "share" else None, since if partly else None)
        for about, name, kind, new, whole in figures
        for than in [whole if about not in uncounted and found.before_is_known else None]
        for partly in [bool(since) and _is_sum(kind, than)]
    )  # fmt: skip
    by_figure = figure_leads(fmt, found)
    leads = {name: by_figure["sold" if about == "tax" else about] for about, name, *_ in figures}
    return FigureTable(translate("statistics", "All figures"), columns, rows, leads=leads)


def _average(sums: Sums) -> Fraction | None:
    return Fraction(sums.sold, sums.orders) if sums.orders > 0 else None


def _per_order(sums: Sums) -> Fraction | None:
    return Fraction(sums.quantity, sums.orders) if sums.orders > 0 else None


def _told(kind: Kind, value: Any) -> Any:
    """An average as it is written: to the rupiah, or to a tenth of a piece (thousandths)."""
    if not isinstance(value, Fraction):
        return value
    step = 1 if kind == "money" else 100
    return half_up(value.numerator, value.denominator * step) * step


def _is_sum(kind: Kind, value: Any) -> bool:
    """Whether it is the less the fewer days were counted."""
    return kind in ("money", "number", "quantity") and isinstance(value, int)


def _moved(fmt: Formatting, kind: Kind, new: Any, than: Any) -> str | None:
    """`+4,8%`, of what is not rounded yet; shares move by points."""
    if kind != "share":
        change = _change(new, than)
        return None if change is None else fmt.percent(change, sign=True)
    points = _points(new, than)
    if points is None:
        return None
    text = translate("statistics", "{points} pt").format(points=fmt.decimal(abs(points)))
    return f"+{text}" if points > 0 else f"\u2212{text}" if points < 0 else text


def _change(new: Any, than: Any) -> float | None:
    """By which part of what was before it moved; None where there is nothing to compare with."""
    return float((new - than) / than) if new is not None and than else None


def _points(new: float | None, than: float | None) -> float | None:
    """By how many hundredths a share moved."""
    return None if new is None or than is None else round((new - than) * 100, 1)
