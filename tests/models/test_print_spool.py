"""A paper waits for its printer; an order never does."""

import pytest

from models import events, print_spool
from models.errors import BadChoice, NotEnoughStock
from models.fulfilment import fulfilment
from models.journal import journal
from models.orders import drawer, orders, payments
from models.orders.payments import Tender
from models.print_spool import LOST_AFTER, PrintRequest, State
from models.shop.opening import Shop
from models.storage.database import database, one
from models.storage.tables import PrintJob
from tests.conftest import SetClock
from tests.readable import a_product, all_entries, an_order, at_station, cart_of, findings, pcs

RECEIPT, TICKET = PrintRequest("receipt"), PrintRequest("ticket")


def kinds() -> list[str]:
    return [event.kind for event in all_entries()]


def taken() -> print_spool.Job:
    job = print_spool.take()
    assert job is not None
    return job


# --- writing -------------------------------------------------------------------------------


def test_the_papers_of_an_order_are_stored_with_it(shop: Shop) -> None:
    placed = an_order(papers=[RECEIPT, TICKET])
    waiting = print_spool.outstanding()
    assert [(j.request.paper, j.request.subject, j.number) for j in waiting] == [
        ("receipt", placed.id, placed.number),
        ("ticket", placed.id, placed.number),
    ]
    assert {job.state for job in waiting} == {State.WAITING}
    assert kinds().count(events.PLACED) == 1
    assert events.PRINT_ASKED not in kinds()


def test_an_order_placed_twice_is_printed_once(shop: Shop) -> None:
    cart = cart_of(a_product())
    orders.place(cart, papers=[RECEIPT])
    orders.place(cart, papers=[RECEIPT])
    assert len(print_spool.outstanding()) == 1


def test_an_order_that_is_refused_leaves_no_paper(shop: Shop) -> None:
    last = a_product(stock_policy="block", on_hand=pcs(1))
    with pytest.raises(NotEnoughStock):
        orders.place(cart_of((last, pcs(2))), papers=[RECEIPT])
    assert print_spool.outstanding() == []


def test_a_paper_nobody_knows_refuses_the_whole_order(shop: Shop) -> None:
    with pytest.raises(BadChoice):
        an_order(papers=[PrintRequest("poster")])
    assert one(PrintJob.select()) is None
    assert events.PLACED not in kinds()


def test_paying_later_brings_the_receipt(shop: Shop) -> None:
    placed = an_order()
    payments.pay(placed.id, Tender("cash", placed.total), papers=[RECEIPT])
    (job,) = print_spool.outstanding()
    assert job.request.subject == placed.id


def test_a_change_brings_a_slip_about_that_change(shop: Shop) -> None:
    tea = a_product("Teh", 5_000)
    placed = an_order()
    orders.change(placed.id, {1: pcs(3)}, papers=[PrintRequest("change")])
    orders.change(placed.id, {}, cart_of(tea).lines, papers=[PrintRequest("change")])
    orders.cancel_line(placed.id, 2, papers=[PrintRequest("change")])
    orders.cancel(placed.id, papers=[PrintRequest("change")])
    slips = print_spool.outstanding()
    about = [journal.entry(job.request.subject) for job in slips]
    assert [event.kind for event in about if event] == [events.CHANGED] * 3 + [events.CANCELLED]
    assert {job.order_id for job in slips} == {placed.id}


def test_closing_the_drawer_brings_its_report(shop: Shop) -> None:
    opened = drawer.open_drawer(100_000).value
    drawer.close_drawer(100_000, papers=[PrintRequest("day_close")])
    (job,) = print_spool.outstanding()
    assert (job.request.paper, job.request.subject, job.order_id) == ("day_close", opened, None)


def test_asking_for_a_paper_is_a_deed_of_its_own(shop: Shop) -> None:
    placed = an_order()
    print_spool.submit(PrintRequest("receipt", placed.id))
    assert kinds()[-1] == events.PRINT_ASKED
    assert journal.for_order(placed.id)[-1].kind == events.PRINT_ASKED


def test_labels_remember_what_was_asked_for(shop: Shop) -> None:
    print_spool.submit(PrintRequest("labels", labels=((7, 24), (9, 1))))
    assert taken().request.labels == ((7, 24), (9, 1))


@pytest.mark.parametrize("count", [0, -1, 2_001])
def test_no_labels_and_far_too_many_are_refused(shop: Shop, count: int) -> None:
    with pytest.raises(BadChoice):
        print_spool.submit(PrintRequest("labels", labels=((7, count),)))


def test_paper_changes_nothing_about_the_orders(shop: Shop) -> None:
    placed = an_order(papers=[RECEIPT])
    job = taken()
    print_spool.begin(job, "seal")
    print_spool.done(job)
    orders.change(placed.id, {1: pcs(3)}, papers=[PrintRequest("change")])
    assert findings() == ()


def test_the_warehouse_undoes_its_own_steps_and_not_the_paper(shop: Shop) -> None:
    placed = an_order()
    fulfilment.pick(placed.id, 1)
    print_spool.submit(PrintRequest("ticket", placed.id))
    fulfilment.undo_last_step(placed.id)
    assert journal.for_order(placed.id)[-1].kind == events.UNDONE


# --- printing ------------------------------------------------------------------------------


def test_papers_are_printed_in_the_order_they_were_asked_for(shop: Shop) -> None:
    first, second = an_order(papers=[RECEIPT]), an_order(papers=[RECEIPT])
    assert [taken().request.subject, taken().request.subject] == [first.id, second.id]
    assert print_spool.take() is None


