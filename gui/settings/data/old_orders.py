"""Old orders are removed: looked at before, meant by a word and the owner's PIN, a backup first."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.runtime.error_handler import guarded
from gui.settings.data.owners_login import OwnersLogin
from gui.shell.app_context import AppContext
from gui.shell.progress_window import ProgressWindow
from gui.shell.sign_in.approval import MeantDialog
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.fields.boxes import NumberBox
from gui.widgets.fields.form import explanation, inset
from gui.words.losses.removal_texts import plan_lines, removal_lines, removed_text
from models import session
from models.session import Request
from models.shop.opening import Shop
from models.shop.removal import retention, tables_owner
from models.shop.removal.retention import Plan, Removed
from models.shop.removal.tables_owner import Login


class OldOrdersCard(Card):
    """The way to it; others go on working while it is done."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme)
        self._context = context
        theme, px = context.theme, context.theme.px
        column = self.column_under(self.tr("Old orders"))
        column.addSpacing(px(6))
        text = self.tr(
            "The details of orders that were finished years ago can be removed. Before it is done "
            "you see how many orders of which years would go."
        )
        column.addWidget(explanation(theme, "\n".join([text, *removal_lines()])))
        self.row = QHBoxLayout()
        self.remove_button = Button(
            theme, self.tr("Remove old orders"), "archive-clock-outline", "toolbar"
        )
        self.remove_button.clicked.connect(self._ask)
        self.row.addWidget(self.remove_button)
        self.row.addStretch(1)
        column.addLayout(self.row)

    def _ask(self) -> None:
        retention.check(self._context.shop.backup_folder)
        request = session.new_request()
        dialog = OldOrdersDialog(self._context, request, self)
        is_meant = bool(dialog.exec())
        years, login = dialog.years.value(), dialog.login()
        dialog.deleteLater()
        if is_meant:
            self._remove(years, login, request)

    def _remove(self, years: int, login: Login | None, request: Request) -> None:
        context, window = self._context, self.window()
        waiting = ProgressWindow(context.theme, self.tr("Removing old orders …"), may_stop=True)
        second = context.backups.second if context.backups is not None else None
        window.setEnabled(False)
        try:
            work = partial(_removed, context.shop, request, years, second, login)
            found = waiting.watching(work)
        finally:
            window.setEnabled(True)
            window.activateWindow()
            self.remove_button.setFocus()
        text = self.tr("The backup {name}, made before, still has their details.")
        kept = text.format(name=found.backup.name)
        context.notice(f"{removed_text(found, context.format)} {kept}")


def _removed(
    shop: Shop, request: Request, years: int, second: Path | None, login: Login | None,
    progress: Callable[[int, int], bool],
) -> Removed:  # fmt: skip
    """On a thread of its own."""
    folder = shop.backup_folder
    assert folder is not None
    with shop.connection(), session.acting_for(request):
        return retention.remove(years, folder, second, login, progress)


class OldOrdersDialog(MeantDialog):
    """Accepted when it was seen what goes, and that is meant."""

    def __init__(self, context: AppContext, request: Request, parent: QWidget | None) -> None:
        super().__init__(context, request, parent)
        theme = context.theme
        self.set_title(self.tr("Remove old orders"))
        self.setMinimumWidth(theme.px(600))
        self.years = NumberBox(minimum=retention.LEAST, maximum=retention.MOST)
        self.years.setValue(retention.BY_LAW)
        inset(theme, self.years)
        kept = self.tr("Years to keep besides this one")
        self.add_word(self.tr("REMOVE"), (kept, self.years))
        self.told = explanation(theme, "")
        self.told.setAccessibleName(self.tr("What would go"))
        self.column.addWidget(self.told)
        self.column.addSpacing(theme.px(10))
        self.owners_login: OwnersLogin | None = None
        if tables_owner.needs_login():
            why = self.tr(
                "On the server only the owner of the tables can take something out of the journal."
            )
            self.owners_login = OwnersLogin(theme, why)
            self.owners_login.entered.connect(self.keep)
            self.column.addWidget(self.owners_login)
        self.add_owner(request.staff, in_row=True)
        self.add_buttons(self.tr("Remove old orders"), "archive-clock-outline", "danger")
        self.years.valueChanged.connect(self._look)
        self._looked_at = 0
        self._look(self.years.value())
        self.years.setFocus()

    def login(self) -> Login | None:
        """That of the tables' owner, where it is needed."""
        return self.owners_login.login() if self.owners_login is not None else None

    def _look(self, years: int) -> None:
        if years == self._looked_at:
            return  # Enter says it once more
        self._looked_at = years
        self.verb.setEnabled(False)  # until it is seen what goes
        ask = partial(_planned, years)
        self._context.background.ask(ask, self._show_plan, owner=self)

    def _show_plan(self, answer: tuple[int, Plan]) -> None:
        years, plan = answer
        if years == self.years.value():
            self.told.setText("\n".join(plan_lines(plan, years, self._context.format)))
            self.verb.setEnabled(plan.orders > 0)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.years.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()  # a box of numbers says nothing of it
        else:
            super().keyPressEvent(event)

    def keep(self) -> None:
        if self.verb.isEnabled():
            super().keep()


def _planned(years: int) -> tuple[int, Plan]:
    return years, retention.plan(years)
