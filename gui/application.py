"""Builds what all windows share and opens windows by name; the only file that knows all pages."""

from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from gui.input.actions import Actions
from gui.input.key_map import kept_keys
from gui.input.scanner import Scanner
from gui.input.scanner_settings import hearing_of
from gui.look.theme import Theme
from gui.pages import PAGES
from gui.runtime.background import Background
from gui.runtime.clipboard import leave_words
from gui.runtime.error_handler import ErrorHandler
from gui.runtime.event_feed import EventFeed
from gui.runtime.gc_scheduler import GcScheduler
from gui.runtime.keeping.line import Line
from gui.runtime.station import Station
from gui.runtime.verb_queue import VerbQueue
from gui.runtime.watched_folder import WatchedFolder
from gui.shell.announcements.clock_notices import ClockNotices
from gui.shell.announcements.sent_orders import SentNotices, may_close, name_of_unsent
from gui.shell.announcements.trouble import ConnectionNotices, explained
from gui.shell.app_context import AppContext
from gui.shell.main_window import MAIN, MainWindow
from gui.shell.page import Page
from gui.shell.scan_delivery import deliver
from gui.shell.sign_in.access_control import AccessControl
from gui.widgets.messages.notice import Remedy
from gui.words.formatting import Formatting
from gui.words.language import Language
from models import events, session
from models.errors import NotAllowed, ShopError
from models.events import Event, Receipt
from models.settings import preferences, privacy, staff
from models.shop.opening import Shop
from models.storage import locations

if TYPE_CHECKING:
    from gui.printing.print_spooler import PrintSpooler
    from models.print_spool import PrintRequest
    from models.shopping_list.files.incoming import Batch

#: What nobody sees waits this long for the first window to stand.
SETTLED_MS = 200


def _answer_lines(name: str, batch: "Batch") -> "Iterable[str]":
    """Imported when somebody first wants an answer."""
    from gui.answers.reading_answer import answer_lines

    return answer_lines(name, batch)


def page_class(name: str) -> type[Page]:
    """Imported when first opened, so that a counter never waits for the owner's charts."""
    page = PAGES[name]
    found: type[Page] = getattr(import_module(page.module), page.kind)
    return found


