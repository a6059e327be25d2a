"""Does one command in one state by one way, and looks for its outcome."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gui.commands import COMMANDS
from gui.station import Station
from models.shop import open_shop
from tests.desktop.outcomes import OUTCOMES, WITHOUT_BUTTON, anything
from tests.desktop.person import PROGRAM, Person
from tests.desktop.screen import Screen
from tests.desktop.sight import Offer, Piece, Sight
from tests.desktop.states import STATES, State


def commands(*groups: str) -> list[str]:
    """The commands of these pages that have a key."""
    return [command.id for command in COMMANDS if command.group in groups and command.keys]


def with_button(*groups: str) -> list[str]:
    """The commands of these pages that can be pressed somewhere."""
    return [c.id for c in COMMANDS if c.group in groups and c.id not in WITHOUT_BUTTON]


@dataclass(frozen=True)
class Walk:
    """Where it goes: a screen, a home as new, a language; `note` keeps what was done."""

    screen: Screen
    new_home: Callable[[], Path]
    note: Callable[[str, object], None]
    language: str = "en"

    def by_key(self, id: str) -> None:
        """Does the command by the key that stands on it, in the state of its outcome."""
        self.do(OUTCOMES[id].state, id, by_key)

    def by_button(self, id: str) -> None:
        """Does the command by its button."""
        self.do(OUTCOMES[id].button or OUTCOMES[id].state, id, by_button)

    def do(self, state: str, id: str, way: "Way", *, elsewhere: bool = False) -> None:
        """Does the command and waits for what is declared of it; `elsewhere`, for anything."""
        self.note("walked", f"{id} {way.__name__} {state}")
        outcome = OUTCOMES[id]
        with self.at(STATES[state]) as person:
            before = person.look()
            way(person, id)
            if outcome.ends:
                assert person.ended() == 0
                return

            def sees(now: Sight) -> bool:
                return outcome.sees(before, now) or (elsewhere and anything(before, now))

            person.until(f"the outcome of {id}", sees)

    def offered(self, state: str) -> list[tuple[str, "Way"]]:
        """All that can be done in the state, by all the ways there are to do it."""
        with self.at(STATES[state]) as person:
            sight = person.look()
        by_buttons = {id for id, offer in sight.offered.items() if buttons(sight, offer)}
        return [
            *((id, by_key) for id, offer in sight.offered.items() if offer.keys),
            *((id, by_button) for id in by_buttons),
            *((id, by_palette) for id in sight.offered if id not in NOT_IN_PALETTE),
        ]

    @contextmanager
    def at(self, state: State) -> Iterator[Person]:
        """Somebody at a program of their own, brought to the state; no fault may come of it."""
        home = self.new_home()
        data = home / "data" / PROGRAM
        with open_shop(str(data / "demo.sqlite3"), station="1"):
            for deed in state.deeds:
                deed()
        habits = Station(data)
        for key, value in state.habits.items():
            habits.remember(key, value)
        habits.close()
        arguments = ("--demo", "--window", state.window, "--language", self.language)
        person = Person(self.screen, home, arguments)
        try:
            state.reach(person)
            yield person
            assert person.faults() == []
        finally:
            person.close()


Way = Callable[[Person, str], None]
NOT_IN_PALETTE = ("window.palette", "edit.undo", "edit.redo")


def by_key(person: Person, id: str) -> None:
    """Presses the first key that stands on it."""
    person.press(_offer(person, id).keys[0])


def by_button(person: Person, id: str) -> None:
    """Presses the button of the command, or the one that is called so or bears its key."""
    offer = _offer(person, id)

    def pressable(sight: Sight) -> Piece | None:
        return next((b for b in buttons(sight, offer) if b.enabled and b.free), None)

    button = person.until(f"a button for {id}", pressable)
    assert button is not None
    person.touch(button)


def by_palette(person: Person, id: str) -> None:
    """Finds it by its whole name."""
    text = _offer(person, id).text
    person.press("Ctrl+K")
    person.until("the palette", lambda sight: sight.kind("CommandPalette"))
    person.type_in(text)
    person.until(text, lambda sight: sight.focus and sight.focus.value == text)
    person.press("Return")


def buttons(sight: Sight, offer: Offer) -> list[Piece]:
    """What can be pressed in the window in front to do the command."""
    found = [piece for piece in sight.in_front() if piece.is_button]
    named = [piece for piece in found if offer.text in (piece.name, *piece.words)]
    with_key = [piece for piece in found if offer.shown and piece.key == offer.shown]
    face = sight.kind(OUTCOMES[offer.id].face) if OUTCOMES[offer.id].face else []
    return sight.of_command(offer.id) or named or with_key or face


def _offer(person: Person, id: str) -> Offer:
    return person.until(f"{id} is offered", lambda sight: sight.offered.get(id))  # type: ignore[return-value]
