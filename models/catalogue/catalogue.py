"""What the shop sells: products, their codes, their prices and the words people use for them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from peewee import JOIN, ModelSelect, fn

from models import amounts, clock, events, session
from models.amounts import CODE_LIMIT, NAME_LIMIT, ONE
from models.catalogue import stock
from models.catalogue.learned import Answer, answers_of
from models.catalogue.product_fields import checked_code, checked_fields
from models.errors import CodeTaken, UnknownCode, UnknownProduct
from models.events import Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage import tables as t
from models.storage.database import Statement, bind_param, one, rows, transaction, translated_errors


@dataclass(frozen=True, slots=True)
class Product:
    """A product as it is now. Money in rupiah, quantities in thousandths, tax in basis points.

    `on_hand` is None when the product is not counted; `available` is what is not promised yet.
    """

    id: int
    sku: str
    name: str
    category: str
    brand: str
    unit: str
    price: int
    cost: int | None
    tax_rate: int
    stock_policy: str
    reorder_at: int | None
    favourite: int | None
    active: bool
    on_hand: int | None
    reserved: int | None

    @property
    def available(self) -> int | None:
        """On the shelf and promised to nobody, or None when not counted."""
        return None if self.on_hand is None else self.on_hand - (self.reserved or 0)

    @property
    def is_low(self) -> bool:
        """Whether it is time to reorder."""
        left = self.available
        return left is not None and self.reorder_at is not None and left <= self.reorder_at


COLUMNS = (
    t.Product.id, t.Product.sku, t.Product.name, t.Product.category, t.Product.brand,
    t.Product.unit, t.Product.price, t.Product.cost, t.Product.tax_rate, t.Product.stock_policy,
    t.Product.reorder_at, t.Product.favourite, t.Product.active, t.Stock.on_hand,
    t.Stock.reserved,
)  # fmt: skip


def product_query() -> "ModelSelect[Any]":
    """All products with their stock, to be narrowed and ordered; rows fit `Product`."""
    return t.Product.select(*COLUMNS).join(
        t.Stock, JOIN.LEFT_OUTER, on=(t.Stock.product == t.Product.id)
    )


_OF_BARCODE = Statement(
    lambda: (
        product_query()
        .select_extend(t.Barcode.quantity)
        .join_from(t.Product, t.Barcode, on=(t.Barcode.product == t.Product.id))
        .where(t.Barcode.code.in_([bind_param("code"), bind_param("twin")]))
    )
)
_OF_SKU = Statement(lambda: product_query().where(t.Product.sku == bind_param("sku")))


def product(product_id: int) -> Product:
    """One product. Raises `UnknownProduct`."""
    found = products_by_id([product_id])
    if not found:
        raise UnknownProduct(product_id)
    return found[product_id]


def products_by_id(ids: Sequence[int]) -> dict[int, Product]:
    """The products with these ids, those that exist."""
    found = rows(product_query().where(t.Product.id.in_(list(ids))), Product)
    return {p.id: p for p in found}


def scanned(code: str) -> tuple[Product, int]:
    """The product of a scanned or typed code, and how much of it (thousandths) the code means.

    A UPC-A code and the EAN-13 that a scanner makes of it (with a zero in front) are the same.
    Raises `UnknownCode`.
    """
    plain = amounts.clean_text(code[: 4 * CODE_LIMIT])
    twin = plain
    if plain.isdigit() and len(plain) in (12, 13):
        twin = "0" + plain if len(plain) == 12 else plain.removeprefix("0")
    with translated_errors():
        if row := _OF_BARCODE.run({"code": plain, "twin": twin}).fetchone():
            return Product(*row[:-1]), row[-1]
        if row := _OF_SKU.run({"sku": plain}).fetchone():
            return Product(*row), ONE
    raise UnknownCode(plain[:CODE_LIMIT])


@verb(lambda event: product(event.payload["product"]))
def add_product(
    name: str,
    price: int,
    *,
    sku: str = "",
    barcodes: Sequence[str] = (),
    category: str = "",
    brand: str = "",
    unit: str = "pcs",
    cost: int | None = None,
    tax_rate: int = 0,
    stock_policy: str = "allow",
    reorder_at: int | None = None,
    favourite: int | None = None,
    on_hand: int | None = None,
) -> Receipt[Product]:
    """Puts a product into the catalogue; without an SKU it gets the next free `P…` one.

    `on_hand` None: not counted. Raises `CodeTaken`, `TextMissing`, `TextTooLong`, `BadMoney`,
    `BadQuantity`, `BadChoice`.
    """
    fields = checked_fields(
        {
            "name": name, "price": price, "category": category, "brand": brand, "unit": unit,
            "cost": cost, "tax_rate": tax_rate, "stock_policy": stock_policy,
            "reorder_at": reorder_at, "favourite": favourite, "sku": sku,
        }
    )  # fmt: skip
    codes = list(dict.fromkeys(checked_code(code) for code in barcodes))
    if on_hand is not None:
        amounts.checked_count(on_hand)
    with transaction():
        fields["sku"] = fields["sku"] or _free_sku()
        for code in (fields["sku"], *codes):
            refuse_taken(code)
        product_id = insert(fields, codes, on_hand)
        sequence = journal.append(
            events.PRODUCT_ADDED,
            {"product": product_id, "fields": fields, "barcodes": codes, "on_hand": on_hand},
        )
    return Receipt(sequence, product(product_id))


def insert(fields: dict[str, Any], codes: Sequence[str], on_hand: int | None) -> int:
    """Writes checked rows of a new product inside the present transaction; its id."""
    product_id: int = t.Product.insert(**fields, added_at=clock.now()).execute()
    if codes:
        t.Barcode.insert_many([{"code": code, "product": product_id} for code in codes]).execute()
    if on_hand is not None:
        stock.begin(product_id, on_hand, "opening")
    return product_id


@verb(lambda event: product(event.payload["product"]))
def change_product(product_id: int, **changes: Any) -> Receipt[Product]:
    """Changes columns of a product (`price=3200`, `active=False`, …); prices keep a history.

    Raises `UnknownProduct`, `CodeTaken` and what `add_product` raises.
    """
    fields = checked_fields(changes)
    with transaction():
        before = product(product_id)
        if fields.get("sku", before.sku) != before.sku:
            refuse_taken(fields["sku"])
        old = {name: getattr(before, name) for name in fields}
        changed = {name: value for name, value in fields.items() if value != old[name]}
        if not changed:
            return Receipt(None, before)
        write(product_id, old, changed)
        sequence = journal.append(
            events.PRODUCT_CHANGED,
            {"product": product_id, "fields": {n: [old[n], v] for n, v in changed.items()}},
        )
    return Receipt(sequence, product(product_id))


def write(product_id: int, old: dict[str, Any], changed: dict[str, Any]) -> None:
    """Writes checked columns of a product and its price history, in the present transaction."""
    t.Product.update(**changed).where(t.Product.id == product_id).execute()
    if "price" in changed:
        t.PriceChange.insert(
            product=product_id, at=clock.now(), old=old["price"], new=changed["price"],
            station=session.current.station, staff=session.current.staff,
        ).execute()  # fmt: skip


@verb()
def add_barcode(product_id: int, code: str, quantity: int = ONE) -> Receipt[None]:
    """Lets `code` stand for `quantity` thousandths of the product (a carton of 40 = 40000).

    Raises `CodeTaken`, `BadQuantity`, `TextMissing`, `TextTooLong`, `UnknownProduct`.
    """
    code = checked_code(code)
    amounts.checked_quantity(quantity)
    with transaction():
        product(product_id)
        refuse_taken(code)
        return replace_barcode(product_id, None, {"code": code, "quantity": quantity})


@verb()
def remove_barcode(product_id: int, code: str) -> Receipt[None]:
    """Takes a barcode off the product."""
    with transaction():
        row = one(
            t.Barcode.select(t.Barcode.quantity).where(
                t.Barcode.code == code, t.Barcode.product == product_id
            )
        )
        if row is None:
            return Receipt(None)
        return replace_barcode(product_id, {"code": code, "quantity": row[0]}, None)


def replace_barcode(product_id: int, gone: Any, new: Any, **facts: int) -> Receipt[None]:
    """Writes that one barcode of a product (`code`, `quantity`) is there instead of another."""
    if gone is not None:
        t.Barcode.delete().where(t.Barcode.code == gone["code"]).execute()
    if new is not None:
        t.Barcode.insert(**new, product=product_id).execute()
    payload = {"product": product_id, "barcode": [gone, new]}
    return Receipt(journal.append(events.PRODUCT_CHANGED, payload | facts))


@verb()
def add_alias(product_id: int, phrase: str) -> Receipt[None]:
    """Customers call the product `phrase`: search and shopping lists find it by that.

    Raises `TextMissing`, `TextTooLong`, `UnknownProduct`.
    """
    phrase = amounts.checked_text("alias", phrase, NAME_LIMIT, required=True).casefold()
    with transaction():
        product(product_id)
        return set_alias(product_id, phrase, known=True)


@verb()
def remove_alias(product_id: int, phrase: str) -> Receipt[None]:
    """Forgets one of the product's other names."""
    with transaction():
        return set_alias(product_id, phrase, known=False)


