"""The list that opens under the box: what was found for the typed words, or the held carts."""

from collections.abc import Callable, Sequence
from typing import Any

from gui.widgets.rows.painted_rows import RowList, RowPainter


class ChoiceList(RowList):
    """As high as its rows, up to `most` of them."""

    def __init__(self, painter: RowPainter, name: str, key: Callable[[Any], Any]) -> None:
        super().__init__(painter, name, key)
        self._row = painter.theme.px(painter.height)
        self.most = 6

    def offer(self, rows: Sequence[Any]) -> None:
        """Shows the rows with the first one chosen."""
        self.rows.show(rows)
        self.go_to(0)
        self.fit()

    def fit(self) -> None:
        """Takes the height that `most` and the number of rows give."""
        self.setFixedHeight(self._row * min(self.most, self.rows.rowCount()))

    def step(self, by: int) -> None:
        """One up or down; stays at the ends."""
        count = self.rows.rowCount()
        self.go_to(max(0, min(count - 1, self.currentIndex().row() + by)))
