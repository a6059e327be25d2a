"""The warehouse's window in the program itself: keys and labels go the whole way to it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.fulfilment.page import FulfilmentPage
from gui.input.held_keys import DeafMoment
from models.fulfilment.cards import Card
from tests.gui.fulfilment.wall import listens

SCANNER = 4  # ms between two keys


class RealWall:
    """Keys are given to the window of the screen: past scanner, shortcuts, frame and fields."""

    def __init__(self, application: Application, qtbot: QtBot, *, is_answered: bool = True) -> None:
        """`is_answered`: the cards are there, as they are when a person begins."""
        self.application = application
        self.main_window = application.start("fulfilment")
        self.main_window.showNormal()
        self.main_window.resize(1366, 768)
        qtbot.waitActive(self.main_window)
        page = self.main_window.page
        assert isinstance(page, FulfilmentPage)
        self.page = page
        self._qtbot = qtbot
        self._moment = 0
        self.hear()
        if is_answered:
            qtbot.waitUntil(lambda: page.orders.is_known)

    def press(self, *keys: str) -> None:
        """`Return`, `Ctrl+Z`, `Space`: one after the other, looking up in between."""
        for name in keys:
            asked = self.page.overlays.top
            self.strike(name)
            self.hear()
            if asked is not None and asked is not self.page.overlays.top:
                self.read()

    def read(self) -> None:
        """What came to light is read before it is answered."""
        deaf = DeafMoment(self.page)
        deaf.start()
        self._qtbot.waitUntil(partial(getattr, deaf, "is_over"))

    def strike(self, name: str) -> None:
        """One key, without waiting for what it does."""
        combination = QKeySequence.fromString(name)[0]  # type: ignore[index]
        window = self.main_window.windowHandle()
        QTest.keyClick(window, combination.key(), combination.keyboardModifiers())
        self.application.scanner.settle()

    def type(self, text: str) -> None:
        for letter in text:
            self.key(Qt.Key(ord(letter.upper())), letter)

    def key(
        self,
        key: Qt.Key,
        text: str,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        """One key as some keyboard sends it, and time enough that it is no scanner's."""
        self._send(key, text, modifiers, 1000)
        self.hear()

    def hold(self, key: Qt.Key, text: str) -> None:
        """The key is held down and repeats."""
        for _ in range(5):
            self._moment += 30
            event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, True)
            event.setTimestamp(self._moment)
            QCoreApplication.sendEvent(self.main_window.windowHandle(), event)
        self.hear()

    def scan(self, code: str, late: int = SCANNER) -> None:
        """A label under the scanner: its signs come in no time, and an Enter `late` ms later."""
        self._moment += 1000
        for letter in code:
            shift = Qt.KeyboardModifier.ShiftModifier
            none = Qt.KeyboardModifier.NoModifier
            self._send(Qt.Key(ord(letter)), letter, shift if letter.isalpha() else none, SCANNER)
        if late > SCANNER:
            self.hear()
        self._send(Qt.Key.Key_Return, "\r", none, late)
        self.hear()

    def after(self, change: Callable[[], object]) -> None:
        """All that stands in the window was built anew by `change`."""
        before = self.main_window.page
        change()
        self._qtbot.waitUntil(lambda: self.main_window.page is not before)

    def look_again(self) -> None:
        """The wall in front is another one, built anew."""
        page = self.main_window.page
        assert isinstance(page, FulfilmentPage)
        self.page = page
        self.hear()

    def wait_out_the_bar(self) -> None:
        """The bar with the last deed has gone."""
        self.main_window.dismiss_undo()

    def hear(self) -> None:
        """What was typed and what was done reaches the wall."""
        self.application.scanner.settle()
        self.application.context.feed.read()
        self._qtbot.waitUntil(lambda: not self.page.refresher.stale)
        self._qtbot.waitUntil(partial(listens, self.page))

    def _send(self, key: Qt.Key, text: str, modifiers: Qt.KeyboardModifier, after: int) -> None:
        self._moment += after
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, modifiers, text)
            event.setTimestamp(self._moment)
            QCoreApplication.sendEvent(self.main_window.windowHandle(), event)

    # --- what is seen ----------------------------------------------------------------------

    @property
    def card(self) -> Card | None:
        """The card in focus."""
        return self.page.wall.card

    @property
    def numbers(self) -> list[int]:
        """The cards in sight."""
        return [view.card.number for view in self.page.wall.views if view.card]

    @property
    def keys_shown(self) -> set[str]:
        """The words beside the keys under the wall."""
        strip = self.page.bars.keys
        return {key.text() for key in strip.of_list + strip.buttons if key.isVisible()}

    @property
    def asked(self) -> str:
        """The question over the wall, empty when there is none."""
        question = self.page.overlays.question
        return question.accessibleName() if question is not None else ""

    @property
    def verdict(self) -> str:
        return self.page.bars.keys.toast.accessibleName()

    @property
    def said(self) -> str:
        """What the bar with the way back says."""
        return self.main_window.undo_bar.accessibleName() if self.main_window.undo_bar else ""

    @property
    def told(self) -> str:
        """What the strip under the header says."""
        return self.main_window.notice_text()
