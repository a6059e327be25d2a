"""The owner's figures: kept sums against the same figures by plain SQL over every line, and every
question of the second page against the limit, over the period that takes longest.
"""

import time
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from models import clock, session
from models.fulfilment import queue_history
from models.shop.opening import open_shop
from models.statistics import bought_together, counter_figures, product_sales, stock_outlook
from models.statistics.statistics import Dashboard, dashboard
from models.storage.database import database
from models.sums import day_archive
from tests.benchmarks.metric import metric
from tests.benchmarks.scale import LARGE, SMALL, shop_of

_LIMIT = 50  # milliseconds that every view may take
_PERIODS = {"1 day": 1, "7 days": 7, "28 days": 28, "90 days": 90, "365 days": 365}

#: The first and the last day of a period, as the shop at hand has them.
Days = Callable[[], tuple[date, date]]

_QUESTIONS: dict[str, Callable[[date, date], object]] = {
    "why it changed": product_sales.explain,
    "ABC": product_sales.ranking,
    "no longer sold": product_sales.lost_products,
    "categories": product_sales.categories,
    "bought together": bought_together.bought_together,
    "payments": counter_figures.methods,
    "drawers": counter_figures.drawers,
    "stations": counter_figures.servers,
    "pickers": counter_figures.pickers,
    "cancelled": counter_figures.cancelled,
    "shorts": counter_figures.shorts,
    "returns": counter_figures.returned,
    "stock": lambda first, last: stock_outlook.outlook(),
    "the queue at 14:32": lambda first, last: queue_history.queue_at(_at(first)),
    "the queue over a day": lambda first, last: queue_history.levels(first),
}

_SOLD = "ordered - cancelled - short - returned"
_PLAIN = {
    "days": "SELECT day, COUNT(*), SUM(total), SUM(tax) FROM orders WHERE stage < 4 GROUP BY day",
    "lines": f"""SELECT o.day, COUNT(*), SUM({_SOLD}) FROM order_line l JOIN orders o
        ON l."order" = o.id WHERE o.stage < 4 AND {_SOLD} > 0 GROUP BY o.day""",
    "heat": "SELECT day, hour, COUNT(*), SUM(total) FROM orders WHERE stage < 4 GROUP BY day, hour",
    "top": f"""SELECT product, COUNT(*), SUM({_SOLD}), SUM(l.net) AS revenue FROM order_line l
        JOIN orders o ON l."order" = o.id WHERE o.stage < 4 AND {_SOLD} > 0
        GROUP BY product ORDER BY revenue DESC, product LIMIT 20""",
    "times": """SELECT (ready_at - placed_at) / 1000 AS took FROM orders
        WHERE stage < 4 AND ready_at IS NOT NULL ORDER BY took""",
}


def measure(*, quick: bool) -> list[dict[str, Any]]:
    large = (100_000, 10_000) if quick else LARGE
    rounds = 5 if quick else 11
    size = f"{large[0]:,} orders"
    small = _all_time(shop_of(*SMALL), rounds)
    path = shop_of(*large)
    with open_shop(str(path)):
        begun = time.process_time()
        _agree(_plainly(), dashboard(*_every_day()))
        plain = time.process_time() - begun
    big = _all_time(path, rounds)
    found = [
        metric(f"all-time dashboard, {size}, against plain SQL over lines", big, plain * 1e3, "ms"),
        metric(f"all-time dashboard, {size} against {SMALL[0]:,}", big, small, "ms"),
    ]
    for name, length in _PERIODS.items():
        taken = _fresh(path, rounds, lambda: _last(length))  # noqa: B023
        found.append(metric(f"dashboard of {name}, {size}, against the limit", taken, _LIMIT, "ms"))
    for name, question in _QUESTIONS.items():
        lengths: list[Days] = [_every_day, *(partial(_last, n) for n in (1, 28, 365))]
        slowest = max(_fresh(path, rounds, days, question) for days in lengths)
        found.append(metric(f"{name}, {size}, against the limit", slowest, _LIMIT, "ms"))
    return found


def _all_time(path: Path, rounds: int) -> float:
    return _fresh(path, rounds, _every_day)


def _fresh(
    path: Path,
    rounds: int,
    days: Days,
    ask: Callable[[date, date], object] = dashboard,
) -> float:
    """Median milliseconds of the whole view, each time from a connection that knows nothing."""
    readings = []
    with open_shop(str(path)):
        day_archive.keep_up(clock.day_key(_today()))
        first, last = days()
        ask(first, last)  # what is imported once is imported
        for _ in range(rounds):
            database.close()
            database.connect()
            begun = time.process_time()
            ask(first, last)
            readings.append(time.process_time() - begun)
    return median(readings) * 1e3


def _at(day: date) -> int:
    return clock.start_of(day, session.current.zone) + (14 * 60 + 32) * clock.MINUTE


def _today() -> date:
    return clock.business_day(clock.now(), session.current.zone)


def _newest() -> date:
    return clock.day_of(database.execute_sql("SELECT MAX(day) FROM day_total").fetchone()[0])


def _last(length: int) -> tuple[date, date]:
    newest = _newest()
    return newest - timedelta(days=length - 1), newest


def _every_day() -> tuple[date, date]:
    oldest = database.execute_sql("SELECT MIN(day) FROM day_total").fetchone()[0]
    return clock.day_of(oldest), _newest()


def _plainly() -> dict[str, list[tuple[Any, ...]]]:
    return {name: database.execute_sql(sql).fetchall() for name, sql in _PLAIN.items()}


def _agree(plain: dict[str, list[tuple[Any, ...]]], found: Dashboard) -> None:
    """A fast answer is worth nothing if it is another one."""
    sums, times = found.now.sums, [row[0] for row in plain["times"]]
    assert sums.orders == sum(row[1] for row in plain["days"])
    assert sums.revenue == sum(row[2] for row in plain["days"])
    assert sums.lines == sum(row[1] for row in plain["lines"])
    assert [(p.id, p.lines, p.quantity, p.revenue) for p in found.top] == plain["top"]
    assert found.now.time("ready").p50 == times[(len(times) + 1) // 2 - 1]
    assert sum(cell.revenue for cell in found.heat) == sum(row[3] for row in plain["heat"])
