"""The proof of a shop: verified, its newest backup really put back, and what it keeps."""

from collections.abc import Callable
from pathlib import Path

import pytest

from models.errors import NoShop, NotAShop
from models.fulfilment import fulfilment
from models.settings import preferences
from models.shop import backup, prove
from models.shop.opening import open_shop
from models.shop.prove import Apart
from models.shop.verify import verify
from models.storage.database import database
from tests.conftest import SetClock
from tests.models.journal.test_replay import a_whole_shop
from tests.readable import a_product, an_order


@pytest.fixture
def folder(shop_file: Path) -> Path:
    """The backups of a shop in which something was done since."""
    folder = shop_file.parent / "backups"
    with open_shop(str(shop_file)):
        a_whole_shop()
        backup.back_up_into(folder)
        an_order(a_product("Gula"))
    return folder


def proven(shop_file: Path, folder: Path) -> prove.Proof:
    done: list[float] = []
    proof = prove.prove(str(shop_file), "1", [folder], done.append)
    assert (done, done[-1]) == (sorted(done), 1)
    assert list(folder.glob(".*")) == []
    return proof


def test_a_sound_shop_is_whole_and_so_is_its_backup(shop_file: Path, folder: Path) -> None:
    proof = proven(shop_file, folder)
    assert proof.is_whole
    assert proof.copy is not None
    assert proof.copy.origin is not None
    assert (proof.here.orders, proof.copy.origin.orders) == (5, 4)
    assert (proof.inventory.columns > 200, proof.inventory.unlisted) == (True, ())


def test_a_backup_is_counted_by_the_calendar_that_the_shop_had_then(
    shop_file: Path, clock: SetClock
) -> None:
    folder = shop_file.parent / "backups"
    with open_shop(str(shop_file)):
        clock.set(2026, 3, 8, 1)
        fulfilment.make_ready(an_order().id)
        backup.back_up_into(folder)
        preferences.put(preferences.DAY_ENDS, 3)
    assert proven(shop_file, folder).is_whole


def test_without_a_backup_nothing_can_be_brought_back(shop_file: Path, folder: Path) -> None:
    for path in backup.all_in(folder):
        backup.discard(path)
    proof = proven(shop_file, folder)
    assert (proof.verdict.is_whole, proof.copy, proof.is_whole) == (True, None, False)


def test_a_spoiled_backup_is_named_and_why(shop_file: Path, folder: Path) -> None:
    (path,) = backup.all_in(folder)
    path.write_bytes(b"SQLite format 3\0" + bytes(9000))
    proof = proven(shop_file, folder)
    assert proof.copy is not None
    assert (proof.copy.name, type(proof.copy.error)) == (path.name, NotAShop)
    assert not proof.is_whole


def test_sums_alone_are_made_anew(shop_file: Path, folder: Path) -> None:
    with open_shop(str(shop_file)):
        database.execute_sql("UPDATE day_total SET revenue = revenue + 1")
    verdict = prove.look(str(shop_file), "1", [folder], lambda _: None)
    assert (verdict.is_whole, len(verdict.anew)) == (True, 1)
    with open_shop(str(shop_file)):
        assert verify([folder]).is_whole


@pytest.mark.long
def test_it_is_done_in_a_process_of_its_own(shop_file: Path, folder: Path) -> None:
    done: list[float] = []
    proof = Apart(prove.prove, str(shop_file), "1", [folder]).run(done.append)
    assert (proof.is_whole, done[-1]) == (True, 1)
    with pytest.raises(NoShop):
        Apart(prove.prove, str(shop_file.with_name("none")), "1", [folder]).run(done.append)


def test_what_is_ended_before_it_began_answers_nothing(shop_file: Path) -> None:
    work = Apart(_never, str(shop_file))
    work.end()
    assert work.run(_never) is None


def _never(given: object, progress: Callable[[float], object] | None = None) -> None:
    raise AssertionError
