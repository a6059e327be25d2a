"""The shop's QRIS on the screen, with the sum in it, large enough for any phone."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.look.theme import Theme
from gui.printing.barcodes import square
from gui.printing.qr_painting import paint_qr
from gui.runtime.error_handler import guarded
from models.formats import qris
from models.settings import preferences

translate = QCoreApplication.translate

SMALLEST = 40  # mm with its quiet zone: the squares themselves are never under 30 mm
_MM_PER_INCH = 25.4


class QrisCode(QWidget):
    """Dark on white whatever the theme is: not every phone reads it the other way round."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._static = self._payload = ""
        self._is_small = False
        self.modules: list[list[int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_set_up(self) -> bool:
        """Whether the shop has a QRIS to show."""
        return bool(self._static)

    @property
    def payload(self) -> str:
        """What a phone reads now."""
        return self._payload

    def look_up(self) -> None:
        """Asks the shop for its QRIS; it may have been set a moment ago."""
        self._static = preferences.get(preferences.QRIS)

    def set_small(self, is_small: bool) -> None:
        """As small as a phone reads it well."""
        if is_small != self._is_small:
            self._is_small = is_small
            self.updateGeometry()

    def ask_for(self, amount: int, words: str) -> None:
        """Shows the code for `amount` rupiah, which `words` says; nothing for no sum."""
        payload = qris.with_amount(self._static, amount) if self._static and amount > 0 else ""
        self.setAccessibleName(words)
        self.setVisible(bool(payload))
        if payload != self._payload:
            self._payload = payload
            self.modules = [list(row) for row in square(payload)] if payload else []
            self.update()

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        per_mm = max(self.screen().physicalDotsPerInch(), 96.0) / _MM_PER_INCH
        side = max(0 if self._is_small else self._theme.px(256), round(SMALLEST * per_mm))
        return QSize(side, side)

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_qr(painter, self.rect(), self.modules)
        painter.end()
