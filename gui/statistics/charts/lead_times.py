"""How fast: for each step the time that half of the orders needed, and nine tenths of them."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gui.look.theme import Theme
from gui.statistics.charts.chart import text_at
from gui.statistics.charts.plot import PlotChart, Tick
from gui.statistics.figure_texts import step_names
from gui.words.formatting import Formatting
from models.statistics.statistics import StepTime

#: The steps that are drawn; the last one is the promise to the customer.
DRAWN = ("claim", "pick", "collect", "ready")
_GRIDS = (30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400)  # seconds


class LeadTimes(PlotChart):
    """Bars from left to right; what is over the shop's limit is written in red."""

    direction = (0, 1)

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Lead time chart"))
        self._format = fmt
        self._times: tuple[StepTime, ...] = ()
        self._limit = 0
        self._names = step_names()
        wide = max(self._name_width(step) for step in DRAWN)
        self.left_page = wide + theme.px(8)

    def show_times(self, times: Sequence[StepTime], limit: int) -> None:
        """`limit` in seconds."""
        self._times = tuple(time for time in times if time.step in DRAWN)
        self._limit = limit
        self.lay_out()
        self.changed()

    def count(self) -> int:
        return len(self._times)

    def spot(self, number: int) -> QRect:
        box = self._row_box(number)
        end = self.place(self._times[number].p90 or 0, 0).x()
        return self.on_widget(QRectF(0, box.top(), max(end, 1), box.height()))

    def words(self, number: int) -> list[str]:
        time = self._times[number]
        words = [self._names[time.step]]
        if time.p50 is None or time.p90 is None:
            return [*words, self.tr("no order yet")]
        half = self.tr("half of them within {time}").format(time=self._duration(time.p50))
        most = self.tr("nine of ten within {time}").format(time=self._duration(time.p90))
        return [*words, half, most, self._orders(time.orders)]

    def _orders(self, count: int) -> str:
        return self.tr("{n} order(s)", "", count).format(n=self._format.number(count))

    # --- drawing ---------------------------------------------------------------------------

    def lay_out(self) -> None:
        if not self._times:
            return
        longest = max([self._limit, *(time.p90 or 0 for time in self._times)])
        # The number behind the longest line must fit, too.
        end = longest * max(1.12, 1 + self.theme.px(60) / max(120, self.area().width() - 60))
        self.show_axes(QRectF(0, 0, end, len(self._times)), self._ticks(end))

    def _ticks(self, end: float) -> list[Tick]:
        step = next((grid for grid in _GRIDS if end / grid <= 4), _GRIDS[-1])
        steps = range(step, int(end / step) * step + 1, step)
        return [(0, "0"), *((seconds, self._tick(seconds)) for seconds in steps)]

    def _tick(self, seconds: int) -> str:
        if seconds % 3600 == 0:
            return self.tr("{n} h").format(n=seconds // 3600)
        if seconds % 60 == 0:
            return self.tr("{n} min").format(n=seconds // 60)
        return self.tr("{n} s").format(n=seconds)

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        theme = self.theme
        for number, time in enumerate(self._times):
            promise = time.step == DRAWN[-1]
            painter.setFont(theme.letters(13, 600 if promise else 400))
            painter.setPen(theme.color("text"))
            box = self.on_widget(self._row_box(number))
            point = QPointF(theme.px(6), box.center().y())
            text_at(painter, point, self._names[time.step], Qt.AlignmentFlag.AlignLeft)

    def draw_values(self, painter: QPainter) -> None:
        if not self._times:
            return
        theme, area = self.theme, self.area()
        for seconds, _ in self._ticks(self._bounds.width())[1:]:
            x = round(self.place(seconds, 0).x()) + 0.5
            painter.setPen(QPen(theme.color("grid"), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, area.height()))
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, area.height()))
        limit = QPen(theme.color("limit"), 1.5)
        limit.setDashPattern([3, 2.4])
        x = round(self.place(self._limit, 0).x()) + 0.5
        painter.setPen(limit)
        painter.drawLine(QPointF(x, 0), QPointF(x, area.height()))
        for number, time in enumerate(self._times):
            if time.p50 is not None and time.p90 is not None:
                self._draw_time(painter, number, time.p50, time.p90)

    def _draw_time(self, painter: QPainter, number: int, p50: int, p90: int) -> None:
        theme, box = self.theme, self._row_box(number)
        half, most = self.place(p50, 0).x(), self.place(p90, 0).x()
        middle, high = round(box.center().y()), theme.px(14)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("border_strong"))
        painter.drawRect(QRectF(half, middle - 1.5, max(0, most - half), 3))
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(QRectF(0, middle - high / 2, max(2, half), high), 2, 2)
        painter.setBrush(theme.color("text"))
        painter.drawRect(QRectF(most - 1.5, middle - high / 2 - 1, 3, high + 2))
        painter.setFont(theme.letters(12, 700))
        end = QPointF(most + theme.px(6), middle)
        painter.setPen(self._ink(p90))
        text_at(painter, end, self._short(p90), Qt.AlignmentFlag.AlignLeft)
        # Above the line, between the bar and the mark: where a row is low it would be cut.
        if most - half > theme.px(14) and box.height() >= theme.px(28):
            above = QPointF(half + theme.px(5), middle - theme.px(9))
            painter.setPen(self._ink(p50))
            text_at(painter, above, self._short(p50), Qt.AlignmentFlag.AlignLeft)

    def _ink(self, seconds: int) -> "QPen":
        late = seconds >= self._limit
        return QPen(self.theme.color("on_danger_soft" if late else "text"))

    def _row_box(self, number: int) -> QRectF:
        """The strip of a step, the first one on top."""
        high = self.area().height() / max(1, len(self._times))
        return QRectF(0, number * high, self.area().width(), high)

    def _short(self, seconds: int) -> str:
        return self._format.duration(seconds * 1000).partition(" ")[0]

    def _duration(self, seconds: int) -> str:
        return self._format.duration(seconds * 1000)

    def _name_width(self, step: str) -> int:
        font = self.theme.letters(13, 600 if step == DRAWN[-1] else 400)
        return QFontMetrics(font).horizontalAdvance(self._names[step])
