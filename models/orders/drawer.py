"""The cash drawer of a station: what was in it, what went in and out, what was counted.

A session runs from the opening float to the count at the close. Cash that is taken or given back
for orders while it is open belongs to it, what is moved while none is open stands in the report of
the next one; a shop that does not count its drawers opens none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import SQL, Case, fn

from models import amounts, clock, events, print_spool, session
from models.amounts import SUM_LIMIT
from models.errors import CannotUndo, DrawerIsClosed, DrawerIsOpen, NoDrawerOpen, NotInDrawer
from models.events import Event, Receipt
from models.journal import journal, rights
from models.journal.verbs import verb
from models.orders.ledger import ROUNDING
from models.print_spool import PrintRequest
from models.settings import kept_detail
from models.storage.database import Statement, bind_param, one, rows, snapshot, transaction
from models.storage.tables import IS_LOOSE, DrawerMovement, DrawerSession, Payment
from models.sums.tallies import UNDONE
from models.text import redaction

_CURRENT = Statement(
    lambda: DrawerSession.select(DrawerSession.id).where(
        DrawerSession.station == bind_param("station"), DrawerSession.closed_at.is_null()
    )
)


@dataclass(frozen=True, slots=True)
class Movement:
    """Cash put in or taken out (negative) at a moment (UTC ms), and why.

    One that `is_undo` takes an earlier one back, and has its reason.
    """

    at: int
    amount: int
    reason: str
    staff: str
    is_undo: bool


@dataclass(frozen=True, slots=True)
class Taken:
    """By one way to pay: how many `payments` came in, or went back (`is_back`), and their rupiah.

    What was undone is neither; an undone one of an earlier session is one less.
    """

    method: str
    is_back: bool
    payments: int
    sum: int


@dataclass(frozen=True, slots=True)
class Drawer:
    """A session, open or closed. Money in rupiah, moments UTC ms.

    `taken` is everything taken and given back at the station during it, None where that is not
    known any more (`models.settings.kept_detail`); only cash is in the drawer.
    `expected = opening + cash + moved`; `counted` is None while it is open.
    `loose` is the cash of before it was opened, while none was: counted with the opening float, if
    it was put into the drawer.
    """

    id: int
    station: str
    staff: str
    opened_at: int
    closed_at: int | None
    opening: int
    moved: int
    cash: int
    counted: int | None
    note: str
    taken: tuple[Taken, ...] | None
    movements: tuple[Movement, ...]
    loose: int

    @property
    def expected(self) -> int:
        """What should be in the drawer."""
        return self.opening + self.cash + self.moved

    @property
    def difference(self) -> int | None:
        """Counted minus expected: negative when cash is missing."""
        return None if self.counted is None else self.counted - self.expected


@dataclass(frozen=True, slots=True)
class Loose:
    """Cash taken less cash given back, in rupiah, at a station that had no drawer open."""

    station: str
    sum: int


def current_id() -> int | None:
    """The open session of this station, or None."""
    row = _CURRENT.run({"station": session.current.station}).fetchone()
    return row[0] if row else None


def doubt(cash: int) -> NoDrawerOpen | NotInDrawer | None:
    """What is to be asked before so many rupiah of cash come in, or go out (negative).

    That no drawer is open is asked about once, until one was opened and closed again.
    """
    if not cash:
        return None
    if (drawer := current_id()) is None:
        here = session.current.station
        first = one(_loose(here, _closed_last(here)).limit(1)) is None
        return NoDrawerOpen(cash) if first else None
    if cash > 0:  # what is in the drawer matters only to what goes out
        return None
    expected = report(drawer).expected
    return NotInDrawer(-cash, expected) if cash + max(0, expected) < 0 else None


def check_in_it(cash: int) -> None:
    """Raises `NotInDrawer` if so many rupiah are not in the open drawer of this station."""
    if isinstance(error := doubt(-cash), NotInDrawer):
        raise error


def loose_cash() -> int:
    """Cash taken less cash given back here since the last drawer was closed, in no drawer."""
    here = session.current.station
    return _sum(_loose(here, _closed_last(here)))


def loose_elsewhere() -> list[Loose]:
    """Cash of this business day in no drawer, by station, here not: who counts at one till learns
    that there was another one that nobody opened."""
    here = session.current
    today = clock.business_day(clock.now(), *here.calendar)
    query = (
        Payment.select(Payment.station, fn.SUM(Payment.amount))
        .where(
            IS_LOOSE,
            Payment.station != here.station,
            Payment.at >= clock.start_of(today, *here.calendar),
        )
        .group_by(Payment.station)
        .having(fn.SUM(Payment.amount) != 0)
        .order_by(Payment.station)
    )
    return rows(query.tuples(), Loose)


@verb(lambda event: event.payload["drawer"])
def open_drawer(opening: int) -> Receipt[int]:
    """Begins a session with `opening` rupiah of change in the drawer; its id.

    Raises `DrawerIsOpen`, `BadMoney`.
    """
    amounts.checked_money(opening, SUM_LIMIT)
    with transaction():
        if (open_already := current_id()) is not None:
            raise DrawerIsOpen(_session(open_already).opened_at)
        loose = loose_cash()
        drawer: int = DrawerSession.insert(
            station=session.current.station, staff=session.current.staff,
            opened_at=clock.now(), opening=opening, loose=loose,
        ).execute()  # fmt: skip
        payload = {"drawer": drawer, "opening": opening, "loose": loose}
        sequence = journal.append(events.DRAWER_OPENED, payload)
    return Receipt(sequence, drawer)


@verb()
def move(amount: int, reason: str) -> Receipt[None]:
    """Puts cash in (positive) or takes it out (negative), with the reason.

    Raises `DrawerIsClosed`, `NotInDrawer`, `BadMoney`, `TextMissing`, `TextTooLong`.
    """
    amounts.checked_money(abs(amount) - 1, SUM_LIMIT)
    reason = redaction.checked_free_text("reason", reason, amounts.NOTE_LIMIT, required=True)
    with transaction():
        return _move(_current(), amount, reason)


def revert(event: Event) -> Receipt[None]:
    """Puts back what was taken out of the drawer, or the other way round.

    Raises `CannotUndo` when that drawer was closed since; `NotInDrawer`.
    """
    facts = event.payload
    drawer = _session(facts["drawer"])
    if drawer.closed_at is not None:
        raise CannotUndo(event.kind)
    movement = facts.get("movement", 0)
    return _move(drawer, -facts["amount"], facts["reason"], movement, undone=event.sequence)


def _move(
    drawer: Drawer, amount: int, reason: str, undoes: int | None = None, **facts: int
) -> Receipt[None]:
    if drawer.expected + amount < 0:
        raise NotInDrawer(-amount, drawer.expected)
    movement: int = DrawerMovement.insert(
        session=drawer.id, at=clock.now(), amount=amount, reason=reason,
        staff=session.current.staff, undone=undoes,
    ).execute()  # fmt: skip
    payload = {"drawer": drawer.id, "movement": movement, "amount": amount, "reason": reason}
    return Receipt(journal.append(events.DRAWER_MOVED, payload | facts))


@verb(lambda event: report(event.payload["drawer"]))
def close_drawer(
    counted: int, note: str = "", *, papers: Sequence[PrintRequest] = ()
) -> Receipt[Drawer]:
    """Ends the session with what was counted; the day-close report, `papers` of which are printed.

    Raises `DrawerIsClosed`, `BadMoney`, `TextTooLong`.
    """
    amounts.checked_money(counted, SUM_LIMIT)
    note = redaction.checked_free_text("note", note, amounts.NOTE_LIMIT)
    with transaction():
        drawer = _current()
        if counted != drawer.expected:
            facts = {"counted": counted, "expected": drawer.expected}
            rights.check("drawer.close_with_difference", facts.copy)
        DrawerSession.update(
            closed_at=clock.now(), counted=counted, expected=drawer.expected, note=note
        ).where(DrawerSession.id == drawer.id).execute()
        print_spool.add(papers, drawer.id)
        sequence = journal.append(
            events.DRAWER_CLOSED,
            {"drawer": drawer.id, "expected": drawer.expected, "counted": counted},
        )
    return Receipt(sequence, report(drawer.id))


def store_again(row: Mapping[str, Any]) -> tuple[int, bool]:
    """A session that was written elsewhere: its id here, and whether it was not here yet."""
    there = one(
        DrawerSession.select(DrawerSession.id).where(
            DrawerSession.station == row["station"], DrawerSession.opened_at == row["opened_at"]
        )
    )
    if there:
        return int(there[0]), False
    return int(DrawerSession.insert(**_without_id(row)).execute()), True


def store_movement_again(row: Mapping[str, Any]) -> int:
    """A movement that was written elsewhere, of a session of this shop; its id here."""
    return int(DrawerMovement.insert(**_without_id(row)).execute())


def _without_id(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "id"}


def current() -> Drawer | None:
    """The open session of this station as it stands, or None."""
    drawer = current_id()
    return None if drawer is None else report(drawer)


def report(drawer: int) -> Drawer:
    """One session with its figures. Raises `DrawerIsClosed` when there is none with this id."""
    with snapshot():
        return _session(drawer)


def recent(limit: int = 30) -> list[Drawer]:
    """The newest sessions of all stations, newest first."""
    with snapshot():
        ids = rows(
            DrawerSession.select(DrawerSession.id).order_by(DrawerSession.id.desc()).limit(limit),
            int,
        )
        return [_session(drawer) for drawer in ids]


def _current() -> Drawer:
    drawer = current_id()
    if drawer is None:
        raise DrawerIsClosed
    return _session(drawer)


def _session(drawer: int) -> Drawer:
    s, m = DrawerSession, DrawerMovement
    row = one(
        s.select(
            s.station, s.staff, s.opened_at, s.closed_at, s.opening, s.expected, s.counted, s.note,
            s.loose,
        ).where(s.id == drawer)
    )  # fmt: skip
    if row is None:
        raise DrawerIsClosed
    station, staff, opened_at, closed_at, opening, expected, counted, note, loose = row
    movements = rows(
        m.select(m.at, m.amount, m.reason, m.staff, m.undone.is_null(False))
        .where(m.session == drawer)
        .order_by(m.id),
        Movement,
    )
    moved = sum(movement.amount for movement in movements)
    if closed_at is None:
        cash = _sum(Payment.select().where(Payment.drawer == drawer))
    else:
        cash = expected - opening - moved
    return Drawer(
        drawer, station, staff, opened_at, closed_at, opening, moved, cash,
        counted, note, _taken(station, opened_at, closed_at), tuple(movements), loose,
    )  # fmt: skip


def _closed_last(station: str) -> int:
    """When the last drawer of the station was closed (UTC ms); 0 if none was."""
    last = DrawerSession.select(fn.MAX(DrawerSession.closed_at))
    row = one(last.where(DrawerSession.station == station))
    return row[0] or 0 if row else 0


def _loose(station: str, since: int) -> Any:
    """The cash of the station since a moment (UTC ms) that no drawer has."""
    loose = Payment.select(Payment.amount).where(IS_LOOSE)
    return loose.where(Payment.station == station, Payment.at > since)


def _sum(payments: Any) -> int:
    row = one(payments.select(fn.COALESCE(fn.SUM(Payment.amount), 0)))
    return int(row[0]) if row else 0


def _taken(station: str, opened_at: int, closed_at: int | None) -> tuple[Taken, ...] | None:
    if not kept_detail.is_whole(clock.business_day(opened_at, *session.current.calendar)):
        return None
    undone = Payment.request_id.endswith(UNDONE)
    # What takes a payment back is of the same kind as that: money out, but none that went back.
    is_back = Case(
        None,
        [
            (Payment.method == ROUNDING, 0),
            (undone, Case(None, [(Payment.amount > 0, 1)], 0)),
            (Payment.amount < 0, 1),
        ],
        0,
    )
    count = fn.SUM(Case(None, [(undone, -1)], 1))
    query = Payment.select(
        Payment.method, is_back.alias("is_back"), count, fn.SUM(Payment.amount)
    ).where(
        Payment.station == station,
        Payment.at >= opened_at,
        Payment.at <= (clock.now() if closed_at is None else closed_at),
        # Narrows by an index before it looks at moments.
        Payment.day >= clock.day_key(clock.business_day(opened_at, *session.current.calendar)),
    )
    by_method = query.group_by(Payment.method, SQL("is_back")).order_by(
        Payment.method, SQL("is_back")
    )
    found = rows(by_method, lambda method, back, n, sum_: Taken(method, bool(back), n, int(sum_)))
    return tuple(taken for taken in found if taken.payments or taken.sum)
