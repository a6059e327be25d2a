"""Which orders stand behind a figure of the owner's: an hour, a product, a reason, a person."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import SQL, fn

from models import clock
from models.closed_days import STEPS
from models.stages import Stage
from models.tables import Order, OrderLine, Payment, ProductDay


@dataclass(frozen=True, slots=True)
class Behind:
    """The orders behind a figure of the owner's; every part narrows.

    `hour` (0 to 23) is that of the order, `weekday` counts from Monday as 0; the latter needs
    both days. `products` must all be in the order. `step` is one of `closed_days.STEPS` that took
    at least `seconds`. `missing` and `returned` want a line of which something was short (for
    that reason, "" for any) or came back. Cancelled orders count only for `cancelled_for`.
    """

    hour: int | None = None
    weekday: int | None = None
    products: tuple[int, ...] = ()
    station: str | None = None
    staff: str | None = None
    method: str | None = None
    cancelled_for: str | None = None
    missing: str | None = None
    returned: bool = False
    step: str | None = None
    seconds: int = 0


def conditions_of(figure: Behind, first: date | None, last: date | None) -> list[Any]:
    """What an order must fulfil to stand behind it."""
    cancelled = int(Stage.CANCELLED)
    conditions: list[Any] = [Order.stage != cancelled]
    if figure.cancelled_for is not None:
        reason = Order.cancel_reason == figure.cancelled_for
        conditions = [Order.stage == cancelled, reason]
    if figure.hour is not None:
        conditions.append(Order.hour == figure.hour)
    if figure.weekday is not None and first is not None and last is not None:
        span = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
        days = [clock.day_key(day) for day in span if day.weekday() == figure.weekday]
        conditions.append(Order.day.in_(days))
    for product in figure.products:  # most of history is not looked at
        conditions.append(Order.day.in_(ProductDay.select(ProductDay.day).where(
            ProductDay.product == product)))  # fmt: skip
    if figure.station is not None:
        conditions.append(Order.station == figure.station)
    if figure.staff is not None:
        conditions.append(Order.staff == figure.staff)
    if figure.step is not None:
        start, end = (getattr(Order, name) for name in STEPS[figure.step])
        if start is Order.placed_at:  # its time begins when the warehouse should
            start = fn.COALESCE(Order.starts_at, start)
        conditions.append(end - start >= figure.seconds * 1000)
    if figure.method is not None:
        paid = Payment.select(SQL("1")).where(
            Payment.order == Order.id, Payment.method == figure.method
        )
        conditions.append(fn.EXISTS(paid))
    return conditions + [fn.EXISTS(lines) for lines in _lines_behind(figure)]


def _lines_behind(figure: Behind) -> list[Any]:
    line = OrderLine
    here = line.select(SQL("1")).where(line.order == Order.id)
    found = [here.where(line.product == product) for product in figure.products]
    if figure.returned:
        found.append(here.where(line.returned > 0))
    if figure.missing is not None:
        short = here.where(line.short > 0)
        found.append(short.where(line.short_reason == figure.missing) if figure.missing else short)
    return found
