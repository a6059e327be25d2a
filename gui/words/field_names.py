"""What the fields of the shop are called, for sentences and for the heads of columns."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from gui.words.marked import marked

translate = QCoreApplication.translate

FIELDS: dict[str, str] = {
    "name": marked("fields", "Name"),
    "sku": marked("fields", "Code"),
    "code": marked("fields", "Code"),
    "barcode": marked("fields", "Barcode"),
    "category": marked("fields", "Category"),
    "brand": marked("fields", "Brand"),
    "unit": marked("fields", "Unit"),
    "years": marked("fields", "Years that are kept"),
    "price": marked("fields", "Price"),
    "cost": marked("fields", "Cost"),
    "note": marked("fields", "Note"),
    "reason": marked("fields", "Reason"),
    "phrase": marked("fields", "Other name"),
    "alias": marked("fields", "Other name"),
    "staff": marked("fields", "Staff code"),
    "pin": marked("fields", "PIN"),
    "pin_hash": marked("fields", "PIN"),
    "on_hand": marked("fields", "Stock"),
    "station": marked("fields", "Station"),
    "shop_name": marked("fields", "Shop name"),
    "stock": marked("fields", "Stock"),
    "variant": marked("fields", "Variant"),
    "variant_2": marked("fields", "Second variant"),
    "variant_3": marked("fields", "Third variant"),
    "tax_rate": marked("fields", "Tax"),
    "stock_policy": marked("fields", "When stock runs out"),
    "reorder_at": marked("fields", "Reorder level"),
    "quantity": marked("fields", "Quantity"),
    "channel": marked("fields", "Channel"),
    "occasion": marked("fields", "Own event"),
    "method": marked("fields", "Payment method"),
    "currency": marked("fields", "Currency"),
    "zone": marked("fields", "Time zone"),
    "day_ends": marked("fields", "The business day ends at"),
    "staff_code": marked("fields", "Staff code"),
    "role": marked("fields", "Role"),
    "filter": marked("fields", "Filter"),
    "active": marked("fields", "Active"),
    "favourite": marked("fields", "Favourite"),
    "discount": marked("fields", "Discount"),
    "shop_address": marked("fields", "Address"),
    "receipt_footer": marked("fields", "Last line of the receipt"),
    "warn_after": marked("fields", "Almost late after"),
    "late_after": marked("fields", "Late after"),
    "at_counter": marked("fields", "Handed over at the counter"),
    "language": marked("fields", "Language"),
    "opening": marked("fields", "Opening float"),
    "reference": marked("fields", "Reference"),
}

_POLICIES = {
    "allow": marked("fields", "Allow"),
    "warn": marked("fields", "Warn"),
    "block": marked("fields", "Block"),
}


def field_name(field: str) -> str:
    """The name of a field as people know it: `reorder_at` → Reorder level."""
    return translate("fields", FIELDS[field]) if field in FIELDS else field


def field_value(field: str, value: Any, words: Formatting) -> str:
    """What stands in a field of a product, as people write it."""
    if value is None or value == "":
        return "\u2013"
    if field in ("price", "cost"):
        return words.money(value)
    if field in ("stock", "reorder_at"):
        return words.quantity(value)
    if field == "tax_rate":
        return words.percent(value / 10_000)
    if field == "stock_policy":
        return translate("fields", _POLICIES[value])
    if field == "active":
        return translate("fields", "yes") if value else translate("fields", "no")
    return str(value)
