"""The catalogue as the owner leafs through it: filtered, looked through, in any order, by pages."""

from collections.abc import Sequence
from typing import Any

from peewee import JOIN, Case, fn

from models import amounts
from models.catalogue.catalogue import Product, products_by_id
from models.errors import BadChoice
from models.storage import tables as t
from models.storage.database import one, rows

#: The catalogue's filters; `all` leaves out what is no longer sold.
FILTERS = ("all", "low", "out", "inactive")
#: What the list can be ordered by.
ORDERS = ("sku", "name", "unit", "cost", "price", "margin", "stock")

_LEFT = t.Stock.on_hand - t.Stock.reserved
_WORDS_LIMIT = 8


def listing(
    filter_: str = "all",
    text: str = "",
    *,
    order: str = "name",
    descending: bool = False,
    tax_included: bool = True,
) -> list[int]:
    """The ids of all products that fit, in order; `page` reads some of them.

    `text` is words of the name or of what customers call it, an SKU or a barcode; a search by
    text in `all` finds what is no longer sold too. By name, those that have the words in their
    own name come before those that are only called so. `tax_included`: the prices contain it, and
    the margin is what is left without. Raises `BadChoice`.
    """
    if order not in ORDERS:
        raise BadChoice("order", order)
    words = amounts.clean_text(text[:200]).split()[:_WORDS_LIMIT]
    query = t.Product.select(t.Product.id).join(
        t.Stock, JOIN.LEFT_OUTER, on=(t.Stock.product == t.Product.id)
    )
    if not (words and filter_ == "all"):
        query = query.where(_condition(filter_))
    if words:
        query = query.where(_mentions(words))
    by = _margin(tax_included) if order == "margin" else _order(order)
    by = by.desc(nulls="LAST") if descending else by.asc(nulls="LAST")
    if words and order == "name":
        query = query.order_by(Case(None, [(_named(words), 0)], 1))
    return rows(query.order_by_extend(by, fn.LOWER(t.Product.name), t.Product.id), int)


def page(ids: Sequence[int]) -> list[Product]:
    """The products with these ids, in this order; those that exist."""
    found = products_by_id(ids)
    return [found[id_] for id_ in ids if id_ in found]


def counts() -> dict[str, int]:
    """How many products each of `FILTERS` holds."""
    sums = [fn.COALESCE(fn.SUM(Case(None, [(_condition(name), 1)], 0)), 0) for name in FILTERS]
    found = one(
        t.Product.select(*sums).join(t.Stock, JOIN.LEFT_OUTER, on=(t.Stock.product == t.Product.id))
    )
    return dict(zip(FILTERS, map(int, found or (0,) * len(FILTERS)), strict=True))


def _order(order: str) -> Any:
    return {"stock": _LEFT, "name": fn.LOWER(t.Product.name)}.get(
        order, getattr(t.Product, order, None)
    )


def _margin(tax_included: bool) -> Any:
    """What stays of the price without tax, as a part of it."""
    cost = t.Product.cost * (10_000 + t.Product.tax_rate if tax_included else 10_000)
    return (t.Product.price * 10_000 - cost) * 1.0 / fn.NULLIF(t.Product.price, 0)


def _named(words: list[str]) -> Any:
    """They stand in its own name, or its SKU begins with them."""
    named = t.Product.name.contains(words[0])
    for word in words[1:]:
        named &= t.Product.name.contains(word)
    return named | t.Product.sku.startswith(" ".join(words))


def _mentions(words: list[str]) -> Any:
    phrase = " ".join(words)
    coded = t.Barcode.select(t.Barcode.product).where(t.Barcode.code.startswith(phrase))
    called = t.Alias.select(t.Alias.product).where(t.Alias.phrase.contains(phrase.casefold()))
    return _named(words) | t.Product.id.in_(coded) | t.Product.id.in_(called)


def _condition(filter_: str) -> Any:
    sold = t.Product.active == True  # noqa: E712
    conditions = {
        "all": sold,
        "low": sold & (_LEFT > 0) & (t.Product.reorder_at >= _LEFT),
        "out": sold & (_LEFT <= 0),
        "inactive": t.Product.active == False,  # noqa: E712
    }
    if filter_ not in conditions:
        raise BadChoice("filter", filter_)
    return conditions[filter_]


def words_in_use() -> dict[str, list[str]]:
    """The categories, brands and units that products have, by name, to choose from."""
    return {
        field.name: rows(t.Product.select(field).where(field != "").distinct().order_by(field), str)
        for field in (t.Product.category, t.Product.brand, t.Product.unit)
    }
