"""Judges which product a customer's words mean, and whether that is sure enough not to ask.

Sure means: one product (or one and its twin) has every word that tells products apart, nothing
that was said contradicts it, and no sister of it differs only in a taste, colour or size that the
customer did not name. Whatever is short of that is asked; what the catalogue has nothing of is
not available, however similar some letters are.
"""

from dataclasses import dataclass
from enum import StrEnum

from models.amounts import ONE
from models.search.product_index import ProductIndex
from models.shopping_list.judging.candidates import CANDIDATES, with_all_words, with_most_words
from models.shopping_list.judging.fit import (
    NEAR,
    SURE,
    Candidate,
    is_akin,
    is_weighed_out,
    is_worth_asking,
    kinds_written,
    loose_numbers,
    telling_concepts,
)
from models.shopping_list.list_items import ListItem
from models.text.words import Size, Word, dictionary, phrase_key, words_of

CHOICES = 8
_REFILL = "isi_ulang"


class Verdict(StrEnum):
    """What becomes of a line."""

    MATCH = "match"
    ASK = "ask"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on one reading; `rows` in the index, best first.

    `known` is the part of what was said that some product has, `fit` how many numbers and words
    the best product explains: of two readings the one that explains more is right.
    """

    verdict: Verdict
    rows: tuple[int, ...] = ()
    known: float = 0.0
    fit: float = 0.0


NOTHING = Judgement(Verdict.UNAVAILABLE)


def judge(index: ProductIndex, item: ListItem, most: int = CANDIDATES) -> Judgement:
    """What `item` means in this catalogue, by the names of the products and their other names.

    No more than the `most` likely products are looked at closely.
    """
    by_name = _by_name(index, item, most)
    rows = index.aliases.get(phrase_key(index.understood(words_of(item.name))), ())
    rows = list(dict.fromkeys(row for row in rows if index.active[row]))
    if not rows or by_name.verdict is Verdict.MATCH:
        return by_name  # what the names themselves leave no doubt about is that
    sure = len(rows) == 1 and _is_plain(index, item, rows[0])
    sure = sure and _is_own_name(index, item, rows[0])
    rows += [row for row in by_name.rows if row not in rows]
    fit = float(len(item.words) + len(item.numbers) + len(item.sizes))
    verdict = Verdict.MATCH if sure else Verdict.ASK
    return Judgement(verdict, tuple(rows[:CHOICES]), 1.0, fit + 1)


def _packets(index: ProductIndex, weight: Size, candidate: Candidate) -> float:
    """In how many packets a weight is had: none of what is sold loose, many where it is not."""
    measure = dictionary().measures.get(index.units[candidate.row])
    is_loose = bool(candidate.facets.concepts & dictionary().by_weight)
    if is_loose or (measure is not None and measure[0] == weight.dimension):
        return 0
    held = [s.amount for s in candidate.facets.sizes if s.dimension == weight.dimension]
    packets = weight.amount / held[0] if held and held[0] else 0.0
    return packets if packets >= 1 and packets.is_integer() else 100


def _is_plain(index: ProductIndex, item: ListItem, row: int) -> bool:
    """Whether nothing leaves open what is meant but the product's own name: *baterai AA*."""
    return item.doubts <= index.facets(row).concepts


def _is_own_name(index: ProductIndex, item: ListItem, row: int) -> bool:
    """Whether another name can be that of this product alone: no kind of things, no carton.

    Several words for kinds are, if no other product has them all: `teh botol`.
    """
    bulk = index.facets(row).concepts & dictionary().bulk - {w.concept for w in item.words}
    if is_generic(required_words(index, item)):
        rows = [index.meaning(word) for word in item.words]
        is_one = len(rows) > 1 and {r for r in set.intersection(*rows) if index.active[r]} == {row}
    else:
        is_one = True
    return is_one and not bulk - {item.unit}


