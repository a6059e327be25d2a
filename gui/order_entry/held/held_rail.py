"""The carts set aside: who waits for what, since when; a touch takes one up again."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.look.theme import Names, Theme
from gui.order_entry.plurals import Plurals
from gui.runtime.error_handler import guarded
from gui.shell.action_button import ActionButton
from gui.widgets.buttons.pressable import Pressable
from gui.widgets.text.key_chip import KeyChip
from gui.widgets.text.labels import Label
from gui.widgets.text.plain_text import set_tip
from gui.widgets.text.text_painting import RIGHT, write
from gui.words.formatting import Formatting
from gui.words.station_names import station_name
from models.orders.held_carts import HeldCartRow

translate = QCoreApplication.translate


class HeldRail(QWidget):
    """As many cards as fit; the rest are counted, and F5 lists them all."""

    #: A card was pressed; carries its `HeldCartRow`.
    chosen = Signal(object)

    def __init__(self, theme: Theme, format: Formatting, hold: ActionButton, key: str) -> None:
        super().__init__()
        self._theme, self._format = theme, format
        self._held: list[HeldCartRow] = []
        self._there = 0
        self._title = Label(theme, self.tr("Held"), "row_total", "text")
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        head.addWidget(self._title, 1)
        head.addWidget(KeyChip(theme, key))
        self.cards: list[HeldCard] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.px(8))
        self._rest = Label(theme, "", "second", "text_muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(head)
        column.addLayout(self._cards)
        column.addWidget(self._rest)
        column.addWidget(hold)
        column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.show_held([])

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(110))

    def show_held(self, held: Sequence[HeldCartRow], there: int = 0) -> None:
        """How many more wait `there`, at a server that is away, is said below."""
        self._held, self._there = list(held), there
        count = self._format.number(len(held)) if held else ""
        self._title.set_text(f"{self.tr('Held')} {count}".strip(), bold=self.tr("Held"))
        self._lay_out()

    @guarded()
    def resizeEvent(self, event: object) -> None:
        self._lay_out()

    def _lay_out(self) -> None:
        step = self._theme.px(HeldCard.HEIGHT + 8)
        room = max(0, self.height() - self._theme.px(28 + 8 + 40 + 8 + 24)) // step
        self._count_the_rest(room)
        if self.cards and [card.held for card in self.cards] == self._held[:room]:
            return
        for card in self.cards:
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for held in self._held[:room]:
            card = HeldCard(self._theme, self._format, held)
            card.clicked.connect(self._chosen)
            self._cards.addWidget(card)
            self.cards.append(card)

    def _count_the_rest(self, room: int) -> None:
        rest, words = len(self._held) - room, Plurals()
        said = [words.more_held(rest)] if rest > 0 else []
        said += [words.held_there(self._there)] if self._there else []
        self._rest.setVisible(bool(said))
        self._rest.set_text(" · ".join(said))
        set_tip(self._rest, self._rest.text())

    def _chosen(self) -> None:
        card = self.sender()
        assert isinstance(card, HeldCard)
        self.chosen.emit(card.held)


class HeldCard(Pressable):
    """Since when, at which station, how much, and what: the reference, else what is in it."""

    HEIGHT = 80

    def __init__(self, theme: Theme, format: Formatting, held: HeldCartRow) -> None:
        super().__init__()
        self._theme, self._format, self.held = theme, format, held
        self.setFixedHeight(theme.px(self.HEIGHT))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(", ".join(self._words()))
        set_tip(self, self._words()[4])

    def _words(self) -> tuple[str, str, str, str, str]:
        held, format = self.held, self._format
        lines = Plurals().lines(held.lines)
        return (
            since(held, format), station_name(held.station), lines, format.money(held.total),
            what_of(held, format),
        )  # fmt: skip

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.hasFocus() or self.underMouse() else "border"
        painter.setPen(QPen(theme.color(edge), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 10, 10)
        time, station, lines, total, what = self._words()
        box = QRect(px(14), 0, self.width() - px(27), px(20))
        text, faint, muted = (theme.color(t) for t in ("text", "text_faint", "text_muted"))
        box.moveTop(px(9))
        width = write(painter, box, time, theme.font("row_total"), text)
        spare = box.adjusted(width + px(8), 0, 0, 0)
        write(painter, spare, station, theme.font("small"), faint, RIGHT)
        box.moveTop(px(33))
        width = write(painter, box, total, theme.font("row_total"), text, RIGHT)
        write(painter, box.adjusted(0, 0, -width - px(6), 0), lines, theme.font("body"), muted)
        box.moveTop(px(54))
        write(painter, box, what, theme.font("small"), faint)
        painter.end()


def what_of(held: HeldCartRow, format: Formatting) -> str:
    """Its mark, else what is in it."""
    return held.reference or Names(held.names, held.lines, format.number)


def since(held: HeldCartRow, format: Formatting) -> str:
    """When it was set aside; with the day, when that was not today."""
    return format.time_on_day(held.at)
