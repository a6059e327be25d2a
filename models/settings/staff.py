"""Who works here, as codes and never as names, and the PIN that opens a station for a code.

With the first PIN, an owner's, rights begin to hold (`models/journal/rights.py`), and who set it is
signed in. An owner who forgot the PIN comes in by the recovery code, once.
"""

import re
from dataclasses import dataclass

from models import amounts, events, session
from models.errors import (
    BadBadge,
    BadChoice,
    BadgeTaken,
    BadPin,
    CannotUndo,
    LastOwner,
    NotAnOwner,
    NothingToUndo,
    OwnerPinFirst,
    OwnerWithoutPin,
    PinMissing,
    StaffCodeTaken,
    UnknownBadge,
    UnknownStaff,
    WrongRecoveryCode,
)
from models.events import Event, Receipt
from models.journal import journal, rights
from models.journal.rights import COUNTER, OWNER, ROLES, WAREHOUSE
from models.journal.verbs import verb
from models.settings import pins
from models.settings.pins import BADGE_SIGNS, FAILURES_LIMIT, PIN_DIGITS, count_failures
from models.storage.database import one, rows, transaction
from models.storage.tables import Barcode, Staff

__all__ = (
    "BADGE_SIGNS", "COUNTER", "FAILURES_LIMIT", "OWNER", "PIN_DIGITS", "ROLES", "WAREHOUSE",
    "count_failures",
)  # fmt: skip

