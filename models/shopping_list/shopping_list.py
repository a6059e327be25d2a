"""Turns the list that a customer sends into lines of an order; what is not sure is asked.

Two questions for each wish, which product and how much, are each sure or asked. Offline and
deterministic. The raw text is never stored; phone numbers, e-mail addresses and long numbers are
taken out before anything else looks at it. Answers teach (`learn`), for exactly what was said.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from models.amounts import ONE
from models.catalogue import learned
from models.catalogue.catalogue import Product
from models.events import Receipt
from models.journal.verbs import verb
from models.search import product_search
from models.search.product_index import ProductIndex
from models.search.product_search import Hit
from models.shopping_list.amount import Amount, amount_of, weight_of
from models.shopping_list.list_items import NO_ITEM, ListItem
from models.shopping_list.matching import (
    CHOICES,
    NOTHING,
    Judgement,
    Verdict,
    is_generic,
    required_words,
)
from models.shopping_list.message import cancels, corrects, pieces, plain
from models.shopping_list.privacy import without_personal_data
from models.shopping_list.readings import Found, best_reading, without_people
from models.shopping_list.wishes import wishes_in
from models.storage import tables as t
from models.storage.database import rows
from models.text import redaction
from models.text.words import dictionary, words_of

__all__ = ["Amount", "Proposal", "Reading", "Verdict", "learn", "read", "read_list", "taken_up"]

#: An order cannot hold more lines; what comes after them is counted and told.
PIECES_LIMIT = 1000
#: How large clothes and nappies are.
_SIZES = {"s", "m", "l", "xl", "xxl", "xxxl"}
#: Goods are called by so many words; what has more tells something.
_FEW = 4
TEXT_LIMIT = 50_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """What became of one item.

    `source`: the customer's words, without personal data. `line`: on which line of
    `Reading.text` they stand, from 0. `quantity` in thousandths. `unit`: how the customer counts
    (`bungkus`, `kg`, empty when unsaid). `choices`: up to eight products, best first; with
    UNAVAILABLE there is none. With MATCH the first is the one and the quantity is right;
    `is_product_sure` while only how much is to be asked.
    """

    source: str
    line: int
    quantity: int
    unit: str
    verdict: Verdict
    choices: tuple[Hit, ...]
    is_product_sure: bool
    #: The words and the unit under which an answer is kept.
    said_as: tuple[str, str]
    _item: ListItem = field(repr=False)
    _facts: "_Facts" = field(repr=False)

    @property
    def said_quantity(self) -> int:
        """Thousandths of `unit`, whatever product that will be."""
        return self._item.quantity

    def amount_of(self, product: Product) -> Amount:
        """How much of this product it comes to, and whether that is sure."""
        return self._facts.amount_of(self._item, product)


@dataclass(frozen=True, slots=True)
class _Facts:
    """What is known of products besides their names, by their ids."""

    packs: Mapping[int, tuple[int, ...]]
    most_sold: Mapping[int, int]
    answered: Mapping[int, int]

    def amount_of(self, item: ListItem, product: Product) -> Amount:
        each = self.answered.get(product.id)
        total = None
        if each is not None:
            total = each if weight_of(item) is not None else each * item.quantity // ONE
        return amount_of(
            item,
            product,
            self.packs.get(product.id, ()),
            self.most_sold.get(product.id, 0),
            total,
        )


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
    is_talk: bool = False
    said_as: tuple[str, str] = ("", "")
    #: Product id → thousandths of it for one of the unit, by an earlier answer.
    answered: Mapping[int, int] = field(default_factory=dict)
    #: Whether it stands behind the number or the mark of a list.
    is_listed: bool = False


def cleaned(text: str) -> str:
    """A message as it may be kept: its lines without what leads to a person."""
    with product_search.current() as index:
        return without_personal_data(index, plain(text[:TEXT_LIMIT])[0]).text


def read(text: str) -> list[Proposal]:
    """The lines that a customer's message asks for."""
    return list(read_list(text).proposals)


