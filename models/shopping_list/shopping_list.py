"""Turns the list that a customer sends into lines of an order; what is not sure is asked.

Two questions for each wish, which product and how much, are each sure or asked. Offline and
deterministic. The raw text is never stored; phone numbers, e-mail addresses and long numbers are
taken out before anything else looks at it. Answers teach (`learn`), for exactly what was said.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from models import session
from models.amounts import ONE
from models.catalogue import learned
from models.catalogue.catalogue import Product
from models.events import Receipt
from models.journal.verbs import verb
from models.search import product_search
from models.search.product_index import ProductIndex
from models.search.product_search import Hit
from models.shopping_list.amount import Amount, amount_of, weight_of
from models.shopping_list.judging.matching import (
    CHOICES,
    NOTHING,
    Judgement,
    Verdict,
    is_generic,
    required_words,
)
from models.shopping_list.lines import (
    PARCELS,
    Line,
    asked,
    corrected,
    in_parcels,
    without_contradictions,
    without_lost_counts,
    without_names,
)
from models.shopping_list.list_items import NO_ITEM, ListItem
from models.shopping_list.message import adds, cancels, corrects, pieces, plain, restates
from models.shopping_list.privacy import without_personal_data
from models.shopping_list.readings import Found, best_reading, without_people
from models.shopping_list.wishes import wishes_in
from models.storage import tables as t
from models.storage.database import rows
from models.text import redaction, said_times
from models.text.words import dictionary

__all__ = ["Amount", "Proposal", "Reading", "Verdict", "learn", "read", "read_list", "taken_up"]

#: An order cannot hold more lines; what comes after them is counted and told.
PIECES_LIMIT = 1000
#: `2 buat Ibu, 1 buat Nenek: roti`
_FOR_EACH = re.compile(r"\d{1,3}\s*x?\s(?:buat|bwt|untuk|utk|for)\b", re.IGNORECASE)
#: What stands below such a heading changes what stands above it.
_REVISES = re.compile(r"\b(?:koreksi|ralat|revisi|perubahan|correction)\b", re.IGNORECASE)
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
    #: Its words where they stand, (line, words): what corrects it may stand elsewhere.
    parts: tuple[tuple[int, str], ...]
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
    """A list that was read: the cleaned text, its items, what was only talk, and the words in it
    that say when the order is `wanted`, empty where none do.

    `removed_personal_data` counts the pieces taken out, `left_out` the lines after the limit.
    """

    text: str
    proposals: tuple[Proposal, ...]
    noise: tuple[str, ...]
    removed_personal_data: int
    left_out: int
    wanted: str = ""


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
    lines: list[Line] = []
    noise: list[str] = []
    known: dict[str, list[Line]] = {}
    counted: set[int] = set()
    parcels: list[tuple[int, str]] = []
    revised = False
    for piece in said[:PIECES_LIMIT]:
        if piece.text not in known:
            with product_search.current() as index:
                known[piece.text] = [_line(index, found) for found in wishes_in(index, piece.text)]
        found = [
            replace(line, line=piece.line, is_listed=piece.is_listed) for line in known[piece.text]
        ]
        told = [line.source for line in found if line.is_talk]
        noise += told
        parcels += [(piece.line, words) for words in told if PARCELS.search(words)]
        if any(map(_FOR_EACH.match, told)):
            counted.add(piece.line)
        revised = revised or any(map(_REVISES.search, told))
        wishes = [
            replace(line, corrects=line.corrects or revised) for line in found if not line.is_talk
        ]
        lines += wishes if piece.sure else [asked(line) for line in wishes]
    lines = without_contradictions(corrected(without_lost_counts(lines, counted)), noise)
    lines = without_names(lines, noise)
    if parcels:
        lines = [in_parcels(line, parcels) for line in lines]
    left_out += max(0, len(said) - PIECES_LIMIT)
    proposals = tuple(_proposals(lines))
    removed, wanted = cleaned.removed + named, said_times.wanted_in(noise, session.current.zone)
    return Reading(cleaned.text, proposals, tuple(noise), removed, left_out, wanted)


def taken_up(words: str, line: int) -> Proposal:
    """Words on a line (from 0) that were set aside as talk, as a wish after all: it is asked."""
    with product_search.current() as index:
        best = best_reading(index, words) or (NO_ITEM, NOTHING)
        wish = replace(_line(index, Found(words, *best)), line=line)
    (proposal,) = _proposals([asked(wish)])
    return proposal


def _proposals(lines: list[Line]) -> Iterable[Proposal]:
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
            line.all_parts,
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


def _line(index: ProductIndex, found: Found) -> Line:
    if found.item is None:
        return Line(found.text, 0, NO_ITEM, found.judgement, is_talk=True)
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
    return Line(
        found.text, 0, item, judgement,
        tuple(index.ids[row] for row in judgement.rows),
        corrects(found.text), restates(found.text), adds(found.text), cancels(found.text),
        said_as=said_as,
        answered={index.ids[row]: each for row, each in answers.items() if each is not None},
    )  # fmt: skip
