"""The acceptance of the policy is withdrawn: the owner takes the data out, or erases it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from gui.settings.data.everything import EverythingCard
from gui.shell.app_context import AppContext
from gui.shell.sign_in.code_and_pin import CodeAndPin
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.widgets.fields.form import explanation, heading
from models.errors import NotAllowed
from models.events import Receipt
from models.journal import rights
from models.settings import staff


class WayOutDialog(PromptDialog):
    """Accepted by who wants to read the policy again and accept it; Esc closes the program.

    `deed` is what is done behind it, with the shop open nowhere else: it is to be erased.
    """

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self.set_title(self.tr("The acceptance of the privacy policy is withdrawn"))
        self.setMinimumWidth(context.theme.px(560))
        told = self.tr(
            "The shop's data stays where it is, and nothing is done with it until somebody "
            "accepts the policy again. Its owner can save and erase everything."
        )
        self.column.addWidget(explanation(context.theme, told))
        self.column.addSpacing(context.theme.px(10))
        self._owner = heading(context.theme, self.tr("The owner"))
        self.fields = CodeAndPin(context, "", in_row=True)
        self.fields.entered.connect(self._sign_in)
        self.deed: Callable[[], object] | None = None
        self.everything = EverythingCard(replace(context, restart=self._leave))
        for widget in (self._owner, self.fields, self.everything):
            self.column.addWidget(widget)
        self.add_buttons(self.tr("Read and accept the policy"), "file-document-outline")
        self.cancel.setText(self.tr("Close"))
        self._settle()
        (self.verb if self.fields.isHidden() else self.fields.code_line).setFocus()

    def keep(self) -> None:
        self.accept()

    def _leave(self, deed: Callable[[], object]) -> None:
        self.deed = deed
        self.reject()

    def _sign_in(self) -> None:
        self.fields.submit(staff.sign_in, self._signed_in)

    def _signed_in(self, _: Receipt[str]) -> None:
        if not rights.standing().may("erase"):
            staff.sign_out()
            self.fields.tell(NotAllowed("erase", (rights.OWNER,), False, {}))
            return
        self._settle()
        self.everything.save_button.setFocus()

    def _settle(self) -> None:
        """The owner's two buttons are for who has signed in as one."""
        may = rights.standing().may("erase")
        self.everything.setEnabled(may)
        for widget in (self._owner, self.fields):
            widget.setVisible(not may)
