"""Which file is an installer of a newer version for this computer, told by its name."""

import platform
import sys
from pathlib import Path

import pytest

from gui.runtime.keeping.installers import newest_in
from models import session
from models.settings.program import is_newer


@pytest.fixture(autouse=True)
def this_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(platform, "machine", lambda: "x86_64")
    monkeypatch.setattr(session, "PROGRAM_VERSION", "0.2.0")


@pytest.mark.parametrize(
    ("system", "machine", "name", "version"),
    [
        ("linux", "x86_64", "botbelanja_0.3.0_amd64.deb", "0.3.0"),
        ("linux", "x86_64", "botbelanja-0.3.0-linux-x86_64.tar.xz", "0.3.0"),
        ("linux", "x86_64", "BotBelanja-0.10.0-x86_64.AppImage", "0.10.0"),
        ("linux", "aarch64", "botbelanja_0.3.0_arm64.deb", "0.3.0"),
        ("linux", "x86_64", "botbelanja_0.3.0_arm64.deb", ""),
        ("linux", "x86_64", "botbelanja-0.3.0-setup.exe", ""),
        ("linux", "x86_64", "botbelanja_0.2.0_amd64.deb", ""),
        ("linux", "x86_64", "botbelanja_0.1.9_amd64.deb", ""),
        ("linux", "x86_64", "botbelanja_new_amd64.deb", ""),
        ("linux", "x86_64", "BotBelanja Toko 2026-11-30 08.00.sqlite3", ""),
        ("win32", "AMD64", "botbelanja-0.3.0-setup.exe", "0.3.0"),
        ("win32", "AMD64", "botbelanja_0.3.0_amd64.deb", ""),
        ("darwin", "arm64", "BotBelanja-0.3.0-arm64.dmg", "0.3.0"),
        ("darwin", "x86_64", "BotBelanja-0.3.0-arm64.dmg", ""),
    ],
)
def test_it_is_for_this_system_and_newer(
    system: str,
    machine: str,
    name: str,
    version: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / name).touch()
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(platform, "machine", lambda: machine)
    found = newest_in([tmp_path])
    assert (found.version if found else "") == version


def test_the_newest_of_all_folders_is_offered(tmp_path: Path) -> None:
    for folder, version in (("stick", "0.9.0"), ("shop", "0.10.0"), ("shop", "0.3.1")):
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / f"botbelanja_{version}_amd64.deb").touch()
    (tmp_path / "shop" / "botbelanja_1.0.0_amd64.deb").mkdir()
    folders = [tmp_path / "gone", tmp_path / "stick", tmp_path / "shop"]
    assert newest_in(folders) == (tmp_path / "shop" / "botbelanja_0.10.0_amd64.deb", "0.10.0")


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("0.10.0", "0.9.9", True), ("1.0", "0.9.9", True), ("0.2.0", "0.2.0", False),
        ("0.1.0", "", True), ("", "0.1.0", False), ("new", "0.1.0", False),
    ],
)  # fmt: skip
def test_versions_are_numbers_and_not_texts(version: str, than: str, newer: bool) -> None:
    assert is_newer(version, than) == newer
