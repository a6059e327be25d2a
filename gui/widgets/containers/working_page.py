"""What stands in the place of a list, or alone, while something long is done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from gui.look.theme import Theme
from gui.widgets.text.labels import Label


class WorkingPage(QWidget):
    """A sentence and how far it is; `margin` is left and right of it."""

    def __init__(self, theme: Theme, margin: int = 160) -> None:
        super().__init__()
        px = theme.px
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._text = Label(theme, "", "body_strong", align=Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(margin), 0, px(margin), 0)
        column.setSpacing(px(12))
        column.addStretch(1)
        column.addWidget(self._text)
        column.addWidget(self._bar)
        column.addStretch(1)

    def begin(self, text: str) -> None:
        self._bar.setRange(0, 0)
        self._text.set_text(text)

    def show_progress(self, done: int, of: int) -> None:
        """`of` is 0 while nobody knows how much there is."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
