"""Where a file is looked for: in the documents first, then where the last one was."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.runtime.station import Station
from gui.shell.file_choice import file_to_open, file_to_save, last_folder


def test_the_first_choice_is_in_the_documents_and_the_next_where_the_last_was(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    lists = tmp_path / "lists"
    lists.mkdir()

    def choose(parent: QWidget, title: str, begin: str, kinds: str) -> tuple[str, str]:
        begun.append(begin)
        return str(lists / "prices.csv"), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.chdir(lists)
    station, window = Station(tmp_path), QWidget()
    qtbot.addWidget(window)
    assert last_folder(station) != lists
    assert file_to_open(window, "Import", "", station) == str(lists / "prices.csv")
    file_to_save(window, "Save", "refused.csv", "", station)
    assert begun[1:] == [str(lists / "refused.csv")]
    assert Path(begun[0]).is_dir()
    lists.rmdir()
    assert last_folder(station) != lists
