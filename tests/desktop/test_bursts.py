"""Keys that stay down, and keys that come before there is anything to take them."""

from collections import Counter
from pathlib import Path

import pytest

from models import events
from models.journal import journal
from models.shop.opening import open_shop
from tests.desktop import states
from tests.desktop.conftest import SMALL, Screens, Start
from tests.desktop.person import PROGRAM, Person
from tests.desktop.working_day import pull_the_plug

MANY = 200
LETTERS = "teh"


def demo(home: Path) -> Path:
    return home / "data" / PROGRAM / "demo.sqlite3"


def deeds(shop: Path, after: int) -> Counter[str]:
    """What was done since that entry, and how often."""
    with open_shop(str(shop), station="1"):
        return Counter(event.kind for event in journal.since(after))


def newest(shop: Path) -> int:
    with open_shop(str(shop), station="1"):
        return journal.newest()


def usable(person: Person) -> None:
    """It answers, shows no report, and goes where it is sent."""
    person.press("Ctrl+5")
    person.until("all orders", lambda sight: sight.page == "order_history")


def test_keys_held_at_the_till_do_once_what_is_money(start: Start, demo_home: Path) -> None:
    shop = demo(demo_home)
    before = newest(shop)
    person = start("--demo", "--window", "order_entry", home=demo_home)
    states.hits(person)
    person.screen.hold("Down", MANY)
    person.screen.hold("Return", MANY)
    (line,) = person.until("a line", lambda sight: sight.rows("RowList"))
    assert " 1 " in line, "Enter does not go on"
    person.screen.hold("+", MANY)
    assert " 1 " not in person.look().rows("RowList")[0], "a step does"
    for key in ("F1", "F5", "F8", "F11"):
        person.screen.hold(key, 20)
        person.press("Escape")
    person.until("the counter", lambda sight: sight.focus and sight.focus.kind == "EntryField")
    person.screen.hold("F9", MANY)
    person.until("the payment", lambda sight: sight.kind("PaymentPanel"))
    person.screen.hold("Return", MANY)
    person.until("it is sent", lambda sight: sight.kind("PlacedNotice"))
    person.screen.hold("Escape", MANY)
    usable(person)
    assert deeds(shop, before) == {events.PLACED: 1}


@pytest.mark.parametrize(("key", "done"), [("Space", events.PICKED), ("Return", events.CLAIMED)])
def test_a_key_held_at_the_wall_is_one_step(
    start: Start, demo_home: Path, key: str, done: str
) -> None:
    shop = demo(demo_home)
    with open_shop(str(shop), station="1"):
        for deed in states.STATES["wall_waiting"].deeds:
            deed()
    before = newest(shop)
    person = start("--demo", "--window", "fulfilment", home=demo_home)
    states.wall_waiting(person)
    person.screen.hold(key, MANY)
    usable(person)
    assert deeds(shop, before) == {done: 1}


def test_letters_typed_while_it_starts_stand_in_their_order(start: Start, screens: Screens) -> None:
    with screens(SMALL).over_and_over(*LETTERS):
        person = start("--demo", "--window", "order_entry")
        states.counter(person)
    person.until("the letters", lambda sight: sight.focus and sight.focus.value)
    typed = person.look().focus.value
    assert typed in LETTERS * len(typed)


def test_a_cart_is_paid_once_by_keys_that_come_while_it_starts(
    start: Start, screens: Screens, demo_home: Path
) -> None:
    person = start("--demo", "--window", "order_entry", home=demo_home)
    states.cart(person)
    pull_the_plug(person, lines=len(states.GOODS), shop="demo")
    before = newest(demo(demo_home))
    with screens(SMALL).over_and_over("F9", "Return"):
        person = start("--demo", "--window", "order_entry", home=demo_home)
        person.until("it is sent", lambda _: deeds(demo(demo_home), before))
    usable(person)
    assert deeds(demo(demo_home), before) == {events.PLACED: 1}


def test_nothing_is_agreed_to_by_keys_that_come_before_the_policy_is_seen(
    start: Start, screens: Screens
) -> None:
    with screens(SMALL).over_and_over("Return", "Space"):
        person = start()
    assert not person.data.exists()
