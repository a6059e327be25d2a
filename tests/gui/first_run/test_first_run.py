"""The first run: read, tick, accept; by keys alone, by mouse alone, or not at all."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.first_run.answers import OWNER_CODE, Start, record, record_agreement
from gui.first_run.dialog import FirstRunDialog
from gui.first_run.join_page import JoinPage
from gui.first_run.policy_page import PolicyPage
from gui.first_run.products_page import ProductsPage
from gui.first_run.shop_page import ShopPage
from gui.look.theme import Theme
from gui.place.place_form import Kind
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label
from gui.words.language import Language
from models import session
from models.orders import drawer, order_history
from models.settings import preferences, privacy, staff, station_names
from models.shop import backup, restore, set_up
from models.shop.gate import ShopInfo
from models.shop.opening import Shop, open_shop
from models.shop.verify import verify
from models.storage import locations
from tests.conftest import ROOT
from tests.readable import a_product, an_order

if TYPE_CHECKING:
    from collections.abc import Callable

TOKO_MAJU = set_up.Wanted("Toko Maju", "Asia/Makassar", OWNER_CODE)


@pytest.fixture
def dialog(qtbot: QtBot, language: Language) -> FirstRunDialog:
    return shown(qtbot, language)


def shown(qtbot: QtBot, language: Language, **how: object) -> FirstRunDialog:
    dialog = FirstRunDialog(Theme("light"), language, **{"place": "shop.sqlite3", **how})  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.resize(902, 682)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    settle(qtbot)
    return dialog


def settle(qtbot: QtBot) -> None:
    """Lets what was posted for the next turn of the loop happen, and reads the step."""
    qtbot.wait(1)
    qtbot.waitUntil(lambda: getattr(QApplication.activeWindow(), "listens", True))


def type_into_focus(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    """Real key presses, to whatever has the focus."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key)
        settle(qtbot)


def click(qtbot: QtBot, widget: QWidget, where: QPoint | None = None) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton, pos=where or widget.rect().center())
    settle(qtbot)


def agree(qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Return)


def test_the_policy_is_shown_word_for_word(dialog: FirstRunDialog) -> None:
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    kept = (ROOT / "resources" / "policy" / "privacy_policy.en.txt").read_text("utf-8")
    assert policy.text.toPlainText().split() == kept.split()


