"""Every figure of every panel is what another engine adds up from the rows, whatever happened."""

import json
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from models import clock as shop_clock
from models import events, session
from models.catalogue_import import bulk_catalogue
from models.errors import ShopError
from models.fulfilment import fulfilment, queue_history
from models.fulfilment.fulfilment_queue import Wall
from models.journal import journal, queue_checkpoints
from models.orders import drawer, orders, payments, returns
from models.orders.payments import Tender
from models.shop.opening import Shop, open_shop
from models.shop.undo import undo
from models.statistics import bought_together
from models.storage.database import database
from models.sums import day_archive
from tests.conftest import ROOT, SetClock
from tests.models.conftest import postgres_in_the_long_run
from tests.models.statistics.test_statistics import Life
from tests.oracle import Oracle
from tests.readable import all_entries

STATIONS = (("1", "K1"), ("2", "K2"), ("2", ""), ("Gudang", "G1"))


class FullLife(Life):
    """What else happens in a shop: money both ways, drawers, undo, and people who take turns."""

    def something(self, order: int) -> None:
        chance = self.random
        session.current.station, session.current.staff = chance.choice(STATIONS)
        deeds: list[Any] = [
            lambda: self._pay(order),
            lambda: self._pay(order),
            lambda: payments.refund(
                order, chance.randint(1, 5_000), chance.choice(["cash", "qris"])
            ),
            lambda: returns.return_goods(
                order, {1: 500}, note=chance.choice(["", "rusak", "salah"]), restock=False
            ),
            lambda: returns.exchange(
                order, {1: 500}, self.cart().lines[:2], note=chance.choice(["", "ukuran"])
            ),
            lambda: fulfilment.short(
                order, chance.randint(1, 4), 500, reason=chance.choice(["damaged", "not_found"])
            ),
            lambda: undo(chance.randint(1, max(1, journal.newest()))),
            lambda: undo(self._a_return()),
            lambda: orders.cancel(order, chance.choice(["", "salah", "lama"])),
            lambda: self._count_drawer(),
        ]
        if chance.random() < 0.5:
            super().something(order)
            return
        try:
            chance.choice(deeds)()
        except (ShopError, KeyError, AssertionError):
            return  # the shop refused; nothing is stored

    def _pay(self, order: int) -> None:
        row = database.execute_sql(f"SELECT total - paid FROM orders WHERE id = {order}").fetchone()
        if row[0] > 0:
            part = row[0] if self.random.random() < 0.7 else row[0] // 2 or 1
            payments.pay(order, Tender(self.random.choice(["cash", "qris", "card"]), part))

    def _a_return(self) -> int:
        """The entry of one, 0 when nothing has come back yet."""
        query = (
            "SELECT sequence FROM journal WHERE kind IN ('returned', 'exchanged') ORDER BY sequence"
        )
        found = [row[0] for row in database.execute_sql(query)]
        return self.random.choice(found) if found else 0

    def _count_drawer(self) -> None:
        if drawer.current_id() is None:
            drawer.open_drawer(100_000)
        else:
            drawer.close_drawer(self.random.randint(50_000, 200_000))


def lived(clock: SetClock, seed: int, zone: str, first: date, days: int, a_day: int) -> FullLife:
    session.current.zone = zone
    life = FullLife(clock, seed)
    for product in life.goods:
        database.execute_sql(
            f"UPDATE product SET category = 'K{product.id % 5}', "
            f"reorder_at = {product.id * 1000 if product.id % 3 else 'NULL'} "
            f"WHERE id = {product.id}"
        )
        if product.id % 4:
            bulk_catalogue.count({product.id: (None, product.id * 9_000)}, "counted")
    for number in range(days):
        day = first + timedelta(days=number)
        for _ in range(life.random.randint(0, 2 * a_day)):
            midnight = shop_clock.start_of(day, zone)
            clock.moment = midnight + life.random.randrange(23 * 60) * shop_clock.MINUTE
            session.current.station, session.current.staff = life.random.choice(STATIONS)
            life.come()
    return life


