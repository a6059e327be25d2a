"""How long the queue was through a day, in steps; a bar is a quarter of an hour."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.look.theme import Theme
from gui.statistics.charts.plot import PlotChart, Tick, nice_step
from gui.words.formatting import Formatting
from gui.words.state_words import stage_text
from models.fulfilment.queue_history import Level
from models.stages import Stage

QUARTER = 15 * 60_000  # ms
#: What stands at the foot of a bar comes first.
PARTS = ("waiting", "picking", "ready")
TOKENS = {"waiting": "bar", "picking": "accent", "ready": "block_open"}


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of an hour that begins `at` (UTC ms): the queue then, and after each change."""

    at: int
    steps: tuple[Level, ...]

    @property
    def longest(self) -> Level:
        """The queue when it was longest, for the first time."""
        return max(self.steps, key=_length)


def quarters(levels: Sequence[Level], until: int) -> tuple[Quarter, ...]:
    """From a quarter before the first order to one after the last change, at most `until`."""
    busy = [level for level in levels if _length(level)]
    if not busy:
        return ()
    begin = levels[0].at
    first = begin + max(0, (busy[0].at - begin) // QUARTER - 1) * QUARTER
    last = min(until, levels[-1].at + QUARTER)
    found, place = [], 0
    for at in range(first, last + 1, QUARTER):
        while place + 1 < len(levels) and levels[place + 1].at <= at:
            place += 1
        steps = [replace(levels[place], at=at)]
        while place + 1 < len(levels) and levels[place + 1].at < at + QUARTER:
            place += 1
            steps.append(levels[place])
        found.append(Quarter(at, tuple(steps)))
    return tuple(found)


def _length(level: Level) -> int:
    return level.waiting + level.picking + level.ready


class QueueChart(PlotChart):
    """Pressing a bar goes to when the queue was longest in it; a line stands at the moment that is
    looked at."""

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("The queue through the day"))
        self._format = fmt
        self._quarters: tuple[Quarter, ...] = ()
        self._moment = 0
        self.setMinimumWidth(theme.px(300))

    def show_quarters(self, quarters: Sequence[Quarter]) -> None:
        self._quarters = tuple(quarters)
        if self._quarters:
            self.lay_out()
        self.changed()

    def mark(self, moment: int) -> None:
        """Where the line stands (UTC ms)."""
        self._moment = moment
        self.update()

    def moment(self, number: int) -> int:
        """When the queue was longest in a bar."""
        return self._quarters[number].longest.at

    # --- what the chart base asks ----------------------------------------------------------

    def count(self) -> int:
        return len(self._quarters)

    def spot(self, number: int) -> QRect:
        return self.on_widget(self._column(number))

    def words(self, number: int) -> list[str]:
        level, fmt = self._quarters[number].longest, self._format
        return [
            fmt.time(level.at),
            *(
                f"{fmt.number(count)} {stage_text(stage).lower()}"
                for stage, count in (
                    (Stage.WAITING, level.waiting),
                    (Stage.PICKING, level.picking),
                    (Stage.READY, level.ready),
                )
            ),
        ]

    # --- drawing ---------------------------------------------------------------------------

    def lay_out(self) -> None:
        if not self._quarters:
            return
        most = max(_length(quarter.longest) for quarter in self._quarters)
        self._step = nice_step(most)
        left: list[Tick] = [(n * self._step, self._format.number(n * self._step)) for n in range(5)]
        bounds = QRectF(-0.1, 0, len(self._quarters) + 0.2, self._step * 4.02)
        self.show_axes(bounds, self._ticks(), left)

    def _ticks(self) -> list[Tick]:
        room = max(1, self.width() - self.theme.px(60))
        hours = [
            (number, self._format.time(quarter.at))
            for number, quarter in enumerate(self._quarters)
            if quarter.at // QUARTER % 4 == self._quarters[0].at // QUARTER % 4
        ]
        every = max(1, -(-self.theme.px(52) * len(hours) // room))
        return [(float(number), text) for number, text in hours[::every]]

    def draw_values(self, painter: QPainter) -> None:
        if not self._quarters:
            return
        theme, area = self.theme, self.area()
        for number in range(1, 5):
            y = round(self.place(0, number * self._step).y()) + 0.5
            painter.setPen(QPen(theme.color("grid"), 1))
            painter.drawLine(QPointF(0, y), QPointF(area.width(), y))
        if self.current is not None:
            painter.fillRect(self._column(self.current), theme.color("hover"))
        steps = [step for quarter in self._quarters for step in quarter.steps]
        ends = [step.at for step in steps[1:]] + [self._quarters[-1].at + QUARTER]
        for step, end in zip(steps, ends, strict=True):
            below = 0
            for part in PARTS:
                count = getattr(step, part)
                box = self._box(step.at, end, below, below + count)
                painter.fillRect(box, theme.color(TOKENS[part]))
                below += count
        painter.setPen(QPen(theme.color("border_strong"), 1))
        base = area.height() - 0.5
        painter.drawLine(QPointF(0, base), QPointF(area.width(), base))
        x = self._x(self._moment)
        pen = QPen(theme.color("text"), 2)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(x, 0), QPointF(x, area.height()))

    def _x(self, at: int) -> float:
        return self.place((at - self._quarters[0].at) / QUARTER, 0).x()

    def _box(self, begin: int, end: int, low: int, high: int) -> QRectF:
        left = round(self._x(begin))
        right = max(left + 1, round(self._x(end)))  # a short step is seen, too
        top, bottom = round(self.place(0, high).y()), round(self.place(0, low).y())
        return QRectF(left, top, right - left, bottom - top)

    def _column(self, number: int) -> QRectF:
        left, right = self.place(number, 0).x(), self.place(number + 1, 0).x()
        return QRectF(left, 0, right - left, self.area().height())
