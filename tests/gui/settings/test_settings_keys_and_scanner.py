"""Settings of a station: its keys and its scanner; and the labels of the shop's scales."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.input.scan_timing import ScanTiming
from gui.input.scanner import Scanner
from gui.input.scanner_settings import LearnedLabel, hearing_of
from gui.settings.devices.learn_dialog import LearnDialog
from gui.settings.devices.scanner import ScannerSection
from gui.settings.page import SettingsPage
from gui.settings.station.key_dialog import KeyDialog
from gui.settings.station.key_sheet import key_sheet
from gui.settings.station.keys import KeysSection
from gui.shell.app_context import AppContext
from gui.widgets.messages.confirmation import Question
from models.catalogue.catalogue import add_product
from models.formats import label_patterns
from models.formats.check_digits import check_digit
from models.settings import preferences
from models.shop.opening import Shop
from tests.gui.conftest import Said
from tests.gui.keys_in_time import Keyboard, ScannerOnTheCounter

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def keys(context: AppContext, qtbot: QtBot) -> KeysSection:
    section = KeysSection(context)
    qtbot.addWidget(section)
    section.resize(1100, 700)
    section.show()
    return section


@pytest.fixture
def scanner(context: AppContext, qtbot: QtBot) -> ScannerSection:
    section = ScannerSection(context)
    qtbot.addWidget(section)
    section.resize(1100, 700)
    section.show()
    return section


# --- keys ------------------------------------------------------------------------------------


def shown(section: KeysSection) -> dict[str, str]:
    """Commands in the list and their keys."""
    model = section.list.rows
    return {row.id: model.data(model.index(i, 2)) for i, row in enumerate(model.rows)}


def test_every_command_stands_in_the_list(keys: KeysSection, context: AppContext) -> None:
    assert shown(keys).keys() == context.actions.commands.keys()
    assert shown(keys)["order.pay"] == "F9  Ctrl+Enter"


def test_a_command_is_found_by_its_name_its_page_or_its_key(keys: KeysSection) -> None:
    for text in ("pay order", "f9 order entry"):
        keys.filter.field.setText(text)
        assert "order.pay" in shown(keys)
        assert "queue.short" not in shown(keys)
    keys.filter.field.setText("no such thing")
    assert shown(keys) == {}


def test_a_new_key_is_pressed_and_kept(keys: KeysSection, context: AppContext, said: Said) -> None:
    keys.give("order.pay", "Shift+F9")
    assert shown(keys)["order.pay"] == "Shift+F9"
    assert context.station.text("keys/order.pay") == "Shift+F9"
    assert said.chosen == [{}]  # all windows are built anew
    keys.give("order.pay", "F9")
    assert context.actions.changed == {}
    assert context.station.text("keys/order.pay") == ""


@pytest.fixture
def asked(context: AppContext, qtbot: QtBot) -> KeyDialog:
    dialog = KeyDialog(context, "order.note")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitActive(dialog)
    return dialog


def test_a_taken_key_is_refused_with_the_name_of_the_other(asked: KeyDialog) -> None:
    QTest.keyClick(asked.catcher, Key.Key_F9)
    assert "Pay" in asked.refusal.text()
    assert "Order entry" in asked.refusal.text()
    assert asked.isVisible()


def test_a_letter_is_for_writing(asked: KeyDialog) -> None:
    QTest.keyClick(asked.catcher, Key.Key_A)
    assert "writing" in asked.refusal.text()
    assert asked.isVisible()


@pytest.mark.parametrize(
    ("key", "held", "name"),
    [
        (Key.Key_F9, Modifier.ShiftModifier, "Shift+F9"),
        (Key.Key_G, Modifier.ControlModifier, "Ctrl+G"),
        (Key.Key_Enter, Modifier.AltModifier | Modifier.KeypadModifier, "Alt+Return"),
        (Key.Key_Slash, Modifier.ControlModifier | Modifier.ShiftModifier, "Ctrl+/"),
    ],
)
def test_a_free_key_is_taken_at_once(
    asked: KeyDialog, key: Qt.Key, held: Qt.KeyboardModifier, name: str
) -> None:
    QTest.keyClick(asked.catcher, key, held)
    assert not asked.isVisible()
    assert asked.key == name


def test_escape_changes_nothing(asked: KeyDialog) -> None:
    QTest.keyClick(asked.catcher, Key.Key_Escape)
    assert not asked.isVisible()
    assert asked.result() == 0


def test_a_command_can_do_without_a_key(asked: KeyDialog) -> None:
    QTest.mouseClick(asked.none_button, Qt.MouseButton.LeftButton)
    assert asked.key == ""


def test_all_keys_go_back_and_can_be_had_again(
    shop: Shop, qapp: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    app = Application(qapp, shop, tmp_path, "en", "light", 1.0, immediate=True)
    app.start("settings", section="keys")
    keys_of_station(app).give("order.pay", "Shift+F9")
    qtbot.waitUntil(lambda: bool(app.main_windows[0].findChildren(KeysSection)[-1].said == ""))
    section = keys_of_station(app)
    assert section.list.current.id == "order.pay"
    assert section.list.hasFocus()
    QTest.mouseClick(section.all_button, Qt.MouseButton.LeftButton)
    assert app.context.actions.changed == {}
    qtbot.waitUntil(lambda: keys_of_station(app) is not section)
    qtbot.waitUntil(lambda: keys_of_station(app).said == "")
    app.front().undo()
    assert app.context.actions.changed == {"order.pay": "Shift+F9"}
    app.close()
    again = Application(qapp, shop, tmp_path, "en", "light", 1.0, immediate=True)
    assert again.context.actions.key("order.pay") == "Shift+F9"
    again.close()


def keys_of_station(app: Application) -> KeysSection:
    section = app.front().page.section  # type: ignore[attr-defined]
    assert isinstance(section, KeysSection)
    return section


def test_the_list_goes_to_paper(keys: KeysSection, context: AppContext, tmp_path: Path) -> None:
    keys.save_pdf(str(tmp_path / "keys.pdf"))
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")
    pairs = {
        (piece.left, piece.right)
        for piece in key_sheet(context.actions, context.format).pieces
        if hasattr(piece, "left")
    }
    assert ("Pay", "F9  Ctrl+Enter") in pairs


# --- the scanner -----------------------------------------------------------------------------


def test_what_is_chosen_counts_at_once_and_is_kept(
    scanner: ScannerSection, context: AppContext
) -> None:
    scanner.gap.setValue(48)
    scanner.prefix.setText("~")
    scanner.prefix.editingFinished.emit()
    scanner.ending.setCurrentIndex(2)
    scanner.ending.activated.emit(2)
    assert context.scanner.hearing == hearing_of(context.station) == ScanTiming(48, "tab", "~")


@pytest.mark.parametrize("is_meant", [False, True])
def test_digits_before_a_code_are_asked_about(
    scanner: ScannerSection, context: AppContext, is_meant: bool
) -> None:
    asked: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Question)
        asked.append(" ".join(label.text() for label in box.findChildren(QLabel)))
        if is_meant:
            QTest.keyClick(box, Key.Key_Left)
        QTest.keyClick(box, Key.Key_Return)

    QTimer.singleShot(0, answer)
    scanner.prefix.setFocus()
    QTest.keyClicks(scanner.prefix, "8")
    QTest.keyClick(scanner.prefix, Key.Key_Return)
    assert "those that begin with 8 would no longer be found" in asked[0]
    assert context.scanner.hearing.prefix == scanner.prefix.text() == ("8" if is_meant else "")
    assert len(asked) == 1


def test_the_wizard_learns_from_three_labels(context: AppContext, qtbot: QtBot) -> None:
    keyboard = Keyboard()
    context.scanner = Scanner(clock=keyboard.milliseconds)
    dialog = LearnDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.installEventFilter(context.scanner)
    from random import Random

    device = ScannerOnTheCounter(Random(1), 40, loses_endings=0, prefix="~")
    for code in ("8991002101630", "8998866200578", "8992753720507"):
        assert not dialog.keep_button.isEnabled()
        keyboard.play(dialog, device.scan(code, 600))
    assert [code.text() for code, _ in dialog.rows] == [
        "~8991002101630", "~8998866200578", "~8992753720507",
    ]  # fmt: skip
    QTest.mouseClick(dialog.keep_button, Qt.MouseButton.LeftButton)
    assert dialog.hearing is not None
    assert 45 <= dialog.hearing.gap <= 75
    assert (dialog.hearing.ending, dialog.hearing.prefix) == ("enter", "~")
    assert not context.scanner.learning


def test_what_was_typed_by_hand_is_not_learned(context: AppContext, qtbot: QtBot) -> None:
    dialog = LearnDialog(context)
    qtbot.addWidget(dialog)
    for _ in range(3):
        context.scanner.heard.emit(LearnedLabel("8991002101630", (90, 104, 80), "enter"))
    assert dialog.hearing is None
    assert not dialog.keep_button.isEnabled()
    QTest.mouseClick(dialog.again_button, Qt.MouseButton.LeftButton)
    assert context.scanner.learning
    dialog.reject()
    assert not context.scanner.learning


# --- labels ----------------------------------------------------------------------------------


def patterns() -> list[str]:
    return [row["pattern"] for row in preferences.get(preferences.LABEL_PATTERNS)]


def test_a_pattern_is_added_changed_and_removed(scanner: ScannerSection, said: Said) -> None:
    table = scanner.labels
    table.pattern.setText("24....{NNNNNN}")
    table.pattern.textEdited.emit("")
    table.kind.setCurrentIndex(1)
    table.kind.activated.emit(1)
    table.times.setCurrentIndex(1)
    QTest.mouseClick(table.add_button, Qt.MouseButton.LeftButton)
    assert label_patterns.LabelPattern("24....{NNNNNN}", "price", 10) == table.list.current
    table.pattern.setText("24.....{NNNNN}")
    table.pattern.textEdited.emit("")
    QTest.mouseClick(table.change_button, Qt.MouseButton.LeftButton)
    assert patterns()[-1] == "24.....{NNNNN}"
    QTest.mouseClick(table.remove_button, Qt.MouseButton.LeftButton)
    assert patterns() == [row.pattern for row in label_patterns.DEFAULTS]
    undo = said.undos[-1]
    assert undo is not None
    undo()
    assert patterns()[-1] == "24.....{NNNNN}"


@pytest.mark.parametrize("pattern", ["899....{NNNNN}", "21..{NN", "21.....{NNDDDD}", "22{}"])
def test_a_pattern_that_cannot_be_used_says_why(scanner: ScannerSection, pattern: str) -> None:
    table = scanner.labels
    table.pattern.setText(pattern)
    table.pattern.textEdited.emit(pattern)
    assert table.wrong.text()
    assert not table.add_button.isEnabled()
    assert not table.change_button.isEnabled()


def test_a_scanned_label_is_tried(scanner: ScannerSection) -> None:
    label = "231234522520"
    scanner.scanned(label + check_digit(label))
    assert "not there yet" in scanner.labels.answer.text()
    add_product("Ayam", 38_500, unit="kg", barcodes=["2312345000002"])
    scanner.refresh()
    assert scanner.labels.answer.text() == "Ayam: 0.585 kg, Rp22.520"
    scanner.scanned(label + "0")
    assert "misread" in scanner.labels.answer.text()
    for code, answer in (("2210", "10% off the line"), ("nobody", "No product has this code")):
        scanner.labels.try_field.setText(code)
        assert answer in scanner.labels.answer.text()


def test_enter_on_the_name_of_the_section_changes_a_key(
    context: AppContext, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def look(dialog: KeyDialog) -> int:
        asked.append(dialog.windowTitle())
        return 0

    monkeypatch.setattr(KeyDialog, "exec", look)
    window = SettingsPage(context)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitActive(window)
    window.opened(section="keys")
    focus = window.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Key.Key_Return)
    assert len(asked) == 1
