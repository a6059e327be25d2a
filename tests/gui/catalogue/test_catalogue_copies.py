"""What leaves the catalogue by key: prices for customers, and files."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui.answers import price_list_text
from gui.application import Application
from tests.gui.settings.keys import press
from tests.readable import a_product, pcs


@pytest.fixture(autouse=True)
def page(application: Application, qtbot: QtBot) -> None:
    for number in range(3):
        a_product(f"Teh {number}", 5_000, unit="ktk", category="Teh")
    a_product("Kopi", 2_000, unit="bks", on_hand=pcs(1))
    qtbot.waitActive(application.start("catalogue"))


def test_what_is_listed_is_copied_in_either_language(application: Application) -> None:
    press("Ctrl+Shift+C")
    text = QApplication.clipboard().text()
    assert text.startswith("*Harga di ")
    assert "- Kopi: Rp2.000/bks" in text
    press("F2", "T", "E", "H")
    application.context.feed.read()
    press("Ctrl+Alt+C")
    text = QApplication.clipboard().text()
    assert text.startswith("*Prices at ")
    assert "- Teh 2: Rp5.000/ktk" in text


def test_a_long_one_is_copied_message_by_message(monkeypatch: pytest.MonkeyPatch) -> None:
    short = partial(price_list_text.messages_of, length=60)
    monkeypatch.setattr("gui.catalogue.products.catalogue_copies.messages_of", short)
    copied = []
    for _ in range(5):
        press("Ctrl+Shift+C")
        copied.append(QApplication.clipboard().text())
    assert len(set(copied)) == 4
    assert copied[4] == copied[0]
    assert ["Teh 0" in copied[0], "(2/4)" in copied[1]] == [True, True]


@pytest.mark.parametrize(
    ("chosen", "kind", "written"),
    [
        ("list.csv", "CSV file (*.csv)", "list.csv"),
        ("list.csv", "Prices for customers (*.txt)", "list.txt"),
        ("list.csv", "CSV for a bot (*.bot.csv)", "list.bot.csv"),
        ("list.bot.csv", "CSV for a bot (*.bot.csv)", "list.bot.csv"),
        ("list", "CSV for a bot (*.bot.csv)", "list.bot.csv"),
        ("", "", ""),
    ],
)
def test_what_is_exported_is_what_was_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, chosen: str, kind: str, written: str
) -> None:
    given = str(tmp_path / chosen) if chosen else ""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (given, kind))
    press("Ctrl+Shift+S")
    assert [one.name for one in tmp_path.glob("list*")] == ([written] if written else [])
    if written.endswith(".txt"):
        assert "- Teh 1: Rp5.000/ktk" in (tmp_path / written).read_text("utf-8")
    elif written:
        text = (tmp_path / written).read_text("utf-8-sig")
        assert ("keywords" in text, "cost" in text) == ("bot" in written, "bot" not in written)
