"""How large the numbers on the board can be: all of them must be seen, so many means smaller."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NumberGrid:
    """Equal tiles in a grid; sizes in px. `shown` of the numbers fit, the rest are counted."""

    columns: int
    width: int
    height: int
    gap: int
    shown: int

    def place(self, index: int) -> tuple[int, int]:
        """Left and upper edge of a tile, from the first one's corner."""
        row, column = divmod(index, self.columns)
        return column * (self.width + self.gap), row * (self.height + self.gap)


def tiles(
    count: int, width: int, height: int, gap: int, *, columns: int, tallest: int, least: int
) -> NumberGrid:
    """Tiles for `count` numbers, in `columns` columns or as many more as are needed.

    A tile is `tallest` px high at most and `least` px wide at least; when even those do not
    fit, the last tile is kept for the count of the rest.
    """
    if count <= 0 or width <= 0 or height <= 0:
        return NumberGrid(1, max(1, width), max(1, tallest), gap, 0)
    while True:
        tile = (width - (columns - 1) * gap) // columns
        # A number is wider than it is high: a tile is at least half as high as it is wide.
        lowest = min(tallest, max(8, tile * 9 // 20))
        rows = max(1, (height + gap) // (lowest + gap))
        next_tile = (width - columns * gap) // (columns + 1)
        if rows * columns >= count or next_tile < least:
            break
        columns += 1
    used = min(rows, -(-count // columns))
    high = min(tallest, (height - (used - 1) * gap) // used)
    shown = count if rows * columns >= count else rows * columns - 1
    return NumberGrid(columns, tile, high, gap, shown)
