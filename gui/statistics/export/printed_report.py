"""The whole view on paper: shop, period, time of counting, figures and charts, a sheet a page."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPoint, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QRegion
from PySide6.QtWidgets import QWidget

from gui.look.theme import Theme
from gui.statistics.panels.dashboard_view import DashboardView
from gui.statistics.panels.panel import Panel
from gui.statistics.period.period_query import DashboardResult
from gui.statistics.period.periods import range_text
from gui.words.formatting import Formatting

translate = QCoreApplication.translate

#: The sheet (A4 across, 10 mm of margin) in the pixels of the design.
WIDTH, HEIGHT, HEAD = 1334, 915, 68


def report(fmt: Formatting, looked: DashboardResult, panels: Sequence[Panel] = ()) -> bytes:
    """A PDF document, always on white, whatever the theme of the screen.

    The first sheet is the first page of the window; panels of the second page that were looked at
    follow, one sheet each.
    """
    theme = Theme("light")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    days = range_text(fmt, looked.asked.first, looked.asked.last)
    writer = _writer(buffer, translate("statistics", "Statistics, {days}").format(days=days))
    painter = QPainter(writer)
    scale = writer.width() / WIDTH
    painter.scale(scale, scale)
    view = DashboardView(theme, fmt)
    view.prepare_for_paper()
    theme.apply_theme(view)
    view.show_looked(looked)
    view.turns.finish()
    _paint_sheet(painter, theme, fmt, looked, view)
    for panel in panels:
        twin = panel.twin(theme)
        twin.prepare_for_paper()
        theme.apply_theme(twin)
        if panel.looked is not None:
            twin.show_looked(panel.looked)
        writer.newPage()
        _paint_sheet(painter, theme, fmt, panel.looked or looked, twin)
    painter.end()
    return bytes(buffer.data().data())


def _paint_sheet(
    painter: QPainter, theme: Theme, fmt: Formatting, looked: DashboardResult, content: QWidget
) -> None:
    """Shown and drawn once, but not on the screen, so that all is laid out as for eyes."""
    content.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    content.resize(WIDTH, HEIGHT - HEAD)
    content.show()
    content.grab()
    _write_head(painter, theme, fmt, looked)
    content.render(painter, QPoint(0, HEAD), QRegion(), QWidget.RenderFlag.DrawChildren)
    content.close()
    content.deleteLater()


def _writer(buffer: QBuffer, title: str) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(10, 10, 10, 10),
            QPageLayout.Unit.Millimeter,
        )
    )
    writer.setResolution(600)
    writer.setTitle(title)
    writer.setCreator("BotBelanja")
    return writer


def _write_head(painter: QPainter, theme: Theme, fmt: Formatting, looked: DashboardResult) -> None:
    counted = translate("statistics", "Counted on {moment}")
    asked = looked.asked
    lines = (
        (
            "title",
            "text",
            looked.shop,
            counted.format(moment=fmt.date_and_time(looked.found.counted_at)),
        ),
        (
            "body",
            "text_muted",
            range_text(fmt, asked.first, asked.last),
            translate("statistics", "Compared with: {days}").format(
                days=range_text(fmt, *asked.before)
            ),
        ),
    )
    top = 0.0
    for role, token, left, right in lines:
        box = QRectF(0, top, WIDTH, 28)
        painter.setPen(theme.color(token))
        painter.setFont(theme.font(role))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, left)
        painter.setPen(theme.color("text_muted"))
        painter.setFont(theme.font("body"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, right)
        top += 28
