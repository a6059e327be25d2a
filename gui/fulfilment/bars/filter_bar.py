"""Stands across the window while not all orders are seen, and counts what nobody should miss."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.fulfilment.filters import ALL, Filter, Outside, text_of
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.buttons.button import Button
from gui.widgets.text.chip import Badge, Chip
from gui.widgets.text.labels import Label
from gui.words.formatting import Formatting

HEIGHT = 56
GROWN = 1.2  # chips are drawn for a counter


class FilterBar(QWidget):
    """In the colour of a warning, as wide as the wall; hidden when all orders are shown."""

    all_pressed = Signal()

    def __init__(self, theme: Theme, form: Formatting) -> None:
        super().__init__()
        self._theme, self._form = theme, form
        px = theme.px
        self.setFixedHeight(px(HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), 0, px(8), 0)
        row.setSpacing(px(12))
        self._what = Label(theme, "", "title", "on_warn", "filter")
        self._count = Label(theme, "", "card_title", "on_warn")
        grown = Theme(theme.name, theme.text_scale * GROWN)
        self._late, self._rush = Chip(grown), Chip(grown)
        self._all = Button(
            theme, self.tr("All orders"), "filter-off-outline", "toolbar", self.tr("Esc")
        )
        self._all.clicked.connect(self.all_pressed)
        for widget in (self._what, self._count, self._late, self._rush):
            widget.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._all)
        self.hide()

    def show_filter(self, filter: Filter, shown: int, outside: Outside) -> None:
        """`shown` orders are seen; a filter that hides nothing is told as well."""
        self.setVisible(filter != ALL)
        if filter == ALL:
            return
        number = self._form.number
        self._what.set_text(self.tr("Only: {filter}").format(filter=text_of(filter)))
        self._count.set_text(
            self.tr("{shown} shown, {hidden} not").format(
                shown=number(shown), hidden=number(outside.orders)
            )
        )
        late = self.tr("{count} late not shown").format(count=number(outside.late))
        rush = self.tr("{count} rush not shown").format(count=number(outside.rush))
        self._late.show_badge(Badge(late, "late", "alarm-light"))
        self._late.setVisible(outside.late > 0)
        self._rush.show_badge(Badge(rush, "neutral", "lightning-bolt"))
        self._rush.setVisible(outside.rush > 0)
        words = [self._what.text(), self._count.text()]
        words += [late] * (outside.late > 0) + [rush] * (outside.rush > 0)
        self.setAccessibleName(", ".join(words))

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("warn"))
        painter.end()
