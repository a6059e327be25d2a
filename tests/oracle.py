"""Every figure of the owner's panels once more, by another engine and from the rows alone.

DuckDB adds up orders, lines and payments, and what stands only in the journal is read from it
entry by entry. Nothing of the shop's own sums is looked at.
"""

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import duckdb
from peewee import TextField

from models import clock as shop_clock
from models.statistics import (
    bought_together,
    counter_figures,
    product_sales,
    statistics,
    stock_outlook,
)
from models.storage.database import database
from models.storage.tables import (
    DrawerSession,
    Journal,
    Order,
    OrderLine,
    Payment,
    Product,
    Stock,
    Table,
)

Difference = tuple[str, Any, Any]

_NONE = "\\N"
_WORK = ("picked", "readied", "shorted")
_STEPS = {
    "claim": ("came_at", "claimed_at"),
    "pick": ("claimed_at", "ready_at"),
    "collect": ("ready_at", "handed_at"),
    "ready": ("came_at", "ready_at"),
    "whole": ("came_at", "handed_at"),
}
_SUMS = "COUNT(*), COALESCE(SUM(sold), 0)::BIGINT, COALESCE(SUM(net), 0)::BIGINT"


def half_up(number: Fraction) -> int:
    return int((number + Fraction(1, 2)) // 1)


class Oracle:
    """What the open shop's rows say, as they were when it was made."""

    def __init__(self, folder: Path, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self.db = duckdb.connect(config={"threads": 1})
        for table in (Order, OrderLine, Payment, DrawerSession, Product, Stock):
            self._load(table, folder)
        self._reckon(zone)
        self.journal = list(self._entries())

    def _load(self, table: type[Table], folder: Path) -> None:
        fields = table._meta.sorted_fields
        name = table._meta.table_name
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL)
            for row in database.execute(table.select().tuples()).fetchall():
                writer.writerow(
                    _NONE if value is None else int(value) if isinstance(value, bool) else value
                    for value in row
                )
        kinds = ", ".join(
            f"'{f.column_name}': '{'VARCHAR' if isinstance(f, TextField) else 'BIGINT'}'"
            for f in fields
        )
        self.db.execute(
            f"CREATE TABLE {name} AS SELECT * FROM read_csv('{path}', columns = {{{kinds}}}, "
            f"auto_detect = false, header = false, delim = ',', "
            f"quote = '\"', escape = '\"', nullstr = '{_NONE}')"
        )

    def _reckon(self, zone: str) -> None:
        """Day and hour are reckoned anew from the moment, not taken from the row."""
        self.db.execute(f"""CREATE TABLE o AS SELECT *, COALESCE(starts_at, placed_at) AS came_at,
            CAST(local AS DATE) AS on_day, EXTRACT(hour FROM local) AS on_hour,
            EXTRACT(isodow FROM local) - 1 AS weekday, stage < 4 AS kept FROM (SELECT *,
            timezone('{zone}', timezone('UTC', make_timestamp(placed_at * 1000))) AS local
            FROM orders)""")
        self.db.execute("""CREATE TABLE s AS SELECT l.*, o.id, o.on_day, o.on_hour, o.weekday,
            ordered - l.cancelled - short - returned AS sold FROM order_line l
            JOIN o ON o.id = l."order" WHERE o.kept AND
            ordered - l.cancelled - short - returned > 0""")

    def _entries(self) -> Iterator[tuple[date, str, str, str, int, Any]]:
        """Day, station, staff, kind, order and payload of entries that say what no row says.

        Goods that came back by mistake never came; work that was undone and then redone was done
        once, by whoever did it first.
        """
        query = Journal.select(
            Journal.sequence, Journal.at, Journal.station, Journal.staff, Journal.kind,
            Journal.order, Journal.payload,
        ).where(Journal.kind.in_((*_WORK, "returned", "undone")))  # fmt: skip
        entries = database.execute(query.order_by(Journal.sequence).tuples()).fetchall()
        undone = {
            json.loads(payload)["facts"]["undone"]
            for *_, kind, _, payload in entries
            if kind == "undone"
        }
        for sequence, at, *who, kind, order, payload in entries:
            told = json.loads(payload)
            redone = "undone" in told.get("facts", {})  # in an undoing, what it undid
            if not redone and not (kind == "returned" and sequence in undone):
                day = datetime.fromtimestamp(at / 1000, self.zone).date()
                yield day, *who, kind, order, told

    def rows(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self.db.execute(sql, list(values)).fetchall()

    # --- the first page ------------------------------------------------------------------------

    def dashboard(self, found: statistics.Dashboard) -> Iterator[Difference]:
        now = (found.first_day, found.last_day)
        before = (found.before_first_day, found.before_last_day)
        for name, days, figures in (("now", now, found.now), ("before", before, found.before)):
            for figure, ours, theirs in self._figures(days, figures, found.late_after):
                yield f"{name} {figure}", ours, theirs
        for name, days, kept in (("days", now, found.days), ("days before", before,
                                                             found.days_before)):  # fmt: skip
            yield name, [(d.day, d.orders, d.lines, d.revenue) for d in kept], self._days(*days)
        for name, day, hours in (("hours", now[1], found.hours),
                                 ("hours before", before[1], found.hours_before)):  # fmt: skip
            ours = [(h.hour, h.orders, h.lines, h.revenue) for h in hours]
            yield name, ours, self._hours(day)
        yield "heat", [
            (c.weekday, c.hour, c.days, c.orders, c.lines, c.revenue, c.timed, c.seconds)
            for c in found.heat
        ], self._heat(*now)  # fmt: skip
        yield "top", [
            (p.id, p.lines, p.quantity, p.revenue, p.lines_before, p.quantity_before,
             p.revenue_before) for p in found.top
        ], self._top(now, before)  # fmt: skip

    def _figures(
        self, days: tuple[date, date], ours: statistics.Figures, late_after: int
    ) -> Iterator[Difference]:
        inside, of_line = "WHERE on_day BETWEEN ? AND ?", 'l JOIN o ON o.id = l."order"'
        orders, revenue, tax, cancelled, promised, kept = self.rows(
            f"""SELECT COUNT(*) FILTER (kept), COALESCE(SUM(total) FILTER (kept), 0)::BIGINT,
            COALESCE(SUM(tax) FILTER (kept), 0)::BIGINT, COUNT(*) FILTER (NOT kept),
            COUNT(*) FILTER (kept AND promised_at IS NOT NULL AND ready_at IS NOT NULL),
            COUNT(*) FILTER (kept AND ready_at <= promised_at) FROM o {inside}""", *days
        )[0]  # fmt: skip
        lines, quantity, discount = self.rows(
            f"""SELECT COUNT(*), COALESCE(SUM(sold), 0)::BIGINT, COALESCE(SUM(
            (2 * price::HUGEINT * sold + 1000) // 2000 - net), 0)::BIGINT FROM s {inside}""", *days
        )[0]  # fmt: skip
        asked, short, picked, bulk = self.rows(
            f"""SELECT COUNT(*) FILTER (l.ordered > l.cancelled), COUNT(*) FILTER (l.short > 0),
            COUNT(*) FILTER (l.picked > 0 AND channel <> 'imported'),
            COUNT(*) FILTER (l.picked > 0 AND l.bulk = 1 AND channel <> 'imported')
            FROM order_line {of_line} {inside} AND kept""", *days
        )[0]  # fmt: skip
        yield "sums", _sums(ours.sums), (orders, lines, quantity, revenue)
        average = half_up(Fraction(revenue, orders)) if orders else 0
        yield "average", ours.sums.average_order, average
        yield "money", (ours.discount, ours.tax), (discount, tax)
        yield "cancelled", ours.cancelled, cancelled
        yield "promises", (ours.promised, ours.kept), (promised, kept)
        told = (ours.asked_lines, ours.short_lines, ours.picked_lines, ours.bulk_lines)
        yield "lines", told, (asked, short, picked, bulk)
        yield "trust", ours.trusted_share, 1 - bulk / picked if picked else None
        for step, (start, end) in _STEPS.items():
            taken = self.rows(
                f"""SELECT GREATEST(0, {end} - {start}) // 1000 FROM o {inside} AND kept AND
                channel <> 'imported' AND {start} IS NOT NULL AND {end} IS NOT NULL ORDER BY 1""",
                *days,
            )
            ranked = [row[0] for row in taken]
            time = ours.time(step)
            times = (time.orders, time.p50, time.p90)
            yield (
                step,
                times,
                (len(ranked), nearest_rank(ranked, 5), nearest_rank(ranked, 9)),
            )
            if step == "ready":
                yield "late", ours.late, sum(second >= late_after * 60 for second in ranked)

    def _days(self, first: date, last: date) -> list[tuple[Any, ...]]:
        return self.rows(
            """SELECT d::DATE, COALESCE(a.orders, 0), COALESCE(b.lines, 0),
            COALESCE(a.revenue, 0)::BIGINT
            FROM generate_series(?::DATE, ?::DATE, INTERVAL 1 DAY) t(d)
            LEFT JOIN (SELECT on_day, COUNT(*) AS orders, SUM(total) AS revenue FROM o WHERE kept
            GROUP BY on_day) a ON a.on_day = d::DATE LEFT JOIN (SELECT on_day, COUNT(*) AS lines
            FROM s GROUP BY on_day) b ON b.on_day = d::DATE ORDER BY 1""",
            first, last,
        )  # fmt: skip

    def _hours(self, day: date) -> list[tuple[Any, ...]]:
        return self.rows(
            """SELECT on_hour, COUNT(*), COALESCE(SUM((SELECT COUNT(*) FROM s WHERE s.id = o.id)),
            0)::BIGINT, SUM(total)::BIGINT FROM o WHERE kept AND on_day = ?
            GROUP BY on_hour ORDER BY 1""",
            day,
        )

    def _heat(self, first: date, last: date) -> list[tuple[Any, ...]]:
        opened = self.rows("SELECT MIN(on_day) FROM o")[0][0] or first
        begin = max(first, opened)
        days = Counter(
            (begin + timedelta(days=n)).weekday() for n in range((last - begin).days + 1)
        )
        found = self.rows(
            """SELECT weekday, on_hour, COUNT(*), SUM(lines_sold)::BIGINT, SUM(total)::BIGINT,
            COUNT(ready_at) FILTER (channel <> 'imported'), COALESCE(SUM(GREATEST(0,
            ready_at - came_at) // 1000) FILTER (channel <> 'imported'), 0)::BIGINT
            FROM (SELECT *, (SELECT COUNT(*) FROM s WHERE s.id = o.id) AS lines_sold FROM o)
            WHERE kept AND on_day BETWEEN ? AND ? GROUP BY weekday, on_hour ORDER BY 1, 2""",
            first, last,
        )  # fmt: skip
        return [(weekday, hour, days[weekday], *rest) for weekday, hour, *rest in found]

    def _sold(self, days: tuple[date, date]) -> dict[int, tuple[int, int, int]]:
        """Lines, quantity and revenue by product."""
        found = self.rows(
            f"SELECT product, {_SUMS} FROM s WHERE on_day BETWEEN ? AND ? GROUP BY product", *days
        )
        return {product: (lines, sold, net) for product, lines, sold, net in found}

    def _top(self, now: tuple[date, date], before: tuple[date, date]) -> list[tuple[Any, ...]]:
        new, old = self._sold(now), self._sold(before)
        best = sorted(new, key=lambda p: (-new[p][2], p))[: statistics.TOP]
        return [(p, *new[p], *old.get(p, (0, 0, 0))) for p in best]

    # --- the second page -----------------------------------------------------------------------

    def products(self, now: tuple[date, date]) -> Iterator[Difference]:
        before = statistics.days_before(*now)
        new, old = self._sold(now), self._sold(before)
        yield from self._change(now, before, new, old)
        ranked = sorted((p for p in new if new[p][2] > 0), key=lambda p: (-new[p][2], p))
        whole, so_far = sum(row[2] for row in new.values()), 0
        counts, revenue = dict.fromkeys("ABC", 0), dict.fromkeys("ABC", 0)
        letters = []
        for product in ranked:
            letter = "A" if so_far * 100 < 80 * whole else "B" if so_far * 100 < 95 * whole else "C"
            so_far += new[product][2]
            counts[letter] += 1
            revenue[letter] += new[product][2]
            letters.append((product, letter))
        found = product_sales.ranking(*now)
        most = product_sales.MOST
        yield "abc", (found.counts, found.revenue), (counts, revenue)
        yield "abc rows", [(r.sale.id, r.letter) for r in found.products], letters[:most]
        count, sales = product_sales.lost_products(*now)
        gone = sorted(old.keys() - new.keys(), key=lambda p: (-old[p][2], p))
        yield "stopped", (count, [s.id for s in sales]), (len(gone), gone[:most])
        kinds = dict(self.rows("SELECT id, category FROM product"))
        sums: dict[str, list[int]] = defaultdict(lambda: [0] * 5)
        for product in new.keys() | old.keys():
            _, a, b = new.get(product, (0, 0, 0))
            _, c, d = old.get(product, (0, 0, 0))
            for place, number in enumerate((int(a > 0), a, b, c, d)):
                sums[kinds[product]][place] += number
        yield "categories", {
            c.name: [c.products, c.quantity, c.revenue, c.quantity_before, c.revenue_before]
            for c in product_sales.categories(*now)
        }, dict(sums)  # fmt: skip

    def _change(self, now: Any, before: Any, new: Any, old: Any) -> Iterator[Difference]:
        found = product_sales.explain(*now)
        sums = "SELECT COUNT(*), COALESCE(SUM(total), 0)::BIGINT FROM o WHERE kept AND on_day "
        (count, after), (count_before, was) = (
            self.rows(sums + "BETWEEN ? AND ?", *days)[0] for days in (now, before)
        )
        lines, lines_before = (sum(x[0] for x in sold.values()) for sold in (new, old))
        more = half_up(Fraction(was * count, count_before)) if count_before else after
        longer = half_up(Fraction(was * lines, lines_before)) if lines_before and count else more
        price = sum(
            new[p][2] - half_up(Fraction(new[p][1] * old[p][2], old[p][1]))
            for p in new.keys() & old.keys()
        )
        if not count_before:
            longer, price = more, 0
        ours = (found.before, found.after, found.orders, found.lines, found.price, found.mix)
        parts = (more - was, longer - more, price, after - longer - price)
        yield "change", ours, (was, after, *parts)
        changes = {
            p: new.get(p, (0, 0, 0))[2] - old.get(p, (0, 0, 0))[2] for p in new.keys() | old.keys()
        }
        ranked = sorted(changes, key=lambda p: (-abs(changes[p]), p))[: product_sales.MOST]
        yield "change rows", [(s.id, s.change) for s in found.products], [
            (p, changes[p]) for p in ranked
        ]  # fmt: skip

    def counter(self, now: tuple[date, date]) -> Iterator[Difference]:
        begin, end = (
            shop_clock.start_of(day, str(self.zone)) for day in (now[0], now[1] + timedelta(1))
        )
        yield "methods", sorted(
            (m.method, m.payments, m.received, m.refunds, m.refunded)
            for m in counter_figures.methods(*now)
        ), self.rows(
            """SELECT method, COUNT(*) FILTER (amount >= 0),
            COALESCE(SUM(amount) FILTER (amount >= 0), 0)::BIGINT, COUNT(*) FILTER (amount < 0),
            COALESCE(-SUM(amount) FILTER (amount < 0), 0)::BIGINT
            FROM payment WHERE "at" >= ? AND "at" < ? AND request_id NOT LIKE '%:undone'
            AND id || ':undone' NOT IN (SELECT request_id FROM payment)
            GROUP BY method ORDER BY 1""", begin, end
        )  # fmt: skip
        yield "drawers", [
            (d.id, d.expected, d.counted, d.difference) for d in counter_figures.drawers(*now)
        ], self.rows(
            """SELECT id, expected, counted, counted - expected FROM drawer_session
            WHERE closed_at >= ? AND closed_at < ? ORDER BY id DESC""", begin, end
        )  # fmt: skip
        yield "servers", sorted(
            (x.station, x.staff, x.orders, x.lines, x.revenue, x.cancelled)
            for x in counter_figures.servers(*now)
        ), self.rows(
            """SELECT station, staff, COUNT(*) FILTER (kept),
            COALESCE(SUM((SELECT COUNT(*) FROM s WHERE s.id = o.id)), 0)::BIGINT,
            COALESCE(SUM(total) FILTER (kept), 0)::BIGINT, COUNT(*) FILTER (NOT kept)
            FROM o WHERE on_day BETWEEN ? AND ? GROUP BY station, staff ORDER BY 1, 2""", *now
        )  # fmt: skip
        yield "cancelled", sorted(
            (c.reason, c.orders) for c in counter_figures.cancelled(*now)
        ), self.rows(
            """SELECT cancel_reason, COUNT(*) FROM o WHERE NOT kept AND on_day BETWEEN ? AND ?
            GROUP BY 1 ORDER BY 1""", *now
        )  # fmt: skip
        yield "shorts", sorted(
            (x.reason, x.lines, x.quantity, x.revenue) for x in counter_figures.shorts(*now)
        ), self.rows(
            """SELECT short_reason, COUNT(*), SUM(short)::BIGINT,
            SUM((2 * price::HUGEINT * short + 1000) // 2000)::BIGINT FROM order_line l
            JOIN o ON o.id = l."order" WHERE kept AND short > 0 AND on_day BETWEEN ? AND ?
            GROUP BY 1 ORDER BY 1""", *now
        )  # fmt: skip
        yield from self._told(now)

    def _told(self, now: tuple[date, date]) -> Iterator[Difference]:
        """What only the journal tells: who picked, and what came back."""
        work: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        reasons: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        goods: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        product_of = {
            (order, line): product
            for order, line, product in self.rows('SELECT "order", line, product FROM order_line')
        }
        for day, station, staff, kind, order, told in self.journal:
            if not now[0] <= day <= now[1] or station == "import":
                continue
            lines = told.get("lines", {})
            if kind == "returned":
                for number, quantity in told["facts"]["lines"].items():
                    before, after = lines.get(number, {}).get("net", (0, 0))
                    product = goods[product_of[order, int(number)]]
                    for place, count in enumerate((1, quantity, before - after)):
                        product[place] += count
                    reason = reasons[told["facts"]["note"]]
                    reason[0] += 1
                    reason[1] += before - after
                continue
            stage = told.get("order", {}).get("stage", [0, 0])
            ticks = sum(b > a for a, b in (x.get("picked", (0, 0)) for x in lines.values()))
            done = [int(stage[0] < 2 == stage[1]), 0, 0]
            done[2 if kind == "readied" else 1] = ticks
            if any(done):
                who = work[station, staff]
                for place, count in enumerate(done):
                    who[place] += count
        yield "pickers", {
            (x.station, x.staff): [x.orders, x.one_by_one, x.in_bulk]
            for x in counter_figures.pickers(*now)
        }, dict(work)  # fmt: skip
        found = counter_figures.returned(*now)
        yield "returns", {r.reason: [r.lines, r.amount] for r in found.reasons}, dict(reasons)
        best = sorted(goods, key=lambda p: (-goods[p][2], p))[: counter_figures.MOST]
        yield "returned products", [
            (p.id, [p.lines, p.quantity, p.amount]) for p in found.products
        ], [(p, goods[p]) for p in best]  # fmt: skip

    def together(self, now: tuple[date, date]) -> Iterator[Difference]:
        found = bought_together.bought_together(*now)
        newest = self.rows(
            """SELECT id, (SELECT COUNT(DISTINCT product) FROM s WHERE s.id = o.id) FROM o
            WHERE kept AND on_day BETWEEN ? AND ? ORDER BY day DESC, number DESC LIMIT ?""",
            *now, bought_together.BASKETS,
        )  # fmt: skip
        looked_at, pairs = [], 0
        for place, (order, size) in enumerate(newest):
            if size <= bought_together.LARGEST:
                pairs += size * (size - 1) // 2
                if pairs > bought_together.PAIRS and place:
                    break
                looked_at.append([order])
        taken = len(looked_at)
        self.db.execute("CREATE OR REPLACE TEMP TABLE basket (id BIGINT)")
        if taken:
            self.db.executemany("INSERT INTO basket VALUES (?)", looked_at)
        every = self.rows("SELECT COUNT(*) FROM o WHERE kept AND on_day BETWEEN ? AND ?", *now)
        yield "baskets", (found.orders, found.all_orders), (taken, every[0][0])
        best = self.rows(
            """WITH b AS (SELECT DISTINCT id, product FROM s SEMI JOIN basket USING (id)),
            n AS (SELECT product, COUNT(*) AS c FROM b GROUP BY product)
            SELECT x.product, y.product, COUNT(*) AS pair, any_value(nx.c), any_value(ny.c)
            FROM b x JOIN b y ON x.id = y.id AND x.product < y.product
            JOIN n nx ON nx.product = x.product JOIN n ny ON ny.product = y.product
            GROUP BY 1, 2 HAVING pair >= ? AND pair * ? > any_value(nx.c) * any_value(ny.c)
            ORDER BY pair * ? - any_value(nx.c) * any_value(ny.c) DESC, 1, 2 LIMIT ?""",
            bought_together.LEAST, taken, taken, bought_together.MOST,
        )  # fmt: skip
        theirs = [
            (*sorted(((with_a, a), (with_b, b))), together)
            for a, b, together, with_a, with_b in best
        ]
        yield "pairs", [
            ((p.first.orders, p.first.id), (p.second.orders, p.second.id), p.together)
            for p in found.pairs
        ], theirs  # fmt: skip

    def stock(self, today: date) -> Iterator[Difference]:
        found = stock_outlook.outlook()
        rows = self.rows(
            """WITH sold AS (SELECT product, SUM(sold) FILTER (on_day < ?::DATE AND on_day >=
            ?::DATE - 28)::BIGINT AS pace, SUM(sold) AS lately FROM s WHERE on_day <= ?::DATE AND
            on_day > ?::DATE - 90 GROUP BY product)
            SELECT p.id, on_hand, on_hand - reserved AS free,
            COALESCE(pace, 0), reorder_at, COALESCE(lately, 0) > 0
            FROM stock JOIN product p ON p.id = stock.product LEFT JOIN sold ON sold.product = p.id
            WHERE p.active = 1""", today, today, today, today,
        )  # fmt: skip
        told = []
        for product, on_hand, free, pace, mark, sells in rows:
            few = (mark is not None and free <= mark) or Fraction(free) < Fraction(pace * 7, 28)
            state = "negative" if on_hand < 0 else "low" if few else ""
            if not state and (sells or on_hand <= 0):
                continue
            state = state or "dead"
            cover = max(0, free) * 28 // pace if pace else None
            want = half_up(Fraction(pace * 14, 28)) + (mark or 0) - free
            order = 0 if state == "dead" else max(0, -(-want // 1000) * 1000)
            urgent = -on_hand if state == "dead" else 10**9 if cover is None else cover
            place = (("negative", "low", "dead").index(state), urgent, product)
            told.append((place, (product, state, on_hand, free, pace, cover, order)))
        told.sort()
        counts = Counter(row[1] for _, row in told)
        yield "stock", found.counts, {s: counts[s] for s in ("negative", "low", "dead")}
        yield "stock rows", [
            (x.id, x.state, x.on_hand, x.available, x.sold, x.cover, x.order)
            for x in found.products
        ], [row for _, row in told[: stock_outlook.MOST]]  # fmt: skip

    def every_figure(self, first: date, last: date) -> Iterator[Difference]:
        """All panels of these days: the figure, what the shop says, what the rows say."""
        yield from self.dashboard(statistics.dashboard(first, last))
        for panel in (self.products, self.counter, self.together):
            yield from panel((first, last))

    def differences(self, first: date, last: date) -> list[Difference]:
        return [x for x in self.every_figure(first, last) if x[1] != x[2]]


def nearest_rank(ranked: list[int], tenths: int) -> int | None:
    return ranked[-(-len(ranked) * tenths // 10) - 1] if ranked else None


def _sums(ours: statistics.Sums) -> tuple[int, int, int, int]:
    return ours.orders, ours.lines, ours.quantity, ours.revenue
