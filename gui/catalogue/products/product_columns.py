"""The columns of the catalogue, and how a cell that is edited becomes a verb."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from gui.catalogue.products.number_fields import count_to_type, money_to_type
from gui.shell.app_context import AppContext
from gui.widgets.rows.rows import Column
from gui.widgets.text.chip import Badge
from models.catalogue.catalogue import Product
from models.statistics.margin import Margin, margin_of

translate = QCoreApplication.translate

#: What each column is called in `catalogue_listing.ORDERS`, in their order on the screen.
STOCK_WIDTH = 246  # the number, the bar and a chip
SKU, NAME, UNIT, COST, PRICE, MARGIN, STOCK = range(7)
ORDERS = ("sku", "name", "unit", "cost", "price", "margin", "stock")


_CHANGE = "catalogue.change_product"


def product_columns(context: AppContext, is_tax_included: Callable[[], bool]) -> tuple[Column, ...]:
    """`is_tax_included` says of the prices of this moment whether they contain the tax."""
    words = context.format
    money = words.money

    def cost(product: Product) -> str:
        return "\u2013" if product.cost is None else money(product.cost)

    def price(product: Product) -> str:
        return money(product.price)

    def earned(product: Product) -> Margin:
        terms = product.price, product.cost, product.tax_rate
        return margin_of(*terms, tax_included=is_tax_included())

    def margin(product: Product) -> str:
        share = earned(product).share
        return "\u2013" if share is None else words.percent(share, 0)

    def margin_token(product: Product) -> str:
        return "on_danger_soft" if (earned(product).profit or 0) < 0 else "text_muted"

    def stock(product: Product) -> str:
        return "" if product.on_hand is None else words.quantity(product.on_hand)

    def typed_cost(product: Product) -> str:
        return money_to_type(product.cost, words)

    def typed_price(product: Product) -> str:
        return money_to_type(product.price, words)

    def typed_stock(product: Product) -> str:
        return count_to_type(product.on_hand, words)

    return (
        Column(
            translate("catalogue", "Code"), _sku, width=96, font="second", token="text_faint"
        ),
        Column(translate("catalogue", "Product"), _name, font="row", token=_name_token, edit=_name,
            deed=_CHANGE,
        ),
        Column(translate("catalogue", "Unit"), _unit, width=84, font="body", token="text_muted"),
        Column(
            translate("catalogue", "Cost"), cost, "right", 108, "body", "text_muted",
            edit=typed_cost, deed=_CHANGE,
        ),
        Column(
            translate("catalogue", "Price"), price, "right", 118, "row_total", edit=typed_price,
            deed=_CHANGE,
        ),
        Column(
            translate("catalogue", "Margin"), margin, "right", 70, "body", margin_token
        ),
        Column(
            translate("catalogue", "Stock"), stock, "left", STOCK_WIDTH, "row_total",
            badge=stock_badge, edit=typed_stock, deed="stock.adjust",
        ),
    )  # fmt: skip


def stock_badge(product: Product) -> Badge | None:
    """Little left, nothing left, or out of sale; None when all is well."""
    if not product.active:
        return Badge(translate("catalogue", "Inactive"), "neutral", "eye-off-outline")
    left = product.available
    if left is not None and left <= 0 < (product.on_hand or 0):
        return Badge(translate("catalogue", "Reserved"), "danger", "account-clock-outline")
    if left is not None and left <= 0:
        return Badge(translate("catalogue", "Out of stock"), "danger", "close-circle-outline")
    if product.is_low:
        return Badge(translate("catalogue", "Low stock"), "warn", "alert-outline")
    return None


def _sku(product: Product) -> str:
    return product.sku


def _name(product: Product) -> str:
    return product.name


def _unit(product: Product) -> str:
    return product.unit


def _name_token(product: Product) -> str:
    return "text" if product.active else "text_faint"
