"""A station in a process of its own whose server is away or comes back, to be killed.

`python -m tests.faults.lonely_till URL OWN STATION sell` sells as fast as it can through an hour
that is simulated, and `… pick` picks what the station had claimed; both print the id of each
request that was acknowledged. `… send` sends what waits, and prints how much is left.
"""

import sys
from itertools import count, cycle
from pathlib import Path

from models import clock, session
from models.catalogue import catalogue
from models.clock import MINUTE
from models.fulfilment import fulfilment, fulfilment_queue
from models.fulfilment.cards import CardLine
from models.orders import orders, payments
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.shop import undo
from models.shop.offline import own_file, send_queue

HOUR = 60 * MINUTE
_BETWEEN = 14_000  # ms from order to order


def main(url: str, own: str, station: str, deed: str) -> None:
    with own_file.open_shop(url, Path(own), station=station, make=False) as shop:
        if deed == "send":
            send()
        else:
            assert shop.is_away
            sell() if deed == "sell" else pick()


def sell() -> None:
    goods = list(catalogue.products_by_id(range(1, 4)).values())
    for at in count(send_queue.count()):
        clock.go_by(min(at * _BETWEEN, HOUR) - HOUR)
        cart = Cart()
        for product in goods[: 1 + at % 3]:
            cart.add(product, 1000)
        total = cart.bill().total
        if at % 2:
            orders.place(cart, tenders=[Tender("cash", total)])
        else:
            placed = orders.place(cart).value
            payments.pay(placed.id, Tender("qris", total))
        say(cart.request_id)


def pick() -> None:
    """Piece by piece, with a slip of the finger now and then, until all is ready."""
    ways = cycle([one_more, one_more, slip, last_of_it])
    while cards := [x for x in fulfilment_queue.waiting() if x.claimed_by]:
        card = cards[0]
        line = next(line for line in card.lines if line.open)
        next(ways)(card.id, line)
    say("all")


def one_more(order: int, line: CardLine) -> None:
    with session.acting_for(asked := session.new_request()):
        fulfilment.pick(order, line.line, 1_000)
    say(asked.id)


def slip(order: int, line: CardLine) -> None:
    done = fulfilment.pick(order, line.line)
    with session.acting_for(asked := session.new_request()):
        undo.undo(done.sequence)
    say(asked.id)


def last_of_it(order: int, line: CardLine) -> None:
    with session.acting_for(asked := session.new_request()):
        fulfilment.short(order, line.line, min(1_000, line.open))
    say(asked.id)


def send() -> None:
    while True:
        delivery = send_queue.send(lambda number, paid: f"{number} {paid}", at_once=1)
        say(delivery.left)
        if not delivery.left:
            return


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")  # in one write, so that a kill never leaves half a line
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
