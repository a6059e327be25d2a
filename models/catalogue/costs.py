"""What products cost the shop, as it stands in the catalogue."""

from collections.abc import Sequence
from functools import cache

from models.storage.database import Statement, bind_param
from models.storage.tables import Product


def costs_of(products: Sequence[int]) -> dict[int, int | None]:
    """Rupiah that a piece of each of these products costs; None where nobody knows."""
    if not products:
        return {}
    found = _costs(len(products)).run(dict(enumerate(products))).fetchall()
    return dict(found)


@cache
def _costs(count: int) -> Statement:
    places = [bind_param(place) for place in range(count)]
    return Statement(lambda: Product.select(Product.id, Product.cost).where(Product.id.in_(places)))
