"""Who works here, as codes and never as names, and the PIN that opens a station for a code."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import amounts, clock, events, session
from models.errors import (
    BadChoice,
    BadPin,
    CannotUndo,
    LastOwner,
    NothingToUndo,
    StaffCodeTaken,
    StaffLocked,
    UnknownStaff,
    WrongPin,
)
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage.database import one, rows, transaction
from models.storage.tables import Staff

if TYPE_CHECKING:
    from argon2 import PasswordHasher

OWNER, COUNTER, WAREHOUSE = "owner", "counter", "warehouse"
ROLES = (OWNER, COUNTER, WAREHOUSE)

PIN_DIGITS = (4, 12)
#: After so many wrong PINs in a row a code stays locked until an owner unlocks it.
FAILURES_LIMIT = 10

# A letter or two and a number: K1, G12. Too short for a name.
_CODE = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")
_FREE_TRIES = 2
_LONGEST_WAIT = 15 * clock.MINUTE


@dataclass(frozen=True, slots=True)
class StaffCode:
    """A code, what it works as, and whether it has a PIN, is in use, or is locked."""

    code: str
    role: str
    has_pin: bool
    active: bool
    locked: bool


def everyone() -> list[StaffCode]:
    """Every code, those in use first."""
    query = Staff.select(
        Staff.code, Staff.role, Staff.pin_hash != "", Staff.active, Staff.failures
    ).order_by(Staff.active.desc(), Staff.code)
    return rows(query.tuples(), _staff_code)


@verb()
def add(code: str, role: str, pin: str = "") -> Receipt[None]:
    """Adds a staff code, with a PIN or without.

    Raises `BadChoice` (a code is a letter or two and a number; a role is one of `ROLES`),
    `BadPin`, `StaffCodeTaken`.
    """
    code = _checked_code(code)
    if role not in ROLES:
        raise BadChoice("role", role)
    sealed = _sealed(pin)
    with transaction():
        if one(Staff.select(Staff.code).where(Staff.code == code)):
            raise StaffCodeTaken(code)
        Staff.insert(code=code, role=role, pin_hash=sealed).execute()
        return _append(code, role=role, active=True)


@verb()
def set_pin(code: str, pin: str) -> Receipt[None]:
    """Gives `code` another PIN, or none, and unlocks it. Raises `BadPin`, `UnknownStaff`."""
    sealed = _sealed(pin)
    return _change(code, {"pin": bool(pin)}, pin_hash=sealed, failures=0, wait_until=0)


@verb()
def set_active(code: str, active: bool) -> Receipt[None]:
    """Takes `code` out of use or back into it. Raises `UnknownStaff`, `LastOwner`."""
    with transaction():
        if bool(_row(code)[3]) is active:
            return Receipt(None)
        return _set_active(code, active)


def revert(event: Event) -> Receipt[None]:
    """A code that was added or put to use is out of use, or the other way round.

    A PIN that was changed stays so. Raises `NothingToUndo`, `CannotUndo`, `LastOwner`.
    """
    code, active = event.payload["code"], event.payload.get("active")
    if active is None:
        raise NothingToUndo
    if _row(code)[3] != active:
        raise CannotUndo(event.kind)
    return _set_active(code, not active, undone=event.sequence)


def _set_active(code: str, active: bool, **facts: object) -> Receipt[None]:
    if active:
        payload = {"active": True} | facts
        return _change(code, payload, active=True, failures=0, wait_until=0)
    others = Staff.select(Staff.code).where(Staff.role == OWNER, Staff.active, Staff.code != code)
    if _row(code)[1] == OWNER and not one(others):
        raise LastOwner(code)
    return _change(code, {"active": False} | facts, active=False)


@verb()
def unlock(code: str) -> Receipt[None]:
    """Forgives the wrong PINs of `code`. Raises `UnknownStaff`."""
    return _change(code, {"unlocked": True}, failures=0, wait_until=0)


def sign_in(code: str, pin: str = "") -> StaffCode:
    """Puts `code` to work at this station; what is done from now on carries it.

    Raises `UnknownStaff`, `WrongPin` (with the seconds to wait before the next try) and
    `StaffLocked`. A try is counted before the PIN is looked at, so that pulling the plug, a second
    station or another clock gains nothing.
    """
    code = code.strip().upper()
    code, role, kept, active, *_ = _row(code)
    if not active:
        raise UnknownStaff(code)
    if kept:
        tries = _count_try(code, role)
        if not _fits(kept, pin):
            raise WrongPin(-(-_wait(tries) // 1000))
        with transaction(passing=True):
            Staff.update(failures=0, wait_until=0).where(Staff.code == code).execute()
    session.current.staff = code
    return _staff_code(code, role, bool(kept), active, 0)


def sign_out() -> None:
    """Nobody stands at this station."""
    session.current.staff = ""


# --- tries and waits -----------------------------------------------------------------------


def _count_try(code: str, role: str) -> int:
    moment = clock.now()
    with transaction(passing=True):
        *_, failures, wait_until = _row(code)
        if failures >= FAILURES_LIMIT and role != OWNER:
            raise StaffLocked(code)
        # Never longer than the wait itself: a clock that was set back must not lock for years.
        left = min(wait_until - moment, _wait(failures))
        if left > 0:
            raise WrongPin(-(-left // 1000))
        failures += 1
        until = moment + _wait(failures)
        Staff.update(failures=failures, wait_until=until).where(Staff.code == code).execute()
        return failures


def _wait(failures: int) -> int:
    """How long (ms) to wait after so many wrong PINs in a row: 0, 0, 5 s, 10 s, 20 s …"""
    if failures <= _FREE_TRIES:
        return 0
    return min(5000 << min(failures - _FREE_TRIES - 1, 20), _LONGEST_WAIT)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    # OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane.
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def _sealed(pin: str) -> str:
    if not pin:
        return ""
    shortest, longest = PIN_DIGITS
    if not (pin.isascii() and pin.isdigit() and shortest <= len(pin) <= longest):
        raise BadPin(shortest, longest)
    sealed: str = _hasher().hash(pin)
    return sealed


def _fits(kept: str, pin: str) -> bool:
    from argon2.exceptions import VerificationError

    try:
        return bool(_hasher().verify(kept, pin[:64]))
    except VerificationError:
        return False


# --- rows ----------------------------------------------------------------------------------


def _checked_code(code: str) -> str:
    code = amounts.clean_text(code[:64]).upper()
    if not _CODE.fullmatch(code):
        raise BadChoice("staff_code", code)
    return code


def _staff_code(code: str, role: str, has_pin: bool, active: bool, failures: int) -> StaffCode:
    locked = failures >= FAILURES_LIMIT and role != OWNER
    return StaffCode(code, role, bool(has_pin), bool(active), locked)


def _row(code: str) -> tuple[str, str, str, bool, int, int]:
    found = one(
        Staff.select(
            Staff.code, Staff.role, Staff.pin_hash, Staff.active, Staff.failures, Staff.wait_until
        ).where(Staff.code == code)
    )
    if found is None:
        raise UnknownStaff(code)
    return found


def _change(code: str, payload: dict[str, object], **columns: object) -> Receipt[None]:
    with transaction():
        if not Staff.update(**columns).where(Staff.code == code).execute():
            raise UnknownStaff(code)
        return _append(code, **payload)


def _append(code: str, **facts: object) -> Receipt[None]:
    return Receipt(journal.append(events.STAFF_CHANGED, {"code": code, **facts}))
