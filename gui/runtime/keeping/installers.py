"""An installer of a newer version that somebody brought: on a stick, or beside the shop."""

import platform
import re
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from models import session
from models.settings.program import is_newer

#: What a system can open, by the ending that packaging/build.py and its like give it.
_ENDINGS = {"linux": ("deb", "AppImage", "tar.xz"), "darwin": ("dmg",), "win32": ("exe", "msi")}
_NAME = re.compile(
    r"botbelanja[-_ ](?:setup[-_ ])?v?(?P<version>\d+(?:\.\d+){1,3})(?P<rest>(?:[-_. ][\w]+)*?)"
    r"\.(?P<ending>deb|appimage|tar\.xz|dmg|exe|msi)",
    re.IGNORECASE,
)
_ARCHITECTURES = {
    "x86_64": "x86_64", "amd64": "x86_64", "x64": "x86_64",
    "arm64": "aarch64", "aarch64": "aarch64",
}  # fmt: skip


class Installer(NamedTuple):
    """The file, and the version that it brings."""

    path: Path
    version: str


def newest_in(folders: Iterable[Path]) -> Installer | None:
    """The newest installer in them that fits this computer and is newer than this program."""
    found: Installer | None = None
    for path in _files(folders):
        version = _version(path.name)
        if is_newer(version, found.version if found else session.PROGRAM_VERSION):
            found = Installer(path, version)
    return found


def _files(folders: Iterable[Path]) -> Iterable[Path]:
    for folder in dict.fromkeys(folders):
        with suppress(OSError):  # a stick that was pulled out
            yield from sorted(path for path in folder.glob("[Bb]ot[Bb]elanja*") if path.is_file())


def _version(name: str) -> str:
    """The version that a file of this name brings to this computer; empty if none."""
    found = _NAME.fullmatch(name)
    endings = (ending.casefold() for ending in _ENDINGS.get(sys.platform, ()))
    if found is None or found["ending"].casefold() not in endings:
        return ""
    here = _ARCHITECTURES.get(platform.machine().casefold(), "")
    named = {
        architecture
        for word, architecture in _ARCHITECTURES.items()
        if re.search(rf"(?:^|[-_. ]){word}(?:$|[-_. ])", found["rest"].casefold())
    }
    return found["version"] if not named or here in named else ""
