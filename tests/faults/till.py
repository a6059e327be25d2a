"""A till in a process of its own, to be killed: orders as fast as it can and says what is stored.

`python -m tests.faults.till FILE STATION` prints a line `number request_id` after each order that
was acknowledged, and keeps a draft while it builds the next cart.
"""

import sys

from models.catalogue import catalogue
from models.errors import Busy
from models.orders import held_carts, orders
from models.orders.cart import Cart
from models.shop.opening import open_shop


def main(file: str, station: str) -> None:
    with open_shop(file, station=station):
        goods = list(catalogue.products_by_id(range(1, 6)).values())
        while True:
            cart = Cart()
            for at, product in enumerate(goods):
                cart.add(product, (at + 1) * 1000)
            try:
                held_carts.save_draft(cart)
                placed = orders.place(cart).value
            except Busy:  # said after five seconds; a cashier presses once more
                continue
            # One write, so that a kill never leaves half a line.
            sys.stdout.write(f"{placed.number} {cart.request_id}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
