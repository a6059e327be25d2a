"""Draws the customers' board: whatever the screen, the numbers fill it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.look import icons
from gui.look.theme import Theme, elided
from gui.ready_board.number_grid import NumberGrid, tiles
from gui.words.formatting import Formatting

translate = QCoreApplication.translate
HEAD, FOOT = 88, 72

_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Face:
    """All that stands on the board; `preparing` is None until the shop was asked.

    `ready` has the newest number first, `is_new` while it is called new.
    """

    shop_name: str
    time: str
    is_fresh: bool
    preparing: Sequence[int] | None
    ready: Sequence[int]
    is_new: bool
    counts: str


class Picture:
    """One painting of the board. Sizes are those of the design for 1920 × 1080, scaled.

    It fills its screen at every size of letters: larger ones would only push numbers out of it.
    """

    def __init__(self, board: QWidget, theme: Theme, form: Formatting) -> None:
        self._theme, self._form = theme, form
        self._width, self._height = board.width(), board.height()
        self._size = min(self._width / 1920, self._height / 1080)
        self._painter = QPainter(board)
        self._painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def paint(self, face: Face) -> None:
        """Once; the painting is then finished."""
        theme, painter = self._theme, self._painter
        painter.fillRect(0, 0, self._width, self._height, theme.color("bg"))
        left = self._px(800) if self._width > self._height else self._width * 5 // 12
        middle = QRect(0, self._px(HEAD), self._width, self._height - self._px(HEAD + FOOT))
        right = QRect(left, middle.top(), self._width - left, middle.height())
        painter.fillRect(right, _mix(theme.color("bg"), theme.color("ready"), 0.14))
        painter.fillRect(left, middle.top(), 1, middle.height(), theme.color("border"))
        self._paint_head(face)
        self._paint_foot(face.counts)
        if face.preparing is not None:
            box = QRect(0, middle.top(), left, middle.height())
            self._paint_preparing(box, face.preparing)
            self._paint_ready(right, face)
        painter.end()

    def _paint_head(self, face: Face) -> None:
        painter, theme, px = self._painter, self._theme, self._px
        box = QRect(0, 0, self._width, px(HEAD))
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
        clock_font = self._font(44, 700)
        right = self._width - px(40)
        painter.setPen(theme.color("text"))
        painter.setFont(clock_font)
        painter.drawText(QRect(0, 0, right, px(HEAD)), _RIGHT, face.time)
        right -= QFontMetrics(clock_font).horizontalAdvance(face.time) + px(48)
        if face.is_fresh:
            word, token, icon = (
                translate("ready_board", "Up to date"),
                "on_ready_soft",
                "check-circle",
            )
        else:
            word, token, icon = translate("ready_board", "Not up to date"), "on_warn_soft", "alert"
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
        name = elided(name_font, face.shop_name, spare)
        painter.setFont(name_font)
        painter.setPen(theme.color("text"))
        painter.drawText(QRect(left, 0, spare, px(HEAD)), _MIDDLE, name)

    def _paint_foot(self, counts: str) -> None:
        painter, theme, px = self._painter, self._theme, self._px
        box = QRect(0, self._height - px(FOOT), self._width, px(FOOT))
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
            translate("ready_board", "Please show your receipt at the counter."),
        )
        painter.drawText(box.adjusted(0, 0, -px(40), 0), _RIGHT, counts)

    def _paint_title(self, box: QRect, icon: str, text: str, token: str) -> QRect:
        """The column's title; gives the room below it."""
        painter, theme, px = self._painter, self._theme, self._px
        inner = box.adjusted(px(40), px(28), -px(40), -px(32))
        ink = theme.color(token)
        icons.paint(painter, QRect(inner.left(), inner.top() + px(16), px(42), px(42)), icon, ink)
        painter.setFont(self._font(40, 700))
        painter.setPen(ink)
        painter.drawText(
            QRect(inner.left() + px(60), inner.top(), inner.width(), px(74)), _MIDDLE, text
        )
        return inner.adjusted(0, px(92), 0, 0)

    def _paint_preparing(self, box: QRect, numbers: Sequence[int]) -> None:
        theme, px = self._theme, self._px
        title = translate("ready_board", "Being prepared")
        inner = self._paint_title(box, "package-variant", title, "text_muted")
        grid = tiles(
            len(numbers), inner.width(), inner.height(), px(16),
            columns=4, tallest=px(180), least=px(88),
        )  # fmt: skip
        edge = QPen(theme.color("border"), 1)
        texts = self._texts(numbers, grid)
        font = self._number_font(texts, grid.width, grid.height, 64, 700)
        for i, text in enumerate(texts):
            self._paint_tile(inner, grid, i, "surface", edge, font, "text", text)
        if not texts:
            self._paint_nothing(inner, translate("ready_board", "No order is being prepared."))

    def _paint_ready(self, box: QRect, face: Face) -> None:
        px = self._px
        title = translate("ready_board", "Ready to collect")
        inner = self._paint_title(box, "check-circle", title, "on_ready_soft")
        if not face.ready:
            self._paint_nothing(inner, translate("ready_board", "Your number appears here."))
            return
        large = QRect(inner.left(), inner.top(), inner.width(), px(276))
        self._paint_newest(large, face.ready[0], face.is_new)
        rest = face.ready[1:]
        below = inner.adjusted(0, large.height() + px(24), 0, 0)
        grid = tiles(
            len(rest), below.width(), below.height(), px(24),
            columns=2, tallest=px(222), least=px(150),
        )  # fmt: skip
        texts = self._texts(rest, grid)
        font = self._number_font(texts, grid.width, grid.height, 154, 800)
        none = QPen(Qt.PenStyle.NoPen)
        for i, text in enumerate(texts):
            self._paint_tile(below, grid, i, "ready", none, font, "on_ready", text)

    def _paint_nothing(self, box: QRect, text: str) -> None:
        painter = self._painter
        painter.setFont(self._font(28, 400))
        painter.setPen(self._theme.color("text_muted"))
        painter.drawText(box, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, text)

    def _paint_newest(self, box: QRect, number: int, is_new: bool) -> None:
        """Twice the size, a white edge, and words as long as it is new; nothing blinks."""
        painter, theme, px = self._painter, self._theme, self._px
        white = theme.color("on_ready")
        painter.setBrush(theme.color("ready"))
        painter.setPen(QPen(white, px(7)))
        painter.drawRoundedRect(QRectF(box).adjusted(3, 3, -3, -3), px(16), px(16))
        text = self._form.order_number(number)
        words = translate("ready_board", "Just now ready")
        word_font = self._font(38, 700)
        plate_width = QFontMetrics(word_font).horizontalAdvance(words) + px(56 + 28 + 28)
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
        self, inner: QRect, grid: NumberGrid, index: int,
        fill: str, edge: QPen, font: QFont, ink: str, text: str,
    ) -> None:  # fmt: skip
        painter = self._painter
        x, y = grid.place(index)
        box = QRect(inner.left() + x, inner.top() + y, grid.width, grid.height)
        painter.setBrush(self._theme.color(fill))
        painter.setPen(edge)
        painter.drawRoundedRect(
            QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), self._px(12), self._px(12)
        )
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        _draw_number(painter, box, text)

    def _texts(self, numbers: Sequence[int], grid: NumberGrid) -> list[str]:
        texts = [self._form.order_number(number) for number in numbers[: grid.shown]]
        if left := len(numbers) - grid.shown:
            texts.append(f"+{self._form.number(left)}")
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
        theme = self._theme
        return theme.letters(pixels * self._size / theme.text_scale, weight, tabular=tabular)

    def _px(self, pixels: float) -> int:
        return round(pixels * self._size)


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
