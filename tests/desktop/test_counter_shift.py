"""A shift at the counter, from the first run to the closing of the drawer, by real keys."""

from pathlib import Path

from tests.desktop import working_day as day
from tests.desktop.conftest import SMALL, Start
from tests.desktop.person import Person
from tests.desktop.working_day import COFFEE, NOODLES, PRICES, RICE, SUGAR, TEA, do, go, scan


def test_a_shift_at_the_counter(start: Start, tmp_path: Path) -> None:
    person = day.first_run(start, tmp_path / "prices.csv", SMALL)
    day.open_drawer(person, 200_000)
    go(person, "order_entry")
    first = pay_in_cash(person)
    held_and_taken_up(person)
    note_and_scan(person)
    day.speak_indonesian(person)
    go(person, "order_entry")
    person = killed_while_typing(start, person)
    paid_afterwards(person)
    last = 2 * PRICES[SUGAR] + PRICES[TEA]
    cash = 200_000 + first + last
    day.close_drawer(person, cash)
    shop = day.leave(person)
    others = PRICES[COFFEE] + PRICES[NOODLES] + PRICES[RICE]
    day.adds_up(shop, orders=4, revenue=first + others + last, cash=cash)


def pay_in_cash(person: Person) -> int:
    """A slip in the word, one product too many, Enter twice, a scan while the money is counted."""
    person.type_in("tx")
    person.press("Backspace")
    person.type_in("eh\n")
    person.until("tea", lambda sight: len(sight.rows("RowList")) == 1)
    scan(person, RICE, 2)
    do(person, "order.remove")
    person.until("rice is out", lambda sight: len(sight.rows("RowList")) == 1)
    do(person, "edit.undo")
    person.until("rice is back", lambda sight: len(sight.rows("RowList")) == 2)
    do(person, "order.pay")
    person.until("the payment", lambda sight: sight.kind("PaymentPanel"))
    scan(person, COFFEE, 3)
    person.press("Escape")
    person.until("the cart", lambda sight: not sight.kind("PaymentPanel"))
    do(person, "order.pay")
    person.until("the payment", lambda sight: sight.kind("PaymentPanel"))
    person.type_in("500009")
    person.press("Backspace")
    person.until("what was given", lambda sight: sight.focus and sight.focus.value == "Rp50.000")
    person.press("Return", "Return")
    person.until("it is sent", lambda sight: sight.kind("PlacedNotice"))
    person.press("Return")
    assert not person.look().rows("RowList"), "one order, and an empty cart"
    return PRICES[TEA] + PRICES[RICE] + PRICES[COFFEE]


def held_and_taken_up(person: Person) -> None:
    """Somebody looks for the purse; the next one is served; then the first."""
    scan(person, NOODLES, 1)
    do(person, "order.hold")
    person.until("the mark", lambda sight: sight.kind("Plate"))
    person.type_in("topi merah\n")
    person.until("an empty cart", lambda sight: not sight.rows("RowList"))
    scan(person, COFFEE, 1)
    do(person, "order.pay")
    person.until("the payment", lambda sight: sight.kind("PaymentPanel"))
    person.press("Q", "Return")
    person.until("it is sent", lambda sight: sight.kind("PlacedNotice"))
    do(person, "order.held")
    person.until("the held cart", lambda sight: sight.says("topi merah"))
    person.press("Return")
    person.until("noodles", lambda sight: sight.rows("RowList"))


def note_and_scan(person: Person) -> None:
    """A scan while a note is typed goes into the cart, and the note stays what it is."""
    do(person, "order.note")
    person.until("the note", lambda sight: sight.kind("Plate"))
    person.type_in("tanpa kantong")
    scan(person, RICE, 2)
    person.until("the note", lambda sight: sight.says("tanpa kantong"))
    person.press("Return")
    do(person, "order.send")
    person.until("it is sent", lambda sight: sight.kind("PlacedNotice"))


def killed_while_typing(start: Start, person: Person) -> Person:
    """The plug is pulled in the middle of an order; the cart is there again."""
    person.type_in("2*")
    scan(person, SUGAR, 1)
    scan(person, TEA, 2)
    day.pull_the_plug(person, lines=2)
    person = start("--window", "order_entry", home=person.home, language="")
    rows = person.until("the cart", lambda sight: sight.rows("RowList"))
    assert len(rows) == 2, rows
    assert person.look().buttons("Bayar"), "and the language"
    return person


def paid_afterwards(person: Person) -> None:
    """Sent first and paid in the list of all orders."""
    do(person, "order.send")
    person.until("it is sent", lambda sight: sight.kind("PlacedNotice"))
    go(person, "order_history")
    do(person, "orders.pay")
    person.until("the payment", lambda sight: sight.kind("PaymentPanel"))
    person.press("Return")
    person.until("the orders", lambda sight: not sight.kind("PaymentPanel"))
    person.until("it is paid", lambda sight: "orders.pay" not in sight.offered)
