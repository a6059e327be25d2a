"""Three counters read what waits and are killed in between: each message is read exactly once."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from models.catalogue import catalogue
from models.orders import held_carts
from models.shop.opening import open_shop
from models.shopping_list import inbox
from models.shopping_list.inbox import Incoming
from tests.conftest import ROOT
from tests.readable import at_station

STATIONS = ("1", "2", "3")


def reader_at(path: Path, station: str) -> "subprocess.Popen[str]":
    """A counter in a process of its own, that has begun to read."""
    command = [sys.executable, "-m", "tests.faults.reader", str(path), station]
    reader = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert reader.stdout is not None
    with reader.stdout:
        reader.stdout.readline()
    return reader


@pytest.mark.parametrize(
    ("count", "kills"), [(60, 3), pytest.param(1_000, 60, marks=pytest.mark.long)]
)
def test_each_message_is_read_once(tmp_path: Path, count: int, kills: int) -> None:
    path, chance = tmp_path / "shop.sqlite3", random.Random(13)
    wanted = [f"aqua {number}" for number in range(count)]
    with open_shop(str(path)):
        catalogue.add_product("Aqua", 3_500)
        inbox.put([Incoming(text, f"chat {number}") for number, text in enumerate(wanted)])
    readers = {station: reader_at(path, station) for station in STATIONS}
    for _ in range(kills):
        station = chance.choice(STATIONS)
        time.sleep(chance.uniform(0.0, 0.05))
        readers[station].kill()
        readers[station].wait()
        readers[station] = reader_at(path, station)
    for reader in readers.values():
        assert reader.wait() == 0
    with open_shop(str(path)):
        read = []
        for station in STATIONS:
            with at_station(station):
                cart = held_carts.draft()
                read += [line.note for line in cart.lines] if cart else []
        left = inbox.inbox()
    assert sorted(read) == sorted(wanted)
    assert (left.messages, left.waiting) == ((), 0)
