"""A window of the program: the header on top, and below it the room one works in."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QScreen
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from gui.input.actions import why_not
from gui.input.key_delivery import idle_command
from gui.pages import OWN_WINDOWS, PAGES
from gui.runtime.error_handler import guarded
from gui.shell.app_context import Desk
from gui.shell.header import HEIGHT, Header
from gui.shell.page import Room
from gui.shell.typed_values import put_back, typed_in
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.messages.notice import Notice, Remedy
from gui.widgets.messages.undo_bar import UndoBar
from gui.words.error_messages import sentence
from models.errors import NothingToRedo, NothingToUndo, ShopError

if TYPE_CHECKING:
    from gui.shell.lock_screen import LockScreen

#: What a window manager draws around a window, in pixels; how much is unknown until it is shown.
TITLE_BAR, EDGE = 36, 6
MAIN = "main"  # the place of the window that the program opens with; others have their room's name


class Frame(QWidget):
    """Holds the rooms that were opened in it; one is in front.

    `room_class(name)` finds a room's class when it is first opened. `place` names the frame's spot
    on the screen, which the station remembers.
    """

    #: Carries the frame itself, when it was closed.
    closed = Signal(object)
    #: A staff code signed in here.
    unlocked = Signal()

    def __init__(self, desk: Desk, room_class: Callable[[str], type[Room]], place: str) -> None:
        super().__init__()
        self._desk = desk
        self._room_class = room_class
        self._place = place
        self._fills_screen = place != MAIN and room_class(place).fills_screen
        self._rooms: dict[str, Room] = {}
        self._scrollers: dict[str, ScrollArea] = {}
        self._header: Header | None = None
        self.undo_bar: UndoBar | None = None
        self.lock_screen: LockScreen | None = None
        self.setWindowFlag(Qt.WindowType.Window)
        self.setMinimumSize(640, 480)
        self.notice_bar = Notice(desk.theme, self)
        self._stack = QStackedWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        desk.theme.dress(self.notice_bar)
        self._actions = {
            id: desk.actions.bind(self, id, handler) for id, handler in self._handlers().items()
        }
        desk.feed.lost.connect(self._connection_lost)
        desk.feed.found.connect(self._connection_found)
        self._take_place()

    # --- rooms -----------------------------------------------------------------------------

    @property
    def room(self) -> Room:
        """The room in front."""
        scroller = self._stack.currentWidget()
        assert isinstance(scroller, ScrollArea)
        return scroller.widget()  # type: ignore[return-value]

    @property
    def rooms(self) -> dict[str, Room]:
        """All rooms that were opened here, by name."""
        return dict(self._rooms)

    @property
    def place(self) -> str:
        return self._place

    def open(self, name: str, **arguments: object) -> Room:
        """Brings the room to the front, building it when it is opened for the first time."""
        room = self._room(name)
        was = room.focusWidget()  # asked first: Qt gives what comes to the front a focus of its own
        if self._header is None or self.room is not room:
            self.dismiss_undo()
            self.notice_bar.pass_by()
            self._stack.setCurrentWidget(self._scrollers[name])
            self._build_header(room)
        title = room.title()
        self.setWindowTitle(f"{title} \u2014 BotBelanja" if title else "BotBelanja")
        by_itself = room.focusWidget()
        room.opened(**arguments)
        has_chosen = room.focusWidget() is not by_itself
        if was is None and not has_chosen and room.focusProxy() is not None:
            room.setFocus()
        else:
            _focus_first(room)
        return room

    def take_over(self, before: "Frame") -> None:
        """Shows what `before` showed, with what was being worked on, after it was built anew."""
        front = before.room.name
        for name, room in before.rooms.items():
            if name != front:
                _take_over(self._room(name), room)
        self.setGeometry(before.geometry())
        _take_over(self.open(front), before.room)
        self.setWindowState(before.windowState())
        self.show()
        if before.isActiveWindow():
            self.activateWindow()  # keys that are pressed at once are for this one

    # --- what is said ----------------------------------------------------------------------

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        icon: str | None = None,
        bold: str = "",
    ) -> None:
        """The undo bar at the foot of the room's column; the next deed replaces it."""
        self.dismiss_undo()
        self.notice_bar.pass_by()
        room, key = self.room, self._desk.actions.key("edit.undo")
        bar = UndoBar(room.deed_place(), room.deed_theme(), text, undo, icon, bold, key)
        bar.destroyed.connect(self._undo_bar_gone)
        self.undo_bar = bar

    def notice(
        self, text: str, kind: str = "warn", stays: bool = False, remedy: Remedy | None = None
    ) -> None:
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
        """Ctrl+Z: the deed in the bar first, then whatever the room can take back."""
        if self.undo_bar is not None and self.undo_bar.can_undo:
            self.undo_bar.undo()
        elif not self.room.undo():
            self.notice(sentence(NothingToUndo()), "info")

    def redo(self) -> None:
        if not self.room.redo():
            self.notice(sentence(NothingToRedo()), "info")

    def show_keys(self) -> None:
        from gui.shell.key_help import KeyHelp

        KeyHelp(self, self.room.desk.theme, self._desk.actions).open()

    def show_palette(self) -> None:
        from gui.shell.command_palette import CommandPalette

        CommandPalette(self, self.room.desk.theme, self._desk.actions, self.open).open()

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- lock ------------------------------------------------------------------------------

    @property
    def is_locked(self) -> bool:
        return self.lock_screen is not None

    def lock(self, last: str) -> None:
        """Covers the window; no key of a room or of the window works until somebody signs in."""
        if self.lock_screen is not None or self._header is None:
            return
        self._header.hide()
        self._stack.hide()
        for action in self._actions.values():
            action.setEnabled(False)
        from gui.shell.lock_screen import LockScreen

        self.lock_screen = LockScreen(self._desk, last)
        self.lock_screen.unlocked.connect(self.unlocked)
        self._column.addWidget(self.lock_screen, 1)
        self.lock_screen.take_focus()

    def unlock(self) -> None:
        if self.lock_screen is None or self._header is None:
            return
        self.lock_screen.hide()
        self.lock_screen.deleteLater()
        self.lock_screen = None
        for action in self._actions.values():
            action.setEnabled(True)
        self._header.setVisible(self.room.has_header)
        self._stack.show()
        _focus_first(self.room)

    # --- the window ------------------------------------------------------------------------

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()

    def _place_notice(self) -> None:
        """In the header's row, if it can be right of the doors: it covers no button of the room,
        and nothing below it moves."""
        theme, header = self._desk.theme, self._header
        whole = QRect(0, 0, self.width(), theme.px(HEIGHT))
        doors = header.doors_end if header is not None and self.room.has_header else 0
        self.notice_bar.lie_over(whole.adjusted(doors, 0, 0, 0), whole)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What no room wanted: a wall has no title bar by which to find the way out.
        if event.key() == Qt.Key.Key_Escape:  # nothing is open that it would close
            if self.isFullScreen() and self.room.fills_screen:
                self.toggle_full_screen()
        elif not self.is_locked and (action := idle_command(self, event)) is not None:
            self.notice(why_not(action), "info")
        else:
            super().keyPressEvent(event)

    @guarded()
    def closeEvent(self, event: QCloseEvent) -> None:
        self.remember_place()
        self.dismiss_undo()
        super().closeEvent(event)
        self.closed.emit(self)

    def remember_place(self) -> None:
        self._desk.station.remember(f"windows/{self._place}", self.saveGeometry())

    def _take_place(self) -> None:
        if not self.restoreGeometry(self._desk.station.place(f"windows/{self._place}")):
            if self._fills_screen:
                self.setScreen(max(QGuiApplication.screens(), key=_size_of))
            wanted = QRect(0, 0, 1366, 768)
            wanted.moveCenter(self.screen().availableGeometry().center())
            self.setGeometry(in_reach(wanted, self.screen().availableGeometry()))
            if self._fills_screen:
                self.setWindowState(Qt.WindowState.WindowFullScreen)
        if not self.isMaximized() and not self.isFullScreen():
            wanted = self.geometry()
            screen = QGuiApplication.screenAt(wanted.center()) or self.screen()
            self.setGeometry(in_reach(wanted, screen.availableGeometry()))

    def _handlers(self) -> dict[str, Callable[[], object]]:
        opening = {f"window.{name}": self._open_here for name in PAGES}
        beside = {f"own_window.{name}": self._open_beside for name in OWN_WINDOWS}
        return {
            **opening,
            **beside,
            "edit.undo": self.undo,
            "edit.redo": self.redo,
            "window.palette": self.show_palette,
            "window.keys": self.show_keys,
            "window.full_screen": self.toggle_full_screen,
            "window.lock": self._desk.lock,
            "window.close": self.close,
        }

    def _open_here(self) -> None:
        self.open(self.sender().objectName().partition(".")[2])

    def _open_beside(self) -> None:
        self._desk.open(self.sender().objectName().partition(".")[2], own_window=True)

    def _room(self, name: str) -> Room:
        if name not in self._rooms:
            kind = self._room_class(name)
            desk = self._desk
            if kind.dark_by_default and not desk.theme.is_dark:
                desk = replace(desk, theme=desk.theme.dark())
            self._rooms[name] = room = kind(desk)
            # Scrolls only when large letters leave no other way.
            self._scrollers[name] = scroller = ScrollArea()
            desk.theme.dress(scroller)
            scroller.setWidget(room)
            self._stack.addWidget(scroller)
        return self._rooms[name]

    def _build_header(self, room: Room) -> None:
        if self._header is not None:
            self._header.deleteLater()
            self._header.hide()
        self.setPalette(room.desk.theme.palette())
        self._header = Header(room.desk, self._actions, room.name)
        room.desk.theme.dress(self._header)
        # In its place first: shown before, it would be a window of its own for a moment.
        self._column.insertWidget(0, self._header)
        self._header.setVisible(room.has_header and not self.is_locked)
        self._header.fitted.connect(self._place_notice)
        self.notice_bar.raise_()
        self._place_notice()

    def _connection_lost(self, error: ShopError) -> None:
        self.notice(sentence(error, self._desk.format), "warn", stays=True)

    def _connection_found(self) -> None:
        self.notice(self.tr("The connection is back. Everything is up to date again."), "ready")

    def dismiss_undo(self) -> None:
        bar, self.undo_bar = self.undo_bar, None
        if bar is not None:
            bar.dismiss()

    def _undo_bar_gone(self) -> None:
        # The signal comes late: by then another bar may stand there, which is alive.
        from shiboken6 import isValid

        if self.undo_bar is not None and not isValid(self.undo_bar):
            self.undo_bar = None


