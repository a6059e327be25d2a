"""How many cards fit on the wall so that a person three metres away can still read them.

The numbers are those of the design at 100 %: a card of 464 × 296 px whose number has capitals of
61 px and whose lines have capitals of 16 px. The screen's real dots per millimetre say how much
larger a card must be; if that leaves too few cards, the screen is a desk's and not a wall's.
"""

from collections.abc import Callable
from dataclasses import dataclass

CARD_WIDTH, CARD_HEIGHT = 464, 296
NUMBER_CAPITALS, LINE_CAPITALS = 61, 16  # px at 100 %
NUMBER_MM, LINE_MM = 17.5, 6.0
#: A wall shows at least so many cards with lines of full size, a desk at least so many at all.
WALL_CARDS, DESK_CARDS = 12, 6
#: On a desk's screen cards may be this much smaller than wanted, so that the grid fills it.
LEAST = 0.87
#: On a small screen a card's design may become so small, until `DESK_CARDS` fit: by then its lines
#: have the size of the counter's.
SMALLEST = 0.6
#: What large letters leave at the least: two cards, and the cell that counts the rest.
FEWEST = 3
ZOOMS = (0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5)
STEP = 0.02
NARROW = 1600  # below this width the gap is 12 instead of 16


@dataclass(frozen=True, slots=True)
class Grid:
    """Equal cells; `scale` is what the design's sizes are multiplied with inside a card."""

    columns: int
    rows: int
    width: int
    height: int
    gap: int
    scale: float

    @property
    def cells(self) -> int:
        return self.columns * self.rows

    def place(self, cell: int, high: int = 0) -> tuple[int, int, int, int]:
        """Left, top, width and height of a cell, from the first one's corner; in rows that are
        `high` px high, or as high as cells are."""
        row, column = divmod(cell, self.columns)
        high = high or self.height
        return column * (self.width + self.gap), row * (high + self.gap), self.width, high

    def row_height(self, cards: int, needed: int, rows: int) -> int:
        """How high the rows of so few cards are, where the highest card needs `needed` px: like
        several cells if that is enough, else all of `rows` cells is shared between them. So lines
        are not hidden while there is room below, and few changes move the cards."""
        used = max(1, -(-cards // self.columns))
        room = rows * (self.height + self.gap)
        most = max(self.height, room // used - self.gap)
        steps = range(self.height, most, self.height + self.gap)
        return next((high for high in steps if high >= needed), most)


def grid(
    width: int,
    height: int,
    dots_per_mm: float,
    zoom: float = 1.0,
    text: float = 1.0,
    at_least: int = 1,
) -> Grid:
    """The grid for an area in px on a screen; `zoom` is what the station's people chose for the
    wall, `text` the size of letters that they chose for all windows.

    It has `at_least` so many rows, even if cards become a little smaller than they should be.
    """
    gap = 12 if width < NARROW else 16
    wall = max(1.0, LINE_MM * dots_per_mm / LINE_CAPITALS)
    context = max(1.0, NUMBER_MM * dots_per_mm / NUMBER_CAPITALS)
    if wall > 1.0 and _fill(width, height, gap, wall, wall).cells >= WALL_CARDS:
        return _fill(width, height, gap, wall * zoom * text, wall * zoom * text, at_least)

    def cells(scale: float) -> int:
        return _fill(width, height, gap, scale, scale * LEAST).cells

    while context > SMALLEST and cells(context) < DESK_CARDS:
        context -= STEP
    while text > 1.0 and cells(context * text) < FEWEST:
        text -= STEP
    context *= zoom * max(1.0, text)
    return _fill(width, height, gap, context, context * LEAST, at_least)


def _fill(
    width: int, height: int, gap: int, wanted: float, least: float, at_least: int = 1
) -> Grid:
    columns = max(1, int((width + gap) / (CARD_WIDTH * least + gap)))
    rows = max(at_least, int((height + gap) / (CARD_HEIGHT * least + gap)))
    cell_width = (width - (columns - 1) * gap) // columns
    cell_height = (height - (rows - 1) * gap) // rows
    scale = min(cell_width / CARD_WIDTH, cell_height / CARD_HEIGHT)
    # One card alone on a large screen need not be a poster.
    return Grid(columns, rows, cell_width, cell_height, gap, min(scale, wanted * 1.25))


def next_zoom(zoom: float, step: int, at: Callable[[float], Grid]) -> float:
    """The next larger (`step` 1) or smaller (-1) zoom, or `zoom` where there is none.

    A few per cent often come to the same cards: it is the next one whose grid, `at` it, is another.
    """
    others = ZOOMS if step > 0 else ZOOMS[::-1]
    seen = (x for x in others if (x - zoom) * step > 0 and at(x) != at(zoom))
    return next(seen, zoom)
