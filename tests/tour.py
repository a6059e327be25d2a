"""Plays the main job by itself, with real key presses in the real windows of a throwaway shop:
`python -m tests.tour FOLDER [--language id|en] [--theme light|dark]`.

The policy is scrolled, ticked and accepted, an order scanned and paid, one typed and sent, both
picked and handed over, and the day's figures read from the charts. Every step says what it saw
and when, each window leaves a picture, and anything that differs ends the tour with exit code 1.
"""

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QWidget

from gui.application import Application
from gui.first_run.answers import record_agreement
from gui.first_run.dialog import FirstRunDialog
from gui.fulfilment.overlays.confirm_prompt import ConfirmPrompt
from gui.fulfilment.page import FulfilmentPage
from gui.look.theme import Theme
from gui.runtime import screen
from gui.shell.main_window import MainWindow
from gui.words.formatting import Formatting
from gui.words.language import LANGUAGES, Language
from models import clock
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.demo import demo
from models.fulfilment import fulfilment_queue
from models.orders import order_history
from models.orders.order_history import OrderRow, Search
from models.shop.opening import Shop, open_shop
from models.stages import Stage
from models.statistics import statistics

#: When the tour takes place, so that its pictures and figures are the same at any hour.
MOMENT = (date(2026, 11, 22), 14, 32)
ZONE = "Asia/Jakarta"
_PATIENCE = 60_000  # ms until something that should appear counts as missing

_SCAN, _TYPE = 4, 100  # ms between two keys: a scanner's and a person's


class Differs(Exception):
    """What was seen is not what should be there."""


def play(folder: Path, language: str = "id", theme: str = "light", days: int = 90) -> int:
    """Plays the whole tour in a demo of so many days, pictures into `folder`; the exit code, 1
    when something differed."""
    folder.mkdir(parents=True, exist_ok=True)
    shift = _moment() - clock.now()
    clock.now = lambda: time.time_ns() // 1_000_000 + shift
    qt = screen.application(sys.argv[:1])
    QCoreApplication.setApplicationName("BotBelanja tour")
    with TemporaryDirectory(prefix="botbelanja-tour-") as place:
        tour = Tour(qt, folder, Path(place), language, theme, days)
        try:
            tour.play()
        except Differs as difference:
            print(f"differs: {difference}", file=sys.stderr)
            return 1
        finally:
            tour.close()
    return 0


def _moment() -> int:
    day, hour, minute = MOMENT
    return clock.start_of(day, ZONE) + (hour * 60 + minute) * clock.MINUTE


