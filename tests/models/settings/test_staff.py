"""Staff are codes; a PIN opens a station, and guessing one takes for ever."""

import pytest

from models.errors import (
    BadChoice,
    BadPin,
    LastOwner,
    StaffCodeTaken,
    StaffLocked,
    UnknownStaff,
    WrongPin,
)
from models.settings import staff
from models.shop.opening import Shop, open_shop
from models.storage.database import one
from models.storage.tables import Staff
from tests.conftest import SetClock


def fail(code: str, pin: str = "0000") -> int:
    """A wrong PIN; the seconds to wait that it is answered with."""
    with pytest.raises(WrongPin) as wrong:
        staff.sign_in(code, pin)
    return wrong.value.wait


def test_a_code_signs_in_with_its_pin_and_is_carried_from_then_on(shop: Shop) -> None:
    staff.add("k1", staff.COUNTER, "2718")
    assert staff.sign_in(" k1 ", "2718").role == staff.COUNTER
    from models import session

    assert session.current.staff == "K1"
    staff.sign_out()
    assert session.current.staff == ""


def test_a_code_without_a_pin_signs_in_as_it_is(shop: Shop) -> None:
    staff.add("G1", staff.WAREHOUSE)
    assert staff.sign_in("G1").code == "G1"


@pytest.mark.parametrize("code", ["", "Sri", "KASIR", "1", "K", "K1234", "K 1x", "Ж1"])
def test_a_code_cannot_be_a_name(shop: Shop, code: str) -> None:
    with pytest.raises(BadChoice):
        staff.add(code, staff.COUNTER)
    assert staff.everyone() == []


@pytest.mark.parametrize("pin", ["123", "1234567890123", "12a4", "１２３４", " 1234"])
def test_a_pin_is_four_to_twelve_digits(shop: Shop, pin: str) -> None:
    with pytest.raises(BadPin):
        staff.add("K1", staff.COUNTER, pin)
    assert staff.everyone() == []


def test_a_role_is_one_of_three_and_a_code_is_given_once(shop: Shop) -> None:
    with pytest.raises(BadChoice):
        staff.add("K1", "boss")
    staff.add("K1", staff.COUNTER)
    with pytest.raises(StaffCodeTaken):
        staff.add("k1", staff.OWNER)


def test_the_pin_is_kept_as_a_hash_that_is_slow_to_guess(shop: Shop) -> None:
    staff.add("K1", staff.COUNTER, "2718")
    found = one(Staff.select(Staff.pin_hash))
    assert found is not None
    assert found[0].startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert "2718" not in found[0]


def test_wrong_pins_cost_more_and_more_time(shop: Shop, clock: SetClock) -> None:
    staff.add("K1", staff.COUNTER, "2718")
    assert fail("K1") == 0
    assert fail("K1") == 0
    assert fail("K1") == 5
    # Until then not even the right one is looked at.
    assert fail("K1", "2718") == 5
    clock.forward(5 / 60)
    assert fail("K1") == 10
    clock.forward(1)
    staff.sign_in("K1", "2718")
    assert fail("K1") == 0


def test_a_restart_and_another_clock_gain_nothing(shop: Shop, clock: SetClock) -> None:
    staff.add("K1", staff.COUNTER, "2718")
    for _ in range(3):
        fail("K1")
    shop.close()
    with open_shop(shop.url):
        assert fail("K1", "2718") == 5
        clock.forward(-60 * 24 * 365)  # set back by a year: the wait does not become a year
        assert fail("K1", "2718") == 5
        clock.forward(60 * 24 * 365 + 1)
        staff.sign_in("K1", "2718")


def test_ten_wrong_pins_lock_a_code_until_the_owner_unlocks_it(shop: Shop, clock: SetClock) -> None:
    staff.add("K1", staff.COUNTER, "2718")
    for _ in range(staff.FAILURES_LIMIT):
        fail("K1")
        clock.forward(60)
    with pytest.raises(StaffLocked):
        staff.sign_in("K1", "2718")
    assert staff.everyone()[0].locked
    staff.unlock("K1")
    staff.sign_in("K1", "2718")


def test_an_owner_waits_but_is_never_locked_out(shop: Shop, clock: SetClock) -> None:
    staff.add("P1", staff.OWNER, "2718")
    for _ in range(staff.FAILURES_LIMIT + 5):
        fail("P1")
        clock.forward(60)
    staff.sign_in("P1", "2718")


def test_a_code_out_of_use_cannot_sign_in(shop: Shop) -> None:
    staff.add("K1", staff.COUNTER, "2718")
    staff.set_active("K1", False)
    with pytest.raises(UnknownStaff):
        staff.sign_in("K1", "2718")
    staff.set_active("K1", True)
    staff.sign_in("K1", "2718")


def test_the_last_owner_stays(shop: Shop) -> None:
    staff.add("P1", staff.OWNER)
    with pytest.raises(LastOwner):
        staff.set_active("P1", False)
    staff.add("P2", staff.OWNER)
    staff.set_active("P1", False)
    assert [(person.code, person.active) for person in staff.everyone()] == [
        ("P2", True),
        ("P1", False),
    ]


def test_another_pin_replaces_the_old_one(shop: Shop) -> None:
    staff.add("K1", staff.COUNTER, "2718")
    staff.set_pin("K1", "314159")
    fail("K1", "2718")
    staff.sign_in("K1", "314159")
    staff.set_pin("K1", "")
    staff.sign_in("K1")


def test_nobody_is_changed_who_is_not_there(shop: Shop) -> None:
    for change in (
        lambda: staff.set_pin("K9", "1234"),
        lambda: staff.set_active("K9", True),
        lambda: staff.set_active("K9", False),
        lambda: staff.unlock("K9"),
        lambda: staff.sign_in("K9", "1234"),
    ):
        with pytest.raises(UnknownStaff):
            change()
