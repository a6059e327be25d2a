"""When the shop is busy: each hour of each weekday, the darker the more."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.statistics.charts.chart import Chart, text_at
from gui.statistics.charts.sales_groups import hours_shown
from gui.words.formatting import Formatting
from models.statistics.statistics import HeatCell

#: What a cell can tell: orders, lines or revenue, each as an average per hour, or how long it
#: took on average until an order was ready.
MEASURES = ("orders", "lines", "revenue", "wait")
STEPS = 7


class HeatMap(Chart):
    """Seven fixed steps of one hue; the value stands in every cell."""

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Heat map of the hours of the week"))
        self._format = fmt
        self._measure = "orders"
        self.hours = list(range(8, 16))
        self._cells: dict[tuple[int, int], HeatCell] = {}
        self._weekdays = frozenset(range(7))
        self._to_come: frozenset[tuple[int, int]] = frozenset()

    def show_cells(
        self,
        cells: Sequence[HeatCell],
        weekdays: Iterable[int],
        to_come: Iterable[tuple[int, int]] = (),
    ) -> None:
        """`weekdays` are those of the period, `to_come` weekdays and hours of which none is over
        yet: the others and these stay empty."""
        self._weekdays, self._to_come = frozenset(weekdays), frozenset(to_come)
        self._cells = {(cell.weekday, cell.hour): cell for cell in cells}
        self.hours = hours_shown({cell.hour for cell in cells})
        self.changed()

    def measure_by(self, measure: str) -> None:
        """One of `MEASURES`."""
        self._measure = measure
        self.changed()

    @property
    def in_millions(self) -> bool:
        """Whether sums of money are written in millions; otherwise in thousands."""
        return self._largest() >= 10_000_000

    def place_of(self, number: int) -> tuple[int, int]:
        """Weekday and hour of a cell."""
        weekday, column = divmod(number, len(self.hours))
        return weekday, self.hours[column]

    # --- what the chart base asks ----------------------------------------------------------

    def count(self) -> int:
        return 7 * len(self.hours) if self._cells else 0

    def columns(self) -> int:
        return len(self.hours)

    def spot(self, number: int) -> QRect:
        weekday, column = divmod(number, len(self.hours))
        left, top, wide, high = self._grid()
        gap = self.theme.px(2)
        x, y = left + column * wide, top + weekday * high
        return QRect(
            round(x), round(y), round(x + wide) - round(x) - gap, round(y + high) - round(y) - gap
        )

    def words(self, number: int) -> list[str]:
        weekday, column = divmod(number, len(self.hours))
        hour, fmt = self.hours[column], self._format
        hours = self.tr("{day}, {from}\u2013{to} o'clock").format(
            **{
                "day": fmt.weekday(weekday),
                "from": fmt.hour(hour),
                "to": fmt.hour(hour + 1),
            }
        )
        if weekday not in self._weekdays:
            return [hours, self.tr("not in this period")]
        cell = self._cells.get((weekday, hour))
        if cell is None:
            is_to_come = (weekday, hour) in self._to_come
            return [hours, self.tr("still to come") if is_to_come else self.tr("no orders")]
        days = cell.days
        return [
            hours,
            self.tr("{number} orders per hour").format(number=fmt.decimal(cell.orders / days)),
            self.tr("{number} lines per hour").format(number=fmt.decimal(cell.lines / days)),
            self.tr("{money} per hour").format(money=fmt.money(round(cell.revenue / days))),
            *([self._wait(cell.wait)] if cell.wait is not None else []),
            self.tr("average of %n day(s)", "", days),
        ]

    def _wait(self, seconds: int) -> str:
        words = self.tr("ready after {time} on average")
        return words.format(time=self._format.duration(seconds * 1000))

    # --- drawing ---------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        theme = self.theme
        left, top, wide, high = self._grid()
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text_muted"))
        gap = theme.px(2)
        for weekday in range(7):
            middle = QPointF(left - theme.px(9), top + (weekday + 0.5) * high - gap / 2)
            name = self._format.weekday(weekday, short=True)
            text_at(painter, middle, name, Qt.AlignmentFlag.AlignRight)
        for column, hour in enumerate(self.hours):
            foot = QPointF(left + (column + 0.5) * wide - gap / 2, top + 7 * high + theme.px(10))
            text_at(painter, foot, self._format.hour(hour), Qt.AlignmentFlag.AlignHCenter)
        largest = self._largest()
        for number in range(self.count()):
            self._draw_cell(painter, number, largest)

    def _draw_cell(self, painter: QPainter, number: int, largest: float) -> None:
        theme = self.theme
        weekday, hour = self.place_of(number)
        if weekday not in self._weekdays or (weekday, hour) in self._to_come:
            painter.setPen(QPen(theme.color("grid"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = QRectF(self.spot(number)).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(half, 3, 3)
            return
        value = self.value_of(weekday, hour)
        step = min(STEPS - 1, int(value / largest * STEPS)) if largest else 0
        box = QRectF(self.spot(number))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color(f"heat_{step}"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(theme.letters(12, 700 if step >= 4 else 400))
        painter.setPen(theme.color(f"on_heat_{step}"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text_of(value, largest))
        if number == self.current:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("text"), 2))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)

    def value_of(self, weekday: int, hour: int) -> float:
        """The average of that hour over the days of that weekday."""
        cell = self._cells.get((weekday, hour))
        if cell is None:
            return 0.0
        if self._measure == "wait":
            return (cell.wait or 0) / 60
        return float(getattr(cell, self._measure)) / cell.days

    def _largest(self) -> float:
        return max((self.value_of(*place) for place in self._cells), default=0.0)

    def _is_whole(self) -> bool:
        """Whether nothing was averaged, so that orders and lines are counted."""
        return self._measure in ("orders", "lines") and all(
            self.value_of(*place).is_integer() for place in self._cells
        )

    def text_of(self, value: float, largest: float) -> str:
        if self._measure == "revenue":
            unit = 1_000_000 if largest >= 10_000_000 else 1_000
            value, largest = value / unit, largest / unit
        if value == 0:
            return "0"
        return self._format.decimal(value, 1 if largest < 10 and not self._is_whole() else 0)

    def _grid(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of a cell with its gap."""
        px = self.theme.px
        left, top = px(36), px(3)
        wide = (self.width() - left) / max(1, len(self.hours))
        high = (self.height() - top - px(20)) / 7
        return left, top, wide, high


class HeatLegend(QWidget):
    """`sepi` ▢▢▢▢▢▢▢ `ramai`."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ends = (self.tr("quiet"), self.tr("busy"))
        self.setAccessibleName(self.tr("The darker, the busier"))
        metrics = QFontMetrics(theme.font("small"))
        self._wide = [metrics.horizontalAdvance(text) + theme.px(6) for text in self._ends]
        self.setFixedSize(sum(self._wide) + STEPS * theme.px(18), theme.px(20))

    @guarded()
    def paintEvent(self, event: object) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text_muted"))
        middle = self.height() / 2
        text_at(painter, QPointF(0, middle), self._ends[0], Qt.AlignmentFlag.AlignLeft)
        text_at(painter, QPointF(self.width(), middle), self._ends[1], Qt.AlignmentFlag.AlignRight)
        painter.setPen(Qt.PenStyle.NoPen)
        left = self._wide[0]
        for step in range(STEPS):
            painter.setBrush(theme.color(f"heat_{step}"))
            box = QRectF(
                left + step * theme.px(18), middle - theme.px(5), theme.px(16), theme.px(10)
            )
            painter.drawRoundedRect(box, 2, 2)
        painter.end()
