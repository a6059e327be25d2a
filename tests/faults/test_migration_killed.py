"""The program is killed while it brings a shop of the first version up to date: old or new."""

import random
import shutil
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from models.journal import journal, replay, seals
from models.orders import order_history
from models.shop import opening as shop_module
from models.shop.opening import MIGRATIONS, open_shop
from models.storage.database import database
from models.storage.tables import TABLES
from models.sums import sums_anew
from tests.conftest import ROOT
from tests.models.shop.test_shop_of_the_first_version import rows_of, write
from tests.readable import a_product, an_order

OPEN = "import sys; from models.shop.opening import open_shop; open_shop(sys.argv[1]).close()"
ORDERS = 40


@pytest.fixture
def old_shop(shop_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A shop with some history as the first version left it."""
    with open_shop(str(shop_file)), monkeypatch.context() as patch:
        patch.setattr(seals, "sealed", partial(seals.sealed, version=1))
        product = a_product()
        for _ in range(ORDERS):
            an_order(product)
        kept = {table: rows_of(table) for table in TABLES if database.table_exists(table)}
    first = tmp_path / "first"
    first.mkdir()
    shutil.copy2(MIGRATIONS / "0001_first_shop.py", first)
    old = tmp_path / "old.sqlite3"
    with monkeypatch.context() as patch:
        patch.setattr(shop_module, "MIGRATIONS", first)
        patch.setattr(sums_anew, "is_due", bool)  # it knew nothing of that
        with open_shop(str(old)), database.atomic():
            for table, rows in kept.items():
                if database.table_exists(table):
                    write(table, rows)
    return old


def open_and_kill(path: Path, after: float) -> bool:
    """Whether it was killed before it was done."""
    program = subprocess.Popen([sys.executable, "-c", OPEN, str(path)], cwd=ROOT)
    time.sleep(after)
    program.kill()
    return program.wait() != 0


def kill_often(old: Path, folder: Path, times: int) -> None:
    """Kills that many, each at a moment of its own; one that was done by then is begun earlier."""
    chance, path = random.Random(3), folder / "shop.sqlite3"
    shutil.copy2(old, path)
    begun = time.monotonic()
    subprocess.run([sys.executable, "-c", OPEN, str(path)], cwd=ROOT, check=True)
    whole = time.monotonic() - begun
    for _ in range(times):
        after = chance.uniform(0.3 * whole, whole)
        while not kill_one(old, path, after):
            after *= 0.7


def kill_one(old: Path, path: Path, after: float) -> bool:
    """Whether it was killed before it was done; the shop is whole either way."""
    for left in path.parent.glob("shop.sqlite3*"):
        left.unlink()
    shutil.copy2(old, path)
    killed = open_and_kill(path, after)
    with open_shop(str(path)):
        assert len(order_history.find(limit=2 * ORDERS)) == ORDERS
        assert journal.verify().intact
        # Of a share in the order's discount the first version knew nothing.
        assert [x for x in replay.replay() if x.column != "share"] == []
        assert an_order(a_product("Teh")).number == ORDERS + 1
        assert database.execute_sql("PRAGMA quick_check").fetchone() == ("ok",)
    return killed


def test_a_migration_that_is_killed_is_done_again(old_shop: Path, tmp_path: Path) -> None:
    (tmp_path / "killed").mkdir()
    kill_often(old_shop, tmp_path / "killed", 3)


@pytest.mark.long
def test_a_hundred_killed_migrations(old_shop: Path, tmp_path: Path) -> None:
    (tmp_path / "killed").mkdir()
    kill_often(old_shop, tmp_path / "killed", 100)