def test_accept_waits_for_the_end_and_for_the_tick(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    assert not policy.tick.isChecked()
    assert not dialog.go.isEnabled()
    assert "Read to the end first" in dialog.go.accessibleName()
    press(qtbot, Qt.Key.Key_End)
    assert not dialog.go.isEnabled()
    assert "Tick the box first" in dialog.go.accessibleName()
    press(qtbot, Qt.Key.Key_Space)
    assert dialog.go.isEnabled()
    press(qtbot, Qt.Key.Key_Space)
    assert not dialog.go.isEnabled()


def test_no_bar_stands_beside_a_page_that_needs_no_scrolling(
    qtbot: QtBot, language: Language
) -> None:
    """The file's place needs three lines of its tile."""
    place = "/home/warung/toko/kasir1/home/data/BotBelanja/shop.sqlite3"
    language.choose("id")
    dialog = shown(qtbot, language, place=place)
    agree(qtbot)
    area = dialog.page.parentWidget().parentWidget()
    assert isinstance(area, ScrollArea)
    assert not area.verticalScrollBar().isVisible()
    assert dialog.page.width() == area.width()


def test_the_way_back_neither_mends_two_pins_nor_forgets_what_was_read(
    qtbot: QtBot, dialog: FirstRunDialog
) -> None:
    agree(qtbot)
    page = dialog.page
    assert isinstance(page, ShopPage)
    for field, pin in ((page.pin, "1234"), (page.pin_again, "1235")):
        field.setFocus()
        type_into_focus(pin)
    assert "not the same" in dialog.go.accessibleName()
    press(qtbot, Qt.Key.Key_Escape)
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    assert policy.may_accept
    assert dialog.go.isEnabled()
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(dialog.page, ShopPage)
    assert "not the same" in dialog.go.accessibleName()
    assert not dialog.go.isEnabled()
    press(qtbot, Qt.Key.Key_Escape)
    click(qtbot, dialog.languages.findChildren(QWidget)[0])
    assert isinstance(dialog.page, PolicyPage)
    assert not dialog.page.may_accept, "the text in the other language was not read"


def test_ticking_without_reading_is_not_enough(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert not dialog.go.isEnabled()
    assert dialog.agreement is None
    assert isinstance(dialog.page, PolicyPage)


def test_everything_by_keys_alone(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    while not policy.reached_end:
        before = policy.text.verticalScrollBar().value()
        press(qtbot, Qt.Key.Key_PageDown)
        assert policy.text.verticalScrollBar().value() > before
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert isinstance(dialog.page, ShopPage)
    type_into_focus("Toko Berkah")
    press(qtbot, Qt.Key.Key_Tab, Qt.Key.Key_Down)  # the next zone: Makassar
    press(qtbot, Qt.Key.Key_Tab)
    for _ in range(2):  # the PIN, and once more
        type_into_focus("271828")
        press(qtbot, Qt.Key.Key_Return)
    assert isinstance(dialog.page, ProductsPage)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted
    answers = dialog.answers()
    assert answers is not None
    assert answers.shop_name == "Toko Berkah"
    assert answers.zone == "Asia/Makassar"
    assert answers.database == ""
    assert answers.owner_pin == "271828"
    assert answers.start is Start.EMPTY


def test_everything_by_mouse_alone(qtbot: QtBot, dialog: FirstRunDialog, tmp_path: Path) -> None:
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    bar = policy.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)  # the text is laid out
    for _ in range(100):
        click(qtbot, bar, QPoint(bar.width() // 2, bar.height() - 2))
        if policy.reached_end:
            break
    assert policy.reached_end
    click(qtbot, policy.tick)
    assert dialog.go.isEnabled(), policy.waits_for()
    click(qtbot, dialog.go)
    assert isinstance(dialog.page, ShopPage)
    click(qtbot, dialog.go)
    products = dialog.page
    assert isinstance(products, ProductsPage)
    click(qtbot, products.choices[Start.IMPORT])
    assert not dialog.go.isEnabled()
    catalogue = tmp_path / "catalogue.csv"
    catalogue.write_text("sku,name,price\n1,Teh,5000\n", "utf-8")
    products.file.setText(str(catalogue))
    click(qtbot, dialog.go)
    answers = dialog.answers()
    assert answers is not None
    assert answers.start is Start.IMPORT
    assert answers.catalogue == catalogue


def test_the_end_is_reached_though_the_handle_lies_under_the_mouse(
    qtbot: QtBot, qapp: QApplication, language: Language
) -> None:
    Theme("light", 2.0).apply_theme_to_application(qapp)
    dialog = shown(qtbot, language)
    dialog.resize(902, 698)  # so many pixels that the last click is short
    settle(qtbot)
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    bar = policy.text.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    before = -1
    while before < bar.value():
        before = bar.value()
        click(qtbot, bar, QPoint(bar.width() // 2, bar.height() - 4))
    assert bar.value() < bar.maximum() - 1
    assert policy.reached_end


@pytest.mark.parametrize("how", ["Enter", "click"])
def test_a_double_one_never_runs_through_a_step_that_nobody_saw(
    qtbot: QtBot, dialog: FirstRunDialog, how: str
) -> None:
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_Space)
    window = dialog.windowHandle()
    for page in (ShopPage, ProductsPage):
        if how == "Enter":
            QTest.keyClick(window, Qt.Key.Key_Return)
            QTest.keyClick(window, Qt.Key.Key_Return)
        else:
            place = dialog.go.mapTo(dialog, dialog.go.rect().center())
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=place)
            QTest.mouseDClick(window, Qt.MouseButton.LeftButton, pos=place)
        assert isinstance(dialog.page, page)
        assert dialog.isVisible()
        settle(qtbot)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert isinstance(dialog.page, ShopPage), "nor back"
    assert dialog.isVisible()


def test_escape_declines(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert dialog.answers() is None


def test_the_close_button_declines_on_any_page(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    agree(qtbot)
    assert isinstance(dialog.page, ShopPage)
    dialog.close()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_enter_on_decline_declines(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_Space)
    dialog.back.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert dialog.agreement is None


def test_another_language_changes_the_dialog_at_once(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    press(qtbot, Qt.Key.Key_End, Qt.Key.Key_Space)
    indonesian = dialog.languages.findChildren(QWidget)[0]
    click(qtbot, indonesian)
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    assert dialog.back.text() == "Tolak dan tutup"
    assert "Terjemahan" in policy.text.toPlainText()
    # It is another text, so it is read and ticked anew.
    assert not policy.tick.isChecked()
    press(qtbot, Qt.Key.Key_Tab)
    policy.text.setFocus()
    agree(qtbot)
    assert dialog.agreement is not None
    assert dialog.agreement.policy.language == "id"
    assert dialog.agreement.policy.sha256 == privacy.policy("id").sha256


def test_what_was_typed_survives_a_change_of_language(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    agree(qtbot)
    type_into_focus("Warung Ani")
    click(qtbot, dialog.languages.findChildren(QWidget)[0])
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    assert shop.name.text() == "Warung Ani"
    assert shop.name.accessibleName() == "Nama toko"


def test_a_shop_needs_a_name_a_long_pin_and_a_real_server(
    qtbot: QtBot, dialog: FirstRunDialog
) -> None:
    agree(qtbot)
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    fillings: list[tuple[Callable[[], object], str]] = [
        (lambda: shop.name.setText("  "), "The shop needs a name"),
        (lambda: shop.name.setText("Toko"), ""),
        (lambda: shop.pin.setText("123"), "A PIN has at least 4 digits"),
        (lambda: shop.pin.setText("1234"), "The two PINs are not the same"),
        (lambda: shop.pin_again.setText("1234"), ""),
        (lambda: shop.place.tiles[Kind.SERVER].click(), "The server's name is missing"),
        (lambda: shop.place.server.host.setText("postgresql://"), "The server's name is missing"),
        (lambda: shop.place.server.host.setText("office"), "The database's name is missing"),
        (lambda: shop.place.server.database.setText("shop"), ""),
        (lambda: shop.place.server.host.setText("postgresql://till@office/shop"), ""),
    ]
    for fill, reason in fillings:
        fill()
        assert shop.waits_for() == reason
        assert dialog.go.isEnabled() == (reason == "")


def type_server(qtbot: QtBot, dialog: FirstRunDialog, url: str) -> ShopPage:
    """From the policy on: a shop at that server, by keys."""
    agree(qtbot)
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    press(qtbot, *[Qt.Key.Key_Tab] * 4, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is shop.place.server.host
    shop.place.server.host.selectAll()
    QTest.keyClicks(shop.place.server.host, url)
    press(qtbot, Qt.Key.Key_Return)
    return shop


@pytest.mark.parametrize(("typed", "start"), [("Toko Budi", Start.EMPTY), ("", Start.DEMO)])
def test_who_named_a_shop_of_their_own_is_proposed_no_demo(
    qtbot: QtBot, dialog: FirstRunDialog, typed: str, start: Start
) -> None:
    agree(qtbot)
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    shop.name.setFocus()
    if typed:
        shop.name.selectAll()
        QTest.keyClicks(shop.name, typed)
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(dialog.page, ProductsPage)
    press(qtbot, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    assert answers.start is start


def test_enter_goes_on_once_the_place_was_tried(
    qtbot: QtBot, dialog: FirstRunDialog, empty_database: str
) -> None:
    agree(qtbot)
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    press(qtbot, *[Qt.Key.Key_Tab] * 4, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    QTest.keyClicks(shop.place.server.host, empty_database)
    QTest.mouseClick(shop.place.try_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shop.place.is_tried)
    assert dialog.go.hasFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(dialog.page, ProductsPage)


def test_a_demo_is_not_offered_on_a_server(
    qtbot: QtBot, dialog: FirstRunDialog, empty_database: str
) -> None:
    type_server(qtbot, dialog, empty_database)
    products = dialog.page
    assert isinstance(products, ProductsPage)
    assert not products.choices[Start.DEMO].isVisible()
    press(qtbot, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    assert locations.shown(answers.database) == locations.shown(empty_database)
    assert answers.start is Start.EMPTY
    assert answers.station == "Counter 1"


def test_a_shop_that_is_there_is_shown_and_joined(
    qtbot: QtBot, dialog: FirstRunDialog, own_postgres_url: str
) -> None:
    with open_shop(own_postgres_url, station="1"):  # by the first version
        set_up.begin(privacy.policy(), at=1_773_000_000_000, wanted=TOKO_MAJU)
    type_server(qtbot, dialog, own_postgres_url)
    joining = dialog.page
    assert isinstance(joining, JoinPage)
    words = [label.text() for label in joining.findChildren(Label)]
    assert words[:2] == ["Toko Maju", "Central Indonesia, Makassar (WITA)"]
    assert QApplication.focusWidget() is joining.station
    assert joining.station.text() == "Counter 2"
    press(qtbot, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    assert (answers.station, answers.start, answers.catalogue) == ("Counter 2", Start.EMPTY, None)


def choose_backup(qtbot: QtBot, dialog: FirstRunDialog, path: Path) -> ShopPage:
    """From the policy to the backup, by keys alone."""
    agree(qtbot)
    page = dialog.page
    assert isinstance(page, ShopPage)
    while QApplication.focusWidget() is not page.place.tiles[Kind.HERE]:
        press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.place.file
    assert not page.pin.isEnabled()  # it brings its own
    assert not dialog.go.isEnabled()
    type_into_focus(str(path))
    press(qtbot, Qt.Key.Key_Return)
    return page


def test_a_backup_becomes_the_shop_of_a_new_computer(
    qtbot: QtBot, dialog: FirstRunDialog, shop: Shop, tmp_path: Path
) -> None:
    set_up.begin(privacy.policy(), at=1_773_000_000_000, wanted=TOKO_MAJU)
    an_order(a_product("Beras"))
    made = backup.back_up(tmp_path / "stick" / "copy.sqlite3")
    choose_backup(qtbot, dialog, made.path)
    joining = dialog.page
    assert isinstance(joining, JoinPage)
    words = [label.text() for label in joining.findChildren(Label)]
    assert words[:2] == ["Toko Maju", "Central Indonesia, Makassar (WITA)"]
    assert words[2].startswith("Orders: 1; the last one, 001, on ")
    press(qtbot, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    assert (answers.backup, answers.station) == (made.path, "Counter 2")
    shop.close()
    place = tmp_path / "new" / "shop.sqlite3"
    restore.bring(made.path, place)
    with open_shop(str(place), station=answers.station):
        assert not record(answers)
        assert preferences.get(preferences.SHOP_NAME) == "Toko Maju"
        assert len(order_history.find()) == 1
        assert verify().is_whole
        assert not privacy.needed()


@pytest.mark.parametrize("typed", ["Kasir 1", "counter 1"])
def test_a_new_computer_takes_the_place_of_a_broken_one(
    qtbot: QtBot, dialog: FirstRunDialog, shop: Shop, tmp_path: Path, typed: str
) -> None:
    session.current.station = station_names.USUAL
    set_up.begin(privacy.policy(), at=1_773_000_000_000, wanted=TOKO_MAJU)
    drawer.open_drawer(200_000)
    made = backup.back_up(tmp_path / "stick" / "copy.sqlite3")
    choose_backup(qtbot, dialog, made.path)
    joining = dialog.page
    assert isinstance(joining, JoinPage)
    assert "Not seen for a while: Counter 1." in joining.station.hint()
    assert joining.meaning.text() == "", "the name that is proposed is one of its own"
    QTest.keyClicks(joining.station, typed)
    assert joining.meaning.text().startswith("This computer takes the place of Counter 1: its open")
    press(qtbot, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    assert (answers.station, answers.replaces) == (station_names.USUAL, True)
    shop.close()
    place = tmp_path / "new" / "shop.sqlite3"
    restore.bring(made.path, place)
    with open_shop(str(place), station=answers.station):
        assert not record(answers)
        assert session.current.station == station_names.USUAL
        assert drawer.current() is not None, "its shift goes on"
        assert verify().is_whole


def test_a_station_that_is_at_work_keeps_its_place(
    qtbot: QtBot, dialog: FirstRunDialog, own_postgres_url: str
) -> None:
    for station in ("Depan", "Belakang"):
        with open_shop(own_postgres_url, station=station):
            set_up.begin(privacy.policy(), at=1_773_000_000_000, wanted=TOKO_MAJU)
    with open_shop(own_postgres_url, station="Depan"):
        type_server(qtbot, dialog, own_postgres_url)
    joining = dialog.page
    assert isinstance(joining, JoinPage)
    QTest.keyClicks(joining.station, "Belakang")
    settle(qtbot)
    assert not dialog.go.isEnabled(), "it wrote a moment ago"
    assert "Another station has that name" in dialog.go.accessibleName()


def test_what_is_no_backup_is_said_and_nothing_is_written(
    qtbot: QtBot, dialog: FirstRunDialog, tmp_path: Path
) -> None:
    (tmp_path / "x.sqlite3").write_text("no shop")
    page = choose_backup(qtbot, dialog, tmp_path / "x.sqlite3")
    assert dialog.page is page
    assert "not a shop of BotBelanja" in page.place.answer.text()
    press(qtbot, Qt.Key.Key_Backspace)
    assert not page.place.answer.isVisible()
    assert page.waits_for() == "There is no such file"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["x.sqlite3"]


def test_a_name_that_was_typed_is_never_translated(qtbot: QtBot, dialog: FirstRunDialog) -> None:
    agree(qtbot)
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    shop.station.setFocus()
    shop.station.selectAll()
    QTest.keyClicks(shop.station, "Kasir 1")
    press(qtbot, Qt.Key.Key_Escape)
    assert isinstance(dialog.page, PolicyPage)
    press(qtbot, Qt.Key.Key_Return)
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    assert shop.station.text() == "Kasir 1"
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    assert answers.station == "Kasir 1"


def test_after_a_look_at_a_server_one_can_still_stay_on_this_computer(
    qtbot: QtBot, dialog: FirstRunDialog, own_postgres_url: str
) -> None:
    with open_shop(own_postgres_url, station="1"):
        set_up.begin(privacy.policy(), at=1_773_000_000_000, wanted=TOKO_MAJU)
    type_server(qtbot, dialog, own_postgres_url)
    press(qtbot, Qt.Key.Key_Escape)
    shop = dialog.page
    assert isinstance(shop, ShopPage)
    dialog.activateWindow()  # offscreen, the window that said "Looking …" leaves none active
    qtbot.waitUntil(dialog.isActiveWindow)
    click(qtbot, shop.place.tiles[Kind.HERE])
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(dialog.page, ProductsPage)
    press(qtbot, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    assert (answers.station, answers.database, answers.start) == ("Counter 1", "", Start.DEMO)


def test_a_server_that_refuses_says_why_and_what_was_typed_stays(
    qtbot: QtBot, dialog: FirstRunDialog
) -> None:
    shop = type_server(qtbot, dialog, "postgresql://ani@127.0.0.1:9/shop")
    assert dialog.page is shop
    said = [label.text() for label in shop.findChildren(QLabel) if label.isVisible()]
    assert any("no PostgreSQL answers" in text for text in said), said
    assert QApplication.focusWidget() is shop.place.server.host
    assert [line.text() for line in shop.place.server.lines] == [
        "127.0.0.1",
        "9",
        "shop",
        "ani",
        "",
    ]
    assert dialog.go.isEnabled()


def test_a_server_that_was_switched_on_meanwhile_is_asked_again(
    qtbot: QtBot, dialog: FirstRunDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = type_server(qtbot, dialog, "postgresql://ani@127.0.0.1:9/shop")
    monkeypatch.setattr("gui.place.place_form.peek", lambda url: None)
    press(qtbot, Qt.Key.Key_Return)
    assert dialog.page is not shop
    assert isinstance(dialog.page, ProductsPage)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("kasir 1", "Another station has that name"),
        ("Warehouse 1", "Another station has that name"),
        ("  ", "This station needs a name"),
        ("Depan", ""),
    ],
)
def test_two_computers_never_have_one_name(
    qtbot: QtBot, language: Language, typed: str, reason: str
) -> None:
    sign = ShopInfo("Toko Maju", "Asia/Makassar", ("1", "Gudang 1"))
    dialog = shown(qtbot, language, sign=sign)
    agree(qtbot)
    joining = dialog.page
    assert isinstance(joining, JoinPage)
    assert joining.station.text() == "Counter 2"
    QTest.keyClicks(joining.station, typed)  # over the name that was proposed
    settle(qtbot)
    assert dialog.go.isEnabled() == (reason == "")
    assert reason in dialog.go.accessibleName()
    press(qtbot, Qt.Key.Key_Return)
    assert (dialog.result() == QDialog.DialogCode.Accepted) == (reason == "")


def test_the_name_of_this_computer_is_proposed_in_the_language_of_the_screen(
    qtbot: QtBot, language: Language
) -> None:
    dialog = shown(qtbot, language, sign=ShopInfo("Toko Maju", "Asia/Makassar", ("Kasir 1",)))
    agree(qtbot)
    click(qtbot, dialog.languages.findChildren(QWidget)[0])
    joining = dialog.page
    assert isinstance(joining, JoinPage)
    assert joining.station.text() == "Kasir 2"
    assert "Kasir 1" in joining.station.hint()


def test_a_changed_policy_shows_what_changed(qtbot: QtBot, language: Language, shop: Shop) -> None:
    old = privacy.policy("en")
    text = old.text.replace("at any time", "once a year")
    privacy.accept(privacy.Policy(text, "2023-01-01.0", old.effective, "0" * 64, "en"))
    assert privacy.needed()
    dialog = shown(qtbot, language, only_policy=True, accepted=privacy.accepted())
    policy = dialog.page
    assert isinstance(policy, PolicyPage)
    words = policy.text.toPlainText()
    assert "once a year" in words
    assert "at any time" in words
    assert struck_out(policy) == "once a year."
    agree(qtbot)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.agreement is not None
    record_agreement(dialog.agreement)
    assert not privacy.needed()


def struck_out(policy: PolicyPage) -> str:
    words = ""
    block = policy.text.document().begin()
    while block.isValid():
        runs = block.begin()
        while not runs.atEnd():
            fragment = runs.fragment()
            if fragment.charFormat().fontStrikeOut():
                words += fragment.text()
            runs += 1
        block = block.next()
    return words.strip()


def test_the_answers_are_written_into_the_open_shop(
    qtbot: QtBot, dialog: FirstRunDialog, shop: Shop
) -> None:
    agree(qtbot)
    set_up = dialog.page
    assert isinstance(set_up, ShopPage)
    set_up.name.setText("Toko Berkah")
    set_up.pin.setText("271828")
    set_up.pin_again.setText("271828")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    answers = dialog.answers()
    assert answers is not None
    record(replace(answers, start=Start.EMPTY))  # the demo has tests of its own
    assert not privacy.needed()
    assert preferences.get(preferences.SHOP_NAME) == "Toko Berkah"
    assert staff.sign_in(OWNER_CODE, "271828").value == staff.OWNER


_DECLINE = """
import sys
sys.path.insert(0, {root!r})
from PySide6.QtCore import QTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
import main

def decline():
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        QTimer.singleShot(20, decline)
        return
    {deed}

QTimer.singleShot(0, decline)
raise SystemExit(main.main(["--language", "en"]))
"""


@pytest.mark.parametrize(
    "deed",
    [
        "QTest.keyClick(dialog, Qt.Key.Key_Escape)",
        "QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)",
        "dialog.close()",
    ],
    ids=["escape", "decline", "close"],
)
def test_declining_leaves_nothing_behind(deed: str, tmp_path: Path) -> None:
    home = {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    kept = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    script = _DECLINE.format(root=str(ROOT), deed=deed)
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env=kept | home,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert list(tmp_path.rglob("*")) == []


def test_at_200_percent_on_a_small_screen_one_sees_where_one_types(
    qtbot: QtBot, language: Language
) -> None:
    sign = ShopInfo("Toko Maju", "Asia/Makassar", ("Kasir 1",))
    dialog = FirstRunDialog(Theme("light", 2.0), language, place="shop.sqlite3", sign=sign)
    qtbot.addWidget(dialog)
    dialog.resize(1264, 592)
    dialog.show()
    qtbot.waitExposed(dialog)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    settle(qtbot)
    agree(qtbot)
    joining = dialog.page
    assert isinstance(joining, JoinPage)
    field = joining.station
    qtbot.waitUntil(lambda: field.visibleRegion().boundingRect() == field.rect())
