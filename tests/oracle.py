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
    taxes,
)
from models.statistics.compared_days import days_before
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
from tests.reckoned import brought_back, half_up, parts

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
_SUMS = "SUM(sign)::BIGINT, SUM(sign * sold)::BIGINT, SUM(sign * revenue)::BIGINT"
_OF_ORDER = (
    "id", "station", "staff", "channel", "total", "tax", "placed_at", "claimed_at", "ready_at",
    "handed_at", "promised_at", "starts_at", "cancel_reason",
)  # fmt: skip
_OF_LINE = ("order", "product", "tax_rate", "sold", "revenue", "tax", "off", "costs", "costed")
_BY_DAY = ("imported_by_day", "imported_refund_by_day")
_PAST = ("imported", "imported_refund", *_BY_DAY)
_ASKED = ("ordered", "cancelled", "short", "picked", "bulk", "price", "short_reason")


class Oracle:
    """What the open shop's rows say, as they were when it was made."""

    def __init__(self, folder: Path, zone: str) -> None:
        self.zone = ZoneInfo(zone)
        self.db = duckdb.connect(config={"threads": 1})
        for table in (Order, OrderLine, Payment, DrawerSession, Product, Stock):
            self._load(table, folder)
        self._reckon(zone, folder)
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

    def _reckon(self, zone: str, folder: Path) -> None:
        """Day and hour are reckoned anew from the moments of the journal, not taken from rows."""
        every = parts(zone)
        orders = [
            (x.sign, x.day, x.hour, x.day.weekday(), x.is_kept, max(0, len(x.sold)),
             *(x.order[name] for name in _OF_ORDER)) for x in every
        ]  # fmt: skip
        lines = [
            (x.sign, x.day, x.hour, *(line[name] for name in _OF_LINE))
            for x in every for line in x.sold
        ]  # fmt: skip
        asked = [
            (x.sign, x.day, x.order["channel"] in _PAST, *(line[name] for name in _ASKED))
            for x in every if x.is_kept for line in x.lines
        ]  # fmt: skip
        self._fill(folder, "o0", "sign BIGINT, on_day DATE, on_hour BIGINT, weekday BIGINT, "
                   "kept BOOLEAN, lines_sold BIGINT", _OF_ORDER, orders)  # fmt: skip
        self._fill(folder, "s", "sign BIGINT, on_day DATE, on_hour BIGINT", _OF_LINE, lines)
        self._fill(folder, "asked", "sign BIGINT, on_day DATE, past BOOLEAN", _ASKED, asked)
        self.db.execute(
            "CREATE TABLE o AS SELECT *, COALESCE(starts_at, placed_at) AS came_at, "
            f"channel IN {_PAST} AS past, channel NOT IN {_BY_DAY} AS timed FROM o0"
        )
        self.db.execute("""CREATE VIEW line_now AS SELECT * FROM order_line
            WHERE ordered - cancelled - short > returned""")
        self.back = brought_back(zone)

    def _fill(self, folder: Path, name: str, first: str, more: tuple[str, ...], rows: Any) -> None:
        texts = {"channel", "station", "staff", "cancel_reason", "short_reason"}
        kinds = ", ".join(f'"{x}" ' + f"{'VARCHAR' if x in texts else 'BIGINT'}" for x in more)
        self.db.execute(f"CREATE TABLE {name} ({first}, {kinds})")
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_MINIMAL)
            for row in rows:
                writer.writerow(
                    _NONE if value is None else int(value) if isinstance(value, bool) else value
                    for value in row
                )
        self.db.execute(
            f"COPY {name} FROM '{path}' (HEADER false, NULLSTR '{_NONE}', DELIMITER ',', "
            "QUOTE '\"', ESCAPE '\"')"
        )

    def _entries(self) -> Iterator[tuple[date, str, str, str, Any]]:
        """Day, station, staff, kind and payload of the work in the warehouse.

        What was undone and then redone was done once, by whoever did it first.
        """
        query = Journal.select(
            Journal.at, Journal.station, Journal.staff, Journal.kind, Journal.payload
        ).where(Journal.kind.in_(_WORK))
        entries = database.execute(query.order_by(Journal.sequence).tuples()).fetchall()
        for at, *who, kind, payload in entries:
            told = json.loads(payload)
            if "undone" not in told.get("facts", {}):  # else done once more
                day = datetime.fromtimestamp(at / 1000, self.zone).date()
                yield day, *who, kind, told

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
            earned = [
                (d.day, d.returned, d.margin.revenue, d.margin.tax, d.margin.cost, d.margin.costed)
                for d in kept
            ]
            yield f"{name}: earned", earned, self._earned(*days)
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
        margins = self._margins(now)
        yield "earned by the best", [
            (p.id, p.margin.tax, p.margin.cost, p.margin.costed) for p in found.top
        ], [(p.id, *margins[p.id]) for p in found.top]  # fmt: skip

    def _figures(
        self, days: tuple[date, date], ours: statistics.Figures, late_after: int
    ) -> Iterator[Difference]:
        inside = "WHERE on_day BETWEEN ? AND ?"
        orders, revenue, tax, cancelled, promised, kept = self.rows(
            f"""SELECT COALESCE(SUM(sign) FILTER (kept), 0)::BIGINT,
            COALESCE(SUM(sign * total) FILTER (kept), 0)::BIGINT,
            COALESCE(SUM(sign * tax) FILTER (kept), 0)::BIGINT,
            COALESCE(SUM(sign) FILTER (NOT kept), 0)::BIGINT, COALESCE(SUM(sign) FILTER (
            kept AND promised_at IS NOT NULL AND ready_at IS NOT NULL), 0)::BIGINT,
            COALESCE(SUM(sign) FILTER (kept AND ready_at <= promised_at), 0)::BIGINT
            FROM o {inside}""", *days
        )[0]  # fmt: skip
        lines, quantity, of_lines, discount, costs, costed = self.rows(
            "SELECT " + ", ".join(f"COALESCE(SUM(sign * {x}), 0)::BIGINT" for x in (
                "1", "sold", "revenue", "off", "costs", "costed")) + f" FROM s {inside}", *days
        )[0]  # fmt: skip
        asked, short, picked, bulk = self.rows(
            f"""SELECT COALESCE(SUM(sign) FILTER (ordered > cancelled AND NOT past), 0)::BIGINT,
            COALESCE(SUM(sign) FILTER (short > 0), 0)::BIGINT,
            COALESCE(SUM(sign) FILTER (picked > 0 AND NOT past), 0)::BIGINT,
            COALESCE(SUM(sign) FILTER (picked > 0 AND bulk = 1 AND NOT past), 0)::BIGINT
            FROM asked {inside}""", *days
        )[0]  # fmt: skip
        back = sum(x.revenue for x in self.back if days[0] <= x.day <= days[1])
        yield "sums", _sums(ours.sums), (orders, lines, quantity, revenue)
        yield "lines add up to the revenue", revenue, of_lines
        yield "came back", ours.sums.returned, back
        average = half_up(Fraction(revenue + back, orders)) if orders > 0 else 0
        yield "average", ours.sums.average_order, average
        yield "money", (ours.discount, ours.tax), (discount, tax)
        yield "margin", (ours.margin.cost, ours.margin.costed), (costs, costed)
        yield "cancelled", ours.cancelled, cancelled
        yield "promises", (ours.promised, ours.kept), (promised, kept)
        told = (ours.asked_lines, ours.short_lines, ours.picked_lines, ours.bulk_lines)
        yield "lines", told, (asked, short, picked, bulk)
        yield "trust", ours.trusted_share, 1 - bulk / picked if picked else None
        for step, (start, end) in _STEPS.items():
            taken = self.rows(
                f"""SELECT GREATEST(0, {end} - {start}) // 1000, SUM(sign)::BIGINT FROM o {inside}
                AND kept AND NOT past AND {start} IS NOT NULL AND {end} IS NOT NULL
                GROUP BY 1 HAVING SUM(sign) > 0 ORDER BY 1""",
                *days,
            )
            ranked = [second for second, count in taken for _ in range(count)]
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
            """SELECT d::DATE, COALESCE(a.orders, 0), COALESCE(a.lines, 0), COALESCE(a.revenue, 0)
            FROM generate_series(?::DATE, ?::DATE, INTERVAL 1 DAY) t(d)
            LEFT JOIN (SELECT on_day, SUM(sign)::BIGINT AS orders, SUM(sign * total)::BIGINT AS
            revenue, SUM(sign * lines_sold)::BIGINT AS lines FROM o WHERE kept GROUP BY on_day) a
            ON a.on_day = d::DATE ORDER BY 1""",
            first, last,
        )  # fmt: skip

    def _earned(self, first: date, last: date) -> list[tuple[Any, ...]]:
        """What came back on each day, and its revenue, tax, cost, and revenue with a known cost."""
        back = Counter[date]()
        for x in self.back:
            back[x.day] += x.revenue
        sums = ", ".join(f"SUM(sign * {x})::BIGINT" for x in ("revenue", "tax", "costs", "costed"))
        found = self.rows(
            f"SELECT on_day, {sums} FROM s WHERE on_day BETWEEN ? AND ? GROUP BY 1", first, last
        )
        told = {day: tuple(earned) for day, *earned in found}
        every = (first + timedelta(days=n) for n in range((last - first).days + 1))
        return [(day, back[day], *told.get(day, (0, 0, 0, 0))) for day in every]

    def _hours(self, day: date) -> list[tuple[Any, ...]]:
        return self.rows(
            """SELECT on_hour, SUM(sign)::BIGINT AS n, SUM(sign * lines_sold)::BIGINT,
            SUM(sign * total)::BIGINT AS r FROM o WHERE kept AND timed AND on_day = ?
            GROUP BY on_hour HAVING n <> 0 OR r <> 0 ORDER BY 1""",
            day,
        )

    def _heat(self, first: date, last: date) -> list[tuple[Any, ...]]:
        opened = self.rows("SELECT MIN(on_day) FROM o")[0][0] or first
        begin = max(first, opened)
        days = Counter(
            (begin + timedelta(days=n)).weekday() for n in range((last - begin).days + 1)
        )
        found = self.rows(
            """SELECT weekday, on_hour, SUM(sign)::BIGINT AS n, SUM(sign * lines_sold)::BIGINT,
            SUM(sign * total)::BIGINT AS r,
            COALESCE(SUM(sign) FILTER (ready_at IS NOT NULL AND NOT past), 0)::BIGINT,
            COALESCE(SUM(sign * (GREATEST(0, ready_at - came_at) // 1000))
            FILTER (NOT past), 0)::BIGINT
            FROM o WHERE kept AND timed AND on_day BETWEEN ? AND ? GROUP BY weekday, on_hour
            HAVING n <> 0 OR r <> 0 ORDER BY 1, 2""",
            first, last,
        )  # fmt: skip
        return [(weekday, hour, days[weekday], *rest) for weekday, hour, *rest in found]

    def _sold(self, days: tuple[date, date]) -> dict[int, list[int]]:
        """Lines, quantity and revenue by product."""
        found = self.rows(
            f"SELECT product, {_SUMS} FROM s WHERE on_day BETWEEN ? AND ? GROUP BY product", *days
        )
        return {product: sums for product, *sums in found if any(sums)}

    def _margins(self, days: tuple[date, date]) -> dict[int, tuple[int, int, int]]:
        """Tax, cost and costed revenue by product."""
        sums = ", ".join(f"SUM(sign * {x})::BIGINT" for x in ("tax", "costs", "costed"))
        found = self.rows(
            f"SELECT product, {sums} FROM s WHERE on_day BETWEEN ? AND ? GROUP BY product", *days
        )
        return {product: tuple(sums) for product, *sums in found}

    def _top(self, now: tuple[date, date], before: tuple[date, date]) -> list[tuple[Any, ...]]:
        new, old = self._sold(now), self._sold(before)
        best = sorted((p for p in new if new[p][1] > 0), key=lambda p: (-new[p][2], p))
        best = best[: statistics.TOP]
        return [(p, *new[p], *old.get(p, (0, 0, 0))) for p in best]

    def taxes(self, days: tuple[date, date]) -> Iterator[Difference]:
        """What the tax office is told of these days: by month and rate, with the base."""
        sums: dict[tuple[date, int], list[int]] = defaultdict(lambda: [0] * 4)
        for month, rate, revenue, tax in self.rows(
            """SELECT DATE_TRUNC('month', on_day)::DATE, tax_rate, SUM(sign * revenue)::BIGINT,
            SUM(sign * tax)::BIGINT FROM s WHERE on_day BETWEEN ? AND ? GROUP BY 1, 2""", *days
        ):  # fmt: skip
            sums[month, rate][:2] = revenue, tax
        for x in self.back:
            if days[0] <= x.day <= days[1]:
                back = sums[x.day.replace(day=1), x.rate]
                back[2:] = back[2] + x.revenue, back[3] + x.tax
        told = []
        for (month, rate), amounts in sorted(sums.items()):
            price = amounts[0] - amounts[1]
            is_ordinary = rate == 1_100 and month.year >= 2025
            base = half_up(Fraction(abs(price) * 11, 12)) if is_ordinary else abs(price)
            if any(amounts):
                told.append((month, rate, *amounts, -base if price < 0 else base))
        yield "taxes", [
            (x.month, x.rate, x.revenue, x.tax, x.returned, x.returned_tax, x.base)
            for x in taxes.by_month(*days)
        ], told  # fmt: skip

    # --- the second page -----------------------------------------------------------------------

    def products(self, now: tuple[date, date]) -> Iterator[Difference]:
        before = days_before(*now)
        new, old = self._sold(now), self._sold(before)
        yield from self._change(now, before, new, old)
        ranked = sorted((p for p in new if new[p][2] > 0), key=lambda p: (-new[p][2], p))
        whole, so_far = sum(new[p][2] for p in ranked), 0
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
        gone = sorted(
            (p for p in old if old[p][1] > 0 and new.get(p, (0, 0, 0))[1] <= 0),
            key=lambda p: (-old[p][2], p),
        )
        yield "stopped", (count, [s.id for s in sales]), (len(gone), gone[:most])
        kinds = dict(self.rows("SELECT id, category FROM product"))
        margins = self._margins(now)
        sums: dict[str, list[int]] = defaultdict(lambda: [0] * 8)
        for product in new.keys() | old.keys():
            _, a, b = new.get(product, (0, 0, 0))
            _, c, d = old.get(product, (0, 0, 0))
            for place, number in enumerate((int(a > 0), a, b, c, d, *margins.get(product, ()))):
                sums[kinds[product]][place] += number
        yield "categories", {
            c.name: [c.products, c.quantity, c.revenue, c.quantity_before, c.revenue_before,
                     c.margin.tax, c.margin.cost, c.margin.costed]
            for c in product_sales.categories(*now)
        }, dict(sums)  # fmt: skip

    def _change(self, now: Any, before: Any, new: Any, old: Any) -> Iterator[Difference]:
        found = product_sales.explain(*now)
        sums = """SELECT COALESCE(SUM(sign), 0)::BIGINT, COALESCE(SUM(sign * total), 0)::BIGINT
            FROM o WHERE kept AND on_day """
        (count, after), (count_before, was) = (
            self.rows(sums + "BETWEEN ? AND ?", *days)[0] for days in (now, before)
        )
        lines, lines_before = (sum(x[0] for x in sold.values()) for sold in (new, old))
        more = half_up(Fraction(was * count, count_before)) if count_before > 0 else after
        longer = (
            half_up(Fraction(was * lines, lines_before)) if lines_before > 0 and count else more
        )
        price = sum(
            new[p][2] - half_up(Fraction(new[p][1] * old[p][2], old[p][1]))
            for p in new.keys() & old.keys()
            if new[p][1] > 0 and old[p][1] > 0
        )
        if count_before <= 0:
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
            """WITH counted AS (SELECT method, amount, 1 AS sign, "at" FROM payment
            WHERE request_id NOT LIKE '%:undone' UNION ALL SELECT method, -amount, -1, "at"
            FROM payment WHERE request_id LIKE '%:undone')
            SELECT method, COALESCE(SUM(sign) FILTER (amount >= 0), 0)::BIGINT AS a,
            COALESCE(SUM(sign * amount) FILTER (amount >= 0), 0)::BIGINT AS b,
            COALESCE(SUM(sign) FILTER (amount < 0), 0)::BIGINT AS c,
            COALESCE(-SUM(sign * amount) FILTER (amount < 0), 0)::BIGINT AS d
            FROM counted WHERE "at" >= ? AND "at" < ? GROUP BY method
            HAVING a <> 0 OR b <> 0 OR c <> 0 OR d <> 0 ORDER BY 1""", begin, end
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
            """SELECT station, staff, COALESCE(SUM(sign) FILTER (kept), 0)::BIGINT AS a,
            COALESCE(SUM(sign * lines_sold), 0)::BIGINT AS b,
            COALESCE(SUM(sign * total) FILTER (kept), 0)::BIGINT AS c,
            COALESCE(SUM(sign) FILTER (NOT kept), 0)::BIGINT AS d
            FROM o WHERE on_day BETWEEN ? AND ? GROUP BY station, staff
            HAVING a <> 0 OR b <> 0 OR c <> 0 OR d <> 0 ORDER BY 1, 2""", *now
        )  # fmt: skip
        yield "cancelled", sorted(
            (c.reason, c.orders) for c in counter_figures.cancelled(*now)
        ), self.rows(
            """SELECT cancel_reason, SUM(sign)::BIGINT AS n FROM o WHERE NOT kept
            AND on_day BETWEEN ? AND ? GROUP BY 1 HAVING n <> 0 ORDER BY 1""", *now
        )  # fmt: skip
        yield "shorts", sorted(
            (x.reason, x.lines, x.quantity, x.revenue) for x in counter_figures.shorts(*now)
        ), self.rows(
            """SELECT short_reason, SUM(sign)::BIGINT AS n, SUM(sign * short)::BIGINT AS q,
            SUM(sign * ((2 * price::HUGEINT * short + 1000) // 2000))::BIGINT FROM asked
            WHERE short > 0 AND on_day BETWEEN ? AND ? GROUP BY 1
            HAVING n <> 0 OR q <> 0 ORDER BY 1""", *now
        )  # fmt: skip
        yield from self._told(now)

    def _told(self, now: tuple[date, date]) -> Iterator[Difference]:
        """What only the journal tells: who picked, and what came back."""
        work: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
        reasons: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        goods: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
        for back in self.back:
            if now[0] <= back.day <= now[1]:
                for place, count in enumerate((back.times, back.quantity, back.revenue)):
                    goods[back.product][place] += count
                reasons[back.reason][0] += back.times
                reasons[back.reason][1] += back.revenue
        for day, station, staff, kind, told in self.journal:
            if not now[0] <= day <= now[1] or station == "import":
                continue
            lines = told.get("lines", {})
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
        yield "returns", {r.reason: [r.lines, r.amount] for r in found.reasons}, {
            reason: sums for reason, sums in reasons.items() if any(sums)
        }  # fmt: skip
        goods = {product: sums for product, sums in goods.items() if any(sums)}
        best = sorted(goods, key=lambda p: (-goods[p][2], p))[: counter_figures.MOST]
        yield "returned products", [
            (p.id, [p.lines, p.quantity, p.amount]) for p in found.products
        ], [(p, goods[p]) for p in best]  # fmt: skip

    def together(self, now: tuple[date, date]) -> Iterator[Difference]:
        found = bought_together.bought_together(*now)
        newest = self.rows(
            """SELECT id, (SELECT COUNT(DISTINCT product) FROM line_now l WHERE l."order" = o.id)
            FROM orders o WHERE stage < 4 AND day BETWEEN ? AND ? AND channel NOT LIKE '%refund%'
            ORDER BY day DESC, number DESC LIMIT ?""",
            *map(shop_clock.day_key, now), bought_together.BASKETS,
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
        every = self.rows(
            "SELECT COALESCE(SUM(sign), 0)::BIGINT FROM o WHERE kept AND on_day BETWEEN ? AND ?",
            *now,
        )
        yield "baskets", (found.orders, found.all_orders), (taken, every[0][0])
        best = self.rows(
            """WITH b AS (SELECT DISTINCT id, product FROM (SELECT "order" AS id, product
            FROM line_now) SEMI JOIN basket USING (id)),
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
            """WITH sold AS (SELECT product, SUM(sign * sold) FILTER (on_day < ?::DATE AND on_day >=
            ?::DATE - 28)::BIGINT AS pace, SUM(sign * sold) AS lately FROM s
            WHERE on_day <= ?::DATE AND on_day > ?::DATE - 90 GROUP BY product)
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
            cover = max(0, free) * 28 // pace if pace > 0 else None
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
        for panel in (self.products, self.counter, self.together, self.taxes):
            yield from panel((first, last))

    def differences(self, first: date, last: date) -> list[Difference]:
        return [x for x in self.every_figure(first, last) if x[1] != x[2]]


def nearest_rank(ranked: list[int], tenths: int) -> int | None:
    return ranked[-(-len(ranked) * tenths // 10) - 1] if ranked else None


def _sums(ours: statistics.Sums) -> tuple[int, int, int, int]:
    return ours.orders, ours.lines, ours.quantity, ours.revenue
