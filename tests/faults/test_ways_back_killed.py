"""Whatever is killed on a way back leaves a whole shop in its place, and nothing lying about."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from models.orders import order_history, orders
from models.shop import backup, rebuild, restore
from models.shop.opening import open_shop
from models.shop.places import training
from models.shop.removal import retention
from models.shop.verify import verify
from models.storage.database import database
from tests.conftest import SetClock
from tests.readable import a_product, an_order, pcs

OLD = 5  # orders that retention removes, some at a time
#: What the system or the engine is asked for, and may be the last that a program did.
INSTANTS = frozenset(
    {"execute", "executemany", "fetchone", "fetchall", "backup", "close", "link", "replace",
     "rename", "unlink", "open", "chmod", "mkdir", "fsync"}
)  # fmt: skip
DEEDS: dict[str, Callable[[Path], object]] = {
    "retention": lambda folder: retention.remove(1, folder),
    "backup": lambda folder: backup.back_up_into(folder),
    "restore": lambda folder: restore.restore(backup.all_in(folder)[0]),
    "rebuild": lambda folder: rebuild.rebuild([folder]),
    "training": lambda folder: training.begin(folder.parent),
}


@pytest.fixture
def folder(shop_file: Path, clock: SetClock, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The backups of a shop in which an order was placed since; others were finished years ago."""
    monkeypatch.setattr(retention, "_AT_ONCE", 2)
    folder = shop_file.parent / "backups"
    with open_shop(str(shop_file)):
        now = clock.moment
        clock.set(2020, 3, 5, 10)
        product = a_product("Teh", on_hand=pcs(99))
        for _ in range(OLD):
            orders.cancel(an_order(product).id, "batal")
        clock.moment = now
        an_order(product)
        backup.back_up_into(folder)
        an_order(product)
        database.execute_sql("PRAGMA journal_mode = delete")
    return folder


def done_until(instant: int, shop_file: Path, folder: Path, deed: str) -> int:
    """Does it in a process that is killed at this instant; how many instants it came to."""
    if sys.platform == "win32":
        pytest.skip("Windows makes no copy of a process")
    said, says = os.pipe()
    child = os.fork()
    if not child:
        seen = 0

        def look(frame: FrameType, event: str, called: Any) -> None:
            nonlocal seen
            if event == "c_call" and getattr(called, "__name__", "") in INSTANTS:
                seen += 1
                if seen == instant:
                    os.kill(os.getpid(), signal.SIGKILL)

        try:
            with open_shop(str(shop_file)):
                sys.setprofile(look)
                DEEDS[deed](folder)
                sys.setprofile(None)
            os.write(says, str(seen).encode())
        finally:
            os._exit(0)
    os.close(says)
    with os.fdopen(said) as answer:
        count = int(answer.read() or instant)
    os.waitpid(child, 0)
    return count


def check(shop_file: Path, folder: Path, deed: str) -> None:
    with open_shop(str(shop_file)):
        assert verify([folder]).is_whole
        if deed == "retention":  # goes on where it was cut off
            retention.remove(1, folder)
            assert verify([folder]).is_whole
            assert len(order_history.find()) == 2
        else:
            assert len(order_history.find()) - OLD in (1, 2)
            backup.back_up_into(folder)
        assert [path.name for path in folder.glob(".*")] == []
    training.end(folder.parent)
    left = {path.name for path in folder.parent.iterdir()} - {
        "shop.sqlite3", "shop.sqlite3-news", "backups",
    }  # fmt: skip
    aside = [name for name in left if " before restore " in name]
    assert left == set(aside)
    assert not any((folder.parent / name).samefile(shop_file) for name in aside)


def kill_often(shop_file: Path, folder: Path, deed: str, times: int) -> None:
    whole = {path: path.read_bytes() for path in (shop_file, *folder.iterdir())}
    instants = done_until(0, shop_file, folder, deed)
    for number in range(times):
        for path in (*shop_file.parent.glob("shop*"), *folder.iterdir()):
            path.unlink()
        for path, content in whole.items():
            path.write_bytes(content)
        done_until(1 + (2 * number + 1) * instants // (2 * times), shop_file, folder, deed)
        check(shop_file, folder, deed)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of a fork beside threads
@pytest.mark.parametrize("deed", DEEDS)
def test_two_kills_leave_a_whole_shop(deed: str, shop_file: Path, folder: Path) -> None:
    kill_often(shop_file, folder, deed, 2)


@pytest.mark.long
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("deed", DEEDS)
def test_two_hundred_kills_leave_a_whole_shop(deed: str, shop_file: Path, folder: Path) -> None:
    kill_often(shop_file, folder, deed, 200)
