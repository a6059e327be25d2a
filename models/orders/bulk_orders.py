"""Many orders written at once, row for row and entry for entry as the verbs write them one by one.

For the demo shop and for shops of any size to measure: the steps of an order are done in memory
on the same record that the verbs use, and what follows from them (journal, sums, stock) is
written a day at a time. A test does the same orders both ways and compares every table.
"""

from collections.abc import Mapping
from operator import itemgetter
from typing import Any

from models import clock, events, session
from models.catalogue import stock
from models.journal import journal
from models.orders import orders, payments
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.orders.record import ORDER_COLUMNS, Record, Row
from models.session import Request
from models.stages import open_of
from models.storage.database import Statement, bind_param, rows
from models.storage.tables import Order, Stock
from models.sums import bill_changes, rollups, tallies

Movement = tuple[int, int, str]  # product, change in thousandths, reason

_FINISH = Statement(
    lambda: Order.update(
        {getattr(Order, name): bind_param(name) for name in ORDER_COLUMNS if name != "id"}
    ).where(Order.id == bind_param("id"))
)
_ON_HAND = Statement(
    lambda: Stock.update({Stock.on_hand: bind_param("on_hand")}).where(
        Stock.product == bind_param("product")
    )
)


class BulkOrder(Record):
    """An order that is being lived through in memory."""

    def __init__(self, book: "BulkOrders", order: Row, lines: list[Row]) -> None:
        self.id = order["id"]
        self.order = order
        self.lines = {line["line"]: line for line in lines}
        self._book = book
        self._station, self._staff = order["station"], order["staff"]
        self._movements: list[Movement] = []
        self._own_day: rollups.Contribution | None = None
        self._remember()

    def _remember(self) -> None:
        self._order_before = dict(self.order)
        self._lines_before = {number: dict(line) for number, line in self.lines.items()}

    def claim(self, at: int, station: str, staff: str) -> None:
        """`station` works on it from `at` on."""
        self._at(at, station, staff)
        self._work_on()
        self.save(events.CLAIMED)

    def pick(self, at: int, line: int, quantity: int | None = None) -> None:
        """Ticks a line, or `quantity` thousandths of it."""
        self.moment = at
        row = self.lines[line]
        quantity = open_of(row) if quantity is None else quantity
        row["picked"] += quantity
        row["bulk"] = False
        self._work_on()
        self.save(events.PICKED, {"line": line, "quantity": quantity})

    def short(self, at: int, line: int, quantity: int, reason: str) -> None:
        """Reports what is not fit to be sold; nobody counted what is on the shelf."""
        self.moment = at
        row = self.lines[line]
        row["short"] += quantity
        row["short_reason"] = reason
        self._work_on()
        facts = {"line": line, "quantity": quantity, "reason": reason, "on_shelf": None}
        self.save(events.SHORTED, facts)

    def make_ready(self, at: int) -> None:
        """Ticks all that is open."""
        self.moment = at
        for row in self.lines.values():
            if left := open_of(row):
                row["picked"] += left
                row["bulk"] = True
        self._work_on()
        self.save(events.READIED)

    def hand_over(self, at: int, station: str, staff: str) -> None:
        """The customer has the goods."""
        self._at(at, station, staff)
        for row in self.lines.values():
            row["handed"] = row["picked"]
        self.save(events.HANDED_OVER)

    def bring_back(
        self, at: int, station: str, staff: str, quantities: Mapping[int, int],
        method: str = "cash",
    ) -> None:  # fmt: skip
        """Goods come back, thousandths by line, and what was paid for them is given back."""
        self._at(at, station, staff)
        for number, quantity in quantities.items():
            self.lines[number]["returned"] += quantity
        self.charge()
        money = max(0, self.order["paid"] - self.order["total"])
        with session.acting_for(Request(station, staff)):
            paid = payments.record_refund(self.order, money, method, at) if money else []
        facts = {"lines": {str(n): q for n, q in quantities.items()}, "restock": False, "note": ""}
        self.save(events.RETURNED, facts, paid)

    def cancel(self, at: int, station: str, staff: str, reason: str) -> None:
        """Nobody wants it any more; nothing was picked yet."""
        self._at(at, station, staff)
        for row in self.lines.values():
            row["cancelled"] += open_of(row)
        self.order["cancel_reason"] = reason
        self.order["claimed_by"] = None
        self.save(events.CANCELLED)

    def pay(self, at: int, station: str, staff: str, tender: Tender, key: str) -> None:
        """Money for an order that was sent without payment."""
        self._at(at, station, staff)
        before = self.order["paid"]
        with session.acting_for(Request(station, staff)):
            paid = payments.receive(self.order, [tender], key, at)
        after = self.order["paid"]
        self._order_before["paid"] = after
        payload = {"order": {"paid": [before, after]}, "payments": paid}
        self._enter(events.PAID, payload)

    def save(self, kind: str, facts: Any = None, payments: Any = ()) -> int:
        """Keeps the step for the journal; nothing is written yet."""
        self._settle()
        self.order["version"] += 1
        payload = self._differences()
        if facts:
            payload["facts"] = dict(facts)
        if payments:
            payload["payments"] = list(payments)
        for number, line in self.lines.items():
            taken = line["picked"] - self._lines_before[number]["picked"]
            if taken:
                self._movements.append((line["product"], -taken, "picked"))
        if self.order["channel"] not in rollups.PAST:
            who = (self._station, self._staff)
            self._book.count(tallies.of_work(kind, payload, self.moment, who))
        changes = self._bill_changes(kind, payload)
        reason = payload.get("facts", {}).get("note", "")
        self._book.note(changes)
        self._book.count(bill_changes.of_returns(changes, reason, self.lines))
        self._count_late()
        self._enter(kind, payload)
        self._remember()
        return 0

    def _count_late(self) -> None:
        """What is done on another day counts there; the order's own keeps what it had."""
        when = bill_changes.when_counted(self.order, self.moment)
        if when[0] == self.order["day"]:
            return
        before = self._order_before, self._lines_before.values()
        if self._own_day is None:
            self._own_day = rollups.contribution(*before)
        self._book.count(rollups.contribution(self.order, self.lines.values(), when))
        self._book.count(rollups.contribution(*before, when), sign=-1)

    def on_own_day(self) -> rollups.Contribution:
        """What the order counts for on the day on which it was placed."""
        if self._own_day is not None:
            return self._own_day
        return rollups.contribution(self.order, self.lines.values())

    def _at(self, moment: int, station: str, staff: str) -> None:
        self.moment, self._station, self._staff = moment, station, staff

    def _work_on(self) -> None:
        self.order["claimed_by"] = self._station
        if self.order["claimed_at"] is None:
            self.order["claimed_at"] = self.moment

    def _enter(self, kind: str, payload: Row) -> None:
        entry = journal.Entry(self.moment, self._station, self._staff, kind, self.id, payload)
        self._book.enter(entry, self._movements)
        self._movements = []


