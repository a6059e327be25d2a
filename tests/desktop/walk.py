"""Does one command in one state by one way, and looks for its outcome."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from gui.input.commands import COMMANDS
from gui.runtime.station import Station
from models.shop.opening import open_shop
from tests.desktop.outcomes import OUTCOMES, WITHOUT_BUTTON, anything
from tests.desktop.person import PROGRAM, Person
from tests.desktop.screen import Screen
from tests.desktop.sight import Cell, Offer, Piece, Sight
from tests.desktop.states import STATES, State

Way = Callable[[Person, str], None]
Note = Callable[[str, object], None]
#: How often it is looked whether a key brought back what was there; else another program begins.
LOOKS = 8
#: The button of a notice.
CLOSE = "Close this notice"
NOT_IN_PALETTE = ("window.palette",)


@dataclass(frozen=True, slots=True)
class Step:
    """One command, the state it is tried in, and the way it is done: a function of this module."""

    state: str
    way: Way
    id: str

    def __str__(self) -> str:
        return f"{self.way.__name__}-{self.id}"


def steps(*groups: str) -> list[Step]:
    """All commands of these pages by key and by button, those of one state after each other."""
    ids = [command.id for command in COMMANDS if command.group in groups]
    keyed = {command.id for command in COMMANDS if command.keys}
    found = [Step(OUTCOMES[id].state, by_key, id) for id in ids if id in keyed]
    found += [
        Step(OUTCOMES[id].button or OUTCOMES[id].state, by_button, id)
        for id in ids
        if id not in WITHOUT_BUTTON
    ]
    return sorted(found, key=lambda step: step.state)


@dataclass(frozen=True, slots=True)
class Standing:
    """A program that was brought to a state, and what is seen of it there."""

    state: str
    language: str
    person: Person
    sight: Sight


class Walk:
    """Where it goes: a screen, and a home as new for each program.

    A program is used again as long as it comes back to exactly what was seen in the state; what
    left something behind ends with it.
    """

    def __init__(self, screen: Screen, new_home: Callable[[], Path]) -> None:
        self.screen, self._new_home = screen, new_home
        self._standing: Standing | None = None

    def do(self, step: Step, note: Note, language: str = "en", *, elsewhere: bool = False) -> None:
        """Does the command and waits for what is declared of it; `elsewhere`, for anything."""
        outcome, back, done = OUTCOMES[step.id], False, "failed"
        try:
            at = self._stand(step.state, language)

            def sees(now: Sight) -> bool:
                return outcome.sees(at.sight, now) or (elsewhere and anything(at.sight, now))

            step.way(at.person, step.id)
            if outcome.ends:
                assert at.person.ended() == 0
            else:
                at.person.until(f"the outcome of {step.id}", sees)
                back = self._goes_back(at, outcome.back)
            assert at.person.faults() == []
            done = "passed"
        finally:
            note("walked", f"{step.id} {step.way.__name__} {step.state} {done}")
            if not back or done == "failed":
                self.leave()

    def offered(self, state: str, language: str) -> list[Step]:
        """All that can be done in the state, by all the ways there are to do it."""
        sight = self.seen(state, language)
        by_buttons = {id for id, offer in sight.offered.items() if buttons(sight, offer)}
        return [
            *(Step(state, by_key, id) for id, offer in sight.offered.items() if offer.keys),
            *(Step(state, by_button, id) for id in by_buttons),
            *(Step(state, by_palette, id) for id in sight.offered if id not in NOT_IN_PALETTE),
        ]

    def press_idle_keys(self, state: str, note: Note) -> list[str]:
        """Presses the keys of what cannot be done in the state; those to which nothing is said."""
        at = self._stand(state, "en")
        person, silent = at.person, []
        for offer in at.sight.commands:
            if offer.enabled or not offer.keys or offer.id in at.sight.offered:
                continue
            person.press(offer.keys[0])
            try:
                person.until(f"why not {offer.id}", lambda now: anything(at.sight, now))
            except AssertionError:
                silent.append(f"{offer.keys[0]} ({offer.id})")
            note("walked", f"{offer.id} idle {state} {'failed' if silent else 'passed'}")
            for close in [x for x in person.look().kind("Button") if x.says(CLOSE) and x.free]:
                person.touch(close)
            person.until("the notice gone", lambda now: not now.kind("Notice"))
        assert person.faults() == []
        return silent

    def seen(self, state: str, language: str) -> Sight:
        """What stands there before anything is done."""
        return self._stand(state, language).sight

    def leave(self) -> None:
        """Ends the program that stands somewhere."""
        if self._standing is not None:
            self._standing.person.close()
            self._standing = None

    def _stand(self, state: str, language: str) -> Standing:
        at = self._standing
        if at is not None and (at.state, at.language) == (state, language):
            return at
        self.leave()
        person = self._begin(STATES[state], language)
        try:
            STATES[state].reach(person)
            sight = self._settled(person)
        except BaseException:
            person.close()
            raise
        self._standing = Standing(state, language, person, sight)
        return self._standing

    def _begin(self, state: State, language: str) -> Person:
        """Somebody at a program of their own, in a shop where others did their deeds."""
        home = self._new_home()
        data = home / "data" / PROGRAM
        if state.deeds:
            with open_shop(str(data / "demo.sqlite3"), station="1"):
                for deed in state.deeds:
                    deed()
        habits = Station(data)
        for key, value in state.habits.items():
            habits.remember(key, value)
        habits.close()
        arguments = ("--demo", "--window", state.window, "--language", language)
        return Person(self.screen, home, arguments)

    @staticmethod
    def _settled(person: Person) -> Sight:
        """What is seen when nothing moves any more."""
        seen: list[Sight] = [person.look()]

        def still(now: Sight) -> bool:
            before, seen[0] = seen[0], now
            return not anything(before, now)

        person.until("a moment of rest", still)
        return seen[0]

    @staticmethod
    def _goes_back(at: Standing, keys: tuple[str, ...]) -> bool:
        """Whether pressing these brings back what was seen before, so that nothing is left."""
        for key in keys:
            at.person.press(key)
            for _ in range(LOOKS):
                if not anything(at.sight, at.person.look()):
                    return True
                at.person.work()
        return False


def by_key(person: Person, id: str) -> None:
    """Presses the first key that stands on it."""
    person.press(_offer(person, id).keys[0])


def by_button(person: Person, id: str) -> None:
    """Presses the button of the command, or the one that is called so or bears its key."""
    offer = _offer(person, id)

    def pressable(sight: Sight) -> Piece | None:
        found = buttons(sight, offer)
        if not any(button.free for button in found):
            found = [piece for piece in sight.in_front() if piece.object == "rest"]
        return next((b for b in found if b.enabled and b.free), None)

    def in_menu(sight: Sight) -> Cell | None:
        lines = [cell for menu in sight.kind("QMenu") for cell in menu.cells]
        return next((line for line in lines if line.text == offer.text), None)

    button = person.until(f"a button for {id}", pressable)
    assert button is not None
    person.touch(button)
    if button.object == "rest":
        line = person.until(f"{id} in the menu", in_menu)
        assert line is not None
        person.touch(line.box)


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
