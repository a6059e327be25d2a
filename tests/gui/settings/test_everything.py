"""Settings, Database and backup: everything is taken away in a folder, by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.settings.data.everything import EverythingCard
from gui.settings.data.storage import StorageSection
from gui.settings.page import SettingsPage
from gui.shell.main_window import MainWindow
from models.shop.take_away import FILES


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
        application.apply_settings(language=language)
        qtbot.waitUntil(lambda: application.main_windows[0] is not window)
        window = application.main_windows[0]
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
    assert QApplication.focusWidget() is not None
    assert button.isEnabled()
