"""What the warehouse hears: new, changed, late, answered; again until it is dealt with."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from gui.look.sounds import Sounds
from gui.shell.app_context import AppContext
from models import events
from models.events import Event
from models.fulfilment.cards import Card, Lateness
from models.fulfilment.fulfilment_queue import Wall
from models.stages import Stage

SOUND = "fulfilment/sound"


class Alarms(QObject):
    """One switch (V) silences a wall; each sound can be switched off in the settings."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        super().__init__(parent)
        self._station = context.station
        self._sounds = Sounds(context.station, self)
        self._late: frozenset[int] | None = None

    @property
    def is_on(self) -> bool:
        return self._station.yes(SOUND, True)

    def switch(self) -> bool:
        """Silences the wall or lets it sound again; whether it sounds now."""
        self._station.remember(SOUND, not self.is_on)
        return self.is_on

    def play(self, kind: str) -> None:
        if self.is_on:
            self._sounds.play(kind)

    def ring_new(self) -> None:
        """An order came in."""
        self.play("new")

    def hear(self, news: Iterable[Event]) -> None:
        """An answer of the counter sounds like the question did there."""
        kinds = {event.kind for event in news}
        if kinds & {events.CHANGED, events.CANCELLED}:
            self.play("changed")
        if events.ANSWERED in kinds:
            self.play("question")

    def look(self, wall: Wall, now: int) -> None:
        """Whether an order became late since the last look."""
        late = frozenset(
            card.id
            for card in wall.waiting
            if card.lateness(now, wall.limits) == Lateness.LATE and _is_free(card)
        )
        if self._late is not None and late - self._late:
            self.play("late")
        self._late = late

    def tick(self, wall: Wall) -> None:
        """Once a second: what nobody has taken up is heard again."""
        if not self.is_on:
            return
        self._sounds.remind("new", any(_is_free(card) for card in wall.waiting))
        self._sounds.remind("changed", any(card.changed for card in wall.waiting))
        self._sounds.remind("late", bool(self._late))


def _is_free(card: Card) -> bool:
    return card.claimed_by is None and card.stage == Stage.WAITING
