"""The queue as it stood at any minute of a day: a slider through the day, and the orders then."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from gui.look.theme import Theme
from gui.shell.app_context import AppContext
from gui.statistics.charts.legend import Key
from gui.statistics.charts.queue_chart import TOKENS, Quarter, QueueChart, quarters
from gui.statistics.panels.drill_down import OneOrder
from gui.statistics.panels.figure_tables import FigureTable, Head
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_query import DashboardResult
from gui.statistics.reports.special_reports import SpecialReport
from gui.widgets.buttons.button import Button
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.fields.boxes import Slider
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from gui.words.formatting import Formatting
from gui.words.state_words import stage_text
from gui.words.station_names import station_name
from models import clock, session
from models.errors import DetailGone
from models.fulfilment import fulfilment_queue, queue_history
from models.fulfilment.fulfilment_queue import Wall
from models.fulfilment.queue_history import Doubt, Level
from models.stages import Stage

translate = QCoreApplication.translate

MINUTE = 60_000
#: While the slider is pulled, the queue is asked for at most this often.
PAUSE = 40  # ms

#: How the queue rose and fell on a day, and when nobody knows.
Day = tuple[list[Level], list[Doubt]]


@dataclass(frozen=True, slots=True)
class Then:
    """The queue at a moment (UTC ms), and through that day; nobody knows it any more before the day
    from which orders are `kept_from`."""

    moment: int
    wall: Wall
    quarters: tuple[Quarter, ...]
    doubts: tuple[Doubt, ...] = ()
    kept_from: date | None = None


class QueuePanel(Panel):
    """The day as bars, the orders of the moment as a table; a row leads to its order."""

    shares = (54, 46)

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        self._drawing = QueueChart(theme, fmt)
        names = {
            "waiting": stage_text(Stage.WAITING),
            "picking": stage_text(Stage.PICKING),
            "ready": stage_text(Stage.READY),
        }
        legend = [Key(theme, "square", names[part], token) for part, token in TOKENS.items()]
        empty = EmptyState(theme, "clock-outline", "")
        super().__init__(theme, fmt, self._drawing, empty, legend, beside=True)
        self._then: Then | None = None

    @property
    def drawing(self) -> QueueChart:
        """The bars of the day."""
        return self._drawing

    def twin(self, theme: Theme) -> Panel:
        twin = QueuePanel(theme, self._format)
        if self._then is not None:
            twin.show_then(self._then)
        return twin

    def show_then(self, then: Then) -> None:
        self._then = then
        fmt = self._format
        self._drawing.show_quarters(then.quarters)
        self._drawing.mark(then.moment)
        wall = then.wall
        second = self.tr("{waiting} to prepare, {ready} ready").format(
            waiting=fmt.number(len(wall.waiting)), ready=fmt.number(len(wall.ready))
        )
        second = " \u00b7 ".join([second, *(doubt_text(fmt, doubt) for doubt in then.doubts)])
        nothing = self.tr("No order was open on this day")
        if then.kept_from is not None:
            nothing = self.tr("Of days before {day} only the sums are kept")
            nothing = second = nothing.format(day=fmt.date(then.kept_from))
        self.empty.say(nothing, self.tr("Choose another day above."))
        title = self.tr("The queue at {time}").format(time=fmt.date_and_time(then.moment))
        self.set_title(title, second)
        self.show_table(queue_table(fmt, then, title), not then.quarters)

    def lead_at(self, number: int) -> None:
        """A bar goes to its moment, see `QueueReport`."""


def doubt_text(fmt: Formatting, doubt: Doubt) -> str:
    """From when to when a clock stood wrong, and what it said then."""
    text = translate(
        "statistics",
        "A clock stood wrong between {since} and {until}: orders placed meanwhile stay on {day}",
    )
    until = "\u2026" if doubt.until is None else fmt.time_on_day(doubt.until)
    days = dict.fromkeys(fmt.date_and_time(said) for said in (doubt.said, doubt.said_last))
    return text.format(since=fmt.time_on_day(doubt.since), until=until, day=" \u2013 ".join(days))


def queue_table(fmt: Formatting, then: Then, name: str) -> FigureTable:
    """The orders of the moment, in the order in which they hung on the wall."""
    cards = [*then.wall.waiting, *then.wall.ready]
    columns = (
        Head(translate("statistics", "Order"), "text", 88),
        Head(translate("statistics", "Status"), "text", None),
        Head(translate("statistics", "Open for"), "seconds", 84),
        Head(translate("statistics", "Done"), "text", 84),
        Head(translate("statistics", "Station"), "text", 96),
        Head("", "number"),
    )
    rows = tuple(
        (
            fmt.order_number(card.number),
            stage_text(card.stage),
            max(0, then.moment - card.since) // 1000,
            f"{card.done}/{len(card.lines)}",
            station_name(card.claimed_by or card.station),
            card.id,
        )
        for card in cards
    )
    leads = {card.id: OneOrder(card.id) for card in cards}
    return FigureTable(name, columns, rows, 5, leads)


class QueueReport(SpecialReport):
    """Slider by minutes (arrows), quarters (Page keys); the buttons go to other days."""

    group = "shelves"
    icon = "history"

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self._day: date | None = None
        self._known: dict[date, Day] = {}
        self._asking = False
        self._place: tuple[date | None, int] = (None, 0)  # of the slider, when it was asked
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        self._build()

    @classmethod
    def name(cls) -> str:
        return translate("statistics", "The queue at a moment")

    def show_looked(self, looked: DashboardResult) -> None:
        """The last day of the period, until now when that is today."""
        if not self.panels:
            self.take(self._queue)
        self._queue.show_looked(looked)
        if self._day is None or not looked.asked.first <= self._day <= looked.asked.last:
            self._go_to_day(looked.asked.last)
        else:
            self._known = {}
            self._ask()

    @property
    def moment(self) -> int:
        """What is looked at, UTC ms; the end of today's slider is now."""
        assert self._day is not None
        if self.slider.value() == self.slider.maximum() and not self._next.isEnabled():
            return clock.now()
        return clock.start_of(self._day, *session.current.calendar) + self.slider.value() * MINUTE

    def _go_to_day(self, day: date) -> None:
        calendar, now = session.current.calendar, clock.now()
        today = clock.business_day(now, *calendar)
        day = min(day, today)
        self._day = day
        begin, end = (clock.start_of(x, *calendar) for x in (day, day + timedelta(days=1)))
        last = (min(end - MINUTE, now) - begin) // MINUTE
        self.slider.blockSignals(True)
        self.slider.setRange(0, last)
        self.slider.setValue(last if day == today else min(last, 12 * 60))
        self.slider.blockSignals(False)
        self._next.setEnabled(day < today)
        fmt = self.context.format
        self._date.set_text(f"{fmt.weekday(day.weekday(), short=True)} {fmt.date(day)}")
        self._ask()

    def _ask(self) -> None:
        if self._day is None:
            return
        if self._asking:
            self._pause.start()
            return
        self._asking = True
        self._place = (self._day, self.slider.value())
        question = partial(_then, self.moment, self._day, self._known.get(self._day))
        self.context.background.ask(question, self._show, self._failed, owner=self)

    def _show(self, answer: tuple[Then, date, Day]) -> None:
        self._asking = False
        then, day, known = answer
        self._known = {day: known}
        if self._place == (self._day, self.slider.value()):
            self._queue.show_then(then)
            self._time.set_text(self.context.format.time(then.moment))
        else:
            self._ask()

    def _failed(self, error: BaseException) -> None:
        self._asking = False
        raise error

    def _moved(self) -> None:
        self._time.set_text(self.context.format.time(self.moment))
        self._pause.start()

    def _to_bar(self, number: int) -> None:
        at = self._queue.drawing.moment(number)
        begin = clock.start_of(self._day, *session.current.calendar) if self._day else 0
        self.slider.setValue((at - begin) // MINUTE)

    def _day_before(self) -> None:
        if self._day is not None:
            self._go_to_day(self._day - timedelta(days=1))

    def _day_after(self) -> None:
        if self._day is not None:
            self._go_to_day(self._day + timedelta(days=1))

    def _build(self) -> None:
        theme, px = self.context.theme, self.context.theme.px
        self._queue = QueuePanel(theme, self.context.format)
        self._queue.drawing.leads_on = True
        self._queue.drawing.pressed.connect(self._to_bar)
        self.slider = Slider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self.tr("Time of day"))
        self.slider.setSingleStep(1)
        self.slider.setPageStep(15)
        self.slider.setMinimumHeight(px(40))
        self.slider.valueChanged.connect(self._moved)
        self._before = Button(theme, "", "chevron-left", "toolbar")
        self._before.setAccessibleName(self.tr("The day before"))
        self._before.clicked.connect(self._day_before)
        self._next = Button(theme, "", "chevron-right", "toolbar")
        self._next.setAccessibleName(self.tr("The day after"))
        self._next.clicked.connect(self._day_after)
        self._date = Label(theme, "", "row_total")
        self._date.setMinimumWidth(px(130))
        self._time = Label(theme, "", "title")
        self._time.setMinimumWidth(px(72))
        for button in (self._before, self._next):
            set_tip(button, button.accessibleName())
        row = QHBoxLayout()
        row.setSpacing(px(8))
        for part in (self._before, self._next, self._date, self._time):
            row.addWidget(part)
        row.addWidget(self.slider, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addLayout(row)
        column.addWidget(self._queue, 1)


def _then(moment: int, day: date, known: Day | None) -> tuple[Then, date, Day]:
    """Asked in the background; what is known of the day only once."""
    try:
        levels, doubts = known = known or (queue_history.levels(day), queue_history.doubts(day))
        wall = queue_history.queue_at(moment)
    except DetailGone as gone:
        nothing = Wall([], [], [], fulfilment_queue.limits())
        return Then(moment, nothing, (), (), gone.before), day, ([], [])
    return Then(moment, wall, quarters(levels, clock.now()), tuple(doubts)), day, known