# A letter or two and a number: K1, G12. Too short for a name.
_CODE = re.compile(r"[A-Z]{1,2}[0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class StaffCode:
    """A code, what it works as, and whether it has a PIN, is in use, is locked, has a badge."""

    code: str
    role: str
    has_pin: bool
    active: bool
    locked: bool
    has_badge: bool = False


def everyone() -> list[StaffCode]:
    """Every code, those in use first."""
    query = Staff.select(
        Staff.code, Staff.role, Staff.pin_hash != "", Staff.active, Staff.failures,
        Staff.badge_hash != "",
    ).order_by(Staff.active.desc(), Staff.code)  # fmt: skip
    return rows(query.tuples(), _staff_code)


@verb()
def add(code: str, role: str, pin: str = "") -> Receipt[None]:
    """Adds a staff code, with a PIN or without.

    Raises `BadChoice` (a code is a letter or two and a number; a role is one of `ROLES`),
    `BadPin`, `StaffCodeTaken`, `OwnerPinFirst`.
    """
    code = _checked_code(code)
    if role not in ROLES:
        raise BadChoice("role", role)
    sealed = pins.sealed(pin)
    with transaction():
        if one(Staff.select(Staff.code).where(Staff.code == code)):
            raise StaffCodeTaken(code)
        held = _check_first_pin(role, pin)
        Staff.insert(code=code, role=role, pin_hash=sealed).execute()
        receipt = _append(code, role=role, active=True)
        _go_on_as(code, held)
    return receipt


@verb()
def set_pin(code: str, pin: str, old: str = "") -> Receipt[None]:
    """Gives `code` another PIN, or none, and unlocks it; one's own by the `old` one.

    Raises `BadPin` (also for an owner who would have none beside one who has), `UnknownStaff`,
    `WrongPin`, `PinMissing`, `StaffLocked`, `OwnerPinFirst`, and `NotAllowed` for another's that
    is not the owner's to reset.
    """
    sealed = pins.sealed(pin)
    role, kept = _row(code)[1:3]
    if rights.standing().holds:
        if code != session.current.staff:
            rights.check("staff.reset_pin")
        elif kept:
            pins.check(code, role, kept, old)
    with transaction():
        held = _check_first_pin(role, pin)
        if role == OWNER and not pin and _others_with_pin(code):
            raise BadPin(*PIN_DIGITS)
        changed = _change(code, {"pin": bool(pin)}, pin_hash=sealed, failures=0)
        _go_on_as(code, held)
    return changed


@verb()
def set_role(code: str, role: str) -> Receipt[None]:
    """Gives `code` other work; what it may do changes at once, wherever it is signed in.

    Raises `BadChoice`, `UnknownStaff`, `LastOwner`, and `OwnerWithoutPin` where rights hold.
    """
    if role not in ROLES:
        raise BadChoice("role", role)
    with transaction():
        if _row(code)[1] == role:
            return Receipt(None)
        return _set_role(code, role)


@verb()
def set_active(code: str, active: bool) -> Receipt[None]:
    """Takes `code` out of use or back into it. Raises `UnknownStaff`, `LastOwner`."""
    with transaction():
        if bool(_row(code)[3]) is active:
            return Receipt(None)
        return _set_active(code, active)


def revert(event: Event) -> Receipt[None]:
    """A code that was added or put to use is out of use, or the other way round; one that was
    given other work has its own again.

    A PIN that was changed stays so. Raises `NothingToUndo`, `CannotUndo`, `LastOwner`,
    `OwnerWithoutPin`.
    """
    code, active = event.payload["code"], event.payload.get("active")
    if active is None:
        if "role" not in event.payload:
            raise NothingToUndo
        before, role = event.payload["role"]
        if _row(code)[1] != role:
            raise CannotUndo(event.kind)
        return _set_role(code, before, undone=event.sequence)
    if _row(code)[3] != active:
        raise CannotUndo(event.kind)
    return _set_active(code, not active, undone=event.sequence)


def _set_role(code: str, role: str, **facts: object) -> Receipt[None]:
    _, before, kept, active, _ = _row(code)
    if before == OWNER and active:
        _check_not_last(code)
    if role == OWNER and not kept and rights.standing().holds:
        raise OwnerWithoutPin(code)
    return _change(code, {"role": [before, role]} | facts, role=role)


def _set_active(code: str, active: bool, **facts: object) -> Receipt[None]:
    if active:
        return _change(code, {"active": True} | facts, active=True, failures=0)
    if _row(code)[1] == OWNER:
        _check_not_last(code)
    return _change(code, {"active": False} | facts, active=False)


@verb()
def unlock(code: str) -> Receipt[None]:
    """Forgives the wrong PINs of `code`. Raises `UnknownStaff`."""
    return _change(code, {"unlocked": True}, failures=0)


# --- signing in ----------------------------------------------------------------------------


def is_locked() -> bool:
    """Whether somebody has to sign in before anything is done here."""
    return rights.standing().holds and not session.current.staff


def sign_in(code: str, pin: str = "") -> Receipt[str]:
    """Puts `code` to work at this station; what is done from now on carries it. Gives the role.

    Raises `UnknownStaff`, `PinMissing`, `WrongPin` (with the seconds to wait before the next try),
    `StaffLocked` and `OwnerWithoutPin`. A try is counted before the PIN is looked at, so that
    pulling the plug or a second station gains nothing; no clock that is set shortens a wait.
    """
    code, role, kept, active, _ = _row(_typed(code))
    if not active:
        raise UnknownStaff(code)
    if kept:
        pins.check(code, role, kept, pin)
    elif role == OWNER and rights.standing().holds:
        raise OwnerWithoutPin(code)
    session.current.staff = code
    return Receipt(None, role)


def sign_in_by_badge(badge: str) -> Receipt[str]:
    """As `sign_in`, by the badge alone. Raises `UnknownBadge`, `OwnerWithoutPin`."""
    code, role, kept = _by_badge(badge)
    if not kept and role == OWNER and rights.standing().holds:
        raise OwnerWithoutPin(code)
    session.current.staff = code
    return Receipt(None, role)


def sign_out() -> None:
    """Nobody stands at this station."""
    session.current.staff = ""


def approve(request: session.Request, code: str, pin: str) -> Receipt[None]:
    """An owner lets this one request pass; its entry names both.

    Raises what `sign_in` raises, and `NotAnOwner` for a code that is no owner's.
    """
    code, role, kept, active, _ = _row(_typed(code))
    if not active:
        raise UnknownStaff(code)
    if role != OWNER:
        raise NotAnOwner(code)
    if not kept:
        raise OwnerWithoutPin(code)
    pins.check(code, role, kept, pin)
    request.approved_by = code
    return Receipt(None)


def approve_by_badge(request: session.Request, badge: str) -> Receipt[None]:
    """As `approve`, by an owner's badge. Raises `UnknownBadge`, `NotAnOwner`, `OwnerWithoutPin`."""
    code, role, kept = _by_badge(badge)
    if role != OWNER:
        raise NotAnOwner(code)
    if not kept:
        raise OwnerWithoutPin(code)
    request.approved_by = code
    return Receipt(None)


@verb()
def set_badge(code: str, badge: str) -> Receipt[None]:
    """Gives `code` a badge by which it signs in, or takes it away.

    Raises `BadBadge` (also for a code that is on goods), `BadgeTaken`, `UnknownStaff`.
    """
    sealed = pins.badge_hash(badge, journal.shop_seal())
    with transaction():
        if sealed and _is_on_goods(badge):
            raise BadBadge(*pins.BADGE_SIGNS)
        taken = Staff.select(Staff.code).where(Staff.badge_hash == sealed, Staff.code != code)
        if sealed and (other := one(taken)):
            raise BadgeTaken(other[0])
        return _change(code, {"badge": bool(sealed)}, badge_hash=sealed)


def _by_badge(badge: str) -> tuple[str, str, str]:
    """Code, role and PIN's hash of who has the badge. Goods that are scanned are no wrong badge."""
    if _is_on_goods(badge):
        raise UnknownBadge(0)
    pins.check_badges_wait()
    try:
        sealed = pins.badge_hash(badge, journal.shop_seal())
    except BadBadge:
        raise UnknownBadge(0) from None
    row = Staff.select(Staff.code, Staff.role, Staff.pin_hash)
    found: tuple[str, str, str] | None = one(
        row.where(Staff.badge_hash == sealed, Staff.badge_hash != "", Staff.active)
    )
    if found is None:
        pins.refuse_badge()
    pins.forgive_badges()
    return found


def _is_on_goods(badge: str) -> bool:
    return one(Barcode.select(Barcode.code).where(Barcode.code == badge.strip())) is not None


# --- the recovery code ---------------------------------------------------------------------


@verb()
def make_recovery_code(code: str) -> Receipt[str]:
    """The owner `code` gets a code of its own to come in by once without the PIN; the one before
    is worth nothing. It is given here and nowhere else. Raises `UnknownStaff`.
    """
    recovery, sealed = pins.new_recovery_code()
    with transaction():
        if _row(code)[1] != OWNER:
            raise UnknownStaff(code)
        made = _change(code, {"recovery": True}, recovery_hash=sealed)
    return Receipt(made.sequence, recovery)


@verb()
def recover(code: str, recovery: str, pin: str) -> Receipt[None]:
    """The owner `code` gets a new PIN by the recovery code, which is used up, and is signed in.

    Raises `WrongRecoveryCode`, `BadPin`, `PinMissing`, `UnknownStaff`.
    """
    code = _typed(code)
    if not pin:
        raise PinMissing(code)
    sealed = pins.sealed(pin)
    asked = session.request() or session.new_request()
    with session.acting_for(asked), transaction():
        found = one(Staff.select(Staff.recovery_hash, Staff.active).where(Staff.code == code))
        kept, active = found or ("", False)
        if not (kept and active and pins.is_recovery_code(kept, recovery)):
            raise WrongRecoveryCode
        Staff.update(pin_hash=sealed, recovery_hash="", failures=0).where(
            Staff.code == code
        ).execute()
        asked.staff = code
        recovered = _append(code, recovered=True, pin=True)
    session.current.staff = code
    return recovered


# --- rows ----------------------------------------------------------------------------------


def _checked_code(code: str) -> str:
    code = amounts.clean_text(code[:64]).upper()
    if not _CODE.fullmatch(code):
        raise BadChoice("staff_code", code)
    return code


def _typed(code: str) -> str:
    return code[:64].strip().upper()


def _staff_code(
    code: str, role: str, has_pin: bool, active: bool, failures: int, has_badge: bool
) -> StaffCode:
    locked = failures >= FAILURES_LIMIT
    return StaffCode(code, role, bool(has_pin), bool(active), locked, bool(has_badge))


def _others_with_pin(code: str) -> bool:
    """Whether another owner in use has a PIN."""
    others = Staff.select(Staff.code).where(
        Staff.role == OWNER, Staff.active, Staff.code != code, Staff.pin_hash != ""
    )
    return one(others) is not None


def _check_first_pin(role: str, pin: str) -> bool:
    """Whether rights hold already. Raises `OwnerPinFirst`."""
    held = rights.standing().holds
    if pin and role != OWNER and not held:
        raise OwnerPinFirst
    return held


def _check_not_last(code: str) -> None:
    """Raises `LastOwner` when no owner would be left, or where rights hold none with a PIN."""
    others = Staff.select(Staff.code).where(Staff.role == OWNER, Staff.active, Staff.code != code)
    if one(others) is None or (rights.standing().holds and not _others_with_pin(code)):
        raise LastOwner(code)


def _go_on_as(code: str, held: bool) -> None:
    """Who gives the shop its first PIN is its owner and goes on working.

    Inside the transaction: who hears of the PIN on another thread finds somebody signed in.
    """
    if not held and rights.standing().holds:
        session.current.staff = code


def _row(code: str) -> tuple[str, str, str, bool, int]:
    found = one(
        Staff.select(Staff.code, Staff.role, Staff.pin_hash, Staff.active, Staff.failures).where(
            Staff.code == code
        )
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
