"""What a restore would bring and what it would take, before anybody says yes."""

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from models.shop.gate import Origin
from models.shop.restore import Loss

translate = QCoreApplication.translate


def loss_texts(loss: Loss, file: str, words: Formatting) -> list[str]:
    """Whose shop the file is, its last order, and what of this shop is not in it."""
    told = [
        translate("loss", "{file} is the shop “{shop}”; orders in it: {orders}; {last}.").format(
            file=file, shop=loss.origin.name, orders=words.number(loss.origin.orders),
            last=_last(loss.origin, words),
        )
    ]  # fmt: skip
    facts = {
        "shop": loss.here.name,
        "orders": words.number(loss.orders),
        "entries": words.number(loss.entries),
        "last": _last(loss.here, words),
    }
    if not loss.is_same_shop:
        text = translate(
            "loss",
            "It is another shop. Nothing of “{shop}” is in it; all of its orders would be lost "
            "here: {orders}; {last}.",
        )
    elif loss.entries:
        text = translate(
            "loss", "Not in it: {entries} of this shop’s steps and {orders} of its orders; {last}."
        )
    else:
        text = translate("loss", "Everything of this shop is in it.")
    return [*told, text.format(**facts)]


def _last(origin: Origin, words: Formatting) -> str:
    if not origin.orders:
        return translate("loss", "none placed yet")
    text = translate("loss", "the last one, {number}, on {moment}")
    return text.format(
        number=words.order_number(origin.last_number), moment=words.date_and_time(origin.last_at)
    )
