"""What is heard: each sound once, again while nobody deals with it, never when switched off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.fulfilment.page import FulfilmentPage
from gui.look import sounds
from gui.look.sounds import AGAIN_AFTER, KINDS, Sounds
from gui.settings.station.sounds import SoundsSection
from gui.shell.app_context import AppContext
from models.fulfilment import fulfilment, questions
from models.orders import orders
from tests.gui.conftest import Said
from tests.readable import a_product, an_order, at_station
from tests.sounds import FOLDER, sound


@pytest.fixture(autouse=True)
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The kinds of sounds, in the order they were played."""
    played: list[str] = []

    def effect(self: Sounds, kind: str) -> None:
        played.append(kind)

    monkeypatch.setattr(Sounds, "_effect", effect)
    monkeypatch.setattr(QApplication, "beep", lambda: None)
    return played


@pytest.fixture
def wall(context: AppContext, qtbot: QtBot) -> FulfilmentPage:
    window = FulfilmentPage(context)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    hear(window, context, qtbot)
    return window


def hear(wall: FulfilmentPage, context: AppContext, qtbot: QtBot) -> None:
    context.feed.read()
    qtbot.waitUntil(lambda: not wall.refresher.stale)


@pytest.mark.parametrize("kind", KINDS)
def test_the_files_are_what_the_script_makes(kind: str) -> None:
    made = sound(kind)
    assert (FOLDER / f"{kind}.wav").read_bytes() == made
    assert len(made) < 40_000


def test_without_the_extra_it_beeps(context: AppContext, qtbot: QtBot, beeps: list[int]) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    Sounds(context.station, owner).play("late")
    assert beeps == [1]


def test_a_sound_that_is_switched_off_is_not_heard(
    context: AppContext, qtbot: QtBot, heard: list[str]
) -> None:
    section = SoundsSection(context)
    qtbot.addWidget(section)
    QTest.keyClick(section.on["new"], Qt.Key.Key_Space)
    assert not sounds.is_on(context.station, "new")
    assert not section.again["new"].isEnabled()
    owner = QWidget()
    qtbot.addWidget(owner)
    for kind in KINDS:
        Sounds(context.station, owner).play(kind)
    assert heard == [kind for kind in KINDS if kind != "new"]


def test_what_nobody_claims_is_heard_again(
    context: AppContext, wall: FulfilmentPage, qtbot: QtBot, heard: list[str]
) -> None:
    sounds.repeat(context.station, "new", True)
    placed = an_order()
    hear(wall, context, qtbot)
    assert heard == ["new"]
    for _ in range(AGAIN_AFTER):
        wall.tick()
    assert heard == ["new", "new"]
    fulfilment.claim(placed.id)
    hear(wall, context, qtbot)
    for _ in range(AGAIN_AFTER):
        wall.tick()
    assert heard == ["new", "new"]


def test_each_thing_has_its_own_sound(
    context: AppContext, wall: FulfilmentPage, qtbot: QtBot, heard: list[str], said: Said
) -> None:
    product = a_product()
    placed = an_order((product, 3_000), a_product("Teh"))
    hear(wall, context, qtbot)
    orders.change(placed.id, {1: 5_000})
    hear(wall, context, qtbot)
    with at_station("gudang"):
        questions.ask(placed.id, 2)
    questions.answer(placed.id, 2, "wait")
    hear(wall, context, qtbot)
    assert heard == ["new", "changed", "question"]
    wall.switch_sound()
    an_order(product)
    hear(wall, context, qtbot)
    assert len(heard) == 3


def test_an_order_that_becomes_late_is_heard_once(
    context: AppContext, wall: FulfilmentPage, qtbot: QtBot, heard: list[str]
) -> None:
    placed = an_order()
    hear(wall, context, qtbot)
    wall.alarms.look(wall.orders.wall, placed.placed_at + 3_600_000)
    wall.alarms.look(wall.orders.wall, placed.placed_at + 3_700_000)
    assert heard == ["new", "late"]
