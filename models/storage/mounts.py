"""On what kind of file system a place lies: a disk of this machine, or one behind a network.

Each system is asked in its own way, here and nowhere else.
"""

import ctypes
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path, PureWindowsPath

_NETWORK = re.compile(
    r"nfs4?|cifs|smb\w*|afs|afpfs|ncpfs|9p|ceph|glusterfs|lustre|davfs|webdav|beegfs|vboxsf"
    r"|fuse\.[\w-]*(?:ssh|rclone|dav|s3|ftp|gluster|ceph|gvfs|smb|drive|cloud|dropbox|vmhgfs).*"
)
_REMOVABLE, _FIXED, _REMOTE = 2, 3, 4  # kinds of drives of Windows


def network_kind(path: Path) -> str:
    """What the system calls the network file system that `path` lies on; empty on a disk."""
    kind_of = _KIND_OF.get(sys.platform)
    return kind_of(os.path.realpath(path)) if kind_of else ""


def disks() -> list[Path]:
    """Where disks of this machine are mounted besides its first one, sticks above all.

    None of them is touched, and none lies behind a network: neither can keep anybody waiting.
    """
    if sys.platform == "win32":
        return [Path(root) for root in _drives() if _drive_type(root) in (_REMOVABLE, _FIXED)]
    mounted = _LISTED[sys.platform]() if sys.platform in _LISTED else []
    return [
        Path(point)
        for device, point, kind in mounted
        if device.startswith("/dev/") and point != "/" and not _NETWORK.fullmatch(kind)
    ]


# --- Linux, macOS: device, place and kind of each mount --------------------------------------

_Mounts = list[tuple[str, str, str]]


def _listed_by_linux() -> _Mounts:
    try:
        text = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    fields = (line.split(" ") for line in text.splitlines())
    return [(device, point.replace("\\040", " "), kind) for device, point, kind, *_ in fields]


def _listed_by_macos() -> _Mounts:
    done = subprocess.run(("/sbin/mount",), capture_output=True, text=True, check=False)
    # //ani@server/toko on /Volumes/toko (smbfs, nodev, nosuid, mounted by ani)
    return re.findall(r"^(.*) on (/.*) \((\w+)[,)]", done.stdout, re.M)


_LISTED = {"linux": _listed_by_linux, "darwin": _listed_by_macos}


def _kind_by_mounts(real: str) -> str:
    best, kind = "", ""
    for _, point, name in _LISTED[sys.platform]():
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


def _drives() -> list[str]:
    """The roots of all drives but the one of the system."""
    letters = int(ctypes.CDLL("kernel32").GetLogicalDrives())
    roots = [f"{chr(ord('A') + bit)}:\\" for bit in range(26) if letters >> bit & 1]
    return [root for root in roots if not root.startswith(os.environ.get("SYSTEMDRIVE", "C:"))]


def _drive_type(root: str) -> int:
    """What Windows says of a root such as `Z:\\`."""
    return int(ctypes.CDLL("kernel32").GetDriveTypeW(ctypes.c_wchar_p(root)))


_KIND_OF: dict[str, Callable[[str], str]] = {
    "linux": _kind_by_mounts,
    "darwin": _kind_by_mounts,
    "win32": _on_windows,
}
