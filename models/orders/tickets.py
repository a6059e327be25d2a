"""The number of an order, and its code on papers: made, and read again when it is scanned."""

import re
from datetime import date

from models import clock
from models.errors import UnknownOrder
from models.journal import journal
from models.storage.database import Statement, bind_param, one
from models.storage.tables import IS_OPEN, Order

CODE = re.compile(r"BB-(\d{8})-(\d{3,9})")


_IS_TAKEN = Statement(
    lambda: Order.select(Order.id).where(IS_OPEN, Order.number == bind_param("number"))
)


def free_number(day: int) -> int:
    """The day's (yyyymmdd) next number that no open order has, to be called out: one of another
    day may have it still."""
    while True:
        number = journal.next_number(f"orders:{day}")
        if _IS_TAKEN.run({"number": number}).fetchone() is None:
            return number


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
