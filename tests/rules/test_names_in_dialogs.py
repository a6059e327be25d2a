"""What a screen reader says is there in every dialog, every page of the settings, and behind every
page that a window can turn to."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from gui.first_run.dialog import FirstRunDialog
from gui.first_run.join_page import JoinPage
from gui.first_run.policy_page import PolicyPage
from gui.first_run.products_page import ProductsPage
from gui.first_run.shop_page import ShopPage
from gui.printing.preview import Preview
from gui.settings.data.privacy import PolicyDialog
from gui.settings.devices.learn_dialog import LearnDialog
from gui.settings.page import _SECTIONS, SettingsPage
from gui.settings.shop.staff_codes import PinDialog
from gui.settings.station.key_dialog import KeyDialog
from gui.shell.app_context import AppContext
from gui.shell.command_palette import CommandPalette
from gui.shell.key_help import KeyHelp
from gui.shell.lock_screen import LockScreen
from gui.shell.report_dialog import ReportDialog
from gui.widgets.messages.confirmation import Question
from gui.words.language import Language
from models.print_spool import PrintRequest
from models.shop.opening import ShopInfo
from tests.readable import a_product, an_order
from tests.rules.conftest import read_and_tick
from tests.rules.source import subclasses
from tests.rules.test_windows import a_busy_hour, name, nameless, page

__all__ = ["name", "page"]  # fixtures


def preview(context: AppContext, window: QWidget) -> QWidget:
    placed = an_order(a_product("Teh"))
    return Preview(context, PrintRequest("receipt", placed.id), lambda request: None, window)


DIALOGS: dict[type[QWidget], Callable[[AppContext, QWidget], QWidget]] = {
    CommandPalette: lambda context, window: CommandPalette(window, context.theme, context.actions),
    KeyDialog: lambda context, window: KeyDialog(context, "order.pay", window),
    KeyHelp: lambda context, window: KeyHelp(window, context.theme, context.actions),
    LearnDialog: lambda context, window: LearnDialog(context, window),
    LockScreen: lambda context, window: LockScreen(context, "K1"),
    PinDialog: lambda context, window: PinDialog(context, "K1", window),
    PolicyDialog: lambda context, window: PolicyDialog(context.theme, "Policy", "", "Text", window),
    Preview: preview,
    Question: lambda context, window: Question(context.theme, "Sure?", "Gone.", "Remove", window),
    ReportDialog: lambda context, window: ReportDialog(context.theme, "Report", None, window),
}


@pytest.mark.parametrize("kind", DIALOGS, ids=lambda kind: kind.__name__)
def test_every_control_of_a_dialog_has_a_name(
    kind: type[QWidget], context: AppContext, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = DIALOGS[kind](context, window)
    qtbot.addWidget(dialog)
    dialog.show()
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
            dialog.go.click()


@pytest.mark.parametrize("section", _SECTIONS)
def test_every_page_of_the_settings_has_names(
    section: str, context: AppContext, qtbot: QtBot
) -> None:
    a_busy_hour()
    settings = SettingsPage(context)
    qtbot.addWidget(settings)
    settings.show()
    settings.show_section(section)
    settings.refresh()
    assert nameless_on_every_page(settings.section) == []


def test_every_page_a_window_can_turn_to_has_names(page: QWidget) -> None:
    assert nameless_on_every_page(page) == []


def test_no_dialog_is_forgotten() -> None:
    assert {*subclasses(QDialog)} - {*DIALOGS} == {FirstRunDialog}


def nameless_on_every_page(window: QWidget) -> list[str]:
    found = set(nameless(window))
    for pages in [window, *window.findChildren(QWidget)]:
        if isinstance(pages, QStackedWidget):
            for number in range(pages.count()):
                pages.setCurrentIndex(number)
                found |= set(nameless(window))
    return sorted(found)
