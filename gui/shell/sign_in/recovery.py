"""The recovery code: shown once when it is made, and typed when an owner's PIN is forgotten."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import add_field, explanation, pin_field, point_out
from gui.widgets.messages.confirmation import sure
from gui.widgets.text.plain_text import Words
from gui.words.error_messages import sentence
from models.errors import ShopError
from models.events import Receipt
from models.settings import staff


class RecoveryDialog(PromptDialog):
    """An owner comes in by the recovery code, with a new PIN."""

    def __init__(self, context: AppContext, code: str, parent: QWidget | None) -> None:
        super().__init__(context.theme, parent)
        self.set_title(self.tr("In by the recovery code"))
        theme = context.theme
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self.code, self.recovery = QLineEdit(code, maxLength=5), QLineEdit(maxLength=64)
        self.pin, self.again = pin_field(), pin_field()
        hint = self.tr("It was shown once when the first PIN was set. It works once.")
        add_field(theme, self.column, self.tr("The owner's staff code"), self.code)
        add_field(theme, self.column, self.tr("Recovery code"), self.recovery, hint)
        add_field(theme, self.column, self.tr("New PIN"), self.pin)
        add_field(theme, self.column, self.tr("New PIN again"), self.again)
        self.add_wrong()
        self.add_buttons(self.tr("Set the PIN and sign in"))
        self.code.returnPressed.connect(self.recovery.setFocus)
        self.recovery.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.keep)
        (self.recovery if code else self.code).setFocus()

    def keep(self) -> None:
        if self.pin.text() != self.again.text():
            self._tell(self.tr("The two PINs are not the same. Nothing was changed."))
            point_out(self.again)
            return
        code, recovery, pin = (line.text() for line in (self.code, self.recovery, self.pin))
        recover = partial(staff.recover, code, recovery, pin)
        done = partial(_recovered, self._context, code.strip().upper(), self.parentWidget())
        self._context.run(recover, done, self._refused, once=RecoveryDialog)

    def _refused(self, error: ShopError) -> None:
        if not isValid(self):
            raise error
        self._tell(sentence(error, self._context.format))


def _recovered(context: AppContext, code: str, lock: QWidget | None, done: Receipt[Any]) -> None:
    """The code is spent: with the next one the shop has a way back in again."""
    window = lock.window() if lock is not None and isValid(lock) else None
    context.unlock(done)
    if window is not None:
        give_recovery_code(context, code, window)


class RecoveryCodeDialog(PromptDialog):
    """Shows a new recovery code, once; it can be printed."""

    def __init__(
        self, context: AppContext, code: str, recovery: str, parent: QWidget | None
    ) -> None:
        super().__init__(context.theme, parent)
        self.set_title(self.tr("Recovery code of {code}").format(code=code))
        self._context = context
        theme = context.theme
        self.shown = Words(recovery)
        self.shown.setFont(theme.font("page_title"))
        self.shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.column.addWidget(self.shown)
        self._explained = self.tr(
            "Write it down and keep it where the shop's papers are. Who forgot the owner's PIN "
            "comes in with it, once. It is shown now and never again; a new one is made in "
            "Settings, under Staff codes."
        )
        self.column.addWidget(explanation(theme, self._explained))
        print_it = Button(theme, self.tr("Print"), "printer-outline", "toolbar")
        print_it.clicked.connect(self._print)
        self.column.addWidget(print_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.add_buttons(self.tr("I have kept it"))
        self.verb.setFocus()

    def keep(self) -> None:
        self.accept()

    @guarded()
    def reject(self) -> None:
        """Esc, *Cancel* or the cross: it is never shown again. A lock closes it without a word."""
        question = self.tr("Close it without having kept the code?")
        detail = self.tr("It is shown now and never again.")
        if not self._context.staff or sure(self, self._theme, question, detail, self.tr("Close")):
            super().reject()

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
        else:
            super().keyPressEvent(event)

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            paper = QTextDocument()
            paper.setPlainText(f"{self.windowTitle()}\n\n{self.shown.text()}\n\n{self._explained}")
            paper.print_(printer)


def give_recovery_code(context: AppContext, code: str, parent: QWidget) -> None:
    """Makes the owner `code` a new recovery code and shows it, this once."""
    make = partial(staff.make_recovery_code, code)
    show = partial(_show, context, code, parent)
    context.run(make, show, owner=parent, once=("recovery code", code))


def _show(context: AppContext, code: str, parent: QWidget, made: Receipt[str]) -> None:
    dialog = RecoveryCodeDialog(context, code, made.value, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
