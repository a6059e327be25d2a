"""Where the pieces of the counter stand, on a small screen and on a wide one with tiles."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.order_entry.cart.cart_card import CartCard
from gui.order_entry.cart.total_panel import TotalPanel
from gui.order_entry.entry.choice_list import ChoiceList
from gui.order_entry.entry.item_entry import ItemEntry
from gui.order_entry.entry.price_card import PriceCard
from gui.order_entry.entry.verdict_strip import VerdictStrip
from gui.order_entry.held.held_prompt import HeldPainter
from gui.order_entry.held.held_rail import HeldRail
from gui.order_entry.last_sent import LastSent
from gui.order_entry.placed_notice import PlacedNotice
from gui.order_entry.tiles.tiles import Tiles
from gui.shell.action_button import ActionButton
from gui.shell.app_context import AppContext
from gui.widgets.containers.card import Card
from gui.widgets.containers.empty_state import EmptyState
from gui.widgets.containers.scroll_area import ScrollArea
from gui.widgets.text.labels import Label
from models.orders.held_carts import HeldCartRow
from models.orders.order_changes import OpenedOrder
from models.orders.returns import OpenedExchange

translate = QCoreApplication.translate

#: From the last on, small buttons have room for picture, word and key in both languages.
WIDE, NARROW, ROOMY = 1600, 1100, 1240
#: So wide, a total has room beside its name.
BESIDE = 300
#: Under which a station keeps that its tiles stand beside the cart.
_TILES = "tiles_beside_cart"
#: What stands elsewhere on a wide screen.
_SMALL_ONLY = ("order.remove", "order.held", "order.tiles", "order.copy")
#: What has a row to itself on a small one, for its long name or key.
_WHOLE_ROW = ("order.paste", "order.copy")


class CounterLayout:
    """Builds them once; `arrange` lays them out for the room there is."""

    def __init__(self, context: AppContext, actions: dict[str, QAction], question: QWidget) -> None:
        self._theme = theme = context.theme
        self._actions = actions
        self.rail = HeldRail(
            theme,
            context.format,
            self._button("order.hold", "dashed"),
            context.actions.key("order.held"),
        )
        self.last_sent = LastSent(theme, context.format)
        self.box = ItemEntry(theme)
        self.held_list = ChoiceList(
            HeldPainter(theme, context.format), translate("order_entry", "Held carts"), _held_id
        )
        self.price_card = PriceCard(theme, context.format)
        self.tiles = Tiles(context, actions["order.arrange"])
        self.placed = PlacedNotice(context)
        self.empty = self._empty()
        self.cart = CartCard(theme, context.format, self.empty)
        self.verdict = VerdictStrip(theme, self._button("order.create"))
        self.total = TotalPanel(theme, context.format)
        self.change_bar = ChangeBar(context, self._button("order.leave", "toolbar"))
        self._pay = self._button("order.pay", "pay")
        self._send = self._button("order.send", "outline")
        self.keys = {
            id: self._button(id, "narrow")
            for id in (
                "order.note", "order.held", "order.quantity", "order.price_check",
                "order.discount", "order.remove", "order.tiles", "order.later", "order.paste",
                "order.copy",
            )
        }  # fmt: skip
        self.keys["order.held"].setText(translate("order_entry", "Held"))
        # At the foot of the cart, which gives it the room: the box, the verdict and every button
        # stay where they are.
        self._question = question
        self._is_wide: bool | None = None
        self._station = context.station
        self.tiles_wanted = context.station.yes(_TILES)
        self._left, self._middle, self._right = QWidget(), QWidget(), QWidget()
        #: The cart, on a small screen with the tiles; at its foot stands what was done.
        self.goods = QWidget()
        self._goods = QHBoxLayout(self.goods)
        self._goods.setContentsMargins(0, 0, 0, 0)
        self._goods.setSpacing(self._theme.px(12))
        self._goods.addWidget(self.cart, 16)

    # --- the three columns -----------------------------------------------------------------

    def arrange(self, width: int, height: int) -> None:
        """The page has this size now."""
        px = self._theme.px
        wide = width >= px(WIDE)
        if wide != self._is_wide:
            self._is_wide = wide
            self._arrange_wide() if wide else self._arrange_small()
        self._left.setVisible(width >= px(NARROW))
        self._left.setFixedWidth(px(256 if wide else 200))
        roomy = px(360 if width >= px(ROOMY) else 328)
        right = px(544) if wide else min(roomy, max(px(220), width * 2 // 5))
        self._right.setFixedWidth(right)
        self.cart.set_wide(wide)
        self.total.set_wide(wide, beside=right >= px(BESIDE))
        self.last_sent.set_most(5 if wide else 4)
        # The last lines of the cart stay in sight below an open list.
        spare = height - px(56 + 34 + 36 + 3 * 44 + 48 + 56)
        for choices in (self.held_list, *self.box.findChildren(ChoiceList)):
            choices.most = max(2, min(12 if wide else 6, spare // px(44)))

    def columns(self) -> QHBoxLayout:
        """The layout of the page."""
        px = self._theme.px
        row = QHBoxLayout()
        row.setContentsMargins(*[px(16)] * 4)
        row.setSpacing(px(16))
        for column, stretch in ((self._left, 0), (self._middle, 1), (self._right, 0)):
            layout = QVBoxLayout(column)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(px(12))
            row.addWidget(column, stretch)
        self.tiles.setParent(self._middle)
        left = self._left.layout()
        assert isinstance(left, QVBoxLayout)
        left.addWidget(self.rail, 1)
        left.addWidget(self.last_sent)
        return row

    def add_above_rail(self, button: ActionButton) -> None:
        """What waits besides the held carts."""
        left = self._left.layout()
        assert isinstance(left, QVBoxLayout)
        left.insertWidget(0, button)

    def _arrange_small(self) -> None:
        middle, right = self._cleared()
        self.box.set_wide(False)
        self._pay.set_height(64)
        middle.addWidget(self.box)
        self._goods.addWidget(self.tiles, 9)
        middle.addWidget(self.goods, 1)
        middle.addWidget(self._question)
        middle.addWidget(self.verdict)
        right.setSpacing(self._theme.px(8))
        for widget in (self.total, self._pay, self._send):
            right.addWidget(widget)
        keys = QWidget()
        grid = QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(self._theme.px(8))
        place = 0
        for id, button in self.keys.items():
            span = 2 if id in _WHOLE_ROW else 1
            grid.addWidget(button, place // 2, place % 2, 1, span)
            place += span
        right.addWidget(_scroller(keys), 1)
        self._show_keys()

    def _arrange_wide(self) -> None:
        middle, right = self._cleared()
        self.box.set_wide(True)
        self._pay.set_height(72)
        middle.addWidget(self.box)
        middle.addWidget(self.tiles, 1)
        keys = QHBoxLayout()
        keys.setSpacing(self._theme.px(8))
        for id, button in self.keys.items():
            if id not in _SMALL_ONLY:
                keys.addWidget(button, button.sizeHint().width())
        middle.addLayout(keys)
        right.setSpacing(self._theme.px(12))
        right.addWidget(self.goods, 1)
        right.addWidget(self._question)
        right.addWidget(self.verdict)
        right.addWidget(self.total)
        right.addWidget(self._pay)
        last = QHBoxLayout()
        last.setSpacing(self._theme.px(8))
        last.addWidget(self._send, 2)
        last.addWidget(self.keys["order.remove"], 1)
        right.addLayout(last)
        right.addWidget(self.keys["order.copy"])
        self._show_keys()
        self.keys["order.held"].hide()
        self.keys["order.tiles"].hide()

    def _show_keys(self) -> None:
        for button in (*self.keys.values(), self._pay, self.total, self.verdict):
            button.show()
        self._send.setVisible(self._send.action.isVisible())
        self.box.show()
        self.show_tiles(self.tiles_wanted)

    def show_tiles(self, wanted: bool) -> None:
        """On a small screen the tiles take a part of the cart's room when they are wanted."""
        self.tiles_wanted = wanted
        self.tiles.setVisible(bool(self._is_wide) or wanted)
        self.tiles.ask()

    def turn_tiles(self) -> None:
        """Tiles beside the cart, or the cart alone again."""
        self.show_tiles(not self.tiles_wanted)
        self._station.remember(_TILES, self.tiles_wanted)

    def _cleared(self) -> tuple[QVBoxLayout, QVBoxLayout]:
        middle, right = self._middle.layout(), self._right.layout()
        assert isinstance(middle, QVBoxLayout)
        assert isinstance(right, QVBoxLayout)
        for button in self.keys.values():
            button.setParent(self._right)
        for layout in (middle, right):
            _empty(layout)
        return middle, right

    # --- pieces ----------------------------------------------------------------------------

    def _button(self, command: str, kind: str = "normal") -> ActionButton:
        return ActionButton(self._theme, self._actions[command], kind)

    def _empty(self) -> QStackedWidget:
        empty = QStackedWidget()
        empty.addWidget(
            EmptyState(
                self._theme,
                "cart-outline",
                translate("order_entry", "Nothing in the cart yet"),
                translate("order_entry", "Scan a product, or type its name or code above."),
                self._button("order.paste"),
            )
        )
        empty.addWidget(self.placed)
        return empty


