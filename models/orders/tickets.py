"""The code of an order on its papers: made, and read again when it is scanned."""

import re
from datetime import date

from models import clock
from models.errors import UnknownOrder
from models.storage.database import one
from models.storage.tables import Order

CODE = re.compile(r"BB-(\d{8})-(\d{3,9})")


def code(day: date, number: int) -> str:
    """What the bars on a paper say of an order: `BB-20261122-042`."""
    return f"BB-{clock.day_key(day)}-{number:03d}"


def order_for_code(scanned: str) -> int | None:
    """The order that a scanned code of one of our papers means; None for any other code.

    Raises `UnknownOrder` when it is such a code, but of no order of this shop.
    """
    match = CODE.fullmatch(scanned.strip().upper())
    if match is None:
        return None
    row = one(
        Order.select(Order.id).where(Order.day == int(match[1]), Order.number == int(match[2]))
    )
    if row is None:
        raise UnknownOrder(match[2])
    return int(row[0])
