"""The longest time in which no window could answer, while the statistics open and change.

CPU of the GUI thread in one turn of the loop, so that other programs do not count; the floor is
the aim of 20 ms.
"""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from models.demo import demo
from models.shop.opening import open_shop
from tests.benchmarks.metric import metric

AIM = 0.020  # s
PERIODS = ("7", "90", "365", "today", "28")


def measure(quick: bool) -> list[dict[str, Any]]:
    """One line for opening the window, one for all changes of the period."""
    from gui.application import Application

    qt = QApplication.instance() or QApplication([])  # noqa: TID251
    assert isinstance(qt, QApplication)
    with TemporaryDirectory() as folder, open_shop(str(Path(folder) / "shop.sqlite3")) as shop:
        demo.make_demo()
        application = Application(qt, shop, None, "en", "light")
        main_window = application.start("home")
        main_window.resize(1366, 768)
        _run(1500)

        def open_statistics() -> None:
            main_window.open("statistics")

        opening = _longest_turn(open_statistics)
        from gui.statistics.page import StatisticsPage  # loading it is a part of opening

        page = main_window.page
        assert isinstance(page, StatisticsPage)
        changing = max(
            _longest_turn(lambda period=period: page.choose(period))  # type: ignore[misc]
            for period in PERIODS[: 2 if quick else None]
        )
        application.close()
    return [
        metric("event loop held, opening the statistics", opening, AIM, "s"),
        metric("event loop held, another period", changing, AIM, "s"),
    ]


def _longest_turn(act: Callable[[], None], wait: int = 2500) -> float:
    """CPU seconds of the longest turn from `act` on."""
    turns: list[float] = []
    last = time.thread_time()

    def beat() -> None:
        nonlocal last
        now = time.thread_time()
        turns.append(now - last)
        last = now

    timer = QTimer(interval=0)
    timer.timeout.connect(beat)
    timer.start()
    QTimer.singleShot(0, act)
    _run(wait)
    timer.stop()
    return max(turns)


def _run(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
