"""What a card says: its state in a word, its lines, who is at work."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from gui.fulfilment import scans
from gui.fulfilment.cards import card_face, card_painting
from gui.fulfilment.overlays.batch import orders_for_batch, stops
from gui.shell.app_context import AppContext
from gui.words.language import Language
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment.cards import Card, CardLine, Limits
from models.orders import orders
from models.shop.opening import Shop
from models.stages import Stage
from tests.readable import a_product, an_order, at_station, pcs

MINUTE = 60_000
LIMITS = Limits(5 * MINUTE, 10 * MINUTE)


def a_line(**facts: Any) -> CardLine:
    plain: dict[str, Any] = {
        "line": 1, "product_id": 1, "sku": "P1", "name": "Aqua 600 ml", "unit": "pcs",
        "ordered": pcs(3), "picked": 0, "short": 0, "cancelled": 0, "note": "",
    }  # fmt: skip
    given = plain | facts
    return CardLine(**{"seen": given["ordered"]} | given)


def a_card(*lines: CardLine, **facts: Any) -> Card:
    plain: dict[str, Any] = {
        "id": 1, "number": 42, "placed_at": 0, "station": "1", "note": "", "stage": Stage.WAITING,
        "rush": False, "changed": False, "claimed_by": None, "ready_at": None,
    }  # fmt: skip
    return Card(**plain | {"lines": lines or (a_line(),)} | facts)


def head(card: Card, context: AppContext, waited: int, is_new: bool = False) -> card_face.HeadFace:
    return card_face.head_of(card, LIMITS, waited * MINUTE, context.format, is_new)


@pytest.mark.parametrize(
    ("waited", "word", "fill"),
    [(1, "since 07:00", "card_head"), (5, "Almost late", "warn"), (10, "Late", "danger")],
)
def test_lateness_is_a_word_an_icon_and_a_colour(
    context: AppContext, waited: int, word: str, fill: str
) -> None:
    found = head(a_card(), context, waited)
    assert (found.number, found.word, found.fill) == ("042", word, fill)


def test_an_order_that_is_ready_is_late_no_more(context: AppContext) -> None:
    found = head(a_card(stage=Stage.READY, ready_at=30 * MINUTE), context, 50)
    assert (found.word, found.fill) == ("Ready", "ready")


def test_a_rush_has_its_plate_and_its_edge_and_keeps_the_word_late(context: AppContext) -> None:
    found = head(a_card(rush=True), context, 12)
    assert (found.rush, found.word, found.edge) == (True, "Late", "text")


def test_a_new_order_says_so(context: AppContext) -> None:
    assert head(a_card(), context, 0, is_new=True).word == "Just came in"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, "3 Aqua 600 ml"),
        ({"picked": pcs(2)}, "2/3 Aqua 600 ml"),
        ({"picked": pcs(3)}, "3 Aqua 600 ml"),
        ({"seen": pcs(5)}, "5 → 3 Aqua 600 ml"),
        ({"seen": 0}, "3 Aqua 600 ml New"),
        ({"cancelled": pcs(3)}, "3 Aqua 600 ml Cancelled"),
        ({"short": pcs(1), "picked": pcs(2)}, "2/3 Aqua 600 ml Short 1"),
        ({"unit": "kg", "ordered": 500}, "0.5 kg Aqua 600 ml"),
        ({"note": "cold"}, "3 Aqua 600 ml cold"),
    ],
)
def test_a_line_says_what_is_missing(
    context: AppContext, facts: dict[str, Any], words: str
) -> None:
    (line,) = card_face.lines_of(a_card(a_line(**facts)), context.format)
    assert line.words == words


def test_a_cancelled_line_goes_when_the_change_was_acknowledged(context: AppContext) -> None:
    gone = a_line(cancelled=pcs(3), seen=0)
    assert card_face.lines_of(a_card(gone), context.format) == []


@pytest.mark.parametrize(
    ("facts", "who"),
    [
        ({}, "Waiting"),
        ({"claimed_by": "1"}, "This station is on it"),
        ({"claimed_by": "2"}, "Counter 2 is on it"),
        ({"claimed_by": "Toko Utama"}, "Toko Utama is on it"),
        ({"claimed_by": "Gudang 3"}, "Gudang 3 is on it"),
        ({"stage": Stage.PICKING}, "Started, unclaimed"),
        ({"stage": Stage.READY}, "To be handed over"),
    ],
)
def test_the_foot_says_who_is_at_work(context: AppContext, facts: dict[str, Any], who: str) -> None:
    assert card_face.foot_of(a_card(**facts)).who == who


def test_a_screen_reader_hears_the_whole_card(context: AppContext) -> None:
    card = a_card(a_line(picked=pcs(1)), rush=True, note="two bags")
    said = card_face.spoken(card, LIMITS, 11 * MINUTE, context.format)
    assert said == "042, Late, 11:00, RUSH, Waiting, 0/1, two bags, 1/3 Aqua 600 ml"


# --- scans -----------------------------------------------------------------------------------


def test_a_scan_is_right_wrong_or_enough() -> None:
    card = a_card(a_line(picked=pcs(2)), a_line(line=2, product_id=2, picked=pcs(3)))
    assert scans.check(card, 1, pcs(1)) == scans.Verdict("right", card.lines[0], pcs(1))
    assert scans.check(card, 2, pcs(1)).kind == "enough"
    assert scans.check(card, 3, pcs(1)).kind == "wrong"


def test_a_carton_never_exceeds_what_was_ordered() -> None:
    assert scans.check(a_card(), 1, pcs(40)).kind == "enough"


def test_the_label_of_what_is_weighed_stands_for_what_is_open() -> None:
    card = a_card(a_line(ordered=500))
    assert scans.check(card, 1, pcs(1)) == scans.Verdict("right", card.lines[0], 500)


# --- batches ---------------------------------------------------------------------------------


def test_a_batch_merges_the_open_lines_of_what_this_station_claimed(context: AppContext) -> None:
    soap, rice = a_product("Soap"), a_product("Rice")
    first, second = an_order((soap, pcs(2)), rice), an_order((soap, pcs(1)))
    an_order(soap)
    for order in (first, second):
        fulfilment.claim(order.id)
    cards = fulfilment_queue.waiting()
    letters = orders_for_batch(cards, "1")
    found = stops(cards, letters, context.format)
    assert letters == {first.id: "A", second.id: "B"}
    assert [(stop.name, stop.quantity) for stop in found] == [("Rice", pcs(1)), ("Soap", pcs(3))]
    assert found[1].boxes.replace("\u2009", " ") == "A 2  B 1"


def test_a_rush_and_what_others_claimed_stay_out_of_a_batch(shop: Shop) -> None:
    soap = a_product("Soap")
    orders_ = [an_order(soap) for _ in range(4)]
    fulfilment.rush(orders_[0].id)
    with at_station("2"):
        fulfilment.claim(orders_[1].id)
    found = orders_for_batch(fulfilment_queue.waiting(), "1")
    assert list(found) == [orders_[2].id, orders_[3].id]


def test_a_line_the_counter_cancelled_is_no_stop_of_a_batch(context: AppContext) -> None:
    order = an_order(a_product("Soap"), a_product("Rice"))
    orders.cancel_line(order.id, 1)
    cards = fulfilment_queue.waiting()
    found = stops(cards, orders_for_batch(cards, "1"), context.format)
    assert [stop.name for stop in found] == ["Rice"]


@pytest.mark.parametrize("code", ["en", "id"])
@pytest.mark.parametrize("width", [300, 420, 433, 620])
def test_what_stands_beside_the_number_never_stands_on_it(
    context: AppContext, language: Language, code: str, width: int
) -> None:
    language.choose(code)

    def number_of(card: Card) -> QImage:
        face = replace(head(card, context, 5), edge="")
        picture = QImage(width, 82, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        card_painting.paint_head(painter, context.theme, picture.rect(), face, "05:25")
        painter.end()
        return picture.copy(0, 0, card_painting.PAD + number_width, 82)

    watch_width = QFontMetrics(context.theme.font("queue_wait")).horizontalAdvance("05:25")
    whole_number = QFontMetrics(context.theme.font("queue_number")).horizontalAdvance("042")
    number_width = min(whole_number, width - 2 * card_painting.PAD - watch_width - 46)
    assert number_of(a_card(rush=True)) == number_of(a_card())
