"""An owner before the statistics, of an empty shop and of one that was open for a week."""

import pytest
from pytestqt.qtbot import QtBot

from gui.shell.app_context import AppContext
from tests.conftest import SetClock
from tests.gui.statistics.owner import Owner, after_a_week, seated


@pytest.fixture
def owner(context: AppContext, clock: SetClock, qtbot: QtBot) -> Owner:
    return seated(context, qtbot)


@pytest.fixture
def with_a_week(owner: Owner, clock: SetClock) -> Owner:
    return after_a_week(owner, clock)
