"""A code gets another PIN, or a badge; what is wrong is said under the fields."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from shiboken6 import isValid

from gui.shell.app_context import AppContext
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.widgets.fields.form import add_field, pin_field
from gui.words.error_messages import sentence
from models.errors import ShopError
from models.events import Receipt
from models.journal import rights
from models.settings import staff
from models.settings.staff import StaffCode

Done = Callable[[Receipt[None]], object]


class StaffDialog(PromptDialog):
    """`done` hears of what was given, also when this was closed while it was on its way."""

    def __init__(self, context: AppContext, code: str, done: Done, parent: QWidget | None) -> None:
        super().__init__(context.theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._code, self._done = context, code, done

    def _give(self, give: Callable[[], Receipt[None]]) -> None:
        self._context.run(give, self._given, self._refused, once=(type(self), self._code))

    def _given(self, given: Receipt[None]) -> None:
        if isValid(self):
            self.accept()
        self._done(given)

    def _refused(self, error: ShopError) -> None:
        if not isValid(self):
            raise error
        self._tell(sentence(error, self._context.format))


class PinDialog(StaffDialog):
    """One's own PIN asks the old one. Empty twice takes it away; what is wrong is said below."""

    def __init__(
        self,
        context: AppContext,
        person: StaffCode,
        done: Done,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(context, person.code, done, parent)
        theme, column = context.theme, self.column
        self.set_title(self.tr("PIN of {code}").format(code=person.code))
        low, high = staff.PIN_DIGITS
        hint = self.tr("{low} to {high} digits; leave both empty for none.")
        self.old, self.first, self.again = pin_field(), pin_field(), pin_field()
        self._asks_old = person.has_pin and person.code == context.staff and rights.standing().holds
        if self._asks_old:
            add_field(theme, column, self.tr("Old PIN"), self.old)
            self.old.returnPressed.connect(self.first.setFocus)
        add_field(theme, column, self.tr("New PIN"), self.first, hint.format(low=low, high=high))
        add_field(theme, column, self.tr("New PIN again"), self.again)
        self.add_wrong()
        self.add_buttons(self.tr("Keep"))
        self.first.returnPressed.connect(self.again.setFocus)
        self.again.returnPressed.connect(self.keep)

    def keep(self) -> None:
        """Gives the code its new PIN, if both are the same."""
        if self.first.text() != self.again.text():
            self._tell(self.tr("The two are not the same. Nothing was changed."))
            return
        self._give(partial(staff.set_pin, self._code, self.first.text(), self.old.text()))

    def _tell(self, text: str) -> None:
        super()._tell(text)
        self.again.setText("")
        field = self.old if self._asks_old else self.first
        field.setFocus()
        field.selectAll()


class BadgeDialog(StaffDialog):
    """Waits for a scan; empty takes the badge away."""

    def __init__(
        self, context: AppContext, code: str, done: Done, parent: QWidget | None = None
    ) -> None:
        super().__init__(context, code, done, parent)
        self.set_title(self.tr("Badge of {code}").format(code=code))
        hint = self.tr(
            "Scan it now. Who holds it signs in with it, without code and PIN. Empty takes it away."
        )
        self.setMinimumWidth(context.theme.px(520))
        self.badge = QLineEdit(maxLength=64)
        self.badge.setEchoMode(QLineEdit.EchoMode.Password)
        add_field(context.theme, self.column, self.tr("Code on the badge"), self.badge, hint)
        self.add_wrong()
        self.add_buttons(self.tr("Keep"))
        self.badge.returnPressed.connect(self.keep)

    def scanned(self, badge: str) -> None:
        self.badge.setText(badge)
        self.keep()

    def keep(self) -> None:
        self._give(partial(staff.set_badge, self._code, self.badge.text()))

    def _tell(self, text: str) -> None:
        super()._tell(text)
        self.badge.selectAll()
