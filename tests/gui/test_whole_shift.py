"""A whole shift on the real windows of two processes: the counter here, the warehouse there."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Timer

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.shell.app_context import AppContext
from models import events
from models.catalogue import stock
from models.fulfilment import questions
from models.journal import journal
from models.settings import privacy
from models.stages import Stage
from tests.conftest import ROOT
from tests.gui.order_entry.cashier import Cashier
from tests.readable import a_product, an_order, findings, line_rows, order_row, pcs

PATIENCE = 240_000  # ms for the whole shift
SUBSTITUTE = ("2", "G", "A", "N", "T", "I", "Return")
ANSWERS = {"send": ("1",), "substitute": SUBSTITUTE, "wait": ("3",), "drop": ("4",)}


@pytest.fixture(autouse=True)
def silence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QApplication, "beep", lambda: None)


@pytest.fixture
def warehouse(context: AppContext, shop_file: Path) -> Iterator[Popen[str]]:
    """The other process, at work."""
    privacy.accept(privacy.policy("id"))
    with at_work(shop_file, "gudang") as process:
        yield process


@contextmanager
def at_work(shop_file: Path, station: str) -> Iterator[Popen[str]]:
    """A warehouse's window in a process of its own, and somebody at its keys."""
    process = Popen(
        [sys.executable, "-m", "tests.gui.fulfilment.warehouse", str(shop_file), station],
        cwd=ROOT, stdout=PIPE, text=True,
    )  # fmt: skip
    patience = Timer(300, process.kill)
    patience.start()
    assert process.stdout is not None
    assert next(process.stdout) == "ready\n"
    yield process
    patience.cancel()
    process.kill()
    process.wait()
    process.stdout.close()


class Shift:
    """A cashier who takes orders and answers the warehouse in between."""

    def __init__(self, context: AppContext, qtbot: QtBot, count: int) -> None:
        self.cashier, self.qtbot, self.count = Cashier(context, qtbot), qtbot, count
        self.given: dict[tuple[int, int], str] = {}

    def open_shop(self) -> None:
        for name in ("Teh", "Kopi", "Ganti Rasa"):
            a_product(name, 4_000, barcodes=[f"899000{len(name)}"], on_hand=pcs(10_000))
        a_product("Habis Terus", 9_000, barcodes=["8990099"], on_hand=pcs(3))

    def play(self) -> None:
        self.open_shop()
        self.cashier.hear()
        for _ in range(self.count):
            self.cashier.scan("8990003", "8990099", "8990099", "8990004")
            self.cashier.press("F10")
            self.answer()
        self.qtbot.waitUntil(self.is_over, timeout=PATIENCE)

    def is_over(self) -> bool:
        self.answer()
        done = {Stage.HANDED_OVER, Stage.CANCELLED}
        return all(order_row(order)["stage"] in done for order in range(1, self.count + 1))

    def answer(self) -> None:
        """What stands on the card now, each time another answer."""
        question = self.cashier.window.questions.card.question
        if question is None or (question.order_id, question.line) in self.given:
            return
        choice = questions.ANSWERS[len(self.given) % len(questions.ANSWERS)]
        self.cashier.press("F12", *ANSWERS[choice])
        self.given[question.order_id, question.line] = choice


def play(context: AppContext, qtbot: QtBot, warehouse: Popen[str], count: int) -> None:
    shift = Shift(context, qtbot, count)
    shift.play()
    assert len(shift.given) == count
    for (order, line), choice in shift.given.items():
        row = line_rows(order)[line - 1]
        assert (row["picked"], row["short"], row["asked"]) == (0, pcs(2), 0)
        assert len(line_rows(order)) == (4 if choice == "substitute" else 3)
        told = [event for event in journal.for_order(order) if event.kind == events.ANSWERED]
        assert [event.payload["facts"]["answer"] for event in told] == [choice]
    assert findings() == ()
    assert read(warehouse) == shift.given


def read(warehouse: Popen[str]) -> dict[tuple[int, int], str]:
    """The answers that stood on the picker's card, by order and line."""
    warehouse.kill()
    assert warehouse.stdout is not None
    told = map(str.split, warehouse.stdout)
    return {(int(order), int(line)): answer for _, order, line, answer in told}


def test_a_short_shift_from_two_processes(
    context: AppContext, qtbot: QtBot, warehouse: Popen[str]
) -> None:
    play(context, qtbot, warehouse, 6)


@pytest.mark.long
def test_a_whole_shift_from_two_processes(
    context: AppContext, qtbot: QtBot, warehouse: Popen[str]
) -> None:
    play(context, qtbot, warehouse, 60)


@pytest.mark.long
def test_two_warehouses_after_the_same_cards(
    context: AppContext, qtbot: QtBot, shop_file: Path
) -> None:
    """Both go for the oldest card at once, all the time: nothing is picked or given out twice."""
    privacy.accept(privacy.policy("id"))
    soap, tea = a_product("Soap", on_hand=pcs(1_000)), a_product("Tea", on_hand=pcs(1_000))
    placed = [an_order((soap, pcs(2)), (tea, pcs(3))).id for _ in range(20)]
    with at_work(shop_file, "gudang 1"), at_work(shop_file, "gudang 2"):
        qtbot.waitUntil(
            lambda: all(order_row(order)["stage"] == Stage.HANDED_OVER for order in placed),
            timeout=PATIENCE,
        )
    for order in placed:
        kinds = [event.kind for event in journal.for_order(order)]
        assert (kinds.count(events.CLAIMED), kinds.count(events.HANDED_OVER)) == (1, 1)
    assert stock.level(soap.id) == (pcs(1_000 - 40), 0)
    assert stock.level(tea.id) == (pcs(1_000 - 60), 0)
    assert findings() == ()
