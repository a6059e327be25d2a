"""The warehouse: claim, pick, report short, make ready, hand over; one wins, the other is told."""

from collections.abc import Callable
from functools import partial

import pytest

from models.catalogue import stock
from models.errors import (
    BadQuantity,
    CannotUndo,
    ClaimedByOther,
    MoreThanOpen,
    NothingToUndo,
    ShopError,
    TextMissing,
    UnknownOrder,
    WrongStage,
)
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment.cards import Lateness
from models.journal import journal
from models.settings import preferences
from models.shop.opening import Shop
from models.shop.undo import undo
from models.stages import Stage
from tests.conftest import SetClock
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs


def stage(order: int) -> Stage:
    return Stage(order_row(order)["stage"])


def test_an_order_goes_through_the_warehouse(shop: Shop) -> None:
    order = an_order(a_product(), a_product("Teh")).id
    stages = [stage(order)]
    for step in (
        partial(fulfilment.pick, order, 1),
        partial(fulfilment.pick, order, 2),
        partial(fulfilment.hand_over, order),
    ):
        step()
        stages.append(stage(order))
    assert stages == [Stage.WAITING, Stage.PICKING, Stage.READY, Stage.HANDED_OVER]


def test_part_of_a_line_can_be_picked(shop: Shop) -> None:
    order = an_order((a_product("Beras", on_hand=pcs(9)), 2_500)).id
    fulfilment.pick(order, 1, 1_000)
    line = line_rows(order)[0]
    assert (line["picked"], stage(order)) == (1_000, Stage.PICKING)
    fulfilment.pick(order, 1, 1_500)
    assert stage(order) == Stage.READY


def test_picking_takes_from_the_shelf_what_placing_promised(shop: Shop) -> None:
    rice = a_product(on_hand=pcs(9))
    order = an_order((rice, pcs(3))).id
    fulfilment.pick(order, 1, pcs(2))
    assert stock.level(rice.id) == (7_000, 1_000)
    fulfilment.unpick(order, 1)
    assert stock.level(rice.id) == (9_000, 3_000)


def test_lines_ticked_with_the_card_are_marked_as_such(shop: Shop) -> None:
    order = an_order(a_product(), a_product("Teh")).id
    fulfilment.pick(order, 1)
    fulfilment.make_ready(order)
    assert [bool(line["bulk"]) for line in line_rows(order)] == [False, True]


def test_what_is_not_there_is_not_charged_and_the_shelf_is_corrected(shop: Shop) -> None:
    eggs = a_product("Telur", 2_000, on_hand=pcs(10))
    order = an_order((eggs, pcs(6))).id
    fulfilment.short(order, 1, pcs(4), reason="damaged", on_shelf=pcs(2))
    row, line = order_row(order), line_rows(order)[0]
    assert (row["total"], line["short"], line["short_reason"]) == (4_000, 4_000, "damaged")
    assert stock.level(eggs.id) == (2_000, 2_000)


def test_an_order_of_which_nothing_is_there_is_cancelled(shop: Shop) -> None:
    order = an_order().id
    fulfilment.short(order, 1)
    assert (stage(order), order_row(order)["total"]) == (Stage.CANCELLED, 0)


def test_working_on_an_order_claims_it(shop: Shop) -> None:
    order = an_order().id
    with at_station("2"):
        fulfilment.pick(order, 1)
    assert order_row(order)["claimed_by"] == "2"


@pytest.mark.parametrize(
    "verb",
    [
        fulfilment.claim,
        fulfilment.release,
        fulfilment.make_ready,
        lambda order: fulfilment.pick(order, 1),
        lambda order: fulfilment.unpick(order, 1),
        lambda order: fulfilment.short(order, 1),
    ],
)
def test_of_two_stations_one_wins_and_the_other_is_told(
    shop: Shop, verb: Callable[[int], None]
) -> None:
    order = an_order().id
    fulfilment.claim(order)
    entries = journal.newest()
    with at_station("2"), pytest.raises(ClaimedByOther) as told:
        verb(order)
    assert (told.value.number, told.value.station) == (1, "1")
    assert journal.newest() == entries