def test_a_station_prints_only_what_is_for_its_printer(shop: Shop) -> None:
    an_order(papers=[RECEIPT, PrintRequest("ticket", station="Gudang")])
    with at_station("Gudang"):
        assert taken().request.paper == "ticket"
        assert print_spool.take() is None
    assert taken().request.paper == "receipt"


def test_of_two_who_want_the_same_job_only_one_gets_it(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_order(papers=[RECEIPT])
    update = PrintJob.update

    def somebody_is_faster(**values: object) -> object:
        monkeypatch.undo()
        assert print_spool.take() is not None
        return update(**values)

    monkeypatch.setattr(PrintJob, "update", somebody_is_faster)
    assert print_spool.take() is None
    row = one(PrintJob.select(PrintJob.attempts))
    assert row is not None
    assert row[0] == 1


def test_what_came_out_is_no_longer_outstanding(shop: Shop) -> None:
    placed = an_order(papers=[RECEIPT])
    print_spool.done(taken())
    assert print_spool.outstanding() == []
    assert kinds()[-1] == events.PRINTED
    assert journal.for_order(placed.id)[-1].payload["paper"] == "receipt"


def test_what_failed_stays_with_its_reason_until_somebody_retries(shop: Shop) -> None:
    an_order(papers=[RECEIPT])
    job = taken()
    print_spool.fail(job, "no_answer")
    (failed,) = print_spool.outstanding()
    assert (failed.state, failed.error, failed.attempts) == (State.FAILED, "no_answer", 1)
    assert print_spool.take() is None
    assert print_spool.retry([job.id]).value == 1
    again = taken()
    assert (again.id, again.attempts) == (job.id, 2)
    print_spool.done(again)
    assert print_spool.outstanding() == []
    assert kinds()[-3:] == [events.PRINT_FAILED, events.PRINT_RETRIED, events.PRINTED]


def test_what_is_printed_cannot_be_retried(shop: Shop) -> None:
    an_order(papers=[RECEIPT])
    job = taken()
    print_spool.done(job)
    before = kinds()
    assert print_spool.retry([job.id]).value == 0
    print_spool.fail(job, "broke_off")
    assert (print_spool.outstanding(), kinds()) == ([], before)


def test_a_paper_can_be_forgotten_unless_it_is_being_printed(shop: Shop) -> None:
    an_order(papers=[RECEIPT, TICKET])
    ids = [job.id for job in print_spool.outstanding()]
    taken()
    assert print_spool.forget(ids).value == 1
    assert [job.request.paper for job in print_spool.outstanding()] == ["receipt"]


def test_a_job_whose_station_died_is_never_printed_again_by_itself(
    shop: Shop, clock: SetClock
) -> None:
    an_order(papers=[RECEIPT])
    job = taken()
    print_spool.give_up_lost()
    assert print_spool.outstanding()[0].state is State.WAITING
    clock.forward(LOST_AFTER / 60_000 + 1)
    print_spool.give_up_lost()
    (lost,) = print_spool.outstanding()
    assert (lost.id, lost.state, lost.error) == (job.id, State.FAILED, "interrupted")


# --- copies --------------------------------------------------------------------------------


def printed(seal: str, request: PrintRequest) -> int:
    print_spool.submit(request)
    job = taken()
    copy = print_spool.begin(job, seal)
    print_spool.done(job)
    return copy


def test_the_same_paper_again_is_a_copy(shop: Shop) -> None:
    request = PrintRequest("receipt", an_order().id)
    assert [printed("same", request) for _ in range(3)] == [0, 1, 2]


def test_another_paper_of_the_same_order_is_no_copy(shop: Shop) -> None:
    placed = an_order()
    assert printed("unpaid", PrintRequest("receipt", placed.id)) == 0
    assert printed("paid", PrintRequest("receipt", placed.id)) == 0
    assert printed("paid", PrintRequest("ticket", placed.id)) == 0
    assert printed("paid", PrintRequest("receipt", an_order().id)) == 0


def test_a_paper_that_broke_off_counts_because_it_may_be_in_somebodys_hand(shop: Shop) -> None:
    request = PrintRequest("receipt", an_order().id)
    print_spool.submit(request)
    job = taken()
    assert print_spool.begin(job, "same") == 0
    print_spool.fail(job, "broke_off")
    assert printed("same", request) == 1


@pytest.mark.parametrize(
    "reason", ["missing", "none", "no_address", "no_answer", "folder", "extra"]
)
def test_a_print_of_which_nothing_came_out_does_not_count(shop: Shop, reason: str) -> None:
    request = PrintRequest("receipt", an_order().id)
    print_spool.submit(request)
    job = taken()
    print_spool.begin(job, "same")
    print_spool.fail(job, reason)
    assert printed("same", request) == 0


def test_a_retry_is_the_same_print(shop: Shop) -> None:
    print_spool.submit(PrintRequest("receipt", an_order().id))
    job = taken()
    print_spool.begin(job, "same")
    print_spool.fail(job, "no_answer")
    print_spool.retry([job.id])
    assert print_spool.begin(taken(), "same") == 0


def test_labels_are_never_copies(shop: Shop) -> None:
    request = PrintRequest("labels", labels=((a_product().id, 3),))
    assert [printed("same", request) for _ in range(2)] == [0, 0]


def test_what_is_printed_is_not_searched_for_what_waits(shop: Shop) -> None:
    if shop.path is None:
        pytest.skip("the plan of SQLite")
    query, values = PrintJob.select(PrintJob.id).where(print_spool.OPEN).sql()
    plan = database.execute_sql(f"EXPLAIN QUERY PLAN {query}", values).fetchall()
    assert "print_job_open" in str(plan)
