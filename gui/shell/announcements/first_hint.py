"""One line for whoever is new at a station: what this window is for, and its keys.

It stands at the foot of each of the three main windows until its deed was done there once, or it
was put away; then it is gone for good, until the settings bring it back.
"""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.runtime.station import Station
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from gui.widgets.buttons.button import Button
from gui.widgets.text.plain_text import Words
from gui.words.marked import marked
from models import events, session
from models.events import Event

_HINTS = "hints"
_GUIDE = "window.keys"
#: By page: the line, the commands whose keys stand in it, and what shows that it was read: news
#: of this station, or one of those commands.
_LINES: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "order_entry": (
        marked(
            "hints",
            "New here? Scan, or type a name and press Enter. {pay} takes the money, {send} sends "
            "the order unpaid. {keys} opens the guide to this window.",
        ),
        ("order.pay", "order.send"),
        (events.PLACED, "order.pay"),
    ),
    "fulfilment": (
        marked(
            "hints",
            "New here? A digit chooses a card, {pick} ticks off a line, {next} says that all of it "
            "is ready. {keys} opens the guide to this window.",
        ),
        ("queue.pick", "queue.next"),
        (events.PICKED, events.READIED),
    ),
    "statistics": (
        marked(
            "hints",
            "New here? Click a bar to see what it is made of; {back} leads back. {keys} opens the "
            "guide to this window.",
        ),
        ("statistics.back",),
        ("statistics.back",),
    ),
}


def show_again(station: Station) -> None:
    """Somebody new begins here."""
    station.forget(_HINTS)


class FirstHint(QWidget):
    """Where the line of the page in front stands, while somebody needs it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context = context
        self._line: HintLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def follow(self, page: Page | None) -> None:
        """Another page came to the front, or none."""
        if self._line is not None:
            self._line.deleteLater()
            self._line = None
        if page is not None and self._is_new(page.name):
            self._line = HintLine(self._context, page)
            self._line.read.connect(self._put_away)
            self._column.addWidget(self._line)
        self.setVisible(self._line is not None)

    def _is_new(self, page: str) -> bool:
        """Not where nothing is remembered: it would come back each time."""
        station = self._context.station
        return (
            page in _LINES and station.folder is not None and station.yes(f"{_HINTS}/{page}", True)
        )

    def _put_away(self, page: str) -> None:
        self._context.station.remember(f"{_HINTS}/{page}", False)
        self.follow(None)


class HintLine(QWidget):
    """The line of one page, in the colours of that page."""

    #: It is needed no more; carries the page's name.
    read = Signal(str)

    def __init__(self, context: AppContext, page: Page) -> None:
        super().__init__()
        theme, actions, self._page = page.context.theme, context.actions, page.name
        line, shown, self._read_by = _LINES[page.name]
        keys = {id.partition(".")[2]: actions.key(id) for id in (*shown, _GUIDE)}
        text = QCoreApplication.translate("hints", line).format(**keys)
        theme.apply_theme(self)
        self.setAccessibleName(text)
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(16), theme.px(4))
        row.setSpacing(theme.px(16))
        words = Words(text, wordWrap=True)
        words.setFont(theme.font("second"))
        words.setPalette(theme.palette())  # the window around a wall, which is dark, may be light
        row.addWidget(words, 1)
        done = Button(theme, self.tr("Got it"), "check", "toolbar")
        done.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys where they are
        done.clicked.connect(self._say_read)
        row.addWidget(done)
        context.feed.happened.connect(self._hear)
        for command in self._read_by:
            for action in page.findChildren(QAction, command):
                action.triggered.connect(self._say_read)

    def _hear(self, news: list[Event]) -> None:
        here = session.current.station
        if any(event.kind in self._read_by and event.station == here for event in news):
            self._say_read()

    def _say_read(self) -> None:
        self.read.emit(self._page)