@pytest.mark.parametrize(
    ("seed", "zone", "first"),
    [
        (1, "Asia/Jakarta", date(2026, 3, 2)),
        # The clock goes forward on 8 March
        pytest.param(2, "America/New_York", date(2026, 2, 20), marks=postgres_in_the_long_run),
        # … and back on 26 October
        pytest.param(3, "Europe/Berlin", date(2025, 10, 6), marks=pytest.mark.long),
        # … by half an hour
        pytest.param(4, "Australia/Lord_Howe", date(2026, 3, 20), marks=pytest.mark.long),
    ],
)
def test_every_figure(
    shop: Shop,
    clock: SetClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    zone: str,
    first: date,
) -> None:
    monkeypatch.setattr(day_archive, "_FEW_DAYS", 2)
    monkeypatch.setattr(day_archive, "_LATE_ENOUGH", 60)
    monkeypatch.setattr(bought_together, "BASKETS", 70)
    life = lived(clock, seed, zone, first, 45, 2)
    for _ in range(3):
        life.come()  # today, and into days that are packed by now
        for order in life.placed[-8:]:
            life.something(order)
            life.something(order)
        oracle = Oracle(tmp_path, zone)
        today = shop_clock.business_day(clock.now(), zone)
        for start, length in ((0, 1), (7, 7), (5, 30), (0, 60), (19, 22), (44, 1)):
            day = first + timedelta(days=start)
            assert oracle.differences(day, day + timedelta(days=length - 1)) == []
        assert [x for x in oracle.stock(today) if x[1] != x[2]] == []
        clock.forward(24 * 60)
    assert day_archive.closed_until() > 0


@postgres_in_the_long_run
def test_pairs_are_bounded(
    shop: Shop, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bought_together, "PAIRS", 120)
    lived(clock, 9, "Asia/Jakarta", date(2026, 3, 2), 20, 3)
    days = (date(2026, 3, 2), date(2026, 3, 21))
    found = list(Oracle(tmp_path, "Asia/Jakarta").together(days))
    assert all(ours == theirs for _, ours, theirs in found)
    taken, every = found[0][1]
    assert 1 < taken < every


# --- the queue at any moment -------------------------------------------------------------------


def wall_by_full_replay(moment: int) -> tuple[list[int], dict[int, Any]]:
    """The ids of the open orders and their rows, from the first entry of the journal on."""
    book: dict[int, dict[str, Any]] = {}
    lines: dict[int, dict[int, dict[str, Any]]] = {}
    for event in all_entries():
        if event.at > moment:
            break
        if event.kind not in events.ORDER_KINDS or event.order_id is None:
            continue
        if event.kind == events.PLACED:
            book[event.order_id] = dict(event.payload["order"])
            lines[event.order_id] = {x["line"]: dict(x) for x in event.payload["lines"]}
        else:
            for column, (_, new) in event.payload.get("order", {}).items():
                book[event.order_id][column] = new
            for number, changes in event.payload.get("lines", {}).items():
                row = lines[event.order_id].setdefault(int(number), {})
                row |= {column: new for column, (_, new) in changes.items()}
    still = [order for order, row in sorted(book.items()) if row["stage"] < 3]
    return still, {order: (book[order], lines[order]) for order in still}


def check_wall(wall: Wall, moment: int) -> None:
    cards = {card.id: card for card in [*wall.waiting, *wall.later, *wall.ready]}
    still, rows = wall_by_full_replay(moment)
    assert sorted(cards) == still
    for order, (row, lines) in rows.items():
        card = cards[order]
        for name in ("number", "placed_at", "station", "note", "stage", "claimed_by", "ready_at",
                     "promised_at", "starts_at"):  # fmt: skip
            assert getattr(card, name) == row[name], name
        assert (card.rush, card.changed) == (bool(row["rush"]), bool(row["changed"]))
        assert [line.line for line in card.lines] == sorted(lines)
        for line in card.lines:
            for name in ("sku", "ordered", "picked", "short", "cancelled", "seen", "asked"):
                assert getattr(line, name) == lines[line.line][name]


