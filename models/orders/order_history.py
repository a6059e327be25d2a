"""Every order there ever was, found by number, day or product."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from peewee import SQL, Case, Tuple, fn

from models import amounts, clock
from models.amounts import Discount
from models.catalogue import catalogue, catalogue_listing
from models.events import Event
from models.journal import journal
from models.orders import tickets
from models.orders.cart import Cart
from models.orders.order_filter import OrderFilter, order_conditions
from models.orders.payments import METHODS, not_undone
from models.orders.record import unknown
from models.stages import Paid, Stage, paid_of
from models.storage.database import one, rows, snapshot
from models.storage.tables import IS_OPEN, Order, OrderLine, Payment, ProductDay

#: So many names of its lines stand beside an order in a list.
FIRST_NAMES = 3
_FEW = 200  # products; a text that means more of them is met in nearly every order


@dataclass(frozen=True, slots=True)
class OrderRow:
    """An order in a list; money in rupiah, moments UTC ms."""

    id: int
    number: int
    day: date
    placed_at: int
    station: str
    staff: str
    lines: int
    total: int
    paid: int
    stage: Stage
    payment: Paid
    note: str
    wanted_at: int | None  # when the customer comes for it, if that was later than at once
    products: tuple[str, ...] = ()  # the first names of what is still on it


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of an order; quantities in thousandths, money in rupiah.

    A `discount` that is a sum is on all that was ordered.
    """

    line: int
    product_id: int
    sku: str
    name: str
    unit: str
    price: int
    ordered: int
    picked: int
    short: int
    cancelled: int
    handed: int
    returned: int
    discount: Discount
    total: int
    note: str
    short_reason: str
    words: str

    @property
    def sold(self) -> int:
        """What the customer pays for: neither cancelled, nor short, nor brought back."""
        return self.ordered - self.cancelled - self.short - self.returned

    @property
    def gross(self) -> int:
        """What that costs before the line's discount."""
        return amounts.line_total(self.price, self.sold)


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """Money in (positive) or back (negative), in rupiah."""

    at: int
    method: str
    amount: int
    tendered: int
    station: str


@dataclass(frozen=True, slots=True)
class OrderSheet:
    """Everything about one order, with its timeline from the journal.

    `discount` is what goes off the sum of the lines now, `discount_rate` its rate if it has one;
    `given` is the sum that was given, 0 for a rate.
    """

    order: OrderRow
    channel: str
    subtotal: int
    given: int
    discount: int
    discount_rate: int
    tax: int
    tax_included: bool
    cancel_reason: str
    promised_at: int | None
    lines: tuple[LineRow, ...]
    payments: tuple[PaymentRow, ...]
    timeline: tuple[Event, ...]

    @property
    def rate(self) -> int:
        """The one rate (basis points) at which all that goes off does; 0 where it is several."""
        return 0 if any(line.discount for line in self.lines) else self.discount_rate

    @property
    def off_goods_gone(self) -> int:
        """What goods that are not charged took along of the sum off the order, in rupiah."""
        return max(0, self.given - self.discount) if self.subtotal else 0

    @property
    def paid_by(self) -> str | None:
        """The one way by which all came in that did not go back; None when it is several."""
        sums = dict.fromkeys(METHODS, 0)
        for row in self.payments:
            if row.method in METHODS:
                sums[row.method] += row.amount
        ways = [method for method, amount in sums.items() if amount > 0]
        return ways[0] if len(ways) == 1 else None


@dataclass(frozen=True, slots=True)
class Search:
    """What to look for; every part narrows. Days are inclusive."""

    number: int | None = None
    first_day: date | None = None
    last_day: date | None = None
    product: str = ""  # words of a name, an SKU, a barcode
    stages: tuple[Stage, ...] = ()
    unpaid: bool = False
    order_filter: OrderFilter | None = None


