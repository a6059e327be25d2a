"""The server goes away while a picker is at work: the cards in hand go on, and all is sent once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from models import session
from models.catalogue import catalogue
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment.cards import Card
from models.journal import journal
from models.orders import orders
from models.shop.offline import refused
from models.stages import Stage
from models.storage import postgres
from models.storage.database import database
from tests.faults.cable import Cable
from tests.faults.counter import Counter, hall
from tests.faults.test_counter_without_server import (
    answering,
    button_of,
    cable,
    click,
    counter,
    said_by,
)
from tests.readable import cart_of, findings

__all__ = ["cable", "counter", "hall"]

# What fails is told by the program's own hook, as it is in a shop.
pytestmark = pytest.mark.qt_no_exception_capture

Key = Qt.Key


class Picker:
    """Presses the keys of the wall in its own window, and looks at what becomes of them."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self.window = counter.main_windows[1]

    def press(self, *keys: Qt.Key, ctrl: bool = False) -> None:
        held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        for key in keys:
            self.window.activateWindow()
            self._counter.wait(self.window.isActiveWindow)
            QTest.keyClick(self.window.windowHandle(), key, held)
            self._counter.wall.context.scanner.settle()
            self._counter.wait_for_the_answer()

    def card(self, number: int) -> Card | None:
        """As it is painted."""
        every = (view.card for view in self._counter.wall.wall.views)
        return next((card for card in every if card and card.number == number), None)

    def until_picked(self, number: int, *picked: int) -> None:
        self._counter.wait(lambda: self._picked(number) == list(picked))

    def _picked(self, number: int) -> list[int]:
        card = self.card(number)
        return [line.picked for line in card.lines] if card else []

    def until_said(self, words: str) -> None:
        """A key was refused with these words, and was read: those that follow count again."""
        wall = self._counter.wall
        self._counter.wait(lambda: words in said_by(wall.bars.keys) and wall.wall.hand.knows)


def sell(counter: Counter, orders_of: int) -> None:
    teh = catalogue.products_by_id([1])[1]
    kopi = catalogue.add_product("Kopi", 5_000).value
    for _ in range(orders_of):
        orders.place(cart_of((teh, 2_000), (kopi, 3_000)))
    counter.wait(lambda: len(counter.numbers_on_wall()) == orders_of)


def test_a_picker_goes_on_with_what_is_claimed_and_it_is_sent_once(
    counter: Counter, cable: Cable
) -> None:
    sell(counter, 2)
    picker = Picker(counter)
    picker.press(Key.Key_1, Key.Key_Return)
    counter.wait(lambda: picker.card(1).claimed_by == "1")
    counter.wait_until_copied()
    cable.cut()
    counter.wait_for_banner()
    picker.press(Key.Key_2, Key.Key_Space)
    picker.until_said("Not claimed here before the server went away")
    picker.press(Key.Key_R)
    picker.until_said("Not claimed here before the server went away")
    picker.press(Key.Key_1, Key.Key_Space)
    picker.until_picked(1, 2_000, 0)
    picker.press(Key.Key_Z, ctrl=True)
    picker.until_picked(1, 0, 0)
    picker.press(Key.Key_Up, Key.Key_Space, Key.Key_Plus)
    picker.until_picked(1, 2_000, 1_000)
    counter.wait(lambda: counter.waiting() == 4)
    counter.wait(lambda: "4 to send" in said_by(counter.wall.bars.top))
    picker.press(Key.Key_M)
    picker.until_said("This waits until the server is back")
    picker.press(Key.Key_S, Key.Key_Return)  # none is left
    counter.wait(lambda: picker.card(1) is None)
    assert counter.numbers_on_wall() == [2], "it is ready"
    cable.mend()
    counter.wait_until_back()
    counter.wait(lambda: counter.waiting() == 0)
    card = fulfilment_queue.card(1)
    assert card is not None
    assert [(line.picked, line.short) for line in card.lines] == [(2_000, 0), (1_000, 2_000)]
    assert card.stage == Stage.READY
    kinds = [event.kind for event in journal.for_order(1)]
    assert kinds == ["placed", "claimed", "picked", "undone", "picked", "picked", "shorted"]
    # The last one is taken back as if the server had never been away.
    picker.press(Key.Key_Z, ctrl=True)
    picker.until_picked(1, 2_000, 1_000)
    assert findings() == ()


def test_what_was_picked_of_a_card_that_another_took_is_told_at_the_wall(
    counter: Counter, cable: Cable, own_postgres_url: str
) -> None:
    sell(counter, 1)
    picker = Picker(counter)
    picker.press(Key.Key_1, Key.Key_Return)
    counter.wait(lambda: picker.card(1).claimed_by == "1")
    counter.wait_until_copied()
    cable.cut()
    counter.wait_for_banner()
    picker.press(Key.Key_Space, Key.Key_Space)
    counter.wait(lambda: counter.waiting() == 2)
    elsewhere = postgres.engine(own_postgres_url, "2")
    with database.speaking_to(elsewhere), session.acting_for(session.Request("2", "")):
        fulfilment.claim(1, take_over=True)
        elsewhere.close()
    cable.mend()
    counter.wait(lambda: "2 could not be sent" in counter.told()[1])
    counter.wait(lambda: "2 not sent" in said_by(counter.wall.bars.top))
    told = answering("Return")
    click(button_of(counter.wall.bars.top, "2 not sent"))
    assert len(told) == 1, "both at once: it is one card and one reason"
    assert "001: picked here, and not noted on the card" in told[0]
    assert "Picked: Teh" in told[0]
    assert "Picked: Kopi" in told[0]
    assert "Order 001 is being picked at" in told[0]
    own = counter.till.context.shop.own_path
    assert own is not None
    assert refused.kept(own) == []
    picker.until_picked(1, 0, 0)
    assert findings() == ()
