"""Fields one writes in: which widget is one, and how it was before something was typed there."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QRegularExpressionValidator,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)

from models.amounts import NOTE_LIMIT
from models.settings import staff

TextField = QLineEdit | QPlainTextEdit | QTextEdit
#: Puts a field back as it was when this was made, with its cursor, its marks and its undo steps.
WayBack = Callable[[], None]

#: Letters that a field of one line takes: more than any answer has, so that one that is too long is
#: told, and so few that nobody waits for a megabyte that was pasted by mistake.
LONGEST = 4 * NOTE_LIMIT

_BADGES = "takes_badges"
_KEY = QKeySequence.StandardKey
_EDITING = (_KEY.Copy, _KEY.Cut, _KEY.Paste, _KEY.SelectAll)


def text_field(widget: QObject | None) -> TextField | None:
    """The field that is written in while `widget` has the focus, if there is one."""
    field: object = widget
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        field = widget.lineEdit()
    if isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit) and not field.isReadOnly():
        return field
    return None


def for_numbers(field: QLineEdit) -> None:
    """Sums and quantities are written there: at the right, and hardly a label is scanned there."""
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    field.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)


def typed_there(widget: QObject | None) -> tuple[bool, int]:
    """Whether a number is written while `widget` has the focus, and how many digits are."""
    return _takes_numbers(widget), _most_digits(widget)


def _takes_numbers(widget: QObject | None) -> bool:
    """Whether a number is written while `widget` has the focus."""
    if isinstance(widget, QLineEdit):
        return bool(widget.inputMethodHints() & Qt.InputMethodHint.ImhPreferNumbers)
    return isinstance(widget, QAbstractSpinBox)


def takes_badges(field: QLineEdit) -> None:
    """A badge is scanned there as well as a PIN or a code typed; it is longer than most of them."""
    field.setProperty(_BADGES, True)


def _most_digits(widget: QObject | None) -> int:
    """So many digits, however fast they come, are typed while `widget` has the focus: a PIN is no
    label, and a busy machine brings its keys in one bunch."""
    if not isinstance(widget, QLineEdit):
        return 0
    if widget.property(_BADGES):
        return staff.BADGE_SIGNS[0] - 1
    is_secret = widget.echoMode() == QLineEdit.EchoMode.Password
    return staff.PIN_DIGITS[1] if is_secret else 0


def takes_at_once(widget: QObject | None, event: QKeyEvent) -> bool:
    """Whether `widget` would write what this key types, and can be put back afterwards.

    A number that tells of each digit would be believed before it is whole.
    """
    if text_field(widget) is None:
        return False
    if isinstance(widget, QAbstractSpinBox) and widget.keyboardTracking():
        return False
    question = asked(event)
    widget.event(question)  # type: ignore[union-attr]
    return question.isAccepted()


def asked(event: QKeyEvent) -> QKeyEvent:
    """Qt's question, before a key is pressed, whether a widget wants it more than a shortcut."""
    question = QKeyEvent(
        QEvent.Type.ShortcutOverride, event.key(), event.modifiers(), event.text(),
        event.isAutoRepeat(), event.count(),
    )  # fmt: skip
    question.ignore()
    return question


def edits(field: TextField, event: QKeyEvent) -> bool:
    """Whether this command key is one that people need while they write."""
    if event.matches(_KEY.Undo):
        return _can_undo(field)
    if event.matches(_KEY.Redo):
        return _can_redo(field)
    return any(event.matches(key) for key in _EDITING)


def way_back(field: TextField) -> WayBack:
    """How the field comes to look as it does now, whatever is typed into it meanwhile.

    A field that keeps more than its text has a `way_back` of its own.
    """
    own: Callable[[], WayBack] | None = getattr(field, "way_back", None)
    if own is not None:
        return own()
    return _Line(field).put_back if isinstance(field, QLineEdit) else _Page(field).put_back


class _Line:
    def __init__(self, field: QLineEdit) -> None:
        self._field = field
        self._text, self._cursor = field.text(), field.cursorPosition()
        self._marked = (field.selectionStart(), field.selectionEnd())
        self._was_modified = field.isModified()

    def put_back(self) -> None:
        field = self._field
        if field.text() == self._text:
            return
        field.blockSignals(True)
        self._unwrite()
        self._mark()
        field.setModified(self._was_modified)
        field.blockSignals(False)
        if field.completer() is not None and (shown := field.completer().popup()) is not None:
            shown.hide()
        field.textEdited.emit(self._text)
        field.textChanged.emit(self._text)

    def _unwrite(self) -> None:
        """One step back takes all that was typed in one breath: what came before is typed anew."""
        field = self._field
        field.undo()
        typed = _typed(field.text(), field.selectedText(), self._text, _start(field))
        if typed is None:
            field.setText(self._text)
        elif typed:
            field.insert(typed)
        else:
            _forget_redo(field)

    def _mark(self) -> None:
        field, (start, end) = self._field, self._marked
        if start < 0:
            if field.hasSelectedText() or field.cursorPosition() != self._cursor:
                field.setCursorPosition(self._cursor)
        elif self._cursor == start:
            field.setSelection(end, start - end)
        else:
            field.setSelection(start, end - start)


class _Page:
    def __init__(self, field: QPlainTextEdit | QTextEdit) -> None:
        self._field = field
        self._text = field.toPlainText()
        cursor = field.textCursor()
        self._anchor, self._cursor = cursor.anchor(), cursor.position()

    def put_back(self) -> None:
        field = self._field
        if field.toPlainText() == self._text:
            return
        field.undo()
        cursor = field.textCursor()
        now, marked = field.toPlainText(), cursor.selectedText()
        typed = _typed(now, marked, self._text, cursor.selectionStart())
        if typed is None:
            field.setPlainText(self._text)
        elif typed:
            cursor.insertText(typed)
        else:
            field.document().clearUndoRedoStacks(QTextDocument.Stacks.RedoStack)
        cursor = field.textCursor()
        cursor.setPosition(self._anchor)
        cursor.setPosition(self._cursor, QTextCursor.MoveMode.KeepAnchor)
        field.setTextCursor(cursor)


def _forget_redo(field: QLineEdit) -> None:
    """What was taken back cannot be brought again: Qt forgets it when a letter is refused."""
    usual, nothing = field.validator(), QRegularExpressionValidator(QRegularExpression("(?!)"))
    field.setValidator(nothing)
    field.insert("0")
    field.setValidator(usual)


def _typed(now: str, marked: str, wanted: str, at: int) -> str | None:
    """What typed at this place, over what is marked, makes `wanted`; None: nothing does."""
    if now == wanted:
        return ""
    rest = now[at + len(marked) :]
    end = len(wanted) - len(rest)
    if wanted[:at] == now[:at] and end > at and wanted[end:] == rest:
        return wanted[at:end]
    return None


def _start(field: QLineEdit) -> int:
    return field.selectionStart() if field.hasSelectedText() else field.cursorPosition()


def _can_undo(field: TextField) -> bool:
    """Whether something was typed that was not kept yet; what was kept is the page's to undo."""
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable() and field.isModified()
    return field.document().isUndoAvailable() and field.document().isModified()


def _can_redo(field: TextField) -> bool:
    if isinstance(field, QLineEdit):
        return field.isRedoAvailable()
    return field.document().isRedoAvailable()