def set_alias(product_id: int, phrase: str, *, known: bool, **facts: int) -> Receipt[None]:
    """Writes that the product is known by that name from now on, or no more; if it was not so."""
    here = (t.Alias.phrase == phrase, t.Alias.product == product_id)
    if (one(t.Alias.select(t.Alias.phrase).where(*here)) is not None) is known:
        return Receipt(None)
    if known:
        t.Alias.insert(phrase=phrase, product=product_id).execute()
    else:
        t.Alias.delete().where(*here).execute()
    kind = events.ALIAS_LEARNED if known else events.ALIAS_FORGOTTEN
    return Receipt(journal.append(kind, {"product": product_id, "phrase": phrase} | facts))


# --- questions -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Code:
    """A barcode and how much of the product (thousandths) is in the package."""

    code: str
    quantity: int


@dataclass(frozen=True, slots=True)
class PriceStep:
    """A change of the selling price, in rupiah, at a moment (UTC ms)."""

    at: int
    old: int
    new: int
    staff: str


@dataclass(frozen=True, slots=True)
class Movement:
    """A change of the stock on hand, in thousandths, with its reason and order number, if any."""

    at: int
    change: int
    on_hand: int
    reason: str
    number: int | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything about one product."""

    product: Product
    codes: tuple[Code, ...]
    aliases: tuple[str, ...]
    answers: tuple[Answer, ...]
    prices: tuple[PriceStep, ...]
    movements: tuple[Movement, ...]


def sheet(product_id: int) -> Sheet:
    """Everything about one product, newest first. Raises `UnknownProduct`."""
    here = t.Barcode.product == product_id
    moved, price, alias = t.StockMovement, t.PriceChange, t.Alias
    names = alias.select(alias.phrase).where(alias.product == product_id)
    return Sheet(
        product(product_id),
        tuple(rows(t.Barcode.select(t.Barcode.code, t.Barcode.quantity).where(here), Code)),
        tuple(rows(names.order_by(alias.phrase), str)),
        tuple(answers_of(product_id)),
        tuple(
            rows(
                price.select(price.at, price.old, price.new, price.staff)
                .where(price.product == product_id)
                .order_by(price.id.desc())
                .limit(100),
                PriceStep,
            )
        ),
        tuple(
            rows(
                moved.select(moved.at, moved.change, moved.on_hand, moved.reason, t.Order.number)
                .join(t.Order, JOIN.LEFT_OUTER, on=(t.Order.id == moved.order))
                .where(moved.product == product_id)
                .order_by(moved.id.desc())
                .limit(50),
                Movement,
            )
        ),
    )


def packs(product_id: int) -> list[int]:
    """The sizes of the packages that have a barcode of their own, in thousandths."""
    query = t.Barcode.select(t.Barcode.quantity).where(t.Barcode.product == product_id)
    return rows(query.where(t.Barcode.quantity > ONE).distinct().order_by(t.Barcode.quantity), int)


def favourites() -> list[Product]:
    """The favourite tiles, in their order."""
    query = product_query().where(t.Product.favourite.is_null(False), t.Product.active)
    return rows(query.order_by(t.Product.favourite, t.Product.id), Product)


def by_category(category: str, limit: int = 120) -> list[Product]:
    """What is sold of a category: its favourites in their order, then by name."""
    query = product_query().where(t.Product.category == category, t.Product.active)
    order = (t.Product.favourite.is_null(), t.Product.favourite, fn.LOWER(t.Product.name))
    return rows(query.order_by(*order, t.Product.id).limit(limit), Product)


def categories() -> list[str]:
    """All categories in use, by name."""
    query = (
        t.Product.select(t.Product.category)
        .where(t.Product.active, t.Product.category != "")
        .distinct()
        .order_by(t.Product.category)
    )
    return rows(query, str)


# --- codes ---------------------------------------------------------------------------------


def refuse_taken(code: str) -> None:
    """Raises `CodeTaken`."""
    try:
        owner, _ = scanned(code)
    except UnknownCode:
        return
    raise CodeTaken(code, owner.name)


def _free_sku() -> str:
    row = one(t.Product.select(fn.MAX(t.Product.id)))
    number = (row[0] or 0) + 1 if row else 1
    while one(t.Product.select(t.Product.id).where(t.Product.sku == f"P{number:05d}")):
        number += 1
    return f"P{number:05d}"
