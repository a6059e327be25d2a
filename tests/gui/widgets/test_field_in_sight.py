"""A field that is missing, wrong or begun with is in sight, on every page that scrolls."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.first_run.dialog import FirstRunDialog
from gui.look.theme import Theme
from gui.shell.main_window import MainWindow
from gui.words.language import Language
from models.shop.opening import Shop
from tests.gui.keys_in_time import key_of

SIZES = [(1280, 640, 1.0), (960, 520, 2.0)]


@pytest.fixture(params=SIZES, ids=str)
def main_window(
    request: pytest.FixtureRequest, qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> Iterator[MainWindow]:
    width, height, scale = request.param
    application = Application(qapp, shop, tmp_path, "en", "light", text_scale=scale, immediate=True)
    main_window = application.start("home")
    main_window.resize(width, height)
    qtbot.waitActive(main_window)
    yield main_window
    application.close()


def press(window: QWidget, *names: str) -> None:
    for name in names:
        key = key_of(name)
        QTest.keyClick(window.focusWidget() or window, key.key(), key.keyboardModifiers())


def turn(field: QWidget) -> None:
    """One notch of the wheel, over the page that the field stands on."""
    window, page = field.window(), field.parentWidget()
    assert page is not None
    over = QPointF(page.mapTo(window, page.visibleRegion().boundingRect().center()))
    QTest.wheelEvent(window.windowHandle(), over, QPoint(0, -120))


def is_seen(widget: QWidget | None) -> bool:
    """From its upper to its lower edge."""
    assert widget is not None
    return bool(widget.visibleRegion().boundingRect().height() >= widget.height())


def is_cut(widget: QWidget) -> bool:
    return bool(0 < widget.visibleRegion().boundingRect().height() < widget.height())


def seen(qtbot: QtBot, window: QWidget) -> QWidget:
    """What has the focus, once it is in sight."""
    qtbot.waitUntil(lambda: is_seen(window.focusWidget()))
    focus = window.focusWidget()
    assert focus is not None
    return focus


def test_of_a_product(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.open("catalogue")
    press(main_window, "Ctrl+N")
    QTest.keyClicks(main_window.focusWidget(), "Teh")
    for _ in range(8):
        press(main_window, "Tab")
        seen(qtbot, main_window)
    press(main_window, "Ctrl+S")
    assert seen(qtbot, main_window).accessibleName() == "Price"


def test_of_a_product_that_was_scrolled_away(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.open("catalogue")
    press(main_window, "Ctrl+N")
    name = seen(qtbot, main_window)
    for _ in range(40):
        turn(name)
    press(main_window, "Ctrl+S")
    assert seen(qtbot, main_window) is name


def test_of_the_settings(main_window: MainWindow, qtbot: QtBot) -> None:
    main_window.open("settings").show_section("staff")  # type: ignore[attr-defined]
    pin = next(
        field for field in main_window.findChildren(QLineEdit) if "PIN" in field.accessibleName()
    )
    for _ in range(60):
        if main_window.focusWidget() is pin:
            break
        press(main_window, "Tab")
    assert seen(qtbot, main_window) is pin
    QTest.keyClicks(pin, "1")
    main_window.resize(main_window.width(), main_window.height() - 40)
    assert seen(qtbot, main_window) is pin
    press(main_window, "Return")
    assert seen(qtbot, main_window).property("wrong")


def test_of_the_columns_of_a_price_list(
    main_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "prices.csv"
    path.write_text("a,b,c,d\n1,2,3,4\n")
    main_window.open("catalogue", import_path=str(path))
    for _ in range(14):
        seen(qtbot, main_window)
        press(main_window, "Tab")


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
def test_of_the_first_run(
    width: int, height: int, scale: float, language: Language, qtbot: QtBot
) -> None:
    dialog = FirstRunDialog(Theme("light", scale), language, place="shop.sqlite3")
    qtbot.addWidget(dialog)
    dialog.resize(width, height)
    dialog.show()
    qtbot.waitActive(dialog)
    press(dialog, "End", "Space", "Return")
    for _ in range(12):
        seen(qtbot, dialog)
        press(dialog, "Tab")


def test_what_is_clicked_stays_under_the_pointer(main_window: MainWindow, qtbot: QtBot) -> None:
    """A page that moved between press and release would let the click miss."""
    main_window.open("catalogue")
    press(main_window, "Ctrl+N")
    begun = seen(qtbot, main_window)
    while (cut := next(filter(is_cut, main_window.findChildren(QLineEdit)), None)) is None:
        turn(begun)
    place = cut.mapTo(main_window, QPoint())
    QTest.mouseClick(
        cut, Qt.MouseButton.LeftButton, pos=cut.visibleRegion().boundingRect().center()
    )
    assert main_window.focusWidget() is cut
    assert cut.mapTo(main_window, QPoint()) == place
