"""The short sounds of the shop: an order came in, was changed, is late, is ready, a question.

A sound is never the only sign. Each can be switched off at a station, and each can be repeated
until somebody has dealt with what it is about.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtWidgets import QApplication

from gui.look.theme import RESOURCES
from gui.runtime.station import Station

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

KINDS = ("new", "changed", "late", "question", "ready")
#: Seconds between a sound and its repetition.
AGAIN_AFTER = 20
#: Sounds that are repeated unless the station chose otherwise.
_INSISTENT = ("question",)
_QUIET, _LOUD = 0.6, 1.0


def is_on(station: Station, kind: str) -> bool:
    return station.yes(f"sound/{kind}", True)


def is_repeated(station: Station, kind: str) -> bool:
    return station.yes(f"sound/{kind}_again", kind in _INSISTENT)


def switch(station: Station, kind: str, on: bool) -> None:
    station.remember(f"sound/{kind}", on)


def repeat(station: Station, kind: str, on: bool) -> None:
    station.remember(f"sound/{kind}_again", on)


class Sounds(QObject):
    """Plays them, by the extra `sound` where it is installed, else as the system's beep."""

    def __init__(self, station: Station, parent: QObject) -> None:
        super().__init__(parent)
        self._station = station
        self._effects: dict[str, QSoundEffect] = {}
        self._waited: dict[str, int] = {}

    def play(self, kind: str, loud: bool = False) -> None:
        """One of `KINDS`, unless it is switched off here."""
        self._waited.pop(kind, None)
        if is_on(self._station, kind):
            self.try_out(kind, loud)

    def try_out(self, kind: str, loud: bool = False) -> None:
        """Plays it even where it is switched off."""
        effect = self._effect(kind)
        if effect is None:
            QApplication.beep()
        else:
            effect.setVolume(_LOUD if loud else _QUIET)
            effect.play()

    def remind(self, kind: str, pending: bool, loud: bool = False) -> None:
        """Called once a second: plays it again while what it is about is `pending`."""
        if not pending or not is_repeated(self._station, kind):
            self._waited.pop(kind, None)
            return
        self._waited[kind] = self._waited.get(kind, 0) + 1
        if self._waited[kind] >= AGAIN_AFTER:
            self.play(kind, loud)

    def _effect(self, kind: str) -> "QSoundEffect | None":
        try:
            from PySide6.QtMultimedia import QSoundEffect
        except ImportError:  # the extra is not installed
            return None
        if kind not in self._effects:
            effect = QSoundEffect(self)
            effect.setSource(QUrl.fromLocalFile(str(RESOURCES / "sounds" / f"{kind}.wav")))
            self._effects[kind] = effect
        return self._effects[kind]
