"""The sums of days that are over, packed away so that ten years are read as quickly as a week.

A day's sums by product, by hour and by lead time stand row by row in the tables of
`models.sums.rollups` while it is today. Once it is over they are packed into one piece per day, and
at the end of a month into one piece that holds everything since the shop opened. Any period is
then the difference of two such pieces and a few days at its edges.

What happens to an order of a packed day (goods brought back, a correction) is noted beside the
packs and worked into them later. Nothing of this is news, so nothing of it is in the journal;
packing writes what the sums say and can be thrown away at any time.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from peewee import Query, fn

from models import clock
from models.errors import Damaged, StorageError
from models.storage.database import Statement, bind_param, rows, transaction
from models.storage.tables import ClosedSum, HourTotal, LateSum, LeadTime, ProductDay, Table
from models.sums.column_codec import added, numbers_of, packed, unpacked

if TYPE_CHECKING:
    from models.sums.column_codec import Numbers

#: The steps an order's time is split into: from one moment to another.
STEPS = {
    "claim": ("placed_at", "claimed_at"),
    "pick": ("claimed_at", "ready_at"),
    "collect": ("ready_at", "handed_at"),
    "ready": ("placed_at", "ready_at"),
    "whole": ("placed_at", "handed_at"),
}
_STEPS = tuple(STEPS)
COUNTED_BY = "version"  # beside the kinds: by which version the sums were counted
_EARLIEST = 1_000_000  # keys below are months, the others days
_LATE_ENOUGH = 400  # rows noted beside the packs before they are worked in
_FEW_DAYS = 45  # so many are added one by one
_NUMBERS = ("first", "second", "third", "fourth", "fifth")


@dataclass(frozen=True, slots=True)
class Kind:
    """A table of sums: what each row is about, as one number, and its columns."""

    name: str
    table: str
    columns: tuple[str, ...]
    #: The key besides the day.
    keys: tuple[str, ...]
    #: (day, the rest of the key) → code
    code: Callable[..., int]
    read: Statement

    @property
    def width(self) -> int:
        """The code and the columns."""
        return len(self.columns) + 1


def _kind(
    name: str, table: type[Table], keys: tuple[str, ...], columns: tuple[str, ...],
    code: Callable[..., int],
) -> Kind:  # fmt: skip
    def read() -> Query:
        day, *others = (getattr(table, column) for column in ("day", *keys, *columns))
        query = table.select(day, *others)
        return query.where(day.between(bind_param("first"), bind_param("last")))

    return Kind(name, table._meta.table_name, columns, keys, code, Statement(read))


PRODUCT = _kind(
    "product", ProductDay, ("product",), ("lines", "quantity", "revenue"),
    lambda _, product: product,
)  # fmt: skip
#: Beside them, so that they are read only where somebody asks for them.
MARGIN = _kind(
    "margin", ProductDay, ("product",), ("tax", "cost", "costed"), lambda _, product: product
)
HOUR = _kind(
    "hour", HourTotal, ("hour",), ("orders", "lines", "revenue", "timed", "seconds"),
    lambda day, hour: clock.day_of(day).weekday() * 24 + hour,
)  # fmt: skip
LEAD_TIME = _kind(
    "lead", LeadTime, ("step", "seconds"), ("orders",),
    lambda _, step, seconds: seconds * len(_STEPS) + _STEPS.index(step),
)  # fmt: skip
KINDS = (PRODUCT, MARGIN, HOUR, LEAD_TIME)

_UNTIL = Statement(
    lambda: ClosedSum.select(fn.MAX(ClosedSum.key)).where(
        ClosedSum.kind == HOUR.name, ClosedSum.key > _EARLIEST
    )
)
_NEXT = Statement(
    lambda: HourTotal.select(fn.MIN(HourTotal.day)).where(
        HourTotal.day > bind_param("until"), HourTotal.day < bind_param("today")
    )
)
_PACKS = Statement(
    lambda: ClosedSum.select(ClosedSum.content).where(
        ClosedSum.kind == bind_param("kind"),
        ClosedSum.key.between(bind_param("first"), bind_param("last")),
    )
)
_MONTH = Statement(
    lambda: (
        ClosedSum.select(ClosedSum.content)
        .where(ClosedSum.kind == bind_param("kind"), ClosedSum.key <= bind_param("month"))
        .order_by(ClosedSum.key.desc())
        .limit(1)
    )
)
_PUT = Statement(
    lambda: ClosedSum.insert(
        kind=bind_param("kind"), key=bind_param("key"), content=bind_param("content")
    ).on_conflict(
        conflict_target=[ClosedSum.kind, ClosedSum.key],
        update={ClosedSum.content: bind_param("content")},
    )
)
_NOTE = Statement(
    lambda: LateSum.insert(
        {getattr(LateSum, name): bind_param(name) for name in
         ("kind", "day", "code", *_NUMBERS)}
    )
)  # fmt: skip
_LATE = Statement(
    lambda: (
        LateSum.select(LateSum.code, *(fn.SUM(getattr(LateSum, name)) for name in _NUMBERS))
        .where(
            LateSum.kind == bind_param("kind"),
            LateSum.day.between(bind_param("first"), bind_param("last")),
        )
        .group_by(LateSum.code)
    )
)


def closed_until() -> int:
    """The newest packed day as yyyymmdd, zero before there is one."""
    return _UNTIL.run({}).fetchone()[0] or 0


def note(changes: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Notes the changes (by table of sums) of days that are packed already."""
    until = closed_until()
    late = []
    for kind in KINDS:
        for change in changes[kind.table]:
            if change["day"] > until:
                continue
            numbers = [change[name] for name in kind.columns]
            if any(numbers):
                key = [change[name] for name in kind.keys]
                numbers += [0] * len(_NUMBERS)
                late.append(
                    {
                        "kind": kind.name,
                        "day": change["day"],
                        "code": kind.code(change["day"], *key),
                        **dict(zip(_NUMBERS, numbers, strict=False)),
                    }
                )
    _NOTE.run_many(late)


