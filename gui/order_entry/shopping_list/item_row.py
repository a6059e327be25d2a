"""A wish of a shopping list beside the customer's words; the open one with choices on keys."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QEvent,
    QRect,
    QRectF,
    QSize,
    Signal,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from gui.look import icons
from gui.look.theme import Theme, text_width
from gui.order_entry.entry.result_row import beside_code
from gui.order_entry.entry.stock_texts import QUIET, left_badge, stock_badge
from gui.order_entry.shopping_list.list_review import ItemRow, State
from gui.runtime.error_handler import guarded
from gui.widgets.rows.painted_rows import ROW, RowPainter
from gui.widgets.rows.rows import Index, RowsModel
from gui.widgets.text.chip import badge_width, paint_badge
from gui.widgets.text.key_chip import key_chip_width, paint_key_chip
from gui.widgets.text.text_painting import RIGHT, write
from gui.words.formatting import Formatting
from models import amounts
from models.search.product_search import Hit

translate = QCoreApplication.translate

CHOICE = 46
#: Below this width the customer's words stand under the name instead of beside it.
NARROW = 720
#: Icon and colour of each state.
LOOKS = {
    State.SURE: ("check-circle", "on_ready_soft"),
    State.CHOSEN: ("check-circle", "on_ready_soft"),
    State.ASKED: ("help-circle", "on_warn_soft"),
    State.MISSING: ("close-circle", "on_danger_soft"),
    State.SKIPPED: ("minus-circle-outline", "text_faint"),
}


class ItemPainter(RowPainter):
    """Columns are measured from the right, as in the cart."""

    #: The row at this place was pressed.
    opened = Signal(int)
    #: A choice of the open row was pressed; carries its number from 0.
    chosen = Signal(int)
    #: The amount of the row at this place was pressed.
    amount_opened = Signal(int)
    #: An amount that is proposed was pressed; carries its number from 0.
    amount_chosen = Signal(int)

    def __init__(self, theme: Theme, format: Formatting) -> None:
        super().__init__(theme)
        self.format = format
        self.measure(())

    def measure(self, rows: Sequence[ItemRow]) -> None:
        """Columns wide enough for the largest sums and the longest units among these rows."""
        px, money, found = self.theme.px, self.format.money, [x for x in rows if x.product]
        total_font, plain, small = (self.theme.font(x) for x in ("row_total", "body", "second"))
        totals = (text_width(total_font, money(_total(row))) for row in found)
        prices = (text_width(plain, money(row.product.price)) for row in found if row.product)
        units = (text_width(small, _unit(row)) for row in rows)
        # Their right edges, and where the units begin, measured from the right edge of the row.
        self._price = px(13) + max([px(84), *totals]) + px(16)
        self._unit = self._price + max([px(64), *prices]) + px(12) + max([px(58), *units])
        self._quantity = self._unit + px(8)

    def text(self, row: Any) -> str:
        return (
            f"{row.at + 1}, {self._title(row)}, {row.source}, {self.format.quantity(row.quantity)}"
        )

    def head(self, painter: QPainter, box: QRect) -> None:
        """The heads over the columns."""
        px, right = self.theme.px, box.right() + 1
        font, muted = self.theme.font("head"), self.theme.color("text_muted")
        for edge, text in (
            (px(32), translate("order_entry", "No")),
            (right - self._quantity, translate("order_entry", "Qty")),
            (right - self._price, translate("order_entry", "Price")),
            (right - px(13), translate("order_entry", "Total")),
        ):
            write(painter, QRect(0, box.top(), edge, box.height()), text, font, muted, RIGHT)
        name = QRect(px(68), box.top(), px(200), box.height())
        write(painter, name, translate("order_entry", "Product"), font, muted)
        if self._is_beside(box):
            words = QRect(self._words_left(box), box.top(), px(200), box.height())
            write(painter, words, translate("order_entry", "Customer wrote"), font, muted)

    @guarded()
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        assert isinstance(model, RowsModel)
        row: ItemRow = model.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box = self.theme, option.rect
        if row.is_open or row.wish_state is State.ASKED:
            painter.fillRect(box, theme.color("warn_soft"))
        if row.is_open:
            painter.fillRect(
                box.left(), box.top(), theme.px(4), box.height(), theme.color("warn_edge")
            )
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.color("grid"))
        top = QRect(box.left(), box.top(), box.width(), theme.px(ROW))
        self._line(painter, top, row)
        if row.asks_product:
            for number, place in enumerate(self.places(box, row)):
                self._choice(painter, place, number, row)
        elif row.is_open:
            self._amounts(painter, box, row)
        painter.restore()

    @guarded(QSize(0, ROW))
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.model().row(index)  # type: ignore[attr-defined]
        px, height = self.theme.px, self.theme.px(ROW)
        if row is not None and row.is_open and row.asks_amount:
            height += px(CHOICE) + px(4)
        elif row is not None and row.is_open and row.choices:
            height += px(CHOICE) * ((len(row.choices) + 1) // 2) + px(4)
        return QSize(px(300), height)

    @guarded(False)
    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        row: ItemRow = index.model().row(index)  # type: ignore[attr-defined]
        point = event.position().toPoint()
        places, pressed = self.places(option.rect, row), self.chosen
        if row.asks_amount:
            places, pressed = self.amount_places(option.rect, row), self.amount_chosen
        for number, place in enumerate(places if row.is_open else ()):
            if place.contains(point):
                pressed.emit(number)
                return True
        if row.product is not None and self.amount_box(option.rect).contains(point):
            self.amount_opened.emit(row.at)
        else:
            self.opened.emit(row.at)
        return True

    # --- the line --------------------------------------------------------------------------

    def _title(self, row: ItemRow) -> str:
        if row.wish_state is State.ASKED and row.product is None:
            return _question(row.choices)
        if row.wish_state is State.MISSING:
            return translate("order_entry", "Not in the catalogue")
        if row.wish_state is State.SKIPPED:
            return translate("order_entry", "Left out")
        return row.product.name if row.product else ""

    def _line(self, painter: QPainter, box: QRect, row: ItemRow) -> None:
        theme, px = self.theme, self.theme.px
        icon, token = LOOKS[row.wish_state]
        faint, muted = theme.color("text_faint"), theme.color("text_muted")
        number = QRect(box.left(), box.top(), px(32), box.height())
        write(painter, number, str(row.at + 1), theme.font("body"), faint, RIGHT)
        spot = QRect(box.left() + px(40), box.center().y() - px(10) + 1, px(20), px(20))
        icons.paint(painter, spot, icon, theme.color(token))
        right, ink = box.right() + 1, theme.color("on_warn_soft") if row.is_open else faint
        name, words = self._texts(box)
        quiet = row.product is not None
        font = theme.font("row" if quiet else "row_total")
        left = row.product.available if row.product else None
        beyond = left is not None and row.quantity > left and row.wish_state is not State.ASKED
        badge = left_badge(left, self.format) if left is not None and beyond else None
        spare = badge_width(theme, badge) + px(8) if badge else 0
        title = name.adjusted(0, 0, -spare, 0)
        title_ink = theme.color("text" if quiet else token)
        width = write(painter, title, self._title(row), font, title_ink)
        if badge:
            x = name.left() + width + px(8)
            paint_badge(painter, theme, x, name.center().y() + 1, badge, name.right() + 1 - x)
        write(painter, words, f"\u201c{row.source}\u201d", theme.font("second"), ink)
        if row.asks_amount and row.wish_state is State.ASKED:
            painter.setPen(QPen(theme.color("warn_edge"), 1))
            painter.setBrush(theme.color("surface"))
            painter.drawRoundedRect(
                QRectF(self.amount_box(box)).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6
            )
        quantity = QRect(box.left(), box.top(), right - self._quantity - box.left(), box.height())
        strong = theme.color("text" if row.product or row.is_open else "text_muted")
        is_typed = row.is_open and row.asks_amount  # then the field stands over it
        text = "?" if row.asks_amount and not row.amounts else self.format.quantity(row.quantity)
        text = "" if is_typed else text
        write(painter, quantity, text, theme.letters(15, 700), strong, RIGHT)
        unit = QRect(right - self._unit, box.top(), self._unit - self._price, box.height())
        write(painter, unit, _unit(row), theme.font("second"), muted)
        self._sums(painter, box, row)

    def _sums(self, painter: QPainter, box: QRect, row: ItemRow) -> None:
        theme, px, right = self.theme, self.theme.px, box.right() + 1
        edge = QRect(box.left(), box.top(), right - px(13) - box.left(), box.height())
        if row.asks_product and row.choices:
            self._hint(painter, edge, len(row.choices))
            return
        if row.product is None or row.wish_state is State.ASKED:
            missing = row.wish_state is not State.ASKED
            text = translate("order_entry", "not added") if missing else ""
            write(painter, edge, text, theme.font("body"), theme.color("text_muted"), RIGHT)
            return
        money = self.format.money
        price = QRect(box.left(), box.top(), right - self._price - box.left(), box.height())
        write(
            painter,
            price,
            money(row.product.price),
            theme.font("body"),
            theme.color("text_muted"),
            RIGHT,
        )
        write(
            painter, edge, money(_total(row)), theme.font("row_total"), theme.color("text"), RIGHT
        )

    def _hint(self, painter: QPainter, box: QRect, count: int) -> None:
        """`1 – 8 choose  0 skip` in the colours of the open row."""
        theme, px = self.theme, self.theme.px
        font, ink = theme.font("second"), theme.color("on_warn_soft")
        skip, choose = translate("order_entry", "skip"), translate("order_entry", "choose")
        middle = box.center().y() + 1
        x = box.right() + 1
        for keys, word in ((("0",), skip), (("1", str(count)) if count > 1 else ("1",), choose)):
            x -= text_width(font, word)
            write(painter, QRect(x, box.top(), px(120), box.height()), word, font, ink)
            for at, key in enumerate(reversed(keys)):
                if at:
                    x -= px(11)
                    write(painter, QRect(x, box.top(), px(12), box.height()), "\u2013", font, ink)
                x -= key_chip_width(theme, key) + px(3)
                paint_key_chip(painter, theme, x, middle, key)
            x -= px(12)

    # --- how much --------------------------------------------------------------------------

    def amount_box(self, box: QRect) -> QRect:
        """Where the amount stands in a row."""
        px, right = self.theme.px, box.right() + 1 - self._quantity
        return QRect(right - px(61), box.top() + px(6), px(65), px(ROW - 12))

    def amount_places(self, box: QRect, row: ItemRow) -> list[QRect]:
        """Where the amounts stand that may be meant, from the right edge to the left."""
        px, places = self.theme.px, []
        right = box.right() + 1 - px(13)
        for amount in reversed(row.amounts):
            width = text_width(self.theme.font("row_total"), self._sold(row, amount)) + px(28)
            places.append(QRect(right - width, box.top() + px(ROW), width, px(CHOICE) - px(6)))
            right -= width + px(8)
        return places[::-1]

    def _amounts(self, painter: QPainter, box: QRect, row: ItemRow) -> None:
        theme, px = self.theme, self.theme.px
        places = self.amount_places(box, row)
        for number, (place, amount) in enumerate(zip(places, row.amounts, strict=True)):
            self._plate(painter, place, number == row.marked)
            inner = place.adjusted(px(14), 0, 0, 0)
            write(
                painter,
                inner,
                self._sold(row, amount),
                theme.font("row_total"),
                theme.color("text"),
            )
        left = box.left() + px(68)
        end = places[0].left() - px(12) if places else box.right()
        question = QRect(left, box.top() + px(ROW), end - left, px(CHOICE) - px(6))
        text = translate("order_entry", "How many {unit} are \u201c{words}\u201d?")
        text = text.format(unit=_unit(row), words=row.source)
        write(painter, question, text, theme.font("body_strong"), theme.color("on_warn_soft"))

    def _sold(self, row: ItemRow, amount: int) -> str:
        return f"{self.format.quantity(amount)} {_unit(row)}"

    def _plate(self, painter: QPainter, place: QRect, marked: bool) -> None:
        painter.setBrush(self.theme.color("surface"))
        painter.setPen(QPen(self.theme.color("accent" if marked else "border"), 2 if marked else 1))
        painter.drawRoundedRect(QRectF(place).adjusted(1, 1, -1, -1), 8, 8)

    # --- the choices -----------------------------------------------------------------------

    def _texts(self, box: QRect) -> tuple[QRect, QRect]:
        """Where the name stands and where the words: beside each other, or one over the other."""
        px, right = self.theme.px, self._texts_end(box)
        name = QRect(box.left() + px(68), box.top(), right - box.left() - px(68), box.height())
        if self._is_beside(box):
            left = self._words_left(box)
            name.setRight(left - px(12))
            return name, QRect(left, box.top(), right - left, box.height())
        name.setHeight(px(26))
        return name, QRect(name.left(), box.top() + px(22), name.width(), px(20))

    def _is_beside(self, box: QRect) -> bool:
        """Whether the customer's words have room beside the name."""
        room = self._texts_end(box) - self._words_left(box)
        return box.width() >= self.theme.px(NARROW) and room >= self.theme.px(96)

    def _texts_end(self, box: QRect) -> int:
        return box.right() + 1 - self._quantity - self.theme.px(69)

    def _words_left(self, box: QRect) -> int:
        return box.left() + max(self.theme.px(240), box.width() * 49 // 100)

    def places(self, box: QRect, row: ItemRow) -> list[QRect]:
        """Down the left half first, as the keys are counted."""
        px = self.theme.px
        half = (len(row.choices) + 1) // 2
        width = (box.width() - px(16 + 13 + 8)) // 2
        return [
            QRect(
                box.left() + px(16) + (number // half) * (width + px(8)),
                box.top() + px(ROW) + (number % half) * px(CHOICE),
                width,
                px(CHOICE) - px(6),
            )
            for number in range(len(row.choices))
        ]

    def _choice(self, painter: QPainter, place: QRect, number: int, row: ItemRow) -> None:
        theme, px, hit = self.theme, self.theme.px, row.choices[number]
        marked = number == row.marked
        self._plate(painter, place, marked)
        key = QRect(place.left() + px(10), place.center().y() - px(12) + 1, px(24), px(24))
        painter.setBrush(theme.color("accent" if marked else "key_bg"))
        painter.setPen(QPen(theme.color("accent" if marked else "key_border"), 1))
        painter.drawRoundedRect(QRectF(key).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        number_ink = theme.color("on_accent" if marked else "text_muted")
        write(painter, key.adjusted(px(8), 0, 0, 0), str(number + 1), theme.font("key"), number_ink)
        gone = hit.available is not None and hit.available <= 0
        ink = theme.color("text_faint" if gone else "text")
        inner = QRect(place.left() + px(44), place.top(), place.width() - px(54), place.height())
        price = self.format.money(hit.price)
        inner.setWidth(
            inner.width() - write(painter, inner, price, theme.font("row_total"), ink, RIGHT)
        )
        inner.setWidth(inner.width() - px(14))
        inner.setWidth(inner.width() - self._stock(painter, inner, hit) - px(10))
        inner = beside_code(painter, theme, inner, hit, row.choices)
        font = theme.font("row_total" if marked else "row")
        write(painter, inner, hit.name, font, ink)

    def _stock(self, painter: QPainter, box: QRect, hit: Hit) -> int:
        badge = stock_badge(hit, self.format)
        tokens = {QUIET: "text_faint", "warn": "on_warn_soft", "danger": "on_danger_soft"}
        font = self.theme.font("small" if badge.kind == QUIET else "chip")
        return write(painter, box, badge.text, font, self.theme.color(tokens[badge.kind]), RIGHT)


def _total(row: ItemRow) -> int:
    return amounts.line_total(row.product.price, row.quantity) if row.product else 0


def _unit(row: ItemRow) -> str:
    return row.product.unit if row.product else row.unit


def _question(choices: tuple[Hit, ...]) -> str:
    """`Kapal Api: which one?`, from the words that all choices begin with."""
    if len(choices) == 1:
        return translate("order_entry", "Is this the one?")
    names = [hit.name.split() for hit in choices]
    common = []
    for words in zip(*names, strict=False):
        if len({word.casefold() for word in words}) > 1:
            break
        common.append(words[0])
    if not common:
        return translate("order_entry", "Which one is meant?")
    return translate("order_entry", "{name}: which one?").format(name=" ".join(common))
