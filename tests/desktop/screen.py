"""A desk with a computer on it: an X server, a plain window manager, a keyboard that can be chosen.

Everything is thrown away with it. Nothing here knows what the program looks like.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread, Timer

from Xlib import XK, X
from Xlib.display import Display
from Xlib.ext.xtest import fake_input

NEEDED = ("Xvfb", "openbox", "xdotool", "setxkbmap")
NO_DESKTOP = "there is no desktop to test on"
HELD, REPEAT = 600, 5  # ms until a key that stays down comes again, and from then on
PATIENCE = 60  # seconds until a tool that does not answer is given up

#: X's names of the keys that are called otherwise in the table of commands.
_X_NAMES = {
    "+": "plus", "-": "minus", "*": "asterisk", ",": "comma", ".": "period", "=": "equal",
    "?": "question", "/": "slash", "Esc": "Escape", "Del": "Delete", "PgDown": "Next",
    "PgUp": "Prior", "Backspace": "BackSpace", "Space": "space", "Enter": "KP_Enter",
    "Ctrl": "ctrl", "Shift": "shift", "Alt": "alt",
}  # fmt: skip


def missing() -> str:
    """Why no desktop can be had here; empty when it can."""
    absent = [tool for tool in NEEDED if not shutil.which(tool)]
    return f"{NO_DESKTOP}: {', '.join(absent)} not installed" if absent else ""


class Screen:
    """Of that many pixels, each of which has `depth` bits for its colour. `environment` is the
    environment of what is shown on it."""

    def __init__(self, width: int, height: int, folder: Path, depth: int = 24) -> None:
        self.width, self.height = width, height
        reading, writing = os.pipe()
        self._server = subprocess.Popen(
            [
                "Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x{depth}",
                "-nolisten", "tcp", "-noreset", "-ardelay", str(HELD), "-arinterval", str(REPEAT),
            ],
            pass_fds=[writing], stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writing)
        with os.fdopen(reading) as display:
            number = display.readline().strip()
        assert number, "the X server did not start"
        # What opens folders on a desktop; without it Qt complains.
        (folder / "xdg-open").symlink_to(shutil.which("true") or "/bin/true")
        self.environment = {
            "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
            "DISPLAY": f":{number}",
            "HOME": str(folder),
            "LANG": "C.UTF-8",
        }
        self._manager = subprocess.Popen(
            ["openbox", "--sm-disable", "--startup", "echo managed"],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert self._manager.stdout is not None
        patience = Timer(PATIENCE, self._manager.kill)
        patience.start()
        started = any(line == "managed\n" for line in self._manager.stdout)
        patience.cancel()
        assert started, "the window manager did not start"
        self.layout = ""
        self.keyboard("us")

    def keyboard(self, layout: str) -> None:
        """Plugs in the keyboard of a country: `us`, `id`."""
        if layout != self.layout:
            self._run("setxkbmap", "-layout", layout)
            self.layout = layout

    def keys(self, *names: str) -> None:
        """Presses keys by the names they have in the program: `F9`, `Ctrl+Return`, `+`, `S`."""
        self._run("xdotool", "key", "--delay", "10", *map(x_name, names))

    def rest(self, seconds: float) -> None:
        """No key is pressed for so long."""
        if seconds > 0:
            self._run("xdotool", "sleep", str(seconds))

    def hold(self, name: str, times: int) -> None:
        """Keeps a key down until the server has repeated it so often."""
        key, seconds = x_name(name), (HELD + times * REPEAT) / 1000
        self._run("xdotool", "keydown", key, "sleep", str(seconds), "keyup", key)

    @contextmanager
    def over_and_over(self, *names: str) -> Iterator[None]:
        """Presses these keys again and again, whatever is there to take them."""
        enough = Event()

        def press() -> None:
            while not enough.is_set():
                self.keys(*names)

        hand = Thread(target=press)
        hand.start()
        try:
            yield
        finally:
            enough.set()
            hand.join()

    def write(self, text: str, gap: int) -> None:
        """As a person types: letter by letter, at least `gap` ms between two; a line feed is Enter.

        A busy X server would take two letters for simultaneous, as those of a scanner are: the
        next one is only sent when it has answered a question.
        """
        words = []
        for letter in text:
            key = "Return" if letter == "\n" else f"U{ord(letter):04X}"
            words += ["key", key, "get_desktop", "sleep", f"{gap / 1000}"]
        self._run("xdotool", *words)

    def scan(self, code: str, after: int) -> None:
        """A code and Enter in one breath, `after` ms later; capitals come with Shift.

        The server is told all of it at once: on a busy machine nothing comes in between.
        """
        self.rest(after / 1000)
        server = Display(self.environment["DISPLAY"])
        shift, enter = (server.keysym_to_keycode(x) for x in (XK.XK_Shift_L, XK.XK_Return))
        for letter in code:
            pressed = [shift] if letter.isupper() else []
            pressed.append(server.keysym_to_keycode(ord(letter)))
            _strike(server, pressed)
        _strike(server, [enter])
        server.sync()
        server.close()

    def click(self, x: int, y: int, button: int = 1, times: int = 1) -> None:
        """Moves the pointer there and clicks; buttons 4 and 5 turn the wheel up and down."""
        self._run(
            "xdotool", "mousemove", str(x), str(y), "click", "--repeat", str(times),
            "--delay", "20", str(button),
        )  # fmt: skip

    def point(self, x: int, y: int) -> None:
        """Moves the pointer there."""
        self._run("xdotool", "mousemove", str(x), str(y))

    def resize(self, width: int, height: int) -> None:
        """Gives the window in front another size."""
        self._run("xdotool", "getactivewindow", "windowsize", str(width), str(height))

    def close(self) -> None:
        for process in (self._manager, self._server):
            process.kill()
            process.communicate()

    def _run(self, *words: str) -> None:
        subprocess.run(
            words, env=self.environment, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL
        )


def _strike(server: Display, keys: list[int]) -> None:
    for key in keys:
        fake_input(server, X.KeyPress, key)
    for key in reversed(keys):
        fake_input(server, X.KeyRelease, key)


def x_name(name: str) -> str:
    """`Ctrl+PgDown` → `ctrl+Next`, `Ctrl++` → `ctrl+plus`, `S` → `s`."""
    before, last = (name[:-2], "+") if name.endswith("++") else name.rpartition("+")[::2]
    parts = [part for part in before.split("+") if part] + [last or name]
    named = [_X_NAMES.get(part, part.lower() if len(part) == 1 else part) for part in parts]
    return "+".join(named)