def read_list(text: str) -> Reading:
    """Reads a customer's message: a millisecond or two for each line, however long it is."""
    kept, left_out = text[:TEXT_LIMIT], text.count("\n", TEXT_LIMIT)
    kept, named = plain(kept)
    with product_search.current() as index:
        cleaned = without_personal_data(index, kept)
    said = pieces(cleaned.text)
    lines: list[_Line] = []
    noise: list[str] = []
    known: dict[str, list[_Line]] = {}
    for piece in said[:PIECES_LIMIT]:
        if piece.text not in known:
            with product_search.current() as index:
                known[piece.text] = [_line(index, found) for found in wishes_in(index, piece.text)]
        found = [
            replace(line, line=piece.line, is_listed=piece.is_listed) for line in known[piece.text]
        ]
        noise += [line.source for line in found if line.is_talk]
        wishes = [line for line in found if not line.is_talk]
        lines += wishes if piece.sure else [_asked(line) for line in wishes]
    lines = _without_contradictions(_corrected(_without_lost_counts(lines)), noise)
    lines = _without_names(lines, noise)
    left_out += max(0, len(said) - PIECES_LIMIT)
    proposals = tuple(_proposals(lines))
    return Reading(cleaned.text, proposals, tuple(noise), cleaned.removed + named, left_out)


def taken_up(words: str, line: int) -> Proposal:
    """Words on a line (from 0) that were set aside as talk, as a wish after all: it is asked."""
    with product_search.current() as index:
        best = best_reading(index, words) or (NO_ITEM, NOTHING)
        wish = replace(_line(index, Found(words, *best)), line=line)
    (proposal,) = _proposals([_asked(wish)])
    return proposal


def _proposals(lines: list[_Line]) -> Iterable[Proposal]:
    hits = {hit.id: hit for hit in product_search.hits(id_ for line in lines for id_ in line.ids)}
    packs = _packs(hits)
    with product_search.current() as index:
        most_sold = {id_: index.most_sold.get(id_, 0) for id_ in hits}
    for line in lines:
        choices = tuple(hits[id_] for id_ in line.ids if id_ in hits)
        facts = _Facts(packs, most_sold, line.answered)
        sure = line.judgement.verdict is Verdict.MATCH and bool(choices)
        verdict = line.judgement.verdict if choices else Verdict.UNAVAILABLE
        much = facts.amount_of(line.item, choices[0]) if choices else None
        if sure and much is not None and not much.is_sure:
            verdict = Verdict.ASK
        quantity = much.quantity if much else line.item.quantity
        unit = line.item.unit
        yield Proposal(
            line.source,
            line.line,
            quantity,
            unit,
            verdict,
            choices,
            sure,
            line.said_as,
            line.item,
            facts,
        )