def _by_name(index: ProductIndex, item: ListItem, most: int) -> Judgement:
    required = required_words(index, item)
    if not required:
        return _by_number(index, item) if item.numbers and item.counted else NOTHING
    candidates = with_all_words(index, item, required, most)
    full = [c for c in candidates if c.full]
    if not full:
        candidates = with_most_words(index, item, required, candidates, most)
    possible = _possible(index, item, full)
    rivals = _plain_first(index, item, possible)
    if rivals:
        # `gula 1 kg` names no brand, `harpic` nothing but one: sure where there is only one.
        wide = is_generic(required) or item.name == required[0].text
        rest = rivals
        if wide:
            rest = full if item.unit in dictionary().either else possible
            rest = [c for c in rest if c.kinds or not rivals[0].kinds]  # `roti keju` is no `keju`
        sure = _is_one_product(index, rest) and _is_sure(index, item, required, rivals[0])
        sure = sure or (wide and _is_only_one(index, item, candidates))
        verdict = Verdict.MATCH if sure else Verdict.ASK
        best = rivals[0]
        others = [c for c in full if c not in rivals]
        if not sure and len(rivals) + len(others) < CHOICES:
            near = with_most_words(index, item, required, candidates, most)
            near = [c for c in near if c not in full]
            others += [c for c in near if is_worth_asking(index, item, required, c)]
    else:
        verdict = Verdict.ASK
        rivals = [c for c in candidates if is_worth_asking(index, item, required, c)]
        others = []
        if not rivals:
            return Judgement(Verdict.UNAVAILABLE)
        best = rivals[0]
    said = len(required) + len(item.numbers) + len(item.sizes)
    explained = sum(c > 0 for c in best.closeness) + (len(item.numbers) if best.numbers else 0)
    explained += len(item.sizes) if best.size == 1 else 0
    shown = [*rivals, *others]
    if item.weight is not None and verdict is Verdict.ASK:
        weight = item.weight
        shown.sort(key=lambda c: _packets(index, weight, c))
    rows = tuple(c.row for c in shown[:CHOICES])
    part = explained / max(1, said)
    if item.unit == "lusin" and not _is_packed(index, best.row, "lusin"):
        part *= 0.9  # then a dozen pieces were meant
    return Judgement(verdict, rows, part, explained)


def _by_number(index: ProductIndex, item: ListItem) -> Judgement:
    """`234 16 2`: what is called by a number is asked, wherever a name begins with it."""
    if item.numbers[0] * ONE <= item.quantity:
        return NOTHING
    rows = [
        row for row in index.with_any([f"{item.numbers[0]:g}"])
        if index.active[row] and index.facets(row).numbers >= {*item.numbers}
        and item.numbers[0] in (word.number for word in index.facets(row).words[:2])
    ]  # fmt: skip
    fit = float(len(item.numbers))
    return Judgement(Verdict.ASK, tuple(rows[:CHOICES]), 1.0, fit) if rows else NOTHING


def required_words(index: ProductIndex, item: ListItem) -> list[Word]:
    """The words that tell products apart: no kinds, no packages, no politeness, no doubt."""
    known = dictionary()
    said = [
        w for i, w in enumerate(item.words)
        if (not known.is_polite(w) or _is_named(index, item.words, i))
        and (w.concept not in known.doubt or index.knows(w.text))  # `bukan bear brand`
    ]  # fmt: skip
    tastes = known.variants if len(said) > 1 else frozenset()
    telling = [
        w for w in said if w.concept not in known.packages
        # `susu coklat`: the first is the thing, the second its taste.
        and (w.concept not in known.kinds or (w.concept in tastes and w is not said[0]))
    ]  # fmt: skip
    if telling:
        return telling
    return [w for w in said if w.concept in known.kinds] or [
        w for w in item.words if index.knows(w.text)
    ]


def _is_named(index: ProductIndex, words: tuple[Word, ...], row: int) -> bool:
    """Whether a polite word stands beside its neighbour in a name too: `good day`, `so good`."""
    around = [words[i : i + 2] for i in (row - 1, row) if 0 <= i < len(words) - 1]
    return any(index.has_phrase(f"{a.text} {b.text}") for a, b in around)


def _is_packed(index: ProductIndex, row: int, unit: str) -> bool:
    concepts = index.facets(row).concepts
    if unit in concepts:
        return True
    carton = unit not in dictionary().bulk and bool(concepts & dictionary().bulk)
    return index.units[row] == unit and not carton


