"""What this station remembers between two days: where windows stood, which room opens first.

These are habits of a screen, not choices for the shop (those are preferences, in the shop).
The file is made when the first habit is written, and no window is built before the privacy
policy is accepted, so declining it leaves nothing behind.
"""

from itertools import count
from pathlib import Path
from weakref import ReferenceType, ref

from PySide6.QtCore import QByteArray, QObject, QSettings
from shiboken6 import isValid


class Station:
    """Reads and writes `station.ini` in the data folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._settings: QSettings | None = None
        self._unkept: dict[str, object] = {}
        self._seats: dict[str, dict[int, ReferenceType[QObject]]] = {}

    @property
    def folder(self) -> Path | None:
        """Where the habits are kept; the logs are in `logs` beside them."""
        return self._folder

    def text(self, key: str, default: str = "") -> str:
        value = self._read(key)
        return default if value is None else str(value)

    def number(self, key: str, default: float) -> float:
        value = self._read(key)
        try:
            return default if value is None else float(str(value))
        except ValueError:
            return default

    def yes(self, key: str, default: bool = False) -> bool:
        value = self._read(key)
        return default if value is None else str(value).lower() in ("true", "1")

    def place(self, key: str) -> QByteArray:
        """The bytes that QWidget.restoreGeometry or QHeaderView.restoreState understands."""
        value = self._read(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def remember(self, key: str, value: str | float | bool | QByteArray) -> None:
        settings = self._file()
        if settings is None:
            self._unkept[key] = value
        else:
            settings.setValue(key, value)

    def forget(self, key: str) -> None:
        """As if it had never been remembered."""
        settings = self._file()
        if settings is None:
            self._unkept.pop(key, None)
        else:
            settings.remove(key)

    def seat(self, kind: str, owner: QObject, number: int | None = None) -> int:
        """Counts the windows of one kind that are open at once, from 0.

        A seat is free again when its owner is gone; with `number` it is handed on to `owner`.
        """
        seats = {
            at: other
            for at, other in self._seats.get(kind, {}).items()
            if (sitting := other()) is not None and isValid(sitting) and sitting is not owner
        }
        if number is None:
            number = next(at for at in count() if at not in seats)
        self._seats[kind] = {**seats, number: ref(owner)}
        return number

    def close(self) -> None:
        if self._settings is not None:
            self._settings.sync()

    def _read(self, key: str) -> object:
        settings = self._file()
        return self._unkept.get(key) if settings is None else settings.value(key)

    def _file(self) -> QSettings | None:
        if self._settings is None and self._folder is not None:
            path = self._folder / "station.ini"
            self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        return self._settings
