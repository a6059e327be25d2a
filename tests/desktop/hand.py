"""A hand that knows nothing: it presses, clicks, turns, types and scans whatever it comes across.

    hand = Hand(person, seed)
    hand.play(seconds=60)

What it did is told as lines that `python -m tests.desktop.hand DEEDS` does again, on an invented
shop of its own.

It is kept from what would end the play or reach beyond it: files of the machine (a file dialog is
left by Esc), the last window's close, and the policy, which is accepted again when it is asked.
"""

import json
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random

from models.demo import demo
from models.settings import preferences
from models.shop.opening import open_shop
from models.storage.database import transaction
from tests.desktop.conftest import SMALL, accept
from tests.desktop.person import Person
from tests.desktop.screen import Screen
from tests.desktop.sight import Piece, Sight
from tests.desktop.working_day import speak_indonesian

Deed = list[str | int]  # `key F9`, `click X Y`, `wheel X Y TURNS`, `type TEXT`, `scan CODE`

PLAIN = (
    "Return", "Escape", "Tab", "Shift+Tab", "Space", "Backspace", "Del", "Up", "Down", "Left",
    "Right", "Home", "End", "PgUp", "PgDown", "Ctrl+A", "Ctrl+V", "Ctrl+Z", "Ctrl+Shift+Z",
    "Alt+1", "Alt+3", "+", "-", "*", "0", "1", "2", "5", "9", "F1", "F11",
)  # fmt: skip
TEXTS = (
    "teh", "indomie", "2*", "1,5*", "500g*", "0", "1000", "999999999999", "besok 9", "10%", "<b>x",
    "kopi 2\ngula 1 kg\n", "a'b\"c;--", "08123456789",
)  # fmt: skip
CODES = ("8998866200578", "8992753100101", "0000000000000", "P00001", "]C10112345678901231", "X")
#: What ends the program in one press, by whatever way it is found.
ENDS = ("window.close", "home.remove_demo")
ENDING_WORDS = ("Close the window", "Tutup jendela")
SECTIONS = 12  # of the settings
LEFT = {0}  # what a program that was left as it should be gives back


