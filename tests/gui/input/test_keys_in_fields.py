"""A key that stands on a button does what the button says, also while one writes in a field."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.input.commands import COMMANDS
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from tests.gui.keys_in_time import key_of

#: What people do with a text, and need to do in every field.
EDITING = ("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+Shift+Z")
MODIFIERS = (Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt)
WITH_A_COMMAND_KEY = [
    (command.group, command.id, key)
    for command in COMMANDS
    for key in command.keys
    if command.group != "everywhere"
    and ("Ctrl+" in key or "Alt+" in key)
    and key not in EDITING
]  # fmt: skip


class GreedyLine(QLineEdit):
    """As fields are on some desktop: under plain X11 they take Ctrl+U, Ctrl+E, Ctrl+K, Ctrl+D."""

    def __init__(self) -> None:
        super().__init__()
        self.eaten: list[int] = []

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in MODIFIERS:
            self.eaten.append(event.key())
        super().keyPressEvent(event)


class FieldsPage(Page):
    """Binds every command of one group and notes what is done."""

    def __init__(self, context: AppContext, group: str) -> None:
        super().__init__(context)
        self.done: list[str] = []
        self.field, self.text, self.other = GreedyLine(), QPlainTextEdit(), QWidget()
        self.other.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = QVBoxLayout(self)
        for widget in (self.field, self.text, self.other):
            column.addWidget(widget)
        for command in context.actions.groups()[group]:
            self.bind(command.id, self.note)

    def note(self) -> None:
        self.done.append(self.sender().objectName())


@pytest.fixture
def context(context: AppContext, qapp: QApplication) -> Iterator[AppContext]:
    context.scanner.listen(qapp)
    yield context
    context.scanner.stop()


@pytest.fixture
def page_of(context: AppContext, qtbot: QtBot) -> Callable[[str], FieldsPage]:
    """A page that can do all commands of a group, in front."""

    def page_of(group: str) -> FieldsPage:
        page = FieldsPage(context, group)
        qtbot.addWidget(page)
        page.show()
        page.activateWindow()
        QTest.qWaitForWindowActive(page)
        return page

    return page_of


def press(widget: QWidget, keys: QKeyCombination) -> None:
    QTest.keyClick(widget, keys.key(), keys.keyboardModifiers())


@pytest.mark.parametrize(("group", "id", "key"), WITH_A_COMMAND_KEY)
def test_no_field_eats_the_key_of_a_command(
    page_of: Callable[[str], FieldsPage], group: str, id: str, key: str
) -> None:
    page = page_of(group)
    for field in (page.field, page.text):
        field.setFocus()
        press(field, key_of(key))
        assert page.done == [id]
        page.done.clear()
    page.action(id).setEnabled(False)
    page.field.setFocus()
    press(page.field, key_of(key))
    assert (page.done, page.field.eaten) == ([], [])


def test_what_people_do_with_a_text_stays_with_the_field(
    page_of: Callable[[str], FieldsPage],
) -> None:
    page = page_of("order_entry")
    page.text.setFocus()
    page.text.insertPlainText("teh botol")
    press(page.text, key_of("Ctrl+A"))
    press(page.text, key_of("Ctrl+X"))
    assert page.text.toPlainText() == ""
    press(page.text, key_of("Ctrl+V"))
    assert page.text.toPlainText() == "teh botol"
    press(page.text, key_of("Ctrl+Z"))
    assert page.text.toPlainText() == ""
    press(page.text, key_of("Home"))
    assert page.done == []


def test_undo_is_the_pages_where_a_field_has_nothing_to_undo(
    page_of: Callable[[str], FieldsPage],
) -> None:
    page = page_of("everywhere")
    page.field.setFocus()
    press(page.field, key_of("Ctrl+Z"))
    assert page.done == ["edit.undo"]
    page.field.insert("teh")
    press(page.field, key_of("Ctrl+Z"))
    assert page.field.text() == ""
    assert page.done == ["edit.undo"]


@pytest.mark.parametrize(
    "held", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
             Qt.KeyboardModifier.KeypadModifier],
)  # fmt: skip
@pytest.mark.parametrize(
    ("group", "sign", "key", "id"),
    [
        ("fulfilment", "*", Qt.Key.Key_Asterisk, "queue.part"),
        ("fulfilment", "+", Qt.Key.Key_Plus, "queue.more"),
        ("fulfilment", "-", Qt.Key.Key_Minus, "queue.less"),
        ("order_entry", "+", Qt.Key.Key_Plus, "order.more"),
    ],
)
def test_a_sign_is_the_same_on_every_keyboard(
    page_of: Callable[[str], FieldsPage], context: AppContext,
    group: str, sign: str, key: Qt.Key, id: str, held: Qt.KeyboardModifier,
) -> None:  # fmt: skip
    """`*` is Shift+8 in America and Indonesia, Shift++ in Germany, and a key of the keypad."""
    page = page_of(group)
    page.other.setFocus()
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(page.other, QKeyEvent(kind, key, held, sign))
    context.scanner.settle()
    assert page.done == [id]
