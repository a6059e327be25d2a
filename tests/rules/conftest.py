"""Every window that a rule goes through: each page, section of the settings, dialog and first run.

They need a context, as the tests of windows do.
"""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.application import page_class
from gui.first_run.dialog import FirstRunDialog
from gui.first_run.policy_page import PolicyPage
from gui.pages import PAGES
from gui.printing.preview import Preview
from gui.settings.data.erasing import EraseDialog
from gui.settings.data.old_orders import OldOrdersDialog
from gui.settings.data.owners_login import OwnersLoginDialog
from gui.settings.data.privacy import PolicyDialog
from gui.settings.data.way_out import WayOutDialog
from gui.settings.devices.learn_dialog import LearnDialog
from gui.settings.page import _SECTIONS, SettingsPage
from gui.settings.shop.deeds_dialog import DeedsDialog
from gui.settings.shop.staff_dialogs import BadgeDialog, PinDialog
from gui.settings.station.key_dialog import KeyDialog
from gui.shell.announcements.report_dialog import ReportDialog
from gui.shell.announcements.whats_new import WhatsNew
from gui.shell.app_context import AppContext
from gui.shell.command_palette import CommandPalette
from gui.shell.guide.guide_window import GuideWindow
from gui.shell.page import Page
from gui.shell.sign_in.approval import ApprovalDialog
from gui.shell.sign_in.lock_screen import LockScreen
from gui.shell.sign_in.recovery import RecoveryCodeDialog, RecoveryDialog
from gui.widgets.messages.confirmation import Question
from gui.words.language import Language
from models.errors import NotAllowed
from models.fulfilment import fulfilment
from models.orders import held_carts, orders
from models.print_spool import PrintRequest
from models.session import new_request
from models.settings.staff import StaffCode
from tests.gui.conftest import context, language, said
from tests.readable import a_product, an_order, cart_of

__all__ = ["context", "language", "said"]


def a_busy_hour() -> None:
    """A shop in which every list has something to show."""
    noodles = a_product("Indomie", 3_500, category="Mi", favourite=1, on_hand=20_000)
    rice = a_product("Beras", 70_000, category="Beras", barcodes=["8991002101234"])
    done, ready, begun = (an_order(noodles, rice) for _ in range(3))
    fulfilment.make_ready(done.id)
    fulfilment.hand_over(done.id)
    fulfilment.make_ready(ready.id)
    fulfilment.pick(begun.id, 1)
    orders.cancel_line(begun.id, 1)
    an_order(rice, rush=True)
    held_carts.hold(cart_of(noodles), "Pesanan warung")


def shown(name: str, context: AppContext) -> Page:
    page = page_class(name)(context)
    page.resize(1366, 768)
    page.show()
    page.refresh()
    QCoreApplication.sendPostedEvents()
    return page


@pytest.fixture(params=sorted(PAGES))
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def page(name: str, context: AppContext, qtbot: QtBot) -> Page:
    a_busy_hour()
    page = shown(name, context)
    qtbot.addWidget(page)
    return page


@pytest.fixture(params=_SECTIONS)
def settings(request: pytest.FixtureRequest, context: AppContext, qtbot: QtBot) -> SettingsPage:
    """The settings, with one of their sections after the other."""
    a_busy_hour()
    page = SettingsPage(context)
    qtbot.addWidget(page)
    page.resize(1024, 600)
    page.show()
    page.show_section(str(request.param))
    page.refresh()
    return page


# --- dialogs ----------------------------------------------------------------------------------


def preview(context: AppContext, window: QWidget) -> QWidget:
    placed = an_order(a_product("Teh"))
    return Preview(context, PrintRequest("receipt", placed.id), lambda request: None, window)


_LARGE = NotAllowed(
    "orders.large_discount", ("owner",), True, {"discounts": [("Sabun", 4_000, 2_000)]}
)
#: Every dialog but the first run.
DIALOGS: dict[type[QWidget], Callable[[AppContext, QWidget], QWidget]] = {
    CommandPalette: lambda context, window: CommandPalette(
        window, context.theme, context.actions, context.open
    ),
    WayOutDialog: lambda context, window: WayOutDialog(context, window),
    EraseDialog: lambda context, window: EraseDialog(context, new_request(), window),
    OldOrdersDialog: lambda context, window: OldOrdersDialog(context, new_request(), window),
    OwnersLoginDialog: lambda context, window: OwnersLoginDialog(context.theme, "Restore", window),
    GuideWindow: lambda context, window: GuideWindow(
        window, context.theme, context.actions, context.format.language, "index"
    ),
    KeyDialog: lambda context, window: KeyDialog(context, "order.pay", window),
    LearnDialog: lambda context, window: LearnDialog(context, window),
    LockScreen: lambda context, window: LockScreen(context, "K1"),
    ApprovalDialog: lambda context, window: ApprovalDialog(context, new_request(), _LARGE, window),
    PinDialog: lambda context, window: PinDialog(
        context, StaffCode("K1", "counter", False, True, False), lambda _: None, window
    ),
    DeedsDialog: lambda context, window: DeedsDialog(context, "K1", window),
    BadgeDialog: lambda context, window: BadgeDialog(context, "K1", lambda _: None, window),
    RecoveryDialog: lambda context, window: RecoveryDialog(context, "P1", window),
    RecoveryCodeDialog: lambda context, window: RecoveryCodeDialog(context, "P1", "0-1", window),
    PolicyDialog: lambda context, window: PolicyDialog(context.theme, "Policy", "", "Text", window),
    Preview: preview,
    Question: lambda context, window: Question(context.theme, "Sure?", "Gone.", "Remove", window),
    ReportDialog: lambda context, window: ReportDialog(context.theme, "Report", None, window),
    WhatsNew: lambda context, window: WhatsNew(context.theme, "- Bells", window),
}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """Before which a dialog stands."""
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture(params=DIALOGS, ids=lambda kind: kind.__name__)
def dialog(
    request: pytest.FixtureRequest, context: AppContext, window: QWidget, qtbot: QtBot
) -> QWidget:
    dialog = DIALOGS[request.param](context, window)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


# --- the first run ----------------------------------------------------------------------------


@pytest.fixture
def first_run(context: AppContext, language: Language, qtbot: QtBot) -> FirstRunDialog:
    """A new shop's, behind the policy: there it asks."""
    dialog = FirstRunDialog(context.theme, language, place="shop.sqlite3")
    qtbot.addWidget(dialog)
    dialog.show()
    assert isinstance(dialog.page, PolicyPage)
    read_and_tick(dialog.page)
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    return dialog


def read_and_tick(page: PolicyPage) -> None:
    """The policy was read to its end and agreed to: the first run may go on."""
    QTest.keyClick(page.text, Qt.Key.Key_End)
    QTest.mouseClick(page.tick, Qt.MouseButton.LeftButton)
