"""A person at the program, which runs as a process of its own: real keys, clicks, wheel, scans.

    person = start("--demo", "--window", "order_entry")
    person.type_in("indomie")
    person.press("Return", "F9")
    person.until("the payment", lambda sight: sight.kind("PaymentPanel"))

Hands go through the X server; eyes ask the probe. Nothing waits for a time: `until` looks again and
again until what should be seen is seen, and gives up long after any person would have.
"""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from tests.desktop import sight as eyes
from tests.desktop.screen import Screen
from tests.desktop.sight import Box, Piece, Sight

ROOT = Path(__file__).parents[2]
PATIENCE = 40.0  # seconds until something that should appear counts as missing
TYPIST = 90  # ms between two keys; people strike them 80 to 300 apart
REACH = 200  # ms for the hand to go from the keys to the scanner
PROGRAM = "BotBelanja"

Seen = TypeVar("Seen")
_FAULTS = (" WARNING ", " ERROR ", " CRITICAL ", "Traceback", "Fatal")


#: s; an Enter sooner behind another is the second of two.
READ = 0.45


class Person:
    """`home` is the home folder of whoever sits there; the data folder and the logs are in it."""

    def __init__(self, screen: Screen, home: Path, arguments: Sequence[str]) -> None:
        self.screen, self.home = screen, home
        (home / "tmp").mkdir(parents=True, exist_ok=True)
        self._line, theirs = socket.socketpair()
        self._answers = self._line.makefile("r")
        self._line.settimeout(PATIENCE)
        self._spoken = home / "stderr.txt"
        self._entered_at = 0.0
        environment = {
            **screen.environment,
            "HOME": str(home),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "TMPDIR": str(home / "tmp"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_SCALE_FACTOR": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        with self._spoken.open("a") as spoken:
            self.program = subprocess.Popen(
                [sys.executable, "-m", "tests.desktop.probe", str(theirs.fileno()), *arguments],
                cwd=ROOT, env=environment, pass_fds=[theirs.fileno()], stdout=spoken, stderr=spoken,
            )  # fmt: skip
        theirs.close()
        self._until_it_stands()

    # --- hands -----------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        """`F9`, `Ctrl+Return`, `Space`, `+`: keys by the names they have in the program.

        What an Enter brought to light is read before the next one is pressed.
        """
        if keys[0].endswith("Return"):
            self.screen.rest(self._entered_at + READ - time.monotonic())
        self.screen.keys(*keys)
        if keys[-1].endswith("Return"):
            self._entered_at = time.monotonic()

    def type_in(self, text: str) -> None:
        """As fast as a person types."""
        self.screen.write(text, TYPIST)

    def scan(self, code: str) -> None:
        """A label under the scanner, with an Enter at its end."""
        self.screen.scan(code, after=REACH)

    def click(self, name: str) -> None:
        """The button that is called so, or begins so, as soon as it can be pressed."""
        self.touch(self._pressable(f"the button {name!r}", lambda sight: sight.buttons(name)))

    def click_command(self, id: str) -> None:
        """The button of a command of the table."""
        self.touch(self._pressable(f"a button for {id}", lambda sight: sight.of_command(id)))

    def touch(self, what: Piece | Box) -> None:
        """A click on the middle of it."""
        box = what.box if isinstance(what, Piece) else what
        assert box is not None, f"{what} is not on the screen"
        self.screen.click(*box.middle)

    def wheel(self, what: Piece, turns: int) -> None:
        """Turns the wheel over it, down when positive."""
        assert what.box is not None
        self.screen.click(*what.box.middle, button=5 if turns > 0 else 4, times=abs(turns))

    def _pressable(self, what: str, find: Callable[[Sight], list[Piece]]) -> Piece:
        def pressable(sight: Sight) -> Piece | None:
            return next((piece for piece in find(sight) if piece.enabled and piece.free), None)

        found = self.until(f"{what} can be pressed", pressable)
        assert found is not None
        return found

    # --- eyes ------------------------------------------------------------------------------

    def look(self) -> Sight:
        """What can be seen now, as soon as the program is free to answer."""
        return eyes.read(self._ask("look"))

    def clipboard(self) -> str:
        """What would be pasted now."""
        return str(self._ask("clipboard"))

    def memory(self) -> float:
        """How many MB the program keeps."""
        return float(str(self._ask("memory")))

    def picture(self, path: Path) -> None:
        """A photograph of the whole screen."""
        self._ask("picture", str(path))

    def until(self, what: str, condition: Callable[[Sight], Seen]) -> Seen:
        """Looks until the condition holds; what it gave then."""
        deadline = time.monotonic() + PATIENCE
        while not (found := condition(sight := self.look())):
            fault = sight.kind("ReportDialog")
            assert not fault, f"waiting for {what}: {self.log()}"
            if time.monotonic() > deadline:
                self.picture(self.home / "not_seen.png")
                raise AssertionError(f"not seen: {what}; {_told(sight)}")
            self.work()
        return found

    def sees(self, *texts: str) -> None:
        """Waits until all of this stands somewhere."""
        self.until(f"{texts}", lambda sight: all(sight.says(text) for text in texts))

    # --- the program -----------------------------------------------------------------------

    @property
    def data(self) -> Path:
        """The data folder of the program."""
        return self.home / "data" / PROGRAM

    def log(self) -> str:
        """What the program wrote into its log, and what came out of it besides."""
        files = [*sorted((self.data / "logs").glob("*")), self._spoken]
        return "".join(path.read_text("utf-8", "replace") for path in files if path.exists())

    def faults(self) -> list[str]:
        """What stands in the log and should not: everything that is worse than a remark."""
        return [line for line in self.log().splitlines() if _is_fault(line)]

    def ended(self) -> int:
        """Waits until the program has ended by itself; its exit code."""
        return self.program.wait(PATIENCE)

    def close(self) -> None:
        """Pulls the plug; nothing of it is left, whatever state it was in."""
        self.program.kill()
        self.program.wait()
        self._answers.close()
        self._line.close()

    def _until_it_stands(self) -> None:
        """Until its first window is there and has the keyboard."""
        self.until("the first window", lambda sight: any(w.active for w in sight.windows))

    def work(self) -> None:
        """A moment between two looks; a program that ends in it is missed at once."""
        with suppress(subprocess.TimeoutExpired):
            self.program.wait(0.02)
            raise AssertionError(f"the program ended: {self.log()}")

    def _ask(self, kind: str, given: str = "") -> dict[str, object]:
        try:
            self._line.sendall((json.dumps([kind, given]) + "\n").encode())
            answer = self._answers.readline()
        except (TimeoutError, BrokenPipeError, ConnectionResetError):
            answer = ""
        assert answer, f"the program does not answer: {self.log()}"
        return json.loads(answer)  # type: ignore[no-any-return]


def _is_fault(line: str) -> bool:
    return any(word in line for word in _FAULTS)


def _told(sight: Sight) -> str:
    words = [text for piece in sight.in_front() for text in (*piece.words, piece.value) if text]
    front = sight.front
    focus = sight.focus
    return (
        f"in front is {front.kind if front else 'nothing'} ({sight.page}), the focus is on "
        f"{focus.kind if focus else 'nothing'}, it says {list(dict.fromkeys(words))[:80]}"
    )
