"""A process of its own that guesses PINs, at a machine whose clock stands wrong:
`python -m tests.faults.guesser FILE CODE FIRST COUNT CLOCK_DAYS PATIENCE_MS`.

Before each guess it lets PATIENCE_MS pass, and no other time passes in it.
"""

import sys

from argon2 import PasswordHasher

from models import clock
from models.errors import StaffLocked, WrongPin
from models.settings import staff
from models.shop.opening import open_shop


def guess(place: str, code: str, first: int, count: int, days: int, patience: int) -> None:
    """Tells each PIN that is held against the one that is kept, and how each guess ends."""
    now, verify = clock.now, PasswordHasher.verify
    passed = 0

    def look(self: PasswordHasher, kept: str | bytes, pin: str | bytes) -> bool:
        print("looked", flush=True)
        return bool(verify(self, kept, pin))

    clock.now = lambda: now() + days * clock.DAY
    clock.running = lambda: passed
    PasswordHasher.verify = look  # type: ignore[assignment,method-assign]
    with open_shop(place, station=f"guesser {first}"):
        for pin in range(first, first + count):
            passed += patience
            try:
                staff.sign_in(code, f"{pin:04d}")
            except StaffLocked:
                print("locked", flush=True)
            except WrongPin:
                print("wrong", flush=True)
            else:
                print("in", flush=True)


if __name__ == "__main__":
    guess(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:]))
