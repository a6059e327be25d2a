"""What a person may not choose says who may, and what stands is on the screen again."""

from collections.abc import Callable
from operator import attrgetter
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.application import Application
from gui.settings.page import SettingsPage
from gui.settings.section import SectionCard
from gui.settings.shop.staff_codes import StaffSection
from gui.widgets.buttons.segmented import Segmented
from gui.widgets.messages.notice import Notice
from models.errors import CannotUndo, LastOwner
from models.journal import journal
from models.settings import staff
from models.shop.opening import Shop
from models.shop.undo import undo
from tests.gui.settings.keys import press


def write(text: str) -> None:
    press("Ctrl+A")
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text, delay=90)  # no scanner
    press("Return")


def shown(field: Any) -> object:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, QComboBox):
        return field.currentText()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    assert isinstance(field, Segmented)
    return field.current


def section_of(application: Application, name: str) -> Any:
    page = application.front().page
    assert isinstance(page, SettingsPage)
    page.show_section(name)
    page.section.refresh()
    return page.section


@pytest.fixture
def counter(application: Application) -> None:
    staff.add("P1", staff.OWNER, "2718")
    staff.add("K1", staff.COUNTER)
    staff.sign_in("K1")


FIELDS: list[tuple[str, str, Callable[[], None]]] = [
    ("shop", "name", lambda: write("toko")),
    ("shop", "address", lambda: write("jalan")),
    ("shop", "footer", lambda: write("suwun")),
    ("shop", "zone", lambda: press("Down", "Return")),
    ("shop", "tax", lambda: press("Space")),
    ("shop", "rounding", lambda: press("Right")),
    ("lateness", "warn", lambda: write("3")),
    ("lateness", "late", lambda: write("9")),
    ("lateness", "question", lambda: write("4")),
    ("lateness", "board", lambda: write("7")),
    ("staff", "idle", lambda: write("3")),
    ("staff", "discount", lambda: write("25")),
    ("staff", "work", lambda: press("Down", "Return")),
]


@pytest.mark.parametrize(("section", "name", "deed"), FIELDS, ids=lambda v: v if v else None)
def test_what_cannot_be_chosen_says_whose_it_is_and_is_not_written(
    application: Application, counter: None, section: str, name: str, deed: Callable[[], None]
) -> None:
    shown_section = section_of(application, section)
    field: QWidget = getattr(shown_section, name)
    before, entry = shown(field), journal.newest()
    shown_section.go_to(name)
    deed()
    assert shown(field) == before
    assert journal.newest() == entry
    assert not field.isEnabled()
    cards = shown_section.findChildren(SectionCard)
    told = [field.toolTip(), *(card.whose.text() for card in cards if card.isAncestorOf(field))]
    assert any("Only an owner" in text for text in told), told


def test_who_loses_the_right_under_the_hand_is_told_and_it_does_not_stay(
    application: Application, counter: None
) -> None:
    shown_section = section_of(application, "lateness")
    for card in shown_section.findChildren(SectionCard):
        card.let(True, "")  # as it was for the owner who stood here a moment ago
    before, entry = shown(shown_section.late), journal.newest()
    shown_section.go_to("late")
    write("9")
    assert (shown(shown_section.late), journal.newest()) == (before, entry)
    told = [notice.text() for notice in application.front().findChildren(Notice)]
    assert any("Only an owner" in text for text in told), told


def test_a_persons_work_is_changed_by_keys_and_taken_back(
    application: Application, qtbot: QtBot
) -> None:
    staff.add("P1", staff.OWNER)
    staff.add("K1", staff.COUNTER)
    section = section_of(application, "staff")
    assert isinstance(section, StaffSection)
    section.refresh()
    section.list.setFocus()
    press("Home")
    assert section.list.current.code == "K1"
    section.work.setFocus()
    press("Down")
    assert role_of("K1") == staff.COUNTER, "a step is no choice"
    press("Return")
    assert role_of("K1") == staff.WAREHOUSE
    press("Ctrl+Z")
    assert role_of("K1") == staff.COUNTER
    qtbot.waitUntil(lambda: section.work.currentData() == staff.COUNTER)


def role_of(code: str) -> str:
    return next(person.role for person in staff.everyone() if person.code == code)


def test_the_last_owner_keeps_the_work(application: Application) -> None:
    staff.add("P1", staff.OWNER, "2718")
    section = section_of(application, "staff")
    section.refresh()
    section.work.setFocus()
    press("Down", "Return")
    assert role_of("P1") == staff.OWNER
    assert section.work.currentData() == staff.OWNER


def test_other_work_is_not_taken_back_over_what_came_after(shop: Shop) -> None:
    for code in ("P1", "P2"):
        staff.add(code, staff.OWNER)
    changed = staff.set_role("P2", staff.COUNTER)
    staff.set_role("P2", staff.WAREHOUSE)
    with pytest.raises(CannotUndo):
        undo(changed.sequence)
    back = staff.set_role("P2", staff.OWNER)
    staff.set_active("P1", False)
    with pytest.raises(LastOwner):
        undo(back.sequence)


@pytest.mark.parametrize("button", ["other_button", "place.elsewhere"])
@pytest.mark.usefixtures("counter")
def test_who_may_not_restore_or_move_is_told_before_anything_is_asked(
    application: Application, monkeypatch: pytest.MonkeyPatch, button: str
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: pytest.fail("asked"))
    section = section_of(application, "storage")
    attrgetter(button)(section).setFocus()
    press("Space")
    told = [notice.text() for notice in application.front().findChildren(Notice)]
    assert any("Only an owner" in text for text in told), told
    assert section.place.form.isHidden()