_COLUMNS = (
    Order.id, Order.number, Order.day, Order.placed_at, Order.station, Order.staff, Order.lines,
    Order.total, Order.paid, Order.stage, Order.note,
    Case(None, [(Order.starts_at.is_null(False), Order.promised_at)]),
    fn.EXISTS(
        Payment.select(SQL("1")).where(Payment.order == Order.id, Payment.amount < 0, not_undone())
    ),
)  # fmt: skip


def find(
    search: Search = Search(), *, before: int | None = None, limit: int = 256
) -> list[OrderRow]:
    """A page of orders, newest first; the next page begins `before` the last id of this one."""
    query = Order.select(*_COLUMNS)
    for condition in _conditions(search):
        query = query.where(condition)
    is_of_few = search.unpaid or _is_of_open(search)
    query = _by_id(query, before) if is_of_few else _by_day(query, before)
    found = rows(query.limit(limit), _order_row)
    names = _first_names([order.id for order in found])
    return [replace(order, products=tuple(names.get(order.id, ()))) for order in found]


def _by_id(query: Any, before: int | None) -> Any:
    """As the indexes of open and of unpaid orders have them: they are few, and hardly any of them
    is a past sale."""
    if before is not None:
        query = query.where(Order.id < before)
    return query.order_by(Order.id.desc())


def _by_day(query: Any, before: int | None) -> Any:
    """By day and number, as the index has them: a page of a year is read without sorting it, and a
    past sale stands on its day, whenever it came in."""
    last = one(Order.select(Order.day, Order.number).where(Order.id == before)) if before else None
    if last is not None:
        query = query.where(Tuple(Order.day, Order.number) < Tuple(*last))
    return query.order_by(Order.day.desc(), Order.number.desc())


def _first_names(ids: list[int]) -> dict[int, list[str]]:
    """What is still on each order; the goods it was placed with when nothing of it is."""
    gone = Case(None, [(OrderLine.ordered > OrderLine.cancelled + OrderLine.short, 0)], 1)
    rank = fn.ROW_NUMBER().over(
        partition_by=[OrderLine.order], order_by=[gone, OrderLine.line]
    )  # fmt: skip
    lines = OrderLine.select(
        OrderLine.order.alias("order_id"), OrderLine.name, gone.alias("gone"), rank.alias("rank")
    ).where(OrderLine.order.in_(ids))
    first = lines.select_from(lines.c.order_id, lines.c.name, lines.c.gone)
    first = first.where(lines.c.rank <= FIRST_NAMES).order_by(lines.c.order_id, lines.c.rank)
    found: dict[int, list[tuple[str, int]]] = {}
    for order, name, is_gone in rows(first, lambda *row: row):
        found.setdefault(order, []).append((name, is_gone))
    # They come sorted: when the first is gone, all are.
    return {
        order: [name for name, is_gone in names if is_gone == names[0][1]]
        for order, names in found.items()
    }


