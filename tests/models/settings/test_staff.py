"""Staff are codes; a PIN opens a station, and guessing one takes for ever."""

import re

import pytest

from models import session
from models.errors import (
    BadBadge,
    BadChoice,
    BadgeTaken,
    BadPin,
    LastOwner,
    NotAllowed,
    OwnerPinFirst,
    OwnerWithoutPin,
    PinMissing,
    StaffCodeTaken,
    StaffLocked,
    UnknownBadge,
    UnknownStaff,
    WrongPin,
    WrongRecoveryCode,
)
from models.journal import journal
from models.settings import pins, staff
from models.shop.opening import Shop, open_shop
from models.storage.database import one
from models.storage.tables import Staff
from tests.conftest import SetClock
from tests.readable import a_product


def a_counter() -> None:
    """K1 with a PIN, in a shop whose owner has one."""
    staff.add("P1", staff.OWNER, "1618")
    staff.add("K1", staff.COUNTER, "2718")


def by_code(code: str) -> staff.StaffCode:
    return next(person for person in staff.everyone() if person.code == code)


def fail(code: str, pin: str = "0000") -> int:
    """A wrong PIN; the seconds to wait that it is answered with."""
    with pytest.raises(WrongPin) as wrong:
        staff.sign_in(code, pin)
    return wrong.value.wait


def test_a_code_signs_in_with_its_pin_and_is_carried_from_then_on(shop: Shop) -> None:
    staff.add("P1", staff.OWNER, "1618")
    staff.add("k1", staff.COUNTER, "2718")
    assert staff.sign_in(" k1 ", "2718").value == staff.COUNTER
    assert session.current.staff == "K1"
    staff.sign_out()
    assert session.current.staff == ""


def test_who_hears_of_the_first_pin_finds_its_owner_at_work(shop: Shop) -> None:
    """Windows listen on a thread of their own, and lock where nobody is signed in."""
    locked: list[bool] = []
    stop = journal.listen(lambda: locked.append(staff.is_locked()))
    staff.add("P1", staff.OWNER)
    staff.set_pin("P1", "1618")
    staff.set_pin("P1", "", "1618")
    staff.sign_out()
    staff.add("P2", staff.OWNER, "2718")
    stop()
    assert locked
    assert not any(locked)


def test_a_code_without_a_pin_signs_in_as_it_is(shop: Shop) -> None:
    staff.add("G1", staff.WAREHOUSE)
    assert staff.sign_in("G1").value == staff.WAREHOUSE


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


