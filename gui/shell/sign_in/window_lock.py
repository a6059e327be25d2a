"""What stands in a window while it is locked, and which pages its person may open."""

from collections.abc import Mapping
from typing import Protocol, cast

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from gui.input.actions import allow, leave_to
from gui.input.commands import DEEDS
from gui.input.visible_widgets import controls
from gui.pages import PAGES
from gui.shell.announcements.first_hint import FirstHint
from gui.shell.page import Page
from gui.shell.sign_in.lock_screen import LockScreen
from gui.widgets.rows.rows import RowsView
from gui.words.error_messages import sentence
from models.errors import NotAllowed
from models.journal import rights
from models.settings import staff

_DEED = "deed"


class WindowLock(QObject):
    """Covers what `stack` holds, or only takes the keys from it where it stays visible."""

    def __init__(self, stack: QStackedWidget, column: QVBoxLayout) -> None:
        super().__init__(stack)
        self._stack, self._column = stack, column
        self._last = ""
        self._hint: FirstHint | None = None
        self._page: Page | None = None
        self.screen: LockScreen | None = None

    @property
    def is_on(self) -> bool:
        return self.screen is not None

    def turn_on(self, page: Page, last: str) -> None:
        """Covers `page`; `last` is the code that comes back, as a rule."""
        self._last = last
        self._show_hint(None)
        self._stack.setEnabled(False)
        self._stack.setVisible(page.stays_visible)
        self.screen = LockScreen(page.context, last, in_row=page.stays_visible)
        self._column.addWidget(self.screen, int(not page.stays_visible))
        self.screen.take_focus()

    def turn_off(self) -> None:
        """Shows again what was covered."""
        if self.screen is not None:
            self.screen.hide()
            self.screen.deleteLater()
            self.screen = None
            self._show_hint(self._page)
        self._stack.setEnabled(True)
        self._stack.show()

    def follow(self, page: Page) -> None:
        """Another page came to the front, which may stay visible or not."""
        settle_page(page)
        self._page = page
        self._show_hint(None if self.is_on else page)
        if self.screen is not None and self.screen.in_row != page.stays_visible:
            self.turn_off()
            self.turn_on(page, self._last)

    def _show_hint(self, page: Page | None) -> None:
        """The line for whoever is new stands where nothing is locked."""
        if self._hint is None and page is not None:
            self._hint = FirstHint(page.context)
            self._column.addWidget(self._hint)
        if self._hint is not None:
            self._hint.follow(page)


def settle_rights(actions: Mapping[str, QAction]) -> None:
    """What a window can do for its person; the pages that are not theirs say whose they are."""
    for action in actions.values():
        action.setEnabled(True)
    standing = rights.standing()
    for name, page in PAGES.items():
        for id in (f"window.{name}", f"own_window.{name}"):
            if id in actions:
                may = standing.may(page.right)
                allow(actions[id], may, "" if may else sentence(_refusal(page.right)))


class Owned(Protocol):
    """What is typed or pressed in it is one deed: whoever may not do it is told whose it is."""

    def setProperty(self, name: str, value: object, /) -> bool: ...
    def let(self, may: bool, why_not: str) -> None: ...


def belongs_to(part: Owned, deed: str) -> None:
    """Only who may do this deed (`models.journal.rights`) can type or press anything in it."""
    part.setProperty(_DEED, deed)


def settle_page(page: Page) -> None:
    """What nobody can approve for its person says whose it is, before anything is typed for it."""
    now = rights.standing()
    for part in (page, *controls(page)):
        if deed := part.property(_DEED):
            cast("Owned", part).let(*permission(deed, now))
        if isinstance(part, RowsView):
            deeds = {column.deed for column in part.rows.columns if column.deed}
            asked = {deed: permission(deed, now) for deed in deeds}
            part.rows.refused = {deed: whose for deed, (may, whose) in asked.items() if not may}
        for action in page.context.actions.bound(part):
            if deed := DEEDS.get(action.objectName()):
                leave_to(action, permission(deed, now)[1])


def permission(deed: str, now: rights.Standing | None = None) -> tuple[bool, str]:
    """Whether who is here may do it, be it by an owner's approval; else whose it is."""
    may = (now or rights.standing()).may_ask(deed)
    return may, "" if may else sentence(_refusal(deed))


def check_page(name: str) -> None:
    """Passes who may see the page; while nobody can see any, all pass. Raises `NotAllowed`, and
    `WaitsForServer` for a page that shows nothing without one that is away."""
    if name in PAGES:
        rights.check_server(PAGES[name].right)
    if name in PAGES and not staff.is_locked() and not rights.standing().may(PAGES[name].right):
        raise _refusal(PAGES[name].right)


def _refusal(right: str) -> NotAllowed:
    roles = rights.RIGHTS[right].roles
    return NotAllowed(right, tuple(role for role in rights.ROLES if role in roles), False, {})
