"""Files and folders that nobody but their owner reads, on every system.

Linux and macOS go by modes. Windows knows none: what lies in a user's own folders is that user's
already; elsewhere (another disk) the access list is cut down to the owner and the system itself.
"""

import logging
import os
import shutil
import subprocess
from pathlib import Path

from models import clock, errors

log = logging.getLogger(__name__)

#: Bytes that a shop should find where it begins: the demo takes 30 MB, and as much until it is
#: written where it belongs.
ROOM = 100_000_000

_HAS_MODES = os.name == "posix"
_OWNER, _SYSTEM = "*S-1-3-4", "*S-1-5-18"  # the same in every language of Windows


def check_room(folder: Path) -> None:
    """Raises `ReadOnly` or `DiskFull` where nothing could be kept in `folder`; nothing is made."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        raise errors.ReadOnly(str(there))
    if shutil.disk_usage(there).free < ROOM:
        raise errors.DiskFull(str(there))


def make_folder(folder: Path) -> None:
    """Makes it, and those above it, if it is not there. Raises `OSError`."""
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if is_new:
        _cut_down(folder, "(OI)(CI)F")


def create(path: Path, flags: int = 0) -> int:
    """Opens it to be written, made if it is not there; the descriptor. Raises `OSError`."""
    is_new = not path.exists()
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR | flags, 0o600)
    if is_new:
        _cut_down(path, "F")
    return descriptor


def restrict(path: Path) -> None:
    """Makes it its owner's alone. Raises `OSError`."""
    path.chmod(0o600)
    _cut_down(path, "F")


def is_written_by(process: int, path: Path) -> bool:
    """Whether the program with that number lives, which is writing at `path` if so."""
    if not _HAS_MODES:  # a signal would end it there; who writes has written just now
        return clock.now() - path.stat().st_mtime_ns // 1_000_000 < 10 * clock.MINUTE
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _cut_down(path: Path, rights: str) -> None:
    if _HAS_MODES or path.is_relative_to(Path.home()):
        return
    grants = [word for who in (_OWNER, _SYSTEM) for word in ("/grant:r", f"{who}:{rights}")]
    done = subprocess.run(
        ["icacls", str(path), "/inheritance:r", *grants, "/q"],
        capture_output=True,
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if done.returncode:  # a stick knows no access lists
        log.warning("others may read %s: icacls ended with %d", path, done.returncode)
