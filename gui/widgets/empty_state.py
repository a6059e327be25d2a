"""What an empty list says: what belongs here, and the next step."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui import icons
from gui.theme import Theme
from gui.widgets.words import Words


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
        picture = Words(alignment=Qt.AlignmentFlag.AlignCenter)
        ratio = self.devicePixelRatioF()
        picture.setPixmap(icons.pixmap(icon, theme.color("text_faint"), theme.px(32), ratio))
        column.addWidget(picture)
        self._sentence = self._line("row_total", "text")
        self._hint = self._line("body", "text_muted")
        column.addWidget(self._sentence)
        column.addWidget(self._hint)
        if button is not None:
            column.addSpacing(theme.px(8))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.say(sentence, hint)

    def say(self, sentence: str, hint: str = "") -> None:
        """Another sentence: nothing here yet, or nothing found."""
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{sentence} {hint}".strip())

    def _line(self, role: str, token: str) -> QLabel:
        label = Words(wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        label.setFont(self._theme.font(role))
        label.setStyleSheet(f"color: {self._theme.hex(token)};")
        return label
