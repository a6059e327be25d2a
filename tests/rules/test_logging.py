"""Whatever any module logs stands in the log file of the data folder, and nothing else does."""

import importlib
import logging
from pathlib import Path

from gui.runtime.log_file import NAME, written_into
from tests.rules.source import MODULES


def test_every_logger_of_the_program_reaches_the_log_file(tmp_path: Path) -> None:
    (tmp_path / "logs").mkdir()
    loggers: dict[str, logging.Logger] = {}
    for module in MODULES:
        found = vars(importlib.import_module(module)).values()
        loggers |= {f"{module}!": one for one in found if isinstance(one, logging.Logger)}
    with written_into(tmp_path / "logs"):
        for name, logger in loggers.items():
            logger.info("a word from %s", name)
        logging.getLogger("peewee").warning("INSERT … the customer's name")
    written = (tmp_path / "logs" / NAME).read_text()
    assert len(loggers) >= 7
    assert [name for name in loggers if f"a word from {name}" not in written] == []
    assert "customer" not in written
    assert not logging.getLogger("gui").handlers


def test_nothing_is_made_before_the_folder_may_be(tmp_path: Path) -> None:
    with written_into(tmp_path / "logs"):
        logging.getLogger("gui.startup").error("not opened")
        assert list(tmp_path.iterdir()) == []
