"""What is typed stands in its field at once; of a scan nothing is left there, not even a step."""

from collections.abc import Callable, Iterator
from random import Random

import pytest
from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.input.scanner import Scanner
from gui.look.theme import Theme
from gui.payment.amount_field import AmountField
from gui.widgets.fields.form import pin_field
from gui.widgets.fields.search_field import QuietLineEdit
from gui.words.formatting import Formatting
from tests.gui.keys_in_time import Key, Keyboard, ScannerOnTheCounter, Typist

EAN = "8998866200578"


class Desk:
    """Fields under a scanner's ears."""

    def __init__(self, scanner: Scanner, keyboard: Keyboard, qtbot: QtBot) -> None:
        self.scanner, self.keyboard, self.qtbot = scanner, keyboard, qtbot
        self.codes: list[str] = []
        scanner.scanned.connect(self.codes.append)

    def show(self, widget: QWidget) -> None:
        self.qtbot.addWidget(widget)
        widget.show()
        widget.setFocus()

    def type(self, widget: QWidget, text: str, gap: int = 150) -> None:
        """One after another; nothing is waited for."""
        self.keyboard.play(widget, [Key(letter, gap) for letter in text])

    def scan(self, widget: QWidget, code: str = EAN, gap: int = 8, ending: str = "\r") -> None:
        self.keyboard.play(widget, [Key(letter, gap) for letter in code + ending])
        self.scanner.settle()
        assert self.codes == [code]
        self.codes.clear()
        self.keyboard.now += 1000


@pytest.fixture
def desk(qapp: QApplication, qtbot: QtBot) -> Iterator[Desk]:
    keyboard = Keyboard()
    scanner = Scanner(clock=keyboard.milliseconds)
    qapp.installEventFilter(scanner)
    yield Desk(scanner, keyboard, qtbot)
    qapp.removeEventFilter(scanner)


def of_editable_box() -> QComboBox:
    box = QComboBox(editable=True)
    box.addItems(["89 kg", "pcs"])
    box.setEditText("")
    return box


def of_whole_numbers() -> QSpinBox:
    box = QSpinBox(maximum=99)
    box.setKeyboardTracking(False)
    box.selectAll()
    return box


FIELDS: dict[str, Callable[[], QWidget]] = {
    "line": QLineEdit,
    "search": QuietLineEdit,
    "pin": pin_field,
    "page": QPlainTextEdit,
    "box": of_editable_box,
    "number": of_whole_numbers,
}


def text_of(widget: QWidget) -> str:
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox | QSpinBox):
        widget = widget.lineEdit() or widget
    assert isinstance(widget, QLineEdit)
    return widget.text()


@pytest.mark.parametrize("kind", FIELDS)
def test_a_letter_stands_there_at_once(desk: Desk, kind: str) -> None:
    field = FIELDS[kind]()
    desk.show(field)
    desk.type(field, "7")
    assert text_of(field).startswith("7")


@pytest.mark.parametrize("ending", ["\r", "\t", ""])
@pytest.mark.parametrize("gap", [1, 8, 30, 45])
@pytest.mark.parametrize("kind", FIELDS)
def test_a_scan_leaves_every_field_as_it_was(desk: Desk, kind: str, gap: int, ending: str) -> None:
    field = FIELDS[kind]()
    desk.show(field)
    empty = text_of(field)
    desk.scan(field, gap=gap, ending=ending)
    assert text_of(field) == empty
    desk.type(field, "12")
    typed = text_of(field)
    desk.scan(field, gap=gap, ending=ending)
    assert text_of(field) == typed


def test_a_number_that_tells_of_each_digit_waits(desk: Desk) -> None:
    field = QSpinBox(maximum=999)
    told: list[int] = []
    field.valueChanged.connect(told.append)
    desk.show(field)
    desk.scan(field, "4711")
    assert (field.text(), told) == ("0", [])


def test_nothing_is_waited_for_while_two_keys_are_rolled(desk: Desk) -> None:
    field = QLineEdit()
    desk.show(field)
    desk.type(field, "i")
    desk.type(field, "n", 12)
    assert field.text() == "in"


def steps_back(field: QLineEdit) -> list[str]:
    """All that Undo leads to, step by step."""
    seen = [field.text()]
    while field.isUndoAvailable() and len(seen) < 100:
        field.undo()
        seen.append(field.text())
    return seen


