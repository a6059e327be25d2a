"""A copy of the shop to play with, in a folder of its own: no backup and no figure meets it.

The folder bears the number of the program that made it, and is gone when that program ends; what
one left that was killed, the next start removes.
"""

import os
import shutil
from contextlib import closing
from pathlib import Path

from models import events
from models.journal import journal, rights
from models.shop import backup
from models.shop.opening import TRAINING
from models.storage import own_files
from models.storage.database import transaction, translated_errors
from models.storage.sqlite_driver import FAILURES, connect, connect_read_only

_NAME = "shop.sqlite3"


@rights.checked("training")
def begin(folder: Path) -> None:
    """Copies the open shop; papers that wait there are not printed once more. Raises
    `StorageError`s; nothing is then left."""
    path = place(folder)
    try:
        backup.back_up(path)
        with translated_errors(), closing(connect(path)) as file:
            file.execute("DELETE FROM print_job")
        with transaction():
            journal.append(events.TRAINING_BEGUN, {})
    except BaseException:
        end(folder)
        raise


def place(folder: Path) -> Path:
    """Where this program's copy is, in the station's `folder`, while there is one."""
    return folder / f"{TRAINING}{os.getpid()}" / _NAME


def end(folder: Path) -> dict[str, int]:
    """Removes this program's copy with all that was played, and those of programs that ended.

    Gives the wrong PINs of each code that were tried there: they count in the shop as well
    (`staff.count_failures`).
    """
    wrong: dict[str, int] = {}
    for made in folder.glob(f"{TRAINING}*"):
        number = made.name.removeprefix(TRAINING)
        is_own = number == str(os.getpid())
        if number.isdecimal() and (is_own or not own_files.is_written_by(int(number), made)):
            for code, failures in _failures(made / _NAME):
                wrong[code] = max(failures, wrong.get(code, 0))
            shutil.rmtree(made, ignore_errors=True)
    return wrong


def _failures(copy: Path) -> list[tuple[str, int]]:
    """Codes of the copy with wrong PINs in a row, and how many; none where it cannot be read."""
    try:
        with closing(connect_read_only(copy.absolute())) as file:
            return list(file.execute("SELECT code, failures FROM staff WHERE failures > 0"))
    except FAILURES:
        return []
