"""A window of the program: the header on top, and below it the page one works in."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.input.actions import why_not
from gui.input.key_delivery import idle_command
from gui.input.visible_widgets import focus_first, go_round, tab_stops
from gui.pages import GUIDE, OWN_WINDOWS, PAGES
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from gui.shell.header import HEIGHT, Header
from gui.shell.page import Page
from gui.shell.sign_in.window_lock import WindowLock, check_page, settle_page, settle_rights
from gui.shell.typed_values import put_back, typed_in
from gui.shell.window_place import bring_in_reach, place_first
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.containers.layouts import delete_now, lay_out_now
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.containers.training_frame import WIDTH, TrainingFrame
from gui.widgets.messages.notice import Notice, Remedy
from gui.widgets.messages.undo_bar import UndoBar
from gui.words.error_messages import sentence
from models import session
from models.errors import NothingToRedo, NothingToUndo
from models.events import Receipt

if TYPE_CHECKING:
    from gui.shell.sign_in.lock_screen import LockScreen

# Says what was done again.
Again = Callable[[Receipt[Any]], object]
MAIN = "main"  # the place of the window that the program opens with; others have their page's name


class MainWindow(QWidget):
    """Holds the pages that were opened in it; one is in front.

    `page_class(name)` finds a page's class when it is first opened. `place` names the window's spot
    on the screen, which the station remembers.
    """

    #: Carries the window itself, when it was closed.
    closed = Signal(object)

    def __init__(
        self, context: AppContext, page_class: Callable[[str], type[Page]], place: str
    ) -> None:
        super().__init__()
        self._context = context
        self._page_class = page_class
        self._place = place
        self._fills_screen = place != MAIN and page_class(place).fills_screen
        self.setWindowFlag(Qt.WindowType.Window)
        self.setMinimumSize(640, 480)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._build()

    def _build(self) -> None:
        """All that stands in it, in the language and the theme of now; no page was opened yet."""
        context = self._context
        self._pages: dict[str, Page] = {}
        self._scrollers: dict[str, ScrollArea] = {}
        self._header: Header | None = None
        self.undo_bar: UndoBar | None = None
        #: The entries of what was taken back and not done again, newest last.
        self._undoings: list[tuple[int, Again]] = []
        self.notice_bar = Notice(context.theme, self)
        self._stack = QStackedWidget()
        margin = context.theme.px(WIDTH) if session.current.is_training else 0
        if margin:
            TrainingFrame(context.theme, self)
        self._column.setContentsMargins(*[margin] * 4)
        self._column.addWidget(self._stack, 1)
        context.theme.apply_theme(self.notice_bar)
        self._lock = WindowLock(self._stack, self._column)
        self._actions = {
            id: context.actions.bind(self, id, handler) for id, handler in self._handlers().items()
        }
        settle_rights(self._actions)

    # --- pages -----------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page in front."""
        scroller = self._stack.currentWidget()
        assert isinstance(scroller, ScrollArea)
        return scroller.widget()  # type: ignore[return-value]

    @property
    def pages(self) -> dict[str, Page]:
        """All pages that were opened here, by name."""
        return dict(self._pages)

    @property
    def place(self) -> str:
        return self._place

    def open(self, name: str, **arguments: object) -> Page:
        """Brings the page to the front, built when it is first opened. Raises `NotAllowed`."""
        check_page(name)
        page = self._page(name)
        was = page.focusWidget()  # asked first: Qt gives what comes to the front a focus of its own
        if self._header is None or self.page is not page:
            self.dismiss_undo()
            self._undoings = []
            self.notice_bar.pass_by()
            self._stack.setCurrentWidget(self._scrollers[name])
            self._build_header(page)
            self._lock.follow(page)
        title = page.title()
        self.setWindowTitle(f"{title} \u2014 BotBelanja" if title else "BotBelanja")
        by_itself = page.focusWidget()
        page.opened(**arguments)
        has_chosen = page.focusWidget() is not by_itself
        if was is None and not has_chosen and page.focusProxy() is not None:
            page.setFocus()
        else:
            focus_first(page)
        lay_out_now()
        return page

    def rebuild(self) -> None:
        """In another language, theme or size of letters: the same pages, with what was being done.

        It stays the window that the desktop knows: what is pressed meanwhile waits for it.
        """
        front = self.page.name
        # What was typed first: a page that gives away its state lets go of what it has.
        kept = {name: (typed_in(page), page.save_state()) for name, page in self._pages.items()}
        self.setUpdatesEnabled(False)
        for part in self.children():
            if part is not self._column:
                # A field that is left, and not gone, takes what was half typed as meant.
                delete_now(part)
        self._build()
        self._stack.hide()  # nothing is seen of it before it is whole
        for name, (typed, carried) in sorted(kept.items(), key=lambda one: one[0] == front):
            page = self.open(name) if name == front else self._page(name)
            page.restore_state(carried)
            put_back(page, typed)
        self._stack.show()
        if (focus := self.focusWidget()) is not None:
            focus.setFocus()
        lay_out_now()
        self.setUpdatesEnabled(True)

    # --- what is said ----------------------------------------------------------------------

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        icon: str | None = None,
        bold: str = "",
    ) -> None:
        """The undo bar at the foot of the page's column; the next deed replaces it."""
        self.dismiss_undo()
        self.notice_bar.pass_by()
        if undo is not None:
            self._undoings = []  # another deed: what was taken back before it stays so
        page, key = self.page, self._context.actions.key("edit.undo")
        bar = UndoBar(page.undo_bar_anchor(), page.undo_bar_theme(), text, undo, icon, bold, key)
        bar.destroyed.connect(self._undo_bar_gone)
        self.undo_bar = bar

    def notice(
        self, text: str, kind: str = "warn", stays: bool = False, remedy: Remedy | None = None
    ) -> None:
        self._place_notice()
        self.notice_bar.tell(text, kind, stays, remedy)

    def withdraw(self, text: str) -> None:
        """This notice is true no more, whatever button it has."""
        if self.notice_text() == text:
            self.notice_bar.close_it()

    def pass_by(self) -> None:
        """Something else was done: what was said about the last thing typed or scanned goes."""
        self.notice_bar.pass_by()

    def notice_text(self) -> str:
        """What the strip under the header says now, empty when it is closed."""
        return self.notice_bar.text() if self.notice_bar.isVisibleTo(self) else ""

    def undo(self) -> None:
        """Ctrl+Z: the deed in the bar first, then whatever the page can take back."""
        if self.undo_bar is not None and self.undo_bar.can_undo:
            self.undo_bar.undo()
        elif not self.page.undo():
            self.notice(sentence(NothingToUndo()), "info")

    def redo(self) -> None:
        """Ctrl+Shift+Z: what the page can do again by itself, else what was last taken back."""
        if self.page.redo():
            return
        if not self._undoings:
            self.notice(sentence(NothingToRedo()), "info")
            return
        from models.shop.undo import undo

        *others, (sequence, again) = self._undoings
        self._undoings = others
        self._context.run(partial(undo, sequence), partial(self._done_again, again, others))

    def keep_undoing(self, sequence: int, again: Again) -> None:
        self._undoings.append((sequence, again))

    def _done_again(self, say: Again, others: list[tuple[int, Again]], done: Receipt[Any]) -> None:
        say(done)
        self._undoings = others  # it was no other deed

    def show_guide(self) -> None:
        """F1: the page of the guide for what is in front, with the keys beside it."""
        from gui.shell.guide.guide_window import GuideWindow

        context = self.page.context
        first = next(iter(context.actions.groups_in_front(self)), self.page.name)
        topic = GUIDE[self.page.topic() if first in PAGES else first]
        GuideWindow(self, context.theme, context.actions, context.format.language, topic).open()

    def show_palette(self) -> None:
        from gui.shell.command_palette import CommandPalette

        CommandPalette(self, self.page.context.theme, self._context.actions, self.open).open()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- lock ------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        return self._lock.is_on

    @property
    def lock_screen(self) -> "LockScreen | None":
        return self._lock.screen

    def lock(self, last: str) -> None:
        """Covers the window; no key of a page or of the window works until somebody signs in."""
        if self.is_locked or self._header is None:
            return
        self.dismiss_undo()
        self._undoings = []
        self.notice_bar.pass_by()
        self._header.hide()
        for action in self._actions.values():
            action.setEnabled(False)
        self._lock.turn_on(self.page, last)

    def unlock(self, before: str, now: str) -> None:
        """`now` works here; what `before` had in hand is theirs."""
        if not self.is_locked or self._header is None:
            return
        self._lock.turn_off()
        self.settle_rights()
        for page in self._pages.values():
            page.refresher.mark_stale()  # one person sees what another may not
            if before and before != now:
                page.person_changed(before, now)
        if not self._actions[f"window.{self.page.name}"].isEnabled():
            self.open("home")
        self._header.setVisible(self.page.has_header)
        focus_first(self.page)

    def settle_rights(self) -> None:
        """Somebody's rights changed while they are at work."""
        if not self.is_locked:
            settle_rights(self._actions)
            settle_page(self.page)

    # --- the window ------------------------------------------------------------------------

    @guarded(False)
    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes through the header and then through the page."""
        stops, header = tab_stops(self), self._header
        stops.sort(key=lambda stop: header is None or not header.isAncestorOf(stop))
        go_round(stops, self.focusWidget(), onwards=next)
        return bool(stops)

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def _place_notice(self) -> None:
        """In the header's row, if it can be right of the doors: it covers no button of the page,
        and nothing below it moves. Without a header, where the page has room for it."""
        header, places = self._header, [QRect(0, 0, self.width(), self._context.theme.px(HEIGHT))]
        if header is not None and self.page.has_header:
            places.insert(0, places[0].adjusted(header.doors_end, 0, 0, 0))
        elif header is not None and (foot := self.page.notice_foot()):
            places[0].moveBottom(self.page.mapTo(self, QPoint(0, foot)).y() - 1)
        self.notice_bar.lie_over(*places)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What no page wanted: a wall has no title bar by which to find the way out.
        if event.key() == Qt.Key.Key_Escape:  # nothing is open that it would close
            if self.isFullScreen() and self.page.fills_screen and not event.isAutoRepeat():
                key = self._context.actions.key("window.full_screen")
                self.notice(self.tr("{key} leaves full screen").format(key=key), "info")
        elif not self.is_locked and (action := idle_command(self, event)) is not None:
            self.notice(why_not(action), "info")
        else:
            super().keyPressEvent(event)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What is closed was pressed, and nobody else wanted that."""
        pressed = self.childAt(event.position().toPoint())
        if isinstance(pressed, Pressable) and pressed.closed and not self.is_locked:
            self.notice(pressed.closed, "info")

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self._context.may_close(self))
        if event.isAccepted():
            self.remember_place()
            self.dismiss_undo()
            super().closeEvent(event)
            self.closed.emit(self)

    def remember_place(self) -> None:
        self._context.station.remember(f"windows/{self._place}", self.saveGeometry())

    def take_place(self) -> None:
        """Where it was when it was closed; the first time in the middle of a screen, or all of the
        largest one."""
        if not self.restoreGeometry(self._context.station.place(f"windows/{self._place}")):
            place_first(self, fills_screen=self._fills_screen)
        bring_in_reach(self)

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            **{f"window.{name}": self._open_here for name in PAGES},
            **{f"own_window.{name}": self._open_beside for name in OWN_WINDOWS},
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "window.palette": self.show_palette,
            "window.keys": self.show_guide,
            "window.full_screen": self.toggle_full_screen,
            "window.lock": self._context.lock,
            "window.close": self.close,
        }

    def _open_here(self) -> None:
        self.open(self.sender().objectName().partition(".")[2])

    def _open_beside(self) -> None:
        self._context.open(self.sender().objectName().partition(".")[2], own_window=True)

    def _page(self, name: str) -> Page:
        if name not in self._pages:
            kind = self._page_class(name)
            context = self._context
            if kind.dark_by_default and not context.theme.is_dark:
                context = replace(context, theme=context.theme.dark())
            self._pages[name] = page = kind(context)
            # Scrolls only when large letters leave no other way.
            self._scrollers[name] = scroller = ScrollArea()
            self._stack.addWidget(scroller)  # while it is empty: a new parent dresses all within
            context.theme.apply_theme(scroller)
            scroller.setWidget(page)
        return self._pages[name]

    def _build_header(self, page: Page) -> None:
        if self._header is not None:
            self._header.deleteLater()
            self._header.hide()
        self.setPalette(page.context.theme.palette())
        self._header = Header(page.context, self._actions, page.name)
        # In its place first: else it is a window of its own for a moment, and dressed twice.
        self._column.insertWidget(0, self._header)
        page.context.theme.apply_theme(self._header)
        self._header.setVisible(page.has_header and not self.is_locked)
        self._header.fitted.connect(self._place_notice)
        self.notice_bar.raise_()
        self._place_notice()

    def dismiss_undo(self) -> None:
        bar, self.undo_bar = self.undo_bar, None
        if bar is not None:
            bar.dismiss()

    def _undo_bar_gone(self) -> None:
        # The signal comes late: by then another bar may stand there, which is alive.
        if self.undo_bar is not None and not isValid(self.undo_bar):
            self.undo_bar = None
