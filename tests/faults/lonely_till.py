"""A till in a process of its own whose server is away or comes back, to be killed.

`python -m tests.faults.lonely_till URL OWN STATION sell` sells as fast as it can and prints the id
of each order that was acknowledged; `… send` sends what waits, and prints each number it was given.
"""

import sys
from itertools import count
from pathlib import Path

from models.catalogue import catalogue
from models.orders import orders, payments
from models.orders.cart import Cart
from models.orders.payments import Tender
from models.shop.offline import own_file, send_queue


def main(url: str, own: str, station: str, deed: str) -> None:
    with own_file.open_shop(url, Path(own), station=station, make=False) as shop:
        if deed == "sell":
            assert shop.is_away
            sell()
        else:
            send()


def sell() -> None:
    goods = list(catalogue.products_by_id(range(1, 4)).values())
    for at in count():
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


def send() -> None:
    while True:
        delivery = send_queue.send(lambda number, paid: f"{number} {paid}", at_once=1)
        for sent in delivery.sent:
            say(sent.number)
        if not delivery.left:
            return


def say(what: object) -> None:
    sys.stdout.write(f"{what}\n")  # in one write, so that a kill never leaves half a line
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
