"""Any deed is taken back by its receipt: then the shop is as it was, or it is said why not."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from models import clock, events
from models.amounts import Discount
from models.catalogue import catalogue, favourites, learned, stock
from models.catalogue_import import catalogue_import
from models.clock import DAY
from models.errors import CannotUndo, ClaimedByOther, NothingToUndo, ShopError
from models.events import Receipt
from models.fulfilment import fulfilment, fulfilment_queue, questions
from models.journal import journal, replay
from models.orders import drawer, held_carts, orders, payments, returns
from models.orders.payments import METHODS, Tender
from models.settings import preferences, staff
from models.shop.opening import Shop, open_shop
from models.shop.undo import REVERTS, undo
from models.stages import Stage
from models.statistics import occasions
from models.storage import tables as t
from models.storage.database import rows
from tests.models.conftest import Fresh
from tests.readable import (
    a_product,
    an_order,
    at_station,
    cart_of,
    kept_sums,
    line_rows,
    order_row,
    pcs,
    sums_anew,
)

# What cannot be taken back, because it left the shop, was counted by hand, or is for good.
FOR_GOOD = {
    events.DRAWER_OPENED, events.DRAWER_CLOSED,
    events.PRINT_ASKED, events.PRINTED, events.PRINT_FAILED, events.PRINT_RETRIED,
    events.PRINT_FORGOTTEN, events.POLICY_ACCEPTED, events.POLICY_WITHDRAWN, events.DEMO_MADE,
    events.INBOX_CHANGED,
    events.RESTORED, events.CLOCK_SET_BACK, events.MIGRATED, events.ROWS_KEPT,
    events.DETAIL_REMOVED, events.COPIED, events.SECOND_FOLDER, events.TRAINING_BEGUN,
}  # fmt: skip


def done(receipt: Receipt[Any]) -> int:
    """The entry of a deed that did something."""
    assert receipt.sequence is not None
    return receipt.sequence


def test_a_claim_that_stayed_when_it_was_undone_is_undone_once_more(shop: Shop) -> None:
    order = an_order().id
    claimed = done(fulfilment.claim(order))
    fulfilment.make_ready(order)
    undone = done(undo(claimed))  # what is worked on stays claimed
    before = order_row(order)
    assert before["claimed_by"] is not None
    undo(undone)
    assert order_row(order) | {"version": before["version"]} == before


def test_every_kind_is_taken_back_by_its_package_or_stays_for_good() -> None:
    kinds = {value for name, value in vars(events).items() if name.isupper() and name[0] != "_"}
    kinds = {kind for kind in kinds if isinstance(kind, str)}
    assert kinds == REVERTS.keys() | FOR_GOOD | {events.UNDONE}


def test_my_line_comes_back_though_the_warehouse_acknowledged_in_between(shop: Shop) -> None:
    order = an_order((a_product("Beras"), pcs(2)), (a_product("Teh"), pcs(3))).id
    fresh = line_rows(order)
    mine = done(orders.cancel_line(order, 2))
    with at_station("2"):
        fulfilment.acknowledge(order)
    undo(mine)
    lines = line_rows(order)
    assert [line["cancelled"] for line in lines] == [0, 0]
    assert [line["total"] for line in lines] == [line["total"] for line in fresh]
    assert order_row(order)["changed"], "the warehouse is told that it is wanted again"
    assert replay.replay() == []


def test_my_line_is_not_mixed_up_with_what_a_colleague_changed(shop: Shop) -> None:
    order = an_order((a_product("Beras"), pcs(2)), (a_product("Teh"), pcs(3))).id
    mine = done(orders.cancel_line(order, 2))
    with at_station("2"):
        orders.change(order, {1: pcs(5)})
    undo(mine)
    assert [x["ordered"] - x["cancelled"] for x in line_rows(order)] == [pcs(5), pcs(3)]


def test_two_lines_picked_in_one_breath_are_two_receipts(shop: Shop) -> None:
    order = an_order((a_product("Beras"), pcs(2)), (a_product("Teh"), pcs(3))).id
    fulfilment.pick(order, 1)
    second = done(fulfilment.pick(order, 2))
    undo(second)
    assert [line["picked"] for line in line_rows(order)] == [pcs(2), 0]


def test_a_verb_that_finds_nothing_to_do_has_no_entry(shop: Shop) -> None:
    product = a_product("Teh", on_hand=pcs(3))
    order = an_order(product).id
    fulfilment.claim(order)
    before = journal.newest()
    nothing: list[Callable[[], Receipt[Any]]] = [
        lambda: fulfilment.claim(order),
        lambda: fulfilment.rush(order, False),
        lambda: fulfilment.acknowledge(order),
        lambda: catalogue.change_product(product.id, name="Teh"),
        lambda: catalogue.remove_barcode(product.id, "123"),
        lambda: catalogue.remove_alias(product.id, "es teh"),
        lambda: favourites.remove(product.id),
        lambda: preferences.put(preferences.LATE_AFTER, preferences.get(preferences.LATE_AFTER)),
        lambda: occasions.remove(99),
    ]
    assert [verb().sequence for verb in nothing] == [None] * len(nothing)
    assert journal.newest() == before


def test_a_deed_is_taken_back_once(shop: Shop) -> None:
    price = done(catalogue.change_product(a_product("Teh", 5_000).id, price=6_000))
    undo(price)
    catalogue.change_product(1, price=6_000)  # somebody else thinks so too
    with pytest.raises(CannotUndo):
        undo(price)
    assert catalogue.product(1).price == 6_000


@pytest.mark.parametrize("sequence", [0, 1, 10**9])
def test_what_is_no_deed_or_stays_for_good_is_refused(shop: Shop, sequence: int) -> None:
    drawer.open_drawer(100_000)
    with pytest.raises(NothingToUndo):
        undo(sequence)
    assert journal.newest() == 1


# --- stock -------------------------------------------------------------------------------------


def test_a_count_that_is_taken_back_leaves_what_was_sold_since(shop: Shop) -> None:
    tea = a_product("Teh", on_hand=pcs(10))
    wrong = done(stock.adjust(tea.id, pcs(100)))
    order = an_order((tea, pcs(4))).id
    fulfilment.make_ready(order)
    undo(wrong)
    assert stock.level(tea.id) == (pcs(6), 0)


def test_a_count_stays_when_somebody_counted_again_since(shop: Shop) -> None:
    tea = a_product("Teh", on_hand=pcs(10))
    wrong = done(stock.adjust(tea.id, pcs(100)))
    again = done(stock.adjust(tea.id, pcs(7)))
    with pytest.raises(CannotUndo):
        undo(wrong)
    undo(again)
    undo(wrong)
    assert stock.level(tea.id) == (pcs(10), 0)


def test_a_short_that_is_taken_back_leaves_the_count_that_was_made_since(shop: Shop) -> None:
    tea = a_product("Teh", on_hand=pcs(10))
    order = an_order((tea, pcs(4))).id
    short = done(fulfilment.short(order, 1, on_shelf=0))
    stock.adjust(tea.id, pcs(20))
    undo(short)
    assert stock.level(tea.id) == (pcs(20), pcs(4))


def test_counting_begins_and_ends_and_both_are_taken_back(shop: Shop) -> None:
    tea = a_product("Teh")
    begun = done(stock.adjust(tea.id, pcs(5)))
    ended = done(stock.stop_counting(tea.id))
    undo(ended)
    assert stock.level(tea.id) == (pcs(5), 0)
    undo(begun)
    assert stock.level(tea.id) is None


# --- the wall ----------------------------------------------------------------------------------


def test_a_recall_is_taken_back_and_the_order_is_handed_over_again(shop: Shop) -> None:
    order = an_order().id
    fulfilment.make_ready(order)
    out = done(fulfilment.hand_over(order))
    gone = order_row(order)
    recalled = done(fulfilment.undo_last_step(order))
    assert order_row(order)["stage"] == Stage.READY
    undo(recalled)
    assert order_row(order) | {"version": 0} == gone | {"version": 0}
    undo(out)
    assert order_row(order)["stage"] == Stage.READY
    fulfilment.undo_last_step(order)
    assert order_row(order)["stage"] == Stage.WAITING
    assert replay.replay() == []


def test_goods_that_are_not_back_on_the_shelf_after_all(shop: Shop) -> None:
    order = an_order().id
    fulfilment.pick(order, 1)
    orders.cancel(order)
    (task,) = fulfilment_queue.open_restock_tasks()
    back = done(fulfilment.restock(task.id))
    assert fulfilment_queue.open_restock_tasks() == []
    undo(back)
    assert fulfilment_queue.open_restock_tasks() == [task]
    with pytest.raises(CannotUndo):
        undo(back)


# --- carts -------------------------------------------------------------------------------------


def test_a_cart_that_was_thrown_away_is_held_again_as_it_was(shop: Shop) -> None:
    cart = cart_of((a_product("Teh"), pcs(2))).set_note("tanpa es")
    held = held_carts.hold(cart, "baju merah").value
    gone = done(held_carts.discard(held))
    undo(gone)
    (again,) = held_carts.held()
    assert again.reference == "baju merah"
    assert held_carts.resume(again.id).value == cart
    with pytest.raises(CannotUndo):
        undo(gone)


def test_a_cart_that_was_placed_is_not_held_again(shop: Shop) -> None:
    held = held_carts.hold(cart_of(a_product("Teh"))).value
    taken = held_carts.resume(held)
    orders.place(taken.value)
    with pytest.raises(CannotUndo):
        undo(done(taken))
    assert held_carts.held() == []


def test_the_cart_of_another_customer_is_never_taken_instead(shop: Shop) -> None:
    tea = a_product("Teh")
    mine = held_carts.hold(cart_of(tea), "mine")
    held_carts.resume(mine.value)
    held_carts.hold(cart_of(tea, tea), "another")  # SQLite gives it the same number
    with pytest.raises(CannotUndo):
        undo(done(mine))
    assert [held.reference for held in held_carts.held()] == ["another"]


def test_a_held_cart_comes_back_into_the_hands(shop: Shop) -> None:
    cart = cart_of(a_product("Teh"))
    assert undo(done(held_carts.hold(cart))).value == cart
    assert held_carts.held() == []


# --- any deed of any kind ----------------------------------------------------------------------


class Stations:
    """Three stations do whatever can be taken back, and each keeps its receipts."""

    def __init__(self, chance: Random, price_list: Path) -> None:
        self.chance = chance
        self.price_list = price_list
        self.products = [
            a_product("Telur", 2_333, tax_rate=1100, on_hand=pcs(50), barcodes=["111"]).id,
            a_product("Beras", 13_500, on_hand=pcs(50)).id,
            a_product("Es batu", 1_001).id,
        ]
        self.sold = a_product("Kopi", 2_500, on_hand=pcs(9))
        staff.add("P1", staff.OWNER, "")
        staff.add("K1", staff.COUNTER, "")
        self.orders = self.two_orders()
        for station in "123":
            with at_station(station):
                drawer.open_drawer(1_000_000)
        self.receipts: list[tuple[int, Any]] = []
        self.told: list[str] = []
        self.has_imported = False

    def two_orders(self) -> list[int]:
        """One for tomorrow, one for now."""
        return [self.order(starts_at=clock.now() + DAY), self.order()]

    def order(self, **how: Any) -> int:
        goods = [catalogue.product(product) for product in self.products]
        lines = [(product, pcs(self.chance.randint(1, 4))) for product in goods]
        return an_order(*lines, **how).id

    def deeds(self) -> dict[str, Callable[[], Receipt[Any]]]:
        pick = self.chance.choice
        order, product, line = pick(self.orders), pick(self.products), pick([1, 2, 3])
        quantity, due = pick([None, 500, 1_000]), order_row(order)
        owed = max(0, due["total"] - due["paid"])
        carts = held_carts.held()
        restock_tasks = fulfilment_queue.open_restock_tasks()
        known = occasions.everyone()
        goods = cart_of((self.sold, 1_000))
        deeds: dict[str, Callable[[], Receipt[Any]]] = {
            "claim": lambda: fulfilment.claim(order),
            "release": lambda: fulfilment.release(order),
            "pick": lambda: fulfilment.pick(order, line, quantity),
            "pick too": lambda: fulfilment.pick(order, line),
            "unpick": lambda: fulfilment.unpick(order, line, quantity),
            "short": lambda: fulfilment.short(order, line, quantity, on_shelf=pick([0, 5_000])),
            "ask": lambda: questions.ask(order, line, quantity, on_shelf=pick([0, 5_000])),
            "answer": lambda: questions.answer(order, line, pick(["send", "wait", "drop"])),
            "ready": lambda: fulfilment.make_ready(order),
            "hand over": lambda: fulfilment.hand_over(order),
            "recall": lambda: fulfilment.undo_last_step(order),
            "rush": lambda: fulfilment.rush(order, pick([True, False])),
            "pull forward": lambda: fulfilment.pull_forward(order),
            "acknowledge": lambda: fulfilment.acknowledge(order),
            "cancel": lambda: orders.cancel(order, "salah"),
            "cancel line": lambda: orders.cancel_line(order, line),
            "change": lambda: orders.change(
                order, {line: pick([0, 500, 4_000])}, goods.lines[: pick([0, 1])]
            ),
            "discount": lambda: orders.change(
                order, {}, note="x", discount=pick([Discount(500), Discount(rate=1_000)])
            ),
            "pay": lambda: payments.pay(order, Tender(pick(METHODS), owed // pick([1, 2]))),
            "refund": lambda: payments.refund(order, due["paid"] // pick([1, 2]), pick(METHODS)),
            "return": lambda: returns.return_goods(
                order, {line: 500}, pick(METHODS), restock=pick([True, False])
            ),
            "exchange": lambda: returns.exchange(
                order, {line: 500}, goods.lines, restock=pick([True, False])
            ),
            "take out": lambda: drawer.move(-pick([1_000, 2_000]), "es batu"),
            "new product": lambda: catalogue.add_product("Gula", 12_000),
            "price": lambda: catalogue.change_product(product, price=pick([1_000, 2_000])),
            "words": lambda: catalogue.change_product(product, category="Dapur", reorder_at=2_000),
            "out of sale": lambda: catalogue.change_product(product, active=pick([True, False])),
            "barcode": lambda: catalogue.add_barcode(product, pick(["222", "333"])),
            "no barcode": lambda: catalogue.remove_barcode(product, pick(["111", "222"])),
            "alias": lambda: catalogue.add_alias(product, pick(["es", "butir"])),
            "no alias": lambda: catalogue.remove_alias(product, pick(["es", "butir"])),
            "learn": lambda: learned.learn(product, "yang biasa", "", pick([None, 2_000])),
            "forget": lambda: learned.forget(product, "yang biasa", ""),
            "favourite": lambda: favourites.add(product),
            "no favourite": lambda: favourites.remove(product),
            "arrange": lambda: favourites.move(product, pick(self.products)),
            "count": lambda: stock.adjust(product, pick([0, 20_000])),
            "no count": lambda: stock.stop_counting(product),
            "preference": lambda: preferences.put(preferences.LATE_AFTER, pick([20, 10])),
            "occasion": lambda: occasions.add("Obral", date(2026, 3, 1), date(2026, 3, 2)),
            "out of use": lambda: staff.set_active("K1", pick([False, True])),
            "hold": lambda: held_carts.hold(goods, pick(["", "topi"])),
        }  # fmt: skip
        if carts:
            deeds["resume"] = lambda: held_carts.resume(carts[0].id)
            deeds["discard"] = lambda: held_carts.discard(carts[-1].id)
        if restock_tasks:
            deeds["put back"] = lambda: fulfilment.restock(restock_tasks[0].id)
        if not self.has_imported:  # of several only the newest is taken back
            deeds["import"] = lambda: catalogue_import.run(self.price_list)
        if known:
            deeds["other days"] = lambda: occasions.change(
                known[0].id, "Obral besar", date(2026, 3, 1), date(2026, 3, pick([3, 4]))
            )
            deeds["no occasion"] = lambda: occasions.remove(known[0].id)
        return deeds

    def do(self) -> None:
        """Something, at one of the stations."""
        before, entries = as_it_stands(), journal.newest()
        name, deed = self.chance.choice(list(self.deeds().items()))
        with at_station(self.chance.choice("123")):
            try:
                receipt = deed()
            except ShopError as refused:
                self.told.append(f"{name}: {refused!r}")
                assert journal.newest() == entries
                return
        self.told.append(f"{name} -> {receipt.sequence}")
        self.has_imported |= name == "import"
        if receipt.sequence is None:
            assert journal.newest() == entries
            assert as_it_stands() == before
        else:
            assert receipt.sequence == journal.newest() == entries + 1, "one verb, one entry"
            self.receipts.append((receipt.sequence, before))

    def take_back(self, sequence: int) -> bool:
        """By any station, or the one that works on the order; False when it was refused."""
        before, entries = as_it_stands(), journal.newest()
        station = self.chance.choice("123")
        for _ in range(2):
            with at_station(station):
                try:
                    undo(sequence)
                except (CannotUndo, NothingToUndo, ClaimedByOther) as refused:
                    self.told.append(f"undo {sequence} at {station}: {refused!r}")
                    assert journal.newest() == entries
                    assert as_it_stands() == before
                    if not isinstance(refused, ClaimedByOther):
                        return False
                    station = refused.station
                else:
                    self.told.append(f"undo {sequence} at {station}")
                    return True
        raise AssertionError("refused to the very station that works on the order")

    def adds_up(self) -> None:
        assert kept_sums() == sums_anew()
        assert journal.verify().intact
        assert replay.replay() == []


def as_it_stands() -> dict[str, Any]:
    """The shop as people see it: without when and by whom, and what is no line any more."""
    orders_now = rows(t.Order.select(t.Order.id).order_by(t.Order.id), int)
    gone = ("version", "ready_at", "handed_at", "cancelled_at", "claimed_at")
    lines = [line for order in orders_now for line in line_rows(order)]
    paid: dict[Any, int] = {}
    query = t.Payment.select(t.Payment.order, t.Payment.method, t.Payment.amount)
    for order, method, amount in rows(query, lambda *row: row):
        paid[order, method] = paid.get((order, method), 0) + amount
    fields = list(t.Product._meta.sorted_fields)
    # A new product that is taken back is out of sale; the first four may be put there.
    goods = t.Product.select(*fields).where((t.Product.id <= 4) | t.Product.active)
    products = rows(goods.order_by(t.Product.id).tuples(), lambda *row: row)
    counted = t.Stock.select().where(t.Stock.product.in_([product[0] for product in products]))
    held = t.HeldCart.select(t.HeldCart.request_id, t.HeldCart.reference, t.HeldCart.content)
    open_chores = t.PutBack.select(t.PutBack.order, t.PutBack.product, t.PutBack.quantity)
    return {
        "orders": [{k: v for k, v in order_row(o).items() if k not in gone} for o in orders_now],
        "lines": [x for x in lines if x["line"] <= 3 or x["ordered"] > x["cancelled"]],
        "paid": {key: amount for key, amount in paid.items() if amount},
        "tills": sum(till.expected for till in drawer.recent()),
        "stock": sorted(rows(counted.tuples(), lambda *row: row)),
        "products": products,
        "codes": sorted(rows(t.Barcode.select().tuples(), lambda *row: row)),
        "aliases": sorted(rows(t.Alias.select().tuples(), lambda *row: row)),
        "learned": [(product, learned.answers_of(product)) for product in range(1, 5)],
        "held": sorted(rows(held, lambda *row: row)),
        "chores": sorted(rows(open_chores.where(t.PutBack.done_at.is_null()), lambda *r: r)),
        "preferences": preferences.all_values(),
        "occasions": occasions.everyone(),
        "staff": staff.everyone(),
    }


@pytest.fixture(scope="module")
def price_list(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("imported") / "prices.csv"
    path.write_text("name,price,stock,barcode\nTelur,2500,7,111\nSirup,18000,3,555\n", "utf-8")
    return path


def explore(
    fresh: Fresh, price_list: Path, play: Callable[[Stations], None], examples: int
) -> None:
    @settings(max_examples=examples, suppress_health_check=list(HealthCheck))
    @given(chance=some.randoms(use_true_random=False))
    def day(chance: Random) -> None:
        with open_shop(fresh()):
            stations = Stations(chance, price_list)
            try:
                play(stations)
                stations.adds_up()
            except Exception as error:
                error.add_note("\n".join(stations.told))
                raise

    day()


def backwards(stations: Stations) -> None:
    """What was done last is taken back first: nothing was changed since, and nothing is refused."""
    for _ in range(stations.chance.randint(1, 12)):
        stations.do()
    for sequence, before in reversed(stations.receipts):
        assert stations.take_back(sequence)
        assert as_it_stands() == before


def anyhow(stations: Stations) -> None:
    """In any order, some of it twice: done, or refused because it was changed since."""
    for _ in range(stations.chance.randint(1, 25)):
        if stations.receipts and stations.chance.random() < 0.4:
            sequence, before = stations.chance.choice(stations.receipts)
            newest = journal.newest()
            if stations.take_back(sequence) and newest == sequence:
                assert as_it_stands() == before
        else:
            stations.do()


class Foremost(Random):
    """Always the first of what there is."""

    def choice(self, seq: Any) -> Any:
        return seq[0]


#: Deeds in an order in which each finds something to do, on a pair of orders each.
STORIES = (
    ("pull forward", "rush", "claim", "release", "pick", "unpick", "ask", "answer"),
    ("change", "acknowledge"),
    ("short", "pay", "refund"),
    ("ready", "hand over", "return", "exchange"),
    ("pick", "cancel", "put back"),
    ("new product", "price", "alias", "no alias", "learn", "forget", "favourite", "count"),
    ("import", "preference", "occasion", "out of use", "take out"),
    ("hold", "resume", "hold", "discard"),
)


def test_every_kind_that_can_be_taken_back_is_among_the_deeds(
    shop_file: Path, price_list: Path
) -> None:
    kinds = set()
    with open_shop(str(shop_file)):
        stations = Stations(Foremost(), price_list)
        for names in STORIES:
            stations.orders = stations.two_orders()
            kinds |= {journal.entry(done(stations.deeds()[name]())).kind for name in names}
    # A sale that is taken back is a cancelled order, and not none: its own tests look at it.
    assert kinds == REVERTS.keys() - {events.PLACED}


@pytest.mark.parametrize("play", [backwards, anyhow])
def test_any_deed_of_any_kind_is_taken_back_by_its_receipt(
    fresh: Fresh, price_list: Path, play: Callable[[Stations], None]
) -> None:
    explore(fresh, price_list, play, 4)


@pytest.mark.long
@pytest.mark.parametrize("play", [backwards, anyhow])
def test_thousands_of_deeds_are_taken_back_by_their_receipts(
    fresh: Fresh, price_list: Path, play: Callable[[Stations], None]
) -> None:
    explore(fresh, price_list, play, 300)
