"""How much: a bar for each hour, day, week or month, against the days compared with."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from gui.look.theme import Theme, text_width
from gui.statistics.charts.chart import hatch, text_at
from gui.statistics.charts.plot import PlotChart, Tick, nice_step
from gui.statistics.charts.sales_groups import Bar, Bars
from gui.statistics.period.periods import range_text
from gui.words.formatting import Formatting
from models.statistics.occasions import Occasion

BAR = 0.56  # of a step


class SalesChart(PlotChart):
    """Pressing a bar leads to why it is so."""

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Revenue chart"))
        self._format = fmt
        self.bars = Bars("day", ())
        self._occasions: tuple[Occasion, ...] = ()
        self._step = 1

    def show_bars(self, bars: Bars, occasions: Sequence[Occasion] = ()) -> None:
        """`occasions` are drawn behind the days that they lasted."""
        self.bars = bars
        self._occasions = tuple(occasions)
        largest = max((max(b.revenue, b.revenue_before or 0) for b in bars.bars), default=0)
        self._step = nice_step(largest)
        self.lay_out()
        self.changed()

    def bar(self, number: int) -> Bar:
        return self.bars.bars[number]

    # --- what the chart base asks ----------------------------------------------------------

    def count(self) -> int:
        return len(self.bars.bars)

    def spot(self, number: int) -> QRect:
        return self.on_widget(self._bar_box(number).united(self._column(number)))

    def words(self, number: int) -> list[str]:
        bar, fmt = self.bars.bars[number], self._format
        words = [
            self._when(bar),
            self.tr("{money}, {orders}").format(
                money=fmt.money(bar.revenue), orders=self._orders(bar.orders)
            ),
        ]
        if bar.revenue_before is not None and bar.orders_before is not None:
            words.append(
                self.tr("before: {money}, {orders}").format(
                    money=fmt.money(bar.revenue_before), orders=self._orders(bar.orders_before)
                )
            )
        if bar.part:
            words.append(self._why_part(bar))
        return words + [occasion.name for occasion in bar.occasions(self._occasions)]

    def _orders(self, count: int) -> str:
        return self.tr("{n} order(s)", "", count).format(n=self._format.number(count))

    def _when(self, bar: Bar) -> str:
        day = range_text(self._format, bar.first_day, bar.last_day)
        if bar.hour is None:
            return day
        hours = self.tr("{from}\u2013{to} o'clock", "hours of a day")
        first, last = self._format.hour(bar.hour), self._format.hour(bar.hour + 1)
        return f"{day}, " + hours.format(**{"from": first, "to": last})

    def _why_part(self, bar: Bar) -> str:
        if self.bars.unit == "hour":
            return self.tr("the hour is not over")
        if self.bars.unit == "day":
            return self.tr("the day is not over")
        return self.tr("only %n day(s)", "", (bar.last_day - bar.first_day).days + 1)

    # --- drawing ---------------------------------------------------------------------------

    def lay_out(self) -> None:
        if not self.bars.bars:
            return
        count = len(self.bars.bars)
        left = [(n * self._step, self._short(n * self._step)) for n in range(5)]
        # The names of events stand above the highest line, where no bar and no number is.
        bounds = QRectF(-0.6, 0, count + 0.2, self._step * (4.5 if self.grounds() else 4.02))
        self.show_axes(bounds, self._ticks(), left)

    def _short(self, money: int) -> str:
        return self._format.short_money(money) if money else "0"

    def _ticks(self) -> list[Tick]:
        """As many labels as fit; the first and the last bar have one where it can be."""
        bars = self.bars.bars
        room = max(1, self.width() - self.theme.px(80))
        label = self.theme.px(36 if self.bars.unit == "hour" else 58)
        fewest = max(1, -(-label * len(bars) // room))
        last = len(bars) - 1
        even = [step for step in range(fewest, 2 * fewest + 1) if last % step == 0]
        every = even[0] if even else fewest
        shown = range(last % every, last + 1, every)
        ticks: list[Tick] = []
        before: Bar | None = None
        for number in shown:
            ticks.append((number, self._tick(bars[number], before)))
            before = bars[number]
        return ticks

    def _tick(self, bar: Bar, before: Bar | None) -> str:
        """The month (or year) is written only where it changes."""
        fmt, day = self._format, bar.first_day
        if bar.hour is not None:
            return fmt.hour(bar.hour)
        if self.bars.unit == "month":
            month = fmt.month(day.month)
            new_year = before is None or before.first_day.year != day.year
            return f"{month} {day.year}" if new_year else month
        same = before is not None and before.first_day.month == day.month
        return str(day.day) if same else fmt.short_date(day)

    def draw_values(self, painter: QPainter) -> None:
        if not self.bars.bars:
            return
        theme, area = self.theme, self.area()
        taken: list[tuple[float, float]] = []
        for occasion in reversed(self.grounds()):
            self.draw_ground(painter, occasion, taken)
        for number in range(1, 5):
            y = round(self.place(0, number * self._step).y()) + 0.5
            painter.setPen(QPen(theme.color("grid"), 1))
            painter.drawLine(QPointF(0, y), QPointF(area.width(), y))
        if self.current is not None:
            painter.fillRect(self._column(self.current), theme.color("hover"))
        painter.setPen(Qt.PenStyle.NoPen)
        for number, bar in enumerate(self.bars.bars):
            if bar.revenue > 0:
                self._draw_bar(painter, number, bar)
        painter.setPen(QPen(theme.color("border_strong"), 1))
        base = area.height() - 0.5
        painter.drawLine(QPointF(0, base), QPointF(area.width(), base))
        if self.bars.sold_before:
            self._draw_before(painter)
        self._draw_highest(painter)

    def _draw_bar(self, painter: QPainter, number: int, bar: Bar) -> None:
        """Round at the top; what is not over is hatched, so that it never looks like a fall."""
        colour = self.theme.color("accent" if number == self.bars.highest else "bar")
        box = self._bar_box(number)
        painter.save()
        painter.setClipRect(box)
        painter.setBrush(colour)
        if bar.part:
            hatch(painter, box, colour)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour, 1))
            box = box.adjusted(0.5, 0.5, -0.5, 0)
        painter.drawRoundedRect(box.adjusted(0, 0, 0, 4), 2, 2)
        painter.restore()

    def grounds(self) -> list[Occasion]:
        """The events that say something: not one that lasts as long as all bars."""
        if self.bars.unit == "hour":
            return []
        first, last = self.bars.bars[0].first_day, self.bars.bars[-1].last_day
        return [x for x in self._occasions if x.first_day > first or x.last_day < last]

    def draw_ground(
        self, painter: QPainter, occasion: Occasion, taken: list[tuple[float, float]]
    ) -> None:
        """A soft ground behind the days of an event, with a line and its name on top.

        A name that would stand upon another one (`taken`) is told by the bubble alone.
        """
        theme, px = self.theme, self.theme.px
        left, right = self._across(occasion)
        if right <= left:
            return
        right = max(right, left + px(3))  # a feast in a bar of a month
        ground = QRectF(left, 0, right - left, self.area().height())
        painter.fillRect(ground, theme.color("warn_soft"))
        painter.fillRect(QRectF(left, 0, right - left, 2), theme.color("warn_edge"))
        font = theme.letters(12, 600)
        painter.setFont(font)
        painter.setPen(theme.color("on_warn_soft"))
        wide = text_width(font, occasion.name) + px(8)
        # A short feast has its name beside it where there is room, so that it is not cut.
        places = [left + px(4)] if wide <= right - left else [right + px(4), left - wide]
        free = (
            place
            for place in places
            if place >= 0
            and place + wide <= self.area().width() + px(4)
            and all(place >= end or place + wide <= begin for begin, end in taken)
        )
        start = next(free, None)
        if start is None:
            return
        taken.append((start, start + wide))
        text_at(painter, QPointF(start, px(12)), occasion.name, Qt.AlignmentFlag.AlignLeft)

    def _across(self, occasion: Occasion) -> tuple[float, float]:
        """From where to where its days reach."""
        inside = [
            (number, bar) for number, bar in enumerate(self.bars.bars) if bar.occasions((occasion,))
        ]
        if not inside:
            return 0, 0
        (first, opening), (last, closing) = inside[0], inside[-1]
        whole = (opening.last_day - opening.first_day).days + 1
        since = max(0, (occasion.first_day - opening.first_day).days) / whole
        whole = (closing.last_day - closing.first_day).days + 1
        until = min(whole, (occasion.last_day - closing.first_day).days + 1) / whole
        return self.place(first - 0.5 + since, 0).x(), self.place(last - 0.5 + until, 0).x()

    def _draw_before(self, painter: QPainter) -> None:
        pen = QPen(self.theme.color("compare"), 2)
        pen.setDashPattern([2.5, 2])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        before = ((n, bar.revenue_before) for n, bar in enumerate(self.bars.bars))
        painter.drawPolyline([self.place(n, sold) for n, sold in before if sold is not None])

    def _draw_highest(self, painter: QPainter) -> None:
        best = self.bars.highest
        if best is None or len(self.bars.bars) < 2:
            return
        theme, fmt = self.theme, self._format
        font = theme.letters(12, 700)
        text = self.tr("{money} \u00b7 highest").format(
            money=fmt.short_money(self.bars.bars[best].revenue)
        )
        half = QFontMetrics(font).horizontalAdvance(text) / 2 + 2
        box, area = self._bar_box(best), self.area()
        x = max(half, min(box.center().x(), area.width() - half))
        y = max(theme.px(8), box.top() - theme.px(10))
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        text_at(painter, QPointF(x, y), text, Qt.AlignmentFlag.AlignHCenter)

    def _bar_box(self, number: int) -> QRectF:
        """The bar in whole pixels, so that its edges are sharp."""
        bar = self.bars.bars[number]
        left = round(self.place(number - BAR / 2, 0).x())
        right = max(left + 1, round(self.place(number + BAR / 2, 0).x()))
        top, bottom = round(self.place(0, bar.revenue).y()), round(self.area().height())
        return QRectF(left, min(top, bottom), right - left, max(0, bottom - top))

    def _column(self, number: int) -> QRectF:
        """The whole step of a bar, from top to bottom."""
        left, right = self.place(number - 0.5, 0).x(), self.place(number + 0.5, 0).x()
        return QRectF(left, 0, right - left, self.area().height())
