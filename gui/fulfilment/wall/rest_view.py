"""The last cell of a full wall: how many orders are not in sight, which, and what else waits."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from gui.fulfilment.cards.card_painting import RADIUS, RING
from gui.look.theme import Theme, elided
from gui.runtime.error_handler import guarded
from gui.words.formatting import Formatting

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Rest:
    """`before` and `after` are the numbers of the orders out of sight, `news` those among them
    that just came in; `oldest` is the longest wait among them in ms; `all_waiting` when nobody
    works on any; `open_lines` counts all orders' lines, `restock_tasks` what goes back to the
    shelf."""

    before: Sequence[int]
    after: Sequence[int]
    news: frozenset[int]
    oldest: int
    all_waiting: bool
    open_lines: int
    restock_tasks: int


class RestView(QWidget):
    """Pressed at its foot it opens the put-back list, elsewhere it turns the page."""

    page_turned = Signal()
    chores_asked = Signal()

    def __init__(self, theme: Theme, form: Formatting, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._form = form
        self.rest: Rest | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_rest(self, rest: Rest) -> None:
        if rest != self.rest:
            self.rest = rest
            self.setAccessibleName(", ".join(part for part in self._sentences(rest) if part))
            self.update()

    def _sentences(self, rest: Rest) -> list[str]:
        count = len(rest.before) + len(rest.after)
        form = self._form
        restock_tasks = ""
        if rest.restock_tasks:
            restock_tasks = (
                self.tr("To go back to the shelf") + f": {form.number(rest.restock_tasks)}"
            )
        numbers = " ".join(form.order_number(n) for n in (*rest.before, *rest.after)[:40])
        title = f"+{form.number(count)} {self._title(count)}" if count else ""
        return [title, self._hint(rest), numbers, self._lines_text(rest), restock_tasks]

    def _title(self, count: int) -> str:
        return self.tr("more order(s)", "", count)

    def _hint(self, rest: Rest) -> str:
        if rest.before:
            return self.tr("{before} before · {after} after").format(
                before=self._form.number(len(rest.before)), after=self._form.number(len(rest.after))
            )
        if not rest.after:
            return ""
        words = [self.tr("oldest {time}").format(time=self._form.stopwatch(rest.oldest))]
        if rest.all_waiting:
            words.append(self.tr("all waiting"))
        return " · ".join(words)

    def _lines_text(self, rest: Rest) -> str:
        return self.tr("Open lines of all orders") + f": {self._form.number(rest.open_lines)}"

    def _box(self) -> QRect:
        ring = self._theme.px(RING)
        return self.rect().adjusted(ring, ring, -ring, -ring)

    def _foot_top(self) -> int:
        return self._box().bottom() - self._theme.px(88)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.rest is None:
            return
        theme, px, box = self._theme, self._theme.px, self._box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("border_strong"), px(2))
        pen.setDashPattern([3, 3])
        painter.setPen(pen)
        inner = box.adjusted(px(16), 0, -px(16), 0)
        is_full = bool(self.rest.before or self.rest.after)
        if not is_full:
            box.setTop(self._foot_top())
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), px(RADIUS), px(RADIUS))
        if is_full:
            painter.fillRect(
                inner.left(), self._foot_top(), inner.width(), 1, theme.color("border")
            )
            self._paint_count(painter, inner)
            top = box.top() + px(104)
            self._paint_numbers(
                painter, QRect(inner.left(), top, inner.width(), self._foot_top() - top - px(6))
            )
        self._paint_sums(painter, inner)
        painter.end()

    def _paint_count(self, painter: QPainter, inner: QRect) -> None:
        assert self.rest is not None
        theme, px = self._theme, self._theme.px
        count = len(self.rest.before) + len(self.rest.after)
        text = f"+{self._form.number(count)}"
        font = theme.font("queue_number")
        while QFontMetrics(font).horizontalAdvance(text) > inner.width() * 0.55:
            font.setPixelSize(int(font.pixelSize() * 0.92))
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        painter.drawText(inner.left(), inner.top() + (px(110) + metrics.capHeight()) // 2, text)
        left = inner.left() + metrics.horizontalAdvance(text) + px(16)
        width = inner.right() - left
        painter.setFont(theme.letters(20, 600))
        painter.drawText(
            QRect(left, inner.top() + px(30), width, px(28)), _MIDDLE, self._title(count)
        )
        font = theme.letters(16, 400)
        painter.setFont(font)
        painter.setPen(theme.color("text_muted"))
        hint = elided(font, self._hint(self.rest), width)
        painter.drawText(QRect(left, inner.top() + px(58), width, px(24)), _MIDDLE, hint)

    def _paint_numbers(self, painter: QPainter, box: QRect) -> None:
        """As many as there is room for; the last place says how many more."""
        assert self.rest is not None
        theme, px = self._theme, self._theme.px
        numbers = [*self.rest.before, *self.rest.after]
        font = theme.letters(22, 700)
        painter.setFont(font)
        widest = max(len(self._form.order_number(number)) for number in numbers)
        step = max(px(86), QFontMetrics(font).horizontalAdvance("0" * widest) + px(16))
        columns = max(1, (box.width() + px(40)) // step)
        rows = max(1, box.height() // px(34))
        room = columns * rows
        shown = numbers if len(numbers) <= room else numbers[: room - 1]
        texts = [(self._form.order_number(number), number in self.rest.news) for number in shown]
        if len(shown) < len(numbers):
            texts.append((f"+{self._form.number(len(numbers) - len(shown))}", False))
        used = -(-len(texts) // columns)
        top = box.top() + (box.height() - used * px(34)) // 2
        for i, (text, is_new) in enumerate(texts):
            row, column = divmod(i, columns)
            painter.setPen(theme.color("accent" if is_new else "text_muted"))
            spot = QRect(box.left() + column * step, top + row * px(34), step, px(34))
            painter.drawText(spot, _MIDDLE, text)

    def _paint_sums(self, painter: QPainter, inner: QRect) -> None:
        assert self.rest is not None
        theme, px, top = self._theme, self._theme.px, self._foot_top()
        rows = [
            (self.tr("Open lines of all orders"), self.rest.open_lines, "text"),
            (self.tr("To go back to the shelf"), self.rest.restock_tasks, "on_warn_soft"),
        ]
        for i, (text, number, token) in enumerate(rows):
            line = QRect(inner.left(), top + px(10 + 34 * i), inner.width(), px(32))
            painter.setFont(theme.letters(16, 400))
            painter.setPen(theme.color("text_muted"))
            painter.drawText(line, _MIDDLE, text)
            painter.setFont(theme.letters(18, 700))
            painter.setPen(theme.color(token if number else "text_muted"))
            painter.drawText(line, _RIGHT, self._form.number(number))

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().y() > self._foot_top():
            self.chores_asked.emit()
        else:
            self.page_turned.emit()