def _scroller(content: QWidget) -> ScrollArea:
    """Keeps the buttons at the foot, and lets them scroll where text is very large."""
    holder = QWidget()
    holder.setMinimumWidth(1)  # texts give way before a button is cut off
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(content)
    area = ScrollArea(holder, sideways=False)
    area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
    return area


def _empty(layout: QLayout) -> None:
    """Takes everything out; what is only there to hold others goes away."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            _empty(inner)
        elif isinstance(widget, ScrollArea):
            widget.deleteLater()


def _held_id(held: HeldCartRow) -> int:
    return held.id


class ChangeBar(Card):
    """Above the cart while a placed order is changed: which one it is, and the way out."""

    def __init__(self, context: AppContext, leave: ActionButton) -> None:
        super().__init__(context.theme, "warn_soft", "warn_soft", 0)
        self._format = context.format
        px = context.theme.px
        self.text = Label(context.theme, "", "body_strong", "on_warn_soft", "pencil-outline")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(8), px(8), px(8))
        row.setSpacing(px(12))
        row.addWidget(self.text, 1)
        row.addWidget(leave)
        self.hide()

    def show_opened(self, opened: OpenedOrder | OpenedExchange | None) -> None:
        """Nothing when the cart in hand is a new order."""
        if opened is not None:
            number = self._format.order_number(opened.number)
            text = translate("order_entry", "You are changing order {number}; send what is new.")
            if isinstance(opened, OpenedExchange):
                text = translate("order_entry", "Exchange for order {number}: what goes out?")
            self.text.set_text(text.format(number=number), number)
        self.setVisible(opened is not None)