def test_an_order_given_back_is_anybody_s(shop: Shop) -> None:
    order = an_order().id
    fulfilment.claim(order)
    fulfilment.release(order)
    with at_station("2"):
        fulfilment.claim(order)
    assert order_row(order)["claimed_by"] == "2"


def test_who_takes_over_has_it(shop: Shop) -> None:
    order = an_order().id
    fulfilment.claim(order)
    with at_station("2"):
        fulfilment.claim(order, take_over=True)
    assert order_row(order)["claimed_by"] == "2"


@pytest.mark.parametrize("quantity", [0, -1, 1_001, True, 0.5, 10**12])
@pytest.mark.parametrize("verb", [fulfilment.pick, fulfilment.unpick, fulfilment.short])
def test_nobody_ticks_more_or_less_than_there_is(
    shop: Shop, verb: Callable[[int, int, int], None], quantity: int
) -> None:
    order = an_order().id
    entries = journal.newest()
    with pytest.raises((MoreThanOpen, BadQuantity)):
        verb(order, 1, quantity)
    assert journal.newest() == entries


def test_a_reason_and_a_count_are_checked(shop: Shop) -> None:
    order = an_order().id
    with pytest.raises(TextMissing):
        fulfilment.short(order, 1, reason=" ")
    with pytest.raises(BadQuantity):
        fulfilment.short(order, 1, on_shelf=-1)


@pytest.mark.parametrize(
    "verb", [fulfilment.hand_over, fulfilment.undo_last_step, fulfilment.restock]
)
def test_a_step_that_is_not_due_is_refused(shop: Shop, verb: Callable[[int], None]) -> None:
    order = an_order().id
    with pytest.raises((WrongStage, NothingToUndo, UnknownOrder)):
        verb(order)


@pytest.mark.parametrize(
    "verb",
    [fulfilment.claim, fulfilment.make_ready, fulfilment.hand_over, fulfilment.rush,
     lambda order: fulfilment.pick(order, 1), lambda order: fulfilment.unpick(order, 1)],
)  # fmt: skip
def test_what_was_handed_over_stays_as_it_is(shop: Shop, verb: Callable[[int], None]) -> None:
    order = an_order().id
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    with pytest.raises(ShopError):
        verb(order)
    assert stage(order) == Stage.HANDED_OVER


def test_nobody_works_on_an_order_or_line_that_does_not_exist(shop: Shop) -> None:
    order = an_order().id
    for verb in (
        fulfilment.claim,
        fulfilment.hand_over,
        fulfilment.undo_last_step,
        fulfilment.rush,
    ):
        with pytest.raises(UnknownOrder):
            verb(order + 1)
    with pytest.raises(UnknownOrder):
        fulfilment.pick(order, 2)


# --- thinking better of it --------------------------------------------------------------------


def test_recall_goes_back_step_by_step_to_where_the_order_began(shop: Shop) -> None:
    order = an_order((a_product("Beras", on_hand=pcs(9)), pcs(3)), a_product("Teh")).id
    fresh = line_rows(order)
    fulfilment.pick(order, 1, pcs(1))
    fulfilment.short(order, 1, pcs(1), on_shelf=pcs(5))
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    stages = []
    for _ in range(4):
        fulfilment.undo_last_step(order)
        stages.append(stage(order))
    assert stages == [Stage.READY, Stage.PICKING, Stage.PICKING, Stage.WAITING]
    assert line_rows(order) == fresh
    with pytest.raises(NothingToUndo):
        fulfilment.undo_last_step(order)