class Hand:
    """`again` starts the program anew when the hand got out of it all the same."""

    def __init__(self, person: Person, seed: int, again: Callable[[], Person]) -> None:
        self.person, self.again, self.seed = person, again, seed
        self.chance = Random(seed)
        self.deeds: deque[Deed] = deque(maxlen=50)
        self.count = self.left = 0

    def play(self, seconds: float) -> None:
        """Goes on for so long. Raises what was found, with the way there."""
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                self._be_there()
                self.do(self._next(self.person.look()))
        except AssertionError as found:
            raise AssertionError(f"seed {self.seed}, deed {self.count}:\n{self.told()}") from found

    def told(self) -> str:
        """The last deeds, to be done again."""
        return "\n".join(map(json.dumps, self.deeds))

    def do(self, deed: Deed) -> None:
        """One deed."""
        self.deeds.append(deed)
        self.count += 1
        kind, *given = deed
        screen = self.person.screen
        match kind, given:
            case "key", [str(key)]:
                screen.keys(key)
            case "click", [int(x), int(y)]:
                screen.click(x, y)
            case "wheel", [int(x), int(y), int(turns)]:
                screen.click(x, y, button=5 if turns > 0 else 4, times=abs(turns))
            case "type", [str(text)]:
                screen.write(text, 20)
            case "scan", [str(code)]:
                screen.scan(code, after=0)

    def tidy(self) -> None:
        """All is put away: no dialog, one window, and every page was opened once."""
        for _ in range(30):
            self._be_there()
            sight = self.person.look()
            main_windows = [window for window in sight.windows if window.kind == "MainWindow"]
            if sight.front is None or sight.front.kind != "MainWindow":
                self.do(["key", "Escape"])
            elif len(main_windows) > 1:
                self.do(["key", "Ctrl+W"])
            else:
                break
        for number in "1234567":
            self.do(["key", f"Ctrl+{number}"])
            self._be_there()
            self.person.look()

    def see_all(self) -> None:
        """What is built when it is first seen is there: pages, sections, the other language."""
        self.tidy()
        for key in ("Ctrl+3", "Ctrl+D", "Ctrl+,", *["Down"] * SECTIONS):
            self.do(["key", key])
            self._be_there()
        speak_indonesian(self.person)
        self.tidy()

    # --- what comes next -------------------------------------------------------------------

    def _be_there(self) -> None:
        """Back at work, if the hand has got out: nothing of that is a fault."""
        if self.person.program.poll() in LEFT:
            self.left += 1
            self.person = self.again()
        sight = self.person.look()
        assert not sight.kind("ReportDialog"), self.person.log()
        if sight.front is None:
            return
        if sight.front.kind == "QFileDialog":
            self.do(["key", "Escape"])
        elif sight.kind("PolicyText") and sight.kind("AcceptBox"):
            arrive(self.person)
        elif sight.kind("LockScreen"):
            self.do(["type", "P1\n"])

    def _next(self, sight: Sight) -> Deed:
        chance = self.chance.random()
        if chance < 0.30 and sight.offered:
            offers = [offer for id, offer in sight.offered.items() if id not in ENDS and offer.keys]
            return self._safe(sight, ["key", self.chance.choice(offers).keys[0]])
        if chance < 0.50:
            return self._safe(sight, ["key", self.chance.choice(PLAIN)])
        if chance < 0.68 and (buttons := list(_pressable(sight))):
            box = self.chance.choice(buttons).box
            assert box is not None
            return ["click", *box.middle]
        if chance < 0.82:
            return self._safe(sight, ["click", *self._somewhere(sight)])
        if chance < 0.88:
            return ["wheel", *self._somewhere(sight), self.chance.choice((-3, 3, 8))]
        if chance < 0.95:
            return self._safe(sight, ["type", self.chance.choice(TEXTS)])
        return ["scan", self.chance.choice(CODES)]

    def _safe(self, sight: Sight, deed: Deed) -> Deed:
        """The palette can close the window, too."""
        palette = any("Palette" in kind for piece in sight.in_front() for kind in piece.kinds)
        return ["key", "Escape"] if palette and _ends(sight) else deed

    def _somewhere(self, sight: Sight) -> tuple[int, int]:
        """A point in the window in front, not on its frame, nor on what ends the program."""
        front = sight.front or (sight.windows[-1] if sight.windows else None)
        screen = self.person.screen
        if front is None:
            return screen.width // 2, screen.height // 2
        box = front.box
        while True:
            x = box.x + self.chance.randrange(max(1, box.width))
            y = box.y + self.chance.randrange(max(1, box.height))
            if not any(_is_on(piece, x, y) for piece in sight.in_front() if piece.command in ENDS):
                return min(x, screen.width - 1), min(y, screen.height - 1)


def _pressable(sight: Sight) -> Iterable[Piece]:
    return (
        piece
        for piece in sight.in_front()
        if piece.is_button and piece.enabled and piece.free and piece.command not in ENDS
    )


def _ends(sight: Sight) -> bool:
    rows = [cell for piece in sight.in_front() for cell in piece.cells if cell.current]
    return any(word in cell.text for cell in rows for word in ENDING_WORDS)


def _is_on(piece: Piece, x: int, y: int) -> bool:
    box = piece.box
    return box is not None and 0 <= x - box.x < box.width and 0 <= y - box.y < box.height


def playground(home: Path) -> Path:
    """A shop to play in: the demo, but nobody can remove it."""
    path = home / "playground.sqlite3"
    home.mkdir(parents=True, exist_ok=True)
    with open_shop(str(path), station="1"):
        demo.make_demo(days=14)
        with transaction():
            preferences.write(preferences.DEMO, False)
    return path


def arrive(person: Person) -> None:
    """Accepts the policy, and joins the shop by the name that is proposed."""
    accept(person)
    person.until("what comes next", lambda sight: not sight.kind("AcceptBox") and sight.listens)
    if person.look().kind("StationField"):
        person.press("Return")
    person.until("the program", lambda sight: sight.page)


def again(deeds: Sequence[Deed]) -> Path:
    """Does the deeds again; a photograph of where they led."""
    folder = Path(tempfile.mkdtemp(prefix="hand-"))
    screen = Screen(*SMALL, folder)
    person = Person(screen, folder, ["--database", str(playground(folder))])
    try:
        arrive(person)
        hand = Hand(person, 0, lambda: person)
        for deed in deeds:
            hand.do(deed)
            print(deed, person.look().page, flush=True)  # noqa: T201
        print(person.log())  # noqa: T201
        person.picture(folder / "end.png")
    finally:
        person.close()
        screen.close()
    return folder / "end.png"


if __name__ == "__main__":
    told = Path(sys.argv[1]).read_text().splitlines()
    print(again([json.loads(line) for line in told]))  # noqa: T201
