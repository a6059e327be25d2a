"""The wall on a plain X server: it fills the screen, and its signs work from every keyboard."""

import pytest

from tests.desktop.conftest import Start
from tests.desktop.person import Person


def at_the_wall(start: Start, keyboard: str = "us") -> Person:
    person = start("--demo", "--window", "fulfilment", keyboard=keyboard)
    person.until("a card", lambda sight: sight.kind("CardView"))
    return person


@pytest.mark.parametrize("keyboard", ["us", "id", "de", "fr"])
def test_a_part_is_picked_with_the_star_of_every_keyboard(start: Start, keyboard: str) -> None:
    person = at_the_wall(start, keyboard)
    cards = [card.name for card in person.look().kind("CardView")]
    nobodys = next(place for place, name in enumerate(cards, 1) if ", Waiting," in name)
    person.press(str(nobodys), "*")
    person.until("how many", lambda sight: sight.kind("PartPrompt"))
    person.press("Escape")
    person.until("the wall", lambda sight: not sight.kind("PartPrompt"))


def test_the_wall_of_a_warehouse_fills_the_screen_until_f11_as_esc_says(start: Start) -> None:
    person = at_the_wall(start)
    person.until("a full screen", lambda sight: sight.front and sight.front.full_screen)
    person.press("Escape")
    person.until("the way out", lambda sight: sight.says("F11 leaves full screen"))
    person.press("F11")
    person.until("a window", lambda sight: sight.front and not sight.front.full_screen)
    person.press("Ctrl+W")
    assert person.ended() == 0
