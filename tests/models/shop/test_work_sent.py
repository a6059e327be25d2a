"""The server is away: a picker goes on with what this station had claimed, and all is sent once."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from models import clock, events, session
from models.catalogue import catalogue, stock
from models.clock import MINUTE
from models.errors import (
    ChangedMeanwhile,
    ClaimedByOther,
    ConnectionLost,
    MoreThanOpen,
    NotClaimedHere,
    NothingToUndo,
    NotSignedIn,
    ShopError,
    WaitsForServer,
    WrongStage,
)
from models.events import Receipt
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment.cards import Card
from models.journal import journal
from models.orders import orders
from models.orders.orders import PlacedOrder
from models.settings import staff
from models.shop import undo, verify
from models.shop.offline import own_file, refused, send_queue, waiting
from models.shop.opening import Shop
from models.stages import Stage
from models.storage import postgres
from models.storage.database import database
from tests.models.shop.test_send_queue import come_back, elsewhere, go_away, interrupt, own, shop
from tests.readable import cart_of

__all__ = ["own", "shop"]


@pytest.fixture
def claimed(shop: Shop, own: Path) -> PlacedOrder:
    """Two Kopi and three Teh, and this station is on it."""
    kopi = catalogue.add_product("Kopi", 4_000, on_hand=10_000).value
    teh = catalogue.add_product("Teh", 3_000, on_hand=10_000).value
    placed = orders.place(cart_of((kopi, 2_000), (teh, 3_000))).value
    fulfilment.claim(placed.id)
    own_file.catch_up(own)
    return placed


def card(order: PlacedOrder) -> Card:
    found = fulfilment_queue.card(order.id)
    assert found is not None
    return found


def picked(order: PlacedOrder) -> list[int]:
    return [line.picked for line in card(order).lines]


def kinds(order: PlacedOrder) -> list[str]:
    return [event.kind for event in journal.for_order(order.id)][2:]  # placed, claimed


def test_what_is_picked_while_the_server_is_away_is_sent_once_and_in_order(
    claimed: PlacedOrder, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_away()
    fulfilment.pick(claimed.id, 1)
    fulfilment.pick(claimed.id, 2, 1_000)
    fulfilment.unpick(claimed.id, 1, 1_000)
    fulfilment.short(claimed.id, 2, 1_000, reason="damaged")
    assert (picked(claimed), card(claimed).stage) == ([1_000, 1_000], Stage.PICKING)
    assert send_queue.count() == 4
    begun = clock.now()
    monkeypatch.setattr(clock, "now", lambda: begun + MINUTE)
    fulfilment.make_ready(claimed.id)
    monkeypatch.setattr(clock, "now", lambda: begun + 60 * MINUTE)
    for _ in range(2):  # the server has it, and nobody could note that here
        with monkeypatch.context() as killed, suppress(KeyboardInterrupt):
            killed.setattr(waiting, "note_sent", interrupt)
            come_back()
    assert come_back() == []
    assert kinds(claimed) == [
        events.PICKED, events.PICKED, events.UNPICKED, events.SHORTED, events.READIED,
    ]  # fmt: skip
    assert (picked(claimed), card(claimed).stage) == ([2_000, 2_000], Stage.READY)
    assert card(claimed).ready_at == begun + MINUTE, "when it was ready, not when that was sent"
    assert stock.level(claimed.id + 1) == (-1_000, 0), "none on the shelf, and one more was found"
    assert stock.level(claimed.id) == (8_000, 0)
    assert (send_queue.count(), refused.kept(own)) == (0, [])
    assert verify.verify([own.parent]).is_whole


def test_what_was_picked_survives_the_end_of_the_program(
    claimed: PlacedOrder, shop: Shop, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def turn_away(*_: object) -> None:
        raise ConnectionLost("gone")

    go_away()
    fulfilment.pick(claimed.id, 1)
    shop.close()
    with monkeypatch.context() as cut:
        cut.setattr(postgres.Postgres, "dial", turn_away)
        begun = own_file.open_shop(shop.url, own, station="Kasir 1", make=False)
        assert (picked(claimed), send_queue.count()) == ([2_000, 0], 1)
        fulfilment.pick(claimed.id, 2)
    assert come_back() == []
    assert card(claimed).stage == Stage.READY
    begun.close()


def test_only_what_this_station_had_claimed_is_picked(
    claimed: PlacedOrder, shop: Shop, own: Path
) -> None:
    kopi = catalogue.products_by_id([1])[1]
    free = orders.place(cart_of(kopi)).value
    others = orders.place(cart_of(kopi)).value
    elsewhere(lambda: fulfilment.claim(others.id))
    own_file.catch_up(own)
    go_away()
    for order in (free, others):
        for deed in (
            partial(fulfilment.pick, order.id, 1),
            partial(fulfilment.claim, order.id, take_over=True),
            partial(fulfilment.make_ready, order.id),
        ):
            with pytest.raises(NotClaimedHere) as told:
                deed()
            assert told.value.number == order.number
    for wait in (
        fulfilment.release, fulfilment.hand_over, fulfilment.rush, fulfilment.undo_last_step,
        orders.cancel,
    ):  # fmt: skip
        with pytest.raises(WaitsForServer):
            wait(claimed.id)
    assert send_queue.count() == 0


def test_who_may_not_pick_does_not_while_away(claimed: PlacedOrder, own: Path) -> None:
    staff.add("P1", "owner", "4711")
    staff.add("G1", "warehouse", "1234")
    staff.sign_out()
    own_file.catch_up(own)
    go_away()
    with pytest.raises(NotSignedIn):
        fulfilment.pick(claimed.id, 1)
    staff.sign_in("G1", "1234")
    fulfilment.pick(claimed.id, 1)
    staff.sign_out()
    assert come_back() == []  # it was allowed there and then
    assert journal.for_order(claimed.id)[-1].staff == "G1"


def test_an_order_that_only_this_station_knows_is_picked_and_sent_with_its_work(
    claimed: PlacedOrder, own: Path
) -> None:
    go_away()
    placed = orders.place(cart_of(catalogue.products_by_id([1])[1])).value
    fulfilment.claim(placed.id)
    fulfilment.pick(placed.id, 1)
    assert card(placed).stage == Stage.READY
    (sent,) = come_back()
    there = fulfilment_queue.card(sent.order)
    assert there is not None
    assert (there.stage, there.number, there.claimed_by) == (Stage.READY, 2, "Kasir 1")
    assert verify.verify([own.parent]).is_whole


def test_a_tick_is_taken_back_while_away_and_after(claimed: PlacedOrder, own: Path) -> None:
    before = fulfilment.pick(claimed.id, 1, 1_000)
    own_file.catch_up(own)
    go_away()
    with pytest.raises(WaitsForServer):
        undo.undo(before.sequence)  # it was done there
    first, last = fulfilment.pick(claimed.id, 1), fulfilment.pick(claimed.id, 2)
    assert card(claimed).stage == Stage.READY
    back = undo.undo(last.sequence)
    again = undo.undo(back.sequence)
    assert card(claimed).stage == Stage.READY
    undo.undo(again.sequence)
    assert picked(claimed) == [2_000, 0]
    assert come_back() == []
    assert picked(claimed) == [2_000, 0]
    last_ones = journal.for_order(claimed.id)[-4:]
    assert [x.undone for x in last_ones[1:]] == [x.sequence for x in last_ones[:3]]
    undo.undo(first.sequence)  # that it was done without the server is nothing to the picker
    assert picked(claimed) == [1_000, 0]
    undo.undo(before.sequence)
    assert picked(claimed) == [0, 0]
    with pytest.raises(NothingToUndo):
        undo.undo((last.sequence or 0) + 99)
    assert verify.verify([own.parent]).is_whole


def test_what_the_server_had_heard_before_is_not_done_twice(
    claimed: PlacedOrder, own: Path
) -> None:
    """The line went before the file had followed, or before the answer was there."""
    fulfilment.pick(claimed.id, 1)
    fulfilment.pick(claimed.id, 2, 1_000)
    go_away()
    assert picked(claimed) == [0, 0]
    mistaken = fulfilment.pick(claimed.id, 1)
    fulfilment.pick(claimed.id, 2, 2_000)
    undo.undo(mistaken.sequence)
    assert come_back() == []
    assert picked(claimed) == [0, 2_000], "as it stood on the card"


def change(order: PlacedOrder, line: int, quantity: int) -> None:
    orders.change(order.id, {line: quantity})


@pytest.mark.parametrize(
    ("meanwhile", "errors", "stays"),
    [
        (lambda order: orders.cancel(order.id), [WrongStage] * 3, None),
        (lambda order: fulfilment.claim(order.id, take_over=True), [ClaimedByOther] * 3, [0, 0]),
        (lambda order: change(order, 1, 1_000), [MoreThanOpen, ChangedMeanwhile], [0, 1_000]),
        (lambda order: change(order, 2, 5_000), [ChangedMeanwhile], [2_000, 1_000]),
        (lambda order: orders.cancel_line(order.id, 1), [MoreThanOpen], None),
    ],
    ids=["cancelled", "taken over", "less of it", "more of it", "line gone"],
)
def test_what_cannot_be_any_more_is_told_step_by_step(
    claimed: PlacedOrder,
    own: Path,
    meanwhile: Callable[[PlacedOrder], Receipt[object]],
    errors: list[type[ShopError]],
    stays: list[int] | None,
) -> None:
    go_away()
    fulfilment.pick(claimed.id, 1)
    fulfilment.pick(claimed.id, 2, 1_000)
    fulfilment.make_ready(claimed.id)
    elsewhere(lambda: meanwhile(claimed))
    sent = come_back()
    assert [type(x.error) for x in sent] == errors
    kept = refused.kept(own)
    assert [x.number for x in kept] == [claimed.number] * len(errors)
    assert [type(x.error) for x in kept] == errors
    if errors[0] is ClaimedByOther:
        assert [(x.kind, x.goods) for x in kept] == [
            (events.PICKED, "Kopi"), (events.PICKED, "Teh"), (events.READIED, "Teh"),
        ]  # fmt: skip
    if stays is not None:
        assert picked(claimed) == stays
    # What was refused is on the station's card no more, either.
    own_file.catch_up(own)
    there = fulfilment_queue.card(claimed.id)
    go_away()
    here = fulfilment_queue.card(claimed.id)
    assert here == (there and replace(there, changed_at=None))  # of that the journal there tells
    database.shop.away, database.is_away = None, False
    assert verify.verify([own.parent]).is_whole


def test_a_change_that_was_noted_here_is_noted_there_unless_there_is_another(
    claimed: PlacedOrder, own: Path
) -> None:
    for quantity, error in ((4_000, None), (5_000, ChangedMeanwhile)):
        database.shop.away, database.is_away = None, False
        with database.speaking_to(database.shop):
            change(claimed, 2, quantity)
        own_file.catch_up(own)
        go_away()
        fulfilment.acknowledge(claimed.id)
        assert not card(claimed).changed
        if error:
            elsewhere(lambda: change(claimed, 1, 3_000))
        assert [type(x.error) for x in come_back()] == ([error] if error else [])
        assert card(claimed).changed == bool(error)


def test_a_shelf_that_was_counted_since_stays_as_it_was_counted(
    claimed: PlacedOrder, own: Path
) -> None:
    go_away()
    fulfilment.short(claimed.id, 1)
    elsewhere(lambda: stock.adjust(1, 24_000))
    assert come_back() == []
    assert stock.level(1) == (24_000, 0)


def test_what_waits_is_not_copied_over(claimed: PlacedOrder, own: Path) -> None:
    """The program begins again, and the server is there before all is sent."""
    go_away()
    fulfilment.pick(claimed.id, 1)
    database.shop.away, database.is_away = None, False
    elsewhere(lambda: orders.place(cart_of(catalogue.products_by_id([1])[1])))
    own_file.catch_up(own)
    go_away()
    assert picked(claimed) == [2_000, 0]
    assert come_back() == []
    assert picked(claimed) == [2_000, 0]
    assert session.current.station == "Kasir 1"
