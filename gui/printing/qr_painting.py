"""A QR code on a screen or in a picture: dark on white, not every phone reads it the other way."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter

from gui.printing.barcodes import QR_QUIET


def paint_qr(painter: QPainter, box: QRect, modules: Sequence[Sequence[int]]) -> None:
    """Whole dots for each module (see `barcodes.square`), with its quiet zone, inside `box`."""
    painter.fillRect(box, Qt.GlobalColor.white)
    count = len(modules) + 2 * QR_QUIET
    module = min(box.width(), box.height()) // count
    left = box.left() + (box.width() - module * count) // 2 + QR_QUIET * module
    top = box.top() + (box.height() - module * count) // 2 + QR_QUIET * module
    ink = QColor(0, 0, 0)
    for row, line in enumerate(modules):
        for column, dark in enumerate(line):
            if dark:
                spot = QRect(left + column * module, top + row * module, module, module)
                painter.fillRect(spot, ink)
