"""Asks for the new key of a command: press it, and it is the one."""

from PySide6.QtCore import QEvent, QKeyCombination, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.input.actions import key_text, keys_of
from gui.input.key_map import Obstacle, obstacle
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import explanation
from gui.widgets.text.labels import Label

_NOT_ALONE = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_unknown,
)  # fmt: skip


class KeyDialog(QDialog):
    """After it was accepted `key` is the new key, empty for none, None for the usual one."""

    def __init__(self, context: AppContext, id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._id = context, id
        self.key: str | None = None
        theme, px = context.theme, context.theme.px
        theme.apply_theme(self)
        self.setWindowTitle(self.tr("Another key"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[px(24)] * 4)
        column.setSpacing(px(12))
        column.addWidget(
            Label(theme, context.actions.text(id), "title", icon=context.actions.icon(id))
        )
        self.catcher = KeyCatcher(theme, self.tr("Press the new key"))
        self.catcher.pressed.connect(self._pressed)
        column.addWidget(self.catcher)
        self.refusal = explanation(theme, "")
        self.refusal.setMinimumHeight(2 * self.refusal.fontMetrics().lineSpacing())
        self.refusal.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.refusal)
        row = QHBoxLayout()
        row.setSpacing(px(8))
        usual = keys_of(context.actions.commands[id])
        self.usual_button = Button(
            theme, self.tr("Default"), "restore", "normal", key_text(usual[0]) if usual else ""
        )
        self.usual_button.setEnabled(id in context.actions.changed)
        self.none_button = Button(theme, self.tr("No key"), "close-circle-outline")
        self.cancel_button = Button(theme, self.tr("Cancel"), "", "normal", "Esc")
        self.usual_button.clicked.connect(self._take_usual)
        self.none_button.clicked.connect(self._take_none)
        self.cancel_button.clicked.connect(self.reject)
        for button in (self.usual_button, self.none_button, self.cancel_button):
            row.addWidget(button)
        column.addLayout(row)
        self.setMinimumWidth(px(480))
        self.catcher.setFocus()

    def _pressed(self, key: str) -> None:
        hindrance = obstacle(self._context.actions, self._id, key)
        if hindrance is None:
            self.key = key
            self.accept()
        else:
            self.catcher.show_key(key_text(key))
            self.refusal.setText(self._words(key_text(key), hindrance))
            self.refusal.setStyleSheet(f"color: {self._context.theme.hex('on_danger_soft')};")

    def _words(self, key: str, hindrance: Obstacle) -> str:
        actions = self._context.actions
        if hindrance.kind == "taken":
            other = actions.commands[hindrance.other]
            text = self.tr("{key} already does \u201c{command}\u201d ({page}). Press another one.")
            return text.format(
                key=key, command=actions.text(other.id), page=actions.group_text(other.group)
            )
        return self.tr(
            "{key} is used for writing or moving about here. Press an F key, or one with Ctrl or "
            "Alt."
        ).format(key=key)

    def _take_usual(self) -> None:
        usual = keys_of(self._context.actions.commands[self._id])
        hindrance = obstacle(self._context.actions, self._id, usual[0]) if usual else None
        if hindrance is None:
            self.key = None
            self.accept()
        else:
            self.refusal.setText(self._words(key_text(usual[0]), hindrance))

    def _take_none(self) -> None:
        self.key = ""
        self.accept()


class KeyCatcher(QWidget):
    """Every key that is pressed here is told and does nothing else; Tab and Esc lead out."""

    #: Carries the portable name of the key: `Ctrl+F9`.
    pressed = Signal(str)

    def __init__(self, theme: Theme, hint: str) -> None:
        super().__init__()
        self._theme, self._hint, self._shown = theme, hint, ""
        self.setAccessibleName(hint)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.px(72))

    def show_key(self, key: str) -> None:
        """The key that was pressed last."""
        self._shown = key
        self.update()

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
        elif event.key() not in _NOT_ALONE and not event.isAutoRepeat():
            self.pressed.emit(name_of(event))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2 if self.hasFocus() else 1
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "border_strong"), width))
        painter.setBrush(theme.color("surface"))
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 8, 8)
        painter.setFont(theme.font("title"))
        painter.setPen(theme.color("text" if self._shown else "text_faint"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._shown or self._hint)
        painter.end()


def name_of(event: QKeyEvent) -> str:
    """The portable name of a pressed key; Shift that only makes a sign is no part of it."""
    key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    name = QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
    if len(name) == 1 and not name.isalpha():
        held &= ~Qt.KeyboardModifier.ShiftModifier
    combination = QKeySequence(QKeyCombination(held, key))
    return combination.toString(QKeySequence.SequenceFormat.PortableText)
