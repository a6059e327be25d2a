"""A customer's words taken apart: how much of what.

Nothing here knows the catalogue. Where a number can mean two things (`buku folio 100 2`), every
reading is offered, the likelier first, and `judging.matching` sees which one fits a product.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest

from models.amounts import ONE, QUANTITY_LIMIT
from models.shopping_list.corrections import NOT_QUANTITY, settled, spelt_out, value_of
from models.shopping_list.message import CANCELLED, cancels
from models.text.redaction import REMOVED
from models.text.words import Size, Word, dictionary, fold, number_of, size_of, words_of

#: An item of more words than this is a story.
WORDS_LIMIT = 24

#: `gula 20rb`: for so much money of it, or what it costs; `@ 2.500`, `x 2.500 = 12.500`: that.
_WORTH = re.compile(
    r"(?<![@=])(?<![@=] )\b(\d[\d.,]*)"
    r"(?:\s*(rb|ribu|ribuan|rebu|rewu|ewu|rupiah|jt)|(k|an))(?:an)?\b"
)
_RUPIAH = {"rupiah": 1, "an": 1, "jt": 1_000_000}  # the others are thousands
#: From here on a round number may be a price without a mark: `aqua 600 3500 x2`.
_CHEAPEST = 300
_PRICE = re.compile(
    r"(?:@|\brp\.?|\bidr)\s*\d[\d.,]*(?:\s*(?:rb|ribu|ribuan|k|jt))?(?!\w)"
    r"|(?:=|\bharga|\btotal)\s*(?:\d{1,3}(?:[.,]\d{3})+|\d{4,6}|\d[\d.,]*\s?(?:rb|ribu|k|jt))(?!\w)"
    r"|[x*\u00d7]\s*\d{1,3}[.,]\d{3}(?![\w.,])|\(\s*\d{1,3}[.,]?\d{3}\s*\)"
    # `indomie goreng, 5, 2500, 12500`
    r"|(?<=\d)(?:[\s,;]+(?:[1-9]\d{0,2}(?:[.,]\d{3})+|[1-9]\d{1,4}[05]0))+$"
)
#: `buat 3 orang`, `tiap 2 hari`: no quantity of goods.
_OF_PEOPLE = re.compile(
    r"\b\d+\s*(?:orang|org|people|persons?|hari|minggu|bulan|kali|days?|weeks?)\b"
)
#: `indomie -2`, which is no list with dashes.
_LESS = re.compile(r"(?<=\s)-\d")
#: `17.00`: an hour or a price without its thousands, and no quantity that anybody writes.
_HOUR = re.compile(r"(?<![\w.,])\d{1,2}[.:]\d{2}(?!\s?[\w.,])")
#: Who asks what it costs, or whether there is any, has not ordered it.
ASKS_PRICE = {"berapa", "brp", "harga", "harganya"}
_ASKS_IF_ANY = {"ada", "aya", "ready", "masih", "msh", "available"}


#: A number from here on is rather a size than a quantity, where there is a smaller one.
_MANY = 20
#: Nobody buys more of a thing without being asked: a gross.
_MOST = 144
#: A measure that is said in halves: an ounce, a kilo, a litre.
_LARGE = 100
_HEAVIEST = 100_000  # grams, millilitres


@dataclass(frozen=True, slots=True)
class ListItem:
    """One reading of a customer's words: so much (thousandths) of such a thing.

    `name` is what was said without the quantity. `unit` is the concept of a package (`botol`) or a
    measure as written (`kg`), empty if none was said. `numbers` and `sizes` belong to the product.
    `said`: a quantity or size stands in the text, `counted`: a quantity, said as one. `weight`:
    the quantity, where it is a weight or a volume. `leads`: the quantity stands before what it
    counts, False behind it, None in between or nowhere. `doubts` leave open what is meant (*or*,
    *not*), where no product is called so; `clear` is False where the text leaves open how much:
    *2-3*, more than anybody buys. `money`: rupiah that were said, what it costs or for how much;
    `guesses_price`: that is a bare number, which is right only if it is the product's price.
    """

    name: str
    quantity: int
    unit: str
    words: tuple[Word, ...]
    numbers: tuple[float, ...] = ()
    sizes: tuple[Size, ...] = ()
    said: bool = True
    counted: bool = True
    weight: Size | None = None
    leads: bool | None = None
    doubts: frozenset[str] = frozenset()
    clear: bool = True
    money: tuple[int, ...] = ()
    guesses_price: bool = False

    @property
    def sure(self) -> bool:
        """Whether nothing in the text leaves open what is meant."""
        return not self.doubts


#: Words that name nothing.
NO_ITEM = ListItem("", ONE, "", ())


@dataclass(frozen=True, slots=True)
class _Number:
    """A number in a text: where it stands, what it counts, and whether it may be a quantity."""

    start: int
    end: int
    value: float
    unit: str = ""
    size: Size | None = None
    fixed: bool = False  # belongs to the product's name: `isi 50`, `A2`, `3+`


def parse_item(piece: str, understood: Callable[[list[Word]], list[Word]] = list) -> list[ListItem]:
    """The ways to read a piece, likelier first; empty when it names nothing, or tells a story.

    `understood` says what words stand for that are written in some short way.
    """
    folded = fold(piece[:400])
    worth = tuple(_rupiah(*found.groups()) for found in _WORTH.finditer(folded))
    folded = _WORTH.sub(" ", folded)
    folded, prices = _PRICE.subn(" ", folded)
    folded, people = _OF_PEOPLE.subn(" ", folded)
    words = understood(words_of(folded))
    if len(words) > WORDS_LIMIT:
        return []
    if cancels(piece):
        words = [w for w in words if w.concept != CANCELLED]
    words = spelt_out(words)
    words, is_settled = settled(_without_alternative(words), folded)
    amounts = list(_amounts(words, folded))
    readings = [w for w in _readings(words, amounts) if w.words or w.numbers]
    readings += _with_a_price(words, amounts, folded)
    is_settled = is_settled and not _LESS.search(folded) and not _is_said_twice(words, amounts)
    is_settled = is_settled and not _HOUR.search(folded)
    # A sum may stand instead of a quantity, and so may what was taken out.
    money = bool(worth or prices or people)
    asks = not (ASKS_PRICE | _ASKS_IF_ANY).isdisjoint(word.text for word in words)
    unclear = money or asks or REMOVED in piece
    return [
        replace(
            w, said=w.said or money,
            clear=w.clear and is_settled and (w.counted or bool(worth) or not unclear),
            money=w.money + worth,
        )
        for w in readings
    ]  # fmt: skip


def _rupiah(number: str, unit: str | None, short: str | None) -> int:
    """`15,5` and `rb` or `k` are 15500."""
    value = number_of(number.rstrip(".,")) or 0
    each = _RUPIAH.get(unit or short or "", 1000)
    return round(min(value * each, QUANTITY_LIMIT))


def _with_a_price(words: list[Word], amounts: list[_Number], folded: str) -> Iterator[ListItem]:
    """`aqua 600 3500 x2`: the readings in which a round number is what it costs.

    Only where something else says how much.
    """
    prices = [
        a for a in amounts
        if not (a.fixed or a.size or a.unit) and a.value >= _CHEAPEST and a.value % 50 == 0
        and words[a.start].number is not None
    ]  # fmt: skip
    for price in sorted(prices, key=lambda a: -a.value)[:2]:
        left = [*words[: price.start], *_unglued(words[price.start + 1 :])]
        for reading in _readings(left, list(_amounts(left, folded))):
            if reading.words and (reading.counted or reading.sizes):
                yield replace(reading, money=(round(price.value),), guesses_price=True)


def _unglued(words: list[Word]) -> list[Word]:
    """The same where nothing stands before the first any more: `3500x5`."""
    return [replace(word, glued=word.glued and at > 0) for at, word in enumerate(words)]


def _is_said_twice(words: list[Word], amounts: list[_Number]) -> bool:
    """`2 dus 3 bks`, `2 yg dingin 1 yg biasa`: one of them would be lost."""
    known = dictionary()
    holding = known.bulk | known.either | known.containers | {"pcs"}
    free = [a for a in amounts if not a.fixed and a.size is None]
    last = _edges(words)[1]
    described = sum(_is_described(words, a.end, last) for a in free)
    return sum(a.unit in holding for a in free) > 1 or described > 1


def _without_alternative(words: list[Word]) -> list[Word]:
    """`indomie goreng atau soto 2` → `indomie goreng atau 2`; what is left is asked."""
    known = dictionary()
    position = next((i for i, w in enumerate(words) if i and w.concept == "atau"), len(words))
    behind = words[position + 1 :]
    counts = [
        w for w, after in zip_longest(behind, behind[1:])
        if w.concept in known.packages or (value_of(w) and not (after and size_of(1, after)))
    ]  # fmt: skip
    return [*words[: position + 1], *counts]


def _edges(words: list[Word]) -> tuple[int, int]:
    """Where the words begin and end that are not mere politeness."""
    known = dictionary()
    said = [i for i, w in enumerate(words) if not known.is_polite(w)]
    return (said[0], said[-1] + 1) if said else (0, len(words))


def _amounts(words: list[Word], folded: str) -> Iterator[_Number]:
    known = dictionary()
    first, last = _edges(words)
    position = 0
    while position < len(words):
        value = value_of(words[position])
        if value is None:
            position += 1
            continue
        start, position = position, position + 1
        value, position = _compound(words, position, value)
        after = words[position] if position < len(words) else None
        before = words[start - 1] if start else None
        digit = words[start].number is not None
        fixed = _is_fixed(words, start, position, folded) if digit else _is_named(before)
        size = None if after is None else size_of(value, after)
        if after is not None and size is not None:
            if more := _part_behind(words, position):
                size, value, position = size_of(value + more, after), value + more, position + 1
            yield _Number(start, position + 1, value, after.text, size)
            position += 1
        elif after is not None and after.text == "s" and after.glued:
            yield _Number(start, position + 1, value, fixed=True)
            position += 1
        elif after is not None and after.text == "x":
            yield _Number(start, position + 1, value, fixed=fixed)
            position += 1
        elif after is not None and after.concept in known.packages:
            times = before is not None and before.text == "x" and not fixed
            yield _Number(
                start - times, position + 1, value, after.concept, fixed=_is_named(before)
            )
            position += 1
        elif digit or start == first or position == last or _tells_which(after):
            fixed = fixed or (after is not None and after.glued and digit)  # `2b`, `20pockets`
            x = 1 if before is not None and before.text == "x" and not fixed else 0
            yield _Number(start - x, position, value, fixed=fixed)


def _part_behind(words: list[Word], position: int) -> float:
    """`1 kilo seperempat`: what a word adds to the weight whose measure stands at `position`."""
    known = dictionary()
    dimension, share = known.measures[words[position].text]
    behind = [*words[position + 1 : position + 3], None, None]
    part = known.numbers.get(behind[0].text, 0) if behind[0] is not None else 0
    counts = behind[1] is not None and behind[1].concept in known.packages  # `setengah lusin`
    is_large = dimension in ("mass", "volume") and share >= _LARGE
    return part if part < 1 and is_large and not counts else 0


def _compound(words: list[Word], position: int, value: float) -> tuple[float, int]:
    """Carries on a number: `satu setengah`, `2 1/2`, `dua belas`, `dua puluh`, `half a`."""
    while position < len(words):
        word = words[position]
        number = value_of(word)
        if word.text == "puluh":
            value *= 10
        elif word.text == "belas":
            value += 10
        elif number is not None and 0 < number < 1 <= value < 10 and not word.glued:
            value += number
        elif (word.text == "a" and value < 1) or (number == value and word.number is None):
            pass  # `half a`, `2 (dua)`
        elif word.concept == "lusin" and words[position - 1].text in ("a", "half", "setengah"):
            value *= 12
        else:
            break
        position += 1
    return value, position


def _is_named(before: Word | None) -> bool:
    return before is not None and before.text in NOT_QUANTITY - {"x"}


def _is_fixed(words: list[Word], start: int, position: int, folded: str) -> bool:
    """Whether a number belongs to a name: `A2`, `isi 50`, `no 3`, `3+`, `0-6`."""
    before = words[start - 1] if start else None
    if before is not None and before.text == "x" and before.start:
        counts = words[start - 2].number is not None if start > 1 else False
        if counts or not before.glued:  # `3500x5`
            return False
    if before is not None and (before.text in NOT_QUANTITY or words[start].glued):
        return True
    first, last = words[start].start, words[position - 1].end
    return folded[last : last + 1] == "+" or bool(
        re.match(r"-\d", folded[last : last + 2]) or re.search(r"\d-$", folded[:first][-2:])
    )


def _readings(words: list[Word], amounts: list[_Number]) -> Iterator[ListItem]:
    first, last = _edges(words)
    counted = [a for a in amounts if a.unit and a.size is None and not a.fixed]
    numbers = [a for a in amounts if not a.unit and not a.fixed]
    described = [a for a in numbers if a.start > first and _is_described(words, a.end, last)]
    bare = [a for a in numbers if a.end == last or a.start == first or a in described]
    weights = [a for a in amounts if a.size and a.size.dimension in ("mass", "volume")]
    # `aqua 2 yg 600`: what stands in a description is rather a size.
    bare.sort(key=lambda a: (a not in described, -a.start))
    if counted:
        counted.sort(key=lambda a: a.start if a.start == first else -a.start)
        before = [a for a in bare if a.start < counted[0].start]
        bare = [a for a in bare if a not in before]
    else:
        before = []
        if len(bare) > 1 and bare[0].value >= _MANY > bare[1].value:
            bare.reverse()  # one of 550, and not 550 of one
    ordered = [*bare, *counted, *before]
    if counted and counted[0].start == first:
        ordered = [counted[0], *bare, *counted[1:], *before]  # `2 bks surya 12`
    for amount in ordered:
        yield _list_item(words, amounts, amount)
        if amount.unit == "lusin":
            dozens = replace(amount, value=12 * amount.value, unit="")
            yield _list_item(words, amounts, dozens)
    yield _list_item(words, amounts, None)
    if not counted and not bare and weights:
        yield replace(_list_item(words, amounts, weights[-1]), weight=weights[-1].size)


def _is_described(words: list[Word], at: int, last: int) -> bool:
    """Whether behind a number it goes on with which ones are meant: `aqua 2 yg kecil`."""
    known = dictionary()
    return at < last and (
        _tells_which(words[at])
        or all(w.concept in known.variants | known.fillers for w in words[at:last])
    )


def _tells_which(word: Word | None) -> bool:
    known = dictionary()  # `yg dingin` is one word
    return word is not None and known.concept(word.text.split()[0]) in known.describing


def _list_item(words: list[Word], amounts: list[_Number], chosen: _Number | None) -> ListItem:
    known = dictionary()
    taken: set[int] = set()
    sizes: list[Size] = []
    numbers: list[float] = []
    for amount in amounts:
        if chosen is not None and amount.start == chosen.start:
            taken.update(range(amount.start, amount.end))
        elif amount.size is not None:
            sizes.append(amount.size)
            taken.update(range(amount.start, amount.end))
        elif words[amount.start].number is not None:
            numbers.append(amount.value)
            taken.update(range(amount.start, amount.end - bool(amount.unit)))
    rest = [
        w for i, w in enumerate(words)
        if i not in taken and w.concept not in known.fillers and w.number is None
    ]  # fmt: skip
    spoken = range(chosen.start, chosen.end) if chosen else ()
    name = " ".join(
        w.text for i, w in enumerate(words) if i not in spoken and not known.is_polite(w)
    )
    value = 1.0 if chosen is None else chosen.value
    quantity = min(round(value * ONE) or ONE, QUANTITY_LIMIT)
    return ListItem(
        name, quantity, chosen.unit if chosen else "", tuple(rest), tuple(numbers), tuple(sizes),
        said=chosen is not None or bool(sizes), counted=chosen is not None,
        leads=_leads(words, rest, chosen),
        doubts=frozenset(w.concept for w in words) & known.doubt,
        clear=is_likely(value, chosen.size if chosen else None),
    )  # fmt: skip


def is_likely(value: float, size: Size | None) -> bool:
    """Whether somebody can want so much: a gross, or a hundred kilos."""
    most = _MOST if size is None else _HEAVIEST
    return 0 < (size.amount if size else value) <= most


def _leads(words: list[Word], rest: list[Word], chosen: _Number | None) -> bool | None:
    """Whether the quantity stands before all that it counts, or behind it."""
    telling = [w for w in rest if not dictionary().is_polite(w)]
    if chosen is None or not telling:
        return None
    if words[chosen.start].start < telling[0].start:
        return True
    return False if words[chosen.start].start > telling[-1].start else None
