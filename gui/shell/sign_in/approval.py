"""An owner lets one deed pass, in place: code and PIN, for this once."""

from functools import partial

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.shell.app_context import AppContext
from gui.shell.sign_in.code_and_pin import CodeAndPin
from gui.shell.sign_in.deed_texts import deed_text
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.widgets.fields.form import explanation
from gui.widgets.text.plain_text import Words
from models.errors import NotAllowed
from models.events import Receipt
from models.session import Request
from models.settings import staff


class OwnersDialog(PromptDialog):
    """Accepted when an owner typed code and PIN, or held a badge under the scanner; `request` is
    then what was approved."""

    def __init__(self, context: AppContext, request: Request, parent: QWidget | None) -> None:
        super().__init__(context.theme, parent)
        self._context, self._request = context, request

    def add_owner(self, code: str, *, in_row: bool = False) -> None:
        """The two fields; `code` is the owner's, as a rule."""
        self.fields = CodeAndPin(self._context, code, in_row=in_row)
        self.fields.entered.connect(self.keep)
        self.column.addWidget(self.fields)

    def keep(self) -> None:
        if not self.isVisible():
            return  # the answer came between two Enters
        self.fields.submit(partial(staff.approve, self._request), self._approved)

    def scanned(self, badge: str) -> None:
        approve = partial(staff.approve_by_badge, self._request)
        self.fields.submit_badge(badge, approve, self._approved)

    def _approved(self, _: Receipt[None]) -> None:
        if isValid(self):  # else it was thought better of while the PIN was on its way
            self.accept()


class ApprovalDialog(OwnersDialog):
    """The entry of what is then done names who did it and who approved it."""

    def __init__(
        self, context: AppContext, request: Request, error: NotAllowed, parent: QWidget | None
    ) -> None:
        super().__init__(context, request, parent)
        self.set_title(self.tr("An owner has to approve this"))
        owners = [
            person.code
            for person in staff.everyone()
            if person.active and person.has_pin and person.role == staff.OWNER
        ]
        self.deed = Words(deed_text(error, context.format), wordWrap=True)
        self.deed.setFont(context.theme.font("body_strong"))
        self.deed.setVisible(bool(self.deed.text()))
        self.column.addWidget(self.deed)
        hint = self.tr("For this once. The journal names {code} and who approves.")
        self.column.addWidget(explanation(context.theme, hint.format(code=request.staff)))
        self.add_owner(owners[0] if len(owners) == 1 else "")
        self.add_buttons(self.tr("Approve"))
        self.fields.take_focus()


def approved(
    context: AppContext, request: Request, error: NotAllowed, parent: QWidget | None
) -> bool:
    """Whether an owner approved at the screen what `request` was refused."""
    dialog = ApprovalDialog(context, request, error, parent)
    is_approved = bool(dialog.exec())
    dialog.deleteLater()
    return is_approved
