"""The program's log: what any part of it has to say, in one file beside the shop."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path

NAME = "botbelanja.log"
#: Loggers are named after their modules. Those of libraries are left out: they may quote an order.
_PARTS = ("gui", "models")


class _LogFile(RotatingFileHandler):
    """Writes nothing while its folder is not there: that is made once the policy is accepted."""

    def emit(self, record: logging.LogRecord) -> None:
        if Path(self.baseFilename).parent.is_dir():
            super().emit(record)


@contextmanager
def written_into(folder: Path) -> Iterator[None]:
    """Within this, whatever is logged stands in the log file in `folder`, once that is made."""
    handler = _LogFile(
        folder / NAME, maxBytes=1_000_000, backupCount=4, encoding="utf-8", delay=True
    )
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
