"""The desktop itself: what is pressed arrives, what is shown is seen, a fault is noticed."""

from tests.desktop.conftest import LARGE, Start, accept
from tests.desktop.screen import x_name


def test_keys_have_names_on_x() -> None:
    named = {
        "Ctrl+Return": "ctrl+Return", "Ctrl++": "ctrl+plus", "+": "plus", "S": "s", "*": "asterisk",
        "Ctrl+Shift+Z": "ctrl+shift+z", "Ctrl+,": "ctrl+comma", "PgDown": "Next", "F9": "F9",
    }  # fmt: skip
    assert {name: x_name(name) for name in named} == named


def test_the_first_run_by_keys_on_a_large_screen(start: Start) -> None:
    person = start(size=LARGE)
    assert not person.data.exists()
    accept(person)
    person.until("what comes after the policy", lambda sight: not sight.kind("AcceptBox"))
    assert not person.data.exists()


def test_keys_clicks_wheel_and_scans_arrive(start: Start) -> None:
    person = start("--demo", "--window", "order_entry", keyboard="id")
    person.type_in("indomie")
    person.until("the letters", lambda sight: sight.focus and sight.focus.value == "indomie")
    person.press("Return")
    person.until("it is in the cart", lambda sight: len(sight.rows("RowList")) == 1)
    person.scan("0000000000000")
    person.sees("0000000000000")
    person.click("Catalogue")
    person.until("products", lambda sight: len(sight.rows("ProductTable")) > 3)
    before = person.look()
    person.wheel(before.kind("ProductTable")[0], 5)
    top = before.rows("ProductTable")[0]
    person.until("other products", lambda sight: sight.rows("ProductTable")[0] != top)


def test_a_fault_in_the_log_is_noticed(start: Start) -> None:
    person = start("--demo")
    log = person.data / "logs" / "botbelanja.log"
    before = log.read_text()
    with log.open("a") as more:
        more.write("2026-03-09 10:00:00,000 ERROR something\n")
    assert len(person.faults()) == 1
    log.write_text(before)
