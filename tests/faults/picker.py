"""A picker in a process of its own: takes over what it can and ticks lines until none is open.

`python -m tests.faults.picker SHOP STATION SEED` waits for a line on stdin, so that all pickers
begin at once, and then prints `order line` for each line that was ticked by it.
"""

import random
import sys

from models.errors import ShopError
from models.fulfilment import fulfilment, fulfilment_queue
from models.shop.opening import open_shop


def main(url: str, station: str, seed: str) -> None:
    chance = random.Random(seed)
    with open_shop(url, station=station):
        sys.stdout.write("here\n")
        sys.stdout.flush()
        sys.stdin.readline()
        while cards := fulfilment_queue.waiting():
            card = chance.choice(cards[:8])
            line = chance.choice([line for line in card.lines if line.open])
            try:
                fulfilment.claim(card.id, take_over=True)
                fulfilment.pick(card.id, line.line)
            except ShopError:
                continue  # another one was faster
            sys.stdout.write(f"{card.id} {line.line}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