def test_the_pin_is_kept_as_a_hash_that_is_slow_to_guess(
    shop: Shop, shipped_hashing: dict[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, work in shipped_hashing.items():
        monkeypatch.setattr(pins, name, work)
    a_counter()
    found = one(Staff.select(Staff.pin_hash).where(Staff.code == "K1"))
    assert found is not None
    assert found[0].startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert "2718" not in found[0]


def test_wrong_pins_cost_more_and_more_time(shop: Shop, clock: SetClock) -> None:
    a_counter()
    assert fail("K1") == 0
    assert fail("K1") == 0
    assert fail("K1") == 5
    # Until then not even the right one is looked at.
    assert fail("K1", "2718") == 5
    clock.let_pass(5 / 60)
    assert fail("K1") == 10
    clock.let_pass(1)
    staff.sign_in("K1", "2718")
    assert fail("K1") == 0


def test_a_restart_and_another_clock_gain_nothing(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_counter()
    for _ in range(3):
        fail("K1")
    clock.forward(60 * 24 * 365)
    assert fail("K1", "2718") == 5
    clock.forward(-2 * 60 * 24 * 365)
    assert fail("K1", "2718") == 5
    clock.let_pass(4 / 60)
    shop.close()
    monkeypatch.setattr(pins, "_seen", {})  # another process knows nothing of the waiting
    with open_shop(shop.url):
        assert fail("K1", "2718") == 5
        clock.let_pass(5 / 60)
        staff.sign_in("K1", "2718")


@pytest.mark.parametrize("code", ["K1", "P1"])
def test_three_hundred_guesses_are_ten(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    """Over restarts and with the clock set to wherever; an owner's code is locked as well."""
    a_counter()
    staff.sign_out()
    looked: list[str] = []

    def look(kept: str, pin: str) -> bool:
        looked.append(pin)
        return False

    monkeypatch.setattr(pins, "_fits", look)
    for guess in range(300):
        if guess % 7 == 0:
            monkeypatch.setattr(pins, "_seen", {})
        clock.forward((-1) ** guess * 60 * 24 * guess)
        clock.let_pass(15 if len(looked) < staff.FAILURES_LIMIT else 0.1)
        with pytest.raises((WrongPin, StaffLocked)):
            staff.sign_in(code, f"{guess:04d}")
    assert len(looked) == staff.FAILURES_LIMIT
    assert by_code(code).locked
    with pytest.raises(StaffLocked):
        staff.sign_in(code, "2718" if code == "K1" else "1618")


def test_ten_wrong_pins_lock_a_code_until_the_owner_unlocks_it(shop: Shop, clock: SetClock) -> None:
    a_counter()
    for _ in range(staff.FAILURES_LIMIT):
        fail("K1")
        clock.let_pass(60)
    clock.let_pass(60 * 24 * 30)
    with pytest.raises(StaffLocked) as error:
        staff.sign_in("K1", "2718")
    assert error.value.wait == 0
    assert by_code("K1").locked
    staff.unlock("K1")
    staff.sign_in("K1", "2718")


def test_an_owner_who_is_locked_out_waits_an_hour_for_each_try(shop: Shop, clock: SetClock) -> None:
    a_counter()
    for _ in range(staff.FAILURES_LIMIT):
        fail("P1")
        clock.let_pass(15)
    clock.forward(60 * 24)  # a day on the clock is none
    with pytest.raises(StaffLocked) as error:
        staff.sign_in("P1", "1618")
    assert error.value.wait == 45 * 60
    clock.let_pass(45)
    fail("P1")
    with pytest.raises(StaffLocked):
        staff.sign_in("P1", "1618")
    clock.let_pass(60)
    staff.sign_in("P1", "1618")


def test_the_recovery_code_works_once(shop: Shop, clock: SetClock) -> None:
    a_counter()
    recovery = staff.make_recovery_code("P1").value
    assert re.fullmatch("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}", recovery)
    staff.sign_out()
    for _ in range(staff.FAILURES_LIMIT):
        fail("P1")
        clock.let_pass(15)
    for code, typed in (("P1", "0" * 20), ("K1", recovery), ("P1", "")):
        with pytest.raises(WrongRecoveryCode):
            staff.recover(code, typed, "3141")
    with pytest.raises(BadPin):
        staff.recover("P1", recovery, "1")
    with pytest.raises(PinMissing):
        staff.recover("P1", recovery, "")
    staff.recover("p1", recovery.lower().replace("-", " "), "3141")
    assert not staff.is_locked()
    with pytest.raises(WrongRecoveryCode):
        staff.recover("P1", recovery, "9999")
    staff.sign_in("P1", "3141")
    assert recovery not in str([event.payload for event in journal.since(0)])


def test_a_new_recovery_code_is_the_only_one(shop: Shop) -> None:
    a_counter()
    first, second = (staff.make_recovery_code("P1").value for _ in range(2))
    with pytest.raises(WrongRecoveryCode):
        staff.recover("P1", first, "3141")
    staff.recover("P1", second, "3141")


BADGE = "STF-0000123"


def test_a_badge_stands_for_code_and_pin(shop: Shop, clock: SetClock) -> None:
    a_counter()
    a_product("Teh", barcodes=["8991002101630"])
    staff.set_badge("K1", BADGE)
    assert by_code("K1").has_badge
    for bad in ("1234567", "9" * 1_000_000, "8991002101630"):
        with pytest.raises(BadBadge):
            staff.set_badge("P1", bad)
    with pytest.raises(BadgeTaken):
        staff.set_badge("P1", BADGE)
    staff.sign_out()
    assert staff.sign_in_by_badge(BADGE).value == staff.COUNTER
    assert session.current.staff == "K1"
    with pytest.raises(NotAllowed):
        staff.set_badge("K1", "")
    asked = session.new_request()
    with pytest.raises(UnknownStaff):
        staff.approve_by_badge(asked, BADGE)
    staff.sign_in("P1", "1618")
    staff.set_badge("P1", "OWNER-0000001")
    staff.approve_by_badge(asked, "OWNER-0000001")
    assert asked.approved_by == "P1"
    staff.set_active("K1", False)
    with pytest.raises(UnknownBadge):
        staff.sign_in_by_badge(BADGE)
    assert BADGE not in str([event.payload for event in journal.since(0)])


def test_badges_that_nobody_has_make_one_wait_and_goods_do_not(
    shop: Shop, clock: SetClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_counter()
    a_product("Teh", barcodes=["8991002101630"])
    staff.set_badge("K1", BADGE)
    monkeypatch.setattr(pins, "_seen", {})
    waits = []
    for badge in ("8991002101630", *["WRONG-000001"] * 4):
        with pytest.raises(UnknownBadge) as error:
            staff.sign_in_by_badge(badge)
        waits.append(error.value.wait)
    assert waits == [0, 0, 0, 5, 5]
    with pytest.raises(UnknownBadge):
        staff.sign_in_by_badge(BADGE)
    clock.let_pass(1)
    staff.sign_in_by_badge(BADGE)


def test_no_pin_typed_is_no_wrong_one(shop: Shop) -> None:
    a_counter()
    for _ in range(20):
        with pytest.raises(PinMissing):
            staff.sign_in("K1", "")
    staff.sign_in("K1", "2718")


def test_the_first_pin_is_an_owners(shop: Shop) -> None:
    with pytest.raises(OwnerPinFirst):
        staff.add("K1", staff.COUNTER, "2718")
    staff.add("K1", staff.COUNTER)
    with pytest.raises(OwnerPinFirst):
        staff.set_pin("K1", "2718")
    assert by_code("K1").has_pin is False


def test_an_owner_without_a_pin_opens_nothing_where_rights_hold(shop: Shop) -> None:
    a_counter()
    staff.add("P2", staff.OWNER)
    with pytest.raises(OwnerWithoutPin):
        staff.sign_in("P2")
    staff.set_pin("P2", "4444")
    with pytest.raises(BadPin):
        staff.set_pin("P2", "")
    staff.sign_in("P2", "4444")


@pytest.mark.parametrize("pin", ["9" * 1_000_000, "१२३४", "\0\0\0\0", "' OR 1=1"])
def test_whatever_is_typed_as_a_pin_is_wrong_or_bad(shop: Shop, pin: str) -> None:
    a_counter()
    fail("K1", pin)
    with pytest.raises(BadPin):
        staff.set_pin("K1", pin)


def test_a_code_out_of_use_cannot_sign_in(shop: Shop) -> None:
    a_counter()
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
    a_counter()
    staff.set_pin("K1", "314159")
    fail("K1", "2718")
    staff.sign_in("K1", "314159")
    staff.set_pin("K1", "", old="314159")
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
