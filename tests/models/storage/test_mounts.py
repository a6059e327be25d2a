"""A shop's place behind a network or in a cloud's folder is known, as each system tells it."""

import os
import subprocess
import sys
from pathlib import Path, PureWindowsPath

import pytest

from models.storage import locations, mounts

MOUNTED = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ani@server/toko on /Volumes/toko (smbfs, nodev, nosuid, mounted by ani)
/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev, nosuid, noowners)
"""


@pytest.mark.parametrize(
    "part",
    [
        "Dropbox", "Dropbox (Toko Maju)", "Dropbox-Personal", "OneDrive", "OneDrive - Toko Maju",
        "OneDrive-Personal", "Google Drive", "GoogleDrive-toko@example.com", "My Drive",
        "Drive Saya", "iCloudDrive", "iCloud Drive", "Mobile Documents", "CloudStorage",
        "Nextcloud2", "ownCloud - kasir", "MEGA", "MEGAsync", "pCloud Drive", "Box Sync",
        "Yandex.Disk",
    ],
)  # fmt: skip
def test_a_folder_of_a_cloud_is_known_whatever_stands_behind_its_name(part: str) -> None:
    assert locations.network_kind(Path("/home/ani") / part / "kasir" / "shop.sqlite3") == part


@pytest.mark.parametrize("part", ["Dropboxes", "Megah Jaya", "Toko OneDrive", "Box", "My Drives"])
def test_a_name_that_only_begins_like_one_is_a_name(part: str) -> None:
    assert locations.network_kind(Path("/home/ani") / part / "shop.sqlite3") == ""


def test_a_link_into_the_folder_of_a_cloud_is_followed(tmp_path: Path) -> None:
    (tmp_path / "OneDrive - Toko").mkdir()
    (tmp_path / "toko").symlink_to(tmp_path / "OneDrive - Toko")
    assert locations.network_kind(tmp_path / "toko" / "shop.sqlite3") == "OneDrive - Toko"


@pytest.mark.parametrize(
    ("kind", "is_network"),
    [
        ("nfs", True), ("cifs", True), ("smb3", True), ("fuse.sshfs", True), ("fuse.rclone", True),
        ("fuse.google-drive-ocamlfuse", True), ("fuse.gvfsd-fuse", True), ("vboxsf", True),
        ("ext4", False), ("btrfs", False), ("vfat", False), ("fuseblk", False),
        ("fuse.mergerfs", False), ("tmpfs", False), ("overlay", False),
    ],
)  # fmt: skip
def test_linux_names_the_file_system(
    kind: str, is_network: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told = f"/dev/sda1 / ext4 rw 0 0\nsome /mnt/my\\040shop {kind} rw 0 0\n"
    monkeypatch.setattr(Path, "read_text", lambda *given, **named: told)
    monkeypatch.setattr(sys, "platform", "linux")
    assert mounts.network_kind(Path("/mnt/my shop/shop.sqlite3")) == (kind if is_network else "")
    assert mounts.network_kind(Path("/mnt/my shop 2/shop.sqlite3")) == ""


def test_macos_lists_what_is_mounted(monkeypatch: pytest.MonkeyPatch) -> None:
    done = subprocess.CompletedProcess((), 0, MOUNTED, "")
    monkeypatch.setattr(subprocess, "run", lambda *given, **named: done)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert mounts.network_kind(Path("/Volumes/toko/kasir/shop.sqlite3")) == "smbfs"
    assert mounts.network_kind(Path("/Volumes/STICK/shop.sqlite3")) == ""
    assert mounts.network_kind(Path("/Users/ani/shop.sqlite3")) == ""
    assert mounts.disks() == [Path("/Volumes/STICK")]


def test_windows_is_asked_for_the_drive(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def drive_type(root: str) -> int:
        asked.append(root)
        return {"Z:\\": 4, "E:\\": 2}.get(root, 3)

    monkeypatch.setattr(mounts, "_drive_type", drive_type)
    monkeypatch.setattr(os.path, "realpath", str)
    monkeypatch.setattr(sys, "platform", "win32")
    found = {
        place: mounts.network_kind(PureWindowsPath(place))  # type: ignore[arg-type]
        for place in (r"Z:\toko\s.sqlite3", r"C:\toko\s.sqlite3", r"E:\s.sqlite3", r"\\nas\toko\s")
    }
    assert list(found.values()) == ["Z:", "", "", "unc"]
    assert asked == ["Z:\\", "C:\\", "E:\\"]


def test_sticks_are_the_disks_besides_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    told = (
        "/dev/sda1 / ext4 rw 0 0\nproc /proc proc rw 0 0\ntmpfs /run tmpfs rw 0 0\n"
        "/dev/sdb1 /media/ani/MY\\040STICK vfat rw 0 0\nnas:/toko /mnt/nas nfs4 rw 0 0\n"
    )
    monkeypatch.setattr(Path, "read_text", lambda *given, **named: told)
    monkeypatch.setattr(sys, "platform", "linux")
    assert mounts.disks() == [Path("/media/ani/MY STICK")]


def test_drives_of_windows_are_looked_at_where_they_are_disks(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    kinds = {"D:\\": 3, "E:\\": 2, "F:\\": 5, "Z:\\": 4}
    monkeypatch.setattr(mounts, "_drives", lambda: list(kinds))
    monkeypatch.setattr(mounts, "_drive_type", lambda root: kinds[root])
    monkeypatch.setattr(sys, "platform", "win32")
    assert mounts.disks() == [Path("D:\\"), Path("E:\\")]
