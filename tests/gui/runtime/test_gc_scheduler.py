"""Windows in reference cycles die on the GUI thread, never on the one that answers questions."""

import gc
import threading
import weakref

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from gui.input.actions import Actions
from gui.input.key_delivery import command_of
from gui.runtime.gc_scheduler import GcScheduler


class InACycle(QObject):
    died_on: threading.Thread | None = None

    def __init__(self) -> None:
        super().__init__()
        self.itself = self

    def __del__(self) -> None:
        InACycle.died_on = threading.current_thread()


def test_what_another_thread_allocates_does_not_collect_there(qtbot: QtBot) -> None:
    owner, before = QObject(), gc.isenabled()
    collector = GcScheduler(owner)
    thing = weakref.ref(InACycle())
    worker = threading.Thread(target=lambda: [[] for _ in range(200_000)])
    worker.start()
    worker.join()
    assert thing() is not None
    gc.collect(1)  # the small lists are gone; what is due now is decided here
    made = [[number] for number in range(5_000)]
    collector.look()
    gc.collect()
    assert thing() is None
    assert InACycle.died_on is threading.main_thread()
    assert len(made) == 5_000
    collector.close()
    assert gc.isenabled() == before


def test_a_window_keeps_nothing_that_was_looked_through_for_a_command(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)

    def look_through_a_page() -> None:
        page = QScrollArea(window)
        page.show()
        Actions().in_front(window)
        command_of(page, pressed)
        delete(page)

    def dead() -> dict[int, QObject]:
        gc.collect()
        found = gc.get_objects()
        return {id(o): o for o in found if isinstance(o, QObject) and not isValid(o)}

    look_through_a_page()
    before = dead()  # kept, so that no other object gets the same number
    look_through_a_page()
    assert dead() == before
