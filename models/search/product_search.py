"""Finds products as people type: words in any order, parts of words, codes, slips of the finger.

    for hit in product_search.search("indo gor"):
        ...

The index of names is made once per process and kept in step with the journal; prices and stock
of what was found are read from the shop, so they are never old.
"""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, fields
from datetime import timedelta
from operator import attrgetter
from threading import RLock
from typing import Any

from peewee import fn

from models import clock, events, session
from models.amounts import CODE_LIMIT, clean_text
from models.catalogue.catalogue import Product, product_query
from models.journal import journal
from models.search import product_lookup
from models.search.product_index import Answers, Entry, ProductIndex
from models.storage import tables as t
from models.storage.database import (
    Statement,
    bind_param,
    database,
    rows,
    snapshot,
    translated_errors,
)
from models.text.words import fold, spaced

#: Popularity is what was sold in so many days.
POPULAR_DAYS = 90
_facts = attrgetter(*(field.name for field in fields(Product)))

_AT_ONCE = 20
_PRODUCTS = Statement(
    lambda: product_query().where(t.Product.id.in_([bind_param(str(at)) for at in range(_AT_ONCE)]))
)
_NEWEST = Statement(lambda: t.Counter.select(t.Counter.value).where(t.Counter.name == "journal"))
_SPELLINGS = [bind_param(at) for at in range(3)]
#: Products whose SKU or barcode is a text, in one of its spellings.
_EXACT = Statement(
    lambda: (
        t.Product.select(t.Product.id).where(t.Product.sku.in_(_SPELLINGS))
        + t.Barcode.select(t.Barcode.product).where(t.Barcode.code.in_(_SPELLINGS))
    )
)
#: SKUs and barcodes that begin with a text.
_CODES = (
    Statement(
        lambda: (
            t.Product.select(t.Product.id, t.Product.sku)
            .where(t.Product.sku >= bind_param("first"), t.Product.sku < bind_param("last"))
            .order_by(t.Product.sku)
            .limit(_AT_ONCE)
        )
    ),
    Statement(
        lambda: (
            t.Barcode.select(t.Barcode.product, t.Barcode.code)
            .where(t.Barcode.code >= bind_param("first"), t.Barcode.code < bind_param("last"))
            .order_by(t.Barcode.code)
            .limit(_AT_ONCE)
        )
    ),
)
#: Events that change one product's name, words or activity.
_ONE = {
    events.PRODUCT_ADDED, events.PRODUCT_CHANGED, events.ALIAS_LEARNED, events.ALIAS_FORGOTTEN,
}  # fmt: skip
#: Events that change what is kept of customers' words for one product, and none of its names.
_WORDS = {events.LIST_LEARNED, events.LIST_FORGOTTEN}
#: Events after which the index is made anew.
_MANY = events.CATALOGUE_KINDS - _ONE - _WORDS - {
    events.STOCK_ADJUSTED, events.FAVOURITES_ARRANGED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit(Product):
    """A product that was found; `matched` are the parts of its name that were looked for.

    Each part is (start, end) in characters of `name`, in order, none overlapping.
    """

    matched: tuple[tuple[int, int], ...] = ()

    @property
    def product(self) -> Product:
        """The product by itself."""
        return Product(*_facts(self))


def search(text: str, limit: int = 20, *, inactive: bool = False) -> list[Hit]:
    """Products for `text`, best first: exact code, name begins so, all words, near.

    Popularity breaks ties. What is no longer sold is found only with `inactive`.
    """
    text = clean_text(text[: 4 * CODE_LIMIT])
    if limit < 1 or not text:
        return []
    with current() as index:
        places = product_lookup.find(index, text, limit, inactive=inactive)
        ids = [index.ids[at] for at in places]
    exact, begun = _by_code(text)
    found = hits([*exact, *begun[:5], *ids, *begun], text)
    return [hit for hit in found if inactive or hit.active][:limit]


def at_hand(text: str, limit: int = 20) -> list[Hit] | None:
    """What `search` finds, if it can be said at once.

    None while another thread reads the index, or when it has to be made first: who types does not
    wait for that.
    """
    if not _kept.lock.acquire(blocking=False):
        return None
    try:
        return search(text, limit) if _kept.follows() else None
    finally:
        _kept.lock.release()


def hits(ids: Iterable[int], text: str = "") -> list[Hit]:
    """These products as they are now, in this order, each once; what `text` matches is marked."""
    order = list(dict.fromkeys(ids))
    tokens = spaced(text[:200]).split()
    found: dict[int, Hit] = {}
    for start in range(0, len(order), _AT_ONCE):
        part = order[start : start + _AT_ONCE]
        some = part + part[-1:] * (_AT_ONCE - len(part))  # always the same statement
        for row in _read(_PRODUCTS, {str(at): id_ for at, id_ in enumerate(some)}):
            found[row[0]] = Hit(*(*row, _matched(row[2], tokens)))
    return [found[id_] for id_ in order if id_ in found]


def prepare() -> None:
    """Makes the index ready, so that the first letter typed is answered at once; may take a second.

    Called on a worker thread when the program starts and after a catalogue was imported.
    """
    with current():
        pass


@contextmanager
def current() -> Iterator[ProductIndex]:
    """The index as the catalogue is now. Nobody else changes it inside the `with`."""
    with _kept.lock:
        yield _kept.refreshed()


class _Kept:
    """The index of the open shop, and up to which journal entry it is true."""

    def __init__(self) -> None:
        self.lock = RLock()
        self._index = ProductIndex()
        self._shop: Any = None
        self._cursor = 0

    def refreshed(self) -> ProductIndex:
        if not self.follows():
            self._make()
        return self._index

    def follows(self) -> bool:
        """Whether the index is true, or now made so in a moment."""
        newest = int((_read(_NEWEST, {}) or [(0,)])[0][0])
        if self._shop is not database.obj or newest < self._cursor:
            return False
        return newest == self._cursor or self._follow(newest)

    def _make(self) -> None:
        with snapshot():
            cursor = journal.newest()
            sold = _sold()
            entries = _entries(sold)
        self._index = ProductIndex(entries)
        self._index.most_sold = {product: most for product, (_, most) in sold.items()}
        self._shop, self._cursor = database.obj, cursor

    def _follow(self, newest: int) -> bool:
        """Takes over what changed since; False when that is too much."""
        query = t.Journal.select(t.Journal.kind, t.Journal.payload).where(
            t.Journal.sequence > self._cursor,
            t.Journal.sequence <= newest,
            t.Journal.kind.in_(sorted(_ONE | _WORDS | _MANY)),
        )
        changes = rows(query, lambda kind, payload: (kind, payload))
        if any(kind in _MANY for kind, _ in changes) or len(changes) > 200:
            return False
        named, heard = (
            {json.loads(payload)["product"] for kind, payload in changes if kind in kinds}
            for kinds in (_ONE, _WORDS)
        )
        if named:
            self._index.put(_entries({}, named))
        if heard:
            self._index.learn(dict.fromkeys(heard, ()) | _answers(heard))
        self._cursor = newest
        return True


_kept = _Kept()


def _entries(sold: dict[int, tuple[int, int]], ids: Iterable[int] | None = None) -> list[Entry]:
    """What the index holds of these products, or of all, the most sold first."""
    product, alias = t.Product, t.Alias
    query = product.select(product.id, product.name, product.unit, product.price, product.active)
    phrases = alias.select(alias.product, alias.phrase).order_by(alias.phrase)
    if ids is not None:
        wanted = list(ids)
        if not wanted:
            return []
        query = query.where(product.id.in_(wanted))
        phrases = phrases.where(alias.product.in_(wanted))
    others: dict[int, list[str]] = {}
    for id_, phrase in rows(phrases, lambda *row: row):
        others.setdefault(id_, []).append(phrase)
    learned = _answers(ids)
    entries = rows(
        query,
        lambda id_, name, unit, price, active: Entry(
            id_,
            name,
            unit,
            price,
            bool(active),
            tuple(others.get(id_, ())),
            learned.get(id_, ()),
            id_ in sold,
        ),
    )
    return sorted(entries, key=lambda entry: (-sold.get(entry.id, (0, 0))[0], entry.id))


def _answers(ids: Iterable[int] | None) -> dict[int, Answers]:
    """What is kept of customers' words for these products, or for all."""
    answer = t.ListAnswer
    query = answer.select(answer.product, answer.phrase, answer.unit, answer.quantity)
    if ids is not None:
        query = query.where(answer.product.in_(list(ids)))
    found: dict[int, Answers] = {}
    for id_, *said in rows(query, lambda *row: row):
        found[id_] = (*found.get(id_, ()), (said[0], said[1], said[2]))
    return found


def _sold() -> dict[int, tuple[int, int]]:
    """In how many lines a product was sold lately, and the most of it in a day (thousandths)."""
    day = t.ProductDay
    today = clock.business_day(clock.now(), *session.current.calendar)
    first = clock.day_key(today - timedelta(days=POPULAR_DAYS))
    query = (
        day.select(day.product, fn.SUM(day.lines), fn.MAX(day.quantity))
        .where(day.day >= first)
        .group_by(day.product)
    )
    return {product: (int(lines), int(most)) for product, lines, most in rows(query, _row)}


def _row(*row: int) -> tuple[int, ...]:
    return row


def _by_code(text: str) -> tuple[list[int], list[int]]:
    """The products whose SKU or barcode is `text`, and those whose code begins with it.

    A letter or two, or a word, begin too many codes to tell anything.
    """
    if len(text) > CODE_LIMIT or " " in text or not text[-1].isalnum():
        return [], []
    spellings = (text, text.upper(), text.lower())
    if len(text) < 3 or not re.search(r"\d", text):
        return [id_ for (id_,) in _read(_EXACT, dict(enumerate(spellings)))], []
    exact: list[int] = []
    begun: list[int] = []
    for first in dict.fromkeys(spellings):
        last = first[:-1] + chr(ord(first[-1]) + 1)
        for codes in _CODES:
            for id_, code in _read(codes, {"first": first, "last": last}):
                (exact if fold(code) == fold(text) else begun).append(id_)
    return exact, begun


def _read(statement: Statement, values: Mapping[Any, Any]) -> list[Any]:
    with translated_errors():
        found: list[Any] = statement.run(values).fetchall()
        return found


def _matched(name: str, tokens: list[str]) -> tuple[tuple[int, int], ...]:
    """Where the tokens stand in the name as written, beginnings of words preferred."""
    if not tokens:
        return ()
    text, origin = _folded(name)
    spots = []
    for token in tokens:
        start = first = text.find(token)
        while start > 0 and text[start - 1].isalnum():
            start = text.find(token, start + 1)
        start = first if start < 0 else start
        if start >= 0:
            spots.append((origin[start], origin[start + len(token) - 1] + 1))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spots):
        if merged and start <= merged[-1][1]:
            start, end = merged[-1][0], max(end, merged.pop()[1])
        merged.append((start, end))
    return tuple(merged)


def _folded(name: str) -> tuple[str, Sequence[int]]:
    """The name folded, and from which character of the name each of its characters came."""
    if name.isascii():
        return name.lower(), range(len(name))
    pieces = [(at, fold(character)) for at, character in enumerate(name)]
    return "".join(p for _, p in pieces), [at for at, piece in pieces for _ in piece]
