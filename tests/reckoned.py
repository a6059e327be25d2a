"""How every order stood at the end of each day on which something was done to it, reckoned from
the journal alone: what a day brought is what stood at its end, less what stood before it.

It looks at none of the shop's sums and shares no code with them.
"""

import json
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from models.storage.database import database
from models.storage.tables import Order, OrderLine

_CANCELLED = 4


def half_up(number: Fraction) -> int:
    return int((number + Fraction(1, 2)) // 1)


@dataclass(frozen=True)
class Part:
    """An order as it stood, to be added (`sign` 1) or taken off (-1) on a day, in an hour."""

    sign: int
    day: date
    hour: int
    order: dict[str, Any]
    lines: list[dict[str, Any]]

    @property
    def is_kept(self) -> bool:
        return bool(self.order["stage"] != _CANCELLED)

    @property
    def sold(self) -> list[dict[str, Any]]:
        """The lines of which something was given, with what they come to."""
        return [_reckoned(self.order, x) for x in self.lines if self.is_kept and _given(x) > 0]


def _given(line: dict[str, Any]) -> int:
    return int(line["ordered"] - line["cancelled"] - line["short"])


def _reckoned(order: dict[str, Any], line: dict[str, Any]) -> dict[str, Any]:
    rate, net = Fraction(line["tax_rate"], 10_000), line["net"]
    tax = half_up(net * rate / (1 + rate) if order["tax_included"] else net * rate)
    revenue = net if order["tax_included"] else net + tax
    sold, cost = _given(line) - line["returned"], line.get("cost")
    is_costed = cost is not None and sold > 0
    return line | {
        "order": order["id"],
        "sold": sold,
        "off": half_up(Fraction(line["price"] * sold, 1000)) - net,
        "revenue": revenue,
        "tax": tax,
        "costs": half_up(Fraction(cost * sold, 1000)) if is_costed else 0,
        "costed": revenue - tax if is_costed else 0,
    }


def parts(zone: str, until: int | None = None) -> list[Part]:
    """All orders, by what was entered at `until` (UTC ms) at the latest."""
    found: list[Part] = []
    for entries in _by_order():
        known = [entry for entry in entries if until is None or entry[0] <= until]
        if known and known[0] is entries[0]:
            found += _followed(known, ZoneInfo(zone))
    return found


def _by_order() -> Iterator[list[tuple[int, dict[str, Any]]]]:
    told = database.execute_sql(
        'SELECT "order", at, kind, payload FROM journal WHERE "order" IS NOT NULL '
        'ORDER BY "order", sequence'
    ).fetchall()
    entries: list[tuple[int, dict[str, Any]]] = []
    before = None
    for order, at, kind, payload in told:
        if order != before and entries:
            yield entries
            entries = []
        before = order
        content = json.loads(payload)
        if kind == "placed" or isinstance(content.get("lines", {}), dict):
            entries.append((at, content))
    if entries:
        yield entries


def _followed(entries: list[tuple[int, dict[str, Any]]], zone: ZoneInfo) -> Iterator[Part]:
    (_, placed), *later = entries
    order = Order.defaults() | placed["order"]
    lines = {line["line"]: OrderLine.defaults() | line for line in placed["lines"]}
    own = datetime.fromtimestamp(order["placed_at"] / 1000, zone)
    place = own.date(), own.hour
    if "refund" in order["channel"]:  # it was sold on another day, which nobody knows
        yield Part(-1, *place, dict(order), deepcopy(list(lines.values())))
    for at, told in later:
        then = datetime.fromtimestamp(at / 1000, zone)
        where = (then.date(), own.hour if then.date() == own.date() else then.hour)
        if where != place:  # what stood until here, stays there
            yield Part(1, *place, dict(order), deepcopy(list(lines.values())))
            yield Part(-1, *where, dict(order), deepcopy(list(lines.values())))
            place = where
        order |= {name: new for name, (_, new) in told.get("order", {}).items()}
        for number, changes in told.get("lines", {}).items():
            line = lines.setdefault(int(number), OrderLine.defaults())
            line |= {name: new for name, (_, new) in changes.items()}
    yield Part(1, *place, dict(order), deepcopy(list(lines.values())))


@dataclass(frozen=True)
class Back:
    """What a return (or the undoing of one, `times` -1) took off a line, on its day."""

    day: date
    reason: str
    line: int
    product: int
    rate: int
    times: int
    quantity: int
    revenue: int
    tax: int


def brought_back(zone: str, until: int | None = None) -> list[Back]:
    """Every return of goods, and every undoing of one."""
    found: list[Back] = []
    reasons: dict[int, str] = {}
    books: dict[int, tuple[dict[str, Any], dict[int, dict[str, Any]]]] = {}
    for sequence, order, at, kind, payload in database.execute_sql(
        'SELECT sequence, "order", at, kind, payload FROM journal WHERE "order" IS NOT NULL '
        "ORDER BY sequence"
    ).fetchall():
        told = json.loads(payload)
        if kind == "placed":
            lines = {x["line"]: OrderLine.defaults() | x for x in told["lines"]}
            books[order] = (Order.defaults() | told["order"], lines)
            continue
        if not isinstance(told.get("lines", {}), dict) or (until is not None and at > until):
            continue
        head, lines = books[order]
        before = deepcopy(lines)
        head |= {name: new for name, (_, new) in told.get("order", {}).items()}
        for number, changes in told.get("lines", {}).items():
            line = lines.setdefault(int(number), OrderLine.defaults())
            line |= {name: new for name, (_, new) in changes.items()}
        facts = told.get("facts", {})
        step = facts["kind"] if kind == "undone" else kind
        if step not in ("returned", "exchanged"):
            continue
        sign = -1 if kind == "undone" else 1
        reasons[sequence] = reasons.get(facts.get("undone", 0), facts.get("note", ""))
        day = datetime.fromtimestamp(at / 1000, ZoneInfo(zone)).date()
        for number, line in lines.items():
            if step == "exchanged" and line["returned"] == before.get(number, line)["returned"]:
                continue  # what went out, or became cheaper by it
            was, now = _reckoned(head, before[number]), _reckoned(head, line)
            less = [was[name] - now[name] for name in ("sold", "revenue", "tax")]
            if any(less):
                times = sign if less[0] else 0
                found.append(
                    Back(day, reasons[sequence], number, line["product"], line["tax_rate"], times,
                         *less)
                )  # fmt: skip
    return found
