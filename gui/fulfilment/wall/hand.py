"""Whether a key can be meant for the card in focus.

One that came there by itself may not be the one that the hand set out for.
"""

from PySide6.QtCore import QObject

from gui.input.held_keys import DEAF_TO_NEXT, DeafMoment


class Hand:
    """What the person at the wall can know of the card in focus."""

    def __init__(self, parent: QObject) -> None:
        self._deaf = DeafMoment(parent, DEAF_TO_NEXT)
        self._dropped = DeafMoment(parent)
        #: The order that was in focus, when another came there by itself and nobody said so yet.
        self.lost: int | None = None
        #: Whether that one went by what was done to it here.
        self.let_go = False

    def lose(self, order_id: int, own: int | None) -> None:
        """Another card is in focus by itself; `own` is the order that this wall did something to
        last, and nobody since."""
        self._deaf.start()
        self.lost, self.let_go = order_id, order_id == own

    def settle(self) -> None:
        """For a moment the card takes no step: the next key may be the second of two."""
        self._deaf.start()

    def drop(self) -> None:
        """What had the keys closed by itself: for a moment they are still meant for that."""
        self._dropped.start()

    def choose(self) -> None:
        """The person says which card is meant."""
        self._deaf.stop()
        self.accept()

    def accept(self) -> None:
        """The card that came into focus by itself is the one that is meant."""
        self.lost = None

    @property
    def is_still_elsewhere(self) -> bool:
        """Whether digits are the rest of what was typed into something that closed by itself."""
        return not self._dropped.is_over

    @property
    def knows(self) -> bool:
        """Whether the eye can know which card is in focus: the person chose it, or it stands."""
        return self._deaf.is_over and self._dropped.is_over
