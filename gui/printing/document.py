"""What every printer can put on paper, from top to bottom: texts, sums, goods, rules and codes.

A sheet is made once from a paper and the language (`gui.printing.document_texts`), and then painted
at any width (`gui.printing.page_painting`) or sent as characters (`gui.printing.escpos`).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """`size` is small, normal, large or huge; `boxed` stands white in a black bar."""

    text: str
    align: str = "left"
    size: str = "normal"
    bold: bool = False
    boxed: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Words at the left, a sum or a time at the right edge.

    `aside`: on large paper it stands in the right half, where sums are looked for.
    """

    left: str
    right: str
    size: str = "normal"
    bold: bool = False
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Goods:
    """Something sold: its name, `2 pcs × Rp3.500`, what it comes to, and what goes off it."""

    name: str
    detail: str
    amount: str
    discount_name: str = ""
    discount: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """Something to fetch, with a box to tick: how much, what, and a smaller line below."""

    quantity: str
    name: str
    below: str = ""
    struck: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A line from edge to edge."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Some empty paper."""


@dataclass(frozen=True, slots=True)
class Code:
    """Bars (or a square, where bars do not fit) with the code itself below them."""

    code: str


@dataclass(frozen=True, slots=True)
class Card:
    """A label: several of them stand beside each other on large paper."""

    name: str
    price: str
    unit: str
    code: str


Piece = Text | Pair | Goods | Tick | Rule | Gap | Code | Card


@dataclass(frozen=True, slots=True)
class Document:
    """`title` names the paper for files and print queues; `cash` opens the drawer."""

    title: str
    pieces: tuple[Piece, ...]
    cash: bool = False


@dataclass(frozen=True, slots=True)
class Size:
    """A paper: `margin` at the sides and `height` (None for a roll) in mm; letters in points.

    `columns` is how many characters an ESC/POS printer writes beside each other on it.
    """

    name: str
    width: float
    height: float | None
    margin: float
    points: float
    columns: int

    @property
    def is_roll(self) -> bool:
        return self.height is None

    @property
    def inside(self) -> float:
        """The width that can be printed on."""
        return self.width - 2 * self.margin

    @property
    def edge(self) -> float:
        """The empty paper above the first piece and below the last (mm)."""
        return 4 if self.is_roll else self.margin

    @property
    def cards(self) -> tuple[int, float]:
        """How many labels stand beside each other, and how high each is (mm).

        On A4 they are the 70 × 37 mm of the common sheets of 24.
        """
        return {"A4": (3, 297 / 8), "A5": (2, 210 / 5)}.get(self.name, (1, 34))


#: Rolls print on 48 and 72 mm of their width.
SIZES: dict[str, Size] = {
    size.name: size
    for size in (
        Size("58", 58, None, 5, 8, 32),
        Size("80", 80, None, 4, 9, 48),
        Size("A5", 148, 210, 12, 9.5, 48),
        Size("A4", 210, 297, 15, 10.5, 48),
    )
}
