"""The second page: the owner's next questions in a list, and the answer to the chosen one."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QVBoxLayout,
    QWidget,
)

from gui.shell.app_context import AppContext
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_header import turn
from gui.statistics.period.period_query import DashboardResult, PeriodQuery
from gui.statistics.reports import profit_reports, sales_reports, shop_reports, warehouse_reports
from gui.statistics.reports.queue_report import QueueReport
from gui.statistics.reports.report_panel import Answer, Report, ReportPanel
from gui.statistics.reports.special_reports import SpecialReport, WhenReport
from gui.widgets.buttons.nav_button import NavButton
from gui.widgets.containers.card import Card
from gui.widgets.containers.scroll_area import ScrollArea, bring_into_sight
from gui.widgets.text.labels import Label
from gui.words.marked import marked

GROUPS: dict[str, str] = {
    "sales": marked("statistics", "What sold"),
    "money": marked("statistics", "Money"),
    "people": marked("statistics", "People"),
    "shelves": marked("statistics", "Shelves"),
}

QUESTIONS: tuple[Report, ...] = (
    *sales_reports.QUESTIONS,
    warehouse_reports.TOGETHER,
    warehouse_reports.RETURNS,
    *profit_reports.QUESTIONS,
    *shop_reports.QUESTIONS,
    *warehouse_reports.QUESTIONS,
)

#: The question that a pressed bar asks.
WHY = next(n for n, question in enumerate(QUESTIONS) if question.text == "Why it changed")


translate = QCoreApplication.translate

_ANY = 16_777_215  # Qt's widest

#: Pages of their own, after the questions.
SPECIAL: tuple[type[SpecialReport], ...] = (WhenReport, QueueReport)


class ReportsView(QWidget):
    """Asks the chosen question about the days it is told, and leads on from each bar and row."""

    #: A bar or a row was pressed: carries the Lead.
    led = Signal(object)
    #: A panel was built: carries it.
    built = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self._context, theme = context, context.theme
        self._looked: DashboardResult | None = None
        self._asked: PeriodQuery | None = None
        self._number = 0  # an answer to an older question is not shown
        self._panels: dict[bool, ReportPanel] = {}
        self._specials: dict[int, SpecialReport] = {}
        self.shown_page: QWidget | None = None
        self.choices = QButtonGroup(self, exclusive=True)
        self.names = [*(q.name for q in QUESTIONS), *(page.name() for page in SPECIAL)]
        self.choices.idClicked.connect(self._choose)
        self._place = QVBoxLayout()
        self._narrow = False
        self._list = self._build_list()
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        row.addWidget(self._list)
        row.addLayout(self._place, 1)

    @property
    def panels(self) -> list[Panel]:
        """Those that are looked at now."""
        if isinstance(self.shown_page, SpecialReport):
            return list(self.shown_page.panels)
        return [self.shown_page] if isinstance(self.shown_page, Panel) else []

    @property
    def current(self) -> int:
        return self.choices.checkedId()

    def show_looked(self, looked: DashboardResult, asked: PeriodQuery | None = None) -> None:
        """Asks about these days; with `asked` about a part of them, until other days come."""
        same = self._looked is not None and self._looked.asked == looked.asked
        self._looked = looked
        if asked is not None or self._asked is None or not same:
            self._asked = asked or looked.asked
        self._ask()

    def set_narrow(self, narrow: bool) -> None:
        """With little width, or very large letters, the answer stands below the questions."""
        self._narrow = narrow
        turn(self._row, narrow)
        px = self._context.theme.px
        self._list.setMinimumSize(0 if narrow else self._width, px(150) if narrow else 0)
        self._list.setMaximumSize(_ANY if narrow else self._width, px(150) if narrow else _ANY)
        for panel in self._panels.values():
            panel.set_narrow(narrow)
        for page in self._specials.values():
            page.set_narrow(narrow)

    def forget_part(self) -> None:
        """Next time it is about all days again."""
        self._asked = None

    def ask_why(self, looked: DashboardResult, asked: PeriodQuery) -> None:
        """Why these days, or this hour, were other than those before."""
        self.choices.button(WHY).setChecked(True)
        self.take_focus()
        self.show_looked(looked, asked)

    def take_focus(self) -> None:
        """On the question that is asked; what was pressed before may be out of sight by now."""
        chosen = self.choices.button(max(0, self.current))
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_into_sight(chosen)

    # --- asking ----------------------------------------------------------------------------

    def _choose(self, number: int) -> None:
        if self._looked is not None:
            self.show_looked(self._looked)

    def _ask(self) -> None:
        if self._looked is None or self._asked is None:
            return
        self._number += 1
        if self.current >= len(QUESTIONS):
            self._show_special(self.current - len(QUESTIONS))
            return
        ask = partial(QUESTIONS[self.current].ask, self._asked)
        self._context.background.ask(partial(_with, self._number, ask), self._answer, owner=self)

    def _answer(self, answer: tuple[int, Any]) -> None:
        number, found = answer
        if number != self._number or self._looked is None or self._asked is None:
            return
        told = QUESTIONS[self.current].tell(self._context.format, self._asked, found)
        panel = self._panel_for(told)
        panel.show_looked(self._looked_at())
        panel.show_told(told)
        self._bring(panel)

    def _looked_at(self) -> DashboardResult:
        """What a picture of the answer says below it: the days it is about."""
        assert self._looked is not None
        return replace(self._looked, asked=self._asked or self._looked.asked)

    def _panel_for(self, told: Answer) -> ReportPanel:
        with_bars = bool(told.bars)
        if with_bars not in self._panels:
            panel = ReportPanel(self._context.theme, self._context.format, with_bars)
            panel.led.connect(self.led)
            panel.set_narrow(self._narrow)
            self._panels[with_bars] = panel
            self.built.emit(panel)
        return self._panels[with_bars]

    def _show_special(self, number: int) -> None:
        if number not in self._specials:
            page = SPECIAL[number](self._context)
            page.led.connect(self.led)
            page.built.connect(self.built)
            page.set_narrow(self._narrow)
            self._specials[number] = page
        assert self._looked is not None
        self._specials[number].show_looked(self._looked)
        self._bring(self._specials[number])

    def _bring(self, widget: QWidget) -> None:
        if self.shown_page is widget:
            return
        if self.shown_page is not None:
            self.shown_page.hide()
        if self._place.indexOf(widget) < 0:
            self._place.addWidget(widget)
        widget.show()
        self.shown_page = widget

    # --- the list --------------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        theme, px = self._context.theme, self._context.theme.px
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(*[px(8)] * 4)
        column.setSpacing(0)
        entries = [(q.group, q.icon) for q in QUESTIONS]
        entries += [(page.group, page.icon) for page in SPECIAL]
        for group, title in GROUPS.items():
            label = Label(theme, translate("statistics", title), "small", "text_faint")
            label.setContentsMargins(px(12), 0, 0, 0)
            column.addSpacing(px(6))
            column.addWidget(label)
            for number, (of_group, icon) in enumerate(entries):
                if of_group == group:
                    column.addWidget(self._entry(number, icon))
        column.addStretch(1)
        self.choices.button(0).setChecked(True)
        scroll = ScrollArea(inside, sideways=False)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.tr("Questions"))
        card = Card(theme)
        around = QVBoxLayout(card)
        around.setContentsMargins(*[px(1)] * 4)
        around.addWidget(scroll)
        widest = max(button.sizeHint().width() for button in self.choices.buttons())
        self._width = max(px(216), widest + px(28))
        card.setFixedWidth(self._width)
        return card

    def _entry(self, number: int, icon: str) -> QAbstractButton:
        button = NavButton(self._context.theme, icon, self.names[number])
        button.set_height(32)
        self.choices.addButton(button, number)
        return button


def _with(number: int, ask: Any) -> tuple[int, Any]:
    return number, ask()
