"""The field one looks things up with: an icon, the text, the key that leads here."""

from PySide6.QtCore import QEvent, QRect, QRectF
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from gui.input.text_fields import LONGEST
from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.text.key_chip import KeyChip

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class QuietLineEdit(QLineEdit):
    """A field without a frame that leaves Ctrl+Z to the window while it has nothing to undo.

    `lets_through` names further keys that belong to the window while the field is empty, for
    instance `(QKeySequence.StandardKey.Paste,)`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, maxLength=LONGEST)
        self.lets_through: tuple[QKeySequence.StandardKey, ...] = ()
        self.setProperty("bare", True)
        self.setFrame(False)

    @guarded(False)
    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if asked and not self.text() and self._is_for_window(event):
            event.ignore()
            return False
        return super().event(event)

    def _is_for_window(self, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and any(
            event.matches(key) for key in (*_UNDO, *self.lets_through)
        )


class SearchField(QWidget):
    """`field` is the line edit: connect to its `textEdited` and `returnPressed`."""

    def __init__(
        self,
        theme: Theme,
        hint: str,
        key: str = "",
        icon: str = "magnify",
        height: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = icon
        self._icon_size = theme.px(28 if height > 48 else 20)
        self.field = QuietLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setFont(theme.font("search" if height > 48 else "body"))
        self.field.setClearButtonEnabled(False)
        self.field.installEventFilter(self)
        self.setFocusProxy(self.field)
        self.setFixedHeight(theme.px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12) + self._icon_size + theme.px(10), 0, theme.px(10), 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.field, 1)
        if key:
            row.addWidget(KeyChip(theme, key))
        self.row = row

    def text(self) -> str:
        return self.field.text()

    @guarded(False)
    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.field.hasFocus()
        width = 2 if focused else 1
        painter.setBrush(theme.color("surface"))
        painter.setPen(QPen(theme.color("accent" if focused else "border_strong"), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 8, 8)
        size = self._icon_size
        spot = QRect(theme.px(14), (self.height() - size) // 2, size, size)
        icons.paint(painter, spot, self._icon, theme.color("accent" if focused else "text_muted"))
        painter.end()
