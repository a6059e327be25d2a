"""The whole catalogue at once: read for a comparison, and written many products at a time."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from peewee import fn

from models import clock, session
from models.catalogue import stock
from models.catalogue.catalogue import Product, product_query
from models.catalogue_import.cells import same_code
from models.storage import tables as t
from models.storage.database import Statement, bind_param, one, rows

#: Columns that an import may write.
COLUMNS = (
    "sku", "name", "category", "brand", "unit", "price", "cost", "reorder_at", "active",
    "tax_rate", "stock_policy", "favourite",
)  # fmt: skip
_PLAIN: dict[str, Any] = {
    "category": "", "brand": "", "unit": "pcs", "cost": None, "reorder_at": None, "active": True,
    "tax_rate": 0, "stock_policy": "allow", "favourite": None,
}  # fmt: skip
_ALL = (*COLUMNS, "added_at")
_OWN_SKU = re.compile(r"P\d{5,}")

_INSERT = Statement(
    lambda: t.Product.insert({getattr(t.Product, name): bind_param(name) for name in _ALL})
)
_UPDATE = Statement(
    lambda: t.Product.update(
        {getattr(t.Product, name): bind_param(name) for name in COLUMNS}
    ).where(t.Product.id == bind_param("id"))
)
_PRICE = Statement(
    lambda: t.PriceChange.insert(
        {
            getattr(t.PriceChange, name): bind_param(name)
            for name in ("product", "at", "old", "new", "station", "staff")
        }
    )
)
_BARCODE = Statement(
    lambda: t.Barcode.insert(
        {getattr(t.Barcode, name): bind_param(name) for name in ("code", "product", "quantity")}
    )
)
_DROP_BARCODE = Statement(
    lambda: t.Barcode.delete().where(
        t.Barcode.code == bind_param("code"), t.Barcode.product == bind_param("product")
    )
)
_ALIAS = Statement(
    lambda: t.Alias.insert(
        {t.Alias.phrase: bind_param("phrase"), t.Alias.product: bind_param("product")}
    ).on_conflict_ignore()
)
_DROP_ALIAS = Statement(
    lambda: t.Alias.delete().where(
        t.Alias.phrase == bind_param("phrase"), t.Alias.product == bind_param("product")
    )
)
_COUNT = Statement(
    lambda: t.Stock.insert(
        {
            t.Stock.product: bind_param("product"),
            t.Stock.on_hand: bind_param("on_hand"),
            t.Stock.reserved: bind_param("reserved"),
        }
    ).on_conflict(conflict_target=[t.Stock.product], preserve=[t.Stock.on_hand])
)
_STOP_COUNTING = Statement(lambda: t.Stock.delete().where(t.Stock.product == bind_param("product")))


@dataclass(frozen=True, slots=True)
class CatalogueRows:
    """All products there are, by what finds them."""

    by_id: dict[int, Product]
    by_sku: dict[str, Product]
    by_code: dict[str, tuple[str, int]]  # the code in one spelling: as it is stored, product id
    aliases: dict[int, set[str]]

    def owner(self, code: str) -> Product | None:
        """The product that has this barcode, or is sold under it as its SKU."""
        found = self.by_code.get(same_code(code))
        if found:
            return self.by_id[found[1]]
        product = self.by_sku.get(code)
        return product if product is not None and product.active else None


def load_catalogue() -> CatalogueRows:
    """Reads all products, barcodes and other names, by three statements."""
    products = rows(product_query(), Product)
    codes = rows(t.Barcode.select(t.Barcode.code, t.Barcode.product), lambda *row: row)
    aliases: dict[int, set[str]] = {}
    for product, phrase in rows(t.Alias.select(t.Alias.product, t.Alias.phrase), lambda *row: row):
        aliases.setdefault(product, set()).add(phrase)
    return CatalogueRows(
        {product.id: product for product in products},
        {product.sku: product for product in products},
        {same_code(code): (code, product) for code, product in codes},
        aliases,
    )


def insert(products: Sequence[Mapping[str, Any]]) -> list[int]:
    """Writes new products with checked fields, inside the present transaction; their ids."""
    before = _highest()
    moment = clock.now()
    _INSERT.run_many({**_PLAIN, **fields, "added_at": moment} for fields in products)
    made = rows(
        t.Product.select(t.Product.sku, t.Product.id).where(t.Product.id > before),
        lambda *row: row,
    )
    ids = dict(made)
    return [ids[fields["sku"]] for fields in products]


def change(changes: Mapping[int, Mapping[str, Any]], before: Mapping[int, Product]) -> None:
    """Writes changed columns of products and the history of their prices."""
    _UPDATE.run_many(
        {**{name: getattr(before[id_], name) for name in COLUMNS}, **fields, "id": id_}
        for id_, fields in changes.items()
    )
    moment, who = clock.now(), session.current
    _PRICE.run_many(
        {
            "product": id_, "at": moment, "old": before[id_].price, "new": fields["price"],
            "station": who.station, "staff": who.staff,
        }
        for id_, fields in changes.items()
        if "price" in fields
    )  # fmt: skip


def add_barcodes(codes: Iterable[tuple[str, int, int]]) -> None:
    """Writes barcodes as (code, product, thousandths in the package)."""
    _BARCODE.run_many({"code": c, "product": p, "quantity": q} for c, p, q in codes)


def drop_barcodes(codes: Iterable[tuple[str, int]]) -> None:
    """Takes (code, product) pairs away."""
    _DROP_BARCODE.run_many({"code": code, "product": product} for code, product in codes)


def add_aliases(names: Iterable[tuple[str, int]]) -> None:
    """Writes other names as (phrase, product) pairs."""
    _ALIAS.run_many({"phrase": phrase, "product": product} for phrase, product in names)


def drop_aliases(names: Iterable[tuple[str, int]]) -> None:
    """Takes (phrase, product) pairs away."""
    _DROP_ALIAS.run_many({"phrase": phrase, "product": product} for phrase, product in names)


def count(levels: Mapping[int, tuple[int | None, int | None]], reason: str) -> None:
    """Sets what is on the shelf, `{product: (before, after)}`; None is not counted."""
    promised = stock.promises()
    _COUNT.run_many(
        {"product": id_, "on_hand": after, "reserved": promised.get(id_, 0)}
        for id_, (_, after) in levels.items()
        if after is not None
    )
    _STOP_COUNTING.run_many({"product": i} for i, (_, after) in levels.items() if after is None)
    moment, who = clock.now(), session.current
    stock.record_many(
        {
            "product": id_, "order": None, "at": moment, "change": after - (before or 0),
            "on_hand": after, "reason": reason, "station": who.station, "staff": who.staff,
        }
        for id_, (before, after) in levels.items()
        if after is not None and after != (before or 0)
    )  # fmt: skip


def free_skus(how_many: int, taken: Iterable[str]) -> list[str]:
    """The next SKUs of the kind `P00001` that nobody has."""
    used = set(taken)
    number = _highest() + 1
    free: list[str] = []
    while len(free) < how_many:
        if f"P{number:05d}" not in used:
            free.append(f"P{number:05d}")
        number += 1
    return free


def is_own_sku(sku: str) -> bool:
    """Whether it is one that was given because there was none."""
    return _OWN_SKU.fullmatch(sku) is not None


def _highest() -> int:
    row = one(t.Product.select(fn.MAX(t.Product.id)))
    return (row[0] or 0) if row else 0
