"""What a server answers to whoever would keep a shop there: one plain fact each, nothing written.

A real server plays every answer that it can give.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import psycopg
import pytest

from models import errors, session
from models.errors import ShopError
from models.settings import privacy
from models.shop import backup, gate, set_up
from models.shop.opening import Shop, open_shop
from models.shop.places.peek import peek
from models.storage import postgres, server_address, server_diagnosis
from models.storage.server_address import ServerAddress
from tests.conftest import PASSWORD
from tests.faults.cable import Cable
from tests.readable import a_product, an_order

if TYPE_CHECKING:
    from tests.conftest import Server, SetClock

WANTED = set_up.Wanted("Toko Maju", "Asia/Makassar", "P1")


class Office:
    """A server that asks `toko` for a password, and has one database, of the server's owner."""

    def __init__(self, server: "Server", folder: Path) -> None:
        self.server, self.folder = server, folder
        self.owner = server.new_database()
        self.name = server_address.read(self.owner).database
        self.socket = server_address.read(self.owner).host
        self.asked = self.url()

    def url(self, password: str = PASSWORD, *, name: str = "", user: str = "toko") -> str:
        """How `user` comes in; the password stands in a file."""
        given = ServerAddress(self.socket, "", name or self.name, user, password)
        return server_address.keep_password(given, self.folder / "server.pgpass").url

    def sql(self, *statements: str) -> None:
        with psycopg.connect(self.owner, autocommit=True) as server:
            for statement in statements:
                server.execute(statement)

    def allow(self) -> None:
        """`toko` may make tables."""
        self.sql("GRANT CREATE ON SCHEMA public TO toko")

    def make_tables(self) -> None:
        """By their owner, as `server-setup` does it; `toko` may work in them."""
        open_shop(self.owner).close()
        self.sql(
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO toko",
            "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO toko",
        )

    def set_up(self) -> None:
        self.allow()
        with open_shop(self.asked, station="Kasir 1"):
            set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
            an_order()

    def tables(self) -> list[str]:
        with psycopg.connect(self.owner) as server:
            sql = "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"
            return [name for (name,) in server.execute(sql)]


@pytest.fixture
def office(guarded: "Server", tmp_path: Path) -> Iterator[Office]:
    office = Office(guarded, tmp_path)
    yield office
    guarded.drop(office.owner)


Play = Callable[[Office], str | None]


def _no_rights(office: Office) -> None:
    """Nobody granted anything."""


def _no_rights_in_the_shop(office: Office) -> None:
    with open_shop(office.owner):
        set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)


def _other_program(office: Office) -> None:
    office.sql("CREATE TABLE invoices (id int)", "GRANT SELECT ON invoices TO toko")


def _newer(office: Office) -> None:
    office.set_up()
    office.sql("INSERT INTO schema_migration (name, applied) VALUES ('9999_later', now())")


def _no_database(office: Office) -> str:
    return office.url(name="no_such_shop")


def _wrong_password(office: Office) -> str:
    return office.url("wrong")


def _no_password(office: Office) -> str:
    return office.url("")


def _no_such_role(office: Office) -> str:
    office.server.guard("local all nobody scram-sha-256")
    return office.url(user="nobody")


def _not_let_in(office: Office) -> str:
    return office.url(user="outsider")


def _no_host(office: Office) -> str:
    return "postgresql://toko@no-such-host.invalid/shop"


def _no_port(office: Office) -> str:
    return "postgresql://toko@127.0.0.1:9/shop"


def _not_encrypted(office: Office) -> str:
    return Cable(office.asked).url_here + "?sslmode=require"


def _bad_url(office: Office) -> str:
    return "postgresql://toko:a/b@kantor/shop"


