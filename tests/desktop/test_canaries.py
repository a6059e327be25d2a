"""Who the customers are is typed wherever a hand can write it, and afterwards stands nowhere."""

from pathlib import Path

import psycopg
import pytest

from models.export.export import export_folder
from models.shop import backup
from models.shop.opening import open_shop
from tests.desktop import working_day as day
from tests.desktop.conftest import SMALL, Start
from tests.desktop.person import Person
from tests.desktop.working_day import COFFEE, NOODLES, TEA, do, go, scan

WHO = "0812-3456-7890 a.n. Zulfikri Santoso Jl. Kenanga Raya 7"
#: As they were typed, and as a program may have written them: without the signs in between.
CANARIES = ("3456-7890", "34567890", "zulfikri", "santoso", "kenanga")


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_nobody_who_was_written_about_is_found(
    start: Start, tmp_path: Path, request: pytest.FixtureRequest, engine: str
) -> None:
    server = str(request.getfixturevalue("empty_database")) if engine == "postgres" else ""
    arguments = ("--database", server) if server else ()
    person = day.first_run(start, tmp_path / "prices.csv", SMALL, arguments=arguments)
    url = server or str(person.data / "shop.sqlite3")
    day.open_drawer(person, 200_000)
    _a_reason(person)
    go(person, "order_entry")
    _a_search(person)
    _a_held_cart(person)
    _a_list(person)
    _a_note(person)
    person.close()  # the plug is pulled: nothing was tidied up
    assert _found(person.home) == []
    person = start(*arguments, "--window", "order_history", home=person.home)
    _an_order_looked_for(person)
    day.leave(person)
    kept = person.home / "kept"
    with open_shop(url, station="1"):
        export_folder(kept)
        if not server:
            backup.back_up(kept / "backup.sqlite3")
    assert _found(person.home) == []
    if server:
        assert _everything(url) > 20
    assert "sheets of paper" in (kept / "orders.csv").read_text(), "what is no person is kept"


def _a_reason(person: Person) -> None:
    person.type_in("5000")
    person.press("Tab")
    person.type_in(f"for {WHO}")
    do(person, "drawer.take_out")
    person.until("it is taken out", lambda sight: sight.says("−Rp5.000"))


def _a_search(person: Person) -> None:
    """Nothing is called so; it is looked for all the same."""
    person.type_in("Zulfikri Santoso\n")
    person.press("Escape")
    person.until("an empty box", lambda sight: sight.focus and not sight.focus.value)


def _a_held_cart(person: Person) -> None:
    scan(person, NOODLES, 1)
    do(person, "order.hold")
    person.until("the mark", lambda sight: sight.kind("Plate"))
    person.type_in(f"{WHO}\n")
    person.until("an empty cart", lambda sight: not sight.rows("RowList"))


def _a_list(person: Person) -> None:
    person.type_in(f"{WHO}, teh 2, kopi 1")
    person.press("Ctrl+A", "Ctrl+X", "Ctrl+V")
    person.until("the review", lambda sight: sight.kind("ReviewPanel"))
    person.press("1", "1", "Ctrl+Return")
    person.until("the cart", lambda sight: len(sight.rows("RowList")) == 2)
    do(person, "order.send")
    person.until("it is sent", lambda sight: sight.kind("PlacedNotice"))


def _a_note(person: Person) -> None:
    scan(person, TEA, 1)
    do(person, "order.note")
    person.until("the note", lambda sight: sight.kind("Plate"))
    person.type_in(f"two sheets of paper, {WHO}\n")
    person.until("the cart", lambda sight: not sight.kind("Plate"))
    do(person, "order.send")
    person.until("it is sent", lambda sight: sight.kind("PlacedNotice"))
    scan(person, COFFEE, 1)


def _an_order_looked_for(person: Person) -> None:
    person.until("the orders", lambda sight: sight.page == "order_history")
    do(person, "orders.find")
    person.type_in("Zulfikri Santoso\n")


def _found(folder: Path) -> list[str]:
    """Each file below in which a canary stands, in either of the ways that Qt and Python write."""
    return [
        f"{path.relative_to(folder)}: {canary}"
        for path in folder.rglob("*")
        for canary in CANARIES
        if _is_in(path, canary)
    ]


def _is_in(path: Path, canary: str) -> bool:
    if canary in path.name.lower():
        return True
    content = path.read_bytes().lower() if path.is_file() else b""
    return canary.encode() in content or canary.encode("utf-16-le") in content


def _everything(url: str) -> int:
    """Looks for the canaries in every table, from outside; how many values there were."""
    values = 0
    with psycopg.connect(url) as server:
        tables = server.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"
        ).fetchall()
        for (table,) in tables:
            for (row,) in server.execute(f'SELECT t::text FROM "{table}" t'):
                values += 1
                assert not [canary for canary in CANARIES if canary in row.lower()], row
    return values
