"""Which products are asked about when none has everything that the customer said."""

from models.list_fit import NEAR, SURE, Candidate
from models.list_text import Wish
from models.product_index import ProductIndex
from models.words import Word, dictionary


def is_worth_asking(
    index: ProductIndex, wish: Wish, required: list[Word], candidate: Candidate
) -> bool:
    """Whether a product that lacks something said is still likely to be what is wanted."""
    known = dictionary()
    if not candidate.right_kind or not candidate.thing:
        return False
    found = [c >= NEAR for c in candidate.closeness]
    telling = [i for i, w in enumerate(required) if w.concept not in known.variants]
    facts = len(wish.numbers) + len(wish.sizes)
    if wish.unit in known.loose and not all(found):
        return False  # a comb of bananas is no rice of that name
    met = (len(wish.numbers) if candidate.numbers else 0) + len(wish.sizes) * int(candidate.size)
    if candidate.anchored:
        if not telling:
            return any(found) and candidate.kinds
        if 2 * (sum(found) + met) > len(found) + facts and any(found[i] for i in telling):
            return True
        # What comes first is the thing: `blender philips` is no lamp.
        if not found[telling[0]] or 2 * sum(found) < len(found):
            return False
        held = sum(found[i] for i in telling)
        return 2 * held > len(telling) or _is_head(index, required[telling[0]], candidate)
    if wish.weight or wish.unit in known.loose:
        return False
    same = all(c >= 0.97 for c in candidate.closeness) and candidate.numbers
    sized = bool(wish.sizes) and candidate.size == 1
    return same and len(telling) > (0 if sized else 1)


def _is_head(index: ProductIndex, word: Word, candidate: Candidate) -> bool:
    """Whether the word says what a thing is: `kuaci`, `wajan`, but not `hair` or `stop`."""
    if not candidate.extras:
        return candidate.anchored == 2
    near = [token.split()[0] for token, close in index.similar(word).items() if close >= SURE]
    return len(index.meaning(word)) > 3 and any(index.opens(token) >= 0.5 for token in near)
