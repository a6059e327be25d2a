"""What the program answers on the command line, to good words and bad ones."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from gui.command_line import maintenance, program_files, restoring
from gui.words.formatting import Formatting
from models import clock, session
from models.catalogue import catalogue
from models.errors import UnknownCode, WrongPin
from models.orders import orders
from models.orders.cart import Cart
from models.settings import pins, preferences, privacy, staff
from models.shop import backup, restore
from models.shop.opening import Shop, open_shop
from models.shop.places.peek import peek
from models.storage import locations
from models.storage.sqlite_driver import connect
from tests.conftest import ROOT
from tests.models.shop.test_set_up import traces
from tests.readable import an_order, product_with_code


def say(
    home: Path, *words: str, typed: str = "", **variables: str
) -> subprocess.CompletedProcess[str]:
    """Runs the program with a home of its own, without a screen unless `variables` name one."""
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_DATA_HOME")
    environment = {k: v for k, v in os.environ.items() if k not in unset}
    environment |= {"HOME": str(home), "LANG": "C.UTF-8", **variables}
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *words],
        env=environment, input=typed, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip


@pytest.fixture
def shop_file(tmp_path: Path) -> Path:
    """A small shop whose policy was accepted, with one order in it."""
    path = tmp_path / "kept" / "shop.sqlite3"
    with open_shop(str(path)):
        privacy.accept(privacy.policy("id"))
        product = catalogue.add_product("Aqua 600 ml", 2500, barcodes=["8886008101053"]).value
        orders.place(Cart().add(product, 2000))
    return path


@pytest.mark.parametrize(
    "words",
    [("--foo",), ("--window", "kitchen"), ("import",), ("sing",), ("verify", "x"),
     ("--language", "fr"), ("--dem",)],
)  # fmt: skip
def test_bad_words_get_one_clear_line_and_exit_2(tmp_path: Path, words: tuple[str, ...]) -> None:
    answer = say(tmp_path, *words)
    assert answer.returncode == 2
    assert answer.stdout == ""
    assert len(answer.stderr.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_without_a_screen_it_names_the_ways_out_and_exits_3(tmp_path: Path) -> None:
    answer = say(tmp_path)
    assert answer.returncode == 3
    assert len(answer.stderr.strip().splitlines()) == 1
    assert "xvfb-run" in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
@pytest.mark.parametrize(
    "variables",
    [{"DISPLAY": ":7654"}, {"WAYLAND_DISPLAY": "none"}, {"QT_QPA_PLATFORM": "nonsense"}],
    ids=["x11", "wayland", "platform"],
)
def test_a_screen_that_does_not_answer_is_named_instead_of_an_abort(
    tmp_path: Path, variables: dict[str, str]
) -> None:
    # Without such a folder, the library of Wayland has an opinion of its own.
    answer = say(tmp_path, "--demo", **variables, XDG_RUNTIME_DIR=str(tmp_path))
    assert answer.returncode == 3
    name, value = next(iter(variables.items()))
    assert answer.stderr == f"botbelanja: no screen answers to {name}={value}\n"


def test_the_program_knows_all_that_it_reads() -> None:
    known = {part.split("/")[0] for part in program_files.PARTS}
    assert known == {entry.name for entry in program_files.RESOURCES.iterdir()}
    assert program_files.missing() == []


def test_an_installation_that_was_cut_off_is_told_and_nothing_is_begun(tmp_path: Path) -> None:
    cut_off = tmp_path / "program"
    (cut_off / "resources").mkdir(parents=True)
    shutil.copy(ROOT / "main.py", cut_off)  # what is imported is looked for where it really lies
    for package in ("gui", "models"):
        (cut_off / package).symlink_to(ROOT / package)
    for part in program_files.RESOURCES.iterdir():
        if part.name not in ("themes", "translations"):
            (cut_off / "resources" / part.name).symlink_to(part)
    sentence = (
        "BotBelanja is not whole here, please install it again; what is missing: "
        "themes/dark.toml, themes/light.toml, translations/id\n"
    )
    environment = os.environ | {"HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, str(cut_off / "main.py"), "--demo"],
        env=environment, stderr=subprocess.PIPE, text=True,
    ) as program:  # fmt: skip
        assert program.stderr is not None
        assert program.stderr.readline() == sentence  # and then it waits to be read in its window
        program.terminate()
    assert not (tmp_path / "home").exists()


@pytest.mark.skipif(not Path("/usr/bin/apt").exists(), reason="only Debian has its packages")
@pytest.mark.parametrize(
    ("library", "package", "words"),
    [
        ("libEGL.so.1", "libegl1", ("--demo",)),  # PySide6 itself cannot be imported
        ("libxcb-cursor.so.0", "libxcb-cursor0", ("--demo",)),  # Qt finds no platform
        ("libglib-2.0.so.0", "libglib2.0-0", ("verify",)),  # a verb without a screen
    ],
)
def test_a_library_that_is_missing_is_said_with_the_line_that_brings_it(
    tmp_path: Path, library: str, package: str, words: tuple[str, ...]
) -> None:
    (tmp_path / library).touch()  # nothing that could be loaded stands in its place
    answer = say(tmp_path, *words, DISPLAY=":7654", LD_LIBRARY_PATH=str(tmp_path))
    assert answer.returncode == 3
    assert len(answer.stderr.splitlines()) == 1
    assert answer.stderr.endswith(f": sudo apt install {package}\n")
    assert [file.name for file in tmp_path.iterdir()] == [library]


def test_it_says_its_version_and_its_help(tmp_path: Path) -> None:
    assert say(tmp_path, "--version").stdout.startswith("BotBelanja ")
    assert "--database" in say(tmp_path, "--help").stdout


@pytest.mark.skipif(sys.platform != "linux", reason="the others have no such variables")
def test_a_locale_that_is_not_installed_is_nobody_s_concern(tmp_path: Path) -> None:
    answer = say(tmp_path, "verify", "--language", "en", LC_ALL="xx_YY.UTF-8")
    assert answer.returncode == 1
    assert len(answer.stderr.splitlines()) == 1
    assert answer.stderr.startswith("There is no shop at ")


def test_verify_reads_the_whole_journal(tmp_path: Path, shop_file: Path) -> None:
    answer = say(tmp_path, "verify", "--database", str(shop_file), "--language", "en")
    assert answer.returncode == 0, answer.stderr
    assert "intact" in answer.stdout


def test_verify_names_what_another_program_wrote(tmp_path: Path, shop_file: Path) -> None:
    with closing(connect(shop_file)) as file:
        file.execute("UPDATE product SET price = 1")
    answer = say(tmp_path, "verify", "--database", str(shop_file), "--language", "en")
    assert (answer.returncode, answer.stderr) == (1, "")
    told = "Product Aqua 600 ml: Price is Rp1, and was Rp2.500 in the journal."
    assert answer.stdout.splitlines()[0] == told


def test_prove_speaks_the_language_that_is_asked_for_and_the_time_of_the_shop(
    tmp_path: Path, shop_file: Path
) -> None:
    with open_shop(str(shop_file)):
        preferences.put(preferences.ZONE, "Asia/Jayapura")
        backup.back_up_into(shop_file.parent / "backups")
    began = clock.now()
    answer = say(tmp_path, "prove", "--database", str(shop_file), "--language", "id")
    assert answer.returncode == 0, answer.stdout + answer.stderr
    first, whole, copy, _ = answer.stdout.splitlines()
    moments = (began, clock.now())
    assert any(
        Formatting("id", zone="Asia/Jayapura").date_and_time(at)[:-3] in first for at in moments
    )
    assert whole.startswith("Toko utuh")
    assert copy.endswith("utuh")
    with closing(connect(shop_file)) as file:
        file.execute("UPDATE product SET price = 1")
    answer = say(tmp_path, "prove", "--database", str(shop_file), "--language", "id")
    assert answer.returncode == 1
    assert "Produk Aqua 600 ml: Harga jual sekarang Rp1" in answer.stdout


def test_a_backup_is_restored_after_it_was_said_what_that_means(
    tmp_path: Path, shop_file: Path
) -> None:
    copy, at = tmp_path / "copy.sqlite3", ("--database", str(shop_file), "--language", "en")
    assert say(tmp_path, "back-up", str(copy), *at).returncode == 0
    with open_shop(str(shop_file)):
        catalogue.add_product("Teh", 5000, sku="TEH")
    looked = say(tmp_path, "restore", str(copy), "--preview", *at)
    assert looked.returncode == 0, looked.stderr
    assert "orders in it: 1; the last one, 001, on" in looked.stdout
    assert "Not in it: 1 of this shop" in looked.stdout
    with open_shop(str(shop_file)):
        assert product_with_code("TEH").price == 5000
    done = say(tmp_path, "restore", str(copy), *at)
    assert done.returncode == 0, done.stderr
    assert "before restore" in done.stdout
    with open_shop(str(shop_file)), pytest.raises(UnknownCode):
        product_with_code("TEH")
    refused = say(tmp_path, "restore", str(tmp_path), *at)
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1


def test_a_backup_is_a_shop_that_verifies(tmp_path: Path, shop_file: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    made = say(tmp_path, "back-up", str(copy), "--database", str(shop_file))
    assert made.returncode == 0, made.stderr
    assert copy.stat().st_mode & 0o777 == 0o600
    assert say(tmp_path, "verify", "--database", str(copy)).returncode == 0


def test_a_catalogue_is_imported_and_every_refused_row_is_named(
    tmp_path: Path, shop_file: Path
) -> None:
    file = tmp_path / "new.csv"
    file.write_text("sku,name,price\nA1,Sabun,4000\nA2,,5000\nA3,Teh,abc\n", encoding="utf-8")
    answer = say(tmp_path, "import", str(file), "--database", str(shop_file), "--language", "en")
    assert answer.returncode == 0, answer.stderr
    assert "1 new" in answer.stdout
    assert len(answer.stdout.strip().splitlines()) == 3
    with open_shop(str(shop_file)):
        assert product_with_code("A1").price == 4000


def test_a_catalogue_is_looked_at_and_its_columns_can_be_named(
    tmp_path: Path, shop_file: Path
) -> None:
    file = tmp_path / "new.csv"
    file.write_text("Artikel,Bezeichnung,VK\nA1,Sabun,4000\nA2,Teh,\n", encoding="utf-8")
    words = ("import", str(file), "--database", str(shop_file), "--language", "en")
    mapping = ("--mapping", "sku=Artikel", "name=Bezeichnung", "price=VK")
    seen = say(tmp_path, *words, "--preview", *mapping)
    assert seen.stdout.splitlines() == [
        "Would make 1 new, change 0, leave out 1",
        "Read as: sku=Artikel name=Bezeichnung price=VK",
        "Row 3: The price is empty",
    ]
    with open_shop(str(shop_file)), pytest.raises(UnknownCode):
        product_with_code("A1")
    assert say(tmp_path, *words, *mapping).stdout.startswith("1 new, 0 changed, 1 left out")
    assert say(tmp_path, *words, "--mapping", "sku").returncode == 1
    assert say(tmp_path, "verify", "--preview", "--database", str(shop_file)).returncode == 2


def test_an_exported_catalogue_is_known_again(tmp_path: Path, shop_file: Path) -> None:
    words = ("--database", str(shop_file), "--language", "en")
    say(tmp_path, "export", str(tmp_path / "out"), *words)
    again = say(tmp_path, "import", str(tmp_path / "out" / "products.csv"), *words)
    assert again.stdout.startswith("0 new, 0 changed")


def test_everything_is_exported(tmp_path: Path, shop_file: Path) -> None:
    answer = say(tmp_path, "export", str(tmp_path / "out"), "--database", str(shop_file))
    assert answer.returncode == 0, answer.stderr
    assert "Aqua 600 ml" in (tmp_path / "out" / "orders.csv").read_text(encoding="utf-8")


def test_where_rights_hold_only_back_up_and_verify_ask_nothing(
    tmp_path: Path, shop_file: Path
) -> None:
    with open_shop(str(shop_file)):
        staff.add("P1", staff.OWNER, "2718")
        staff.add("K1", staff.COUNTER)
    words = ("--database", str(shop_file), "--language", "en")
    export = ("export", str(tmp_path / "out"), *words)
    for typed, told in (
        ("", "Sign in first"), ("P1\n9999\n", "Wrong PIN"), ("K1\n\n", "Only an owner"),
    ):  # fmt: skip
        answer = say(tmp_path, *export, typed=typed)
        assert answer.returncode == 1
        assert told in answer.stderr
    assert not (tmp_path / "out").exists()
    assert say(tmp_path, *export, typed="P1\n2718\n").returncode == 0
    assert (tmp_path / "out" / "orders.csv").exists()
    assert say(tmp_path, "verify", *words).returncode == 0
    assert say(tmp_path, "back-up", str(tmp_path / "copy.sqlite3"), *words).returncode == 0


def test_a_right_pin_behind_wrong_ones_is_let_in_when_it_may_be_and_not_called_wrong(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    passed = [0]
    monkeypatch.setattr(clock, "running", lambda: passed[0])

    def wait(seconds: int) -> None:
        passed[0] += 1000 * seconds

    monkeypatch.setattr(maintenance, "sleep", wait)
    staff.add("P1", staff.OWNER, "2718")
    staff.sign_out()
    for guess in ("0000", "1111", "2222"):
        with pytest.raises(WrongPin):
            staff.sign_in("P1", guess)
    monkeypatch.setattr(pins, "_seen", {})  # as in another process
    maintenance.in_time(partial(staff.sign_in, "P1", "2718"))
    assert session.current.staff == "P1"
    told = capsys.readouterr().err
    assert told == "A wrong PIN was typed before. The next one is looked at in 5 second(s).\n"


def test_the_backups_of_a_server_s_shop_are_looked_for_where_a_station_makes_them(
    tmp_path: Path,
) -> None:
    notes = tmp_path / "station" / "heads"
    of_server = maintenance.folders_of("postgresql://toko@kantor/shop", notes)
    assert of_server == [tmp_path / "station" / "backups", notes]
    of_file = maintenance.folders_of(str(tmp_path / "shop" / "shop.sqlite3"), notes)
    assert of_file == [tmp_path / "shop" / "backups", notes]


def test_a_shop_that_is_not_there_is_named_not_made(tmp_path: Path) -> None:
    answer = say(tmp_path, "verify", "--database", str(tmp_path / "none.sqlite3"))
    assert answer.returncode == 1
    assert "none.sqlite3" in answer.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words", [("verify",), ("export", "out"), ("back-up", "copy.sqlite3"), ("import", "new.csv"),
              ("import-orders", "sales.csv")],
)  # fmt: skip
def test_no_verb_makes_a_shop_on_a_server(
    tmp_path: Path, empty_database: str, words: tuple[str, ...]
) -> None:
    target = [str(tmp_path / word) for word in words[1:]]
    answer = say(tmp_path, words[0], *target, "--database", empty_database, "--language", "en")
    assert answer.returncode == 1
    assert answer.stderr.startswith("There is no shop at ")
    assert len(answer.stderr.splitlines()) == 1
    assert traces(empty_database) == []
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_shop_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "letter.sqlite3"
    file.write_text("Dear shop, " * 100, encoding="utf-8")
    answer = say(tmp_path, "verify", "--database", str(file), "--language", "id")
    assert answer.returncode == 1
    assert "Traceback" not in answer.stderr
    assert file.read_text(encoding="utf-8").startswith("Dear shop")


def test_an_unaccepted_policy_lets_nothing_through(tmp_path: Path) -> None:
    path = tmp_path / "kept" / "shop.sqlite3"
    with open_shop(str(path)):
        pass
    answer = say(tmp_path, "export", str(tmp_path / "out"), "--database", str(path))
    assert answer.returncode == 1
    assert not (tmp_path / "out").exists()


#: Files of other tills as they are, and what is to be said of them.
FOREIGN = {
    "decimals": (
        (
            "Invoice,Tanggal,Produk,Jumlah,Harga\nA1,05/01/2026,Roti,3,4545.45\n"
            "A2,06/01/2026,Kopi,2,9090.91\nA3,07/01/2026,Teh,1,5000.00\n"
        ),
        "Took 3 orders, 3 lines, Rp36.818",
    ),
    "percents": (
        (
            "Order ID,Date,Item,Qty,Price,Discount %\n1,2026-01-05 10:00,Roti,2,10000,10\n"
            "2,2026-01-05 11:00,Kopi,1,20000,0\n"
        ),
        "Took 2 orders, 2 lines, Rp38.000",
    ),
    "states": (
        (
            "Order ID,Date,Item,Qty,Price,Status\n1,2026-01-05 10:00,Roti,2,10000,Completed\n"
            "2,2026-01-05 11:00,Kopi,1,20000,Cancelled\n3,2026-01-05 12:00,Teh,1,5000,Dibatalkan\n"
            "4,2026-01-05 12:30,Susu,1,7000,Refunded\n"
        ),
        (
            "Left out: sales that were cancelled: 2 rows, Rp25.000; "
            "sales that were given back: 1 rows, Rp7.000\n"
            "Took 1 orders, 1 lines, Rp20.000"
        ),
    ),
}


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_file_of_another_till_is_read_without_help(
    tmp_path: Path, shop_file: Path, kind: str
) -> None:
    content, expected = FOREIGN[kind]
    file = tmp_path / "sales.csv"
    file.write_text(content)
    words = ("import-orders", str(file), "--database", str(shop_file), "--language", "en")
    answer = say(tmp_path, *words)
    assert answer.stdout.startswith(expected), answer.stdout + answer.stderr


def test_whoever_stops_reading_breaks_nothing(tmp_path: Path, shop_file: Path) -> None:
    file = tmp_path / "sales.csv"
    rows = "".join(f"{n},2026-01-05,Roti,1,x\n" for n in range(20_000))
    file.write_text(f"nota,tanggal,produk,qty,harga\n0,2026-01-05,Roti,1,9000\n{rows}")
    words = ("import-orders", str(file), "--preview", "--database", str(shop_file))
    mapping = ("--mapping", "order=nota", "at=tanggal", "product=produk", "price=harga")
    started = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), *words, *mapping],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        env=os.environ | {"HOME": str(tmp_path)},
    )  # fmt: skip
    assert started.stdout
    assert started.stderr
    started.stdout.readline()
    started.stdout.close()
    assert started.stderr.read() == ""
    started.stderr.close()
    assert started.wait(timeout=300) == 1


def test_headings_that_nobody_knows_are_asked_about_and_nothing_is_stored(
    tmp_path: Path, shop_file: Path
) -> None:
    file = tmp_path / "sales.csv"
    file.write_text("Belegnr,Kunde,Artikel,Menge,Betrag\n1,Budi Santoso,Roti,2,20000\n")
    words = ("import-orders", str(file), "--database", str(shop_file), "--language", "en")
    asked = say(tmp_path, *words)
    assert asked.returncode == 1
    assert "Headings: Belegnr, Kunde, Artikel, Menge, Betrag" in asked.stderr
    assert "--mapping order=" in asked.stderr
    assert "Traceback" not in asked.stderr
    assert b"Budi" not in shop_file.read_bytes()


def test_past_sales_are_looked_at_and_then_taken_once(tmp_path: Path, shop_file: Path) -> None:
    sales = tmp_path / "sales.csv"
    sales.write_text("no,day,code,count,paid\n1,2019-05-04,A1,2,9000\n1,2019-05-04,A2,0,0\n")
    words = ("import-orders", str(sales), "--database", str(shop_file), "--language", "en")
    mapping = ("--mapping", "order=no", "at=day", "product=code", "quantity=count", "total=paid")
    seen = say(tmp_path, *words, "--preview", *mapping)
    first, second, third, *_, last = seen.stdout.splitlines()
    assert first == last == "Left out: nothing was sold: 1 rows, Rp0"
    assert second == "Would take 1 orders, 1 lines, Rp9.000"
    assert third.startswith("Read as: order=no at=day")
    assert "4 May 2019" in seen.stdout
    assert "Row 3: A2: nothing was sold" in seen.stdout
    assert "Took 1 orders, 1 lines, Rp9.000" in say(tmp_path, *words, *mapping).stdout
    assert "1 orders were there before" in say(tmp_path, *words, *mapping).stdout
    wrong = say(tmp_path, *words, "--mapping", "order=nobody")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert say(tmp_path, *words).returncode == 1  # nobody can know what `no` and `paid` are


def test_a_preview_of_a_restore_shows_what_would_come_to_an_empty_server(
    shop_file: Path, tmp_path: Path, empty_database: str, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy.sqlite3"
    with open_shop(str(shop_file)):
        backup.back_up(copy)

    def bring(*, only_look: bool) -> str:
        given = (str(copy), empty_database, "Kasir 1", tmp_path, "en")
        restoring.restored(*given, only_look=only_look)
        return "".join(capsys.readouterr())

    said = bring(only_look=True)
    assert "orders in it: 1; the last one, 001, on" in said
    assert f"no shop at {locations.shown(empty_database)} yet: nothing would be lost" in said
    assert peek(empty_database) is None
    assert "counted there and verified, 1 orders" in bring(only_look=False)
    with open_shop(empty_database):
        an_order()
    assert "Not in it: " in bring(only_look=True)
    said = bring(only_look=False)
    assert "Restored. What was there is in" in said
    assert str(tmp_path / "backups" / "shop before restore") in said
    with open_shop(empty_database):
        assert restore.here().orders == 1


def test_the_shop_goes_to_a_server_and_this_station_with_it(
    shop_file: Path, tmp_path: Path, empty_database: str
) -> None:
    own = tmp_path / ".local" / "share" / "BotBelanja" / "shop.sqlite3"
    own.parent.mkdir(parents=True)
    shop_file.rename(own)
    answer = say(tmp_path, "copy-to", empty_database)
    assert (answer.returncode, answer.stderr) == (0, "")
    assert locations.shown(empty_database) in answer.stdout
    assert "counted there and verified, 1 orders" in answer.stdout
    answer = say(tmp_path, "verify")
    assert (answer.returncode, answer.stderr) == (0, "")
    answer = say(tmp_path, "verify", "--database", str(own))
    assert answer.returncode == 1
    assert f"taken to {locations.shown(empty_database)}" in answer.stderr