def _possible(index: ProductIndex, item: ListItem, full: list[Candidate]) -> list[Candidate]:
    """Of the products that have everything said, those of the right size and package."""
    known = dictionary()
    if not full:
        return []
    best_size = max(c.size for c in full)
    rivals = [c for c in full if c.size == best_size]
    closest = max(c.worst for c in rivals)
    rivals = [c for c in rivals if c.worst >= min(closest, 0.95) - 0.04]
    said = {item.unit} | {w.concept for w in item.words}
    # A boardmarker is a marker, but not every marker is one.
    narrow = {k for k in said & known.kinds if "_" in k} - known.general
    rivals = [c for c in rivals if narrow <= c.facets.concepts] or rivals
    wrapped = known.kinds | known.containers if item.sizes else known.kinds
    # `sambal indofood` is no tomato sauce, and who says `so nice` means no Sonice.
    fitting = [c for c in rivals if c.kinds or not c.extras & known.kinds - known.variants]
    rivals = fitting or rivals
    if said & known.staples:
        rivals = [c for c in rivals if c.kinds] or rivals
    spelt = any(c.kinds and c.worst == 1 for c in rivals)
    rivals = [c for c in rivals if c.kinds or c.worst == 1 or not spelt]
    many = said & (known.bulk | known.either)
    one = said & known.single
    if many:
        packed = [c for c in rivals if any(_is_packed(index, c.row, unit) for unit in many)]
        # A carton of another sort is no carton of it.
        least = min((len(c.extras - known.packages) for c in rivals), default=0)
        plain = [c for c in rivals if len(c.extras - known.packages) == least]
        other = packed and not any(c in plain for c in packed)
        rivals = [*plain, *packed] if other else packed or rivals
    elif one - {"pcs", "bungkus"} or any(c.extras <= wrapped for c in rivals):
        single = [c for c in rivals if not c.extras & (known.bulk | known.either)]
        rivals = single or rivals
    if one:
        fitting = [c for c in rivals if not c.extras & known.containers]
        told = one - {"pcs", "bungkus"}
        named = [c for c in rivals if c.facets.concepts & told]
        sold = [c for c in rivals if index.units[c.row] in told]
        # `sambal terasi abc botol`; but more than the unit tells `molto sachet` from its sisters.
        like = [c for c in rivals if any(_may_be_so_too(index, c.row, s.row) for s in sold)]
        plain = [] if like else [c for c in sold if not c.extras]
        first = [*sold, *(c for c in rivals if c not in sold)] if sold else []
        rivals = (
            named
            or [*plain, *(c for c in sold if plain and c not in plain)]
            or first
            or (fitting if one - {"pcs"} else [])
            or rivals
        )
    return rivals


def _may_be_so_too(index: ProductIndex, row: int, other: int) -> bool:
    """Whether what is sold by the piece can come in the package of another: it costs as much."""
    low, high = sorted((index.prices[row], index.prices[other]))
    return index.units[row] == "pcs" != index.units[other] and high < 2 * low


def _plain_first(index: ProductIndex, item: ListItem, rivals: list[Candidate]) -> list[Candidate]:
    """Whose name says no more than the customer goes before all but its own sisters."""
    exact = [c for c in rivals if _is_exact(item, c)]
    if exact and (item.sizes or item.numbers) and exact[0].size == 1 and exact[0].worst >= SURE:
        # `pepsodent 120 gr` is not the herbal one; but of `gulaku 1 kg` there is a yellow one.
        tastes = dictionary().variants | dictionary().containers
        other = [c for c in rivals if c.form and c.extras <= tastes and _has_no_more(item, c)]
        return [*exact, *(c for c in other if c not in exact)]
    closest = max((c.literal for c in rivals), default=0)
    if exact and exact[0].literal == closest:
        sisters = [c for c in rivals if c.form and _is_sister(index, exact[0], c)]
        rivals = [*exact, *(c for c in sisters if c not in exact)]
    return rivals


def _is_exact(item: ListItem, candidate: Candidate) -> bool:
    """Whether the name says what the customer said and no more."""
    return candidate.kinds and not candidate.extras and _has_no_more(item, candidate)


def _leaves_out_its_kind(candidate: Candidate) -> bool:
    """Whether it is a brand and nothing else, so that any kind said before it may be its own."""
    is_brand = candidate.anchored == 2 and candidate.form and not candidate.extras
    return is_brand and not candidate.facets.concepts & dictionary().kinds


def _has_no_more(item: ListItem, candidate: Candidate) -> bool:
    """Whether every number in the name was said."""
    return candidate.facets.numbers <= {*item.numbers, *(size.face for size in item.sizes)}


def _is_sister(index: ProductIndex, plain: Candidate, other: Candidate) -> bool:
    """Whether `other` is the plain product in another taste, colour or size."""
    known = dictionary()
    narrower = {k for k in other.extras if any(is_akin(k, c) for c in plain.facets.concepts)}
    if other.extras <= known.variants | known.containers | narrower:
        return True
    if other.extras & known.kinds - known.variants:
        return False  # tomato sauce is no chili sauce
    same_price = index.prices[plain.row] == index.prices[other.row]
    return same_price and index.units[plain.row] == index.units[other.row]


