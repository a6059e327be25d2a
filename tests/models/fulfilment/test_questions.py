"""The warehouse asks about goods that are not there; the counter's answer changes the order."""

import pytest

from models.catalogue import stock
from models.errors import (
    BadChoice,
    CannotUndo,
    MoreThanOpen,
    NoQuestion,
    NothingToRedo,
    OrderIsPaid,
    QuestionOpen,
)
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment import questions as asking
from models.journal import journal, replay
from models.orders import orders, payments
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.settings import preferences
from models.shop.opening import Shop, open_shop
from models.shop.undo import undo
from models.stages import Stage
from tests.conftest import SetClock
from tests.readable import a_product, an_order, at_station, cart_of, line_rows, order_row, pcs


def rice_and_tea() -> PlacedOrder:
    return an_order((a_product("Beras", 13_000, on_hand=pcs(9)), pcs(5)), a_product("Teh", 4_000))


def asked_about_rice() -> PlacedOrder:
    """Two of five are picked, and the shelf is empty."""
    placed = rice_and_tea()
    with at_station("gudang"):
        fulfilment.pick(placed.id, 1, pcs(2))
        asking.ask(placed.id, 1, reason="sold_out", on_shelf=0)
    return placed


def entries_of(order_id: int) -> list[str]:
    return [event.kind for event in journal.for_order(order_id)]


def test_the_counter_that_took_the_order_is_asked(shop: Shop) -> None:
    placed = asked_about_rice()
    (question,) = asking.open_questions().questions
    assert (question.number, question.name, question.line) == (placed.number, "Beras", 1)
    assert (question.quantity, question.picked, question.ordered) == (pcs(3), pcs(2), pcs(5))
    assert (question.station, question.counter) == ("gudang", "1")
    assert entries_of(placed.id) == ["placed", "picked", "asked"]


def test_the_shelf_is_corrected_by_the_same_act(shop: Shop) -> None:
    placed = asked_about_rice()
    product = line_rows(placed.id)[0]["product"]
    assert stock.level(product) == (0, pcs(3))
    fulfilment.undo_last_step(placed.id)
    assert stock.level(product) == (pcs(7), pcs(3))
    assert asking.open_questions().questions == ()


def test_nobody_makes_an_order_ready_over_an_open_question(shop: Shop) -> None:
    placed = asked_about_rice()
    with at_station("gudang"), pytest.raises(QuestionOpen):
        fulfilment.make_ready(placed.id)
    with at_station("gudang"), pytest.raises(QuestionOpen):
        asking.ask(placed.id, 1)


def test_what_is_found_after_all_need_not_be_answered(shop: Shop) -> None:
    placed = asked_about_rice()
    with at_station("gudang"):
        fulfilment.pick(placed.id, 1, pcs(1))
        assert asking.open_questions().questions[0].quantity == pcs(2)
        fulfilment.pick(placed.id, 1)
    assert asking.open_questions().questions == ()
    with pytest.raises(NoQuestion):
        asking.answer(placed.id, 1, "send")


def test_send_what_there_is(shop: Shop) -> None:
    placed = asked_about_rice()
    asking.answer(placed.id, 1, "send")
    rice = line_rows(placed.id)[0]
    assert (rice["picked"], rice["short"], rice["answer"]) == (pcs(2), pcs(3), "send")
    assert order_row(placed.id)["total"] == 2 * 13_000 + 4_000
    assert entries_of(placed.id)[-1] == "answered"
    card = fulfilment_queue.card(placed.id)
    assert card is not None
    assert card.changed
    assert card.lines[0].answer == "send"
    fulfilment.acknowledge(placed.id)
    card = fulfilment_queue.card(placed.id)
    assert card is not None
    assert card.lines[0].answer == ""


def test_another_product_instead(shop: Shop) -> None:
    placed = asked_about_rice()
    other = cart_of((a_product("Beras merah", 15_000), pcs(3))).lines[0]
    asking.answer(placed.id, 1, "substitute", other)
    rows = line_rows(placed.id)
    assert (rows[0]["short"], rows[2]["name"], rows[2]["ordered"]) == (
        pcs(3), "Beras merah", pcs(3),
    )  # fmt: skip
    assert order_row(placed.id)["total"] == 2 * 13_000 + 4_000 + 3 * 15_000
    with pytest.raises(BadChoice):
        asking.answer(placed.id, 1, "substitute")


def test_the_customer_waits(shop: Shop) -> None:
    placed = asked_about_rice()
    asking.answer(placed.id, 1, "wait")
    rice = line_rows(placed.id)[0]
    assert (rice["short"], rice["asked"], rice["answer"]) == (0, 0, "wait")
    assert order_row(placed.id)["stage"] == Stage.PICKING
    with at_station("gudang"):
        asking.ask(placed.id, 1)  # and may be asked again


def test_without_the_line_its_goods_go_back(shop: Shop) -> None:
    placed = asked_about_rice()
    asking.answer(placed.id, 1, "drop")
    assert order_row(placed.id)["total"] == 4_000
    assert [(task.name, task.quantity) for task in fulfilment_queue.open_restock_tasks()] == [
        ("Beras", pcs(2))
    ]


