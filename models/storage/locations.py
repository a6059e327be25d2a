"""Where a shop may be kept: never on a network drive or in a folder that a cloud copies about.

SQLite's locks do not hold there (https://www.sqlite.org/faq.html#q5); PostgreSQL is the way to
share a shop between machines.
"""

import os
import sys
from pathlib import Path

from models.errors import BadAddress
from models.storage import server_address

_NETWORK = {
    "nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afs", "ncpfs", "9p", "ceph",
    "glusterfs", "lustre", "davfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.s3fs",
    "fuse.glusterfs", "fuse.gvfsd-fuse",
}  # fmt: skip
_SYNCED = {"dropbox", "onedrive", "google drive", "googledrive", "icloud drive", "nextcloud"}


def is_postgres(url: str) -> bool:
    """Whether `url` names a PostgreSQL database."""
    return url.lstrip().startswith(("postgres://", "postgresql://"))


def shown(url: str) -> str:
    """Where the shop at `url` is, as people may see it: a server without user and password.

    The same for all ways to say where a shop is.
    """
    if not is_postgres(url):
        return str(file_of(url))
    try:
        return server_address.read(url).shown
    except BadAddress:
        return "PostgreSQL"


def file_of(url: str) -> Path:
    """The SQLite file that `url` (`sqlite:///path` or a plain path) names, absolute."""
    path = url.removeprefix("sqlite:///") if url.startswith("sqlite://") else url
    return Path(path).expanduser().absolute()


def network_kind(path: Path) -> str:
    """The kind of network or synchronised place `path` lies in, or an empty text."""
    if str(path).startswith(("\\\\", "//")):
        return "unc"
    for part in path.parts:
        if part.casefold() in _SYNCED:
            return part
    if sys.platform == "linux":
        return _mounted_kind(path)
    return ""


def _mounted_kind(path: Path) -> str:
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    real = os.path.realpath(path)
    best, kind = "", ""
    for line in lines:
        _, point, fs, *_ = line.split(" ")
        point = point.replace("\\040", " ")
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fs
    return kind if kind in _NETWORK else ""
