"""Where a shop may be kept: never on a network drive or in a folder that a cloud copies about.

SQLite's locks do not hold there (https://www.sqlite.org/faq.html#q5); PostgreSQL is the way to
share a shop between machines.
"""

import os
import re
from pathlib import Path

from models.errors import BadAddress
from models.storage import mounts, server_address

# Whatever a program or a person put behind the name: `OneDrive - Toko Maju`, `Dropbox (Toko)`.
_SYNCED = re.compile(
    r"(?:dropbox|onedrive|google ?drive|my drive|drive saya|icloud ?drive|mobile documents"
    r"|cloudstorage|nextcloud|owncloud|pcloud ?drive|box sync|mega(?:sync)?|yandex\.?disk|syncthing"
    r"|seafile)(?![^\W\d_])"
)


_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")  # a letter alone is a drive of Windows


def is_postgres(url: str) -> bool:
    """Whether `url` names a PostgreSQL database."""
    return url.lstrip().startswith(("postgres://", "postgresql://"))


def shown(url: str) -> str:
    """Where the shop at `url` is, as people may see it: a server without user and password.

    The same for all ways to say where a shop is.
    """
    try:
        return server_address.read(url).shown if is_postgres(url) else str(file_of(url))
    except BadAddress:
        return "PostgreSQL" if is_postgres(url) else url.partition(":")[0]


def without_password(url: str, folder: Path) -> str:
    """The same place; a server's password goes into a file in `folder` that only its owner reads.

    Raises `BadAddress`, `MissingDriver`.
    """
    if not is_postgres(url):
        return url
    address = server_address.read(url)
    return server_address.keep_password(address, folder / server_address.PASSWORDS).url


def file_of(url: str) -> Path:
    """The SQLite file that `url` (`sqlite:///path` or a plain path) names, absolute.

    Raises `BadAddress` for an address of anything else: as a path it would hold the password.
    """
    path = url.removeprefix("sqlite:///") if url.startswith("sqlite://") else url
    if _SCHEME.match(path):
        raise BadAddress
    return Path(path).expanduser().absolute()


def free_file(path: Path) -> Path:
    """`path`, or where something stands there, the next one with a number."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem} {number}{path.suffix}")
    return free


def network_kind(path: Path) -> str:
    """The kind of network or synchronised place `path` lies in, or an empty text."""
    if str(path).startswith(("\\\\", "//")):
        return "unc"
    for part in (*path.parts, *Path(os.path.realpath(path)).parts):
        if _SYNCED.match(part.casefold()):
            return part
    return mounts.network_kind(path)
