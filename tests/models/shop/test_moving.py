"""A shop goes from a file to a server and back: equal in every column and hash."""

import gzip
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest

from gui.words.formatting import Formatting
from gui.words.proof_texts import verdict_lines
from models import errors
from models.journal import journal
from models.settings import preferences, privacy, staff
from models.shop import backup, gate, heads, restore, set_up
from models.shop.opening import Shop, open_shop
from models.shop.places import moving
from models.shop.places.peek import peek
from models.shop.verify import verify
from models.storage import locations, row_copying, sqlite_driver
from models.storage.database import database
from models.storage.tables import TABLES
from tests.models.journal.test_replay import a_whole_shop
from tests.readable import a_product, an_order

WANTED = set_up.Wanted("Toko Maju", "Asia/Makassar", "P1")
_NAMES = [table._meta.table_name for table in TABLES]


@pytest.fixture
def shop(shop_file: Path) -> Shop:
    """A shop in a file, with something in every table."""
    shop = open_shop(str(shop_file), station="Kasir 1")
    set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
    a_whole_shop()
    return shop


@pytest.fixture(autouse=True)
def small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(row_copying, "STEP", 3)


@contextmanager
def at_work(url: str, station: str = "Kasir 1") -> Iterator[Shop]:
    """The shop there, with its owner signed in."""
    with open_shop(url, station=station, make=False) as opened:
        staff.sign_in("P1", "4321")
        yield opened


def content(url: str) -> dict[str, list[tuple[Any, ...]]]:
    """Every column of every row, in the order of the key."""
    if locations.is_postgres(url):
        with psycopg.connect(url) as server:
            return _content(row_copying.ServerEnd(server))
    with closing(sqlite_driver.connect(Path(url))) as file:
        return _content(row_copying.FileEnd(file))


def _content(end: row_copying.End) -> dict[str, list[tuple[Any, ...]]]:
    told = {}
    for name in _NAMES:
        columns = sorted(end.columns(name))
        rows = [tuple(int(x) if isinstance(x, bool) else x for x in row)
                for row in end.read(name, columns, 0)]  # fmt: skip
        told[name] = sorted(rows, key=repr)
    told["preference"] = [row for row in told["preference"] if "moved_to" not in row]
    return told


def stopping(after: int) -> Callable[[int, int], bool]:
    """Stops when so many rows are there."""
    return lambda done, of: done < after


