"""Two computers and one shop on a server, by real keys: the second joins and changes nothing."""

from models.journal import journal
from models.settings import preferences
from models.shop.opening import open_shop
from tests.desktop.conftest import Start, accept
from tests.desktop.person import Person
from tests.models.shop.test_set_up import traces


def test_a_second_computer_joins_by_real_keys(start: Start, empty_database: str) -> None:
    first = start("--database", empty_database)
    _see_the_policy(first)
    accept(first)
    first.until("the name of the shop", lambda s: s.focus and s.focus.value and s.listens)
    first.type_in("Toko Maju")
    first.press("Tab", "Down", "Return")  # the next zone
    first.until("the products", lambda s: s.buttons("Start empty") and s.listens)
    assert traces(empty_database) == []
    first.press("Down", "Return")
    first.until("the shop", lambda sight: sight.page)
    _leave(first)
    with open_shop(empty_database, station="office"):
        before = (preferences.all_values(), journal.newest())
    second = start("--database", empty_database)
    _see_the_policy(second)
    accept(second)
    second.sees("Toko Maju", "Central Indonesia, Makassar (WITA)")
    second.until("its name", lambda s: s.focus and s.focus.value == "Counter 2" and s.listens)
    second.press("Return")
    second.until("the shop", lambda sight: sight.page)
    _leave(second)
    with open_shop(empty_database, station="office"):
        assert preferences.all_values() == before[0]
        assert preferences.get(preferences.ZONE) == "Asia/Makassar"
        assert journal.newest() == before[1] + 1  # the acceptance
        assert journal.stations() == ["Counter 1", "Counter 2"]


def test_who_declines_by_escape_leaves_no_table_and_no_file(
    start: Start, empty_database: str
) -> None:
    person = start("--database", empty_database)
    _see_the_policy(person)
    person.press("End", "Space", "Escape")
    assert person.ended() == 0
    assert traces(empty_database) == []
    assert not person.data.exists()


def _see_the_policy(person: Person) -> None:
    """The server may keep one waiting, and that is said in a window of its own."""
    person.until(
        "the policy",
        lambda sight: any(w.kind == "FirstRunDialog" and w.active for w in sight.windows),
    )


def _leave(person: Person) -> None:
    person.press("Ctrl+W")
    assert person.ended() == 0
