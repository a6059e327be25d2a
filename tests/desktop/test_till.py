"""The till under real hands: the first window, a refusal beside the way back, money paid later."""

import pytest

from tests.desktop.conftest import LARGE, SMALL, Start, accept
from tests.desktop.person import Person


def at_the_counter(start: Start, size: tuple[int, int] = SMALL) -> Person:
    """Opens the demo; in a home that was moved the policy is read once more."""
    person = start("--demo", "--window", "order_entry", size=size)
    if person.look().kind("PolicyText"):
        accept(person)
    person.until("the counter", lambda sight: sight.page == "order_entry")
    return person


@pytest.mark.parametrize("size", [SMALL, (1024, 600), LARGE])
def test_the_first_window_is_whole_and_has_its_title_bar(
    start: Start, size: tuple[int, int]
) -> None:
    person = at_the_counter(start, size)
    front = person.until("the window", lambda sight: sight.front)
    main_window, inside = front.outside, front.box
    assert main_window.y < inside.y, "there is a title bar"
    assert min(main_window.x, main_window.y) >= 0
    assert (main_window.x + main_window.width, main_window.y + main_window.height) <= size
    assert main_window.y + main_window.height <= size[1]


def test_a_refusal_is_read_while_the_way_back_is_up(start: Start) -> None:
    person = at_the_counter(start)
    person.type_in("indomie")
    person.press("Return")
    person.until("a line", lambda sight: sight.rows("RowList"))
    person.press("Del")
    person.until("the way back", lambda sight: sight.kind("UndoBar"))
    person.scan("8990000000006")
    sight = person.until(
        "both", lambda sight: sight if sight.says("Unknown code 8990000000006") else None
    )
    (bar,) = sight.kind("UndoBar")
    offer = next(x for x in sight.kind("Card") if x.says("Unknown code 8990000000006"))
    assert offer.box is not None
    assert bar.box is not None
    assert bar.box.y + bar.box.height <= offer.box.y, "each has the whole width for its words"


def test_what_is_paid_later_is_paid_as_at_the_till(start: Start) -> None:
    person = at_the_counter(start)
    person.type_in("indomie")
    person.press("Return", "F10")
    person.until("sent", lambda sight: sight.says("Order sent"))
    person.press("Ctrl+5")
    person.until("the order that is not paid", lambda sight: sight.of_command("orders.pay"))
    person.press("F9")
    person.until("the panel", lambda sight: sight.kind("PaymentPanel"))
    person.type_in("c100000")
    person.sees("Change", "Rp100.000")
    person.press("Return")
    person.until("the orders again", lambda sight: not sight.kind("PaymentPanel"))
    person.sees("received, give back")