@pytest.mark.parametrize("choice", ["send", "wait", "drop"])
def test_an_answer_can_be_taken_back(shop: Shop, choice: str) -> None:
    placed = asked_about_rice()
    before = (line_rows(placed.id), asking.open_questions())
    asking.answer(placed.id, 1, choice)
    undo(journal.newest())
    assert (line_rows(placed.id), asking.open_questions()) == before
    assert fulfilment_queue.open_restock_tasks() == []
    assert replay.replay() == []
    with pytest.raises(NothingToRedo):
        undo(journal.newest())


def test_another_product_instead_can_be_taken_back(shop: Shop) -> None:
    placed = asked_about_rice()
    before = (line_rows(placed.id), asking.open_questions(), order_row(placed.id)["total"])
    other = cart_of((a_product("Beras merah", 15_000), pcs(3))).lines[0]
    asking.answer(placed.id, 1, "substitute", other)
    undo(journal.newest())
    rows = line_rows(placed.id)
    assert (rows[:2], asking.open_questions(), order_row(placed.id)["total"]) == before
    card = fulfilment_queue.card(placed.id)
    assert card is not None
    assert (card.changed, [line.wanted for line in card.lines]) == (False, [pcs(5), pcs(1), 0])
    asking.answer(placed.id, 1, "drop")
    assert replay.replay() == []


def test_a_substitute_that_is_in_the_box_goes_back_to_the_shelf(shop: Shop) -> None:
    placed = asked_about_rice()
    other = cart_of((a_product("Beras merah", 15_000, on_hand=pcs(9)), pcs(3))).lines[0]
    answered = asking.answer(placed.id, 1, "substitute", other).sequence
    with at_station("gudang"):
        fulfilment.acknowledge(placed.id)
        fulfilment.pick(placed.id, 3)
    undo(answered)
    card = fulfilment_queue.card(placed.id)
    assert card is not None
    assert (card.changed, card.lines[2].seen, card.lines[2].wanted) == (True, pcs(3), 0)
    assert [(task.name, task.quantity) for task in fulfilment_queue.open_restock_tasks()] == [
        ("Beras merah", pcs(3))
    ]
    assert asking.open_questions().questions[0].quantity == pcs(3)
    assert replay.replay() == []


def test_no_answer_is_taken_back_once_the_customer_has_the_goods(shop: Shop) -> None:
    placed = asked_about_rice()
    answered = asking.answer(placed.id, 1, "send").sequence
    with at_station("gudang"):
        fulfilment.make_ready(placed.id)
        fulfilment.hand_over(placed.id)
    with pytest.raises(CannotUndo):
        undo(answered)


def test_one_counter_answers_and_the_other_is_told(shop: Shop) -> None:
    placed = asked_about_rice()
    asking.answer(placed.id, 1, "wait")
    with at_station("2"), pytest.raises(NoQuestion):
        asking.answer(placed.id, 1, "drop")


def test_nothing_is_left_of_a_paid_order_only_after_a_refund(shop: Shop) -> None:
    placed = an_order(a_product("Gula", 9_000))
    payments.pay(placed.id, Tender("cash", 9_000))
    asking.ask(placed.id, 1)
    with pytest.raises(OrderIsPaid):
        asking.answer(placed.id, 1, "send")
    payments.refund(placed.id, 9_000)
    asking.answer(placed.id, 1, "send")
    assert order_row(placed.id)["stage"] == Stage.CANCELLED


def test_more_than_is_open_is_not_asked(shop: Shop) -> None:
    placed = rice_and_tea()
    for quantity in (0, -1, pcs(6)):
        with pytest.raises(MoreThanOpen):
            asking.ask(placed.id, 1, quantity)


def test_a_question_without_an_answer_becomes_everybodys(shop: Shop, clock: SetClock) -> None:
    asked_about_rice()
    open_ = asking.open_questions()
    assert open_.for_counter("2", clock.now()) == []
    assert len(open_.for_counter("1", clock.now())) == 1
    clock.forward(minutes=preferences.QUESTION_AFTER.default)
    assert len(open_.for_counter("2", clock.now())) == 1


def test_a_question_to_a_counter_that_does_nothing_is_everybodys_at_once(
    shop: Shop, clock: SetClock
) -> None:
    placed = rice_and_tea()
    clock.forward(minutes=preferences.QUESTION_AFTER.default + 1)
    with at_station("3"):
        asking.ask(placed.id, 1)
    open_ = asking.open_questions()
    assert len(open_.for_counter("9", clock.now())) == 1
    orders.change(placed.id, {2: pcs(1)})  # there is somebody at that counter
    open_ = asking.open_questions()
    assert open_.for_counter("9", clock.now()) == []
    assert len(open_.for_counter("1", clock.now())) == 1


def test_a_question_survives_a_restart(shop: Shop, shop_url: str) -> None:
    asked_about_rice()
    before = asking.open_questions()
    shop.close()
    with open_shop(shop_url, station="1"):
        assert asking.open_questions() == before


def test_a_question_says_what_is_wanted_still_and_claims_the_order(shop: Shop) -> None:
    placed = rice_and_tea()
    orders.change(placed.id, {1: pcs(4)})
    with at_station("gudang"):
        asking.ask(placed.id, 1, pcs(3), reason="sold_out", on_shelf=pcs(1))
    (question,) = asking.open_questions().questions
    assert (question.ordered, question.quantity) == (pcs(4), pcs(3))
    assert order_row(placed.id)["claimed_by"] == "gudang"
