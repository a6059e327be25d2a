"""What a label of a scale says, and what is wrong with a pattern, in words."""

from PySide6.QtCore import QCoreApplication

from gui.words.error_messages import sentence
from gui.words.formatting import Formatting
from models.amounts import line_total
from models.errors import ShopError
from models.formats import label_patterns
from models.formats.label_patterns import DISCOUNT, PRICE, WEIGHT, LabelPattern
from models.search import scanned_codes
from models.search.scanned_codes import Scan
from models.settings import preferences

translate = QCoreApplication.translate


def kind_words(kind: str) -> str:
    return {
        WEIGHT: translate("labels", "Weight (kg)"),
        PRICE: translate("labels", "Price"),
        DISCOUNT: translate("labels", "Discount (%)"),
    }[kind]


def times_words(pattern: LabelPattern) -> str:
    """What one step of a printed price is worth."""
    if pattern.kind != PRICE:
        return ""
    return translate("labels", "in Rp{step}").format(step=pattern.times)


def trouble_words(trouble: str) -> str:
    """Why a pattern cannot be used; see `models.formats.label_patterns.trouble`."""
    return {
        "shape": translate("labels", "Digits, points, and one pair of braces with N, then D."),
        "number": translate("labels", "Between the braces stands at least one N or D."),
        "start": translate(
            "labels", "It begins with 02, 04 or 20 to 29: other codes belong to manufacturers."
        ),
        "length": translate(
            "labels",
            "Without the check digit a label has 7, 11 or 12 places; only a discount has fewer.",
        ),
        "decimals": translate("labels", "At most three D for a weight, two for a price."),
    }[trouble]


def meaning(code: str, words: Formatting) -> tuple[str, str]:
    """Kind (ready, warn, danger) and text: what a code would do at the counter."""
    try:
        scan = scanned_codes.read(code)
        return _goods(scan, words) or _no_goods(code, scan, words)
    except ShopError as error:
        return "danger", sentence(error, words)


def _goods(scan: Scan, words: Formatting) -> tuple[str, str] | None:
    product = scan.product
    if product is None:
        return None
    quantity, discount = scan.line()
    total = line_total(product.price, quantity) - discount
    text = translate("labels", "{name}: {quantity} {unit}, {total}")
    return "ready", text.format(
        name=product.name, quantity=words.quantity(quantity), unit=product.unit,
        total=words.money(total),
    )  # fmt: skip


def _no_goods(code: str, scan: Scan, words: Formatting) -> tuple[str, str]:
    if scan.percent:
        text = translate("labels", "{percent} off the line")
        return "ready", text.format(percent=words.percent(scan.percent / 10_000, 0))
    if scan.order_id is not None:
        return "ready", translate("labels", "A receipt or slip of this shop: opens its order")
    rows = preferences.get(preferences.LABEL_PATTERNS)
    label = label_patterns.read(code.strip(), label_patterns.of_rows(rows))
    if label is None:
        return "warn", translate("labels", "No product has this code, and no pattern fits it.")
    value = words.quantity(label.value) if label.kind == WEIGHT else words.money(label.value)
    text = translate("labels", "{kind}: {value}, of the product {code}, which is not there yet.")
    return "warn", text.format(kind=kind_words(label.kind), value=value, code=label.code)
