"""The hits under the box are for who types: for a label nothing opens there, not for a moment."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.input.scanner import Scanner
from gui.order_entry.entry.choice_list import ChoiceList
from gui.runtime.background import Background
from gui.shell.app_context import AppContext
from tests.gui.keys_in_time import Key, Keyboard
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product

CODE = "8991002101630"


class Openings(QObject):
    """Everything that was shown below the field since this began to look."""

    def __init__(self, box: QWidget) -> None:
        super().__init__(box)
        self.seen: list[str] = []
        for part in box.findChildren(QWidget):
            part.installEventFilter(self)

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self.seen.append(type(part).__name__)
        return False


class Changes(QObject):
    """What became of the rows of an open list, and of its height, since this began to look."""

    def __init__(self, choices: ChoiceList) -> None:
        super().__init__(choices)
        self.seen: list[str] = []
        rows = choices.rows
        rows.rowsInserted.connect(self._changed)
        rows.rowsRemoved.connect(self._changed)
        rows.rowsMoved.connect(self._changed)
        rows.dataChanged.connect(self._changed)
        choices.installEventFilter(self)

    def _changed(self) -> None:
        self.seen.append("rows")

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.seen.append("height")
        return False


class Counter:
    """A cashier with a keyboard and a scanner, whose keys have their own time."""

    def __init__(self, context: AppContext, qapp: QApplication, qtbot: QtBot) -> None:
        self.keyboard = Keyboard()
        context.scanner = self.scanner = Scanner(clock=self.keyboard.milliseconds)
        self.cashier = Cashier(context, qtbot)
        self.scanner.scanned.connect(self.cashier.window.scanned)
        qapp.installEventFilter(self.scanner)
        self.openings = Openings(self.cashier.window.counter.box)

    def strike(self, text: str, gap: int) -> None:
        """Keys with `gap` ms before each, while the program gets its turns."""
        for letter in text:
            self.keyboard.play(self.cashier.focus, [Key(letter, gap)])
            give_a_turn()

    def look_up(self, ms: int = 1000) -> None:
        self.keyboard.now += ms


def give_a_turn() -> None:
    """The program does what is due."""
    loop = QEventLoop()
    QTimer.singleShot(0, loop.quit)
    loop.exec()


@pytest.fixture
def counter(context: AppContext, qapp: QApplication, qtbot: QtBot) -> Iterator[Counter]:
    a_product("Sabun", 4_000, barcodes=[CODE])
    a_product("Aqua 600 ml", 3_500)
    counter = Counter(context, qapp, qtbot)
    yield counter
    qapp.removeEventFilter(counter.scanner)


@pytest.mark.parametrize("in_background", [False, True])
@pytest.mark.parametrize("gap", [1, 8, 30])
def test_nothing_opens_for_a_label(
    counter: Counter, qtbot: QtBot, gap: int, in_background: bool
) -> None:
    """Not even where the hits, or the word that they are looked for, are there at once."""
    if in_background:
        counter.cashier.context.background = Background(counter.cashier.context.shop.connection)
    counter.strike(CODE, gap)
    counter.strike("\r", gap)
    qtbot.waitUntil(lambda: counter.cashier.cart == [("Sabun", 1)])
    assert counter.cashier.box == ""
    counter.look_up()
    give_a_turn()
    assert counter.openings.seen == []
    counter.cashier.context.background.close()


def test_hits_of_the_first_letter_open_when_no_scanner_goes_on(
    counter: Counter, qtbot: QtBot
) -> None:
    counter.strike("a", 150)
    assert counter.cashier.hits == []
    counter.look_up(36)
    qtbot.waitUntil(lambda: counter.cashier.hits == ["Aqua 600 ml"])


def test_hits_of_a_typist_change_with_each_letter(counter: Counter, qtbot: QtBot) -> None:
    counter.strike("a", 150)
    counter.look_up(36)
    qtbot.waitUntil(lambda: bool(counter.cashier.hits))
    counter.strike("q", 60)
    assert counter.cashier.hits == ["Aqua 600 ml"]
    counter.strike("z", 120)
    assert counter.cashier.hits == []


@pytest.mark.parametrize("in_background", [False, True])
@pytest.mark.parametrize("gap", [1, 8, 30])
def test_open_hits_do_not_move_for_a_label(
    counter: Counter, qtbot: QtBot, gap: int, in_background: bool
) -> None:
    """Nor does the mark go back to the first of them."""
    a_product("Aqua 1500 ml", 6_000)
    counter.strike("a", 150)
    counter.strike("q", 150)
    counter.look_up(36)
    cashier = counter.cashier
    qtbot.waitUntil(lambda: len(cashier.hits) == 2)
    cashier.press("Down")
    finder = cashier.window.counter.talk.finder
    marked, foot = finder.marked, cashier.window.counter.box.foot.text()
    changes = Changes(finder.list)
    if in_background:
        cashier.context.background = Background(cashier.context.shop.connection)
    counter.openings.seen.clear()
    counter.strike(CODE, gap)
    counter.strike("\r", gap)
    qtbot.waitUntil(lambda: cashier.cart == [("Sabun", 1)])
    counter.look_up()
    give_a_turn()
    assert (changes.seen, counter.openings.seen) == ([], [])
    assert (cashier.box, finder.marked) == ("aq", marked)
    assert cashier.window.counter.box.foot.text() == foot
    cashier.context.background.close()


def test_enter_behind_a_digit_takes_what_that_digit_found(counter: Counter) -> None:
    a_product("Aqua 1500 ml", 6_000)
    counter.strike("aqua 1", 150)
    counter.cashier.press("Return")
    assert counter.cashier.cart == [("Aqua 1500 ml", 1)]


def test_a_step_into_the_hits_does_not_wait_for_them(counter: Counter) -> None:
    counter.strike("a", 150)
    counter.cashier.press("Down", "Return")
    assert counter.cashier.cart == [("Aqua 600 ml", 1)]


def test_hits_do_not_open_under_another_question(counter: Counter) -> None:
    counter.cashier.scan(CODE)
    counter.strike("a", 150)
    counter.cashier.press("Ctrl+U")
    counter.look_up(36)
    give_a_turn()
    talk = counter.cashier.window.counter.talk
    assert talk.prompt is not talk.search
    assert counter.cashier.hits == []


@pytest.mark.parametrize("command", ["F9", "F8", "F6"])
def test_a_number_typed_in_a_hurry_stays_and_a_label_is_heard_there_too(
    counter: Counter, command: str
) -> None:
    counter.cashier.scan(CODE)
    counter.cashier.press(command)
    counter.strike("137000", 45)
    counter.look_up()
    counter.scanner.settle()
    field = counter.cashier.focus
    assert field.text().replace("Rp", "").replace(".", "").replace(",", "") == "137000"
    counter.strike(CODE + "\r", 8)
    assert counter.cashier.cart == [("Sabun", 2)]


@pytest.mark.parametrize("late", [200, 600])
def test_an_enter_that_comes_late_adds_no_hit_of_what_was_typed_before(
    counter: Counter, late: int
) -> None:
    """Bluetooth, or a machine with much to do: the digits were a scan already without it."""
    counter.strike("aqua", 120)
    counter.look_up()
    counter.strike(CODE, 10)
    counter.scanner.settle()
    counter.strike("\r", late)
    assert counter.cashier.cart == [("Sabun", 1)]
    assert (counter.cashier.box, counter.cashier.hits) == ("aqua", ["Aqua 600 ml"])
    counter.strike("\r", 900)
    assert counter.cashier.cart == [("Sabun", 1), ("Aqua 600 ml", 1)]
