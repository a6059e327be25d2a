"""What a restore would bring and what it would take, and what arrived at another place."""

from PySide6.QtCore import QCoreApplication

from gui.words.formatting import Formatting
from models.shop.gate import Origin
from models.shop.places.moving import Arrived
from models.shop.rebuild import Prospect
from models.shop.restore import Loss

translate = QCoreApplication.translate


def loss_texts(loss: Loss, file: str, words: Formatting) -> list[str]:
    """Whose shop the file is, its last order, and what of this shop is not in it."""
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
    return [file_text(loss.origin, file, words), text.format(**facts)]


def file_text(origin: Origin, file: str, words: Formatting) -> str:
    """Whose shop a file is, and its last order."""
    text = translate("loss", "{file} is the shop “{shop}”; orders in it: {orders}; {last}.")
    return text.format(
        file=file, shop=origin.name, orders=words.number(origin.orders), last=_last(origin, words)
    )


def arrival() -> str:
    """What is told of a shop that came to another place, for `arrival_text`."""
    return translate(
        "loss",
        "All of the shop is at {place} by now: {rows} rows were counted there and verified, "
        "{orders} orders and {entries} entries of the journal among them.",
    )


def arrival_text(arrival: str, words: Formatting, place: str, arrived: Arrived) -> str:
    """The same with its numbers."""
    return arrival.format(
        place=place,
        rows=words.number(arrived.rows),
        orders=words.number(arrived.orders),
        entries=words.number(arrived.entries),
    )


def prospect_text(prospect: Prospect, words: Formatting) -> str:
    """How far the journal can be had, and what nobody has any more."""
    facts = {
        "entries": words.number(prospect.entries),
        "lost": words.number(prospect.lost),
        "from_backups": words.number(prospect.from_backups),
        "until": words.date_and_time(prospect.until),
    }
    if prospect.lost:
        text = translate(
            "loss",
            "It ends with step {entries}, of {until}: the {lost} after it stand neither in the "
            "file nor in a backup, and would be lost.",
        )
    elif prospect.from_backups:
        text = translate(
            "loss", "All {entries} steps can be had, {from_backups} of them from backups."
        )
    else:
        text = translate("loss", "All {entries} steps can be had; nothing is lost.")
    return text.format(**facts)


def origin_text(origin: Origin, words: Formatting) -> str:
    """How many orders there are, and the last one."""
    text = translate("loss", "Orders: {orders}; {last}")
    return text.format(orders=words.number(origin.orders), last=_last(origin, words))


def _last(origin: Origin, words: Formatting) -> str:
    if not origin.orders:
        return translate("loss", "none placed yet")
    text = translate("loss", "the last one, {number}, on {moment}")
    return text.format(
        number=words.order_number(origin.last_number), moment=words.date_and_time(origin.last_at)
    )
