"""A shop's file that is moved, deleted or replaced while it is open takes nothing in any more.

The system lets a program go on writing into a file that nobody will ever find again. So every
verb looks first whether the file that is open still stands in its place.
"""

from pathlib import Path
from typing import Any

from models.errors import ShopFileMoved
from models.storage.sqlite_driver import Engine


class ShopFile(Engine):
    """An SQLite file that is known again by the number that the system gave it."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._known: tuple[int, int] | None = None
        super().__init__(*given, **named)
        self._path = Path(self.database)

    def check(self) -> None:
        """Raises `ShopFileMoved` when another file, or none, stands where this one was opened."""
        if self._known is not None and self._present() != self._known:
            raise ShopFileMoved(str(self.database))

    def forget(self) -> None:
        """The next file that is opened here is meant to be another one."""
        self._known = None

    def _connect(self) -> Any:
        self.check()  # else an empty file would be made where the shop was
        connection = super()._connect()  # type: ignore[misc]
        self._known = self._present()
        return connection

    def _present(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except OSError:
            return None
        return found.st_dev, found.st_ino