ANSWERS: list[tuple[Play, type[ShopError]]] = [
    (_no_host, errors.NoSuchHost),
    (_no_port, errors.NobodyListens),
    (_wrong_password, errors.WrongPassword),
    (_no_password, errors.WrongPassword),
    (_no_such_role, errors.WrongPassword),
    (_not_let_in, errors.NotLetIn),
    (_not_encrypted, errors.NotEncrypted),
    (_no_database, errors.NoSuchDatabase),
    (_no_rights, errors.NoServerRights),
    (_no_rights_in_the_shop, errors.NoServerRights),
    (_other_program, errors.OtherDatabase),
    (_newer, errors.NewerShop),
    (_bad_url, errors.BadAddress),
]


@pytest.mark.parametrize(("play", "answer"), ANSWERS)
def test_each_answer_is_one_plain_fact_and_changes_nothing(
    office: Office, play: Play, answer: type[ShopError]
) -> None:
    url = play(office) or office.asked
    before = office.tables()
    with pytest.raises(ShopError) as told:
        peek(url)
    assert type(told.value) is answer
    assert office.tables() == before
    if answer is not errors.NoServerRights:  # whether it has rights, one sees when one needs them
        with pytest.raises(ShopError) as at_the_start:
            open_shop(url, make=False)
        assert type(at_the_start.value) is answer


def test_an_empty_database_is_no_shop_and_one_could_be_made(office: Office) -> None:
    office.allow()
    assert peek(office.asked) is None
    assert office.tables() == []


def test_a_shop_says_its_name_its_stations_and_its_last_order(office: Office) -> None:
    office.set_up()
    sign = peek(office.asked)
    assert sign is not None
    assert (sign.name, sign.zone, sign.stations) == ("Toko Maju", "Asia/Makassar", ("Kasir 1",))
    assert sign.origin is not None
    assert (sign.origin.orders, sign.origin.last_number) == (1, 1)


def test_another_shop_may_be_open_meanwhile(office: Office, shop_file: Path) -> None:
    office.set_up()
    with open_shop(str(shop_file)):
        assert peek(office.asked) is not None
        a_product("Kopi")


def test_a_server_that_is_too_old_says_its_version(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "OLDEST", 99)
    with pytest.raises(errors.ServerTooOld) as told:
        peek(office.asked)
    assert told.value.version.split(".")[0].isdecimal()


def test_what_the_system_says_in_its_own_language_does_not_matter() -> None:
    """A refused connection is told by the system's own words, a wrong password by the server's."""

    class Foreign(Exception):
        pgconn = SimpleNamespace(needs_password=False, used_password=True)

    far, here = ServerAddress("127.0.0.1", "9"), ServerAddress("/run", "", "shop", "toko")
    assert type(server_diagnosis.why(far, Foreign("Koneksi ditolak"))) is errors.NobodyListens
    assert type(server_diagnosis.why(here, Foreign("Sandi salah"))) is errors.WrongPassword


def test_of_two_servers_one_is_about_to_take_over() -> None:
    """A standby alone is no place for a shop; one of two is waited for."""

    class Refused(Exception):
        pgconn = None

    words = Refused("connection to server failed: session is read-only")
    one, two = ServerAddress("/run/a"), ServerAddress("/run/a,/run/b")
    assert type(server_diagnosis.said(one, words)) is errors.StandbyServer
    assert type(server_diagnosis.said(two, words)) is errors.ServerNotReady


def test_only_who_was_not_seen_for_a_while_may_be_replaced(
    office: Office, clock: "SetClock"
) -> None:
    office.allow()
    for station in ("Kasir 1", "Kasir 2", "Kasir 3"):
        with open_shop(office.asked, station=station):
            set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
    clock.let_pass(120)
    with open_shop(office.asked, station="Kasir 2"):
        an_order()
    with open_shop(office.asked, station="Kasir 3"):
        found = peek(office.asked)
    assert found is not None
    assert found.stations == ("Kasir 1", "Kasir 2", "Kasir 3")
    assert found.gone == ("Kasir 1",), "one wrote a moment ago, one is connected"


def test_in_a_backup_nobody_is_at_work(shop: Shop, tmp_path: Path) -> None:
    an_order()
    made = backup.back_up(tmp_path / "copy.sqlite3")
    assert gate.sign(made.path).gone == (session.current.station,)
