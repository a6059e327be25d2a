"""The small pictures on the three large tiles: hours, open orders, today against last week."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF

from gui.look.theme import Theme
from gui.words.formatting import Formatting
from models.fulfilment.cards import Lateness
from models.stages import Stage
from models.statistics.today import Today

_FEWEST_HOURS = 8
_BLOCKS = 7  # in a row


def paint_hours(
    painter: QPainter, box: QRectF, theme: Theme, facts: Today, words: Formatting
) -> None:
    """Orders per hour as bars, from the first busy hour up to now, the present one in accent."""
    first = min(_first_hour(facts.orders_by_hour), max(0, facts.hour - _FEWEST_HOURS + 1))
    hours = list(range(first, max(facts.hour, first + _FEWEST_HOURS - 1) + 1))[-12:]
    label = theme.px(22)
    plot = box.adjusted(0, 0, 0, -label)
    most = max(max(facts.orders_by_hour), 1)
    step = box.width() / len(hours)
    font = theme.font("small")
    painter.setFont(font)
    for at, hour in enumerate(hours):
        high = plot.height() * facts.orders_by_hour[hour] / most
        bar = QRectF(plot.left() + step * (at + 0.13), plot.bottom() - high, step * 0.74, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if hour == facts.hour else "bar"))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setPen(theme.color("text_muted"))
        under = QRectF(plot.left() + step * at, plot.bottom() + 2, step, label)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, f"{hour % 24:02d}")
    painter.setPen(QPen(theme.color("border_strong"), 1))
    painter.drawLine(plot.bottomLeft(), plot.bottomRight())


def paint_blocks(painter: QPainter, box: QRectF, theme: Theme, open_: list[str], more: str) -> None:
    """One block per open order in the colour of its state; `more` counts what does not fit."""
    gap = theme.px(8)
    width = (box.width() - (_BLOCKS - 1) * gap) / _BLOCKS
    height = min(max(theme.px(28), (box.height() - 2 * gap) / 3), width)
    rows = max(1, int((box.height() + gap) // (height + gap)))
    fits = rows * _BLOCKS
    shown = open_ if len(open_) <= fits else open_[: fits - 1]
    painter.setPen(Qt.PenStyle.NoPen)
    spot = QRectF()
    for at in range(min(fits, max(len(shown), 0))):
        spot = _block(box, at, width, height, gap)
        painter.setBrush(theme.color(shown[at]))
        painter.drawRoundedRect(spot, 5, 5)
    if len(open_) > fits:
        spot = _block(box, fits - 1, width, height, gap)
        painter.setPen(theme.color("text_muted"))
        painter.setFont(theme.font("body_strong"))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, more)


def block_tokens(facts: Today, now: int) -> list[str]:
    """The colour token of each open order, late ones first, ready ones last."""
    order = ("danger", "warn", "block_open", "ready")
    tokens = {
        Lateness.LATE: "danger",
        Lateness.WARN: "warn",
        Lateness.NORMAL: "block_open",
    }

    def token(turns: tuple[int, int], stage: Stage) -> str:
        if stage == Stage.READY:
            return "ready"
        late = facts.limits.lateness(stage, turns, now)
        return "block_open" if facts.at_counter else tokens[late]

    return sorted((token(*one) for one in facts.open), key=order.index)


def paint_course(
    painter: QPainter, box: QRectF, theme: Theme, facts: Today, today: str, before: str
) -> None:
    """What was taken so far, hour by hour, over the same weekday of last week."""
    now, then = facts.taken_by_hour[: facts.hour + 1], facts.taken_by_hour_last_week
    # Before anything was sold the line still begins somewhere, and the day has 24 hours.
    first = min(_first_hour(now), _first_hour(then), facts.hour, 22)
    last = max(facts.hour, first + 1)
    most = max(max(now, default=0), max(then[: last + 1], default=0), 1)
    font = theme.font("chip")
    right = QFontMetrics(font).horizontalAdvance(before) + theme.px(14)
    plot = box.adjusted(0, theme.px(6), -right, -theme.px(12))

    def point(hour: int, sums: tuple[int, ...]) -> QPointF:
        x = plot.left() + plot.width() * (hour - first) / max(1, last - first)
        return QPointF(x, plot.bottom() - plot.height() * sums[hour] / most)

    painter.setPen(QPen(theme.color("border_strong"), 1))
    painter.drawLine(plot.bottomLeft(), QPointF(box.right(), plot.bottom()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dashed = QPen(theme.color("text_muted"), 1.5, Qt.PenStyle.CustomDashLine)
    dashed.setDashPattern([3, 2.5])
    painter.setPen(dashed)
    painter.drawPolyline(QPolygonF([point(hour, then) for hour in range(first, last + 1)]))
    painter.setPen(QPen(theme.color("accent"), 2.5))
    painter.drawPolyline(QPolygonF([point(hour, now) for hour in range(first, facts.hour + 1)]))
    end, old = point(facts.hour, now), point(last, then)
    painter.setBrush(theme.color("accent"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(end, 5, 5)
    _name_lines(painter, theme, (end, today), (old, before))


def _name_lines(
    painter: QPainter, theme: Theme, now: tuple[QPointF, str], then: tuple[QPointF, str]
) -> None:
    apart = theme.px(18)
    upper, lower = now[0].y(), then[0].y()
    if abs(upper - lower) < apart:  # side by side, the newer one where it lies
        lower = upper + (apart if then[0].y() >= now[0].y() else -apart)
    for (spot, text), y, token, role in (
        (now, upper, "accent", "chip"),
        (then, lower, "text_muted", "small"),
    ):
        painter.setFont(theme.font(role))
        painter.setPen(theme.color(token))
        width = painter.fontMetrics().horizontalAdvance(text)
        plate = QRectF(spot.x() + theme.px(12), y - apart / 2, width, apart)
        painter.fillRect(plate.adjusted(-3, 0, 3, 0), theme.color("surface"))  # no line through it
        painter.drawText(plate, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _block(box: QRectF, at: int, width: float, height: float, gap: float) -> QRectF:
    row, column = divmod(at, _BLOCKS)
    return QRectF(
        box.left() + column * (width + gap), box.top() + row * (height + gap), width, height
    )


def _first_hour(by_hour: tuple[int, ...]) -> int:
    return next((hour for hour, value in enumerate(by_hour) if value), 23)
