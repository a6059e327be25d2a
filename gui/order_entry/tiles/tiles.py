"""Favourites as tiles for the finger: always in the same place, with price, stock and count."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QScroller,
    QVBoxLayout,
    QWidget,
)

from gui.input.actions import key_text
from gui.order_entry.entry.key_hints import KeyHints
from gui.order_entry.tiles.tile_list import TileList
from gui.order_entry.tiles.tile_order import TileOrder
from gui.order_entry.tiles.tile_painter import TilePainter
from gui.runtime.error_handler import guarded
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.buttons.button import Button
from gui.widgets.containers.card import Card
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label
from models.catalogue import catalogue
from models.catalogue.catalogue import Product

translate = QCoreApplication.translate

STRIPES = 7
ROWS_OF_FILTERS = 2


class Tiles(QWidget):
    """Favourites first; a button for each category."""

    #: A tile was pressed; carries its product.
    pressed = Signal(object)
    #: Arranging has ended.
    ended = Signal()

    def __init__(self, context: AppContext, arrange: QAction) -> None:
        super().__init__()
        self._context, theme = context, context.theme
        self.arranging = TileOrder(context)
        self.is_arranging = False
        self._categories: list[str] | None = None
        self._category = ""
        self._painter = TilePainter(theme, context.format)
        self.list_view = TileList(self._painter)
        self.list_view.pressed_row.connect(self._pressed)
        self.list_view.moved.connect(self._move)
        self.list_view.starred.connect(self._star)
        self.list_view.ended.connect(self.end_arranging)
        self._bar = ArrangeBar(context)
        self._bar.hints.pressed.connect(self._hint_pressed)
        self.category_buttons = QButtonGroup(self, exclusive=True)
        self.category_buttons.idClicked.connect(self._choose)
        self.strip = Filters(theme.px(8))
        # Its child from the first moment: without a category it is never laid out.
        self._arrange = ActionButton(theme, arrange, "quiet", parent=self.strip.holder)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self.strip)
        column.addWidget(self._bar)
        column.addWidget(self.list_view, 1)
        self.empty = EmptyState(theme, "star-outline", "")
        self.empty.hide()
        column.addWidget(self.empty, 1)

    def ask(self) -> None:
        """Reads what is shown anew, if it is shown."""
        if self.isHidden():
            return
        self._context.background.ask(catalogue.categories, self._show_categories, owner=self)
        question = catalogue.favourites
        if self._category:
            question = partial(catalogue.by_category, self._category)
        self._context.background.ask(question, self._show_products, owner=self)

    def show_counts(self, counts: dict[int, int]) -> None:
        """How much (thousandths) of each product is in the cart."""
        self._painter.counts = counts
        self.list_view.viewport().update()

    # --- arranging -------------------------------------------------------------------------

    def begin_arranging(self) -> None:
        """Keys, mouse and finger put the tiles in order until it is ended."""
        self.is_arranging = True
        self._bar.show()
        self.list_view.arrange(True)

    def end_arranging(self) -> None:
        """Tiles are for selling again."""
        if self.is_arranging:
            self.is_arranging = False
            self._bar.hide()
            self.list_view.arrange(False)
            self.ended.emit()

    def _pressed(self, product: Product) -> None:
        if not self.is_arranging:
            self.pressed.emit(product)

    def _star(self, product: Product) -> None:
        self.arranging.star(product.id)

    def _move(self, product: Product, onto: Product) -> None:
        self.arranging.move(product, onto, self._category)

    def _hint_pressed(self, key: str) -> None:
        """What the key would do, for a finger."""
        self.list_view.press(self._bar.keys[key])

    # --- showing ---------------------------------------------------------------------------

    def _show_products(self, products: Sequence[Product]) -> None:
        if not self.list_view.is_dragging:
            self.list_view.show_products(products)
            self.empty.setVisible(not products)
            self.list_view.setVisible(bool(products))
            self._say_if_empty()

    def _say_if_empty(self) -> None:
        """What would stand here, and how it gets here."""
        if self._category:
            self.empty.say(self.tr("Nothing is sold in this category now"))
            return
        hint = self.tr("Mark a product among the hits or in the cart, then press {key}.")
        key = self._context.actions.key("order.favourite")
        self.empty.say(self.tr("No favourites yet"), hint.format(key=key))

    def _show_categories(self, categories: list[str]) -> None:
        if categories == self._categories:
            return
        self._categories = categories
        self._painter.stripes = {name: at % STRIPES for at, name in enumerate(categories)}
        for button in self.category_buttons.buttons():
            self.category_buttons.removeButton(button)
            button.hide()
            button.deleteLater()
        theme = self._context.theme
        for at, name in enumerate(["", *categories]):
            text = name or self.tr("Favourites")
            button = Button(theme, text, "" if name else "star-outline", "filter")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setChecked(name == self._category)
            self.category_buttons.addButton(button, at)
        # Behind the favourites, which it arranges: in sight however many categories there are.
        favourites, *others = self.category_buttons.buttons()
        self.strip.show_buttons([favourites, self._arrange, *others])
        self.list_view.viewport().update()

    def _choose(self, at: int) -> None:
        self._category = ["", *(self._categories or [])][at]
        self.strip.ensureWidgetVisible(self.category_buttons.button(at), 0, 0)
        self.ask()


class ArrangeBar(Card):
    """What can be done to the tiles now, and by which keys."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context.theme, "accent_soft", "accent_soft", 8)
        px, shown = context.theme.px, key_text
        #: The keys that a finger can press here.
        self.keys = {shown("Space"): Qt.Key.Key_Space, shown("Esc"): Qt.Key.Key_Escape}
        self.hints = KeyHints(
            context.theme,
            (
                (("\u2190", "\u2191", "\u2192", "\u2193"), translate("order_entry", "choose")),
                ((shown("Shift"), "\u2192"), translate("order_entry", "move")),
                ((shown("Space"),), translate("order_entry", "add or remove")),
                ((shown("Esc"),), translate("order_entry", "done")),
            ),
        )
        text = translate("order_entry", "Drag into any order")
        self._words = Label(context.theme, text, "body_strong", "on_accent_soft", "cursor-move")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(px(14), px(6), px(14), px(6))
        self._row.setSpacing(px(4))
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.hints)
        self.hide()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        around = 2 * self._row.contentsMargins().left() + self._row.spacing()
        needed = self._words.sizeHint().width() + self.hints.minimumSizeHint().width() + around
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if self.width() < needed else way.LeftToRight)


