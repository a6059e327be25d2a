"""An order not yet placed: what is in it, and what it comes to."""

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from models import amounts
from models.amounts import (
    LINES_LIMIT,
    NO_DISCOUNT,
    NOTE_LIMIT,
    ONE,
    QUANTITY_LIMIT,
    SUM_LIMIT,
    Discount,
    shared_out,
)
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.errors import BadMoney, BadQuantity, NotSold, TooManyLines
from models.orders.pricing import Bill, Charge, bill
from models.text import redaction

if TYPE_CHECKING:
    from collections.abc import Iterable


#: So much of what a customer wrote stays with a line.
WORDS_LIMIT = 120


@dataclass(frozen=True, slots=True)
class CartLine:
    """A product in the cart; `quantity` in thousandths, `price` in rupiah."""

    product_id: int
    sku: str
    name: str
    unit: str
    price: int
    tax_rate: int
    quantity: int
    discount: Discount = NO_DISCOUNT
    note: str = ""
    #: What the customer wrote for it on a list.
    words: str = ""

    @property
    def gross(self) -> int:
        """Before the discount."""
        return amounts.line_total(self.price, self.quantity)

    @property
    def total(self) -> int:
        """After the line's discount."""
        gross = self.gross
        return gross - self.discount.off(gross)

    def cleaned(self) -> "CartLine":
        """The line as it may be stored, with nobody's data in its texts. Raises `TextTooLong`."""
        note = redaction.checked_free_text("note", self.note, NOTE_LIMIT) if self.note else ""
        words = amounts.clean_text(self.words[: 4 * WORDS_LIMIT])[:WORDS_LIMIT]
        words = redaction.checked_free_text("words", words, WORDS_LIMIT)
        return replace(self, note=note, words=words)

    def is_of(self, product: Product) -> bool:
        """Whether it is this product on the terms of today."""
        terms = (product.id, product.unit, product.price, product.tax_rate)
        return terms == (self.product_id, self.unit, self.price, self.tax_rate)

    def adds_up(self, more: int) -> bool:
        """Whether `more` thousandths cost the same on this line as on a line of their own."""
        apart = self.gross + amounts.line_total(self.price, more)
        return amounts.line_total(self.price, self.quantity + more) == apart


@dataclass(frozen=True, slots=True)
class OtherPrice:
    """What a product costs in a cart, and what it costs now, in rupiah."""

    name: str
    before: int
    now: int