# --- reading -------------------------------------------------------------------------------


class DayArchive:
    """Sums over any days, at one moment: packs where there are, rows where there are not."""

    def __init__(self) -> None:
        self._until = closed_until()

    def sums(self, kind: Kind, first: int, last: int) -> "Numbers":
        """Codes with anything but zeros, in order: a row of codes, then one of each column.

        Raises `Damaged` when nobody can read what was packed.
        """
        try:
            return self._sums(kind, first, last)
        except (ValueError, IndexError) as error:
            raise Damaged(f"closed_sum {kind.name}") from error

    def _sums(self, kind: Kind, first: int, last: int) -> "Numbers":
        parts: list[tuple[int, Numbers]] = []
        packed = min(last, self._until)
        if first <= packed:
            parts += self._closed(kind, first, packed)
            parts.append((1, _late(kind, first, packed)))
        if last > packed:
            found = kind.read.run({"first": max(first, self._until + 1), "last": last}).fetchall()
            for _, day in groupby(found, lambda row: row[0]):
                parts.append((1, numbers_of(sorted(_coded(kind, day)), kind.width)))
        return added(parts, kind.width)

    def _closed(self, kind: Kind, first: int, last: int) -> "list[tuple[int, Numbers]]":
        if (clock.day_of(last) - clock.day_of(first)).days <= _FEW_DAYS:
            return [(1, pack) for pack in _packs(kind, first, last)]
        start = [(-sign, pack) for sign, pack in self._before(kind, first)]
        return start + self._before(kind, last + 1)

    def _before(self, kind: Kind, day: int) -> "list[tuple[int, Numbers]]":
        """All that was before `day`: up to the nearer end of a month, and the days in between."""
        month = day // 100
        if day % 100 > 16 and month < self._until // 100:
            days = [(-1, pack) for pack in _packs(kind, day, month * 100 + 99)]
            return [(1, pack) for pack in _month(kind, month)] + days
        days = [(1, pack) for pack in _packs(kind, month * 100, day - 1)]
        return [(1, pack) for pack in _month(kind, month - 1)] + days


def _packs(kind: Kind, first: int, last: int) -> "list[Numbers]":
    values = {"kind": kind.name, "first": first, "last": last}
    return [unpacked(row[0], kind.width) for row in _PACKS.run(values).fetchall()]


def _month(kind: Kind, month: int) -> "list[Numbers]":
    """Everything up to the end of the month; nothing before the first."""
    found = _MONTH.run({"kind": kind.name, "month": month}).fetchall()
    return [unpacked(row[0], kind.width) for row in found]


def _coded(kind: Kind, found: Iterable[Sequence[Any]]) -> list[tuple[int, ...]]:
    keys = -len(kind.columns)
    return [(kind.code(*row[:keys]), *row[keys:]) for row in found if any(row[keys:])]


# --- proving -------------------------------------------------------------------------------