class Application(QObject):
    """One process at work in one shop.

    `folder` is where this station keeps its habits and logs (nothing is kept without one).
    `language`, `theme` and `text_scale` default to what the station chose before, then to the
    system. `immediate=True` asks all questions at once, for tests and the tour.
    """

    def __init__(
        self,
        qt: QApplication,
        shop: Shop,
        folder: Path | None = None,
        language: str | None = None,
        theme: str | None = None,
        text_scale: float | None = None,
        immediate: bool = False,
        pages: Callable[[str], type[Page]] = page_class,
    ) -> None:
        super().__init__()
        self._qt = qt
        self._page_class = pages
        self.main_windows: list[MainWindow] = []
        #: What to do, with all windows closed, before the program begins anew.
        self.before_again: Callable[[], object] | None = None
        self.language = Language(qt)
        self.exceptions = ErrorHandler(folder / "logs" if folder else None)
        self._garbage: GcScheduler | None = None
        self.scanner = Scanner(self)
        station = Station(folder)
        self.scanner.hearing = hearing_of(station)
        scale = station.number("text_scale", 1.0) if text_scale is None else text_scale
        self.language.choose(language or station.text("language") or None)
        self._access = AccessControl(qt, self._windows, self.notice, self.scanner, self)
        self.context = AppContext(
            shop=shop,
            feed=EventFeed(shop),
            background=Background(shop.connection, immediate),
            verbs=VerbQueue(shop.connection, immediate),
            format=self._formatting(),
            theme=Theme(theme or station.text("theme") or "system", scale),
            actions=Actions(changed=kept_keys(station)),
            station=station,
            scanner=self.scanner,
            say=self.say,
            notice=self.notice,
            withdraw=self.withdraw,
            keep_undoing=self.keep_undoing,
            print=self.print,
            open=self.open,
            apply_settings=self.apply_settings,
            lock=self._access.lock,
            unlock=self._access.unlock,
            restart=self.restart,
            may_close=self.may_close,
            approve=self.approve,
        )
        context = self.context
        context.watched = WatchedFolder(context.background, context.run, station, _answer_lines)
        self._line = Line(shop, context.feed, context.verbs, self._name_of_unsent, immediate)
        context.line = self._line
        ConnectionNotices(context, self._windows, self)
        ClockNotices(context, self)
        SentNotices(context, self._line, self._windows, self)
        self._immediate = immediate
        self._is_closing = False
        self._printers: PrintSpooler | None = None
        self.context.verbs.slow.connect(self._tell_slow)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self._start_printers)
        self._settled.timeout.connect(context.watched.start)

    def start(self, page: str | None = None, **arguments: object) -> MainWindow:
        """Begins to listen and opens the first window: `page`, or where this station starts."""
        self.exceptions.install()
        self.exceptions.sentence_due.connect(self._tell_sentence)
        self.exceptions.report_due.connect(self._show_report)
        self.scanner.scanned.connect(self._scanned)
        self.scanner.listen(self._qt)
        self._qt.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.context.theme.apply_theme_to_application(self._qt)
        self.context.feed.start()
        self.context.feed.happened.connect(self._heard)
        self._access.start()
        self._line.start()
        self._garbage = GcScheduler(self)
        self._settled.start()
        first = page or self.context.station.text("start_room", "home")
        first = first if first in PAGES else "home"
        place = first if page and self._page_class(first).fills_screen else MAIN
        return self._open_main_window(place, first, arguments)

    def close(self) -> None:
        """Closes all windows, the thread, the feed and the hooks; the shop itself stays open."""
        self._is_closing = True
        for main_window in list(self.main_windows):
            main_window.close()
        self.scanner.stop()
        self._access.stop()
        leave_words()
        self._bury()
        self._settled.stop()
        self._line.close()
        self.context.verbs.close()
        if self._printers is not None:
            self._printers.close()
        if self.context.watched is not None:
            self.context.watched.close()
        self.context.feed.close()
        self.context.background.close()
        self.context.station.close()
        self.language.close()
        self.exceptions.close()
        if self._garbage is not None:
            self._garbage.close()

    # --- what the context offers -----------------------------------------------------------

    def open(self, page: str, *, own_window: bool = False, **arguments: object) -> None:
        """Shows a page in the window in focus, or in one of its own."""
        if own_window:
            for main_window in self.main_windows:
                if main_window.place == page:
                    main_window.raise_()
                    main_window.activateWindow()
                    main_window.open(page, **arguments)  # it may have been led elsewhere
                    return
            self._open_main_window(page, page, arguments)
        else:
            self.front().open(page, **arguments)

    def front(self) -> MainWindow:
        """The window in focus, else the one opened first."""
        active = self._qt.activeWindow()
        while active is not None and not isinstance(active, MainWindow):
            active = active.parentWidget()
        return (
            active
            if isinstance(active, MainWindow) and active in self.main_windows
            else self.main_windows[0]
        )

    def say(
        self,
        text: str,
        undo: Callable[[], object] | None = None,
        icon: str | None = None,
        bold: str = "",
    ) -> None:
        if self.main_windows:
            self.front().say(text, undo, icon, bold)

    def notice(self, text: str, kind: str = "warn", remedy: Remedy | None = None) -> None:
        if self.main_windows:
            self.front().notice(text, kind, remedy=remedy)

    def withdraw(self, text: str) -> None:
        for main_window in self.main_windows:
            main_window.withdraw(text)

    def keep_undoing(self, sequence: int, again: Callable[[Receipt[Any]], object]) -> None:
        if self.main_windows:
            self.front().keep_undoing(sequence, again)

    def print(self, request: "PrintRequest", preview: bool = False) -> None:
        self._start_printers().print(request, preview)

    def apply_settings(
        self,
        language: str | None = None,
        theme: str | None = None,
        text_scale: float | None = None,
        then: Callable[[], object] | None = None,
    ) -> None:
        """Another language, theme or text size for this station: all is built anew in the windows.

        `then` is done when they stand.
        """
        context = self.context
        for key, value in (("language", language), ("theme", theme), ("text_scale", text_scale)):
            if value is not None:
                context.station.remember(key, value)
        if language is not None:
            self.language.choose(language)
        context.theme = Theme(
            theme or context.theme.chosen,
            context.theme.text_scale if text_scale is None else text_scale,
        )
        context.format = self._formatting()
        context.theme.apply_theme_to_application(self._qt)
        # Later, because what is being pressed belongs to a page that goes away.
        QTimer.singleShot(0, partial(self._rebuild, then))

    def restart(self, deed: Callable[[], object]) -> None:
        self.before_again = deed
        self._qt.exit()

    def approve(self, request: session.Request, error: NotAllowed) -> bool:
        """Whether an owner approves what `request` was refused, in place."""
        from gui.shell.sign_in.approval import approved

        return approved(self.context, request, error, self._qt.activeWindow())

    def may_close(self, window: QWidget) -> bool:
        is_last = window.isVisible() and self.main_windows == [window]
        return self._is_closing or not is_last or may_close(self.context, window)

    # --- inside ----------------------------------------------------------------------------

    def _windows(self) -> list[MainWindow]:
        return self.main_windows

    def _heard(self, news: list[Event]) -> None:
        kinds = {event.kind for event in news}
        if kinds & events.ABOUT_POLICY and self._is_policy_due():
            self.restart(lambda: None)  # another station said so: it is asked about here as well
            return
        if events.PREFERENCE_CHANGED in kinds:
            preferences.follow()
        self._access.hear(kinds)

    def _is_policy_due(self) -> bool:
        """Whether it was withdrawn, or is not the one any more that was accepted here."""
        shop = self.context.shop
        kept = self.context.station.consent(locations.shown(shop.url))
        return privacy.needed() or kept not in ("", privacy.policy().version)

    def _start_printers(self) -> "PrintSpooler":
        """Once: prints what was left in the outbox, and from now on what is put there."""
        if self._printers is None:
            from gui.printing.print_spooler import PrintSpooler

            self._printers = PrintSpooler(self.context, self.front, self._immediate)
            self._printers.start()
        return self._printers

    def _name_of_unsent(self, number: int, paid: int) -> str:
        return name_of_unsent(number, paid, self.context.format)

    def _formatting(self) -> Formatting:
        return Formatting(
            self.language.current, preferences.get(preferences.CURRENCY), session.current.zone
        )

    def _open_main_window(self, place: str, page: str, arguments: dict[str, object]) -> MainWindow:
        main_window = MainWindow(self.context, self._page_class, place)
        # Queued: the window is still in its own close event when it says so.
        main_window.closed.connect(self._main_window_closed, Qt.ConnectionType.QueuedConnection)
        self.main_windows.append(main_window)
        main_window.take_place()
        main_window.open(page, **arguments)
        main_window.show()
        if staff.is_locked():
            self._access.cover(main_window)
        main_window.activateWindow()  # a screen without a window manager leaves that to the program
        return main_window

    def _main_window_closed(self, main_window: MainWindow) -> None:
        if main_window in self.main_windows:  # else the program ends, and it is gone already
            self.main_windows.remove(main_window)
            main_window.deleteLater()

    def _rebuild(self, then: Callable[[], object] | None) -> None:
        """All that stands in the windows again, with what was being done there."""
        for main_window in self.main_windows:
            is_locked = main_window.is_locked
            main_window.rebuild()
            if is_locked:
                self._access.cover(main_window)
        if then is not None:
            then()

    def _bury(self) -> None:
        """Lets go of the windows that are closed; the last ones have no event loop to do it."""
        for main_window in self.main_windows:
            main_window.deleteLater()
        self.main_windows.clear()

    def _scanned(self, code: str) -> None:
        if self.main_windows:
            deliver(code, self.front(), self._qt)

    def _system_changed(self) -> None:
        if self.context.theme.chosen == "system":
            self.apply_settings()

    def _tell_slow(self, is_slow: bool) -> None:
        text = self.tr("On its way: the shop's file is slow or in use elsewhere. Go on as usual.")
        if not is_slow:
            self.withdraw(text)
        elif self.main_windows:
            self.front().notice(text, "info", stays=True)

    def _tell_sentence(self, error: ShopError) -> None:
        text, remedy = explained(self.context, error)
        self.notice(text, "warn", remedy)
        self._qt.beep()

    def _show_report(self, report: str) -> None:
        from gui.shell.announcements.report_dialog import ReportDialog

        parent = self.front() if self.main_windows else None
        ReportDialog(self.context.theme, report, self.exceptions.log_folder, parent).show()
