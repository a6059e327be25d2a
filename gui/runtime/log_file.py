"""The program's log: what any part of it has to say, in one file beside the shop."""

import logging
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "botbelanja.log"
#: Loggers are named after their modules. Those of libraries are left out: they may quote an order.
_PARTS = ("gui", "models")


#: So many lines are kept for a log that has no folder yet.
_FIRST_LINES = 1000


class _LogFile(RotatingFileHandler):
    """Writes nothing while its folder is not there: that is made once the policy is accepted.

    What was said until then comes first.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(file, maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True)
        self._waiting: deque[logging.LogRecord] = deque(maxlen=_FIRST_LINES)

    def emit(self, record: logging.LogRecord) -> None:
        self._waiting.append(record)
        if Path(self.baseFilename).parent.is_dir():
            while self._waiting:
                super().emit(self._waiting.popleft())

    def let_go(self) -> None:
        """The file may be removed, and what waits for it is forgotten."""
        with self.lock or nullcontext():
            self._waiting = deque(maxlen=_FIRST_LINES)
            self.close()


def files(folder: Path | None) -> list[Path]:
    """What was logged in `folder`, free to be removed; from now on a new log waits for its folder
    to be made."""
    for part in _PARTS:
        for handler in logging.getLogger(part).handlers:
            if isinstance(handler, _LogFile):
                handler.let_go()
    return list(folder.glob("*")) if folder else []


@contextmanager
def written_into(folder: Path) -> Iterator[None]:
    """Within this, whatever is logged stands in the log file in `folder`, once that is made."""
    handler = _LogFile(folder / NAME)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    loggers = [logging.getLogger(part) for part in _PARTS]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(handler)
        handler.close()
