"""The whole view on one sheet of paper: shop, period, time of counting, figures and charts."""

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPoint, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter, QRegion
from PySide6.QtWidgets import QWidget

from gui.formatting import Formatting
from gui.statistics.periods import range_text
from gui.statistics.view import StatisticsView
from gui.theme import Theme
from gui.widgets.empty_state import EmptyState
from models.statistics import Dashboard

translate = QCoreApplication.translate

#: The sheet (A4 across, 10 mm of margin) in the pixels of the design.
WIDTH, HEIGHT, HEAD = 1334, 915, 68


def report(fmt: Formatting, shop_name: str, found: Dashboard) -> bytes:
    """A PDF document, always on white, whatever the theme of the screen."""
    theme = Theme("light")
    view = StatisticsView(
        theme, fmt, EmptyState(theme, "chart-bar", translate("statistics", "Nothing was sold"))
    )
    theme.dress(view)
    view.prepare_for_paper()
    view.can_plot()
    view.show_dashboard(found)
    # Shown and drawn once, but not on the screen, so that everything is laid out as for eyes.
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    view.resize(WIDTH, HEIGHT - HEAD)
    view.show()
    view.grab()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    days = range_text(fmt, found.first_day, found.last_day)
    writer = _writer(buffer, translate("statistics", "Statistics, {days}").format(days=days))
    painter = QPainter(writer)
    scale = writer.width() / WIDTH
    painter.scale(scale, scale)
    _write_head(painter, theme, fmt, shop_name, found)
    view.render(painter, QPoint(0, HEAD), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    view.close()
    view.deleteLater()
    return bytes(buffer.data().data())


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


def _write_head(
    painter: QPainter, theme: Theme, fmt: Formatting, shop_name: str, found: Dashboard
) -> None:
    counted = translate("statistics", "Counted on {moment}")
    lines = (
        ("title", "text", shop_name, counted.format(moment=fmt.date_and_time(found.counted_at))),
        (
            "body",
            "text_muted",
            range_text(fmt, found.first_day, found.last_day),
            translate("statistics", "Previous period: {days}").format(
                days=range_text(fmt, found.before_first_day, found.before_last_day)
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
