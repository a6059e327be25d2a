"""A window stays as a person left it, whatever is built anew in it."""

from tests.desktop.conftest import SMALL, Start
from tests.desktop.person import Person
from tests.desktop.sight import Sight


def size_of(sight: Sight) -> tuple[int, int]:
    """Of what is inside the window in front; of none while it changes."""
    return (sight.front.box.width, sight.front.box.height) if sight.front is not None else (0, 0)


def press_title_twice(person: Person) -> None:
    front = person.look().front
    assert front is not None
    x, y = front.box.middle[0], (front.outside.y + front.box.y) // 2
    person.screen.click(x, y, times=2)


def test_another_language_keeps_the_size_that_somebody_gave_the_window(start: Start) -> None:
    first = start("--demo", "--window", "home")
    press_title_twice(first)
    first.until("a wide window", lambda sight: size_of(sight)[0] == SMALL[0])
    first.press("Ctrl+W")
    assert first.ended() == 0
    person = start("--demo", "--window", "settings", home=first.home, language="")
    person.until("the same window", lambda sight: size_of(sight)[0] == SMALL[0])
    press_title_twice(person)
    person.until("a smaller window", lambda sight: size_of(sight)[0] < SMALL[0])
    person.screen.resize(1000, 600)
    person.until("this size", lambda sight: size_of(sight) == (1000, 600))
    person.click("Appearance")
    person.click("Bahasa Indonesia")
    person.until("another language", lambda sight: sight.buttons("Tampilan"))
    assert size_of(person.look()) == (1000, 600)


def test_what_is_pressed_while_it_is_built_anew_twice_is_done(start: Start) -> None:
    person = start("--demo", "--window", "settings")
    person.click("Appearance")
    choices = person.until("the choices", lambda sight: sight.buttons("Bahasa Indonesia"))
    dark = person.look().buttons("Dark")
    person.touch(choices[0])
    person.touch(dark[0])  # it stands there in the other language as well
    person.press("Ctrl+1")
    person.type_in("gula")
    seen = person.until("the counter", lambda sight: sight.page == "order_entry" and sight)
    assert seen
    person.until("the word", lambda sight: sight.focus and sight.focus.value == "gula")
    assert person.look().buttons("Bayar")