def misfits() -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Packs and late changes, by table and key, that do not come to the sums they were made of.

    Packs are made anew and compared as bytes: none is opened, whatever stands in it.
    """
    until = closed_until()
    for kind in KINDS:
        try:
            yield from [("closed_sum", (kind.name, key)) for key in _unfit(kind, until)]
        except (ValueError, IndexError, OverflowError):  # a code that nothing has
            yield "late_sum", (kind.name, until)
    names = [kind.name for kind in KINDS]
    strangers = ClosedSum.select(ClosedSum.kind, ClosedSum.key)
    for key in rows(strangers.where(ClosedSum.kind.not_in([*names, COUNTED_BY])), _key):
        yield "closed_sum", key
    late = LateSum.select(LateSum.kind, LateSum.day).distinct()
    for key in rows(late.where(LateSum.kind.not_in(names) | (LateSum.day > until)), _key):
        yield "late_sum", key


def _key(*values: Any) -> tuple[Any, ...]:
    return values


def _unfit(kind: Kind, until: int) -> Iterator[int]:
    """The days and months whose packs are not what they would be."""
    query = ClosedSum.select(ClosedSum.key, ClosedSum.content).where(ClosedSum.kind == kind.name)
    packs = dict(rows(query.tuples(), lambda key, content: (key, bytes(content))))
    noted = LateSum.select(LateSum.day).distinct().where(LateSum.kind == kind.name)
    late = set(rows(noted, int))
    found = kind.read.run({"first": 0, "last": until}).fetchall()
    days = {day: list(of_day) for day, of_day in groupby(sorted(found), lambda row: row[0])}
    months = {key for key in packs if key < _EARLIEST}
    whole = numbers_of([], kind.width)
    nothing = before = packed(whole.tolist())
    every = sorted(days.keys() | late | {key for key in packs if key > _EARLIEST})
    for month, of_month in groupby(every, lambda day: day // 100):
        parts = [(1, whole)]
        for day in of_month:
            part = numbers_of(sorted(_coded(kind, days.get(day, ()))), kind.width)
            if day in late:
                part = added([(1, part), (-1, _late(kind, day, day))], kind.width)
            parts.append((1, part))
            if packs.get(day, nothing) != packed(part.tolist()):
                yield day
        whole = added(parts, kind.width)
        if month < until // 100:
            months.discard(month)
            now = packed(whole.tolist())
            if packs.get(month, before) != now:
                yield month
            before = now
    yield from sorted(months)  # of which there are no days


# --- packing -------------------------------------------------------------------------------


def keep_up(today: int) -> None:
    """Packs the days before `today` that are not packed yet, a month at a time.

    What cannot be packed now, because another program is writing or the file may only be read,
    is read row by row until the next time.
    """
    with suppress(StorageError):
        _pack_until(today)


def _pack_until(today: int) -> None:
    packed = False
    while _next_day(today) is not None:
        with transaction():  # in it nobody else packs or sells
            packed = True
            until, day = closed_until(), _next_day(today)
            if day is None:
                break
            if until and until // 100 < day // 100:
                for kind in KINDS:
                    _close_month(kind, until // 100)
            end = min(today - 1, day // 100 * 100 + 99)
            days = HourTotal.select(HourTotal.day).distinct().where(HourTotal.day.between(day, end))
            for day in sorted(rows(days, int)):
                _close_day(day)
    late = rows(LateSum.select(fn.COUNT(LateSum.id)), int)[0]
    if late > (0 if packed else _LATE_ENOUGH):
        with transaction():
            _work_in()


def _next_day(today: int) -> int | None:
    found = _NEXT.run({"until": closed_until(), "today": today}).fetchone()[0]
    return None if found is None else int(found)


def _close_day(day: int) -> None:
    for kind in KINDS:
        found = _coded(kind, kind.read.run({"first": day, "last": day}).fetchall())
        found.sort()
        content = packed(zip(*found, strict=True))
        _PUT.run({"kind": kind.name, "key": day, "content": content})


def _close_month(kind: Kind, month: int) -> None:
    parts = _month(kind, month - 1) + _packs(kind, month * 100, month * 100 + 99)
    _put(kind, month, parts)


def _put(kind: Kind, key: int, parts: "list[Numbers]") -> None:
    whole = added([(1, part) for part in parts], kind.width)
    _PUT.run({"kind": kind.name, "key": key, "content": packed(whole.tolist())})


def _work_in() -> None:
    """Adds what was noted beside the packs to them."""
    newest = closed_until() // 100
    for kind in KINDS:
        noted = LateSum.select(LateSum.day).distinct().where(LateSum.kind == kind.name)
        days = sorted(rows(noted, int))
        if not days:
            continue
        for day in days:
            _put(kind, day, [*_packs(kind, day, day), _late(kind, day, day)])
        kept = ClosedSum.select(ClosedSum.key).where(
            ClosedSum.kind == kind.name, ClosedSum.key.between(days[0] // 100, _EARLIEST)
        )
        closed = set(rows(kept, int))
        for month in sorted(closed | {day // 100 for day in days if day // 100 < newest}):
            if month in closed:
                late = _late(kind, days[0], month * 100 + 99)
                _put(kind, month, [*_month(kind, month), late])
            else:
                _close_month(kind, month)
    LateSum.delete().execute()


def _late(kind: Kind, first: int, last: int) -> "Numbers":
    found = _LATE.run({"kind": kind.name, "first": first, "last": last}).fetchall()
    return numbers_of(sorted(tuple(map(int, row[: kind.width])) for row in found), kind.width)
