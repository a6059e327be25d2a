"""Which versions of the program work in the shop: the newest that ever did is noted in it."""

import logging

from models import session
from models.errors import StorageError
from models.settings import preferences
from models.storage.database import transaction

log = logging.getLogger(__name__)


def is_newer(version: str, than: str) -> bool:
    """Whether one version came after the other; what is no version is older than all."""
    return _parts(version) > _parts(than)


def note() -> None:
    """Notes that this version works in the open shop, if none newer did, and if it can."""
    try:
        if is_newer(session.PROGRAM_VERSION, preferences.get(preferences.PROGRAM)):
            with transaction():
                preferences.write(preferences.PROGRAM, session.PROGRAM_VERSION)
    except StorageError as error:  # a full disk, a server that is away
        log.warning("the version is not noted: %s", error)


def newer_elsewhere() -> str:
    """The version that works in this shop on another computer and is newer; else empty."""
    newest = preferences.get(preferences.PROGRAM)
    return newest if is_newer(newest, session.PROGRAM_VERSION) else ""


def _parts(version: str) -> tuple[int, ...]:
    parts = version.split(".")
    return tuple(map(int, parts)) if all(part.isdecimal() for part in parts) else ()
