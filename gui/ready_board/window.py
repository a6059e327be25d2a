"""The customers' board: numbers being prepared at the left, numbers to be collected at the right.

Numbers and nothing else: no name, no product, no price. It fills whatever screen it is put on, and
has nothing to press; the keys of the program work as everywhere.
"""

from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen

from gui import icons
from gui.desk import Desk
from gui.exception_desk import guarded
from gui.ready_board.tiles import Tiles, tiles
from gui.room import Room
from gui.sounds import Sounds
from models import clock, events, fulfilment_lists, preferences
from models.events import Event
from models.fulfilment_lists import Board, ReadyNumber

_CONCERNS = (events.ORDER_KINDS - {events.PAID, events.REFUNDED}) | {
    events.PREFERENCE_CHANGED,
    events.DEMO_MADE,
    events.RESTORED,
}
JUST_READY = 2 * clock.MINUTE  # how long the newest number is called new
CLEARED_AFTER = 30  # minutes after which a number nobody came for leaves the board
CLEARED = "ready_board/minutes"
HEAD, FOOT = 88, 72

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_CENTRE = Qt.AlignmentFlag.AlignCenter


class ReadyBoardWindow(Room):
    """One picture, painted anew when the news changes it and when the clock's minute does."""

    name = "ready_board"
    dark_by_default = True
    has_header = False

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._sounds = Sounds(desk.station, self)
        self._board: Board | None = None
        self._shop_name = ""
        self._size = 1.0
        self._said: tuple[object, ...] = ()
        self._cleared_after = desk.station.number(CLEARED, CLEARED_AFTER) * clock.MINUTE
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self.tick)
        self._second.start()

    def title(self) -> str:
        return self.tr("Ready board")

    def concerns(self, event: Event) -> bool:
        return event.kind in _CONCERNS

    def refresh(self) -> None:
        self.desk.background.ask(_question, self.show_board, owner=self)

    def show_board(self, found: tuple[Board, str]) -> None:
        """These numbers, from now on; a number that became ready rings."""
        before = self._board
        self._board, self._shop_name = found
        if before is not None and self._newest() not in (None, *before.ready) and self.isVisible():
            self._sounds.play("ready")
        self.tick()

    def tick(self) -> None:
        """Once a second: drawn anew only if something on it reads differently now."""
        says = (self._board, self._words(), self._shown(), self._is_just_ready())
        if says != self._said:
            self._said = says
            self.setAccessibleName(self._spoken())
            self.update()

    # --- what it says ----------------------------------------------------------------------

    def _shown(self) -> list[ReadyNumber]:
        """The ready numbers that are still on the board, the newest first."""
        if self._board is None:
            return []
        oldest = clock.now() - self._cleared_after
        return [ready for ready in self._board.ready if ready.since > oldest]

    def _newest(self) -> ReadyNumber | None:
        shown = self._shown()
        return shown[0] if shown else None

    def _is_just_ready(self) -> bool:
        newest = self._newest()
        return newest is not None and clock.now() - newest.since < JUST_READY

    def _words(self) -> tuple[str, bool]:
        """The clock, and whether the news is fresh."""
        return self.desk.format.time(clock.now()), not self.desk.feed.is_stale

    def _counts(self) -> str:
        if self._board is None:
            return ""
        number, shown = self.desk.format.number, self._shown()
        parts = [
            self.tr("{count} being prepared").format(count=number(len(self._board.preparing))),
            self.tr("{count} ready").format(count=number(len(shown))),
        ]
        if older := len(self._board.ready) - len(shown):
            parts.append(self.tr("{count} waiting longer: ask at the counter").format(count=older))
        return " · ".join(parts)

    def _spoken(self) -> str:
        if self._board is None:
            return self.title()
        form = self.desk.format.order_number
        ready = " ".join(form(one.number) for one in self._shown())
        preparing = " ".join(form(number) for number in self._board.preparing)
        return f"{self.tr('Ready to collect')}: {ready}. {self.tr('Being prepared')}: {preparing}"

    # --- drawing ---------------------------------------------------------------------------

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.desk.theme
        self._size = min(self.width() / 1920, self.height() / 1080) * theme.text_scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.color("bg"))
        left = self._px(800) if self.width() > self.height() else self.width() * 5 // 12
        middle = QRect(0, self._px(HEAD), self.width(), self.height() - self._px(HEAD + FOOT))
        right = QRect(left, middle.top(), self.width() - left, middle.height())
        painter.fillRect(right, _mix(theme.color("bg"), theme.color("ready"), 0.14))
        painter.fillRect(left, middle.top(), 1, middle.height(), theme.color("border"))
        self._paint_head(painter)
        self._paint_foot(painter)
        if self._board is not None:
            self._paint_preparing(painter, QRect(0, middle.top(), left, middle.height()))
            self._paint_ready(painter, right)
        painter.end()

    def _paint_head(self, painter: QPainter) -> None:
        theme, px = self.desk.theme, self._px
        box = QRect(0, 0, self.width(), px(HEAD))
        painter.fillRect(box, theme.color("surface"))
        painter.fillRect(0, box.bottom(), box.width(), 1, theme.color("border"))
        plate = QRect(px(40), px(20), px(48), px(48))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(plate, px(10), px(10))
        inset = px(9)
        icons.paint(
            painter,
            plate.adjusted(inset, inset, -inset, -inset),
            "basket-check",
            theme.color("on_accent"),
        )
        time, is_fresh = self._words()
        clock_font = self._font(44, 700)
        right = self.width() - px(40)
        painter.setPen(theme.color("text"))
        painter.setFont(clock_font)
        painter.drawText(QRect(0, 0, right, px(HEAD)), _RIGHT, time)
        right -= QFontMetrics(clock_font).horizontalAdvance(time) + px(48)
        word = self.tr("Up to date") if is_fresh else self.tr("Not up to date")
        token, icon = ("on_ready_soft", "check-circle") if is_fresh else ("on_warn_soft", "alert")
        font = self._font(20, 500)
        painter.setFont(font)
        painter.setPen(theme.color(token))
        painter.drawText(QRect(0, 0, right, px(HEAD)), _RIGHT, word)
        right -= QFontMetrics(font).horizontalAdvance(word) + px(10)
        spot = QRect(right - px(22), px(HEAD) // 2 - px(11), px(22), px(22))
        icons.paint(painter, spot, icon, theme.color(token))
        name_font = self._font(32, 700)
        left = plate.right() + px(20)
        spare = spot.left() - px(24) - left
        name = QFontMetrics(name_font).elidedText(
            self._shop_name, Qt.TextElideMode.ElideRight, spare
        )
        painter.setFont(name_font)
        painter.setPen(theme.color("text"))
        painter.drawText(QRect(left, 0, spare, px(HEAD)), _MIDDLE, name)

    def _paint_foot(self, painter: QPainter) -> None:
        theme, px = self.desk.theme, self._px
        box = QRect(0, self.height() - px(FOOT), self.width(), px(FOOT))
        painter.fillRect(box, theme.color("surface"))
        painter.fillRect(0, box.top(), box.width(), 1, theme.color("border"))
        ink = theme.color("text_muted")
        spot = QRect(px(40), box.center().y() - px(13), px(26), px(26))
        icons.paint(painter, spot, "information-outline", ink)
        painter.setFont(self._font(24, 400))
        painter.setPen(ink)
        left = spot.right() + px(20)
        painter.drawText(
            QRect(left, box.top(), box.width() - left, box.height()),
            _MIDDLE,
            self.tr("Please show your receipt at the counter."),
        )
        painter.drawText(box.adjusted(0, 0, -px(40), 0), _RIGHT, self._counts())

    def _paint_title(
        self, painter: QPainter, box: QRect, icon: str, text: str, token: str
    ) -> QRect:
        """The column's title; gives the room below it."""
        theme, px = self.desk.theme, self._px
        inner = box.adjusted(px(40), px(28), -px(40), -px(32))
        ink = theme.color(token)
        icons.paint(painter, QRect(inner.left(), inner.top() + px(16), px(42), px(42)), icon, ink)
        painter.setFont(self._font(40, 700))
        painter.setPen(ink)
        painter.drawText(
            QRect(inner.left() + px(60), inner.top(), inner.width(), px(74)), _MIDDLE, text
        )
        return inner.adjusted(0, px(92), 0, 0)

    def _paint_preparing(self, painter: QPainter, box: QRect) -> None:
        assert self._board is not None
        theme, px = self.desk.theme, self._px
        title = self.tr("Being prepared")
        inner = self._paint_title(painter, box, "package-variant", title, "text_muted")
        numbers = self._board.preparing
        grid = tiles(
            len(numbers), inner.width(), inner.height(), px(16),
            columns=4, tallest=px(180), least=px(88),
        )  # fmt: skip
        edge = QPen(theme.color("border"), 1)
        texts = self._texts(numbers, grid)
        font = self._number_font(texts, grid.width, grid.height, 64, 700)
        for i, text in enumerate(texts):
            self._paint_tile(painter, inner, grid, i, "surface", edge, font, "text", text)
        if not texts:
            self._paint_nothing(painter, inner, self.tr("No order is being prepared."))

    def _paint_ready(self, painter: QPainter, box: QRect) -> None:
        px = self._px
        title = self.tr("Ready to collect")
        inner = self._paint_title(painter, box, "check-circle", title, "on_ready_soft")
        shown = self._shown()
        if not shown:
            self._paint_nothing(painter, inner, self.tr("Your number appears here."))
            return
        large = QRect(inner.left(), inner.top(), inner.width(), px(276))
        self._paint_newest(painter, large, shown[0].number)
        rest = [ready.number for ready in shown[1:]]
        below = inner.adjusted(0, large.height() + px(24), 0, 0)
        grid = tiles(
            len(rest), below.width(), below.height(), px(24),
            columns=2, tallest=px(222), least=px(150),
        )  # fmt: skip
        texts = self._texts(rest, grid)
        font = self._number_font(texts, grid.width, grid.height, 154, 800)
        none = QPen(Qt.PenStyle.NoPen)
        for i, text in enumerate(texts):
            self._paint_tile(painter, below, grid, i, "ready", none, font, "on_ready", text)

    def _paint_nothing(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.setFont(self._font(28, 400))
        painter.setPen(self.desk.theme.color("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def _paint_newest(self, painter: QPainter, box: QRect, number: int) -> None:
        """Twice the size, a white edge, and words as long as it is new; nothing blinks."""
        theme, px = self.desk.theme, self._px
        white = theme.color("on_ready")
        painter.setBrush(theme.color("ready"))
        painter.setPen(QPen(white, px(7)))
        painter.drawRoundedRect(QRectF(box).adjusted(3, 3, -3, -3), px(16), px(16))
        text = self.desk.format.order_number(number)
        words = self.tr("Just now ready")
        word_font = self._font(38, 700)
        plate_width = QFontMetrics(word_font).horizontalAdvance(words) + px(56 + 28 + 28)
        is_new = self._is_just_ready()
        spare = box.width() - px(120) - (plate_width + px(60) if is_new else 0)
        font = self._number_font([text], spare * 5 // 4, box.height(), 232, 800)
        painter.setFont(font)
        painter.setPen(white)
        if not is_new:
            _draw_number(painter, box, text)
            return
        width = QFontMetrics(font).horizontalAdvance(text)
        _draw_number(painter, QRect(box.left() + px(60), box.top(), width, box.height()), text)
        plate = QRect(0, 0, plate_width, px(80))
        plate.moveCenter(box.center())
        plate.moveRight(box.right() - px(60))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(white)
        painter.drawRoundedRect(plate, px(8), px(8))
        ink = QColor("#14602f")
        spot = QRect(plate.left() + px(28), plate.center().y() - px(22), px(44), px(44))
        icons.paint(painter, spot, "bell-ring", ink)
        painter.setFont(word_font)
        painter.setPen(ink)
        painter.drawText(plate.adjusted(px(28 + 56), 0, 0, 0), _MIDDLE, words)

    def _paint_tile(
        self, painter: QPainter, inner: QRect, grid: Tiles, index: int,
        fill: str, edge: QPen, font: QFont, ink: str, text: str,
    ) -> None:  # fmt: skip
        x, y = grid.place(index)
        box = QRect(inner.left() + x, inner.top() + y, grid.width, grid.height)
        painter.setBrush(self.desk.theme.color(fill))
        painter.setPen(edge)
        painter.drawRoundedRect(
            QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), self._px(12), self._px(12)
        )
        painter.setFont(font)
        painter.setPen(self.desk.theme.color(ink))
        _draw_number(painter, box, text)

    def _texts(self, numbers: list[int], grid: Tiles) -> list[str]:
        texts = [self.desk.format.order_number(number) for number in numbers[: grid.shown]]
        if left := len(numbers) - grid.shown:
            texts.append(f"+{self.desk.format.number(left)}")
        return texts

    def _number_font(
        self, texts: list[str], width: int, height: int, largest: int, weight: int
    ) -> QFont:
        """The largest font in which every number fits its tile."""
        font = self._font(largest, weight, tabular=False)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.02 * font.pixelSize())
        widest = max((QFontMetrics(font).horizontalAdvance(text) for text in texts), default=1)
        share = min(
            1.0, width * 0.8 / widest, height * 0.86 / QFontMetrics(font).capHeight() / 1.25
        )
        font.setPixelSize(max(8, int(font.pixelSize() * share)))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, -0.02 * font.pixelSize())
        return font

    def _font(self, pixels: float, weight: int, tabular: bool = True) -> QFont:
        theme = self.desk.theme
        return theme.letters(pixels * self._size / theme.text_scale, weight, tabular=tabular)

    def _px(self, pixels: float) -> int:
        return round(pixels * self._size)


def _question() -> tuple[Board, str]:
    return fulfilment_lists.board(), preferences.get(preferences.SHOP_NAME)


def _draw_number(painter: QPainter, box: QRect, text: str) -> None:
    """Centred by the height of its digits, not by that of the line."""
    metrics = painter.fontMetrics()
    x = box.left() + (box.width() - metrics.horizontalAdvance(text)) // 2
    painter.drawText(x, box.top() + (box.height() + metrics.capHeight()) // 2, text)


def _mix(ground: QColor, other: QColor, share: float) -> QColor:
    """`share` of the other colour on the ground."""
    return QColor(
        round(ground.red() * (1 - share) + other.red() * share),
        round(ground.green() * (1 - share) + other.green() * share),
        round(ground.blue() * (1 - share) + other.blue() * share),
    )
