"""The verbs of the command line by which a shop comes to another place."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from gui.runtime.station import go_to
from gui.words.formatting import Formatting
from gui.words.losses.loss_texts import arrival, arrival_text
from models.shop.opening import open_shop
from models.shop.places import moving, server_setup
from models.shop.places.moving import Arrived
from models.storage import locations

translate = QCoreApplication.translate

#: Shows how far a work is, and says whether it goes on.
Watched = Callable[[], AbstractContextManager[Callable[[int, int], bool]]]


def moved(
    target: str, folder: Path, watched: Watched, words: Formatting, *, is_own: bool
) -> Callable[[], int]:
    """The deed that takes the shop to another place, and this station with it where it `is_own`."""

    def deed() -> int:
        url = locations.without_password(target, folder)
        with watched() as progress:
            arrived = moving.move(url, folder, progress)
        if is_own:
            go_to(folder, url)
        return say_place(url, arrived, words)

    return deed


def say_place(url: str, arrived: Arrived, words: Formatting) -> int:
    """Says where the shop stands now."""
    text = translate("maintenance", "The shop stands at {place} now; open it there.")
    place = locations.shown(url)
    print(text.format(place=place))
    print(arrival_text(arrival(), words, place, arrived))
    return 0


def made_ready(url: str) -> Callable[[], int]:
    """The deed that prints what makes a server ready, or makes the tables of a shop there."""

    def deed() -> int:
        if not url:
            print(server_setup.script())
            return 0
        open_shop(url).close()
        place = locations.shown(url)
        print(translate("maintenance", "The tables stand at {place}.").format(place=place))
        return 0

    return deed
