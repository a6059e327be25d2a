"""Keys and wheel as they come from a plain X server: nothing that is shown is eaten on the way."""

import pytest

from tests.desktop.conftest import Start
from tests.desktop.person import Person


def focus_in(person: Person, kind: str) -> None:
    person.until(f"the focus in {kind}", lambda sight: sight.focus and kind in sight.focus.kinds)


@pytest.mark.parametrize("keyboard", ["us", "id", "de"])
def test_keys_of_the_counter_pass_the_box(start: Start, keyboard: str) -> None:
    person = start("--demo", "--window", "order_entry", keyboard=keyboard)
    focus_in(person, "Entry")
    person.type_in("indomie")
    person.until("the letters", lambda sight: sight.focus and sight.focus.value == "indomie")
    person.press("Ctrl+U")
    person.sees("Wanted later")
    person.press("Escape", "Ctrl+K")
    person.until("the palette", lambda sight: sight.kind("CommandPalette"))
    person.press("Escape")
    person.until("the palette is gone", lambda sight: not sight.kind("CommandPalette"))
    person.type_in("aqua")
    person.press("Return")
    person.until("it is in the cart", lambda sight: len(sight.rows("RowList")) == 1)
    person.press("+")
    person.until("two of it", lambda sight: "2" in " ".join(sight.rows("RowList")[0]))


def test_a_scan_leaves_nothing_in_the_box(start: Start) -> None:
    person = start("--demo", "--window", "order_entry")
    focus_in(person, "Entry")
    person.type_in("teh")
    person.until("the letters", lambda sight: sight.focus and sight.focus.value == "teh")
    person.scan("8990000000017")
    person.sees("8990000000017")
    person.until("what was typed", lambda sight: sight.focus and sight.focus.value == "teh")
