"""Turns the list that a customer sends into lines of an order; what is not sure is asked.

Offline and deterministic. The raw text is never stored; phone numbers, e-mail addresses and long
numbers are taken out before anything else looks at it. Answers teach (`learn`).
"""

import re
from collections import Counter
from dataclasses import dataclass, replace

from models.amounts import ONE
from models.catalogue import catalogue
from models.catalogue.catalogue import Product
from models.events import Receipt
from models.journal.verbs import verb
from models.search import product_search
from models.search.product_index import ProductIndex
from models.search.product_search import Hit
from models.shopping_list.list_items import ListItem, cuts, parse_item
from models.shopping_list.matching import Judgement, Verdict, judge
from models.shopping_list.message import cancels, corrects, pieces, plain
from models.shopping_list.quantity import quantity, weight_of
from models.text import redaction
from models.text.words import Size, Word, dictionary, words_of

__all__ = ["Proposal", "Reading", "Verdict", "learn", "read", "read_list"]

#: An order cannot hold more lines; what comes after them is counted and told.
PIECES_LIMIT = 1000
TEXT_LIMIT = 50_000


_ASIDE = re.compile(r"\(([^()]{1,60})\)")
#: Words that stand before a name, and up to three words of it.
_PERSON = re.compile(
    r"(?<=\w)[\s,;.]+(?:(?:an|a/n|a\.n|atas nama|buat|bwt|untuk|utk|untk|for|dari|from|punya"
    r"|bu|ibu|pak|bpk|bapak|mas|mbak|mba|kak|kakak|bang|om|tante|mr|mrs|ms)\b\.?\s*){1,3}"
    r"(?P<name>[^\W\d]+(?:\s+[^\W\d]+){0,2})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What became of one item.

    `source`: the customer's words, without personal data. `line`: on which line of
    `Reading.text` they stand, from 0. `quantity` in thousandths. `unit`: how the customer counts
    (`bungkus`, `kg`, empty when unsaid). `choices`: up to eight products, best first; with MATCH
    the first is the one, with UNAVAILABLE there is none.
    """

    source: str
    line: int
    quantity: int
    unit: str
    verdict: Verdict
    choices: tuple[Hit, ...]
    #: What was said before it was brought to the first choice's unit, and as a weight.
    said: int
    weight: Size | None

    def quantity_of(self, product: Product) -> int:
        """How much of this product it comes to, in thousandths of its own unit."""
        return quantity(self.said, self.weight, product.unit, product.name)


@dataclass(frozen=True, slots=True)
class Reading:
    """A list that was read: the cleaned text, its items, and what was only talk.

    `removed_personal_data` counts the pieces taken out, `left_out` the lines after the limit.
    """

    text: str
    proposals: tuple[Proposal, ...]
    noise: tuple[str, ...]
    removed_personal_data: int
    left_out: int


_NOTHING = ListItem("", ONE, "", ()), Judgement(Verdict.UNAVAILABLE)


@dataclass(frozen=True, slots=True)
class _Line:
    """An item that was read; `ids` are the products proposed.

    `corrects`: it may change what another line says; `cancels`: it cancels that.
    """

    source: str
    line: int
    item: ListItem
    judgement: Judgement
    ids: tuple[int, ...] = ()
    corrects: bool = False
    cancels: bool = False


def read(text: str) -> list[Proposal]:
    """The lines that a customer's message asks for."""
    return list(read_list(text).proposals)


def read_list(text: str) -> Reading:
    """Reads a customer's message: a millisecond or two for each line, however long it is."""
    kept, left_out = text[:TEXT_LIMIT], text.count("\n", TEXT_LIMIT)
    kept, named = plain(kept)
    cleaned = redaction.clean(kept)
    said = pieces(cleaned.text)
    lines: list[_Line] = []
    noise: list[str] = []
    known: dict[str, list[_Line]] = {}
    for piece in said[:PIECES_LIMIT]:
        if piece.text not in known:
            with product_search.current() as index:
                known[piece.text] = _read_piece(index, piece.text)
        found = [replace(line, line=piece.line) for line in known[piece.text]]
        lines += found if piece.sure else [_asked(line) for line in found]
        if not found:
            noise.append(piece.text)
    lines = _without_names(_without_contradictions(lines, noise), noise)
    hits = {hit.id: hit for hit in product_search.hits(id_ for line in lines for id_ in line.ids)}
    proposals = tuple(_proposal(line, hits) for line in lines)
    left_out += max(0, len(said) - PIECES_LIMIT)
    return Reading(cleaned.text, proposals, tuple(noise), cleaned.removed + named, left_out)


def _proposal(line: _Line, found: dict[int, Hit]) -> Proposal:
    choices = tuple(found[id_] for id_ in line.ids if id_ in found)
    verdict = line.judgement.verdict if choices else Verdict.UNAVAILABLE
    said, weight, unit = line.item.quantity, weight_of(line.item), line.item.unit
    much = quantity(said, weight, choices[0].unit, choices[0].name) if choices else said
    return Proposal(line.source, line.line, much, unit, verdict, choices, said, weight)


@verb()
def learn(source: str, product_id: int) -> Receipt[None]:
    """From now on these words of a customer mean that product, whatever the quantity.

    Raises `UnknownProduct`. Words that name nothing (only a number) are not learned, nor is for
    whom it was (`buat Rina`).
    """
    with product_search.current() as index:
        cleaned = redaction.clean(source).text
        named, _, behind = cleaned.partition(redaction.REMOVED)  # behind an account no goods
        best = _best(index, _without_people(index, named if named.strip() else behind))
    if best is None or not any(letter.isalpha() for letter in best[0].name):
        return Receipt(None)
    return catalogue.add_alias(product_id, best[0].name)


def _without_people(index: ProductIndex, source: str) -> str:
    """The words without a name that no product has: `Rina: …`, `… untuk Bu Rina`, `… (Rina)`."""
    known = dictionary()

    def unknown(text: str) -> bool:
        words = [w for w in words_of(text) if w.number is None and w.text not in known.numbers]
        named = [w for w in words if not known.is_polite(w) and w.concept not in known.fillers]
        return bool(words) and not any(index.knows(w.text) or w.concept != w.text for w in named)

    before, colon, behind = source.partition(":")
    if colon and behind.strip() and unknown(before):
        source = behind
    source = _ASIDE.sub(lambda found: " " if unknown(found[1]) else found[0], source)
    return _PERSON.sub(lambda found: " " if unknown(found["name"]) else found[0], source)


def _read_piece(index: ProductIndex, piece: str) -> list[_Line]:
    """The items in a piece; none when it is only talk."""
    best = _best(index, piece)
    if cancels(piece):
        return [replace(_line(index, piece, *(best or _NOTHING)), cancels=True)]
    if best is None or best[1].known < 1:
        for way in cuts(piece):
            parts = [(part, _best(index, part)) for part in way]
            good = [(p, b) for p, b in parts if b and b[1].known == 1 and b[0].said]
            if len(good) == len(parts):
                return [_line(index, part, *reading) for part, reading in good]
    if best is None or _is_talk(piece, *best):
        return []
    return [_line(index, piece, *best)]


def _line(index: ProductIndex, source: str, item: ListItem, judgement: Judgement) -> _Line:
    ids = tuple(index.ids[position] for position in judgement.rows)
    return _Line(source, 0, item, judgement, ids, corrects(source))


def _best(index: ProductIndex, piece: str) -> tuple[ListItem, Judgement] | None:
    """The reading of a piece that the catalogue explains best."""
    readings = [(item, judge(index, item)) for item in parse_item(piece)]
    if not readings:
        return None
    best = first = readings[0]
    for item, verdict in readings[1:]:
        better = verdict.known == 1 and (1, verdict.fit) > (best[1].known, best[1].fit)
        # Up to nine a number behind the words is a quantity, if that explains the rest as well.
        if better and (verdict.known > first[1].known or first[0].quantity >= 10 * ONE):
            best = item, verdict
        elif (
            item.counted and item.quantity < 10 * ONE <= best[0].quantity
            and (1, verdict.fit) == (verdict.known, best[1].fit) and best[1].known == 1
        ):  # fmt: skip
            best = item, replace(verdict, verdict=Verdict.ASK)  # `2 tissue paseo 250`
    if best[1].verdict is Verdict.UNAVAILABLE:
        best = next((r for r in readings if r[0].weight), best)
    item, verdict = best
    doubtful = readings[0][0].quantity < 10 * ONE and best is not readings[0] and item.numbers
    if doubtful and verdict.verdict is Verdict.MATCH and readings[0][1].known == 1:
        verdict = replace(verdict, verdict=Verdict.ASK)
    return item, verdict


def _is_talk(piece: str, item: ListItem, judgement: Judgement) -> bool:
    """Whether a piece greets, thanks, or says where and for whom, instead of naming a product."""
    known = dictionary()
    counts = known.numbers.keys() - known.places  # `an apple`, but `an Rina`
    spoken = [w for w in words_of(piece) if w.number is None and w.text not in counts]
    telling = [w for w in spoken if not known.is_polite(w) and w.concept not in known.fillers]
    plain = judgement.verdict is Verdict.MATCH or (
        judgement.verdict is Verdict.ASK and judgement.known == 1
    )
    if not telling:
        return not (judgement.verdict is Verdict.MATCH and item.said)
    if piece.endswith(":"):
        return True  # `Kopi:` is a heading
    if plain and item.said:
        return False
    talk = [w for w in spoken if known.is_polite(w) or _is_place(w)]
    opens = _is_place(telling[0]) or _is_place(spoken[0])
    if judgement.verdict is Verdict.MATCH:
        return opens or 2 * len(talk) > len(spoken)
    if redaction.REMOVED in piece:
        return not plain
    return opens or 2 * len(talk) >= len(spoken) + item.said


def _is_place(word: Word) -> bool:
    return word.text in dictionary().places


def _without_contradictions(lines: list[_Line], noise: list[str]) -> list[_Line]:
    """An item that another line changes or cancels is asked about; what cancels is no item."""
    doubtful: set[int] = set()
    firsts = Counter(line.ids[0] for line in lines if line.ids)
    for position, line in enumerate(lines):
        if line.cancels and not line.ids:
            doubtful.update(lines[position - 1].ids[:1] if position else ())
        elif line.cancels or (line.corrects and line.ids and firsts[line.ids[0]] > 1):
            doubtful.update(line.ids)
    noise += [line.source for line in lines if line.cancels]
    return [
        _asked(line) if doubtful.intersection(line.ids[:1]) else line
        for line in lines if not line.cancels
    ]  # fmt: skip


def _asked(line: _Line) -> _Line:
    verdict = Verdict.ASK if line.ids else Verdict.UNAVAILABLE
    return replace(line, judgement=replace(line.judgement, verdict=verdict))


def _without_names(lines: list[_Line], noise: list[str]) -> list[_Line]:
    """Where everybody else says how many, a word nobody knows without a number is a name."""
    counted = sum(line.item.said for line in lines)
    kept = []
    for line in lines:
        unknown = line.judgement.verdict is Verdict.UNAVAILABLE and not line.item.said
        if unknown and 2 * counted > len(lines):
            noise.append(line.source)
        else:
            kept.append(line)
    return kept
