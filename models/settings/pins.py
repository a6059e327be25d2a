"""PINs and recovery codes: kept as hashes that are slow to guess, and guessed ten times at most."""

import re
import secrets
from typing import TYPE_CHECKING

from models import clock
from models.errors import BadPin, PinMissing, StaffLocked, WrongPin
from models.journal.rights import OWNER
from models.storage.database import one, transaction
from models.storage.tables import Staff

if TYPE_CHECKING:
    from argon2 import PasswordHasher

PIN_DIGITS = (4, 12)
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

#: When this process first saw a code with so many wrong PINs (ms of `clock.running`). Waiting is
#: measured by that alone: a clock that is set forward shortens nothing, a restart begins anew.
_seen: dict[str, tuple[int, int]] = {}


def check(code: str, role: str, kept: str, pin: str) -> None:
    """Counts a try for `code`, then looks whether `pin` is the `kept` one, and forgives the wrong
    ones before it.

    Raises `PinMissing` (which is no try), `StaffLocked`, and `WrongPin` with the seconds until the
    next one.
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
            raise WrongPin(-(-left // 1000))
        failures += 1
        Staff.update(failures=failures).where(Staff.code == code).execute()
    _seen[code] = failures, clock.running()
    return failures


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

    # OWASP Password Storage Cheat Sheet: argon2id, 19 MiB, two passes, one lane.
    return PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def _fits(kept: str, pin: str) -> bool:
    from argon2.exceptions import VerificationError

    try:
        return bool(_hasher().verify(kept, pin[:64]))
    except VerificationError:
        return False
