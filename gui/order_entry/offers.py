"""Which commands of the counter can be done with the cart that is in the hands."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from gui.order_entry.basket import Basket

translate = QCoreApplication.translate

#: What only a new order knows: a placed one is sent already.
_NEW = ("order.send", "order.hold", "order.later")


def show_offers(
    actions: Mapping[str, QAction], basket: Basket, pay_text: str, removable: bool
) -> None:
    """`pay_text` is what paying is called; `removable` when there is a held cart to discard."""
    cart, line = bool(basket.cart), basket.current_line is not None
    changing = basket.changing is not None
    change = translate("order_entry", "Send the change")
    actions["order.pay"].setText(change if changing else pay_text)
    actions["order.send"].setVisible(not changing)
    can = {
        "order.pay": cart,
        "order.leave": changing,
        "order.discount": cart,
        "order.note": cart,
        **dict.fromkeys(_NEW, cart and not changing),
        "order.quantity": line,
        "order.last_line": line,
        "order.remove": line or removable,
    }
    for command, enabled in can.items():
        actions[command].setEnabled(enabled)
