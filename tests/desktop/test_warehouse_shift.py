"""A shift in the warehouse, while somebody takes orders at another computer of the same shop."""

from functools import partial
from pathlib import Path

from tests.desktop import working_day as day
from tests.desktop.conftest import LARGE, SMALL, Start, accept
from tests.desktop.person import Person
from tests.desktop.sight import Sight
from tests.desktop.working_day import COFFEE, NOODLES, PRICES, RICE, SUGAR, TEA, do, go, scan


def test_a_shift_in_the_warehouse(start: Start, tmp_path: Path) -> None:
    counter = day.first_run(start, tmp_path / "prices.csv", SMALL)
    day.open_drawer(counter, 100_000)
    wall = joined(start, counter.data / "shop.sqlite3")
    go(counter, "order_entry")
    ordered(counter, TEA, RICE)
    ordered(counter, NOODLES, COFFEE, paid=True)
    wall.until("two orders", lambda sight: len(sight.kind("CardView")) == 2)
    picked_with_slips(wall)
    asked_and_answered(wall, counter)
    day.speak_indonesian(wall)
    wall = killed_while_picking(start, wall)
    handed_over(wall)
    paid_afterwards(counter)
    cash = 100_000 + PRICES[NOODLES] + PRICES[COFFEE] + PRICES[TEA]
    day.close_drawer(counter, cash)
    do(wall, "window.close")
    assert wall.ended() == 0
    day.adds_up(day.leave(counter), orders=2, revenue=cash - 100_000, cash=cash)


def joined(start: Start, shop: Path, home: Path | None = None) -> Person:
    """The second computer: its own consent, a name of its own, and the wall."""
    wall = start("--database", str(shop), "--window", "fulfilment", home=home, size=LARGE)
    if home is None:
        accept(wall)
        field = wall.until("this computer", lambda sight: sight.kind("StationField"))
        assert field
        wall.press("Ctrl+A")
        wall.type_in("Gudanh")
        wall.press("Backspace")
        wall.type_in("g\n")
    wall.until("the wall", lambda sight: sight.page == "fulfilment")
    return wall


def ordered(counter: Person, *codes: str, paid: bool = False) -> None:
    for lines, code in enumerate(codes, start=1):
        scan(counter, code, lines)
    if paid:
        do(counter, "order.pay")
        counter.until("the payment", lambda sight: sight.kind("PaymentPanel"))
        counter.press("Return")
    else:
        do(counter, "order.send")
    counter.until("it is sent", lambda sight: not sight.rows("RowList"))


def card(sight: Sight, number: str) -> str:
    """What stands on the card of an order; empty when it does not hang there."""
    cards = [piece.name for piece in sight.kind("CardView")]
    return next((name for name in cards if name.startswith(number)), "")


def shows(wall: Person, number: str, *words: str) -> None:
    wall.until(
        f"{words} on {number}",
        lambda sight: all(word in card(sight, number) for word in words),
    )


def picked_with_slips(wall: Person) -> None:
    """The wrong line ticked and taken back; a wrong label; a label while a question is open."""
    wall.press("1", "Space")
    shows(wall, "001", "1/2")
    do(wall, "edit.undo")
    shows(wall, "001", "0/2")
    wall.scan(SUGAR)
    wall.until("it is wrong", lambda sight: sight.says("Gula Pasir"))
    shows(wall, "001", "0/2")
    wall.scan(TEA)
    shows(wall, "001", "1/2")
    wall.press("Down")
    do(wall, "queue.short")
    wall.until("the question", lambda sight: sight.kind("ShortPrompt"))
    wall.scan(TEA)
    wall.press("Escape")
    wall.until("no question", lambda sight: not sight.kind("ShortPrompt"))
    shows(wall, "001", "1/2")


def asked_and_answered(wall: Person, counter: Person) -> None:
    """The rice is sold out: the counter says to send what there is."""
    do(wall, "queue.ask")
    wall.until("the question", lambda sight: sight.kind("ShortPrompt"))
    wall.press("Return")
    wall.until("it is asked", lambda sight: not sight.kind("ShortPrompt"))
    counter.until("the question", lambda sight: sight.kind("QuestionCard"))
    do(counter, "order.answer")
    counter.click("Send what there is")
    counter.until("it is answered", lambda sight: not sight.kind("QuestionCard"))


def killed_while_picking(start: Start, wall: Person) -> Person:
    """The plug of the wall is pulled between two lines: what was picked is picked."""
    go(wall, "fulfilment")
    wall.scan(NOODLES)
    shows(wall, "002", "1/2")
    wall.close()
    shop = next(wall.home.parent.glob("*/data/BotBelanja/shop.sqlite3"))
    wall = joined(start, shop, home=wall.home)
    shows(wall, "002", "1/2")
    return wall


def handed_over(wall: Person) -> None:
    """Enter, Enter: what was answered is acknowledged, ready, and out; unpaid is asked once."""
    for number in ("001", "002"):
        wall.press("1")
        while before := card(wall.look(), number):
            wall.press("Return")
            wall.until("the next step", partial(_is_other, number, before))


def _is_other(number: str, before: str, sight: Sight) -> bool:
    return card(sight, number) != before


def paid_afterwards(counter: Person) -> None:
    go(counter, "order_history")
    counter.type_in("001")
    counter.until("the order", lambda sight: len(sight.rows("OrdersTable")) == 1)
    do(counter, "orders.pay")
    counter.until("the payment", lambda sight: sight.kind("PaymentPanel"))
    counter.press("Return")
    counter.until("it is paid", lambda sight: "orders.pay" not in sight.offered)
