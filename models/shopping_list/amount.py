"""How much of a product a customer's words come to, and whether that is sure.

Pieces and packs never cross by themselves: a carton of packets is so many packets only where the
catalogue or an earlier answer says how many; ten eggs are no ten packs of eggs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from models.amounts import ONE, QUANTITY_LIMIT
from models.catalogue.catalogue import Product
from models.shopping_list.list_items import ListItem
from models.text.quantity_parsing import SCORES
from models.text.words import Size, dictionary, size_at, words_of

#: Nobody has so many packets in mind who says a weight.
_MOST_PACKETS = 24
#: What is more than so many times the most that was ever sold of it in a day is rather a slip.
_FAR_OVER = 3
_FEW = 10 * ONE
#: Somebody who says so many eggs and nothing else does not count packs.
_FEW_PACKS = 4 * ONE
_PROPOSALS = 4
#: What nobody opens to count what is in it: five of them are said as `5 biji` as well.
_WHOLE = ("botol", "kaleng", "gelas", "pouch")
#: A number in a name without a unit is a size from here on.
_SIZE = 50


@dataclass(frozen=True, slots=True)
class Amount:
    """So much of a product: `quantity` in thousandths of its unit.

    `others` are what else may be meant, likeliest first, to be proposed where it is not sure.
    """

    quantity: int
    is_sure: bool
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Goods:
    """What a product's name and unit say about counting it."""

    unit: str
    dimension: str  # of its unit, empty for what is counted
    share: float
    concepts: frozenset[str]
    sizes: tuple[Size, ...]
    numbers: frozenset[float]
    contents: tuple[int, ...]  # `isi 12`, `30s`, `200 pcs`

    @property
    def is_parted(self) -> bool:
        """Whether it is a package of things that are also counted one by one; no drink is."""
        is_poured = any(size.dimension == "volume" for size in self.sizes)
        return bool(self.contents) or bool(self.concepts & dictionary().parted and not is_poured)


def weight_of(item: ListItem) -> Size | None:
    """The weight or volume that an item asks for instead of counting."""
    if item.weight is not None or item.counted or len(item.sizes) != 1:
        return item.weight
    return item.sizes[0] if item.sizes[0].dimension in ("mass", "volume") else None


def amount_of(
    item: ListItem,
    product: Product,
    packs: Sequence[int] = (),
    most_sold: int = 0,
    answered: int | None = None,
) -> Amount:
    """What `item` comes to in this product.

    `packs` are the sizes of its packages, `most_sold` is the most of it that was sold in a day,
    both in thousandths (0: not known); `answered` is what an earlier answer said it comes to.
    """
    goods = _goods(product.name, product.unit)
    quantity, fits = (answered, True) if answered else _counted(item, goods, packs)
    quantity = min(max(quantity, 1), QUANTITY_LIMIT)
    lost = _lost(item, goods)
    if item.money and not (item.counted or weight_of(item)) and goods.dimension and product.price:
        quantity = round(ONE * item.money[0] / product.price)  # `telur 30 ribu`
    fits = fits and _is_its_price(item, product, quantity)
    sure = fits and item.clear and not lost and not _is_too_much(quantity, product, most_sold)
    return Amount(quantity, sure, () if sure else _others(item, goods, packs, quantity, lost))


def _is_its_price(item: ListItem, product: Product, quantity: int) -> bool:
    """Whether all money that was said is what that costs, each or together."""
    if not item.money:
        return True
    total = round(product.price * quantity / ONE)
    said_how_much = item.counted or weight_of(item) is not None
    return said_how_much and all(money in (product.price, total) for money in item.money)


def _lost(item: ListItem, goods: _Goods) -> list[int]:
    """Numbers (thousandths) that are no quantity and not in the name either: they may be one."""
    named = goods.numbers | {size.face for size in goods.sizes}
    loose = () if item.counted else item.numbers
    return [round(number * ONE) for number in loose if number not in named]


