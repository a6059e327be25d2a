"""A long work before the first window says how far it is, and is stopped by a key."""

import threading
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.shell.progress_window import ProgressWindow


def test_escape_stops_what_may_be_stopped_and_how_far_it_is_is_seen(qtbot: QtBot) -> None:
    window = ProgressWindow(Theme("light"), "On its way", may_stop=True)
    bar = window.findChild(QProgressBar)
    assert bar is not None
    seen: list[tuple[int, int]] = []
    pressed = threading.Event()

    def press() -> None:
        if bar.maximum() != 10:  # it has not said anything yet
            QTimer.singleShot(1, window, press)
            return
        seen.append((bar.value(), bar.maximum()))
        QTest.keyClick(window, Qt.Key.Key_Escape)
        assert not window.stop.isEnabled()
        pressed.set()

    def work(progress: Callable[[int, int], bool]) -> str:
        assert progress(3, 10)
        assert pressed.wait(60)
        return "went on" if progress(4, 10) else "stopped"

    QTimer.singleShot(0, window, press)
    assert window.watching(work) == "stopped"
    assert seen == [(3, 10)]
