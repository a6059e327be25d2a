"""A fault in the program becomes a report without orders in it; the counter goes on."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, qWarning
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.runtime.error_handler import QUIET_SECONDS, ErrorHandler, guarded
from gui.runtime.log_file import written_into
from gui.shell.announcements.report_dialog import ReportDialog
from models.errors import EmptyCart


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path, clock: Clock) -> Iterator[ErrorHandler]:
    with written_into(tmp_path / "logs"):
        context = ErrorHandler(tmp_path / "logs", clock)
        context.install()
        yield context
        context.close()


def fail(secret: str = "order 042 Indomie") -> None:
    raise ValueError(secret)


def throw() -> None:
    try:
        fail()
    except ValueError:
        sys.excepthook(*sys.exc_info())


def test_a_report_says_where_and_never_what(context: ErrorHandler, tmp_path: Path) -> None:
    reports: list[str] = []
    context.report_due.connect(reports.append)
    throw()
    assert "ValueError" in reports[0]
    assert "test_error_handler.py" in reports[0]
    assert "Indomie" not in reports[0]
    assert "Indomie" not in (tmp_path / "logs" / "botbelanja.log").read_text()
    assert "ValueError" in (tmp_path / "logs" / "botbelanja.log").read_text()


def test_the_same_fault_is_reported_once_in_half_a_minute(
    context: ErrorHandler, clock: Clock
) -> None:
    reports: list[str] = []
    context.report_due.connect(reports.append)
    for _ in range(50):
        throw()
    assert len(reports) == 1
    clock.now += QUIET_SECONDS
    throw()
    assert len(reports) == 2


def test_a_rule_of_the_shop_is_a_sentence_and_no_report(context: ErrorHandler) -> None:
    sentences: list[object] = []
    reports: list[str] = []
    context.sentence_due.connect(sentences.append)
    context.report_due.connect(reports.append)
    sys.excepthook(EmptyCart, EmptyCart(), None)
    assert [type(error) for error in sentences] == [EmptyCart]
    assert reports == []


def test_a_fault_on_another_thread_is_told_on_this_one(context: ErrorHandler, qtbot: QtBot) -> None:
    told_on: list[str] = []
    context.report_due.connect(lambda _: told_on.append(threading.current_thread().name))
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: told_on == [threading.main_thread().name])


def test_an_override_that_fails_gives_its_answer_and_tells(context: ErrorHandler) -> None:
    class Bad(QObject):
        @guarded(False)
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            raise ValueError

    reports: list[str] = []
    context.report_due.connect(reports.append)
    assert Bad().eventFilter(QObject(), QEvent(QEvent.Type.None_)) is False
    assert len(reports) == 1


def test_the_hooks_are_given_back(qapp: QApplication) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    context = ErrorHandler()
    context.install()
    assert sys.excepthook != before[0]
    context.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_the_report_can_be_copied(qtbot: QtBot, qapp: QApplication) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = ReportDialog(Theme("light"), "the report", None, parent)
    dialog.copy()
    assert qapp.clipboard().text() == "the report"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("QSoundEffect: playback of this format is not supported", logging.INFO),
        ("QPainter::begin: Paint device returned engine == 0", logging.WARNING),
    ],
)
def test_a_computer_that_plays_no_sounds_is_no_fault(
    qapp: QApplication, caplog: pytest.LogCaptureFixture, text: str, level: int
) -> None:
    handler = ErrorHandler()
    handler.install()
    try:
        with caplog.at_level(logging.INFO):
            qWarning(text)
    finally:
        handler.close()
    assert [(r.levelno, r.message) for r in caplog.records] == [(level, f"Qt: {text}")]
