"""A shop that is not whole is written anew from its journal, with what its backups have."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.errors import CannotOpen, JournalBroken
from models.journal import journal
from models.settings import staff
from models.shop import backup, gate, rebuild
from models.shop.opening import Shop, open_shop
from models.shop.verify import verify
from models.storage import database
from tests.faults.damage import edit
from tests.models.journal.test_replay import a_whole_shop
from tests.models.shop.test_verify import everything
from tests.readable import a_product, an_order


@contextmanager
def opened(path: Path) -> Iterator[None]:
    """The shop with its owner at work."""
    with open_shop(str(path)):
        staff.sign_in("P1", "4321")
        yield


CHANGED = "UPDATE journal SET payload = '{}' WHERE sequence = 7"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "backups"


@pytest.fixture
def whole(shop_file: Path, folder: Path) -> dict[str, list[str]]:
    """What stands in a shop that is closed by now, and of which there is a backup."""
    with open_shop(str(shop_file)):
        a_whole_shop()
        backup.back_up_into(folder)
        an_order(a_product("Gula"))
        database.database.execute_sql("PRAGMA journal_mode = delete")
        return everything()


def test_an_entry_that_was_changed_comes_from_the_backup(
    shop_file: Path, folder: Path, whole: dict[str, list[str]]
) -> None:
    edit(shop_file, CHANGED)
    with opened(shop_file):
        assert verify([folder]).findings[0].key == (7,)
        entries = journal.newest()
        found = rebuild.look([folder])
        assert (found.entries, found.lost, found.from_backups) == (entries, 0, 1)
        aside = rebuild.rebuild([folder])
        assert verify([folder]).is_whole
        assert everything() == whole
        assert journal.since(entries)[0].payload["rebuilt"] == entries
        an_order(a_product("Teh"))
    assert aside.parent == shop_file.parent
    assert not list(shop_file.parent.glob("*restoring*"))


def test_where_nobody_has_an_entry_the_shop_ends_before_it_and_that_is_said(
    shop_file: Path, whole: dict[str, list[str]], tmp_path: Path
) -> None:
    edit(shop_file, CHANGED)
    with opened(shop_file):
        entries, sixth = journal.newest(), journal.entry(6)
        assert sixth is not None
        found = rebuild.look([tmp_path])
        assert (found.entries, found.lost, found.until) == (6, entries - 6, sixth.at)
        rebuild.rebuild([tmp_path])
        assert (journal.newest(), verify([tmp_path]).is_whole) == (8, True)


def test_a_lost_end_comes_back_from_the_backup_that_saw_it(
    shop_file: Path, folder: Path, whole: dict[str, list[str]]
) -> None:
    with opened(shop_file):
        entries = journal.newest()
        backup.back_up_into(folder)
    edit(shop_file, f"DELETE FROM journal WHERE sequence > {entries - 3}")
    with opened(shop_file):
        assert rebuild.look([folder]).from_backups == 3
        rebuild.rebuild([folder])
        assert verify([folder]).is_whole
        assert everything() == whole


def test_the_backups_of_another_shop_give_nothing(
    shop_file: Path, empty_shop_file: Path, folder: Path, whole: dict[str, list[str]]
) -> None:
    for copy in backup.all_in(folder):
        backup.discard(copy)
    other = shop_file.with_name("other.sqlite3")
    shutil.copy2(empty_shop_file, other)
    with open_shop(str(other)):
        for _ in range(20):
            an_order(a_product())
        backup.back_up_into(folder)
    edit(shop_file, CHANGED)
    with opened(shop_file):
        assert rebuild.look([folder]).entries == 6


def test_a_file_that_nobody_can_open_comes_back_whole(
    shop_file: Path, folder: Path, whole: dict[str, list[str]]
) -> None:
    with open_shop(str(shop_file)):
        backup.back_up_into(folder)
        database.database.execute_sql("PRAGMA journal_mode = delete")
    shop_file.write_bytes(bytes(4096) + shop_file.read_bytes()[4096:])
    database.bind(str(shop_file), station="1")
    aside = rebuild.rebuild([folder])
    assert aside.read_bytes()[:16] == bytes(16)
    database.database.close()
    with opened(shop_file):
        assert verify([folder]).is_whole
        assert everything() == whole


def test_where_nothing_can_be_had_nothing_is_changed(shop_file: Path, tmp_path: Path) -> None:
    shop_file.write_bytes(b"no shop at all")
    database.bind(str(shop_file), station="1")
    with pytest.raises(JournalBroken):
        rebuild.rebuild([tmp_path])
    assert [path.name for path in shop_file.parent.glob("shop*")] == [shop_file.name]
    assert shop_file.read_bytes() == b"no shop at all"


def test_what_is_typed_and_what_waits_for_paper_is_taken_along(shop: Shop) -> None:
    if shop.path is None:
        with pytest.raises(CannotOpen):
            rebuild.rebuild([])
        return
    a_whole_shop()
    database.database.execute_sql(
        "INSERT INTO print_job (paper, station, staff, state, attempts, error, seal, copy_number, "
        "asked_at, subject, labels) VALUES ('receipt', '1', '', 'waiting', 0, '', '', 0, 5, 1, '')"
    )
    rebuild.rebuild([])
    jobs = database.database.execute_sql("SELECT paper, asked_at FROM print_job").fetchall()
    assert ("receipt", 5) in jobs
    assert gate.examine(shop.path)[0] == journal.newest()
