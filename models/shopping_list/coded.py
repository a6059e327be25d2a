"""A wish as a program writes it: a product by its code or in words, and how much beside it.

It waits among the customer's own words as a line of text, `[#A12] Kopi × 2 bks`, so that whoever
goes through the message sees it and can change it. Nothing in it is guessed: a code is that product
and no other, and a number in the words is never how much.
"""

from dataclasses import replace

from models.amounts import ONE, QUANTITY_LIMIT
from models.search.product_index import ProductIndex
from models.shopping_list.judging.matching import NOTHING, Judgement, Verdict
from models.shopping_list.list_items import NO_ITEM, ListItem, is_likely
from models.shopping_list.message import CODED
from models.shopping_list.readings import Found, best_reading
from models.storage.database import rows
from models.storage.tables import Product
from models.text.quantity_parsing import SCORES
from models.text.words import Word, dictionary, fold, size_of, words_of

_MEASURED = ("mass", "volume")


def written(sku: str, words: str, quantity: int | None, unit: str) -> str:
    """The line; `quantity` in thousandths, None where it is not to be understood."""
    much = "?" if quantity is None else f"{quantity / ONE:.3f}".rstrip("0").rstrip(".")
    said = " ".join(words.split()) or sku
    return f"[#{sku}] {said} \u00d7 {much} {unit}".rstrip()


def product_of(sku: str) -> tuple[int, str, str] | None:
    """Id, name and unit of the product that is sold under this code."""
    product = Product
    query = product.select(product.id, product.name, product.unit)
    found = rows(query.where((product.sku == sku) & product.active), lambda *row: row)
    return found[0] if found else None


def coded_wish(index: ProductIndex, line: str) -> Found | None:
    """What such a line asks for; None for any other."""
    said = CODED.fullmatch(line)
    if said is None:
        return None
    text = line[said.start("words") :]
    product = product_of(said["sku"]) if said["sku"] else None
    if product is not None and (row := index.row_of(product[0])) is not None:
        _, name, unit = product
        packed = tuple(w for w in words_of(name) if w.concept in dictionary().packages)
        item = replace(NO_ITEM, words=packed)
        judgement = Judgement(Verdict.MATCH, (row,), 1.0, 1.0)
        return Found(text, _counted(item, said["quantity"], said["unit"] or unit, unit), judgement)
    item, judgement = best_reading(index, said["words"]) or (NO_ITEM, NOTHING)
    counted = _counted(item, said["quantity"], said["unit"] or "")
    return Found(text, replace(counted, clear=counted.clear and not item.counted), judgement)


def _counted(item: ListItem, said: str, unit: str, own: str = "") -> ListItem:
    """The item with how much was said beside its words; `own` is the unit of the product."""
    known, word = dictionary(), fold(unit).strip()
    value = 1.0 if said == "?" else float(said)
    size = size_of(value, Word(word, word)) if word else None
    concept = known.concept(word) if word else ""
    is_unit = concept in {"", known.concept(fold(own)), *known.packages, *SCORES}
    return replace(
        item,
        quantity=min(round(value * ONE) or ONE, QUANTITY_LIMIT),
        unit=word if size else concept,
        said=True,
        counted=True,
        weight=size if size and size.dimension in _MEASURED else None,
        clear=said != "?" and (is_unit or size is not None) and is_likely(value, size),
    )
