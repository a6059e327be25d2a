"""A copy to play with is the shop as it is, is never taken for it, and leaves nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models import session
from models.errors import OnlyPlayed, StorageError
from models.orders import order_history
from models.shop.opening import Shop, open_shop
from models.shop.places import training
from models.shop.removal import erase
from models.storage.database import database
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, an_order


@postgres_in_the_long_run
def test_a_copy_has_everything_but_the_papers_that_wait(shop: Shop, tmp_path: Path) -> None:
    folder = tmp_path / "station"
    an_order(a_product("Teh"))
    database.execute_sql(
        "INSERT INTO print_job (paper, station, staff, state, attempts, error, seal, copy_number, "
        "asked_at, subject, labels) VALUES ('receipt', '1', '', 'waiting', 0, '', '', 0, 5, 1, '')"
    )
    training.begin(folder)
    shop.close()
    with open_shop(str(training.place(folder))):
        assert session.current.is_training
        assert len(order_history.find()) == 1
        assert database.execute_sql("SELECT COUNT(*) FROM print_job").fetchone() == (0,)
        an_order(a_product("Kopi"))
        with pytest.raises(OnlyPlayed):
            erase.check()
    training.end(folder)
    assert list(folder.iterdir()) == []
    with open_shop(shop.url):
        assert not session.current.is_training
        assert len(order_history.find()) == 1


def test_what_a_killed_program_left_is_removed_and_nobody_elses_is(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for number in (gone.pid, os.getppid()):
        (tmp_path / f"training-{number}").mkdir()
    (tmp_path / "training-notes").mkdir()
    training.end(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        f"training-{os.getppid()}",
        "training-notes",
    }


def test_where_it_cannot_be_made_nothing_is_left(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / f"training-{os.getpid()}").write_text("in the way")
    with pytest.raises(StorageError):
        training.begin(tmp_path)
    assert not training.place(tmp_path).exists()
