"""One card on the wall: knows its order, repaints what changed, tells what was pressed."""

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.fulfilment.cards import card_face, card_painting, line_painting
from gui.fulfilment.cards.card_face import Shown
from gui.fulfilment.cards.card_painting import BAND, FOOT, HEAD, RING, Band
from gui.fulfilment.cards.line_painting import Sight
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.words.formatting import Formatting
from models.fulfilment.cards import Card, CardLine, Limits
from models.stages import Stage

_CONTROL = Qt.KeyboardModifier.ControlModifier


class CardView(QWidget):
    """`theme` is scaled to the wall. The widget is `RING` wider than the card on every side."""

    #: The card, or a line of it, was pressed: order id, and the line's number or 0.
    pressed = Signal(object, int)
    #: The band (a change to acknowledge) was pressed: order id.
    band_pressed = Signal(object)
    #: Lines out of sight are wanted, by a click on their count or by the wheel: order id, and the
    #: number of the first of them.
    moved_on = Signal(object, int)

    def __init__(
        self, theme: Theme, form: Formatting, pick_key: str, next_key: str, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._form = form
        self._pick_key = pick_key
        self._next_key = next_key
        #: The key that stands on the line in focus.
        self.key_shown = pick_key
        self.card: Card | None = None
        self._limits = Limits(0, 0)
        self._now = 0
        self._key = ""
        self._focused = self.is_new = False
        self._current: int | None = None
        self._says: tuple[Card, Limits, str, bool, str | None] | None = None
        self.lines: list[card_face.LineFace] = []
        self.watch_text = ""
        self.sight = Sight((), 0, 0, QRect())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    # --- what it shows ---------------------------------------------------------------------

    def show_card(self, card: Card, shown: Shown, now: int, key: str) -> None:
        """Another order, or the same as it is now."""
        says = (card, shown.limits, key, card.id in shown.fresh, shown.category)
        if says != self._says:
            self._says = says
            self.card, self._limits, self._key, self.is_new, category = says
            self.lines = card_face.lines_of(card, self._form, category)
            self._current = None
            self.setAccessibleName(card_face.spoken(card, self._limits, now, self._form))
            self.update()
        self.tick(now)

    def set_current(self, line: int | None, focused: bool, can_pick: bool = True) -> None:
        """The line in focus, whether the card is the one in focus, and whether Space picks it."""
        index = None
        if focused and line is not None:
            index = next((i for i, face in enumerate(self.lines) if face.line == line), None)
        key = self._pick_key if can_pick else ""
        if (index, focused, key) != (self._current, self._focused, self.key_shown):
            self._current, self._focused, self.key_shown = index, focused, key
            self.update()

    def tick(self, now: int) -> None:
        """A second passed: only the watch is drawn anew, or the card when it becomes late."""
        if self.card is None:
            return
        watch = self._form.stopwatch(card_face.waited(self.card, now))
        before = self.card.lateness(self._now, self._limits)
        self._now = now
        if self.card.lateness(now, self._limits) != before:
            self.update()
        if watch != self.watch_text:
            self.watch_text = watch
            self.update(self._head_box())

    # --- where things are ------------------------------------------------------------------

    def card_box(self) -> QRect:
        ring = self.theme.px(RING)
        return self.rect().adjusted(ring, ring, -ring, -ring)

    def body_box(self) -> QRect:
        """Below the head: lines, band and foot; a panel that asks something covers it."""
        return self.card_box().adjusted(0, self.theme.px(HEAD), 0, 0)

    def _head_box(self) -> QRect:
        box = self.card_box()
        box.setHeight(self.theme.px(HEAD))
        return box

    def _foot_box(self) -> QRect:
        box = self.card_box()
        box.setTop(box.bottom() + 1 - self.theme.px(FOOT))
        return box

    def band_box(self) -> QRect:
        foot, height = self._foot_box(), self.theme.px(BAND)
        return QRect(foot.left(), foot.top() - height, foot.width(), height)

    def _note_box(self) -> QRect:
        body = self.body_box()
        body.setTop(body.top() + self.theme.px(4))
        note = self.card.note if self.card else ""
        rows = line_painting.note_rows(self.theme, body.width(), note, self._focused)
        body.setHeight(rows * self.theme.px(line_painting.ROW))
        return body

    def _lines_box(self, band: Band | None) -> QRect:
        body = self.body_box()
        body.setBottom((self.band_box() if band else self._foot_box()).top() - 1)
        if self.card is not None and self.card.note:
            body.setTop(self._note_box().bottom() + 1 - self.theme.px(4))
        return body

    def band(self) -> Band | None:
        card = self.card
        if card is None:
            return None
        if (asked := card.question) is not None:
            text = self.tr("Asked the counter at {time}: {name}").format(
                time=self._form.time(asked.asked_at or 0), name=asked.name
            )
            return Band("comment-question-outline", text, "info")
        if not card.changed:
            return self._money_band(card)
        when = "" if card.changed_at is None else self._form.time(card.changed_at)
        text = self.tr("Changed by the counter {time}").format(time=when).strip()
        if answered := card_face.answers_of(card):
            text = self.tr("The counter: {answer}").format(answer=answered)
        key, hint = (self._next_key, self.tr("got it")) if self._focused else ("", "")
        return Band("file-document-edit-outline", text, "warn", key, hint)

    def _money_band(self, card: Card) -> Band | None:
        """Where goods are about to leave, what is due is read from afar."""
        money = card_face.money_of(card.total, card.paid, self._form)
        if not money or card.stage < Stage.READY:
            return None
        return Band("cash-clock", money, "warn" if card.due > 0 else "info")

    def _lay_out(self, band: Band | None) -> Sight:
        box, first = self._lines_box(band), self._first_line()
        return line_painting.lay_out(
            self.theme, box, self.lines, self._current, self.key_shown, first
        )

    def lines_in_sight(self) -> list[int]:
        """The numbers of the lines that have room on the card."""
        return [self.lines[spot.index].line for spot in self._lay_out(self.band()).spots]

    def _first_line(self) -> int:
        """A long card begins with the line before the first open one: what is missing is seen; or
        with the first that the counter changed."""
        news = card_face.news_of(self.card) if self.card is not None else set()
        if changed := [i for i, line in enumerate(self.lines) if line.line in news]:
            return changed[0]
        left = [i for i, line in enumerate(self.lines) if line.look not in card_face.SETTLED]
        wanted = [i for i in left if not self.lines[i].aside]
        return max(0, next(iter(wanted or left), 0) - 1)

    # --- drawing and pressing --------------------------------------------------------------

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.card is None:
            return
        theme, box = self.theme, self.card_box()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = card_face.head_of(self.card, self._limits, self._now, self._form, self.is_new)
        shape = QRectF(box)
        painter.setClipPath(card_painting.outline(theme, shape))
        card_painting.paint_head(painter, theme, self._head_box(), head, self.watch_text)
        if not self._head_box().contains(event.rect()):
            self._paint_body(painter)
        painter.setClipping(False)
        card_painting.paint_frame(painter, theme, shape, head.edge, self._focused)
        painter.end()

    def _paint_body(self, painter: QPainter) -> None:
        theme, card = self.theme, self.card
        assert card is not None
        painter.fillRect(self.body_box(), theme.color("surface"))
        band = self.band()
        if card.note:
            line_painting.paint_note(painter, theme, self._note_box(), card.note)
        key = self.key_shown
        self.sight = self._lay_out(band)
        for spot in self.sight.spots:
            line = self.lines[spot.index]
            line_painting.paint_line(painter, theme, spot, line, spot.index == self._current, key)
        if words := self._more_words():
            line_painting.paint_more(painter, theme, self.sight, words)
        if band:
            card_painting.paint_band(painter, theme, self.band_box(), band)
        foot, blocks = (
            card_face.foot_of(card),
            [_block(line) for line in card_face.shown_lines(card)],
        )
        card_painting.paint_foot(
            painter, theme, self._foot_box(), foot, self._key, self._focused, blocks
        )

    def _more_words(self) -> str:
        words = []
        if above := self.sight.above:
            words.append(self.tr("%n line(s) above", "", above))
        if below := self.sight.below:
            words.append(self.tr("+%n more line(s)", "", below))
        return "  ·  ".join(words)

    @guarded()
    def wheelEvent(self, event: QWheelEvent) -> None:
        """On the card in focus it goes through the lines that have no room."""
        turned, zooms = event.angleDelta().y(), event.modifiers() & _CONTROL
        has_more = self.sight.above or self.sight.below
        if self.card is None or not self._focused or not has_more or not turned or zooms:
            event.ignore()
            return
        beyond = self.sight.spots[-1].index + 1 if turned < 0 else self.sight.spots[0].index - 1
        if 0 <= beyond < len(self.lines):
            self.moved_on.emit(self.card.id, self.lines[beyond].line)

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.card is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        has_change = self.card.changed and self.card.question is None
        if has_change and self.band_box().contains(place):
            self.band_pressed.emit(self.card.id)
        elif self.sight.more.contains(place):
            beyond = self.sight.spots[-1].index + 1 if self.sight.below else 0
            self.moved_on.emit(self.card.id, self.lines[beyond].line)
        else:
            self.pressed.emit(self.card.id, self._line_at(place))

    def _line_at(self, place: QPoint) -> int:
        for spot in self.sight.spots:
            if spot.box.contains(place):
                return self.lines[spot.index].line
        return 0


def height_of(theme: Theme, card: Card) -> int:
    """The px at which a card shows all its lines, its note on two rows, and a band."""
    rows = len(card_face.shown_lines(card)) + (2 if card.note else 0)
    has_money = card.stage == Stage.READY and card.due
    band = BAND if card.changed or card.question is not None or has_money else 0
    return theme.px(HEAD + line_painting.TOP + rows * line_painting.ROW + band + FOOT)


def _block(line: CardLine) -> str:
    if not line.wanted:
        return "danger_soft"
    if line.done:
        return "done_tick"
    return "half" if line.picked else "block_open"
