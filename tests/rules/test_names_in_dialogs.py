"""What a screen reader says is there in every dialog, every page of the settings, and behind every
page that a window can turn to."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.first_run.dialog import FirstRunDialog
from gui.first_run.join_page import JoinPage
from gui.first_run.policy_page import PolicyPage
from gui.first_run.products_page import ProductsPage
from gui.first_run.shop_page import ShopPage
from gui.settings.page import SettingsPage
from gui.settings.shop.staff_dialogs import StaffDialog
from gui.shell.app_context import AppContext
from gui.shell.sign_in.approval import MeantDialog, OwnersDialog
from gui.shell.sign_in.prompt_dialog import PromptDialog
from gui.words.language import Language
from models.shop.gate import ShopInfo
from tests.rules.conftest import DIALOGS, read_and_tick
from tests.rules.source import subclasses
from tests.rules.test_windows import nameless


def test_every_control_of_a_dialog_has_a_name(dialog: QWidget) -> None:
    assert nameless_on_every_page(dialog) == []


@pytest.mark.parametrize(
    ("sign", "pages"),
    [
        (None, (PolicyPage, ShopPage, ProductsPage)),
        (ShopInfo("Toko Maju", "Asia/Makassar", ("Kasir 1",)), (PolicyPage, JoinPage)),
    ],
    ids=["new", "there"],
)
def test_every_page_of_the_first_run_has_names(
    context: AppContext,
    language: Language,
    qtbot: QtBot,
    sign: ShopInfo | None,
    pages: tuple[type[QWidget], ...],
) -> None:
    dialog = FirstRunDialog(context.theme, language, place="shop.sqlite3", sign=sign)
    qtbot.addWidget(dialog)
    dialog.show()
    for kind in pages:
        assert isinstance(dialog.page, kind)
        assert nameless_on_every_page(dialog) == []
        if isinstance(dialog.page, PolicyPage):
            read_and_tick(dialog.page)
        if kind is not pages[-1]:
            qtbot.waitUntil(lambda: dialog.listens)
            QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)


def test_every_page_of_the_settings_has_names(settings: SettingsPage) -> None:
    assert nameless_on_every_page(settings.section) == []


def test_every_page_a_window_can_turn_to_has_names(page: QWidget) -> None:
    assert nameless_on_every_page(page) == []


def test_no_dialog_is_forgotten() -> None:
    assert {*subclasses(QDialog)} - {*DIALOGS} == {
        FirstRunDialog,
        MeantDialog,
        OwnersDialog,
        PromptDialog,
        StaffDialog,
    }


def nameless_on_every_page(window: QWidget) -> list[str]:
    found = set(nameless(window))
    for pages in [window, *window.findChildren(QWidget)]:
        if isinstance(pages, QStackedWidget):
            for number in range(pages.count()):
                pages.setCurrentIndex(number)
                found |= set(nameless(window))
    return sorted(found)
