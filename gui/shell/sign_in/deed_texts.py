"""What an owner is asked to approve, in a sentence: which goods, which order, how many rupiah."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from gui.words.field_names import field_name, field_value
from gui.words.formatting import Formatting
from gui.words.marked import marked
from models.catalogue import catalogue
from models.errors import NotAllowed
from models.orders import order_history

translate = QCoreApplication.translate
Details = Mapping[str, Any]


def deed_text(error: NotAllowed, words: Formatting) -> str:
    """The deed that was refused, a line for each part of it; empty where it has no words."""
    tell = DEEDS.get(error.deed)
    return "" if tell is None else tell(error.details, words)


def _large_discount(details: Details, words: Formatting) -> str:
    told = []
    for name, value, off in details["discounts"]:
        text = translate("approval", "Discount on {name}: {off} of {value} ({share})")
        if not name:
            text = translate("approval", "Discount on the whole order: {off} of {value} ({share})")
        share, off = words.percent(off / value), words.money(off)
        told.append(text.format(name=name, off=off, value=words.money(value), share=share))
    return "\n".join(told)


def _lowered(details: Details, words: Formatting) -> str:
    text = translate("approval", "Order {number} was paid for and goes from {before} to {after}")
    return text.format(
        number=words.order_number(details["number"]),
        before=words.money(details["before"]),
        after=words.money(details["after"]),
    )


def _unpaid(details: Details, words: Formatting) -> str:
    text = translate("approval", "Order {number} is handed over and {due} is not paid")
    due = words.money(details["due"])
    return text.format(number=words.order_number(details["number"]), due=due)


def _refund(details: Details, words: Formatting) -> str:
    text = translate("approval", "{amount} is given back for order {number}")
    number = words.order_number(order_history.sheet(details["order_id"]).order.number)
    return text.format(amount=words.money(details["amount"]), number=number)


def _return(details: Details, words: Formatting) -> str:
    text = translate("approval", "Goods of order {number} come back: {goods}")
    sheet = order_history.sheet(details["order_id"])
    back = details["quantities"]
    goods = [
        f"{words.quantity(back[line.line])} {line.unit} {line.name}"
        for line in sheet.lines
        if back.get(line.line)
    ]
    return text.format(number=words.order_number(sheet.order.number), goods=" \u00b7 ".join(goods))


def _move(details: Details, words: Formatting) -> str:
    amount = details["amount"]
    text = translate("approval", "{amount} goes into the till: {reason}")
    if amount < 0:
        text = translate("approval", "{amount} is taken out of the till: {reason}")
    return text.format(amount=words.money(abs(amount)), reason=details["reason"])


def _difference(details: Details, words: Formatting) -> str:
    text = translate("approval", "The till is closed with {counted} instead of {expected}")
    counted, expected = details["counted"], details["expected"]
    return text.format(counted=words.money(counted), expected=words.money(expected))


def _new_product(details: Details, words: Formatting) -> str:
    text = translate("approval", "New product: {name}, {price}")
    return text.format(name=details["name"], price=words.money(details["price"]))


def _changed_product(details: Details, words: Formatting) -> str:
    product = catalogue.product(details["product_id"])
    told = [
        f"{field_name(name)} {field_value(name, getattr(product, name), words)} \u2192 "
        f"{field_value(name, value, words)}"
        for name, value in details["changes"].items()
    ]
    return f"{product.name}: " + ", ".join(told)


def _of_product(text: str, product: str) -> Callable[[Details, Formatting], str]:
    """A sentence about the product whose id is called `product`, and perhaps a code of it."""

    def tell(details: Details, words: Formatting) -> str:
        name = catalogue.product(details[product]).name
        return translate("approval", text).format(name=name, code=details.get("code", ""))

    return tell


def _import(details: Details, words: Formatting) -> str:
    return translate("approval", "Import of {file}").format(file=Path(details["path"]).name)


#: For each deed that can be approved; a test sees to it.
DEEDS: dict[str, Callable[[Details, Formatting], str]] = {
    "orders.large_discount": _large_discount,
    "orders.lower_paid": _lowered,
    "fulfilment.hand_over_unpaid": _unpaid,
    "payments.refund": _refund,
    "returns.return_goods": _return,
    "drawer.move": _move,
    "drawer.close_with_difference": _difference,
    "catalogue.add_product": _new_product,
    "catalogue.change_product": _changed_product,
    "catalogue.add_barcode": _of_product(
        marked("approval", "{name} gets the barcode {code}"), "product_id"
    ),
    "catalogue.remove_barcode": _of_product(
        marked("approval", "{name} loses the barcode {code}"), "product_id"
    ),
    "stock.stop_counting": _of_product(
        marked("approval", "The stock of {name} is no longer counted"), "product"
    ),
    "catalogue_import.run": _import,
}