class Tour:
    """One shop, one window, one pair of hands."""

    #: Of the window, in logical pixels.
    size = (1366, 768)

    def __init__(
        self, qt: QApplication, folder: Path, place: Path, language: str, theme: str, days: int
    ) -> None:
        self._qt, self._folder, self._place, self._days = qt, folder, place, days
        self._chosen_language, self._chosen_theme = language, theme
        self._begun = time.perf_counter()
        self._shop: Shop | None = None
        self._application: Application | None = None
        self._words = Language(qt)
        self._words.choose(language)

    def play(self) -> None:
        """All steps, one after the other."""
        self._accept_policy()
        self._open()
        before = statistics.dashboard(MOMENT[0], MOMENT[0]).now.sums
        scanned = self._scan_and_pay()
        typed = self._type_and_send()
        for order in (scanned, typed):
            self._prepare_and_hand_over(order)
        after = statistics.dashboard(MOMENT[0], MOMENT[0]).now.sums
        self._see("orders today", after.orders, before.orders + 2)
        self._see("revenue today", after.revenue, before.revenue + scanned.total + typed.total)
        self._read_charts(after.revenue, after.orders)
        self._look_around()
        self._say("the tour is over, everything was as it should be")

    def close(self) -> None:
        """Closes windows and shop; the throwaway folder goes with its context."""
        if self._application is not None:
            self._application.close()
        if self._shop is not None:
            self._shop.close()
        self._words.close()

    # --- the steps -------------------------------------------------------------------------

    def _accept_policy(self) -> None:
        theme = Theme(self._chosen_theme)
        theme.apply_theme_to_application(self._qt)
        dialog = FirstRunDialog(theme, self._words, only_policy=True)
        dialog.open()
        self._wait("the policy is shown", dialog.isVisible)
        self._keys(dialog, [Qt.Key.Key_Return])
        self._see("accepted before it was read", dialog.agreement, None)
        self._keys(dialog, [Qt.Key.Key_End, Qt.Key.Key_Space])
        self._picture(dialog, "first_run")
        self._keys(dialog, [Qt.Key.Key_Return])
        self._wait("the policy is accepted", lambda: dialog.agreement is not None)
        self._see("the dialog's answer", dialog.result(), QDialog.DialogCode.Accepted)
        path = self._place / "shop.sqlite3"
        self._see("files before the acceptance was recorded", path.exists(), False)
        self._shop = open_shop(str(path), station="1")
        assert dialog.agreement is not None
        record_agreement(dialog.agreement)
        dialog.deleteLater()
        self._say("policy scrolled, ticked and accepted")
        count = demo.make_demo(days=self._days)
        self._say(f"a demo shop of {count} orders stands")

    def _open(self) -> None:
        assert self._shop is not None
        self._application = Application(
            self._qt, self._shop, None, self._chosen_language, self._chosen_theme
        )
        self._application.start("home")
        self._order_before = _newest_order().id
        self._main_window.resize(*self.size)
        self._main_window.activateWindow()
        self._wait("the window has the keys", self._main_window.isActiveWindow)
        self._wait("home shows the day's orders", self._reads(self._format.number(_orders_today())))
        self._picture(self._main_window, "home")
        self._say("the window stands")

    def _scan_and_pay(self) -> OrderRow:
        goods = _goods()[:3]
        self._go(Qt.Key.Key_1)
        for product in goods:
            self._scan(catalogue.sheet(product.id).codes[0].code)
            self._wait(f"{product.name} is in the cart", self._reads(product.name))
        total = sum(product.price for product in goods)
        self._wait("the total", self._reads(self._format.money(total)))
        self._picture(self._main_window, "order_entry")
        self._keys(self._main_window, [Qt.Key.Key_F9])
        self._type("1", 0, Qt.KeyboardModifier.AltModifier)
        wait_for(100)
        self._picture(self._main_window, "payment")
        self._keys(self._main_window, [Qt.Key.Key_Return])
        order = self._newest(total)
        self._see("paid", order.paid, total)
        self._say(f"order {self._format.order_number(order.number)} scanned and paid in cash")
        return order

    def _type_and_send(self) -> OrderRow:
        product = _goods()[3]
        self._type(f"2*{product.name.lower()[:12]}", _TYPE)
        self._wait("the search finds it", self._reads(product.name))
        self._picture(self._main_window, "search")
        self._keys(self._main_window, [Qt.Key.Key_Return])
        self._wait("the total", self._reads(self._format.money(2 * product.price)))
        self._keys(self._main_window, [Qt.Key.Key_F10])
        order = self._newest(2 * product.price)
        self._see("paid", order.paid, 0)
        self._say(f"order {self._format.order_number(order.number)} typed and sent")
        return order

    def _prepare_and_hand_over(self, order: OrderRow) -> None:
        self._go(Qt.Key.Key_2)
        number = self._format.order_number(order.number)
        self._wait(f"card {number}", self._reads(number))
        self._call(order.number)
        wall = self._wall
        self._wait("the card in focus", lambda: wall.wall.is_on(order.id) and wall.wall.hand.knows)
        card = fulfilment_queue.card(order.id)
        for _ in card.lines if card is not None else ():
            self._keys(self._main_window, [Qt.Key.Key_Space])
        self._wait_for_stage(order, Stage.READY)
        self._picture(self._main_window, "fulfilment")
        self._call(order.number)
        if order.paid < order.total:  # asked once, and deaf at first to the second of two keys
            self._wait("what is asked", self._asks)
            wait_for(600)  # it is read: an Enter sooner behind another is the second of two
            self._keys(self._main_window, [Qt.Key.Key_Return])
        self._wait_for_stage(order, Stage.HANDED_OVER)
        self._say(f"order {number} picked line by line and handed over")

    def _read_charts(self, revenue: int, orders: int) -> None:
        self._go(Qt.Key.Key_3)
        save = self._main_window.page.action("statistics.save")  # can be pressed once all is drawn
        self._wait("the charts are drawn", save.isEnabled)
        self._picture(self._main_window, "statistics")
        for _ in ("7 days", "today"):
            before = self._main_window.focusWidget()
            self._keys(self._main_window, [Qt.Key.Key_Left])
            self._wait("the next period", partial(self._has_moved, before))
        self._wait("today's revenue in the charts", self._reads(self._format.money(revenue)))
        self._wait("today's orders in the charts", self._reads(self._format.number(orders)))
        self._picture(self._main_window, "statistics_today")
        self._say(f"the charts show {self._format.money(revenue)} of {orders} orders today")

    def _look_around(self) -> None:
        for page in ("catalogue", "order_history", "settings", "ready_board"):
            self._main_window.open(page)
            wait_for(600)
            self._picture(self._main_window, page)
        self._say("catalogue, orders, settings and board were opened")

    # --- hands and eyes --------------------------------------------------------------------

    @property
    def _wall(self) -> FulfilmentPage:
        page = self._main_window.page
        assert isinstance(page, FulfilmentPage)
        return page

    def _asks(self) -> bool:
        question = self._wall.overlays.question
        return isinstance(question, ConfirmPrompt) and question.listens

    @property
    def _main_window(self) -> MainWindow:
        assert self._application is not None
        return self._application.main_windows[0]

    @property
    def _format(self) -> Formatting:
        assert self._application is not None
        return self._application.context.format

    def _go(self, key: Qt.Key) -> None:
        QTest.keyClick(self._target(self._main_window), key, Qt.KeyboardModifier.ControlModifier)
        wait_for(150)

    def _keys(self, window: QWidget, keys: list[Qt.Key]) -> None:
        for key in keys:
            QTest.keyClick(self._target(window), key)
            wait_for(_TYPE)

    def _type(
        self,
        text: str,
        pause: int,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        for letter in text:
            target = self._target(self._main_window)
            if letter == "\r":
                QTest.keyClick(target, Qt.Key.Key_Return, modifier)
            else:
                QTest.keyClicks(target, letter, modifier)
            wait_for(pause)  # not between press and release: the field may be gone by then
        wait_for(60)

    def _scan(self, code: str) -> None:
        """A label under the scanner: keys with a time of their own, as a scanner's driver sends."""
        at = time.monotonic_ns() // 1_000_000
        for letter in code + "\r":
            at += _SCAN
            key = Qt.Key.Key_Return if letter == "\r" else Qt.Key(ord(letter.upper()))
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(at)
                QCoreApplication.sendEvent(self._target(self._main_window), event)
        wait_for(60)

    def _has_moved(self, before: QWidget | None) -> bool:
        return self._main_window.focusWidget() is not before

    def _call(self, number: int) -> None:
        """Types an order's number in the queue: brings it to focus, or hands it over."""
        self._keys(self._main_window, [Qt.Key.Key_0])
        self._type(f"{number}\r", _TYPE)
        wait_for(100)

    def _target(self, window: QWidget) -> QWidget:
        return window.focusWidget() or window

    def _reads(self, text: str) -> Callable[[], bool]:
        """Whether a person, or a screen reader, finds `text` somewhere in the window."""

        def look() -> bool:
            seen = (w for w in self._main_window.findChildren(QWidget) if w.isVisible())
            return any(text in words for widget in seen for words in _words_of(widget))

        return look

    def _newest(self, total: int) -> OrderRow:
        self._wait("the order is stored", lambda: _newest_order().id != self._order_before)
        found = _newest_order()
        self._order_before = found.id
        self._see("total of the order", found.total, total)
        number = self._format.order_number(found.number)
        self._wait(f"order {number} on the screen", self._reads(number))
        return found

    def _wait_for_stage(self, order: OrderRow, stage: Stage) -> None:
        self._wait(
            f"order {order.number} is {stage.name.lower()}",
            lambda: order_history.sheet(order.id).order.stage == stage,
        )

    def _wait(self, what: str, seen: Callable[[], bool]) -> None:
        until = time.perf_counter() + _PATIENCE / 1000
        while not seen():
            if time.perf_counter() > until:
                self._picture(self._qt.activeWindow() or self._main_window, "differs")
                raise Differs(f"not seen: {what}")
            wait_for(15)

    def _see(self, what: str, seen: object, expected: object) -> None:
        if seen != expected:
            raise Differs(f"{what}: expected {expected}, seen {seen}")

    def _picture(self, window: QWidget, name: str) -> None:
        file = f"{name}_{self._chosen_theme}_{self._chosen_language}.png"
        wait_for(50)
        if not window.grab().save(str(self._folder / file)):
            raise Differs(f"picture {file} could not be saved")
        (self._folder / file).chmod(0o644)

    def _say(self, what: str) -> None:
        print(f"{time.perf_counter() - self._begun:7.2f} s  {what}", flush=True)


def wait_for(milliseconds: int) -> None:
    """Lets the program work; unlike QTest.qWait it leaves the other thread its turn."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _words_of(widget: QWidget) -> Iterator[str]:
    """What a screen reader says of it; of a table or list, its first rows."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    model = widget.model() if isinstance(widget, QAbstractItemView) else None
    if model is not None:
        for row in range(min(model.rowCount(), 30)):
            for column in range(model.columnCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                    yield str(model.index(row, column).data(role) or "")


def _goods() -> list[Product]:
    """Four favourites that are on the shelf, sold by the piece, each with a name of its own."""
    return [
        product
        for product in catalogue.favourites()
        if product.unit != "kg" and (product.available or 0) > 20_000
    ][:4]


def _newest_order() -> OrderRow:
    return order_history.find(Search(), limit=1)[0]


def _orders_today() -> int:
    return statistics.dashboard(MOMENT[0], MOMENT[0]).now.sums.orders


def main() -> int:
    """Plays it as the command line says; without a desktop, on no screen at all."""
    parser = argparse.ArgumentParser(prog="tests.tour", description="Plays the main job by itself.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--language", default="id", choices=tuple(LANGUAGES))
    parser.add_argument("--theme", default="light", choices=("light", "dark"))
    parser.add_argument("--days", type=int, default=90, help="how long the shop has been open")
    given = parser.parse_args()
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & {*os.environ}:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return play(given.folder, given.language, given.theme, given.days)


if __name__ == "__main__":
    raise SystemExit(main())
