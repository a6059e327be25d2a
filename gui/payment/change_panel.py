"""The money to hand back, large, and in which notes; or what is still missing."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.containers.card import Card, Line
from gui.widgets.text.labels import Label
from gui.widgets.text.sums import BigSum
from gui.widgets.text.text_painting import write
from gui.words.formatting import Formatting
from models.orders import payments

ROW, LOW_ROW = 32, 24  # px at 100 %


class ChangePanel(Card):
    """Green when all is paid; nothing to give back is said as well. What is due is never green."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme, "ready_soft", "ready_soft", 10)
        self._format = format
        self._sum = BigSum(theme, "change", "on_ready_soft")
        self.notes = Notes(theme, format)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        self._title = Label(theme, "", "title", "on_ready_soft", "cash-refund")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        head.addWidget(self._title)
        head.addWidget(self._sum, 1)
        self._line = Line(theme, "border")
        self._column = column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.notes)
        self.set_low(False)

    def set_low(self, is_low: bool) -> None:
        """As low as its sum can be read."""
        px = self._theme.px
        above, below = (px(4), px(6)) if is_low else (px(8), px(12))
        self._sum.set_role("figure_wide" if is_low else "change")
        self._line.setVisible(not is_low)
        self.notes.set_low(is_low)
        self._column.setContentsMargins(px(18), above, px(18), below)
        self._column.setSpacing(above)

    def show_change(self, change: int, missing: int = 0) -> None:
        """`change` rupiah go back, or so many are `missing`."""
        kind = "warn" if missing else "ready"
        title = self.tr("Still to pay") if missing else self.tr("Change")
        self.set_look(f"{kind}_soft", f"{kind}_soft")
        self._title.set_text(title)
        self._title.set_icon("cash-clock" if missing else "cash-refund")
        for part in (self._title, self._sum):
            part.set_token(f"on_{kind}_soft")
        self._sum.show_sum(self._format.money(missing or change))
        self.notes.setVisible(not missing)
        self.notes.show_change(change)
        self.setAccessibleName(f"{title} {self._sum.text()}")


class Notes(QWidget):
    """`2 × 20.000  1 × 5.000  + Rp25`: what to take out of the drawer; no coin makes the last."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__()
        self._theme, self._format = theme, format
        self._notes: list[tuple[int, int]] = []
        self._rest = 0
        self._row = ROW
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_change(self, change: int) -> None:
        self._notes = payments.notes_of(change)
        self._rest = change - sum(count * note for count, note in self._notes)
        self.setAccessibleName(", ".join(self._words()))
        self._fit()
        self.update()

    def set_low(self, is_low: bool) -> None:
        self._row = LOW_ROW if is_low else ROW
        self._fit()

    @guarded(QSize(200, ROW))
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(self._row))

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font("body_strong")
        line = QRect(0, 0, self.width(), theme.px(self._row))
        write(painter, line, self._title(), font, theme.color("on_ready_soft"))
        for words, plate in self._plates():
            painter.setPen(QPen(theme.color("border"), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(QRectF(plate).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            painter.setFont(font)
            painter.setPen(theme.color("text"))
            painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

    def _title(self) -> str:
        return self.tr("Give") if self._words() else self.tr("Nothing to give back")

    def _words(self) -> list[str]:
        words = [f"{count} \u00d7 {self._format.number(note)}" for count, note in self._notes]
        return [*words, f"+ {self._format.money(self._rest)}"] if self._rest else words

    def _plates(self) -> list[tuple[str, QRect]]:
        """Each note's plate, in as many lines as they need."""
        px, font = self._theme.px, self._theme.font("body_strong")
        left = text_width(font, self._title()) + px(16)
        x, y, plates = left, 0, []
        for words in self._words():
            width = text_width(font, words) + px(20)
            if x + width > self.width() and x > left:
                x, y = left, y + px(self._row + 4)
            plates.append((words, QRect(x, y, width, px(self._row))))
            x += width + px(8)
        return plates

    def _fit(self) -> None:
        plates = self._plates()
        self.setFixedHeight(plates[-1][1].bottom() + 1 if plates else self._theme.px(self._row))
