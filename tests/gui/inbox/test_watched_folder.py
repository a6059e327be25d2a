"""Messages that come by themselves: into the inbox once, whatever happens to the folder."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.runtime.watched_folder import WatchedFolder
from gui.settings.page import SettingsPage
from gui.settings.station.station import StationSection
from gui.widgets.containers.layouts import lay_out_now
from gui.words.error_messages import sentence
from models import session
from models.errors import UnusableFolder
from models.shop.opening import Shop
from models.shopping_list import inbox
from models.shopping_list.files.drop_folder import Afterwards
from tests.gui.settings.keys import press
from tests.readable import a_product


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


@pytest.fixture
def application(
    qapp: QApplication, shop: Shop, tmp_path: Path, qtbot: QtBot
) -> Iterator[Application]:
    a_product("Korek Batik", 2_000)
    application = Application(qapp, shop, tmp_path, "en", "light", immediate=True)
    qtbot.waitActive(application.start("settings"))
    yield application
    application.close()


@pytest.fixture
def watched(application: Application, folder: Path) -> WatchedFolder:
    watched = application.context.watched
    assert watched is not None
    watched.watch(folder)
    return watched


def twice(watched: WatchedFolder) -> None:
    """As the clock does; what is there at both rests."""
    watched.look()
    watched.look()


def waiting() -> list[str]:
    return [one.content for one in inbox.inbox().messages]


def test_nothing_is_watched_at_first(application: Application, folder: Path) -> None:
    watched = application.context.watched
    assert watched is not None
    assert watched.folder is None
    (folder / "1.txt").write_text("korek 1")
    twice(watched)
    assert waiting() == []


def test_a_file_becomes_a_message_and_is_answered(watched: WatchedFolder, folder: Path) -> None:
    watched.become(Afterwards.MOVE)
    watched.set_answered(True)
    (folder / "1.txt").write_text("korek batik 2")
    twice(watched)
    assert waiting() == ["korek batik 2"]
    assert sorted(path.name for path in folder.iterdir()) == ["1.txt.answer.jsonl", "done"]
    told = json.loads((folder / "1.txt.answer.jsonl").read_text())
    assert told["total"] == 4_000


def test_a_shop_that_is_read_only_takes_it_in_once_it_is_decided(
    application: Application, watched: WatchedFolder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "1.txt").write_text("korek batik 2")
    monkeypatch.setattr(session.current, "is_undecided", True)
    twice(watched)
    assert waiting() == []
    assert application.front().notice_text() == ""
    monkeypatch.setattr(session.current, "is_undecided", False)
    twice(watched)
    assert waiting() == ["korek batik 2"]


def test_one_that_the_program_was_killed_over_is_not_repeated(
    application: Application,
    watched: WatchedFolder,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    watched.become(Afterwards.DELETE)
    (folder / "1.txt").write_text("korek 1")
    (folder / "2.txt").write_text("korek 1")
    with monkeypatch.context() as killed:
        killed.setattr(watched, "_settle", lambda *_: None)
        twice(watched)
    assert len(waiting()) == 2
    taken = inbox.take(None, "").value
    assert taken is not None
    inbox.finish(taken.id, "")
    context = application.context
    again = WatchedFolder(context.background, context.run, context.station, lambda *_: ())
    again.start()
    twice(again)
    again.close()
    assert len(waiting()) == 1
    assert list(folder.iterdir()) == []


def test_a_folder_that_vanishes_is_told_once_until_it_is_back(
    watched: WatchedFolder, folder: Path
) -> None:
    (folder / "1.txt").write_text("korek 1")
    away = folder.rename(folder.with_name("away"))
    with pytest.raises(UnusableFolder) as told:
        watched.look()
    assert sentence(told.value).startswith(f"The watched folder {str(folder)[:20]}")
    watched.look()  # and not told again
    assert watched.trouble is not None
    away.rename(folder)
    twice(watched)
    assert watched.trouble is None
    assert waiting() == ["korek 1"]


def test_many_files_are_all_taken_in(watched: WatchedFolder, folder: Path, qtbot: QtBot) -> None:
    for number in range(120):
        (folder / f"{number}.txt").write_text(f"korek {number + 1}")
    twice(watched)
    qtbot.waitUntil(lambda: inbox.waiting()[0] == 120)


def test_it_is_chosen_and_left_by_keys(
    application: Application, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = application.front().page
    assert isinstance(page, SettingsPage)
    page.opened(section="station", field="watched.choose")
    section = page.section
    assert isinstance(section, StationSection)
    monkeypatch.setattr(
        "gui.settings.station.watched_folder_card.folder_to_use", lambda *_: str(folder)
    )
    press("Space")
    watched = application.context.watched
    assert watched is not None
    assert watched.folder == folder
    assert section.watched.place.text() == str(folder)
    section.watched.afterwards.take_focus()
    press("Right", "Right")
    assert watched.afterwards is Afterwards.DELETE
    press("Tab", "Space")
    assert watched.is_answered
    section.watched.stop.setFocus()
    press("Space")
    assert watched.folder is None
    assert section.watched.place.text() == "No folder is watched"


@pytest.mark.parametrize("width", [960, 1366, 1920])
def test_nothing_of_the_settings_is_cut_however_wide_they_are(
    application: Application, width: int
) -> None:
    """A card is no wider than its column: its texts have more lines than a wide one needs."""
    window = application.front()
    window.resize(width, 743)
    page = window.page
    assert isinstance(page, SettingsPage)
    page.opened(section="station", field="watched.choose")
    section = page.section
    assert isinstance(section, StationSection)
    lay_out_now()
    for line in section.findChildren(QLabel):
        if line.isVisible():
            assert line.height() >= line.heightForWidth(line.width()), line.text()
    assert section.watched.choose.height() >= section.watched.choose.sizeHint().height()
