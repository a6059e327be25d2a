"""Which products have a tile at the counter, and in which order."""

from collections.abc import Sequence

from models import events
from models.catalogue.catalogue import product
from models.catalogue.product_fields import checked_fields
from models.errors import CannotUndo
from models.events import Event, Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage import tables as t
from models.storage.database import rows, transaction


@verb()
def add(product_id: int) -> Receipt[None]:
    """Gives a product a tile behind the others, if it has none.

    Raises `UnknownProduct`, `BadChoice` (more tiles than anybody can look through).
    """
    with transaction():
        product(product_id)
        order = _order()
        return _arrange(order if product_id in order else [*order, product_id])


@verb()
def remove(product_id: int) -> Receipt[None]:
    """Takes a product's tile away, if it has one."""
    with transaction():
        return _arrange([other for other in _order() if other != product_id])


@verb()
def move(product_id: int, onto: int, category: str = "") -> Receipt[None]:
    """Puts a tile where the tile of the product `onto` is; those between make room.

    With a `category` only its tiles change places among each other. Nothing is done when one of
    the two has no tile there any more.
    """
    with transaction():
        order = _order()
        among = _in_category(order, category) if category else order
        if product_id not in among or onto not in among:
            return Receipt(None)
        moved = [other for other in among if other != product_id]
        moved.insert(among.index(onto), product_id)
        positions = dict(zip(among, moved, strict=True))
        return _arrange([positions.get(other, other) for other in order])


def revert(event: Event) -> Receipt[None]:
    """Gives the tiles back the places they had. Raises `CannotUndo` when they were arranged again
    since."""
    now = _positions()
    positions = {int(id_): change for id_, change in event.payload["places"].items()}
    if any(now.get(id_) != new for id_, (_, new) in positions.items()):
        raise CannotUndo(event.kind)
    return _write({id_: old for id_, (old, _) in positions.items()}, undone=event.sequence)


def _positions() -> dict[int, int]:
    """The place of every product that has one, in their order."""
    query = t.Product.select(t.Product.id, t.Product.favourite)
    query = query.where(t.Product.favourite.is_null(False))
    return dict(rows(query.order_by(t.Product.favourite, t.Product.id), lambda *row: row))


def _order() -> list[int]:
    return list(_positions())


def _in_category(order: Sequence[int], category: str) -> list[int]:
    query = t.Product.select(t.Product.id).where(
        t.Product.category == category, t.Product.favourite.is_null(False), t.Product.active
    )
    there = set(rows(query, int))
    return [id_ for id_ in order if id_ in there]


def _arrange(order: Sequence[int]) -> Receipt[None]:
    """Makes these the favourites, numbered from 1."""
    positions: dict[int, int | None] = {
        id_: position for position, id_ in enumerate(order, start=1)
    }
    gone: dict[int, int | None] = {id_: None for id_ in _positions() if id_ not in positions}
    return _write(gone | positions)


def _write(positions: dict[int, int | None], **facts: int) -> Receipt[None]:
    """One journal entry for all that differ."""
    now = _positions()
    changes = {id_: [now.get(id_), new] for id_, new in positions.items() if now.get(id_) != new}
    for id_, (_, new) in changes.items():
        checked_fields({"favourite": new})
        t.Product.update(favourite=new).where(t.Product.id == id_).execute()
    if not changes:
        return Receipt(None)
    payload = {"places": {str(id_): change for id_, change in changes.items()}}
    return Receipt(journal.append(events.FAVOURITES_ARRANGED, payload | facts))
