"""What an empty list says: what belongs here, and the next step."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.look import icons
from gui.look.theme import Theme
from gui.runtime.error_handler import guarded
from gui.widgets.text.plain_text import Words


class EmptyState(QWidget):
    """Icon, one sentence, one muted line, and one button (an ActionButton) if there is one."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        sentence: str,
        hint: str = "",
        button: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(8))
        column.addStretch(1)
        self._picture = picture = Words(alignment=Qt.AlignmentFlag.AlignCenter)
        ratio = self.devicePixelRatioF()
        picture.setPixmap(icons.pixmap(icon, theme.color("text_faint"), theme.px(32), ratio))
        column.addWidget(picture)
        self._sentence = self._line("row_total", "text")
        self._hint = self._line("body", "text_muted")
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        self._button = button
        if button is not None:
            column.addSpacing(theme.px(8))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.say(sentence, hint)

    def say(self, sentence: str, hint: str = "") -> None:
        """Another sentence: nothing here yet, or nothing found."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._give_way()
        self.setAccessibleName(f"{sentence} {hint}".strip())

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def _give_way(self) -> None:
        """Where it is low the picture goes first, then the hint: the sentence is never cut."""
        px, wide = self._theme.px, self.width() - 2 * self._theme.px(16)
        needed = 2 * px(16) + self._sentence.heightForWidth(wide)
        if self._button is not None:
            needed += px(16) + self._button.sizeHint().height()
        with_hint = needed + px(8) + self._hint.heightForWidth(wide)
        self._hint.setVisible(bool(self._hint.text()) and with_hint <= self.height())
        if self._hint.text():
            needed = with_hint
        self._picture.setVisible(needed + px(8 + 32) <= self.height())

    def _line(self, role: str, token: str) -> QLabel:
        label = Words(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        label.setFont(self._theme.font(role))
        label.setStyleSheet(f"color: {self._theme.hex(token)};")
        return label
