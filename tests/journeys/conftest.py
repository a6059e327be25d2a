"""What a journey starts from: an empty machine, a price list, and the program as it is run."""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from gui import startup
from gui.startup import CliOptions
from models import clock
from models.formats.check_digits import check_digit
from models.orders import order_history, orders
from models.settings import privacy
from models.shop.opening import open_shop
from models.shop.verify import verify
from tests.conftest import ROOT, SetClock
from tests.gui.conftest import context, language, said
from tests.journeys.person import Story, live
from tests.readable import a_product, an_order

__all__ = ["context", "language", "said"]  # the desk at which a shift is played

REAL = ROOT.parent / "shared" / "data" / "minimarket_catalogue_id.csv"
HEADER = "kode,barcode,nama,kategori,merek,satuan,harga_beli,harga_jual,stok"

#: A few goods for machines on which the real catalogue does not lie.
SMALL = [
    f"T{at:05},{code + check_digit(code)},Barang Uji {at},Umum,Uji,Pcs,{1000 * at},{1500 * at},0"
    for at, code in ((at, f"89910001000{at}") for at in range(1, 10))
]
#: What a supplier's hand spoils: each must be refused, and each with its own reason.
SPOILED = [
    "X00001,8990000000011,HARGA PAKAI HURUF O,Umum,Uji,Pcs,1000,12.5OO,0",
    "X00002,8990000000028,,Umum,Uji,Pcs,1000,1500,0",
    "X00003,8990000000035,MINUS,Umum,Uji,Pcs,1000,-1500,0",
]


@dataclass(frozen=True)
class List:
    """A price list as a supplier sends it: `good` rows, and three that cannot be taken."""

    path: Path
    good: int
    #: Barcodes to scan, with the price that stands beside them.
    codes: dict[str, int]


@pytest.fixture
def price_list(tmp_path: Path) -> List:
    """The real catalogue of 5,134 products where it is, with three spoiled rows at its end."""
    lines = REAL.read_text(encoding="utf-8-sig").splitlines()[1:] if REAL.exists() else SMALL
    path = tmp_path / "katalog.csv"
    path.write_text("\n".join([HEADER, *lines, *SPOILED]) + "\n", encoding="utf-8")
    codes: dict[str, int] = {}
    for row in csv.DictReader([HEADER, *lines]):
        if len(row["barcode"]) == 13 and int(row["harga_jual"]) > int(row["harga_beli"]) > 0:
            codes.setdefault(row["barcode"], int(row["harga_jual"]))
    return List(path, len(lines), dict(list(codes.items())[:5]))


def today() -> date:
    return clock.business_day(clock.now(), "Asia/Jakarta")


@dataclass(frozen=True)
class Machine:
    """A computer on which the program has never run."""

    folder: Path
    run: Callable[[Story, str], int]

    @property
    def shop(self) -> Path:
        return self.folder / "shop.sqlite3"

    @property
    def files(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir()) if self.folder.exists() else []


@pytest.fixture
def machine(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    folder = tmp_path / "BotBelanja"
    monkeypatch.setattr(startup, "data_folder", lambda: folder)

    def run(story: Story, language: str) -> int:
        wishes = CliOptions(language=language, theme="light")
        return live(qapp, lambda: startup.run(qapp, wishes), story, tmp_path)

    return Machine(folder, run)


def two_old_orders_and_two_new(shop_file: Path, hand: SetClock, year: int, language: str) -> None:
    """A shop whose old ones are of that `year` and cancelled, and whose new ones are of today."""
    hand.set(year, 3, 5, 10)
    with open_shop(str(shop_file)):
        privacy.accept(privacy.policy(language))
        tea = a_product("Teh")
        for _ in range(2):
            orders.cancel(an_order(tea).id, "batal")
        hand.set(2026, 3, 2, 9)
        an_order(tea)
        an_order(tea)


def orders_left(shop_file: Path) -> int:
    """How many orders there are, in a shop that is whole."""
    with open_shop(str(shop_file)):
        assert verify().is_whole
        return len(order_history.find())
