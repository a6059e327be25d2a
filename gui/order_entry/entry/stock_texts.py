"""How much is left of a product: quiet while there is enough, a chip when there is not."""

from PySide6.QtCore import QCoreApplication

from gui.widgets.text.chip import Badge
from gui.words.formatting import Formatting
from models.catalogue.catalogue import Product

translate = QCoreApplication.translate

QUIET = "quiet"  # no plate: plain text is enough


def stock_badge(product: Product, format: Formatting) -> Badge:
    """What the counter says about the shelf; an empty text for products that are not counted."""
    if not product.active:
        return Badge(translate("order_entry", "Inactive"), "danger", "cancel")
    left = product.available
    if left is None:
        return Badge("", QUIET)
    if left <= 0:
        return Badge(_left(left, format), "danger", "close-circle-outline")
    number = format.quantity(left)
    if product.is_low:
        return left_badge(left, format)
    return Badge(translate("order_entry", "{number} in stock").format(number=number), QUIET)


def left_badge(left: int, format: Formatting) -> Badge:
    """What is said beside more than there is (thousandths): it is sold where that is allowed."""
    return Badge(_left(left, format), "warn", "alert-outline")


def _left(left: int, format: Formatting) -> str:
    if left <= 0:
        return translate("order_entry", "None left")
    return translate("order_entry", "{number} left").format(number=format.quantity(left))
