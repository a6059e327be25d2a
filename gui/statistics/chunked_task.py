"""Does long work in small pieces, one at each turn of the loop, so that keys never wait."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer


class ChunkedTask(QObject):
    """Pieces are plain calls without answers; `owner` takes what is left with it when it goes."""

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self._left: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._do_next)

    @property
    def at_rest(self) -> bool:
        """Whether nothing is left to be done."""
        return not self._left

    def take(self, pieces: Iterable[Callable[[], object]]) -> None:
        """Does these, one a turn, instead of what was left of the ones before."""
        self._left = deque(pieces)
        if self._left:
            self._timer.start()

    def add(self, piece: Callable[[], object]) -> None:
        """Does this after all others."""
        self._left.append(piece)
        self._timer.start()

    def finish(self) -> None:
        """Does all that is left at once: on paper nobody waits at a key."""
        while self._left:
            self._left.popleft()()
        self._timer.stop()

    def _do_next(self) -> None:
        if self._left:
            self._left.popleft()()
        if not self._left:
            self._timer.stop()
