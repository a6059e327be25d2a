"""A scanner is told from a typist by the time between its keys, and disturbs nobody."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from gui.input.scanner import Scanner
from tests.gui.keys_in_time import key_of

SCANNER, TYPIST = 8, 90  # milliseconds between keys
EAN = "8998866200578"


class Counter(QWidget):
    """A field, a button and a key: everything a scan must not touch."""

    def __init__(self) -> None:
        super().__init__()
        self.field, self.button = QLineEdit(), QPushButton("Pay")
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.button)
        self.presses = 0
        self.shorts = 0
        self.button.setAutoDefault(True)
        self.button.clicked.connect(self.pressed)
        self.short = QAction("Short", self)
        self.short.setShortcut(QKeySequence("S"))
        self.short.triggered.connect(self.went_short)
        self.addAction(self.short)

    def pressed(self) -> None:
        self.presses += 1

    def went_short(self) -> None:
        self.shorts += 1


class Keyboard:
    """Sends keys with times of their own, so that no test waits."""

    def __init__(self) -> None:
        self.now = 1000

    def milliseconds(self) -> float:
        return self.now

    def type(self, widget: QWidget, text: str, gap: int) -> None:
        for letter in text:
            self.now += gap
            self.press(widget, key_of(letter).key(), letter)

    def press(self, widget: QWidget, key: Qt.Key, text: str = "", repeat: bool = False) -> None:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text, repeat)
            event.setTimestamp(self.now)
            QCoreApplication.sendEvent(widget, event)


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


@pytest.fixture
def codes() -> list[str]:
    return []


@pytest.fixture
def scanner(qapp: QApplication, keyboard: Keyboard, codes: list[str]) -> Iterator[Scanner]:
    scanner = Scanner(clock=keyboard.milliseconds)
    scanner.scanned.connect(codes.append)
    qapp.installEventFilter(scanner)
    yield scanner
    qapp.removeEventFilter(scanner)


@pytest.fixture
def counter(qtbot: QtBot, scanner: Scanner) -> Counter:
    counter = Counter()
    qtbot.addWidget(counter)
    counter.show()
    return counter


def test_a_scan_is_heard_and_never_reaches_the_field(
    counter: Counter, keyboard: Keyboard, codes: list[str]
) -> None:
    keyboard.type(counter.field, EAN, SCANNER)
    keyboard.press(counter.field, Qt.Key.Key_Return)
    assert codes == [EAN]
    assert counter.field.text() == ""


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_its_end_presses_no_button(
    counter: Counter, keyboard: Keyboard, codes: list[str], end: Qt.Key
) -> None:
    counter.button.setFocus()
    keyboard.type(counter.button, EAN, SCANNER)
    keyboard.now += SCANNER
    keyboard.press(counter.button, end)
    assert codes == [EAN]
    assert counter.presses == 0


@pytest.mark.parametrize("late", [100, 300, 600])
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_pause_ends_a_scan_too_and_a_late_enter_is_still_part_of_it(
    counter: Counter,
    scanner: Scanner,
    keyboard: Keyboard,
    codes: list[str],
    late: int,
    end: Qt.Key,
) -> None:
    counter.button.setFocus()
    keyboard.type(counter.button, EAN, SCANNER)
    scanner.settle()
    keyboard.now += late
    keyboard.press(counter.button, end)
    assert codes == [EAN]
    assert counter.presses == 0
    assert counter.button.hasFocus()


def test_only_one_ending_belongs_to_a_scan_and_only_for_a_moment(
    counter: Counter, scanner: Scanner, keyboard: Keyboard
) -> None:
    for pause, presses in ((300, 0), (200, 1), (1000, 2)):
        if pause != 200:
            keyboard.type(counter.button, EAN, SCANNER)
            scanner.settle()
        keyboard.now += pause
        keyboard.press(counter.button, Qt.Key.Key_Return)
        assert counter.presses == presses


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_F6, Qt.Key.Key_A])
def test_an_enter_after_another_key_is_a_persons(
    counter: Counter, scanner: Scanner, keyboard: Keyboard, key: Qt.Key
) -> None:
    entered: list[str] = []
    counter.field.returnPressed.connect(lambda: entered.append(counter.field.text()))
    keyboard.type(counter.field, EAN, SCANNER)
    scanner.settle()
    keyboard.now += TYPIST
    keyboard.press(counter.field, key, "a" if key == Qt.Key.Key_A else "")
    keyboard.now += TYPIST
    keyboard.press(counter.field, Qt.Key.Key_Return)
    assert entered == ["a" if key == Qt.Key.Key_A else ""]


@pytest.mark.parametrize("gap", [60, 90, 200])
def test_a_typist_types_as_ever(
    counter: Counter, scanner: Scanner, keyboard: Keyboard, codes: list[str], gap: int
) -> None:
    keyboard.type(counter.field, "indomie goreng 5", gap)
    scanner.settle()
    assert counter.field.text() == "indomie goreng 5"
    assert codes == []


def test_two_keys_struck_at_once_by_a_typist_come_in_order(
    counter: Counter, scanner: Scanner, keyboard: Keyboard, codes: list[str]
) -> None:
    keyboard.type(counter.field, "te", TYPIST)
    keyboard.type(counter.field, "h", 12)
    keyboard.type(counter.field, " botol", TYPIST)
    scanner.settle()
    assert counter.field.text() == "teh botol"
    assert codes == []


def test_enter_after_typing_presses_what_it_always_pressed(
    counter: Counter, keyboard: Keyboard, codes: list[str]
) -> None:
    done: list[str] = []
    counter.field.returnPressed.connect(lambda: done.append("enter"))
    keyboard.type(counter.field, "aqua", TYPIST)
    keyboard.now += TYPIST
    keyboard.press(counter.field, Qt.Key.Key_Return, "\r")
    assert counter.field.text() == "aqua"
    assert done == ["enter"]
    assert codes == []


def test_a_key_held_down_repeats(
    counter: Counter, scanner: Scanner, keyboard: Keyboard, codes: list[str]
) -> None:
    keyboard.type(counter.field, "0", TYPIST)
    for _ in range(10):
        keyboard.now += 30
        keyboard.press(counter.field, Qt.Key.Key_0, "0", repeat=True)
    scanner.settle()
    assert counter.field.text() == "0" * 11
    assert codes == []


def test_a_letter_that_is_a_command_still_commands(
    counter: Counter, scanner: Scanner, keyboard: Keyboard
) -> None:
    keyboard.type(counter.button, "s", TYPIST)
    scanner.settle()
    assert counter.shorts == 1


def test_the_same_letter_inside_a_scan_does_not(
    counter: Counter, keyboard: Keyboard, codes: list[str]
) -> None:
    keyboard.type(counter.button, "SKU-S7", SCANNER)
    keyboard.press(counter.button, Qt.Key.Key_Return)
    assert codes == ["SKU-S7"]
    assert counter.shorts == 0


def test_a_letter_that_a_field_wants_is_typed_and_commands_nothing(
    counter: Counter, scanner: Scanner, keyboard: Keyboard
) -> None:
    keyboard.type(counter.field, "s", TYPIST)
    scanner.settle()
    assert counter.field.text() == "s"
    assert counter.shorts == 0


def test_three_fast_keys_are_no_scan(
    counter: Counter, scanner: Scanner, keyboard: Keyboard, codes: list[str]
) -> None:
    keyboard.type(counter.field, "123", SCANNER)
    scanner.settle()
    assert counter.field.text() == "123"
    assert codes == []


@pytest.mark.parametrize("gap", [0, 1, 8])
@pytest.mark.parametrize(
    "words", ["terima kasih", "assalamualaikum", "Jl. Kenanga 12 RT 3, titip di satpam"]
)
def test_words_in_one_burst_are_written_whole(
    counter: Counter, scanner: Scanner, keyboard: Keyboard, codes: list[str], words: str, gap: int
) -> None:
    keyboard.type(counter.field, words, gap)
    scanner.settle()
    assert (counter.field.text(), codes) == (words, [])


@pytest.mark.parametrize(
    "code",
    [
        "00020101021126670016COM.NOBUBANK.WWW01189360050300000879140214ID.Toko Berkah6007JAKARTA",
        "https://toko.example/p/teh-botol",
        "RAK 12 A",
    ],
)
def test_codes_with_words_in_them_are_scans(
    counter: Counter, keyboard: Keyboard, codes: list[str], code: str
) -> None:
    keyboard.type(counter.field, code, SCANNER)
    keyboard.press(counter.field, Qt.Key.Key_Return)
    assert (counter.field.text(), codes) == ("", [code])


def test_a_space_presses_the_button_at_once(counter: Counter, keyboard: Keyboard) -> None:
    counter.button.setFocus()
    keyboard.press(counter.button, Qt.Key.Key_Space, " ")
    assert counter.presses == 1


@pytest.mark.parametrize("gap", [5, TYPIST])
@pytest.mark.parametrize("key", [Qt.Key.Key_F10, Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_command_finds_all_that_was_typed_before_it(
    counter: Counter, keyboard: Keyboard, key: Qt.Key, gap: int
) -> None:
    keyboard.type(counter.field, "50", TYPIST)
    keyboard.now += gap
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier)
    asked.setTimestamp(keyboard.now)
    QCoreApplication.sendEvent(counter.field, asked)  # next, Qt would do the command
    assert counter.field.text() == "50"


def test_a_machine_that_was_busy_hears_a_code_whole(
    qtbot: QtBot, scanner: Scanner, counter: Counter, keyboard: Keyboard, codes: list[str]
) -> None:
    """The program wakes late: its timer is over, and the rest of the code stands in the queue."""
    keyboard.type(counter.field, EAN[:8], SCANNER)
    began = keyboard.now
    keyboard.now += 500

    def rest() -> None:
        scanner.timer.timeout.disconnect(rest)
        now, keyboard.now = keyboard.now, began
        keyboard.type(counter.field, EAN[8:], SCANNER)
        keyboard.now = now

    scanner.timer.timeout.connect(rest)  # heard after the scanner itself
    qtbot.waitUntil(lambda: bool(codes))
    assert codes == [EAN]
    assert counter.field.text() == ""


def test_two_scans_in_a_row_are_two(counter: Counter, keyboard: Keyboard, codes: list[str]) -> None:
    for code in ("B000477", EAN):
        keyboard.now += 400
        keyboard.type(counter.field, code, SCANNER)
        keyboard.press(counter.field, Qt.Key.Key_Return)
    assert codes == ["B000477", EAN]
    assert counter.field.text() == ""


def test_keys_held_for_a_window_that_closed_meanwhile_are_forgotten(
    qtbot: QtBot, scanner: Scanner, keyboard: Keyboard, codes: list[str]
) -> None:
    field = QLineEdit()
    keyboard.type(field, "ab", TYPIST)
    field.deleteLater()
    QCoreApplication.sendPostedEvents(field, QEvent.Type.DeferredDelete)
    scanner.settle()
    assert codes == []


@pytest.mark.parametrize(
    ("later", "between", "adds"),
    [(0, None, 1), (1, None, 0), (400, None, 0), (401, None, 1), (200, Qt.Key.Key_A, 1)],
)
def test_the_second_of_two_enters_is_lost_when_another_window_has_come_to_light(
    counter: Counter,
    keyboard: Keyboard,
    qtbot: QtBot,
    later: int,
    between: Qt.Key | None,
    adds: int,
) -> None:
    dialog = QLineEdit()
    qtbot.addWidget(dialog)
    dialog.show()
    keyboard.now += 5000
    keyboard.press(dialog, Qt.Key.Key_Return, "\r")
    if between is not None:
        keyboard.now += 100
        keyboard.press(counter.field, between, "a")
    keyboard.now += later
    keyboard.press(counter.button, Qt.Key.Key_Return, "\r")
    assert counter.presses == adds


@pytest.mark.parametrize("key", ["S", "Ctrl+U", "Space"])
def test_a_key_for_a_field_that_went_with_what_was_typed_before_it_is_for_nobody(
    scanner: Scanner, keyboard: Keyboard, counter: Counter, codes: list[str], key: str
) -> None:
    scanner.scanned.connect(lambda _: delete(counter.field))
    keyboard.type(counter.field, EAN, SCANNER)
    keyboard.now += 2 * TYPIST  # nobody told the scanner meanwhile that it is late
    combination = key_of(key)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        if isValid(counter.field):
            event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers(), "s")
            event.setTimestamp(keyboard.now)
            assert QCoreApplication.sendEvent(counter.field, event)
    assert codes == [EAN]
    assert not isValid(counter.field)
