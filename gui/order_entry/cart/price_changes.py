"""A price holds for what is in the cart: that another one holds by now is said."""

from PySide6.QtCore import QCoreApplication

from gui.shell.app_context import AppContext
from gui.words.formatting import Formatting
from models.orders.cart import Cart, OtherPrice

translate = QCoreApplication.translate
_NAMED = 3  # so many products are named, the rest is counted


def price_text(price: OtherPrice, words: Formatting) -> str:
    """`Rp5.000 → Rp6.000`."""
    return f"{words.money(price.before)} \u2192 {words.money(price.now)}"


def tell_other_prices(context: AppContext, cart: Cart) -> None:
    """A cart of some time ago was taken up, and some of it costs something else by now."""
    if not (found := cart.other_prices()):
        return
    named = [f"{price.name} {price_text(price, context.format)}" for price in found[:_NAMED]]
    if rest := len(found) - len(named):
        named.append(f"+{rest}")
    text = translate(
        "order_entry", "Other prices by now: {names}. What is in the cart keeps its own."
    )
    context.notice(text.format(names=", ".join(named)), "info")
