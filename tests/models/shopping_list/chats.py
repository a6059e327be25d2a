"""Chats of customers with the right answers, and how many of their wishes are read right."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.shopping_list.shopping_list import Proposal, Verdict, read_list
from models.text.words import words_of

_WISH = re.compile(r"\{([^{}]*)=([^{}=]*)\}")
_EXPECTED = re.compile(r"(?P<kind>[~?]?)(?P<skus>[A-Z\d|]*)(?::(?P<quantity>[\d.]+|\?))?")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a customer asks for: its words, and what a shop assistant would understand.

    `skus` are the products that are right, `quantity` (thousandths) how much, None where that is
    to be asked. `may_ask`: asking is right, `may_be_sure`: so is taking it for sure.
    """

    words: str
    skus: frozenset[str]
    quantity: int | None
    may_ask: bool
    may_be_sure: bool
    is_missing: bool = False
    is_taken_back: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """A message of one kind, with its wishes in the order in which they stand in it."""

    kind: str
    text: str
    wishes: tuple[Wish, ...]


def chats(path: Path) -> Iterator[Chat]:
    """The messages of a file; its head says how they are written."""
    kind = ""
    for part in re.split(r"\n--\n|\n(?=== )", path.read_text()):
        if part.startswith("#"):
            continue
        if part.startswith("== "):
            head, _, part = part.partition("\n")
            kind = head.removeprefix("== ").strip()
        wishes = tuple(_wish(*found.groups()) for found in _WISH.finditer(part))
        yield Chat(kind, _WISH.sub(r"\1", part).strip(), wishes)


def _wish(words: str, expected: str) -> Wish:
    if expected in ("-", "x", "?"):
        taken_back = expected == "x"
        return Wish(words, frozenset(), None, expected != "-", False, expected != "?", taken_back)
    found = _EXPECTED.fullmatch(expected)
    assert found, (words, expected)
    skus = frozenset(
        f"B00{sku}" if sku.isdigit() else sku for sku in found["skus"].split("|") if sku
    )
    asked = found["quantity"] in (None, "?")
    quantity = None if asked else round(float(found["quantity"]) * 1000)
    return Wish(words, skus, quantity, asked or found["kind"] == "~", not asked)


def judged(chat: Chat) -> Iterator[tuple[Wish | None, Proposal | None, str]]:
    """What became of each wish: right, asked (needlessly), wrong (for sure), lost or other.

    What was taken back comes behind the others, whose line it may have become part of; and a
    proposal that belongs to no wish last, as talk that became a line.
    """
    left = list(read_list(chat.text).proposals)
    for wish in sorted(chat.wishes, key=lambda wish: wish.is_taken_back):
        words = {w.concept for w in words_of(wish.words)}
        found = max(left, key=lambda p: _shared(p, words), default=None)
        least = len(words) if wish.is_taken_back else len(words) / 2
        if found is not None and _shared(found, words) < least:
            found = None
        if found is not None:
            left.remove(found)
        yield wish, found, _outcome(wish, found)
    for extra in left:
        yield None, extra, "wrong" if extra.verdict is Verdict.MATCH else "talk"


def _shared(proposal: Proposal, words: set[str]) -> int:
    return len(words & {w.concept for w in words_of(proposal.source)})


def _outcome(wish: Wish, found: Proposal | None) -> str:
    if found is None:
        return "right" if wish.is_taken_back else "lost"
    skus = [hit.sku for hit in found.choices]
    if found.verdict is Verdict.MATCH:
        right = wish.may_be_sure and skus[0] in wish.skus and found.quantity == wish.quantity
        return "right" if right else "wrong"
    if wish.is_missing:
        return "right" if found.verdict is Verdict.UNAVAILABLE or wish.may_ask else "asked"
    if found.verdict is Verdict.UNAVAILABLE:
        return "right" if wish.may_ask and not wish.skus else "not found"
    if not wish.may_ask:
        return "asked" if wish.skus & set(skus) else "not found"
    return "right" if not wish.skus or wish.skus & set(skus) else "not found"


def counts(path: Path) -> dict[str, Counter[str]]:
    """For each kind of chat how many wishes came out how."""
    told: dict[str, Counter[str]] = {}
    for chat in chats(path):
        told.setdefault(chat.kind, Counter()).update(outcome for *_, outcome in judged(chat))
    return told
