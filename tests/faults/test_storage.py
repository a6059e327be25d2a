"""The disk is full, the folder cannot be written, the file is damaged: nothing is half stored."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from models.catalogue import catalogue
from models.errors import Damaged, DiskFull, NotAShop, ReadOnly, ShopError
from models.journal import journal, replay
from models.orders import orders
from models.shop.opening import open_shop
from models.storage.database import database, translated_errors
from tests.readable import a_product, an_order, cart_of

resource = pytest.importorskip("resource")  # a limit on files, which Windows has not


def sound() -> bool:
    with translated_errors():
        whole = database.execute_sql("PRAGMA quick_check").fetchone() == ("ok",)
    return whole and journal.verify().intact and replay.replay() == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("only root can mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def order_until_full() -> tuple[list[int], ShopError]:
    """The numbers that were acknowledged before the disk was full, and what was told then."""
    product = catalogue.product(1)
    acknowledged: list[int] = []
    while True:
        try:
            acknowledged.append(orders.place(cart_of(product).set_note("x" * 400)).value.number)
        except ShopError as error:
            return acknowledged, error


@pytest.mark.parametrize("left", [0, 10_000, 150_000])
def test_on_a_full_disk_what_was_acknowledged_is_stored_and_reading_goes_on(
    small_disk: Path, left: int
) -> None:
    if sys.platform == "win32":
        pytest.skip("a disk is filled as Linux does it")
    with open_shop(str(small_disk / "shop.sqlite3")):
        a_product()
        ballast = small_disk / "ballast"
        free = os.statvfs(small_disk)
        ballast.write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - left))
        acknowledged, refusal = order_until_full()
        assert isinstance(refusal, DiskFull)
        assert acknowledged == list(range(1, len(acknowledged) + 1))
        assert sound()
        for _ in range(3):
            with pytest.raises(DiskFull):
                an_order(catalogue.product(1))
        ballast.unlink()
        # The same session goes on, without a gap in the numbers.
        assert an_order(catalogue.product(1)).number == len(acknowledged) + 1
        assert sound()
    with open_shop(str(small_disk / "shop.sqlite3")):
        assert sound()


def test_a_file_that_may_not_grow_further_loses_nothing(shop_file: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("a disk is filled as Linux does it")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    with open_shop(str(shop_file)):
        a_product()
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
            acknowledged, refusal = order_until_full()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert isinstance(refusal, DiskFull)
        assert len(acknowledged) > 10
        assert an_order(catalogue.product(1)).number == len(acknowledged) + 1
        assert sound()


def test_a_shop_that_may_only_be_read_is_told_and_can_be_read(shop_file: Path) -> None:
    with open_shop(str(shop_file)):
        product = a_product()
        database.execute_sql("PRAGMA query_only = 1")
        with pytest.raises(ReadOnly):
            an_order(product)
        assert catalogue.product(product.id) == product
        database.execute_sql("PRAGMA query_only = 0")
        assert an_order(product).number == 1


# --- damage -----------------------------------------------------------------------------------


@pytest.fixture
def old_shop(shop_file: Path) -> Path:
    """A closed shop with some history."""
    with open_shop(str(shop_file)):
        product = a_product()
        for _ in range(60):
            an_order(product)
    return shop_file


def test_a_file_that_lost_its_beginning_is_refused_and_left_alone(old_shop: Path) -> None:
    content = old_shop.read_bytes()
    old_shop.write_bytes(b"\0" * 4096 + content[4096:])
    with pytest.raises(NotAShop):
        open_shop(str(old_shop))
    assert old_shop.read_bytes()[4096:] == content[4096:]


@pytest.mark.parametrize("page", [1, 2, 5, 20, 40])
def test_a_damaged_page_is_told_and_never_overwritten(old_shop: Path, page: int) -> None:
    content = bytearray(old_shop.read_bytes())
    start = page * 4096 if page > 1 else 100
    content[start : start + 1000] = b"\xa5" * 1000
    old_shop.write_bytes(content)
    assert outcome(old_shop) in (False, Damaged, NotAShop)
    assert old_shop.read_bytes()[start : start + 1000] == b"\xa5" * 1000


def test_half_a_file_is_found_out(old_shop: Path) -> None:
    content = old_shop.read_bytes()
    old_shop.write_bytes(content[: len(content) // 2])
    assert outcome(old_shop) in (False, Damaged, NotAShop)


def test_a_sound_file_is_not_called_damaged(old_shop: Path) -> None:
    assert outcome(old_shop) is True


def outcome(path: Path) -> bool | type[ShopError]:
    """Whether the shop is sound, or what was told when it was opened and read."""
    try:
        with open_shop(str(path)):
            return sound()
    except ShopError as error:
        return type(error)
