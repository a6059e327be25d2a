"""Asking for a file: first in the person's documents, afterwards where the last file was."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.runtime.station import Station

_FOLDER = "files/folder"


def last_folder(station: Station | None) -> Path:
    """Where a choice begins; a first run has no station yet."""
    kept = station.text(_FOLDER) if station is not None else ""
    if kept and Path(kept).is_dir():
        return Path(kept)
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def file_to_open(
    parent: QWidget, title: str, kinds: str, station: Station | None, present: str = ""
) -> str:
    """The path that was chosen, empty when none was."""
    begin = present or str(last_folder(station))
    path, _ = QFileDialog.getOpenFileName(parent, title, begin, kinds)
    return _kept(path, station)


def file_to_save(parent: QWidget, title: str, name: str, kinds: str, station: Station) -> str:
    """The path to write to, empty when none was chosen; `name` is proposed.

    Of several `kinds` (`A (*.a);;B (*.b)`) the one that was chosen says how the name ends.
    """
    begin = str(last_folder(station) / name)
    path, kind = QFileDialog.getSaveFileName(parent, title, begin, kinds)
    return _kept(_ending_as(path, kind, kinds.split(";;")), station)


def _ending_as(path: str, kind: str, kinds: list[str]) -> str:
    endings = [one.partition("(*")[2].rstrip(")") for one in kinds]
    wanted = kind.partition("(*")[2].rstrip(")")
    if not path or len(kinds) < 2 or not wanted:
        return path
    own = max((one for one in endings if path.endswith(one)), key=len, default="")
    return path if own == wanted else path.removesuffix(own) + wanted


def folder_to_use(parent: QWidget, title: str, station: Station) -> str:
    """The folder that was chosen, empty when none was."""
    return QFileDialog.getExistingDirectory(parent, title, str(last_folder(station)))


def _kept(path: str, station: Station | None) -> str:
    if path and station is not None:
        station.remember(_FOLDER, str(Path(path).parent))
    return path
