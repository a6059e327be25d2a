"""What was answered to a customer's words: kept for exactly what was said, seen, taken back."""

from dataclasses import dataclass

from models import amounts, events
from models.amounts import NAME_LIMIT
from models.errors import UnknownProduct
from models.events import Receipt
from models.journal import journal
from models.journal.verbs import verb
from models.storage import tables as t
from models.storage.database import one, rows, transaction
from models.text import redaction


@dataclass(frozen=True, slots=True)
class Answer:
    """Words of a customer and the unit said with them, empty if none was.

    `quantity` is how much of the product (thousandths) one of the unit comes to, for a weight in
    the words all of it; None where that was not asked.
    """

    phrase: str
    unit: str
    quantity: int | None


def answers_of(product_id: int) -> list[Answer]:
    """What was learned for a product."""
    kept = t.ListAnswer
    query = kept.select(kept.phrase, kept.unit, kept.quantity).where(kept.product == product_id)
    return rows(query.order_by(kept.phrase, kept.unit), Answer)


@verb()
def learn(product_id: int, phrase: str, unit: str, quantity: int | None) -> Receipt[None]:
    """These words with this unit mean the product. Raises `TextTooLong`, `UnknownProduct`."""
    phrase = redaction.checked_free_text("alias", phrase, NAME_LIMIT, required=True)
    unit = redaction.checked_free_text("unit", unit, NAME_LIMIT)
    if quantity is not None:
        amounts.checked_quantity(quantity)
    with transaction():
        if one(t.Product.select(t.Product.id).where(t.Product.id == product_id)) is None:
            raise UnknownProduct(product_id)
        return write(product_id, phrase, unit, {"quantity": quantity})


@verb()
def forget(product_id: int, phrase: str, unit: str) -> Receipt[None]:
    """They are asked about again."""
    with transaction():
        return write(product_id, phrase, unit, None)


def kept_answer(product_id: int, phrase: str, unit: str) -> dict[str, int | None] | None:
    """What is kept for these words and this product."""
    here = t.ListAnswer.select(t.ListAnswer.quantity).where(*_place(product_id, phrase, unit))
    row = one(here)
    return None if row is None else {"quantity": row[0]}


def write(
    product_id: int, phrase: str, unit: str, new: dict[str, int | None] | None, **facts: int
) -> Receipt[None]:
    """Writes what is kept for these words from now on, nothing for None; if it was not so."""
    old = kept_answer(product_id, phrase, unit)
    if old == new:
        return Receipt(None)
    t.ListAnswer.delete().where(*_place(product_id, phrase, unit)).execute()
    if new is not None:
        t.ListAnswer.insert(product=product_id, phrase=phrase, unit=unit, **new).execute()
    kind = events.LIST_FORGOTTEN if new is None else events.LIST_LEARNED
    said = {"product": product_id, "phrase": phrase, "unit": unit, "answer": [old, new]}
    return Receipt(journal.append(kind, said | facts))


def _place(product_id: int, phrase: str, unit: str) -> tuple[object, ...]:
    kept = t.ListAnswer
    return kept.product == product_id, kept.phrase == phrase, kept.unit == unit
