"""Setting a shop up, joining one that is there, and looking without leaving a trace."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models import session
from models.catalogue import catalogue
from models.errors import BadChoice, NoShop
from models.journal import journal
from models.settings import preferences, privacy, staff, station_names
from models.shop import set_up
from models.shop.opening import open_shop
from models.shop.places.peek import peek
from models.storage import locations

WANTED = set_up.Wanted("Toko Maju", "Asia/Makassar", "P1", "271828")


@pytest.fixture(params=["sqlite", "postgres"])
def nowhere(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a shop could be, and nothing is."""
    if request.param == "postgres":
        yield request.getfixturevalue("empty_database")
    else:
        yield str(tmp_path / "data" / "shop.sqlite3")


def traces(url: str) -> list[str]:
    """The tables on the server, or the folder of the file and all that is in it."""
    if locations.is_postgres(url):
        import psycopg

        with psycopg.connect(url) as server:
            found = server.execute(
                "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            )
            return [name for (name,) in found]
    folder = Path(url).parent
    return sorted(str(path) for path in (folder, *folder.rglob("*")) if path.exists())


def begin(url: str, station: str = "Kasir 1", wanted: set_up.Wanted = WANTED) -> bool:
    with open_shop(url, station=station):
        return set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=wanted)


def test_looking_where_nothing_is_leaves_nothing(nowhere: str) -> None:
    assert peek(nowhere) is None
    assert traces(nowhere) == []


def test_a_verb_where_nothing_is_leaves_nothing(nowhere: str) -> None:
    with pytest.raises(NoShop) as told:
        open_shop(nowhere, make=False)
    assert told.value.place == locations.shown(nowhere)
    assert traces(nowhere) == []


def test_tables_without_an_entry_are_no_shop_yet(nowhere: str) -> None:
    open_shop(nowhere).close()  # as the first version did before it was declined
    assert peek(nowhere) is None
    with pytest.raises(NoShop):
        open_shop(nowhere, make=False)
    assert begin(nowhere)


def test_a_new_shop_is_as_the_owner_wants_it(nowhere: str) -> None:
    assert begin(nowhere)
    with open_shop(nowhere, station="Kasir 1", make=False):
        assert preferences.get(preferences.SHOP_NAME) == "Toko Maju"
        assert session.current.zone == "Asia/Makassar"
        assert staff.sign_in("P1", "271828").value == staff.OWNER
        assert not privacy.needed()
        assert privacy.acceptances()[0].station == "Kasir 1"


def test_who_joins_changes_nothing_of_the_shop(nowhere: str) -> None:
    begin(nowhere)
    with open_shop(nowhere, station="Kasir 1"):
        staff.sign_in("P1", "271828")
        catalogue.add_product("Teh", 5000)
        before = (preferences.all_values(), staff.everyone(), journal.newest())
    other = set_up.Wanted("Toko saya", "Asia/Jakarta", "P1", "314159")
    assert not begin(nowhere, "Kasir 2", other)
    with open_shop(nowhere, station="Kasir 2"):
        assert (preferences.all_values(), staff.everyone()) == before[:2]
        news = journal.since(before[2])
        assert [(event.kind, event.station) for event in news] == [("policy_accepted", "Kasir 2")]
        assert [a.station for a in privacy.acceptances()] == ["Kasir 2", "Kasir 1"]
        assert journal.verify().intact


def test_a_shop_is_looked_at_while_it_is_open_and_when_it_is_closed(nowhere: str) -> None:
    begin(nowhere)
    before = traces(nowhere)
    for _ in range(2):  # SQLite makes side files on the way, if one lets it
        sign = peek(nowhere)
        assert sign is not None
        assert (sign.name, sign.zone, sign.stations) == ("Toko Maju", "Asia/Makassar", ("Kasir 1",))
        assert traces(nowhere) == before


def test_a_choice_that_cannot_be_sets_nothing_up(nowhere: str) -> None:
    with pytest.raises(BadChoice):
        begin(nowhere, wanted=set_up.Wanted("Toko", "Mars/Olympus", "P1"))
    assert peek(nowhere) is None


def test_who_comes_second_under_one_name_gets_the_next(nowhere: str) -> None:
    begin(nowhere, "Kasir 1")
    begin(nowhere, "Counter 1")
    assert session.current.station == "Counter 2"
    begin(nowhere, "Kasir 2")
    assert session.current.station == "Kasir 3"


@pytest.mark.parametrize(
    ("wanted", "there", "free"),
    [
        ("Kasir 1", [], "Kasir 1"),
        ("Kasir 1", ["Kasir 1"], "Kasir 2"),
        ("Kasir 1", ["kasir 1", "Counter 2", "Gudang 3"], "Kasir 3"),
        ("Kasir 1", ["1", "2"], "Kasir 3"),  # what stations of the first version were called
        ("Gudang 1", ["1", "Kasir 1", "Warehouse 1"], "Gudang 2"),
        ("1", ["1"], "Kasir\N{NO-BREAK SPACE}2"),
        ("Depan", ["Depan", "depan 2"], "Depan 3"),
        ("Meja besar 7", ["Meja  besar 7"], "Meja besar 8"),
    ],
)
def test_a_computer_takes_the_next_name_that_is_free(
    wanted: str, there: list[str], free: str
) -> None:
    assert station_names.free_name(wanted, there) == free
    assert not station_names.is_taken(free, there)


def test_a_server_is_named_without_its_password() -> None:
    assert (
        locations.shown("postgresql://ani:r%40h@office:5433/shop?sslmode=require")
        == "office:5433/shop"
    )
    assert locations.shown("/tmp/shop.sqlite3") == "/tmp/shop.sqlite3"
