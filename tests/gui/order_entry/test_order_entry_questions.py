"""The warehouse asks, the counter answers by 1-4, and the picker reads it on the card."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from pytestqt.qtbot import QtBot

from gui.fulfilment.page import FulfilmentPage
from gui.order_entry.questions.question_card import QuestionCard
from gui.printing import print_settings
from gui.printing.print_spooler import PrintSpooler
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from models.amounts import Discount
from models.catalogue.catalogue import Product
from models.fulfilment import fulfilment, promise, questions
from models.journal import journal
from models.orders import order_history, orders, payments
from models.orders.orders import PlacedOrder
from models.orders.payments import Tender
from models.printing import receipt
from models.settings import preferences
from tests.conftest import SetClock
from tests.gui.conftest import Said, printed
from tests.gui.order_entry.cashier import SMALL, WIDE, Cashier
from tests.readable import a_product, an_order, at_station, cart_of, line_rows, order_row, pcs


@pytest.fixture
def rice(context: AppContext) -> Product:
    a_product("Beras Merah", 15_000)
    return a_product("Beras Putih", 13_000, on_hand=pcs(9))


@pytest.fixture
def cashier(context: AppContext, rice: Product, qtbot: QtBot) -> Cashier:
    return Cashier(context, qtbot)


def an_asked_order(rice: Product) -> PlacedOrder:
    """Two of five are in the box; three are missing."""
    placed = an_order((rice, pcs(5)), a_product("Teh", 4_000))
    with at_station("gudang"):
        fulfilment.pick(placed.id, 1, pcs(2))
        questions.ask(placed.id, 1)
    return placed


def card_of(cashier: Cashier) -> QuestionCard:
    return cashier.window.questions.card


def test_f12_is_seen_at_the_question_and_esc_too(cashier: Cashier, rice: Product) -> None:
    an_asked_order(rice)
    cashier.hear()
    card = card_of(cashier)
    before = card.grab().toImage()
    cashier.press("F12")
    assert card.grab().toImage() != before
    cashier.press("Escape")
    assert card.grab().toImage() == before


def test_a_question_comes_with_a_sound_and_takes_no_focus(
    cashier: Cashier, rice: Product, beeps: list[int]
) -> None:
    cashier.press("B", "E")
    an_asked_order(rice)
    cashier.hear()
    card = card_of(cashier)
    assert card.isVisible()
    assert card.accessibleName().startswith(
        "001: 3 of 5 pcs Beras Putih missing (sold out). gudang asks"
    )
    assert beeps
    cashier.press("R")
    assert cashier.box.lower() == "ber"


@pytest.mark.parametrize(
    ("key", "answer", "total", "said_"),
    [
        ("1", "send", 30_000, "001: what there is of Beras Putih is sent"),
        ("3", "wait", 69_000, "001: the customer waits for Beras Putih"),
        ("4", "drop", 4_000, "001: without Beras Putih"),
    ],
)
def test_one_key_answers(
    cashier: Cashier, rice: Product, said: Said, key: str, answer: str, total: int, said_: str
) -> None:
    placed = an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", key)
    cashier.hear()
    assert line_rows(placed.id)[0]["answer"] == answer
    assert order_row(placed.id)["total"] == total
    assert said.deeds[-1] == said_
    assert not card_of(cashier).isVisible()
    assert cashier.window.focusWidget() is cashier.window.counter.box.entry
    said.undo()
    cashier.hear()
    assert card_of(cashier).isVisible()


@pytest.mark.parametrize(
    ("key", "told"),
    [("1", "Order 001: Rp39.000 to give back to the customer"),
     ("4", "Order 001: Rp65.000 to give back to the customer"),
     ("3", "")],
)  # fmt: skip
def test_on_a_paid_order_it_is_told_what_goes_back(
    cashier: Cashier, rice: Product, said: Said, key: str, told: str
) -> None:
    placed = an_asked_order(rice)
    total = order_row(placed.id)["total"]
    payments.pay(placed.id, Tender("cash", total))
    cashier.hear()
    cashier.press("F12", key)
    assert said.notices == [told] * bool(told)
    if told:
        remedy = said.remedies[-1]
        assert remedy is not None
        remedy()
        assert said.opened == [("order_history", {"order_id": placed.id, "settle": True})]


def test_the_paper_of_an_answer_comes_out_without_another(
    printing: PrintSpooler, cashier: Cashier, rice: Product, qtbot: QtBot, tmp_path: Path
) -> None:
    cashier.context.station.remember(print_settings.TICKETS, True)
    an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "1")
    qtbot.waitUntil(lambda: len(printed(tmp_path)) == 1)


def test_it_is_told_what_goes_back_of_a_sum_off_the_order_too(
    cashier: Cashier, rice: Product, said: Said
) -> None:
    cart = cart_of((rice, pcs(5)))
    cart.set_discount(Discount(5_000))
    placed = orders.place(cart, tenders=[Tender("cash", 60_000)]).value
    with at_station("gudang"):
        questions.ask(placed.id, 1, pcs(2))
    cashier.hear()
    cashier.press("F12", "1")
    told = "Order 001: Rp24.000 to give back to the customer \u00b7 discount now Rp3.000"
    assert said.notices == [told]


@pytest.mark.parametrize("size", [(1366, 695), (1280, 592), (960, 472), (1920, 1032)])
def test_a_question_moves_nothing_and_covers_no_button(
    context: AppContext, qtbot: QtBot, rice: Product, size: tuple[int, int]
) -> None:
    cashier = Cashier(context, qtbot, size)
    for name in ("Aqua", "Bimoli", "Gula"):
        cashier.scan(a_product(name, 5_000).sku)
    counter, window = cashier.window.counter, cashier.window

    def places() -> dict[str, QRect]:
        buttons = [b for b in counter.findChildren(ActionButton) if b.isVisible()]
        kept = [counter.box, counter.pieces.verdict, counter.pieces.total, *buttons]
        own = window.questions.card
        return {
            f"{type(w).__name__} {w.accessibleName()}": QRect(w.mapTo(window, QPoint()), w.size())
            for w in kept if not own.isAncestorOf(w)
        }  # fmt: skip

    qtbot.waitUntil(lambda: counter.pieces.verdict.width() > 100)
    before = places()
    an_asked_order(rice)
    cashier.hear()
    qtbot.waitUntil(card_of(cashier).isVisible)
    window.grab()
    assert places() == before
    for button in card_of(cashier).buttons:
        assert window.rect().contains(QRect(button.mapTo(window, QPoint()), button.size()))


def test_while_the_customer_pays_an_answer_waits(
    cashier: Cashier, rice: Product, said: Said
) -> None:
    cashier.scan(rice.sku)
    cashier.press("F9")
    an_asked_order(rice)
    cashier.hear()
    assert said.notices, "it is told over the header"
    cashier.press("F12")
    assert "answer the warehouse" in cashier.window.payment.pieces.trouble.text()
    assert cashier.page is cashier.window.payment


def test_another_product_is_found_and_sent_instead(
    cashier: Cashier, rice: Product, said: Said
) -> None:
    placed = an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "2", "B", "E", "R", "A", "S")
    assert [row.name for row in card_of(cashier).list.rows.rows] == ["Beras Merah"]
    cashier.press("Return")
    cashier.hear()
    rows = line_rows(placed.id)
    assert (rows[0]["short"], rows[2]["name"], rows[2]["ordered"]) == (
        pcs(3), "Beras Merah", pcs(3),
    )  # fmt: skip
    assert said.deeds[-1] == "001: 3 pcs Beras Merah instead"
    said.undo()
    cashier.hear()
    assert card_of(cashier).isVisible()
    assert line_rows(placed.id)[2]["cancelled"] == pcs(3)


def test_escape_goes_back_step_by_step(cashier: Cashier, rice: Product) -> None:
    an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "2", "B", "Esc", "Esc")
    assert cashier.window.focusWidget() is cashier.window.counter.box.entry
    assert card_of(cashier).isVisible()
    assert cashier.box == ""


def test_no_answer_makes_it_urgent_and_everybodys(
    cashier: Cashier, rice: Product, beeps: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SetClock()
    monkeypatch.setattr("models.clock.now", clock.now)
    with at_station("2"):
        an_asked_order(rice)
    cashier.hear()
    assert not card_of(cashier).isVisible()
    clock.forward(minutes=preferences.QUESTION_AFTER.default)
    cashier.window.questions.tick()
    assert card_of(cashier).isVisible()
    assert "2:00 ago" in card_of(cashier).accessibleName()
    heard = len(beeps)
    for _ in range(20):
        cashier.window.questions.tick()
    assert len(beeps) == heard + 1


def test_an_older_question_that_comes_does_not_take_the_search_away(
    cashier: Cashier, rice: Product, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = SetClock()
    monkeypatch.setattr("models.clock.now", clock.now)
    with at_station("2"):
        elsewhere = an_asked_order(rice)
    clock.forward(minutes=1)
    here = an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "2", "B", "E")
    clock.forward(minutes=preferences.QUESTION_AFTER.default)
    cashier.window.questions.tick()
    cashier.press("R", "A", "S", "Return")
    cashier.hear()
    assert len(line_rows(here.id)) == 3
    assert len(line_rows(elsewhere.id)) == 2


def test_how_much_of_another_unit_is_sent_instead_is_asked(
    cashier: Cashier, rice: Product, said: Said
) -> None:
    a_product("Beras Curah", 12_000, unit="kg")
    placed = an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "2")
    assert cashier.focus.placeholderText() == "Which product instead of 3 pcs?"
    cashier.enter("beras curah")
    assert cashier.focus.placeholderText() == "How many kg of Beras Curah?"
    cashier.press("Escape")
    cashier.enter("beras curah")
    cashier.enter("banyak")
    assert len(line_rows(placed.id)) == 2, "nothing is guessed"
    assert "banyak" in card_of(cashier).wrong.text()
    cashier.enter("1,5")
    cashier.hear()
    rows = line_rows(placed.id)
    assert (rows[2]["name"], rows[2]["ordered"]) == ("Beras Curah", 1_500)
    assert said.deeds[-1] == "001: 1.5 kg Beras Curah instead"
    assert cashier.window.focusWidget() is cashier.window.counter.box.entry


def test_a_substitute_that_is_hardly_meant_is_asked_about_once(
    cashier: Cashier, rice: Product
) -> None:
    a_product("Beras Curah", 12_000, unit="bks")
    placed = an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "2")
    cashier.enter("beras curah")
    cashier.enter("99.999")
    cashier.press("Return")
    card = card_of(cashier)
    assert "so many?" in card.wrong.text()
    assert len(line_rows(placed.id)) == 2
    cashier.qtbot.waitUntil(lambda: card.certainty.listens)
    cashier.press("Return")
    assert line_rows(placed.id)[2]["ordered"] == pcs(99_999)


def test_a_question_waits_for_the_counter_that_was_closed(
    context: AppContext, rice: Product, qtbot: QtBot
) -> None:
    an_asked_order(rice)
    assert card_of(Cashier(context, qtbot)).isVisible()


def test_a_counter_that_looks_elsewhere_is_told(
    cashier: Cashier, rice: Product, said: Said
) -> None:
    cashier.window.hide()
    an_asked_order(rice)
    cashier.context.feed.read()
    assert said.notices[-1].startswith("001: 3 of 5 pcs Beras Putih missing")


def test_who_asked_at_a_wall_of_this_station_is_not_told_what_they_asked(
    cashier: Cashier, rice: Product, said: Said
) -> None:
    placed = an_order((rice, pcs(5)))
    cashier.window.hide()
    questions.ask(placed.id, 1)
    cashier.context.feed.read()
    assert said.notices == []
    cashier.window.show()
    cashier.hear()
    assert card_of(cashier).isVisible()
    cashier.window.hide()
    an_asked_order(rice)  # another's is told
    cashier.context.feed.read()
    assert len(said.notices) == 1


def test_what_was_told_goes_when_another_counter_has_answered(
    cashier: Cashier, rice: Product, said: Said, beeps: list[int]
) -> None:
    cashier.window.hide()
    placed = an_asked_order(rice)
    cashier.context.feed.read()
    with at_station("2"):
        questions.answer(placed.id, 1, "wait")
    cashier.context.feed.read()
    assert said.withdrawn == said.notices[-1:]
    beeps.clear()
    cashier.window.questions.tick()
    assert not beeps, "nobody is reminded of it"


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_the_picker_reads_the_answer_within_a_turn(
    context: AppContext, rice: Product, qtbot: QtBot, size: tuple[int, int]
) -> None:
    cashier = Cashier(context, qtbot, size)
    wall = FulfilmentPage(context)
    qtbot.addWidget(wall)
    wall.resize(1920, 1080)
    wall.show()
    qtbot.waitUntil(wall.isActiveWindow)
    an_asked_order(rice)
    cashier.hear()
    qtbot.waitUntil(lambda: not wall.refresher.stale)
    band = wall.wall.view.band()
    assert (band.kind, band.text.endswith(": Beras Putih")) == ("info", True)
    cashier.window.activateWindow()
    qtbot.waitUntil(cashier.window.isActiveWindow)
    cashier.press("F12", "1")
    cashier.hear()
    qtbot.waitUntil(lambda: not wall.refresher.stale)
    band = wall.wall.view.band()
    assert (band.kind, band.text) == ("warn", "The counter: send what there is (Beras Putih)")
    assert journal.for_order(1)[-1].kind == "answered"


def test_the_customer_is_told_a_time_and_that_it_is_a_guess(cashier: Cashier) -> None:
    clock = SetClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("models.clock.now", clock.now)
        product = a_product("Teh", 4_000)
        cashier.window.basket.add(product, pcs(1), "keyed")
        cashier.press("F10")
        assert "Ready at about 10:10 (a first estimate" in cashier.sent
        assert order_row(1)["promised_at"] is None
        for _ in range(promise.ENOUGH):
            placed = an_order(product)
            clock.forward(minutes=4)
            fulfilment.make_ready(placed.id)
        fulfilment.make_ready(1)
        cashier.window.basket.add(product, pcs(1), "keyed")
        cashier.press("F10")
        newest = order_history.find()[0]
        told = order_row(newest.id)["promised_at"]
        assert f"Ready at {cashier.context.format.time(told)}" in cashier.sent
        assert receipt.pick_ticket(newest.id).order.promised_at == told


# --- a question that is settled or joined while somebody answers it -------------------------


def test_a_question_settled_while_a_substitute_is_chosen_puts_nothing_into_the_cart(
    cashier: Cashier, rice: Product
) -> None:
    placed = an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "2", "B", "E")
    with at_station("gudang"):
        fulfilment.short(placed.id, 1)
    cashier.press("R", "A", "S")
    card = card_of(cashier)
    assert card.isVisible()
    assert "nothing to answer any more about Beras Putih" in card.accessibleName()
    cashier.press("Return")
    assert not card.isVisible()
    assert (cashier.cart, cashier.box) == ([], "")
    assert len(line_rows(placed.id)) == 2
    assert cashier.focus is cashier.window.counter.box.entry


def test_an_answer_is_never_given_to_another_question(cashier: Cashier, rice: Product) -> None:
    first, second = an_asked_order(rice), an_asked_order(rice)
    cashier.hear()
    cashier.press("F12")
    with at_station("gudang"):
        fulfilment.short(first.id, 1)
    cashier.hear()
    cashier.press("4")
    assert line_rows(second.id)[0]["answer"] == ""
    cashier.press("Escape")
    cashier.hear()
    cashier.window.questions.tick()
    cashier.press("F12", "4")
    assert line_rows(second.id)[0]["answer"] == "drop"


def test_what_is_refused_keeps_the_question_and_what_was_looked_for(
    cashier: Cashier, rice: Product
) -> None:
    a_product("Beras Hitam", 20_000, on_hand=0, stock_policy="block")
    placed = an_asked_order(rice)
    cashier.hear()
    cashier.press("F12", "2", "H", "I", "T", "A", "M")
    with cashier.qtbot.capture_exceptions() as errors:
        cashier.press("Return")
    assert errors
    card = card_of(cashier)
    assert card.is_searching
    assert card.field.text().lower() == "hitam"
    assert questions.open_questions().questions[0].order_id == placed.id


def test_a_search_for_another_product_that_finds_nothing_says_so(
    cashier: Cashier, rice: Product
) -> None:
    an_asked_order(rice)
    cashier.hear()
    card = card_of(cashier)
    cashier.press("F12", "2", "X", "X", "Q")
    assert card.wrong.isVisible()
    assert card.wrong.text() == "No other product is called that."
    cashier.press("Ctrl+A", "B")
    assert card.list.isVisible()
    assert not card.wrong.isVisible()
