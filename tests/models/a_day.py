"""A day at a shop of three stations: what they do, by chance, and what must hold all the time."""

from collections import Counter
from random import Random
from typing import Any

from models import clock
from models.amounts import NO_DISCOUNT, Discount
from models.catalogue import catalogue, stock
from models.errors import ShopError
from models.fulfilment import fulfilment, fulfilment_queue, questions
from models.journal import journal, replay
from models.orders import held_carts, orders, payments, returns
from models.orders.cart import Cart
from models.orders.payments import METHODS, Tender
from models.settings import preferences
from models.shop.undo import undo
from models.stages import Stage, open_of, stage_of
from models.storage.database import database, rows
from models.storage.tables import Order
from tests.readable import (
    a_product,
    at_station,
    cart_of,
    kept_sums,
    line_rows,
    order_row,
    sums_anew,
)

WHOLE_ORDER = (
    "claim",
    "release",
    "make_ready",
    "hand_over",
    "hand_over",
    "undo_last_step",
    "acknowledge",
    "rush",
    "pull_forward",
)

LINE = ("pick", "unpick", "short")


class Day:
    """A shop with three products: one that may not be oversold, one that may, one not counted."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.diary: list[str] = []
        self.orders: list[int] = []
        self.products = [
            a_product("Telur", 2_333, tax_rate=1100, stock_policy="block", on_hand=8_000),
            a_product("Beras", 13_500, on_hand=8_000),
            a_product("Es batu", 1_001, tax_rate=1200),
        ]

    def play(self, steps: int) -> None:
        often = {
            self.place: 2,
            self.change: 4,
            self.money: 4,
            self.bring_back: 3,
            self.warehouse: 24,
            self.ask: 4,
            self.answer: 4,
            self.undo: 8,
            self.owner: 2,
        }
        for _ in range(steps):
            deed = self.chance.choices(list(often), weights=list(often.values()))[0]
            if deed == self.place or self.orders:
                deed()
                self.check()

    def attempt(self, station: str, verb: Any, *given: Any, **named: Any) -> Any:
        """Does it, or is refused; a refusal leaves no trace."""
        before, book = journal.newest(), self.book()
        self.diary.append(f"{station}: {verb.__name__} {given} {named}")
        with at_station(station):
            try:
                answer = verb(*given, **named)
            except ShopError as refused:
                self.diary[-1] += f" -> {refused}"
                assert (journal.newest(), self.book()) == (before, book)
                return None
        news = journal.since(before)
        assert [event.station for event in news] == [station] * len(news)
        self.check_others(book, {event.order_id for event in news})
        if verb.__name__ in LINE:
            self.check_other_lines(book[given[0]][1], line_rows(given[0]), given[1])
        return answer

    def book(self) -> dict[int, tuple[dict[str, Any], list[dict[str, Any]]]]:
        """The orders at which somebody may be working, as they are written."""
        return {order: (order_row(order), line_rows(order)) for order in self.orders[-3:]}

    def check_others(self, before: dict[int, Any], touched: set[int | None]) -> None:
        """What nobody said anything about is as it was."""
        for order, then in before.items():
            assert order in touched or (order_row(order), line_rows(order)) == then

    def check_other_lines(
        self, before: list[dict[str, Any]], after: list[dict[str, Any]], line: int
    ) -> None:
        """Work on one line leaves the others, but for their share of the order's discount."""
        for old, new in zip(before, after, strict=True):
            if old["line"] != line:
                assert old | {"total": new["total"], "net": new["net"]} == new

    def order(self) -> int:
        return self.chance.choice(self.orders[-2:])

    def line(self, order: int) -> int:
        return self.chance.randint(1, len(line_rows(order)))

    def station(self) -> str:
        return self.chance.choice("1111123")

    # --- the counter --------------------------------------------------------------------------

    def place(self) -> None:
        cart = Cart(tax_included=self.chance.random() < 0.5)
        for number in range(self.chance.randint(1, 3)):
            product = self.chance.choice(self.products)
            cart.add(product, self.chance.choice([500, 1_000, 3_000]), note=f"baris {number}")
        sums = [Discount(cart.subtotal // part) for part in (7, 1)]
        cart.set_discount(self.chance.choice([NO_DISCOUNT, *sums, Discount(rate=1_000)]))
        due = cart.bill().total
        tenders = [Tender("cash", due, due + 500)] if self.chance.random() < 0.3 and due else []
        how: dict[str, Any] = {"tenders": tenders}
        if self.chance.random() < 0.2:
            how["starts_at"] = clock.now() + clock.DAY
        placed = self.attempt(self.station(), orders.place, cart, **how)
        if placed is not None:
            order = placed.value
            again = orders.place(cart).value
            assert (again.id, again.number) == (order.id, order.number)
            self.orders.append(order.id)

    def change(self) -> None:
        order = self.order()
        match self.chance.randrange(5):
            case 0:
                self.attempt(self.station(), orders.cancel, order, "salah pesan")
            case 1:
                self.attempt(self.station(), orders.cancel_line, order, self.line(order))
            case 2:
                self.change_lines(order, self.line(order))
            case 3:
                step = self.chance.choice(journal.for_order(order))
                self.attempt("1", undo, step.sequence)

    def change_lines(self, order: int, line: int) -> None:
        """Another quantity, perhaps more of something, a discount, a note; some at once undone."""
        pick = self.chance.choice
        wanted = {line: pick([0, 500, 2_000, 4_000])} if pick([True, True, False]) else {}
        added = cart_of(pick(self.products)).lines[: self.chance.randrange(2)]
        off = pick([Discount(100), Discount(500), Discount(rate=1_250)])
        how: dict[str, Any] = (
            {"discounts": {line: off}} if pick([True, False]) and wanted.get(line) else {}
        )
        how |= pick([{}, {}, {"discount": off}, {"note": "tanpa kantong"}, {"notes": {line: "!"}}])
        before, entries = self.as_it_stands(order), journal.newest()
        self.attempt("1", orders.change, order, wanted, added, **how)
        if journal.newest() > entries and not added and self.chance.random() < 0.3:
            self.attempt("1", undo, journal.newest())
            assert self.as_it_stands(order) == before

    def bring_back(self) -> None:
        order = self.order()
        wanted = {self.line(order): self.chance.choice([500, 1_000])}
        restock = self.chance.random() < 0.5
        if self.chance.random() < 0.4:
            out = cart_of(self.chance.choice(self.products)).lines
            self.attempt("1", returns.exchange, order, wanted, out, restock=restock)
        else:
            self.attempt("1", returns.return_goods, order, wanted, restock=restock)

    def money(self) -> None:
        order = self.order()
        row = order_row(order)
        part = self.chance.randint(1, 2)
        if self.chance.random() < 0.5:
            owed = max(0, row["total"] - row["paid"])
            self.attempt(
                "1", payments.pay, order, Tender(self.chance.choice(METHODS), owed // part)
            )
        else:
            self.attempt("1", payments.refund, order, row["paid"] // part)

    # --- the warehouse ------------------------------------------------------------------------

    def warehouse(self) -> None:
        verb = self.chance.choice(WHOLE_ORDER + LINE * 2)
        given: list[Any] = [self.order()]
        if verb in LINE:
            given += [self.line(given[0]), self.chance.choice([None, None, 500, 1_000])]
        before, entries = self.as_it_stands(given[0]), journal.newest()
        self.attempt(self.station(), getattr(fulfilment, verb), *given)
        if verb != "undo_last_step" and journal.newest() > entries and self.chance.random() < 0.1:
            self.attempt("1", fulfilment.undo_last_step, given[0])
            assert self.as_it_stands(given[0]) == before

    def ask(self) -> None:
        """The warehouse asks what shall become of a line; taking it back leaves no question."""
        order = self.order()
        line, on_shelf = self.line(order), self.chance.choice([0, 500])
        wanted = self.chance.choice([None, None, 500])
        before, entries = self.as_it_stands(order), journal.newest()
        self.attempt(self.station(), questions.ask, order, line, wanted, "damaged", on_shelf)
        if journal.newest() > entries and self.chance.random() < 0.2:
            self.attempt("1", fulfilment.undo_last_step, order)
            assert self.as_it_stands(order) == before

    def answer(self) -> None:
        """The counter answers one of the open questions; some answers are taken back at once."""
        asked = questions.open_questions().questions
        if not asked:
            return
        question = self.chance.choice(asked)
        choice = self.chance.choice(questions.ANSWERS)
        other = cart_of((self.chance.choice(self.products), question.quantity)).lines[0]
        given = [other] if choice == "substitute" else []
        order = question.order_id
        (before, lines), entries = self.as_it_stands(order), journal.newest()
        self.attempt(self.station(), questions.answer, order, question.line, choice, *given)
        if journal.newest() > entries and self.chance.random() < 0.3:
            self.attempt("1", undo, journal.newest())
            after, left = self.as_it_stands(order)
            assert (after, left[: len(lines)]) == (before, lines)
            assert all(line["cancelled"] == line["ordered"] for line in left[len(lines) :])

    def as_it_stands(self, order: int) -> Any:
        """The order without who works on it: a claim stays while work on the order stays."""
        row = order_row(order)
        for column in ("version", "claimed_by", "claimed_at", "ready_at", "handed_at", "starts_at"):
            del row[column]
        return row, line_rows(order)

    def undo(self) -> None:
        step = self.chance.choice(journal.for_order(self.order()))
        self.attempt("1", undo, step.sequence)

    # --- the owner ----------------------------------------------------------------------------

    def owner(self) -> None:
        at = self.chance.randrange(3)
        product = self.products[at].id
        match self.chance.randrange(4):
            case 0:
                price = self.chance.choice([0, 999, 25_000])
                self.products[at] = catalogue.change_product(product, price=price).value
            case 1:
                self.attempt("1", stock.adjust, product, self.chance.choice([0, 9_000]))
            case 2:
                self.attempt("1", stock.stop_counting, product)
            case 3:
                held = held_carts.hold(Cart().add(self.products[at])).value
                assert self.attempt("3", held_carts.resume, held)
                assert self.attempt("2", held_carts.resume, held) is None
            case 4:
                preferences.put(preferences.AT_COUNTER, self.chance.random() < 0.5)
        for task in fulfilment_queue.open_restock_tasks():
            fulfilment.restock(task.id)

    # --- what is true after every step ----------------------------------------------------------

    def check(self) -> None:
        open_of_product: Counter[int] = Counter()
        for order in self.orders:
            its_lines = line_rows(order)
            for line in its_lines:
                assert min(line["picked"], line["short"], line["cancelled"], open_of(line)) >= 0
                assert 0 <= line["asked"] <= open_of(line)
                assert (line["asked"] > 0) == (line["asked_at"] is not None)
                assert 0 <= line["returned"] <= line["handed"] <= line["picked"]
                open_of_product[line["product"]] += open_of(line)
            self.check_stage(order_row(order), stage_of(its_lines))
        for product in self.products:
            if level := stock.level(product.id):
                assert level[1] == open_of_product[product.id]

    def check_stage(self, order: dict[str, Any], stage: Stage) -> None:
        assert order["stage"] == stage
        assert (order["ready_at"] is not None) == (stage in (Stage.READY, Stage.HANDED_OVER))
        assert (order["handed_at"] is not None) == (stage == Stage.HANDED_OVER)
        assert (order["cancelled_at"] is not None) == (stage == Stage.CANCELLED)

    # --- what is true in the evening ------------------------------------------------------------

    def cash_up(self) -> None:
        assert kept_sums() == sums_anew()
        assert journal.verify().intact
        assert replay.replay() == []
        numbers = [order_row(order)["number"] for order in self.orders]
        others = rows(Order.select(Order.number).where(Order.id.not_in(self.orders)), int)
        assert numbers == sorted(set(numbers))
        assert set(range(1, max(numbers, default=0) + 1)) - set(numbers) <= set(others)
        in_till = sums('SELECT "order", SUM(amount) FROM payment GROUP BY "order"')
        moved = sums("SELECT product, SUM(change) FROM stock_movement GROUP BY product")
        for order in self.orders:
            assert order_row(order)["paid"] == in_till[order] >= 0
        for product in self.products:
            level = stock.level(product.id)
            assert moved[product.id] == (level[0] if level else 0)


def sums(sql: str) -> Counter[int]:
    return Counter(dict(database.execute_sql(sql).fetchall()))
