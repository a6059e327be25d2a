"""What sells: the best products with their bars, and whether they rise or fall."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter

from gui.look import icons
from gui.look.theme import Theme, elided
from gui.statistics.charts.chart import Chart, text_at
from gui.statistics.figure_texts import change_of
from gui.words.formatting import Formatting
from models.statistics.statistics import TopProduct


class TopProducts(Chart):
    """As many rows as fit; the table behind it shows all."""

    direction = (0, 1)

    def __init__(self, theme: Theme, fmt: Formatting) -> None:
        super().__init__(theme, "")
        self.setAccessibleName(self.tr("Top products"))
        self._format = fmt
        self._products: tuple[TopProduct, ...] = ()
        self._compared = False

    def show_products(self, products: Sequence[TopProduct], compared: bool) -> None:
        """`compared`: the shop was open in the whole period before, and sold something."""
        self._products = tuple(products)
        self._compared = compared
        self.changed()

    def count(self) -> int:
        fits = max(1, (self.height() - self.theme.px(4)) // self.theme.px(28))
        return min(len(self._products), fits)

    def spot(self, number: int) -> QRect:
        high = self._row_height()
        top = self.theme.px(2) + number * high
        return QRect(0, round(top), self.width(), round(high))

    def words(self, number: int) -> list[str]:
        product, fmt = self._products[number], self._format
        words = [
            product.name,
            fmt.money(product.revenue),
            self.tr("{quantity} {unit} in {n} order line(s)", "", product.lines).format(
                quantity=fmt.quantity(product.quantity),
                unit=product.unit,
                n=fmt.number(product.lines),
            ),
        ]
        if product.revenue_before:
            before = self.tr("before: {money}, {quantity} {unit}").format(
                money=fmt.money(product.revenue_before),
                quantity=fmt.quantity(product.quantity_before),
                unit=product.unit,
            )
            return [*words, before]
        return [*words, self.tr("not sold in the period before")]

    def _row_height(self) -> float:
        """Rows share the height, but a few stay together at the top."""
        share = (self.height() - self.theme.px(4)) / max(1, self.count())
        return min(share, float(self.theme.px(36)))

    # --- drawing ---------------------------------------------------------------------------

    def draw(self, painter: QPainter) -> None:
        for number in range(self.count()):
            self._draw_row(painter, number)

    def _draw_row(self, painter: QPainter, number: int) -> None:
        theme, product = self.theme, self._products[number]
        box = QRectF(self.spot(number))
        px = theme.px
        if number == self.current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("hover"))
            painter.drawRoundedRect(box, 4, 4)
        change, money = px(70) if self._compared else px(4), px(88)
        track = QRectF(px(2), box.center().y() + px(8), box.width() - change - money - px(2), px(4))
        middle = box.center().y() - px(3)
        painter.setFont(theme.font("second"))
        painter.setPen(theme.color("text"))
        name = elided(theme.font("second"), product.name, int(track.width()))
        text_at(painter, QPointF(track.left(), middle), name, Qt.AlignmentFlag.AlignLeft)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken" if not theme.is_dark else "grid"))
        painter.drawRoundedRect(track, 2, 2)
        share = product.revenue / self._products[0].revenue if self._products[0].revenue else 0
        painter.setBrush(theme.color("accent"))
        painter.drawRoundedRect(QRectF(track.topLeft(), track.size()).adjusted(
            0, 0, -(1 - share) * track.width(), 0), 2, 2)  # fmt: skip
        painter.setFont(theme.font("second_strong"))
        painter.setPen(theme.color("text"))
        end = QPointF(box.right() - change, box.center().y())
        sum_ = self._format.short_money(product.revenue)
        text_at(painter, end, sum_, Qt.AlignmentFlag.AlignRight)
        self._draw_change(painter, product, QPointF(box.right() - px(2), box.center().y()))

    def _draw_change(self, painter: QPainter, product: TopProduct, end: QPointF) -> None:
        theme = self.theme
        before = product.revenue_before if self._compared else 0
        change = change_of(self._format, product.revenue, before)
        text = change.text if change.rising is not None else ""
        token = {True: "on_ready_soft", False: "on_danger_soft", None: "text_faint"}[change.better]
        if not before:
            text, token = self.tr("new") if self._compared else "", "text_faint"
        painter.setFont(theme.font("second_strong"))
        painter.setPen(theme.color(token))
        text_at(painter, end, text, Qt.AlignmentFlag.AlignRight)
        if change.rising is None:
            return
        wide = QFontMetrics(theme.font("second_strong")).horizontalAdvance(text)
        size = theme.px(15)
        spot = QRectF(end.x() - wide - size - 1, end.y() - size / 2, size, size)
        name = "arrow-up" if change.rising else "arrow-down"
        icons.paint(painter, spot, name, theme.color(token))