@dataclass(slots=True)
class Cart:
    """Lines, a note and a discount; `request_id` makes sure that it is placed only once.

    `wanted_at` (UTC ms) is when the customer comes for it, if not at once.
    """

    lines: tuple[CartLine, ...] = ()
    note: str = ""
    discount: Discount = NO_DISCOUNT
    tax_included: bool = True
    request_id: str = field(default_factory=lambda: str(uuid4()))
    wanted_at: int | None = None

    def __bool__(self) -> bool:
        return bool(self.lines)

    def add(
        self,
        product: Product,
        quantity: int = ONE,
        *,
        note: str = "",
        discount: Discount = NO_DISCOUNT,
        words: str = "",
    ) -> "Cart":
        """Adds `quantity` thousandths of `product`; onto its line, if it stands there plainly.

        What costs something else by now gets a line of its own, and so do weighed goods whose sums
        would not add up to the rupiah on one line.

        Returns the cart itself. Raises `BadQuantity`, `NotSold`, `TooManyLines`,
        `DiscountTooLarge`, `RateTooLarge`, `TextTooLong`; the cart is then as before.
        """
        amounts.checked_quantity(quantity)
        if not product.active:
            raise NotSold(product.name)
        if not note and not discount:
            for index, line in enumerate(self.lines):
                plain = line.is_of(product) and not line.note and not line.discount
                if plain and line.adds_up(quantity):
                    self.set_quantity(index, line.quantity + quantity)
                    said = " + ".join(filter(None, dict.fromkeys((line.words, words))))
                    return self._replace(index, replace(self.lines[index], words=said))
        if len(self.lines) >= LINES_LIMIT:
            raise TooManyLines(len(self.lines) + 1, LINES_LIMIT)
        line = CartLine(
            product.id, product.sku, product.name, product.unit, product.price, product.tax_rate,
            quantity,
        )  # fmt: skip
        line = replace(line, note=note, discount=discount, words=words)
        self._put((*self.lines, self._checked(line)))
        return self

    def set_quantity(self, index: int, quantity: int) -> "Cart":
        """Makes the line at `index` that many thousandths. Raises `BadQuantity`."""
        amounts.checked_quantity(quantity)
        line = replace(self.lines[index], quantity=quantity)
        return self._replace(index, replace(line, discount=_within(line.discount, line.gross)))

    def set_line_discount(self, index: int, discount: Discount) -> "Cart":
        """Takes `discount` off the line. Raises `DiscountTooLarge`, `RateTooLarge`, `BadMoney`."""
        return self._replace(index, replace(self.lines[index], discount=discount))

    def set_line_note(self, index: int, note: str) -> "Cart":
        """Writes a note on the line. Raises `TextTooLong`."""
        return self._replace(index, replace(self.lines[index], note=note))

    def remove(self, index: int) -> CartLine:
        """Takes the line at `index` out and returns it."""
        line = self.lines[index]
        self.lines = self.lines[:index] + self.lines[index + 1 :]
        self.discount = _within(self.discount, self.subtotal)
        return line

    def set_note(self, note: str) -> "Cart":
        """Writes a note on the order. Raises `TextTooLong`."""
        self.note = redaction.checked_free_text("note", note, NOTE_LIMIT)
        return self

    def set_discount(self, discount: Discount) -> "Cart":
        """Takes `discount` off the whole order.

        Raises `DiscountTooLarge`, `RateTooLarge`, `BadMoney`.
        """
        self.discount = amounts.checked_discount(discount, self.subtotal)
        return self

    def set_wanted(self, wanted_at: int | None) -> "Cart":
        """The customer comes at `wanted_at` (UTC ms); None: waits for it."""
        self.wanted_at = wanted_at
        return self

    def other_prices(self) -> list[OtherPrice]:
        """The products that cost something else by now than in this cart."""
        now = catalogue.products_by_id(list({line.product_id for line in self.lines}))
        found = {
            (line.product_id, line.price): OtherPrice(line.name, line.price, product.price)
            for line in self.lines
            if (product := now.get(line.product_id)) and product.price != line.price
        }
        return list(found.values())

    @property
    def subtotal(self) -> int:
        """The lines after their own discounts."""
        return sum(line.total for line in self.lines)

    @property
    def quantity(self) -> int:
        """All quantities added up, thousandths."""
        return sum(line.quantity for line in self.lines)

    @property
    def rate(self) -> int:
        """The one rate (basis points) at which all that goes off does; 0 where it is several."""
        return 0 if any(line.discount for line in self.lines) else self.discount.rate

    def bill(self) -> Bill:
        """What it comes to."""
        sizes = [line.quantity for line in self.lines]
        shares = shared_out(self.discount.amount, [line.total for line in self.lines])
        charges = [
            Charge(line.price, size, size, line.discount, line.tax_rate, share)
            for line, size, share in zip(self.lines, sizes, shares, strict=True)
        ]
        return bill(charges, self.discount.rate, tax_included=self.tax_included)

    def copy(self) -> "Cart":
        """Another cart with the same content (lines are values)."""
        return replace(self)

    def cleaned(self) -> "Cart":
        """The cart as it may be stored, with nobody's data in its notes. Raises `TextTooLong`."""
        if not self.note and not any(line.note or line.words for line in self.lines):
            return self
        lines = tuple(line.cleaned() for line in self.lines)
        return replace(self, lines=lines).set_note(self.note)

    def to_dict(self) -> dict[str, Any]:
        """As plain data, for a held cart or a draft."""
        data = asdict(self)
        data["lines"] = [asdict(line) for line in self.lines]
        return data

    @classmethod
    def from_dict(cls, data: dict[str, Any]) -> "Cart":
        """The cart that `to_dict` gave."""
        lines: Iterable[dict[str, Any]] = data["lines"]
        return cls(
            **{
                **data,
                "lines": tuple(CartLine(**{**x, "discount": _discount_of(x)}) for x in lines),
                "discount": _discount_of(data),
            }
        )

    def _replace(self, index: int, line: CartLine) -> "Cart":
        self._put((*self.lines[:index], self._checked(line), *self.lines[index + 1 :]))
        return self

    def _checked(self, line: CartLine) -> CartLine:
        if line.quantity > QUANTITY_LIMIT:
            raise BadQuantity(line.quantity, QUANTITY_LIMIT)
        amounts.checked_discount(line.discount, line.gross)
        return line.cleaned()

    def _put(self, lines: tuple[CartLine, ...]) -> None:
        # Below 2^63 for ever: a sum that no till can print is refused before it is stored.
        gross = sum(line.gross for line in lines)
        if gross > SUM_LIMIT:
            raise BadMoney(gross, SUM_LIMIT)
        self.lines = lines
        self.discount = _within(self.discount, self.subtotal)


def _within(discount: Discount, limit: int) -> Discount:
    """A sum is at most what the goods cost by now."""
    return discount if discount.rate else Discount(min(discount.amount, limit))


def _discount_of(data: dict[str, Any]) -> Discount:
    said = data["discount"]
    return Discount(said) if isinstance(said, int) else Discount(**said)  # before: always a sum
