"""What the keys do: the verbs of `work`, done with the card and the line in focus."""

from PySide6.QtCore import QObject

from gui.fulfilment.wall import Wall
from gui.fulfilment.work import Work


class Hands(QObject):
    """Does nothing while no card is in focus."""

    def __init__(self, wall: Wall, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._wall = wall
        self._work = work

    def pick(self) -> None:
        """Space: the current line, or its tick off again; then on to the next open line."""
        card, line = self._wall.card, self._wall.line
        if card is not None and line is not None:
            self._work.toggle(card, line)
            if line.open:
                self._wall.advance()

    def more(self) -> None:
        card, line = self._wall.card, self._wall.line
        if card is not None and line is not None:
            self._wall.go_to_line(line.line)
            self._work.more(card, line)

    def less(self) -> None:
        card, line = self._wall.card, self._wall.line
        if card is not None and line is not None:
            self._wall.go_to_line(line.line)
            self._work.less(card, line)

    def next_step(self) -> None:
        if self._wall.card is not None:
            self._work.next_step(self._wall.card)

    def claim(self) -> None:
        if self._wall.card is not None:
            self._work.claim_or_give_back(self._wall.card)

    def rush(self) -> None:
        if self._wall.card is not None:
            self._work.rush(self._wall.card)

    def acknowledge(self) -> None:
        if self._wall.card is not None and self._wall.card.changed:
            self._work.acknowledge(self._wall.card)
