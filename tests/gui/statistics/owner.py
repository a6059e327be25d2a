"""Who sits before the statistics window, and what happened in the shop before."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gui.shell.app_context import AppContext
from gui.statistics.page import StatisticsPage
from gui.statistics.panels.dashboard_view import DashboardView
from gui.statistics.period.period_bar import PeriodBar
from gui.statistics.reports.report_panel import ReportPanel
from gui.statistics.reports.reports_view import ReportsView
from gui.widgets.containers.key_figure import KeyFigure
from models.fulfilment import fulfilment
from tests.conftest import SetClock
from tests.readable import a_product, an_order, pcs

MONDAY = date(2026, 3, 9)


class Owner:
    """Who sits before the statistics window."""

    def __init__(self, window: StatisticsPage, context: AppContext, qtbot: QtBot) -> None:
        self.window = window
        self.context = context
        self.qtbot = qtbot

    @property
    def view(self) -> DashboardView:
        assert self.window.view is not None
        return self.window.view

    def panel(self, kind: type[Any]) -> Any:
        """The panel of this kind on the first page."""
        return next(panel for panel in self.view.panels if type(panel) is kind)

    def hear(self) -> None:
        """The news of what was done has reached the window."""
        self.context.feed.read()
        self.qtbot.waitUntil(self._is_settled)

    def _is_settled(self) -> bool:
        window = self.window
        busy = window.refresher.stale or window.asks_again or window.is_asking
        return not busy and window.view is not None and window.view.turns.at_rest

    def press(self, text: str) -> None:
        """A button by what is written on it."""
        for button in self.window.findChildren(QAbstractButton):
            if button.text() == text and button.isVisibleTo(self.window):
                QTest.mouseClick(button, Qt.MouseButton.LeftButton)
                return self.hear()
        raise AssertionError(f"no button {text}")

    @property
    def figures(self) -> list[str]:
        """The six key figures as a screen reader says them."""
        return [figure.accessibleName() for figure in self.window.findChildren(KeyFigure)]

    @property
    def days(self) -> str:
        head = self.window.head
        return f"{head.range.text()}, {head.compare.text()}"


def seated(context: AppContext, qtbot: QtBot) -> Owner:
    """The owner has opened the window and sees the figures."""
    window = StatisticsPage(context)
    qtbot.addWidget(window)
    window.pause_timer.setInterval(0)
    window.resize(1366, 720)
    window.show()
    qtbot.waitActive(window)
    owner = Owner(window, context, qtbot)
    owner.hear()
    return owner


def after_a_week(owner: Owner, clock: SetClock) -> Owner:
    """So many eggs as the day of March was sold each day, and made ready after so many minutes;
    the shop opened in January."""
    product = a_product("Telur", 1_000)
    at(clock, date(2026, 1, 2), 9)
    an_order(product)
    for day in range(2, 9):
        at(clock, date(2026, 3, day), 7 + day)
        order = an_order((product, pcs(day)))
        clock.forward(day)
        fulfilment.make_ready(order.id)
    at(clock, MONDAY, 10)
    owner.press("7 days")
    return owner


def at(clock: SetClock, day: date, hour: int, minute: int = 0) -> None:
    clock.set(day.year, day.month, day.day, hour, minute)


def strip_of(owner: Owner) -> PeriodBar:
    """The strip with more periods, which is open."""
    strip = owner.window.strip
    assert strip is not None
    return strip


def further_of(owner: Owner) -> ReportsView:
    """The second page, which is open."""
    further = owner.window.further
    assert further is not None
    return further


def answer_of(owner: Owner) -> ReportPanel:
    """The answer that is looked at on the second page."""
    (panel,) = further_of(owner).panels
    assert isinstance(panel, ReportPanel)
    return panel