@pytest.mark.parametrize("seed", [5, pytest.param(6, marks=pytest.mark.long)])
@postgres_in_the_long_run
def test_the_queue_at_any_moment(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    monkeypatch.setattr(queue_checkpoints, "EVERY", 40)
    life = FullLife(clock, seed)
    begun = clock.now()
    for _ in range(120):
        clock.forward(life.random.choice([0, 1, 7, 300]))
        life.come()
    random = Random(seed)
    moments = [random.randint(begun - 1000, clock.now() + 1000) for _ in range(25)]
    at = [event.at for event in all_entries()]
    for moment in [*moments, at[0], at[0] - 1, at[-1], *random.sample(at, 10)]:
        check_wall(queue_history.queue_at(moment), moment)
    assert len(database.execute_sql("SELECT sequence FROM queue_mark").fetchall()) > 5


def test_the_queue_of_now_is_the_queue(shop: Shop, clock: SetClock) -> None:
    from models.fulfilment import fulfilment_queue

    life = FullLife(clock, 7)
    for _ in range(40):
        clock.forward(life.random.choice([1, 3, 30]))
        life.come()
    now, then = fulfilment_queue.wall(), queue_history.queue_at(clock.now())
    assert [card.id for card in then.waiting] == [card.id for card in now.waiting]
    assert [card.id for card in then.ready] == [card.id for card in now.ready]


@postgres_in_the_long_run
def test_the_levels_of_a_day_are_those_of_its_moments(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_checkpoints, "EVERY", 25)
    life = FullLife(clock, 8)
    for _ in range(90):
        clock.forward(life.random.choice([0, 2, 11, 240]))
        life.come()
    last = shop_clock.business_day(clock.now(), "Asia/Jakarta")
    for back in range(4):
        for level in queue_history.levels(last - timedelta(days=back)):
            stages = [row["stage"] for row, _ in wall_by_full_replay(level.at)[1].values()]
            told = [stages.count(stage) for stage in range(3)]
            assert [level.waiting, level.picking, level.ready] == told


def test_past_sales_taken_over_today_are_not_in_the_queue_of_then(
    shop: Shop, clock: SetClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from models.past_sales import past_sales

    monkeypatch.setattr(queue_checkpoints, "EVERY", 10)
    life = FullLife(clock, 3)
    for _ in range(15):
        clock.forward(5)
        life.come()
    then = clock.now()
    clock.forward(600)
    path = tmp_path / "sales.csv"
    path.write_text(
        "nota,tanggal,kode,qty,total\n"
        + "".join(f"{n},2019-05-{n % 28 + 1:02d},A,1,100\n" for n in range(40))
    )
    past_sales.run(path, past_sales.reading())
    for _ in range(15):
        clock.forward(5)
        life.come()
    for moment in (then, then - 20 * shop_clock.MINUTE, clock.now()):
        check_wall(queue_history.queue_at(moment), moment)
    assert (
        queue_history.queue_at(shop_clock.start_of(date(2019, 5, 9), "Asia/Jakarta")).waiting == []
    )


# --- several writers ---------------------------------------------------------------------------

WRITER = """
import sys
from random import Random
sys.path.insert(0, {root!r})
from models import clock, session
from models.shop.opening import open_shop
from tests.models.statistics.test_every_figure import FullLife, STATIONS
url, seed, begin, count = sys.argv[1], *map(int, sys.argv[2:])

class Clock:
    moment = begin
    def now(self): return self.moment
    def forward(self, minutes): self.moment += int(minutes * clock.MINUTE)

hand = Clock()
clock.now = hand.now
with open_shop(url, station=str(seed)):
    life = FullLife.__new__(FullLife)
    life.clock, life.random, life.placed = hand, Random(seed), []
    from models.catalogue import catalogue
    # Another writer may have begun, and undone that a product was added.
    goods = catalogue.products_by_id(range(1, 27)).values()
    life.goods = [product for product in goods if product.active]
    for _ in range(count):
        hand.forward(life.random.random() * 700)
        session.current.station, session.current.staff = life.random.choice(STATIONS)
        life.come()
"""
READER = """
import sys
sys.path.insert(0, {root!r})
from models import clock; from models.statistics import statistics
from models.shop.opening import open_shop
url, begin, rounds = sys.argv[1], *map(int, sys.argv[2:])
with open_shop(url, station="owner"):
    for number in range(rounds):
        moment = begin + number * clock.DAY // 2
        clock.now = lambda: moment
        day = clock.business_day(moment, "Asia/Jakarta")
        statistics.dashboard(day, day)  # packs what is over
"""


def in_another_process(code: str, *words: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", code.format(root=str(ROOT)), *map(str, words)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize("many", [20, pytest.param(60, marks=pytest.mark.long)])
def test_several_writers_while_days_are_packed(
    shop_file: Path, clock: SetClock, tmp_path: Path, many: int
) -> None:
    begin = clock.now()
    with open_shop(str(shop_file)):
        FullLife(clock, 1)  # its goods
    others = [in_another_process(WRITER, shop_file, seed, begin, many) for seed in (1, 2, 3)]
    others.append(in_another_process(READER, shop_file, begin, many * 2 // 3))
    for other in others:
        _, said = other.communicate(timeout=100)
        assert other.returncode == 0, said
    clock.forward(30 * 24 * 60)
    first = date(2026, 3, 9)
    with open_shop(str(shop_file)):
        oracle = Oracle(tmp_path, "Asia/Jakarta")
        for start, length in ((0, 30), (3, 7), (10, 1)):
            day = first + timedelta(days=start)
            assert oracle.differences(day, day + timedelta(days=length - 1)) == []
        placed = database.execute_sql("SELECT COUNT(*) FROM orders").fetchone()[0]
    assert placed == 3 * many


@pytest.mark.long
def test_every_figure_of_a_hundred_thousand_orders(
    shop_file: Path, clock: SetClock, tmp_path: Path
) -> None:
    from tests.benchmarks.make_shop import make_shop

    last = date(2026, 3, 8)
    with open_shop(str(shop_file)):
        make_shop(96_000, 5_000, last=last)
        life = FullLife(clock, 4)
        life.placed = [row[0] for row in database.execute_sql(
            "SELECT id FROM orders WHERE id % 17 = 0").fetchall()]  # fmt: skip
        for _ in range(4_000):
            clock.forward(life.random.random() * 12)
            life.come()
        oracle = Oracle(tmp_path, "Asia/Jakarta")
        today = shop_clock.business_day(clock.now(), "Asia/Jakarta")
        opened = shop_clock.day_of(
            database.execute_sql("SELECT MIN(day) FROM orders").fetchone()[0]
        )
        assert database.execute_sql("SELECT COUNT(*) FROM orders").fetchone()[0] == 100_000
        periods = [(opened, today), (today, today), *(
            (today - timedelta(days=length), today - timedelta(days=1))
            for length in (1, 7, 28, 90, 365)
        ), (opened + timedelta(days=100), opened + timedelta(days=145))]  # fmt: skip
        for first, end in periods:
            assert oracle.differences(first, end) == [], (first, end)
        assert [x for x in oracle.stock(today) if x[1] != x[2]] == []
        at = database.execute_sql("SELECT MIN(at), MAX(at) FROM journal").fetchone()
        random = Random(1)
        for moment in (random.randint(*at) for _ in range(3)):
            check_wall(queue_history.queue_at(moment), moment)
        assert json.dumps(journal.verify().intact) == "true"
