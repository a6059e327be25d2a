"""On what kind of file system a place lies: a disk of this machine, or one behind a network.

Each system is asked in its own way, here and nowhere else.
"""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PureWindowsPath

_NETWORK = re.compile(
    r"nfs4?|cifs|smb\w*|afs|afpfs|ncpfs|9p|ceph|glusterfs|lustre|davfs|webdav|beegfs|vboxsf"
    r"|fuse\.[\w-]*(?:ssh|rclone|dav|s3|ftp|gluster|ceph|gvfs|smb|drive|cloud|dropbox|vmhgfs).*"
)
_REMOTE = 4  # DRIVE_REMOTE of Windows


def network_kind(path: Path) -> str:
    """What the system calls the network file system that `path` lies on; empty on a disk."""
    kind_of = _KIND_OF.get(sys.platform)
    return kind_of(os.path.realpath(path)) if kind_of else ""


# --- Linux, macOS --------------------------------------------------------------------------


def _on_linux(real: str) -> str:
    try:
        text = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = (line.split(" ") for line in text.splitlines())
    mounts = ((point.replace("\\040", " "), kind) for _, point, kind, *_ in fields)
    return _deepest(mounts, real)


def _on_macos(real: str) -> str:
    done = subprocess.run(("/sbin/mount",), capture_output=True, text=True, check=False)
    # //ani@server/toko on /Volumes/toko (smbfs, nodev, nosuid, mounted by ani)
    found = re.findall(r"^.* on (/.*) \((\w+)[,)]", done.stdout, re.M)
    return _deepest(found, real)


def _deepest(mounts: Iterable[tuple[str, str]], real: str) -> str:
    best, kind = "", ""
    for point, name in mounts:
        inside = real == point or real.startswith(point.rstrip("/") + "/")
        if inside and len(point) >= len(best):
            best, kind = point, name
    return kind if _NETWORK.fullmatch(kind) else ""


# --- Windows -------------------------------------------------------------------------------


def _on_windows(real: str) -> str:
    drive = PureWindowsPath(real).drive
    if drive.startswith("\\\\"):
        return "unc"
    return drive if drive and _drive_type(f"{drive}\\") == _REMOTE else ""


def _drive_type(root: str) -> int:
    """What Windows says of a root such as `Z:\\`."""
    return int(ctypes.CDLL("kernel32").GetDriveTypeW(ctypes.c_wchar_p(root)))


_KIND_OF: dict[str, Callable[[str], str]] = {
    "linux": _on_linux,
    "darwin": _on_macos,
    "win32": _on_windows,
}
