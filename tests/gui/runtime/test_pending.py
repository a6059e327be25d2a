"""What a page says is done for who said it, answered by callbacks; said twice it is one deed."""

import sys
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from gui.runtime.pending import Pending
from gui.shell.app_context import AppContext
from models import session
from models.errors import ConnectionLost, MoreThanOpen, ShopError
from models.events import Receipt
from models.fulfilment import fulfilment
from models.journal import journal
from tests.readable import a_product, an_order, at_station, line_rows, order_row, pcs


@pytest.fixture
def order() -> int:
    return an_order((a_product(), pcs(3))).id


def test_the_receipt_comes_to_done(context: AppContext, order: int) -> None:
    got: list[Receipt[None]] = []
    context.run(partial(fulfilment.claim, order), got.append)
    assert [receipt.sequence for receipt in got] == [journal.newest()]


@pytest.fixture
def flown(monkeypatch: pytest.MonkeyPatch) -> list[type[BaseException]]:
    """What came to the hook of the error handler."""
    kinds: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: kinds.append(kind))
    return kinds


def test_a_refusal_comes_to_refused_and_else_flies(
    context: AppContext, order: int, flown: list[type[BaseException]]
) -> None:
    done: list[Any] = []
    refused: list[ShopError] = []
    too_much = partial(fulfilment.pick, order, 1, pcs(9))
    context.run(too_much, done.append, refused.append)
    assert ([type(error) for error in refused], flown) == ([MoreThanOpen], [])
    context.run(too_much, done.append)
    assert flown == [MoreThanOpen]
    assert done == []


def test_a_fault_of_the_program_is_no_refusal(
    context: AppContext, flown: list[type[BaseException]]
) -> None:
    refused: list[ShopError] = []
    context.run(lambda: Receipt(1 // 0), None, refused.append)
    assert (refused, flown) == ([], [ZeroDivisionError])


def test_nobody_hears_that_it_is_done_when_the_owner_is_gone(
    context: AppContext, order: int
) -> None:
    told: list[Any] = []
    owner = QObject()
    delete(owner)
    context.run(partial(fulfilment.claim, order), told.append, told.append, owner)
    assert told == []
    assert order_row(order)["claimed_by"] == session.current.station


def test_said_again_it_is_done_once_and_for_who_said_it_first(
    context: AppContext, order: int
) -> None:
    got: list[Receipt[None]] = []
    lost = [True]

    def pick() -> Receipt[None]:
        receipt = fulfilment.pick(order, 1, pcs(1))
        if lost:
            lost.clear()
            raise ConnectionLost("after it was stored")
        return receipt

    failed: list[ShopError] = []
    with at_station("2", "G1"):
        pending = Pending(pick, got.append, failed.append)
    context.verbs.put(pending)
    assert len(failed) == 1
    context.verbs.put(pending)
    (receipt,) = got
    assert receipt.sequence is not None
    event = journal.entry(receipt.sequence)
    assert event is not None
    assert (event.station, event.staff) == ("2", "G1")
    assert session.current.station == "1"
    assert line_rows(order)[0]["picked"] == pcs(1)