class Filters(ScrollArea):
    """Buttons side by side in at most two rows; the others are scrolled to."""

    def __init__(self, gap: int) -> None:
        self.holder = QWidget()
        super().__init__(self.holder, sideways=False)
        self.setWidgetResizable(False)
        self._gap = gap
        self._buttons: list[QAbstractButton] = []
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def show_buttons(self, buttons: Sequence[QAbstractButton]) -> None:
        self._buttons = list(buttons)
        for button in self._buttons:
            button.setParent(self.holder)
            button.show()
        self._lay_out()

    @guarded()
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        bar, policy = self.verticalScrollBar().sizeHint().width(), Qt.ScrollBarPolicy
        rows = self._rows(self.width())
        must_scroll = len(rows) > ROWS_OF_FILTERS
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if must_scroll else policy.ScrollBarAlwaysOff
        )
        width = self.width() - (bar if must_scroll else 0)
        y, ends = 0, [1]
        for row in self._rows(width) if must_scroll else rows:
            x = 0
            for button in row:
                size = button.sizeHint()
                button.setGeometry(x, y, min(size.width(), width), size.height())
                x += size.width() + self._gap
            ends.append(y + row[0].sizeHint().height())
            y = ends[-1] + self._gap
        self.verticalScrollBar().setSingleStep(self._gap + (ends[1] if len(ends) > 1 else 0))
        self.holder.resize(width, ends[-1])
        self.setFixedHeight(ends[: ROWS_OF_FILTERS + 1][-1])

    def _rows(self, width: int) -> list[list[QAbstractButton]]:
        rows: list[list[QAbstractButton]] = []
        left = 0
        for button in self._buttons:
            needed = button.sizeHint().width()
            if not rows or needed > left:
                rows.append([])
                left = width
            rows[-1].append(button)
            left -= needed + self._gap
        return rows
