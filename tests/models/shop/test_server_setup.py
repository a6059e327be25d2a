"""The names that `server-setup` makes, tried by trying: what the program's own may, and may not."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg
import pytest

from models import events
from models.errors import CannotErase, CannotOpen, JournalIsOwners, NoServerRights
from models.journal import journal
from models.orders import orders
from models.settings import privacy
from models.shop import backup, restore, set_up
from models.shop.opening import open_shop
from models.shop.places import moving, server_setup
from models.shop.places.peek import peek
from models.shop.removal import erase, retention, tables_owner
from models.shop.removal.tables_owner import Login
from models.shop.verify import verify
from models.storage import server_address
from models.storage.database import database, transaction, translated_errors
from models.storage.server_address import ServerAddress
from tests.conftest import SetClock
from tests.models.journal.test_replay import a_whole_shop
from tests.readable import a_product, an_order, findings, pcs

if TYPE_CHECKING:
    from tests.conftest import Server

WANTED = set_up.Wanted("Toko Maju", "Asia/Makassar", "P1")


@pytest.fixture(scope="module")
def names(postgres: "Server") -> Iterator[str]:
    """A server where the script was run; the folder of its socket."""
    postgres.guard(
        f"local all {server_setup.OWNER} scram-sha-256",
        f"local all {server_setup.PROGRAM} scram-sha-256",
    )
    for passwords in (("of before", "of before"), ("of the owner", "of the program")):
        postgres.admin(*server_setup.roles(passwords))  # run again, it gives new passwords
    postgres.admin(server_setup.CREATE_DATABASE)
    host = server_address.read(postgres.url).host
    with psycopg.connect(
        host=host, dbname=server_setup.DATABASE, user="postgres", autocommit=True
    ) as server:
        for statement in server_setup.grants():
            server.execute(statement)
    yield host
    postgres.admin(f"DROP DATABASE {server_setup.DATABASE} WITH (FORCE)")


@pytest.fixture
def owner(names: str) -> str:
    return _url(names, server_setup.OWNER, "of the owner")


@pytest.fixture
def program(names: str) -> str:
    return _url(names, server_setup.PROGRAM, "of the program")


def _url(host: str, user: str, password: str) -> str:
    return ServerAddress(host, "", server_setup.DATABASE, user, password).open_url


def test_the_program_works_by_its_own_name_and_only_adds_to_the_journal(
    owner: str, program: str, tmp_path: Path
) -> None:
    with pytest.raises(NoServerRights):
        peek(program)  # it makes no tables
    open_shop(owner).close()
    assert peek(program) is None
    with open_shop(program, station="Kasir 1"):
        set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
        a_whole_shop()
        assert verify().is_whole
        backup.back_up(tmp_path / "copy.sqlite3")
        with pytest.raises(CannotErase):
            erase.check()
    assert peek(program) is not None
    refused = (
        "UPDATE journal SET payload = '{}'",
        "DELETE FROM journal",
        "TRUNCATE journal",
        "ALTER TABLE journal DISABLE TRIGGER ALL",
        "DROP TABLE journal",
        "CREATE TABLE mine (a int)",
        "DROP FUNCTION journal_is_sealed() CASCADE",
        "ALTER TABLE orders ADD COLUMN mine int",
        "GRANT UPDATE ON journal TO CURRENT_USER",
    )
    with psycopg.connect(program, autocommit=True) as server:
        for statement in refused:
            try:
                server.execute(statement)
            except psycopg.errors.InsufficientPrivilege:
                continue
            granted = server.execute("SELECT has_table_privilege('journal', 'UPDATE')").fetchone()
            assert statement.startswith("GRANT"), statement  # a warning, and nothing granted
            assert granted == (False,)


def test_old_orders_are_removed_by_the_owners_login_alone(
    owner: str, program: str, tmp_path: Path, clock: SetClock
) -> None:
    with open_shop(owner):  # what another test left
        erase.drop_tables(database)
    open_shop(owner).close()
    clock.set(2019, 3, 5, 10)
    with open_shop(program, station="Kasir 1"):
        tea = a_product("Teh", on_hand=pcs(9))
        orders.cancel(an_order(tea).id, "batal")
        an_order(tea)
        clock.set(2026, 3, 2, 9)
        assert tables_owner.needs_login()
        remove = partial(retention.remove, 2, tmp_path)
        refused = [
            (None, JournalIsOwners),
            (Login(server_setup.PROGRAM, "of the program"), JournalIsOwners),
            (Login(server_setup.OWNER, "of the program"), CannotOpen),
        ]
        for login, refusal in refused:
            with pytest.raises(refusal):
                remove(login=login)
        assert findings() == ()
        owners = Login(server_setup.OWNER, "of the owner")
        assert "of the owner" not in repr(owners)
        assert remove(login=owners).orders == 1
        assert tables_owner.needs_login()  # the program is by its own name again
        an_order(tea)
        assert findings() == ()
        with pytest.raises(NoServerRights), translated_errors():
            database.execute_sql("UPDATE journal SET payload = '{}'")


def test_a_backup_is_put_over_the_shop_by_the_owners_login_alone(
    owner: str, program: str, tmp_path: Path
) -> None:
    with open_shop(owner):  # what another test left
        erase.drop_tables(database)
    open_shop(owner).close()
    with open_shop(program, station="Kasir 1"):
        an_order()
        made = backup.back_up(tmp_path / "copy.sqlite3")
        an_order()
        with pytest.raises(JournalIsOwners):
            moving.replace(made.path, tmp_path)
        assert restore.here().orders == 2
        moving.replace(made.path, tmp_path, Login(server_setup.OWNER, "of the owner"))
        assert restore.here().orders == 1
        an_order()  # by the program's own name, which may again
        assert findings() == ()
        with pytest.raises(NoServerRights), translated_errors():
            database.execute_sql("UPDATE journal SET payload = '{}'")


def test_the_program_leads_its_heads_only_on(owner: str, program: str) -> None:
    """By its own name and by hand: where the chain of a station ends is not written at will."""
    open_shop(owner).close()
    with open_shop(program, station="Kasir 1"), transaction():
        journal.append(events.ROWS_KEPT, {})
    with psycopg.connect(program, autocommit=True) as server:
        before = server.execute("SELECT * FROM journal_head ORDER BY station").fetchall()
        to_the_first = "SET hash = first.hash, sequence = 1 FROM journal AS first"
        for statement in (
            "UPDATE journal_head SET hash = 'x'",
            "UPDATE journal_head SET sequence = sequence + 1",
            f"UPDATE journal_head {to_the_first} WHERE first.sequence = 1",
            "UPDATE journal_head SET station = 'Kasir 2'",
            "INSERT INTO journal_head SELECT 'Kasir 9', sequence, hash FROM journal_head",
            "DELETE FROM journal_head",
        ):
            with pytest.raises(psycopg.errors.RaiseException):
                server.execute(statement)
        assert server.execute("SELECT * FROM journal_head ORDER BY station").fetchall() == before
    with open_shop(program, station="Kasir 1"):
        with transaction():
            journal.append(events.ROWS_KEPT, {})
        assert verify().is_whole


def test_the_script_may_be_run_again_where_a_shop_is(names: str, owner: str, program: str) -> None:
    open_shop(owner).close()
    with psycopg.connect(
        host=names, dbname=server_setup.DATABASE, user="postgres", autocommit=True
    ) as server:
        for statement in server_setup.grants():
            server.execute(statement)
    with psycopg.connect(program, autocommit=True) as server:
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            server.execute("DELETE FROM journal")
        server.execute("SELECT count(*) FROM journal")


def test_the_script_is_for_psql_and_its_passwords_are_new_each_time() -> None:
    first, second = server_setup.script(), server_setup.script()
    assert first != second
    assert "\\connect shop\n" in first


@pytest.mark.skipif(not shutil.which("psql"), reason="psql is not on this machine")
def test_the_whole_script_goes_through_psql_twice(names: str) -> None:
    for _ in range(2):
        played = subprocess.run(
            ["psql", "-h", names, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "postgres"],
            input=server_setup.script(), capture_output=True, text=True,
        )  # fmt: skip
        assert played.returncode == 0, played.stderr
