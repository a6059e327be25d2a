"""All keys on paper, to hang beside the till: as they are at this station now."""

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from gui.input.actions import Actions
from gui.printing import page_painting
from gui.printing.document import Document, Gap, Pair, Piece, Rule, Size, Text
from gui.words.formatting import Formatting
from models import clock, session

translate = QCoreApplication.translate

#: Two of these stand beside each other on A4.
COLUMN = Size("A4", 105, 297, 11, 9, 42)


def key_sheet(actions: Actions, words: Formatting) -> Document:
    """Page by page, each command that has a key."""
    title = translate("key_sheet", "Keyboard shortcuts")
    pieces: list[Piece] = [Text(title, "center", "large", bold=True)]
    about = translate("key_sheet", "Station {station}, {day}").format(
        station=session.current.station, day=words.date(words.day_of(clock.now()))
    )
    pieces += [Text(about, "center", "small"), Rule()]
    for group, commands in actions.with_keys().items():
        rows = [
            Pair(actions.text(command.id), "  ".join(actions.key_names(command.id)))
            for command in commands
        ]
        pieces += [Text(actions.group_text(group), bold=True), *rows, Gap()]
    return Document(title, tuple(pieces))


def key_pages(actions: Actions, words: Formatting) -> bytes:
    """The list as a PDF document of A4 pages."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    sheet, dpi = key_sheet(actions, words), page_painting.PDF_DPI
    writer = QPdfWriter(buffer)
    writer.setResolution(dpi)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(sheet.title)
    writer.setCreator("BotBelanja")
    painter = QPainter(writer)
    for number, page in enumerate(page_painting.pages_of(sheet, COLUMN, dpi)):
        if number and number % 2 == 0:
            writer.newPage()
        painter.save()
        painter.translate(number % 2 * COLUMN.width / 25.4 * dpi, 0)
        page_painting.paint(page, COLUMN, dpi, painter)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())
