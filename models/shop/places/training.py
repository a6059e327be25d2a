"""A copy of the shop to play with, in a folder of its own: no backup and no figure meets it.

The folder bears the number of the program that made it, and is gone when that program ends; what
one left that was killed, the next start removes.
"""

import os
import shutil
from contextlib import closing
from pathlib import Path

from models.shop import backup
from models.shop.opening import TRAINING
from models.storage import own_files
from models.storage.database import translated_errors
from models.storage.sqlite_driver import connect

_NAME = "shop.sqlite3"


def begin(folder: Path) -> None:
    """Copies the open shop; papers that wait there are not printed once more. Raises
    `StorageError`s; nothing is then left."""
    path = place(folder)
    try:
        backup.back_up(path)
        with translated_errors(), closing(connect(path)) as file:
            file.execute("DELETE FROM print_job")
    except BaseException:
        end(folder)
        raise


def place(folder: Path) -> Path:
    """Where this program's copy is, in the station's `folder`, while there is one."""
    return folder / f"{TRAINING}{os.getpid()}" / _NAME


def end(folder: Path) -> None:
    """Removes this program's copy with all that was played, and those of programs that ended."""
    for made in folder.glob(f"{TRAINING}*"):
        number = made.name.removeprefix(TRAINING)
        is_own = number == str(os.getpid())
        if number.isdecimal() and (is_own or not own_files.is_written_by(int(number), made)):
            shutil.rmtree(made, ignore_errors=True)
