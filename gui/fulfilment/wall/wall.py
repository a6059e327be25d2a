"""The wall: equal cards in a grid, one of them in focus, and the cell that counts the rest."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.fulfilment.cards import card_face
from gui.fulfilment.cards.card_face import Shown
from gui.fulfilment.cards.card_painting import RING
from gui.fulfilment.cards.card_view import CardView, height_of
from gui.fulfilment.cards.claims import can_pick
from gui.fulfilment.wall.hand import Hand
from gui.fulfilment.wall.rest_view import Rest, RestView
from gui.fulfilment.wall.wall_focus import WallFocus
from gui.fulfilment.wall.wall_layout import Grid, grid, next_zoom
from gui.input.held_keys import DeafMoment
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.shell.app_context import AppContext
from models.fulfilment.cards import Card, CardLine, Limits

MARGIN = 16
NOTICE = 72  # px, or a tenth, that a notice over the wall may take and cards keep their places
ZOOM = "fulfilment/zoom"
USUAL_DOTS_PER_MM = 96 / 25.4

#: Modifiers of a key that types something or moves about.
_TYPING = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Wall(QWidget):
    """Shows cards in the order it is given them."""

    #: Another card or line is the current one.
    moved = Signal()
    #: A line of the card in focus was pressed.
    line_pressed = Signal()
    #: The band of a card was pressed; the card is in focus now.
    band_pressed = Signal()
    #: The key of a card that is not there; carries its digit.
    missed = Signal(str)
    #: The person wants to see what goes back to the shelf.
    chores_asked = Signal()

    def __init__(self, context: AppContext, keys: tuple[str, str]) -> None:
        super().__init__()
        self._context = context
        self._keys = keys
        self._focus = WallFocus()
        self._shown = Shown(Limits(0, 0), 0)
        self._now = 0
        self._views: list[CardView] = []
        self.rest: RestView | None = None
        self.grid, self._high = Grid(1, 1, 1, 1, 16, 1.0), 1
        self._chosen_for, self._rows = QSize(), 0
        self._zoom = context.station.number(ZOOM, 1.0)
        self.hand = Hand(self)
        self._before: list[int] = []
        self._renumbered = DeafMoment(self)
        self.theme = context.theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    # --- what hangs there ------------------------------------------------------------------

    def show_cards(
        self,
        cards: Sequence[Card],
        shown: Shown,
        *,
        by_hand: bool = False,
        own: int | None = None,
    ) -> None:
        """These cards in this order; `by_hand` when the person asked for them, `own` as in
        `Hand.lose`."""
        self._shown, self._now = shown, shown.now
        self._focus.per_page = self._count_page(len(cards))
        before, numbered = self.card, [card.id for card in self._focus.page]
        self._focus.hang(cards, shown.category)
        if by_hand:
            self._choose()
            if before is not None and not self._focus.has(before):
                self._focus.go(0)  # others were chosen: they begin with the one to be done first
        elif before is not None and not self._focus.has(before):
            self.hand.lose(before.id, own)
        if not by_hand and self._has_changed_places(numbered):
            self._before = numbered
            self._renumbered.start()
        self._hang()

    def _has_changed_places(self, before: list[int]) -> bool:
        """Whether cards passed each other: one became late, or a rush."""
        now = [card.id for card in self._focus.cards]
        stay = [id_ for id_ in before if id_ in set(now)]
        return stay != [id_ for id_ in now if id_ in set(stay)]

    def tick(self, now: int) -> None:
        """A second passed."""
        self._now = now
        for view in self.views:
            view.tick(now)
        self._show_rest()

    @property
    def card(self) -> Card | None:
        """The card in focus."""
        return self._focus.card

    @property
    def category(self) -> str | None:
        """The category whose lines are looked for, if there is one."""
        return self._shown.category

    @property
    def line(self) -> CardLine | None:
        """The line that Space picks."""
        return self._focus.line

    @property
    def hidden(self) -> set[int]:
        """The lines that the counter changed on the card in focus and that never were in sight."""
        return self._focus.hidden

    @property
    def view(self) -> CardView | None:
        """The widget of the card in focus."""
        return next((view for view in self.views if self._focus.has(view.card)), None)

    @property
    def views(self) -> list[CardView]:
        """The cards in sight, in their order."""
        return [view for view in self._views if not view.isHidden()]

    # --- moving about ----------------------------------------------------------------------

    def focus_order(self, order_id: int) -> bool:
        """Brings the order's card into focus and sight; False when it does not hang here."""
        found = self._focus.go_to_order(order_id)
        self._choose()
        self._hang()
        return found

    def focus_card_at(self, place: QPoint) -> None:
        """The card at this place of the wall, if one hangs there."""
        for view in self.views:
            if view.card is not None and view.geometry().contains(place):
                self.focus_order(view.card.id)

    def _choose(self) -> None:
        """The person says which card is meant."""
        self.hand.choose()
        self._renumbered.stop()

    def is_on(self, order_id: int) -> bool:
        """Whether this order's card is the one in focus."""
        return self.card is not None and self.card.id == order_id

    def advance(self, order_id: int) -> None:
        """On to the next open line of this order, if it is in focus: its line is being picked."""
        if self.is_on(order_id):
            self._focus.advance()
            self._mark()

    def go_to_line(self, line: int) -> None:
        self._focus.go_to_line(line)
        self._mark()

    def turn_page(self, step: int = 1) -> None:
        """The next page of cards, round to the first."""
        self._focus.turn_page(step)
        self._hang()

    def _next_page(self) -> None:
        self.turn_page()

    def zoom_by(self, step: int) -> None:
        """Larger (1) or smaller (-1) cards, remembered by this station."""
        self._zoom = next_zoom(self._zoom, step, self._grid)
        self._context.station.remember(ZOOM, self._zoom)
        self._lay_out()

    def can_zoom(self, step: int) -> bool:
        """Whether the cards can become larger (1) or smaller (-1)."""
        return next_zoom(self._zoom, step, self._grid) != self._zoom

    def _grid(self, zoom: float, at_least: int = 1) -> Grid:
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        text = self._context.theme.text_scale
        return grid(width, height, self.dots_per_mm(), zoom, text, at_least)

    @guarded()
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, focus = event.key(), self._focus
        if event.modifiers() & ~_TYPING:
            event.ignore()
            return
        # By what a key types: on French keyboards digits come with Shift, elsewhere without.
        if len(event.text()) == 1 and event.text() in "123456789":
            self.go_to_number(event.text())
            return
        if key in _STEPS:
            focus.go_on(_STEPS[Qt.Key(key)])
        elif key in _LINES:
            focus.step_line(_LINES[Qt.Key(key)], self.grid.columns)
        elif key in _PAGES:
            focus.turn_page(_PAGES[Qt.Key(key)])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            focus.go(0 if key == Qt.Key.Key_Home else len(focus.cards) - 1)
        else:
            event.ignore()
            return
        self._choose()
        self._hang()

    def go_to_number(self, digit: str) -> None:
        """The card with that number; if numbers have just changed by themselves, the one that had
        it when the hand set out."""
        if self.hand.is_still_elsewhere:
            return
        place = int(digit) - 1
        if place >= len(self.views):
            self.hand.settle()  # what follows may be for what did not come
            self.missed.emit(digit)
            return
        if self._renumbered.is_over or place >= len(self._before):
            self._focus.go(self._focus.first + place)
        else:
            self._focus.go_to_order(self._before[place])
        self._choose()
        self._hang()

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        turned = event.angleDelta().y()
        if not turned:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if turned > 0 else -1)
        elif len(self._focus.cards) > self._focus.per_page:
            self.turn_page(-1 if turned > 0 else 1)

    # --- hanging the cards -----------------------------------------------------------------

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _has_rest(self, cards: int) -> bool:
        cells, restock_tasks = self.grid.cells, self._shown.restock_tasks
        return cells > 1 and (cards > cells or (restock_tasks > 0 and 0 < cards < cells))

    def _count_page(self, cards: int) -> int:
        return self.grid.cells - 1 if self._has_rest(cards) else self.grid.cells

    def _lay_out(self) -> None:
        """Measures the screen, and makes new cards when they must be of another size."""
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        if width < 50 or height < 50:
            return
        made = self._grid(self._zoom)
        was, notice = self._chosen_for, max(NOTICE, height // 10)
        if was.width() == width and 0 < was.height() - height <= notice and made.rows < self._rows:
            # A notice came up over the wall: the same cards, a little lower, for as long as it is.
            made = self._grid(self._zoom, self._rows)
        else:
            self._chosen_for, self._rows = QSize(width, height), made.rows
        if made == self.grid and self._views:
            return
        self.grid = made
        self.theme = Theme(self._context.theme.name, made.scale)
        for old in (*self._views, self.rest):
            if old is not None:
                old.hide()
                old.deleteLater()
        form = self._context.format
        self._views = [CardView(self.theme, form, *self._keys, self) for _ in range(made.cells)]
        self.rest = RestView(self.theme, form, self)
        self.rest.page_turned.connect(self._next_page)
        self.rest.chores_asked.connect(self.chores_asked)
        for cell, view in enumerate(self._views):
            self._put(view, cell)
            view.hide()
            view.pressed.connect(self._pressed)
            view.moved_on.connect(self._moved_on)
            view.band_pressed.connect(self._band_pressed)
        self._put(self.rest, made.cells - 1)
        self.rest.hide()
        self._hang()

    def column_before(self, width: int) -> int:
        """Where the last columns begin that are together at least `width` wide."""
        step, left = self.grid.width + self.grid.gap, self.width()
        for column in range(self.grid.columns - 1, -1, -1):
            left = MARGIN + column * step - self.grid.gap // 2
            if self.width() - left >= width:
                return left
        return max(0, min(left, self.width() - width))

    def _put(self, widget: QWidget, cell: int) -> None:
        x, y, width, height = self.grid.place(cell, 0 if widget is self.rest else self._high)
        box, ring = QRect(MARGIN + x, MARGIN + y, width, height), self.theme.px(RING)
        widget.setGeometry(box.adjusted(-ring, -ring, ring, ring))

    def _stretch(self, page: Sequence[Card]) -> None:
        """Rows of a quiet wall are higher where a card has more lines than fit."""
        rows = self.grid.rows - (1 if self._has_rest(len(self._focus.cards)) else 0)
        needed = max((height_of(self.theme, card) for card in page), default=0)
        high = self.grid.row_height(len(page), needed, max(1, rows))
        if high != self._high:
            self._high = high
            for cell, view in enumerate(self._views):
                self._put(view, cell)

    def dots_per_mm(self) -> float:
        found = self.screen().physicalDotsPerInch() / 25.4
        return found if 1.5 < found < 12 else USUAL_DOTS_PER_MM

    def _hang(self) -> None:
        focus, shown = self._focus, self._shown
        focus.per_page = self._count_page(len(focus.cards))
        page = focus.page
        self._stretch(page)
        for place, view in enumerate(self._views):
            if place < len(page):
                card, key = page[place], str(place + 1) if place < 9 else ""
                view.show_card(card, shown, self._now, key)
            view.setVisible(place < len(page))
        self._show_rest()
        self._mark()

    def _show_rest(self) -> None:
        has_rest = self._has_rest(len(self._focus.cards))
        if self.rest is not None:
            self.rest.setVisible(has_rest)
            if has_rest:
                self.rest.show_rest(self._count_rest())

    def _count_rest(self) -> Rest:
        focus, shown = self._focus, self._shown
        page = focus.page
        before, after = focus.cards[: focus.first], focus.cards[focus.first + len(page) :]
        hidden = before + after
        return Rest(
            tuple(card.number for card in before),
            tuple(card.number for card in after),
            frozenset(card.number for card in hidden if card.id in shown.fresh),
            max((card_face.waited(card, self._now) for card in hidden), default=0) // 1000 * 1000,
            all(card.claimed_by is None for card in hidden),
            shown.open_lines,
            shown.restock_tasks,
        )

    def _mark(self) -> None:
        """Draws the ring and the current line where they are now."""
        line = self.line
        for view in self.views:
            card = view.card if self._focus.has(view.card) else None
            can = card is not None and line is not None and can_pick(card, line)
            view.set_current(line.line if line else None, card is not None, can)
        current = self.view
        if current is not None:
            self._focus.meet(current.lines_in_sight())
        self.setAccessibleName(current.accessibleName() if current else self.tr("No cards"))
        self.moved.emit()

    def _pressed(self, order_id: int, line: int) -> None:
        was_in_focus = self.card is not None and self.card.id == order_id
        self.focus_order(order_id)
        self.setFocus()
        if line:
            self.go_to_line(line)
            if was_in_focus:
                self.line_pressed.emit()

    def _moved_on(self, order_id: int, line: int) -> None:
        """Lines of a long card that were out of sight are wanted."""
        self.focus_order(order_id)
        self.setFocus()
        self.go_to_line(line)

    def _band_pressed(self, order_id: int) -> None:
        self.focus_order(order_id)
        self.setFocus()
        self.band_pressed.emit()