class BulkOrders:
    """Gathers orders and their steps; `write` puts all of it into the shop, oldest step first.

    Stations and staff codes are given with each step. Used inside one transaction. Orders of past
    years leave the shelf of today alone (`moves_stock`).
    """

    def __init__(self, *, moves_stock: bool = True) -> None:
        self._moves_stock = moves_stock
        self._orders: list[BulkOrder] = []
        self._entries: list[tuple[journal.Entry, list[Movement]]] = []
        self._sums: dict[tuple[Any, ...], dict[str, int]] = {}
        self._changes: list[Row] = []
        counted = Stock.select(Stock.product, Stock.on_hand).tuples() if moves_stock else None
        self._on_hand: dict[int, int] = dict(rows(counted, lambda *row: row)) if counted else {}

    def place(
        self, cart: Cart, at: int, station: str, staff: str, *,
        channel: str = "keyed", rush: bool = False, tender: Tender | None = None,
    ) -> BulkOrder:  # fmt: skip
        """An order placed at `at` (UTC ms), later than those before it; with its money, if any."""
        local = clock.local(at, session.current.zone)
        day = clock.day_key(clock.business_day(at, *session.current.calendar))
        with session.acting_for(Request(station, staff)):
            due = cart.bill()
            row = orders.order_row(cart, due, day, local.hour, at, cart.request_id, channel, rush)
            row["number"] = journal.next_number(f"orders:{day}")
            lines = orders.line_rows(cart, due)
            if channel in rollups.PAST:  # what they cost then, nobody knows
                for line in lines:
                    line["cost"] = None
            row["id"] = orders.insert(row)
            for line in lines:
                line["order"] = row["id"]
            paid = payments.receive(row, [tender], cart.request_id, at) if tender else []
        if channel in rollups.REFUNDS:
            row["paid"] = row["total"]  # when and how, nobody knows
            self.count(rollups.contribution(row, lines), sign=-1)
        order = BulkOrder(self, row, lines)
        self._orders.append(order)
        # A copy, because the rows go on to be changed.
        payload = {"order": dict(row), "lines": [dict(x) for x in lines], "payments": paid}
        self.enter(journal.Entry(at, station, staff, events.PLACED, order.id, payload), [])
        return order

    def deliver(self, product: int, to: int, at: int, station: str, staff: str) -> None:
        """Fills the shelf up to `to` thousandths."""
        before = self._on_hand[product]
        payload = {"product": product, "on_hand": [before, to], "reason": "delivered"}
        entry = journal.Entry(at, station, staff, events.STOCK_ADJUSTED, None, payload)
        self.enter(entry, [(product, to - before, "delivered")])

    def on_hand(self, product: int) -> int:
        """What is on the shelf after all that was written, thousandths."""
        return self._on_hand[product]

    def enter(self, entry: journal.Entry, movements: list[Movement]) -> None:
        """Keeps an entry and its stock movements until `write`."""
        self._entries.append((entry, movements))

    def count(self, contribution: rollups.Contribution, sign: int = 1) -> None:
        """Keeps what is to be added to the sums (or taken off, -1) until `write`."""
        tallies.merge(self._sums, contribution, sign)

    def note(self, changes: list[Row]) -> None:
        """Keeps what is other on a bill until `write`."""
        self._changes += changes

    def write(self) -> None:
        """Stores everything gathered since the last time."""
        self._entries.sort(key=_moment)
        _FINISH.run_many(order.order for order in self._orders)
        for order in self._orders:
            orders.insert_lines(order.id, list(order.lines.values()))
        self._write_stock()
        journal.append_many(
            (entry for entry, _ in self._entries), of_the_past=not self._moves_stock
        )
        bill_changes.note(sorted(self._changes, key=itemgetter("at")))
        for order in self._orders:
            self.count(order.on_own_day())
        rollups.add(self._sums)
        self._orders, self._entries, self._sums, self._changes = [], [], {}, []

    def _write_stock(self) -> None:
        moved = []
        for entry, movements in self._entries:
            for product, change, reason in movements:
                if product not in self._on_hand:
                    continue
                self._on_hand[product] += change
                moved.append(
                    {
                        "product": product,
                        "order": entry.order,
                        "at": entry.at,
                        "change": change,
                        "on_hand": self._on_hand[product],
                        "reason": reason,
                        "station": entry.station,
                        "staff": entry.staff,
                    }
                )
        stock.record_many(moved)
        touched = {row["product"]: row for row in moved}
        _ON_HAND.run_many(touched.values())
        stock.reserve(
            {"product": line["product"], "quantity": left}
            for order in self._orders
            for line in order.lines.values()
            if (left := open_of(line))
        )


def _moment(entered: tuple[journal.Entry, list[Movement]]) -> int:
    return entered[0].at
