"""Keys and wheel as they come from a plain X server: nothing that is shown is eaten on the way."""

import pytest

from tests.desktop.conftest import Start
from tests.desktop.person import Person
from tests.desktop.sight import Piece, Sight


def focus_in(person: Person, kind: str) -> None:
    person.until(f"the focus in {kind}", lambda sight: sight.focus and kind in sight.focus.kinds)


@pytest.mark.parametrize("keyboard", ["us", "id", "de"])
def test_keys_of_the_counter_pass_the_box(start: Start, keyboard: str) -> None:
    person = start("--demo", "--window", "order_entry", keyboard=keyboard)
    focus_in(person, "EntryField")
    person.type_in("aqua")
    person.until("the letters", lambda sight: sight.focus and sight.focus.value == "aqua")
    person.press("Ctrl+U")  # nothing to be wanted later yet: and nothing else is done
    person.press("Return")
    person.until("it is in the cart", lambda sight: len(sight.rows("RowList")) == 1)
    person.press("+")
    person.until("two of it", lambda sight: "2" in " ".join(sight.rows("RowList")[0]))
    person.type_in("indomie")
    person.until("the letters", lambda sight: sight.focus and sight.focus.value == "indomie")
    person.press("Ctrl+U")
    person.sees("17.30, tomorrow 9")
    person.press("Escape", "Ctrl+K")
    person.until("the palette", lambda sight: sight.kind("CommandPalette"))


def test_a_scan_leaves_nothing_in_the_box(start: Start) -> None:
    person = start("--demo", "--window", "order_entry")
    focus_in(person, "EntryField")
    person.type_in("teh")
    person.until("the letters", lambda sight: sight.focus and sight.focus.value == "teh")
    person.scan("8990000000017")
    person.sees("8990000000017")
    person.until("what was typed", lambda sight: sight.focus and sight.focus.value == "teh")


def test_the_wheel_over_the_settings_scrolls_and_changes_nothing(start: Start) -> None:
    person = start("--demo", "--window", "settings")
    zone = person.until("the page", lambda sight: sight.kind("ChoiceBox"))[0]
    place, before = zone.box, zone.value
    assert place is not None
    for _ in range(12):
        person.screen.click(*place.middle, button=5)
    person.until("the page has moved", lambda sight: zone_of(sight).box != place)
    assert zone_of(person.look()).value == before


def zone_of(sight: Sight) -> Piece:
    return sight.kind("ChoiceBox")[0]
