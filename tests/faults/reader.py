"""A counter that reads what waits, message after message, until it is killed or nothing waits:
`python -m tests.faults.reader FILE STATION`."""

import sys

from models.amounts import ONE
from models.catalogue import catalogue
from models.orders import held_carts
from models.orders.cart import Cart
from models.shop.opening import open_shop
from models.shopping_list import inbox


def read_on(path: str, station: str) -> None:
    """Each becomes a line of the cart in hand; what the one killed before had waits again."""
    with open_shop(path, station=station):
        inbox.give_back([inbox.seat(slot) for slot in inbox.taken_here()])
        (product,) = catalogue.products_by_id([1]).values()
        print("reads", flush=True)
        while (message := inbox.take(None, "").value) is not None:
            cart = held_carts.draft() or Cart()
            cart.add(product, ONE, note=message.content)
            inbox.finish(message.id, "", cart)


if __name__ == "__main__":
    read_on(*sys.argv[1:])
