"""The folder that a station of version 0.1 left is read without a word lost."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.application import Application
from gui.input.scan_timing import ScanTiming
from gui.look import sounds
from gui.printing.print_settings import habits_of, papers_of_change, prints_receipts
from gui.runtime.station import Station
from gui.startup import CliOptions, default_database
from models import events, session
from models.journal import journal
from models.orders import held_carts
from models.print_spool import PrintRequest
from models.settings import privacy
from models.shop import backup, gate
from models.shop.opening import Shop, open_shop
from models.storage import server_address

SHOPS = Path(__file__).parent
NAME = "Kasir depan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder as it was left."""
    shutil.unpack_archive(SHOPS / "0_1" / "station.zip", tmp_path)
    return tmp_path / "BotBelanja"


def kept(folder: Path) -> dict[str, Any]:
    settings = QSettings(str(folder / "station.ini"), QSettings.Format.IniFormat)
    return {key: settings.value(key) for key in settings.allKeys()}


@pytest.fixture
def shop(folder: Path) -> Iterator[Shop]:
    """The shop that the program opens there, at the station that it finds itself to be."""
    station = Station(folder)
    url = default_database(folder, CliOptions())
    with open_shop(url, station=station.text("station", "1")) as shop:
        yield shop


@pytest.fixture
def program(qapp: QApplication, folder: Path, shop: Shop) -> Iterator[Application]:
    program = Application(qapp, shop, folder, immediate=True)
    program.start()
    assert QTest.qWaitForWindowActive(program.front())
    yield program
    program.close()


def test_the_station_is_who_it_was(folder: Path, shop: Shop) -> None:
    assert shop.path == folder / "shop.sqlite3"
    assert session.current.station == NAME
    assert not privacy.needed()
    assert journal.verify().intact
    kinds = [entry.kind for entry in journal.since(0) if entry.kind != events.MIGRATED]
    assert kinds[-1] == events.RESTORED


def test_its_habits_are_kept(program: Application, folder: Path) -> None:
    context = program.context
    assert (program.language.current, context.theme.chosen, context.theme.text_scale) == (
        "id", "dark", 1.25,
    )  # fmt: skip
    assert program.front().page.name == "order_entry"
    assert program.front().size() == QSize(780, 640)
    assert context.actions.keys("window.lock") == ["Ctrl+F12"]
    assert context.actions.keys("window.palette") == []
    assert program.scanner.hearing == ScanTiming(48, "tab", "]E0", True)
    assert not sounds.is_on(context.station, "late")
    assert sounds.is_repeated(context.station, "new")
    printing = habits_of(context.station)
    assert (printing.way, printing.target, printing.columns) == (
        "escpos", "tcp://192.0.2.7:9100", 32,
    )  # fmt: skip
    assert printing.spelled
    assert printing.opens_drawer
    assert not prints_receipts(context.station)
    assert papers_of_change(context.station) == [PrintRequest("change", station="Gudang")]


def test_the_wall_stands_where_it_stood(program: Application) -> None:
    program.context.open("fulfilment", own_window=True)
    wall = program.main_windows[-1]
    assert wall.size() == QSize(720, 560)
    assert program.context.station.number("fulfilment/zoom", 1.0) == 1.25


def at_keys() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def test_the_cart_that_was_being_typed_is_there(program: Application) -> None:
    assert program.front().is_locked  # its owner has a PIN
    for typed in ("P1", "1234"):
        for sign in typed:
            QTest.keyClicks(at_keys(), sign, delay=60)
        QTest.keyClick(at_keys(), Qt.Key.Key_Return)
    QTest.keyClick(at_keys(), Qt.Key.Key_F10)
    program.context.feed.read()
    (placed,) = [x for x in journal.since(10) if x.kind == events.PLACED]
    assert [line["name"] for line in placed.payload["lines"]] == [
        "Teh Botol 350 ml", "Kopi Kapal 165g",
    ]  # fmt: skip
    assert held_carts.drafts() == {}


def test_no_habit_is_lost_and_the_log_goes_on(folder: Path, program: Application) -> None:
    before = kept(folder)
    log = folder / "logs" / "botbelanja.log"
    said = log.read_text()
    assert "the cable of the drawer" in said
    program.close()
    after = kept(folder)
    assert {key: after.get(key) for key in before} == before
    assert log.read_text().startswith(said)


def test_its_backups_are_shops(folder: Path, shop: Shop) -> None:
    copies = backup.backups(folder / "backups")
    assert [gate.examine(path)[0] for path in copies] == [9, 7]
    assert backup.newest(folder / "backups") == 1_773_030_000_000
    (aside,) = folder.glob("shop.sqlite3.before-restore-*")
    assert gate.examine(aside)[0] == 11


def test_a_password_that_stood_in_its_habits_stands_where_only_its_owner_reads(
    folder: Path,
) -> None:
    station = Station(folder)
    station.remember("database", "postgresql://toko:r%40h@kantor:5433/shop?sslmode=require")
    station.close()
    url = default_database(folder, CliOptions())
    assert server_address.read(url).shown == "kantor:5433/shop"
    assert "r%40h" not in (folder / "station.ini").read_text("utf-8") + url
    file = folder / server_address.PASSWORDS
    assert file.read_text("utf-8") == "kantor:5433:shop:toko:r@h\n"
    assert file.stat().st_mode & 0o077 == 0
    assert default_database(folder, CliOptions()) == url
