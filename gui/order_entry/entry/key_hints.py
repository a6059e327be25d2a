"""A quiet line of keys and what they do here: `↑ ↓ choose   Enter add   Esc close`."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import Theme, text_width
from gui.runtime.error_handler import guarded
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip
from gui.widgets.text.text_painting import write

#: Keys shown one after another, and the word behind them.
Hint = tuple[tuple[str, ...], str]


class KeyHints(QWidget):
    """Hints that do not fit are left out from the left, so that the last one always stays.

    A finger can press them: they stand for their keys.
    """

    #: A hint was pressed; carries its (last) key.
    pressed = Signal(str)

    def __init__(self, theme: Theme, hints: Sequence[Hint] = ()) -> None:
        super().__init__()
        self._theme = theme
        self._hints: list[Hint] = []
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.show_hints(hints)

    def show_hints(self, hints: Sequence[Hint]) -> None:
        # A command that has no key at this station has no hint.
        self._hints = [hint for hint in hints if all(hint[0])]
        self.setAccessibleName(", ".join(f"{' '.join(keys)} {text}" for keys, text in self._hints))
        if self.parentWidget() is not None or not self._hints:  # else a window would flash up
            self.setVisible(bool(self._hints))
        self.updateGeometry()
        self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        width = sum(self._width(hint) for hint in self._hints)
        return QSize(width + self._theme.px(18) * max(0, len(self._hints) - 1), self._theme.px(34))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        last = self._width(self._hints[-1]) if self._hints else 0
        return QSize(last, self._theme.px(20))

    def place_of(self, key: str) -> QRect:
        """Where the hint with this key stands; empty when there is no room for it."""
        return next((box for box, hint in self._placed() if key in hint[0]), QRect())

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box, (keys, text) in self._placed():
            for key in keys:
                width = paint_key_chip(painter, theme, box.left(), self.height() // 2, key)
                box.setLeft(box.left() + width + theme.px(4))
            write(painter, box, text, theme.font("second"), theme.color("text_muted"))
        painter.end()

    @guarded()
    def mousePressEvent(self, event: QMouseEvent) -> None:
        for box, (keys, _) in self._placed():
            if box.contains(event.position().toPoint()):
                self.pressed.emit(keys[-1])
                return

    def _placed(self) -> list[tuple[QRect, Hint]]:
        gap, shown = self._theme.px(18), list(self._hints)
        while shown[1:] and sum(map(self._width, shown)) + gap * (len(shown) - 1) > self.width():
            shown.pop(0)
        x = self.width() - sum(map(self._width, shown)) - gap * max(0, len(shown) - 1)
        placed = []
        for hint in shown:
            placed.append((QRect(x, 0, self._width(hint), self.height()), hint))
            x += self._width(hint) + gap
        return placed

    def _width(self, hint: Hint) -> int:
        keys, text = hint
        width = sum(key_chip_width(self._theme, key) + self._theme.px(4) for key in keys)
        return width + text_width(self._theme.font("second"), text)
