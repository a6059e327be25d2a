"""What the cart comes to; the total is the largest thing on the counter."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.exception_desk import guarded
from gui.formatting import Formatting
from gui.order_entry.cart_card import cart_count
from gui.order_entry.ink import RIGHT, write
from gui.theme import Theme, text_width
from gui.widgets.card import Card, Line
from gui.widgets.labels import Label
from models import clock
from models.cart import Cart


class TotalPanel(Card):
    """Before the discount, discount, tax, total; a note on the order is shown above them."""

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme)
        self._format = format
        self._count = Label(theme, "", "second_strong", "text")
        self._note = Label(theme, "", "second", "text_muted", "note-text-outline")
        self._wanted = Label(theme, "", "second_strong", "on_warn_soft", "calendar-clock")
        self._before = Amount(theme, self.tr("Before discount"))
        self._discount = Amount(theme, self.tr("Discount"), "on_warn_soft")
        self._tax = Amount(theme, self.tr("Tax (PPN)"))
        self._total = BigSum(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[theme.px(16)] * 4)
        column.setSpacing(theme.px(6))
        for widget in (
            self._count, self._note, self._wanted, self._before, self._discount, self._tax,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addSpacing(theme.px(2))
        column.addWidget(Line(theme, "border"))
        column.addSpacing(theme.px(2))
        self._foot = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._foot.setSpacing(theme.px(4))
        self._foot.addWidget(Label(theme, self.tr("Total"), "second_strong", "text_muted"))
        self._foot.addWidget(self._total, 1)
        column.addLayout(self._foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_wide(self, wide: bool) -> None:
        self._total.set_role("total_wide" if wide else "total")
        self._count.setVisible(not wide)
        direction = QBoxLayout.Direction
        self._foot.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def show_cart(self, cart: Cart) -> None:
        """Money in rupiah."""
        bill, money = cart.bill(), self._format.money
        before = sum(line.gross for line in cart.lines)
        off = before - bill.subtotal + bill.discount
        self._count.set_text(cart_count(cart))
        self._note.set_text(cart.note)
        self._note.setVisible(bool(cart.note))
        wanted, form = cart.wanted_at, self._format
        if wanted is not None:
            time = form.time_on_day(wanted, form.day_of(clock.now()))
            self._wanted.set_text(self.tr("For {time}").format(time=time))
        self._wanted.setVisible(wanted is not None)
        self._before.show_sum(money(before))
        self._discount.show_sum(money(-off))
        self._before.setVisible(off > 0)
        self._discount.setVisible(off > 0)
        included = self.tr("{sum} included") if bill.tax else self.tr("included")
        tax = included if cart.tax_included else "{sum}"
        self._tax.show_sum(tax.format(sum=money(bill.tax)))
        self._total.show_sum(money(bill.total))


class Amount(QWidget):
    """A word at the left and a sum at the right."""

    def __init__(self, theme: Theme, text: str, token: str = "text_muted") -> None:
        super().__init__()
        self._sum = Label(theme, "", "body", token)
        self._sum.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Label(theme, text, "body", token), 1)
        row.addWidget(self._sum)

    def show_sum(self, text: str) -> None:
        self._sum.set_text(text)


class BigSum(QWidget):
    """A sum as large as its role says, and smaller when it would not fit."""

    def __init__(self, theme: Theme, role: str = "total", token: str = "text") -> None:
        super().__init__()
        self._theme = theme
        self._role, self._token = role, token
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_role(self, role: str) -> None:
        self._role = role
        self.updateGeometry()
        self.update()

    def show_sum(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def text(self) -> str:
        return self._text

    @guarded(QSize())
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(120), round(self._font().pixelSize() * 1.17))

    @guarded(QSize())
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @guarded()
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font, width = self._font(), self.width()
        while text_width(font, self._text) > width and font.pixelSize() > self._theme.px(16):
            font.setPixelSize(font.pixelSize() - 2)
        # The digits' own spacing hangs over at the left of the first one, never at the right.
        box = QRect(0, 0, width, self.height())
        write(painter, box, self._text, font, self._theme.color(self._token), RIGHT)
        painter.end()

    def _font(self) -> QFont:
        return self._theme.font(self._role)