def test_a_step_that_others_built_on_cannot_be_undone(shop: Shop) -> None:
    order = an_order().id
    fulfilment.pick(order, 1)
    picked = journal.newest()
    fulfilment.hand_over(order)
    with pytest.raises(CannotUndo):
        undo(picked)


def test_a_step_is_undone_once(shop: Shop) -> None:
    order = an_order().id
    fulfilment.pick(order, 1)
    picked = journal.newest()
    undo(picked)
    fulfilment.pick(order, 1)
    with pytest.raises(CannotUndo):
        undo(picked)


@pytest.mark.parametrize("step", ["pick", "unpick", "short", "ready", "redo of a pick"])
def test_what_another_station_took_over_is_left_to_it_by_undo_as_well(
    shop: Shop, step: str
) -> None:
    """What is in the box is for whoever works on the order; a claim, a rush are anybody's."""
    order = an_order((a_product(), pcs(2)), a_product("Teh")).id
    fulfilment.pick(order, 1, pcs(1))
    match step:
        case "unpick":
            fulfilment.unpick(order, 1)
        case "short":
            fulfilment.short(order, 2)
        case "ready":
            fulfilment.make_ready(order)
            undo(journal.newest())
        case "redo of a pick":
            undo(journal.newest())
    done = journal.newest()
    with at_station("3"):
        fulfilment.claim(order, take_over=True)
    before, newest = line_rows(order), journal.newest()
    with pytest.raises(ClaimedByOther):
        undo(done)
    assert (line_rows(order), journal.newest()) == (before, newest)
    fulfilment.claim(order, take_over=True)
    undo(done)
    assert line_rows(order) != before


def test_two_shorts_are_undone_in_any_order(shop: Shop) -> None:
    order = an_order((a_product(price=999), pcs(2)), (a_product("Teh", 777), pcs(3))).id
    fresh = line_rows(order)
    fulfilment.short(order, 1, pcs(1))
    first = journal.newest()
    fulfilment.short(order, 2, pcs(1))
    second = journal.newest()
    undo(first)
    undo(second)
    assert line_rows(order) == fresh


# --- the queue --------------------------------------------------------------------------------


def test_late_orders_come_first_then_the_rush_then_the_oldest(shop: Shop, clock: SetClock) -> None:
    preferences.put(preferences.LATE_AFTER, 10)
    tea = a_product("Teh")
    late = an_order(tea)
    clock.forward(minutes=11)
    oldest, rush, youngest = an_order(tea), an_order(tea, rush=True), an_order(tea)
    cards = fulfilment_queue.waiting()
    assert [card.id for card in cards] == [late.id, rush.id, oldest.id, youngest.id]
    limits = fulfilment_queue.limits()
    assert cards[0].lateness(clock.now(), limits) == Lateness.LATE


def test_the_queue_forgets_what_has_left(shop: Shop) -> None:
    order = an_order().id
    fulfilment.make_ready(order)
    assert ([c.id for c in fulfilment_queue.ready()], fulfilment_queue.waiting()) == ([order], [])
    fulfilment.hand_over(order)
    assert fulfilment_queue.ready() == []


def test_who_makes_an_order_ready_has_claimed_it(shop: Shop) -> None:
    order = an_order().id
    with at_station("gudang"):
        fulfilment.make_ready(order)
    assert order_row(order)["claimed_by"] == "gudang"


def test_a_rush_is_kept_and_said_once(shop: Shop) -> None:
    order, begun = an_order().id, journal.newest()
    fulfilment.rush(order)
    fulfilment.rush(order)
    assert order_row(order)["rush"]
    fulfilment.rush(order, on=False)
    assert not order_row(order)["rush"]
    assert [event.kind for event in journal.since(begun)] == ["rushed", "rushed"]


def test_a_tick_comes_off_nothing_that_is_out(shop: Shop) -> None:
    order = an_order().id
    fulfilment.make_ready(order)
    fulfilment.hand_over(order)
    with pytest.raises(WrongStage):
        fulfilment.unpick(order, 1)
