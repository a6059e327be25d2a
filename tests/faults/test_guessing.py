"""Whoever guesses PINs by programs that are started anew, several at once, with the clock set to
wherever, gets no further than ten."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from models import session
from models.clock import MINUTE
from models.errors import StaffLocked, WrongPin, WrongRecoveryCode
from models.settings import staff
from models.shop.opening import open_shop
from tests.conftest import ROOT

#: The PINs of both are among the guesses.
PINS = {"K1": "0150", "P1": "0042"}
#: So few in one process that an owner's hour of rest does not pass in it.
GUESSES, EACH, AT_ONCE = 300, 3, 3


@pytest.mark.long
@pytest.mark.parametrize("code", PINS)
@pytest.mark.parametrize(("patience", "looks"), [(0, 3), (16 * MINUTE, staff.FAILURES_LIMIT)])
def test_three_hundred_guesses_by_a_hundred_processes(
    tmp_path: Path, code: str, patience: int, looks: int
) -> None:
    place = str(tmp_path / "shop.sqlite3")
    with open_shop(place):
        staff.add("P1", staff.OWNER, PINS["P1"])
        session.current.staff = "P1"
        staff.add("K1", staff.COUNTER, PINS["K1"])
        recovery = staff.make_recovery_code("P1").value
        staff.sign_out()
    said: Counter[str] = Counter()
    # Those that are right come last, when nobody may guess any more.
    firsts = sorted(
        range(0, GUESSES, EACH), key=lambda first: first <= int(PINS[code]) < first + EACH
    )
    for at in range(0, len(firsts), AT_ONCE):
        for answer in guess(place, code, firsts[at : at + AT_ONCE], patience):
            said.update(answer)
    assert said["looked"] == looks
    assert said["in"] == 0
    assert said["wrong"] + said["locked"] == GUESSES
    with open_shop(place), pytest.raises((StaffLocked, WrongPin)):
        staff.sign_in(code, PINS[code])
    if code == "P1" and looks == staff.FAILURES_LIMIT:
        with open_shop(place):
            staff.recover("P1", recovery, "271828")
            staff.sign_out()
            staff.sign_in("P1", "271828")
            staff.sign_out()
            with pytest.raises(WrongRecoveryCode):
                staff.recover("P1", recovery, "314159")


def guess(place: str, code: str, firsts: list[int], patience: int) -> list[list[str]]:
    """What each of these processes, all at once, was told."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.faults.guesser", place, code, str(first), str(EACH),
             str((-1) ** first * first * 30), str(patience)],
            cwd=ROOT, stdout=subprocess.PIPE, text=True,
        )
        for first in firsts
    ]  # fmt: skip
    answers = [process.communicate()[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0] * len(processes)
    return answers
