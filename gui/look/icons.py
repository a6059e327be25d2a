"""Every icon of the program, drawn from one family of letters in the colour of the text beside it.

qtawesome brings the Material Design font and its list of names. Only those two files are used:
importing the package would load eleven more fonts before the first window stands.
"""

import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QIcon,
    QPainter,
    QPixmap,
)

_FONT = "materialdesignicons6-webfont-*.ttf"
_NAMES = "materialdesignicons6-webfont-charmap-*.json"
_LOGO_SIZES = (16, 24, 32, 48, 128)


def icon(name: str, color: QColor, size: int = 20) -> QIcon:
    """The icon `name` as a QIcon, sharp on screens of one, two and three dots per pixel."""
    return _icon(name, color.rgba(), size)


def pixmap(name: str, color: QColor, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels at `ratio` dots per pixel."""
    picture = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint(painter, QRect(0, 0, size, size), name, color)
    painter.end()
    return picture


def paint(painter: QPainter, box: QRect | QRectF, name: str, color: QColor) -> None:
    """Draws the icon as large as fits into the middle of `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(_font(max(1, round(min(box.width(), box.height())))))
    painter.setPen(color)
    painter.drawText(QRectF(box), Qt.AlignmentFlag.AlignCenter, letter(name))
    painter.restore()


def paint_logo(painter: QPainter, plate: QRect, fill: QColor, face: QColor) -> None:
    """The program's own sign: a basket on a plate with round corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    corner = plate.width() * 0.28
    painter.drawRoundedRect(plate, corner, corner)
    inset = round(plate.width() * 0.18)
    paint(painter, plate.adjusted(inset, inset, -inset, -inset), "basket-check", face)
    painter.restore()


def logo(fill: QColor, face: QColor) -> QIcon:
    """The program's sign for title bars and the task bar."""
    return _logo(fill.rgba(), face.rgba())


def logo_picture(size: int, fill: QColor, face: QColor) -> QPixmap:
    """The program's sign as a picture of `size` × `size` pixels."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_logo(painter, picture.rect(), fill, face)
    painter.end()
    return picture


def letter(name: str) -> str:
    """The character that draws `name`; a KeyError names the icon that does not exist."""
    return chr(int(_characters()[name], 16))


@cache
def _icon(name: str, rgba: int, size: int) -> QIcon:
    made = QIcon()
    for ratio in (1, 2, 3):
        made.addPixmap(pixmap(name, QColor.fromRgba(rgba), size, ratio))
    return made


@cache
def _logo(fill: int, face: int) -> QIcon:
    made = QIcon()
    for size in _LOGO_SIZES:
        made.addPixmap(logo_picture(size, QColor.fromRgba(fill), QColor.fromRgba(face)))
    return made


@cache
def _characters() -> dict[str, str]:
    names: dict[str, str] = json.loads(_file(_NAMES).read_text("utf-8"))
    return names


@cache
def _font(pixels: int) -> QFont:
    """Kept: each new one is looked for among all fonts before it draws."""
    font = QFont(_family())
    font.setPixelSize(pixels)
    return font


@cache
def _family() -> str:
    number = QFontDatabase.addApplicationFont(str(_file(_FONT)))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _file(pattern: str) -> Path:
    package = find_spec("qtawesome")
    if package is None or not package.submodule_search_locations:
        raise ModuleNotFoundError("qtawesome")
    return next(Path(package.submodule_search_locations[0], "fonts").glob(pattern))
