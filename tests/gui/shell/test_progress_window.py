"""What is shown while a shop is made ready before its first window."""

import gzip
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.look.theme import Theme
from gui.shell.progress_window import ProgressWindow
from models.errors import DiskFull
from models.journal import journal
from models.orders import orders
from models.shop.opening import open_shop
from tests.readable import a_product, cart_of

SHOP = Path(__file__).parents[2] / "models/shop/shops/0001.sqlite3.gz"


def test_an_older_shop_is_brought_up_to_date_behind_a_window_that_lives(
    tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "shop.sqlite3"
    path.write_bytes(gzip.decompress(SHOP.read_bytes()))
    seen: list[tuple[bool, bool]] = []

    def patience(work: Callable[[], object]) -> None:
        window = ProgressWindow(Theme("light"), "Brought up to date")

        def look() -> None:
            seen.append((window.isVisible(), threading.current_thread() is threading.main_thread()))
            work()

        window.during(look)
        assert not window.isVisible()

    with open_shop(str(path), patience=patience):
        orders.place(cart_of(a_product("Kopi", 9_000)))
        assert journal.verify().intact
    assert seen == [(True, False)]
    with open_shop(str(path), patience=lambda work: pytest.fail("nothing is to be done")):
        pass


def test_what_goes_wrong_meanwhile_is_told_as_ever(qtbot: QtBot) -> None:
    def full() -> None:
        raise DiskFull("full")

    with pytest.raises(DiskFull):
        ProgressWindow(Theme("light"), "The shelves are being filled").during(full)
