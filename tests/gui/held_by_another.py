"""Another program is in the middle of writing: what is said meanwhile is on its way."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from models.shop.opening import Shop
from models.storage.database import transaction


class Rollback(Exception):
    """The other program gives up what it began."""


@contextmanager
def held_by_another(shop: Shop) -> Iterator[threading.Event]:
    """Another connection is in the middle of writing, until the event is set, or the end."""
    held, free = threading.Event(), threading.Event()

    def hold() -> None:
        with shop.connection(), suppress(Rollback), transaction():
            held.set()
            free.wait()
            raise Rollback

    other = threading.Thread(target=hold)
    other.start()
    held.wait()
    try:
        yield free
    finally:
        free.set()
        other.join()
