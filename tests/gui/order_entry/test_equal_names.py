"""Goods that look the same by their names are told apart wherever one chooses among them."""

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from gui.shell.app_context import AppContext
from models.fulfilment import fulfilment, questions
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, an_order, at_station, pcs

if TYPE_CHECKING:
    from gui.order_entry.shopping_list.review_layout import ReviewLayout

SIZES = [(1366, 695), (1280, 592), (960, 472), (1920, 1032)]
LONG = "Indomie Goreng Rasa Ayam Bawang Kemasan Keluarga Isi Lima Spesial Edisi Lebaran {} 85 g"
PAIRS = [("Sabun", "Sabun", "Sabun"), (LONG.format("A"), LONG.format("B"), LONG.format("C"))]


def looks(shown: QListView, place: QRect) -> QImage:
    return shown.viewport().grab(place).toImage()


def row(shown: QListView, at: int) -> QRect:
    return shown.visualRect(shown.model().index(at, 0))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("names", PAIRS)
def test_hits(
    context: AppContext, qtbot: QtBot, names: tuple[str, ...], size: tuple[int, int]
) -> None:
    for name in names:
        a_product(name, 4_000)
    cashier = Cashier(context, qtbot, size)
    cashier.type(names[0][:5])
    shown = cashier.window.counter.talk.finder.list
    assert len(cashier.hits) == 3
    assert looks(shown, row(shown, 1)) != looks(shown, row(shown, 2))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("names", PAIRS)
def test_goods_that_are_sent_instead(
    context: AppContext, qtbot: QtBot, names: tuple[str, ...], size: tuple[int, int]
) -> None:
    for name in names:
        a_product(name, 4_000)
    cashier = Cashier(context, qtbot, size)
    placed = an_order((a_product("Beras", 13_000), pcs(5)))
    with at_station("gudang"):
        fulfilment.pick(placed.id, 1, pcs(2))
        questions.ask(placed.id, 1)
    cashier.hear()
    cashier.press("F12", "2")
    cashier.type(names[0][:5])
    shown = cashier.window.questions.card.list
    qtbot.waitUntil(shown.isVisible)
    assert looks(shown, row(shown, 1)) != looks(shown, row(shown, 2))


@pytest.mark.parametrize("size", SIZES)
def test_choices_of_a_list(context: AppContext, qtbot: QtBot, size: tuple[int, int]) -> None:
    for name in PAIRS[1]:
        a_product(name, 4_000)
    cashier = Cashier(context, qtbot, size)
    cashier.paste("indomie goreng 2\nindomie goreng ayam bawang 3\nindomie goreng 4\nindomie 5")
    pieces: ReviewLayout = cashier.window.review.pieces
    shown, painter = pieces.wishes, pieces.painter
    qtbot.waitUntil(lambda: shown.isVisible() and bool(shown.rows.rows))
    wish = next(one for one in shown.rows.rows if one.is_open)
    assert len(wish.choices) == 3
    places = painter.places(row(shown, wish.at), wish)
    words = [place.adjusted(44, 2, -4, -2) for place in places]  # behind the key
    assert looks(shown, words[1]) != looks(shown, words[2])
