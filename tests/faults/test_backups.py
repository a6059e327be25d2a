"""A backup counts when it is proven; nothing comes back into the shop without passing the gate."""

import itertools
import json
import os
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from gui.words.error_messages import sentence
from models import session
from models.catalogue import catalogue
from models.clock import DAY
from models.errors import (
    BackupFailed,
    BackupNotWhole,
    Busy,
    CannotOpen,
    Damaged,
    JournalBroken,
    NewerShop,
    NotAShop,
    ShopError,
)
from models.journal import journal, replay
from models.orders import order_history
from models.settings import preferences, staff
from models.shop import backup, gate, opening, restore
from models.shop.opening import Shop, open_shop
from models.shop.verify import verify
from models.storage.sqlite_driver import connect
from tests.conftest import SetClock
from tests.models.conftest import postgres_in_the_long_run
from tests.readable import a_product, an_order


def edit(path: Path, *statements: str) -> None:
    """What somebody does to a file with another program."""
    code = (
        "import sqlite3, sys\nfile = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "for statement in sys.argv[2:]: file.execute(statement)"
    )
    subprocess.run([sys.executable, "-c", code, str(path), *statements], check=True)


UNSEALED = ("DROP TRIGGER journal_sealed_update", "DROP TRIGGER journal_sealed_delete")
SEALED = (
    (
        "CREATE TRIGGER journal_sealed_update BEFORE UPDATE ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    ),
    (
        "CREATE TRIGGER journal_sealed_delete BEFORE DELETE ON journal "
        "BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END"
    ),
)


def some_orders(count: int = 3) -> None:
    product = a_product(on_hand=10_000)
    for _ in range(count):
        an_order(product)


def test_a_backup_is_a_whole_shop_of_its_owner_s_alone(shop: Shop, tmp_path: Path) -> None:
    some_orders()
    made = backup.back_up(tmp_path / "copies" / "monday.sqlite3")
    assert (made.entries, made.path.stat().st_mode & 0o777) == (4, 0o600)
    head = json.loads((made.path.parent / "monday.sqlite3.head").read_text())
    assert head["sequence"] == 4
    assert gate.examine(made.path) == (4, head["hash"])
    assert {path.name for path in made.path.parent.iterdir()} == {
        "monday.sqlite3",
        "monday.sqlite3.head",
    }
    shop.close()
    with open_shop(str(made.path)):
        assert len(order_history.find()) == 3
        assert replay.replay() == []


def test_a_backup_never_takes_the_place_of_the_shop_itself(shop_file: Path) -> None:
    with open_shop(str(shop_file)):
        some_orders()
        with pytest.raises(ShopError):
            backup.back_up(shop_file)
        an_order(catalogue.product(1))
    with open_shop(str(shop_file)):
        assert len(order_history.find()) == 4


def test_what_cannot_be_written_leaves_nothing_behind(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ShopError):
        backup.back_up(tmp_path / "file" / "copy.sqlite3")
    assert [path.name for path in tmp_path.iterdir() if "copy" in path.name] == []


@postgres_in_the_long_run
def test_the_newest_are_kept_and_the_old_are_thinned_out(
    shop: Shop, tmp_path: Path, clock: SetClock
) -> None:
    for _ in range(40):
        backup.back_up_into(tmp_path / "copies")
        clock.moment += DAY // 4
    ages = [
        (clock.moment - backup.made_at(path)) / DAY for path in backup.backups(tmp_path / "copies")
    ]
    assert [age for age in ages if age <= 1] == [0.25, 0.5, 0.75, 1.0]
    assert [before - after for after, before in itertools.pairwise(ages[6:])] == [1.0] * 7
    assert max(ages) > 8


def test_shops_that_share_a_folder_have_each_their_own_backups(
    shop_file: Path, empty_shop_file: Path, tmp_path: Path, clock: SetClock
) -> None:
    copies, other_file = tmp_path / "copies", tmp_path / "demo.sqlite3"
    shutil.copy2(empty_shop_file, other_file)
    with open_shop(str(shop_file)):
        assert (backup.backups(copies), backup.newest(copies)) == ([], None)
        a_product("Beras")
        own = backup.back_up_into(copies).path
        own_moment = clock.moment
    clock.moment += 30 * DAY  # long enough for it to be thinned out, beside newer ones
    with open_shop(str(other_file)):
        a_product("Teh")
        assert (backup.backups(copies), backup.newest(copies)) == ([], None)
        others = []
        for _ in range(2):
            others.append(backup.back_up_into(copies).path)
            clock.moment += 400 * DAY
        backup.thin_out(copies)
        assert not any(path.exists() for path in others)
        left = backup.back_up_into(copies).path
        assert backup.backups(copies) == [left]
    with open_shop(str(shop_file)):
        assert (backup.backups(copies), backup.newest(copies)) == ([own], own_moment)


def test_a_file_that_is_no_backup_does_not_hide_the_others(shop: Shop, tmp_path: Path) -> None:
    made = backup.back_up_into(tmp_path).path
    (tmp_path / "shop-9999999999999.sqlite3").write_bytes(b"nothing of ours")
    with closing(connect(tmp_path / "shop-9999999999998.sqlite3")) as file:
        file.execute("CREATE TABLE other (a)")
    assert backup.backups(tmp_path) == [made]
    backup.thin_out(tmp_path)
    assert len(list(tmp_path.glob("shop-9*.sqlite3"))) == 2


def test_yesterday_s_shop_comes_back_and_today_s_is_set_aside(
    shop_file: Path, tmp_path: Path
) -> None:
    with open_shop(str(shop_file)):
        some_orders(2)
        backup.back_up(tmp_path / "copy.sqlite3")
        an_order(catalogue.product(1))
        aside = restore.restore(tmp_path / "copy.sqlite3")
        assert len(order_history.find()) == 2
        assert journal.since(0)[-1].kind == "restored"
        assert (journal.verify().intact, replay.replay()) == (True, [])
        assert an_order(catalogue.product(1)).number == 3
    with open_shop(str(aside)):
        assert len(order_history.find()) == 3


def test_a_shop_that_others_have_open_is_not_replaced(shop_file: Path, tmp_path: Path) -> None:
    with open_shop(str(shop_file)):
        some_orders(1)
        backup.back_up(tmp_path / "copy.sqlite3")
        code = (
            "import sys; from models.journal import journal\n"
            "from models.shop.opening import open_shop\n"
            "with open_shop(sys.argv[1]):\n    journal.newest(); print(1, flush=True); input()"
        )
        other = subprocess.Popen(
            [sys.executable, "-c", code, str(shop_file)],
            cwd=Path(__file__).parents[2], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(Busy):
            restore.restore(tmp_path / "copy.sqlite3")
        other.communicate("\n")
        assert an_order(catalogue.product(1)).number == 2


# --- the gate ---------------------------------------------------------------------------------


@pytest.fixture
def copy(shop: Shop, tmp_path: Path) -> Path:
    """A good backup, to be spoiled."""
    some_orders(15)
    return backup.back_up(tmp_path / "copy.sqlite3").path


HOSTILE: list[tuple[str, tuple[str, ...], type[ShopError]]] = [
    ("a trigger that works for somebody else", (
        "CREATE TRIGGER greedy AFTER INSERT ON payment BEGIN DELETE FROM stock; END",), NotAShop),
    ("a view in the place of a table", (
        "ALTER TABLE put_back RENAME TO aside", "CREATE VIEW put_back AS SELECT * FROM aside"),
        NotAShop),
    ("a table too many", ("CREATE TABLE phones (number TEXT)",), NotAShop),
    ("a column too many", ("ALTER TABLE orders ADD COLUMN telephone TEXT",), NotAShop),
    ("a table too few", ("DROP TABLE put_back",), NotAShop),
    ("an index that is not there", ("DROP INDEX orders_open",), NotAShop),
    ("another program's mark", ("PRAGMA application_id = 7",), NotAShop),
    ("a newer program's", (
        "INSERT INTO schema_migration (name, applied) VALUES ('9999_later', '')",), NewerShop),
    ("the triggers gone", UNSEALED, NotAShop),
    ("an edited entry", (
        *UNSEALED, "UPDATE journal SET staff = 'K9' WHERE sequence = 5", *SEALED), JournalBroken),
    ("an entry taken out", (
        *UNSEALED, "DELETE FROM journal WHERE sequence = 5", *SEALED), JournalBroken),
    ("a lost tail", (
        *UNSEALED, "DELETE FROM journal WHERE sequence > 10", *SEALED), JournalBroken),
    ("lines of no order", (
        "PRAGMA foreign_keys = 0", "DELETE FROM orders WHERE id = 3"), Damaged),
]  # fmt: skip


@pytest.mark.parametrize(
    ("spoilt", "refusal"),
    [pytest.param(how, refusal, id=name) for name, how, refusal in HOSTILE],
)
def test_a_hostile_backup_is_refused_and_the_shop_goes_on(
    shop: Shop, copy: Path, spoilt: tuple[str, ...], refusal: type[ShopError]
) -> None:
    edit(copy, *spoilt)
    with pytest.raises(refusal):
        gate.examine(copy)
    if shop.path is not None:
        with pytest.raises((refusal, BackupNotWhole)):
            restore.restore(copy)
    assert an_order(catalogue.product(1)).number == 16


@pytest.mark.parametrize(
    ("content", "refusal"),
    [(b"", NotAShop), (b"not a shop", NotAShop), (b"SQLite format 3\0" + b"x" * 9_000, NotAShop)],
)
def test_what_is_no_backup_is_refused(
    shop: Shop, tmp_path: Path, content: bytes, refusal: type[ShopError]
) -> None:
    path = tmp_path / "x.sqlite3"
    path.write_bytes(content)
    with pytest.raises(refusal):
        gate.examine(path)
    with pytest.raises(CannotOpen):
        gate.examine(tmp_path / "nowhere.sqlite3")


def test_a_damaged_backup_is_refused(shop: Shop, copy: Path) -> None:
    whole = copy.read_bytes()
    refused = 0
    for page in range(2, len(whole) // 4096):
        copy.write_bytes(whole[: page * 4096] + b"\xa5" * 400 + whole[page * 4096 + 400 :])
        try:
            gate.examine(copy)
        except (Damaged, JournalBroken, NotAShop):
            refused += 1
    assert refused >= 0.9 * (len(whole) // 4096 - 2)


def test_only_a_regular_file_comes_to_the_gate(shop: Shop, copy: Path, tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("folders of Windows hold no pipes")
    pipe, link = tmp_path / "pipe.sqlite3", tmp_path / "link.sqlite3"
    os.mkfifo(pipe)  # whoever opens it waits for ever
    link.symlink_to(copy)
    for path in (pipe, link, tmp_path, Path("/dev/zero")):
        with pytest.raises(CannotOpen):
            gate.examine(path)


def test_a_backup_goes_into_the_second_folder_too(shop: Shop, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    some_orders()
    with pytest.raises(BackupFailed, match="missing"):
        backup.back_up_into(tmp_path / "copies", stick)
    stick.mkdir()
    made = backup.back_up_into(tmp_path / "copies", stick)
    (second,) = backup.backups(stick)
    assert gate.examine(second) == gate.examine(made.path)
    assert {path.suffix for path in stick.iterdir()} == {".sqlite3", ".head"}
    assert len(backup.backups(tmp_path / "copies")) == 2


def test_a_backup_is_called_by_the_shop_and_the_moment(
    shop: Shop, tmp_path: Path, clock: SetClock
) -> None:
    preferences.put(preferences.SHOP_NAME, "Toko: Berkah/Jaya?")
    clock.set(2026, 11, 29, 14, 32)
    names = [backup.back_up_into(tmp_path / "copies").path.name for _ in range(2)]
    assert names == [
        "BotBelanja Toko Berkah Jaya 2026-11-29 14.32.sqlite3",
        "BotBelanja Toko Berkah Jaya 2026-11-29 14.32 (2).sqlite3",
    ]


def test_what_a_killed_backup_left_is_removed_by_the_next(shop: Shop, tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    for name in (f".x.sqlite3.{gone.pid}", f".x.sqlite3.{gone.pid}-journal"):
        (tmp_path / name).write_text("half")
    running = tmp_path / f".y.sqlite3.{os.getppid()}"
    running.write_text("half")
    backup.back_up(tmp_path / "copy.sqlite3")
    assert {path.name for path in tmp_path.glob(".*")} == {running.name}


@pytest.mark.parametrize("hindered", ["file", "parent"])
def test_a_file_in_the_place_of_the_folder_is_told(
    shop: Shop, tmp_path: Path, hindered: str
) -> None:
    (tmp_path / "backups").write_text("in the way")
    folder = tmp_path / "backups" / ("" if hindered == "file" else "here")
    with pytest.raises(BackupFailed, match="not_a_folder"):
        backup.back_up_into(folder)
    with pytest.raises(BackupFailed, match="not_a_folder"):
        backup.check_folder(folder, make=True)


def test_a_full_disk_and_a_folder_that_may_not_be_written_are_told(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as closed:
        closed.setattr(os, "access", lambda *_: False)
        with pytest.raises(BackupFailed, match="read_only"):
            backup.back_up_into(tmp_path)
    usage = shutil.disk_usage(tmp_path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=-1))
    with pytest.raises(BackupFailed, match="full"):
        backup.back_up_into(tmp_path)
    assert list(tmp_path.glob("BotBelanja*")) == []


def test_a_restore_says_whose_shop_it_is_and_what_would_be_lost(
    shop_file: Path, empty_shop_file: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.sqlite3"
    shutil.copy2(empty_shop_file, other)
    with open_shop(str(other)):
        preferences.put(preferences.SHOP_NAME, "Toko Maju")
        some_orders(2)
        theirs = backup.back_up(tmp_path / "theirs.sqlite3").path
    with open_shop(str(shop_file)):
        preferences.put(preferences.SHOP_NAME, "Toko Berkah")
        some_orders(3)
        ours = backup.back_up(tmp_path / "ours.sqlite3").path
        an_order(catalogue.product(1))
        loss = restore.look(ours)
        assert (loss.is_same_shop, loss.entries, loss.orders) == (True, 1, 1)
        assert (loss.origin.name, loss.origin.last_number) == ("Toko Berkah", 3)
        loss = restore.look(theirs)
        assert (loss.is_same_shop, loss.entries, loss.orders) == (False, 6, 4)
        assert (loss.origin.name, loss.origin.orders) == ("Toko Maju", 2)
        assert (loss.here.name, loss.here.last_number) == ("Toko Berkah", 4)


def test_what_another_program_wrote_into_a_backup_does_not_come_back(
    shop_file: Path, tmp_path: Path
) -> None:
    with open_shop(str(shop_file)):
        some_orders(3)
        copy = backup.back_up(tmp_path / "copy.sqlite3").path
        edit(copy, "UPDATE product SET price = 1", "UPDATE orders SET total = 1")
        aside = restore.restore(copy)
        assert verify().is_whole
        assert catalogue.product(1).price > 1
        assert opening.set_aside(shop_file) == [aside]


def test_a_backup_with_a_pin_that_nobody_gave_is_refused(shop_file: Path, tmp_path: Path) -> None:
    with open_shop(str(shop_file)):
        staff.add("P1", "owner", "4321")
        copy = backup.back_up(tmp_path / "copy.sqlite3").path
        edit(copy, "UPDATE staff SET pin_hash = 'x'")
        staff.sign_in("P1", "4321")
        preferences.put(preferences.DAY_ENDS, 3)
        with pytest.raises(BackupNotWhole) as refused:
            restore.restore(copy)
        assert sentence(refused.value).startswith("The backup copy.sqlite3 is not whole")
        assert opening.set_aside(shop_file) == []
        assert session.current.day_ends == 3, "days are told apart as before"


def test_what_a_killed_restore_left_is_gone_after_the_next_start(
    shop_file: Path, tmp_path: Path
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    for ending in ("", "-journal", f".{ended.pid}", f".{ended.pid}-journal"):
        shop_file.with_name(f"{shop_file.name}.restoring{ending}").write_text("half")
    with open_shop(str(shop_file)):
        assert list(shop_file.parent.glob("*restoring*")) == []


def test_what_another_program_is_restoring_is_left_alone(shop_file: Path) -> None:
    mine = opening.fresh_name(shop_file)
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        theirs = mine.with_suffix(f".{other.pid}")
        for file in (mine, theirs, theirs.with_name(f"{theirs.name}-journal")):
            file.write_text("half")
        with open_shop(str(shop_file)):
            assert not mine.exists()
            assert theirs.exists()
            assert theirs.with_name(f"{theirs.name}-journal").exists()
        assert other.stdin
        other.stdin.close()
