"""A shop on its way is killed again and again, arrives whole, and comes back equal."""

import os
import signal
from datetime import date
from pathlib import Path

import pytest

from models.settings import privacy
from models.shop import set_up
from models.shop.opening import open_shop
from models.shop.places import moving
from models.shop.places.peek import peek
from models.shop.verify import verify
from models.storage import row_copying
from tests.benchmarks.make_shop import make_shop
from tests.models.shop.test_moving import WANTED, content

STATION = "Kasir 1"


def move(url: str, target: str, folder: Path, killed_at: float = 2.0) -> int:
    """Takes the shop there in a process of its own, which ends in the middle of a row's way when
    that part of all rows is there; how it ended."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.waitstatus_to_exitcode(status)

    def progress(done: int, of: int) -> bool:
        if done >= killed_at * of:
            os.kill(os.getpid(), signal.SIGKILL)
        return True

    code = 1
    try:
        with open_shop(url, station=STATION):
            moving.move(target, folder, progress)
        code = 0
    finally:
        os._exit(code)


def there_and_back(shop: Path, server: str, folder: Path) -> None:
    with open_shop(str(shop), station=STATION):
        set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
    for part in (0.1, 0.7):
        assert move(str(shop), server, folder, part) == -signal.SIGKILL
        assert peek(server) is None
        assert peek(str(shop)) is not None
    assert move(str(shop), server, folder) == 0
    back = folder / "back.sqlite3"
    assert move(server, str(back), folder, 0.5) == -signal.SIGKILL
    assert not back.exists()
    assert move(server, str(back), folder) == 0
    assert content(str(shop)) == content(server) == content(str(back))
    with open_shop(str(back), station=STATION, make=False):
        assert verify().is_whole


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is made by fork")
@pytest.mark.parametrize(
    ("orders", "step"), [(60, 40), pytest.param(50_000, 2_000, marks=pytest.mark.long)]
)
def test_killed_there_and_back_it_is_equal_in_every_column_and_hash(
    shop_file: Path, empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    orders: int, step: int,
) -> None:  # fmt: skip
    monkeypatch.setattr(row_copying, "STEP", step)
    with open_shop(str(shop_file), station=STATION):
        make_shop(orders, max(20, orders // 50), last=date(2026, 3, 8))
    there_and_back(shop_file, empty_database, tmp_path / "own")
