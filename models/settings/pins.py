"""PINs, badges and recovery codes: hashes that are slow to guess, and guessed ten times at most."""

import re
import secrets
from collections.abc import Mapping
from hashlib import sha256
from typing import TYPE_CHECKING, NoReturn

from models import clock
from models.errors import (
    BadBadge,
    BadPin,
    PinMissing,
    PinTooSoon,
    StaffLocked,
    UnknownBadge,
    WrongPin,
)
from models.journal.rights import OWNER
from models.storage.database import one, transaction
from models.storage.tables import Staff

if TYPE_CHECKING:
    from argon2 import PasswordHasher

PIN_DIGITS = (4, 12)
#: How many signs a badge has: more than anybody guesses, as long as a restart begins anew.
BADGE_SIGNS = (8, 64)
#: After so many wrong PINs in a row a code stays locked until an owner unlocks it.
FAILURES_LIMIT = 10

_FREE_TRIES = 2
_LONGEST_WAIT = 15 * clock.MINUTE
#: So long an owner's locked code rests before one more try.
_OWNERS_REST = 60 * clock.MINUTE
#: Without letters that are read as another: Crockford's Base32.
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011")
_RECOVERY_SIGNS, _GROUP = 20, 5  # 100 bits

#: OWASP Password Storage Cheat Sheet: argon2id, two passes, 19 MiB, one lane.
_PASSES, _KIB, _LANES = 2, 19_456, 1
#: The name under which wrong badges are counted: no staff code.
_BADGES = "badges"

#: When this process first saw a code with so many wrong PINs (ms of `clock.running`). Waiting is
#: measured by that alone: a clock that is set forward shortens nothing, a restart begins anew.
_seen: dict[str, tuple[int, int]] = {}


def check(code: str, role: str, kept: str, pin: str) -> None:
    """Counts a try for `code`, then looks whether `pin` is the `kept` one, and forgives the wrong
    ones before it.

    Raises `PinMissing` (which is no try), `StaffLocked`, and `WrongPin` with the seconds until the
    next one; within them `PinTooSoon`, whatever the PIN.
    """
    if not pin:
        raise PinMissing(code)
    tries = _count_try(code, role)
    if not _fits(kept, pin):
        raise WrongPin(-(-_wait(tries) // 1000))
    with transaction(passing=True):
        Staff.update(failures=0).where(Staff.code == code).execute()
    _seen.pop(code, None)


def _count_try(code: str, role: str) -> int:
    with transaction(passing=True):
        found = one(Staff.select(Staff.failures).where(Staff.code == code))
        failures = int(found[0]) if found else 0
        known, since = _seen.get(code, (-1, 0))
        if known != failures:
            since = clock.running()
            _seen[code] = failures, since
        passed = clock.running() - since
        if failures >= FAILURES_LIMIT:
            left = max(0, _OWNERS_REST - passed) if role == OWNER else 0
            if role != OWNER or left:
                raise StaffLocked(code, -(-left // 1000))
        elif (left := _wait(failures) - passed) > 0:
            raise PinTooSoon(-(-left // 1000))
        failures += 1
        Staff.update(failures=failures).where(Staff.code == code).execute()
    _seen[code] = failures, clock.running()
    return failures


def count_failures(wrong: Mapping[str, int]) -> None:
    """So many wrong PINs of these codes were tried in a copy to play with: they count here too."""
    for code, failures in wrong.items():
        with transaction(passing=True):
            Staff.update(failures=failures).where(
                Staff.code == code, Staff.failures < failures
            ).execute()


def _wait(failures: int) -> int:
    """How long (ms) to wait after so many wrong PINs in a row: 0, 0, 5 s, 10 s, 20 s …"""
    if failures <= _FREE_TRIES:
        return 0
    return min(5000 << min(failures - _FREE_TRIES - 1, 20), _LONGEST_WAIT)


def sealed(pin: str) -> str:
    """The hash of a PIN, empty for none. Raises `BadPin`."""
    if not pin:
        return ""
    shortest, longest = PIN_DIGITS
    if not (shortest <= len(pin) <= longest and pin.isascii() and pin.isdigit()):
        raise BadPin(shortest, longest)
    hashed: str = _hasher().hash(pin)
    return hashed


def badge_hash(badge: str, shop: str) -> str:
    """The hash of a badge in the shop with that first seal, the same each time, so that a code is
    found by it; empty for none. Raises `BadBadge`."""
    badge = badge[: BADGE_SIGNS[1] + 1].strip()
    if not badge:
        return ""
    if not BADGE_SIGNS[0] <= len(badge) <= BADGE_SIGNS[1]:
        raise BadBadge(*BADGE_SIGNS)
    from argon2.low_level import Type, hash_secret

    sealed = hash_secret(
        badge.encode(), sha256(shop.encode()).digest(), _PASSES, _KIB, _LANES, 32, Type.ID
    )
    return sealed.decode()


def check_badges_wait() -> None:
    """Raises `UnknownBadge` while one has to wait, behind wrong ones, before the next."""
    tries, since = _seen.get(_BADGES, (0, 0))
    if (left := _wait(tries) - (clock.running() - since)) > 0:
        raise UnknownBadge(-(-left // 1000))


def refuse_badge() -> NoReturn:
    """Counts a wrong one. Raises `UnknownBadge`."""
    tries = _seen.get(_BADGES, (0, 0))[0] + 1
    _seen[_BADGES] = tries, clock.running()
    raise UnknownBadge(-(-_wait(tries) // 1000))


def forgive_badges() -> None:
    _seen.pop(_BADGES, None)


def new_recovery_code() -> tuple[str, str]:
    """A recovery code as it is shown, `XXXXX-XXXXX-XXXXX-XXXXX`, and its hash."""
    signs = "".join(secrets.choice(_SIGNS) for _ in range(_RECOVERY_SIGNS))
    return "-".join(re.findall("." * _GROUP, signs)), _hasher().hash(signs)


def is_recovery_code(kept: str, typed: str) -> bool:
    """Whether it is the code of that hash, in whatever case and with what stands for dashes."""
    signs = re.sub(r"[\W_]", "", typed[:64]).upper().translate(_READ_AS)
    return _fits(kept, signs)


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=_PASSES, memory_cost=_KIB, parallelism=_LANES)


def _fits(kept: str, pin: str) -> bool:
    from argon2.exceptions import VerificationError

    try:
        return bool(_hasher().verify(kept, pin[:64]))
    except VerificationError:
        return False
