"""What stands around the cart at a counter, asked at once."""

from dataclasses import dataclass

from models import session
from models.fulfilment import questions
from models.orders import held_carts, order_history
from models.orders.held_carts import HeldCartRow
from models.orders.order_history import OrderRow
from models.shop.offline import own_file
from models.shopping_list import inbox

#: So many of the newest orders are looked through for those of this counter, and so many shown.
SENT_LOOKED_AT, SENT_SHOWN = 64, 5


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the cart: held carts, and how many more wait `there`, at a server that is
    away; the orders sent last (those of this counter first),
    the warehouse's questions, how many messages wait and since when the oldest (UTC ms)."""

    held: tuple[HeldCartRow, ...]
    held_there: int
    sent: tuple[OrderRow, ...]
    asked: questions.OpenQuestions
    waiting: tuple[int, int | None]


def surroundings() -> Surroundings:
    here = session.current.station
    newest = order_history.find(limit=SENT_LOOKED_AT)
    sent = sorted(newest, key=lambda order: order.station != here)
    return Surroundings(
        tuple(held_carts.held()),
        own_file.held_there(),
        tuple(sent[:SENT_SHOWN]),
        questions.open_questions(),
        inbox.waiting(),
    )
