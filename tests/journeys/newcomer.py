"""Somebody at a computer on which the program has never run, as a process of its own.

`python -m tests.journeys.newcomer STORY DATABASE ALBUM`: the program in English, in the home of the
environment, pressed by real keys as the story goes. What the last page said is printed.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.startup import CliOptions, run
from tests.journeys.person import Person, Story, live


async def set_up(person: Person) -> None:
    """Toko Maju in Makassar, the rest as it stands there; an empty shop."""
    await _accept(person)
    await person.sees("Your shop")
    await person.type_in("Toko Maju")
    await person.press("Tab", "Down", "Return")  # the next zone
    await person.sees("Start empty")
    await person.press("Down", "Down", "Return")
    await _look_about_and_go(person)


async def keep_defaults(person: Person) -> None:
    """Reads, accepts, and presses Enter at whatever else is asked."""
    await _accept(person)
    await person.sees("Name of this station")
    await person.look_up()
    print(*(field.text() for field in person.seen(QLineEdit)), *person.words(), sep="|", flush=True)
    await person.press("Return")
    await _look_about_and_go(person)


async def come_back(person: Person) -> None:
    """The next morning."""
    await _look_about_and_go(person)


async def escape(person: Person) -> None:
    await person.sees("Privacy policy")
    await person.press("End", "Space", "Escape")


async def decline(person: Person) -> None:
    await person.sees("Privacy policy")
    await person.click("Decline and close")


async def close(person: Person) -> None:
    await person.sees("Privacy policy")
    await person.press("End", "Space", "Return")
    await person.sees("Name of this station")
    person.front.close()  # as the window manager does
    await person.look_up()


async def stay(person: Person) -> None:
    """Reads on until somebody pulls the plug."""
    await person.sees("Privacy policy")
    await person.press("End", "Space", "Return")
    await person.sees("Name of this station")
    print("shown", flush=True)
    await person.until("the end", lambda: False)


async def _accept(person: Person) -> None:
    await person.sees("Privacy policy")
    await person.press("End", "Space", "Return")


async def _look_about_and_go(person: Person) -> None:
    await person.sees("Order entry")
    await person.press("Ctrl+W")


STORIES: dict[str, Story] = {
    story.__name__: story
    for story in (set_up, keep_defaults, come_back, escape, decline, close, stay)
}

if __name__ == "__main__":
    qt = QApplication(sys.argv[:1])
    QCoreApplication.setApplicationName("BotBelanja")
    wishes = CliOptions(database=sys.argv[2], language="en", theme="light")
    code = live(qt, lambda: run(qt, wishes), STORIES[sys.argv[1]], Path(sys.argv[3]))
    raise SystemExit(code)
