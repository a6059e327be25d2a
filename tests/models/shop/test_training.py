"""A copy to play with is the shop as it is, is never taken for it, and leaves nothing."""

import os
import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest

from models import clock, events, session
from models.errors import NotAllowed, OnlyPlayed, StaffLocked, StorageError, WrongPin
from models.journal import journal
from models.orders import order_history
from models.settings import staff
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


@pytest.mark.usefixtures("no_wait")
def test_wrong_pins_that_are_tried_in_a_copy_count_in_the_shop(shop: Shop, tmp_path: Path) -> None:
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER, "1111")
    training.begin(tmp_path)
    begun = journal.since(0)[-1]
    assert (begun.kind, begun.staff) == (events.TRAINING_BEGUN, "P1")
    shop.close()
    with open_shop(str(training.place(tmp_path))):
        for guess in range(staff.FAILURES_LIMIT):
            with pytest.raises(WrongPin):
                staff.sign_in("K1", f"{guess:04d}")
    with open_shop(shop.url):
        staff.count_failures(training.end(tmp_path))
        staff.sign_in("P1", "2718")  # of his nobody tried one
        staff.sign_out()
        with pytest.raises(StaffLocked):
            staff.sign_in("K1", "1111")


@pytest.fixture
def no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour goes by at each look."""
    hours = count(0, 60 * clock.MINUTE)
    monkeypatch.setattr(clock, "running", lambda: next(hours))


def test_a_copy_to_play_with_is_the_owners_to_make(shop: Shop, tmp_path: Path) -> None:
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER, "1111")
    staff.sign_in("K1", "1111")
    with pytest.raises(NotAllowed):
        training.begin(tmp_path)
    assert list(tmp_path.glob("training-*")) == []


def test_where_it_cannot_be_made_nothing_is_left(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / f"training-{os.getpid()}").write_text("in the way")
    with pytest.raises(StorageError):
        training.begin(tmp_path)
    assert not training.place(tmp_path).exists()
