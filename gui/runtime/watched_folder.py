"""Takes in what a gateway writes into a folder: each file is a message that waits for a counter.

What reads messages is imported when there is a folder: most stations watch none.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from models import session
from models.errors import ShopError, UnusableFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from gui.runtime.background import Background
    from gui.runtime.station import Station
    from models.events import Receipt
    from models.shopping_list.files.drop_folder import Afterwards, DropFolder, DroppedFile
    from models.shopping_list.files.incoming import Batch

    Answer = Callable[[str, Batch], Iterable[str]]
    Run = Callable[..., None]

log = logging.getLogger(__name__)

_LOOK = 2_000  # ms
#: Whoever asks something meanwhile waits for no more files than these.
_AT_ONCE = 50
_FOLDER, _AFTERWARDS, _ANSWERED = "watched/folder", "watched/afterwards", "watched/answered"


class WatchedFolder(QObject):
    """Looks every two seconds; off as long as this station has no folder.

    A message is put into the shop before anything becomes of its file, so that one that was half
    dealt with when the program ended is known again. `answer(name, batch)` gives the lines of the
    answer to a file, where one is wanted. What stands in the way is told once, and stays in
    `trouble` until it is gone.
    """

    changed = Signal()

    def __init__(self, background: Background, run: Run, station: Station, answer: Answer) -> None:
        super().__init__()
        self._background, self._run, self._station = background, run, station
        self._answer = answer
        self._place: DropFolder | None = None
        self._is_busy = False
        self._refused = ""
        self.trouble: UnusableFolder | None = None
        self._timer = QTimer(self, interval=_LOOK)
        self._timer.timeout.connect(self.look)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched, if one is."""
        kept = self._station.text(_FOLDER)
        return Path(kept) if kept else None

    @property
    def afterwards(self) -> Afterwards:
        """What becomes of a file that was taken in."""
        from models.shopping_list.files.drop_folder import Afterwards

        kept = self._station.text(_AFTERWARDS)
        return Afterwards(kept) if kept in set(Afterwards) else Afterwards.STAY

    @property
    def is_answered(self) -> bool:
        """Whether an answer is written beside each file."""
        return self._station.yes(_ANSWERED)

    def watch(self, folder: Path | None) -> None:
        """From now on this folder, or none."""
        if folder is None:
            self._station.forget(_FOLDER)
        else:
            self._station.remember(_FOLDER, str(folder))
        self._set(None)
        self.start()
        self.changed.emit()

    def become(self, afterwards: Afterwards) -> None:
        """Another thing becomes of the files that come from now on."""
        self._station.remember(_AFTERWARDS, afterwards.value)

    def set_answered(self, is_answered: bool) -> None:
        """Writes answers, or none."""
        self._station.remember(_ANSWERED, is_answered)

    def start(self) -> None:
        """Begins to look, if there is a folder; never in a shop to play with."""
        folder = self.folder
        if folder is None or session.current.is_training:
            self._place = None
            self._timer.stop()
            return
        from models.shopping_list.files.drop_folder import DropFolder

        self._place = DropFolder(folder)
        self._timer.start()

    def close(self) -> None:
        """Looks no more."""
        self._timer.stop()

    # --- one look --------------------------------------------------------------------------

    def look(self) -> None:
        """Takes in what rests since the look before; into a shop that is read only, later."""
        if self._place is None or self._is_busy or session.current.is_undecided:
            return
        self._is_busy = True
        look = partial(self._place.look, _AT_ONCE)
        found = partial(self._put, self._place)
        self._background.ask(look, found, failed=self._failed, owner=self)

    def _put(self, place: DropFolder, found: list[DroppedFile]) -> None:
        self._set(None)
        messages = [one for file in found if file.batch for one in file.batch.messages]
        if not found:
            self._is_busy = False
        elif messages:
            from models.shopping_list import inbox

            put = partial(inbox.put, messages)
            self._run(put, partial(self._settle, place, found), self._failed, self)
        else:
            self._settle(place, found)

    def _settle(
        self, place: DropFolder, found: list[DroppedFile], _: Receipt[int] | None = None
    ) -> None:
        answer = self._answer if self.is_answered else None
        work = partial(_settled, place, found, self.afterwards, answer)
        self._background.ask(work, self._settled, failed=self._failed, owner=self)

    def _settled(self, count: int) -> None:
        self._is_busy, self._refused = False, ""
        log.info("took in %d files of the watched folder", count)
        if count == _AT_ONCE:
            QTimer.singleShot(0, self, self.look)

    def _failed(self, error: BaseException) -> None:
        self._is_busy = False
        if not isinstance(error, UnusableFolder):
            kind = type(error).__name__
            if kind != self._refused:  # it is tried again at the next look
                log.error("the watched folder is not taken in: %s", kind)
            self._refused = kind
            if not isinstance(error, ShopError):
                raise error
            return
        before = self.trouble
        self._set(error)
        if before is None or before.reason != error.reason:
            log.error("the watched folder cannot be used: %s", error.reason)
            raise error  # and told

    def _set(self, trouble: UnusableFolder | None) -> None:
        is_news = str(trouble) != str(self.trouble)
        self.trouble = trouble
        if is_news:
            self.changed.emit()


def _settled(
    place: DropFolder, found: list[DroppedFile], afterwards: Afterwards, answer: Answer | None
) -> int:
    """How many files were dealt with. Raises `UnusableFolder` behind the first that cannot be."""
    for file in found:
        if file.batch is None:
            log.error("a file of the watched folder cannot be read")
        elif answer is not None:
            place.answer(file, answer(file.path.name, file.batch))
        place.settle(file, afterwards)
    return len(found)