def _is_one_product(index: ProductIndex, rivals: list[Candidate]) -> bool:
    """Whether all rivals are the same thing, entered twice."""
    first = rivals[0]
    concepts = telling_concepts(first)
    for other in rivals[1:]:
        low, high = sorted((index.prices[first.row], index.prices[other.row]))
        if high > 1.1 * low or telling_concepts(other) != concepts:
            return False
        written, others = kinds_written(first), kinds_written(other)
        if not (written <= others or others <= written):
            return False
        for a in first.facets.sizes:
            for b in other.facets.sizes:
                if a.dimension == b.dimension and a.amount != b.amount:
                    return False
        if loose_numbers(first.facets) != loose_numbers(other.facets):
            return False
    return True


def _is_sure(index: ProductIndex, item: ListItem, required: list[Word], best: Candidate) -> bool:
    """Whether the only product that fits may be taken without asking."""
    known = dictionary()
    if not _is_plain(index, item, best.row) or not _is_wrapped_so(index, item, best):
        return False
    exact = sum(c >= SURE for c in best.closeness) + len(item.numbers)
    exact += len(item.sizes) if best.size == 1 else 0
    kinds = {w.concept for w in item.words} & known.things  # `obat bodrex`
    is_kind = best.kinds or kinds <= best.facets.concepts
    if not is_kind and exact < 2 and not _leaves_out_its_kind(best):
        return False
    if best.worst < SURE and exact < (1 if best.worst >= NEAR else 2):
        longest = max(len(w.text) for w in required)
        if best.worst < NEAR or longest < 7:
            return False
    if (item.sizes and best.size < 1) or (best.anchored < 2 and best.extras and exact < 2):
        return False
    sized = item.sizes and best.size == 1
    named = any(index.begins(word.text) or word.text in best.facets.others for word in required)
    if best.unsaid_kind and not sized and not named:
        return False  # `gado gado` is more than crackers that taste of it
    if is_generic(required):
        facts = sum(len(w.text.split()) for w in item.words)
        facts += len(item.numbers) + len(item.sizes)
        more = best.extras - known.kinds  # `terigu 1/2 kg` of *tepung terigu*
        return best.worst >= SURE and not more and (facts > 1 or item.weight is not None)
    return True


def _is_only_one(index: ProductIndex, item: ListItem, found: list[Candidate]) -> bool:
    """Whether the shop has one thing of a kind, which then needs no other name: `telur 1 kg`.

    Only of what is always called by its kind: other coffee than `Luwak White Koffie` may be called
    by a name alone.
    """
    said = {w.concept for w in item.words}
    own = [c for c in found if c.kinds and c.worst > 0 and not c.unsaid_kind]
    if not own or not own[0].full or own[0].worst < SURE:
        return False
    known = dictionary()
    is_loose = is_weighed_out(index, own[0].row) and (len(said) > 1 or not said & known.kinds)
    is_named = said & known.staples or is_loose
    is_meant = _is_plain(index, item, own[0].row) and _is_wrapped_so(index, item, own[0])
    return bool(is_named) and is_meant and _is_one_product(index, own)


def _is_wrapped_so(index: ProductIndex, item: ListItem, best: Candidate) -> bool:
    """Whether what was said to hold it can be what the product comes in."""
    known = dictionary()
    said, held = {w.concept for w in item.words}, best.facets.concepts
    if best.facets.words[0].concept == _REFILL and _REFILL not in said:
        return False  # whoever wants a pencil wants no leads
    counted = known.single - known.containers - {"pcs"}
    if item.unit in counted and not _is_packed(index, best.row, item.unit):
        kinds = [index.meaning(w) for w in item.words if w.concept in known.kinds]
        trays = index.meaning(Word(item.unit, item.unit))
        if any(trays & rows for rows in kinds):
            return False  # who wants a tray of eggs gets no packet, where there are trays
    told = said & known.containers - {"bungkus"}
    if told and not told & held and item.unit in known.bulk:
        return False  # a carton of cups may be another one
    return not (told and held & known.containers and not told & held)  # a cup is no sachet


def is_generic(required: list[Word]) -> bool:
    """Whether only kinds of things were said, and no name."""
    known = dictionary()
    return all(w.concept in known.kinds | known.variants for w in required)
