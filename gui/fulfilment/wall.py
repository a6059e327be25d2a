"""The wall: equal cards in a grid, one of them in focus, and the cell that counts the rest.

The focus belongs to an order and not to a place: when cards come, go or change places, the same
order stays in focus, and the page on which it hangs is the one that is shown.
"""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.desk import Desk
from gui.exception_desk import guarded
from gui.fulfilment import card_face
from gui.fulfilment.card_painting import RING
from gui.fulfilment.card_view import CardView
from gui.fulfilment.rest_view import Rest, RestView
from gui.fulfilment.wall_layout import Grid, grid, next_zoom
from gui.theme import Theme
from models.fulfilment_queue import Card, CardLine, Limits

MARGIN = 16
NOTICE = 72  # px that a notice over the wall may take without cards changing places
ZOOM = "fulfilment/zoom"
USUAL_DOTS_PER_MM = 96 / 25.4


class Wall(QWidget):
    """Shows cards in the order it is given them."""

    #: Another card or line is the current one.
    moved = Signal()
    #: A line of the card in focus was pressed.
    line_pressed = Signal()
    #: The band of a card was pressed; the card is in focus now.
    band_pressed = Signal()
    #: The person wants to see what goes back to the shelf.
    chores_asked = Signal()

    def __init__(self, desk: Desk, keys: tuple[str, str]) -> None:
        super().__init__()
        self._desk = desk
        self._keys = keys
        self._cards: list[Card] = []
        self._limits = Limits(0, 0)
        self._now = 0
        self._chores = self._open_lines = 0
        self._fresh: frozenset[int] = frozenset()
        self._focus_id: int | None = None
        self._focus_index = 0
        self._lines: dict[int, int] = {}
        self._views: list[CardView] = []
        self._rest: RestView | None = None
        self._grid = Grid(1, 1, 1, 1, 16, 1.0)
        self._chosen_for, self._rows = QSize(), 0
        self._zoom = desk.station.number(ZOOM, 1.0)
        self.theme = desk.theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- what hangs there ------------------------------------------------------------------

    def show_cards(
        self,
        cards: Sequence[Card],
        limits: Limits,
        now: int,
        *,
        chores: int = 0,
        open_lines: int = 0,
        fresh: frozenset[int] = frozenset(),
    ) -> None:
        """These cards in this order; `fresh` are the ids of those that just came in."""
        self._cards, self._limits, self._now = list(cards), limits, now
        self._chores, self._open_lines, self._fresh = chores, open_lines, fresh
        ids = [card.id for card in self._cards]
        self._lines = {id_: line for id_, line in self._lines.items() if id_ in set(ids)}
        if self._focus_id in ids:
            self._focus_index = ids.index(self._focus_id)
        else:
            # Its neighbour comes next; from a later page one goes back to the oldest.
            here = self._focus_index if self._focus_index < self._per_page else 0
            self._focus_index = max(0, min(here, len(ids) - 1))
            self._focus_id = ids[self._focus_index] if ids else None
        self._hang()

    def tick(self, now: int) -> None:
        """A second passed."""
        self._now = now
        for view in self._views:
            if view.isVisible():
                view.tick(now)

    @property
    def card(self) -> Card | None:
        """The card in focus."""
        return self._cards[self._focus_index] if self._cards else None

    @property
    def line(self) -> CardLine | None:
        """The line that Space picks: the one moved to, else the first that is open."""
        card = self.card
        if card is None:
            return None
        lines = card_face.shown_lines(card)
        chosen = self._lines.get(card.id)
        found = next((line for line in lines if line.line == chosen), None)
        first = next((line for line in lines if not line.done), lines[0] if lines else None)
        return found or first

    @property
    def view(self) -> CardView | None:
        """The widget of the card in focus."""
        return next((v for v in self.views if v.card and v.card.id == self._focus_id), None)

    @property
    def views(self) -> list[CardView]:
        """The cards in sight, in their order."""
        return [view for view in self._views if not view.isHidden()]

    # --- moving about ----------------------------------------------------------------------

    def focus_order(self, order_id: int) -> bool:
        """Brings the order's card into focus and sight; False when it does not hang here."""
        for index, card in enumerate(self._cards):
            if card.id == order_id:
                self._focus(index)
                return True
        return False

    def advance(self) -> None:
        """On to the next open line of the card: the current one is being picked."""
        card, here = self.card, self.line
        if card is None or here is None:
            return
        lines = card_face.shown_lines(card)
        at = lines.index(here)
        following = (line for line in lines[at + 1 :] + lines[:at] if not line.done)
        self._lines[card.id] = next(following, here).line
        self._mark()

    def go_to_line(self, line: int) -> None:
        if self.card is not None:
            self._lines[self.card.id] = line
            self._mark()

    def column_before(self, width: int) -> int:
        """Where the last columns begin that are together at least `width` wide."""
        step, left = self._grid.width + self._grid.gap, self.width()
        for column in range(self._grid.columns - 1, -1, -1):
            left = MARGIN + column * step - self._grid.gap // 2
            if self.width() - left >= width:
                return left
        return max(0, min(left, self.width() - width))

    def zoom_by(self, step: int) -> None:
        """Larger (1) or smaller (-1) cards, remembered by this station."""
        self._zoom = next_zoom(self._zoom, step)
        self._desk.station.remember(ZOOM, self._zoom)
        self._lay_out()

    def turn_page(self, step: int = 1) -> None:
        """The next page of cards, round to the first."""
        if self._cards:
            pages = -(-len(self._cards) // self._per_page)
            page = (self._focus_index // self._per_page + step) % pages
            self._focus(page * self._per_page)

    def _next_page(self) -> None:
        self.turn_page()

    def _focus(self, index: int) -> None:
        if self._cards:
            self._focus_index = max(0, min(index, len(self._cards) - 1))
            self._focus_id = self._cards[self._focus_index].id
            self._hang()

    def _step_line(self, step: int) -> None:
        """Up and down: through the lines, and past the last one to the card below."""
        card, here = self.card, self.line
        if card is None:
            return
        lines = card_face.shown_lines(card)
        at = lines.index(here) + step if here is not None else -1
        if 0 <= at < len(lines):
            self._lines[card.id] = lines[at].line
            self._mark()
        elif 0 <= (index := self._focus_index + step * self._grid.columns) < len(self._cards):
            self._focus(index)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            event.ignore()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            place = key - Qt.Key.Key_1
            if place < len(self.views):
                self._focus(self._first + place)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._focus(self._focus_index + (1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step_line(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turn_page(1 if key == Qt.Key.Key_PageDown else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._focus(0 if key == Qt.Key.Key_Home else len(self._cards) - 1)
        else:
            event.ignore()

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not turned:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if turned > 0 else -1)
        elif len(self._cards) > self._per_page:
            self.turn_page(-1 if turned > 0 else 1)

    # --- hanging the cards -----------------------------------------------------------------

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    @property
    def _has_rest(self) -> bool:
        cells, cards = self._grid.cells, len(self._cards)
        return cells > 1 and (cards > cells or (self._chores > 0 and 0 < cards < cells))

    @property
    def _per_page(self) -> int:
        return self._grid.cells - 1 if self._has_rest else self._grid.cells

    @property
    def _first(self) -> int:
        return self._focus_index // self._per_page * self._per_page

    def _lay_out(self) -> None:
        """Measures the screen, and makes new cards when they must be of another size."""
        text = self._desk.theme.text_scale
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        if width < 50 or height < 50:
            return
        made = grid(width, height, self._dots_per_mm(), self._zoom * text)
        was = self._chosen_for
        if was.width() == width and 0 < was.height() - height <= NOTICE and made.rows < self._rows:
            # A notice came up over the wall: the same cards, a little lower, for as long as it is.
            made = grid(width, height, self._dots_per_mm(), self._zoom * text, self._rows)
        else:
            self._chosen_for, self._rows = QSize(width, height), made.rows
        if made == self._grid and self._views:
            return
        self._grid = made
        self.theme = Theme(self._desk.theme.name, made.scale)
        for old in (*self._views, self._rest):
            if old is not None:
                old.hide()
                old.deleteLater()
        form = self._desk.format
        self._views = [CardView(self.theme, form, *self._keys, self) for _ in range(made.cells)]
        self._rest = RestView(self.theme, form, self)
        self._rest.page_turned.connect(self._next_page)
        self._rest.chores_asked.connect(self.chores_asked)
        for cell, view in enumerate(self._views):
            self._put(view, cell)
            view.pressed.connect(self._pressed)
            view.band_pressed.connect(self._band_pressed)
        self._put(self._rest, made.cells - 1)
        self._hang()

    def _put(self, widget: QWidget, cell: int) -> None:
        x, y = self._grid.place(cell)
        ring = self.theme.px(RING)
        widget.setGeometry(
            MARGIN + x - ring, MARGIN + y - ring,
            self._grid.width + 2 * ring, self._grid.height + 2 * ring,
        )  # fmt: skip
        widget.hide()

    def _dots_per_mm(self) -> float:
        found = self.screen().physicalDotsPerInch() / 25.4
        return found if 1.5 < found < 12 else USUAL_DOTS_PER_MM

    def _hang(self) -> None:
        page = self._cards[self._first : self._first + self._per_page]
        for place, view in enumerate(self._views):
            if place < len(page):
                card, key = page[place], str(place + 1) if place < 9 else ""
                view.show_card(card, self._limits, self._now, key, card.id in self._fresh)
            view.setVisible(place < len(page))
        if self._rest is not None:
            self._rest.setVisible(self._has_rest)
            if self._has_rest:
                self._rest.show_rest(self._count_rest(page))
        self._mark()

    def _count_rest(self, page: list[Card]) -> Rest:
        before, after = self._cards[: self._first], self._cards[self._first + len(page) :]
        hidden = before + after
        return Rest(
            tuple(card.number for card in before),
            tuple(card.number for card in after),
            frozenset(card.number for card in hidden if card.id in self._fresh),
            max((card_face.waited(card, self._now) for card in hidden), default=0) // 1000 * 1000,
            all(card.claimed_by is None for card in hidden),
            self._open_lines,
            self._chores,
        )

    def _mark(self) -> None:
        """Draws the ring and the current line where they are now."""
        line = self.line
        for view in self.views:
            focused = view.card is not None and view.card.id == self._focus_id
            view.set_current(line.line if line else None, focused)
        current = self.view
        self.setAccessibleName(current.accessibleName() if current else self.tr("No cards"))
        self.moved.emit()

    def _pressed(self, order_id: int, line: int) -> None:
        was_in_focus = order_id == self._focus_id
        self.focus_order(order_id)
        self.setFocus()
        if line:
            self.go_to_line(line)
            if was_in_focus:
                self.line_pressed.emit()

    def _band_pressed(self, order_id: int) -> None:
        self.focus_order(order_id)
        self.setFocus()
        self.band_pressed.emit()