def _counted(item: ListItem, goods: _Goods, packs: Sequence[int]) -> tuple[int, bool]:
    """Thousandths of the product, and whether they can be meant for sure."""
    wanted, weight = item.quantity, weight_of(item)
    if weight is not None:
        return _weighed(weight, goods)
    if goods.dimension:
        # Half of something that is weighed can only be half a kilo; two may be two pieces.
        plain = not item.unit and wanted < ONE and not item.sizes
        return wanted, plain or (item.unit == goods.unit and not item.sizes)
    each = 1 if item.unit in {*goods.concepts, goods.unit} else SCORES.get(item.unit, 1)
    wanted *= each  # half a dozen is six
    if wanted % ONE or not _is_size_of(item, goods):
        return -(-wanted // ONE) * ONE, False
    if each > 1:
        return wanted, not goods.concepts & dictionary().bulk
    return _pieces_or_packs(item, goods, packs, wanted)


def _weighed(weight: Size, goods: _Goods) -> tuple[int, bool]:
    if goods.dimension == weight.dimension:
        return round(weight.amount / goods.share * ONE), True
    if packets := 0 if goods.dimension else _packets(weight, goods):
        return packets * ONE, True
    return ONE, False


def _packets(weight: Size, goods: _Goods) -> int:
    """How many packets make up the weight; 0 when that is no likely number."""
    held = {s.amount for s in goods.sizes if s.dimension == weight.dimension}
    if not held:
        sizes = {x for x in (weight.face, weight.amount) if x >= _SIZE}
        return int(not sizes.isdisjoint(goods.numbers))  # `bimoli 620 ml` of *bimoli 620*
    each = held.pop()
    if held or not each:
        return 0
    packets = round(weight.amount / each)
    is_whole = abs(packets * each - weight.amount) < 0.01 * weight.amount
    return packets if is_whole and packets <= _MOST_PACKETS else 0


def _is_size_of(item: ListItem, goods: _Goods) -> bool:
    """Whether no weight that was said is another than the one in the name: 250 g of 1 kg."""
    for size in item.sizes:
        held = [s.amount for s in goods.sizes if s.dimension == size.dimension]
        if held and not any(abs(x - size.amount) <= 0.01 * size.amount for x in held):
            return False
    return True


def _pieces_or_packs(
    item: ListItem, goods: _Goods, packs: Sequence[int], wanted: int
) -> tuple[int, bool]:
    known, unit = dictionary(), item.unit
    said = {unit} | {w.concept for w in item.words}
    held = goods.concepts | {goods.unit}
    if unit in known.bulk | known.either:
        if unit in held:  # by the package, but not by the carton of them
            return wanted, not goods.concepts & known.bulk - said
        if unit in known.bulk and len(set(packs)) == 1:
            return wanted // ONE * packs[0], True
        is_parted = goods.is_parted or bool(said & known.parted)  # a pack of cigarettes
        return wanted, unit in known.either and is_parted
    if held & known.bulk - said:
        return wanted, False  # a carton, and nobody said so
    if not unit:
        single = goods.concepts & known.eggs and goods.unit not in (*known.parts, "pcs")
        return wanted, not single or wanted <= _FEW_PACKS
    if unit == goods.unit:
        return wanted, True
    if unit in known.parts:
        whole = goods.unit == "pcs" and unit in known.pieces
        whole = whole or (unit == "biji" and goods.unit in _WHOLE)
        return wanted, whole and not goods.is_parted
    if unit in known.sets:
        return wanted, unit in goods.concepts  # `1 piring`, `2 sisir`
    if goods.unit in known.parts or goods.concepts & known.either - said:
        return wanted, False
    pieces = wanted // ONE
    inside = goods.contents[0] if goods.contents and unit == "pcs" else 0
    return wanted, not (inside and pieces >= inside and pieces % inside == 0)


def _is_too_much(quantity: int, product: Product, most_sold: int) -> bool:
    """More than there is, or far more than was ever sold of it."""
    left, counts = product.available, product.stock_policy != "allow"
    if left is not None and quantity > left and (left > 0 or counts):
        return True
    return bool(most_sold) and quantity > max(_FAR_OVER * most_sold, _FEW)


def _others(
    item: ListItem, goods: _Goods, packs: Sequence[int], quantity: int, lost: Sequence[int]
) -> tuple[int, ...]:
    """What may be meant: so many packages by their size, what the name says is in it, as many.

    Nothing where that is anybody's guess: a carton of which nobody knows how many are in it, ten
    eggs of what is weighed.
    """
    known, likely = dictionary(), []
    if weight_of(item) is None and item.unit != goods.unit:
        if item.unit in known.bulk:
            count = max(item.quantity // ONE, 1)
            sizes = [*packs, *(ONE * inside for inside in goods.contents if inside > 1)]
            likely = [count * size for size in sizes]
        if not likely and (item.unit in known.bulk or (goods.dimension and item.unit)):
            return ()
    found = dict.fromkeys([*likely, *lost, quantity, ONE])
    return tuple(x for x in found if 0 < x <= QUANTITY_LIMIT)[:_PROPOSALS]


@lru_cache(1024)
def _goods(name: str, unit: str) -> _Goods:
    known = dictionary()
    words = words_of(name)
    sold_by = known.concept(unit.casefold())
    dimension, share = known.measures.get(unit.casefold(), ("", 1.0))
    contents = []
    for at, word in enumerate(words):
        if word.number is None or not word.number.is_integer() or word.number < 2:
            continue
        before = words[at - 1] if at else None
        after = words[at + 1] if at + 1 < len(words) else None
        inside = before is not None and before.text in ("isi", "contents")
        counted = after is not None and (
            after.concept in known.parts | {"pcs", "kantong"} or (after.text == "s" and after.glued)
        )
        if inside or counted:
            contents.append(int(word.number))
    return _Goods(
        sold_by, dimension, share,
        frozenset(w.concept for w in words),
        tuple(s for at in range(len(words)) if (s := size_at(words, at))),
        frozenset(w.number for w in words if w.number is not None),
        tuple(contents),
    )  # fmt: skip
