"""The wheel scrolls the page: no box anywhere takes the focus or another value by it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QScrollArea,
    QScrollBar,
    QStackedWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.first_run.dialog import FirstRunDialog
from gui.settings.page import SettingsPage
from gui.shell.app_context import AppContext
from gui.widgets.fields.boxes import ChoiceBox, NumberBox


def turn(widget: QWidget) -> None:
    """Three notches down with the pointer over the middle of it, as they come from the system."""
    window = widget.window()
    place = QPointF(widget.mapTo(window, widget.rect().center()))
    for _ in range(3):
        QTest.wheelEvent(window.windowHandle(), place, QPoint(0, -120))


def boxes(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        is_box = isinstance(widget, QComboBox | QAbstractSpinBox | QAbstractSlider)
        if is_box and not isinstance(widget, QScrollBar):
            yield widget


def value(box: QWidget) -> object:
    if isinstance(box, QComboBox):
        return box.currentIndex(), box.currentText()
    return box.text() if isinstance(box, QAbstractSpinBox) else box.value()  # type: ignore[attr-defined]


def turned_by_the_wheel(window: QWidget) -> list[str]:
    """The boxes on all pages of the window that answer to the wheel, with the focus or without."""
    found = set()
    for pages in [window, *window.findChildren(QStackedWidget)]:
        for number in range(pages.count() if isinstance(pages, QStackedWidget) else 1):
            if isinstance(pages, QStackedWidget):
                pages.setCurrentIndex(number)
            for box in boxes(window):
                if not box.isVisible():
                    continue
                for has_focus in (False, True):
                    bring_into_view(box)
                    give_focus(box, has_focus)
                    before = value(box)
                    turn(box)
                    if value(box) != before or (box.hasFocus() and not has_focus):
                        found.add(f"{type(box).__name__} {box.accessibleName()}")
    return sorted(found)


def give_focus(box: QWidget, has_focus: bool) -> None:
    if has_focus:
        box.setFocus()
    elif (focus := QApplication.focusWidget()) is not None:
        focus.clearFocus()


def bring_into_view(box: QWidget) -> None:
    above = box.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(box)
        above = above.parentWidget()


def test_no_page_has_a_box_that_the_wheel_turns(page: QWidget) -> None:
    assert turned_by_the_wheel(page) == []


def test_no_page_of_the_settings_has_one(settings: SettingsPage) -> None:
    assert turned_by_the_wheel(settings) == []


def test_no_dialog_has_one(dialog: QWidget) -> None:
    assert turned_by_the_wheel(dialog) == []


def test_the_first_run_has_none(first_run: FirstRunDialog) -> None:
    assert list(boxes(first_run))
    assert turned_by_the_wheel(first_run) == []


def test_the_page_scrolls_where_a_box_is_under_the_pointer(
    context: AppContext, qtbot: QtBot
) -> None:
    settings = SettingsPage(context)
    qtbot.addWidget(settings)
    settings.resize(960, 400)
    settings.show()
    settings.show_section("shop")
    area = settings.section.findChild(QScrollArea)
    assert isinstance(area, QScrollArea)
    zone = next(boxes(settings.section))
    area.ensureWidgetVisible(zone)
    before = area.verticalScrollBar().value()
    turn(zone)
    assert area.verticalScrollBar().value() > before


@pytest.mark.parametrize("kind", [ChoiceBox, NumberBox])
def test_a_box_keeps_its_value_with_the_focus_too(
    kind: type[ChoiceBox | NumberBox], qtbot: QtBot
) -> None:
    box = kind()
    if isinstance(box, ChoiceBox):
        box.addItems(["Asia/Jakarta", "Asia/Jayapura", "Asia/Makassar"])
    qtbot.addWidget(box)
    box.show()
    box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    before = value(box)
    turn(box)
    assert value(box) == before
    QTest.keyClick(box, Qt.Key.Key_Down if isinstance(box, ChoiceBox) else Qt.Key.Key_Up)
    assert value(box) != before


def test_the_wheel_scrolls_a_list_that_is_open(qtbot: QtBot) -> None:
    box = ChoiceBox()
    box.addItems([f"Zone {number}" for number in range(200)])
    qtbot.addWidget(box)
    box.show()
    box.showPopup()
    qtbot.waitUntil(box.view().isVisible)
    turn(box.view().viewport())
    assert box.view().verticalScrollBar().value() > 0
    box.hidePopup()
    assert box.currentIndex() == 0
