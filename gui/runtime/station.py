"""What this station remembers between two days: where windows stood, which page opens first.

These are habits of a screen, not choices for the shop (those are preferences, in the shop).
The file is made when the first habit is written, and no window is built before the privacy
policy is accepted, so declining it leaves nothing behind.
"""

from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path
from secrets import token_hex
from weakref import ReferenceType, ref

from PySide6.QtCore import QByteArray, QLockFile, QObject, QSettings
from shiboken6 import isValid

from models import session
from models.settings import privacy
from models.storage import locations, server_address
from models.storage.server_address import PASSWORDS

_CONSENT = "consent"
HEADS = "heads"
VERSION = "version"  # of the program that worked here last


@dataclass(frozen=True, slots=True)
class StationSlot:
    """One window of one running program. `key` names it in the shop, across all machines."""

    number: int = 0
    key: str = ""


class Station:
    """Reads and writes `station.ini` in the data folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._settings: QSettings | None = None
        self._unkept: dict[str, object] = {}
        self._slots: dict[str, dict[int, ReferenceType[QObject]]] = {}
        self._claims: dict[str, QLockFile] = {}

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

    # --- shops -----------------------------------------------------------------------------

    def consent(self, place: str) -> str:
        """The version of the policy that was accepted here for the shop at `place`, or empty."""
        return self.text(_consent_key(place))

    def keep_consent(self, place: str, version: str) -> None:
        """Remembers that; from now on this station is at home in that shop."""
        self.remember(_consent_key(place), version)

    @property
    def is_of_first_version(self) -> bool:
        """Whether it has habits, but from a time when it did not keep where it has accepted."""
        settings = self._file()
        return settings is not None and _CONSENT not in settings.childGroups()

    # --- slots -----------------------------------------------------------------------------

    def slot(self, kind: str, owner: QObject, number: int | None = None) -> StationSlot:
        """Counts the windows of one kind that are open at once, from 0, in all programs here.

        A slot is free again when its owner is gone or its program has ended, however that was;
        with `number` it is handed on to `owner`.
        """
        slots = self._taken(kind, owner)
        if number is None:
            number = next(at for at in count() if at not in slots and self._claim(kind, at))
        self._slots[kind] = {**slots, number: ref(owner)}
        return StationSlot(number, self._key(number))

    def is_free(self, kind: str, key: str) -> bool:
        """Whether nobody on this machine sits there; False for the slots of other machines."""
        number = key.partition("@")[0] or "1"
        if not number.isdecimal() or self._key(int(number) - 1) != key:
            return False
        at = int(number) - 1
        if at in self._taken(kind) or not self._claim(kind, at):
            return False
        if claim := self._claims.get(self._claim_name(kind, at)):
            claim.unlock()
        return True

    def _taken(
        self, kind: str, besides: QObject | None = None
    ) -> dict[int, ReferenceType[QObject]]:
        """The slots of this program at which somebody sits."""
        return {
            at: owner
            for at, owner in self._slots.get(kind, {}).items()
            if (sitting := owner()) is not None and isValid(sitting) and sitting is not besides
        }

    def _claim(self, kind: str, number: int) -> bool:
        """Whether the slot is this program's now. The system lets go of it when that ends."""
        if self._folder is None:
            return True
        self._folder.mkdir(parents=True, exist_ok=True)
        name = self._claim_name(kind, number)
        if name not in self._claims:
            self._claims[name] = QLockFile(str(self._folder / name))
            self._claims[name].setStaleLockTime(0)  # only a program that has ended lets go
        return self._claims[name].isLocked() or self._claims[name].tryLock(0)

    def _claim_name(self, kind: str, number: int) -> str:
        station = "".join(c if c.isalnum() else "_" for c in session.current.station)
        return f"{kind}-{station}-{number + 1}.seat"

    def _key(self, number: int) -> str:
        """The slot's number, and a word that this machine's programs have in common."""
        if self._folder is None:
            return str(number + 1) if number else ""
        if not (machine := self.text("machine")):
            machine = token_hex(4)
            self.remember("machine", machine)
            self.sync()
        return f"{number + 1}@{machine}"

    def sync(self) -> None:
        """Other programs of this station read what was remembered."""
        if self._settings is not None:
            self._settings.sync()

    def close(self) -> None:
        self.sync()
        for claim in self._claims.values():
            claim.unlock()

    def files(self) -> list[Path]:
        """What is kept of this station, without the slots at which other programs sit."""
        if self._folder is None:
            return []
        slots = [QLockFile(str(path)) for path in self._folder.glob("*.seat")]
        for slot in slots:
            slot.setStaleLockTime(0)
            if slot.tryLock(0):  # whoever sat there has ended
                slot.unlock()
        own = (self._folder / "station.ini", self._folder / PASSWORDS)
        return [*own, *self._folder.glob(f"{HEADS}/*")]

    @property
    def heads(self) -> Path | None:
        """The folder in which the newest entries of the shops are noted."""
        return self._folder / HEADS if self._folder else None

    def _read(self, key: str) -> object:
        settings = self._file()
        return self._unkept.get(key) if settings is None else settings.value(key)

    def _file(self) -> QSettings | None:
        if self._settings is None and self._folder is not None:
            path = self._folder / "station.ini"
            self._settings = QSettings(str(path), QSettings.Format.IniFormat)
        return self._settings


def _consent_key(place: str) -> str:
    """A name for the shop that says neither its folder nor its server."""
    return f"{_CONSENT}/{sha256(place.encode()).hexdigest()[:16]}"


def go_to(folder: Path, url: str) -> None:
    """From now on the shop of this station is at `url`; what was accepted in it stays accepted."""
    station = Station(folder)
    station.remember("database", url)
    station.keep_consent(locations.shown(url), privacy.policy().version)
    station.close()
    if locations.is_postgres(url):
        passwords = folder / server_address.PASSWORDS
        server_address.forget_other_names(server_address.read(url), passwords)
