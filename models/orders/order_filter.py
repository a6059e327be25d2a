"""Which orders stand behind a figure of the owner's: an hour, a product, a reason, a person.

The kept sums say on which days there are any, so that most of history is not looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import JOIN, SQL, fn

from models import clock, session
from models.orders.payments import not_undone
from models.stages import Stage
from models.storage.database import one
from models.storage.tables import (
    BillChange,
    DayTotal,
    HourTotal,
    Journal,
    Order,
    OrderLine,
    Payment,
    Product,
    ProductDay,
    Tally,
)  # fmt: skip
from models.sums import tallies
from models.sums.day_archive import STEPS
from models.sums.rollups import WITHOUT_HOUR


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """The orders behind a figure of the owner's; every part narrows.

    `hour` (0 to 23) is that of the order, `weekday` counts from Monday as 0; the latter needs
    both days. `products` must all be in the order, `category` is that of one of them. `step` is
    one of `sums.day_archive.STEPS` that took at least `seconds`; `broken` is a promise to be ready.
    `missing` and `returned` want a line of which something was short (for that reason, "" for
    any) or came back. Money moved by `method`, or was `paid_back`, or went through `drawer` (a
    session); `picked_by` are a station and a staff code. `done` narrows these to what was done
    on its days, whenever the order was placed. Cancelled orders count only for `cancelled`,
    `cancelled_for` (a reason) and where money moved.
    """

    hour: int | None = None
    weekday: int | None = None
    products: tuple[int, ...] = ()
    category: str | None = None
    station: str | None = None
    staff: str | None = None
    discounted: bool = False
    cancelled: bool = False
    cancelled_for: str | None = None
    missing: str | None = None
    returned: bool = False
    step: str | None = None
    seconds: int = 0
    broken: bool = False
    method: str | None = None
    paid_back: bool = False
    drawer: int | None = None
    picked_by: tuple[str, str] | None = None
    done: tuple[date, date] | None = None


def order_conditions(figure: OrderFilter, first: date | None, last: date | None) -> list[Any]:
    """What an order must fulfil to stand behind it."""
    conditions = [*_orders(figure), *_money(figure), *_work(figure)]
    conditions += [fn.EXISTS(lines) for lines in _lines(figure)]
    days = [DayTotal.day >= clock.day_key(first)] if first is not None else []
    days += [DayTotal.day <= clock.day_key(last)] if last is not None else []
    if figure.done is not None:  # nothing is done to an order before it is placed
        conditions.append(Order.day <= clock.day_key(figure.done[1]))
    if figure.weekday is not None and first is not None and last is not None:
        span = map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
        keys = [clock.day_key(day) for day in span if day.weekday() == figure.weekday]
        days.append(DayTotal.day.in_(keys))
    some = [*_days(figure)]
    if figure.returned:  # goods come back after they were sold
        returned = Tally.select(fn.MAX(Tally.day)).where(Tally.kind == tallies.RETURNED)
        conditions.append(Order.day <= returned)
    if figure.weekday is not None:
        conditions.append(Order.day.in_(DayTotal.select(DayTotal.day).where(*days)))
    if some:
        kept = DayTotal.select(DayTotal.day).where(*days, *some)
        # What is done to an order on a later day counts on that day. The changes are read first,
        # of which there are far fewer than orders.
        late = BillChange.select(Order.day).join(Order, JOIN.CROSS)
        late = late.where(BillChange.order == Order.id, BillChange.day != Order.day, *conditions)
        conditions.append(Order.day.in_(kept | late))
    return conditions


def _orders(figure: OrderFilter) -> Iterator[Any]:
    """What the order itself says."""
    cancelled = int(Stage.CANCELLED)
    if figure.cancelled_for is not None:
        yield Order.cancel_reason == figure.cancelled_for
    if figure.cancelled or figure.cancelled_for is not None:
        yield Order.stage == cancelled
    elif not (figure.method or figure.paid_back or figure.drawer):
        yield Order.stage != cancelled
    yield from _taken(figure)
    if figure.step is not None:
        start, end = (getattr(Order, name) for name in STEPS[figure.step])
        if start is Order.placed_at:  # its time begins when the warehouse should
            start = fn.COALESCE(Order.starts_at, start)
        yield end - start >= figure.seconds * 1000
    if figure.broken:
        yield Order.ready_at > Order.promised_at
    if figure.discounted:
        line = OrderLine.select(SQL("1")).where(OrderLine.order == Order.id, _given(OrderLine))
        yield _given(Order) | fn.EXISTS(line)


def _taken(figure: OrderFilter) -> Iterator[Any]:
    """When it was taken, where and by whom."""
    for column in ("hour", "station", "staff"):
        if (wanted := getattr(figure, column)) is not None:
            yield getattr(Order, column) == wanted
    if figure.hour is not None:
        yield Order.channel.not_in(WITHOUT_HOUR)


def _money(figure: OrderFilter) -> Iterator[Any]:
    """What was paid, given back, or went through a drawer."""
    if figure.drawer is not None:  # a day's work at most
        yield Order.id.in_(Payment.select(Payment.order).where(Payment.drawer == figure.drawer))
    if figure.method is None and not figure.paid_back:
        return
    paid = Payment.select(Payment.order).where(not_undone())
    if figure.method is not None:
        paid = paid.where(Payment.method == figure.method)
    if figure.done is not None:
        first, last = map(clock.day_key, figure.done)
        paid = paid.where(Payment.day.between(first, last))
    if not figure.paid_back:
        yield fn.EXISTS(paid.where(Payment.order == Order.id))
        return
    days = Tally.select(Tally.day).where(Tally.kind == tallies.PAID_BACK)
    yield Order.id.in_(paid.where(Payment.amount < 0, Payment.day.in_(days)))


def _work(figure: OrderFilter) -> Iterator[Any]:
    """What was picked, shorted or made ready by somebody, as the journal has it."""
    if figure.picked_by is None or figure.done is None:
        return
    station, staff = figure.picked_by
    tally = Tally.select(fn.MIN(Tally.day), fn.MAX(Tally.day)).where(
        Tally.kind == tallies.PICKED,
        Tally.day.between(*map(clock.day_key, figure.done)),
        Tally.name == station,
        Tally.detail == staff,
    )
    least, most = one(tally) or (None, None)
    if least is None:
        yield Order.id.is_null()  # none at all
        return
    begin, _ = _moments(least)
    _, end = _moments(most)
    entry = Journal.select(SQL("1")).where(
        Journal.order == Order.id,
        Journal.kind.in_(tallies.WORK),
        Journal.station == station,
        Journal.staff == staff,
        Journal.at >= begin,
        Journal.at < end,
    )
    yield Order.day <= most
    yield Order.ready_at.is_null() | (Order.ready_at >= begin)
    yield fn.EXISTS(entry)


def _moments(day: int) -> tuple[int, int]:
    """When a day begins and ends."""
    begin, calendar = clock.day_of(day), session.current.calendar
    end = date.fromordinal(begin.toordinal() + 1)
    return clock.start_of(begin, *calendar), clock.start_of(end, *calendar)


def _lines(figure: OrderFilter) -> Iterator[Any]:
    line = OrderLine
    here = line.select(SQL("1")).where(line.order == Order.id)
    back = [line.returned > 0] if figure.returned else []
    for product in figure.products:
        yield here.where(line.product == product, *back)
    if figure.category is not None:
        yield here.where(line.product.in_(_in_category(figure.category)))
    if figure.returned and not figure.products:
        yield here.where(*back)
    if figure.missing is not None:
        short = here.where(line.short > 0)
        yield short.where(line.short_reason == figure.missing) if figure.missing else short


def _in_category(name: str) -> Any:
    return Product.select(Product.id).where(Product.category == name)


def _days(figure: OrderFilter) -> Iterator[Any]:
    """What the kept sums of a day say when it has such orders, one look each.

    How long a step took counts on the day on which it ended, whatever became of the bill: of that
    no day says anything about its orders.
    """
    sold = ProductDay.product
    for product in figure.products:
        yield _kept(ProductDay, sold == product)
    if figure.category is not None:
        yield _kept(ProductDay, sold.in_(_in_category(figure.category)))
    if figure.hour is not None and not (figure.cancelled or figure.cancelled_for is not None):
        yield _kept(HourTotal, HourTotal.hour == figure.hour, HourTotal.orders > 0)
    for wanted, says in (
        (figure.discounted, DayTotal.discount > 0),
        (figure.cancelled, DayTotal.cancelled > 0),
        (figure.missing is not None, DayTotal.short_lines > 0),
    ):
        if wanted:
            yield says
    for kind, names in _tallied(figure):
        named = [getattr(Tally, column) == name for column, name in names.items()]
        yield _kept(Tally, Tally.kind == kind, Tally.first > 0, *named)


def _kept(table: Any, *conditions: Any) -> Any:
    here = table.select(SQL("1")).where(table.day == DayTotal.day)
    return fn.EXISTS(here.where(*conditions))


def _tallied(figure: OrderFilter) -> Iterator[tuple[str, dict[str, str]]]:
    if figure.cancelled_for is not None:
        yield tallies.CANCELLED, {"name": figure.cancelled_for}
    elif figure.station is not None and figure.staff is not None:
        yield tallies.SERVED, {"name": figure.station, "detail": figure.staff}
    if figure.missing:
        yield tallies.SHORT, {"name": figure.missing}


def _given(table: type[Order | OrderLine]) -> Any:
    """The condition on an order or a line to have a discount."""
    return (table.discount > 0) | (table.discount_rate > 0)
