"""What the program writes is its owner's alone; of Windows it is said what it would be asked."""

import os
import stat
import subprocess
from pathlib import Path

import pytest

from models.storage import own_files


def test_files_and_folders_are_their_owner_s_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        own_files.make_folder(tmp_path / "a" / "b")
        os.close(own_files.create(tmp_path / "a" / "file"))
    finally:
        os.umask(before)
    for path, mode in ((tmp_path / "a" / "b", 0o700), (tmp_path / "a" / "file", 0o600)):
        assert stat.S_IMODE(path.stat().st_mode) == mode


def test_on_windows_the_access_list_is_cut_down_outside_of_the_user_s_own_folders(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[list[str]] = []

    def run(command: list[str], **named: object) -> subprocess.CompletedProcess[bytes]:
        said.append(command)
        return subprocess.CompletedProcess(command, 5)

    monkeypatch.setattr(own_files, "_HAS_MODES", False)
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    own_files.make_folder(tmp_path / "home" / "toko")
    os.close(own_files.create(tmp_path / "home" / "toko" / "shop.sqlite3"))
    assert said == []
    own_files.make_folder(tmp_path / "D")
    own_files.make_folder(tmp_path / "D")
    os.close(own_files.create(tmp_path / "D" / "shop.sqlite3"))
    os.close(own_files.create(tmp_path / "D" / "shop.sqlite3"))
    rights = ["/inheritance:r", "/grant:r", "*S-1-3-4:{0}", "/grant:r", "*S-1-5-18:{0}", "/q"]
    assert said == [
        ["icacls", str(path), *(word.format(right) for word in rights)]
        for path, right in ((tmp_path / "D", "(OI)(CI)F"), (tmp_path / "D" / "shop.sqlite3", "F"))
    ]
