"""What holds for every window there is: it speaks to screen readers, its lists keep Qt's contract,
and it is gone when it is closed."""

import gc
from weakref import ref

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.application import page_class
from gui.pages import PAGES
from gui.shell.app_context import AppContext
from gui.shell.page import Page
from models.fulfilment import fulfilment
from models.orders import orders
from tests.readable import a_product, an_order
from tests.rules.conftest import a_busy_hour, shown
from tests.rules.source import subclasses

CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit,
    QPlainTextEdit, QTextEdit,
)  # fmt: skip


def test_no_page_is_left_out_of_the_list_of_pages() -> None:
    """The command line, Home, the menu and the keys are made from it."""
    listed = {(page.module, page.kind) for page in PAGES.values()}
    assert {(kind.__module__, kind.__name__) for kind in subclasses(Page)} == listed
    assert {page.name for page in PAGES.values()} == {page_class(name).name for name in PAGES}


# --- accessible names -------------------------------------------------------------------------


def nameless(window: QWidget) -> list[str]:
    """The controls that a screen reader could only call `button` or `text field`."""
    return [
        f"{type(widget).__module__}.{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if is_control(widget) and not spoken_name(widget)
    ]


def is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return False
    above, within = widget.parent(), []
    while above is not None:
        within.append(above)
        above = above.parent()
    if any(isinstance(control, QAbstractSpinBox | QComboBox) for control in within):
        return False  # a part of a control that has a name
    if not widget.isVisibleTo(widget.window()) and isinstance(widget, QAbstractButton | QLineEdit):
        return False  # has its words when it is shown
    by_key = widget.focusPolicy() in (Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus)
    drawn_by_us = type(widget).__module__.startswith("gui.")
    return isinstance(widget, CONTROLS) or (by_key and drawn_by_us)


def spoken_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def test_every_control_has_a_name(page: Page) -> None:
    assert nameless(page) == []


def test_a_control_without_a_name_is_seen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    QPushButton("Pay", window)
    assert nameless(window) == []
    QPushButton(window)
    QLineEdit(window)
    assert len(nameless(window)) == 2


# --- lists ------------------------------------------------------------------------------------


def test_every_list_keeps_qt_s_contract(
    page: Page, context: AppContext, qapp: QApplication
) -> None:
    # A breach is a Qt warning, and a Qt warning fails a test.
    testers = [
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        for model in models_of(page)
    ]
    placed = an_order(a_product("Kopi"), a_product("Teh"))
    for deed in (
        fulfilment.make_ready,
        fulfilment.hand_over,
        fulfilment.undo_last_step,
        orders.cancel,
    ):
        context.feed.read()
        qapp.processEvents()
        deed(placed.id)
    context.feed.read()
    qapp.processEvents()
    page.refresh()
    del testers


def models_of(page: Page) -> set[QAbstractItemModel]:
    views = [view.model() for view in page.findChildren(QAbstractItemView)]
    return {model for model in [*views, *page.findChildren(QAbstractItemModel)] if model}


# --- the end of a window ----------------------------------------------------------------------


def test_a_window_that_is_closed_is_gone(name: str, context: AppContext) -> None:
    a_busy_hour()
    page = shown(name, context)
    gone = ref(page)
    page.close()
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert gone() is None


def test_a_window_that_is_held_is_seen(context: AppContext) -> None:
    class Held(Page):
        def __init__(self, context: AppContext) -> None:
            super().__init__(context)
            context.feed.happened.connect(lambda events: self.hear(events))

        def hear(self, events: object) -> None: ...

    page = Held(context)
    held = ref(page)
    page.deleteLater()
    del page
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    gc.collect()
    assert held() is not None