def _size_of(screen: QScreen) -> tuple[int, float]:
    """By its dots, then by its glass: two screens often have the same dots."""
    size, ratio, glass = screen.size(), screen.devicePixelRatio(), screen.physicalSize()
    return round(size.width() * size.height() * ratio**2), glass.width() * glass.height()


def in_reach(wanted: QRect, free: QRect) -> QRect:
    """The place for a window's content on a screen with this much `free`: all of it is seen, and
    the title bar above it as well, by which it is moved and closed."""
    free = free.adjusted(EDGE, TITLE_BAR, -EDGE, -EDGE)
    place = QRect(wanted.topLeft(), wanted.size().boundedTo(free.size()))
    place.moveLeft(max(free.left(), min(place.left(), free.right() + 1 - place.width())))
    place.moveTop(max(free.top(), min(place.top(), free.bottom() + 1 - place.height())))
    return place


def _focus_first(room: Room) -> None:
    """Back to where the person was in this room, else to its first control."""
    if room.focusWidget() is not None:
        room.focusWidget().setFocus()
        return
    widget: QWidget | None = room.nextInFocusChain()
    while widget is not None and widget is not room:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if by_tab and room.isAncestorOf(widget) and widget.isEnabledTo(room):
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        widget = widget.nextInFocusChain()


def _take_over(room: Room, before: Room) -> None:
    """What was being worked on in `before`, and what was typed there."""
    typed = typed_in(before)
    room.carry_on(before.carry_over())
    put_back(room, typed)
