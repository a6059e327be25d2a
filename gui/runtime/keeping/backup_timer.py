"""Makes a proven backup every half hour in which something happened, without anybody asking."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gui.runtime.background import Background
from gui.runtime.station import Station
from models import clock
from models.errors import BackupFailed
from models.journal import journal
from models.shop import backup

log = logging.getLogger(__name__)

_LOOK = 60_000  # ms between two looks whether backups can be made at all
_EVERY = 30 * clock.MINUTE
_FIRST = 3_000  # ms: whoever starts without a way back shall know
_SECOND_FOLDER = "second_backup_folder"


def second_folder(station: Station) -> Path | None:
    """Where this station puts every backup once more: a stick, a folder that a cloud copies."""
    kept = station.text(_SECOND_FOLDER)
    return Path(kept) if kept else None


class BackupTimer(QObject):
    """Works on the background thread; looks every minute whether a backup could be made.

    What stands in the way is told and logged once, and stays in `trouble` until it is gone.
    """

    changed = Signal()

    def __init__(self, background: Background, folder: Path, station: Station) -> None:
        super().__init__()
        self._background, self._folder, self._station = background, folder, station
        #: Up to which entry the newest backup goes, and when (UTC ms) it was made; None until the
        #: first look, because no window waits for the folder.
        self._kept: tuple[int, int] | None = None
        self._is_wanted = False
        self.trouble: BackupFailed | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        QTimer.singleShot(_FIRST, self, self.look)

    @property
    def second(self) -> Path | None:
        """The second folder, if there is one."""
        return second_folder(self._station)

    def use_second(self, folder: Path | None) -> None:
        """Puts every backup there as well from now on, or nowhere else."""
        if folder is None:
            self._station.forget(_SECOND_FOLDER)
        else:
            self._station.remember(_SECOND_FOLDER, str(folder))
        self._is_wanted = True
        self.look()

    def look(self) -> None:
        """Backs up now, if it is time and the journal has grown; else looks whether it could."""
        self._background.ask(self._work, self._worked, failed=self._failed, owner=self)

    def _work(self) -> int | None:
        second = self.second
        if self._kept is None:
            # What was done after it, before a power cut or on a server, is due at once.
            self._kept = backup.newest_kept(self._folder) or (journal.newest(), clock.now())
        kept_until, made_at = self._kept
        is_time = self._is_wanted or clock.now() - made_at >= _EVERY
        if is_time and journal.newest() != kept_until:
            return backup.back_up_into(self._folder, second).entries
        backup.check_folder(self._folder, make=True)
        if second is not None:
            backup.check_folder(second)
        return None

    def _worked(self, entries: int | None) -> None:
        if entries is not None:
            self._kept, self._is_wanted = (entries, clock.now()), False
            log.info("backed up, %d journal entries", entries)
        if self.trouble is not None:
            log.info("backups can be made again")
        self._set(None)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, BackupFailed):
            log.error("not backed up: %s", error)
            return
        before = self.trouble
        self._set(error)
        if before is None or str(before) != str(error):
            log.error("no backup can be made in %s: %s", error.folder, error.reason)
            raise error  # and told

    def _set(self, trouble: BackupFailed | None) -> None:
        is_news = str(trouble) != str(self.trouble)
        self.trouble = trouble
        if is_news:
            self.changed.emit()
