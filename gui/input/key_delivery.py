"""Brings a key to where it belongs: to the command of the page in front, or into the field."""

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QWidget

from gui.input.held_keys import is_enter_again
from gui.input.text_fields import asked, edits, text_field
from gui.input.visible_widgets import seen_in

_ENDINGS = {Qt.Key.Key_Return: "enter", Qt.Key.Key_Enter: "enter", Qt.Key.Key_Tab: "tab"}
_MODIFIERS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)


def deliver(receiver: QObject, event: QKeyEvent) -> None:
    """As Qt would have: first as a shortcut, unless the focused field wants it, then as a key."""
    if event.type() == QEvent.Type.KeyPress:
        if is_enter_again(event):
            return
        target = target_of(receiver)
        question = asked(event)
        QCoreApplication.sendEvent(target, question)
        if not question.isAccepted():
            action = command_of(target, event)
            if action is not None:
                if action.autoRepeat() or not event.isAutoRepeat():
                    action.trigger()
                return
    QCoreApplication.sendEvent(receiver, event)


def belongs_to_page(receiver: QObject, event: QKeyEvent) -> bool:
    """Whether a field must leave this key to a command of the page in front.

    What a field does with Ctrl and a letter depends on the desktop: under plain X11 it takes
    Ctrl+U, Ctrl+E, Ctrl+K and Ctrl+D for itself. A key that stands on a button does what the
    button says, and nothing else while it cannot be pressed; copying, pasting and undoing in the
    field stay with it.
    """
    field = text_field(receiver)
    return (
        field is not None
        and bool(event.modifiers() & ~_HARMLESS)
        and not edits(field, event)
        and bool(commands(receiver, event))
    )


def target_of(receiver: QObject) -> QObject:
    """A window hands keys to the widget in focus."""
    if isinstance(receiver, QWindow):
        return receiver.focusObject() or receiver
    return receiver


def command_of(target: QObject, event: QKeyEvent) -> QAction | None:
    """The command that this key does in the window of `target`, if it can be done now."""
    return next((one for one in commands(target, event) if one.isEnabled()), None)


def idle_command(target: QObject, event: QKeyEvent) -> QAction | None:
    """The command of a key that nobody wanted, if that is because it cannot be done now.

    One that can be done had its key, unless what is in focus took the key for itself.
    """
    found = commands(target, event)
    if not found or event.isAutoRepeat() or any(action.isEnabled() for action in found):
        return None
    return found[0]


def commands(target: QObject, event: QKeyEvent) -> list[QAction]:
    """Those of all pages that are seen there, whether they can be done now or not."""
    if not isinstance(target, QWidget):
        return []
    pressed = _names(event)
    return [
        action
        for widget in seen_in(target.window())
        if widget.isEnabled()
        for action in widget.actions()
        if not pressed.isdisjoint(action.shortcuts())
    ]


_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier
_HARMLESS = _SHIFT | _KEYPAD


def _names(event: QKeyEvent) -> set[QKeySequence]:
    """What the key may be called: a sign is the same whichever keys a keyboard needs for it."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~_KEYPAD
    names = {QKeySequence(QKeyCombination(held, key))}
    if event.text() and not event.text().isalpha() and event.text().isprintable():
        names.add(QKeySequence(QKeyCombination(held & ~_SHIFT, key)))
        if not held & ~_SHIFT:
            # Over a remote desktop `*` may come as Shift+8.
            names.add(QKeySequence.fromString(event.text()))
    return names


def goes_to_window(receiver: QObject, event: QKeyEvent) -> bool:
    """What a field must leave to a command that cannot be done now: the window says why."""
    if not belongs_to_page(receiver, event) or not isinstance(receiver, QWidget):
        return False
    QCoreApplication.sendEvent(receiver.window(), event)
    return True


def window_of(receiver: QWidget | QWindow) -> QWindow | None:
    return receiver if isinstance(receiver, QWindow) else receiver.window().windowHandle()


def ending_of(event: QKeyEvent) -> str:
    """enter, tab, or none of the keys that end a scan; a line feed is an Enter as well."""
    return "enter" if event.text() in ("\r", "\n") else _ENDINGS.get(Qt.Key(event.key()), "none")


def is_modifier(event: QKeyEvent) -> bool:
    """Whether it is a key that only changes what others mean."""
    return event.key() in _MODIFIERS
