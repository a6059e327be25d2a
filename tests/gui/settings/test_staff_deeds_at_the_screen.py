"""The owner looks up what somebody did, by a button of the staff section; others may not."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.application import Application
from gui.settings.page import SettingsPage
from gui.settings.shop.deeds_dialog import DeedsDialog
from gui.settings.shop.staff_codes import StaffSection
from models.orders import held_carts
from models.settings import staff
from tests.readable import a_product, cart_of


def section_of(application: Application) -> StaffSection:
    page = application.front().page
    assert isinstance(page, SettingsPage)
    page.show_section("staff")
    assert isinstance(page.section, StaffSection)
    page.section.refresh()
    page.section.list.go_to(0)
    return page.section


def test_what_somebody_did_stands_in_a_window(application: Application) -> None:
    cart = cart_of(a_product("Teh"))
    staff.add("K1", staff.COUNTER)
    staff.add("P1", staff.OWNER, "2718")
    staff.sign_in("K1")
    application.context.run(partial(held_carts.hold, cart))
    staff.sign_in("P1", "2718")
    section = section_of(application)
    QTest.mouseClick(section.deeds_button, Qt.MouseButton.LeftButton)
    (dialog,) = section.findChildren(DeedsDialog)
    assert [dialog.list.model().index(0, column).data() for column in (1, 4)] == ["Cart held", ""]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    staff.sign_in("K1")
    assert not section_of(application).deeds_button.isEnabled()
