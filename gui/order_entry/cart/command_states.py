"""Which commands of the counter can be done with the cart that is in the hands."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from gui.input.actions import allow
from gui.order_entry.cart.cart_editor import CartEditor
from gui.order_entry.cart.exchange import pay_text
from gui.shell.app_context import AppContext
from models.orders.returns import OpenedExchange

translate = QCoreApplication.translate

#: What only a new order knows: a placed one is sent already.
_NEW = ("order.send", "order.hold")
#: What an exchange leaves as it is.
_TERMS = ("order.note", "order.discount", "order.later")
#: What the customer is sent, also of a held cart.
_COPIED = ("order.copy", "order.copy_other", "order.copy_qris")


def show_offers(
    actions: Mapping[str, QAction], basket: CartEditor, context: AppContext, removable: bool
) -> None:
    """`removable` when there is a held cart to discard."""
    cart, line = bool(basket.cart), basket.current_line is not None
    changing = basket.changing is not None
    exchanging = isinstance(basket.changing, OpenedExchange)
    actions["order.pay"].setText(pay_text(basket, context))
    actions["order.send"].setVisible(not changing)
    empty = translate("order_entry", "The cart is empty")
    stands = translate("order_entry", "Discount, note and time of the order stay as they are")
    placed = translate("order_entry", "The order is placed already")
    can = {
        "order.pay": (cart, empty),
        "order.leave": (changing, translate("order_entry", "No placed order is being changed")),
        **dict.fromkeys(_TERMS, (cart and not exchanging, stands if exchanging else empty)),
        **dict.fromkeys(_COPIED, (cart or removable, empty)),
        **dict.fromkeys(_NEW, (cart and not changing, placed if changing else empty)),
        "order.quantity": (line, empty),
        "order.last_line": (line, empty),
        "order.remove": (line or removable, empty),
    }
    for command, (possible, why_not) in can.items():
        allow(actions[command], possible, why_not)
