"""Goods that are missing: how many there are comes first, then why, then who decides."""

import pytest

from gui.fulfilment.overlays.short_prompt import ShortPrompt
from models.catalogue import catalogue
from models.fulfilment import questions
from models.orders.orders import PlacedOrder
from tests.gui.fulfilment.real_wall import RealWall
from tests.readable import a_product, an_order, line_rows, pcs

pytestmark = pytest.mark.usefixtures("beeps")


@pytest.fixture
def order(wall: RealWall) -> PlacedOrder:
    """Five of tea, of which the shop believes to have twenty, and soap."""
    placed = an_order((a_product("Tea", on_hand=pcs(20)), pcs(5)), a_product("Soap"))
    wall.hear()
    return placed


def first(order: PlacedOrder) -> tuple[int, int, str]:
    """Picked, short and why, of the first line."""
    row = line_rows(order.id)[0]
    return row["picked"], row["short"], row["short_reason"]


def outcome(wall: RealWall) -> str:
    question = wall.page.overlays.question
    assert isinstance(question, ShortPrompt)
    return question.outcome.text()


def on_hand(order: PlacedOrder) -> int | None:
    return catalogue.product(line_rows(order.id)[0]["product"]).on_hand


def test_the_first_digit_is_how_many_there_are(wall: RealWall, order: PlacedOrder) -> None:
    wall.press("S", "3")
    assert outcome(wall) == "Into the box: 3. Missing: 2."
    wall.press("Return")
    assert first(order) == (pcs(3), pcs(2), "sold_out")
    assert on_hand(order) == 0
    assert wall.page.wall.line is not None
    assert wall.page.wall.line.name == "Soap"


def test_enter_alone_says_that_there_are_none(wall: RealWall, order: PlacedOrder) -> None:
    wall.press("S", "Return")
    assert first(order) == (0, pcs(5), "sold_out")


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        (("D",), "damaged"),
        (("N",), "not_found"),
        (("E",), "expired"),
        (("E", "S"), "sold_out"),
        (("Right",), "damaged"),
        (("Down",), "not_found"),
        (("Down", "Right"), "expired"),
        (("Down", "Right", "Up", "Left", "Left"), "sold_out"),
    ],
)
def test_letters_and_arrows_say_why(
    wall: RealWall, order: PlacedOrder, keys: tuple[str, ...], reason: str
) -> None:
    wall.press("S", "1", *keys, "Return")
    assert first(order) == (pcs(1), pcs(4), reason)


def test_the_counter_is_asked_about_the_rest_only(wall: RealWall, order: PlacedOrder) -> None:
    wall.press("S", "2", "T")
    (question,) = questions.open_questions().questions
    assert (question.picked, question.quantity) == (pcs(2), pcs(3))
    assert first(order)[0] == pcs(2)


def test_t_asks_with_enter(wall: RealWall, order: PlacedOrder) -> None:
    wall.press("T", "4", "D", "Return")
    (question,) = questions.open_questions().questions
    assert (question.picked, question.quantity, question.reason) == (pcs(4), pcs(1), "damaged")


@pytest.mark.parametrize("typed", ["0,5", "0.5", ",5"])
def test_what_is_measured_is_there_in_parts(wall: RealWall, typed: str) -> None:
    rice = a_product("Rice", unit="kg")
    placed = an_order((rice, pcs(2)), a_product("Soap"))
    wall.hear()
    wall.press("S")
    wall.type(typed)
    assert outcome(wall) == "Into the box: 0.5. Missing: 1.5."
    wall.press("Return")
    assert first(placed) == (pcs(0.5), pcs(1.5), "sold_out")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("5", "That is enough: nothing is missing."),
        ("20", "That is enough: nothing is missing."),
        ("1.2.3", "\u201c1.2.3\u201d is not a number. Nothing was changed."),
        ("-1", "\u201c-1\u201d is not a number. Nothing was changed."),
    ],
)
def test_what_cannot_be_is_said_and_keeps_the_question_open(
    wall: RealWall, order: PlacedOrder, typed: str, said: str
) -> None:
    wall.press("S")
    wall.type(typed)
    wall.press("Return")
    assert outcome(wall) == said
    assert first(order)[:2] == (0, 0)


def test_one_undo_takes_back_what_was_taken_and_what_is_short(
    wall: RealWall, order: PlacedOrder
) -> None:
    wall.press("S", "3", "Return", "Ctrl+Z")
    assert first(order)[:2] == (0, 0)
    assert on_hand(order) == pcs(20)


def test_reporting_short_faster_than_the_news_does_not_settle_what_was_just_asked(
    wall: RealWall, order: PlacedOrder
) -> None:
    """On a busy machine the card still offered *short* after the counter had been asked."""
    refresher = wall.page.refresher
    refresher.timer.blockSignals(True)
    for key in ("T", "Return", "Up", "S", "Return"):
        wall.strike(key)
    refresher.timer.blockSignals(False)
    refresher.mark_stale()
    wall.hear()
    assert first(order)[:2] == (0, 0)
    assert line_rows(order.id)[0]["asked"] == pcs(5)


def test_a_line_that_changed_since_it_was_counted_is_looked_at_again(
    wall: RealWall, order: PlacedOrder
) -> None:
    wall.press("S")
    questions.ask(order.id, 1)  # by the key before this one, whose news is still on its way
    wall.press("Return")
    assert "changed elsewhere first" in wall.told
    assert line_rows(order.id)[0]["asked"] == pcs(5)
    wall.press("Escape")
