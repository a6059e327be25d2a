"""A form at the foot of an order is filled in by Tab as well as by Enter."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.order_history.page import OrderHistoryPage
from models.fulfilment import fulfilment
from models.orders import order_history
from models.orders.payments import Tender
from tests.readable import a_product, an_order


def test_goods_come_back_by_tab_where_enter_was_meant(
    application: Application, qtbot: QtBot
) -> None:
    tea, salt = a_product("Tea", 5_000), a_product("Salt", 3_000)
    order = an_order(tea, salt, tenders=[Tender("cash", 8_000)])
    fulfilment.make_ready(order.id)
    fulfilment.hand_over(order.id)
    window = application.start("order_history")
    qtbot.waitActive(window)
    page = window.page
    assert isinstance(page, OrderHistoryPage)
    page.opened(order_id=order.id)
    qtbot.waitUntil(lambda: page.sheet.sheet is not None)
    form = page.sheet.return_form
    page.sheet.take_back()
    fields = list(form.quantities.values())
    qtbot.waitUntil(fields[0].hasFocus)
    handle = window.windowHandle()
    for key in (Qt.Key.Key_1, Qt.Key.Key_Tab, Qt.Key.Key_1, Qt.Key.Key_Tab):
        QTest.keyClick(handle, key)
        application.scanner.settle()
    assert [field.text() for field in fields] == ["1", "1"]
    visited: list[str] = []
    while not form.go.hasFocus():
        focus = window.focusWidget()
        assert focus is not None
        assert form.isAncestorOf(focus), visited
        visited.append(focus.accessibleName())
        QTest.keyClick(handle, Qt.Key.Key_Tab)
        application.scanner.settle()
    assert visited == [
        "Back onto the shelf", "Cash", "Why", "Exchange for other goods", "Back"
    ]  # fmt: skip
    form.restock.setFocus()
    QTest.keyClick(handle, Qt.Key.Key_Return)
    application.scanner.settle()
    assert [line.returned for line in order_history.sheet(order.id).lines] == [1000, 1000]