def test_there_and_back_nothing_is_lost_and_all_is_equal(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    moving.move(empty_database, tmp_path / "own")
    shop.close()
    here = content(shop.url)
    assert content(empty_database) == here
    empty = {name for name in _NAMES if not here[name]}
    assert empty <= {"late_sum", "queue_mark", "closed_sum", "touched_row", "message", "print_job"}
    back = tmp_path / "back" / "shop.sqlite3"
    with at_work(empty_database) as there:
        assert verify().is_whole
        an_order(a_product("Kopi"))  # the next numbers of all tables are free
        entries = journal.newest()
        moving.move(str(back), tmp_path / "own")
        there.close()
    assert content(str(back)) == content(empty_database)
    assert gate.examine(back)[0] == entries
    assert back.stat().st_mode & 0o077 == 0
    with at_work(str(back)):
        assert verify().is_whole
        an_order()
    assert [path.name for path in (tmp_path / "own").iterdir()] == []


def test_the_place_that_is_left_says_where_the_shop_went(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    moving.move(empty_database, tmp_path)
    shop.close()
    for look in (peek, open_shop):
        with pytest.raises(errors.ShopMoved) as told:
            look(shop.url)
        assert told.value.place == locations.shown(empty_database)
    restore.bring(Path(shop.url), tmp_path / "again.sqlite3")  # still a copy of what was there
    with open_shop(str(tmp_path / "again.sqlite3")):
        assert preferences.get(preferences.MOVED_TO) == ""
        assert verify().is_whole


def watching(seen: list[int]) -> Callable[[int, int], bool]:
    """Notes how many rows are there, and goes on."""

    def progress(done: int, of: int) -> bool:
        seen.append(done)
        return True

    return progress


@pytest.mark.parametrize("after", [1, 40])
def test_a_copy_that_was_stopped_goes_on_where_it_stood(
    shop: Shop, empty_database: str, tmp_path: Path, after: int
) -> None:
    with pytest.raises(errors.CopyStopped):
        moving.move(empty_database, tmp_path, stopping(after))
    assert peek(empty_database) is None  # nobody takes it for a shop
    seen: list[int] = []
    moving.move(empty_database, tmp_path, watching(seen))
    assert seen[0] > after
    shop.close()
    assert content(empty_database) == content(shop.url)


def test_a_copy_of_what_the_shop_was_before_is_begun_anew(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    with pytest.raises(errors.CopyStopped):
        moving.move(empty_database, tmp_path, stopping(30))
    an_order()
    moving.move(empty_database, tmp_path)
    shop.close()
    assert content(empty_database) == content(shop.url)


def test_from_a_server_too_it_goes_on_where_it_stood(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    moving.move(empty_database, tmp_path)
    shop.close()
    back = tmp_path / "back.sqlite3"
    with at_work(empty_database) as there:
        with pytest.raises(errors.CopyStopped):
            moving.move(str(back), tmp_path, stopping(50))
        assert not back.exists()
        seen: list[int] = []
        moving.move(str(back), tmp_path, watching(seen))
        there.close()
    assert seen[0] > 50
    assert content(str(back)) == content(empty_database)
    assert sorted(path.name for path in tmp_path.iterdir() if "moving" in path.name) == []


def test_nothing_is_put_over_another_shop_nor_over_itself(
    shop: Shop, own_postgres_url: str, shop_file: Path, tmp_path: Path
) -> None:
    with pytest.raises(errors.PlaceTaken):
        moving.move(str(shop_file), tmp_path)
    shop.close()
    with open_shop(own_postgres_url, station="2"):
        set_up.begin(privacy.policy("id"), at=1_773_000_000_000, wanted=WANTED)
    before = content(own_postgres_url)
    with at_work(str(shop_file)), pytest.raises(errors.PlaceTaken):
        moving.move(own_postgres_url, tmp_path)
    assert content(own_postgres_url) == before


def test_who_has_the_shop_open_elsewhere_keeps_it_where_it_is(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    with closing(sqlite_driver.connect(Path(shop.url))) as other:
        other.execute("SELECT * FROM product").fetchone()
        with pytest.raises(errors.Busy):
            moving.move(empty_database, tmp_path)
    assert peek(empty_database) is None


def test_what_is_sold_while_it_is_copied_is_seen_and_the_shop_stays(
    shop: Shop, empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leave = moving._leave  # noqa: SLF001 - in between

    def sold_meanwhile(*given: Any) -> None:
        an_order()
        leave(*given)

    monkeypatch.setattr(moving, "_leave", sold_meanwhile)
    with pytest.raises(errors.GrewMeanwhile):
        moving.move(empty_database, tmp_path)
    assert peek(empty_database) is None
    assert preferences.get(preferences.MOVED_TO) == ""
    an_order()


def test_a_move_that_was_cut_off_before_the_place_was_left_is_only_ended(
    shop: Shop, empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as plug:
        plug.setattr(moving, "_compare", lambda *given: pytest.fail("pulled"))
        with pytest.raises(pytest.fail.Exception):
            moving.move(empty_database, tmp_path)
    with monkeypatch.context() as still:
        still.setattr(moving, "copy_rows", lambda *given: pytest.fail("copied again"))
        moving.move(empty_database, tmp_path)
    shop.close()
    assert content(empty_database) == content(shop.url)


def test_a_backup_becomes_a_servers_shop_by_the_same_gate(
    shop: Shop, empty_database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = backup.back_up(tmp_path / "copy.sqlite3")
    shop.close()
    moving.bring(made.path, empty_database, tmp_path / "own")
    assert content(empty_database) == content(str(made.path))
    with at_work(empty_database, "2"):
        assert verify().is_whole
        an_order()
        again = backup.back_up(tmp_path / "of_server.sqlite3")  # opens as a shop file
    with open_shop(str(again.path), station="3", make=False):
        assert verify().is_whole
    (tmp_path / "bad.sqlite3").write_text("no shop")
    with pytest.raises(errors.NotAShop):
        moving.bring(tmp_path / "bad.sqlite3", empty_database, tmp_path / "own")
    monkeypatch.setattr(database, "shop", None)  # as in a process that had no shop open
    with pytest.raises(errors.PlaceTaken):
        moving.bring(made.path, empty_database, tmp_path / "own")


def test_a_shop_of_the_first_version_comes_to_a_server(empty_database: str, tmp_path: Path) -> None:
    file = tmp_path / "old.sqlite3"
    packed = Path(__file__).parents[2] / "old_shops" / "0_1" / "shop.sqlite3.gz"
    file.write_bytes(gzip.decompress(packed.read_bytes()))
    moving.bring(file, empty_database, tmp_path / "own")
    with open_shop(empty_database, station="2", make=False):
        staff.sign_in("P1", "1234")
        assert verify().is_whole
        an_order()


def test_a_stations_own_file_is_neither_taken_away_nor_backed_up_for_the_shop(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    database.own, database.is_away = database.shop, True
    try:
        with pytest.raises(errors.WaitsForServer):
            moving.move(empty_database, tmp_path)
        with pytest.raises(errors.ServerAway):
            backup.back_up(tmp_path / "copy.sqlite3")
    finally:
        database.own, database.is_away = None, False
    assert list(tmp_path.glob("*copy*")) == []


def test_a_backup_takes_the_place_of_a_shop_on_a_server_and_can_be_taken_back(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    made = backup.back_up(tmp_path / "stick" / "copy.sqlite3")
    moving.move(empty_database, tmp_path / "own")
    shop.close()
    with at_work(empty_database):
        heads.note(tmp_path / "heads")
        later = an_order(a_product("Kopi"))
        before = content(empty_database)
        loss = restore.look(made.path)
        assert (loss.is_same_shop, loss.orders) == (True, 1)
        aside = moving.replace(made.path, tmp_path / "backups")
        assert gate.origin(aside).orders == loss.here.orders
        assert restore.here().orders == loss.origin.orders
        assert verify([tmp_path / "heads"]).is_whole  # what was left is told by the journal
        assert an_order().number == later.number  # the next numbers of all tables are free
        assert backup.set_aside_in(tmp_path / "backups") == [aside]
        moving.replace(aside, tmp_path / "backups")
        assert verify([tmp_path / "heads"]).is_whole
    now = content(empty_database)
    changed = {name for name in _NAMES if now[name] != before[name]}
    assert changed <= {"journal", "journal_head", "counter", "touched_row"}
    assert [path.name for path in tmp_path.rglob(".*")] == []


@pytest.mark.parametrize("after", [1, 40])
def test_a_restore_on_a_server_that_is_cut_off_leaves_the_shop_as_it_was(
    shop: Shop, empty_database: str, tmp_path: Path, after: int
) -> None:
    made = backup.back_up(tmp_path / "copy.sqlite3")
    moving.move(empty_database, tmp_path / "own")
    shop.close()
    before = content(empty_database)
    with at_work(empty_database):
        with pytest.raises(errors.CopyStopped):
            moving.replace(made.path, tmp_path / "backups", None, stopping(after))
        assert verify().is_whole
    assert content(empty_database) == before


def test_nothing_is_put_over_a_shop_on_a_server_in_which_somebody_works(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    made = backup.back_up(tmp_path / "copy.sqlite3")
    moving.move(empty_database, tmp_path / "own")
    shop.close()
    with at_work(empty_database):
        before = content(empty_database)
        with psycopg.connect(empty_database), pytest.raises(errors.Busy):
            moving.replace(made.path, tmp_path / "backups")
    assert content(empty_database) == before


def test_a_server_whose_journal_was_changed_is_led_to_its_newest_backup(
    shop: Shop, empty_database: str, tmp_path: Path
) -> None:
    moving.move(empty_database, tmp_path / "own")
    shop.close()
    with at_work(empty_database):
        made = backup.back_up(tmp_path / "copy.sqlite3")
        guard = "ALTER TABLE journal {} TRIGGER journal_sealed"
        for statement in (
            guard.format("DISABLE"), "UPDATE journal SET at = 1 WHERE sequence = 9",
            guard.format("ENABLE"), "DROP INDEX orders_open",
        ):  # fmt: skip
            database.execute_sql(statement)
        verdict = verify()
        assert not verdict.is_whole
        assert "“Restore this backup”" in verdict_lines(verdict, Formatting("en"))[-1]
        moving.replace(made.path, tmp_path / "backups")
        assert verify().is_whole
