"""The recovery code: shown once when it is made, and typed when an owner's PIN is forgotten."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.widgets.buttons.button import Button
from gui.widgets.fields.form import add_field, explanation, pin_field
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
        self.pin = pin_field()
        self.recovery.setMaxLength(64)
        hint = self.tr("It was shown once when the first PIN was set. It works once.")
        add_field(theme, self.column, self.tr("The owner's staff code"), self.code)
        add_field(theme, self.column, self.tr("Recovery code"), self.recovery, hint)
        add_field(theme, self.column, self.tr("New PIN"), self.pin)
        self.wrong = explanation(theme, "")
        self.wrong.setStyleSheet(f"color: {theme.hex('on_danger_soft')};")
        self.wrong.hide()
        self.column.addWidget(self.wrong)
        self.add_buttons(self.tr("Set the PIN and sign in"))
        self.code.returnPressed.connect(self.recovery.setFocus)
        self.recovery.returnPressed.connect(self.pin.setFocus)
        self.pin.returnPressed.connect(self.keep)
        (self.recovery if code else self.code).setFocus()

    def keep(self) -> None:
        typed = (line.text() for line in (self.code, self.recovery, self.pin))
        recover = partial(staff.recover, *typed)
        self._context.run(recover, self._context.unlock, self._refused, once=RecoveryDialog)

    def _refused(self, error: ShopError) -> None:
        if not isValid(self):
            raise error
        self.wrong.setText(sentence(error, self._context.format))
        self.wrong.show()


class RecoveryCodeDialog(PromptDialog):
    """Shows a new recovery code, once; it can be printed."""

    def __init__(
        self, context: AppContext, code: str, recovery: str, parent: QWidget | None
    ) -> None:
        super().__init__(context.theme, parent)
        self.set_title(self.tr("Recovery code of {code}").format(code=code))
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
