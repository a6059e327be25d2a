"""A panel as a picture for letters and slides: always as on paper, with whose figures they are."""

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QRegion
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme, elided
from gui.statistics.panels.figure_tables import marks_of, sheet_of
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_query import source_text
from gui.words.formatting import Formatting
from models.export import export
from models.export.export import Marks

#: The smallest picture in pixels of the design, and how many dots each of them has in a PNG.
SMALLEST = QSize(720, 320)
DOTS = 2
FOOT, EDGE = 30, 12


class Paper:
    """A panel built anew in the light theme, laid out as for eyes but not on the screen."""

    def __init__(self, panel: Panel, fmt: Formatting) -> None:
        theme = self._theme = Theme("light")
        self._foot = source_text(fmt, panel.looked) if panel.looked else ""
        self._panel = panel.twin(theme)
        theme.apply_theme(self._panel)
        self._panel.prepare_for_paper()
        if panel.looked is not None:
            self._panel.show_looked(panel.looked)
        self._panel.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._panel.resize(panel.size().expandedTo(SMALLEST))
        self._panel.show()
        self._panel.grab()  # charts find their size when they are first painted

    @property
    def size(self) -> QSize:
        return self._panel.size() + QSize(2 * EDGE, EDGE + FOOT)

    def paint(self, painter: QPainter) -> None:
        theme, size = self._theme, self.size
        painter.fillRect(QRect(QPoint(0, 0), size), theme.color("surface"))
        self._panel.render(painter, QPoint(EDGE, EDGE), QRegion(), QWidget.RenderFlag.DrawChildren)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text_faint"))
        foot = QRectF(2 * EDGE, size.height() - FOOT, size.width() - 4 * EDGE, FOOT)
        text = elided(theme.font("small"), self._foot, int(foot.width()))
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, text)

    def close(self) -> None:
        self._panel.close()
        self._panel.deleteLater()


def image_of(panel: Panel, fmt: Formatting) -> QImage:
    """Twice as sharp as the screen."""
    paper = Paper(panel, fmt)
    image = QImage(paper.size * DOTS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(DOTS)
    painter = QPainter(image)
    paper.paint(painter)
    painter.end()
    paper.close()
    return image


def png_of(panel: Panel, fmt: Formatting) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image_of(panel, fmt).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def svg_of(panel: Panel, fmt: Formatting) -> bytes:
    """Lines and letters instead of dots."""
    from PySide6.QtSvg import QSvgGenerator

    paper = Paper(panel, fmt)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(paper.size)
    generator.setViewBox(QRect(QPoint(0, 0), paper.size))
    generator.setTitle(panel.title)
    painter = QPainter(generator)
    paper.paint(painter)
    painter.end()
    paper.close()
    return bytes(buffer.data().data())


def for_clipboard(panel: Panel, fmt: Formatting) -> QMimeData:
    """The picture for letters, and the table for spreadsheets, where no text is a formula."""
    content = QMimeData()
    content.setImageData(image_of(panel, fmt))
    if panel.table is not None:
        sheet, marks = sheet_of(panel.table, fmt), marks_of(fmt)
        rows = [sheet.heads, *sheet.rows]
        content.setText("\n".join("\t".join(_cell(x, marks) for x in row) for row in rows))
    return content


def _cell(value: object, marks: Marks) -> str:
    if value is None:
        return ""
    return " ".join(str(export.guarded(value, marks)).split())
