"""Makes a proven backup every half hour in which something happened, without anybody asking."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from gui.runtime.background import Background
from models.journal import journal
from models.shop import backup

log = logging.getLogger(__name__)

_EVERY = 30 * 60_000  # ms


class BackupTimer(QObject):
    """Works on the background thread; a failure is logged and tried again half an hour later."""

    def __init__(self, background: Background, folder: Path) -> None:
        super().__init__()
        self._background, self._folder = background, folder
        self._kept_until = journal.newest()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Backs up now, if the journal has grown since the last time."""
        self._background.ask(self._back_up, self._kept, failed=self._failed, owner=self)

    def _back_up(self) -> int | None:
        if journal.newest() == self._kept_until:
            return None
        return backup.back_up_into(self._folder).entries

    def _kept(self, entries: int | None) -> None:
        if entries is not None:
            self._kept_until = entries
            log.info("backed up, %d journal entries", entries)

    def _failed(self, error: BaseException) -> None:
        log.error("not backed up: %s", error)
