"""What this station cannot do is said in the header as long as it is so, and again at each try."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.shell.main_window import MainWindow
from gui.widgets.text.labels import Label
from models import clock, session
from models.catalogue.catalogue import add_product
from models.settings import privacy

pytestmark = pytest.mark.qt_no_exception_capture  # refusals fly to the program's own hook


@pytest.fixture
def undecided(application: Application, qtbot: QtBot, beeps: list[int]) -> Iterator[MainWindow]:
    """The counter of a shop of which the proof found something, with tea in the cart."""
    privacy.accept(privacy.policy("en"))
    add_product("Teh", 5_000)
    window = application.start("order_entry")
    window.resize(1366, 743)
    qtbot.waitActive(window)
    session.current.is_undecided = True
    QTest.keyClicks(window.focusWidget(), "teh")
    press(window, Qt.Key.Key_Return)
    yield window
    session.current.is_undecided = False


def press(window: MainWindow, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(window.focusWidget() or window, key)


def click(window: MainWindow, name: str) -> None:
    button = next(x for x in window.findChildren(QAbstractButton) if x.accessibleName() == name)
    assert button.isVisible()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    "keys",
    [(Qt.Key.Key_F10,), (Qt.Key.Key_F4, Qt.Key.Key_Return)],
    ids=["send", "hold"],
)
def test_a_shop_that_is_read_only_says_so_at_every_deed(
    undecided: MainWindow, keys: tuple[Qt.Key, ...]
) -> None:
    for _ in range(2):
        press(undecided, *keys)
        assert "until it is decided" in undecided.notice_text()
        click(undecided, "Close this notice")
        assert undecided.notice_text() == ""
    press(undecided, *keys)
    click(undecided, "What to do")
    assert undecided.page.name == "settings"


def test_its_header_never_says_saved(undecided: MainWindow, qtbot: QtBot) -> None:
    def says_saved() -> bool:
        return any(x.isVisible() and x.text() == "Saved" for x in undecided.findChildren(Label))

    qtbot.waitUntil(lambda: not says_saved())
    click(undecided, "Read only")
    assert "until it is decided" in undecided.notice_text()
    session.current.is_undecided = False
    qtbot.waitUntil(says_saved)


@pytest.mark.parametrize(
    ("ahead", "said"), [(60, "1:00:00 h behind that"), (-90, "1:30:00 h ahead of")]
)
def test_a_clock_that_is_another_than_the_servers_is_told_once(
    application: Application, qtbot: QtBot, ahead: int, said: str
) -> None:
    clock.go_by(ahead * clock.MINUTE)
    privacy.accept(privacy.policy("en"))
    window = application.start("order_entry")
    try:
        application.context.feed.looked.emit()
        assert said in window.notice_text()
        click(window, "Close this notice")
        application.context.feed.looked.emit()
        assert window.notice_text() == ""
    finally:
        clock.go_by(0)
