"""Where a shop's file lies when nobody said it: in a folder that stays on this machine."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from gui.runtime.data_folder import data_folder

Place = QStandardPaths.StandardLocation


def test_a_shop_of_before_is_found_where_windows_copies_it_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {
        Place.AppDataLocation: tmp_path / "Roaming",
        Place.AppLocalDataLocation: tmp_path / "Local",
    }
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda kind: str(places[kind]))
    assert data_folder() == tmp_path / "Local"
    (tmp_path / "Roaming").mkdir()
    assert data_folder() == tmp_path / "Roaming"
    (tmp_path / "Local").mkdir()
    assert data_folder() == tmp_path / "Local"


@pytest.mark.skipif(sys.platform == "win32", reason="they are two there")
def test_elsewhere_both_are_one() -> None:
    kinds = (Place.AppDataLocation, Place.AppLocalDataLocation)
    assert len({QStandardPaths.writableLocation(kind) for kind in kinds}) == 1
