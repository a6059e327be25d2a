"""How many keys an order takes; the counts stand in docs/figures.md and are the smallest there are.

A scan is no key: the scanner types by itself. A key held down with Ctrl or Alt is one key.
"""

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gui.shell.app_context import AppContext
from models.catalogue.catalogue import Product
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product

FIGURES = Path(__file__).parents[2] / "docs" / "figures.md"

GOODS = (
    ("Beras Raja Lele 5 kg", 70_000), ("Gula Gulaku 1 kg", 17_500), ("Teh Sosro 30", 12_000),
    ("Indomie Goreng", 3_500), ("Aqua 600 ml", 4_000), ("Kopi Kapal Api 165 g", 15_000),
    ("Minyak Bimoli 2 liter", 38_000), ("Sabun Lifebuoy 85 g", 5_000), ("Telur Ayam 1 kg", 28_000),
    ("Susu Ultra 1 liter", 19_500), ("Roti Tawar Sari Roti", 16_000),
    ("Kecap Bango 275 ml", 13_500),
)  # fmt: skip


class Counting(Cashier):
    """A cashier whose keys are counted."""

    keys = 0

    def press(self, *keys: str) -> None:
        self.keys += len(keys)
        super().press(*keys)

    def type(self, text: str) -> None:
        self.keys += len(text)
        super().type(text)


@pytest.fixture
def goods(context: AppContext) -> list[Product]:
    return [
        a_product(name, price, sku=f"{at}", barcodes=[f"899100{at:07}"])
        for at, (name, price) in enumerate(GOODS, start=1)
    ]


@pytest.fixture
def cashier(context: AppContext, qtbot: QtBot, goods: list[Product]) -> Counting:
    return Counting(context, qtbot)


def in_the_figures(what: str) -> int:
    """The count that stands beside `what` in the table of the figures."""
    found = re.search(rf"^\| {re.escape(what)} \| (\d+) ", FIGURES.read_text("utf-8"), re.M)
    assert found, f"docs/figures.md does not tell the keys for: {what}"
    return int(found[1])


def test_three_scanned_items_take_one_key(cashier: Counting) -> None:
    cashier.scan("8991000000001", "8991000000004", "8991000000005")
    cashier.press("F10")
    assert cashier.orders[0].order.total == 77_500
    # Something has to say that the order is complete.
    assert cashier.keys == 1 == in_the_figures("Three scanned items, placed")


def test_five_typed_items_with_quantities_paid_in_cash_exactly(cashier: Counting) -> None:
    for what in ("3*ber", "2*gul", "5*ind", "6*aqu", "4*kec"):
        cashier.enter(what)
    cashier.press("F9", "Return")
    sheet = cashier.orders[0]
    assert [(x.name.split()[0], x.ordered // 1000) for x in sheet.lines] == [
        ("Beras", 3), ("Gula", 2), ("Indomie", 5), ("Aqua", 6), ("Kecap", 4),
    ]  # fmt: skip
    assert sheet.order.paid == sheet.order.total
    # Each line: digit, star, three letters, Enter; then pay, and the exact sum is proposed.
    assert cashier.keys == 5 * 6 + 2 == in_the_figures("Five items typed by three letters, paid")


def test_five_items_by_their_numbers_take_fewer(cashier: Counting) -> None:
    for what in ("3*1", "2*2", "5*4", "6*5", "4*8"):
        cashier.enter(what)
    cashier.press("F9", "Return")
    assert [x.ordered // 1000 for x in cashier.orders[0].lines] == [3, 2, 5, 6, 4]
    # No digit can be spared: quantity, star, the shortest code there is, Enter.
    assert cashier.keys == 5 * 4 + 2 == in_the_figures("Five items typed by a one-digit code, paid")


def test_a_list_of_twelve_lines_takes_three_keys(cashier: Counting) -> None:
    cashier.paste("\n".join(f"{at} {name}" for at, (name, _) in enumerate(GOODS, start=1)))
    cashier.press("Ctrl+Return", "F10")
    assert [x.ordered // 1000 for x in cashier.orders[0].lines] == list(range(1, 13))
    # Paste, into the cart, send: each line was sure, so none of them is asked about.
    assert cashier.keys == 3 == in_the_figures("A pasted list of 12 lines, placed")
