"""An owner lets one deed pass, in place: code and PIN, for this once."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from gui.shell.app_context import AppContext
from gui.shell.sign_in.code_and_pin import CodeAndPin
from gui.shell.sign_in.deed_texts import deed_text
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.widgets.fields.form import explanation, field_row, point_out
from gui.widgets.text.plain_text import Words
from models.errors import NotAllowed
from models.events import Receipt
from models.journal import rights
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


class MeantDialog(OwnersDialog):
    """Of what cannot be taken back: accepted when a word is typed as well. Where no rights hold the
    word is enough."""

    def add_word(self, word: str, *beside: tuple[str, QWidget]) -> None:
        """The field for the word, in a row with those `beside`."""
        self._word = word
        self.word = QLineEdit(maxLength=20)
        title = self.tr("Type {word}: this cannot be taken back").format(word=word)
        theme = self._context.theme
        self.column.addLayout(field_row(theme, (*beside, (title, self.word))))
        self.column.addSpacing(theme.px(10))
        self.word.returnPressed.connect(self.keep)

    def add_owner(self, code: str, *, in_row: bool = False) -> None:
        super().add_owner(code, in_row=in_row)
        if not rights.standing().holds:
            self.fields.hide()

    def keep(self) -> None:
        if not self._is_meant():
            return
        if self.fields.isHidden():
            self.accept()
        else:
            super().keep()

    def scanned(self, badge: str) -> None:
        if self._is_meant() and not self.fields.isHidden():
            super().scanned(badge)

    def _is_meant(self) -> bool:
        """Whether the word is typed; it is pointed out where it is not."""
        is_meant = self.word.text().strip().casefold() == self._word.casefold()
        if not is_meant:
            point_out(self.word)
        return is_meant


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
