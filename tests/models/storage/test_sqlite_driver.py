"""One SQLite in the process, whichever driver brings it."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from models.shop.opening import open_shop
from models.storage.database import database
from tests.conftest import ROOT
from tests.readable import a_product, an_order

NEWER = """
import sqlite3
sqlite3.sqlite_version_info = (9, 0, 0)
from models.shop.opening import open_shop
from models.shop.places import training
from models.storage.database import database
with open_shop(sys.argv[1]):
    assert type(database.connection()).__module__.startswith("pysqlite3"), database.connection()
"""

ON_APSW = """
import tests.on_apsw
from pathlib import Path
from models.errors import ShopError
from models.settings import privacy
from models.shop import backup, restore
from models.shop.opening import open_shop
from models.shop.verify import verify
from models.shop.places import training
from models.storage.database import database
from tests.readable import a_product, an_order

path = Path(sys.argv[1])
with open_shop(str(path)):
    an_order(a_product("beras"))
    assert type(database.connection()).__module__ == "apsw"
    made = backup.back_up(path.with_name("copy.sqlite3"))
    assert verify().is_whole
    restore.restore(made.path)
    assert verify().is_whole
    training.begin(path.parent)
    training.end(path.parent)
content = path.read_bytes()
path.write_bytes(content.replace(b"beras", b"ber\\xff\\xfe"))
try:
    with open_shop(str(path)):
        assert not verify().is_whole
except ShopError:
    pass
"""


def run(code: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", f"import sys{code}", str(path)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_peewee_takes_the_one_that_is_checked_even_if_python_s_own_is_newer(
    tmp_path: Path,
) -> None:
    done = run(NEWER, tmp_path / "shop.sqlite3")
    assert done.returncode == 0, done.stderr


def test_a_shop_lives_on_the_driver_of_other_systems(tmp_path: Path) -> None:
    done = run(ON_APSW, tmp_path / "shop.sqlite3")
    assert done.returncode == 0, done.stderr


def test_after_a_day_of_other_questions_an_order_s_statements_are_still_prepared_once(
    shop_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = pytest.importorskip("pysqlite3.dbapi2")
    prepared: list[str] = []

    class Listening(driver.Connection):  # type: ignore[misc, name-defined]
        def __call__(self, sql: str) -> Any:
            prepared.append(sql)
            return super().__call__(sql)

    monkeypatch.setattr(driver, "connect", partial(driver.connect, factory=Listening))
    with open_shop(str(shop_file)):
        beras = a_product("beras")
        for number in [*range(200)] * 2:
            database.execute_sql(f"SELECT {number} FROM product WHERE id = ?", (1,)).fetchall()
        an_order(beras)
        prepared.clear()
        an_order(beras)
    assert prepared == []
