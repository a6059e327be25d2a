"""What a piece of a message says, as one wish or as talk, in the catalogue's light."""

import re
from dataclasses import dataclass, replace

from models.amounts import ONE
from models.search.product_index import ProductIndex
from models.shopping_list.corrections import value_of
from models.shopping_list.judging.candidates import CANDIDATES
from models.shopping_list.judging.fit import is_weighed_out, loose_numbers
from models.shopping_list.judging.matching import NOTHING, Judgement, Verdict, judge
from models.shopping_list.list_items import ListItem, parse_item
from models.text import redaction
from models.text.words import Size, Word, dictionary, fold, words_of

#: A dozen that is no package is explained as well as this.
_NEARLY = 0.85
#: So much is explained where a description is left out.
_PARTLY = 0.6
#: What stands behind them is wanted too.
_BESIDES = ("sama", "ama", "plus", "dan", "and", "also")
#: Goods that the shop does not know are called by so many words.
_FEW = 2
_IF_ANY = re.compile(
    r"\bif (?:you have|any|available)\b|\b(?:kalo|klo|kalau|kl|jika|lamun) (?:ada|aya)\b",
    re.IGNORECASE,
)
#: `kalo gada esse yaudah marlboro`: what is wanted then stands behind it.
IF_MISSING = re.compile(
    r"\b(?:kalo|klo|kalau|kl|jika|if) (?:(?:g|ga|gak|gk|ngga|nggak|tidak|tdk) ?ada|habis"
    r"|abis|kosong|not available|you dont have)\b",
    re.IGNORECASE,
)
_ASIDE_NAME = re.compile(r"\(([^()]{1,60})\)")
#: Words that stand before a name, and up to three words of it.
_PERSON = re.compile(
    r"(?:(?<=\w)[\s,;.]+|^)(?:(?:an|a/n|a\.n|atas nama|buat|bwt|untuk|utk|for|dari|from|punya"
    r"|bu|ibu|pak|bpk|bapak|mas|mbak|mba|kak|kakak|bang|om|tante|mr|mrs|ms)\b\.?\s*){1,3}"
    r"(?P<name>[^\W\d]+(?:\s+[^\W\d]+){0,2})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A part of a piece: a wish as it is read, or talk where there is no `item`."""

    text: str
    item: ListItem | None = None
    judgement: Judgement = NOTHING


def best_reading(
    index: ProductIndex, piece: str, most: int = CANDIDATES
) -> tuple[ListItem, Judgement] | None:
    """The reading of a piece that the catalogue explains best, looking at `most` products."""
    readings = [(item, judge(index, item, most)) for item in parse_item(piece, index.understood)]
    readings = [r for r in readings if not r[0].guesses_price or _is_priced_so(index, *r)]
    if not readings:
        return None
    best = _likeliest(readings)
    sold = _as_sold(index, best, readings)
    if sold is not best:
        return sold
    if best[1].verdict is Verdict.UNAVAILABLE:
        best = next((r for r in readings if r[0].weight), best)
        plain = _without_description(index, piece)
        other = best_reading(index, plain, most) if plain != piece else None
        if other is not None and other[0].words and other[1].rows:
            return _described(best[0], *other)
    item, verdict = best
    if item.counted and not item.unit and _may_be_of_name(index, item, readings):
        item = replace(item, clear=False)  # `sgm 3 rasa madu`, where there is an SGM 3
    doubtful = readings[0][0].quantity < 10 * ONE and best is not readings[0] and item.numbers
    if doubtful and verdict.verdict is Verdict.MATCH and readings[0][1].known == 1:
        verdict = replace(verdict, verdict=Verdict.ASK)
    return item, verdict


def _likeliest(readings: list[tuple[ListItem, Judgement]]) -> tuple[ListItem, Judgement]:
    """The reading that the catalogue explains best."""
    best = first = readings[0]
    # With a unit it is a quantity, if that leaves nothing unexplained.
    is_count = any(item.unit and verdict.known > _NEARLY for item, verdict in readings)
    for item, verdict in readings[1:]:
        if is_count and not item.counted:
            continue
        better = verdict.known == 1 and (1, verdict.fit) > (best[1].known, best[1].fit)
        # Up to nine a number behind the words is a quantity, if that explains the rest as well.
        if better and (verdict.known > first[1].known or first[0].quantity >= 10 * ONE):
            best = item, verdict
        elif (
            item.counted and item.quantity < 10 * ONE <= best[0].quantity
            and (1, verdict.fit) == (verdict.known, best[1].fit) and best[1].known == 1
        ):  # fmt: skip
            best = item, replace(verdict, verdict=Verdict.ASK)  # `2 tissue paseo 250`
    return best


def _as_sold(
    index: ProductIndex,
    best: tuple[ListItem, Judgement],
    readings: list[tuple[ListItem, Judgement]],
) -> tuple[ListItem, Judgement]:
    """`telor 1/2 piring`, `gula lokal stengah`: a part that the shop sells by itself."""
    item, judgement = best
    if not item.counted or item.quantity % ONE == 0:
        return best
    if item.unit in dictionary().packages:
        return next(filter(_is_whole, readings), best)
    if item.unit or item.quantity > ONE or not judgement.rows:
        return best
    size = Size("mass", item.quantity, item.quantity / ONE)
    weighed = replace(item, quantity=ONE, sizes=(*item.sizes, size), counted=False, weight=size)
    packet = judge(index, weighed)
    is_sold = packet.verdict is Verdict.MATCH and not is_weighed_out(index, judgement.rows[0])
    return (weighed, packet) if is_sold else best


def _is_whole(reading: tuple[ListItem, Judgement]) -> bool:
    """Whether it is so many of what some product's name says in full."""
    item, judgement = reading
    return item.quantity % ONE == 0 and item.unit != "lusin" and judgement.known == 1


def _is_priced_so(index: ProductIndex, item: ListItem, judgement: Judgement) -> bool:
    """Whether money that was said is what the product costs, each or together."""
    price = index.prices[judgement.rows[0]] if judgement.rows else 0
    return all(money in (price, price * item.quantity // ONE) for money in item.money)


def _may_be_of_name(
    index: ProductIndex, item: ListItem, readings: list[tuple[ListItem, Judgement]]
) -> bool:
    """Whether a product has the number that is taken for a quantity in its name, as no size."""
    of_names = [j for other, j in readings if not other.counted and j.known == 1 and j.rows]
    number = item.quantity / ONE
    return any(number in loose_numbers(index.facets(j.rows[0])) for j in of_names)


def _without_description(index: ProductIndex, piece: str) -> str:
    """`minyak 2 yang kecil ya` → `minyak 2`: without which ones are meant, up to a number.

    What may be another wish is no description.
    """
    known, folded = dictionary(), fold(piece)
    words = words_of(folded)
    start = next((at for at, word in enumerate(words) if word.concept in known.ones), len(words))
    end = next(
        (at for at in range(start, len(words)) if value_of(words[at]) is not None), len(words)
    )
    things = (w for w in words[start:end] if w.concept in known.kinds or index.begins(w.text))
    if start == end or len(folded) != len(piece) or any(things):
        return piece
    return f"{piece[: words[start].start]} {piece[words[end].start :] if words[end:] else ''}"


def _described(said: ListItem, item: ListItem, judgement: Judgement) -> tuple[ListItem, Judgement]:
    """What is had of a thing of which the ones that are meant are not: it is asked."""
    if judgement.verdict is Verdict.MATCH:
        judgement = replace(judgement, verdict=Verdict.ASK)
    return replace(item, name=said.name, words=said.words), replace(
        judgement, known=_PARTLY * judgement.known
    )


def without_people(index: ProductIndex, source: str) -> str:
    """The words without a name that no product has: `Rina: …`, `… untuk Bu Rina`, `… (Rina)`."""
    before, colon, behind = source.partition(":")
    if colon and behind.strip() and is_nobody_known(index, before):
        source = behind
    source = _ASIDE_NAME.sub(
        lambda found: " " if is_nobody_known(index, found[1]) else found[0], source
    )
    return _PERSON.sub(lambda found: " " if _is_name(index, found["name"]) else found[0], source)


def _is_name(index: ProductIndex, text: str) -> bool:
    """Whether words may be a name: `Pak ini listrik token` calls nobody *ini*."""
    is_called = dictionary().is_polite(words_of(text)[0])
    return not is_called and is_nobody_known(index, text)


def is_wish(index: ProductIndex, text: str) -> bool:
    """Whether the catalogue explains all of a text as so many of some goods."""
    best = best_reading(index, text)
    return best is not None and best[0].counted and best[1].known == 1 and bool(best[1].rows)


def has_another(index: ProductIndex, item: ListItem, judgement: Judgement) -> bool:
    """`aqua 600 2 dus tisu`: whether behind the quantity stands a kind of goods that the product
    before it is not."""
    if item.leads is not None or not (item.counted and item.words and judgement.rows):
        return False
    kinds = dictionary().things - dictionary().variants
    last = item.words[-1].concept
    return last in kinds and last not in index.facets(judgement.rows[0]).concepts


def is_nobody_known(index: ProductIndex, text: str) -> bool:
    """Whether some words name somebody: no product has them."""
    known = dictionary()
    words = [w for w in words_of(text) if w.number is None and w.text not in known.numbers]
    named = [w for w in words if not known.is_polite(w) and w.concept not in known.fillers]
    return bool(named) and not any(
        index.knows(w.text) or w.concept != w.text or w.concept in known.packages | known.doubt
        for w in named
    )


def is_talk(index: ProductIndex, piece: str, item: ListItem, judgement: Judgement) -> bool:
    """Whether a piece greets, thanks, or says where and for whom, instead of naming a product."""
    known = dictionary()
    counts = known.numbers.keys() - known.places  # `an apple`, but `an Rina`
    spoken = [w for w in words_of(piece) if w.number is None and w.text not in counts]
    telling = [w for w in spoken if not known.is_polite(w) and w.concept not in known.fillers]
    plain = judgement.verdict is Verdict.MATCH or (
        judgement.verdict is Verdict.ASK and judgement.known == 1
    )
    if not spoken and item.counted and judgement.rows:
        return False  # `234 16 2`
    if not telling:
        return not (judgement.verdict is Verdict.MATCH and item.said)
    if piece.endswith(":"):
        return True  # `Kopi:` is a heading
    if plain and item.said:
        return False
    talk = [w for w in spoken if known.is_polite(w) or _is_place(w)]
    opens = _is_place(telling[0]) or _is_place(spoken[0])
    opens = opens and not index.has_phrase(" ".join(w.text for w in spoken[:2]))  # `Mr Muscle`
    if not opens and names_goods(piece):
        return False
    if judgement.verdict is Verdict.MATCH:
        return opens or 2 * len(talk) > len(spoken)
    named = [w for w in telling if w.text not in known.owners]
    if item.money and named and not _is_place(named[0]):
        return False  # `pulsa 10rb ke …`, `token listrik 50rb bisa?`
    if redaction.REMOVED in piece:
        return not plain
    if (item.counted or not item.sure) and judgement.rows and 2 * judgement.known >= 1:
        return opens  # `bukan bear brand`
    return opens or 2 * len(talk) >= len(spoken) + item.said


def names_goods(text: str) -> bool:
    """Whether words without a number name goods, known or not: `some toilet paper`, `sama kamper`,
    `gripe water if you have`, `gula jawa`."""
    known = dictionary()
    words = words_of(text)
    if any(w.text in known.owners or _is_place(w) for w in words):
        return False
    telling = [w for w in words if not known.is_polite(w) and w.concept not in known.fillers]
    is_kind = any(w.concept in known.things for w in telling)
    is_short = 0 < len(telling) <= _FEW
    return is_short and (is_kind or words[0].text in _BESIDES or bool(_IF_ANY.search(text)))


def _is_place(word: Word) -> bool:
    return word.text in dictionary().places
