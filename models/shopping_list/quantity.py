"""How much of a product a list item comes to: `1/2 kg` is one packet of 500 g, `2 kg` are four."""

from models.amounts import ONE, QUANTITY_LIMIT
from models.shopping_list.list_items import ListItem
from models.text.quantity_parsing import is_measure
from models.text.words import Size, dictionary, fold, size_at, words_of

#: Nobody has so many packets in mind who says a weight.
_MOST_PACKETS = 24


def weight_of(item: ListItem) -> Size | None:
    """The weight or volume that an item asks for instead of counting."""
    if item.weight is not None or item.counted or len(item.sizes) != 1:
        return item.weight
    return item.sizes[0] if item.sizes[0].dimension in ("mass", "volume") else None


def quantity(wanted: int, weight: Size | None, unit: str, name: str) -> int:
    """Thousandths of a product sold by `unit`; what is counted comes in whole pieces."""
    measure = dictionary().measures.get(fold(unit))
    if weight is not None and measure is not None and measure[0] == weight.dimension:
        return min(max(round(weight.amount / measure[1] * ONE), 1), QUANTITY_LIMIT)
    if is_measure(unit):
        return wanted
    return _packets(weight, name) or -(-wanted // ONE) * ONE


def _packets(weight: Size | None, name: str) -> int:
    """How many packets make up the weight, in thousandths; 0 when that is no likely number."""
    if weight is None:
        return 0
    words = words_of(name)
    sizes = [s for position in range(len(words)) if (s := size_at(words, position))]
    held = {s.amount for s in sizes if s.dimension == weight.dimension}
    if len(held) != 1 or not (each := held.pop()):
        return 0
    packets = round(weight.amount / each)
    whole = abs(packets * each - weight.amount) < 0.01 * weight.amount
    return packets * ONE if whole and packets <= _MOST_PACKETS else 0
