"""A till of three windows in one shop, worked by keys, while its storage fails underneath."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.fulfilment.page import FulfilmentPage
from gui.order_entry.page import OrderEntryPage
from models.catalogue import catalogue
from models.events import Receipt
from models.journal import journal
from models.orders import held_carts, order_history
from models.settings import privacy
from models.shop import heads
from models.shop.offline import own_file
from tests.readable import findings


class Pace(QObject):
    """The longest that the event loop was held since `begin`, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=20)
        self._timer.timeout.connect(self._turn)
        self.begin()
        self._timer.start()

    def begin(self) -> None:
        self.longest, self._last = 0.0, time.monotonic()

    def _turn(self) -> None:
        now = time.monotonic()
        self.longest, self._last = max(self.longest, now - self._last), now


class Counter:
    """A till on PostgreSQL with three windows, at the near end of the cable."""

    def __init__(self, application: Application, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.main_window = application.start("order_entry")
        self.main_window.resize(1366, 768)
        for page in ("fulfilment", "statistics"):
            application.open(page, own_window=True)
        self.main_windows = application.main_windows
        self.main_window.activateWindow()
        qtbot.waitActive(self.main_window)
        self.pace = Pace()
        self.wait(lambda: isinstance(self.till, OrderEntryPage))
        self.settle()

    @property
    def till(self) -> OrderEntryPage:
        assert isinstance(self.main_window.page, OrderEntryPage)
        return self.main_window.page

    @property
    def wall(self) -> FulfilmentPage:
        page = self.main_windows[1].page
        assert isinstance(page, FulfilmentPage)
        return page

    def fill_cart(self, code: str = "8990011") -> None:
        self.till.scanned(code)
        assert self.till.basket.cart.lines

    def has_saved_draft(self) -> bool:
        basket = self.till.basket
        draft = held_carts.draft(basket.slot.key)
        return draft is not None and draft.request_id == basket.cart.request_id

    def send(self) -> float:
        """Presses F10; how long the press took, in seconds."""
        begun = time.monotonic()
        QTest.keyClick(self.till.focusWidget() or self.till, Qt.Key.Key_F10)
        took = time.monotonic() - begun
        self.wait_for_the_answer()
        return took

    def wait_for_the_answer(self) -> None:
        """What was said before this is done or refused by then."""
        answers: list[object] = []
        run = self.till.context.run
        run(partial(Receipt, None), answers.append, answers.append)
        self.wait(lambda: bool(answers))

    def wait_for_the_page(self) -> None:
        """What the page in front asked is answered by then."""
        answers: list[object] = []
        for _ in range(2):  # what it is answered, it may ask more by
            context = self.main_window.page.context
            context.background.ask(bool, answers.append, answers.append, owner=self.main_window)
            self.wait(lambda: bool(answers))
            answers.clear()

    def told(self) -> list[str]:
        return [main_window.notice_text() for main_window in self.main_windows]

    def wait_for_banner(self, words: str = "cannot be reached") -> float:
        """Until all windows say so; how long it took, in seconds."""
        begun = time.monotonic()
        self.wait(lambda: all(words in text for text in self.told()))
        return time.monotonic() - begun

    def wait_until_back(self) -> None:
        self.wait(lambda: all("is back" in text for text in self.told()))

    def wait_until_copied(self) -> None:
        """The station's own file is where the server stands."""
        own, line = self.till.context.shop.own_path, self.till.context.line
        assert own is not None
        assert line is not None
        line.start()
        self.wait(lambda: heads.read(own).get("sequence", 0) >= journal.newest())

    def waiting(self) -> int:
        """How many orders the header says to wait."""
        line = self.till.context.line
        return 0 if line is None else line.waiting

    def numbers_on_wall(self) -> list[int]:
        return sorted(view.card.number for view in self.wall.wall.views if view.card is not None)

    def settle(self) -> None:
        self.wait(
            lambda: not any(main_window.page.refresher.stale for main_window in self.main_windows)
        )

    def wait(self, condition: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(condition, timeout=60_000)


@pytest.fixture(autouse=True)
def hall(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A quiet one, in which nothing of Qt is left for another thread to tidy up."""
    monkeypatch.setattr(QApplication, "beep", lambda *_: None)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()


@contextmanager
def counter_at(
    url: str, qapp: QApplication, qtbot: QtBot, folder: Path, own: Path | None = None
) -> Iterator[Counter]:
    with own_file.open_shop(url, own, station="1") as shop:
        privacy.accept(privacy.policy("en"))
        catalogue.add_product("Teh", 4_000, barcodes=["8990011"])
        application = Application(qapp, shop, folder, "en", "light", 1.0)
        try:
            yield Counter(application, qtbot)
        finally:
            application.close()


def check_orders(count: int) -> None:
    assert [row.number for row in order_history.find(limit=count + 1)] == list(range(count, 0, -1))
    assert findings() == ()
