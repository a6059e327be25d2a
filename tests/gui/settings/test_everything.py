"""Settings, Database and backup: everything is taken away in a folder, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.settings.data.erasing import EraseDialog
from gui.settings.data.everything import EverythingCard
from gui.settings.data.storage import StorageSection
from gui.settings.page import SettingsPage
from gui.settings.shop.shop import ShopSection
from gui.shell.main_window import MainWindow
from models.session import new_request
from models.settings import staff
from models.shop.places.take_away import FILES
from tests.journeys.person import TYPIST
from tests.readable import a_product


@pytest.fixture
def window(application: Application) -> MainWindow:
    return application.main_windows[0]


def card_of(window: MainWindow) -> EverythingCard:
    page = window.page
    assert isinstance(page, SettingsPage)
    page.show_section("storage")
    section = page.section
    assert isinstance(section, StorageSection)
    return section.everything


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("Every payment and", "This text.")), ("id", ("Semua pembayaran dan", "Teks ini."))],
)
def test_save_everything_by_key_with_a_readme_in_the_persons_language(
    application: Application, window: MainWindow, qtbot: QtBot, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, language: str, words: tuple[str, ...],
) -> None:  # fmt: skip
    if language != application.language.current:
        before = window.page
        application.apply_settings(language=language)
        qtbot.waitUntil(lambda: window.page is not before)
    place = tmp_path / "stick"
    place.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    button = card_of(window).save_button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    (folder,) = place.iterdir()
    text = (folder / "README.txt").read_text("utf-8")
    assert sorted(path.name for path in folder.iterdir()) == sorted(FILES)
    for name in FILES:
        assert f"{name}\n    " in text
    for word in words:
        assert word in text
    assert QApplication.focusWidget() is button
    assert button.isEnabled()


def test_all_that_is_to_be_erased_can_be_read_(window: MainWindow) -> None:
    staff.add("P1", staff.OWNER, "2718")
    staff.sign_in("P1", "2718")
    dialog = EraseDialog(window.page.context, new_request(), window)
    dialog.open()
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QLineEdit), dialog.verb]
    for part in filter(QWidget.isVisible, parts):
        needed = part.heightForWidth(part.width()) if part.hasHeightForWidth() else 0
        assert part.height() >= max(needed, part.minimumSizeHint().height()), part
    dialog.close()
    staff.sign_out()


def test_an_owner_s_badge_erases_once_the_word_is_typed(
    application: Application, window: MainWindow, qtbot: QtBot
) -> None:
    badge = "STF-0000999"
    staff.add("P1", staff.OWNER, "2718")
    staff.sign_in("P1", "2718")
    staff.set_badge("P1", badge)
    request = new_request()
    dialog = EraseDialog(window.page.context, request, window)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)

    def scan() -> None:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, badge)
        QTest.keyClick(focus, Qt.Key.Key_Return)
        application.scanner.settle()

    scan()
    assert dialog.isVisible()
    assert window.page.name == "settings", "no goods are looked for behind it"
    assert QApplication.focusWidget() is dialog.word
    QTest.keyClicks(dialog.word, "ERASE", delay=TYPIST)
    scan()
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.result() == EraseDialog.DialogCode.Accepted
    assert request.approved_by == "P1"
    staff.sign_out()


def test_a_label_of_goods_is_sold_and_never_stands_in_a_field(
    application: Application, window: MainWindow
) -> None:
    a_product("Gula", barcodes=["8991003"])
    for name in ("shop", "staff", "appearance"):
        application.open("settings", section=name)
        for digit in "8991003":
            QTest.keyClick(window.windowHandle(), Qt.Key(ord(digit)))
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Return)
        application.scanner.settle()
        assert window.page.name == "order_entry", name
    application.open("settings", section="shop")
    page = window.page
    assert isinstance(page, SettingsPage)
    section = page.section
    assert isinstance(section, ShopSection)
    assert section.qris.payload == ""
