"""A day of the owner: a shop is made, looked after, looked at, and closed, by real keys."""

from pathlib import Path

from tests.desktop import working_day as day
from tests.desktop.conftest import LARGE, Start
from tests.desktop.person import Person
from tests.desktop.working_day import PRICES, RICE, TEA, do, go, scan

PIN = "2468"
SOAP = 5_250


def test_a_day_of_the_owner(start: Start, tmp_path: Path) -> None:
    person = day.first_run(start, tmp_path / "prices.csv", LARGE, keyboard="id", pin=PIN)
    new_product(person)
    dearer(person)
    day.open_drawer(person, 150_000)
    locked(person)
    go(person, "order_entry")
    sold(person, TEA)
    person = killed_in_a_form(start, person)
    sold(person, RICE)
    refunded(person)
    looked_at(person, 5_000 + PRICES[RICE])
    helper(person)
    day.speak_indonesian(person)
    backed_up(person)
    cash = 150_000 + 5_000
    day.close_drawer(person, cash)
    shop = day.leave(person)
    day.adds_up(shop, orders=2, revenue=5_000 + PRICES[RICE], cash=cash, pin=PIN)


def new_product(person: Person) -> None:
    """A slip in the name, Esc in the middle, and taken up again where it was."""
    do(person, "catalogue.new")
    person.until("the form", lambda sight: sight.kind("ProductForm"))
    person.type_in("Sabun Mandj")
    person.press("Backspace")
    person.type_in("i")
    person.press("Tab")
    person.type_in(str(SOAP))
    person.press("Escape")
    person.until("no form", lambda sight: not sight.kind("ProductForm"))
    do(person, "edit.undo")
    person.until("the form again", lambda sight: sight.says("Sabun Mandi"))
    do(person, "catalogue.save")
    person.until("six products", lambda sight: len(sight.rows("ProductTable")) == len(PRICES) + 1)


def dearer(person: Person) -> None:
    """Tea costs 5.000 from now on."""
    do(person, "catalogue.find")
    person.type_in("teh")
    person.until("tea alone", lambda sight: len(sight.rows("ProductTable")) == 1)
    person.press("Down")
    do(person, "catalogue.edit")
    person.until("the form", lambda sight: sight.kind("ProductForm"))
    price = next(field for field in person.look().kind("QLineEdit") if field.value == "4.500")
    person.touch(price)
    person.press("Ctrl+A")
    person.type_in("5000")
    do(person, "catalogue.save")
    person.until(
        "the price", lambda sight: any("Rp5.000" in row for row in sight.rows("ProductTable"))
    )


def locked(person: Person) -> None:
    """Away for a moment; a wrong PIN, then the right one."""
    do(person, "window.lock")
    person.until("the lock", lambda sight: sight.kind("LockScreen"))
    person.type_in("p1\n1357\n")
    person.until("it is wrong", lambda sight: sight.says("Wrong PIN"))
    person.press("Ctrl+A")
    person.type_in(f"{PIN}\n")
    person.until("unlocked", lambda sight: not sight.kind("LockScreen"))


def sold(person: Person, code: str) -> None:
    scan(person, code, 1)
    do(person, "order.pay")
    person.until("the payment", lambda sight: sight.kind("PaymentPanel"))
    person.press("Return", "Return")
    person.until("it is sent", lambda sight: not sight.rows("RowList"))


def killed_in_a_form(start: Start, person: Person) -> Person:
    """The plug is pulled while a product is typed: the shop is as it was."""
    go(person, "catalogue")
    do(person, "catalogue.new")
    person.until("the form", lambda sight: sight.kind("ProductForm"))
    person.type_in("Sikat Gi")
    person.close()
    person = start("--window", "order_entry", home=person.home, size=LARGE, keyboard="id")
    if person.look().kind("LockScreen"):
        person.type_in(f"{PIN}\n")  # the code stands there
    person.until("the counter", lambda sight: "order.box" in sight.offered)
    return person


def refunded(person: Person) -> None:
    """The rice is given back its money, in cash."""
    go(person, "order_history")
    person.click_command("orders.refund")
    person.until("the form", lambda sight: sight.focus and sight.focus.value == "Rp13.500")
    person.press("Return")
    person.until("it is refunded", lambda sight: "orders.pay" in sight.offered)


def looked_at(person: Person, revenue: int) -> None:
    """Today's figures, what is behind them, and a table of them in a file."""
    go(person, "statistics")
    person.click("Today")
    shown = f"Rp{revenue:,}".replace(",", ".")
    person.until(
        "the revenue",
        lambda sight: any(shown in piece.name for piece in sight.kind("KeyFigure")),
    )
    do(person, "statistics.more")
    person.until("the second page", lambda sight: "statistics.back" in sight.offered)
    person.press("Escape")
    do(person, "statistics.save")
    person.until("where to", lambda sight: sight.front and sight.front.modal)
    person.press("Return")
    person.until("the file", lambda sight: list(person.home.glob("*.csv")))


def helper(person: Person) -> None:
    """A code for whoever helps at the counter."""
    go(person, "settings")
    person.click("Staff codes")
    person.until("the code", lambda sight: sight.says("K1"))
    (field,) = [piece for piece in person.look().kind("QLineEdit") if "K1" in piece.words]
    person.touch(field)
    person.type_in("k1\n")
    person.until("the code is there", lambda sight: len(sight.rows("RowsView")) == 2)


def backed_up(person: Person) -> None:
    do(person, "settings.back_up")
    person.until("a backup", lambda sight: list((person.data / "backups").glob("*.sqlite3")))