def sheet(order_id: int) -> OrderSheet:
    """Everything about one order. Raises `UnknownOrder`."""
    with snapshot():
        found = rows(Order.select(*_COLUMNS).where(Order.id == order_id), _order_row)
        more = one(
            Order.select(
                Order.channel, Order.subtotal, Order.discount, Order.discount_rate, Order.tax,
                Order.tax_included, Order.cancel_reason, Order.promised_at,
            ).where(Order.id == order_id)
        )  # fmt: skip
        if not found or more is None:
            raise unknown(order_id)
        channel, subtotal, given, rate, tax, tax_included, reason, promised_at = more
        discount = subtotal + (0 if tax_included else tax) - found[0].total
        lines = OrderLine.select(*(getattr(OrderLine, name) for name in _LINE))
        payment = Payment
        return OrderSheet(
            found[0], channel, subtotal, given, discount, rate, tax, bool(tax_included), reason,
            promised_at,
            tuple(
                rows(
                    lines.where(OrderLine.order == order_id).order_by(OrderLine.line), _line_row
                )
            ),
            tuple(
                rows(
                    payment.select(
                        payment.at, payment.method, payment.amount, payment.tendered,
                        payment.station,
                    )
                    .where(payment.order == order_id, not_undone())
                    .order_by(payment.id),
                    PaymentRow,
                )
            ),
            tuple(journal.for_order(order_id)),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reorder:
    """A cart like an order that was placed, at today's prices, and what is not sold any more."""

    cart: Cart
    left_out: tuple[str, ...]


def reorder(order_id: int) -> Reorder:
    """What was ordered, to be ordered once more; all of it, where all was cancelled.

    Rates that were taken off are taken off again, sums are not.

    Raises `UnknownOrder`.
    """
    old = sheet(order_id)
    every = old.lines
    wanted = {line.line: line.ordered - line.cancelled for line in every}
    if not any(wanted.values()):
        wanted = {line.line: line.ordered for line in every}
    lines = [line for line in every if wanted[line.line]]
    products = catalogue.products_by_id([line.product_id for line in lines])
    cart, left_out = Cart(), []
    for line in lines:
        product = products.get(line.product_id)
        if product is None or not product.active:
            left_out.append(line.name)
        else:
            # A rate is the customer's for these goods; a sum was for what they cost that day.
            rate = Discount(rate=line.discount.rate)
            cart.add(product, wanted[line.line], note=line.note, discount=rate)
    cart.set_discount(Discount(rate=old.discount_rate))
    return Reorder(cart, tuple(left_out))


_LINE = (
    "line", "product", "sku", "name", "unit", "price", "ordered", "picked", "short", "cancelled",
    "handed", "returned", "discount", "discount_rate", "total", "note", "short_reason",
    "words",
)  # fmt: skip


def _line_row(*row: Any) -> LineRow:
    facts = dict(zip(_LINE, row, strict=True))
    discount = Discount(facts.pop("discount"), facts.pop("discount_rate"))
    return LineRow(product_id=facts.pop("product"), discount=discount, **facts)


def _is_of_open(search: Search) -> bool:
    return bool(search.stages) and max(search.stages) < Stage.HANDED_OVER


def _conditions(search: Search) -> list[Any]:
    conditions: list[Any] = []
    if search.number is not None:
        conditions.append(tickets.is_called(search.number))
    if search.first_day is not None:
        conditions.append(Order.day >= clock.day_key(search.first_day))
    if search.last_day is not None:
        conditions.append(Order.day <= clock.day_key(search.last_day))
    if search.stages:
        conditions.append(Order.stage.in_([int(stage) for stage in search.stages]))
        if _is_of_open(search):
            conditions.append(IS_OPEN)  # the index of open orders answers
    if search.unpaid:
        conditions.append(SQL("t1.paid < t1.total AND t1.stage < 4"))
    if text := amounts.clean_text(search.product[:200]):
        conditions.append(_sold(text))
    if search.order_filter is not None:
        conditions += order_conditions(search.order_filter, search.first_day, search.last_day)
    return conditions


def _sold(text: str) -> Any:
    """Orders with a product that `text` means now, or whose name on the order contains it."""
    here = OrderLine.select(SQL("1")).where(OrderLine.order == Order.id)
    ids = catalogue_listing.listing("all", text)
    if not 0 < len(ids) <= _FEW:
        return fn.EXISTS(here.where(OrderLine.name.contains(text)))
    # Days on which it was sold are kept for the statistics: most of history is not looked at.
    days = ProductDay.select(ProductDay.day).where(ProductDay.product.in_(ids)).distinct()
    return Order.day.in_(rows(days, int)) & fn.EXISTS(here.where(OrderLine.product.in_(ids)))


def _order_row(
    id_: int, number: int, day: int, placed_at: int, station: str, staff: str, lines: int,
    total: int, paid: int, stage: int, note: str, wanted_at: int | None, refunded: bool,
) -> OrderRow:  # fmt: skip
    return OrderRow(
        id_, number, clock.day_of(day), placed_at, station, staff, lines, total, paid,
        Stage(stage), paid_of(total, paid, bool(refunded)), note, wanted_at,
    )  # fmt: skip
