"""What the shop has, as messages for customers: by category, with prices, in a customer's language.

A message is no longer than a chat shows at once and ends between two products; a category that
goes on in the next one is named there again.
"""

from collections.abc import Iterable
from itertools import groupby

from gui.answers.answer_text import AnswerStyle
from gui.words.formatting import Formatting
from gui.words.language import Words
from gui.words.marked import marked
from models.catalogue.catalogue import Product

# A phone shows it in a few strokes of the thumb; chats fold what is much longer.
LENGTH = 3_000  # characters


def messages_of(
    products: Iterable[Product],
    style: AnswerStyle,
    currency: str,
    zone: str,
    length: int = LENGTH,
) -> list[str]:
    """The messages, none where nothing is in stock."""
    words = Words(style.language)
    format = Formatting(style.language, currency, zone)

    def say(text: str, **facts: str) -> str:
        return (words.translate("answers", text) or text).format(**facts)

    def bold(text: str) -> str:
        return f"*{text}*" if style.is_marked else text

    def head(at: int, count: int) -> str:
        title = bold(say(marked("answers", "Prices at {shop}"), shop=style.shop))
        return title if count == 1 else f"{title} ({at}/{count})"

    sold = [one for one in products if is_sold_now(one)]
    sold.sort(key=lambda one: (not one.category, one.category.casefold(), one.name.casefold()))
    parts = _Parts(length - len(head(99, 99)))
    for category, inside in groupby(sold, key=lambda one: one.category.casefold()):
        title = ""
        for one in inside:
            title = title or bold(one.category if category else say(marked("answers", "More")))
            parts.add(title, f"- {one.name}: {format.money(one.price)}/{one.unit}")
    count = len(parts.texts)
    return [f"{head(at, count)}\n{text}" for at, text in enumerate(parts.texts, 1)]


def is_sold_now(product: Product) -> bool:
    """Whether a customer can have it: it has a price, and is there or not counted."""
    left = product.available
    return bool(product.active) and product.price > 0 and (left is None or left > 0)


class _Parts:
    """Texts of at most `room` characters, filled one behind the other."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._title = ""
        self.texts: list[str] = []

    def add(self, title: str, line: str) -> None:
        """A line under its title, which is said where it is another one or the text is new."""
        added = f"\n{line}" if title == self._title else f"\n\n{title}\n{line}"
        if self.texts and len(self.texts[-1]) + len(added) <= self._room:
            self.texts[-1] += added
        else:
            self.texts.append(f"\n{title}\n{line}")
        self._title = title
