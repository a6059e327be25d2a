"""The program with its settings in front."""

import pytest
from pytestqt.qtbot import QtBot

from gui.application import Application


@pytest.fixture
def application(application: Application, qtbot: QtBot) -> Application:
    qtbot.waitActive(application.start("settings"))
    return application