def _packs(ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """The sizes (thousandths) of the packages of these products that have barcodes."""
    code = t.Barcode
    query = code.select(code.product, code.quantity).where(
        code.product.in_(list(ids)), code.quantity > ONE
    )
    found: dict[int, set[int]] = {}
    for product, quantity in rows(query, lambda *row: row):
        found.setdefault(product, set()).add(quantity)
    return {product: tuple(sorted(sizes)) for product, sizes in found.items()}


@verb()
def learn(source: str, product_id: int, quantity: int | None = None) -> Receipt[None]:
    """From now on exactly these words with this unit mean that product, whatever their number.

    `quantity` (thousandths of the product) is what was answered to how much of it that is; None
    when that was not asked. Raises `UnknownProduct`. Words that name nothing (only a number) are
    not learned, nor is for whom it was (`buat Rina`).
    """
    with product_search.current() as index:
        cleaned = redaction.clean(source).text
        named, _, behind = cleaned.partition(redaction.REMOVED)  # behind an account no goods
        best = best_reading(index, without_people(index, named if named.strip() else behind))
        if best is None or not any(letter.isalpha() for letter in best[0].name):
            return Receipt(None)
        phrase, unit = _said(index, best[0])
    return learned.learn(product_id, phrase, unit, _each(best[0], quantity))


def _each(item: ListItem, quantity: int | None) -> int | None:
    """What was answered for one of the unit; for a weight, which is part of the words, in all."""
    if quantity is None or not item.clear:
        return None
    if weight_of(item) is not None:
        return quantity
    each, rest = divmod(quantity * ONE, item.quantity)
    return None if rest else each


def _said(index: ProductIndex, item: ListItem) -> tuple[str, str]:
    """Under what an answer is kept: the words in their order as they were said, and the unit.

    A weight is no unit to be counted: of one kilo nothing follows for two.
    """
    known = dictionary()
    named = [w for w in required_words(index, item) if known.is_polite(w)]  # `good day`
    weighed = item.weight is not None
    unit = f"{item.quantity / ONE:g} {item.unit}" if weighed else item.unit
    return " ".join([*(w.text for w in named), item.name]), unit


def _line(index: ProductIndex, found: Found) -> _Line:
    if found.item is None:
        return _Line(found.text, 0, NO_ITEM, found.judgement, is_talk=True)
    item, judgement = found.item, found.judgement
    said_as = _said(index, item)
    answers = index.answers.get(said_as, {})
    answers = {row: each for row, each in answers.items() if index.active[row]}
    if answers:
        others = [row for row in judgement.rows if row not in answers]
        vague = is_generic(required_words(index, item)) and not (
            item.unit or item.sizes or item.numbers
        )
        agrees = judgement.verdict is Verdict.MATCH and judgement.rows[0] in answers
        sure = len(answers) == 1 and item.sure and (agrees or not vague)
        rows_ = tuple([*answers, *others][:CHOICES])
        judgement = Judgement(Verdict.MATCH if sure else Verdict.ASK, rows_, 1.0, judgement.fit)
    return _Line(
        found.text, 0, item, judgement,
        tuple(index.ids[row] for row in judgement.rows),
        corrects(found.text), cancels(found.text), said_as=said_as,
        answered={index.ids[row]: each for row, each in answers.items() if each is not None},
    )  # fmt: skip


def _without_lost_counts(lines: list[_Line]) -> list[_Line]:
    """`fanta orange ada? nanti kuangkut 3`: what says no number is not sure to be one, where so
    many of something that the shop does not know follow on the same line."""
    kept = [*lines]
    for at, (one, other) in enumerate(pairwise(lines)):
        counts = other.item.counted and not other.ids and one.line == other.line
        if counts and not one.item.counted:
            kept[at] = _asked(one)
    return kept


def _corrected(lines: list[_Line]) -> list[_Line]:
    """`pepsodent 120 gr 1` … `eh pepsodentnya 2 deh`: two of it, if only one line can be meant."""
    kept: list[_Line] = []
    for line in lines:
        meant: list[int] = []
        changes = line.corrects and line.item.counted and line.item.sure and not line.cancels
        if changes and (named := _named(line)):
            meant = [at for at, other in enumerate(kept) if named <= _named(other)]
        if len(meant) != 1:
            kept.append(line)
            continue
        first, new = kept[meant[0]], line.item
        item = replace(
            first.item, quantity=new.quantity, unit=new.unit or first.item.unit, weight=new.weight,
            counted=True, clear=new.clear,
        )  # fmt: skip
        kept[meant[0]] = replace(first, source=f"{first.source}, {line.source}", item=item)
    return kept


def _named(line: _Line) -> set[str]:
    """What a line names, `djarumnya` as well as `djarum`."""
    known = dictionary()
    words = [w for w in line.item.words if not known.is_polite(w)]
    return {known.concept(w.text.removesuffix("nya")) for w in words} - known.packages


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
    """Where everybody else says how many, a word nobody knows without a number is a name.

    Not between the others, where goods stand; nor behind the mark of a list, if they have one.
    """
    counted = [at for at, line in enumerate(lines) if line.item.said]
    if 2 * len(counted) <= len(lines):
        return lines
    marked = 2 * sum(lines[at].is_listed for at in counted) > len(counted)
    kept = []
    for at, line in enumerate(lines):
        is_inside = line.is_listed if marked else counted[0] < at < counted[-1]
        is_thing = _is_sized(line) or (is_inside and len(line.item.words) <= _FEW)
        unknown = line.judgement.verdict is Verdict.UNAVAILABLE and not line.item.said
        if unknown and not is_thing:
            noise.append(line.source)
        else:
            kept.append(line)
    return kept


def _is_sized(line: _Line) -> bool:
    """`popok bayi L`: nobody is called so."""
    words = words_of(line.source)
    return len(words) > 1 and words[-1].text in _SIZES
