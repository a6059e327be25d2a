"""A backup that cannot be made is told on Home, in the log and in a strip, until it can be."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.home.page import HomePage
from gui.runtime.keeping.backup_timer import BackupTimer
from gui.shell.app_context import AppContext
from models import clock
from models.errors import BackupFailed
from models.shop import backup
from models.shop.opening import Shop
from tests.readable import an_order


@pytest.fixture
def timer(context: AppContext, shop: Shop) -> BackupTimer:
    assert shop.backup_folder is not None
    context.backups = BackupTimer(context.background, shop.backup_folder, context.station)
    return context.backups


@pytest.fixture
def home(qtbot: QtBot, context: AppContext, timer: BackupTimer) -> HomePage:
    page = HomePage(context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    return page


def look(timer: BackupTimer) -> None:
    with pytest.raises(BackupFailed):
        timer.look()


def test_a_file_in_the_place_of_the_folder_is_told_until_it_is_gone(
    home: HomePage, timer: BackupTimer, shop: Shop, caplog: pytest.LogCaptureFixture
) -> None:
    folder = shop.backup_folder
    assert folder is not None
    folder.write_text("in the way")
    look(timer)
    assert "it is a file and no folder" in home.backups_line.text()
    assert "not_a_folder" in caplog.text
    timer.look()  # the same again: told once, and still true
    assert "it is a file and no folder" in home.backups_line.text()
    folder.unlink()
    timer.look()
    assert timer.trouble is None
    assert "No backup yet" in home.backups_line.text()


def test_a_second_folder_that_is_gone_is_told(
    home: HomePage, timer: BackupTimer, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    timer.use_second(stick)
    assert list(stick.iterdir()) == []  # nothing was done yet
    stick.rmdir()
    look(timer)
    assert "perhaps the stick was taken out" in home.backups_line.text()
    timer.use_second(None)
    assert timer.trouble is None


def test_what_was_done_after_the_last_backup_is_backed_up_after_the_next_start(
    context: AppContext, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A server is not waited for at closing, and nobody closes anything in a power cut."""
    folder = shop.backup_folder
    assert folder is not None
    an_order()
    backup.back_up_into(folder)
    an_order()
    later = clock.now() + 31 * clock.MINUTE
    monkeypatch.setattr(clock, "now", lambda: later)
    for _ in range(2):  # and once is enough
        BackupTimer(context.background, folder, context.station).look()
        assert len(backup.backups(folder)) == 2