def to_the_middle(field: QLineEdit) -> None:
    field.setCursorPosition(len(field.text()) // 2)


def mark_behind(field: QLineEdit) -> None:
    at = field.cursorPosition()
    field.setSelection(len(field.text()), at - len(field.text()))


#: What a person does to a field before a label is scanned.
DEEDS: list[Callable[[QLineEdit], None]] = [
    lambda field: field.insert("teh"),
    lambda field: field.insert("botol 5"),
    QLineEdit.backspace,
    QLineEdit.del_,
    QLineEdit.undo,
    to_the_middle,
]


@pytest.mark.parametrize("seed", range(100))
def test_a_scan_leaves_no_step_to_undo_or_to_redo(desk: Desk, seed: int) -> None:
    random = Random(seed)
    fields = [QLineEdit(), QLineEdit()]
    limit = random.choice([32767, 12])
    for field in fields:
        field.setMaxLength(limit)
        if seed % 3 == 0:
            short = QRegularExpression("[a-z 0-9]{0,20}")
            field.setValidator(QRegularExpressionValidator(short, field))
    did = random.choices(DEEDS, k=random.randint(0, 8))
    if seed % 4 == 0:
        did.append(random.choice([QLineEdit.selectAll, mark_behind]))
    for deed in did:
        for field in fields:
            deed(field)
    scanned, other = fields
    desk.show(scanned)
    desk.show(other)
    typed = random.choice(["", "a", "ab"])
    for field in fields:
        desk.type(field, typed)
        desk.keyboard.now += 1000
        desk.scanner.settle()
    device = ScannerOnTheCounter(random, random.choice([2, 20, 45]), loses_endings=0, stumbles=0)
    desk.keyboard.play(scanned, device.scan(EAN, 300))
    assert desk.codes == [EAN]
    now = [(f.text(), f.cursorPosition(), f.selectedText(), f.isModified()) for f in fields]
    assert now[0] == now[1]
    if not other.isRedoAvailable():  # what was undone before is gone, as with any typing
        assert not scanned.isRedoAvailable()
        assert steps_back(scanned) == steps_back(other)


def test_what_reacts_to_a_field_hears_of_what_was_taken_back(desk: Desk) -> None:
    field = QLineEdit("teh")
    heard: list[str] = []
    field.textEdited.connect(heard.append)
    desk.show(field)
    desk.scan(field)
    assert heard[-1] == "teh"
    assert len(heard) <= 3  # not one for each letter


def test_marks_and_cursor_on_a_page_come_back(desk: Desk) -> None:
    page = QPlainTextEdit("beras 5kg\nminyak")
    desk.show(page)
    cursor = page.textCursor()
    cursor.setPosition(2)
    cursor.setPosition(9, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)
    desk.scan(page)
    back = page.textCursor()
    assert page.toPlainText() == "beras 5kg\nminyak"
    assert (back.anchor(), back.position()) == (2, 9)
    assert not page.document().isRedoAvailable()
    desk.type(page, "x")
    assert page.toPlainText() == "bex\nminyak"


def test_a_sum_that_was_proposed_is_proposed_again(desk: Desk) -> None:
    amount = AmountField(Theme("light"), Formatting("en"))
    desk.show(amount)
    amount.propose(137_000, "Cash")
    desk.type(amount.entry, "5")
    assert amount.amount == 5
    amount.propose(137_000, "Cash")
    desk.scan(amount.entry)
    assert amount.amount == 137_000
    desk.type(amount.entry, "2")
    assert amount.amount == 2


def test_typing_goes_on_where_a_scan_came_in_between(desk: Desk) -> None:
    field = QLineEdit()
    desk.show(field)
    typist = Typist(Random(1), 120)
    desk.keyboard.play(field, typist.type("teh"))
    desk.scan(field)
    desk.keyboard.play(field, typist.type(" botol"))
    desk.scanner.settle()
    assert field.text() == "teh botol"


def test_a_letter_where_letters_command_is_waited_for(desk: Desk) -> None:
    button = QPushButton("&Pay")
    desk.show(button)
    pressed: list[bool] = []
    button.clicked.connect(pressed.append)
    desk.type(button, "7")
    desk.scan(button)
    assert pressed == []
